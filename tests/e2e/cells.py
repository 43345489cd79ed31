# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells of the list of projects are edited, and its rows copied and pasted, with the keyboard alone;
the saved file has what was typed, and nothing else."""

import json
import pathlib
import re
import shutil
import sys
import tempfile

import bad_files
import points
import registers
from points import equal
from tideline_session import Session, text_of, wait_for

EDITOR = "Edit Cell"
OWN = ("id", "number", "created", "updated")


def load(file):
    return json.loads(file.read_text(encoding="utf-8"))


def projects_of(file):
    return {project["id"]: project for project in load(file)["projects"]}


def changed(file, before):
    """What the file has now of the projects that are not as they were."""
    now = projects_of(file)
    return [project for name, project in now.items() if project != before.get(name)]


def differences(project, before):
    """The members that are not as they were, but for the time of the change."""
    old = before[project["id"]]
    return sorted(name for name in project.keys() | old.keys()
                  if project.get(name) != old.get(name) and name != "updated")


def go_to_first_row(session):
    session.press("ctrl+f")
    session.press("Escape")
    session.tab_to("table row", re.compile("."))
    session.press("Home")


def wait_for_cell(session, name):
    session.find("dialog", EDITOR)
    return session.wait_focused("text", name)


def type_over(session, entry, text):
    """As in a spreadsheet, what is typed takes the place of what was there."""
    session.press("ctrl+a")
    session.type(text)
    wait_for(lambda: text_of(entry) == text, f"the cell to read {text}")


def edit_name(session, file, before):
    session.press("F2")
    type_over(session, wait_for_cell(session, "Name in English"), "Renamed with F2")
    session.press("Return")
    session.wait_gone("dialog", EDITOR)
    session.wait_focused("table row", re.compile("Renamed with F2"))
    registers.save(session)
    project, = changed(file, before)
    equal(project["name"]["en"], "Renamed with F2")
    equal(differences(project, before), ["name"])
    return project["id"]


def leave_name(session, file):
    """Escape keeps nothing."""
    unchanged = projects_of(file)
    session.press("F2")
    type_over(session, wait_for_cell(session, "Name in English"), "Never mind")
    session.press("Escape")
    session.wait_gone("dialog", EDITOR)
    session.find("label", "Saved")
    session.wait_focused("table row", re.compile("Renamed with F2"))
    equal(projects_of(file), unchanged)


def go_to_amount(session):
    """From cell to cell of the row."""
    session.press("F2")
    node = wait_for_cell(session, "Name in English")
    for _ in range(6):
        if node.get_name() == "Agreement":
            return node
        session.press("Tab")
        wait_for(lambda before=node: session.focused() not in (None, before), "the next cell")
        node = session.focused()
    raise AssertionError("Tab did not come to the amount")


def edit_amount(session, file, before, project_id):
    entry = go_to_amount(session)
    type_over(session, entry, "a lot")
    session.press("Return")
    problem = wait_for(lambda: [node for node in session.look("label", re.compile("a lot"),
                                                              session.find("dialog", EDITOR))],
                       "what is wrong")[0].get_name()
    session.wait_announced(problem)
    equal(text_of(entry), "a lot", "what was typed")

    type_over(session, entry, "1.25 bn yuan")
    session.press("Return")
    session.wait_gone("dialog", EDITOR)
    registers.save(session)
    project = projects_of(file)[project_id]
    agreed = [amount for amount in project["amounts"] if amount["kind"] == "agreement"]
    equal([(amount["value"], amount["written"]) for amount in agreed],
          [("1250000000", "1.25 bn yuan")])
    equal(differences(project, before), ["amounts", "name"])


def undo_both(session, file, before):
    session.press("ctrl+z")
    session.press("ctrl+z")
    registers.save(session)
    equal(changed(file, before), [], "projects that are not as before")


def edit(session, file, before):
    go_to_first_row(session)
    project_id = edit_name(session, file, before)
    leave_name(session, file)
    edit_amount(session, file, before, project_id)
    undo_both(session, file, before)


def without_ids(value):
    if isinstance(value, list):
        return [without_ids(entry) for entry in value]
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if name != "id"}
    return value


def lasting(project):
    """What a copy of a project has in common with it."""
    return {name: without_ids(value) for name, value in project.items() if name not in OWN}


def copy_and_paste(session, file, before):
    go_to_first_row(session)
    session.press("shift+Down", "shift+Down")
    session.find("label", "3 selected")
    session.press("ctrl+c")
    session.wait_announced(re.compile("^3 projects copied"))
    session.press("ctrl+v")
    session.find("label", f"{len(before) + 3} projects")
    session.wait_announced("Paste 3 Projects")
    session.find("label", "3 selected")
    registers.save(session)
    pasted = changed(file, before)
    equal(len(pasted), 3, "new projects")
    originals = [lasting(project) for project in before.values()]
    for project in pasted:
        assert project["id"] not in before
        assert lasting(project) in originals, project

    session.press("ctrl+z")
    session.find("label", f"{len(before)} projects")
    registers.save(session)
    equal(projects_of(file), before, "the projects")


def run(name, act):
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
        file = pathlib.Path(folder) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        before = projects_of(file)
        with Session(name, file) as session:
            session.find("label", "Saved")
            act(session, file, before)
            registers.quit_program(session)


def main():
    return points.run([
        ("a name and an amount are edited in their cells", lambda: run("cells-edit", edit)),
        ("rows are copied and pasted", lambda: run("cells-paste", copy_and_paste)),
    ])


if __name__ == "__main__":
    sys.exit(main())
