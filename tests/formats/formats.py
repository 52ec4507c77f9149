#!/usr/bin/env python3
"""formats.py BMA: one draft in every format earns the same card; what is malformed is refused in these words; the
packed fixtures are those that make.py makes."""
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BMA = pathlib.Path(sys.argv[1]).resolve()
DRAFT = "fixtures/agreements/care-workers-treaty."
REFUSED = {
    "bomb.docx": "word/document.xml unpacks to more than 200 times its size",
    "entities.docx": "word/document.xml declares a document type, which no word processor writes",
    "no-document.docx": "the archive holds no Word document (word/document.xml with a body)",
    "not-xml.docx": "word/document.xml is not well-formed XML (its line 1); save the file again",
    "too-deep.docx": "word/document.xml is nested deeper than 200 elements",
    "truncated.docx": "the file is a damaged zip archive; open it in the program that made it and save it again",
    "old-word.doc": "this is an old Word file (.doc) or an encrypted one; save it as .docx without a password",
    "damaged.pdf": "the PDF is damaged; save or print it to PDF again",
    "encrypted.pdf": "the PDF is encrypted; save it without a password or restrictions",
    "no-text.pdf": "the PDF holds pictures of pages but no text; run text recognition (OCR) first",
}


def bma(*arguments, **environment):
    env = dict(os.environ, BMA_PACK=str(ROOT / "rules/m4md-2011"), **environment)
    return subprocess.run([BMA, *arguments], cwd=ROOT, capture_output=True, timeout=60, env=env)


def judged(agreement):
    """Of each criterion what does not depend on how lines are counted."""
    return [(c["id"], c["level"], c["contradicted"], [(e["article"], e["quote"]) for e in c["evidence"]])
            for c in agreement["criteria"]]


def same_card(ending, expected):
    ran = bma("check", "--format", "json", DRAFT + ending)
    if ran.returncode != 0:
        yield f"{ending}: {ran.stderr.decode()}"
        return
    agreement = json.loads(ran.stdout)["agreements"][0]
    text = bma("show", "--text", DRAFT + ending).stdout
    if agreement["source"]["sha256"] != hashlib.sha256((ROOT / (DRAFT + ending)).read_bytes()).hexdigest():
        yield f"{ending}: the hash is not that of the file"
    for one, other in zip(judged(agreement), expected, strict=True):
        if one != other:
            yield f"{ending}: {one}\n    in the text: {other}"
    for criterion in agreement["criteria"]:
        for piece in criterion["evidence"]:
            if piece["start"] is not None and \
                    " ".join(text[piece["start"]:piece["end"]].decode().split()) != piece["quote"]:
                yield f"{ending}: {criterion['id']}: no such words at {piece['start']} of the text shown"


def content(path):
    """What was packed: how small it gets depends on the machine's zlib."""
    if path.suffix != ".docx":
        return path.read_bytes()
    if path.name == "truncated.docx":
        return len(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        return [(name, packed.read(name)) for name in packed.namelist()]


def page(pieces):
    """A PDF of one page: (x, y, words) each set down for itself, in this order."""
    drawn = "\n".join(f"BT /F1 9 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in pieces).encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
               b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (rows, len(out))


def shown(ending, content, *options):
    with tempfile.NamedTemporaryFile(suffix=ending) as file:
        file.write(content)
        file.flush()
        return bma("show", *(options or ["--text"]), file.name).stdout.decode()


def divided(ending, content):
    """The clauses of a draft with what each of them is, and the names of its divisions."""
    return [re.sub(r"^\d+:\d+ |(?<=<)\d+:\d+", "", line.strip()) for line in shown(ending, content, "-f", "text").splitlines()]


def text_of(pieces):
    return shown(".pdf", page(pieces))


def word(body):
    """A Word file of this body, and nothing else."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
    return packed.getvalue()


def table(rows, tag, cell, paragraph):
    return "".join(f"<{tag}>" + "".join(f"<{cell}>" + "".join(paragraph % words for words in column.split("/")) + f"</{cell}>"
                                        for column in row) + f"</{tag}>" for row in rows)


def tables():
    """Rows of few words are lines in a frame; cells with sentences or several paragraphs are paragraphs; a number alone is that of its row."""
    rows = [["Task", "Office"], ["Briefing", "Employment Service/Health Service"], ["Visits", "", "twice a year"],
            ["1.", "No fee is due."]]
    wanted = "| Task | Office |\n\nBriefing\n\nEmployment Service\n\nHealth Service\n\n| Visits | twice a year |\n\n1. No fee is due."
    body = "<w:tbl>%s</w:tbl>" % table(rows, "w:tr", "w:tc", "<w:p><w:r><w:t>%s</w:t></w:r></w:p>")
    web = "<!doctype html><table>%s</table>" % table(rows, "tr", "td", "<p>%s</p>")
    for ending, content in ((".docx", word(body)), (".html", web.encode())):
        if shown(ending, content).strip() != wanted:
            yield f"a table in {ending} is read as {shown(ending, content)!r}"


def laid_out():
    """Numbers that hang in the margin stay with their words, and columns are read one after the other."""
    items = ["protect the workers of both countries;", "publish this Agreement in both languages;", "inspect the places of work."]
    lines = [(110, 700 - 40 * i, words) for i, words in enumerate(items)]
    numbers = [(70, 700 - 40 * i, mark) for i, mark in enumerate(["a\\)", "b\\)", "c\\)"])]
    lead = [(70, 740, "1. The Parties shall:")]
    read = text_of(lead + lines + numbers)  # all words, then all numbers
    if [" ".join(line.split()) for line in read.split("\n") if ")" in line] != [f"{m}) {w}" for m, w in zip("abc", items)]:
        yield f"hanging numbers are read as {read!r}"
    left = [(40, 760 - 12 * i, f"Left {chr(97 + i) * 4} and {chr(122 - i) * 5} shall be paid.") for i in range(24)]
    right = [(320, 760 - 12 * i, f"Right {chr(97 + i) * 4} and {chr(122 - i) * 5} shall be paid.") for i in range(24)]
    read = text_of(left + right)
    if not 0 < read.rfind("Left ") < read.find("Right "):
        yield f"columns are read as {read!r}"


def printed():
    """The letters of a watermark are no words, and a line of wide letters is as full as one of narrow ones."""
    words = ["Article 1", "Whoever works in Orvia shall be told of his rights there by the Ministry of",
             "Labour before he leaves. The Ministry sends to every worker who has been taken on",
             "a booklet, which is free of charge, in a language that he can understand well."]
    lines = [(70, 740 - 60 * i, line) for i, line in enumerate(words)]
    letters = [(200 + 20 * i, 710 - 20 * i, letter) for i, letter in enumerate("DDRRAA")]
    read = divided(".pdf", page(lines + letters))
    wanted = ["agreement", 'article 1 "Article 1"', 'paragraph "Article 1"',
              "operative  Whoever works in Orvia shall be told of his rights there by the Ministry of Labour before he leaves.",
              "operative  The Ministry sends to every worker who has been taken on a booklet, which is free of charge, in a "
              "language that he can understand well."]
    if read != wanted:
        yield f"a page with a watermark is read as {read!r}"


def faults():
    yield from laid_out()
    yield from printed()
    yield from tables()
    plain = json.loads(bma("check", "--format", "json", DRAFT + "txt").stdout)["agreements"][0]
    for ending in ("txt", "docx", "html", "pdf"):
        yield from same_card(ending, judged(plain))
    for name, message in REFUSED.items():
        ran = bma("check", "fixtures/malformed/" + name)
        wanted = f"fixtures/malformed/{name}: {message}\n"
        if ran.returncode != 2 or not ran.stderr.decode().endswith(wanted) or ran.stdout:
            yield f"{name}: exit {ran.returncode}, {ran.stderr.decode()}"
    if b"install poppler-utils" not in bma("check", DRAFT + "pdf", PATH="/nowhere").stderr:
        yield "a missing pdftotext is not named"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "make.py", folder], check=True)
        for made in pathlib.Path(folder).rglob("*.*"):
            kept = ROOT / "fixtures" / made.relative_to(folder)
            if content(kept) != content(made):
                yield f"{kept.name} is not what make.py makes"


if __name__ == "__main__":
    found = list(faults())
    print("\n".join(found))
    sys.exit(1 if found else 0)
