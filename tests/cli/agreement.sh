#!/usr/bin/env bash
# agreement.sh BMA: two coders side by side.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$work" || exit

mkdir drafts first second
printf 'AGREEMENT ON ORCHARDS\n\nArticle 1\n\nNo employer shall keep the passport of a worker.\n\nArticle 2\n\n%s\n' \
    'Workers may join a trade union of their choice.' >drafts/orchards.txt
printf 'AGREEMENT ON PEARS\n\nArticle 1\n\nWorkers may join a trade union of their choice.\n' >drafts/pears.txt
printf 'criterion,level,contradicted,articles,note\nHR-5,3,0,1,papers\nHR-7,3,0,2,\nHR-1,2,0,9,"seen, alone"\nRI-4,na,0,,\nCX-1,,,,\n' \
    >first/orchards.csv
printf 'criterion,level\nHR-5,0\nHR-7,3\n' >first/pears.csv
printf 'criterion,level\nHR-5,2\nHR-7,3\nHR-1,2\n' >second/orchards.csv

expect 0 "2 agreements, 5 criteria" "$bma" agreement --labels first drafts
expect 0 "Percent agreement *0.800" "$bma" agreement --labels first drafts
expect 0 "Not applicable to the first: 1" "$bma" agreement --labels first drafts
expect 0 "HR-1 *orchards: 2 and 0" "$bma" agreement --labels first --disagreements drafts
expect 0 "first: 9: seen, alone" "$bma" agreement --labels first -d drafts
expect 0 "1 agreements, 3" "$bma" agreement --labels first --second second
expect 0 "Passed over, as only one has rated them: 1" "$bma" agreement --labels first --second second
expect 0 '"orchards","HR-1",2,0,"9","seen, alone",0,0,"",""' "$bma" agreement -l first -d -f csv drafts
expect 0 '"all","all","",5,0.8000' "$bma" agreement --labels first --format csv drafts
expect 1 "" "$bma" agreement --labels first --min-alpha 0.99 drafts
expect 0 "" "$bma" agreement --labels first --min-alpha 0.1 drafts

# Tables beside the drafts; others in the folder are passed over, but not when they are named.
cp first/orchards.csv drafts/
expect 0 "1 agreements, 3 criteria" "$bma" agreement drafts
expect 2 "pears.txt: nobody has rated this draft: there is no pears.csv beside it" "$bma" agreement drafts/pears.txt
expect 2 "nothing here was rated by both" "$bma" agreement --labels drafts --second "$root/docs"

# A case file brings its own coding.
printf 'text: drafts/pears.txt\ncoded:\n  - {criterion: HR-7, level: 3, article: "1", note: union}\n' >pears.yaml
sed -i 's/- {criterion: HR-7, level: 3, article: "1", note: union}/HR-7: {level: 3, article: "1", note: union}/' pears.yaml
expect 0 "1 agreements, 1 criteria" "$bma" agreement pears.yaml

# Without a text there is nothing of the program's to set beside the coder.
mkdir -p bare/drafts && cp pears.yaml bare/ && cp drafts/pears.txt bare/drafts/
printf 'coded: {HR-7: 3}\n' >bare/reeds.yaml
expect 2 "^bare/reeds.yaml: the case file has no text" "$bma" agreement bare/reeds.yaml
expect 0 "1 agreements, 1 criteria" "$bma" agreement bare
expect 0 "Passed over, as they have no text for the program to read: 1" "$bma" agreement bare
expect 0 '"without_text": 1' "$bma" agreement -f json bare

# A coding table, whose ids are the names of the drafts.
mkdir treaties && cp drafts/orchards.txt treaties/0007.txt && cp drafts/pears.txt treaties/8.txt
printf 'treatyID,passport,union,other\n7,1,1,0\n8,1,1,\n' >coding.csv
printf 'item,criteria\npassport,HR-5\nunion,HR-7;ST-2\nother,HR-1\n' >map.csv
expect 0 "2 agreements, 5 topics" "$bma" agreement --coded coding.csv --map map.csv treaties
expect 0 '"topic","passport","",2,0.5000' "$bma" agreement --coded coding.csv --map map.csv -f csv treaties
# Topics of one criterion cannot be told apart by what finds criteria: they are marked, and what comes of it is said.
printf 'treatyID,passport,union,other,papers\n7,1,1,0,0\n8,1,1,,0\n' >narrow.csv
printf 'item,criteria\npassport,HR-5\nunion,HR-7;ST-2\nother,HR-1\npapers,HR-4;HR-5\n' >narrow-map.csv
expect 0 '^papers *\*' "$bma" agreement --coded narrow.csv --map narrow-map.csv treaties
expect 0 ' 1 of the 2' "$bma" agreement --coded narrow.csv --map narrow-map.csv treaties --width 100
expect 0 'shared: the criterion is that of passport too' "$bma" agreement -d --coded narrow.csv --map narrow-map.csv treaties
expect 0 '"0007","papers",0,0,"","",1,0,"Article 1, line 5",.*,"passport"' "$bma" agreement -d -f csv --coded narrow.csv --map narrow-map.csv treaties
expect 0 '^"topic","papers",.*,0,2,"passport"' "$bma" agreement -f csv --coded narrow.csv --map narrow-map.csv treaties
expect 0 '^"topic","other",.*,0,1,""' "$bma" agreement -f csv --coded narrow.csv --map narrow-map.csv treaties
expect 0 '^scope,.*,not_applicable,agreements,shares_criterion_with' "$bma" agreement -f csv --labels first drafts
expect 0 '^"criterion","HR-5",.*,0,2,""' "$bma" agreement -f csv --labels first drafts
expect 0 '^"criterion","HR-1",.*,0,1,""' "$bma" agreement -f csv --labels first drafts
expect 2 "no row with the id 'pears'" "$bma" agreement --coded coding.csv --map map.csv drafts/pears.txt

# Tables that are not what they should be.
table()
{
    mkdir -p bad
    printf '%b' "$2" >bad/pears.csv
    expect 2 "$1" "$bma" agreement --labels bad drafts/pears.txt
}
table "bad/pears.csv:2:1: the pack has no criterion 'HR-99'" 'criterion,level\nHR-99,1\n'
table "bad/pears.csv:2:6: a level is 0, 1, 2, 3, 4 or na, not '5'" 'criterion,level\nHR-1,5\n'
table "bad/pears.csv:3:1: criterion 'HR-1' stands here twice" 'criterion,level\nHR-1,1\nHR-1,2\n'
table "bad/pears.csv:2:8: contradicted is 0 or 1, not 'yes'" 'criterion,level,contradicted\nHR-1,1,yes\n'
table "level" 'criterion,grade\nHR-1,1\n'

# From a database: the same as from the drafts themselves, to the byte, without reading them.
"$bma" corpus drafts treaties bare --db r.sqlite 2>said || { cat said; failed=1; }
from_both()
{
    local paths=()
    while [ "$1" != -- ]; do paths+=("$1"); shift; done
    shift
    for format in json csv text; do
        "$bma" agreement -f $format -d "$@" "${paths[@]}" >one 2>&1 || failed=1
        "$bma" agreement -f $format -d "$@" "${paths[@]}" --db r.sqlite >two 2>&1 || failed=1
        cmp one two || { echo "line ${BASH_LINENO[0]}: $format: --db says something else"; diff one two | head -5; failed=1; }
    done
}
from_both drafts -- --labels first
from_both drafts --
from_both treaties/ -- --coded coding.csv --map map.csv
from_both bare --
from_both bare/pears.yaml --
mv treaties away && mv drafts/pears.txt pears.away
expect 0 "2 agreements, 5 topics" "$bma" agreement --db r.sqlite --coded coding.csv --map map.csv treaties
expect 0 "2 agreements, 5 topics" "$bma" agreement --db r.sqlite --coded coding.csv --map map.csv
expect 0 "2 agreements, 5 topics" "$bma" agreement --db r.sqlite --coded coding.csv --map map.csv .
expect 0 "2 agreements, 5 criteria" "$bma" agreement --db r.sqlite --labels first drafts
mv away treaties && mv pears.away drafts/pears.txt
expect 2 "^treaties/9.txt: the database r.sqlite has no agreement of this name" "$bma" agreement --db r.sqlite treaties/9.txt
expect 2 "^bare/reeds.yaml: the case file has no text" "$bma" agreement --db r.sqlite bare/reeds.yaml
printf 'A text \377 that is no UTF-8\n' >drafts/broken.txt && cp first/pears.csv drafts/broken.csv
"$bma" corpus drafts --db failed.sqlite 2>said
expect 0 "Passed over, as only one has rated them: 2" "$bma" agreement --db failed.sqlite
expect 2 "^drafts/broken.txt: the database says that this draft could not be weighed" "$bma" agreement --db failed.sqlite drafts/broken.txt
rm drafts/broken.*
"$bma" import --coded coding.csv --map map.csv --db coded.sqlite >said
expect 2 "^coded.sqlite: the database holds no agreement that was weighed from its text" "$bma" agreement --db coded.sqlite
expect 2 "no SQLite database" "$bma" agreement --db coding.csv
cp r.sqlite hostile.sqlite && python3 - <<'END' || failed=1
import sqlite3
db = sqlite3.connect("hostile.sqlite")
db.execute("PRAGMA ignore_check_constraints = ON")
db.execute("UPDATE finding SET level = CASE criterion WHEN 'HR-5' THEN 77 WHEN 'HR-7' THEN -9 ELSE 'three' END")
db.execute("UPDATE coding SET level = 4000000000")
db.execute("UPDATE evidence SET line = -1, quote = x'ff', citation = ''")
db.commit()
END
expect 2 "nothing here was rated by both" "$bma" agreement --db hostile.sqlite bare
expect 0 "5 topics" "$bma" agreement --db hostile.sqlite --coded coding.csv --map map.csv treaties
expect 2 "no-such.sqlite" "$bma" agreement --db no-such.sqlite
expect 2 "has no effect" "$bma" agreement --labels first --second second --db r.sqlite
cp -r "$root/rules/m4md-2011" pack && printf '\n' >>pack/scoring.yaml
expect 2 "^r.sqlite: the database was made with another rule pack" "$bma" agreement --pack pack --db r.sqlite drafts

expect 2 "needs drafts" "$bma" agreement
expect 2 "go together" "$bma" agreement --coded coding.csv drafts
expect 2 "needs --labels" "$bma" agreement --second second
expect 2 "--format takes one of text, csv, json, not 'html'" "$bma" agreement -f html drafts
expect 2 "gone" "$bma" agreement --labels gone --second second
exit $failed
