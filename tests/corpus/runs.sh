#!/usr/bin/env bash
# runs.sh BMA: one corpus by one, two and five threads, in shards, twice over, changed, and where it cannot be.
# shellcheck source=../cli/expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cli/expect.sh"
cd "$work" || exit
dump() { python3 "$root/tests/corpus/dump.py" "$1" >"$1.sql"; }
ask() { python3 -c 'import sqlite3, sys; print(*sqlite3.connect(sys.argv[1]).execute(sys.argv[2]).fetchone())' "$@"; }
same() { cmp "$1" "$2" || failed=1; }
is() { [ "$(ask "$1" "$2")" = "$3" ] || { echo "line ${BASH_LINENO[0]}: $2: not $3"; failed=1; }; }

python3 "$root/tests/bench/generate.py" "$root/fixtures" drafts --count 40 --low 2 --high 8
mkdir drafts/deep drafts/.hidden
cp "$root"/fixtures/agreements/care-workers-treaty.txt drafts/deep/care.txt
cp drafts/000001.txt drafts/.hidden/never.txt
printf 'title: Care workers\nyear: 2004\ntext: care.txt\nparties:\n  - name: THE REPUBLIC OF ZEMBLA\n  - name: Arcadia, Kingdom of\n' >drafts/deep/case.yaml
printf 'A text \377 that is no UTF-8\n' >drafts/000041.txt
: >drafts/empty.txt
echo binary >drafts/picture.png

for jobs in 1 2 5; do
    expect 1 "2 of 43 agreements failed" "$bma" corpus drafts --db "j$jobs.sqlite" -j $jobs --csv "j$jobs.csv" --jsonl "j$jobs.jsonl"
    dump "j$jobs.sqlite"
done
for jobs in 2 5; do
    for kind in csv jsonl sqlite.sql; do same j1.$kind j$jobs.$kind; done
done
is j1.sqlite "SELECT count(*) FROM result" 41
is j1.sqlite "SELECT name, year, decade, pair FROM result WHERE year" "drafts/deep/case.yaml 2004 2000 Arcadia – Zembla"
is j1.sqlite "SELECT error FROM failure WHERE name LIKE '%41.txt'" \
    "drafts/000041.txt:1:8: the text is not UTF-8 from here on; save it as UTF-8 or give the Word file that it came from"
is j1.sqlite "SELECT count(*), count(DISTINCT criterion) FROM finding_level" "$(ask j1.sqlite 'SELECT 41 * count(*), count(*) FROM criterion')"
is j1.sqlite "SELECT count(*) FROM evidence e LEFT JOIN agreement a ON a.id = e.agreement_id WHERE a.id IS NULL" 0
[ "$(wc -l <j1.jsonl)" = 43 ] || { echo "j1.jsonl has not one line for each agreement"; failed=1; }

# A line of JSON, rows of CSV and a row of the database are joined by the agreement's name; its year is in all.
python3 - <<'END' || failed=1
import csv, json, sqlite3
db = sqlite3.connect("j1.sqlite").execute("SELECT name, year, pair FROM agreement ORDER BY name").fetchall()
lines = [json.loads(line) for line in open("j1.jsonl", encoding="utf-8")]
cards = [line["agreements"][0] if "agreements" in line else line for line in lines]
assert [card["name"] for card in cards] == [name for name, *_ in db]
assert [card.get("year") for card in cards] == [year for _, year, _ in db]
rows = {row["agreement"]: row for row in csv.DictReader(open("j1.csv", encoding="utf-8", newline=""))}
assert len(rows) == 41 and all(rows[name]["pair"] == (pair or "") for name, _, pair in db if name in rows)
assert rows["drafts/deep/case.yaml"]["year"] == "2004"
assert rows["drafts/deep/case.yaml"]["parties"] == "THE REPUBLIC OF ZEMBLA; Arcadia, Kingdom of"
END

# Once more: what is unchanged is passed over, what is changed is replaced, under the same id.
expect 1 "2 of 43" "$bma" corpus drafts --db j5.sqlite
dump j5.sqlite
same j1.sqlite.sql j5.sqlite.sql
cp drafts/000002.txt drafts/000001.txt
rm drafts/000003.txt
expect 1 "2 of 42" "$bma" corpus drafts --db j5.sqlite
is j5.sqlite "SELECT a.id, a.score = b.score FROM result a, result b WHERE a.name = 'drafts/000001.txt' AND b.name = 'drafts/000002.txt'" "2 1"
is j5.sqlite "SELECT count(*) FROM result" 41
expect 1 "2 of 42" "$bma" corpus drafts --db j5.sqlite --prune
is j5.sqlite "SELECT count(*) FROM result" 40
is j5.sqlite "SELECT count(*) FROM finding WHERE agreement_id = 4" 0

# Streams of what is unchanged come from the database, to the byte; what has changed is weighed.
kept() { python3 -c 'import sqlite3, sys; print(hash(str(sqlite3.connect(sys.argv[1]).execute("SELECT * FROM stream ORDER BY 1").fetchall())))' "$1"; }
export PYTHONHASHSEED=0
[ "$(kept j1.sqlite)" = "$(kept j2.sqlite)" ] || { echo "two threads keep other streams"; failed=1; }
expect 1 "2 of 42" "$bma" corpus drafts --db fresh.sqlite --csv fresh.csv --jsonl fresh.jsonl
is fresh.sqlite "SELECT count(csv), count(jsonl) FROM stream" "40 40"
expect 1 "2 of 42" "$bma" corpus drafts --db fresh.sqlite -j 2 --csv again.csv --jsonl again.jsonl
same fresh.csv again.csv
same fresh.jsonl again.jsonl
python3 - <<'END' || failed=1 # told from one that was weighed by what the database was made to say
import sqlite3, zlib
db = sqlite3.connect("fresh.sqlite")
row, packed = db.execute("SELECT agreement_id, jsonl FROM stream ORDER BY 1 LIMIT 1").fetchone()
line = zlib.decompress(packed).replace(b'"bma-scorecard/1"', b'"kept-scorecard/1"')
db.execute("UPDATE stream SET jsonl = ?, jsonl_length = ? WHERE agreement_id = ?", (zlib.compress(line), len(line), row))
db.commit()
END
expect 1 "2 of 42" "$bma" corpus drafts --db fresh.sqlite --jsonl told.jsonl
[ "$(grep -c kept-scorecard told.jsonl)" = 1 ] || { echo "unchanged agreements were weighed for a stream"; failed=1; }
expect 1 "2 of 42" "$bma" corpus drafts --db fresh.sqlite --again --jsonl told.jsonl
same fresh.jsonl told.jsonl
mv drafts/000004.txt four.txt && cp drafts/000005.txt drafts/000004.txt
expect 1 "2 of 42" "$bma" corpus drafts --db fresh.sqlite # no stream: what was kept of the fourth is of other bytes now
expect 1 "2 of 42" "$bma" corpus drafts --db fresh.sqlite --jsonl changed.jsonl --csv changed.csv
expect 1 "2 of 42" "$bma" corpus drafts --db other.sqlite --jsonl other.jsonl --csv other.csv
same changed.jsonl other.jsonl
same changed.csv other.csv
mv four.txt drafts/000004.txt
expect 1 "2 of 42" "$bma" corpus drafts --db other.sqlite --csv back.csv
same fresh.csv back.csv
python3 -c 'import sqlite3; d = sqlite3.connect("other.sqlite"); d.execute("UPDATE stream SET csv = substr(csv, 1, 90)"); d.commit()'
expect 2 "other.sqlite: what the database keeps of a stream is damaged; --again" "$bma" corpus drafts --db other.sqlite --csv bad.csv
[ ! -e bad.csv ] && ! compgen -G '.bma-*' || { echo "a stream that failed left a file"; failed=1; }

# Shards, and lists that say the same twice.
expect 1 "2 of 42" "$bma" corpus drafts --db one.sqlite
for part in 1 2 3; do
    "$bma" corpus drafts --shard $part/3 --db "part-$part.sqlite" 2>said
    is part-$part.sqlite "SELECT count(*) BETWEEN 8 AND 22 FROM agreement" 1
done
silent "$bma" merge merged.sqlite part-3.sqlite part-1.sqlite part-2.sqlite
dump one.sqlite
dump merged.sqlite
same one.sqlite.sql merged.sqlite.sql
find drafts/0*.txt drafts/empty.txt drafts/deep/case.yaml >all.list
cat all.list >>all.list.twice && cat all.list >>all.list.twice && mv all.list.twice all.list
expect 1 "2 of 42" "$bma" corpus all.list drafts/000002.txt --db list.sqlite
dump list.sqlite
same one.sqlite.sql list.sqlite.sql

# What cannot be.
expect 2 "merged.sqlite: expected the name of a new database" "$bma" merge merged.sqlite part-1.sqlite
"$bma" corpus drafts --db strict.sqlite --profile strict 2>said
expect 2 "strict.sqlite: made by bma .* profile strict; the parts before it by .* profile ministry" "$bma" merge x.sqlite part-1.sqlite strict.sqlite
expect 2 "one.sqlite: holds drafts/000001.txt from other bytes" "$bma" merge x.sqlite j1.sqlite one.sqlite
[ ! -e x.sqlite ] && ! compgen -G '.bma-*' || { echo "a merge that failed left a file"; failed=1; }
expect 2 "no SQLite database" "$bma" corpus drafts --db drafts/000001.txt
expect 2 "cannot make the database" "$bma" corpus drafts --db nowhere/r.sqlite
expect 2 "needs --db" "$bma" corpus drafts
expect 2 "at least one folder" "$bma" corpus --db r.sqlite
expect 2 "I from 1 to N" "$bma" corpus drafts --db r.sqlite --shard 4/3
expect 2 "no.list" "$bma" corpus no.list --db r.sqlite
echo no.txt >lost.list
expect 1 "1 of 1" "$bma" corpus lost.list --db r.sqlite
is r.sqlite "SELECT error LIKE 'no.txt: cannot %' FROM failure" 1
# More parts than drafts, a part twice, and one that could not be weighed in another part: nothing is lost.
mkdir few and && cp drafts/000004.txt drafts/000005.txt few/
silent "$bma" corpus few --db few.sqlite
for part in 1 2 3 4 5 6 7; do "$bma" corpus few --db "and/$part.sqlite" --shard $part/7 -q >said 2>&1 || failed=1; done
silent "$bma" merge and.sqlite and/?.sqlite and/1.sqlite ./and/2.sqlite few.sqlite
dump few.sqlite && dump and.sqlite
same few.sqlite.sql and.sqlite.sql
mv few/000004.txt 4 && ln -s 000004.txt few/000004.txt
expect 1 "1 of 2 agreements failed" "$bma" corpus few --db fell.sqlite
rm few/000004.txt && mv 4 few/000004.txt
silent "$bma" merge mended.sqlite fell.sqlite few.sqlite
dump mended.sqlite
same few.sqlite.sql mended.sqlite.sql
for shard in 5/4 0/0 0/3 1/0 1/2/3 1/99999999999 -1/2 / 1; do
    expect 2 "takes I/N with I from 1 to N, not '$shard'" "$bma" corpus few --db never.sqlite --shard=$shard
done
[ ! -e never.sqlite ] || { echo "a database was made for a part that is none"; failed=1; }
exit $failed
