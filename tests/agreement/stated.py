#!/usr/bin/env python3
"""Fails when a figure measured on fixtures/rules falls below the one that the README states.

  stated.py FIXTURE_RUNNER README
"""
import re, subprocess, sys

measured = subprocess.run([sys.argv[1]], capture_output=True, text=True).stdout.splitlines()[-1]
readme = open(sys.argv[2], encoding="utf-8").read()
stated = re.search(r"^\| own example clauses \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", readme, re.M)
if not stated:
    sys.exit("the README has no row 'own example clauses' with n and four figures")
names = ["n", "presence F1", "commitment F1", "QWK", "contradiction F1"]
faults = []
for name, want in zip(names, map(float, stated.groups())):
    got = float(re.search(rf"\b{name}[ =]([\d.]+)", measured).group(1))
    if got < want:
        faults.append(f"{name}: the README states {want:g}, measured {got:g}")
print(measured)
sys.exit("\n".join(faults) or 0)
