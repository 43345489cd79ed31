# SPDX-License-Identifier: GPL-3.0-or-later
"""Registers that save themselves, and files that others change."""

import fcntl
import json
import re
import shutil
import sys

import points
from points import equal
from registers import add_project, names, place, quit_program, save
from tideline_session import Session

CHANGED = "The File Has Been Changed"
MISSING = "The File Is Missing"


def save_automatically(session):
    session.press("ctrl+comma")
    session.find("dialog", "Preferences")
    session.tab_to(None, "Save Automatically")
    session.press("space")
    session.press("Escape")
    session.wait_gone("dialog", "Preferences")


def by_itself():
    with place() as (file, state), Session("by-itself", file, state=state) as session:
        session.find("label", "Saved")
        save_automatically(session)
        add_project(session, "First")
        session.find("label", "Unsaved changes")
        session.find("label", "Saved")
        assert "First" in names(file), "it is in the file"
        add_project(session, "Second")
        session.find("label", "Unsaved changes")
        quit_program(session)
        assert {"First", "Second"} <= names(file), "both are in the file"


def asked_for():
    with place() as (file, state), Session("asked-for", file, state=state) as session:
        session.find("label", "Saved")
        add_project(session, "First")
        session.press("ctrl+q")
        session.find("label", "Save Changes?")
        session.press("alt+s")
        equal(session.wait_for_exit(), 0, "exit status")
        assert "First" in names(file), "it is in the file"


def change(file, title):
    """As another program would: another file under the same name."""
    text = json.loads(file.read_text(encoding="utf-8"))
    text["title"] = {"en": title}
    other = file.with_suffix(".other")
    other.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
    other.rename(file)


def open_and_change(session, file):
    session.find("label", "Saved")
    add_project(session, "Mine")
    session.find("label", "Unsaved changes")
    change(file, "Theirs")


def reloaded():
    with place() as (file, state), Session("reloaded", file, state=state) as session:
        open_and_change(session, file)
        session.look_away()
        session.find("label", re.compile("^Somebody else has changed"))
        session.find("label", "Changed by somebody else")
        session.press("ctrl+s")
        session.find("label", CHANGED)
        assert "Mine" not in names(file), "theirs is not overwritten"
        session.press("alt+m")
        session.find("label", re.compile("compared with this window: 1 changed, 1 removed$"))
        session.find("label", re.compile("Theirs"))
        session.press("Escape")
        session.find("label", CHANGED)
        session.press("alt+r")
        session.find("label", "Saved")
        session.find("label", "Theirs")
        add_project(session, "Mine again")
        save(session)
        assert "Mine again" in names(file), "it can be saved again"
        equal(json.loads(file.read_text(encoding="utf-8"))["title"]["en"], "Theirs")
        quit_program(session)
        equal(list(state.glob("tideline/journals/*")), [], "journals")


def kept_as_copy():
    with place() as (file, state), Session("kept-as-copy", file, state=state) as session:
        open_and_change(session, file)
        session.press("ctrl+s")
        session.find("label", CHANGED)
        session.press("alt+k")
        session.find("button", "Save")
        session.press("Return")
        session.find("label", "Saved")
        copy = file.with_name("ningbo (my copy).tideline")
        assert "Mine" in names(copy), "mine is in the copy"
        equal(json.loads(file.read_text(encoding="utf-8"))["title"]["en"], "Theirs")
        assert "Mine" not in names(file), "theirs is as it was"
        session.focus_window()
        quit_program(session)


def touched():
    with place() as (file, state), Session("touched", file, state=state) as session:
        session.find("label", "Saved")
        copy = file.with_suffix(".copy")
        shutil.copyfile(file, copy)
        copy.rename(file)
        session.look_away()
        add_project(session, "Mine")
        session.find("label", "Unsaved changes")
        save(session)
        assert "Mine" in names(file), "it is in the file"


def deleted():
    with place() as (file, state), Session("deleted", file, state=state) as session:
        session.find("label", "Saved")
        file.unlink()
        session.look_away()
        session.find("label", re.compile("has been moved or deleted$"))
        session.find("label", "Its file is missing")
        session.press("ctrl+s")
        session.find("label", MISSING)
        session.press("alt+s")
        session.find("label", "Saved")
        assert names(file), "the file is there again"
        quit_program(session)


def moved():
    with place() as (file, state):
        away = file.parent / "away"
        file.parent.joinpath("registers").mkdir()
        file = file.rename(file.parent / "registers" / file.name)
        with Session("moved", file, state=state) as session:
            session.find("label", "Saved")
            add_project(session, "Mine")
            file.parent.rename(away)
            session.press("ctrl+s")
            session.find("label", "Could Not Save the Register")
            session.find("label", re.compile("Bring it back and save again"))
            session.press("alt+c")
            session.wait_gone("label", "Could Not Save the Register")
            away.rename(file.parent)
            save(session)
            assert "Mine" in names(file), "it is in the file"


def open_twice():
    with place() as (file, state), Session("open-twice", file, state=state) as session:
        session.find("label", "Saved")
        with file.open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_SH)
            session.look_away()
            session.find("label", re.compile("^This register is open elsewhere, too"))
        session.look_away()
        session.wait_gone("label", re.compile("^This register is open elsewhere, too"))


def main():
    return points.run([
        ("a register saves itself where that is wanted, and before it closes", by_itself),
        ("else closing asks", asked_for),
        ("a changed file is noticed, not overwritten, and can be reloaded", reloaded),
        ("or one's own version is kept as a copy", kept_as_copy),
        ("the same text in another file is no change", touched),
        ("a deleted file is noticed, and can be saved again", deleted),
        ("a file whose folder is gone can be saved once that is back", moved),
        ("a file that is open elsewhere is told of", open_twice),
    ])


if __name__ == "__main__":
    sys.exit(main())
