#!/usr/bin/env bash
# engine.sh BMA CMAKE: results of two engines are two runs, and an engine is told by its sources.
# shellcheck source=../cli/expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cli/expect.sh"
cmake=$2
cd "$work" || exit
hash_of() { "$cmake" -D ROOT="$1" -D OUT="$work/engine.c" -P "$root/engine/corpus/engine_hash.cmake" && grep -oE '[0-9a-f]{64}' engine.c; }
ask() { python3 -c 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); print(*d.execute(sys.argv[2]).fetchone() or ()); d.commit()' "$@"; }

# The hash is that of names and bytes, and of nothing else: neither when nor where.
mkdir -p one/engine/corpus one/include two
cp "$root/engine/corpus/engine.c.in" one/engine/corpus/
echo 'int a;' >one/engine/a.c && echo 'int a;' >one/include/a.h && echo note >one/engine/notes.txt
cp -r one two/ && mv two/one two/tree && touch -d 2001-01-01 two/tree/engine/a.c && rm two/tree/engine/notes.txt
first=$(hash_of "$work/one")
[ ${#first} = 64 ] && [ "$first" = "$(hash_of "$work/two/tree")" ] || { echo "the same sources have two hashes"; failed=1; }
said=$(cd one && find engine include -type f | grep -E '\.(c|h|in|sql|css)$' | LC_ALL=C sort | xargs sha256sum | sha256sum)
[ "$first" = "${said%% *}" ] || { echo "$first is not the hash of the hashes of the sources"; failed=1; }
echo 'int b;' >one/engine/a.c
[ "$first" != "$(hash_of "$work/one")" ] || { echo "another source has the same hash"; failed=1; }

# It stands in the database and in what `bma version` says, and in no card.
printf 'AGREEMENT ON PEARS\n\nArticle 1\n\nWorkers may join a trade union of their choice.\n' >pears.txt
engine=$("$bma" version | grep -oE '[0-9a-f]{64}')
silent "$bma" corpus pears.txt --db here.sqlite
[ "$(ask here.sqlite 'SELECT engine_sha256 FROM run')" = "$engine" ] || { echo "the run has another engine"; failed=1; }
for format in text json csv html; do
    if "$bma" check -f $format pears.txt | grep -q "${engine:0:12}"; then echo "$format: a card names the engine"; failed=1; fi
done

# What another engine made is another run; databases of two engines are not merged.
cp here.sqlite other.sqlite
ask other.sqlite "UPDATE run SET engine_sha256 = '$first'"
expect 2 "other.sqlite: made by bma .* (${first:0:12}), .*; the parts before it by bma .* (${engine:0:12})" \
    "$bma" merge both.sqlite here.sqlite other.sqlite
silent "$bma" corpus pears.txt --db other.sqlite
[ "$(ask other.sqlite 'SELECT count(*) FROM run')" = 2 ] || { echo "two engines share a run"; failed=1; }
[ "$(ask other.sqlite 'SELECT engine_sha256 FROM current_run')" = "$engine" ] || { echo "the run of today is not current"; failed=1; }
[ "$(ask other.sqlite 'SELECT count(*) FROM result')" = 1 ] || { echo "views mix two engines"; failed=1; }
exit $failed
