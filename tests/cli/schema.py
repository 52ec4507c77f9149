#!/usr/bin/env python3
"""schema.py BMA: the JSON card follows docs/scorecard.schema.json, and its quotes are the source's own words."""
import json
import os
import pathlib
import re
import subprocess
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]


def evidence_of(agreement):
    for row in agreement["criteria"] + agreement["coherence"]:
        yield from row["evidence"]


def check_quotes(agreement, source):
    for evidence in evidence_of(agreement):
        if evidence["voice"] != "text":
            continue
        words = source[evidence["start"]:evidence["end"]].decode("utf-8")
        assert re.sub(r"\s+", " ", words).strip() == evidence["quote"].strip(), evidence
        line = source[: evidence["start"]].count(b"\n") + 1
        assert line == evidence["line"], evidence


def main():
    bma = str(pathlib.Path(sys.argv[1]).resolve())
    schema = json.loads((ROOT / "docs/scorecard.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    drafts = sorted((ROOT / "fixtures/agreements").glob("*.txt"))
    assert drafts
    run = subprocess.run([bma, "check", "--format", "json", *map(str, drafts)], capture_output=True, check=True,
                         env={**os.environ, "BMA_PACK": str(ROOT / "rules/m4md-2011")})
    card = json.loads(run.stdout)
    jsonschema.validate(card, schema, cls=jsonschema.Draft202012Validator)
    assert len(card["agreements"]) == len(drafts)
    for draft, agreement in zip(drafts, card["agreements"]):
        assert any(evidence_of(agreement)), "no evidence in " + draft.name
        check_quotes(agreement, draft.read_bytes())


if __name__ == "__main__":
    main()
