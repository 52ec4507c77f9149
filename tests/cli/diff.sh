#!/usr/bin/env bash
# diff.sh BMA: two versions of a draft.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$work" || exit

published='This Agreement shall be published in the official gazette within one month.'
papers='No employer shall keep the passport of a worker.'
norms='The Parties shall apply this Agreement in conformity with the conventions of the ILO.'
union='Workers may join a trade union of their choice.'
printf 'AGREEMENT ON ORCHARDS\n\nArticle 1\n\n%s\n\nArticle 2\n\n%s\n\nArticle 3\n\n%s\n' \
    "$norms" "$papers" "$published" >old.txt
printf 'AGREEMENT ON ORCHARDS\n\nArticle 1\n\n%s\n\nArticle 2\n\n%s\n\nArticle 3\n\n%s\n' \
    "${norms/shall/shall endeavour to}" "$union" "$papers" >new.txt

expect 0 "Article 2 is now Article 3$" "$bma" diff old.txt new.txt
expect 0 "^Article 3 is dropped" "$bma" diff old.txt new.txt
expect 0 "^Article 2 is new" "$bma" diff old.txt new.txt
expect 1 "weakened" "$bma" diff --fail-on regression old.txt new.txt
expect 0 "0 strengthened, [0-9]* the same" "$bma" diff --fail-on regression old.txt old.txt
expect 0 "### Lost" "$bma" diff -f markdown old.txt new.txt
expect 0 "<h2>Lost</h2>" "$bma" diff -f html old.txt new.txt
expect 2 "two versions" "$bma" diff old.txt
expect 2 "--format takes one of text, json, markdown, html, not 'csv'" "$bma" diff -f csv old.txt new.txt
expect 2 "gone.txt" "$bma" diff old.txt gone.txt
# What cannot be read is named where it stands, whichever of the two it is.
for fault in 'text: old.txt\nyear: soon\n|2:7: expected a whole number from 1800 to 2200, found "soon"' \
             'text: gone.txt\n|1:7: "gone.txt": ' \
             'title: Orchards\n|1:1: expected "text"' \
             'text: old.txt\ncoded:\n  HR-1: 5\n|3:9: expected one of 0, 1, 2, 3, 4, na, undecided, found "5"'; do
    printf '%b' "${fault%|*}" >bad.yaml
    expect 2 "^bad.yaml:${fault##*|}" "$bma" diff bad.yaml new.txt
    expect 2 "^bad.yaml:${fault##*|}" "$bma" diff old.txt bad.yaml
done
printf 'AGREEMENT\n\nA text \377 of bytes\n' >bytes.txt
expect 2 "^bytes.txt:3:8: the text is not UTF-8 from here on" "$bma" diff old.txt bytes.txt
expect 2 "^bytes.txt:3:8: the text is not UTF-8 from here on" "$bma" diff -f json bytes.txt old.txt
"$bma" diff -f json old.txt new.txt >diff.json
"$bma" diff -f json new.txt old.txt >back.json
python3 - "$published" "$union" <<'END' || failed=1
import json, sys
there, back = json.load(open("diff.json")), json.load(open("back.json"))
change = {row["id"]: row for row in there["criteria"]}
assert change["HR-1"]["change"] == "weakened" and change["HR-1"]["regression"]
assert change["TR-1"]["change"] == "lost" and change["TR-1"]["old"]["quote"] == sys.argv[1]
assert change["HR-7"]["change"] == "gained" and change["HR-7"]["new"]["quote"] == sys.argv[2]
assert change["HR-5"]["change"] == "same", change["HR-5"]
assert {"old": "Article 2", "new": "Article 3", "reworded": False} in there["articles"]
mirror = {"gained": "lost", "lost": "gained", "weakened": "strengthened", "strengthened": "weakened"}
for row, other in zip(there["criteria"], back["criteria"]):
    assert mirror.get(row["change"], row["change"]) == other["change"], (row, other)
END

# A draft steers neither terminal nor page, nor the comment of a pull request.
printf 'AGREEMENT\n\nArticle 1\n\nThe employer shall keep \033[2J\342\200\256<script>@everyone the passport of the worker.\n' >bad.txt
for format in text markdown html; do
    "$bma" diff -f $format old.txt bad.txt >out || failed=1
    grep -q -e $'\033' -e $'\342\200\256' out && { echo "$format: a draft steers its reader"; failed=1; }
    [ $format = html ] && grep -q "<script" out && { echo "html: markup of a draft"; failed=1; }
done
exit $failed
