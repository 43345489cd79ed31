# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells that were copied in a spreadsheet are pasted into the list of projects.

    paste.py CLIPBOARD-SOURCE
"""

import contextlib
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, wait_for

CLIPBOARD_SOURCE = sys.argv[1]
KNOWN = {project["id"] for project in
         json.loads(bad_files.MADE_UP.read_text(encoding="utf-8"))["projects"]}
ROWS = [
    ["项目名称", "投资额（亿元）", "签约时间"],
    ["港口机器人 <b>甲</b>", "16", "2024-03-05"],
    ["Blade yard & wharf", "2.5", "2024-04"],
]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def as_text():
    return "".join("\t".join(row) + "\n" for row in ROWS)


def as_page():
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in ROWS)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@contextlib.contextmanager
def held():
    with subprocess.Popen([CLIPBOARD_SOURCE, as_text(), as_page()], stdout=subprocess.PIPE,
                          text=True) as process:
        try:
            equal(process.stdout.readline(), "held\n", "the clipboard")
            yield
        finally:
            process.kill()


def go_on(session, button):
    session.tab_to("button", button)
    session.press("Return")


def paste(session):
    session.find("label", "Saved")
    session.go_to("Projects")
    session.tab_to("table row")
    session.press("ctrl+v")
    session.find("label", "港口机器人 <b>甲</b>")
    go_on(session, "Next")
    session.find("label", "签约时间")
    go_on(session, "Next")
    session.find("label", "New: 2")
    go_on(session, "Import")
    session.find("label", "Unsaved changes")
    session.press("ctrl+s")


def added(file):
    projects = json.loads(file.read_text(encoding="utf-8"))["projects"]
    return {next(iter(project["name"].values())): project for project in projects
            if project["id"] not in KNOWN}


def check(projects):
    equal(sorted(projects), sorted(row[0] for row in ROWS[1:]))
    amount = projects[ROWS[1][0]]["amounts"][0]
    equal((amount["kind"], amount["value"], amount["currency"]),
          ("agreement", "1600000000", "CNY"))
    equal(projects[ROWS[2][0]]["stages"][0]["date"], "2024-04")


def run():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
        file = pathlib.Path(folder) / "register.tideline"
        shutil.copyfile(bad_files.MADE_UP, file)
        with Session("paste", file) as session, held():
            paste(session)
            wait_for(lambda: len(added(file)) == 2, "the projects in the file")
        check(added(file))


if __name__ == "__main__":
    sys.exit(points.run([("cells of a spreadsheet are pasted with the keyboard alone", run)]))
