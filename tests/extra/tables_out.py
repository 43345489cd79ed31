# SPDX-License-Identifier: GPL-3.0-or-later
"""What LibreOffice makes of the tables that tideline-cli writes.

    tables_out.py TIDELINE-CLI
"""

import csv
import decimal
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import bad_files
import calc
import points
from points import equal

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SHEETS = (
    "projects", "amounts", "stages", "statuses", "participations", "classifications", "activities",
    "parties", "indicators", "observations", "growth", "breaks", "targets", "events", "declared",
    "platforms", "counts", "results", "result-stages", "divisions", "taxonomies", "sectors",
    "mappings", "sources", "rate-sets", "rates")
DATES = ("date", "until", "due", "start", "completion", "production", "period", "before",
         "valid-from", "valid-to", "from", "to")
NUMBERS = ("value", "precision", "output", "tax", "scale", "jobs", "projects", "days")
PERCENTAGES = ("share", "rate")
BOOLEANS = ("estimated", "counted", "retired", "confidential")
MAX_DIGITS = 15
NUMBER = re.compile(r"-?\d+(\.\d+)?")
GUARDED = re.compile(r"'+[=+\-@\t\r\n]")

# What projects are called, their numbers and notes, that a spreadsheet program may take for
# something else.
CROOKED = (
    ("=1+1", "=HYPERLINK(\"http://example.org\",\"x\")", "@SUM(A1)\n=2"),
    ("007", "+86 574 0000 0000", "-"),
    ("1E5", "2024-02-29", "'=1"),
    ("TRUE", "'quoted'", "12,5"),
    ("00120", "1/2", "  =3"),
    ("12345678901234567890", "10:30", "-2+3+cmd|' /C calc'!A0"),
    ("#N/A", "<b>&amp;</b> \"机器人\", 台", "http://example.org/"),
)
VALUES = ("0.10", "123456789012345", "1234567890123456.7", "16.3", "0", "0.07", "99999999999999")
DAYS = ("1949-10-01", "2024-02-29", "1999-12-31", "2023", "2023-08", "1900-03-01", "2099-12-31")


def export(register, *options):
    result = subprocess.run([PROGRAM, "export", register, *map(str, options)], capture_output=True,
                            timeout=60, check=False)
    equal(result.returncode, 0, f"exit status ({result.stderr.decode()})")
    return result.stdout.decode()


def make_crooked(folder):
    path = folder / "crooked.tideline"
    register = json.loads(bad_files.MADE_UP.read_text(encoding="utf-8"))
    projects = [project for project in register["projects"] if not project.get("confidential")]
    for project, (number, name, notes), value, day in zip(projects, CROOKED, VALUES, DAYS):
        project |= {"number": number, "name": {"en": name}, "notes": notes}
        project["amounts"] = [{"id": "01JQ0000000000000000000000", "kind": "agreement",
                               "value": value, "currency": "CNY", "written": f"={value}",
                               "date": day}]
    path.write_text(json.dumps(register, ensure_ascii=False), encoding="utf-8")
    return path


def rows_of(register, sheet):
    """A sheet as our own text has it: titles and rows."""
    text = export(register, "--type", sheet, "--format", "tsv")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    return rows[0], rows[1:]


def unguarded(text):
    return text[1:] if GUARDED.match(text) else text


def digits(text):
    return len(text.lstrip("-").replace(".", "").lstrip("0"))


def expected_kind(title, text):
    """What a cell of ours is to be taken for."""
    leaf = title.rpartition("-")[2] if not title.startswith("valid-") else title
    if leaf in DATES and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return "date"
    if leaf in PERCENTAGES and text.endswith("%"):
        return "percentage"
    if leaf in BOOLEANS and text in ("true", "false"):
        return "boolean"
    if (leaf in NUMBERS or title.startswith("amount-")) and NUMBER.fullmatch(text):
        return "float" if digits(text) <= MAX_DIGITS else "string"
    return "string"


def told(cell):
    """The value of a cell as we write it, but for zeros that say nothing."""
    if cell.kind == "percentage":
        return decimal.Decimal(cell.value) * 100
    return decimal.Decimal(cell.value) if cell.kind == "float" else cell.value


def meant(kind, text):
    if kind in ("percentage", "float"):
        return decimal.Decimal(text.removesuffix("%"))
    return text


def workbook_is_understood(register, document):
    def point():
        book = document("xlsx")
        equal([sheet.name for sheet in book.sheets], list(SHEETS), "sheets")
        for sheet in book.sheets:
            titles, rows = rows_of(register, sheet.name)
            expected = {(0, column): ("string", title) for column, title in enumerate(titles)}
            for number, row in enumerate(rows, start=1):
                for title, text, column in zip(titles, row, range(len(row)), strict=True):
                    if text:
                        kind = expected_kind(title, unguarded(text))
                        expected[number, column] = (kind, meant(kind, unguarded(text)))
            found = {place: (cell.kind, told(cell)) for place, cell in sheet.cells.items()}
            differing = {place: (titles[place[1]], found.get(place), expected.get(place))
                         for place in found.keys() | expected.keys()
                         if found.get(place) != expected.get(place)}
            equal(differing, {}, f"cells of {sheet.name}")
    return point


def workbook_looks_right(workbook, document):
    """The header stays in sight; amounts have two decimals in groups, and dates are written as
    everywhere."""
    def point():
        formats = {"float": set(), "date": set(), "percentage": set()}
        equal(calc.read_frozen(workbook), [(1, 0)] * len(SHEETS), "frozen rows and columns")
        for sheet in document("xlsx").sheets:
            for cell in sheet.cells.values():
                formats.get(cell.kind, set()).add(cell.style)
        equal(formats["date"] | {"date"}, {"date"}, "formats of dates")
        equal(formats["percentage"] | {"percentage 2 false"}, {"percentage 2 false"},
              "formats of percentages")
        assert "number 2 true" in formats["float"], formats["float"]
    return point


def nothing_is_calculated(document, endings):
    def point():
        for ending in endings:
            equal(document(ending).formulas(), [], f"formulas and links of {ending}")
    return point


def text_is_understood(register, document, ending):
    """Of text LibreOffice guesses what cells are; what is guarded is a text."""
    def point():
        titles, rows = rows_of(register, "amounts")
        cells = document(f"amounts-{ending}").sheets[0].cells
        for number, row in enumerate(rows, start=1):
            for column, (title, text) in enumerate(zip(titles, row, strict=True)):
                kind, cell = expected_kind(title, text), cells.get((number, column))
                if GUARDED.match(text):
                    equal((cell.kind, cell.value.lstrip("'")), ("string", text.lstrip("'")), title)
                elif text and kind in ("float", "date", "percentage"):
                    equal((cell.kind, told(cell)), (kind, meant(kind, text)), f"{title} {number}")
        titles, rows = rows_of(register, "projects")
        for (row, column), cell in document(f"projects-{ending}").sheets[0].cells.items():
            if GUARDED.match([titles, *rows][row][column]):
                equal(cell.kind, "string", cell.value)
    return point


def opener(register, folder):
    """A function that gives what LibreOffice makes of the register's tables, opened once each."""
    opened = {}

    def document(name):
        if name not in opened:
            if name == "xlsx":
                file, reader = folder / f"{register.stem}.xlsx", None
                export(register, "-o", file)
            else:
                sheet, ending = name.split("-")
                file = folder / f"{register.stem}-{sheet}-{ending}.{ending}"
                reader = calc.AS_TEXT.format({"csv": 44, "tsv": 9}[ending])
                export(register, "--type", sheet, "--format", ending, "-o", file)
            opened[name] = calc.Document(calc.convert(file, "fods", reader=reader))
        return opened[name]
    return document


def points_of(register, folder, texts):
    name, document = register.stem, opener(register, folder)
    names = [f"{sheet}-{ending}" for ending in texts for sheet in ("amounts", "projects")]
    return (
        (f"{name}: cells of XLSX", workbook_is_understood(register, document)),
        (f"{name}: header and formats of XLSX", workbook_looks_right(folder / f"{name}.xlsx", document)),
        *((f"{name}: cells of {ending.upper()}", text_is_understood(register, document, ending))
          for ending in texts),
        (f"{name}: no formula and no link", nothing_is_calculated(document, ("xlsx", *names))),
    )


def main():
    with tempfile.TemporaryDirectory(prefix="tables-out") as name:
        folder = pathlib.Path(name)
        return points.run((
            *points_of(bad_files.NINGBO, folder, ("csv",)),
            *points_of(bad_files.MADE_UP, folder, ()),
            *points_of(make_crooked(folder), folder, ("csv", "tsv")),
        ))


if __name__ == "__main__":
    sys.exit(main())
