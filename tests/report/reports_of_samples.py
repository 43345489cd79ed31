# SPDX-License-Identifier: GPL-3.0-or-later
"""Reports of both samples, made without a display: of each kind, on each paper, in each language,
another program reads what the register's file says.

    reports_of_samples.py PRINT-REPORT
"""

import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import points
from points import equal

PROGRAM = sys.argv[1]
SAMPLES = pathlib.Path(os.environ["G_TEST_SRCDIR"]) / "data/samples"
PAPERS = {"a4": (595, 842), "letter": (612, 792)}
DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY"}


def make(folder, sample, kind="list", paper="a4", orientation="portrait", language="en",
         names="withhold-names"):
    target = pathlib.Path(folder) / "report.pdf"
    environment = {key: value for key, value in os.environ.items() if key not in DISPLAYS}
    subprocess.run([PROGRAM, SAMPLES / sample, kind, paper, orientation, language, names, target],
                   check=True, capture_output=True, env=environment)
    return target


def read(target):
    return subprocess.run(["pdftotext", "-layout", target, "-"], check=True, capture_output=True,
                          encoding="utf-8").stdout


def squeeze(text):
    """Without what depends on where lines are broken."""
    return re.sub(r"\s", "", text)


def shown_name(project, language):
    names = project["name"]
    other = "en" if language == "zh" else "zh"
    return names.get(language) or names.get(other) or project.get("code-name")


def check_kinds(folder):
    for kind, paper, orientation, language in itertools.product(
            ("list", "sheets", "overview"), PAPERS, ("portrait", "landscape"), ("en", "zh")):
        target = make(folder, "ningbo.tideline", kind, paper, orientation, language)
        size = subprocess.run(["pdfinfo", target], check=True, capture_output=True,
                              encoding="utf-8").stdout
        width, height = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", size).groups())
        equal((round(min(width, height)), round(max(width, height))), PAPERS[paper])
        equal(width > height, orientation == "landscape")
        n_pages = int(re.search(r"Pages: +(\d+)", size).group(1))
        text = read(target)
        for page in range(1, n_pages + 1):
            equal(text.count(f"Page {page} of {n_pages}"), 1)


def check_names(folder):
    register = json.loads((SAMPLES / "ningbo.tideline").read_text(encoding="utf-8"))
    for language in ("en", "zh"):
        text = squeeze(read(make(folder, "ningbo.tideline", "sheets", language=language)))
        for project in register["projects"]:
            if not project.get("confidential"):
                equal(squeeze(shown_name(project, language)) in text, True)


def check_numbers(folder):
    register = json.loads((SAMPLES / "made-up.tideline").read_text(encoding="utf-8"))
    text = squeeze(read(make(folder, "made-up.tideline")))
    for project in register["projects"]:
        equal(text.count(project["number"]), 1)


def check_fonts(folder):
    target = make(folder, "ningbo.tideline", "sheets", language="zh")
    lines = subprocess.run(["pdffonts", target], check=True, capture_output=True,
                           encoding="utf-8").stdout.splitlines()[2:]
    equal(len(lines) > 0, True)
    for line in lines:
        embedded, subset, unicode = line.split()[-5:-2]
        equal((embedded, subset, unicode), ("yes", "yes", "yes"))


def check_vectors(folder):
    """Charts are drawn, not painted."""
    target = make(folder, "made-up.tideline", "overview")
    images = subprocess.run(["pdfimages", "-list", target], check=True, capture_output=True,
                            encoding="utf-8").stdout.splitlines()[2:]
    equal(images, [])


def check_bytes(folder):
    """Made twice, it is the same."""
    first = make(folder, "ningbo.tideline", "overview").read_bytes()
    equal(make(folder, "ningbo.tideline", "overview").read_bytes() == first, True)


with tempfile.TemporaryDirectory() as scratch:
    status = points.run([
        ("each kind, paper and language has its pages", lambda: check_kinds(scratch)),
        ("sheets have the names of all projects", lambda: check_names(scratch)),
        ("a list has the number of each project once", lambda: check_numbers(scratch)),
        ("fonts are embedded, and known by their characters", lambda: check_fonts(scratch)),
        ("charts are vectors", lambda: check_vectors(scratch)),
        ("a report made twice is the same", lambda: check_bytes(scratch)),
    ])
sys.exit(status)
