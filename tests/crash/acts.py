# SPDX-License-Identifier: GPL-3.0-or-later
"""What the notes of the agent say was done in one run, and what that made of the register."""

import dataclasses

import leavings

NEVER = float("inf")


def change_of(edits):
    """The names that a step takes away and those that it brings, by applying it to what it expects."""
    gone, come = set(), set()
    for edit in edits:
        if edit["kind"] != "project" or "list" in edit:
            continue
        if edit["edit"] == "set" and edit["member"] not in ("name", "name/en"):
            continue
        for key, names in (("before", gone), ("after", come)):
            value = edit.get(key)
            if isinstance(value, dict):
                value = value.get("en") if edit["edit"] == "set" else leavings.english(value.get("name"))
            if value is not None:
                names.add(value)
    return frozenset(gone), frozenset(come)


@dataclasses.dataclass
class Moment:
    """A state and the second it was reached; NEVER if the program died before it said so."""

    value: object
    time: float


class Story:
    """The states that the register went through, beginning with what the run before had left."""

    def __init__(self, left):
        self.names = left.names
        self.done = [change_of(edits) for edits in left.done]
        self.undone = [change_of(edits) for edits in left.undone]
        self.left_form = left.forms[0] if left.forms else None
        self.projects = left.projects
        self.form = self.left_form[1] if self.left_form else None
        self.states = [Moment(self.names, 0)]
        self.forms = [Moment(self.form, 0)]
        self.marks = {}
        self.n_acts = 0

    def read(self, notes):
        for line in notes.splitlines():
            time, *words = line.split("\t")
            time = int(time) / 1e6
            self.marks.setdefault(words[0], time)
            take = getattr(self, "on_" + words[0].replace("-", "_"), None)
            if take is not None:
                take(time, *words[1:])
        return self

    def enter(self, change):
        gone, come = change
        assert gone <= self.names, f"{sorted(gone - self.names)} were there to be changed"
        self.names = (self.names - gone) | come
        self.states.append(Moment(self.names, NEVER))

    def on_begin(self, time, act, *names):
        self.n_acts += 1
        if act == "undo":
            gone, come = change = self.done.pop()
            self.undone.append(change)
            self.enter((come, gone))
            return
        if act == "redo":
            change = self.undone.pop()
        else:
            self.undone.clear()
            change = frozenset(name or self.original() for name in names[:-1]), {names[-1]}
        self.done.append(change)
        self.enter(change)
        if act != "redo":
            self.forms.append(Moment(None, NEVER))

    def original(self):
        """What the form that was left was to change."""
        return self.projects[self.left_form[0]]

    def on_end(self, time):
        self.states[-1].time = time
        self.forms[-1].time = min(self.forms[-1].time, time)

    def on_typed(self, time, text):
        self.forms.append(Moment(text, time))

    def on_given_up(self, time):
        self.forms.append(Moment(None, time))

    def on_form(self, time, text):
        assert text == self.form, f"the form came back with {text!r}, not {self.form!r}"


def allowed(moments, time):
    """The states that may have survived: none that was left behind by one reached before the time."""
    first = max(index for index, moment in enumerate(moments) if moment.time <= time)
    return [moment.value for moment in moments[first:]]
