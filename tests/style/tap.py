# SPDX-License-Identifier: GPL-3.0-or-later
"""What the style tests share: the tree, its files, and the TAP lines."""

import pathlib
import sys

TREE = pathlib.Path(sys.argv[1]).resolve()


def files(folder, *suffixes):
    """The files below a folder of the tree with one of the suffixes, sorted."""
    return sorted(path for path in (TREE / folder).rglob("*")
                  if path.is_file() and path.suffix in suffixes)


def name(path):
    return path.relative_to(TREE).as_posix()


def run(*rules):
    """One point per rule: a function that yields a complaint for each fault, and whose first doc
    line is the point's name."""
    print(f"1..{len(rules)}")
    for number, rule in enumerate(rules, start=1):
        complaints = list(rule())
        for complaint in complaints:
            print(f"# {complaint}", file=sys.stderr, flush=True)
        print(f"{'not ok' if complaints else 'ok'} {number} {rule.__doc__.splitlines()[0]}",
              flush=True)
