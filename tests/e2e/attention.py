# SPDX-License-Identifier: GPL-3.0-or-later
"""What needs attention is mended with the keyboard alone, and taken back, and the file tells.

    attention.py
"""

import json
import re
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


CHECKS = re.compile(r" \(\d+\)$")  # a check, and in how many projects it finds something


def open_checks(session):
    session.tab_to("toggle button", CHECKS)
    session.press("space")
    session.wait_focused("list item", "")


def wait_closed(session, name):
    """The list has gone, and whoever opened it has the keyboard."""
    session.wait_focused("toggle button", name)


def go_through_findings(session):
    """The keyboard goes to the findings, through them and back."""
    session.press("Tab")
    session.wait_focused("list item", re.compile("."))
    session.tab_to("toggle button", CHECKS)


def choose_checks(session):
    """One of them, then another one that is given up again, then all."""
    session.press("ctrl+shift+a")
    session.find("dialog", "Needs Attention")
    session.wait_focused("toggle button", re.compile("^All Checks "))
    open_checks(session)
    session.press("Down", "Return")
    wait_closed(session, "Unit slip (1)")
    go_through_findings(session)
    open_checks(session)
    session.press("Down", "Escape")
    wait_closed(session, "Unit slip (1)")
    go_through_findings(session)


def press_over_checks(session):
    """As long as the list is open, keys are its own: the same ones act again once it has gone.
    Whether they did is told by the window, as what was mended does not offer to be undone for long.
    """
    open_checks(session)
    session.press("ctrl+s", "ctrl+z", "Down")
    session.wait_focused("list item", "")
    session.press("Escape")
    wait_closed(session, re.compile("^All Checks "))
    session.find("label", "Unsaved changes")
    go_through_findings(session)


def undo_under_checks(session):
    """The list opens before what has been taken back is looked at, and gets other checks."""
    for keys, checks in (("ctrl+z", "Unit slip (1)"), ("ctrl+shift+z", "No amount (1)"),
                         ("ctrl+z", "Unit slip (1)")):
        session.press(keys, "space")
        session.wait_focused("list item", "")
        session.find("label", checks)
        session.press("Home", "Down", "Return")
        wait_closed(session, checks)
        session.wait_gone("button", "Undo")
        go_through_findings(session)


def change_under_checks(file, state):
    with Session("attention-checks", file, state=state) as session:
        session.find("label", "Saved")
        choose_checks(session)
        go_to_mend(session)
        session.press("space")
        session.find("button", "Undo")
        session.wait_focused("toggle button", re.compile("^All Checks "))
        press_over_checks(session)
        undo_under_checks(session)
        session.press("Escape")
        session.wait_gone("dialog", "Needs Attention")
        session.find("label", "Saved")
        registers.quit_program(session)


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
        as_it_was = file.read_bytes()
        before = {project["id"]: project for project
                  in json.loads(file.read_text(encoding="utf-8"))["projects"]}
        return points.run([
            ("a finding is mended by keyboard, undone and done again", lambda: drive(file, state)),
            ("the file has what was mended, and one step", lambda: check(file, before)),
            ("checks are chosen, and change while they are, without the keyboard's being lost",
             lambda: file.write_bytes(as_it_was) and change_under_checks(file, state)),
        ])


if __name__ == "__main__":
    sys.exit(main())
