# SPDX-License-Identifier: GPL-3.0-or-later
"""A test program's points in TAP: each is a function that raises where something is wrong."""

import sys
import traceback


def comment(text):
    for line in str(text).splitlines():
        print(f"# {line}", file=sys.stderr, flush=True)


def equal(found, expected, what="found"):
    assert found == expected, f"{what}: {found!r}\nexpected: {expected!r}"


def run(points):
    """Runs (name, function) one after the other and returns the exit status."""
    failed = 0
    print(f"1..{len(points)}", flush=True)
    for number, (name, point) in enumerate(points, start=1):
        try:
            point()
        except Exception:
            comment(traceback.format_exc())
            failed += 1
            print(f"not ok {number} {name}", flush=True)
        else:
            print(f"ok {number} {name}", flush=True)
    return 1 if failed else 0
