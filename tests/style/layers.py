#!/usr/bin/env python3
"""Holds the #include lines to the table of rooms in docs/architecture.md, and libraries to their homes.

A room may include what its row says: "nothing", rooms by name, or "all above", perhaps "but" some; of a room that
is named behind "of … only", no other header than those.
"""
import pathlib
import re
import sys

ROW = re.compile(r"^\| `(\w+)` \| .* \| ([^|]*) \|$", re.M)
ONLY = re.compile(r", of (\w+) only (`[\w.]+`(?:, `[\w.]+`)*)$")


def rooms_of(text):
    """What each room may include, and the only headers of a room where not all may be."""
    may, only, above = {}, {}, []
    for room, cell in ROW.findall(text):
        limit = ONLY.search(cell)
        if limit:
            only[room, limit[1]] = {f"{limit[1]}/{name}" for name in re.findall(r"[\w.]+", limit[2])}
            cell = cell[:limit.start()]
        if cell.startswith("all above"):
            spared = cell.removeprefix("all above").removeprefix(" but ").split(", ")
            may[room] = [name for name in above if name not in spared]
        else:
            spared = []
            may[room] = [] if cell == "nothing" else cell.split(", ")
        unknown = set(may[room] + [name for name in spared if name]) - set(above)
        if unknown:
            sys.exit(f"docs/architecture.md: {room} may include {', '.join(sorted(unknown))}, which stands below it")
        above.append(room)
    return may, only


HOMES = {
    "yaml.h": lambda p: p == "engine/base/yaml_tree.c",
    "jansson.h": lambda p: p == "engine/cli/lines.c",
    "zlib.h": lambda p: p == "engine/corpus/streams.c",
    "zip.h": lambda p: p == "engine/readers/archive.c",
    "libxml/parser.h": lambda p: p == "engine/readers/markup.c",
    "libxml/HTMLparser.h": lambda p: p == "engine/readers/markup.c",
    "sqlite3.h": lambda p: p == "engine/corpus/sqlite.h",
    "dlfcn.h": lambda p: p == "engine/base/library.c",
    "libstemmer.h": lambda p: p.startswith("engine/language/"),
    "lua.h": lambda p: p.startswith("engine/rules/"),
    "lauxlib.h": lambda p: p.startswith("engine/rules/"),
    "lualib.h": lambda p: p.startswith("engine/rules/"),
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def faults(root):
    may, only = rooms_of((root / "docs/architecture.md").read_text(encoding="utf-8"))
    rooms = {path.name for path in (root / "engine").iterdir() if path.is_dir()}
    if rooms != set(may):
        yield f"docs/architecture.md: its table has other rooms than engine/: {', '.join(sorted(rooms ^ set(may)))}"
        return
    for path in sorted(root.glob("engine/**/*.[ch]")):
        name = path.relative_to(root).as_posix()
        room = name.split("/")[1]
        for kind, included in INCLUDE.findall(path.read_text(encoding="utf-8")):
            other = included.split("/")[0]
            if kind == "<" and included in HOMES and not HOMES[included](name):
                yield f"{name}: <{included}> is used outside its home"
            elif kind == '"' and "/" not in included:
                yield f"{name}: \"{included}\" should be named with its room"
            elif kind == '"' and other != "bma" and other != room and other not in may[room]:
                yield f"{name}: {room} may not include \"{included}\""
            elif kind == '"' and included not in only.get((room, other), {included}):
                yield f"{name}: {room} may not include \"{included}\""


def main():
    found = list(faults(pathlib.Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
