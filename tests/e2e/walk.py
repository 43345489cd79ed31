# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk through every page, dialog and menu with the Tab key: whatever can be worked has a name, the
focus comes round to where it began, and each of its steps is seen."""

import contextlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from tideline_session import (Atspi, Session, children, descendants, describe, has_state, is_showing,
                              wait_for)

MADE_UP = bad_files.NINGBO.with_name("made-up.tideline")
WORKED = {"button", "check box", "combo box", "entry", "link", "list item", "password text",
          "push button", "radio button", "slider", "spin button", "switch", "table row", "text",
          "toggle button", "tree item"}  # GTK 4.18 tells no name of the items of its menus.
MAX_STOPS = 150


def name_of(node):
    """Its own name, or the texts of the labels in it, as a screen reader puts them together."""
    return node.get_name() or " ".join(below.get_name() for below in descendants(node)
                                       if below.get_role_name() == "label").strip()


def path_of(node):
    steps = []
    while node is not None and node.get_role_name() not in ("application", "desktop frame"):
        steps.append(describe(node))
        node = node.get_parent()
    return " < ".join(steps)


def check_names(session, within):
    nameless = [path_of(node) for node in descendants(within)
                if node.get_role_name() in WORKED and is_showing(node)
                and has_state(node, Atspi.StateType.FOCUSABLE) and not name_of(node)]
    assert not nameless, "without a name:\n" + "\n".join(nameless)


def picture():
    return subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], check=True,
                          capture_output=True).stdout


def check_stop(node):
    assert name_of(node), f"the focus is on something without a name: {path_of(node)}"


def walk(session, must):
    """Presses Tab until the focus comes round, past what it must come to at the least."""
    node = wait_for(session.focused, "any focus")
    check_stop(node)
    seen = [node]
    before = picture()
    for _ in range(MAX_STOPS):
        session.press("Tab")
        node = wait_for(lambda: session.focused() not in (None, seen[-1]) and session.focused(),
                        f"the focus to leave {path_of(seen[-1])}")
        check_stop(node)
        before = wait_for(lambda before=before: (found := picture()) != before and found,
                          f"the focus to be seen on {path_of(node)}")
        if node in seen:
            round_trip = {name_of(stop) for stop in seen[seen.index(node):]}
            assert must <= round_trip, f"the focus is caught in {round_trip}"
            return len(seen)
        seen.append(node)
    raise AssertionError("the focus does not come round: "
                         + ", ".join(describe(node) for node in seen[-12:]))


def check_window(session, *must):
    check_names(session, session.application)
    points.comment(f"{walk(session, set(must))} stops")


def check_dialog(session, name, *must):
    dialog = session.find("dialog", name)
    check_names(session, dialog)
    points.comment(f"{name}: {walk(session, set(must))} stops")


def close_dialog(session, name):
    session.press("Escape")
    session.wait_gone("dialog", name)


def choose_in_menu(session, *letters):
    """Opens the main menu and goes into it by the letters that are underlined."""
    session.press("F10")
    for letter in letters:
        before = session.wait_focused("menu item")
        session.press(letter)
        wait_for(lambda before=before: session.focused() not in (None, before), "the menu to go on")


@contextlib.contextmanager
def opened(name):
    with tempfile.TemporaryDirectory(prefix="tideline-walk-") as folder:
        file = pathlib.Path(folder) / "walk.tideline"
        shutil.copyfile(MADE_UP, file)
        with Session(f"walk-{name}", file) as session:
            session.find("label", "Saved")
            yield session


def open_form(session, page, form):
    """Of the first row of a page's table."""
    session.go_to(page)
    session.tab_to("table row", re.compile("."))
    session.press("Down", "ctrl+e")
    session.find("dialog", form)


def welcome():
    with Session("walk-welcome") as session:
        session.find("button", "New Register")
        check_window(session, "Main Menu", "New Register", "Open…")


def overview():
    with opened("overview") as session:
        check_window(session, "Main Menu", "Overview", "Add Project", "Agreement")


def projects():
    with opened("projects") as session:
        session.press("ctrl+f")
        session.wait_focused("entry", "Search Projects")
        check_window(session, "Main Menu", "Projects", "Search Projects", "Add Filter")


def details():
    with opened("details") as session:
        session.go_to("Projects")
        session.tab_to("table row", re.compile("."))
        session.press("Down", "alt+Return")
        session.find("button", "Edit…")
        check_window(session, "Main Menu", "Projects", "Edit…")


def sectors():
    with opened("sectors") as session:
        session.go_to("Sectors")
        session.find("label", "Total")
        check_window(session, "Main Menu", "Sectors", "Add Sector")


def briefing():
    with opened("briefing") as session:
        session.go_to("Briefing")
        session.find("text", "Text of the briefing")
        check_window(session, "Main Menu", "Briefing", "Menu of the Briefing", "Parts",
                     "Text of the briefing")


def history():
    with opened("history") as session:
        session.go_to("Projects")
        session.tab_to("table row", re.compile("."))
        session.press("Down", "ctrl+d")
        session.find("button", "Undo")
        session.go_to("History")
        session.find("tree table", "Changes")
        session.find("label", "Not saved yet")
        session.wait_gone("button", "Undo")
        check_window(session, "Main Menu", "History", "Person", "Period", "History Menu")


def project_form():
    with opened("project-form") as session:
        session.press("ctrl+shift+n")
        check_dialog(session, "New Project", "Cancel", "Save", "Name in English", "Add Party")
        close_dialog(session, "New Project")


def edit_forms():
    with opened("edit-forms") as session:
        for page, form in (("Projects", "Edit Project"), ("Sectors", "Edit Sector")):
            open_form(session, page, form)
            check_dialog(session, form, "Cancel", "Save", "Name in English")
            close_dialog(session, form)


def lists():
    with opened("lists") as session:
        for letter, name in (("d", "Divisions"), ("p", "Parties"), ("u", "Sources"),
                           ("r", "Register Properties")):
            choose_in_menu(session, "g", letter)
            check_dialog(session, name)
            close_dialog(session, name)


def version_history():
    with opened("version-history") as session:
        session.press("ctrl+s")
        session.press("ctrl+shift+n")
        session.wait_focused("text", "Name in English")
        session.fill("Name in English", "Something to take back")
        session.press("alt+s")
        session.wait_gone("dialog", "New Project")
        choose_in_menu(session, "g", "v")
        session.find("label", re.compile("1 removed"))
        check_dialog(session, "Version History", "Restore")
        close_dialog(session, "Version History")


def program_dialogs():
    with opened("program-dialogs") as session:
        session.press("ctrl+comma")
        check_dialog(session, "Preferences", "Your Name")
        close_dialog(session, "Preferences")
        session.press("ctrl+question")
        check_dialog(session, "Keyboard Shortcuts", "Search Shortcuts")
        close_dialog(session, "Keyboard Shortcuts")
        session.press("F1")
        session.find("dialog", "Help")
        session.wait_focused("scroll pane", "Help")
        close_dialog(session, "Help")


if __name__ == "__main__":
    sys.exit(points.run([
        ("the welcome page", welcome),
        ("the overview", overview),
        ("the projects", projects),
        ("the details of a project", details),
        ("the sectors", sectors),
        ("the briefing", briefing),
        ("the history", history),
        ("the form of a new project", project_form),
        ("the forms of a project and a sector", edit_forms),
        ("the lists of divisions, parties and sources, and the properties", lists),
        ("the version history", version_history),
        ("preferences, shortcuts and help", program_dialogs),
    ]))
