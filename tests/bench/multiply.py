#!/usr/bin/env python3
"""A pack with ten times the lexicon or ten times the rules, for the benchmark.

  multiply.py lexicon PACK TIMES    every topic concept again, its words changed so that they are new ones
  multiply.py rules PACK TIMES      every rule again under a new number, in its own dimension
"""
import pathlib, re, sys, yaml

what, pack, times = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])

def other(phrase, n):
    return re.sub(r"[A-Za-z]{4,}", lambda m: m.group(0) + "qx" + chr(97 + n), str(phrase))

if what == "lexicon":
    for path in sorted((pack / "lexicon" / "en").glob("*.yaml")):
        if path.name == "structure.yaml": continue
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for n in range(1, times):
            copy = {"language": "en", "concepts": {}}
            for name, concept in data["concepts"].items():
                phrases = [other(p, n) for p in concept.get("phrases") or []]
                if phrases: copy["concepts"][f"{name}_{n}"] = {"phrases": phrases}
            (path.parent / f"{path.stem}_{n}.yaml").write_text(yaml.safe_dump(copy, allow_unicode=True, width=10000), encoding="utf-8")
else:
    for path in sorted(pack.glob("*/*.lua")):
        dimension, _, number = path.stem.partition("-")
        if not number.isdigit(): continue # a conflict between clauses has a name, not a number
        for n in range(1, times):
            name = f"{dimension}-{int(number) + 100 * n}"
            text = path.read_text(encoding="utf-8").replace(f'id = "{path.stem}"', f'id = "{name}"')
            text = re.sub(r"answers = \{[^}]*\}", "answers = {}", text, count=1)
            (path.parent / f"{name}.lua").write_text(text, encoding="utf-8")
