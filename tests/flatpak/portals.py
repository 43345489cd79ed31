# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandboxed program and the portals of the session around it: a register is opened and saved
through the file dialogs of the desktop, and the window names it as the person outside does.

Runs beside the program, which has been started; APP_ID is its name, HOME the person's folder (which
gets files) and OUT one for pictures."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "e2e"), str(TESTS / "python")]
os.environ.setdefault("G_TEST_SRCDIR", str(TESTS.parent))
os.environ.setdefault("G_TEST_BUILDDIR", os.environ["OUT"])

import points  # noqa: E402
from points import equal  # noqa: E402
from tideline_session import (  # noqa: E402
    Atspi, Session, children, descendants, is_showing, text_of, wait_for)
from gi.repository import Gio  # noqa: E402

OUT = pathlib.Path(os.environ["OUT"])
FOLDER = pathlib.Path(os.environ["HOME"]) / "投资"
REGISTER = FOLDER / "宁波.tideline"
COPY = FOLDER / "副本.tideline"
SAMPLE = TESTS.parent / "data" / "samples" / "made-up.tideline"
NAME = "Offshore wind blades"


class Sandboxed(Session):
    """The program that runs already: its process has another number outside the sandbox."""

    def __init__(self):
        super().__init__(os.environ["APP_ID"])
        self.focus_listener.register("object:state-changed:focused")
        self.application = wait_for(self.find_application, "the program")
        self.focus_window()

    def find_application(self):
        return find_application(self.name)

    def focus_window(self, title=None):
        """The program's own, or the one of that title. Tooltips are windows, too, without a title."""
        def focus():
            found = windows("--name", title or ".")
            if title is None:
                found = [window for window in found if window in windows("--class", self.name)]
            return found and not subprocess.call(["xdotool", "windowfocus", "--sync", found[0]])
        wait_for(focus, f"the window {title or self.name}")

    def answer(self, title, path):
        """Types the path into the file dialog of the desktop, which is another program's."""
        dialog = wait_for(lambda: next(
            (node for application in children(Atspi.get_desktop(0))
             for node in descendants(application)
             if node.get_name() == title and node.get_role_name() == "file chooser"
             and is_showing(node)), None), title)
        self.picture(title)
        self.focus_window(title)
        if title == "Open Register":
            self.press("slash")
        entry = wait_for(lambda: self.look("text", within=dialog), "the entry of the file dialog")[0]
        Atspi.EditableText.set_text_contents(entry, str(path))
        wait_for(lambda: text_of(entry) == str(path), f"the entry to read {path}")
        self.press("Return")
        wait_for(lambda: not is_showing(dialog), f"{title} to go")
        self.focus_window()

    def picture(self, name):
        subprocess.run(["import", "-window", "root", OUT / f"{name.lower().replace(' ', '-')}.png"],
                       check=True)

    def texts(self):
        for node in descendants(self.application):
            if is_showing(node):
                yield node.get_name()
                yield node.get_description()


def windows(kind, pattern):
    return subprocess.run(["xdotool", "search", "--onlyvisible", kind, pattern], check=False,
                          stdout=subprocess.PIPE, text=True).stdout.split()


def find_application(name):
    for application in children(Atspi.get_desktop(0)):
        if application.get_name() == name and application.get_child_count():
            application.set_cache_mask(Atspi.Cache.NONE)
            return application
    return None


def place_of(path):
    """What the window can know: from its fifth version on the portal tells a file's path."""
    proxy = Gio.DBusProxy.new_for_bus_sync(
        Gio.BusType.SESSION, Gio.DBusProxyFlags.NONE, None, "org.freedesktop.portal.Documents",
        "/org/freedesktop/portal/documents", "org.freedesktop.portal.Documents", None)
    version = proxy.get_cached_property("version").unpack()
    points.comment(f"document portal of version {version}")
    return f"~/{path.relative_to(FOLDER.parent)}" if version >= 5 else path.name


def names_its_place(session, path):
    """In words that a screen reader says with the window, as its tooltip shows them."""
    place = place_of(path)
    wait_for(lambda: session.look("frame")[0].get_description() == place,
             f"the window to name {place}")
    equal([text for text in session.texts() if "/doc/" in text], [], "texts with the portal's path")


def names_of_projects(path):
    return [project["name"].get("en") for project in json.loads(path.read_text("utf-8"))["projects"]]


def opens(session):
    FOLDER.mkdir(parents=True)
    shutil.copyfile(SAMPLE, REGISTER)
    REGISTER.chmod(0o640)
    Atspi.Action.do_action(session.find(None, "Open…"), 0)
    session.answer("Open Register", REGISTER)
    session.find("label", "Saved")
    names_its_place(session, REGISTER)
    session.picture("opened")


def saves(session):
    session.press("ctrl+shift+n")
    session.find("dialog", "New Project")
    session.fill("Name in English", NAME)
    session.press("alt+s")
    session.wait_gone("dialog", "New Project")
    session.find("label", "Unsaved changes")
    session.press("ctrl+s")
    session.find("label", "Saved")
    equal(sorted(names_of_projects(REGISTER)), sorted([*names_of_projects(SAMPLE), NAME]))
    equal(REGISTER.stat().st_mode & 0o777, 0o640, "mode")
    equal(os.listdir(FOLDER), [REGISTER.name], "files in the folder")
    names_its_place(session, REGISTER)


def saves_as(session):
    session.press("ctrl+shift+s")
    session.answer("Save Register", COPY)
    wait_for(COPY.exists, "the copy")
    session.find("label", "Saved")
    names_its_place(session, COPY)
    equal(COPY.read_bytes(), REGISTER.read_bytes(), "the copy")
    equal(sorted(os.listdir(FOLDER)), sorted([REGISTER.name, COPY.name]), "files in the folder")


def refuses(session):
    """A folder that has gone: the sentence names the file by its place outside."""
    place = place_of(COPY)
    moved = FOLDER.rename(FOLDER.with_name("moved"))
    session.press("ctrl+s")
    session.find(None, "Could Not Save the Register")
    session.find("label", f"“{place}” could not be saved because its folder does not exist.")
    session.picture("refused")
    moved.rename(FOLDER)
    session.press("Escape")
    session.wait_gone(None, "Could Not Save the Register")
    session.press("ctrl+s")
    wait_for(lambda: session.look("label", "Saved"), "a second save")


def opens_from_outside(session):
    """A double click in the file manager hands the file in through the portal, too."""
    exported = next(path for folder in os.environ["XDG_DATA_DIRS"].split(":")
                    for path in pathlib.Path(folder, "applications").glob(f"{session.name}.desktop"))
    subprocess.run(["gio", "launch", exported, REGISTER], check=True)
    place = place_of(REGISTER)
    wait_for(lambda: place in [frame.get_description() for frame in session.look("frame")],
             f"a window to name {place}")
    session.picture("from outside")


def main():
    session = Sandboxed()

    def point(function):
        def run():
            try:
                function(session)
            except Exception:
                session.picture(f"failed {function.__name__}")
                points.comment("\n".join(filter(None, session.texts())))
                raise
        return run
    return points.run([(function.__doc__ or function.__name__, point(function))
                       for function in (opens, saves, saves_as, refuses, opens_from_outside)])


sys.exit(main())
