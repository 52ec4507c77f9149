#!/usr/bin/env bash
# explain.sh BMA: every criterion explained, alone and with a draft.
set -uo pipefail
bma=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
export BMA_PACK=rules/m4md-2011
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
draft=fixtures/agreements/fish-processing-mou.txt
failed=0

expect()
{
    local code=$1 pattern=$2 got
    shift 2
    "$@" >"$work/said" 2>&1 </dev/null
    got=$?
    if [ $got -ne "$code" ] || ! grep -q -e "$pattern" "$work/said"; then
        echo "line ${BASH_LINENO[0]}: $*: exit $got, wanted $code and /$pattern/; said:"
        head -n 8 "$work/said"
        failed=1
    fi
}

for rule in rules/m4md-2011/??/*.lua; do
    id=$(basename "$rule" .lua)
    expect 0 "^SO THAT" "$bma" explain "$id" "$draft"
    grep -q "GOOD WORDING" "$work/said" || { echo "$id: no wording"; failed=1; }
done
expect 0 "Works against the criterion" "$bma" explain HR-5 "$draft"
expect 0 "contradicted" "$bma" explain HR-5 "$draft"
expect 0 "3.2, line" "$bma" explain HR-5 "$draft"
expect 0 "S8-2" "$bma" explain HR-5
expect 2 "no criterion 'HR-99'" "$bma" explain HR-99
expect 2 "takes a criterion" "$bma" explain
expect 2 "takes a criterion" "$bma" explain HR-1 "$draft" "$draft"
expect 2 "gone.txt" "$bma" explain HR-1 gone.txt
exit $failed
