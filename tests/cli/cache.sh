#!/usr/bin/env bash
# cache.sh BMA: compiled packs change how long a run takes and nothing else.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$root" || exit
good=fixtures/agreements/care-workers-treaty.txt
pack=rules/m4md-2011
same() { cmp -s "$work/card" "$1" || { echo "another card: $2"; failed=1; }; }
images() { find "$1" -name '*.pack' 2>/dev/null | wc -l; }

BMA_CACHE=off "$bma" check -p $pack "$good" >"$work/card"
[ "$(images "$work")" = 0 ] || { echo "BMA_CACHE=off keeps something"; failed=1; }

# The first run keeps an image, the second one uses it.
for run in first second; do
    XDG_CACHE_HOME=$work/xdg env -u BMA_CACHE "$bma" check -p $pack "$good" >"$work/$run"
    same "$work/$run" "$run run"
done
[ "$(images "$work/xdg/bma")" = 1 ] || { echo "no image in XDG_CACHE_HOME/bma"; failed=1; }
env -u BMA_CACHE -u XDG_CACHE_HOME HOME="$work/home" "$bma" rules -p $pack >/dev/null
[ "$(images "$work/home/.cache/bma")" = 1 ] || { echo "no image in HOME/.cache/bma"; failed=1; }
env -u BMA_CACHE -u XDG_CACHE_HOME -u HOME "$bma" check -p $pack "$good" >"$work/homeless"
same "$work/homeless" "without a home"

# Many at once leave one image and nothing else.
for i in 1 2 3 4 5 6; do BMA_CACHE=$work/many "$bma" check -p $pack "$good" >"$work/many.$i" & done
wait
for i in 1 2 3 4 5 6; do same "$work/many.$i" "one of many"; done
[ "$(find "$work/many" -type f | wc -l)" = 1 ] || { echo "more than one file after many runs"; failed=1; }

# A changed rule is seen at once, a changed phrase too, and a pack of the same bytes elsewhere is another.
cp -r $pack "$work/pack"
BMA_CACHE=$work/own "$bma" check -p "$work/pack" "$good" >/dev/null
sed -i 's/International norms/Norms of all nations/' "$work/pack/hr/HR-1.lua"
BMA_CACHE=$work/own "$bma" check -p "$work/pack" "$good" >"$work/fresh"
grep -q "Norms of all nations" "$work/fresh" || { echo "a changed rule is not seen"; failed=1; }
sed -i 's/^language: en$/language: en /; s/- human rights$/- humane rights/' "$work/pack/lexicon/en/hr.yaml"
BMA_CACHE=$work/own "$bma" show --features -p "$work/pack" "$good" >"$work/fresh"
BMA_CACHE=off "$bma" show --features -p "$work/pack" "$good" | cmp -s - "$work/fresh" ||
    { echo "a changed phrase is not seen"; failed=1; }

# Where nothing can be kept, nothing is said.
echo file >"$work/file"
BMA_CACHE=$work/file "$bma" check -p $pack "$good" >"$work/nowhere" 2>"$work/said"
same "$work/nowhere" "with a file for a folder"
[ -s "$work/said" ] && { echo "a cache that cannot be kept is spoken of"; failed=1; }
[ "$(cat "$work/file")" = file ] || { echo "the file was changed"; failed=1; }
exit $failed
