# SPDX-License-Identifier: GPL-3.0-or-later
"""What was changed is found again on the page History, restored, exported and trimmed, all by
keyboard.

    history.py TIDELINE-CLI
"""

import contextlib
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, wait_for

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
HOSTILE = "=HYPERLINK(1)"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def edit(session, field, text):
    """The first project of the list."""
    session.tab_to("table row", re.compile("."))
    session.press("Home", "ctrl+e")
    session.find("dialog", "Edit Project")
    session.wait_focused("text", "Name in English")
    session.fill(field, text)
    session.press("alt+s")
    session.wait_gone("dialog", "Edit Project")


def make_changes(session):
    session.find("label", "Saved")
    session.press("ctrl+f")
    session.find("tree table", "Projects")
    session.press("Escape")
    edit(session, "Number", "A-1")
    edit(session, "Number", "A-2")
    edit(session, "Unit in Charge", HOSTILE)


def go_to_history(session):
    session.go_to("History")
    session.find("tree table", "Changes")


def rows(session):
    table = session.find("tree table", "Changes")
    return [row.get_name() for row in session.look("table row", within=table)][1:]


def restore_first_number(session):
    go_to_history(session)
    session.find("label", "3 changes")
    session.find("label", "3", within=session.find("list item", "History"))
    session.find("label", "Not saved yet")
    session.choose_in_menu("Field", "Down", "Return")
    session.find("label", "2 of 3 changes")
    session.tab_to("table row", re.compile("."))
    session.press("End")
    session.wait_focused("table row", re.compile("Number: .* → A-1$"))
    session.press("ctrl+r")
    session.find("alert", "Restore Value?")
    session.press("Return")
    session.wait_gone("alert", "Restore Value?")
    session.find("label", re.compile("^Restore Value of “"))
    session.find("label", "3 of 4 changes")
    session.press("ctrl+u")
    session.find("label", "4 changes")
    session.press("ctrl+s")
    session.find("label", "Saved")
    wait_for(lambda: not session.look("label", "Not saved yet"), "all to be saved")


def check_restored(file):
    before, after = load(bad_files.NINGBO), load(file)
    numbers = [{project["id"]: project.get("number") for project in register["projects"]}
               for register in (before, after)]
    equal(numbers[1], numbers[0], "numbers")
    equal([step["name"] for step in after["history"]], ["edit-project"] * 3 + ["restore-value"])
    subprocess.run([PROGRAM, "validate", file], check=True, stdout=subprocess.DEVNULL)


def export_changes(session, folder):
    make_changes(session)
    go_to_history(session)
    session.choose_in_menu("History Menu", "c")
    session.accept_file("Export Changes")
    wait_for((folder / "History.csv").exists, "the table")
    session.wait_announced("Changes exported")


def check_export(folder):
    text = (folder / "History.csv").read_bytes().decode()
    with (folder / "History.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert text.endswith("\r\n")
    equal([row["field"] for row in table], ["Unit in Charge", "Number", "Number"])
    equal(table[0]["after"], "'" + HOSTILE)
    equal((table[1]["before"], table[1]["after"]), ("A-1", "A-2"))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", table[0]["time"]), table[0]
    equal({row["kind"] for row in table}, {"project"})


def trim(session):
    make_changes(session)
    session.press("ctrl+s")
    session.find("label", "Saved")
    go_to_history(session)
    session.choose_in_menu("History Menu", "t")
    session.find("alert", "Trim History?")
    session.find("label", "No saved step is older than that.")
    session.fill("Keep Everything Since", "2999")
    session.find("label", "3 steps go, 0 steps stay.")
    session.press("alt+t")
    session.wait_gone("alert", "Trim History?")
    session.find("label", re.compile("^3 old steps go"))
    session.find("label", "Unsaved changes")
    session.press("ctrl+s")
    session.find("label", "No Changes")
    session.find("label", "Saved")


def check_trimmed(file):
    after = load(file)
    assert "history" not in after, after["history"]
    assert re.fullmatch("[0-9A-Z]{26}", after["history-from"]), after["history-from"]
    subprocess.run([PROGRAM, "validate", file], check=True, stdout=subprocess.DEVNULL)


def goes_there_from_project(session):
    make_changes(session)
    session.tab_to("table row", re.compile("."))
    session.press("alt+Return")
    session.choose_in_menu("Project Menu", "h")
    session.find("tree table", "Changes")
    wait_for(lambda: len(rows(session)) == 3, "the changes of the project")
    session.find(None, re.compile("^Remove “"))


def main():
    def point(name, act, check):
        def run():
            with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
                file = pathlib.Path(folder) / "register.tideline"
                shutil.copyfile(bad_files.NINGBO, file)
                with contextlib.chdir(folder), Session(name, file) as session:
                    act(session, file)
                check(file)
        return run

    return points.run([
        ("a value is found by its field and restored",
         point("history-restore", lambda session, file: (make_changes(session),
                                                         restore_first_number(session)),
               check_restored)),
        ("changes are exported",
         point("history-export", lambda session, file: export_changes(session, file.parent),
               lambda file: check_export(file.parent))),
        ("the history is trimmed",
         point("history-trim", lambda session, file: trim(session), check_trimmed)),
        ("a project leads to its history",
         point("history-project", lambda session, file: goes_there_from_project(session),
               lambda file: None)),
    ])


if __name__ == "__main__":
    sys.exit(main())
