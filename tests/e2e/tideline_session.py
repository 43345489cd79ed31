# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed program on a virtual display, as a person with a keyboard and a screen reader meets
it: started, found by role and name, typed into, looked at where something went wrong."""

import contextlib
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

# libatspi warns when a program that it asks has no cache of the old kind; warnings are fatal in
# Tideline alone.
ENVIRONMENT = dict(os.environ)
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

import points  # noqa: E402

PATIENCE = 20  # seconds until what is waited for has failed to come
FAILURES = pathlib.Path(os.environ["G_TEST_BUILDDIR"]) / "e2e-failures"
SHOWING = (Atspi.StateType.SHOWING, Atspi.StateType.VISIBLE)


def wait_for(condition, what):
    """Polls until the condition gives something true, and returns that."""
    end = time.monotonic() + PATIENCE
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        # An accessible may go away between finding it and asking it.
        with contextlib.suppress(GLib.Error):
            found = condition()
            if found:
                return found
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def descendants(node):
    """All below the node, from top to bottom; what goes away meanwhile is left out."""
    with contextlib.suppress(GLib.Error):
        for child in children(node):
            yield child
            yield from descendants(child)


def is_showing(node):
    states = node.get_state_set()
    return all(states.contains(state) for state in SHOWING)


def has_state(node, state):
    return node.get_state_set().contains(state)


def describe(node):
    return f"{node.get_role_name()} “{node.get_name()}”"


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def matches(wanted, found):
    return wanted is None or (wanted.search(found) is not None if isinstance(wanted, re.Pattern)
                              else wanted == found)


class Session:
    """One run of the program. Leaving the context ends it, with a picture if a point failed. What
    it remembers from run to run lies in the folder state; without one it starts as if for the first
    time."""

    def __init__(self, name, *arguments, wrap=list, state=None):
        self.name = name
        self.own_state = tempfile.TemporaryDirectory(prefix="tideline-state-")
        self.environment = dict(ENVIRONMENT, XDG_STATE_HOME=str(state or self.own_state.name))
        self.command = wrap(["tideline", *map(str, arguments)])
        self.log = FAILURES / f"{name}.log"
        self.focus = None
        self.focus_listener = Atspi.EventListener.new(self.on_focus_changed)
        self.announcements = []
        self.announcement_listener = Atspi.EventListener.new(self.on_announcement)

    def __enter__(self):
        FAILURES.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=subprocess.STDOUT,
                                            env=self.environment)
        self.focus_listener.register("object:state-changed:focused")
        self.announcement_listener.register("object:announcement")
        try:
            self.application = wait_for(self.find_application, "the program")
            self.focus_window()
            self.rest_pointer()
        except BaseException:
            self.__exit__(AssertionError, None, None)
            raise
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.report_failure()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=PATIENCE)
        self.focus_listener.deregister("object:state-changed:focused")
        self.announcement_listener.deregister("object:announcement")
        self.own_state.cleanup()

    def on_focus_changed(self, event):
        if event.detail1:
            self.focus = event.source

    def on_announcement(self, event):
        self.announcements.append(event.any_data)

    def wait_announced(self, text):
        wait_for(lambda: any(matches(text, announced) for announced in self.announcements),
                 f"the announcement of {text!r}")

    def find_application(self):
        assert self.process.poll() is None, f"it ended: {self.log.read_text(errors='replace')}"
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid and application.get_child_count():
                application.set_cache_mask(Atspi.Cache.NONE)
                return application
        return None

    def report_failure(self):
        points.comment(self.log.read_text(errors="replace"))
        if self.process.poll() is not None:
            points.comment(f"it ended with {self.process.returncode}")
        picture = FAILURES / f"{self.name}.png"
        subprocess.run(["import", "-window", "root", picture], check=False)
        points.comment(f"picture: {picture}")
        with contextlib.suppress(GLib.Error, AttributeError):
            for node in descendants(self.application):
                if is_showing(node) and node.get_name():
                    points.comment(describe(node))

    # ---- looking -------------------------------------------------------------------------------

    def look(self, role, name=None, within=None):
        """What shows now with this role and name (text or pattern), from top to bottom."""
        return [node for node in descendants(within or self.application)
                if matches(role, node.get_role_name()) and matches(name, node.get_name())
                and is_showing(node)]

    def find(self, role, name=None, within=None):
        return wait_for(lambda: self.look(role, name, within), f"{role} {name!r}")[0]

    def wait_gone(self, role, name=None):
        wait_for(lambda: not self.look(role, name), f"{role} {name!r} to go")

    def focused(self):
        """The widget that has the keyboard focus. Looked for where the one told last has lost it,
        as a search entry tells of its inner text alone."""
        if self.focus is None or not has_state(self.focus, Atspi.StateType.FOCUSED):
            found = [node for node in descendants(self.application)
                     if has_state(node, Atspi.StateType.FOCUSED)]
            self.focus = found[-1] if found else None
        return self.focus

    def wait_focused(self, role, name=None):
        def is_focused():
            node = self.focused()
            return node is not None and matches(role, node.get_role_name()) \
                and matches(name, node.get_name()) and node
        return wait_for(is_focused, f"the focus on {role} {name!r}")

    def wait_for_exit(self):
        return self.process.wait(timeout=PATIENCE)

    # ---- typing --------------------------------------------------------------------------------

    def focus_window(self):
        """Without a window manager nobody else gives a window the keyboard."""
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--all", "--pid",
                        str(self.process.pid), "--name", ".", "windowfocus", "--sync", "%1"],
                       check=True, timeout=PATIENCE)

    def rest_pointer(self):
        """Where it is over nothing: choices go to the one below it, whatever the keys say."""
        subprocess.run(["xdotool", "mousemove", "9999", "9999"], check=True, timeout=PATIENCE)

    def look_away(self):
        """Turns to nothing, and back to the window."""
        subprocess.run(["xdotool", "search", "--maxdepth", "0", ".*", "windowfocus", "%1"],
                       check=True, timeout=PATIENCE)
        self.focus_window()

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=PATIENCE)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "1", "--", text], check=True, timeout=PATIENCE)

    def accept_file(self, title):
        """In the toolkit's own dialog, which is a window of its own and proposes the working
        folder."""
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title,
                        "windowfocus", "--sync"], check=True, timeout=PATIENCE)
        self.wait_focused("text")
        self.press("Return")

    def choose_file(self, title, path):
        """The same dialog, asked to open something. Keys go there once something in it has the focus;
        the path is handed over whole, as the entry completes what is typed while it is typed."""
        self.focus = None
        subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", title,
                        "windowfocus", "--sync"], check=True, timeout=PATIENCE)
        dialog = self.find(re.compile("dialog|frame|file chooser"), title)
        wait_for(lambda: any(has_state(node, Atspi.StateType.FOCUSED)
                             for node in descendants(dialog)), f"the focus in {title!r}")
        self.press("ctrl+l")
        entry = self.wait_focused("text")
        Atspi.EditableText.set_text_contents(entry, str(path))
        wait_for(lambda: text_of(entry) == str(path), f"the entry to read {path}")
        self.press("Return")

    def tab_to(self, role, name=None, parent=None):
        """Goes on with Tab until the widget has the focus, which is right below the parent if there
        is one."""
        passed = []
        for _ in range(100):
            node = wait_for(self.focused, "any focus")
            if matches(role, node.get_role_name()) and matches(name, node.get_name()) \
                    and parent in (None, node.get_parent()):
                return node
            passed.append(describe(node))
            before = node
            self.press("Tab")
            wait_for(lambda before=before: self.focused() not in (None, before), "the focus to move")
        raise AssertionError(f"Tab did not come to {role} {name!r} but to {passed}")

    def choose_in_menu(self, button, *keys):
        """Goes on to a button, opens its menu and types there."""
        self.tab_to(None, button)
        self.press("space")
        self.wait_focused("menu item")
        self.press(*keys)

    def go_to(self, name):
        """Goes down the sidebar to a page or a saved filter and chooses it."""
        self.focus_in_sidebar(name)
        self.press("Return")

    def focus_in_sidebar(self, name):
        self.tab_to("list item", parent=self.find("list", "Pages"))
        self.press("Home")
        node = self.wait_focused("list item", "Overview")
        while node.get_name() != name:
            assert node.get_name() != "History", f"there is no {name!r} in the sidebar"
            self.press("Down")
            wait_for(lambda before=node: self.focused() not in (None, before), "the focus to move")
            node = self.focused()

    def fill(self, name, text):
        """Types into the entry that Tab comes to next under this name."""
        entry = self.tab_to("text", name)
        self.type(text)
        wait_for(lambda: text_of(entry) == text, f"{name} to read {text}")
        return entry

    def fill_chinese(self, name, text):
        """As an input method hands it over, since the keyboard of the virtual display has no Han."""
        entry = self.tab_to("text", name)
        Atspi.EditableText.insert_text(entry, 0, text, len(text.encode()))
        wait_for(lambda: text_of(entry) == text, f"{name} to read {text}")
        return entry

    def choose(self, name):
        """Goes down the list of an open combo row and takes the choice."""
        for _ in range(50):
            node = wait_for(self.focused, "any focus")
            if any(label.get_name() == name for label in descendants(node)) \
                    or node.get_name() == name:
                self.press("Return")
                return
            self.press("Down")
            wait_for(lambda before=node: self.focused() not in (None, before), "the focus to move")
        raise AssertionError(f"there is no choice {name!r}")
