# SPDX-License-Identifier: GPL-3.0-or-later
"""What was not saved when the program was killed comes back, or goes for good."""

import hashlib
import re
import signal
import sys

import points
from points import equal
from registers import add_project, names, place, quit_program, save
from tideline_session import Session, text_of, wait_for

RECOVERY = "Unsaved Changes"
TITLE = "Ningbo strategic emerging industries"


def journals(state):
    return sorted((state / "tideline/journals").glob("*.journal"))


def count_steps(state):
    """How many steps the journals hold in whole lines."""
    return sum(line[17:].startswith(b"do ") for path in journals(state)
               for line in path.read_bytes().splitlines(keepends=True) if line.endswith(b"\n"))


def kill(session, state, steps, number=signal.SIGKILL):
    wait_for(lambda: count_steps(state) == steps, f"{steps} steps in the journal")
    session.process.send_signal(number)
    session.wait_for_exit()


def crash(file, state, *added):
    with Session("crash", file, state=state) as session:
        session.find("label", "Saved")
        for name in added:
            add_project(session, name)
        kill(session, state, len(added))


def recover(session, count):
    session.find("dialog", RECOVERY)
    session.find("label", re.compile(rf"^{count} unsaved change"))
    session.wait_focused("button", "Recover")
    session.press("space")
    session.wait_gone("dialog", RECOVERY)
    session.find("label", "Unsaved changes")


def come_back():
    with place() as (file, state):
        before = file.read_bytes()
        crash(file, state, "First", "Second")
        equal(file.read_bytes(), before, "the file after the crash")
        with Session("come-back", state=state) as session:
            session.find("dialog", RECOVERY)
            session.find("label", TITLE)
            recover(session, 2)
            session.press("ctrl+z")
            session.find("label", "Unsaved changes")
            session.press("ctrl+z")
            session.find("label", "Saved")
            session.press("ctrl+shift+z")
            session.press("ctrl+shift+z")
            session.find("label", "Unsaved changes")
            save(session)
            assert {"First", "Second"} <= names(file), "both projects are in the file"
            quit_program(session)
        equal(journals(state), [], "journals")


def thrice():
    with place() as (file, state):
        crash(file, state, "First")
        for count, name in ((1, "Second"), (2, "Third")):
            with Session("again", state=state) as session:
                recover(session, count)
                add_project(session, name)
                wait_for(lambda: len(journals(state)) == 1, "one journal")
                kill(session, state, count + 1)
        with Session("at-last", state=state) as session:
            recover(session, 3)
            save(session)
            assert {"First", "Second", "Third"} <= names(file), "all three are in the file"
            quit_program(session)


def declined():
    with place() as (file, state):
        crash(file, state, "First")
        with Session("declined", state=state) as session:
            session.find("dialog", RECOVERY)
            session.wait_focused("button", "Recover")
            session.press("shift+Tab")
            session.wait_focused("button", "Discard…")
            session.press("space")
            session.find("label", re.compile("will be gone for good"))
            session.press("alt+d")
            session.wait_gone("dialog", RECOVERY)
            wait_for(lambda: not journals(state), "the journal to go")
            quit_program(session)
        with Session("nothing-left", state=state) as session:
            session.find("label", "Saved")
            equal(session.look("dialog", RECOVERY), [])
            quit_program(session)
        assert "First" not in names(file), "nothing has come into the file"


def undecided():
    with place() as (file, state):
        crash(file, state, "First")
        with Session("undecided", state=state) as session:
            session.find("dialog", RECOVERY)
            session.press("Escape")
            session.wait_gone("dialog", RECOVERY)
            quit_program(session)
        with Session("asked-again", state=state) as session:
            recover(session, 1)
            session.press("ctrl+w")
            session.find("label", "Save Changes?")
            session.press("alt+d")
            equal(session.wait_for_exit(), 0, "exit status")
        equal(journals(state), [], "journals")


def terminated():
    with place() as (file, state):
        with Session("terminated", file, state=state) as session:
            session.find("label", "Saved")
            add_project(session, "First")
            session.process.send_signal(signal.SIGTERM)
            equal(session.wait_for_exit(), 0, "exit status")
        with Session("after-term", state=state) as session:
            recover(session, 1)
            save(session)
            quit_program(session)
        assert "First" in names(file), "it is in the file"


def without_file():
    with place() as (_, state):
        with Session("without-file", "--new-register", state=state) as session:
            session.find("label", "Not in a file yet")
            add_project(session, "First")
            kill(session, state, 1)
        with Session("with-base", state=state) as session:
            session.find("label", "Not in a file yet")
            recover(session, 1)
            session.press("ctrl+f")
            session.find("label", "1 project")


def count_forms(state):
    return sum(line[17:].startswith(b"form ") for path in journals(state)
               for line in path.read_bytes().splitlines(keepends=True) if line.endswith(b"\n"))


def begin_form(session, name):
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.wait_focused("text", "Name in English")
    session.fill("Name in English", name)


def half_filled():
    with place() as (file, state):
        with Session("half-filled", file, state=state) as session:
            session.find("label", "Saved")
            begin_form(session, "Half a form")
            wait_for(lambda: count_forms(state) > 0, "the form in the journal")
            session.process.send_signal(signal.SIGKILL)
            session.wait_for_exit()
        with Session("filled-on", state=state) as session:
            session.find("dialog", RECOVERY)
            session.find("label", re.compile("a form was open"))
            session.wait_focused("button", "Recover")
            session.press("space")
            session.find("dialog", "New Project")
            entry = session.find("text", "Name in English")
            wait_for(lambda: text_of(entry) == "Half a form", "the name to come back")
            wait_for(lambda: len(journals(state)) == 1, "one journal")
            session.process.send_signal(signal.SIGTERM)
            session.wait_for_exit()
        with Session("filled-at-last", state=state) as session:
            session.find("dialog", RECOVERY)
            session.wait_focused("button", "Recover")
            session.press("space")
            session.find("dialog", "New Project")
            session.press("alt+s")
            session.wait_gone("dialog", "New Project")
            session.find("label", "Unsaved changes")
            save(session)
            quit_program(session)
        equal(journals(state), [], "journals")
        assert "Half a form" in names(file), "it is in the file"


def given_up():
    with place() as (file, state):
        with Session("given-up", file, state=state) as session:
            session.find("label", "Saved")
            begin_form(session, "Given up")
            wait_for(lambda: count_forms(state) > 0, "the form in the journal")
            session.press("Escape")
            session.find("label", "Save Changes?")
            session.press("alt+d")
            session.wait_gone("dialog", "New Project")
            wait_for(lambda: b" close " in journals(state)[0].read_bytes(), "the form to go")
            session.process.send_signal(signal.SIGTERM)
            session.wait_for_exit()
        with Session("nothing-typed", state=state) as session:
            session.find("label", "Saved")
            equal(session.look("dialog", RECOVERY), [])
            quit_program(session)


def broken(text):
    def point():
        with place() as (file, state):
            folder = state / "tideline/journals"
            folder.mkdir(parents=True)
            (folder / "strange.journal").write_bytes(text)
            with Session("broken", file, state=state) as session:
                session.find("label", "Saved")
                equal(session.look("dialog", RECOVERY), [])
                quit_program(session)
    return point


def newer():
    """The first line of a journal as a later program would write it."""
    line = b"tideline-journal 9"
    return hashlib.sha256(line).hexdigest()[:16].encode() + b" " + line + b"\n"


def main():
    return points.run([
        ("what was not saved comes back, can be undone and saved", come_back),
        ("three crashes in a row lose nothing", thrice),
        ("what is declined is gone for good", declined),
        ("what is not decided is asked again", undecided),
        ("SIGTERM keeps what is not saved", terminated),
        ("a register that was never saved comes back", without_file),
        ("a form that is not finished comes back as often as the program ends", half_filled),
        ("a form that was given up does not", given_up),
        ("a broken journal does not block the start", broken(b"\xff\x00 nothing\n")),
        ("nor does an empty one", broken(b"")),
        ("nor does that of a newer program", broken(newer())),
    ])


if __name__ == "__main__":
    sys.exit(main())
