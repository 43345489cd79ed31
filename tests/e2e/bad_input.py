# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be opened says so in the window, and the program goes on."""

import pathlib
import shutil
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session

HEADING = "Could Not Open the Register"


def dismiss(session, file):
    """The message stands in a dialog, which goes; the welcome page is there again."""
    session.find(None, HEADING)
    session.find("label", f"{file.place_in_window}{file.message}")
    session.press("Escape")
    session.wait_gone(None, HEADING)
    session.find("button", "New Register")


def goes_on(file):
    def point():
        slug = file.name.replace(" ", "-")
        with Session(f"bad-{slug}", file.path, wrap=bad_files.unprivileged) as session:
            dismiss(session, file)
            session.press("ctrl+n")
            session.find("label", "0 projects")
            session.press("ctrl+q")
            equal(session.wait_for_exit(), 0, "exit status")
    return point


def one_bad_of_two(folder, files):
    """A bad file beside a good one keeps nobody from the good one."""
    def point():
        good = folder / "good.tideline"
        shutil.copyfile(bad_files.NINGBO, good)
        empty = next(file for file in files if file.name == "empty")
        with Session("bad-and-good", good, empty.path) as session:
            session.find("label", f"{empty.place_in_window}{empty.message}")
            session.find("label", "Saved")
    return point


def opens_read_only(folder):
    def point():
        doubted = folder / "doubted.tideline"
        text = bad_files.NINGBO.read_bytes()
        doubted.write_bytes(text.replace(b'\n  "division": "330200"', b'\n  "division": "nowhere"'))
        with Session("doubted", doubted) as session:
            session.find(None, "This register has 1 problem and is read-only.")
            session.press("ctrl+shift+n")
            session.press("ctrl+f")
            session.find("label", "2 projects")
            equal(session.look("dialog"), [])
            session.press("ctrl+q")
            equal(session.wait_for_exit(), 0, "exit status")
    return point


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        folder = pathlib.Path(name)
        files = bad_files.make_all(folder)
        status = points.run([
            *((f"refused in the window: {file.name}", goes_on(file)) for file in files),
            ("one bad file of two", one_bad_of_two(folder, files)),
            ("a dangling reference opens read-only", opens_read_only(folder)),
        ])
        for path in folder.glob("unreadable.tideline"):
            path.chmod(0o600)
    return status


if __name__ == "__main__":
    sys.exit(main())
