#!/usr/bin/env bash
# outputs.sh BMA: several formats in one run, and what becomes of them when one cannot be written.
set -uo pipefail
bma=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
export BMA_PACK=rules/m4md-2011
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
good=fixtures/agreements/care-workers-treaty.txt
failed=0

# expect CODE PATTERN ARGUMENT…: exit code of `bma check ARGUMENT…`, and a pattern in what it said.
expect()
{
    local code=$1 pattern=$2 got
    shift 2
    "$bma" check "$@" >"$work/said" 2>&1 </dev/null
    got=$?
    if [ $got -ne "$code" ] || ! grep -q -e "$pattern" "$work/said"; then
        echo "check $*: exit $got, wanted $code and /$pattern/; said:"
        head -n 5 "$work/said"
        failed=1
    fi
}

expect 2 "cannot both go to standard output" -f html -f sarif "$good"
expect 2 "no effect without --format csv" -f html -o csv=x "$good"
expect 2 "names its own" -f html -f csv -o x "$good"
expect 2 "given twice" -f csv -f csv "$good"
expect 2 "given twice" -f csv -o "$work/a" -o "$work/b" "$good"
expect 2 "cannot both be written" -f html -o html="$work/a" -f csv -o csv="$work/a" "$good"
expect 2 "names no file" -f html -o html= "$good"
expect 2 "no effect" --sarif-pass "$good"
expect 2 "No space left" -f html -o /dev/full "$good"
expect 2 "nowhere" -f html -o "$work/nowhere/card" "$good"
expect 1 "points and grade" -f text -f html -o html="$work/card.html" -f junit -o junit="$work/card.xml" \
    --min-score 100 "$good"
grep -q "<html" "$work/card.html" && grep -q "<testsuites" "$work/card.xml" || failed=1

# The same report, whether it comes alone or beside others.
"$bma" check -f html "$good" | cmp - "$work/card.html" || failed=1

# A draft that cannot be read leaves every old file as it was, and no other file behind.
echo old >"$work/card.html"
"$bma" check -f html -o html="$work/card.html" -f csv -o csv="$work/new.csv" no-such-file.txt 2>/dev/null
[ "$(cat "$work/card.html")" = old ] || { echo "a failed run touched its output"; failed=1; }
[ -e "$work/new.csv" ] && { echo "a failed run left a file"; failed=1; }
exit $failed
