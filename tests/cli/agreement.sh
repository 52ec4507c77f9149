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
mkdir bare && cp pears.yaml drafts/pears.txt bare/ && sed -i 's/drafts\///' bare/pears.yaml
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

expect 2 "needs drafts" "$bma" agreement
expect 2 "go together" "$bma" agreement --coded coding.csv drafts
expect 2 "needs --labels" "$bma" agreement --second second
expect 2 "no format 'html'" "$bma" agreement -f html drafts
expect 2 "gone" "$bma" agreement --labels gone --second second
exit $failed
