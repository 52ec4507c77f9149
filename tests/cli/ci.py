#!/usr/bin/env python3
"""ci.py BMA: the commands in docs/ci, run as they are written on a good draft and on a bad one."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CARDS = ROOT / "fixtures/agreements"
GOOD, BAD = CARDS / "care-workers-treaty.txt", CARDS / "fish-processing-mou.txt"


def read(name):
    return yaml.safe_load((ROOT / "docs/ci" / name).read_text(encoding="utf-8"))


def run(command, folder, env):
    done = subprocess.run(["bash", "-e", "-c", command], cwd=folder, env=env, capture_output=True, text=True)
    assert done.returncode in (0, 1), (command, done.returncode, done.stderr)
    return done


def repository(folder, draft):
    (folder / "drafts").mkdir(parents=True)
    (folder / ".git").mkdir()
    shutil.copy(draft, folder / "drafts/draft.txt")
    return folder


def github(folder, env):
    steps = read("github.yml")["jobs"]["scorecard"]["steps"]
    command = next(step["run"] for step in steps if "run" in step)
    kept = next(step["with"]["path"] for step in steps if "upload-artifact" in step.get("uses", ""))
    done = run(command, folder, env)
    assert "::error" in done.stdout or "::warning" in done.stdout, done.stdout
    for name in kept.split():
        assert (folder / name).stat().st_size > 0, name
    return done.returncode


def gitlab(folder, env, baseline):
    job = read("gitlab.yml")["scorecard"]
    if baseline:
        run("bma check --write-baseline bma-baseline.json drafts/*.txt", folder, env)
    else:
        (folder / "bma-baseline.json").write_text(
            '{"schema": "bma-baseline/2", "pack": "m4md-2011", "agreements": []}', encoding="utf-8")
    codes = [run(command, folder, env).returncode for command in job["script"]]
    for name in job["artifacts"]["paths"] + [job["artifacts"]["reports"]["junit"]]:
        assert (folder / name).stat().st_size > 0, name
    return max(codes)


def pre_commit(folder, env):
    hook = read("pre-commit.yaml")["repos"][0]["hooks"][0]
    return run(hook["entry"] + " drafts/draft.txt", folder, env).returncode


def main():
    bma = pathlib.Path(sys.argv[1]).resolve()
    env = {**os.environ, "PATH": f"{bma.parent}:{os.environ['PATH']}", "BMA_PACK": str(ROOT / "rules/m4md-2011")}
    with tempfile.TemporaryDirectory() as work:
        good = repository(pathlib.Path(work) / "good", GOOD)
        bad = repository(pathlib.Path(work) / "bad", BAD)
        assert github(bad, env) == 1
        assert gitlab(bad, env, baseline=False) == 1
        assert gitlab(bad, env, baseline=True) == 0
        assert pre_commit(good, env) == 0 and pre_commit(bad, env) == 1


if __name__ == "__main__":
    main()
