# What the scripts of this folder share; sourced, not run.  It makes $work, a folder that goes when the
# script ends, and keeps $failed, which the script ends with.
set -uo pipefail
unset NO_COLOR SOURCE_DATE_EPOCH
bma=$(realpath "$1")
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
export BMA_PACK=$root/rules/m4md-2011 BMA_CACHE=off
work=$(realpath "$(mktemp -d)")
trap 'rm -rf "$work"' EXIT
failed=0

# expect CODE PATTERN COMMAND…: the exit code, and a pattern in what was said (output and errors).
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

# silent COMMAND…: done, and nothing said.
silent()
{
    if ! "$@" >"$work/said" 2>&1 </dev/null || [ -s "$work/said" ]; then
        echo "line ${BASH_LINENO[0]}: $*: failed, or said something:"
        head -n 8 "$work/said"
        failed=1
    fi
}
