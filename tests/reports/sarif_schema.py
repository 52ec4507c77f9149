#!/usr/bin/env python3
"""sarif_schema.py BMA: every log follows docs/sarif.schema.json, which names what bma writes of SARIF 2.1.0.

Where BMA_SCHEMAS names a folder with the standard's own sarif-schema-2.1.0.json, the logs are held to that, too.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
BMA = str(pathlib.Path(sys.argv[1]).resolve())
DRAFTS = ROOT / "fixtures/agreements"
CASE = """title: Care
text: draft.txt
coded: {HR-1: 2, HR-5: na}
waivers:
  - {criterion: HR-7, justification: settled elsewhere, by: Registrar, until: 2031-05-31}
  - {criterion: HR-2, justification: for the time being, until: 2020-01-01}
"""


def validators():
    own = json.loads((ROOT / "docs/sarif.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(own)
    yield jsonschema.Draft202012Validator(own)
    folder = os.environ.get("BMA_SCHEMAS")
    if folder:
        text = (pathlib.Path(folder) / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")
        yield jsonschema.Draft4Validator(json.loads(text))


def log(*arguments, pack=ROOT / "rules/m4md-2011", cwd=ROOT):
    run = subprocess.run([BMA, "check", "-f", "sarif", "-p", pack, *arguments], cwd=cwd, capture_output=True,
                         check=False, env={**os.environ, "SOURCE_DATE_EPOCH": "1800000000"})
    return json.loads(run.stdout)


def failing_pack(folder):
    """The pack, with a rule in it whose function fails on every draft."""
    pack = folder / "pack"
    subprocess.run(["cp", "-r", ROOT / "rules/m4md-2011", pack], check=True)
    rule = pack / "hr/HR-1.lua"
    text = rule.read_text(encoding="utf-8").rstrip()
    assert text.endswith("}")
    rule.write_text(text[:-1] + "  check = function(agreement, finding) error('no') end,\n}\n", encoding="utf-8")
    return pack


def logs(folder):
    drafts = sorted(DRAFTS.glob("*.txt"))
    yield json.loads((ROOT / "fixtures/golden/reports/card.sarif").read_text(encoding="utf-8"))
    yield log("--sarif-pass", *drafts)
    yield log(*sorted(DRAFTS.glob("*.docx")))
    (folder / "draft.txt").write_bytes(drafts[0].read_bytes())
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    log("--write-baseline", "base.json", "draft.txt", cwd=folder)
    yield log("--sarif-pass", "--baseline", "base.json", "case.yaml", "draft.txt", cwd=folder)
    failed = log("draft.txt", pack=failing_pack(folder), cwd=folder)
    assert failed["runs"][0]["invocations"][0]["toolExecutionNotifications"], "no rule failed"
    yield failed


def main():
    known = list(validators())
    with tempfile.TemporaryDirectory() as folder:
        for text in logs(pathlib.Path(folder)):
            for schema in known:
                schema.validate(text)
    wrong = json.loads((ROOT / "fixtures/golden/reports/card.sarif").read_text(encoding="utf-8"))
    wrong["runs"][0]["results"][0]["ruleID"] = "HR-1"
    assert not known[0].is_valid(wrong), "a key that SARIF does not know passes"


if __name__ == "__main__":
    main()
