# SPDX-License-Identifier: GPL-3.0-or-later
"""A target is added by keyboard, what is wrong with it is said beside its fields, and how far it is
stands on the overview until it is undone.

    targets.py TIDELINE-CLI
"""

import datetime
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
from tideline_session import Session, wait_for

PROGRAM = sys.argv[1]
NAME = "Agreed in the city"
YEAR = str(datetime.date.today().year)
PACE = re.compile(r"reached, with \d+\.\d\d % of the period over: [+−]\d+\.\d\d points$")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def choose(session, mnemonic):
    item = session.wait_focused("menu item")
    session.press(mnemonic)
    return item


def open_targets(session):
    """The list is empty, and offers to add the first."""
    session.press("F10")
    register = choose(session, "g")
    wait_for(lambda: session.focused() not in (None, register), "the menu of the register")
    choose(session, "a")
    session.find("dialog", "Targets")
    session.find("label", "No Targets")


def retype(session, field, text, sentence):
    """What stood in the field goes; what is wrong with the new text is said below."""
    session.tab_to("text", field)
    session.press("ctrl+a")
    session.type(text)
    session.find("label", sentence, within=session.find("dialog", "New Target"))


def choose_kind(session):
    session.tab_to("combo box", re.compile("^Kind of Amounts"))
    session.press("space")
    session.choose("Agreement")
    session.wait_focused("combo box", re.compile("^Kind of Amounts"))


def refuse_wrong_target(session):
    session.press("alt+s")
    dialog = session.find("dialog", "New Target")
    session.find("label", "This is needed.", within=dialog)
    session.wait_focused("text", "Name in English")


def add_target(session):
    session.tab_to(None, "New Target")
    session.press("space")
    session.find("dialog", "New Target")
    session.wait_focused("text", "Name in English")
    refuse_wrong_target(session)
    session.fill("Name in English", NAME)
    choose_kind(session)
    retype(session, "Year or Period", "2020", re.compile("^2020 is over"))
    retype(session, "Value", "-5", re.compile("is not above zero"))
    retype(session, "Value", "much", re.compile("is not an amount"))
    retype(session, "Value", "5bn", re.compile(r"^= .*5,000,000,000"))
    session.tab_to("text", "Year or Period")
    session.press("ctrl+a")
    session.type(YEAR)
    session.press("alt+s")
    session.wait_gone("dialog", "New Target")
    session.find("list item", NAME, within=session.find("dialog", "Targets"))
    session.press("Escape")
    session.wait_gone("dialog", "Targets")


def find_row(session):
    """Down the page, where what is below its end does not show."""
    return session.tab_to("list item", NAME)


def see_progress(session):
    session.go_to("Overview")
    row = find_row(session)
    session.find("label", PACE, within=row)
    session.find("label", re.compile(r"^[+−]\d+\.\d\d points$"), within=row)


def undo(session):
    session.press("ctrl+z")
    session.wait_gone("list item", NAME)
    session.press("ctrl+shift+z")
    find_row(session)
    session.press("ctrl+s")
    session.find("label", "Saved")


def check_file(file):
    after = load(file)
    equal(len(after["targets"]), 1, "targets")
    target = after["targets"][0]
    del target["id"]
    equal(target, {"name": {"en": NAME}, "amount-kind": "agreement", "period": YEAR,
                   "value": "5000000000", "currency": "CNY", "written": "5bn"})
    equal([(step["name"], step["arguments"]) for step in after["history"]],
          [("add-target", [NAME])])
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.NINGBO, file)

        def drive():
            with Session("targets", file) as session:
                session.find("label", "Saved")
                open_targets(session)
                add_target(session)
                see_progress(session)
                undo(session)
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")

        return points.run([
            ("a target is refused, added, seen with its pace, undone and done again", drive),
            ("the file has it, by a step of its own", lambda: check_file(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
