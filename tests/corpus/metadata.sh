#!/usr/bin/env bash
# metadata.sh BMA: a year, a kind and Parties for bare texts, from a table.
# shellcheck source=../cli/expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cli/expect.sh"
cd "$work" || exit
ask() { python3 -c 'import sqlite3, sys; print(*("|".join("" if v is None else str(v) for v in r) for r in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])), sep="\n")' "$@"; }
is() { [ "$(ask r.sqlite "$1")" = "$2" ] || { echo "line ${BASH_LINENO[0]}: $1: $(ask r.sqlite "$1"), not $2"; failed=1; }; }

mkdir -p treaties/old
for name in treaties/0007 treaties/pears treaties/old/quinces treaties/none; do
    printf 'AGREEMENT ON %s\n\nArticle 1\n\nWorkers may join a trade union of their choice.\n' "$name" >$name.txt
done
cat >treaties/plums.yaml <<'END'
year: 1999
text: plums.txt
END
cp treaties/pears.txt treaties/plums.txt
printf '%s\n' 'path,year,instrument,parties,remark' '7,1951,mou,"Orvia (origin); THE REPUBLIC OF MARENDA (destination)",x' \
    './treaties//pears.txt,1962,,,' 'quinces.txt,,protocol,Telland,' 'plums,1980,treaty,Orvia;Telland,' >about.csv
silent "$bma" corpus treaties --db r.sqlite --metadata about.csv
all="SELECT name, year, instrument, pair FROM result ORDER BY name"
wanted='treaties/0007.txt|1951|mou|Marenda – Orvia
treaties/none.txt||treaty|
treaties/old/quinces.txt||protocol|
treaties/pears.txt|1962|treaty|
treaties/plums.yaml|1999|treaty|Orvia – Telland'
is "$all" "$wanted"
is "SELECT p.name, role FROM party p JOIN result r ON r.id = agreement_id WHERE r.name LIKE '%0007%'" $'Orvia|origin\nMarenda|destination'
is "SELECT decade, n FROM mean_by_decade WHERE dimension = 'all' ORDER BY 1" $'|2\n1950|1\n1960|1\n1990|1'
expect 0 '^"1951","all",1,' "$bma" compare --db r.sqlite --by year -f csv

# The same again weighs nothing; another year weighs the one that it is of; without the table it is not known.
ids() { ask r.sqlite "SELECT sha256 FROM agreement ORDER BY name"; }
ids >before
silent "$bma" corpus treaties --db r.sqlite --metadata about.csv -j 3
ids | cmp - before || failed=1
sed -i 's/^7,1951/7,1952/' about.csv
silent "$bma" corpus treaties --db r.sqlite --metadata about.csv
[ "$(ids | diff - before | grep -c '^<')" = 1 ] || { echo "not one agreement was weighed again"; failed=1; }
is "SELECT year FROM result WHERE name = 'treaties/0007.txt'" 1952
silent "$bma" corpus treaties --db plain.sqlite
silent "$bma" corpus treaties --db r.sqlite
[ "$(ask r.sqlite "$all")" = "$(ask plain.sqlite "$all")" ] || { echo "what the table said stays without it"; failed=1; }

# Streams say the same; shards take of the table what is theirs, and merge as one run.
silent "$bma" corpus treaties --db r.sqlite --metadata about.csv --csv r.csv --jsonl r.jsonl
grep -q '"name":"\?.*0007.txt.*"year": *1952' r.jsonl || { echo "the year is not in the stream"; failed=1; }
grep -q '"treaties/0007.txt".*,1952,"Marenda – Orvia","Orvia; THE REPUBLIC OF MARENDA",' r.csv || { echo "nor in the other"; failed=1; }
for part in 1 2; do silent "$bma" corpus treaties --db part-$part.sqlite --metadata about.csv --shard $part/2; done
silent "$bma" merge merged.sqlite part-1.sqlite part-2.sqlite
[ "$(ask merged.sqlite "$all")" = "$(ask r.sqlite "$all")" ] || { echo "shards say something else"; failed=1; }

# Lines that mean nothing here are told; a table of which nothing fits, or that means two, is refused.
printf 'name,year\npears,1962\nappels,1963\n' >slip.csv
expect 0 "slip.csv:3: nothing that is weighed is called 'appels'" "$bma" corpus treaties --db s.sqlite --metadata slip.csv
{ printf 'name,year\npears,1962\n'; seq 100 130 | sed 's/$/,1963/'; } >many.csv
expect 0 "many.csv: so it is with 31 of 32 lines" "$bma" corpus treaties --db s.sqlite --metadata many.csv
refused() { printf '%b' "$2" >bad.csv; expect 2 "$1" "$bma" corpus treaties --db bad.sqlite --metadata bad.csv; }
refused "bad.csv: expected paths or names of the agreements that are weighed, found none" 'path,year\nappels,1963\n'
refused 'bad.csv:2:7: expected a year from 1800 to 2200, or nothing, found "962"' 'path,year\npears,962\n'
refused 'bad.csv:2:7: expected treaty, mou, exchange-of-letters, protocol or nothing, found "pact"' 'path,instrument\npears,pact\n'
refused 'bad.csv:3:1: agreement "0007" stands in line 2 already' 'path,year\n7,1963\n0007,1963\n'
refused 'bad.csv:3:1: agreement "treaties/pears.txt" stands in line 2 already' 'path,year\ntreaties/pears.txt,1963\n./treaties/pears.txt,1963\n'
refused 'bad.csv:2:1: expected the path or the name of an agreement, found nothing' 'path,year\n,1963\n'
refused 'bad.csv:1: expected a column "path", found id, year' 'id,year\npears,1963\n'
refused 'bad.csv:1: expected a column year, instrument or parties beside the names, found none' 'path,jahr\npears,1963\n'
cp treaties/pears.txt treaties/old/pears.txt
refused 'bad.csv:2: "pears" means treaties/old/pears.txt and treaties/pears.txt; expected the path of one' 'path,year\npears,1963\n'
expect 2 "is what the command reads" "$bma" corpus treaties --db s.sqlite --metadata about.csv --csv about.csv
expect 2 "gone.csv" "$bma" corpus treaties --db s.sqlite --metadata gone.csv
exit $failed
