#!/usr/bin/env python3
"""Fails when a figure measured on the project's own labelled texts falls below the one that the README states.

  stated.py FIXTURE_RUNNER BMA SOURCE
"""
import os, pathlib, re, subprocess, sys

from drafts import measure

NAMES = ["n", "presence F1", "commitment F1", "QWK", "contradiction F1"]
runner, bma, source = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
pack = source / "rules/m4md-2011"
readme = (source / "README.md").read_text(encoding="utf-8")


def clauses():
    last = subprocess.run([runner], capture_output=True, text=True).stdout.splitlines()[-1]
    return [float(re.search(rf"\b{name}[ =]([\d.]+)", last).group(1)) for name in NAMES]


def faults(row, measured):
    stated = re.search(rf"^\| {row} \| (\d+) \|" + r" ([\d.]+) \|" * 4, readme, re.M)
    if not stated:
        return [f"the README has no row '{row}' with n and four figures"]
    print(row, " ".join(f"{name} {value:.3f}" for name, value in zip(NAMES, measured)))
    return [f"{row}: {name}: the README states {want}, measured {got:.3f}"
            for name, want, got in zip(NAMES, stated.groups(), measured) if round(got, 3) < float(want)]


found = faults("own example clauses", clauses())
for row, folder in (("own drafts, read while rules were written", "developed"), ("own drafts, held out", "held-out")):
    found += faults(row, measure(bma, pack, source / "fixtures/labelled" / folder))
sys.exit("\n".join(found) or 0)
