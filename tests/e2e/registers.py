# SPDX-License-Identifier: GPL-3.0-or-later
"""A register in a file of its own, and what a person does with it most."""

import contextlib
import json
import pathlib
import shutil
import tempfile

import bad_files
from points import equal


@contextlib.contextmanager
def place():
    """The Ningbo sample in a folder of its own, and the folder for what the program remembers."""
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        folder = pathlib.Path(name)
        file = folder / "ningbo.tideline"
        shutil.copyfile(bad_files.NINGBO, file)
        yield file, folder / "state"


def names(file):
    register = json.loads(file.read_text(encoding="utf-8"))
    return {project["name"].get("en") for project in register["projects"]}


def add_project(session, name):
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.wait_focused("text", "Name in English")
    session.fill("Name in English", name)
    session.press("alt+s")
    session.wait_gone("dialog", "New Project")


def save(session):
    session.press("ctrl+s")
    session.find("label", "Saved")


def quit_program(session):
    session.press("ctrl+q")
    equal(session.wait_for_exit(), 0, "exit status")
