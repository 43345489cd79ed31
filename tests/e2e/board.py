# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects are moved on the board with the keyboard alone, and the file tells.

    board.py
"""

import collections
import json
import re
import sys

import points
import registers
from points import equal
from tideline_session import Session, wait_for

STAGES = ["lead", "negotiating", "intention", "signed", "registered", "started", "completed",
          "producing", "at-capacity"]


def label(stage):
    return stage.replace("-", " ").capitalize()


def projects_of(file):
    return json.loads(file.read_text(encoding="utf-8"))["projects"]


def present(project):
    stages = project.get("stages")
    return stages[-1]["stage"] if stages else None


def count(projects):
    return collections.Counter(present(project) for project in projects)


def show_board(session):
    """The lists are told to a screen reader with their stage, their number and their amount."""
    session.find("label", "Saved")
    session.press("ctrl+f")
    session.press("Escape")
    session.press("ctrl+2")
    session.wait_focused("list item", re.compile(" in stage|—"))


def column_of(card):
    return card.get_parent().get_name()


def stage_of(card):
    return column_of(card).split(",")[0]


def move(session, key, title, note):
    """The dialog offers the stage beside, asks for date and note, and the focus follows the card."""
    name = session.focused().get_name().split(",")[0]
    session.press(key)
    dialog = session.find("dialog", "Move to Stage")
    session.wait_focused("list item", re.compile(f"^{title}"))
    session.find("text", "Date", within=dialog)
    session.fill("Note", note)
    session.press("alt+m")
    session.wait_gone("dialog", "Move to Stage")
    card = session.wait_focused("list item", re.compile(f"^{re.escape(name)}"))
    wait_for(lambda: stage_of(session.focused()) == title, f"the card in {title}")
    return card


def cancel(session, key):
    before = session.focused().get_name()
    session.press(key)
    session.find("dialog", "Move to Stage")
    session.press("Escape")
    session.wait_gone("dialog", "Move to Stage")
    session.wait_focused("list item", before)


def walk(session):
    """Right goes to the next column that has cards, and Left comes back."""
    first = column_of(session.focused())
    session.press("Right")
    wait_for(lambda: column_of(session.focused()) != first, "another column")
    session.press("Left")
    wait_for(lambda: column_of(session.focused()) == first, "the first column")


def drive(file, state, told):
    numbers = count(projects_of(file))
    with Session("board", file, state=state) as session:
        show_board(session)
        for stage in STAGES:
            n = numbers[stage]
            if n:
                session.find("list", re.compile(f"^{label(stage)}, {n} projects?, "))
        if len(numbers) > 1:
            walk(session)
        session.press("Home")
        card = session.focused()
        told["name"] = card.get_name().split(",")[0]
        stage = STAGES[[label(code) for code in STAGES].index(stage_of(card))]
        after = STAGES[STAGES.index(stage) + 1]
        told["stages"] = [after, stage]
        cancel(session, "alt+Right")
        move(session, "alt+Right", label(after), "Agreed at the table")
        session.wait_announced(re.compile(label(after)))
        move(session, "alt+Left", label(stage), "Back again")
        registers.save(session)
        registers.quit_program(session)


def check(file, before, told):
    changed = [project for project in projects_of(file)
               if project.get("stages") != before[project["id"]].get("stages")]
    project, = changed
    equal(project["name"]["en"], told["name"])
    equal([entry["stage"] for entry in project["stages"][-2:]], told["stages"])
    equal([entry["note"] for entry in project["stages"][-2:]],
          ["Agreed at the table", "Back again"])
    register = json.loads(file.read_text(encoding="utf-8"))
    equal([step["name"] for step in register["history"]], ["move-project", "move-project"], "steps")


def is_kept(file, state):
    """The register opens with the board that it was left with; the table comes back with Ctrl+1."""
    with Session("board-kept", file, state=state) as session:
        session.find("label", "Saved")
        session.find("list", re.compile("^[A-Z].*, [0-9]+ projects?, "))
        session.press("ctrl+f")
        session.press("Escape")
        session.press("ctrl+1")
        session.find("tree table", "Projects")


def main():
    with registers.place() as (file, state):
        before = {project["id"]: project for project in projects_of(file)}
        told = {}
        return points.run([
            ("a card is moved to the next column and back, by keyboard",
             lambda: drive(file, state, told)),
            ("the file has both moves with their notes", lambda: check(file, before, told)),
            ("the board is there again", lambda: is_kept(file, state)),
        ])


if __name__ == "__main__":
    sys.exit(main())
