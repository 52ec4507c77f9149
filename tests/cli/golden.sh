#!/usr/bin/env bash
# golden.sh BMA [--refresh]: the scorecards of the drafts in fixtures/agreements, byte for byte but for the
# hash of the pack, which every changed word of a rule changes.
set -euo pipefail
bma=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export BMA_PACK=rules/m4md-2011
case "$bma" in /*) ;; *) bma=$PWD/$bma ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
hash=$("$bma" check --format json fixtures/agreements/care-workers-treaty.txt |
    sed -n '/"pack"/,/}/s/.*"sha256": "\([0-9a-f]*\)".*/\1/p')
[ ${#hash} = 64 ] || { echo "the pack's hash is not in the card"; exit 1; }
for draft in fixtures/agreements/*.txt; do
    name=$(basename "$draft" .txt)
    for format in text json; do
        golden=fixtures/golden/$name.$format
        "$bma" check --format "$format" --output "$work/card" "$draft" || { echo "$draft: exit $?"; failed=1; continue; }
        sed -i "s/${hash:0:12}/hash-of-pack/; s/hash-of-pack${hash:12}/hash-of-pack/" "$work/card"
        if [ "${2:-}" = --refresh ]; then
            cp "$work/card" "$golden"
        elif ! diff -u "$golden" "$work/card" >"$work/difference"; then
            echo "$golden differs ('./dev golden' writes it anew, once the difference is wanted):"
            head -n 40 "$work/difference"
            failed=1
        fi
    done
done
exit $failed
