# SPDX-License-Identifier: GPL-3.0-or-later
"""Language, unit and author are chosen with the keyboard, and take effect at once."""

import json
import pathlib
import re
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, wait_for

HAN = re.compile(r"[\u4e00-\u9fff]")
AUTHOR = "Wang Wei"


def open_preferences(session):
    session.press("ctrl+comma")
    session.find("dialog", "Preferences")


def close_preferences(session):
    session.press("Escape")
    session.wait_gone("dialog", "Preferences")


def prefer(session, row, choice):
    open_preferences(session)
    session.tab_to("combo box", row)
    session.press("space")
    wait_for(lambda: session.look("list item", choice) or session.look("label", choice), choice)
    session.press("Home")
    session.choose(choice)
    session.wait_focused("combo box", row)
    close_preferences(session)


def rows(session):
    table = session.find("tree table", "Projects")
    return [row.get_name() for row in session.look("table row", within=table)][1:]


def chooses_language(session):
    session.find("label", "Saved")
    prefer(session, "Language of Names", "中文")
    session.find(None, re.compile("亿元"))
    session.press("ctrl+f")
    wait_for(lambda: all(HAN.search(row) for row in rows(session)), "Chinese names")
    session.press("Escape")
    prefer(session, "Language of Names", "English")
    wait_for(lambda: not any(HAN.search(row) for row in rows(session)), "English names")
    session.find("label", "Saved")


def chooses_unit(session):
    session.find("label", "Saved")
    session.press("ctrl+f")
    wait_for(lambda: rows(session), "the list")
    session.press("Escape")
    prefer(session, "Unit of Amounts", "Million")
    session.find(None, re.compile(r"\(million yuan\)"))
    session.find("label", "Saved")


def names_author(session):
    session.find("label", "Saved")
    open_preferences(session)
    session.fill("Your Name", AUTHOR)
    close_preferences(session)
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.fill("Name in English", "Offshore wind blades")
    session.press("alt+s")
    session.wait_gone("dialog", "New Project")
    session.find("label", "Unsaved changes")
    session.press("ctrl+s")
    session.find("label", "Saved")


def check_author(file):
    step, = json.loads(file.read_text(encoding="utf-8"))["history"]
    equal(step["author"], AUTHOR)


def check_untouched(file):
    equal(file.read_bytes(), bad_files.NINGBO.read_bytes(), "the file")


def main():
    def within_session(name, act, check):
        def point():
            with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
                file = pathlib.Path(folder) / "register.tideline"
                shutil.copyfile(bad_files.NINGBO, file)
                with Session(name, file) as session:
                    act(session)
                check(file)
        return point

    return points.run([
        ("names are shown in the language chosen",
         within_session("preferences-language", chooses_language, check_untouched)),
        ("amounts are shown in the unit chosen",
         within_session("preferences-unit", chooses_unit, check_untouched)),
        ("the name stands in the history",
         within_session("preferences-author", names_author, check_author)),
    ])


if __name__ == "__main__":
    sys.exit(main())
