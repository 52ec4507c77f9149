#!/usr/bin/env python3
"""Other programs beside this one, in one run, on the same drafts and, where they take them, the same phrases.

  peers.py BUILD SOURCE [--quick]

Every row names what was measured on both sides, and the ratio; a peer that is not there is a row that says so.
Programs are run in turn, ROUNDS times, and the best time counts.  Ratios of one run can be compared, seconds
of different runs cannot.  Writes BUILD/bench/peers.json beside what it prints.
"""
import json, os, pathlib, platform, random, re, shutil, statistics, subprocess, sys, threading, time

from phrases import expression, phrases as phrases_of

build, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
quick = "--quick" in sys.argv[3:]
here, work, pack = source / "tests/bench", build / "bench/peers", source / "rules/m4md-2011"
bma, bench = build / "bma", build / "tests/bench/bma_bench"
DRAFTS, FEW, ROUNDS, TIMEOUT = (60, 10, 2, 120) if quick else (1000, 40, 3, 900)
SAMPLE = 100 if quick else 450
MEMORY = (300, 1500) if quick else (5000, 100000)
rows = []


def row(what, ours, theirs, ratio, goal, note=""):
    rows.append({"what": what, "bma": ours, "peer": theirs, "ratio": ratio, "goal": goal, "note": note})
    said = f"{ratio:.2f}" if isinstance(ratio, float) else "–"
    print(f"{what:44} {ours:>16} {theirs:>16} {said:>8}  {goal:12} {note}", flush=True)


def absent(what, why, goal=""):
    row(what, "–", "–", None, goal, why)


def seconds(command, cwd=None, stdin=None):
    """Wall seconds of one run, or None where it fails or takes too long."""
    start = time.perf_counter()
    try:
        done = subprocess.run([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=cwd,
                              input=stdin, timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        return None
    return time.perf_counter() - start if done.returncode in (0, 1) else None


def in_turn(*runs):
    """The best time of each, run one after the other, ROUNDS times."""
    times = [[run() for run in runs] for _ in range(ROUNDS)]
    return [None if any(t is None for t in column) else min(column) for column in zip(*times)]


def bytes_of(folder):
    return sum(f.stat().st_size for f in folder.iterdir())


def generate(name, count):
    folder = work / name
    subprocess.run([sys.executable, here / "generate.py", source / "fixtures", folder, "--count", str(count)], check=True)
    return folder


def corpus(jobs, drafts):
    database = work / "results.sqlite"

    def run():
        for left in work.glob("results.sqlite*"):
            left.unlink()
        return seconds([bma, "corpus", "-q", "-p", pack, "-j", jobs, "--db", database, drafts])
    return run


def spin(copies):
    """A loop that needs nothing but the processor: what a second core is worth at this moment."""
    def run():
        start = time.perf_counter()
        running = [subprocess.Popen([sys.executable, "-c", "for i in range(20_000_000): pass"]) for _ in range(copies)]
        for process in running:
            process.wait()
        return time.perf_counter() - start
    return run


def workers(drafts):
    one, two, alone, both = in_turn(corpus(1, drafts), corpus(2, drafts), spin(1), spin(2))
    row("corpus: two workers beside one", f"{two:.2f} s", f"{one:.2f} s", one / two, ">= 1.8",
        f"a loop of nothing gains {2 * alone / both:.2f} x in the same run")


def yara(output):
    """On few drafts: read to their end, they take YARA a second or so each."""
    if not shutil.which("yara") or not shutil.which("yarac"):
        return absent("corpus -j 2 beside yara -C -p 2", "yara is not installed", ">= 3")
    drafts = generate("few", FEW)
    said = subprocess.run([sys.executable, here / "phrases.py", pack / "lexicon/en", output, drafts], capture_output=True, text=True)
    ours, theirs = in_turn(corpus(2, drafts), lambda: seconds(["yara", "-C", "-p", "2", "-r", f"{output}.yarc", drafts]))
    if theirs is None:
        return absent("corpus -j 2 beside yara -C -p 2", "yara failed or took too long", ">= 3")
    row("corpus -j 2 beside yara -C -p 2", f"{ours:.2f} s", f"{theirs:.2f} s", theirs / ours, ">= 3", said.stdout.strip())


def scan_speed(drafts, rules=pack):
    said = subprocess.run([bench, rules, drafts], capture_output=True, text=True).stdout
    return float(re.search(r"^scan.*?([\d.]+) MB/s", said, re.M).group(1))


def scanners(drafts, patterns, phrases):
    """
    Libraries that scan for all patterns, in a program of a few lines each.  Hyperscan with the start of each match does
    not compile all phrases within a quarter of an hour: it gets SAMPLE of them, drawn at random, as we do.
    """
    drawn = random.Random(2011).sample(phrases, SAMPLE)
    sample = work / "sample"
    sample.write_text("\n".join(map(expression, drawn)) + "\n", encoding="utf-8")
    for name, what, goal, patterns, ours in (
            ("hyperscan", f"scan beside Hyperscan, the same {SAMPLE} phrases", ">= 3", sample, scan_speed(drafts, small_pack(drawn))),
            ("pcre2", "scan beside PCRE2-JIT, pattern by pattern", "", patterns, scan_speed(drafts))):
        program = work / name
        flags = {"hyperscan": "libhs", "pcre2": "libpcre2-8"}[name]
        found = subprocess.run(["pkg-config", "--cflags", "--libs", flags], capture_output=True, text=True)
        if found.returncode != 0:
            absent(what, f"{flags} is not installed", goal)
            continue
        subprocess.run(["cc", "-O2", "-o", program, here / f"peer_{name}.c", *found.stdout.split()], check=True)
        try:
            said = subprocess.run([program, patterns, drafts], capture_output=True, text=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            absent(what, f"did not end within {TIMEOUT} s", goal)
            continue
        if said.returncode != 0:
            absent(what, said.stderr.strip()[:80], goal)
            continue
        speed = float(re.search(r"([\d.]+) MB/s", said.stdout).group(1))
        row(what, f"{ours:.1f} MB/s", f"{speed:.1f} MB/s", ours / speed, goal, said.stdout.strip())


def greps(drafts, patterns):
    """What finds lines, with all phrases at once: it joins nothing over gaps that a line breaks, and judges nothing."""
    for name, command in (("ripgrep", ["rg", "-i", "-c", "--no-config", "--dfa-size-limit", "2G", "--regex-size-limit", "2G", "-j", "1", "-f", patterns, drafts]),
                          ("ugrep", ["ugrep", "-i", "-c", "-J", "1", "-r", "-f", patterns, drafts]),
                          ("GNU grep", ["grep", "-E", "-i", "-c", "-r", "-f", patterns, drafts])):
        what = f"corpus -j 1 beside {name}"
        if not shutil.which(command[0]):
            absent(what, f"{command[0]} is not installed")
            continue
        ours, theirs = in_turn(corpus(1, drafts), lambda: seconds(command))
        if theirs is None:
            absent(what, f"{name} failed on these patterns or took more than {TIMEOUT} s")
        else:
            row(what, f"{ours:.2f} s", f"{theirs:.2f} s", theirs / ours, "")


def spamassassin(drafts, expressions):
    what = "check of one draft beside SpamAssassin body rules"
    if not shutil.which("spamassassin"):
        return absent(what, "spamassassin is not installed")
    rules = work / "spam"
    rules.mkdir(exist_ok=True)
    (rules / "phrases.cf").write_text("loadplugin Mail::SpamAssassin::Plugin::Check\nutil_rb_tld com org net\n" + "".join(f"body P{i} /{e}/i\nscore P{i} 0.1\n" for i, e in enumerate(expressions)))
    some = sorted(drafts.iterdir())[:FEW]
    listed = "\n".join(map(str, some))
    spent = seconds(["perl", here / "peer_spamassassin.pl", rules], stdin=listed.encode())
    if spent is None:
        return absent(what, "SpamAssassin failed or took too long")
    ours = per_draft(some)
    row(what, f"{ours * 1000:.1f} ms", f"{spent / len(some) * 1000:.1f} ms", spent / len(some) / ours, "", f"{len(expressions)} body rules")


def per_draft(some, rules=pack):
    """Wall seconds for each of a few drafts in one run of our own program, its start included."""
    return min(seconds([bma, "check", "-p", rules, "-f", "json", *some]) for _ in range(ROUNDS)) / len(some)


def small_pack(phrases):
    """A pack of one rule that looks for any of these phrases: what a peer with as many patterns has to do."""
    folder = work / "small"
    (folder / "lexicon/en").mkdir(parents=True, exist_ok=True)
    (folder / "s").mkdir(exist_ok=True)
    structure = (pack / "lexicon/en/structure.yaml").read_text(encoding="utf-8")
    structure, found = re.subn(r"(?m)^known_words:.*$", "known_words: 1", structure)  # so few phrases know few words
    assert found == 1
    (folder / "lexicon/en/structure.yaml").write_text(structure, encoding="utf-8")
    (folder / "lexicon/en/sample.yaml").write_text(
        "language: en\nconcepts:\n  sample:\n    about: a sample\n    phrases:\n" + "".join(f"      - {json.dumps(p)}\n" for p in phrases),
        encoding="utf-8")
    (folder / "pack.yaml").write_text('id: small\nversion: "1"\ntitle: A sample\nlanguage: en\ndimensions:\n  - {id: S, name: Sample}\n')
    (folder / "s/S-1.lua").write_text("return { id = 'S-1', title = 'Sample', answers = {}, looks_for = { { 'sample' } },\n"
                                      "advice = { absent = 'a', wording = 'w' } }\n")
    shutil.copy(pack / "scoring.yaml", folder)
    return folder


def beside(what, peer, theirs, some, phrases, goal):
    """Two rows: as many phrases on either side, and all of ours with all rules."""
    for said, ours, wanted in ((f"the same {len(phrases)} phrases", per_draft(some, small_pack(phrases)), goal),
                               ("bma: all phrases and rules", per_draft(some), "")):
        row(what, f"{ours * 1000:.1f} ms", f"{theirs / len(some) * 1000:.1f} ms", theirs / len(some) / ours, wanted, f"{peer}; {said}")


def spectral(drafts, phrases, npm):
    what, program = "per document beside Spectral, 100 patterns", npm / "node_modules/.bin/spectral"
    if not program.exists():
        return absent(what, "npm could not install @stoplight/spectral-cli", ">= 60")
    folder = work / "spectral"
    folder.mkdir(exist_ok=True)
    ruleset = {"rules": {f"p{i}": {"given": "$.clauses[*]", "severity": "hint",
                                   "then": {"function": "pattern", "functionOptions": {"notMatch": f"/{e}/i"}}}
                         for i, e in enumerate(map(expression, phrases))}}
    (folder / "rules.json").write_text(json.dumps(ruleset))
    some = sorted(drafts.iterdir())[:FEW]
    files = []
    for draft in some:
        files.append(folder / f"{draft.stem}.json")
        files[-1].write_text(json.dumps({"clauses": [b for b in draft.read_text().split("\n\n") if b.strip()]}))
    spent = seconds([program, "lint", "--ignore-unknown-format", "-q", "-r", folder / "rules.json", *files])
    if spent is None:
        return absent(what, "Spectral failed or took too long", ">= 60")
    beside(what, "Spectral", spent, some, phrases, ">= 60")


def textlint(drafts, phrases, npm):
    what, program = "per document beside textlint, 100 patterns", npm / "node_modules/.bin/textlint"
    if not program.exists():
        return absent(what, "npm could not install textlint", ">= 300")
    folder = work / "textlint"
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    (folder / "rules/phrases.js").write_text(
        "const patterns = " + json.dumps([expression(p) for p in phrases]) + ".map(p => new RegExp(p, 'i'));\n"
        "module.exports = context => ({ [context.Syntax.Str](node) { const text = context.getSource(node);\n"
        "  for (const p of patterns) { const m = p.exec(text); if (m) context.report(node, new context.RuleError('found', { index: m.index })); } } });\n")
    some = sorted(drafts.iterdir())[:FEW]
    spent = seconds([program, "--rulesdir", folder / "rules", "-f", "json", *some], cwd=folder)
    if spent is None:
        return absent(what, "textlint failed or took too long", ">= 300")
    beside(what, "textlint", spent, some, phrases, ">= 300")


def rules_engine(drafts, npm):
    """The judging alone: 62 thresholds over facts, which is less than our rules do."""
    what = "rules of one draft beside json-rules-engine"
    if not (npm / "node_modules/json-rules-engine").exists():
        return absent(what, "npm could not install json-rules-engine")
    some = sorted(drafts.iterdir())[:FEW]
    card = json.loads(subprocess.run([bma, "check", "-p", pack, "-f", "json", *some], capture_output=True).stdout)
    facts = [{c["id"]: c["level"] or 0 for c in a["criteria"]} for a in card["agreements"]]
    (work / "facts.json").write_text(json.dumps(facts))
    shutil.copy(here / "peer_rules.js", npm / "peer_rules.js")
    said = subprocess.run(["node", npm / "peer_rules.js", work / "facts.json"], capture_output=True, text=True, timeout=TIMEOUT)
    if said.returncode != 0:
        return absent(what, "json-rules-engine failed")
    theirs = float(said.stdout)
    line = subprocess.run([bench, pack, drafts], capture_output=True, text=True).stdout
    ours = 1000 / float(re.search(r"^rules\s.*?([\d.]+) drafts/s", line, re.M).group(1))
    row(what, f"{ours:.2f} ms", f"{theirs:.2f} ms", theirs / ours, "", "62 thresholds over given levels against clauses judged")


def cold(drafts):
    draft = sorted(drafts.iterdir())[0]
    if not shutil.which("lua5.4"):
        return absent("one cold draft beside lua5.4 -e ''", "lua5.4 is not installed", "<= 8")
    home = work / "cache"
    for what, cache, goal in (("one cold draft beside lua5.4, no cache", "off", "<= 8"),
                              ("one cold draft beside lua5.4, compiled pack", "on", "<= 3")):
        environment = {**os.environ, "XDG_CACHE_HOME": str(home), **({"BMA_CACHE": "off"} if cache == "off" else {})}
        ours, lua = [], []
        for _ in range(21):
            for command, times in (([bma, "check", "-p", pack, draft], ours), (["lua5.4", "-e", ""], lua)):
                start = time.perf_counter()
                subprocess.run([str(c) for c in command], stdout=subprocess.DEVNULL, env=environment)
                times.append((time.perf_counter() - start) * 1000)
        a, b = statistics.median(ours), statistics.median(lua)
        if cache == "on" and not (home / "bma").exists():
            absent(what, "this version keeps no compiled pack", goal)
        else:
            row(what, f"{a:.1f} ms", f"{b:.2f} ms", a / b, goal, "median of 21 in turn")


def resident(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))


def memory(drafts):
    """Drafts that are all different, sent one by one: what is resident after the first few and after all."""
    clauses = [b for d in sorted(drafts.iterdir())[:50] for b in d.read_text().split("\n\n") if b[:1].isdigit()]
    draw = random.Random(2012)
    process = subprocess.Popen([bma, "check", "-p", pack, "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    answered, seen = 0, {}
    done = threading.Event()

    def read():
        nonlocal answered
        for _ in process.stdout:
            answered += 1
            if answered in MEMORY:
                seen[answered] = resident(process)
        done.set()
    threading.Thread(target=read, daemon=True).start()
    for number in range(MEMORY[1]):
        body = "\n\n".join(f"Article {i}\n\n{draw.choice(clauses)}" for i in range(1, 80))
        process.stdin.write(json.dumps({"id": str(number), "text": f"AGREEMENT NO. {number}\n\n{body}\n"}) + "\n")
    # the last answer is measured before the end of input lets the program end
    process.stdin.flush()
    while answered < MEMORY[1] and process.poll() is None:
        time.sleep(0.05)
    process.stdin.close()
    done.wait(60)
    process.wait()
    if set(seen) != set(MEMORY):
        return absent(f"memory after {MEMORY[0]} and {MEMORY[1]} drafts", f"only {answered} answers", "<= 1.05")
    row(f"memory after {MEMORY[0]} and {MEMORY[1]} drafts", f"{seen[MEMORY[1]]} KiB", f"{seen[MEMORY[0]]} KiB",
        seen[MEMORY[1]] / seen[MEMORY[0]], "<= 1.05", "one worker, all drafts different")


def install(npm):
    if shutil.which("npm") and not (npm / "node_modules/textlint").exists():
        npm.mkdir(parents=True, exist_ok=True)
        (npm / "package.json").write_text('{"private": true}')
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--silent", "@stoplight/spectral-cli", "textlint", "json-rules-engine"],
                       cwd=npm, timeout=600, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def version(*command):
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return "not there"
    return (said.stdout or said.stderr).strip().splitlines()[0] if said.stdout or said.stderr else "?"


def machine():
    name = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
    load = " ".join(f"{x:.2f}" for x in os.getloadavg())
    yield f"{os.cpu_count()} processors ({name.group(1) if name else platform.machine()}), load {load} at the start"
    yield "; ".join(version(*c) for c in (["yara", "--version"], ["rg", "--version"], ["ugrep", "--version"], ["grep", "--version"],
                                           ["pkg-config", "--modversion", "libhs"], ["pkg-config", "--modversion", "libpcre2-8"],
                                           ["spamassassin", "--version"], ["node", "--version"], ["lua5.4", "-v"]))


def main():
    work.mkdir(parents=True, exist_ok=True)
    npm = build / "bench/npm"
    install(npm)
    about = list(machine())
    drafts = generate("drafts", DRAFTS)
    about.append(f"{DRAFTS} drafts, {bytes_of(drafts) / 1e6:.1f} MB; best of {ROUNDS}; ./dev bench --peers{' --quick' if quick else ''}")
    phrases = [p for concept in phrases_of(pack / "lexicon/en") for p in concept]
    expressions = [expression(p) for p in phrases]
    hundred = random.Random(2012).sample(phrases, 100)
    patterns = work / "patterns"
    patterns.write_text("\n".join(expressions) + "\n", encoding="utf-8")
    print("\n".join(about))
    print(f"{'':44} {'bma':>16} {'peer':>16} {'ratio':>8}  goal")
    workers(drafts)
    yara(str(work / "phrases"))
    scanners(drafts, patterns, phrases)
    greps(drafts, patterns)
    spamassassin(drafts, expressions)
    spectral(drafts, hundred, npm)
    textlint(drafts, hundred, npm)
    rules_engine(drafts, npm)
    cold(drafts)
    memory(drafts)
    (build / "bench/peers.json").write_text(json.dumps({"about": about, "rows": rows}, indent=2, ensure_ascii=False) + "\n")


main()
