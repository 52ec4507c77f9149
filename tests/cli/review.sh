#!/usr/bin/env bash
# review.sh BMA: waivers, the human coder and the baseline, from the command line.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$work" || exit
# What toy drafts are worded like is nothing to go by: the pack without likeness.
cp -r "$BMA_PACK" plain && rm plain/likeness.csv
export BMA_PACK=$work/plain

# A draft with one gap and one contradiction; everything else is absent and stands in a first baseline.
draft()
{
    printf 'AGREEMENT ON ORCHARD WORK\n\nArticle 1\n\n'
    printf 'The Parties shall apply this Agreement in conformity with the conventions of the ILO.\n\n'
    printf 'Article %s\n\nThe employer shall keep the passport of the worker.\n' "${1:-2}"
}
draft >draft.txt
printf 'title: Orchards\ntext: draft.txt\ncoded:\n  HR-1: {level: 2, article: Article 1, note: no body answers for it}\n  HR-7: 0\n' >case.yaml
printf 'waivers:\n  - criterion: HR-5\n    justification: the ministry keeps no papers itself\n    by: Registrar\n    until: 2031-05-31\n' >waivers.yaml
printf '  - criterion: HR-1\n    justification: settled elsewhere\n' >>waivers.yaml

# A case file is one however its ending is written.
cp case.yaml shouted.YAML
expect 0 "grade" "$bma" check --voice coder shouted.YAML

# The baseline: what was known does not count, whatever the articles' numbers; what is new does.
expect 1 "contradicted" "$bma" check --fail-level mentioned --write-baseline base.json draft.txt
expect 0 "stand in the baseline" "$bma" check --fail-level mentioned --baseline base.json draft.txt
for format in html markdown; do
    expect 0 "0 shortfalls are waived and [0-9]* stand in the baseline; without them the draft would have 80 points" "$bma" check -f $format --baseline base.json draft.txt
    if "$bma" check -f $format draft.txt | grep -q "stand in the baseline"; then echo "$format: a baseline from nowhere"; failed=1; fi
done
expect 0 '<property name="score-counted" value="80"/>' "$bma" check -f junit --baseline base.json draft.txt
"$bma" check -f json draft.txt >one.json && "$bma" check -f junit draft.txt >one.xml
python3 -c '
import json, xml.etree.ElementTree as xml
wanted = json.load(open("one.json"))["agreements"][0]["score"]["counted"]
found = [p.get("value") for p in xml.parse("one.xml").iter("property") if p.get("name") == "score-counted"]
assert found == ["%g" % wanted], (found, wanted)' || failed=1
draft 7 >renumbered.txt
expect 0 "known before" "$bma" check --fail-level mentioned --baseline base.json renumbered.txt
{ draft; printf 'Workers shall not join a trade union.\n'; } >worse.txt
expect 1 "HR-7" "$bma" check --fail-level mentioned --baseline base.json worse.txt
sed -i 's/shall apply this/shall endeavour to apply this/' worse.txt
expect 1 "grade" "$bma" check --min-score 90 --baseline base.json worse.txt
expect 0 '"baselined": true' "$bma" check -f json --baseline base.json draft.txt
for fault in 's/bma-baseline\/2/bma-baseline\/9/|2:.*expected the schema' \
             's/"pack": "m4md-2011"/"pack": "other"/|3:.*another rule pack' \
             's/"level": 0/"level": 7/|from 0 to 4' \
             's/"criterion"/"criterium"/|unknown key' \
             's/^  "pack".*//|"pack"'; do
    sed "${fault%|*}" base.json >bad.json
    expect 2 "^bad.json:.*${fault##*|}" "$bma" check --baseline bad.json draft.txt
done
printf '{"schema": "bma-baseline/2",' >bad.json
expect 2 "^bad.json:2:1:" "$bma" check --baseline bad.json draft.txt
expect 2 "none.json" "$bma" check --baseline none.json draft.txt
# A baseline of one draft speaks for no other draft of a run; what it does not have is named.
mkdir -p more && draft 9 >more/other.txt
expect 1 "more/other.txt: is not in the baseline" "$bma" check --fail-level mentioned --baseline base.json draft.txt more/other.txt
expect 0 "stand in the baseline" "$bma" check --fail-level mentioned --baseline base.json ./draft.txt
"$bma" check --write-baseline two.json draft.txt more/other.txt >/dev/null 2>&1
expect 0 "stand in the baseline" "$bma" check --fail-level mentioned --baseline two.json ./more/other.txt draft.txt
echo old >kept.json
"$bma" check --write-baseline kept.json no-such.txt 2>/dev/null
[ "$(cat kept.json)" = old ] || { echo "a failed run touched the baseline"; failed=1; }

# Waivers: shown, not counted while they last, counted again after, and said to be unused where they are.
expect 0 "Waived: the ministry keeps no papers" "$bma" check --waivers waivers.yaml --today 2031-05-31 draft.txt
expect 0 "HR-1 *unused" "$bma" check --waivers waivers.yaml --today 2031-05-31 draft.txt
expect 0 "Waiver expired" "$bma" check --waivers waivers.yaml --today 2031-06-01 draft.txt
expect 0 "Waiver expired" env SOURCE_DATE_EPOCH=1940000000 "$bma" check --waivers waivers.yaml draft.txt
expect 0 "Waived:" env SOURCE_DATE_EPOCH=1700000000 "$bma" check --waivers waivers.yaml draft.txt
expect 2 "SOURCE_DATE_EPOCH takes" env SOURCE_DATE_EPOCH=soon "$bma" check --waivers waivers.yaml draft.txt
sed 's/"contradicted": true/"contradicted": false/' base.json >gap.json
expect 1 "grade" "$bma" check --fail-level mentioned --baseline gap.json draft.txt
expect 0 "grade" "$bma" check --fail-level mentioned --baseline gap.json --waivers waivers.yaml --today 2031-05-31 draft.txt
expect 1 "grade" "$bma" check --fail-level mentioned --baseline gap.json --waivers waivers.yaml --today 2031-06-01 draft.txt
"$bma" check --waivers waivers.yaml --today 2031-05-31 --write-baseline waived.json -o card draft.txt
grep -q HR-5 waived.json && { echo "what is waived went into the baseline"; failed=1; }
expect 2 "takes a date" "$bma" check --waivers waivers.yaml --today 2031-02-30 draft.txt
expect 2 "no effect without waivers" "$bma" check --today 2031-01-01 draft.txt
printf 'waivers:\n  - criterion: HR-5\n' >bad.yaml
expect 2 "^bad.yaml:2:5: .*justification" "$bma" check --waivers bad.yaml draft.txt
printf 'title: x\n' >bad.yaml
expect 2 "^bad.yaml:1:1: unknown key" "$bma" check --waivers bad.yaml draft.txt

# A coder's levels without a text: they alone are weighed, and every report says so.
printf 'title: Reed cutters\nyear: 1975\ncoded:\n  HR-1: {level: 3, article: Article 1}\n  HR-5: 0\n  RI-4: na\n' >reeds.yaml
for format in text html markdown; do
    expect 0 "There is no text: 3 criteria are weighed as a coder gave them, and [0-9]* were not" "$bma" check -f $format reeds.yaml
done
"$bma" check -f json reeds.yaml | python3 -c '
import json, sys
card = json.load(sys.stdin)["agreements"][0]
row = {c["id"]: c for c in card["criteria"]}
weights = {i: c["weight"] for i, c in row.items() if c["weight"] > 0}
assert sorted(weights) == ["HR-1", "HR-5", "RI-4"], weights
points = row["HR-1"]["score"] * weights["HR-1"] / (weights["HR-1"] + weights["HR-5"])
assert abs(card["score"]["overall"] - points) < 0.06, (card["score"]["overall"], points)
assert row["RI-4"]["status"] == "not-applicable" and row["HR-7"]["status"] == "undecided"
assert row["HR-1"]["reason"] == "Coded: Article 1" and row["HR-7"]["reason"].startswith("Not weighed")
assert card["source"]["format"] == "coded" and card["score"]["range"][0] == card["score"]["range"][1]
' || { echo "a case without a text is not weighed on what was coded"; failed=1; }
sed 's/HR-5: 0/HR-5: undecided/' reeds.yaml >open.yaml
expect 0 "What is not certain" "$bma" check open.yaml
printf 'coded: {XX-9: 1}\n' >bad.yaml
expect 2 '^bad.yaml:1: pack m4md-2011 has no criterion "XX-9"' "$bma" check bad.yaml

# The human coder beside the program.
expect 0 "Coder: soft (2), Article 1: no body answers" "$bma" check case.yaml
expect 0 "2 criteria are coded; the two differ on 1" "$bma" check case.yaml
expect 0 '"disagrees": true' "$bma" check -f json case.yaml
expect 2 "no effect on bare drafts" "$bma" check --voice coder draft.txt
printf 'min-score: 0\n' >.bma.yaml
expect 2 "no effect on bare drafts" "$bma" check --voice coder draft.txt
printf 'voice: coder\n' >.bma.yaml # of some drafts of the folder it is
expect 0 "grade" "$bma" check draft.txt
rm .bma.yaml
score()
{
    "$bma" check -f json "$@" case.yaml | python3 -c 'import json,sys
s = json.load(sys.stdin)["agreements"][0]["score"]; print(s["voice"], s["overall"], *s["range"])'
}
score >text; score --voice coder >coder; score --voice both >both
python3 - <<'END' || failed=1
text, coder, both = ([float(x) for x in open(n).read().split()[1:]] for n in ("text", "coder", "both"))
assert coder[0] < text[0], (coder, text)
assert both[0] == coder[0] and both[1] == coder[0] and both[2] == text[0], (both, coder, text)
END
exit $failed
