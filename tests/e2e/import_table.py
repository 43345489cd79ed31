# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody else's table is taken into the register with the keyboard alone."""

import json
import pathlib
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, wait_for

REGISTER = json.loads(bad_files.MADE_UP.read_text(encoding="utf-8"))
TABLE = (
    "Projects of the spring\n"
    "项目名称;投资额（亿元）;签约时间\n"
    "海上风电叶片基地;1.234,5;2024-03-05\n"
    "Quay robots;17,5;2024-04\n"
    "Nothing is known of this one;a lot;2024\n"
)


def choose_file(session, table):
    session.press("F10")
    session.wait_focused("menu item")
    session.press("g", "i")
    session.choose_file("Import Table", table)
    session.find("label", "1.234,5")
    session.focus_window()


def go_on(session, button):
    session.tab_to("button", button)
    session.press("Return")


def import_table(session, table):
    choose_file(session, table)
    go_on(session, "Next")
    session.find("label", "签约时间")
    go_on(session, "Next")
    session.find("label", "New: 2 · Refused: 1")
    go_on(session, "Import")
    session.find("label", "Unsaved changes")
    session.press("ctrl+s")


def added(file):
    known = {project["id"] for project in REGISTER["projects"]}
    return [project for project in json.loads(file.read_text(encoding="utf-8"))["projects"]
            if project["id"] not in known]


def check_file(file):
    projects = {list(project["name"].values())[0]: project for project in added(file)}
    equal(sorted(projects), sorted(["海上风电叶片基地", "Quay robots"]))
    amount = projects["海上风电叶片基地"]["amounts"][0]
    equal((amount["kind"], amount["value"], amount["currency"]),
          ("agreement", "123450000000", "CNY"))
    equal(projects["Quay robots"]["stages"][0]["date"], "2024-04")


def opened_as_file(folder):
    """A table that is opened, or named to the program, is imported rather than refused."""
    table = folder / "table.data"
    table.write_text(TABLE, encoding="utf-8")
    file = folder / "open.tideline"
    shutil.copyfile(bad_files.MADE_UP, file)
    with Session("import-opened", file) as session:
        session.find("label", "Saved")
        session.press("ctrl+o")
        session.choose_file("Open Register", table)
        session.find("label", "1.234,5")
        equal(len(session.look("frame")), 1, "windows")


def named_on_command_line(folder):
    """Where no register is open, the table comes into a new one."""
    table = folder / "table.csv"
    table.write_text(TABLE, encoding="utf-8")
    with Session("import-named", table) as session:
        session.find("label", "1.234,5")
        session.focus_window()
        session.press("Escape")
        session.wait_gone("label", "1.234,5")
        session.find("label", "0 projects")


def in_folder(act):
    def point():
        with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
            act(pathlib.Path(folder))
    return point


def main():
    def run():
        with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
            file = pathlib.Path(folder) / "register.tideline"
            table = pathlib.Path(folder) / "table.csv"
            shutil.copyfile(bad_files.MADE_UP, file)
            table.write_text(TABLE, encoding="utf-8")
            with Session("import-table", file) as session:
                import_table(session, table)
                wait_for(lambda: len(added(file)) == 2, "the projects in the file")
            check_file(file)

    return points.run([
        ("a table is imported with the keyboard alone", run),
        ("a table that is opened is imported", in_folder(opened_as_file)),
        ("a table named on the command line comes into a new register",
         in_folder(named_on_command_line)),
    ])


if __name__ == "__main__":
    sys.exit(main())
