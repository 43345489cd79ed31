# SPDX-License-Identifier: GPL-3.0-or-later
"""A sector and an event are made above the form of a project, which keeps what is typed in it and
chooses them: all with the keyboard alone.

    related_records.py TIDELINE-CLI
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, text_of, wait_for

PROGRAM = sys.argv[1]
PROJECT = "Tidal turbine works"
SECTOR = "Tidal <b>power</b>"
EVENT = "Fair of the harbour & bay"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def fill_form(session, title, text):
    session.find("dialog", title)
    entry = session.wait_focused("text", "Name in English")
    session.type(text)
    wait_for(lambda: text_of(entry) == text, f"the name to read {text}")
    session.press("alt+s")
    session.wait_gone("dialog", title)


def add_sector(session):
    """Of the first classification."""
    session.press("alt+o")
    session.choose_in_menu("New Sector", "Return")
    fill_form(session, "New Sector", SECTOR)
    session.find("label", SECTOR, within=session.find("dialog", "New Project"))


def add_event(session):
    session.tab_to(None, "New Event")
    session.press("space")
    fill_form(session, "New Event", EVENT)
    session.find("label", EVENT, within=session.find("dialog", "New Project"))


def leave_form_of_event(session):
    """Escape goes back to the form below, which stays."""
    session.tab_to(None, "New Event")
    session.press("space")
    session.find("dialog", "New Event")
    session.press("Escape")
    session.wait_gone("dialog", "New Event")
    session.find("dialog", "New Project")


def drive(file):
    with Session("related-records", file) as session:
        session.find("label", "Saved")
        session.press("ctrl+shift+n")
        session.find("dialog", "New Project")
        session.wait_focused("text", "Name in English")
        session.fill("Name in English", PROJECT)
        add_sector(session)
        leave_form_of_event(session)
        add_event(session)
        session.press("alt+s")
        session.wait_gone("dialog", "New Project")
        session.find("label", "Unsaved changes")
        session.press("ctrl+s")
        session.find("label", "Saved")
        session.press("ctrl+w")
        equal(session.wait_for_exit(), 0, "exit status")


def find_named(records, name):
    found = [record for record in records if record["name"] == {"en": name}]
    equal(len(found), 1, f"records called {name}")
    return found[0]


def check_file(file):
    after = load(file)
    taxonomy, = (each for each in after["taxonomies"] if each["id"] == "sei-2023")
    sector = find_named(taxonomy["sectors"], SECTOR)
    event = find_named(after["events"], EVENT)
    project = find_named(after["projects"], PROJECT)
    equal([entry["sector"] for entry in project["sectors"]], [sector["id"]])
    equal(project["event"], event["id"])
    equal([(step["name"], step["arguments"]) for step in after["history"]],
          [("add-sector", [SECTOR]), ("add-event", [EVENT]), ("add-project", [PROJECT])])
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.NINGBO, file)
        return points.run([
            ("a sector and an event are made above the form of a project", lambda: drive(file)),
            ("the file has them, each by a step of its own", lambda: check_file(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
