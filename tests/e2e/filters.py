# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters are added, combined, changed and removed with the keyboard alone, and the count that the
screen reader hears is the one that the file gives."""

import calendar
import json
import pathlib
import re
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, wait_for

REGISTER = json.loads(bad_files.MADE_UP.read_text(encoding="utf-8"))
PROJECTS = REGISTER["projects"]
PARTY_KINDS = {party["id"]: party.get("kind") for party in REGISTER["parties"]}
STAGES = ["lead", "negotiating", "intention", "signed", "registered", "started", "completed",
          "producing", "at-capacity"]
HEALTH = {"clusters/health", "clusters/devices", "clusters/biopharma"}
SONGLAN = {"wangchao/songlan", "wangchao/luting"}
ISOLATES = str.maketrans("", "", "\u2068\u2069")


# ---- what the file says ------------------------------------------------------------------------

def is_of_health(project):
    return any(entry["sector"] in HEALTH for entry in project.get("sectors", []))


def is_in_songlan(project):
    return project.get("division") in SONGLAN


def is_foreign(project):
    return any(PARTY_KINDS[entry["party"]] == "foreign" for entry in project.get("parties", []))


def needs_land(project):
    return "land needed" in project.get("tags", [])


def is_about_hydrogen(project):
    return "hydrogen" in project["name"]["en"].lower() or any(
        entry["sector"] == "clusters/hydrogen" for entry in project.get("sectors", []))


def has_come_to(stage):
    return lambda project: any(project.get("stages", [])) \
        and STAGES.index(project["stages"][-1]["stage"]) >= STAGES.index(stage)


def has_fixed_assets(project):
    """Of this kind all amounts are in yuan."""
    return sum(int(entry["value"]) for entry in project.get("amounts", [])
               if entry["kind"] == "fixed-asset") >= 100_000_000


def last_day(date):
    parts = [int(part) for part in date.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return f"{year}-{month:02}-{day:02}"


def is_signed_until(last, possibly=False):
    def meets(project):
        return any((entry["date"] if possibly else last_day(entry["date"])) <= last
                   for entry in project.get("stages", [])
                   if entry["stage"] == "signed" and "date" in entry)
    return meets


def both(*conditions):
    return lambda project: all(condition(project) for condition in conditions)


# ---- what the person does ----------------------------------------------------------------------

def add_filter(session, title):
    session.press("ctrl+l")
    session.wait_focused("list item", "Sector")
    session.choose(title)


def tick(session, value):
    """In a short list of values."""
    session.wait_focused("check box")
    session.tab_to("check box", value)
    session.press("space")
    session.press("Escape")


def tick_found(session, value, typed):
    """In a long list of values, which has a search field."""
    session.wait_focused("entry", "Search")
    session.type(typed)
    wait_for(lambda: [node.get_name() for node in session.look("check box")][:1] == [value],
             f"the value {value}")
    session.press("Return")
    session.press("Escape")


def choose_in(session, title, choice):
    name = re.compile(f"^{title}")
    session.tab_to("combo box", name)
    session.press("space")
    session.wait_focused("list item")
    session.choose(choice)
    session.wait_focused("combo box", name)


def type_anew(session, text):
    session.press("ctrl+a")
    session.type(text)


def chips(session):
    names = (node.get_name().translate(ISOLATES) for node in session.look("button"))
    return [name for name in names if name.startswith("Remove “")]


def check(session, meets, *labels):
    """As many projects are heard of as meet the condition, and what is asked for is shown."""
    n = sum(map(meets, PROJECTS))
    assert 0 < n < len(PROJECTS), f"{n} of {len(PROJECTS)} projects prove nothing"
    session.wait_announced(f"{n} of {len(PROJECTS)} projects")
    session.announcements.clear()
    session.find("label", f"{n} of {len(PROJECTS)} projects")
    wanted = [f"Remove “{label}”" for label in labels]
    wait_for(lambda: chips(session) == wanted, f"the chips {wanted}, not {chips(session)}")


def check_focus(session, name):
    wait_for(lambda: session.focused() is not None
             and session.focused().get_name().translate(ISOLATES) == name,
             f"the focus on {name}, not {session.focused() and session.focused().get_name()}")


def check_none(session):
    session.wait_announced(f"{len(PROJECTS)} projects")
    session.announcements.clear()
    equal(chips(session), [], "chips")


# ---- points ------------------------------------------------------------------------------------

def values(session):
    add_filter(session, "Sector")
    tick_found(session, "Modern health", "modern h")
    check(session, is_of_health, "Modern health")
    check_focus(session, "Sector: Modern health")
    session.press("Delete")
    check_none(session)
    check_focus(session, "Add Filter")

    add_filter(session, "Division")
    tick_found(session, "Songlan County", "songlan")
    check(session, is_in_songlan, "Songlan County")
    session.press("ctrl+u")
    check_none(session)

    add_filter(session, "Kind of Party")
    tick(session, "Foreign enterprise")
    check(session, is_foreign, "Foreign enterprise")
    session.press("BackSpace")
    check_none(session)


def combined(session):
    add_filter(session, "Tag")
    tick(session, "land needed")
    check(session, needs_land, "land needed")
    add_filter(session, "Range of Stages")
    choose_in(session, "From Stage", "Signed")
    session.press("alt+a")
    check(session, both(needs_land, has_come_to("signed")), "Stage ≥ Signed", "land needed")
    check_focus(session, "Range of Stages: Stage ≥ Signed")

    # What is changed is the same chip as before, and has the focus again.
    session.press("Return")
    choose_in(session, "From Stage", "Started")
    session.press("alt+a")
    check(session, both(needs_land, has_come_to("started")), "Stage ≥ Started", "land needed")
    check_focus(session, "Range of Stages: Stage ≥ Started")

    session.press("Delete")
    check(session, needs_land, "land needed")
    check_focus(session, "Tag: land needed")


def amounts(session):
    add_filter(session, "Range of Amounts")
    choose_in(session, "Kind of Amount", "Fixed-asset investment")
    session.tab_to("text", "At Least")
    session.type("x")
    session.press("alt+a")
    session.wait_focused("text", "At Least")
    equal(chips(session), [], "chips")
    session.press("ctrl+a", "Delete")
    session.fill_chinese("At Least", "1亿")
    session.press("alt+a")
    check(session, has_fixed_assets, "Fixed-asset investment: at least 0.1 billion yuan")
    check_focus(session, "Range of Amounts: Fixed-asset investment: at least 0.1 billion yuan")


def dates(session):
    last = "2023-06-15"
    add_filter(session, "Range of Dates")
    session.wait_focused("combo box", re.compile("^Date"))
    session.fill("Last Date", "2023-13")
    session.press("alt+a")
    session.wait_focused("text", "Last Date")
    equal(chips(session), [], "chips")
    type_anew(session, last)
    session.press("alt+a")
    check(session, is_signed_until(last), "Signed: until 2023-06-15")
    session.press("Return")
    session.wait_focused("combo box", re.compile("^Date"))
    session.tab_to("check box", "Include Possible Dates")
    session.press("space")
    session.press("alt+a")
    check(session, is_signed_until(last, possibly=True), "Signed: until 2023-06-15, possibly")


def attention_and_text(session):
    add_filter(session, "Needs Attention")
    tick_found(session, "Needs Attention", "needs")
    session.wait_announced(re.compile(f"^[0-9]+ of {len(PROJECTS)} projects$"))
    wait_for(lambda: chips(session) == ["Remove “Needs Attention”"], "the chip")
    session.press("Delete")
    check_none(session)

    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    session.type("hydrogen")
    check(session, is_about_hydrogen, "“hydrogen”")
    session.press("Escape")
    session.press("ctrl+u")
    check_none(session)


def within_session(act, file):
    def point():
        with Session(f"filters-{act.__name__}", file) as session:
            session.find("label", "Saved")
            session.press("ctrl+f")
            session.wait_focused("entry", "Search Projects")
            session.press("Escape")
            session.find("label", f"{len(PROJECTS)} projects")
            session.announcements.clear()
            act(session)
        equal(file.read_bytes(), bad_files.MADE_UP.read_bytes(), "the file")
    return point


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
        file = pathlib.Path(folder) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)

        return points.run([
            ("sectors and divisions with those below them, and kinds of parties",
             within_session(values, file)),
            ("two filters hold together, and one is changed from its chip",
             within_session(combined, file)),
            ("a range of amounts as one writes them", within_session(amounts, file)),
            ("dates that lie in a range certainly, or possibly", within_session(dates, file)),
            ("what needs attention, and what is searched for",
             within_session(attention_and_text, file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
