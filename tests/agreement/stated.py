#!/usr/bin/env python3
"""Fails when a figure measured on the project's own labelled texts falls below the one that the README states.

  stated.py FIXTURE_RUNNER BMA SOURCE
"""
import json, os, pathlib, re, subprocess, sys

from drafts import measure

NAMES = ["n", "presence F1", "commitment F1", "QWK", "contradiction F1"]
runner, bma, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
pack = source / "rules/m4md-2011"
readme = (source / "README.md").read_text(encoding="utf-8")


def clauses():
    said = subprocess.run([runner], capture_output=True, text=True).stdout
    line = re.search(r"^rules are held to: .*\n(.*)$", said, re.M).group(1)
    return [float(re.search(rf"\b{name}[ =]([\d.]+)", line).group(1)) for name in NAMES]


def faults(row, measured):
    stated = re.search(rf"^\| {row} \| (\d+) \|" + r" ([\d.]+) \|" * 4, readme, re.M)
    if not stated:
        return [f"the README has no row '{row}' with n and four figures"]
    print(row, " ".join(f"{name} {value:.3f}" for name, value in zip(NAMES, measured)))
    return [f"{row}: {name}: the README states {want}, measured {got:.3f}"
            for name, want, got in zip(NAMES, stated.groups(), measured) if round(got, 3) < float(want)]


def as_the_program_says(folder, measured):
    """`bma agreement` comes to the figures that are computed here a second time."""
    run = subprocess.run([bma, "agreement", "--format", "json", str(folder)], env=dict(os.environ, BMA_PACK=str(pack)),
                         capture_output=True, text=True, check=True)
    row = json.loads(run.stdout)["figures"][0]
    said = [row[key] for key in ("n", "presence_f1", "commitment_f1", "kappa_quadratic", "contradiction_f1")]
    return [f"{folder.name}: {name}: bma agreement says {a}, measured {b:.3f}"
            for name, a, b in zip(NAMES, said, measured) if abs(a - b) > 0.00051]


found = faults("own example clauses", clauses())
for row, folder in (("own drafts, read while rules were written", "developed"), ("own drafts, held out", "held-out")):
    measured = measure(bma, pack, source / "fixtures/labelled" / folder)
    found += faults(row, measured) + as_the_program_says(source / "fixtures/labelled" / folder, measured)
sys.exit("\n".join(found) or 0)
