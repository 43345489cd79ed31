# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists of divisions, parties and sources, and a source added above a half-filled form, all by
keyboard.

    vocabulary.py TIDELINE-CLI
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
DIVISION = "Far Island"
PARTY = "<b>&\"x\"</b>"
SOURCE = "Minutes of the harbour office"
SECOND_SOURCE = "Letter of the investor"
TITLE = "<i>Harbour</i> & islands"
PROJECT = "Harbour crane works"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def choose(session, mnemonic):
    """What has this letter in the menu that opens; returns what had the focus before."""
    item = session.wait_focused("menu item")
    session.press(mnemonic)
    return item


def choose_of_register(session, mnemonic):
    """What has this letter among the acts on the register."""
    session.press("F10")
    register = choose(session, "g")
    wait_for(lambda: session.focused() not in (None, register), "the menu of the register")
    choose(session, mnemonic)


def open_list(session, mnemonic, title):
    choose_of_register(session, mnemonic)
    session.find("dialog", title)
    session.wait_focused("entry", f"Search {title}")


def add(session, label, field, text):
    session.tab_to(None, label)
    session.press("space")
    fill_form(session, label, field, text)


def fill_form(session, title, field, text):
    session.find("dialog", title)
    entry = session.wait_focused("text", field)
    session.type(text)
    wait_for(lambda: text_of(entry) == text, f"{field} to read {text}")
    session.press("alt+s")
    session.wait_gone("dialog", title)


def delete_and_undo(session, text, title):
    """By keys, in the row that has the focus."""
    session.press("Delete")
    session.find("button", "Undo")
    session.wait_gone("list item", text)
    session.press("ctrl+z")
    session.find("list item", text, within=session.find("dialog", title))
    session.wait_gone("button", "Undo")


def type_in_list(session, text, title):
    """What is typed in the list is searched for; Escape forgets it."""
    session.type(text)
    session.find("label", f"No Matching {title}")
    session.press("Escape")
    session.find("list", title)


def add_to_list(session, mnemonic, title, label, field, text):
    open_list(session, mnemonic, title)
    add(session, label, field, text)
    session.find("list item", text, within=session.find("list", title))
    session.tab_to("list item", text)
    delete_and_undo(session, text, title)
    type_in_list(session, "xyzzy", title)
    session.press("Escape")
    session.wait_gone("dialog", title)


def add_from_lists(session):
    session.find("label", "Saved")
    add_to_list(session, "d", "Divisions", "New Division", "Name in English", DIVISION)
    add_to_list(session, "p", "Parties", "New Party", "Name in English", PARTY)
    add_to_list(session, "u", "Sources", "New Source", "Title", SOURCE)


def add_above_form(session):
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.wait_focused("text", "Name in English")
    session.fill("Name in English", PROJECT)
    session.tab_to(None, "Add or Manage Sources")
    session.press("space")
    choose(session, "n")
    fill_form(session, "New Source", "Title", SECOND_SOURCE)
    form = session.find("dialog", "New Project")
    session.find("label", SECOND_SOURCE, within=form)
    session.press("alt+s")
    session.wait_gone("dialog", "New Project")
    session.find("label", "Unsaved changes")
    session.press("ctrl+s")
    session.find("label", "Saved")


def find_new(before, after, list_name, name, text):
    """The record that was not there before, which is called so."""
    known = {record["id"] for record in before[list_name]}
    added = [record for record in after[list_name] if record["id"] not in known]
    found = [record for record in added if record[name] in (text, {"en": text})]
    equal(len(found), 1, f"{list_name} called {text}")
    return found[0]


def give_title():
    """A new register has no title until it is given one."""
    with Session("register-title") as session:
        session.press("ctrl+n")
        session.find("label", "New Register")
        choose_of_register(session, "r")
        session.find("dialog", "Register Properties")
        session.wait_focused("text", "Title in English")
        session.fill("Title in English", TITLE)
        session.press("alt+s")
        session.wait_gone("dialog", "Register Properties")
        session.find("label", TITLE)
        session.press("ctrl+z")
        session.find("label", "New Register")


def check_file(file):
    before, after = load(bad_files.NINGBO), load(file)
    find_new(before, after, "divisions", "name", DIVISION)
    find_new(before, after, "parties", "name", PARTY)
    find_new(before, after, "sources", "title", SOURCE)
    second = find_new(before, after, "sources", "title", SECOND_SOURCE)
    project = find_new(before, after, "projects", "name", PROJECT)
    equal(project["sources"], [second["id"]])
    equal([(step["name"], step["arguments"]) for step in after["history"]],
          [("add-division", [DIVISION]), ("add-party", [PARTY]), ("add-source", [SOURCE]),
           ("add-source", [SECOND_SOURCE]), ("add-project", [PROJECT])])
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.NINGBO, file)

        def drive():
            with Session("vocabulary", file) as session:
                add_from_lists(session)
                add_above_form(session)
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")

        return points.run([
            ("records are added from the lists, and one above a form", drive),
            ("the file has them, each by a step of its own", lambda: check_file(file)),
            ("a new register gets a title", give_title),
        ])


if __name__ == "__main__":
    sys.exit(main())
