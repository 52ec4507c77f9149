#!/usr/bin/env bash
# golden.sh BMA [--refresh]: the scorecards of the drafts in fixtures/agreements, byte for byte.
set -euo pipefail
bma=$1
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export BMA_PACK=rules/m4md-2011
case "$bma" in /*) ;; *) bma=$PWD/$bma ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for draft in fixtures/agreements/*.txt; do
    name=$(basename "$draft" .txt)
    for format in text json; do
        golden=fixtures/golden/$name.$format
        "$bma" check --format "$format" --output "$work/card" "$draft" || { echo "$draft: exit $?"; failed=1; continue; }
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
