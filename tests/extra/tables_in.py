# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that LibreOffice writes, read by Tideline: each cell is what it was.

    tables_in.py READ-TABLE
"""

import codecs
import pathlib
import subprocess
import sys
import tempfile

import calc
import points
from points import equal

READER = pathlib.Path(sys.argv[1]).resolve()

# What LibreOffice is given, and what XLSX of it holds.
CELLS = (
    (("string", "编号 No."), "text"),
    (("string", "007"), "text"),
    (("string", "=1+1"), "text"),
    (("string", "逗号, \"引号\"; 分号\t制表"), "text"),
    (("string", "第一行\n第二行"), "text"),
    (("string", "<b>&amp; 机器人"), "text"),
    (("string", "2024-02-29"), "text"),
    (("float", "1234.5"), "number"),
    (("float", "0.1"), "number"),
    (("float", "-123456789012.34"), "number"),
    (("float", "100000000000000"), "number"),
    (("amount", "1912.96"), "number"),
    (("amount", "98765432.125"), "number"),
    (("percentage", "0.163"), "percent"),
    (("percentage", "1"), "percent"),
    (("date", "2024-02-29"), "date"),
    (("date", "1949-10-01"), "date"),
    (("time", "2023-08-15T08:30:00"), "date"),
    (("boolean", "true"), "boolean"),
    (("boolean", "false"), "boolean"),
    (("float", "2469", "of:=[.A8]*2"), "number"),
    (("string", "共 2469", "of:=\"共 \"&[.A8]*2"), "text"),
)
MERGED = (
    (("string", "区县", None, 1, 2), ("string", "投资额", None, 2, 1), (None, None)),
    ((None, None), ("string", "协议"), ("string", "到账")),
    (("string", "余姚", None, 1, 2), ("float", "5"), ("float", "2.5")),
    ((None, None), ("float", "6"), ("float", "1.5")),
)
MERGED_READ = {
    (0, 0): "区县", (0, 1): "投资额", (0, 2): "投资额", (1, 0): "区县", (1, 1): "协议",
    (1, 2): "到账", (2, 0): "余姚", (2, 1): "5", (2, 2): "2.5", (3, 0): "余姚", (3, 1): "6",
    (3, 2): "1.5",
}


def read(path):
    """The tables of a file: each a dictionary of kinds and texts by row and column."""
    result = subprocess.run([READER, path], capture_output=True, timeout=60, check=False)
    equal((result.returncode, result.stderr), (0, b""), "read-table")
    tables = {}
    for line in result.stdout.splitlines():
        table, row, column, kind, text = line.split(b"\t")
        tables.setdefault(int(table), {})[int(row), int(column)] = \
            kind.decode(), codecs.escape_decode(text)[0].decode()
    return [tables[index] for index in sorted(tables)]


def expected_text(cell):
    """What a cell's text is, however it came."""
    kind, value = cell[:2]
    if kind == "percentage":
        return {"0.163": "16.3", "1": "100"}[value]
    return value


def texts(table):
    return {place: text for place, (_, text) in table.items()}


def spreadsheet_is_exact(file):
    def point():
        tables = read(calc.convert(file, "xlsx"))
        equal(len(tables), 2, "sheets")
        equal({row: cell for (row, column), cell in tables[0].items() if column == 0},
              {row: (kind, expected_text(cell)) for row, (cell, kind) in enumerate(CELLS)}, "cells")
        equal(texts(tables[1]), MERGED_READ, "merged cells")
    return point


def text_is_exact(file, separator, ending):
    """Text has no kinds, and numbers as they are, not as they are shown."""
    def point():
        writer = f"Text - txt - csv (StarCalc):{ord(separator)},34,76,1,,0,false,true,false"
        table = read(calc.convert(file, ending, writer=writer))[0]
        found = [table[row, 0][1] for row in range(len(CELLS))]
        equal([normal(text) for text in found],
              [normal(expected_text(cell)) for cell, _ in CELLS], "cells")
    return point


def normal(text):
    """The same for each way in which text may tell a percentage, a time, a truth or a tabulator."""
    if text.endswith("%"):
        text = text.removesuffix("%").removesuffix(".0")
    if text.lower() in ("true", "false"):
        return text.lower()
    return text.replace("T", " ").replace("\t", " ")


def html_is_exact(file):
    def point():
        tables = read(calc.convert(file, "html"))
        equal([normal(tables[0][row, 0][1]) for row in range(len(CELLS))],
              [normal(expected_text(cell)) for cell, _ in CELLS], "cells")
        equal(texts(tables[1]), MERGED_READ, "merged cells")
    return point


def main():
    with tempfile.TemporaryDirectory(prefix="tables-in") as name:
        file = pathlib.Path(name) / "made.fods"
        calc.write_flat(file, {"数据": [(cell, ("string", "甲")) for cell, _ in CELLS], "合并": MERGED})
        return points.run((
            ("XLSX of LibreOffice", spreadsheet_is_exact(file)),
            ("CSV of LibreOffice", text_is_exact(file, ",", "csv")),
            ("text with tabulators of LibreOffice", text_is_exact(file, "\t", "tsv")),
            ("HTML of LibreOffice", html_is_exact(file)),
        ))


if __name__ == "__main__":
    sys.exit(main())
