# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as the desktop starts it: by its name on the session bus, with nothing running."""

import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "e2e"))

import bad_files  # noqa: E402
import points  # noqa: E402
from tideline_session import Atspi, GLib, children, descendants, is_showing, wait_for  # noqa: E402

import gi  # noqa: E402

gi.require_version("Gio", "2.0")
from gi.repository import Gio  # noqa: E402

ID = sys.argv[2]
PATH = "/" + ID.replace(".", "/")
INTERFACE = "org.freedesktop.Application"
TIMEOUT = 20000  # milliseconds


class Program:
    """What the bus starts; leaving the context ends it, so that the next point starts it anew."""

    def __enter__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        assert not self.owner(), "it runs already"
        return self

    def __exit__(self, *_):
        self.call("ActivateAction", GLib.Variant("(sava{sv})", ("quit", [], {})))
        wait_for(lambda: not self.owner(), "the program to end")

    def ask_bus(self, method, arguments):
        return self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                  "org.freedesktop.DBus", method, arguments, None,
                                  Gio.DBusCallFlags.NONE, TIMEOUT, None)[0]

    def owner(self):
        return self.ask_bus("NameHasOwner", GLib.Variant("(s)", (ID,)))

    def call(self, method, arguments):
        self.bus.call_sync(ID, PATH, INTERFACE, method, arguments, None, Gio.DBusCallFlags.NONE,
                           TIMEOUT, None)

    def windows(self):
        pid = self.ask_bus("GetConnectionUnixProcessID", GLib.Variant("(s)", (ID,)))
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == pid:
                application.set_cache_mask(Atspi.Cache.NONE)
                return list(children(application))
        return []

    def shows(self, text):
        return wait_for(lambda: any(node.get_name() == text and is_showing(node)
                                    for window in self.windows() for node in descendants(window)),
                        text)


def activates():
    with Program() as program:
        program.call("Activate", GLib.Variant("(a{sv})", ({},)))
        program.shows("New Register")
        points.equal(len(program.windows()), 1, "windows")


def opens_a_file():
    with tempfile.TemporaryDirectory(prefix="tideline-desktop-") as folder, Program() as program:
        file = pathlib.Path(folder) / "a % b.tideline"
        shutil.copyfile(bad_files.NINGBO, file)
        program.call("Open", GLib.Variant("(asa{sv})", ([file.as_uri()], {})))
        program.shows("Ningbo strategic emerging industries")
        program.call("Open", GLib.Variant("(asa{sv})", ([file.as_uri()], {})))
        points.equal(len(program.windows()), 1, "windows of one file")


def begins_a_register():
    with Program() as program:
        program.call("ActivateAction", GLib.Variant("(sava{sv})", ("new", [], {})))
        program.shows("Overview")
        points.equal(len(program.windows()), 1, "windows")


if __name__ == "__main__":
    sys.exit(points.run([
        ("activation shows the welcome page", activates),
        ("a file opens, and once alone", opens_a_file),
        ("the action New Register begins one", begins_a_register),
    ]))
