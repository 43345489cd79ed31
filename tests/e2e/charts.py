# SPDX-License-Identifier: GPL-3.0-or-later
"""Charts are read as tables, copied, saved as pictures and have series hidden with the keyboard
alone."""

import contextlib
import csv
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import bad_files
import points
from points import equal
from tideline_session import Session, has_state, text_of, wait_for, Atspi

STAGES = ["Lead", "Negotiating", "Intention", "Signed", "Registered", "Started", "Completed",
          "Producing", "At capacity"]
TITLE = "Projects by Stage"
OVER_TIME = "Agreed and Arrived Over Time"


def bars(session):
    """The bars of the first chart, which are called “Lead: 3, 1 of 9”."""
    return [(stage, session.find("list item", re.compile(f"^{stage}: \\d+, ")).get_name()
             .split(": ")[1].split(",")[0]) for stage in STAGES]


def rows(session):
    table = session.find("tree table", TITLE)
    return [tuple(cell.get_name() for cell in session.look("label", within=row))
            for row in session.look("table row", within=table)]


def check_table(session):
    expected = bars(session)
    session.choose_in_menu("Chart Menu", "t")
    wait_for(lambda: rows(session), "the rows of the table")
    equal([row for row in rows(session) if row in expected], expected)
    session.press("shift+F10")
    session.wait_focused("menu item")
    session.press("h")
    session.wait_gone("tree table", TITLE)
    equal(bars(session), expected)


def check_copied_table(session):
    """What was copied is pasted where somebody would: into notes."""
    expected = bars(session)
    session.choose_in_menu("Chart Menu", "x")
    session.wait_announced("The numbers were copied.")
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    notes = session.tab_to("text", re.compile("^Notes"))
    session.press("ctrl+v")
    wait_for(lambda: text_of(notes), "the text that was copied")
    lines = [tuple(line.split("\t")) for line in text_of(notes).splitlines()]
    equal(lines[1:], expected)


def check_copied_picture(session):
    session.choose_in_menu("Chart Menu", "c")
    session.wait_announced("The picture was copied.")


def save_picture(letter):
    def act(session):
        session.choose_in_menu("Chart Menu", letter)
        session.accept_file("Save Picture")
        session.wait_announced(re.compile("^Picture saved"))
    return act


def check_svg(folder):
    (file,) = folder.glob("*.svg")
    text = file.read_text(encoding="utf-8")
    assert "<svg " in text
    assert text.rstrip().endswith("</svg>")


def check_png(folder):
    (file,) = folder.glob("*.png")
    assert file.read_bytes().startswith(b"\x89PNG\r\n")


def check_pdf(folder):
    (file,) = folder.glob("*.pdf")
    text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout
    for stage in STAGES:
        assert stage in text, f"{stage} is not in {text}"


def save_data(letter, found):
    """What the chart shows, by keys alone; what it showed is kept for the file to be held against."""
    def act(session):
        found.extend(bars(session))
        session.choose_in_menu("Chart Menu", letter)
        session.accept_file("Save Data")
        session.wait_announced(re.compile(f"^{len(STAGES)} rows saved as “{TITLE}"))
    return act


def check_csv(found):
    def check(folder):
        text = (folder / f"{TITLE}.csv").read_bytes().decode("utf-8")
        assert text.startswith("\ufeff"), "there is no byte order mark"
        rows = [tuple(row) for row in csv.reader(text[1:].splitlines())]
        equal(rows[1:], found)
    return check


def check_markdown(found):
    def check(folder):
        text = (folder / f"{TITLE}.md").read_text(encoding="utf-8")
        for stage, count in found:
            assert re.search(rf"\| {stage} +\| +{count} +\|", text), f"{stage} is not in {text}"
    return check


def cells(folder):
    """The cells of a workbook, read without any of the program: numbers are numbers."""
    name = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(folder / f"{TITLE}.xlsx") as archive:
        strings = xml.etree.ElementTree.fromstring(archive.read("xl/sharedStrings.xml")) \
            if "xl/sharedStrings.xml" in archive.namelist() else []
        texts = ["".join(part.text for part in item.iter(f"{name}t")) for item in strings]
        sheet = xml.etree.ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(f"{name}row"):
        yield tuple(
            "".join(part.text for part in cell.iter(f"{name}t")) if cell.get("t") == "inlineStr"
            else texts[int(cell.find(f"{name}v").text)] if cell.get("t") == "s"
            else float(cell.find(f"{name}v").text) for cell in row)


def check_workbook(found):
    def check(folder):
        equal(list(cells(folder))[1:], [(stage, float(count)) for stage, count in found])
    return check


def check_legend(session):
    button = session.tab_to("toggle button", "Arrived")
    assert has_state(button, Atspi.StateType.PRESSED)
    session.press("space")
    wait_for(lambda: not has_state(button, Atspi.StateType.PRESSED), "the series to be hidden")
    session.press("shift+Tab")
    other = session.wait_focused("toggle button", "Agreement")
    session.press("space")
    session.wait_announced("The last one stays in the chart.")
    assert has_state(other, Atspi.StateType.PRESSED)


def main():
    def point(name, act, check=lambda folder: None):
        def run():
            with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
                file = pathlib.Path(folder) / "register.tideline"
                shutil.copyfile(bad_files.MADE_UP, file)
                with contextlib.chdir(folder), Session(name, file) as session:
                    session.find("list item", re.compile("^Lead: "))
                    act(session)
                check(file.parent)
        return run

    shown = {letter: [] for letter in "vem"}

    return points.run([
        ("a chart is read as a table", point("chart-table", check_table)),
        ("its numbers are copied", point("chart-copy", check_copied_table)),
        ("its picture is copied", point("chart-picture", check_copied_picture)),
        ("it is saved as SVG", point("chart-svg", save_picture("s"), check_svg)),
        ("it is saved as PNG", point("chart-png", save_picture("p"), check_png)),
        ("it is saved as PDF", point("chart-pdf", save_picture("d"), check_pdf)),
        ("its numbers are saved as CSV",
         point("chart-csv", save_data("v", shown["v"]), check_csv(shown["v"]))),
        ("its numbers are saved as a workbook",
         point("chart-xlsx", save_data("e", shown["e"]), check_workbook(shown["e"]))),
        ("its numbers are saved as Markdown",
         point("chart-markdown", save_data("m", shown["m"]), check_markdown(shown["m"]))),
        ("a series is hidden, the last one not", point("chart-legend", check_legend)),
    ])


if __name__ == "__main__":
    sys.exit(main())
