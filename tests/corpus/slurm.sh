#!/usr/bin/env bash
# slurm.sh BMA: the job array of docs/corpus.md on a Slurm of one machine, started for this test alone; its merged
# database must have the rows of one run.  Ends with 77 (skipped), saying why, where Slurm is missing or may
# not be started: Debian has it as slurmctld, slurmd, slurm-client and munge.
# shellcheck source=../cli/expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cli/expect.sh"
cd "$work" || exit
PATH=$PATH:/usr/sbin
skip() { echo "skipped: $*"; exit 77; }

[ "$(id -u)" -eq 0 ] || skip "the Slurm daemons are started as root here"
for program in slurmctld slurmd munged sbatch srun sinfo scontrol; do
    command -v $program >/dev/null || skip "$program is not installed"
done

# A key, a socket and ports of this test's own, so that a Slurm that is there already is left alone.
mkdir -p munge state spool
chmod 755 "$work"
head -c 1024 /dev/urandom >munge/key
chmod 600 munge/key
chmod 711 munge
munged --force --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
    --log-file="$work/munge/log" --seed-file="$work/munge/seed" >said 2>&1 || skip "munged: $(tail -n 1 said)"
stop() {
    for name in slurmd slurmctld munge/munged; do
        file=$work/$name.pid
        [ $name = munge/munged ] && file=$work/munge/pid
        [ -s "$file" ] && kill "$(cat "$file")" 2>/dev/null
    done
    sleep 1
    rm -rf "$work"
}
trap stop EXIT
host=$(hostname -s)
cat >slurm.conf <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=46817
SlurmdPort=46818
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
MpiDefault=none
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
sed -i '/^CryptoType/d' slurm.conf
export SLURM_CONF=$work/slurm.conf
slurmctld -f slurm.conf >said 2>&1 || skip "slurmctld: $(tail -n 1 said)"
slurmd -f slurm.conf -N "$host" >said 2>&1 || skip "slurmd: $(tail -n 1 said)"
for _ in $(seq 60); do sinfo -h -o %t 2>/dev/null | grep -q idle && break; sleep 0.5; done
sinfo -h -o %t 2>/dev/null | grep -q idle ||
    skip "the node does not come up: $(tail -n 2 slurmctld.log slurmd.log 2>/dev/null | tr '\n' ' ')"

# The corpus, and the script just as docs/corpus.md has it.
python3 "$root/tests/bench/generate.py" "$root/fixtures" treaties --count 60 --low 2 --high 8
mkdir bin results
ln -s "$bma" bin/bma
export PATH=$work/bin:$PATH
sed -n '/^#!\/bin\/bash$/,/^```$/p' "$root/docs/corpus.md" | sed '/^```$/d' >array.sh
grep -q 'SBATCH --array' array.sh || { echo "docs/corpus.md has no job array"; exit 1; }
timeout 200 sbatch --wait --chdir="$work" --output="$work/out-%a.txt" array.sh >said 2>&1 ||
    { echo "the array failed:"; cat said out-*.txt; failed=1; }
bma merge merged.sqlite results/part-*.sqlite || failed=1
bma corpus treaties --db whole.sqlite || failed=1
for name in merged whole; do python3 "$root/tests/corpus/dump.py" $name.sqlite >$name.sql; done
[ "$(find results -name 'part-*.sqlite' | wc -l)" = 8 ] || { echo "not every task made its part"; failed=1; }
cmp merged.sql whole.sql || failed=1
[ $failed = 0 ] && echo "8 tasks of Slurm $(sinfo --version | cut -d' ' -f2) made the rows of one run"
exit $failed
