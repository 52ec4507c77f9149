#!/usr/bin/env bash
# compare.sh BMA: agreements beside each other, from files and from a database.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$work" || exit
# What toy drafts are worded like is nothing to go by: the pack without likeness.
cp -r "$BMA_PACK" plain && rm plain/likeness.csv
export BMA_PACK=$work/plain

mkdir treaties
papers='No employer shall keep the passport of a worker.'
union='Workers may join a trade union of their choice.'
printf 'AGREEMENT ON ORCHARDS\n\nArticle 1\n\n%s\n\nArticle 2\n\n%s\n' "$papers" "$union" >treaties/orchards.txt
printf 'AGREEMENT ON PEARS\n\nArticle 1\n\n%s\n' "$union" >treaties/pears.txt
printf 'AGREEMENT ON QUINCES\n\nArticle 1\n\nThe employer shall keep the passport of the worker.\n' >treaties/quinces.txt
printf 'DRAFT ON PLUMS\n\nArticle 1\n\nWorkers should be free to join a trade union of their choice.\n' >plums.txt
"$bma" corpus treaties --db all.sqlite -q || failed=1

# The matrix: the same from files and from the database, whatever the order of the files.
expect 0 "HR-5 .* 3 *0 *0x$" "$bma" compare treaties
"$bma" compare --format csv treaties/quinces.txt treaties/pears.txt treaties/orchards.txt >files.csv
"$bma" compare --format csv --db all.sqlite >database.csv
cmp files.csv database.csv || failed=1
expect 0 '"treaties/quinces.txt","quinces","AGREEMENT ON QUINCES",,"treaty","","HR","HR-5",.*,"decided",0,1,0' cat files.csv
expect 0 "HR-7 .* 3 *0$" "$bma" compare --db all.sqlite pears.txt "AGREEMENT ON QUINCES"
expect 2 "no agreement 'apples'; expected its path" "$bma" compare --db all.sqlite apples
# What every view calls it is a name, too, and so is a folder.
expect 0 "HR-7 .* 3 *0$" "$bma" compare --db all.sqlite pears ./treaties//quinces.txt
expect 0 "HR-5 .* 3 *0 *0x$" "$bma" compare --db all.sqlite ./treaties/
expect 0 "HR-5 .* 3 *0 *0x$" "$bma" compare --db all.sqlite .

# Ranking, groups, clauses.
expect 0 "1 orchards" "$bma" compare --rank treaties
expect 0 "3 quinces" "$bma" compare --rank treaties
expect 0 '^"","all",3,0.833,0.850,0.0,1.7,"text"' "$bma" compare --by year -f csv --db all.sqlite
expect 0 '^unknown *all *3 ' "$bma" compare --by decade --db all.sqlite
expect 0 "orchards: binding (3)" "$bma" compare --criterion HR-5 treaties
expect 0 "“No employer shall keep the passport of a worker.”" "$bma" compare --criterion HR-5 treaties
expect 0 "quinces: contradicted, absent (0)" "$bma" compare --criterion HR-5 treaties
expect 0 "Article 1, line 5: contradicts (3)" "$bma" compare --criterion HR-5 treaties
expect 0 '"quinces",.*,"decided",0,1,0,"contradicts","Article 1",5,"The employer.*",3,"text"' "$bma" compare -c HR-5 -f csv treaties

# The score is what the grade was given for; equal scores share a rank, names are cut where they are alike.
cp treaties/pears.txt treaties/agreement-on-the-orchards-of-the-northern-provinces-and-their-seasonal-hands-2011.txt
cp treaties/pears.txt treaties/agreement-on-the-orchards-of-the-northern-provinces-and-their-seasonal-hands-2012.txt
"$bma" compare --rank treaties >ranked
grep -q '^ *2 agreem.*….*2011 *0.8' ranked && grep -q '^ *2 agreem.*….*2012 *0.8' ranked || { cat ranked; failed=1; }
"$bma" compare --rank treaties -f csv >ranked
grep -q '^rank,.*,CO,low,high,capped_by,met,contradicted,tied_rank,source' ranked || { head -1 ranked; failed=1; }
[ "$(awk -F, 'NR > 1 {n = $(NF - 1); printf "%s/%s ", $1, n}' ranked)" = "1/1 2/2 3/2 4/2 5/5 " ] || { cat ranked; failed=1; }
rm treaties/agreement-*

# A draft beside the database: what is most like it, and who says better what it lacks.
expect 0 "^ *0.750 pears" "$bma" compare --db all.sqlite --similar plums.txt
expect 0 "HR-7 .*: in the draft, soft (2)" "$bma" compare --db all.sqlite --precedents plums.txt
expect 0 "“Workers may join a trade union of their choice.”" "$bma" compare --db all.sqlite --precedents plums.txt
expect 0 '"HR-5",.*,0,0,"treaties/orchards.txt"' "$bma" compare --db all.sqlite --precedents plums.txt -f csv
"$bma" compare --db all.sqlite --precedents treaties/orchards.txt >own
if grep -q "orchards" own; then echo "a draft is no precedent for itself"; failed=1; fi

# The page: whole, without scripts, one cell for each level, and a tree when clustered.
silent "$bma" compare treaties --format html --sort cluster --output map.html
python3 - <<'END' || failed=1
import xml.dom.minidom, re
page = open("map.html", encoding="utf-8").read()
tree = xml.dom.minidom.parseString(page[page.index("<html"):])
cells = [c for c in tree.getElementsByTagName("td") if re.fullmatch("l([0-4x]|na|u)", c.getAttribute("class"))]
assert len(cells) == 3 * 62, len(cells)
assert sum(c.getAttribute("class") == "lx" for c in cells) >= 1
assert any("HR-5 Protection from exploitation: binding (3)" in c.getAttribute("title") for c in cells)
heads = [h.getAttribute("class") for h in tree.getElementsByTagName("th")]
assert heads.count("criterion") == 62 and heads.count("dimension") == 9 and heads.count("points") == 1
lines = [p.getAttribute("d") for p in tree.getElementsByTagName("path")]
assert len(lines) == 4 and sum(d.count("H") for d in lines[1:]) == 4, lines  # the axis, and two merges in three rows
assert ">?</span> likely or doubtful" in page and ">Points</th>" in page and "distance</text>" in page
assert "darker" not in page and "size: A4 landscape" in page and "<script" not in page and "class=\"year\"" not in page
END
"$bma" compare treaties --format html --sort cluster | cmp - map.html || failed=1

# Clusters and distances as tables; what is not comparable is set aside, and neither far nor near.
printf 'AGREEMENT ON MOSS\n\nArticle 1\n\nThe Parties greet each other.\n' >treaties/moss.txt
sed s/MOSS/FERNS/ treaties/moss.txt >treaties/ferns.txt
expect 0 "2 agreements are in no cluster: their likeness to others is not defined" "$bma" compare treaties --clusters
"$bma" compare treaties --clusters -f csv >clusters.csv 2>said
tr -d '\r' <clusters.csv | cmp - <(cat <<'END'
cluster,distance,size,left,left_cluster,right,right_cluster,members
1,0.375000,2,"treaties/orchards.txt",,"treaties/pears.txt",,"orchards; pears"
2,0.854167,3,"",1,"treaties/quinces.txt",,"orchards; pears; quinces"
,,1,"treaties/ferns.txt",,"",,"ferns"
,,1,"treaties/moss.txt",,"",,"moss"
END
) || { cat clusters.csv; failed=1; }
expect 0 '"treaties/ferns.txt","treaties/moss.txt",,' "$bma" compare treaties --distances -f csv
expect 0 '"treaties/orchards.txt","treaties/pears.txt",0.625000,0.375000' "$bma" compare treaties --distances -f csv
expect 0 '^orchards *pears *0.625 *0.375' "$bma" compare treaties --distances
expect 0 'Not in the tree' "$bma" compare treaties --sort cluster -f html
rm treaties/moss.txt treaties/ferns.txt

# A page of coded agreements says their titles and years.
printf 'treatyID,agreement_title,year,t\n17,Notes on reeds,1951,1\n18,Notes on sedge,,0\n' >coding.csv
printf 'item,criteria\nt,HR-5\n' >map.csv
"$bma" import --coded coding.csv --map map.csv --db titled.sqlite >said || failed=1
"$bma" compare --db titled.sqlite --sort year -f html >titled.html || failed=1
for words in '>17 · Notes on reeds</th><td class="year">1951</td>' '>18 · Notes on sedge</th><td class="year">–</td>' \
    '>Year</th>' 'in the order of their years'; do
    grep -qF "$words" titled.html || { echo "the page lacks $words"; failed=1; }
done

# Texts and coded agreements are not pooled: texts are compared, and it is said what is left out.
cp all.sqlite mixed.sqlite
printf 'treatyID,agreement_title,year,t\n17,Notes on reeds,1951,1\n18,Notes on sedge,,0\n' >coding.csv
printf 'item,criteria\nt,HR-5\n' >map.csv
"$bma" import --coded coding.csv --map map.csv --db mixed.sqlite >said || failed=1
printf 'coded: {HR-5: 2}\n' >reeds.yaml
"$bma" corpus reeds.yaml --db mixed.sqlite -q || failed=1
expect 0 "3 coded agreements are left out" "$bma" compare --db mixed.sqlite --rank
[ "$("$bma" compare --db mixed.sqlite --rank -f csv 2>/dev/null | wc -l)" = 4 ] || { echo "coded ones are ranked among texts"; failed=1; }
"$bma" compare --db mixed.sqlite --rank 2>/dev/null | cmp - <("$bma" compare --db all.sqlite --rank) || failed=1
[ "$("$bma" compare --db mixed.sqlite -f csv --source coded | grep -c '"coded"')" = $((3 * 62)) ] || { echo "not all that is coded"; failed=1; }
silent "$bma" compare --db mixed.sqlite --source all --rank -o said.txt
expect 0 '^"1950","all",1,.*,"coded"' "$bma" compare --db mixed.sqlite --source all --by decade -f csv
"$bma" compare --db mixed.sqlite --source all --by instrument -f csv >groups
[ "$(grep -c '^"","all",' groups)" = 1 ] || { cat groups; failed=1; }
[ "$(grep -c ',"all",.*,"coded"' groups)" = 1 ] || { cat groups; failed=1; }
expect 2 "no agreement '17' of the source that is compared (--source)" "$bma" compare --db mixed.sqlite 17
expect 0 "Notes on reeds" "$bma" compare --db mixed.sqlite --source coded 17
"$bma" import --coded coding.csv --map map.csv --db coded.sqlite >said || failed=1
silent "$bma" compare --db coded.sqlite --rank -o said.txt
expect 2 "coded.sqlite: the database holds coded agreements alone" "$bma" compare --db coded.sqlite --source text
expect 2 "all.sqlite: the database holds no coded agreements" "$bma" compare --db all.sqlite --source coded
expect 2 "coded.sqlite: expected agreements weighed from their texts, found coded ones alone" \
    "$bma" compare --db coded.sqlite --precedents plums.txt
expect 2 "source has no effect without --db" "$bma" compare --source text treaties

# --profile and --pack choose the run, or are refused; never are they passed over.
cp all.sqlite runs.sqlite
"$bma" corpus treaties --db runs.sqlite -q --profile strict || failed=1
"$bma" compare --db runs.sqlite --rank -f csv --profile ministry | cmp - <("$bma" compare --db all.sqlite --rank -f csv) || failed=1
"$bma" compare --db runs.sqlite --rank -f csv >strict
"$bma" compare --db runs.sqlite --rank -f csv --profile strict --pack "$BMA_PACK" | cmp - strict || failed=1
if "$bma" compare --db all.sqlite --rank -f csv | cmp -s - strict; then echo "two profiles, one ranking"; failed=1; fi
expect 2 "all.sqlite: the database holds no results with profile strict; it has text with ministry" "$bma" compare --db all.sqlite --profile strict
cp -r plain pack && printf '\n' >>pack/scoring.yaml
expect 2 "all.sqlite: the database holds no results with this pack; it has" "$bma" compare --db all.sqlite --pack pack --rank
expect 2 "all.sqlite: the database holds no results with this pack" "$bma" compare --db all.sqlite --pack pack --similar plums.txt
BMA_PACK=$work/pack expect 2 "made with another rule pack, or another state of it" "$bma" compare --db all.sqlite --similar plums.txt
expect 2 "sort has no effect" "$bma" compare --db all.sqlite --rank --sort year
printf 'profile: strict\n' >.bma.yaml # how drafts are weighed here, and no choice of a run
"$bma" compare --db all.sqlite --rank -f csv | cmp - <(BMA_PACK=$work/plain "$bma" compare --db all.sqlite --profile ministry --rank -f csv) || failed=1
rm .bma.yaml

expect 2 "needs agreements" "$bma" compare
expect 2 "--format takes one of text, csv, json, html, not 'pdf'" "$bma" compare -f pdf treaties
expect 2 "give one" "$bma" compare --rank --by year treaties
expect 2 "give --db" "$bma" compare --similar plums.txt
expect 2 "goes with none of the other views" "$bma" compare -f html --rank treaties
expect 2 "no criterion 'HR-99'" "$bma" compare --criterion HR-99 treaties
expect 2 "gone.sqlite: cannot open the database: No such file" "$bma" compare --db gone.sqlite
expect 2 "gone.txt" "$bma" compare gone.txt treaties/pears.txt

# An empty folder or database has nothing to compare, and a draft is one draft.
mkdir hollow several
for name in a b; do printf 'AGREEMENT ON PEARS\n\nArticle 1\n\nWorkers may join a trade union.\n' >several/$name.txt; done
"$bma" corpus hollow --db hollow.sqlite -q
silent "$bma" corpus several --db several.sqlite
for view in --similar --precedents; do
    expect 2 "^hollow.sqlite: expected agreements to look in, found none" "$bma" compare --db hollow.sqlite $view several/a.txt
    expect 2 "^hollow: expected one draft to find others for, found 0" "$bma" compare --db several.sqlite $view hollow
    expect 2 "^several: expected one draft to find others for, found 2" "$bma" compare --db several.sqlite $view several
done
for view in --rank --clusters --distances '--by year' '--criterion HR-5' '--format html'; do
    # shellcheck disable=SC2086 # the words of one view
    expect 2 "^hollow: expected agreements to compare" "$bma" compare $view hollow
    # shellcheck disable=SC2086
    expect 0 "" "$bma" compare $view --db hollow.sqlite
done
exit $failed
