#!/usr/bin/env bash
# hostile.sh BMA: a database that is none of ours, or that somebody changed, is told of; nothing in it is run.
# shellcheck source=../cli/expect.sh
. "$(dirname "${BASH_SOURCE[0]}")/../cli/expect.sh"
cd "$work" || exit
# change NAME SQL: a copy of good.sqlite with something done to it.
change() { cp good.sqlite "$1.sqlite" && python3 -c 'import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2]); d.commit()' "$1.sqlite" "$2" || failed=1; }
# every PATTERN DATABASE: each command that opens one ends with the code 2 and says so.
every()
{
    expect 2 "$1" "$bma" corpus pears --db "$2"
    expect 2 "$1" "$bma" compare --db "$2"
    expect 2 "$1" "$bma" agreement pears --db "$2"
    expect 2 "$1" "$bma" merge never.sqlite "$2"
    [ ! -e never.sqlite ] || { echo "$2: merged"; failed=1; }
}

mkdir pears
for name in a b; do printf 'AGREEMENT ON PEARS\n\nArticle 1\n\nWorkers may join a trade union.\n' >pears/$name.txt; done
silent "$bma" corpus pears --db good.sqlite

# What is no file, or no database.
mkdir folder && : >'file with text' && echo 'no database at all, but a text of some length' >text.sqlite
head -c 5000 good.sqlite >short.sqlite
python3 -c 'import sqlite3; sqlite3.connect("other.sqlite").execute("CREATE TABLE pear (a)")'
every "^:memory:: expected the name of a file" :memory:
every "^folder: cannot open the database: Is a directory" folder
every "^text.sqlite: .*no SQLite database" text.sqlite
every "^short.sqlite: the database is damaged" short.sqlite
every "^other.sqlite: .*another SQLite database" other.sqlite
every "^nowhere/new.sqlite: cannot \(open\|make\) the database: No such file" nowhere/new.sqlite
mkfifo pipe
every "^pipe: expected a regular file, found a device or pipe" pipe
every "^/dev/null: expected a regular file, found a device or pipe" /dev/null
[ ! -e :memory: ] || { echo "a file called :memory: was made"; failed=1; }

# A folder that may not be written to: a database there is read, and no other is made.
as=()
[ "$(id -u)" != 0 ] || as=(setpriv --reuid 65534 --clear-groups)
mkdir kept && cp good.sqlite kept/ && chmod 444 kept/good.sqlite && chmod 555 kept && chmod 755 .
if "${as[@]}" test -x "$bma" -a -r kept/good.sqlite; then
    expect 0 "Workers\|score" "${as[@]}" "$bma" compare --db kept/good.sqlite --rank
    expect 2 "^kept/good.sqlite: cannot open the database there to write" "${as[@]}" "$bma" corpus pears --db kept/good.sqlite
    expect 2 "^kept/new.sqlite: cannot make the database: Permission denied" "${as[@]}" "$bma" corpus pears --db kept/new.sqlite
fi
chmod 755 kept

# Views that never end, views for tables, triggers.
endless='WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c)'
change view "DROP VIEW current_run; CREATE VIEW current_run AS $endless SELECT run.* FROM run, c WHERE i < 0"
every "^view.sqlite: the view current_run is not the one that this program makes" view.sqlite
change table "DROP TABLE item; CREATE VIEW item AS $endless SELECT i AS id, i AS position, '' AS criteria FROM c"
every "^table.sqlite: the table item is not the one" table.sqlite
change meta "DROP TABLE meta; CREATE VIEW meta AS $endless SELECT 'schema' AS key, 'bma-results/5' AS value FROM c WHERE i < 0"
every "^meta.sqlite: .*another SQLite database" meta.sqlite
change trigger "CREATE TRIGGER t AFTER INSERT ON finding BEGIN DELETE FROM finding; END;
    CREATE TRIGGER u AFTER UPDATE ON agreement BEGIN INSERT INTO meta $endless SELECT i, i FROM c; END"
silent "$bma" corpus pears --db trigger.sqlite --again
"$bma" compare --db good.sqlite >good.txt && "$bma" compare --db trigger.sqlite | cmp - good.txt || failed=1
change own "CREATE VIEW mine AS SELECT 1; CREATE TABLE notes (a); CREATE INDEX fast ON agreement (title)"
silent "$bma" corpus pears --db own.sqlite --again

# Bytes that steer a terminal, or are no text, reach nobody.
change bytes "UPDATE agreement SET name = 'x' || char(27) || '[31m' || char(10) || id, title = x'ff1b5b', grade = '<b>' || char(27),
    pair = x'c3281b'; UPDATE evidence SET quote = char(27) || '[2J' || x'ff'; UPDATE criterion SET title = x'fe1b';
    UPDATE dimension SET name = char(27) || x'ff' || id, id = id || '<b>' || char(27);
    UPDATE criterion SET dimension = dimension || '<b>' || char(27)"
for format in text csv json html; do
    for view in '' --rank '--by pair' '--criterion HR-5' --clusters --distances '--similar pears/a.txt'; do
        [ $format != html ] || [ -z "$view" ] || continue
        # shellcheck disable=SC2086 # the words of one view
        "$bma" compare --db bytes.sqlite -f $format $view >said 2>&1 || { echo "$format $view: failed"; failed=1; }
        python3 -c 'import re, sys; sys.exit(re.search("[\0-\x09\x0b\x0c\x0e-\x1f]" + "|<b>\ufffd" * (sys.argv[1] == "html"), open("said", newline="").read()) is not None)' $format ||
            { echo "$format $view: bytes of the database got through"; failed=1; }
    done
done

# Of many first runs at once, each makes the tables or finds them, or says that another holds the database.
for try in 1 2 3 4 5 6; do
    for run in 1 2 3 4; do "$bma" corpus pears --db "first$try.sqlite" >"first$run.said" 2>&1 & runs[run]=$!; done
    for run in 1 2 3 4; do
        wait "${runs[run]}" || grep -q 'another process holds the database' "first$run.said" || { cat "first$run.said"; failed=1; }
    done
    "$bma" compare --db "first$try.sqlite" | cmp - good.txt || failed=1
done
exit $failed
