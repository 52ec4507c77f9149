#!/usr/bin/env python3
"""web.py BMA: a web page is divided as the plain text of the same draft is, whatever the site puts around it."""
import sys

from word import PAY, SCOPE, TITLE, divided

HEAD = "<h1>Agreement on Pearls</h1><p>Arvia and Besk have agreed as follows:</p>"
ONE = "<h2>Article 1</h2><h3>Scope</h3><p>1. This Agreement applies to divers.</p>"
TWO = "<h2>Article 2</h2><h3>Pay</h3><p>The employer shall pay the divers each month.</p>"
LEAD = "<p>2. The Parties shall:</p>"
ITEMS = ["2. The Parties shall:", "(a) protect divers;", "(b) publish the text."]
ABOVE = ('<header><a href="/">Ministry</a><div>Search</div></header><nav><ul><li>Home</ul></nav><ol class="breadcrumb"><li>Home</ol>'
         '<div id="cookie-box"><p>You must accept cookies.</p></div><div role="navigation">Laws</div>')
BELOW = "<aside><h2>Related</h2><p>News</p></aside><footer><p>Write to us.</p></footer>"
QUOTED = "<p>The diver’s fee – if any – is “nil”.</p>"


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def plain(words):
    return page("<br>\n".join("<br>\n".join([each, ""]) for each in words))


# What it shows; the page; the lines of text that it stands for.
PAGES = [
    ("paragraphs that empty lines part", plain(TITLE + SCOPE + PAY), SCOPE),
    ("text that is set already", page("<pre>" + "\n\n".join(TITLE + SCOPE + PAY).replace("the divers", "the\ndivers") + "</pre>"), SCOPE),
    ("what a site puts around its main text", page(ABOVE + f"<main>{HEAD}{ONE}{TWO}</main>" + BELOW), SCOPE),
    ("around an article", page(ABOVE + f"<article>{HEAD}{ONE}{TWO}</article>" + BELOW), SCOPE),
    ("around text of which no element tells", page(ABOVE + f"<div>{HEAD}{ONE}{TWO}</div>" + BELOW), SCOPE),
    ("a head of the page that names the draft", page(f"<header>{HEAD}</header>{ONE}{TWO}"), SCOPE),
    ("articles that are one element each", page(f"{HEAD}<article>{ONE}</article><article>{TWO}</article>"), SCOPE),
    ("what no browser shows, and a table of contents",
     page(HEAD + '<div class="toc"><p>Article 1 Scope</p></div>' + ONE + '<p style="visibility: hidden">All pay.</p><span class="sr-only">Skip</span>'
          "<dialog><p>All pay.</p></dialog>" + TWO), SCOPE),
    ("letters that a style gives to a list",
     page(HEAD + ONE + LEAD + '<ol style="list-style-type: lower-alpha"><li>protect divers;<li>publish the text.</ol>' + TWO),
     SCOPE + [each.replace("(", "").replace(")", ".") for each in ITEMS]),
    ("a list without signs", page(HEAD + ONE + LEAD + '<ul style="list-style: none"><li>(a) protect divers;<li>(b) publish the text.</ul>' + TWO), SCOPE + ITEMS),
    ("items that bring their letters", page(HEAD + ONE + LEAD + "<ol><li><p>(a) protect divers;</p><li><b>(b)</b> publish the text.</ol>" + TWO), SCOPE + ITEMS),
    ("a table that hangs numbers in the margin",
     page(HEAD + "<table><tr><td>Article 1<td>Scope<tr><td>1.<td>This Agreement applies to divers.<tr><td>2.<td>The Parties shall:"
          "<tr><td>(a)<td>protect divers;<tr><td>(b)<td>publish the text.</table>" + TWO), SCOPE + ITEMS),
    ("elements that stand on lines of their own",
     page(HEAD + "<details><summary>Article 1</summary>Scope<p>1. This Agreement applies to divers.</p></details><form>" + TWO + "</form>"), SCOPE),
    ("conditions of a word processor",
     page(HEAD + "<h2>Article 1</h2><h3>Scope</h3><p><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>This Agreement applies to divers.</p>"
          + TWO), SCOPE),
    ("signs of Windows, numbered", page(HEAD + ONE + "<p>The diver&#146;s fee &#150; if any &#150; is &#147;nil&#148;.</p>" + TWO), SCOPE + [QUOTED[3:-4]]),
]
# Bytes of Windows under no name, and under another one.
NAMED = ["", '<meta charset="windows-1252">', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">']


def main():
    found = 0
    pages = [(name, content.encode(), words) for name, content, words in PAGES]
    pages += [(f"Windows as {name!r}", page(HEAD + ONE + QUOTED + TWO, name).encode("cp1252"), SCOPE + [QUOTED[3:-4]]) for name in NAMED]
    for name, content, words in pages:
        wanted, read = divided(".txt", "\n\n".join(TITLE + words + PAY).encode()), divided(".html", content)
        if read != wanted:
            found += 1
            print(f"{name}:", *read, "instead of", *wanted, sep="\n  ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
