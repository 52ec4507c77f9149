#!/usr/bin/env python3
"""The lexicon's phrases as YARA rules, so that YARA looks for the same phrases in the same files.

  phrases.py LEXICON_FOLDER OUTPUT [DRAFTS]     writes OUTPUT.yar and, by yarac, OUTPUT.yarc

Words are matched as prefixes (YARA knows no stems), gaps as up to n words, alternatives and optional
words as such.  YARA refuses some expressions as too complex, and gives up a file when one of them has
too many ways to match in it: with DRAFTS, expressions are left out until every draft is read to its end, as the
time of a scan that was given up says nothing.  The number left out is said, so that what YARA is spared can be
read beside its time.
"""
import pathlib, re, subprocess, sys, yaml

GAP = r"[^A-Za-z0-9]{1,4}"

def expression(phrase):
    tokens = re.findall(r"[()\[\]|]|~\d+|[^\s()\[\]|]+", phrase)
    out = []
    for token in tokens:
        if token in "([": out.append("(")
        elif token == ")": out.append(")" + GAP)
        elif token == "]": out.append(GAP + ")?")
        elif token == "|": out.append("|")
        elif token.startswith("~"): out.append(r"([A-Za-z0-9]{1,16}" + GAP + r"){0,%s}" % token[1:])
        elif token == "#": out.append(r"[0-9]{1,4}" + GAP)
        else:
            word = re.sub(r"[^A-Za-z0-9]", ".", token.lstrip("="))
            out.append(word + ("" if token.startswith("=") else r"[a-z]{0,4}") + GAP)
    text = "".join(out)
    text = text.replace(GAP + "|", "|").replace(GAP + ")", ")").replace("|)", ")?")
    return text[: -len(GAP)] if text.endswith(GAP) else text

def phrases(folder):
    """The phrases of each concept, those in another sense too."""
    for path in sorted(pathlib.Path(folder).glob("*.yaml")):
        concepts = yaml.safe_load(path.read_text(encoding="utf-8")).get("concepts") or {}
        for concept in concepts.values():
            yield [str(p) for p in (concept.get("phrases") or []) + (concept.get("not") or [])]

def rules(folder):
    """The same as regular expressions."""
    for concept in phrases(folder):
        yield [expression(p) for p in concept]

def compiles(concepts, output):
    """What yarac says of the concepts' rules; empty when it takes them."""
    text = ""
    for number, expressions in enumerate(concepts):
        if expressions:
            strings = "\n".join(f"    $p{i} = /{e}/ nocase" for i, e in enumerate(expressions))
            text += f"rule c{number} {{ strings:\n{strings}\n  condition: any of them }}\n"
    pathlib.Path(output + ".yar").write_text(text, encoding="utf-8")
    result = subprocess.run(["yarac", "-w", output + ".yar", output + ".yarc"], capture_output=True, text=True)
    return result.stderr if result.returncode != 0 else ""

def given_up(output, drafts):
    """The strings, as (rule, number), at which YARA stopped reading one of the drafts."""
    result = subprocess.run(["yara", "-C", "-p", "2", "-r", output + ".yarc", drafts], capture_output=True, text=True)
    return {(int(r), int(s)) for s, r in re.findall(r'string "\$p(\d+)" in rule "c(\d+)" caused error', result.stderr)}

def main():
    output = sys.argv[2]
    concepts = list(rules(sys.argv[1]))
    total = sum(map(len, concepts))
    # An error names the rule and not the string: the strings of that rule are then tried one by one.
    while errors := compiles(concepts, output):
        refused = {int(n) for n in re.findall(r'error: rule "c(\d+)"', errors)}
        if not refused:
            sys.exit(errors)
        for number in refused:
            kept = [e for e in concepts[number] if not compiles([[e]], output)]
            concepts[number] = kept if len(kept) < len(concepts[number]) else []
    while len(sys.argv) > 3 and (stopped := given_up(output, sys.argv[3])):
        for number, expressions in enumerate(concepts):
            concepts[number] = [e for i, e in enumerate(expressions) if (number, i) not in stopped]
        compiles(concepts, output)
    kept = sum(map(len, concepts))
    print(f"{kept} of {total} phrases; YARA cannot do the other {total - kept}")


if __name__ == "__main__":
    main()
