# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the list of projects, chosen, moved, sized and sorted by with the keyboard, and
remembered; its groups by party."""

import decimal
import json
import pathlib
import re
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Atspi, Session, children, has_state, is_showing, wait_for

USUAL = ["Name", "Sector", "Division", "Stage", "Agreement (100 million yuan)", "Status"]
CHOSEN = ["Name", "Stage", "Sector", "Division", "Agreement (100 million yuan)", "Status", "Tags",
          "Updated"]
HEADER = re.compile("^(.+), ([0-9]+) projects?$")


# ---- on the page ----------------------------------------------------------------------------------

def start(name, file):
    """Chosen columns are the person's: they stay where the desktop keeps such choices."""
    session = Session(name, file)
    session.environment["GSETTINGS_BACKEND"] = "keyfile"
    return session


def look_for_rows(session):
    """The titles, and the rows below them."""
    return session.look("table row", within=session.find("tree table", "Projects"))


def look_for_titles(session):
    return [node for node in children(look_for_rows(session)[0]) if is_showing(node)]


def titles(session):
    return [node.get_name() for node in look_for_titles(session)]


def wait_titles(session, wanted):
    wait_for(lambda: titles(session) == wanted, f"the titles {wanted}, not {titles(session)}")


def width_of(session, title):
    node = next(node for node in look_for_titles(session) if node.get_name() == title)
    return node.get_extents(Atspi.CoordType.WINDOW).width


def cells(session, title):
    """What the column reads, from top to bottom."""
    index = titles(session).index(title)
    return [[cell.get_name() for cell in children(row)][index]
            for row in look_for_rows(session)[1:]]


def show_projects(session):
    session.find("label", "Saved")
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")


def open_menu(session):
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    session.tab_to("toggle button", "Sort, Group and Amount")
    session.press("space")
    return session.wait_focused("menu item")


def open_dialog(session):
    open_menu(session)
    session.press("c")
    session.find("dialog", "Columns")


def close_dialog(session):
    session.press("Escape")
    session.wait_gone("dialog", "Columns")


def go_to_column(session, name, index):
    """Down the list of the dialog."""
    session.tab_to("check box", parent=session.find("list", "Columns"))
    session.press("Home", *["Down"] * index)
    return session.wait_focused("check box", name)


def toggle(session, name, index, is_shown):
    node = go_to_column(session, name, index)
    session.press("space")
    wait_for(lambda: has_state(node, Atspi.StateType.CHECKED) == is_shown, f"{name} to be chosen")


# ---- the points -----------------------------------------------------------------------------------

def choose(session):
    """Hides one, shows one, moves one, makes one wider."""
    open_dialog(session)
    toggle(session, "Event", 14, False)
    toggle(session, "Tags", 18, True)
    session.press("alt+Down")
    session.wait_announced("Tags, 20 of 25")
    session.press("alt+Up")
    session.wait_announced("Tags, 19 of 25")
    go_to_column(session, "Stage", 5)
    for place in (5, 4, 3, 2):
        session.press("alt+Up")
        session.wait_announced(f"Stage, {place} of 25")
        session.wait_focused("check box", "Stage")
    go_to_column(session, "Division", 5)
    session.press("alt+Right")
    session.wait_announced("Division, 140 pixels wide")
    session.press("alt+Right")
    session.wait_announced("Division, 160 pixels wide")
    close_dialog(session)


def chosen_and_remembered(file):
    with start("columns", file) as session:
        show_projects(session)
        wait_titles(session, USUAL)
        choose(session)
        wait_titles(session, CHOSEN)
        equal(width_of(session, "Division"), 160)
    with start("columns-again", file) as session:
        show_projects(session)
        wait_titles(session, CHOSEN)
        equal(width_of(session, "Division"), 160)


def sorted_by_menu(file):
    """By a column that nobody sees unless it is chosen, and that stands below the usual ones."""
    with start("columns-sort", file) as session:
        show_projects(session)
        wait_titles(session, CHOSEN)
        open_menu(session)
        session.press(*["Down"] * 8)
        session.press("Return")
        session.tab_to("table row")
        session.press("Home")
        wait_for(lambda: cells(session, "Tags")[0], "what has no tags to stand last")
        tags = [tags for tags in cells(session, "Tags") if tags]
        equal(tags, sorted(tags))


def reset(file):
    with start("columns-reset", file) as session:
        show_projects(session)
        open_dialog(session)
        session.tab_to("button", "Reset")
        session.press("space")
        session.wait_focused("check box", "Name")
        close_dialog(session)
        wait_titles(session, USUAL)


def main_investor(project):
    """The one with the largest share, the first of equals."""
    investors = [party for party in project.get("parties", []) if party["role"] == "investor"]
    if not investors:
        return None
    return max(investors, key=lambda party: decimal.Decimal(party.get("share", "-1")))["party"]


def read_headers(session):
    found = {}
    for button in session.look("button", HEADER):
        name, number = HEADER.match(button.get_name()).groups()
        texts = [node.get_name() for node in children(button.get_parent())
                 if node.get_role_name() == "label" and is_showing(node)]
        found[name] = (int(number), texts)
    return found


def check_headers(register, headers):
    names = {party["id"]: party["name"]["en"] for party in register["parties"]}
    for name, (number, texts) in headers.items():
        projects = [project for project in register["projects"]
                    if names.get(main_investor(project), "No Investor") == name]
        joint = sum(len({party["party"] for party in project["parties"]
                         if party["role"] == "investor"}) > 1 for project in projects)
        equal(number, len(projects), name)
        equal(f"{joint} with further investors" in " · ".join(texts), joint > 0, name)


def grouped_by_party(file):
    register = json.loads(file.read_text(encoding="utf-8"))
    with start("columns-party", file) as session:
        show_projects(session)
        before = open_menu(session)
        session.press("g")
        wait_for(lambda: session.focused() not in (None, before), "the menu of groups")
        session.press("p")
        wait_for(lambda: len(read_headers(session)) > 3, "the headers")
        check_headers(register, read_headers(session))
        name, (number, texts) = next(iter(read_headers(session).items()))
        session.tab_to("table row")
        session.press("Home", "Left")
        session.wait_focused("table row", re.compile(f"^{number} projects folded"))
        session.wait_announced(re.compile(f"{re.escape(name)}.*{number} projects: "
                                          f".*{re.escape(texts[-1])}"))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        return points.run([
            ("chosen, moved and sized, and remembered", lambda: chosen_and_remembered(file)),
            ("sorted by a chosen column", lambda: sorted_by_menu(file)),
            ("reset", lambda: reset(file)),
            ("groups by party say what they count", lambda: grouped_by_party(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
