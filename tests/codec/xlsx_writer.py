# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook that write-xlsx writes, taken apart.

    xlsx_writer.py PROGRAM
"""

import datetime
import io
import os
import subprocess
import sys
import time
import xml.etree.ElementTree as tree
import zipfile

import points
from points import equal

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LOCALES = ("C.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8")
FIRST_DAY = datetime.date(1899, 12, 30)


def write(locale):
    return subprocess.run([sys.argv[1]], env=os.environ | {"LC_ALL": locale}, check=True,
                          capture_output=True, timeout=60).stdout


BOOK = write("C.UTF-8")
ARCHIVE = zipfile.ZipFile(io.BytesIO(BOOK))


def sheet(number):
    return tree.fromstring(ARCHIVE.read(f"xl/worksheets/sheet{number}.xml"))


def value(cell):
    """Its type, and what it holds."""
    if cell is None:
        return None
    if cell.get("t") == "inlineStr":
        return "text", "".join(part.text or "" for part in cell.iter(SPACE + "t"))
    text = cell.findtext(SPACE + "v")
    return ("number", f"{float(text):.15g}") if cell.get("t") is None else (cell.get("t"), text)


def column(letter):
    cells = {cell.get("r"): cell for cell in sheet(1).iter(SPACE + "c")}
    return [value(cells.get(f"{letter}{row}")) for row in range(1, 12)]


def texts_are_texts():
    equal(column("A"), [("text", text) for text in (
        "text", "=1+1", "+86", "-", "@SUM(A1)", "{=A1}", "<b>&\"机器人\"", "http://example.org/",
        "line\nbreak _x0001_ end ", "_x005F_x0041__x0002_", "_x005F_x0041_")], "texts")


def no_cell_is_a_formula_or_link():
    for name in ARCHIVE.namelist():
        if name.startswith("xl/worksheets/"):
            root = tree.fromstring(ARCHIVE.read(name))
            equal([e.tag for e in root.iter() if e.tag in (SPACE + "f", SPACE + "hyperlink")], [],
                  name)


def numbers(expected, text):
    """Numbers but for one that has too many digits, which is text."""
    cells = [("number", number) if number else None for number in expected]
    cells[3] = ("text", text)
    return cells


def numbers_are_numbers():
    expected = numbers(["0.1", "-1.5", "123456789012345", None, "0", "16.3", None, None, "7",
                        "0.07"], "1234567890123456.7")
    equal(column("B")[1:], expected, "numbers")
    equal(column("C")[1:], expected, "amounts")


def percentages_are_shares():
    equal(column("D")[1:],
          numbers(["0.001", "-0.015", "1234567890123.45", None, "0", "0.163", None, None, "0.07",
                   "0.0007"], "1234567890123456.7%"), "percentages")


def days_are_dates_and_others_text():
    def day(year, month, date):
        return "number", str((datetime.date(year, month, date) - FIRST_DAY).days)
    equal(column("E")[1:], [
        day(2023, 8, 15), ("text", "1900-01-31"), day(1900, 3, 1), ("text", "2023"),
        ("text", "2023-Q3"), ("text", "2023-08"), ("text", "2023-02-30"), None,
        day(9999, 12, 31), day(2024, 2, 29)], "dates")


def booleans_are_booleans():
    equal(column("F")[1:], [("b", str(1 - row % 2)) for row in range(10)], "booleans")


def header_stays_and_filters():
    root = sheet(1)
    pane = root.find(f".//{SPACE}pane")
    equal((pane.get("ySplit"), pane.get("state")), ("1", "frozen"), "pane")
    equal(root.find(SPACE + "autoFilter").get("ref"), "A1:F11", "filter")
    equal(len(root.findall(f"{SPACE}cols/{SPACE}col")) > 0, True, "widths")


def sheets_have_their_names():
    book = tree.fromstring(ARCHIVE.read("xl/workbook.xml"))
    equal([e.get("name") for e in book.iter(SPACE + "sheet")], ["cells", "long"], "sheets")


def long_text_is_cut():
    equal([len(value(cell)[1]) for cell in sheet(2).iter(SPACE + "c")], [4, 32767], "lengths")


def same_bytes_in_every_locale():
    time.sleep(2.1)  # archives count time by two seconds
    for locale in LOCALES:
        equal(write(locale) == BOOK, True, locale)


sys.exit(points.run([(function.__name__.replace("_", " "), function) for function in (
    texts_are_texts, no_cell_is_a_formula_or_link, numbers_are_numbers, percentages_are_shares,
    days_are_dates_and_others_text, booleans_are_booleans, header_stays_and_filters,
    sheets_have_their_names, long_text_is_cut, same_bytes_in_every_locale)]))
