#!/usr/bin/env bash
# commands.sh BMA: exit codes, messages and what becomes of output that cannot be written.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$root" || exit
good=fixtures/agreements/care-workers-treaty.txt

expect 2 "a command is missing" "$bma"
expect 2 "no command 'weigh'" "$bma" weigh
expect 0 "bma check" "$bma" help
expect 0 "min-score" "$bma" help check
expect 0 "min-score" "$bma" check --help
expect 2 "name of one command" "$bma" help nothing
expect 0 "^bma [0-9]" "$bma" --version
expect 2 "is not an option here" "$bma" check --sideways "$good"
expect 2 "needs a value" "$bma" check --format
expect 2 "--format takes one of text, json, .*, not 'xml'" "$bma" check --format xml "$good"
expect 2 "at least one draft" "$bma" check
expect 2 "from 0 to 100" "$bma" check --min-score 101 "$good"
expect 2 "from 0 to 100" "$bma" check --min-score nan "$good"
expect 2 "mentioned, soft, binding, operational" "$bma" check --fail-level firm "$good"
expect 2 "no scoring profile 'lenient'" "$bma" check --profile lenient "$good"
expect 2 "no-such-file" "$bma" check no-such-file.txt
expect 2 "no-such-file" "$bma" check "$good" no-such-file.txt
expect 2 "no-such-pack" "$bma" check --pack no-such-pack "$good"
expect 0 "points and grade" "$bma" check "$good"
expect 0 "bma-scorecard/1" "$bma" check -f json "$good"
expect 0 "points and grade" "$bma" check --profile strict "$good"
expect 1 "points and grade" "$bma" check --min-score 100 "$good"
expect 1 "points and grade" "$bma" check --fail-level operational "$good"
expect 0 "points and grade" "$bma" check --min-score 0 "$good"
expect 0 "article" "$bma" show "$good"
expect 0 "bma-document/1" "$bma" show --format json "$good"
expect 0 "first Party: Marenda, origin" "$bma" show --features "$good"
expect 0 "international_norms (" "$bma" show --features "$good"
expect 2 "one draft" "$bma" show
expect 2 "--format takes one of text, json, not 'csv'" "$bma" show --format csv "$good"
expect 2 "--format takes one of text, csv, json, not 'html'" "$bma" import --coded x --map y -f html
expect 0 "HR-1" "$bma" rules
expect 0 "S5-1 .*HR-1" "$bma" rules --coverage
# What catalogue and rules say of each other is held against both.
cp -r rules/m4md-2011 "$work/pack" && rm "$work"/pack/{likeness,standing}.csv
sed -i 's/answers = {.*}/answers = { "S5-2" }/' "$work/pack/hr/HR-1.lua"
expect 1 "^S5-1 .* HR-1(does not answer)" "$bma" rules --coverage -p "$work/pack"
expect 1 "^HR-1 answers S5-2, but the catalogue does not list it there" "$bma" rules --coverage -p "$work/pack"
rm "$work/pack/me/ME-4.lua"
expect 1 " ME-4(no rule)" "$bma" rules --coverage -p "$work/pack"
expect 2 "cannot be written" bash -c "'$bma' check '$good' >/dev/full"
expect 2 "cannot be written" bash -c "'$bma' help >/dev/full"
expect 2 "." "$bma" check --output "$work/nowhere/card" "$good"

# An option that can have no effect is a mistake, whatever its value.
while IFS='|' read -r option arguments; do
    # shellcheck disable=SC2086 # options are words
    expect 2 "^bma: --$option has no effect " "$bma" $arguments
done <<END
width|check --format json --width 80 $good
color|check --format json --color auto $good
verbose|check -v -f csv $good
sarif-pass|check --sarif-pass $good
sarif-pass|check --jsonl - --sarif-pass
verbose|check --jsonl - -v
width|check --jsonl - --width 70
color|check --jsonl - --color always
format|check --jsonl - -f json
output|check --jsonl - -o $work/x
quiet|check --jsonl - --quiet
write-baseline|check --jsonl - --write-baseline $work/x
quiet|check --quiet -f json -o $work/x $good
today|check --today 2031-01-01 $good
voice|check --voice coder $good
most|compare --most 3 $good $good
sort|compare --rank --sort score $good
sort|compare --by year --sort cluster $good
width|compare -f csv --width 70 $good
color|compare -f html --color always $good
format|show --text --format json $good
format|show --features --format json $good
features|show --text --features $good
width|diff -f json --width 80 $good $good
color|diff -f html --color never $good $good
width|agreement --width 80 -f csv fixtures/labelled/developed
column|agreement --column id=no fixtures/labelled/developed
profile|import --coded x --map y --profile strict
END
expect 0 "points and grade" "$bma" check -f text -f csv -o csv="$work/x" --width 80 --color never -v "$good"
expect 2 "takes a date" bash -c "echo '{}' | '$bma' check --jsonl - --today 7"

# A draft in another language is not judged; a short one cannot be told from one.
cat >"$work/accord.txt" <<'TEXT'
Accord sur l'emploi des travailleurs saisonniers

Article 1
Les autorités compétentes des deux pays échangent chaque année, avant le premier mars, leurs prévisions quant au
nombre des saisonniers dont les exploitations agricoles auront besoin.

Article 2
Nul ne peut exiger du travailleur une somme quelconque pour son placement; les frais du voyage sont à la charge de
celui qui l'emploie, à l'aller comme au retour.

Article 3
Un contrat écrit, rédigé dans les deux langues, est remis au travailleur avant son départ.
TEXT
expect 2 "accord.txt: this does not seem to be in the language of the rules (en)" "$bma" check "$work/accord.txt"
expect 2 "give them a translation" "$bma" explain HR-4 "$work/accord.txt"
expect 0 "article" "$bma" show "$work/accord.txt"
head -c 300 "$work/accord.txt" >"$work/short.txt"
expect 0 "points and grade" "$bma" check "$work/short.txt"

# The card is named by all lines of the title, or by the first where that would be no name.
printf '%s\n\n' "AGREEMENT" "BETWEEN MARENDA AND OSTIA" "ON HARVEST WORKERS" "The Parties have agreed as follows:" \
    "Article 1" "The employer shall pay the wage each month." >"$work/lines.txt"
expect 0 "AGREEMENT BETWEEN MARENDA AND OSTIA ON HARVEST WORKERS" "$bma" check "$work/lines.txt"
{ printf 'AGREEMENT\n\n'; printf 'ON THE WORK OF MANY HANDS %.0s' {1..20}; tail -n +6 "$work/lines.txt"; } >"$work/wordy.txt"
expect 0 '"AGREEMENT"' "$bma" check -f csv "$work/wordy.txt"

# What is to be mended first is quoted where the draft has it: the card bids to read that clause.
printf '%s\n\n' "AGREEMENT BETWEEN MARENDA AND OSTIA ON HARVEST WORKERS" "The Parties have agreed as follows:" \
    "Article 1" "The Parties shall endeavour to open their services of occupational medicine to workers." >"$work/soft.txt"
"$bma" check "$work/soft.txt" >"$work/soft"
sed '1,/^MEND FIRST/d; /^WHAT FALLS SHORT/,$d' "$work/soft" | grep "endeavour to open" >"$work/said" ||
    { echo "a soft clause that is to be mended first is not quoted"; failed=1; }

# A reader that stops early (head) gets no complaint; the code still says that not everything was written.
to_nobody='import os, subprocess, sys
reader, writer = os.pipe()
os.close(reader)
sys.exit(subprocess.call(sys.argv[1:], stdout=writer))'
for command in "check $good" "show $good" rules help; do
    # shellcheck disable=SC2086
    python3 -c "$to_nobody" "$bma" $command 2>"$work/pipe"
    echo $? >"$work/code"
    [ "$(cat "$work/code")" = 2 ] || { echo "$command: a closed pipe gave $(cat "$work/code")"; failed=1; }
    [ ! -s "$work/pipe" ] || { echo "$command: a closed pipe was complained of"; failed=1; }
done

# A failed run leaves the old file as it was.
echo old >"$work/card"
"$bma" check --output "$work/card" no-such-file.txt 2>/dev/null
[ "$(cat "$work/card")" = old ] || { echo "a failed run touched the output file"; failed=1; }

# A link is written through, to the file that it leads to; what stands beside it is nobody's but the user's.
ln -s card "$work/to-card" && echo mine >"$work/card.part" && echo mine >"$work/to-card.part"
silent "$bma" check --output "$work/to-card" "$good"
[ -L "$work/to-card" ] && grep -q 'points and grade' "$work/card" || { echo "a link was not written through"; failed=1; }
silent "$bma" corpus --db "$work/link.sqlite" --csv "$work/to-card" "$good"
[ -L "$work/to-card" ] && grep -q '^"' "$work/card" || { echo "corpus: a link was not written through"; failed=1; }
silent "$bma" merge "$work/all.sqlite" "$work/link.sqlite"
grep -q mine "$work/card.part" && grep -q mine "$work/to-card.part" || { echo "a file of the user's went"; failed=1; }

# A file that grows over a limit is told of, and nothing of it stays.
(ulimit -f 1; expect 2 "card: cannot write the file: File too large" "$bma" check -f html -o "$work/card" "$good"; exit $failed) || failed=1
grep -q '^"' "$work/card" || { echo "a file that could not be written whole took the place of another"; failed=1; }
if compgen -G "$work/.bma-*"; then echo "something temporary is left"; failed=1; fi

# No output falls on what is read, by whatever name, nor on another output.
cp "$good" "$work/own.txt" && ln -s own.txt "$work/link.txt"
for output in "-o $work/own.txt" "-o $work/link.txt" "-f json -o json=$work/own.txt" "--write-baseline $work/own.txt"; do
    # shellcheck disable=SC2086 # options are words
    expect 2 "is what the command reads" "$bma" check $output "$work/own.txt"
done
expect 2 "is what the command reads" "$bma" show -o "$work/own.txt" "$work/own.txt"
expect 2 "is what the command reads" "$bma" diff -o "$work/own.txt" "$good" "$work/own.txt"
expect 2 "is what the command reads" "$bma" corpus --db "$work/o.sqlite" --csv "$work/own.txt" "$work/own.txt"
expect 2 "is what the command reads" "$bma" corpus --db "$work/o.sqlite" --csv "$work/o.sqlite" "$work/own.txt"
printf 'text: own.txt\n' >"$work/own.yaml" && cp "$work/own.yaml" "$work/own.YML"
mkdir "$work/set" && cp "$good" "$work/set/own.txt" && printf 'profile: strict\n' >"$work/set/.bma.yaml"
"$bma" corpus --db "$work/few.sqlite" "$work/own.txt" || failed=1
while read -r output arguments; do
    # shellcheck disable=SC2086 # options are words
    expect 2 "is what the command reads" "$bma" $arguments "$output"
done <<END
$work/own.txt check $work/own.yaml -o
$work/own.txt explain HR-5 $work/own.YML -o
$work/own.txt show $work/own.yaml -o
$work/link.txt diff $work/own.yaml $good --output
$work/own.txt corpus --db $work/o.sqlite $work/own.yaml --jsonl
$work/own.txt compare --db $work/few.sqlite --similar $work/own.txt -o
$work/own.txt compare --db $work/few.sqlite --similar $work/own.yaml -o
$work/own.yaml compare --db $work/few.sqlite --precedents $work/own.yaml -o
$work/own.txt compare --db $work/few.sqlite --precedents $work/own.yaml -o
$work/own.yaml check --profile $work/own.yaml $good -o
$work/set/.bma.yaml check $work/set/own.txt -o
$work/set/.bma.yaml check $work/set/own.txt --write-baseline
END
grep -q "profile: strict" "$work/set/.bma.yaml" || { echo "an output took the place of the settings"; failed=1; }
expect 2 "is written to twice" "$bma" check -o "$work/card" --write-baseline "$work/card" "$good"
ln -s new.json "$work/to-new" && ln "$work/own.yaml" "$work/hard.yaml"
for other in "$work/./new.json" "$work/set/../new.json" "$work/to-new"; do
    expect 2 "is written to twice" "$bma" check -f json -f html -o "json=$work/new.json" -o "html=$other" "$good"
    expect 2 "is written to twice" "$bma" corpus --db "$work/o.sqlite" --csv "$work/new.json" --jsonl "$other" "$good"
done
expect 2 "is what the command reads" "$bma" show -o "$work/hard.yaml" "$work/own.yaml"
if [ -e "$work/new.json" ] || [ -e "$work/o.sqlite" ]; then echo "something was written by a run that was refused"; failed=1; fi

cp "$good" "$work/x=own.txt"
(cd "$work" && expect 2 "^bma: x=own.txt: is what the command reads" "$bma" check -o x=own.txt x=own.txt
    silent "$bma" check -o q=own.txt own.txt
    exit $failed) || failed=1

# Nor on what stands in a folder or list that is read; what is new there, and what is no draft, may be written.
printf '%s\n' "$work/set/own.txt" >"$work/some.list" && touch "$work/set/own.csv" && mkdir "$work/codes" && touch "$work/codes/own.csv"
while read -r output arguments; do
    # shellcheck disable=SC2086 # options are words
    expect 2 "$output: is what the command reads" "$bma" $arguments "$output"
done <<END
$work/set/own.txt compare $work/set $good -o
$work/set/../set/own.txt corpus $work --db $work/o.sqlite --csv
$work/own.yaml corpus $work --db $work/o.sqlite --jsonl
$work/set/own.csv agreement $work/set -f csv -o
$work/codes/own.csv agreement --labels $work/codes $work/set -f csv -o
$work/set/own.txt compare $work/some.list $good -o
END
for _ in once again; do silent "$bma" corpus "$work/set" --db "$work/set/of.sqlite" --csv "$work/set/all.csv"; done
silent "$bma" compare "$work/set" -f html -o "$work/set/page.html"
cmp "$good" "$work/set/own.txt" || { echo "an output took the place of a draft in a folder"; failed=1; }

# One document goes to standard output, by whatever name.
expect 2 "json and text cannot both go to standard output" "$bma" check -f json -f text -o json=- "$good"
expect 2 "text and the baseline cannot both go to standard output" "$bma" check --write-baseline - "$good"
expect 2 "is written to twice" "$bma" check -o - --write-baseline /dev/stdout "$good"
expect 2 "written to twice" "$bma" corpus --db "$work/o.sqlite" --csv - --jsonl - "$good"
"$bma" check -f json -f text -o json=/dev/stdout "$good" >"$work/one" 2>"$work/two" && { echo "two documents on standard output"; failed=1; }
grep -q "cannot both go" "$work/two" && [ ! -s "$work/one" ] || failed=1
{ echo before; "$bma" check -f json -o /dev/stdout "$good"; } >"$work/one"
head -n 1 "$work/one" | grep -qx before && [ -L /dev/stdout ] || { echo "standard output was replaced"; failed=1; }
expect 0 '"bma-baseline/2"' "$bma" check -f text -o "$work/card" --write-baseline - "$good"
expect 0 "." "$bma" check -f json -f text -o json=/dev/null "$good"
cmp "$good" "$work/own.txt" || { echo "an output took the place of the draft"; failed=1; }

# A variable that is not set is no value; a number is written as people write it.
expect 2 "needs a value that is not empty" "$bma" check --pack '' "$good"
expect 2 "takes a number" "$bma" check --min-score 0x10 "$good"

expect 2 "check: argument 2 is empty; expected FILE" "$bma" check "$good" ''
expect 2 "rules: argument 1 is empty; expected none" "$bma" rules ''

# Standard input is one draft.  A pipe has no name that a file has, and nobody waits for one.
for command in "check - -" "diff - -" "check - --waivers -" "check --baseline - -"; do
    # shellcheck disable=SC2086 # arguments are words
    expect 2 "standard input is to be read as 2 files" "$bma" $command
done
mkfifo "$work/fifo"
for file in "$work/fifo" /dev/null /dev/zero; do
    for command in check show "explain HR-5" "diff $good" "check $good --waivers" "check $good --baseline"; do
        # shellcheck disable=SC2086 # arguments are words
        expect 2 "^$file: expected a regular file, found a device or pipe" timeout 60 "$bma" $command "$file"
    done
done
for command in check show "explain HR-5" "diff $good" "check --jsonl"; do
    # shellcheck disable=SC2086 # arguments are words
    expect 2 "$work: .*\(found a folder\|Is a directory\)" "$bma" $command "$work"
done

# Lines that end in another way are told, not read as one; COLUMNS is for terminals.
tr '\n' '\r' <"$good" >"$work/mac.txt"
expect 2 "mac.txt:1:[0-9]*: the lines end with another sign" "$bma" check "$work/mac.txt"
"$bma" check "$good" >"$work/one" && COLUMNS=60 "$bma" check "$good" >"$work/two"
cmp "$work/one" "$work/two" || failed=1
expect 0 "HR-5" "$bma" explain hr-5
ln -s nowhere "$work/.bma.yaml"
expect 2 "bma.yaml" "$bma" check "$work/own.txt"
rm "$work/.bma.yaml"

# Same input, same bytes; nothing of the terminal in a file; no line over the width.
"$bma" check "$good" >"$work/one" && "$bma" check "$good" >"$work/two"
cmp "$work/one" "$work/two" || failed=1
grep -q $'\033' "$work/one" && { echo "colour in a file"; failed=1; }
"$bma" check --color always "$good" >"$work/colour"
grep -q $'\033' "$work/colour" || { echo "no colour where it was asked for"; failed=1; }
for width in 60 80 100; do
    "$bma" check --width $width "$good" | python3 -c "
import sys
for line in sys.stdin:
    if len(line.rstrip('\n')) > $width:
        sys.exit('wider than $width: ' + line)" || failed=1
done

# A byte order mark, which some editors write, is no word of the draft in any format.
{ printf '\357\273\277'; cat "$good"; } >"$work/marked.txt"
for format in text json html markdown csv sarif junit github; do
    "$bma" check -f $format "$work/marked.txt" >"$work/card" || { echo "$format: exit $?"; failed=1; }
    grep -q $'\357\273\277' "$work/card" && { echo "$format: a byte order mark came through"; failed=1; }
done

# A draft cannot steer the terminal.
printf 'AGREEMENT\n\nArticle 1\n\nThe employer shall keep \033[2J\342\200\256the passport of the worker.\n' >"$work/hostile.txt"
"$bma" check "$work/hostile.txt" >"$work/card" || { echo "hostile draft: exit $?"; failed=1; }
grep -q -e $'\033' -e $'\342\200\256' "$work/card" && { echo "a draft steers the terminal"; failed=1; }
printf 'AGREEMENT\n\nArticle 1\n\nThe employer shall keep \302\2332J\342\200\256the passport of the worker.\n' >"$work/hostile.txt"
for options in "" --features "--format json"; do
    # shellcheck disable=SC2086 # options are words
    "$bma" show $options "$work/hostile.txt" >"$work/card" || { echo "show $options: exit $?"; failed=1; }
    LC_ALL=C grep -q -e $'\302\233' -e $'\342\200\256' "$work/card" && { echo "show $options: a draft steers the terminal"; failed=1; }
done
"$bma" show --text "$work/hostile.txt" | cmp - "$work/hostile.txt" || failed=1
python3 - "$bma" "$work/hostile.txt" <<'END' || { echo "show --text: a draft steers the terminal"; failed=1; }
import os, pty, sys
seen = []
pty.spawn([sys.argv[1], "show", "--text", sys.argv[2]], lambda terminal: seen.append(os.read(terminal, 9999)) or b".")
sys.exit(b"passport" not in b"".join(seen) or b"\xc2\x9b" in b"".join(seen))
END

# Nor can a word of the command line, or the name of a file, by what they are quoted in.
for word in $'\302\2332Jx' $'\342\200\256x' $'\033[2Jx'; do
    "$bma" check --format "$word" "$good" 2>"$work/card"
    "$bma" check "$word" 2>>"$work/card"
    LC_ALL=C grep -q -e $'\033' -e $'\302\233' -e $'\342\200\256' "$work/card" && { echo "an argument steers the terminal"; failed=1; }
    [ "$(grep -c x "$work/card")" = 2 ] || { echo "an argument was not named"; failed=1; }
done
# Nor can a rule pack, nor a value of the settings.
cp -r "$BMA_PACK" "$work/steering"
sed -i 's/title = "Protection/title = "\\27[2J\\226\\128\\174Protection/' "$work/steering/hr/HR-5.lua"
sed -i '0,/name: Human/s//name: "\\u202eHuman/; 0,/and protection$/s//and protection"/' "$work/steering/pack.yaml"
sed -i '0,/gist: .*/s//gist: "\\u202egist"/' "$work/steering/recommendations.yaml"
mkdir "$work/steered" && printf 'pack: "a\\u202e"\n' >"$work/steered/.bma.yaml"
for command in rules "rules --coverage" "explain HR-5" "explain HR-5 $good" "check $good" "check -f markdown $good" "diff $good $good" "show $good"; do
    # shellcheck disable=SC2086 # options are words
    "$bma" $command --pack "$work/steering" >"$work/card" 2>&1 || { echo "$command: exit $?"; head -n 3 "$work/card"; failed=1; }
    LC_ALL=C grep -q -e $'\033' -e $'\342\200\256' "$work/card" && { echo "$command: a pack steers the terminal"; failed=1; }
done
expect 0 "Protection from exploitation" "$bma" rules --pack "$work/steering"
expect 0 "^pack .*/steered/a" "$bma" config "$work/steered"
LC_ALL=C grep -q -e $'\342\200\256' "$work/said" && { echo "config: the settings steer the terminal"; failed=1; }

# A rule that failed is told of with its line, and without one where it has none.
rm -r "$work/steering" && cp -r "$BMA_PACK" "$work/steering"
sed -i '$s/}/check = function() local s = "xxxxxxxx" while true do s = s .. s end end }/' "$work/steering/hr/HR-5.lua"
sed -i '$s/}/check = function() error("no") end }/' "$work/steering/hr/HR-6.lua"
line=$(wc -l <"$work/steering/hr/HR-6.lua")
for format in text html junit github; do
    "$bma" check --pack "$work/steering" -f $format "$good" >"$work/card" 2>/dev/null
    [ $? -eq 3 ] || { echo "$format: a rule that failed did not make the exit code 3"; failed=1; }
    grep -q "HR-5.lua: the rule takes more memory" "$work/card" || { echo "$format: the rule is not named"; failed=1; }
    grep -q "HR-6.lua:$line: no" "$work/card" || { echo "$format: the line of the rule is not named"; failed=1; }
    if grep -q "lua:0" "$work/card"; then echo "$format: a line 0"; failed=1; fi
done
expect 3 "^nothing is decided: hr/HR-5.lua: the rule takes more memory than it may$" "$bma" explain HR-5 --pack "$work/steering" "$good"

expect 2 "gone: No such file" "$bma" corpus gone --db "$work/none.sqlite"
if [ -e "$work/none.sqlite" ]; then echo "a database was made for a folder that is not there"; failed=1; fi

# Every number that the pack has in words numbers an article: "Article Twenty-Three", "Article Twenty-Third".
for list in counted ranked; do
    python3 - "$root/rules/m4md-2011/lexicon/en/structure.yaml" "$list" >"$work/words.txt" <<'END'
import re, sys
listed = re.search(rf"^{sys.argv[2]}: \[(.*?)\]", open(sys.argv[1], encoding="utf-8").read(), re.M | re.S).group(1)
print("AGREEMENT ON WORK\n")
for word in re.split(r",\s+", listed):
    print(f"Article {word.title()}\n\nThe Parties shall meet.\n")
END
    "$bma" show --format json "$work/words.txt" | python3 -c '
import json, sys
found = [node["ordinal"] for node in json.load(sys.stdin)["nodes"] if node["kind"] == "article"]
assert found == list(range(1, 31)), found' || { echo "numbers in words: $list"; failed=1; }
done
exit $failed
