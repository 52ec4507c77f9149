"""Agreement of `bma check` with the labels of a folder of drafts: NAME.txt beside NAME.csv.

A label row is criterion,level,contradicted,articles,note; level 0–4 or na (left out of the figures).
Kappa has quadratic weights: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968).
"""
import csv, json, os, pathlib, subprocess

LEVELS = 5


def findings(bma, pack, drafts):
    """Of each draft its criteria; one run for all, as the pack is compiled once."""
    environment = dict(os.environ, BMA_PACK=str(pack))
    done = subprocess.run([bma, "check", "--format", "json", *map(str, drafts)], env=environment, capture_output=True, text=True)
    cards = json.loads(done.stdout)["agreements"]
    assert [card["source"]["path"] for card in cards] == [str(draft) for draft in drafts]
    return [{c["id"]: c for c in card["criteria"]} for card in cards]


def f1(pairs):
    hit = sum(a and b for a, b in pairs)
    wrong = sum(a != b for a, b in pairs)
    return 2 * hit / (2 * hit + wrong) if hit + wrong else 1.0


def kappa(pairs):
    n = len(pairs)
    rows = [sum(a == i for a, _ in pairs) for i in range(LEVELS)]
    columns = [sum(b == i for _, b in pairs) for i in range(LEVELS)]
    seen = sum((a - b) ** 2 for a, b in pairs)
    chance = sum((i - j) ** 2 * rows[i] * columns[j] / n for i in range(LEVELS) for j in range(LEVELS))
    return 1 - seen / chance if chance else 1.0


def measure(bma, pack, folder):
    """n, presence F1, commitment F1, kappa, contradiction F1 over all drafts of the folder."""
    levels, against = [], []
    drafts = sorted(pathlib.Path(folder).glob("*.txt"))
    for draft, found in zip(drafts, findings(bma, pack, drafts)):
        with open(draft.with_suffix(".csv"), encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                if row["criterion"].startswith("CX") or row["level"] == "na":
                    continue
                finding = found[row["criterion"]]
                levels.append((int(row["level"]), finding["level"] or 0))
                against.append((row["contradicted"] == "1", finding["contradicted"]))
    return (len(levels), f1([(a >= 1, b >= 1) for a, b in levels]), f1([(a >= 2, b >= 2) for a, b in levels]),
            kappa(levels), f1(against))
