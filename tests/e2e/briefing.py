# SPDX-License-Identifier: GPL-3.0-or-later
"""A briefing with the keyboard alone: about an event, with the rows behind a number, saved and
told from.

    briefing.py TIDELINE-CLI
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, text_of, wait_for

PROGRAM = sys.argv[1]
EVENT = "Docking Meeting with Central Enterprises"


def read(session):
    return text_of(session.find("text", "Text of the briefing"))


def open_page(session):
    session.find("label", "Saved")
    session.go_to("Briefing")
    wait_for(lambda: len(read(session)) > 100, "the text of the whole register")


def choose_event(session):
    """The subject first, which makes a row for the event, that proposes the latest."""
    session.tab_to("combo box", re.compile("^Subject"))
    session.press("space")
    session.wait_focused("list item")
    session.choose("An Event")
    session.tab_to("combo box", re.compile("^Event"))
    wait_for(lambda: EVENT in read(session), "the name of the event in the text")


def open_rows(session):
    """From number to number, as far as the first that counts projects, and on to these."""
    session.tab_to("text", "Text of the briefing")
    for _ in range(20):
        session.press("ctrl+Down", "Return")
        if session.wait_focused("button").get_name() == "Show These Projects":
            break
        session.press("Escape")
        session.wait_focused("text", "Text of the briefing")
    session.wait_focused("button", "Show These Projects")
    session.press("space")
    session.find("tree table", "Projects")


def save_briefing(session):
    session.go_to("Briefing")
    wait_for(lambda: EVENT in read(session), "the text that was left")
    session.tab_to("toggle button", "Menu of the Briefing")
    session.press("space")
    session.wait_focused("menu item")
    session.press("s")
    session.find("dialog", "Save Briefing")
    session.wait_focused("text", "Name in English")
    session.press("ctrl+a")
    session.type("For the mayor")
    session.press("alt+s")
    session.wait_gone("dialog", "Save Briefing")
    session.find("label", "Nothing has changed since it was saved.")


def check_file(file):
    register = json.loads(file.read_text(encoding="utf-8"))
    briefing, = register["briefings"]
    equal(briefing["name"]["en"], "For the mayor")
    equal((briefing["subject"], briefing["event"], briefing["language"]),
          ("event", "central-2025", "en"))
    assert EVENT in briefing["text"], briefing["text"]
    assert briefing["figures"], "no figures"
    equal(register["history"][-1]["name"], "add-briefing")
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)

        def drive():
            with Session("briefing", file) as session:
                open_page(session)
                choose_event(session)
                open_rows(session)
                save_briefing(session)
                session.press("ctrl+s")
                session.find("label", "Saved")
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")

        return points.run([
            ("a briefing about an event is written, followed to its rows and saved", drive),
            ("the file has what was asked for and what was said", lambda: check_file(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
