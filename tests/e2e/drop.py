# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are dragged from another program onto the window.

    drop.py DRAG-SOURCE
"""

import contextlib
import pathlib
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import PATIENCE, Session, wait_for

DRAG_SOURCE = sys.argv[1]
HINT = "Drop to Open"
SOURCE = (1230, 850)  # where the mouse takes hold
ABOVE = (600, 400)  # in the middle of the program's window


def xdotool(*arguments):
    command = ["xdotool", *map(str, arguments)]
    return subprocess.run(command, check=True, timeout=PATIENCE, stdout=subprocess.PIPE).stdout


@contextlib.contextmanager
def held(*files):
    """The files are held with the mouse, beside the window."""
    with subprocess.Popen([DRAG_SOURCE, *map(str, files)]) as process:
        try:
            window = xdotool("search", "--sync", "--onlyvisible", "--name", "^Drag Source$").split()[0]
            xdotool("windowmove", "--sync", window.decode(), 1200, 820)
            xdotool("mousemove", *SOURCE, "mousedown", 1)
            for step in range(1, 5):
                xdotool("mousemove", SOURCE[0] + 3 * step, SOURCE[1] + 3 * step)
            yield
        finally:
            xdotool("mouseup", 1)
            process.kill()


def move_above(session):
    """To and fro, until the program has noticed: a drag begins some time after the first moves."""
    def is_noticed():
        for distance in (0, 10, 20):
            xdotool("mousemove", ABOVE[0] + distance, ABOVE[1])
        return session.look("label", HINT)
    wait_for(is_noticed, "the hint")


def drop_on(session, *files):
    with held(*files):
        move_above(session)
        xdotool("mouseup", 1)
        session.wait_gone("label", HINT)


def hint_comes_and_goes(folder):
    with Session("drop-hint", folder / "open.tideline") as session:
        session.find("label", "Saved")
        with held(folder / "a.tideline"):
            equal(session.look("label", HINT), [])
            move_above(session)
            xdotool("mousemove", 1270, 890)
            session.wait_gone("label", HINT)
        equal(len(session.look("frame")), 1, "windows")


def two_registers(folder):
    with Session("drop-two") as session:
        session.find("button", "New Register")
        drop_on(session, folder / "a.tideline", folder / "b.tideline")
        wait_for(lambda: len(session.look("frame")) == 2, "two windows")
        wait_for(lambda: len(session.look("label", "Saved")) == 2, "two registers")


def wrong_file(folder):
    """It is told over the window that is there; no other one comes of it."""
    with Session("drop-wrong", folder / "open.tideline") as session:
        session.find("label", "Saved")
        drop_on(session, folder / "picture.png", folder / "a.tideline")
        session.find("label", "picture.png:1:1: The text is not UTF-8.")
        wait_for(lambda: len(session.look("frame")) == 2, "the register beside it")


def two_tables(folder):
    """One dialog comes after the other, over the register that is open."""
    with Session("drop-tables", folder / "open.tideline") as session:
        session.find("label", "Saved")
        drop_on(session, folder / "first.csv", folder / "second")
        session.focus_window()
        session.find("label", "first.csv")
        equal(session.look("label", "second"), [])
        session.press("Escape")
        session.find("label", "second")
        session.press("Escape")
        session.wait_gone("label", "second")
        equal(len(session.look("frame")), 1, "windows")


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        folder = pathlib.Path(name)
        for register in ("open", "a", "b"):
            shutil.copyfile(bad_files.NINGBO, folder / f"{register}.tideline")
        for table in ("first.csv", "second"):
            (folder / table).write_text("Name;Sector\nTurbines;Sea\n", encoding="utf-8")
        (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        return points.run([
            ("a hint comes and goes with the files", lambda: hint_comes_and_goes(folder)),
            ("two registers open in two windows", lambda: two_registers(folder)),
            ("two tables are imported one after the other", lambda: two_tables(folder)),
            ("a wrong file is told of", lambda: wrong_file(folder)),
        ])


if __name__ == "__main__":
    sys.exit(main())
