# SPDX-License-Identifier: GPL-3.0-or-later
"""An activity is added to a project in its details and its next step is done, with the keyboard
alone, and the file tells.

    details.py
"""

import datetime
import json
import re
import sys
import zoneinfo

import points
import registers
from points import equal
from tideline_session import Session

TODAY = datetime.datetime.now(zoneinfo.ZoneInfo("Asia/Shanghai")).date().isoformat()


def go_to_first_row(session):
    session.press("ctrl+f")
    session.press("Escape")
    session.tab_to("table row", re.compile("."))
    session.press("Home")


def add_activity(session):
    session.press("F6")
    session.tab_to("button", "Add an activity")
    session.press("Return")
    session.find("dialog", "New Activity")
    session.fill("What Was Done", "Met the owners")
    session.fill("Date", TODAY)
    session.fill("Next Step", "Send the map")
    session.fill("Due", "2099-12-31")
    session.press("alt+s")
    session.wait_gone("dialog", "New Activity")


def finish(session):
    session.wait_focused("list item", re.compile("^Met the owners"))
    session.press("ctrl+Return")
    session.find("list item", re.compile("^Send the map"))


def drive(file, state):
    with Session("details", file, state=state) as session:
        session.find("label", "Saved")
        go_to_first_row(session)
        add_activity(session)
        finish(session)
        session.press("F6")
        session.wait_focused("table row")
        registers.save(session)
        registers.quit_program(session)


def check(file):
    register = json.loads(file.read_text(encoding="utf-8"))
    equal([step["name"] for step in register["history"]],
          ["add-project-activity", "finish-next-step"], "steps")
    activities = [activity for project in register["projects"]
                  for activity in project.get("activities", [])
                  if activity.get("text") in {"Met the owners", "Send the map"}]
    equal([activity["text"] for activity in activities], ["Met the owners", "Send the map"])
    equal([activity["date"] for activity in activities], [TODAY, TODAY])
    equal([activity.get("next-step") for activity in activities], [None, None])


def main():
    with registers.place() as (file, state):
        return points.run([
            ("an activity is added and its next step done, by keyboard",
             lambda: drive(file, state)),
            ("the file has both, and the steps", lambda: check(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
