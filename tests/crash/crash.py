# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the real program at random moments of an edited session, again and again, and compares what
comes back: crash.py AGENT KIND RUNS.

Each run takes over what the kill before has left, is worked in by the agent that is preloaded into
it (crash-agent.c), and is killed in turn. What is on the disk then is read by leavings.py and
compared with what the agent noted; it is what the next run has to bring back. $TIDELINE_CRASH_RUNS
makes more runs, $TIDELINE_CRASH_SEED other ones."""

import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("GLib", "2.0")

import acts  # noqa: E402
import bad_files  # noqa: E402
import leavings  # noqa: E402
import points  # noqa: E402
from points import equal  # noqa: E402

PROMISE = 3.0  # seconds of work that a crash may cost at most; seen are milliseconds
PATIENCE = 60  # seconds until what is waited for has failed to come
GROUP = 10  # runs of a point
MOMENTS = {"start": 20, "recover": 15, "ready": 40, "save": 15, "late": 10}  # in a hundred


class Chain:
    """Runs of the program on one register and one folder of what it remembers."""

    def __init__(self, agent, kind, seed):
        self.agent, self.kind, self.seed = agent, kind, seed
        self.place = tempfile.TemporaryDirectory(prefix="tideline-crash-")
        folder = pathlib.Path(self.place.name)
        self.remembered = folder / "state"
        self.notes = folder / "notes"
        self.log = folder / "log"
        self.file = None if kind == "unsaved" else self.make_file(folder)
        self.n_before = len(leavings.Register(self.read_text()).history) if self.file else 0
        self.state = self.look()
        self.first_names = self.state.names
        self.saved_names = frozenset()
        self.n_acts, self.n_forms = 0, 0
        self.lost, self.late = 0, 0.0
        self.unsaved, self.longest = 0, 0

    def make_file(self, folder):
        target = folder / "registers" / "ningbo.tideline"
        target.parent.mkdir()
        shutil.copyfile(bad_files.NINGBO, target)
        if self.kind != "symlink":
            return target
        link = folder / "link.tideline"
        link.symlink_to(target)
        return link

    # ---- what is on the disk -------------------------------------------------------------------

    def journals(self):
        return sorted((self.remembered / "tideline/journals").glob("*.journal"))

    def read_text(self, journal=None):
        if self.file is not None:
            return self.file.read_text(encoding="utf-8")
        return journal.with_suffix(".base").read_text(encoding="utf-8")

    def look(self):
        """What the next run is to bring back. A journal that was taken over may be there twice."""
        found = [(leavings.Journal.read(path), path) for path in self.journals()]
        replaced = set().union(*(journal.replaced for journal, _ in found))
        found = [(journal, path) for journal, path in found
                 if not journal.is_empty() and path.stem not in replaced]
        if not found:
            return leavings.combine(leavings.Register(self.read_text() if self.file else "{}"),
                                    leavings.Journal.empty())
        size = max(journal.size for journal, _ in found)
        journal, path = min((pair for pair in found if pair[0].size == size),
                            key=lambda pair: pair[1].name)
        return leavings.combine(leavings.Register(self.read_text(path)), journal)

    def check_file(self):
        """Whole, and what its history says leads from the file before to this one."""
        if self.file is None:
            return frozenset()
        register = leavings.Register(self.read_text())
        register.saved_ids()
        equal(frozenset(register.rewind(self.n_before).values()), self.first_names,
              "the projects before everything that the history holds")
        return frozenset(register.projects.values())

    def validate(self):
        if self.file is not None:
            subprocess.run(["tideline-cli", "validate", self.file], check=True, stdout=subprocess.DEVNULL)

    # ---- one run -------------------------------------------------------------------------------

    def start(self, number, *plan):
        offered = bool(self.state.done or self.state.forms)
        plan = [*plan, *(["offer"] if offered else []), *(["file"] if self.file else []),
                *(["slow"] if self.kind == "slow" else [])]
        self.notes.write_bytes(b"")
        environment = dict(os.environ, LD_PRELOAD=self.agent, XDG_STATE_HOME=str(self.remembered),
                           TIDELINE_CRASH_LOG=str(self.notes), TIDELINE_CRASH_PLAN=" ".join(plan),
                           TIDELINE_CRASH_RUN=f"{self.kind}-{number}",
                           TIDELINE_CRASH_SEED=str(self.seed * 1000 + number))
        arguments = [] if offered else [str(self.file or "--new-register")]
        with self.log.open("wb") as log:
            return subprocess.Popen(["tideline", *arguments], env=environment, stdout=log, stderr=log)

    def wait(self, process, mark, patience):
        end = time.monotonic() + patience
        wanted = b"\t" + mark.encode() + b"\n"
        while wanted not in self.notes.read_bytes():
            if process.poll() is not None:
                raise AssertionError(f"the program ended: {self.log.read_text(errors='replace')}")
            if time.monotonic() > end:
                return False
            time.sleep(0.001)
        return True

    def wait_for_moment(self, process, rand):
        moment, = rand.choices(list(MOMENTS), MOMENTS.values())
        if moment == "recover" and not (self.state.done or self.state.forms):
            moment = "ready"
        if moment == "start":
            time.sleep(rand.uniform(0, 0.6))
            return moment
        mark = "recover" if moment == "recover" else "ready"
        assert self.wait(process, mark, PATIENCE), f"{mark} came in vain"
        if moment == "save":
            self.wait(process, "save", 1.5)
            time.sleep(rand.uniform(0, 0.06))
        elif moment == "late":
            time.sleep(rand.uniform(PROMISE + 0.3, PROMISE + 1.3))
        else:
            time.sleep(rand.uniform(0, 0.15 if moment == "recover" else 1.2))
        return moment

    def run(self, number):
        rand = random.Random(f"{self.seed}/{number}")
        process = self.start(number)
        try:
            moment = self.wait_for_moment(process, rand)
            assert process.poll() is None, f"the program ended by itself: {process.returncode}"
        finally:
            killed = time.monotonic()
            process.kill()
            process.wait()
        self.compare(killed)
        return moment

    def compare(self, killed):
        story = acts.Story(self.state).read(self.notes.read_text())
        assert "offered-twice" not in story.marks, "the same changes were offered twice"
        file_names = self.check_file()
        found = self.look()
        states = acts.allowed(story.states, killed - PROMISE)
        assert found.names in states, self.describe("projects", found.names, states)
        if self.file is not None:
            known = [moment.value for moment in story.states]
            assert file_names in known or file_names == self.saved_names, \
                self.describe("projects of the file", file_names, known)
            self.saved_names = file_names
        texts = {text for _, text in found.forms}
        forms = acts.allowed(story.forms, killed - PROMISE)
        assert (texts or {None}) <= set(forms) and len(texts) <= 1, f"forms {texts}, not one of {forms}"
        self.measure(story, found, killed)
        self.state = found

    def describe(self, what, found, states):
        return f"the {what} differ from every state: from the last one by {sorted(found ^ states[-1])}"

    def measure(self, story, found, killed):
        last = max(index for index, moment in enumerate(story.states) if moment.value == found.names)
        missing = [moment for moment in story.states[last + 1:] if moment.time != acts.NEVER]
        self.lost = max(self.lost, len(missing))
        if missing:
            self.late = max(self.late, killed - missing[0].time)
        self.n_acts += story.n_acts
        self.n_forms += "form" in story.marks
        self.unsaved = 0 if not found.done else self.unsaved + 1
        self.longest = max(self.longest, self.unsaved)

    def finish(self, number):
        """Lets the program take over, save and end: nothing may be left to be offered."""
        expected = self.state.names | {text for _, text in self.state.forms}
        process = self.start(number, "finish")
        status = process.wait(timeout=PATIENCE)
        equal(status, 0, f"exit status after {self.log.read_text(errors='replace')[-200:]!r}")
        self.validate()
        equal(self.check_file() | self.renamed(), expected | self.renamed(), "the file at the end")
        equal(self.journals(), [], "journals")
        self.state = self.look()

    def tell(self, number):
        """What is known of a run that went wrong."""
        points.comment(self.notes.read_text()[-1500:])
        points.comment(f"seed {self.seed}, run {number}; the program said: "
                       + self.log.read_text(errors="replace"))

    def renamed(self):
        """What a form that was left has changed when it was saved."""
        return {self.state.projects[record] for record, _ in self.state.forms if record}


def main():
    agent, kind, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    runs = max(runs, int(os.environ.get("TIDELINE_CRASH_RUNS", 0)))
    seed = int(os.environ.get("TIDELINE_CRASH_SEED", 20231120))
    chain = None

    def group(first):
        def point():
            nonlocal chain
            for number in range(first, first + GROUP):
                chain = chain or Chain(agent, kind, seed)
                try:
                    moment = chain.run(number)
                    if number % 5 == 0:
                        chain.validate()
                except Exception:
                    chain.tell(number)
                    chain = None
                    raise
                points.comment(f"run {number}: killed at {moment}")
            points.comment(f"{chain.n_acts} acts so far, {chain.n_forms} forms came back; of those done before a kill, at most "
                           f"{chain.lost} were lost, {chain.late * 1000:.0f} ms old; up to "
                           f"{chain.longest} kills without a save between")
        return point

    def end():
        assert chain is not None, "the runs before have failed"
        if chain.file is None:
            return
        try:
            chain.finish(runs + 1)
        except Exception:
            chain.tell(runs + 1)
            raise

    return points.run([*((f"{kind}: kills {first} to {first + GROUP - 1} lose nothing", group(first))
                         for first in range(1, runs + 1, GROUP)),
                       (f"{kind}: what is left is saved, and nothing stays behind", end)])


if __name__ == "__main__":
    sys.exit(main())
