#!/usr/bin/env python3
"""schema.py BMA: the JSON of every command follows its schema in docs, and quotes are the source's own words."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

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


def check_grounds(agreement, source):
    """The words by which clauses were found stand in the source, inside the quote or in what opens its list."""
    found = 0
    for evidence in evidence_of(agreement):
        for ground in evidence["grounds"]:
            words = source[ground["start"]:ground["end"]].decode("utf-8")
            assert words and re.sub(r"\s+", " ", words).strip() == ground["words"], ground
            assert ground["end"] <= evidence["end"], (ground, evidence)
            assert ground["start"] >= evidence["start"] or ground["end"] <= evidence["start"], (ground, evidence)
            found += 1
    return found


def valid(name, bma, *arguments):
    """What the command prints, once it has been found to follow docs/NAME.schema.json."""
    schema = json.loads((ROOT / f"docs/{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    run = subprocess.run([bma, *map(str, arguments)], capture_output=True, check=True,
                         env={**os.environ, "BMA_PACK": str(ROOT / "rules/m4md-2011")})
    printed = json.loads(run.stdout)
    jsonschema.validate(printed, schema, cls=jsonschema.Draft202012Validator)
    return printed


def main():
    bma = str(pathlib.Path(sys.argv[1]).resolve())
    drafts = sorted((ROOT / "fixtures/agreements").glob("*.txt"))
    assert drafts
    card = valid("scorecard", bma, "check", "--format", "json", *drafts)
    assert valid("agreement", bma, "agreement", "--format", "json", ROOT / "fixtures/labelled/developed")["disagreements"]
    valid("agreement", bma, "agreement", "--format", "json", "--labels", ROOT / "fixtures/labelled/developed",
          "--second", ROOT / "fixtures/labelled/developed")
    for old, new in zip(drafts, drafts[1:] + drafts[:1]):
        diff = valid("diff", bma, "diff", "--format", "json", old, new)
        assert sum(diff["counts"].values()) == len(diff["criteria"]) == len(card["agreements"][0]["criteria"])
        assert all(row["regression"] == (row["change"] in ("weakened", "lost")) for row in diff["criteria"])
        assert diff["articles"], (old, new)
    with tempfile.TemporaryDirectory() as folder:
        bare = pathlib.Path(folder, "bare.yaml")
        bare.write_text("coded: {HR-1: 2, RI-4: na}\n", encoding="utf-8")
        assert valid("diff", bma, "diff", "--format", "json", bare, drafts[0])["counts"]["open"] > 0
        assert valid("scorecard", bma, "check", "--format", "json", bare)["agreements"][0]["source"]["format"] == "coded"
        database = f"{folder}/results.sqlite"
        subprocess.run([bma, "corpus", "--db", database, ROOT / "fixtures/labelled"], check=True)
        for view in ([], ["--rank"], ["--by", "pair"], ["--criterion", "HR-5"], ["--similar", drafts[0]],
                     ["--precedents", drafts[0]], ["--clusters"], ["--distances"]):
            assert valid("compare", bma, "compare", "--format", "json", "--db", database, *view)["rows"], view
    assert len(card["agreements"]) == len(drafts)
    for draft, agreement in zip(drafts, card["agreements"]):
        assert any(evidence_of(agreement)), "no evidence in " + draft.name
        check_quotes(agreement, draft.read_bytes())
        assert check_grounds(agreement, draft.read_bytes()) > 0, draft.name


if __name__ == "__main__":
    main()
