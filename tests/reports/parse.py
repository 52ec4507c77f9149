#!/usr/bin/env python3
"""parse.py BMA: what other programs read out of the reports, without any schema."""
import base64
import csv
import hashlib
import io
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
DRAFTS = ["fixtures/agreements/care-workers-treaty.txt", "fixtures/agreements/fish-processing-mou.txt"]
HTML_VOID = {"meta"}


def report(form, *options):
    command = [sys.argv[1], "check", "-p", "rules/m4md-2011", "-f", form, *options, *DRAFTS]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


def check_sarif(cards):
    run = json.loads(report("sarif", "--sarif-pass"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    page = (ROOT / "docs/criteria.md").read_text(encoding="utf-8")
    for rule in rules:
        assert f'<a id="{rule["id"]}">' in page, f"docs/criteria.md lacks {rule['id']}"
        assert rule["help"]["text"] and rule["helpUri"].startswith("https://"), rule["id"]
    passes = 0
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"], result["ruleId"]
        assert (result["level"] == "none") == (result["kind"] != "fail"), result
        passes += result["kind"] == "pass"
        place = result["locations"][0]["physicalLocation"]
        assert not place["artifactLocation"]["uri"].startswith("/")
        region = place["region"]
        if "byteOffset" in region:
            source = (ROOT / DRAFTS[place["artifactLocation"]["index"]]).read_bytes()
            start = region["byteOffset"]
            words = source[start:start + region["byteLength"]].decode()
            assert region["snippet"]["text"] == words, result
            before = source[:start].decode()
            assert region["startLine"] == before.count("\n") + 1, result
            assert region["startColumn"] == len(before) - before.rfind("\n"), result
    met = sum(c["level"] is not None and c["level"] >= 3 and not c["contradicted"]
              for card in cards for c in card["criteria"])
    assert passes == met, (passes, met)
    kinds = {r["kind"] for r in json.loads(report("sarif"))["runs"][0]["results"]}
    assert not kinds & {"pass", "notApplicable"}, kinds


def check_junit(cards):
    suites = ET.fromstring(report("junit")).findall("testsuite")
    assert len(suites) == len(cards)
    for suite, card in zip(suites, cards):
        cases = suite.findall("testcase")
        assert len(cases) == len(card["criteria"]) == int(suite.get("tests"))
        for name, attribute in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert len(suite.findall(f"testcase/{name}")) == int(suite.get(attribute)), name


def check_csv(cards):
    text = report("csv").decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == sum(len(card["criteria"]) for card in cards)
    assert all(None not in row and None not in row.values() for row in rows)
    wanted = [(c["id"], "" if c["level"] is None else str(c["level"])) for card in cards for c in card["criteria"]]
    assert [(row["criterion"], row["level"]) for row in rows] == wanted
    cells = [(card, c) for card in cards for c in card["criteria"]]
    for row, (card, cell) in zip(rows, cells):
        assert row["agreement"] == card["name"] and row["capped_by"] == (card["score"]["capped_by"] or "")
        assert [float(row[k]) for k in ("low", "high")] == card["score"]["range"]
        assert row["contradicted"] == ("" if cell["level"] is None else str(int(cell["contradicted"])))
        assert row["parties"] == "; ".join(p["name"] for p in card["parties"])
        assert float(row["weight"]) == cell["weight"] and row["year"] == str(card["year"] or "")


def check_html(cards):
    page = report("html")
    style = re.search(rb"<style>(.*?)</style>", page, re.S).group(1)
    hashed = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{hashed}'" in page.decode()
    tree = ET.fromstring(page)
    assert not list(tree.iter("script")) and not list(tree.iter("img")) and not list(tree.iter("link"))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), "an id is given twice"
    links = [a.get("href") for a in tree.iter() if a.get("href")]
    assert all(link.startswith("#") and link[1:] in ids for link in links), "a link leads nowhere"
    for number, main in enumerate(tree.iter("main")):
        shown = "".join(main.find(".//div[@class='pages']").itertext())
        for extra in main.findall(".//div[@class='pages']//span[@class='line']"):
            shown = shown.replace(extra.text, "", 1)
        source = (ROOT / DRAFTS[number]).read_text(encoding="utf-8")
        letters = re.sub(r"[^a-z]", "", source.lower())
        marked = re.sub(r"[^a-z]", "", re.sub(r"[A-Z]{2}-\d+", "", shown).lower())
        assert letters == marked, "the draft is not shown in full"
        quoted = {re.sub(r"\W", "", e["quote"]) for c in cards[number]["criteria"] for e in c["evidence"]
                  if e["voice"] == "text"}
        flat = re.sub(r"\W", "", source)
        assert all(quote in flat for quote in quoted)


def check_github():
    for line in report("github").decode().splitlines():
        assert re.match(r"::(error|warning|notice) file=[^,:]+(,\w+=[^,:]*)*::", line), line


def main():
    cards = json.loads(report("json"))["agreements"]
    check_sarif(cards)
    check_junit(cards)
    check_csv(cards)
    check_html(cards)
    check_github()
    assert len(report("markdown")) <= 65000


if __name__ == "__main__":
    main()
