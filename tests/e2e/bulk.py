# SPDX-License-Identifier: GPL-3.0-or-later
"""Several projects are changed at once with the keyboard alone, each time in one step."""

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
from tideline_session import Session, wait_for

N_SELECTED = 4


def load(file):
    return json.loads(file.read_text(encoding="utf-8"))


def projects_of(file):
    return {project["id"]: project for project in load(file)["projects"]}


def changed(file, before):
    """What the file has now of the projects that are not as they were."""
    now = projects_of(file)
    return [project for name, project in now.items() if project != before[name]]


def select_several(session):
    session.press("ctrl+f")
    session.press("Escape")
    session.tab_to("table row", re.compile("."))
    session.press("Home", *["shift+Down"] * (N_SELECTED - 1))
    session.find("label", f"{N_SELECTED} selected")


def open_dialog(session):
    session.press("ctrl+b")
    session.find("dialog", "Edit Projects")
    session.wait_focused("combo box", re.compile("^Field"))


def choose_field(session, name):
    """Looks for it among the choices, as there are many."""
    session.press("space")
    session.wait_focused("entry")
    session.type(name)
    session.press("Down")
    session.wait_focused("list item")
    session.choose(name)
    session.wait_focused("combo box", re.compile("^Field"))


def choose_act(session, name):
    session.tab_to("combo box", re.compile("^Change"))
    session.press("space")
    session.wait_focused("list item")
    session.press("Home")
    session.choose(name)
    session.wait_focused("combo box", re.compile("^Change"))


def change(session, title, n=N_SELECTED):
    dialog = session.find("dialog", title)
    session.find("label", re.compile(f"^{n} of {N_SELECTED} projects change"), within=dialog)
    session.press("alt+h")
    session.wait_gone("dialog", title)


def undo(session, file, before):
    session.press("ctrl+z")
    registers.save(session)
    equal(changed(file, before), [], "projects that are not as before")


def set_and_clear(session, file, before):
    select_several(session)
    open_dialog(session)
    choose_field(session, "Unit in Charge")
    session.fill("Unit in Charge", "Bureau")
    change(session, "Edit Projects")
    registers.save(session)
    equal([project["in-charge"] for project in changed(file, before)], ["Bureau"] * N_SELECTED)

    open_dialog(session)
    choose_field(session, "Unit in Charge")
    choose_act(session, "Clear")
    change(session, "Edit Projects")
    registers.save(session)
    assert not any("in-charge" in project for project in changed(file, before))
    session.press("ctrl+z")
    undo(session, file, before)


def tag_and_untag(session, file, before):
    select_several(session)
    session.tab_to("button", "Add Tag…")
    session.press("space")
    session.find("dialog", "Add Tag")
    session.wait_focused("text", "Tags")
    session.type("looked at")
    change(session, "Add Tag")
    registers.save(session)
    tagged = changed(file, before)
    equal(len(tagged), N_SELECTED, "projects with a tag")
    assert all("looked at" in project["tags"] for project in tagged)

    select_several(session)
    open_dialog(session)
    choose_field(session, "Tags")
    choose_act(session, "Remove")
    session.fill("Tags", "looked at")
    change(session, "Edit Projects")
    registers.save(session)
    assert not any("looked at" in project.get("tags", []) for project in projects_of(file).values())
    session.press("ctrl+z")
    undo(session, file, before)


def move(session, file, before):
    select_several(session)
    session.press("ctrl+m")
    session.find("dialog", "Move to Stage")
    session.wait_focused("list item")
    session.press("End")
    session.press("alt+m")
    session.wait_gone("dialog", "Move to Stage")
    registers.save(session)
    moved = changed(file, before)
    assert moved, "no project was moved"
    equal({project["stages"][-1]["stage"] for project in moved}, {"at-capacity"})
    undo(session, file, before)


def delete(session, file, before):
    select_several(session)
    session.press("Delete")
    session.find("label", f"{len(before) - N_SELECTED} projects")
    registers.save(session)
    equal(len(projects_of(file)), len(before) - N_SELECTED, "projects that are left")
    session.press("ctrl+z")
    wait_for(lambda: session.look("label", f"{len(before)} projects"), "the projects")
    registers.save(session)
    equal(projects_of(file), before, "the projects that came back")


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
        ("a field is set and cleared", lambda: run("bulk-set", set_and_clear)),
        ("a tag is added from the bar and removed", lambda: run("bulk-tag", tag_and_untag)),
        ("several move to a stage", lambda: run("bulk-move", move)),
        ("several are deleted and come back", lambda: run("bulk-delete", delete)),
    ])


if __name__ == "__main__":
    sys.exit(main())
