#!/usr/bin/env bash
# bma learn: a table from labelled clauses, the same bytes each time, and a draft that is found by it.
source "$(dirname "$0")/expect.sh"
cases=$work/cases
mkdir -p "$cases/DV-6" "$cases/none" "$work/drafts"
{
    for who in glassblowers weavers potters tilers masons tanners coopers smiths dyers bakers; do
        printf '== %s are spared\nexpect: 3\n---\nArticle 4\nThe Parties shall spare the %s of the islands.\n\n' "$who" "$who"
    done
    printf '== sowing\nexpect: 0\n---\nThe Parties shall print the list of islands.\n'
} >"$cases/DV-6/spared.txt"
for matter in maps stamps coins lists tables tickets menus labels posters notices; do
    printf '== %s\nexpect: 0\n---\nArticle 2\nThe Parties shall print the %s.\n\n' "$matter" "$matter"
done >"$cases/none/printed.txt"

silent "$bma" learn --output "$work/one.csv" "$cases"
silent "$bma" learn --output "$work/two.csv" "$cases"
cmp "$work/one.csv" "$work/two.csv" || failed=1
expect 0 '^term,weights,vector$' cat "$work/one.csv"
expect 0 '^(bias),DV-6 -[0-9]' cat "$work/one.csv"
expect 0 '^spare,DV-6 [1-9]' cat "$work/one.csv"
expect 0 '^print,DV-6 -[1-9]' cat "$work/one.csv"

# Two words side by side are a term of their own.
expect 0 '^the+island,DV-6 -*[1-9]\|^spare+the,DV-6 [1-9]' cat "$work/one.csv"

# Of a labelled draft, what stands where the coder saw something is learned, and what stands elsewhere is not.
for i in 1 2 3 4 5 6 7 8 9; do
    printf 'AGREEMENT\n\nArticle 1\nThe Parties shall print the timetable.\n\nArticle 2\n1. The Parties shall print the lists.\n\n2. No midwife shall be taken from the villages.\n' >"$work/drafts/$i.txt"
    printf 'criterion,level,contradicted,articles,note\nDV-6,3,0,Art. 2(2),\n' >"$work/drafts/$i.csv"
done
silent "$bma" learn --output "$work/drafts.csv" "$cases" "$work/drafts"
expect 0 '^midwif,DV-6 [1-9]' cat "$work/drafts.csv"
expect 1 '^0$' grep -c '^midwif' "$work/one.csv"
expect 1 '^0$' grep -c '^timetabl,DV-6 [1-9]' "$work/drafts.csv"
rm "$work"/drafts/*

# What was learned is read as part of a pack; so little of a text leans to absence, which the bias makes up for,
# and twenty clauses teach a network nothing.
cp -r "$BMA_PACK" "$work/pack"
expect 0 '^(unit 384),' cat "$work/one.csv"
expect 0 '^(window 96),' cat "$work/one.csv"
expect 0 '^(model DV-6),' cat "$work/one.csv"
sed '/^(unit\|^(window\|^(model/d; s/^(bias),.*/(bias),DV-6 199,/' "$work/one.csv" >"$work/pack/likeness.csv"
printf 'AGREEMENT\n\nArticle 1\nThe Parties shall spare the weavers of the islands.\n' >"$work/draft.txt"
expect 0 'DV-6 .*(3)?$' "$bma" check --pack "$work/pack" "$work/draft.txt"
expect 0 'Likely, not certain: .*' "$bma" explain --pack "$work/pack" DV-6 "$work/draft.txt"

# How what is known of a whole draft is weighed is learned of drafts that each part of the models has not seen.
for i in $(seq 12); do
    who=$(printf 'weavers potters tilers masons tanners coopers smiths dyers bakers millers sawyers carters\n' | cut -d ' ' -f "$i")
    if [ $((i % 2)) = 0 ]; then does='spare the'; level=3; else does='print a list of'; level=0; fi
    printf 'AGREEMENT\n\nArticle 1\nThe Parties shall meet.\n\nArticle 2\nThe Parties shall %s %s.\n' "$does" "$who" >"$work/drafts/$i.txt"
    printf 'criterion,level,contradicted,articles,note\nDV-6,%s,0,%s,\n' "$level" "$([ "$level" = 0 ] || echo 2)" >"$work/drafts/$i.csv"
done
silent "$bma" learn --standing --output "$work/standing.csv" "$cases" "$work/drafts"
silent "$bma" learn --standing --output "$work/again.csv" "$cases" "$work/drafts"
cmp "$work/standing.csv" "$work/again.csv" || failed=1
expect 0 '^term,counts,against$' head -n 1 "$work/standing.csv"
expect 0 '^ahead,[1-9][0-9]*,0$' cat "$work/standing.csv"
cut -d , -f 1 "$BMA_PACK/standing.csv" >"$work/shipped"
cut -d , -f 1 "$work/standing.csv" | cmp - "$work/shipped" || failed=1
rm "$work"/drafts/*
printf 'criterion,level,contradicted,articles,note\nDV-6,3,0,,\n' | tee "$work/drafts/a.csv" >"$work/drafts/b.csv"
cp "$work/draft.txt" "$work/drafts/a.txt" && cp "$work/draft.txt" "$work/drafts/b.txt"
expect 2 'expected at least 3 labelled drafts in the folders, found 2' "$bma" learn --standing "$cases" "$work/drafts"
rm "$work"/drafts/*

# Mistakes are placed, and nothing is written.
expect 2 "needs folders" "$bma" learn
expect 2 "neither labelled clauses nor labelled drafts" "$bma" learn "$work/drafts"
expect 2 "no-such-folder: cannot list the folder" "$bma" learn "$work/no-such-folder"
printf '== a\nexpect: 7\n---\nx\n' >"$cases/DV-6/wrong.txt"
expect 2 "wrong.txt:2: cannot read .expect" "$bma" learn --output "$work/none.csv" "$cases"
printf '== a\nexpect: 3\n---\n \n' >"$cases/DV-6/wrong.txt"
expect 2 "wrong.txt:1: " "$bma" learn --output "$work/none.csv" "$cases"
[ ! -e "$work/none.csv" ] || { echo "a table was written after an error"; failed=1; }
exit $failed
