# SPDX-License-Identifier: GPL-3.0-or-later
"""Sectors and classifications with the keyboard alone: a sector's page and its links, a
classification that is copied, renamed, retired and deleted, a sector that would be part of itself.

    sector_page.py TIDELINE-CLI
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
from tideline_session import Session, wait_for

PROGRAM = sys.argv[1]
COPY = "Press fields (copy)"
NAME = "Fields of our own"
ROBOTICS = 4  # which row it is
MAPPED = re.compile("^1 project belongs here because its class in another classification")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def choose(session, mnemonic):
    """What has this letter in the menu of the page."""
    session.tab_to("toggle button", "Classifications and Amount")
    session.press("space")
    session.wait_focused("menu item")
    session.press(mnemonic)


def open_sector(session, index, name):
    """Goes down the table to the sector and opens its page."""
    session.tab_to("table row")
    session.press("Home", *["Down"] * index, "Return")
    session.find("button", re.compile("^Live Projects"))
    session.find("label", name)


def look_at_sector(session):
    """The project is counted where it is recorded, and where that maps to."""
    session.find("label", "Saved")
    session.go_to("Sectors")
    session.find("tree table", "Sectors")
    session.find("label", "7 sectors")
    open_sector(session, ROBOTICS, "robotics")
    session.find("button", "Live Projects: 1")
    session.find("button", "Amount by Shares: —")
    session.find("button", "Amount by Mentions: —")
    session.tab_to("list item", re.compile("^High-end equipment manufacturing"))
    session.press("Return")
    session.find("label", MAPPED)
    session.find("button", "Live Projects: 1")
    session.press("alt+Left")
    session.wait_gone("label", MAPPED)
    session.press("Escape")
    session.find("tree table", "Sectors")


def refuse_itself(session):
    """The reason stands beside the field; nothing is saved until it is mended."""
    open_sector(session, ROBOTICS, "robotics")
    session.tab_to("button", "Edit Sector")
    session.press("space")
    session.find("dialog", "Edit Sector")
    session.tab_to("combo box", "Part of Sector")
    session.press("space")
    session.choose("robotics")
    session.find("label", "Nothing is part of itself.")
    session.press("alt+s")
    session.find("dialog", "Edit Sector")
    session.wait_focused("combo box", "Part of Sector")
    session.press("space")
    session.choose("smart transportation")
    session.wait_gone("label", "Nothing is part of itself.")
    session.press("alt+s")
    session.wait_gone("dialog", "Edit Sector")
    session.find("list item", re.compile("^Part of Sector, smart transportation"))
    session.press("ctrl+z")
    session.wait_gone("list item", re.compile("^Part of Sector, smart transportation"))
    session.press("alt+Left")
    session.find("tree table", "Sectors")


def work_on_taxonomies(session):
    choose(session, "c")
    session.find("label", COPY)
    session.find("label", "1 mapped")
    choose(session, "d")
    session.find("dialog", "Edit Classification")
    session.wait_focused("text", "Name in English")
    session.press("ctrl+a")
    session.fill("Name in English", NAME)
    session.press("alt+s")
    session.wait_gone("dialog", "Edit Classification")
    session.find("label", NAME)
    choose(session, "r")
    session.find("label", f"{NAME} (retired)")
    session.press("ctrl+s")
    session.find("label", "Saved")


def check_file(file):
    before, after = load(bad_files.NINGBO), load(file)
    known = [taxonomy["id"] for taxonomy in before["taxonomies"]]
    added = [taxonomy for taxonomy in after["taxonomies"] if taxonomy["id"] not in known]
    equal([taxonomy["name"]["en"] for taxonomy in added], [NAME])
    equal(added[0]["retired"], True)
    press = next(taxonomy for taxonomy in before["taxonomies"] if taxonomy["id"] == "press")
    equal([sector["name"] for sector in added[0]["sectors"]],
          [sector["name"] for sector in press["sectors"]])
    equal([sector["maps-to"][-1] for sector in added[0]["sectors"]],
          [{"sector": sector["id"], "relation": "same"} for sector in press["sectors"]])
    equal([step["name"] for step in after["history"]],
          ["duplicate-taxonomy", "edit-taxonomy", "retire-taxonomy"])
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def delete_taxonomy(file):
    """With a classification go its sectors; undone, all is there again."""
    with Session("sector-page-again", file) as session:
        session.find("label", "Saved")
        session.go_to("Sectors")
        session.find("tree table", "Sectors")
        choose(session, "c")
        session.find("label", COPY)
        choose(session, "l")
        session.find("label", re.compile("is deleted with its 7 sectors"))
        session.tab_to("button", "Delete")
        session.press("Return")
        session.wait_gone("label", COPY)
        session.find("label", "71")
        session.press("ctrl+z")
        session.find("label", "78")


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.NINGBO, file)

        def drive():
            with Session("sector-page", file) as session:
                look_at_sector(session)
                refuse_itself(session)
                work_on_taxonomies(session)
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")

        return points.run([
            ("a sector’s page is opened, left by its links and refuses to stand below itself; a "
             "classification is copied, renamed and retired", drive),
            ("the file has the copy", lambda: check_file(file)),
            ("a classification is deleted with its sectors, and comes back",
             lambda: delete_taxonomy(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
