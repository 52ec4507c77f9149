#!/usr/bin/env bash
# names.sh BMA: one agreement is weighed once, however the way to it is written.
# shellcheck source=../cli/expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cli/expect.sh"
cd "$work" || exit
names() { python3 -c 'import sqlite3, sys; print(*(r[0] for r in sqlite3.connect(sys.argv[1]).execute("SELECT name FROM agreement ORDER BY name")))' "$1"; }
# weighs WANTED ARGUMENT…: these names, and no others, are in the database afterwards.
weighs()
{
    local wanted=$1 found
    shift
    rm -f names.sqlite
    "$bma" corpus "$@" --db names.sqlite -q >said 2>&1 <listed || { cat said; failed=1; }
    found=$(names names.sqlite)
    [ "$found" = "$wanted" ] || { echo "line ${BASH_LINENO[0]}: $*: weighed '$found', wanted '$wanted'"; failed=1; }
}

mkdir -p cases/deep
union='Workers may join a trade union of their choice.'
for text in cases/a cases/b cases/deep/c; do
    printf 'AGREEMENT ON ORCHARDS\n\nArticle 1\n\n%s\n' "$union" >$text.txt
done
printf 'year: 2001\ntext: a.txt\n' >cases/a.yaml
printf 'year: 2002\ntext: ./deep//c.txt\n' >cases/c.yaml
: >listed

all="cases/a.yaml cases/b.txt cases/c.yaml"
for folder in cases ./cases cases/ cases// .//cases .; do weighs "$all" "$folder"; done
(cd cases && find . -type f) | sed 's|^|./cases/|' >listed
weighs "$all" -
weighs "cases/b.txt" ./cases/b.txt cases/b.txt .//cases/./b.txt
mv listed some.list && : >listed
weighs "$all" some.list
weighs "cases/a.txt cases/a.yaml" cases/a.txt cases/a.yaml # both were asked for
mkdir parts
for part in 1 2 3; do
    "$bma" corpus ./cases --shard $part/3 --db parts/$part.sqlite -q || failed=1
done
silent "$bma" merge whole.sqlite parts/*.sqlite
[ "$(names whole.sqlite)" = "$all" ] || { echo "shards weigh $(names whole.sqlite)"; failed=1; }

# A folder in which nothing can be weighed is said to be one; to prune by it is refused.
mkdir empty && echo binary >empty/picture.png
expect 0 "nothing to weigh: no draft or case file was found in what was named" "$bma" corpus empty --db none.sqlite
expect 2 "prune would remove every agreement" "$bma" corpus empty --db none.sqlite --prune

# A YAML that is meant as a case file is weighed, or fails by its own name, however its keys are written.
mkdir meant && cp cases/a.txt meant/
printf '"text": a.txt\n' >meant/double.yaml
printf "{'text' : a.txt}\n" >meant/flow.yaml
printf '? text\n: a.txt\n' >meant/asked.yaml
printf '  "Articles": []\n' >meant/capitals.yaml
printf '"text": &a a.txt\n' >meant/anchor.yaml
printf "{ 'text': *b\n" >meant/broken.yaml
printf 'text: a.txt\n' | iconv -t UTF-16 >meant/wide.yaml
printf 'version: 3\nimage: &a {text: orchard}\n' >meant/other.yaml
printf -- '- text: a.txt\n' >meant/list.yaml
expect 1 "4 of 7 agreements failed" "$bma" corpus meant --db meant.sqlite
found=$(names meant.sqlite)
wanted="meant/anchor.yaml meant/asked.yaml meant/broken.yaml meant/capitals.yaml meant/double.yaml meant/flow.yaml meant/wide.yaml"
[ "$found" = "$wanted" ] || { echo "of those meant as case files, found $found"; failed=1; }

# What cannot be looked at is not taken for gone, so that no row of it is pruned.
mkdir deep && cp cases/a.txt deep/a.txt
silent "$bma" corpus deep --db deep.sqlite
rm deep/a.txt && ln -s nothing.txt deep/gone.txt && ln -s loop.txt deep/loop.txt && ln -s "$work" deep/folder
expect 1 "1 of 1 agreements failed" "$bma" corpus deep --db deep.sqlite --prune
[ "$(names deep.sqlite)" = deep/loop.txt ] || { echo "of links, found $(names deep.sqlite)"; failed=1; }
long=$(printf 'x%.0s' {1..250})
(cd deep && for _ in {1..17}; do mkdir "$long" && cd -P "$long" || exit; done)
expect 2 "cannot look at the file: File name too long" "$bma" corpus deep --db deep.sqlite --prune
[ "$(names deep.sqlite)" = deep/loop.txt ] || { echo "pruned what could not be looked at"; failed=1; }
exit $failed
