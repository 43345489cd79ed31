# SPDX-License-Identifier: GPL-3.0-or-later
"""The search field narrows the list, and its keys are its own."""

import pathlib
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, text_of, wait_for

AIOT = "AIoT enterprise intelligent IoT robot project"
SHOUYI = "Shouyi Fengguang new energy technology project"


def open_search(session):
    session.find("label", "Saved")
    session.press("ctrl+f")
    return session.wait_focused("entry", "Search Projects")


def rows(session):
    table = session.find("tree table", "Projects")
    return [row.get_name() for row in session.look("table row", within=table)][1:]


def search(session, text, subtitle):
    session.type(text)
    session.find("label", subtitle)


def narrows(session):
    entry = open_search(session)
    search(session, "aiot", "1 of 2 projects")
    found, = rows(session)
    assert found.startswith(AIOT), found
    search(session, " robot", "1 of 2 projects")
    equal(text_of(entry), "aiot robot")
    search(session, " xyzzy", "0 of 2 projects")
    session.find("label", "No Matching Projects")
    session.press("Escape")
    session.find("label", "2 projects")
    equal(len(rows(session)), 2)


def search_anew(session, text, subtitle):
    session.press("ctrl+a")
    search(session, text, subtitle)
    return rows(session)


def finds_what_sounds_alike(session):
    """Divisions are named in Chinese: 余姚市 and 镇海区."""
    open_search(session)
    found, = search_anew(session, "yuyaoshi", "1 of 2 projects")
    assert found.startswith(AIOT), found
    found, = search_anew(session, "zhq", "1 of 2 projects")
    assert found.startswith(SHOUYI), found
    search(session, " robot", "0 of 2 projects")
    session.find("label", "No Matching Projects")


def finds_despite_errors(session):
    """What is found is selected and shown by the keyboard, and what is only alike comes last."""
    open_search(session)
    found, = search_anew(session, "robto", "1 of 2 projects similar to “robto”")
    assert found.startswith(AIOT), found
    found, = search_anew(session, "tehcnology", "1 of 2 projects similar to “tehcnology”")
    assert found.startswith(SHOUYI), found
    first, second = search_anew(session, "yuyaoshi", "1 of 2 projects") + search_anew(
        session, "xinnengyuan", "1 of 2 projects")
    assert first.startswith(AIOT) and second.startswith(SHOUYI), (first, second)
    session.press("Escape")
    session.find("label", "2 projects")


def keeps_keys(session):
    """Delete and Ctrl+Z with a project selected, but the focus in the field."""
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.fill("Name in English", "Short lived")
    session.press("alt+s")
    session.wait_gone("dialog", "New Project")
    session.find("label", "3 projects")
    entry = open_search_again(session)
    session.type("ab")
    wait_for(lambda: text_of(entry) == "ab", "the text")
    session.press("Home", "Delete")
    wait_for(lambda: text_of(entry) == "b", "the text without its first letter")
    session.press("ctrl+z")
    wait_for(lambda: text_of(entry) in ("ab", ""), "the text's own undo")
    session.press("ctrl+a", "Delete", "ctrl+z", "ctrl+shift+z", "ctrl+a", "Delete", "Delete")
    wait_for(lambda: text_of(entry) == "", "the empty text")
    session.press("ctrl+z", "ctrl+z", "ctrl+z")
    session.press("Escape")
    session.find("label", "3 projects")
    equal(len(rows(session)), 3)
    session.find("label", "Unsaved changes")


def open_search_again(session):
    session.press("ctrl+f")
    return session.wait_focused("entry", "Search Projects")


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.NINGBO, file)

        def within_session(name, act):
            def point():
                with Session(name, file) as session:
                    act(session)
                equal(file.read_bytes(), bad_files.NINGBO.read_bytes(), "the file")
            return point

        return points.run([
            ("typing narrows the list", within_session("search-narrows", narrows)),
            ("pinyin and initials find Chinese names",
             within_session("search-pinyin", finds_what_sounds_alike)),
            ("typing errors are forgiven, and told",
             within_session("search-errors", finds_despite_errors)),
            ("keys in the field leave the register alone",
             within_session("search-keys", keeps_keys)),
        ])


if __name__ == "__main__":
    sys.exit(main())
