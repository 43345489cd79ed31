# SPDX-License-Identifier: GPL-3.0-or-later
"""An indicator is added, its values are typed in place, its growth is read with its interval, a break
refuses it, and both are undone, with the keyboard alone; the sample's two series say what their
article says and what it does not.

    indicators.py TIDELINE-CLI
"""

import json
import re
import subprocess
import sys

import points
import registers
from points import equal
from tideline_session import Session, text_of, wait_for

PROGRAM = sys.argv[1]
NAME = "Revenue"


def texts(session):
    """All that is on the screen to be read."""
    return "\n".join(node.get_name() for node in session.look("label"))


def wait_text(session, pattern):
    wait_for(lambda: re.search(pattern, texts(session)), f"the text {pattern!r}")


def read_sample(session):
    session.go_to("Indicators")
    for part in ("17.780", "17.755", "17.806"):
        wait_text(session, re.escape(part))
    session.tab_to("list item", re.compile("^Added value"))
    session.press("Down")
    session.wait_focused("list item", re.compile("^Output value"))
    for part in ("16.328", "16.323", "16.333"):
        wait_text(session, re.escape(part))


def search(session):
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Indicators")
    session.type("nothing like it")
    session.find("label", "0 of 2 indicators")
    session.press("Escape")
    session.find("label", "2 indicators")


def add_indicator(session):
    session.tab_to("button", "Add Indicator")
    session.press("Return")
    session.find("dialog", "New Indicator")
    session.wait_focused("text", "Name in English")
    session.type(NAME)
    session.fill("Currency", "CNY")
    session.press("alt+s")
    session.wait_gone("dialog", "New Indicator")


def type_value(session, period, value):
    entry = session.tab_to("text", "Period, new row")
    session.type(period)
    session.press("Tab")
    session.wait_focused("text", "Value as Written, new row")
    session.type(value)
    session.press("Return")
    session.find("text", f"Value as Written, {period}")
    wait_for(lambda: text_of(entry) == "", "an empty row for the next")


def type_values(session):
    type_value(session, "2015", "222.4 billion yuan")
    type_value(session, "2022", "641.1 billion yuan")
    for part in ("16.328", "16.323", "16.333"):
        wait_text(session, re.escape(part))


def break_series(session):
    session.tab_to("text", "Break Before, 2022")
    session.type("New catalogue")
    session.press("Return")
    wait_text(session, "New catalogue")
    wait_for(lambda: "16.328" not in texts(session), "the growth to go")


def undo(session):
    session.press("ctrl+f")
    session.press("Escape")
    session.wait_focused("list item")
    session.press("ctrl+z")
    wait_text(session, r"16\.328")


def drive(file, state):
    with Session("indicators", file, state=state) as session:
        session.find("label", "Saved")
        read_sample(session)
        search(session)
        add_indicator(session)
        type_values(session)
        break_series(session)
        undo(session)
        registers.save(session)
        registers.quit_program(session)


def check(file):
    register = json.loads(file.read_text(encoding="utf-8"))
    added = [each for each in register["indicators"] if each["name"].get("en") == NAME]
    equal(len(added), 1)
    equal([(each["period"], each["written"], each["value"]) for each in added[0]["observations"]],
          [("2015", "222.4 billion yuan", "222400000000"),
           ("2022", "641.1 billion yuan", "641100000000")])
    equal(added[0].get("breaks"), None)
    equal([step["name"] for step in register["history"]],
          ["add-indicator", "add-observation", "add-observation"], "steps")
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with registers.place() as (file, state):
        return points.run([
            ("growth is read from the sample and from values that are typed, by keyboard",
             lambda: drive(file, state)),
            ("the file has the values, and the steps", lambda: check(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
