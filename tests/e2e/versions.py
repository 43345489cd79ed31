# SPDX-License-Identifier: GPL-3.0-or-later
"""What was saved before comes back: chosen in the version history, or in place of a damaged file."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, wait_for

HISTORY = "Version History"
DAMAGED = "The Register’s File Is Damaged"


@contextlib.contextmanager
def place():
    """A register in a folder of its own, of which nothing is kept yet."""
    shutil.rmtree(versions_folder(), ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "ningbo.tideline"
        shutil.copyfile(bad_files.NINGBO, file)
        yield file


def versions_folder():
    return pathlib.Path(os.environ["XDG_DATA_HOME"]) / "tideline/versions"


def versions():
    return sorted(versions_folder().glob("*/*.version"))


def load(file):
    return json.loads(file.read_text(encoding="utf-8"))


def names(file):
    return {project["name"].get("en") for project in load(file)["projects"]}


def add_project(session, name):
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.wait_focused("text", "Name in English")
    session.fill("Name in English", name)
    session.press("alt+s")
    session.wait_gone("dialog", "New Project")
    session.find("label", "Unsaved changes")


def save(session):
    session.press("ctrl+s")
    session.find("label", "Saved")


def quit_program(session):
    session.press("ctrl+q")
    equal(session.wait_for_exit(), 0, "exit status")


def choose_in_menu(session, *letters):
    """Goes into the main menu by the letters that are underlined."""
    session.press("F10")
    for letter in letters:
        before = session.wait_focused("menu item")
        session.press(letter)
        wait_for(lambda before=before: session.focused() not in (None, before), "the menu to go on")


def open_history(session):
    choose_in_menu(session, "g", "v")
    session.find("dialog", HISTORY)
    session.wait_focused("list item")


def save_three_times(session):
    for name in ("First", "Second", "Third"):
        add_project(session, name)
        save(session)


def restore_first():
    """Open, choose, restore; then it can be taken back."""
    with place() as file:
        before = names(file)
        with Session("versions", file) as session:
            session.find("label", "Saved")
            save_three_times(session)
            equal(len(versions()), 4, "three saves, and what was opened")
            equal(names(file) - before, {"First", "Second", "Third"}, "what has been saved")

            open_history(session)
            equal(len(session.look("list item", re.compile("202"))), 4, "versions in the list")
            session.find("label", "Current")
            session.press("End")
            session.find("label", re.compile("3 removed"))
            session.press("Up")
            session.find("label", re.compile("2 removed"))
            session.find("label", "Second")
            session.press("Return")
            session.wait_focused("button", "Restore")
            session.press("Return")
            session.wait_gone("dialog", HISTORY)
            session.find("label", "Unsaved changes")
            session.find("label", re.compile("^Restore Version of"))
            equal(names(file) - before, {"First", "Second", "Third"}, "the file before saving")
            save(session)
            equal(names(file) - before, {"First"}, "the first save is back in the file")
            equal(load(file)["history"][-1]["name"], "restore-version")

            session.press("ctrl+z")
            session.find("label", "Unsaved changes")
            save(session)
            equal(names(file) - before, {"First", "Second", "Third"}, "taken back, in the file")
            quit_program(session)


def escape():
    with place() as file, Session("escape", file) as session:
        session.find("label", "Saved")
        choose_in_menu(session, "g", "v")
        session.find("label", "No Versions Yet")
        session.press("Escape")
        session.wait_gone("dialog", HISTORY)
        session.find("label", "Saved")
        quit_program(session)


def damage(file):
    text = file.read_bytes()
    file.write_bytes(text[:len(text) // 2])
    return file.read_bytes()


def open_last_good():
    """A damaged file is left alone until the person saves the version that stands in for it."""
    with place() as file:
        with Session("before-damage", file) as session:
            session.find("label", "Saved")
            save_three_times(session)
            quit_program(session)
        saved = load(file)
        damaged = damage(file)

        with Session("left-alone", file) as session:
            session.find("label", DAMAGED)
            session.press("Escape")
            session.wait_gone("label", DAMAGED)
            session.find("button", "New Register")
            quit_program(session)
        equal(file.read_bytes(), damaged, "the damaged file")

        with Session("last-good", file) as session:
            session.find("label", DAMAGED)
            session.wait_focused("button", "Open Last Good Version")
            session.press("Return")
            session.find("label", "Unsaved changes")
            equal(file.read_bytes(), damaged, "the file before saving")
            save(session)
            equal(load(file)["projects"], saved["projects"], "the projects")
            equal(len(load(file)["history"]), len(saved["history"]), "steps of the history")
            quit_program(session)

        with Session("whole-again", file) as session:
            session.find("label", "Saved")
            quit_program(session)


def nothing_kept():
    """A damaged file of which nothing is kept is refused as ever."""
    with place() as file:
        damage(file)
        with Session("nothing-kept", file) as session:
            session.find("label", "Could Not Open the Register")
            equal(session.look("label", DAMAGED), [])


def main():
    return points.run([
        ("the first of three saves is restored with the keyboard, undone and saved", restore_first),
        ("without versions the history says when there will be some", escape),
        ("a truncated file is replaced by its last good version", open_last_good),
        ("a truncated file without versions is refused", nothing_kept),
    ])


if __name__ == "__main__":
    sys.exit(main())
