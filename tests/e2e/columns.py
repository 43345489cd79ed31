# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of projects, chosen, moved, sized and sorted by with the keyboard, and
remembered; its groups by party."""

import json
import pathlib
import re
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, children, is_showing, text_of, wait_for

HEADER = re.compile("^(.+), ([0-9]+) projects?$")


# ---- on the page ----------------------------------------------------------------------------------

def start(name, file):
    """Chosen columns are the person's: they stay where the desktop keeps such choices."""
    session = Session(name, file)
    session.environment["GSETTINGS_BACKEND"] = "keyfile"
    return session


def look_for_titles(session):
    table = session.find("tree table", "Projects")
    return session.look("table column header", within=table)


def titles(session):
    """What stands above the columns that show, from left to right."""
    return [node.get_name() for node in look_for_titles(session)]


def wait_titles(session, wanted):
    wait_for(lambda: titles(session) == wanted, f"the titles {wanted}, not {titles(session)}")


def width_of(session, title):
    return [node.get_extents(0).width for node in look_for_titles(session)
            if node.get_name() == title][0]


def open_menu(session):
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    session.tab_to("toggle button", "Sort, Group and Amount")
    session.press("space")
    return session.wait_focused("menu item")


def open_dialog(session):
    open_menu(session)
    session.press("c")
    session.find("dialog", "Columns")


def go_to_column(session, name):
    """Down the list of the dialog."""
    session.tab_to("list item", parent=session.find("list", "Columns"))
    session.press("Home")
    for _ in range(30):
        node = wait_for(session.focused, "any focus")
        if node.get_name() == name:
            return
        session.press("Down")
        wait_for(lambda before=node: session.focused() not in (None, before), "the focus to move")
    raise AssertionError(f"there is no column {name!r}")


def close_dialog(session):
    session.press("Escape")
    session.wait_gone("dialog", "Columns")


def rows(session):
    return session.look("table row", within=session.find("tree table", "Projects"))[1:]


if __name__ == "__main__":
    file = sys.argv[1]
    with start("columns-try", file) as session:
        session.find("label", "Saved")
        session.press("ctrl+f")
        session.wait_focused("entry", "Search Projects")
        from tideline_session import descendants, describe
        for node in descendants(session.find("tree table", "Projects")):
            if is_showing(node): print(describe(node)[:100])
        open_menu(session)
        for node in session.look("menu item"): print(describe(node))
        session.press("c")
        session.find("dialog", "Columns")
        for node in descendants(session.find("dialog", "Columns")):
            if is_showing(node): print(describe(node)[:100])
