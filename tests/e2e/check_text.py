# SPDX-License-Identifier: GPL-3.0-or-later
"""A text is typed and held against the register, its findings are gone through, and what the register
does not have is added from one of them, with the keyboard alone.

    check_text.py TIDELINE-CLI
"""

import json
import re
import subprocess
import sys

import points
import registers
from points import equal
from tideline_session import Atspi, Session, has_state, text_of, wait_for

PROGRAM = sys.argv[1]
TITLE = "Notes on growth"
TEXT = ("The added value of strategic emerging industries in Ningbo rose from 43.7 billion yuan in "
        "2015 to 137.4 billion yuan in 2022, by 17.9% a year. The output value of strategic "
        "emerging industries in Ningbo was 700 billion yuan in 2023.")
NEW = "Cannot be checked: 700 billion yuan"


def texts(session):
    """All that is on the screen to be read."""
    return "\n".join(node.get_name() for node in session.look("label"))


def wait_text(session, pattern):
    wait_for(lambda: re.search(pattern, texts(session)), f"the text {pattern!r}")


def open_check(session):
    session.go_to("Briefing")
    session.tab_to(None, "Write")
    session.press("Right")
    session.wait_focused(None, "Check a Text")
    session.press("space")
    session.find("text", "Text to Check")


def type_text(session):
    entry = session.tab_to("text", "Text to Check")
    session.type(TITLE)
    session.press("Return")
    session.type(TEXT)
    wait_for(lambda: text_of(entry) == f"{TITLE}\n{TEXT}", "the text to be typed")
    wait_text(session, r"6 findings: 1 differs, 2 reproduce, 2 recognised, 1 cannot be checked")


def selected(session):
    """What the finding that is selected in the list is called."""
    findings = session.find("list", "Findings")
    names = [node.get_name() for node in session.look("list item", within=findings)
             if has_state(node, Atspi.StateType.SELECTED)]
    return names[0] if names else None


def go_to_finding(session, name):
    """With F8, from wherever one is."""
    for _ in range(12):
        before = selected(session)
        if before == name:
            return
        session.press("F8")
        wait_for(lambda before=before: selected(session) not in (None, before), "another finding")
    raise AssertionError(f"F8 did not come to {name!r}")


def go_through(session):
    go_to_finding(session, "Differs: 17.9%")
    wait_text(session, r"17\.780 %, by rounding 17\.755 % to 17\.806 %")
    go_to_finding(session, NEW)


def look_and_leave(session):
    session.choose_in_menu("Add", "Return")
    session.find("dialog", "New Observation")
    session.press("Escape")
    session.find("alert", "Save Changes?")
    session.press("alt+d")
    session.wait_gone("dialog", "New Observation")


def add(session):
    session.choose_in_menu("Add", "Return")
    session.find("dialog", "New Observation")
    equal(text_of(session.wait_focused("text", "Year or Period")), "2023")
    session.press("alt+s")
    session.wait_gone("dialog", "New Observation")
    wait_text(session, r"6 findings: 1 differs, 3 reproduce, 2 recognised")


def drive(file, state):
    with Session("check-text", file, state=state) as session:
        session.find("label", "Saved")
        open_check(session)
        type_text(session)
        go_through(session)
        look_and_leave(session)
        go_to_finding(session, NEW)
        add(session)
        registers.save(session)
        registers.quit_program(session)


def check(file):
    register = json.loads(file.read_text(encoding="utf-8"))
    added = [each for indicator in register["indicators"] for each in indicator["observations"]
             if each["period"] == "2023"]
    equal([(each["value"], each["written"]) for each in added], [("7000", "700 billion yuan")])
    sources = [each for each in register["sources"] if each["title"] == TITLE]
    equal([each["id"] for each in sources], [added[0]["source"]])
    equal([step["name"] for step in register["history"]], ["add-indicator-observation"], "steps")
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with registers.place() as (file, state):
        return points.run([
            ("a text is checked, and what it says is added, by keyboard",
             lambda: drive(file, state)),
            ("the file has the value, its source, and one step", lambda: check(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
