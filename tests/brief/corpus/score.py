#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference scorer of the checker: what is right, and precision and recall of each language.

Usage: score.py REPORTED.json [folder …]
REPORTED.json: { "case id": [ { "start", "end", "kind", "of", "value", "unit", "verdict" } … ] … },
places in code points. Every miss is printed; `--self` scores the expectations against themselves.
"""

import collections
import json
import pathlib
import sys
from fractions import Fraction
from typing import NamedTuple

from verify import list_files

HERE = pathlib.Path(__file__).resolve().parent


class Score(NamedTuple):
    """How one case went: counts, and what was missed or reported wrongly."""
    right: int
    expected: int
    reported: int
    missed: list
    false: list


def parse_value(value):
    try:
        return tuple(Fraction(part) for part in value.split("/"))
    except (ValueError, ZeroDivisionError):
        return value


def overlap(one, other):
    return (one["kind"] == other["kind"] and one["start"] < other["end"]
            and other["start"] < one["end"])


def overlaps_any(finding, others):
    return any(overlap(finding, other) for other in others)


def is_right(expected, reported):
    """README.md, section 1."""
    if not overlap(expected, reported) or expected["verdict"] != reported["verdict"]:
        return False
    if parse_value(expected["value"]) != parse_value(reported["value"]):
        return False
    if expected["kind"] in ("amount", "level") and expected["of"] != reported.get("of"):
        return False
    return expected["kind"] in ("year", "span") or expected.get("unit") == reported.get("unit")


def pair(expected, reported):
    """Pairs so that most are right, along augmenting paths: {reported: expected}, by place."""
    partners = [[j for j, found in enumerate(reported) if is_right(wanted, found)]
                for wanted in expected]
    taken = {}

    def find_partner(i, seen):
        for j in partners[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in taken or find_partner(taken[j], seen):
                taken[j] = i
                return True
        return False

    for i in range(len(expected)):
        find_partner(i, set())
    return taken


def is_neutral(case, reported, expected, optional):
    """README.md, section 6."""
    if overlaps_any(reported, optional) and not overlaps_any(reported, expected):
        return True
    if case["theme"] == "furniture":
        return False
    quote = case["text"][reported["start"]:reported["end"]]
    return ((reported["kind"] == "division" and reported["value"] == "330200")
            or (reported["kind"] == "field" and ("361" in quote or "246" in quote)))


def score(case, reported):
    optional = [finding for finding in case["findings"] if finding.get("optional")]
    expected = [finding for finding in case["findings"] if not finding.get("optional")]
    taken = pair(expected, reported)
    wrong = [finding for j, finding in enumerate(reported) if j not in taken]
    false = [finding for finding in wrong if not is_neutral(case, finding, expected, optional)]
    found = set(taken.values())
    missed = [finding for i, finding in enumerate(expected) if i not in found]
    return Score(len(taken), len(expected), len(taken) + len(false), missed, false)


def print_finding(what, case, finding):
    quote = case["text"][finding["start"]:finding["end"]].replace("\n", "⏎")
    print(what, case["id"], quote, finding["kind"], finding.get("of", ""), finding["value"],
          finding.get("unit", ""), finding["verdict"])


def score_folders(folders, reports):
    """The sums of each language; of a case without a report the expectations are the report."""
    sums = {}
    for folder in folders:
        for _, cases in list_files(folder):
            for case in cases:
                of_case = case["findings"] if reports is None else reports.get(case["id"], [])
                result = score(case, of_case)
                counts = sums.setdefault(case["language"], collections.Counter())
                counts.update(right=result.right, expected=result.expected,
                              reported=result.reported)
                for finding in result.missed:
                    print_finding("MISSED", case, finding)
                for finding in result.false:
                    print_finding("FALSE ", case, finding)
    return sums


def rate_text(right, n):
    return f"{right}/{n} = {100 * right / max(n, 1):.2f} %"


def main(source, *folders):
    reports = None
    if source != "--self":
        reports = json.loads(pathlib.Path(source).read_text(encoding="utf-8"))
    sums = score_folders(folders or [HERE], reports)
    for language, counts in sorted(sums.items()):
        print(f"{language}: precision {rate_text(counts['right'], counts['reported'])}, "
              f"recall {rate_text(counts['right'], counts['expected'])}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
