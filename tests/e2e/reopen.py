# SPDX-License-Identifier: GPL-3.0-or-later
"""The register that was open last is open again, as it was left; and what comes of it when not."""

import contextlib
import json
import pathlib
import re
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Atspi, Session, has_state, text_of, wait_for

STRANGE = '<b>&"x"</b>\u202e_x'
NOT_FOUND = "The last register was not found"


@contextlib.contextmanager
def place():
    """A register in a folder of its own, and the folder for what the program remembers."""
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        folder = pathlib.Path(name)
        file = folder / "宁波.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        yield file, folder / "state"


def quit_program(session):
    session.press("ctrl+q")
    equal(session.wait_for_exit(), 0, "exit status")


def open_once(file, state):
    with Session("open-once", file, state=state) as session:
        session.find("label", "Saved")
        quit_program(session)


def rows(session):
    return session.look("table row", within=session.find("tree table", "Projects"))[1:]


def names(session):
    return [row.get_name() for row in rows(session)]


def selected(session):
    return [row.get_name() for row in rows(session) if has_state(row, Atspi.StateType.SELECTED)]


def sort_by_amount(session):
    before = names(session)
    session.tab_to("toggle button", "Sort, Group and Amount")
    session.press("space")
    session.wait_focused("menu item")
    session.press("a")
    wait_for(lambda: names(session) != before, "another order")


def leave_projects(session):
    """On the list of projects with one word in them, by their amounts, the second one selected."""
    session.find("label", "Saved")
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    sort_by_amount(session)
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    session.type("park")
    session.find("label", re.compile(r"^\d of \d+ projects$"))
    session.tab_to("table row")
    session.press("Home", "Down")
    wait_for(lambda: selected(session) == names(session)[1:2], "the second row to be selected")
    return names(session)


def left_and_found():
    with place() as (file, state):
        with Session("left", file, state=state) as session:
            left = leave_projects(session)
            assert left != sorted(left), "the order is not the usual one"
            quit_program(session)
        with Session("reopened", state=state) as session:
            session.find("label", "Saved")
            wait_for(lambda: names(session) == left, "the projects as they were")
            wait_for(lambda: selected(session) == left[1:2], "the selection")
            equal(text_of(session.find("entry", "Search Projects")), "park")
            quit_program(session)
        equal(file.read_bytes(), bad_files.MADE_UP.read_bytes(), "the file")


def gone_and_back():
    with place() as (file, state):
        open_once(file, state)
        elsewhere = file.rename(file.with_suffix(".elsewhere"))
        with Session("gone", state=state) as session:
            session.find("label", NOT_FOUND)
            session.find("label", "File not found")
            session.find("button", "New Register")
            elsewhere.rename(file)
            session.tab_to("list item")
            session.press("Return")
            session.find("label", "Saved")
            quit_program(session)


def open_elsewhere():
    """Who asks for a file gets that alone."""
    with place() as (file, state):
        other = file.with_name("other.tideline")
        shutil.copyfile(bad_files.NINGBO, other)
        open_once(file, state)
        with Session("other", other, state=state) as session:
            session.find("label", "Saved")
            equal(len(session.look("frame")), 1, "windows")
            session.press("ctrl+f")
            session.find("label", "2 projects")
            quit_program(session)


def begin_new():
    with place() as (file, state):
        open_once(file, state)
        with Session("new", "--new-register", state=state) as session:
            session.find("label", "Not in a file yet")
            equal(len(session.look("frame")), 1, "windows")
            quit_program(session)


def broken(text):
    def point():
        with place() as (_, state):
            (state / "tideline").mkdir(parents=True)
            (state / "tideline/session.ini").write_bytes(text)
            with Session("broken", state=state) as session:
                session.find("button", "New Register")
                equal(session.look("label", NOT_FOUND), [])
                quit_program(session)
    return point


def strange_names():
    with place() as (file, state):
        register = json.loads(bad_files.NINGBO.read_text(encoding="utf-8"))
        register["title"] = {"en": STRANGE}
        strange = file.with_name(f"{STRANGE.replace('/', '|')}.tideline")
        strange.write_text(json.dumps(register), encoding="utf-8")
        open_once(strange, state)
        with Session("strange", state=state) as session:
            session.find("label", STRANGE)
            quit_program(session)
        strange.unlink()
        with Session("strange-gone", state=state) as session:
            session.find("label", NOT_FOUND)
            row = session.find("list item", STRANGE)
            session.find("label", f"\u2068{strange}\u2069", within=row)
            session.tab_to("list item", STRANGE)
            session.press("Delete")
            session.wait_gone("list item", STRANGE)
            session.find("label", "Register removed from the list")
            quit_program(session)
        with Session("strange-forgotten", state=state) as session:
            session.find("button", "New Register")
            equal(session.look("label", NOT_FOUND), [])


def main():
    return points.run([
        ("page, filter, order and selection are found again", left_and_found),
        ("a file that is gone leads to the welcome page, and back", gone_and_back),
        ("a file that is asked for opens alone", open_elsewhere),
        ("a new register begins alone", begin_new),
        ("a broken memory keeps nobody from working", broken(b"\xff\x00[Register 1]\nuri=")),
        ("nor does that of a newer program",
         broken(b"[Tideline Session]\nversion=2\n[Register 1]\nuri=file:///gone\n")),
        ("strange names are shown as they are", strange_names),
    ])


if __name__ == "__main__":
    sys.exit(main())
