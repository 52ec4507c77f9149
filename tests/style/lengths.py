#!/usr/bin/env python3
"""Files of at most 600 lines, lines of at most 110 columns, no tabs, blank tails or marks of unfinished work."""
import pathlib
import re
import sys

MOST_LINES, MOST_COLUMNS = 600, 110
MARKS = re.compile("|".join(["TO" + "DO", "FIX" + "ME", r"\bX{3}\b"]))


def faults(root):
    for folder in ("engine", "include", "tests"):
        for path in sorted((root / folder).rglob("*.[ch]")):
            name = path.relative_to(root).as_posix()
            lines = path.read_text(encoding="utf-8").split("\n")
            if len(lines) > MOST_LINES:
                yield f"{name}: {len(lines)} lines; {MOST_LINES} is the most"
            for number, line in enumerate(lines, 1):
                if len(line) > MOST_COLUMNS and "http" not in line:
                    yield f"{name}:{number}: {len(line)} columns; {MOST_COLUMNS} is the most"
                if "\t" in line or line != line.rstrip():
                    yield f"{name}:{number}: a tab, or blanks at the end"
                if MARKS.search(line):
                    yield f"{name}:{number}: a mark of unfinished work"


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
