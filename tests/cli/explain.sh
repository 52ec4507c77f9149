#!/usr/bin/env bash
# explain.sh BMA: every criterion explained, alone and with a draft.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$root" || exit
draft=fixtures/agreements/fish-processing-mou.txt

for rule in rules/m4md-2011/??/*.lua; do
    id=$(basename "$rule" .lua)
    expect 0 "^SO THAT" "$bma" explain "$id" "$draft"
    grep -q "GOOD WORDING" "$work/said" || { echo "$id: no wording"; failed=1; }
done
expect 0 "Works against the criterion" "$bma" explain HR-5 "$draft"
expect 0 "contradicted" "$bma" explain HR-5 "$draft"
expect 0 "3.2, line" "$bma" explain HR-5 "$draft"
expect 0 "S8-2" "$bma" explain HR-5

# Each clause is told of with the query that found it and the words that answer it.
printf 'Article 1\n\nThe employer shall not keep the passport of a worker.\n' >"$work/passport.txt"
expect 0 "By 1 of what is looked for: “[^”]*passport[^”]*” \[" "$bma" explain --width 100 HR-5 "$work/passport.txt"
expect 2 "no criterion 'HR-99'" "$bma" explain HR-99
expect 2 "takes a criterion" "$bma" explain
expect 2 "takes a criterion" "$bma" explain HR-1 "$draft" "$draft"
expect 2 "gone.txt" "$bma" explain HR-1 gone.txt

# Suggested clauses speak of the bodies and the text as the draft does, and of the usual ones where it has none.
printf '%s\n' "Article 1" "" "A Mixed Labour Commission is set up. The Mixed Labour Commission shall apply this Convention." \
    "" "Article 2" "" "Reports go to the Mixed Labour Commission." >"$work/named.txt"
expect 0 "Mixed Labour Commission shall evaluate the results of this Convention" "$bma" check -f csv "$work/named.txt"
printf '%s\n' "Article 1" "" "Workers shall be treated as nationals are." >"$work/nameless.txt"
expect 0 "Joint Committee shall evaluate the results of this Agreement" "$bma" check -f csv "$work/nameless.txt"

# What a reply only repeats of the first letter is no near miss of its own.
terms="1. The consul shall provide workers with the passports and identity papers that they need."
printf 'Letter I\n\nExcellency,\n\nI have the honour to propose the following:\n\n%s\n\n%s\n\nLetter II\n\nExcellency,\n\n%s\n\n"%s\n\n%s"\n' \
    "$terms" "2. Wages shall be those of the district." \
    "I have the honour to acknowledge receipt of your letter, which reads as follows:" \
    "$terms" "2. Wages shall be those of the district." >"$work/letters.txt"
expect 0 "^HR-5 .*absent" "$bma" check "$work/letters.txt"
grep -q "Letter 2(1)" "$work/said" && { echo "a repetition is quoted as the nearest miss"; failed=1; }
exit $failed
