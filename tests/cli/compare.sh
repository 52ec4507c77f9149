#!/usr/bin/env bash
# compare.sh BMA: agreements beside each other, from files and from a database.
# shellcheck source=expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cd "$work" || exit

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
expect 2 "no agreement 'apples'" "$bma" compare --db all.sqlite apples

# Ranking, groups, clauses.
expect 0 "1 orchards" "$bma" compare --rank treaties
expect 0 "3 quinces" "$bma" compare --rank treaties
expect 0 '"(unknown)","all",3,' "$bma" compare --by year -f csv --db all.sqlite
expect 0 "orchards: binding (3)" "$bma" compare --criterion HR-5 treaties
expect 0 "“No employer shall keep the passport of a worker.”" "$bma" compare --criterion HR-5 treaties
expect 0 "quinces: contradicted, absent (0)" "$bma" compare --criterion HR-5 treaties

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
rects = [r for r in tree.getElementsByTagName("rect")]
assert len(rects) == 3 * 62, len(rects)
assert sum(r.getAttribute("class") == "lx" for r in rects) >= 1
assert any("HR-5 Protection from exploitation: binding (3)" in t.firstChild.data for t in tree.getElementsByTagName("title") if t.firstChild)
assert len(re.findall(r"M[\d.]+ [\d.]+H", page)) == 2 and "<script" not in page
END
"$bma" compare treaties --format html --sort cluster | cmp - map.html || failed=1

expect 2 "needs agreements" "$bma" compare
expect 2 "--format takes one of text, csv, json, html, not 'pdf'" "$bma" compare -f pdf treaties
expect 2 "give one" "$bma" compare --rank --by year treaties
expect 2 "give --db" "$bma" compare --similar plums.txt
expect 2 "goes with none of the other views" "$bma" compare -f html --rank treaties
expect 2 "no criterion 'HR-99'" "$bma" compare --criterion HR-99 treaties
expect 2 "gone.sqlite: cannot open the database: No such file" "$bma" compare --db gone.sqlite
expect 2 "gone.txt" "$bma" compare gone.txt treaties/pears.txt
exit $failed
