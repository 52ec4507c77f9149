#!/usr/bin/env python3
"""wording.py BMA: every suggested clause, alone in a draft, is what its own rule asks for, and harms nothing."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRAME = """Agreement between the Government of Arland and the Government of Bexia on the Employment of Workers

Article 1

This Agreement applies to workers of Arland, the country of origin, who are employed in Bexia, the country of destination.

Article 2

"""


def run(bma, *arguments):
    return subprocess.run([bma, *map(str, arguments)], capture_output=True, check=True, text=True,
                          env={**os.environ, "BMA_PACK": str(ROOT / "rules/m4md-2011")}).stdout


def main():
    bma = str(pathlib.Path(sys.argv[1]).resolve())
    rules = sorted((ROOT / "rules/m4md-2011").glob("??/*.lua"))
    faults = []
    assert len(rules) > 60
    with tempfile.TemporaryDirectory() as folder:
        draft = pathlib.Path(folder, "draft.txt")
        for rule in rules:
            wording = " ".join(run(bma, "explain", rule.stem).partition("GOOD WORDING")[2].split())
            assert "{" not in wording and " ." not in wording, wording
            draft.write_text(FRAME + wording + "\n", encoding="utf-8")
            criteria = json.loads(run(bma, "check", "--format", "json", draft))["agreements"][0]["criteria"]
            own = next(c for c in criteria if c["id"] == rule.stem)
            against = [c["id"] for c in criteria if c["contradicted"]]
            if own["level"] != 4 or own["likely"] or own["doubtful"] or against:
                faults.append(f"{rule.stem}: level {own['level']}, against {against or 'none'}: {wording}")
    sys.exit("\n".join(faults) or 0)


if __name__ == "__main__":
    main()
