# SPDX-License-Identifier: GPL-3.0-or-later
"""The events with the keyboard alone: what was declared at one and what is recorded of it, adding
placeholders and taking them back, adding, editing, comparing and deleting events.

    events.py
"""

import json
import re
import sys

import points
import registers
from points import equal
from tideline_session import Session, text_of, wait_for

MEETING = "beijing-2023"
OTHER = "Autumn Fair"


def read(file):
    return json.loads(file.read_text(encoding="utf-8"))


def record_at_meeting(file):
    """Both projects of the sample, as somebody does who knows more than the article says."""
    register = read(file)
    for project in register["projects"]:
        project["event"] = MEETING
    file.write_text(json.dumps(register, ensure_ascii=False), encoding="utf-8")


def open_meeting(session):
    session.find("label", "Saved")
    session.go_to("Events")
    session.tab_to("table row", re.compile("."))
    session.press("Home", "Return")
    session.find("label", re.compile("^17 declared, "))


def hear_figures(session):
    """Declared beside recorded, and what explains the difference."""
    session.find("label", "17 declared, 2 recorded")
    session.find("label", "Declared: 17 · Recorded: 2")
    session.find("label", "15 fewer")
    session.find("label", "Declared: 16 billion yuan · Recorded: —")
    session.find("label", "nothing recorded")
    session.tab_to("list item", re.compile("^Projects"))
    session.press("Return")
    session.find("label", "15 declared projects are not recorded")


def add_placeholders(session):
    session.tab_to("button", "Add 15 Placeholders…")
    session.press("Return")
    session.find("label", "Add 15 Placeholders?")
    session.find("label", "Unnamed project 3 of 17 … Unnamed project 17 of 17")
    session.find("label", "Intention")
    session.press("alt+a")
    session.find("label", "Declared: 17 · Recorded: 17")
    session.find("label", "as declared")


def undo_and_redo(session):
    session.press("ctrl+z")
    session.find("label", "Declared: 17 · Recorded: 2")
    session.press("ctrl+shift+z")
    session.find("label", "Declared: 17 · Recorded: 17")


def go_back(session):
    session.press("Escape")
    session.find("label", re.compile("^[0-9]+ events?$"))


def fill_in(session):
    """What cannot be read is told beside the field, and what was typed stays."""
    session.fill("Name in English", OTHER)
    session.fill("Venue", "Hangzhou")
    entry = session.tab_to("text", "Declared Projects")
    session.type("many")
    session.press("alt+s")
    session.find("label", re.compile("“many”"))
    equal(text_of(entry), "many", "what was refused")
    session.press("ctrl+a")
    session.type("29")
    wait_for(lambda: text_of(entry) == "29", "the declared number")


def add_event(session):
    session.tab_to("button", "Add Event")
    session.press("Return")
    session.find("dialog", "New Event")
    session.wait_focused("text", "Name in English")
    fill_in(session)
    session.press("alt+s")
    session.wait_gone("dialog", "New Event")
    session.find("label", "2 events")


def edit_event(session):
    session.tab_to("table row", re.compile(OTHER))
    session.press("ctrl+e")
    session.find("dialog", "Edit Event")
    entry = session.tab_to("text", "Venue")
    session.press("ctrl+a")
    session.type("Shaoxing")
    wait_for(lambda: text_of(entry) == "Shaoxing", "the venue")
    session.press("alt+s")
    session.wait_gone("dialog", "Edit Event")
    session.find("label", "Shaoxing")


def search(session):
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Events")
    session.type("shaox")
    session.find("label", "1 of 2 events")
    session.press("Escape")
    session.find("label", "2 events")


def compare(session):
    session.tab_to("button", "Compare")
    session.press("Return")
    session.find("tree table", "Cohorts")
    session.find("list item", re.compile("^Signed"))
    session.press("Escape")
    session.find("label", "2 events")


def delete_event(session):
    session.tab_to("table row", re.compile(OTHER))
    session.press("Delete")
    session.find("label", "1 event")
    session.press("ctrl+z")
    session.find("label", "2 events")


def drive(file, state):
    with Session("events", file, state=state) as session:
        open_meeting(session)
        hear_figures(session)
        add_placeholders(session)
        undo_and_redo(session)
        go_back(session)
        add_event(session)
        edit_event(session)
        search(session)
        compare(session)
        delete_event(session)
        registers.save(session)
        registers.quit_program(session)


def check(file):
    register = read(file)
    added = [project for project in register["projects"]
             if project["name"].get("en", "").startswith("Unnamed project ")]
    equal(len(added), 15, "placeholders")
    equal({project["event"] for project in added}, {MEETING})
    equal([project for project in added if "amounts" in project], [], "with an amount")
    equal({project["stages"][0]["stage"] for project in added}, {"intention"})
    equal({tuple(project["sources"]) for project in added}, {("ningbolife-2023",)})
    other, = (event for event in register["events"] if event["name"].get("en") == OTHER)
    equal(other["venue"], "Shaoxing")
    equal(other["declared"], {"projects": 29})
    equal([step["name"] for step in register["history"]],
          ["add-placeholders", "add-event", "edit-event"], "steps")


def main():
    with registers.place() as (file, state):
        record_at_meeting(file)
        return points.run([
            ("17 declared, 2 recorded, and what follows, by keyboard", lambda: drive(file, state)),
            ("the file has the placeholders, the event and the steps", lambda: check(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
