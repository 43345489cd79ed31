# SPDX-License-Identifier: GPL-3.0-or-later
"""From the file and back into it: a project is added with the keyboard, undone, redone and saved.

    add_project.py TIDELINE-CLI WRITTEN-FOLDER
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
import registers
from points import equal
from tideline_session import Session, wait_for

PROGRAM = sys.argv[1]
WRITTEN = pathlib.Path(sys.argv[2])
NAME_EN = "Offshore wind blades"
NAME_ZH = "海上风电叶片项目"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def fill_in_form(session):
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.wait_focused("text", "Name in English")
    session.fill("Name in English", NAME_EN)
    session.fill_chinese("Name in Chinese", NAME_ZH)
    session.press("alt+m")
    session.wait_focused("text", "Amount")
    session.fill("Amount", "US$1.06bn")
    session.tab_to("combo box", "Kind")
    session.press("space")
    session.choose("Agreement")


def save_form(session):
    session.press("alt+s")
    session.wait_gone("dialog", "New Project")


def wait_for_projects(session, count):
    """The list, its heading and the sidebar agree on how many there are."""
    session.find("label", f"{count} projects")
    rows = session.look("table row", within=session.find("tree table", "Projects"))
    equal(len(rows) - 1, count, "rows")
    session.find("label", str(count), within=session.find("list item", "Projects"))


def add_undo_redo_save(session, file):
    before = file.read_bytes()
    session.find("label", "Saved")
    session.press("ctrl+f")
    wait_for_projects(session, 2)
    session.press("Escape")
    fill_in_form(session)
    save_form(session)
    wait_for_projects(session, 3)
    session.find("label", "Unsaved changes")
    session.press("ctrl+z")
    wait_for_projects(session, 2)
    session.find("label", "Saved")
    session.press("ctrl+shift+z")
    wait_for_projects(session, 3)
    session.find("label", "Unsaved changes")
    equal(file.read_bytes(), before, "the file before it is saved")
    session.press("ctrl+s")
    session.find("label", "Saved")


def check_file(file):
    before, after = load(bad_files.NINGBO), load(file)
    known = {project["id"] for project in before["projects"]}
    added = [project for project in after["projects"] if project["id"] not in known]
    equal(len(added), 1, "projects added")
    project, = added
    equal(project["name"], {"en": NAME_EN, "zh": NAME_ZH})
    amount, = project["amounts"]
    equal({name: amount[name] for name in ("kind", "value", "currency", "written")},
          {"kind": "agreement", "value": "1060000000", "currency": "USD", "written": "US$1.06bn"})
    equal(project["created"], project["updated"], "times")
    check_history(after, project)
    check_rest(before, after, project)


def check_history(after, project):
    step, = after["history"]
    equal(step["name"], "add-project")
    equal(step["arguments"], [NAME_EN])
    edit, = step["edits"]
    equal(edit["record"], project["id"])


def check_rest(before, after, project):
    """All else is as it was."""
    after["projects"].remove(project)
    del after["history"]
    equal(after, before)


def check_opens_again(file):
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))
    with Session("open-again", file) as session:
        session.find("label", "Saved")
        session.find("label", "3", within=session.find("list item", "Projects"))
        session.press("ctrl+q")
        equal(session.wait_for_exit(), 0, "exit status")


def show_what_is_edited():
    """The row keeps its place and the focus, and is another."""
    with registers.place() as (file, state), Session("edit-added", file, state=state) as session:
        session.find("label", "Saved")
        registers.add_project(session, "Added")
        session.tab_to("table row", re.compile("^Added"))
        session.press("ctrl+e")
        session.find("dialog", "Edit Project")
        session.wait_focused("text", "Name in English")
        session.press("ctrl+a")
        session.type("Added and edited")
        session.press("alt+s")
        session.wait_gone("dialog", "Edit Project")
        session.find("table row", re.compile("^Added and edited"))


def go_on_from_what_is_added():
    """The row of the last one has the keyboard, whichever had it before."""
    with registers.place() as (file, state), Session("go-on", file, state=state) as session:
        session.find("label", "Saved")
        session.press("ctrl+f", "Escape")
        session.tab_to("table row")
        session.press("ctrl+shift+n")
        session.wait_focused("text", "Name in English")
        session.type("Zeppelins")
        session.press("alt+a")
        session.find("table row", re.compile("^Zeppelins"))
        session.type("Balloons")
        session.press("alt+s")
        session.wait_gone("dialog", "New Project")
        session.wait_focused("table row", re.compile("^Balloons"))
        session.press("ctrl+e")
        session.find("dialog", "Edit Project")


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "宁波.tideline"
        shutil.copyfile(bad_files.NINGBO, file)

        def drive():
            with Session("add-project", file) as session:
                add_undo_redo_save(session, file)
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")
            WRITTEN.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, WRITTEN / "e2e-project-added.tideline")

        return points.run([
            ("a project is added, undone, redone and saved", drive),
            ("the file has the project, the step, and else what it had", lambda: check_file(file)),
            ("the file opens again", lambda: check_opens_again(file)),
            ("a project that was added is shown as it is edited", show_what_is_edited),
            ("whoever has added projects goes on from the last", go_on_from_what_is_added),
        ])


if __name__ == "__main__":
    sys.exit(main())
