# SPDX-License-Identifier: GPL-3.0-or-later
"""Each key that works in the whole window does its act, with the keyboard alone."""

import pathlib
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Atspi, Session, has_state, wait_for

DIALOG = "Keyboard Shortcuts"


def open_register(session):
    session.find("label", "Saved")


def opens_dialogs(session):
    open_register(session)
    for key, name in (("ctrl+question", DIALOG), ("ctrl+comma", "Preferences"), ("F1", "Help")):
        session.press(key)
        session.find("dialog", name)
        session.press("Escape")
        session.wait_gone("dialog", name)


def searches_keys(session):
    open_register(session)
    session.press("ctrl+question")
    dialog = session.find("dialog", DIALOG)
    session.wait_focused("entry", "Search Shortcuts")

    def listed():
        return [row.get_name() for row in session.look("list item", within=dialog)]

    wait_for(lambda: "Save, Control S" in listed(), "the key that saves")
    session.type("under another")
    wait_for(lambda: listed() == ["Save under another name, Control Shift S"], "what matches")
    session.type("xyzzy")
    session.find("label", "No Shortcuts Found")
    session.press("Escape")
    wait_for(lambda: "Save, Control S" in listed(), "all keys again")
    session.press("Escape")
    session.wait_gone("dialog", DIALOG)


def opens_menu(session):
    open_register(session)
    session.press("F10")
    session.wait_focused("menu item")
    session.press("k")
    session.find("dialog", DIALOG)


def hides_sidebar(session):
    open_register(session)
    session.find("list item", "Projects")
    session.press("F9")
    session.wait_gone("list item", "Projects")
    session.press("F9")
    session.find("list item", "Projects")


def focus_list(session):
    """Goes by way of the search field, which hands the focus on to the list."""
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    session.press("Escape")
    session.wait_focused("table row")


def edits_projects(session):
    open_register(session)
    focus_list(session)
    session.press("ctrl+a", "Delete")
    session.find("label", "0 projects")
    session.press("ctrl+z")
    session.find("label", "2 projects")
    session.press("ctrl+shift+z")
    session.find("label", "0 projects")
    session.press("ctrl+z")
    session.find("label", "2 projects")
    focus_list(session)
    session.press("Home", "ctrl+d")
    session.find("label", "3 projects")
    session.press("ctrl+z")
    session.find("label", "2 projects")


def opens_project(session):
    open_register(session)
    focus_list(session)
    session.press("Home", "alt+Return")
    button = session.find("toggle button", "Show Details")
    wait_for(lambda: has_state(button, Atspi.StateType.PRESSED)
             or has_state(button, Atspi.StateType.CHECKED), "the details")
    focus_list(session)
    session.press("Home", "ctrl+e")
    session.find("dialog", "Edit Project")
    session.press("Escape")
    session.wait_gone("dialog", "Edit Project")
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")


def clears_filters(session):
    open_register(session)
    session.press("ctrl+f")
    entry = session.wait_focused("entry", "Search Projects")
    session.type("aiot")
    session.find("label", "1 of 2 projects")
    session.press("Tab")
    wait_for(lambda: session.focused() not in (None, entry), "the focus to leave the field")
    session.press("ctrl+u")
    session.find("label", "2 projects")


def saves(session):
    open_register(session)
    focus_list(session)
    session.press("Home", "ctrl+d")
    session.find("label", "Unsaved changes")
    session.press("ctrl+s")
    session.find("label", "Saved")
    session.press("ctrl+w")
    equal(session.wait_for_exit(), 0, "exit status")


def quits(session):
    open_register(session)
    session.press("ctrl+q")
    equal(session.wait_for_exit(), 0, "exit status")


def makes_register(session):
    open_register(session)
    session.press("ctrl+n")
    wait_for(lambda: len(session.look("frame")) == 2, "another window")


def asks_for_file(key, name):
    def act(session):
        open_register(session)
        session.press(key)
        session.find(None, name)
    return act


def main():
    acts = {
        "Ctrl+?, Ctrl+comma and F1 open dialogs": opens_dialogs,
        "keys are found by what they do": searches_keys,
        "F10 opens the menu": opens_menu,
        "F9 hides and shows the sidebar": hides_sidebar,
        "Ctrl+A, Delete, Ctrl+Z, Ctrl+Shift+Z and Ctrl+D change the list": edits_projects,
        "Alt+Return, Ctrl+E and Ctrl+Shift+N open projects": opens_project,
        "Ctrl+U clears the filters": clears_filters,
        "Ctrl+S saves and Ctrl+W closes": saves,
        "Ctrl+Q quits": quits,
        "Ctrl+N makes a register": makes_register,
        "Ctrl+O asks for a file": asks_for_file("ctrl+o", "Open Register"),
        "Ctrl+Shift+S asks for a file": asks_for_file("ctrl+shift+s", "Save Register"),
    }

    def within_session(number, act):
        def point():
            with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
                file = pathlib.Path(folder) / "register.tideline"
                shutil.copyfile(bad_files.NINGBO, file)
                with Session(f"shortcuts-{number}", file) as session:
                    act(session)
        return point

    return points.run([(name, within_session(number, act))
                       for number, (name, act) in enumerate(acts.items(), 1)])


if __name__ == "__main__":
    sys.exit(main())
