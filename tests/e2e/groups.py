# SPDX-License-Identifier: GPL-3.0-or-later
"""Grouping the list of projects with the keyboard: headers and footer say what the file gives."""

import calendar
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
from tideline_session import Session, children, is_showing, wait_for

HEADER = re.compile("^(.+), ([0-9]+) projects?$")
STAGES = ["Lead", "Negotiating", "Intention", "Signed", "Registered", "Started", "Completed",
          "Producing", "At capacity"]


# ---- by hand, from the file -----------------------------------------------------------------------

def last_day(date):
    parts = [int(part) for part in date.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return (year, month, day)


def value_in_yuan(register, amount):
    """None without a rate."""
    value = decimal.Decimal(amount["value"])
    if amount["currency"] == register["currency"]:
        return value
    rates = [rate for rate in register["rates"]
             if rate["set"] == register["rate-set"] and rate["from"] == amount["currency"]
             and last_day(rate["date"]) <= last_day(amount["date"])]
    if not rates:
        return None
    rate = max(rates, key=lambda rate: last_day(rate["date"]))
    return (value * decimal.Decimal(rate["value"])).quantize(decimal.Decimal("0.01"),
                                                             decimal.ROUND_HALF_UP)


def is_left_out(register, project):
    return (project.get("statuses", [{"status": "normal"}])[-1]["status"] == "terminated"
            or project.get("counted") is False
            or any(part.get("parent") == project["id"] for part in register["projects"]))


def sum_of(register, projects):
    """The agreed amounts of those that count, as the list writes them."""
    values = [value_in_yuan(register, amount) for project in projects
              if not is_left_out(register, project) for amount in project.get("amounts", [])
              if amount["kind"] == "agreement" and amount.get("counted", True)]
    if not values:
        return "—"
    billions = sum(value for value in values if value is not None) / 10 ** 9
    text = f"{billions.quantize(decimal.Decimal('0.01'), decimal.ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") + " billion yuan"


def describe_groups(register):
    """(name, number, texts beside them) of each group, in order."""
    groups = []
    for index, name in enumerate(STAGES):
        code = name.lower().replace(" ", "-")
        projects = [project for project in register["projects"]
                    if project.get("stages") and project["stages"][-1]["stage"] == code]
        left_out = sum(is_left_out(register, project) for project in projects)
        texts = [f"{left_out} left out"] if left_out else []
        if projects:
            groups.append((name, len(projects), texts + [sum_of(register, projects)]))
    return groups


# ---- on the page ----------------------------------------------------------------------------------

def read_headers(session):
    found = []
    for button in session.look("button", HEADER):
        name, number = HEADER.match(button.get_name()).groups()
        texts = [node.get_name() for node in children(button.get_parent())
                 if node.get_role_name() == "label" and is_showing(node)]
        found.append((name, int(number), texts))
    return found


def group_by_stage(session):
    session.find("label", "Saved")
    session.press("ctrl+f")
    session.wait_focused("entry", "Search Projects")
    session.tab_to("toggle button", "Sort, Group and Amount")
    session.press("space")
    before = session.wait_focused("menu item")
    session.press("g")
    wait_for(lambda: session.focused() not in (None, before), "the menu of groups")
    session.press("s")
    wait_for(lambda: read_headers(session), "the headers")


def rows(session):
    return session.look("table row", within=session.find("tree table", "Projects"))[1:]


def check_footer(session, register):
    projects = register["projects"]
    left_out = sum(is_left_out(register, project) for project in projects)
    session.find("label", f"{len(projects)} projects")
    session.find("label", f"Agreement: {sum_of(register, projects)}")
    session.find("button", f"{left_out} left out")


def check_headers(session, register):
    """Only those that the window has room for are there."""
    wanted = describe_groups(register)
    wait_for(lambda: read_headers(session) == wanted[:len(read_headers(session))],
             f"the headers {wanted}, not {read_headers(session)}")
    assert len(read_headers(session)) > 2, read_headers(session)


def fold_and_unfold(session):
    """The focus stays with the group, on the row that stands for it and back."""
    session.tab_to("table row")
    session.press("Home", "Left")
    session.wait_focused("table row", re.compile("^3 projects folded"))
    session.press("Right")
    wait_for(lambda: not any("folded" in row.get_name() for row in rows(session)), "the rows")
    session.press("Left")
    session.wait_focused("table row", re.compile("^3 projects folded"))


def read_by_hand():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        register = json.loads(file.read_text(encoding="utf-8"))
        with Session("groups", file) as session:
            group_by_stage(session)
            check_headers(session, register)
            check_footer(session, register)
            fold_and_unfold(session)
            check_headers(session, register)
            check_footer(session, register)
        equal(file.read_bytes(), bad_files.MADE_UP.read_bytes(), "the file")


def left_out_is_shown():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        register = json.loads(file.read_text(encoding="utf-8"))
        left_out = sum(is_left_out(register, project) for project in register["projects"])
        with Session("groups-left-out", file) as session:
            session.find("label", "Saved")
            session.press("ctrl+f")
            session.wait_focused("entry", "Search Projects")
            session.tab_to("button", f"{left_out} left out")
            session.press("space")
            session.find("label", f"{left_out} of {len(register['projects'])} projects")
            session.find("button", "Remove “Left Out of Totals”")
            equal(len(rows(session)), left_out)


def main():
    return points.run([
        ("headers and footer are worked out by hand", read_by_hand),
        ("what the total leaves out is shown", left_out_is_shown),
    ])


if __name__ == "__main__":
    sys.exit(main())
