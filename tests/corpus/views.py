"""The views of a results database against what is computed here from its tables.

views.py BMA SOURCE_DIR: some labelled drafts with years, and a coded case file among them.
"""
import collections, pathlib, re, shutil, sqlite3, statistics, subprocess, sys, tempfile

bma, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
failures = []
DRAFTS, YEARS = 24, (1958, 1961, None, 1969)


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: expected {wanted!r}, found {found!r}")


def corpus(folder):
    drafts = sorted((source / "fixtures/labelled/developed").glob("*.txt"))[:DRAFTS]
    for number, draft in enumerate(drafts):
        shutil.copy(draft, folder / f"{number:02}.txt")
        year = YEARS[number % len(YEARS)]
        (folder / f"{number:02}.yaml").write_text((f"year: {year}\n" if year else "") + f"text: {number:02}.txt\n")
    (folder / "reeds.yaml").write_text("year: 1961\ncoded: {HR-1: 4, HR-5: {level: 3, contradicted: true}}\n")
    made = subprocess.run([bma, "corpus", folder, "--db", folder / "r.sqlite"], capture_output=True, text=True)
    expect("corpus", (made.returncode, made.stderr), (0, ""))
    return sqlite3.connect(folder / "r.sqlite")


def rows(db, query, *values):
    db.row_factory = sqlite3.Row
    return [dict(r) for r in db.execute(query, values)]


def percent(part, all_of):
    return round(100 * part / all_of, 3) if all_of else None


def criteria(db):
    """Shares of texts and of coded ones apart, contradicted ones at their level and as absent."""
    cells = collections.defaultdict(list)
    for r in rows(db, "SELECT f.*, coalesce(a.format, '') = 'coded' AS coded FROM finding f JOIN agreement a ON a.id = f.agreement_id"):
        if r["level"] is not None:
            cells["coded" if r["coded"] else "text", r["criterion"]].append((r["level"], r["contradicted"], r["met"]))
    found = rows(db, "SELECT * FROM criterion_summary")
    order = [r[0] for r in db.execute("SELECT id FROM criterion ORDER BY position")]
    expect("order of the pack", [r["criterion"] for r in found if r["source"] == "text"], order)
    for r in found:
        of = cells[r["source"], r["criterion"]]
        expect(f"{r['source']} {r['criterion']} n", r["n"], len(of))
        if not of:
            continue
        expect(r["criterion"], (r["share_present"], r["share_contradicted"], r["share_met"], r["share_present_net"]),
               (percent(sum(l > 0 for l, *_ in of), len(of)), percent(sum(c for _, c, _ in of), len(of)),
                percent(sum(m for *_, m in of), len(of)), percent(sum(l > 0 and not c for l, c, _ in of), len(of))))
        expect(r["criterion"] + " means", (r["mean_level"], r["mean_level_net"]),
               (round(statistics.mean(l for l, *_ in of), 3), round(statistics.mean(0 if c else l for l, c, _ in of), 3)))
    expect("the dimension", {r["criterion"][:2] == r["dimension"] for r in found if r["criterion"] == "HR-10"}, {True})


def means(db):
    for view, key in (("year", "year"), ("decade", "year / 10 * 10"), ("pair", "pair"), ("instrument", "instrument")):
        groups = collections.defaultdict(list)
        origin = "CASE a.format WHEN 'coded' THEN 'coded' ELSE 'text' END"
        for part, of, dimension, value in db.execute(
                f"SELECT {key}, {origin}, s.dimension, s.value FROM agreement a JOIN score s ON s.agreement_id = a.id"
                f" UNION ALL SELECT {key}, {origin}, 'all', score FROM agreement a"):
            groups[of, part, dimension].append(value)
        found = rows(db, f"SELECT * FROM mean_by_{view}")
        expect(f"groups by {view}", sorted(map(str, groups)), sorted(str((r["source"], r[view], r["dimension"])) for r in found))
        for r in found:
            values = [v for v in groups[r["source"], r[view], r["dimension"]] if v is not None]
            middle = (round(statistics.mean(values), 3), min(values), max(values)) if values else (None,) * 3
            wanted = (len(values), *middle, round(statistics.stdev(values), 3) if len(values) > 1 else None)
            got = (r["n"], r["mean"], r["lowest"], r["highest"], r["sd"])
            if got[0] != wanted[0] or any((a is None) != (b is None) or (a is not None and abs(a - b) > 0.0011)
                                          for a, b in zip(got[1:], wanted[1:])):
                failures.append(f"mean_by_{view} {r['source']} {r[view]} {r['dimension']}: expected {wanted}, found {got}")


def quotes(db):
    """The clause's own level and role: what is asked for in docs/corpus.md gives no clause that works against."""
    found = rows(db, "SELECT * FROM best_quote WHERE criterion = 'HR-5' AND level >= 3 AND NOT contradicted")
    expect("roles", {r["role"] for r in found}, {"supports"})
    expect("some", len(found) > 3, True)
    against = rows(db, "SELECT * FROM best_quote WHERE contradicted AND source = 'text'")
    expect("roles against", {r["role"] for r in against}, {"contradicts"})
    for r in against:
        level = db.execute("SELECT level FROM evidence WHERE agreement_id = ? AND criterion = ? AND fault = -1 AND position = 0",
                           (r["agreement_id"], r["criterion"])).fetchone()[0]
        expect(f"{r['name']} {r['criterion']}", r["clause_level"], level)


def columns(db):
    found = rows(db, "SELECT decade, score, weight, position FROM finding_level WHERE year = 1958 LIMIT 1")[0]
    expect("decade", found["decade"], 1950)
    expect("weight", found["weight"] > 0, True)
    found = rows(db, "SELECT low, high, value FROM dimension_score WHERE source = 'text'")
    expect("ranges", all(r["low"] <= r["value"] <= r["high"] for r in found if r["value"] is not None), True)
    found = [tuple(r) for r in db.execute("SELECT source, count(*) FROM result GROUP BY source")]
    expect("sources", found, [("coded", 1), ("text", DRAFTS)])


def documented(db):
    """What the documents show as SQL can be asked."""
    for page in ("corpus.md", "coding.md"):
        blocks = re.findall(r"^```sql\n(.*?)^```", (source / "docs" / page).read_text(encoding="utf-8"), re.M | re.S)
        expect(f"{page} shows SQL", bool(blocks), True)
        for query in [q for block in blocks for q in block.split(";") if q.strip()]:
            try:
                db.execute(query).fetchall()
            except sqlite3.Error as why:
                failures.append(f"{page}: {query.strip()}: {why}")


with tempfile.TemporaryDirectory() as name:
    db = corpus(pathlib.Path(name))
    criteria(db)
    means(db)
    quotes(db)
    columns(db)
    documented(db)
print("\n".join(failures[:20]))
sys.exit(1 if failures else 0)
