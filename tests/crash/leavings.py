# SPDX-License-Identifier: GPL-3.0-or-later
"""What a kill has left on the disk, read without any of the program's own code: a register as JSON,
and journals as the format in src/store/tide-journal-private.h describes them."""

import dataclasses
import hashlib
import json
import re

from gi.repository import GLib

FORM = GLib.VariantType.new("(uxsmsa{sv})")
ESCAPES = {"b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}


def compress(text):
    """Takes the escapes of g_strescape() away."""
    def replace(match):
        word = match.group(1).decode()
        if word[0] in "01234567":
            return bytes([int(word, 8)])
        return bytes([ESCAPES.get(word, ord(word))])
    return re.sub(rb"\\([0-7]{1,3}|.)", replace, text)


def read_lines(data):
    """Yields (word, value) of the lines whose checksums follow each other."""
    previous = b""
    for line in data.split(b"\n")[:-1]:
        checksum, _, rest = line.partition(b" ")
        if hashlib.sha256(previous + rest).hexdigest()[:16].encode() != checksum:
            return
        previous = checksum
        word, _, value = rest.partition(b" ")
        yield word.decode(), compress(value).decode()


def move(source, target, identifier):
    assert source and source[-1]["id"] == identifier, f"{identifier} is on top"
    target.append(source.pop())


@dataclasses.dataclass
class Journal:
    """Steps that were done, steps that were undone (the next to redo last), those that were undone
    and cannot be redone any more (the first to be undone first), and open forms."""

    done: list
    undone: list
    given_up: list
    forms: dict
    replaced: set

    @classmethod
    def read(cls, path):
        self = cls.empty()
        for word, value in read_lines(path.read_bytes()):
            self.take(word, value)
        return self

    @classmethod
    def empty(cls):
        return cls([], [], [], {}, set())

    def take(self, word, value):
        if word == "undone":
            self.undone.append(json.loads(value))
        elif word == "replaces":
            self.replaced.add(value)
        elif word == "do":
            self.done.append(json.loads(value))
            self.given_up += self.undone
            self.undone.clear()
        elif word == "undo":
            move(self.done, self.undone, value)
        elif word == "redo":
            move(self.undone, self.done, value)
        elif word == "drop":
            move(self.done, [], value)
        elif word == "form":
            serial, _, _, record, typed = GLib.Variant.parse(FORM, value, None, None).unpack()
            self.forms[serial] = (record, typed.get("name/en", ""))
        elif word == "close":
            self.forms.pop(int(value), None)

    @property
    def size(self):
        return len(self.done) + len(self.undone), len(self.forms)

    def is_empty(self):
        return not self.done and not self.forms


def english(name):
    return (name or {}).get("en", "")


def apply(projects, edits, back=False):
    """Does edits on a dictionary of names by id, or takes them back; each has to fit."""
    for edit in reversed(edits) if back else edits:
        if edit["kind"] != "project" or "list" in edit:
            continue
        before, after = edit.get("before"), edit.get("after")
        record = edit["record"]
        if edit["edit"] == "set":
            if edit["member"] not in ("name", "name/en"):
                continue
            before, after = (english(value) if isinstance(value, dict) else value or ""
                             for value in (before, after))
        else:
            before, after = (value and english(value.get("name")) for value in (before, after))
        if back:
            before, after = after, before
        assert projects.get(record) == before, f"{record} is {projects.get(record)!r}, not {before!r}"
        if after is None:
            del projects[record]
        else:
            projects[record] = after


def invert(edits):
    kinds = {"add": "remove", "remove": "add", "set": "set"}
    return [dict(edit, edit=kinds[edit["edit"]], before=edit.get("after"), after=edit.get("before"))
            for edit in reversed(edits)]


class Register:
    """A register's file: the names of its projects by id, and its history."""

    def __init__(self, text):
        self.content = json.loads(text)
        self.projects = {project["id"]: english(project.get("name"))
                         for project in self.content.get("projects", [])}
        self.history = self.content.get("history", [])
        assert len(self.projects) == len(self.content.get("projects", [])), "ids of projects differ"

    def saved_ids(self):
        ids = [step["id"] for step in self.history]
        assert len(set(ids)) == len(ids), "every step stands in the history once"
        return set(ids)

    def rewind(self, count):
        """The projects as they were when the history held so many steps."""
        projects = dict(self.projects)
        for step in reversed(self.history[count:]):
            apply(projects, step.get("edits", []), back=True)
        return projects


@dataclasses.dataclass
class State:
    """What the next start is to bring back."""

    projects: dict
    done: list  # edits of the steps that can be undone then
    undone: list  # and redone
    forms: list  # (record or None, name in English)

    @property
    def names(self):
        assert len(set(self.projects.values())) == len(self.projects), "no project is there twice"
        return frozenset(self.projects.values())


def combine(register, journal):
    """Does on the register what the journal says. What had been saved before is not done again, and
    taken back where something else was done in its place."""
    saved = register.saved_ids()
    projects = dict(register.projects)
    done = []
    for step in journal.given_up:
        if step["id"] in saved:
            apply(projects, step["edits"], back=True)
            done.append(invert(step["edits"]))
    for step in journal.done:
        if step["id"] not in saved:
            apply(projects, step["edits"])
            done.append(step["edits"])
    undone = [step["edits"] for step in journal.undone if step["id"] not in saved]
    return State(projects, done, undone, list(journal.forms.values()))
