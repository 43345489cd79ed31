# SPDX-License-Identifier: GPL-3.0-or-later
"""Divisions with the keyboard alone: a division's page and its links, a zone that is added below, an
end before the beginning and a division below itself, which are refused with the reason.

    divisions.py TIDELINE-CLI
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
from tideline_session import Session

PROGRAM = sys.argv[1]
ZONE = "Zhenhai Port Zone"
YUYAO = 9  # which row it is
ENDS_FIRST = "“2019” comes before the start, 2020."
BELOW_ITSELF = "Nothing is part of itself."


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def open_division(session, index):
    """Goes down the table to the division and opens its page."""
    session.tab_to("table row")
    session.press("Home", *["Down"] * index, "Return")
    session.find("button", re.compile("^Live Projects"))


def look_at_division(session):
    """What Yuyao has is a part of what the city has; links lead up and back."""
    session.find("label", "Saved")
    session.go_to("Divisions")
    session.find("label", "13 divisions")
    open_division(session, YUYAO)
    session.find("label", "Yuyao")
    session.find("button", "Live Projects: 1")
    session.tab_to("list item", re.compile("^Part of Division, Ningbo"))
    session.press("Return")
    session.find("button", re.compile("^Of Which in Functional Zones"))
    session.press("alt+Left")
    session.wait_gone("button", re.compile("^Of Which in Functional Zones"))
    session.press("Escape")
    session.find("label", "13 divisions")


def choose_parent(session, name):
    """Looks for it among the choices, as there are many."""
    session.press("space")
    session.wait_focused("entry")
    session.type(name)
    session.press("Down")
    session.wait_focused("list item")
    session.choose(name)


def refuse(session):
    """The reason stands beside the field; nothing is saved until it is mended."""
    open_division(session, YUYAO)
    session.tab_to("button", "Edit Division")
    session.press("space")
    session.find("dialog", "Edit Division")
    session.tab_to("combo box", "Part of Division")
    choose_parent(session, "Yuyao")
    session.find("label", BELOW_ITSELF)
    session.press("alt+s")
    session.find("dialog", "Edit Division")
    session.wait_focused("combo box", "Part of Division")
    choose_parent(session, "Ningbo")
    session.wait_gone("label", BELOW_ITSELF)
    session.press("alt+s")
    session.wait_gone("dialog", "Edit Division")
    session.press("alt+Left")
    session.find("label", "13 divisions")


def add_zone(session):
    session.tab_to("button", "Add Division")
    session.press("space")
    session.find("dialog", "New Division")
    session.fill("Name in English", ZONE)
    session.fill("Valid From", "2020")
    session.fill("Valid Until", "2019")
    session.find("label", ENDS_FIRST)
    session.press("alt+s")
    session.wait_focused("text", "Valid Until")
    session.press("ctrl+a", "Delete")
    session.wait_gone("label", ENDS_FIRST)
    session.press("alt+s")
    session.wait_gone("dialog", "New Division")
    session.find("label", "14 divisions")
    session.press("ctrl+s")
    session.find("label", "Saved")


def check_file(file):
    before, after = load(bad_files.NINGBO), load(file)
    known = [division["id"] for division in before["divisions"]]
    added = [division for division in after["divisions"] if division["id"] not in known]
    equal([division["name"]["en"] for division in added], [ZONE])
    equal(added[0]["valid-from"], "2020")
    equal([division for division in after["divisions"] if division["id"] in known],
          before["divisions"])
    equal([step["name"] for step in after["history"]], ["add-division"])
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.NINGBO, file)

        def drive():
            with Session("divisions", file) as session:
                look_at_division(session)
                refuse(session)
                add_zone(session)
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")

        return points.run([
            ("a division’s page is opened and left by its links; a division below itself and an end "
             "before the beginning are refused; a division is added", drive),
            ("the file has the division", lambda: check_file(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
