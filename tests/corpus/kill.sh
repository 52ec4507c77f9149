#!/usr/bin/env bash
# kill.sh BMA: killed at random moments and started again, a run ends in the rows of one that nobody disturbed.
# shellcheck source=../cli/expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cli/expect.sh"
cd "$work" || exit
RANDOM=2011

python3 "$root/tests/bench/generate.py" "$root/fixtures" drafts --count 400 --low 4 --high 12
silent "$bma" corpus drafts --db whole.sqlite
kills=0
for _ in $(seq 60); do
    "$bma" corpus drafts --db killed.sqlite &
    process=$!
    sleep "0.$(printf %03d $((RANDOM % 250 + 20)))"
    if kill -9 $process 2>/dev/null; then kills=$((kills + 1)); fi
    wait $process 2>/dev/null && break
done
silent "$bma" corpus drafts --db killed.sqlite
[ $kills -gt 0 ] || { echo "no run was killed"; failed=1; }
for name in whole killed; do python3 "$root/tests/corpus/dump.py" $name.sqlite >$name.sql; done
cmp whole.sql killed.sql || failed=1

# A signal that asks ends the run cleanly, and as that signal.
"$bma" corpus drafts --db asked.sqlite --jsonl asked.jsonl -j 1 2>said &
process=$!
for _ in $(seq 600); do # until the run has begun: signals are caught from then on
    ! compgen -G '.bma-*.tmp' >/dev/null || break
    sleep 0.05
done
sleep 0.2
kill -TERM $process
wait $process
code=$?
if [ $code -ne 143 ] || ! grep -q 'the same command goes on' said; then
    [ $code -eq 0 ] && echo "the run was over before the signal came" || { echo "SIGTERM: exit $code"; failed=1; }
fi
[ $code -ne 143 ] || [ ! -e asked.jsonl ] || { echo "a stream that is not whole has its name"; failed=1; }

# Asked to end while a slow reader holds it up, it writes the line that it has begun.
mkfifo lines
(exec 3<lines; head -c 100 <&3; : >begun; sleep 1; cat <&3) >read.jsonl &
reader=$!
"$bma" corpus drafts --db slow.sqlite --jsonl - -j 1 >lines 2>said &
process=$!
for _ in $(seq 600); do
    [ ! -e begun ] || break
    sleep 0.05
done
sleep 0.3
kill -TERM $process
wait $process
code=$?
wait $reader
[ $code -ge 128 ] && grep -q 'stopped after [1-9][0-9]* of 400 agreements' said || { echo "stopped: exit $code: $(cat said)"; failed=1; }
python3 -c 'import json; lines = open("read.jsonl", newline="").read(); assert lines[-1] == "\n"; [json.loads(line) for line in lines.splitlines()]' || failed=1

silent "$bma" corpus drafts --db asked.sqlite
python3 "$root/tests/corpus/dump.py" asked.sqlite >asked.sql
cmp whole.sql asked.sql || failed=1
exit $failed
