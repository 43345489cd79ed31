#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validates the checker corpus and works every expected number out again with exact fractions.

Usage: verify.py [folder …]      (default: the folder of this script; give the locked folder too)
Reads only the corpus and its two registers; NINGBO names the sample. README.md has the rules."""

import collections
import json
import os
import pathlib
import re
import sys
from fractions import Fraction

import exact
from exact import exactly, rounded
from registers import Register
from written_numbers import read_numbers

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE / "../../../data/samples/ningbo.tideline"

VERDICTS = set("reproduces differs conflicts suspicious-unit wrong-name cannot-be-checked "
               "recognised".split())
REASONS = set("no-such-fact no-kind no-year no-rate across-a-break comparable-prices target "
              "not-asserted threshold ambiguous".split())
LEVEL_OF = set("output added-value revenue gdp profit tax exports r-and-d fixed-asset "
               "foreign-utilised".split())
AMOUNT_OF = LEVEL_OF | set("intention agreement foreign-contracted arrived tier threshold "
                           "unknown".split())
COUNT_UNITS = set("projects pilot-projects research-centres research-teams talents academicians "
                  "principal-investigators platforms enterprises jobs patents fields clusters "
                  "parks countries".split())
CURRENCIES = set("CNY USD EUR HKD JPY mixed".split())
RATE_UNITS = {"percent", "percentage-points"}
MULTIPLE_UNITS = {"times", "times-more"}
QUALIFIERS = {None, "more-than", "nearly", "about", "less-than", "up-to"}
THEMES = set("amounts counts levels growth shares spans names conflicts units furniture "
             "hypothetical carried whole-reports".split())
COLLECTIONS = {"project": "projects", "party": "parties", "platform": "platforms",
               "event": "events"}
FIGURES = {"amount", "level", "count", "growth", "share"}
KINDS = FIGURES | set(COLLECTIONS) | {"year", "span", "division", "field"}

OPERATIONS = {"cagr": "text-growth", "change": "text-growth", "times": "text-growth",
              "increase": "text-growth", "share": "text-share", "sum": "text-sum",
              "difference": "text-difference", "same": "text-same", "convert": "rate"}


# What a finding follows from -------------------------------------------------------------------

def read_operand(token, case, register):
    """A finding of the case (#n), a number of years, or a fact of the register."""
    if token.startswith("#"):
        finding = case["findings"][int(token[1:]) - 1]
        if finding["kind"] == "count" and finding.get("precision", "1") == "1":
            return exactly(finding["value"], finding["unit"])
        return rounded(finding["value"], finding.get("precision", "0"), finding["unit"])
    if re.fullmatch(r"\d+", token):
        return int(token)
    return register.read(token)


def evaluate(basis, case, register):
    """(what the basis gives, by what it was found out)"""
    operation, *tokens = basis.split()
    if operation not in OPERATIONS:
        operation, tokens = None, [operation, *tokens]
    operands = [read_operand(token, case, register) for token in tokens]
    is_text = all(token.startswith("#") or token.isdigit() for token in tokens)
    functions = {None: lambda fact: fact, "same": lambda fact: fact,
                 "cagr": exact.compound_growth, "change": exact.total_growth,
                 "times": exact.multiple, "increase": exact.increase, "share": exact.share,
                 "difference": exact.difference, "convert": exact.convert,
                 "sum": lambda *parts: exact.add_up(parts)}
    by = "rate" if operation == "convert" else OPERATIONS[operation] if is_text else "register"
    return functions[operation](*operands), by


def places(finding):
    """Rates and multiples are rounded to three places, money and counts are exact."""
    return 3 if finding["unit"] in RATE_UNITS | MULTIPLE_UNITS else None


def agrees(finding, known):
    """Whether what is written, with what is said before it, may be what is known."""
    if "/" in finding["value"]:
        low, high = map(Fraction, finding["value"].split("/"))
        return known.high >= low and known.low <= high
    value = Fraction(finding["value"])
    qualifier = finding.get("qualifier")
    if qualifier == "less-than" and known.low >= value:
        return False
    precision = Fraction(finding.get("precision", "0"))
    if finding["kind"] == "count" and precision <= 1:
        precision = Fraction(0)
    tenth, twentieth = value / 10, value / 20
    low, high = {"more-than": (value, value + tenth), "nearly": (value - tenth, value),
                 "less-than": (value - tenth, value), "up-to": (value - tenth, value),
                 "about": (value - twentieth, value + twentieth),
                 None: (value - precision / 2, value + precision / 2)}[qualifier]
    return known.high >= low and known.low <= high


def is_off_by_ten(finding, known):
    """Whether another power of ten, or another currency, makes it right."""
    if known.unit != finding["unit"] and agrees(finding, known):
        return True
    for exponent in range(-6, 7):
        scale = Fraction(10)**exponent
        moved = dict(finding, value=exact.decimal_text(Fraction(finding["value"]) * scale),
                     precision=exact.decimal_text(
                         Fraction(finding.get("precision", "0")) * scale))
        if exponent and agrees(moved, known):
            return True
    return False


# One finding -----------------------------------------------------------------------------------

class FindingCheck:
    """What is wrong with one expected finding."""

    def __init__(self, finding, case, register, complain):
        self.finding = finding
        self.case = case
        self.register = register
        self.complain = complain

    def need(self, condition, complaint):
        if not condition:
            self.complain(complaint)

    def check_place(self):
        finding, text = self.finding, self.case["text"]
        self.need(text[finding["start"]:finding["end"]] == finding["quote"], "start/end")
        place = -1
        for _ in range(finding["occurrence"]):
            place = text.find(finding["quote"], place + 1)
        self.need(place == finding["start"], "occurrence")

    def check_words(self):
        finding = self.finding
        self.need(finding["kind"] in KINDS, "kind")
        self.need(finding["verdict"] in VERDICTS, "verdict")
        self.need(finding.get("qualifier") in QUALIFIERS, "qualifier")
        has_reason = ("reason" in finding
                      and finding["verdict"] not in ("wrong-name", "suspicious-unit"))
        self.need((finding["verdict"] == "cannot-be-checked") == has_reason, "reason")
        if finding["verdict"] == "cannot-be-checked":
            self.need(finding.get("reason") in REASONS, f"reason code {finding.get('reason')}")

    def check_money(self):
        finding = self.finding
        allowed = AMOUNT_OF if finding["kind"] == "amount" else LEVEL_OF
        self.need(finding["of"] in allowed, "of " + finding["of"])
        self.need(finding["unit"] in CURRENCIES, "currency")
        if finding["kind"] == "level":
            self.need(re.fullmatch(r"\d{4}", finding.get("year", "")), "level without year")

    def check_name(self):
        finding = self.finding
        kind, value = finding["kind"], finding["value"]
        if kind == "division":
            self.need(value == "unknown" or value in self.register.list_ids("divisions"),
                      "division id")
            self.need(finding["verdict"] in ("recognised", "wrong-name"), "verdict of a name")
            return
        self.need(finding["verdict"] == "recognised", "verdict of a name")
        if kind == "field":
            self.need(value in self.register.list_field_names(), "field name " + value)
        else:
            self.need(value in self.register.list_ids(COLLECTIONS[kind]), "id " + value)

    def check_year(self):
        finding = self.finding
        pattern = r"\d{4}" if finding["kind"] == "year" else r"\d{4}/\d{4}"
        self.need(re.fullmatch(pattern, finding["value"]), "value of " + finding["kind"])
        self.need(finding["verdict"] == "recognised", "verdict of " + finding["kind"])

    def check_unit(self):
        kind, unit = self.finding["kind"], self.finding.get("unit")
        if kind in ("amount", "level"):
            self.check_money()
        elif kind == "count":
            self.need(unit in COUNT_UNITS, f"count unit {unit}")
        elif kind == "growth":
            self.need(unit in RATE_UNITS | MULTIPLE_UNITS, "unit")
        elif kind == "share":
            self.need(unit in RATE_UNITS, "unit")
        elif kind in ("year", "span"):
            self.check_year()
        else:
            self.check_name()

    def check_written(self):
        """The value is what stands in the quote."""
        finding = self.finding
        for value in finding["value"].split("/"):
            self.need(re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", value), "decimal text " + value)
        if finding.get("of") == "tier" or "level" in finding["quote"]:
            return
        written = read_numbers(finding["quote"], finding["unit"] in MULTIPLE_UNITS)
        self.need(written, "cannot read quote")
        if not written or "/" in finding["value"]:
            return
        scale = Fraction(finding.get("carried-scale", "1"))
        precisions = [precision * scale for value, precision in written
                      if value * scale == abs(Fraction(finding["value"]))]
        if not precisions:
            self.complain(f"value {finding['value']} not read from quote: "
                          f"{[str(value * scale) for value, _ in written]}")
        else:
            self.need(Fraction(finding.get("precision", "1")) in precisions,
                      f"precision {finding.get('precision')} vs {list(map(str, precisions))}")

    def check_agreement(self, known, by):
        finding = self.finding
        bounds = f"{float(known.low)}..{float(known.high)}"
        has_unit = known.unit == finding["unit"]
        if finding["verdict"] == "suspicious-unit":
            self.need(is_off_by_ten(finding, known), "no power of ten and no other currency")
            return
        if finding["verdict"] == "reproduces":
            self.need(has_unit, f"unit {finding['unit']} vs {known.unit}")
            self.need(agrees(finding, known), f"does not reproduce: {bounds}")
            return
        if finding.get("conflict") == "part-exceeds-whole":
            half = Fraction(finding.get("precision", "0")) / 2
            self.need(Fraction(finding["value"]) - half > known.high, "part does not exceed whole")
        else:
            self.need(not agrees(finding, known), f"agrees after all: {bounds}")
            self.need(has_unit or finding["kind"] == "growth",
                      f"unit {finding['unit']} vs {known.unit}")
        if finding["verdict"] == "conflicts":
            self.need(by.startswith("text"), "conflict must be with the text")

    def check_computed(self, known):
        finding = self.finding
        if finding["verdict"] == "reproduces" and finding["kind"] not in ("growth", "share"):
            return
        wanted = {name: exact.decimal_text(getattr(known, name), places(finding))
                  for name in ("value", "low", "high")}
        self.need(finding.get("computed") == wanted,
                  f"computed {finding.get('computed')} should be {wanted}")

    def check_basis(self):
        finding = self.finding
        is_judged = finding["verdict"] in ("reproduces", "differs", "conflicts")
        if not is_judged and not (finding["verdict"] == "suspicious-unit" and "basis" in finding):
            return
        if "basis" not in finding:
            self.complain("no basis")
            return
        try:
            known, by = evaluate(finding["basis"], self.case, self.register)
        except (AssertionError, KeyError, TypeError, ValueError, ZeroDivisionError) as problem:
            self.complain(f"basis {finding['basis']}: {problem!r}")
            return
        self.need(finding.get("by") == by, "by should be " + by)
        self.check_agreement(known, by)
        self.check_computed(known)

    def run(self):
        self.check_words()
        self.check_place()
        self.check_unit()
        if self.finding["kind"] in FIGURES:
            self.check_written()
        self.check_basis()


# The corpus ------------------------------------------------------------------------------------

def check_case(case, registers, errors):
    seen = set()
    for number, finding in enumerate(case["findings"], 1):
        def complain(complaint, number=number, finding=finding):
            errors.append(f"{case['id']} #{number} {finding.get('quote')!r}: {complaint}")
        key = (finding["start"], finding["end"], finding["kind"])
        if key in seen:
            complain("twice")
        seen.add(key)
        FindingCheck(finding, case, registers[case["register"]], complain).run()
    if case["theme"] == "furniture" and not case.get("trap"):
        errors.append(case["id"] + ": furniture must be a trap")


def list_files(folder):
    """The files of the corpus below a folder, with their cases."""
    for path in sorted(pathlib.Path(folder).rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if document.get("format") == "tideline-checker-corpus":
            yield path.relative_to(folder), document["cases"]


def check_folder(folder, registers, errors):
    cases = []
    for path, of_file in list_files(folder):
        for case in of_file:
            if case["theme"] not in THEMES:
                errors.append("theme " + case["theme"])
            if f"{case['language']}/{case['theme']}.json" != path.as_posix():
                errors.append("file of " + case["id"])
            check_case(case, registers, errors)
        cases += of_file
    return cases


def print_table(rows, width, digits):
    for name in sorted({name for name, _ in rows}):
        print(f"  {name:{width}} en {rows[name, 'en']:{digits}}  zh {rows[name, 'zh']:{digits}}")


def print_summary(cases, errors):
    languages = collections.Counter(case["language"] for case in cases)
    verdicts = collections.Counter((finding["verdict"], case["language"])
                                   for case in cases for finding in case["findings"])
    for error in errors:
        print("ERROR", error)
    print(f"{len({case['id'] for case in cases})} cases ({languages['en']} en, "
          f"{languages['zh']} zh), {sum(case.get('trap', False) for case in cases)} traps, "
          f"{verdicts.total()} findings, {len(errors)} errors")
    print_table(collections.Counter((case["theme"], case["language"]) for case in cases), 14, 3)
    print_table(verdicts, 18, 4)


def main(folders):
    registers = {"ningbo": Register(os.environ.get("NINGBO", SAMPLE)),
                 "corpus": Register(HERE / "register-corpus.tideline")}
    errors = []
    cases = [case for folder in folders for case in check_folder(folder, registers, errors)]
    counted = collections.Counter(case["id"] for case in cases)
    errors += ["double id " + case_id for case_id, n in counted.items() if n > 1]
    print_summary(cases, errors)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [HERE]))
