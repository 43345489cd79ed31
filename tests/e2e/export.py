# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables are exported with the keyboard alone; other programs' readers read what was saved."""

import contextlib
import csv
import json
import pathlib
import shutil
import sys
import tempfile
import zipfile

import bad_files
import points
from points import equal
from tideline_session import Session, wait_for

REGISTER = json.loads(bad_files.MADE_UP.read_text(encoding="utf-8"))
N_PROJECTS = len(REGISTER["projects"])


def open_export(session):
    session.press("ctrl+shift+e")
    session.find("dialog", "Export")
    session.wait_focused("combo box", "Records")


def choose(session, row, choice):
    session.tab_to("combo box", row)
    session.press("space")
    session.wait_focused("list item")
    session.choose(choice)
    session.wait_focused("combo box", row)


def save(session, folder, ending, sentence):
    session.tab_to("button", "Export…")
    session.press("Return")
    session.accept_file("Export Tables")
    wait_for(lambda: list(folder.glob(f"*.{ending}")), "the tables")
    session.wait_announced(sentence)


def export_csv(session, folder):
    open_export(session)
    choose(session, "Format", "CSV Table")
    session.find("label", "Nothing in the file says which cells are numbers or dates.")
    save(session, folder, "csv", f"{N_PROJECTS} projects exported")


def check_csv(folder):
    text = (folder / "Projects.csv").read_bytes().decode("utf-8")
    assert text.startswith("\ufeff"), "there is no byte order mark"
    rows = list(csv.DictReader(text[1:].splitlines(keepends=True)))
    equal(sorted(row["id"] for row in rows), sorted(p["id"] for p in REGISTER["projects"]))
    for project in REGISTER["projects"]:
        if project.get("confidential"):
            assert all(name not in text for name in project["name"].values())


def export_workbook(session, folder):
    open_export(session)
    save(session, folder, "xlsx", f"{N_PROJECTS} projects exported")


def check_workbook(folder):
    with zipfile.ZipFile(folder / "Register.xlsx") as archive:
        equal(archive.testzip(), None)
        assert 'name="projects"' in archive.read("xl/workbook.xml").decode("utf-8")
        sheets = [archive.read(name).decode("utf-8") for name in archive.namelist()
                  if name.startswith("xl/worksheets/sheet")]
        assert all("<f>" not in sheet for sheet in sheets)
        equal(sheets[0].count("<row "), N_PROJECTS + 1)


def main():
    def point(name, act, check):
        def run():
            with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
                file = pathlib.Path(folder) / "register.tideline"
                shutil.copyfile(bad_files.MADE_UP, file)
                with contextlib.chdir(folder), Session(name, file) as session:
                    act(session, file.parent)
                check(file.parent)
        return run

    return points.run([
        ("projects are exported as text", point("export-csv", export_csv, check_csv)),
        ("a register is exported as a workbook",
         point("export-workbook", export_workbook, check_workbook)),
    ])


if __name__ == "__main__":
    sys.exit(main())
