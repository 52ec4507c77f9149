"""bma import on a coding table, against shares computed here from the table alone.

topics.py BMA SOURCE_DIR: the small table in fixtures/coded, its faults, and, where the public data set of 570 agreements
lies beside the checkout (../shared/bla-dataset), every topic of it.
"""
import csv, io, pathlib, sqlite3, subprocess, sys, tempfile

bma, source = sys.argv[1], pathlib.Path(sys.argv[2])
failures = []


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: expected {wanted!r}, found {found!r}")


def run(*arguments):
    return subprocess.run([bma, "import", *map(str, arguments)], capture_output=True, text=True)


def shares(table, topics):
    """Per topic: how many agreements have it, and in how many a coder gave a value."""
    rows = list(csv.DictReader(open(table, encoding="utf-8", newline="")))
    values = {t: [r[t][0] for r in rows if r[t] in ("0", "1", "0.0", "1.0")] for t in topics}
    bare = sum(all(r[t][:1] != "1" for t in topics) for r in rows)
    return len(rows), {t: (v.count("1"), len(v)) for t, v in values.items()}, bare


def compare(table, mapped, options, folder):
    topics = [r["item"] for r in csv.DictReader(open(mapped, encoding="utf-8"))]
    count, wanted, bare = shares(table, topics)
    base = folder / f"{table.stem}.sqlite"
    for again in range(2):  # the same command again changes nothing
        made = run("--coded", table, "--map", mapped, "--db", base, "--format", "csv", *options)
        expect("exit code", (made.returncode, made.stderr), (0, ""))
    with sqlite3.connect(base) as db:
        found = {item: (n, share) for item, n, share in db.execute("SELECT item, n, share FROM topic_share")}
        expect("agreements", db.execute("SELECT count(*) FROM agreement WHERE status = 'done'").fetchone()[0], count)
        expect("none", db.execute("SELECT count(*) FROM topic_none").fetchone()[0], bare)
        expect("topics", sorted(found), sorted(topics))
        for topic, (n, given) in wanted.items():
            expect(topic, (found[topic][0], round(found[topic][1], 9)), (n, round(100 * n / given, 9)))
    for row in csv.DictReader(io.StringIO(made.stdout)):
        if row["kind"] == "all":
            expect(row["item"], (int(row["n"]), int(row["agreements"])), wanted[row["item"]])
    return base, found, made.stdout


def small(folder):
    options = [o for c in ("id=no", "title=name", "year=signed", "party=sender", "party=receiver") for o in ("--column", c)]
    base, _, report = compare(source / "fixtures/coded/treaties.csv", source / "fixtures/coded/map.csv",
                              options + ["--any", "either=unions_asked,fee_ban"], folder)
    expect("any", [r for r in report.splitlines() if r.startswith('"any"')], ['"any","","either","",2,4,50.000'])
    expect("no year", [r for r in report.splitlines() if r.startswith('"decade",""')][1], '"decade","","return_help","RI-1 RI-2",0,1,0.000')
    text = run("--coded", source / "fixtures/coded/treaties.csv", "--map", source / "fixtures/coded/map.csv", *options).stdout
    expect("decades", text.splitlines()[2].split()[-3:], ["1950", "1960", "n.d."])
    expect("their agreements", text.splitlines()[3].split()[-3:], ["1", "2", "1"])
    with sqlite3.connect(base) as db:
        found = db.execute("SELECT name, criterion, f.status, level FROM finding f JOIN agreement a ON a.id = f.agreement_id"
                           " WHERE criterion IN ('ST-2', 'RI-1', 'RC-4', 'HR-1') AND name IN ('A-2', 'A-4')"
                           " ORDER BY name, criterion").fetchall()
        country = db.execute("SELECT country, n, agreements, share FROM topic_share_by_country WHERE item = 'return_help'").fetchall()
        decade = db.execute("SELECT decade, n, agreements FROM topic_share_by_decade WHERE item = 'return_help'").fetchall()
    expect("findings", found, [
        ("A-2", "HR-1", "undecided", None), ("A-2", "RC-4", "decided", 0), ("A-2", "RI-1", "decided", 3),
        ("A-2", "ST-2", "decided", 2), ("A-4", "HR-1", "undecided", None), ("A-4", "RC-4", "decided", 4),
        ("A-4", "RI-1", "decided", 3), ("A-4", "ST-2", "undecided", None)])
    expect("countries", country, [("Orvia", 2, 3, 200 / 3), ("Sudmark", 1, 2, 50.0), ("Telland", 1, 3, 100 / 3)])
    expect("decades", decade, [(None, 0, 1), (1950, 0, 1), (1960, 2, 2)])


def content(base):
    """What the database says, without its ids."""
    with sqlite3.connect(base) as db:
        return [db.execute(q).fetchall() for q in (
            "SELECT name, title, year, pair, score, grade FROM result ORDER BY name",
            "SELECT name, criterion, status, level FROM finding_level ORDER BY name, criterion",
            "SELECT name, item, value FROM topic ORDER BY name, item",
            "SELECT id, position, criteria FROM item ORDER BY id", "SELECT item, n, share FROM topic_share")]


def cases(folder, table, mapped, options, count):
    """Case files, weighed as any others, give what the table itself gives; written again, they stand."""
    base, there, weighed = folder / f"{table.stem}-t.sqlite", folder / f"{table.stem}-cases", folder / f"{table.stem}-c.sqlite"
    arguments = ["--coded", table, "--map", mapped, *options]
    for again in range(2):
        made = run(*arguments, "--cases", there, "--db", base)
        expect("exit code", (made.returncode, made.stderr), (0, ""))
        if not again:
            stamps = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in there.iterdir()}
    expect("case files", len(stamps), count)
    expect("written again", {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in there.iterdir()}, stamps)
    done = subprocess.run([bma, "corpus", there, "--db", weighed], capture_output=True, text=True)
    expect("corpus", (done.returncode, done.stderr), (0, ""))
    asked = ("SELECT title, instrument, year, pair, score, low, high, grade, capped_by FROM result ORDER BY name",
             "SELECT a.title, s.dimension, s.value, s.low, s.high, s.met FROM score s JOIN agreement a ON a.id = s.agreement_id"
             " ORDER BY a.name, s.dimension",
             "SELECT a.title, f.criterion, f.status, f.level, f.met, f.score, f.weight, CASE WHEN f.weight > 0 THEN f.reason END"
             " FROM finding f JOIN agreement a ON a.id = f.agreement_id ORDER BY a.name, f.criterion")
    with sqlite3.connect(base) as one, sqlite3.connect(weighed) as other:
        for query in asked:
            here, away = one.execute(query).fetchall(), other.execute(query).fetchall()
            expect("rows", len(away), len(here))
            expect(query, [pair for pair in zip(here, away) if pair[0] != pair[1]][:3], [])
    first = sorted(there.iterdir())[0]
    first.write_text("title: mine\n")
    gone = sorted(there.iterdir())[1]
    gone.unlink()
    made = run(*arguments, "--cases", there)
    expect("another file", (made.returncode, made.stdout, made.stderr), (
        2, "", f"{first}: another file has this name, and is left as it is; nothing was written\n"))
    expect("nothing written", (first.read_text(), gone.exists()), ("title: mine\n", False))


def names(folder):
    """Ids that are no names of files, titles that are no YAML, and what cannot be a case file."""
    (folder / "odd.csv").write_text('treatyID,agreement_title,kind,t\n../a b,"It\'s ""odd"":\n# {x}\t\x85",mou,1\n.é,,,0\n', encoding="utf-8")
    (folder / "odd-map.csv").write_text("item,criteria\nt,RI-1\n")
    options = ["--map", folder / "odd-map.csv", "--column", "instrument=kind", "--cases", folder / "odd"]
    made = run("--coded", folder / "odd.csv", *options)
    expect("odd", (made.returncode, made.stderr), (0, ""))
    expect("names", sorted(p.name for p in (folder / "odd").iterdir()), ["%2E%C3%A9.yaml", "%2E./a b".replace("/", "%2F").replace(" ", "%20") + ".yaml"])
    shown = subprocess.run([bma, "check", "-f", "csv", *sorted(map(str, (folder / "odd").iterdir()))], capture_output=True, text=True)
    expect("read again", (shown.returncode, shown.stderr), (0, ""))
    expect("title", 'It\'s ""odd"": # {x} ' in shown.stdout, True)
    (folder / "odd.csv").write_text("treatyID,kind,t\n1,pact,1\n")
    made = run("--coded", folder / "odd.csv", *options)
    expect("kind", made.stderr, f'{folder}/odd.csv:2:3: expected treaty, mou, exchange-of-letters, protocol or nothing, found "pact"\n')
    options = [o for o in options if o not in ("--column", "instrument=kind")]
    (folder / "odd.csv").write_text("treatyID,t\n" + "x" * 300 + ",1\n")
    made = run("--coded", folder / "odd.csv", *options)
    expect("long id", (made.returncode, f"{folder}/odd.csv:2: the id is too long" in made.stderr), (2, True))
    (folder / "odd-map.csv").write_text("item,criteria\nt,\n")
    (folder / "odd.csv").write_text("treatyID,t\n1,1\n")
    made = run("--coded", folder / "odd.csv", *options)
    expect("no criterion", (made.returncode, "no topic answers a criterion" in made.stderr), (2, True))
    made = run("--coded", folder / "odd.csv", "--map", source / "fixtures/coded/map.csv", "--cases", folder / "odd.csv")
    expect("no folder", made.returncode, 2)


def vanished(folder):
    """A table imported again without one of its rows, by a map without one of its topics."""
    names = ["--column", "id=no", "--column", "title=name", "--column", "year=signed"]
    table, mapped = source / "fixtures/coded/treaties.csv", source / "fixtures/coded/map.csv"
    shorter, fewer = folder / "shorter.csv", folder / "fewer.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
    shorter.write_text("".join(r for r in rows if not r.startswith("A-2,")), encoding="utf-8")
    topics = mapped.read_text(encoding="utf-8").splitlines(keepends=True)
    fewer.write_text("".join(topics[:-1]), encoding="utf-8")
    for base, steps in (("long.sqlite", [(table, mapped), (shorter, fewer)]), ("short.sqlite", [(shorter, fewer)])):
        for step in steps:
            made = run("--coded", step[0], "--map", step[1], "--db", folder / base, *names)
            expect("exit code", (made.returncode, made.stderr), (0, ""))
    expect("rows of the shorter table", len(content(folder / "short.sqlite")[0]), 3)
    expect("what is no longer in the table", content(folder / "long.sqlite"), content(folder / "short.sqlite"))


def faults(folder):
    """(table, map, what is said); nothing is written."""
    good = "item,criteria\nt,RI-1\n"
    cases = [
        ("treatyID,t\n1,yes\n", good, 't.csv:2:3: expected 0, 1 or nothing, found "yes"'),
        ("treatyID,t\n1,0\n2,2\n", good, 't.csv:3:3: expected 0, 1 or nothing, found "2"'),
        ("treatyID,t\n1,0\n1,1\n", good, 't.csv:3:1: agreement "1" stands in line 2 already'),
        ("treatyID,t\n,0\n", good, "t.csv:2:1: expected the agreement's id, found nothing"),
        ("treatyID,year,t\n1,late,0\n", good, 't.csv:2:3: expected a year from 1800 to 2200, found "late"'),
        ("id,t\n1,0\n", good, 't.csv:1: expected a column "treatyID", found id, t'),
        ("treatyID,t\n1,0\n", "item,criteria\nt,XX-1\n", 'm.csv:2:3: expected criteria of pack m4md-2011, found "XX-1"'),
        ("treatyID,t\n1,0\n", "item,criteria\nu,RI-1\n", f'm.csv:2:1: the table {folder}/t.csv has no column "u"'),
        ("treatyID,t\n1,0\n", "item,criteria\nt,RI-1\nt,\n", 'm.csv:3:1: topic "t" stands in the map twice'),
        ("treatyID,t\n1,0\n", "item,criteria,level\nt,RI-1,5\n", 'm.csv:2:8: expected the level that a 1 counts as (1 to 4), found "5"'),
        ("treatyID,t\n1,0\n", "item,criteria\n", "m.csv:1:1: expected at least one topic, found none"),
        ("treatyID,t\n", "item,criteria\nt,HR-5\n", "t.csv:1:1: expected at least one agreement below the names of the columns, found none"),
    ]
    years = "t.csv:1: expected a column \"{}\", found treatyID, year, t"
    named = [("treatyID,year,t\n1,1950,0\n", good, years.format(name), "--column", f"{role}={name}")
             for role, name in (("year", "Year"), ("title", "name"), ("instrument", "kind"), ("party", "from"), ("id", "no"))]
    for table, mapped, said, *options in cases + named:
        (folder / "t.csv").write_text(table)
        (folder / "m.csv").write_text(mapped)
        made = run("--coded", folder / "t.csv", "--map", folder / "m.csv", "--db", folder / "none.sqlite", *options)
        expect(said, (made.returncode, made.stderr.strip(), made.stdout), (2, f"{folder}/{said}", ""))
        expect("no database", (folder / "none.sqlite").exists(), False)


def published(folder, data):
    cases(folder, data / "bla_coding.csv", data / "item-map.csv", [], 570)
    topics = "social-partner=labor_union_orig,labor_union_dest,labor_union_join,emp_orgs,ngos"
    _, found, report = compare(data / "bla_coding.csv", data / "item-map.csv", ["--any", topics], folder)
    expect("topics", len(found), 34)
    for topic, share in {"reintegration": 7.2, "joint_commit": 39.1, "prot_equal": 36.0}.items():
        expect(topic, round(found[topic][1], 1), share)
    expect("any social partner", '"any","","social-partner","",38,570,6.667' in report, True)
    expect("none", '"none","","","",66,570,11.579' in report, True)


with tempfile.TemporaryDirectory() as name:
    small(pathlib.Path(name))
    options = [o for c in ("id=no", "title=name", "year=signed", "party=sender", "party=receiver") for o in ("--column", c)]
    cases(pathlib.Path(name), source / "fixtures/coded/treaties.csv", source / "fixtures/coded/map.csv", options, 4)
    names(pathlib.Path(name))
    vanished(pathlib.Path(name))
    faults(pathlib.Path(name))
    data = next((p / "shared/bla-dataset" for p in source.parents if (p / "shared/bla-dataset/bla_coding.csv").exists()), None)
    if data:
        published(pathlib.Path(name), data)
    else:
        print("the 570 agreements do not lie beside the checkout: shares pinned on the small table alone")
print("\n".join(failures))
sys.exit(1 if failures else 0)
