# SPDX-License-Identifier: GPL-3.0-or-later
"""Platforms and results with the keyboard alone: a count that cannot be and one that can, a result
that goes to its next stage with a date and a note, and the way from a project back to the
laboratory.

    innovation.py TIDELINE-CLI
"""

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
from tideline_session import Session

PROGRAM = sys.argv[1]
FILM = re.compile("^Packaging film made of seaweed")
BLADE = re.compile("^Fatigue-proof tidal blade")
UNIVERSITY = re.compile("^Songlan University of Technology")
TOO_MANY = "60 is more than the whole, “Core talents”, which is 41 on that date."


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def find_record(register, member, name):
    return next(record for record in register[member] if record["id"] == name)


def open_university(session):
    """Found by its name, and opened with the menu of the list."""
    session.find("label", "Saved")
    session.go_to("Innovation")
    session.find("label", re.compile("^[0-9]+ platforms$"))
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Innovation")
    session.type("songlan university")
    session.find("label", re.compile("^1 of [0-9]+ platforms$"))
    session.tab_to("list item", UNIVERSITY)
    session.press("shift+F10")
    session.wait_focused("menu item")
    session.press("Return")
    session.find("list item", re.compile("^Core talents, 52"))
    session.find("list item", re.compile("^Academicians, 4"))


def edit_count(session):
    """More academicians than talents are refused beside the number, which is mended there."""
    session.tab_to("list item", re.compile("^Academicians, 3"))
    session.press("Return")
    session.find("dialog", "Dated Count")
    session.tab_to("text", "Value")
    session.press("ctrl+a")
    session.fill("Value", "60")
    session.press("alt+s")
    session.find("label", TOO_MANY)
    session.wait_focused("text", "Value")
    session.press("ctrl+a")
    session.type("5")
    session.press("alt+s")
    session.wait_gone("dialog", "Dated Count")
    session.find("list item", re.compile("^Academicians, 5"))


def undo_and_redo(session):
    session.press("ctrl+z")
    session.find("list item", re.compile("^Academicians, 3"))
    session.press("ctrl+shift+z")
    session.find("list item", re.compile("^Academicians, 5"))


def move_result(session):
    """From the platform to the card of its result, which goes to the next stage."""
    session.tab_to("list item", FILM)
    session.press("Return")
    session.wait_focused("list item", FILM)
    session.press("alt+Right")
    session.find("dialog", "Move to “Pilot”")
    session.tab_to("text", "Date")
    session.press("ctrl+a")
    session.fill("Date", "2020")
    session.press("alt+s")
    session.find("label", "“2020” comes before “Sample” of 2025-04, an earlier stage.")
    session.press("ctrl+a")
    session.type("2026-01")
    session.fill("Note", "A first hundred metres")
    session.press("alt+s")
    session.wait_gone("dialog", "Move to “Pilot”")
    session.find("list item", re.compile("Pilot since 2026-01"))


def save(session):
    session.press("ctrl+s")
    session.find("label", "Saved")


def find_blade(session):
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Innovation")
    session.press("ctrl+a")
    session.type("tidal blade")
    session.tab_to("list item", BLADE)


def walk_back(session):
    """From a result to the project that it became, and from there back to the laboratory."""
    find_blade(session)
    session.tab_to("toggle button", "What Is Selected")
    session.press("space")
    session.wait_focused("menu item")
    session.press("j")
    session.find("tree table", "Projects")
    session.press("alt+Return")
    session.tab_to("list item", re.compile("^Comes From Platform, "))
    session.press("Return")
    session.find("label", "About the Platform")
    session.tab_to("list item", BLADE)
    session.press("Return")
    session.wait_focused("list item", BLADE)


def check_file(file):
    before, after = load(bad_files.MADE_UP), load(file)
    counts = find_record(after, "platforms", "songlan-university")["counts"]
    changed = [count for count in counts
               if count not in find_record(before, "platforms", "songlan-university")["counts"]]
    equal([(count["measure"], count["date"], count["value"]) for count in changed],
          [("academicians", "2024", "5")])
    stages = find_record(after, "results", "seaweed-film")["stages"]
    equal(stages[-1], {"stage": "pilot", "date": "2026-01", "note": "A first hundred metres"})
    names = [step["name"] for step in after["history"]][len(before.get("history", [])):]
    equal(names[0], "edit-platform-count")
    equal(names[-1], "move-result")
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)

        def drive():
            with Session("innovation", file) as session:
                open_university(session)
                edit_count(session)
                undo_and_redo(session)
                move_result(session)
                save(session)
                walk_back(session)
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")

        return points.run([
            ("a count is refused and mended, a result is moved, and ways lead from one to the "
             "other", drive),
            ("the file has what was done", lambda: check_file(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
