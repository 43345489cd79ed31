# SPDX-License-Identifier: GPL-3.0-or-later
"""The register is looked at as it stood, with the keyboard alone, and goes on underneath.

    as_of.py
"""

import json
import re
import sys

import points
import registers
from points import equal
from tideline_session import Session, text_of, wait_for

RECORDED = "2024-05-05"


def record_earlier(file):
    """What was done just now was done on another day."""
    text = file.read_text(encoding="utf-8")
    time = json.loads(text)["history"][-1]["time"]
    head, history = text.split('"history": [')
    history = history.replace(f'"time": "{time}"', f'"time": "{RECORDED}T04:00:00Z"')
    file.write_text(head + '"history": [' + history, encoding="utf-8")


def prepare(file, state):
    with Session("as-of-before", file, state=state) as session:
        session.find("label", "Saved")
        registers.add_project(session, "Recorded Works")
        registers.save(session)
        registers.quit_program(session)
    record_earlier(file)


def put(session, name, text):
    """An empty date is one, too."""
    entry = session.tab_to("text", name)
    session.press("ctrl+a", "Delete")
    if text:
        session.type(text)
    wait_for(lambda: text_of(entry) == text, f"{name} to read {text}")


def ask(session, true_on, known_on):
    session.press("ctrl+shift+t")
    session.find("dialog", "As Of")
    put(session, "True On", true_on)
    put(session, "Known On", known_on)
    session.press("Return")


def look(session, true_on, known_on, sentence):
    ask(session, true_on, known_on)
    session.wait_gone("dialog", "As Of")
    session.find("label", sentence + ". Read-only.")


def count(session, n):
    session.find("label", f"{n} project" if n == 1 else f"{n} projects")


def refuse(session):
    """A day that is still to come is told beside the field, and nothing is shown."""
    ask(session, "", "2099")
    session.find("label", "“2099” is still to come: nobody knows yet what is known then.")
    session.find("dialog", "As Of")
    session.press("Escape")
    session.wait_gone("dialog", "As Of")
    equal(session.look("button", "Return to Now"), [], "way back")


def try_to_change(session):
    session.press("ctrl+shift+n")
    session.press("ctrl+z")
    equal(session.look("dialog", "New Project"), [], "form")


def return_to_now(session):
    session.tab_to("button", "Return to Now")
    session.press("Return")
    session.wait_gone("button", "Return to Now")


def compare(session):
    """Between two days one project was added, which leads to the project as it is."""
    session.press("F10")
    register = session.wait_focused("menu item")
    session.press("g")
    wait_for(lambda: session.focused() not in (None, register), "the menu of the register")
    session.press("c")
    session.find("dialog", "Compare Dates")
    put(session, "True On", "")
    put(session, "Known On", "2024-05-04")
    session.press("Return")
    session.find("label", "As known on 2024-05-04\n" + "2 projects counted")
    session.find("label", "As known today\n" + "4 projects counted")
    session.tab_to("list item", re.compile("^Added"))
    session.press("Return")
    session.find("label", "Unsaved Works")
    session.wait_focused("list item", "Recorded Works")
    session.press("Return")
    session.tab_to("button", "Show Project")
    session.press("Return")
    session.wait_gone("dialog", "Compare Dates")
    session.find("label", "1 of 4 selected")


def drive(file, state, before):
    prepare(file, state)
    with Session("as-of", file, state=state) as session:
        session.find("label", re.compile("Saved"))
        registers.add_project(session, "Unsaved Works")
        count(session, before + 2)
        refuse(session)
        look(session, "", RECORDED, f"As known on {RECORDED}")
        count(session, before + 1)
        try_to_change(session)
        look(session, "", "2024-05-04", "As known on 2024-05-04")
        count(session, before)
        session.press("ctrl+s")
        wait_for(lambda: "Unsaved Works" in registers.names(file), "the save")
        count(session, before)
        look(session, "2022", "2024-05-04", "As of 2022, as known on 2024-05-04")
        session.wait_gone("label", f"{before} projects")
        return_to_now(session)
        count(session, before + 2)
        compare(session)
        registers.quit_program(session)


def check(file, before):
    register = json.loads(file.read_text(encoding="utf-8"))
    equal(len(register["projects"]), before + 2, "projects")
    equal([step["name"] for step in register["history"]], ["add-project", "add-project"], "steps")


def main():
    with registers.place() as (file, state):
        before = len(json.loads(file.read_text(encoding="utf-8"))["projects"])
        return points.run([
            ("the register is shown as it stood, by keyboard", lambda: drive(file, state, before)),
            ("what was saved meanwhile is the register as it is", lambda: check(file, before)),
        ])


if __name__ == "__main__":
    sys.exit(main())
