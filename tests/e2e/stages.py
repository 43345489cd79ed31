# SPDX-License-Identifier: GPL-3.0-or-later
"""A project is moved from stage to stage and paused with the keyboard alone, and the file tells.

    stages.py
"""

import datetime
import json
import re
import sys
import zoneinfo

import points
import registers
from points import equal
from tideline_session import Session, text_of, wait_for

TODAY = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Shanghai")).date().isoformat()


def go_to_first_row(session):
    session.tab_to("table row", re.compile("."))
    session.press("Home")


def open_dialog(session, key, title):
    session.press(key)
    return session.find("dialog", title)


def accept(session, key, title):
    session.press(key)
    session.wait_gone("dialog", title)


def move_forward(session):
    """The next stage is offered: two keys move on."""
    open_dialog(session, "ctrl+m", "Move to Stage")
    session.wait_focused("list item", re.compile("^Started|^Registered"))
    accept(session, "Return", "Move to Stage")


def move_back(session):
    dialog = open_dialog(session, "ctrl+m", "Move to Stage")
    session.wait_focused("list item")
    session.press("Home")
    session.find("label", re.compile(r"^Back from .* to Lead\."), within=dialog)
    session.fill("Note", "Talks begin anew")
    accept(session, "alt+m", "Move to Stage")


def refuse_date(session):
    """A date of another time is told beside the field, and what was typed stays."""
    dialog = open_dialog(session, "ctrl+m", "Move to Stage")
    session.wait_focused("list item")
    entry = session.tab_to("text", "Date")
    session.press("ctrl+a")
    session.type("3020")
    wait_for(lambda: text_of(entry) == "3020", "the date")
    session.find("label", "“3020” is not between 1900 and 2100.", within=dialog)
    session.press("alt+m")
    session.find("dialog", "Move to Stage")
    equal(text_of(entry), "3020", "the date that was refused")
    accept(session, "Escape", "Move to Stage")


def pause(session):
    dialog = open_dialog(session, "ctrl+shift+m", "Change Status")
    session.wait_focused("list item", re.compile("^Paused"))
    session.press("Return")
    session.find("label", "Say why.", within=dialog)
    session.wait_focused("text", "Reason")
    session.type("Waits for land")
    session.fill("Expected Restart", "2099-03")
    accept(session, "alt+h", "Change Status")


def drive(file, state):
    with Session("stages", file, state=state) as session:
        session.find("label", "Saved")
        session.press("ctrl+f")
        session.press("Escape")
        go_to_first_row(session)
        move_forward(session)
        session.find("button", "Undo")
        move_back(session)
        refuse_date(session)
        pause(session)
        open_dialog(session, "ctrl+shift+m", "Change Status")
        session.wait_focused("list item", re.compile("^Normal"))
        accept(session, "Return", "Change Status")
        session.press("ctrl+z")
        session.find("label", "Unsaved changes")
        registers.save(session)
        registers.quit_program(session)


def check(file, before):
    register = json.loads(file.read_text(encoding="utf-8"))
    changed = [project for project in register["projects"]
               if project.get("updated") != before[project["id"]].get("updated")]
    equal(len(changed), 1, "projects changed")
    project, = changed
    old = before[project["id"]]
    *kept, forward, back = project["stages"]
    equal(kept, old["stages"], "the stages that were there")
    equal(forward["date"], TODAY)
    equal({name: back[name] for name in ("stage", "date", "note")},
          {"stage": "lead", "date": TODAY, "note": "Talks begin anew"})
    status, = project["statuses"]
    equal({name: status[name] for name in ("status", "date", "reason", "until")},
          {"status": "paused", "date": TODAY, "reason": "Waits for land", "until": "2099-03"})
    equal([step["name"] for step in register["history"]],
          ["move-project", "move-project", "mark-project"], "steps")
    equal([step["arguments"][1] for step in register["history"]],
          [forward["stage"], "lead", "paused"], "where they lead")


def main():
    with registers.place() as (file, state):
        before = {project["id"]: project for project
                  in json.loads(file.read_text(encoding="utf-8"))["projects"]}
        return points.run([
            ("a project moves on and back, and is paused, by keyboard",
             lambda: drive(file, state)),
            ("the file has the log, and the steps", lambda: check(file, before)),
        ])


if __name__ == "__main__":
    sys.exit(main())
