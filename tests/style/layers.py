#!/usr/bin/env python3
"""Checks from the #include lines that rooms only use rooms to their left, and libraries only at home."""
import pathlib
import re
import sys

MAY_USE = {
    "base": [],
    "document": ["base"],
    "readers": ["base", "document"],
    "language": ["base", "document"],
    "findings": ["base", "document", "language", "readers"],
    "rules": ["base", "document", "language", "readers", "findings"],
    "scoring": ["base", "document", "language", "readers", "findings", "rules"],
    "reports": ["base", "document", "language", "readers", "findings", "rules", "scoring"],
    "corpus": ["base", "document", "language", "readers", "findings", "rules", "scoring", "reports"],
    "reliability": ["base", "document", "language", "readers", "findings", "rules", "scoring", "reports", "corpus"],
    "compare": ["base", "document", "language", "readers", "findings", "rules", "scoring", "reports", "corpus"],
    "learning": ["base", "document", "language", "readers", "findings", "rules", "scoring", "reports", "corpus",
                 "reliability"],
    "cli": ["base", "document", "language", "readers", "findings", "rules", "scoring", "reports", "corpus",
            "reliability", "compare", "learning"],
}
# Scoring and reports may read a pack, which is plain data, but never meet Lua.
FORBIDDEN = {"scoring": {"rules/host.h"}, "reports": {"rules/host.h"}}
HOMES = {
    "yaml.h": lambda p: p == "engine/base/yaml_tree.c",
    "jansson.h": lambda p: p == "engine/cli/lines.c",
    "zip.h": lambda p: p == "engine/readers/archive.c",
    "libxml/parser.h": lambda p: p == "engine/readers/markup.c",
    "libxml/HTMLparser.h": lambda p: p == "engine/readers/markup.c",
    "sqlite3.h": lambda p: p == "engine/corpus/sqlite.h",
    "lua.h": lambda p: p.startswith("engine/rules/"),
    "lauxlib.h": lambda p: p.startswith("engine/rules/"),
    "lualib.h": lambda p: p.startswith("engine/rules/"),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def faults(root):
    for path in sorted(root.glob("engine/**/*.[ch]")):
        name = path.relative_to(root).as_posix()
        room = name.split("/")[1]
        if room not in MAY_USE:
            yield f"{name}: there is no room '{room}'"
            continue
        for kind, included in INCLUDE.findall(path.read_text(encoding="utf-8")):
            other = included.split("/")[0]
            if kind == "<" and included in HOMES and not HOMES[included](name):
                yield f"{name}: <{included}> is used outside its home"
            elif kind == '"' and "/" not in included:
                yield f"{name}: \"{included}\" should be named with its room"
            elif kind == '"' and other != "bma" and other != room and other not in MAY_USE[room]:
                yield f"{name}: {room} may not include \"{included}\""
            elif included in FORBIDDEN.get(room, ()):
                yield f"{name}: {room} may not include \"{included}\""


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
