# SPDX-License-Identifier: GPL-3.0-or-later
"""Licence lines, and the layout that clang-format gives."""

import concurrent.futures
import os
import re
import subprocess

import tap

SOURCES = {".c", ".h", ".py", ".sh", ".ui", ".xml", ".css", ".svg", ".build", ".options", ".in"}
NOT_OURS = re.compile(r"build.*|\..*|__pycache__|LICENSES")


def sources():
    """The files of the tree that can carry a comment: by suffix, or programs by their first line."""
    for folder, folders, names in os.walk(tap.TREE):
        folders[:] = sorted(name for name in folders
                            if name == ".ci" or not NOT_OURS.fullmatch(name))
        for path in (tap.pathlib.Path(folder, name) for name in sorted(names)):
            if path.suffix in SOURCES:
                yield path
            elif not path.suffix and path.is_file() and path.read_bytes()[:2] == b"#!":
                yield path


def licence_is_named():
    """every source names its licence, C in its first line"""
    for path in sources():
        with open(path, encoding="utf-8") as lines:
            start = [line for line, _ in zip(lines, range(3))]
        if path.suffix in {".c", ".h"}:
            named = start and start[0].startswith("/* SPDX-License-Identifier: GPL-3.0-or-later */")
        else:
            named = any("SPDX-License-Identifier: " in line for line in start)
        if not named:
            yield f"{tap.name(path)} has no SPDX line"


def misplaced(paths):
    """The first complaint of clang-format about each of the files that it would change."""
    run = subprocess.run(["clang-format-19", "--dry-run", "-Werror", *paths], check=False,
                         stderr=subprocess.PIPE, text=True)
    complaints = [line.removeprefix(f"{tap.TREE}/") for line in run.stderr.splitlines()
                  if ": error: " in line]
    return {line.split(":", 1)[0]: line for line in reversed(complaints)}


def layout_is_clang_formats():
    """every C file is as clang-format leaves it"""
    paths = tap.files("src", ".c", ".h") + tap.files("tests", ".c", ".h")
    # Starting the program takes longer than most files.
    chunks = [paths[start:start + 60] for start in range(0, len(paths), 60)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for complaints in pool.map(misplaced, chunks):
            yield from complaints.values()


tap.run(licence_is_named, layout_is_clang_formats)
