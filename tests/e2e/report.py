# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports are looked at, saved and printed with the keyboard alone; another program reads what was
saved."""

import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import PATIENCE, Session, wait_for


def open_report(session):
    session.press("ctrl+shift+p")
    session.find("dialog", "Report")
    session.find("image", re.compile("^Page 1 of "))
    session.wait_focused("combo box", "Report")


def read(file):
    return subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout


def save_list(session, folder):
    session.press("ctrl+f")
    session.press("Escape")
    open_report(session)
    session.tab_to("button", "Save as PDF…")
    session.press("Return")
    session.accept_file("Save Report")
    wait_for(lambda: list(folder.glob("*.pdf")), "the report")
    session.wait_announced("Report saved")


def check_list(folder):
    register = json.loads(bad_files.MADE_UP.read_text(encoding="utf-8"))
    (file,) = folder.glob("*.pdf")
    text = read(file)
    for project in register["projects"]:
        equal(text.count(project["number"]), 1)
    for project in register["projects"]:
        if project.get("confidential"):
            assert project["code-name"] in text
            assert all(name not in text for name in project["name"].values())
    pages = re.findall(r"Page (\d+) of (\d+)", text)
    equal(pages, [(str(page), str(len(pages))) for page in range(1, len(pages) + 1)])


def turn_pages(session):
    open_report(session)
    session.press("Next")
    session.find("image", re.compile("^Page 2 of "))
    session.press("Prior")
    session.find("image", re.compile("^Page 1 of "))
    session.press("Escape")
    session.wait_gone("dialog", "Report")


def print_at_once(session):
    session.press("ctrl+p")
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "^Print$"],
                   check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)


def main():
    def point(name, act, check):
        def run():
            with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as folder:
                file = pathlib.Path(folder) / "register.tideline"
                shutil.copyfile(bad_files.MADE_UP, file)
                with contextlib.chdir(folder), Session(name, file) as session:
                    act(session, file.parent)
                check(file.parent)
        return run

    return points.run([
        ("a list of projects is saved and read", point("report-list", save_list, check_list)),
        ("pages are turned", point("report-pages", lambda session, folder: turn_pages(session),
                                   lambda folder: None)),
        ("the dialog of the printer comes", point("report-print",
                                                  lambda session, folder: print_at_once(session),
                                                  lambda folder: None)),
    ])


if __name__ == "__main__":
    sys.exit(main())
