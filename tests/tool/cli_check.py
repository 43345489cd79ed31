# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli check from outside: reports with figures, traps and page furniture.

    cli_check.py PROGRAM WRITTEN-FOLDER
"""

import json
import pathlib
import sys
import tempfile

import bad_files
import points
from calls import call, expect, usage_points
from points import equal

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "brief/corpus"
JUDGED = ("reproduces", "differs", "conflicts", "suspicious-unit", "wrong-name")


def judged(text):
    """The lines of a check whose findings are more than recognised, without the line number."""
    lines = [line.split("\t") for line in text.splitlines()]
    return [(kind, verdict, quote) for _, kind, verdict, quote, _ in lines if verdict in JUDGED]


def english_report_is_checked():
    result = call("check", bad_files.NINGBO, CORPUS / "report-en.txt")
    equal((result.returncode, result.stderr), (0, b""))
    equal(judged(result.stdout.decode()), [
        ("division", "wrong-name", "Yuyao County"),
        ("count", "reproduces", "17 investment and cooperation intention projects"),
        ("amount", "reproduces", "16 billion yuan"),
        ("amount", "reproduces", "$1.06 billion"),
        ("level", "reproduces", "222.4 billion yuan"),
        ("level", "reproduces", "43.7 billion yuan"),
        ("level", "reproduces", "641.1 billion yuan"),
        ("level", "reproduces", "137.4 billion yuan"),
        ("growth", "reproduces", "16.3%"),
        ("growth", "differs", "17.9%"),
        ("count", "reproduces", "10 research centers"),
        ("count", "reproduces", "16 research teams"),
        ("count", "reproduces", "47 core teaching and research talents"),
        ("count", "reproduces", "seven academicians")])


def numbers_say_where_they_stand():
    path = CORPUS / "report-zh.txt"
    text = path.read_bytes()
    told = json.loads(call("check", bad_files.NINGBO, path, "--format", "json").stdout)
    for finding in told["findings"]:
        equal(text[finding["start"]:finding["end"]].decode(), finding["quote"])
    rate = next(finding for finding in told["findings"] if finding["verdict"] == "differs")
    equal((rate["computed"], rate["low"], rate["high"]), ("17.780", "17.755", "17.806"))
    equal((rate["type"], rate["record"]), ("indicators", "sei-added-value"))


def sentences_say_why():
    told = call("check", bad_files.NINGBO, CORPUS / "report-en.txt").stdout.decode()
    sentences = {line.split("\t")[3]: line.split("\t")[4] for line in told.splitlines()}
    equal(sentences["17.9%"],
          "The levels of 2015 and 2022 give 17.780 %, by rounding 17.755 % to 17.806 %. Compared "
          "with “Added value of strategic emerging industries” of 2015 and 2022.")


def names_are_withheld(folder):
    def point():
        path = folder / "secret.txt"
        path.write_text("Imaging chip fab of Halvorsen Bio: intention US$250 million.\n")
        hidden = call("check", bad_files.MADE_UP, path).stdout.decode()
        told = call("check", bad_files.MADE_UP, path, "--include-names").stdout.decode()
        equal(("Imaging" in hidden, "240" in hidden), (False, False))
        equal(("Imaging" in told, "US$240 million" in told), (True, True))
    return point


def bad_text_is_refused(folder):
    def point():
        path = folder / "latin-1.txt"
        path.write_bytes(b"17 projects \xe9")
        expect(call("check", bad_files.NINGBO, path), 1,
               err=f"{path}: This is not a text in UTF-8.\n")
    return point


USAGE = (
    (("check", "a", "b", "--format", "pdf"), "There is no format “pdf”."),
)


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-cli-") as name:
        folder = pathlib.Path(name)
        return points.run([
            ("an English report", english_report_is_checked),
            ("where findings stand", numbers_say_where_they_stand),
            ("what is said of a finding", sentences_say_why),
            ("a confidential project", names_are_withheld(folder)),
            ("a text in another encoding", bad_text_is_refused(folder)),
            *usage_points(USAGE),
        ])


sys.exit(main())
