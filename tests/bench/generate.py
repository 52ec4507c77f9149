#!/usr/bin/env python3
"""Drafts for the benchmark, made of the fixtures' own clauses: the same bytes for the same seed.

  generate.py FIXTURES OUT [--count N] [--low KB] [--high KB] [--times K]

Every draft is a title, a preamble and articles drawn at random from the example clauses of
fixtures/rules and the articles of fixtures/agreements until a random size between low and high is reached.
"""
import argparse, pathlib, random, re

p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
p.add_argument("fixtures", type=pathlib.Path); p.add_argument("out", type=pathlib.Path)
p.add_argument("--count", type=int, default=5000)
p.add_argument("--low", type=int, default=20); p.add_argument("--high", type=int, default=40)
p.add_argument("--times", type=int, default=1, help="multiply every draft's size")
a = p.parse_args()

clauses = []
for path in sorted(a.fixtures.glob("rules/*/*.txt")):
    for case in re.split(r"^== .*$", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        body = case.split("---\n", 1)[-1]
        lines = [l for l in body.splitlines() if l.strip() and not re.match(r"(Article|Section|Paragraph|Annex|AGREEMENT|MEMORANDUM)\b", l)]
        clauses += [l.strip() for l in lines if len(l) > 30]
drafts = [p.read_text(encoding="utf-8") for p in sorted(a.fixtures.glob("agreements/*.txt"))]
for text in drafts:
    clauses += [" ".join(x.split()) for x in re.split(r"\n\s*\n", text) if 60 < len(x) < 1200]

rng = random.Random(2011)
a.out.mkdir(parents=True, exist_ok=True)
for n in range(a.count):
    size = rng.randint(a.low, a.high) * 1024 * a.times
    parts = [f"AGREEMENT BETWEEN THE REPUBLIC OF NORTHLAND AND THE REPUBLIC OF SOUTHLAND NO. {n}\n",
             "The Parties,\n\nHave agreed as follows:\n"]
    length, article = sum(map(len, parts)), 0
    while length < size:
        article += 1
        text = f"Article {article}\n\n" + "\n\n".join(f"{i + 1}. {rng.choice(clauses)}" for i in range(rng.randint(1, 4))) + "\n"
        parts.append(text); length += len(text)
    (a.out / f"{n:06d}.txt").write_text("\n".join(parts), encoding="utf-8")
