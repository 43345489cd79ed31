# SPDX-License-Identifier: GPL-3.0-or-later
"""The includes of src/ against the table of allowed edges in docs/DESIGN.md."""

import re

import tap

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
GTK = re.compile(r"(gtk|gdk|gsk|pango|graphene)[-/]|adwaita\.h$")
GENERATED = re.compile(r"tide-config\.h|tide-pinyin-table\.h|tide-[a-z]+-resources\.h")
FIRST_WITH_GTK = "chart"


def read_table():
    """Folder to the set of folders it may include, in the order of the table."""
    table = {}
    for line in (tap.TREE / "docs/DESIGN.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        is_edges_row = line.startswith("|") and len(cells) == 3
        if is_edges_row and re.fullmatch(r"[a-z]+", cells[0]) and cells[0] != "folder":
            table[cells[0]] = set(re.findall(r"[a-z]+", cells[2]))
    return table


TABLE = read_table()


def sources():
    """Yields (file, folder below src, [(quoted, bracketed)])."""
    for path in tap.files("src", ".c", ".h"):
        folder = path.relative_to(tap.TREE / "src").parts[0]
        yield path, folder, INCLUDE.findall(path.read_text(encoding="utf-8"))


def table_is_whole():
    """the table names every folder, and what a folder may use its users may use too"""
    folders = {path.name for path in (tap.TREE / "src").iterdir() if path.is_dir()}
    for folder in sorted(folders - TABLE.keys()):
        yield f"src/{folder} is missing from the table"
    for folder, used in TABLE.items():
        for other in sorted(used):
            if other not in TABLE:
                yield f"{folder} may include {other}, which is no row of the table"
            for further in sorted(TABLE.get(other, set()) - used):
                yield f"{folder} may include {other} but not {further}, which {other} uses"


def edges_are_allowed():
    """a folder includes what the table allows it"""
    for path, folder, includes in sources():
        allowed = TABLE.get(folder, TABLE.keys()) | {folder}
        for quoted, _ in includes:
            if (quoted and not GENERATED.fullmatch(quoted)
                    and quoted.split("/")[0] not in allowed):
                yield f'{tap.name(path)} includes "{quoted}"'


def own_header_comes_first():
    """a source includes its own header, or its private one, before any other"""
    for path, _, includes in sources():
        own = path.with_suffix(".h")
        if path.suffix == ".c" and own.exists():
            own = own.relative_to(tap.TREE / "src").as_posix()
            if not includes or includes[0][0] not in {own, own.replace(".h", "-private.h")}:
                yield f'{tap.name(path)} does not start with "{own}"'


def json_glib_stays_in_codec():
    """json-glib appears in codec alone"""
    for path, folder, includes in sources():
        if folder != "codec" and any(bracketed.startswith("json-glib") for _, bracketed in includes):
            yield f"{tap.name(path)} includes json-glib"


def gtk_stays_above_the_line():
    """no GTK below chart"""
    below = list(TABLE)[:list(TABLE).index(FIRST_WITH_GTK)]
    for path, folder, includes in sources():
        for _, bracketed in includes:
            if folder in below and GTK.match(bracketed):
                yield f"{tap.name(path)} includes <{bracketed}>"


tap.run(table_is_whole, edges_are_allowed, own_header_comes_first, json_glib_stays_in_codec,
        gtk_stays_above_the_line)
