#!/usr/bin/env python3
"""make.py [FOLDER]: one draft of fixtures/agreements as .docx and .html, and the malformed ones, byte for byte
the same each time.  The .docx numbers its articles, paragraphs and items by Word's own lists and carries what a
draft in negotiation carries: tracked changes, a comment's mark, a hidden run, a footnote, a field, a text box."""
import html
import pathlib
import re
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ARTICLE = re.compile(r"Article (\d+) – (.*)")
PARAGRAPH = re.compile(r"(\d+)\. (.*)")
ITEM = re.compile(r"\(([a-z])\) (.*)")


def blocks():
    """(kind, number, words) of each line of the draft."""
    for line in (ROOT / "fixtures/agreements/care-workers-treaty.txt").read_text(encoding="utf-8").splitlines():
        for kind, shape in (("article", ARTICLE), ("paragraph", PARAGRAPH), ("item", ITEM)):
            if found := shape.fullmatch(line.strip()):
                yield kind, found[1], found[2]
                break
        else:
            if line.strip():
                yield "text", "", line.strip()


def run(words, properties=""):
    return f'<w:r>{properties}<w:t xml:space="preserve">{html.escape(words)}</w:t></w:r>'


NOISE = ('<w:del w:id="1" w:author="a"><w:r><w:delText>The worker shall pay all fees.</w:delText></w:r></w:del>'
         '<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden: workers shall not strike.</w:t></w:r>'
         '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="3"/></w:r>'
         '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def paragraph(kind, words, noisy):
    style = {"article": "Heading1"}.get(kind, "Normal")
    level = {"article": 0, "paragraph": 1, "item": 2}.get(kind)
    number = "" if level in (None, 0) else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    half = words.rfind(" ", 0, len(words) // 2 + 1) + 1
    body = run(words[:half]) + (NOISE if noisy else "") + f'<w:ins w:id="4">{run(words[half:])}</w:ins>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{body}</w:p>'


def document():
    body = "".join(paragraph(kind, words, index % 3 == 0) for index, (kind, _, words) in enumerate(blocks()))
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NS}><w:body>{body}</w:body></w:document>'


LEVELS = [("decimal", "Article %1 –"), ("decimal", "%2."), ("lowerLetter", "(%3)")]
NUMBERING = (f'<w:numbering {NS}><w:abstractNum w:abstractNumId="0">' + "".join(
    f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
    for i, (f, t) in enumerate(LEVELS)) + '</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
STYLES = (f'<w:styles {NS}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr>'
          '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
          '</w:styles>')


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, words in parts:
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, words)


def page():
    out, opened = [], False
    for kind, number, words in blocks():
        if opened and kind != "paragraph":
            out.append("</ol>")
            opened = False
        if kind == "paragraph" and not opened:
            out.append(f'<ol start="{number}">')
            opened = True
        words = html.escape(words).replace("–", "&ndash;")
        out.append({"article": f"<h2>Article {number} &ndash; {words}</h2>", "paragraph": f"<li><p>{words}",
                    "item": f"<p>({number}) {words}</p>"}.get(kind, f"<p>{words}</p>"))
    if opened:
        out.append("</ol>")
    return ("<!DOCTYPE html>\n<html lang=\"en\"><head><title>Draft</title><style>p {margin: 0}</style></head><body>\n"
            "<nav>Home</nav><script>document.write('The worker shall pay.')</script>\n" + "\n".join(out)
            + "\n</body></html>\n")


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "fixtures"
    good, bad = folder / "agreements", folder / "malformed"
    for each in (good, bad):
        each.mkdir(parents=True, exist_ok=True)
    archive(good / "care-workers-treaty.docx", [("word/document.xml", document()), ("word/styles.xml", STYLES),
                                                ("word/numbering.xml", NUMBERING)])
    (good / "care-workers-treaty.html").write_text(page(), encoding="utf-8")
    archive(bad / "no-document.docx", [("word/styles.xml", STYLES)])
    archive(bad / "bomb.docx", [("word/document.xml", " " * 4000000)])
    entity = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w>&b;</w>'
    archive(bad / "entities.docx", [("word/document.xml", entity)])
    archive(bad / "not-xml.docx", [("word/document.xml", f"<w:document {NS}><w:body>")])
    archive(bad / "too-deep.docx", [("word/document.xml", "<a>" * 230 + "</a>" * 230)])
    whole = (good / "care-workers-treaty.docx").read_bytes()
    (bad / "truncated.docx").write_bytes(whole[:2000])
    (bad / "old-word.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    (bad / "damaged.pdf").write_bytes(b"%PDF-1.4\nnothing of a PDF follows\n")


if __name__ == "__main__":
    main()
