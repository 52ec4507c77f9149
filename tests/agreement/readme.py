#!/usr/bin/env python3
"""Runs every `bma` command of the README's indented examples, in a folder with the fixtures' drafts in it.

  readme.py BMA SOURCE

A command may end with 0 or, where a threshold is asked for, with 1.
"""
import os, pathlib, re, shlex, shutil, subprocess, sys, tempfile

bma, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
lines = re.findall(r"^    (bma .*)$", (source / "README.md").read_text(encoding="utf-8"), re.M)
if len(lines) < 5:
    sys.exit("the README shows fewer than five commands")
drafts = sorted((source / "fixtures/agreements").glob("*.txt"))
faults = 0
with tempfile.TemporaryDirectory() as folder:
    for name, draft in {"draft.txt": drafts[0], "old.txt": drafts[0], "new.txt": drafts[1]}.items():
        shutil.copy(draft, pathlib.Path(folder) / name)
    shutil.copy(source / "fixtures/agreements/care-workers-treaty.docx", pathlib.Path(folder) / "draft.docx")
    shutil.copytree(source / "fixtures/agreements", pathlib.Path(folder) / "treaties")
    for name, table in {"coding.csv": "treaties.csv", "map.csv": "map.csv"}.items():
        shutil.copy(source / "fixtures/coded" / table, pathlib.Path(folder) / name)
    (pathlib.Path(folder) / "labels").mkdir()
    for draft in drafts:  # a coder who read one criterion of each
        (pathlib.Path(folder) / "labels" / f"{draft.stem}.csv").write_text("criterion,level\nHR-1,3\n")
    environment = dict(os.environ, BMA_PACK=str(source / "rules/m4md-2011"))
    for line in lines:
        command = shlex.split(line, comments=True)
        done = subprocess.run([bma, *command[1:]], cwd=folder, env=environment, capture_output=True, text=True)
        allowed = (0, 1) if any(a.startswith(("--min-score", "--fail")) for a in command) else (0,)
        if done.returncode not in allowed:
            faults += 1
            print(f"{line}\n  ended with {done.returncode}: {done.stderr.strip()[:300]}")
print(f"{len(lines)} commands, {faults} failed")
sys.exit(1 if faults else 0)
