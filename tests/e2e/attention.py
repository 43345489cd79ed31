# SPDX-License-Identifier: GPL-3.0-or-later
"""What needs attention is mended with the keyboard alone, and taken back, and the file tells.

    attention.py
"""

import json
import sys

import points
import registers
from points import equal
from tideline_session import Session


def slip(file):
    """The first project gets an amount ten times too small for what is written."""
    register = json.loads(file.read_text(encoding="utf-8"))
    register["projects"][0]["amounts"] = [
        {"id": "slip", "kind": "agreement", "value": "270000000", "currency": "CNY",
         "written": "27亿元", "date": "2023-10"}]
    file.write_text(json.dumps(register, ensure_ascii=False), encoding="utf-8")


def go_to_mend(session):
    """Down the findings, to the first that one key mends."""
    session.tab_to("list item")
    for _ in range(20):
        session.press("Tab")
        if session.wait_focused("button").get_name() == "Mend":
            return
        session.press("shift+Tab", "Down")
        session.wait_focused("list item")
    raise AssertionError("nothing is mended by one key")


def mend(session):
    """The toast goes with the first Escape, the list with the second."""
    session.press("ctrl+shift+a")
    session.find("dialog", "Needs Attention")
    go_to_mend(session)
    session.press("space")
    session.find("button", "Undo")
    session.press("Escape")
    session.wait_gone("button", "Undo")
    session.press("Escape")
    session.wait_gone("dialog", "Needs Attention")


def drive(file, state):
    with Session("attention", file, state=state) as session:
        session.find("label", "Saved")
        mend(session)
        registers.save(session)
        session.press("ctrl+z")
        session.find("label", "Unsaved changes")
        session.press("ctrl+shift+z")
        session.find("label", "Saved")
        registers.quit_program(session)


def check(file, before):
    register = json.loads(file.read_text(encoding="utf-8"))
    changed = [project for project in register["projects"] if project != before[project["id"]]]
    project, = changed
    amount, = project["amounts"]
    equal(amount["value"], "2700000000", "the amount that was mended")
    equal(len(register["history"]), 1, "steps")


def main():
    with registers.place() as (file, state):
        slip(file)
        before = {project["id"]: project for project
                  in json.loads(file.read_text(encoding="utf-8"))["projects"]}
        return points.run([
            ("a finding is mended by keyboard, undone and done again", lambda: drive(file, state)),
            ("the file has what was mended, and one step", lambda: check(file, before)),
        ])


if __name__ == "__main__":
    sys.exit(main())
