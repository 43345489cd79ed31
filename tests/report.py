#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what came of a Meson test run, and ends with the line "N passed, N failed".

    report.py BUILD-FOLDER...

A TAP point is one test, and so is a program that speaks no TAP. The points are read from Meson's
junit file. What that file does not show (a plan that was not kept, a bail-out, a timeout, a crash
after the last point) is read from the verdicts in testlog.json: such a program adds one failure if
none of its points failed. A skipped point or program has failed: nothing here may be left undone.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree


def read_points(logs):
    """Yields (program, point, passed)."""
    root = ElementTree.parse(logs / "testlog.junit.xml").getroot()
    for suite in root.iter("testsuite"):
        for case in suite.iter("testcase"):
            # A program without TAP is a case of its project's suite, which has no program's name.
            program, point = suite.get("name").partition(".")[2], case.get("name")
            # Output is attached to a point only by a directive: "SKIP", or "TODO" for a known failure.
            yield program or point, point, len(case) == 0


def read_verdicts(logs):
    """Yields (program, verdict)."""
    with open(logs / "testlog.json", encoding="utf-8") as lines:
        for line in lines:
            run = json.loads(line)
            yield run["name"], run["result"]


def judge(folder):
    """Returns how many passed, and a line for each that failed."""
    logs = pathlib.Path(folder) / "meson-logs"
    name = pathlib.Path(folder).name
    try:
        points, verdicts = list(read_points(logs)), list(read_verdicts(logs))
    except (OSError, ValueError, ElementTree.ParseError):
        return 0, [f"{name}: it was not built, or no test was run"]
    failures = [f"{name}: {program}: {point}" for program, point, passed in points if not passed]
    seen = {program for program, _, passed in points if not passed}
    failures += [f"{name}: {program}: the program as a whole: {verdict.lower()}"
                 for program, verdict in verdicts if verdict != "OK" and program not in seen]
    if not points:
        failures.append(f"{name}: no test was run")
    return sum(passed for _, _, passed in points), failures


def main():
    passed, failures = 0, []
    for folder in sys.argv[1:]:
        folder_passed, folder_failures = judge(folder)
        passed += folder_passed
        failures += folder_failures
    for failure in failures:
        print(f"failed: {failure}")
    print(f"{passed} passed, {len(failures)} failed", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
