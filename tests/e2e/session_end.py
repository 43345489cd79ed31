# SPDX-License-Identifier: GPL-3.0-or-later
"""The end of the session is put off while something is not saved."""

import os
import sys
import threading

import points
from points import equal
from registers import add_project, place, quit_program, save
from tideline_session import PATIENCE, Session, wait_for

# Behind the session, which keeps fatal warnings to the program.
from gi.repository import Gio, GLib  # isort: skip

MANAGER = """
<node><interface name="org.gnome.SessionManager">
<method name="Inhibit"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="u" direction="out"/></method>
<method name="Uninhibit"><arg type="u" direction="in"/></method>
<method name="RegisterClient"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="o" direction="out"/></method>
</interface></node>"""
LOGOUT = 1


class Manager:
    """What ends the session, and whether it may. In a thread, as the program waits for its answers
    while the test waits for the program."""

    def __init__(self):
        self.reasons = {}
        self.last = 0
        self.context = GLib.MainContext.new()
        self.loop = GLib.MainLoop.new(self.context, False)
        self.is_there = threading.Event()
        self.thread = threading.Thread(target=self.run)

    def __enter__(self):
        self.thread.start()
        assert self.is_there.wait(PATIENCE), "the session manager is there"
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join()

    def run(self):
        self.context.push_thread_default()
        bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        interface = Gio.DBusNodeInfo.new_for_xml(MANAGER).interfaces[0]
        bus.register_object("/org/gnome/SessionManager", interface, self.on_call, None, None)
        Gio.bus_own_name_on_connection(bus, interface.name, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: self.is_there.set(), None)
        self.loop.run()
        bus.close_sync(None)
        self.context.pop_thread_default()

    def on_call(self, bus, sender, path, interface, method, arguments, invocation):
        if method == "Inhibit":
            self.last += 1
            _, _, reason, flags = arguments.unpack()
            if flags & LOGOUT:
                self.reasons[self.last] = reason
            invocation.return_value(GLib.Variant("(u)", (self.last,)))
        elif method == "RegisterClient":
            # The bus of screen readers does.
            invocation.return_value(GLib.Variant("(o)", ("/org/gnome/SessionManager/Client1",)))
        else:
            self.reasons.pop(arguments.unpack()[0], None)
            invocation.return_value(None)


def session_ends():
    with place() as (file, state), Manager() as manager, \
            Session("session-ends", file, state=state) as session:
        session.find("label", "Saved")
        equal(manager.reasons, {})
        add_project(session, "Mine")
        wait_for(lambda: list(manager.reasons.values())
                 == ["A register has changes that are not saved"], "the session to be told")
        save(session)
        wait_for(lambda: not manager.reasons, "the session to be free to end")
        quit_program(session)


def main():
    return points.run([
        ("the end of the session is told of what is not saved", session_ends),
    ])


if __name__ == "__main__":
    sys.exit(main())
