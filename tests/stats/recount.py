# SPDX-License-Identifier: GPL-3.0-or-later
"""Every total of the made-up sample, counted a second time and from the file alone, is that of the
program, to the last fen. As its amounts are round and its shares even, so are those of the same
register with crooked ones.

    recount.py PRINT-TOTALS
"""

import collections
import functools
import json
import pathlib
import subprocess
import sys
import tempfile
from fractions import Fraction

import bad_files
import counting
import points
from points import equal

PROGRAM = sys.argv[1]
EXCLUSIONS = ["terminated", "not-counted", "umbrella", "unknown-status", "unknown-stage",
              "later-event", "not-dated", "outside-period", "filter"]
EMPTY = (0, 0, 0, 0, 0, {})

DIVISIONS = {
    "stage": lambda count, taxonomy: count.by_stage(),
    "status": lambda count, taxonomy: count.by_status(),
    "sector": lambda count, taxonomy: count.by_sector(taxonomy, "own"),
    "sector-top": lambda count, taxonomy: count.by_sector(taxonomy, "top"),
    "sector-tree": lambda count, taxonomy: count.by_sector(taxonomy, "tree"),
    "division": lambda count, taxonomy: count.by_division("own"),
    "division-top": lambda count, taxonomy: count.by_division("top"),
    "division-tree": lambda count, taxonomy: count.by_division("tree"),
    "event": lambda count, taxonomy: count.by_event(),
    "party-kind": lambda count, taxonomy: count.by_party_kind(),
    "year": lambda count, taxonomy: count.by_year(),
    "quarter": lambda count, taxonomy: count.by_quarter(),
    "size": lambda count, taxonomy: count.by_size(),
    "currency": lambda count, taxonomy: count.by_currency(),
}
OVERVIEW = ["overview-stage", "overview-sector-top", "overview-division-top",
            "overview-party-kind", "overview-size"]
OVER_TIME = {"overview-agreed-quarter": "agreement", "overview-arrived-quarter": "arrived"}


def read_figure(words):
    sums = dict(word.split("=") for word in words[5].split())
    return (*map(int, words[:5]), {currency: int(minor) for currency, minor in sums.items()
                                   if int(minor) != 0})


def make_crooked(register):
    """Fen that have to be rounded, and thirds that have to be divided."""
    for number, project in enumerate(register["projects"], start=1):
        for amount in project.get("amounts", []):
            fen = 0 if amount["currency"] == "JPY" else number * 37 % 100
            amount["value"] = f"{int(amount['value']) + number}.{fen:02}".removesuffix(".00")
        for entry in project.get("sectors", []):
            if Fraction(entry.get("share", "0")) == 50:
                entry["share"] = "33.333333"
    return register


class Comparison:
    """What the program counts in a file, and what is counted here."""

    def __init__(self, file):
        self.register = counting.read(file)
        self.figures = collections.defaultdict(dict)
        self.left_out = {}
        lines = subprocess.run([PROGRAM, file], check=True, capture_output=True, encoding="utf-8")
        for line in lines.stdout.splitlines():
            self.read_line(line)

    def read_line(self, line):
        currency, rate_set, period, kind, name, taxonomy, key, *words = line.split("\t")
        question = (kind, currency, rate_set, period)
        if name == "left-out":
            self.left_out[question] = {reason: int(n) for reason, n in zip(EXCLUSIONS, words)
                                       if n != "0"}
        else:
            self.figures[question, name, taxonomy][key] = read_figure(words)

    @functools.cache
    def recount(self, *question):
        return counting.Counting(self.register, *question)

    @staticmethod
    def compare(groups, total, expected, what):
        """The whole, and each part; a part that one of the two does not have is empty."""
        found = dict(groups)
        equal(found.pop("total"), total.tell(), f"{what}, total")
        for key in sorted(set(found) | set(expected)):
            equal(found.get(key, EMPTY), expected[key].tell() if key in expected else EMPTY,
                  f"{what}, {key}")

    def check(self, name, asked=None):
        """One way of dividing, for each kind, currency, set of rates and period. Overviews divide
        as lists do."""
        part = name.removeprefix("overview-").removeprefix("agreed-").removeprefix("arrived-")
        for (question, each, taxonomy), groups in self.figures.items():
            if each == name:
                count = self.recount(asked or question[0], *question[1:])
                self.compare(groups, count.total(), DIVISIONS[part](count, taxonomy),
                             f"{question} by {name} {taxonomy}")

    def check_totals(self):
        """The overview tells totals of several kinds at once."""
        for (question, name, _), groups in self.figures.items():
            if name.startswith("overview-total-"):
                count = self.recount(name.removeprefix("overview-total-"), *question[1:])
                self.compare(groups, count.total(), count.by_currency(), f"{question} {name}")

    def check_left_out(self):
        for question, found in self.left_out.items():
            equal(found, dict(self.recount(*question).count_left_out()), f"{question} left out")

    def check_enough(self):
        """What is not printed is not compared."""
        equal(len(self.left_out), 6 * 2 * 3 * 3, "kinds, currencies, sets of rates, periods")
        names = {name for _, name, _ in self.figures}
        equal({*DIVISIONS, *OVERVIEW, *OVER_TIME} - names, set(), "ways of dividing")
        agreed = self.recount("agreement", "CNY", "made-up-mid", "")
        assert 0 not in agreed.total().tell()[2:4], "amounts with a rate, and without"
        parts = agreed.by_sector("sei-2023", "own")
        equal(sum(figure.base for figure in parts.values()), agreed.total().base,
              "sum of the parts")


def list_points(comparison, title):
    return [
        (f"{title}: there is enough to compare", comparison.check_enough),
        (f"{title}: key figures", comparison.check_totals),
        (f"{title}: what is left out, and why", comparison.check_left_out),
        *((f"{title}: by {name}", functools.partial(comparison.check, name))
          for name in [*DIVISIONS, *OVERVIEW]),
        *((f"{title}: by {name}", functools.partial(comparison.check, name, kind))
          for name, kind in OVER_TIME.items()),
    ]


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-recount-") as folder:
        crooked = pathlib.Path(folder) / "crooked.tideline"
        crooked.write_text(json.dumps(make_crooked(counting.read(bad_files.MADE_UP))),
                           encoding="utf-8")
        return points.run(list_points(Comparison(bad_files.MADE_UP), "the sample")
                          + list_points(Comparison(crooked), "crooked amounts"))


if __name__ == "__main__":
    sys.exit(main())
