# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told without asking: what was done, and what an act has led to."""

import pathlib
import shutil
import sys
import tempfile

import bad_files
import points
from tideline_session import Session


def tells():
    with tempfile.TemporaryDirectory(prefix="tideline-announcements-") as folder:
        file = pathlib.Path(folder) / "told.tideline"
        shutil.copyfile(bad_files.NINGBO, file)
        with Session("announcements", file) as session:
            session.find("label", "Saved")
            session.press("ctrl+shift+n")
            session.find("dialog", "New Project")
            session.press("alt+s")
            session.wait_announced("This is needed.")
            session.fill("Name in English", "Harbour crane works")
            session.press("alt+s")
            session.wait_gone("dialog", "New Project")
            session.press("ctrl+f")
            session.wait_focused("entry", "Search Projects")
            session.type("harbour")
            session.wait_announced("1 of 3 projects")
            session.press("Escape", "ctrl+s")
            session.wait_announced("Register saved")
            session.tab_to("table row")
            session.press("ctrl+z")
            session.wait_announced("Undone: Add Project “Harbour crane works”")
            session.press("ctrl+shift+z")
            session.wait_announced("Done again: Add Project “Harbour crane works”")


if __name__ == "__main__":
    sys.exit(points.run([("acts and their results are announced", tells)]))
