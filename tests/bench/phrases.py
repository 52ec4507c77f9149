#!/usr/bin/env python3
"""The lexicon's phrases as YARA rules, so that YARA looks for the same phrases in the same files.

  phrases.py LEXICON_FOLDER > phrases.yar

Words are matched as prefixes (YARA knows no stems), gaps as up to n words, alternatives and optional
words as such.  A phrase whose expression YARA's limits refuse is left out and counted on stderr.
"""
import pathlib, re, sys, yaml

GAP = r"[^A-Za-z0-9]{1,4}"

def expression(phrase):
    tokens = re.findall(r"[()\[\]|]|~\d+|[^\s()\[\]|]+", phrase)
    out, at = [], 0
    for token in tokens:
        if token == "(": out.append("(")
        elif token == "[": out.append("(")
        elif token == ")": out.append(")" + GAP)
        elif token == "]": out.append(GAP + ")?")
        elif token == "|": out.append("|")
        elif token.startswith("~"): out.append(r"([A-Za-z0-9]{1,16}" + GAP + r"){0,%s}" % token[1:])
        elif token == "#": out.append(r"[0-9]{1,4}" + GAP)
        else:
            word = re.sub(r"[^A-Za-z0-9]", ".", token.lstrip("="))
            out.append(word + ("" if token.startswith("=") else r"[a-z]{0,4}") + GAP)
    text = "".join(out)
    text = text.replace(GAP + "|", "|").replace(GAP + ")", ")")
    return text[: -len(GAP)] if text.endswith(GAP) else text

left = 0
number = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.yaml")):
    concepts = yaml.safe_load(path.read_text(encoding="utf-8")).get("concepts") or {}
    for name, concept in concepts.items():
        strings = []
        for phrase in (concept.get("phrases") or []) + (concept.get("not") or []):
            text = expression(str(phrase))
            if len(text) > 1500 or not re.match(r"[(A-Za-z0-9]", text):
                left += 1; continue
            strings.append(f"    $p{len(strings)} = /{text}/ nocase")
        if strings:
            number += 1
            print(f"rule c{number} {{ strings:\n" + "\n".join(strings) + "\n  condition: any of them }")
print(f"{left} phrases left out", file=sys.stderr)
