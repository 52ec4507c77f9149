#!/usr/bin/env python3
"""word.py BMA: a Word file is divided as the plain text of the same draft is, whatever Word keeps beside the words."""
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BMA = pathlib.Path(sys.argv[1]).resolve()
NAMES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
         'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner="", style="", properties=""):
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{properties}</w:pPr>{inner}</w:p>"


def line(words):
    return paragraph(run(words))


def number(level, of=1):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of}"/></w:numPr>'


def sign(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code, result):
    return sign("begin") + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + sign("separate") + result + sign("end")


def style(name, kind="paragraph", properties="", words=""):
    return (f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr>{properties}</w:pPr>'
            f"<w:rPr>{words}</w:rPr></w:style>")


def levels(*shapes):
    return "".join(f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
                   for i, (form, text) in enumerate(shapes))


def definition(identity, inner):
    return f'<w:abstractNum w:abstractNumId="{identity}">{inner}</w:abstractNum>'


def counted(identity, of=0, inner=""):
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{inner}</w:num>'


def packed(body, styles="", numbering="", main="document.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", f'<Relationships><Relationship Type="{KIND}officeDocument" Target="word/{main}"/>'
                                        "</Relationships>")
        archive.writestr(f"word/_rels/{main}.rels", f'<Relationships><Relationship Type="{KIND}styles" Target="looks.xml"/>'
                                                    "</Relationships>")
        archive.writestr("word/" + main, f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/looks.xml", f"<w:styles {NAMES}>{styles}</w:styles>")
        archive.writestr("word/numbering.xml", f"<w:numbering {NAMES}>{numbering}</w:numbering>")
    return out.getvalue()


PAIR = definition(0, levels(("decimal", "%1."), ("lowerLetter", "(%2)"))) + counted(1)
AGAIN = PAIR + counted(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
LINKED = (definition(0, '<w:numStyleLink w:val="Legal"/>') + definition(1, levels(("decimal", "Article %1"), ("decimal", "%2.")))
          + counted(1) + counted(2, 1))
GONE = '<w:rPr><w:del w:id="1"/></w:rPr>'
DELETED = '<w:del w:id="2"><w:r><w:delText>Gone.</w:delText></w:r></w:del>'
TITLE = ["Agreement on Pearls", "Arvia and Besk have agreed as follows:"]
SCOPE = ["Article 1", "Scope", "1. This Agreement applies to divers."]
PAY = ["Article 2", "Pay", "The employer shall pay the divers each month."]


def lines(words):
    return "".join(line(each) for each in words)


def table(*rows):
    return "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"


# What it shows; the body between title and Article 2; the lines of text that it stands for; more of the file.
DRAFTS = [
    ("a table of contents that no style tells",
     paragraph(sign("begin") + '<w:r><w:instrText> TO</w:instrText></w:r><w:r><w:instrText>C \\o "1-3"</w:instrText></w:r>'
               + sign("separate") + run("Article 1 Scope") + field("PAGEREF _Toc1", run("2")))
     + paragraph(run("Article 2 Pay 3") + sign("end")) + lines(SCOPE), SCOPE, {}),
    ("the same in one element", paragraph(f'<w:fldSimple w:instr=" TOC \\o ">{run("Article 1 Scope 3")}</w:fldSimple>') + lines(SCOPE),
     SCOPE, {}),
    ("a field that is opened and never closed hides nothing", paragraph(sign("begin")) + lines(SCOPE), SCOPE, {}),
    ("a field within the code of another, and a reference",
     lines(SCOPE) + paragraph(run("It binds ") + sign("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + field("X", run("HIDDEN"))
                              + sign("separate") + run("divers") + sign("end") + run(" under ") + field("REF _Ref1", run("Article 2")) + run(".")),
     SCOPE + ["It binds divers under Article 2."], {}),
    ("words hidden by a style of letters", lines(SCOPE) + paragraph(run("No fee is due.") + run(" All pay.", '<w:rStyle w:val="Aside"/>')),
     SCOPE + ["No fee is due."], {"styles": style("Aside", "character", words="<w:vanish/>")}),
    ("a paragraph hidden by its style, and words in it that are not",
     lines(SCOPE) + paragraph(run("All pay.") + run("No fee is due.", '<w:vanish w:val="0"/>'), "Aside") + paragraph(run("All pay."), "Aside"),
     SCOPE + ["No fee is due."], {"styles": style("Aside", words="<w:vanish/>")}),
    ("levels that a style of lists holds",
     paragraph("", "", number(0)) + line("Scope") + paragraph(run("This Agreement applies to divers."), "", number(1)), SCOPE,
     {"styles": style("Legal", "numbering", '<w:numPr><w:numId w:val="2"/></w:numPr>'), "numbering": LINKED}),
    ("numbered paragraphs, of which a tracked change makes one",
     lines(SCOPE[:2]) + paragraph(run("This Agreement"), "", number(0) + GONE) + paragraph(run(" applies to divers."), "", number(0))
     + paragraph(run("It binds both."), "", number(0)), SCOPE + ["2. It binds both."], {"numbering": PAIR}),
    ("numbered paragraphs that are deleted or hidden are not counted",
     lines(SCOPE[:2]) + paragraph(DELETED, "", number(0) + GONE)
     + paragraph(run("Aside.", "<w:vanish/>"), "", number(0) + "<w:rPr><w:vanish/></w:rPr>")
     + paragraph(run("This Agreement applies to divers."), "", number(0)), SCOPE, {"numbering": PAIR}),
    ("a list that began anew goes on when another of its kind stood in between",
     lines(SCOPE[:2]) + paragraph(run("This Agreement applies to divers."), "", number(0, 2)) + paragraph(run("on boats;"), "", number(1, 1))
     + paragraph(run("It binds both."), "", number(0, 2)), SCOPE + ["(a) on boats;", "2. It binds both."], {"numbering": AGAIN}),
    ("a cell that was deleted, and a table in a cell",
     lines(SCOPE) + table([line("Task"), '<w:tcPr><w:cellDel w:id="3"/></w:tcPr>' + line("Gone"), line("Office")], [line("Visits"), line("Embassy")])
     + table([line("Parties"), table([line("Arvia"), line("origin")]) + paragraph()]),
     SCOPE + ["| Task | Office |", "| Visits | Embassy |", "Parties", "| Arvia | origin |"], {}),
    ("a note's raised number, and signs without width",
     lines(SCOPE[:2]) + paragraph(run("1. This Agreement applies to \u202adivers\u202c") + run("1", '<w:vertAlign w:val="superscript"/>') + run(".")), SCOPE, {}),
    ("a hyphen at which no line ends", lines(SCOPE) + paragraph(run("It is non\u2011binding and co") + "<w:r><w:noBreakHyphen/></w:r>" + run("signed.")),
     SCOPE + ["It is non-binding and co-signed."], {}),
    ("parts of other names", lines(SCOPE), SCOPE, {"main": "document2.xml"}),
]


def bma(*arguments):
    env = dict(os.environ, BMA_PACK=str(ROOT / "rules/m4md-2011"))
    return subprocess.run([BMA, *arguments], capture_output=True, timeout=60, env=env)


def divided(ending, content):
    with tempfile.NamedTemporaryFile(suffix=ending) as file:
        file.write(content)
        file.flush()
        shown = bma("show", file.name)
    return [re.sub(r"^\s*\d+:\d+ |(?<=<)\d+:\d+", "", each) for each in (shown.stdout + shown.stderr).decode().splitlines()]


def main():
    found = 0
    for name, body, words, more in DRAFTS:
        text = "\n\n".join(TITLE + words + PAY).encode()
        wanted, read = divided(".txt", text), divided(".docx", packed(lines(TITLE) + body + lines(PAY), **more))
        if read != wanted:
            found += 1
            print(f"{name}:", *read, "instead of", *wanted, sep="\n  ")
    refused = divided(".docx", packed(lines(TITLE + SCOPE) + '<w:altChunk w:id="r1"/>'))
    if "a part of the text stands in another file (altChunk)" not in refused[0]:
        found += 1
        print(f"a draft that is not whole is read: {refused}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
