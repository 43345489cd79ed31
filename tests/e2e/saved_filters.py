# SPDX-License-Identifier: GPL-3.0-or-later
"""A filter is saved, chosen, renamed, replaced, deleted and brought back, all by keyboard."""

import json
import pathlib
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, descendants, wait_for


def load(file):
    return json.loads(file.read_text(encoding="utf-8"))


def search(session, text):
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    session.press("ctrl+a")
    session.type(text)


def save_filter(session, name):
    session.press("ctrl+shift+f")
    session.find("dialog", "Save Filter")
    session.fill("Name in English", name)
    session.press("Return")
    session.wait_gone("dialog", "Save Filter")


def count_of(session, name):
    """What stands beside a saved filter; None where it is not in the sidebar."""
    rows = session.look("list item", name)
    texts = [node.get_name() for row in rows for node in descendants(row)
             if node.get_role_name() == "label" and node.get_name().isdigit()]
    return int(texts[0]) if texts else None


def added_to(file):
    """(name, text) of the filters that the sample does not have."""
    before = [entry["id"] for entry in load(bad_files.MADE_UP)["filters"]]
    return [(entry["name"]["en"], entry["text"]) for entry in load(file)["filters"]
            if entry["id"] not in before]


def save(session):
    session.press("ctrl+s")
    session.find("label", "Saved")


def from_search_to_sidebar():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        n_projects = len(load(file)["projects"])
        with Session("saved-filters", file) as session:
            session.find("label", "Saved")
            search(session, "hydrogen")
            wait_for(lambda: session.look("label", f"3 of {n_projects} projects"), "what is found")
            save_filter(session, "About hydrogen")
            wait_for(lambda: count_of(session, "About hydrogen") == 3, "the saved filter")
            save(session)
            equal(added_to(file), [("About hydrogen", "hydrogen")], "the filters in the file")

            # Without the filter, and with it again by way of the sidebar.
            session.press("Escape")
            session.press("ctrl+u")
            session.find("label", f"{n_projects} projects")
            session.go_to("About hydrogen")
            session.find("label", f"3 of {n_projects} projects")

            session.focus_in_sidebar("About hydrogen")
            session.press("F2")
            session.find("dialog", "Rename Filter")
            session.wait_focused("text", "Name in English")
            session.press("ctrl+a")
            session.type("Hydrogen")
            session.press("Return")
            wait_for(lambda: count_of(session, "Hydrogen") == 3, "the new name")

            session.focus_in_sidebar("Hydrogen")
            session.press("Delete")
            session.wait_gone("list item", "Hydrogen")
            session.press("ctrl+z")
            wait_for(lambda: count_of(session, "Hydrogen") == 3, "the filter to come back")
            save(session)
            equal(added_to(file), [("Hydrogen", "hydrogen")], "the filters in the file")


def replaced_from_its_menu():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        with Session("saved-filters-replaced", file) as session:
            session.find("label", "Saved")
            search(session, "hydrogen")
            save_filter(session, "What matters")
            wait_for(lambda: count_of(session, "What matters") == 3, "the saved filter")
            search(session, "battery")
            session.focus_in_sidebar("What matters")
            session.press("shift+F10")
            session.wait_focused("menu item")
            session.press("p")
            save(session)
            equal(added_to(file), [("What matters", "battery")], "the filters in the file")


def main():
    return points.run([
        ("a filter goes from the search to the sidebar and back", from_search_to_sidebar),
        ("a saved filter takes over what is asked for now", replaced_from_its_menu),
    ])


if __name__ == "__main__":
    sys.exit(main())
