#!/usr/bin/env python3
"""sarif_schema.py BMA: the log against OASIS' published schema, where that is at hand."""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "sarif-schema-2.1.0.json"
SKIPPED = 77


def schema():
    for folder in (os.environ.get("BMA_SCHEMAS"), ROOT.parent / "shared" / "schemas"):
        if folder and (pathlib.Path(folder) / NAME).is_file():
            return json.loads((pathlib.Path(folder) / NAME).read_text(encoding="utf-8"))
    return None


def main():
    try:
        import jsonschema
    except ImportError:
        print("skipped: python3-jsonschema is not installed")
        return SKIPPED
    known = schema()
    if known is None:
        print(f"skipped: {NAME} is neither in $BMA_SCHEMAS nor in ../shared/schemas")
        return SKIPPED
    drafts = sorted(map(str, (ROOT / "fixtures" / "agreements").glob("*.txt")))
    log = subprocess.run([sys.argv[1], "check", "-f", "sarif", "--sarif-pass", "-p", str(ROOT / "rules/m4md-2011"),
                          *drafts], stdout=subprocess.PIPE, check=True).stdout
    golden = (ROOT / "fixtures/golden/reports/card.sarif").read_bytes()
    for text in (log, golden):
        jsonschema.Draft4Validator(known).validate(json.loads(text))
    return 0


if __name__ == "__main__":
    sys.exit(main())
