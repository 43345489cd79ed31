# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that look like markup and turn the direction of writing are shown as they are, everywhere.
The program runs with fatal warnings: a name that is parsed as markup ends it."""

import json
import pathlib
import re
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, descendants, is_showing, wait_for

NAME = '<b>&"x"</b>\u202e'
MADE_UP = bad_files.NINGBO.with_name("made-up.tideline")
TEXTS = {"notes", "note", "reason", "in-charge", "publisher", "venue", "text", "next-step",
         "code-name"}
LETTERS = re.compile(r'"x"')


def rename(value, key=None):
    """Every text of a person, whatever record it is in."""
    if isinstance(value, dict):
        if key in ("name", "title"):
            return {language: NAME for language in ("en", "zh")}
        return {name: rename(below, name) for name, below in value.items()}
    if isinstance(value, list):
        return [NAME for _ in value] if key == "tags" else [rename(below) for below in value]
    return NAME if key in TEXTS or (key == "title" and isinstance(value, str)) else value


def write_register(folder):
    file = pathlib.Path(folder) / f"{NAME.replace('/', '∕')}.tideline"
    register = rename(json.loads(MADE_UP.read_text(encoding="utf-8")))
    register.pop("history", None)
    file.write_text(json.dumps(register, ensure_ascii=False), encoding="utf-8")
    return file


def texts(session):
    for node in descendants(session.application):
        if is_showing(node):
            yield node.get_role_name(), node.get_name()


def check(session, place, at_least):
    """What shows has the name as it is, and in a sentence nothing of it reaches what follows."""
    found = 0
    for role, text in texts(session):
        assert "&lt;" not in text and "&amp;" not in text, f"{place}: escaped: {text!r}"
        if not LETTERS.search(text):
            continue
        rest = text.replace(NAME, "").replace(NAME.rstrip("\u202e"), "") \
            .replace(NAME.replace("/", "∕"), "")
        assert not LETTERS.search(rest), f"{place}: not as it is: {role} {text!r}"
        if role == "label":
            found += 1
            outside = re.sub("\u2068[^\u2069]*\u2069", "", text)
            if outside not in ("", NAME) and text != NAME:
                assert "\u202e" not in outside.rstrip("\u202e"), \
                    f"{place}: turns what follows it: {text!r}"
    assert found >= at_least, f"{place}: {found} names"


def shows_pages(folder):
    def point():
        with Session("hostile-pages", write_register(folder)) as session:
            session.find("label", "Saved")
            check(session, "overview", 10)
            session.go_to("Projects")
            session.find("label", "60 projects")
            check(session, "projects", 1)
            session.tab_to("table row", re.compile("."))
            session.press("Down", "alt+Return")
            session.find("button", "Edit…")
            check(session, "details", 5)
            session.go_to("Sectors")
            session.find("label", "Total")
            check(session, "sectors", 9)
    return point


def shows_forms(folder):
    def point():
        with Session("hostile-forms", write_register(folder)) as session:
            session.find("label", "Saved")
            for page, form in (("Projects", "Edit Project"), ("Sectors", "Edit Sector")):
                session.go_to(page)
                session.tab_to("table row", re.compile("."))
                session.press("Down", "ctrl+e")
                session.find("dialog", form)
                check(session, form, 2)
                session.press("Escape")
                session.wait_gone("dialog", form)
            session.press("Delete")
            session.find(None, re.compile("Delete"))
            check(session, "question before deleting", 1)
            session.press("Escape")
    return point


def shows_lists(folder):
    def point():
        with Session("hostile-lists", write_register(folder)) as session:
            session.find("label", "Saved")
            for letter, title in (("d", "Divisions"), ("p", "Parties"), ("u", "Sources")):
                session.press("F10")
                item = session.wait_focused("menu item")
                session.press("g")
                wait_for(lambda item=item: session.focused() not in (None, item), "the menu below")
                session.press(letter)
                session.find("dialog", title)
                check(session, title, 3)
                session.press("Escape")
                session.wait_gone("dialog", title)
    return point


def tells_what_was_done(folder):
    def point():
        with Session("hostile-acts", write_register(folder)) as session:
            session.find("label", "Saved")
            session.go_to("Projects")
            session.tab_to("table row", re.compile("."))
            session.press("Down", "Delete")
            session.find("button", "Undo")
            check(session, "toast", 1)
            session.press("F10")
            session.wait_focused("menu item")
            check(session, "menu", 1)
            session.press("Escape", "ctrl+z")
            session.find("label", "60 projects")
    return point


def remembers(folder):
    """The welcome page lists a register that was opened."""
    def point():
        with Session("hostile-recent", write_register(folder)) as session:
            session.find("label", "Saved")
            session.press("ctrl+q")
            equal(session.wait_for_exit(), 0, "exit status")
    return point


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="tideline-hostile-") as top:
        sys.exit(points.run([
            ("pages show a name as it is", shows_pages(top)),
            ("forms and questions show a name as it is", shows_forms(top)),
            ("lists show a name as it is", shows_lists(top)),
            ("what was done is told by the name as it is", tells_what_was_done(top)),
            ("the program ends well with such a register", remembers(top)),
        ]))
