# SPDX-License-Identifier: GPL-3.0-or-later
"""A test program's points in TAP: each is a function that raises where something is wrong."""

import sys
import traceback


def comment(text):
    for line in str(text).splitlines():
        print(f"# {line}", file=sys.stderr, flush=True)


def equal(found, expected, what="found"):
    assert found == expected, f"{what}: {found!r}\nexpected: {expected!r}"


def sum_up(error):
    """What went wrong, short enough for the name of a point."""
    words = " ".join(f"{type(error).__name__}: {error}".split()).replace("#", "")
    return words if len(words) <= 300 else words[:299] + "…"


def run(points):
    """Runs (name, function) one after the other and returns the exit status. The name of one that
    fails tells why, as not everybody who sees it has the comments."""
    failed = 0
    print(f"1..{len(points)}", flush=True)
    for number, (name, point) in enumerate(points, start=1):
        try:
            point()
        except Exception as error:
            comment(traceback.format_exc())
            failed += 1
            print(f"not ok {number} {name}: {sum_up(error)}", flush=True)
        else:
            print(f"ok {number} {name}", flush=True)
    return 1 if failed else 0
