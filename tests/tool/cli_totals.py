# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli totals from outside.

    cli_totals.py PROGRAM WRITTEN-FOLDER
"""

import decimal
import sys

import points
from bad_files import MADE_UP
from calls import LANGUAGES, answer, call, projects_of, rows, usage_points
from points import equal

LIVE = ("normal", "paused", "handed-over")


def live_projects():
    """Those that totals count, by the file alone."""
    projects = projects_of(MADE_UP)
    umbrellas = {project.get("parent") for project in projects}
    return [project for project in projects
            if project.get("counted", True) and project["id"] not in umbrellas
            and project.get("statuses", [{"status": "normal"}])[-1]["status"] in LIVE]


def recorded(projects, kind):
    sums = {}
    for project in projects:
        for amount in project.get("amounts", []):
            if amount["kind"] == kind and amount.get("counted", True) and "value" in amount:
                currency = amount["currency"]
                sums[currency] = sums.get(currency, 0) + decimal.Decimal(amount["value"])
    return sums


def sums_of(figure):
    return {sum_["currency"]: decimal.Decimal(sum_["value"]) for sum_ in figure["recorded"]}


def the_whole_is_exact(kind):
    def point():
        totals = answer("totals", MADE_UP, "--kind", kind, "--format", "json")
        equal(totals["amount-kind"], kind)
        equal(sums_of(totals["total"]), recorded(live_projects(), kind))
        figure = totals["total"]
        equal(figure["projects"] + sum(figure["left-out"].values()), len(projects_of(MADE_UP)),
              "nothing is silent")
    return point


def groups_add_up(by):
    def point():
        totals = answer("totals", MADE_UP, "--by", by, "--format", "json")
        value = sum(decimal.Decimal(group.get("value", "0")) for group in totals["groups"])
        equal(value, decimal.Decimal(totals["total"]["value"]), by)
        equal(totals["by"], by)
    return point


def table_says_the_same():
    totals = answer("totals", MADE_UP, "--by", "stage", "--format", "json")
    result = call("totals", MADE_UP, "--by", "stage", "--format", "csv")
    table = rows(result.stdout)
    whole = table.pop()
    equal([row["key"] for row in table], [group["key"] for group in totals["groups"]])
    for row, group in zip([*table, whole], [*totals["groups"], totals["total"]]):
        equal(row["value (CNY)"], group.get("value", ""), row["key"])
        equal(int(row["projects"]), group["projects"], row["key"])
        equal(int(row["unpriced"]), group["unpriced"], row["key"])
        for reason, n in group["left-out"].items():
            equal(int(row[f"left-out-{reason}"]), n, reason)
    assert b": 3 left out: terminated\n" in result.stderr, result.stderr


def people_are_told_what_is_left_out():
    """What counts for nothing, and what has no rate, stands below the table."""
    out = call("totals", MADE_UP, "--by", "sector").stdout.decode()
    for line in ("56 projects counted", "3 left out: terminated", "1 of them with an amount that"
                 " has no rate"):
        assert f"\n{line}\n" in out, out


def other_currency_and_rates():
    totals = answer("totals", MADE_UP, "--currency", "USD", "--format", "json")
    equal(totals["currency"], "USD")
    assert totals["total"]["unpriced"] > 0, totals
    sets = answer("list", MADE_UP, "--records", "rate-sets", "--format", "json")
    named = answer("totals", MADE_UP, "--rates", sets[0]["name-en"], "--format", "json")
    equal(named["rate-set"], sets[0]["id"])


def filtered():
    totals = answer("totals", MADE_UP, "--filter", '{"stages": ["signed"]}', "--format", "json")
    signed = [project for project in live_projects()
              if project.get("stages", [{}])[-1].get("stage") == "signed"]
    equal(totals["total"]["projects"], len(signed))
    equal(sums_of(totals["total"]), recorded(signed, "agreement"))
    assert totals["total"]["left-out"]["filter"] > 0, totals


def of_a_period():
    totals = answer("totals", MADE_UP, "--period", "2023", "--format", "json")
    years = answer("totals", MADE_UP, "--by", "year", "--format", "json")
    year = next(group for group in years["groups"] if group["key"] == "2023")
    equal((totals["period"], totals["total"]["value"]), ("2023", year["value"]))


def is_the_same_everywhere():
    for form in ("csv", "json", "tsv"):
        out = [call("totals", MADE_UP, "--by", "division", "--format", form,
                    language=language).stdout for language in LANGUAGES]
        assert out[0] and out.count(out[0]) == len(out), form


def unknown_records():
    for option, sentence in (("--rates", "There are no rates “tides”."),
                             ("--taxonomy", "There is no taxonomy “tides”.")):
        result = call("totals", MADE_UP, option, "tides")
        equal((result.returncode, result.stdout), (1, b""))
        equal(result.stderr.decode(), f"{MADE_UP}: {sentence}\n")


USAGE = (
    (("totals",), "“totals” needs exactly one file."),
    (("totals", "a", "--by", "tide"), "There is no grouping “tide”."),
    (("totals", "a", "--kind", "tide"), "There is no kind of amounts “tide”."),
    (("totals", "a", "--currency", "TID"), "There is no currency “TID”."),
    (("totals", "a", "--period", "soon"), "“soon” is no period such as 2024 or 2024-Q2."),
    (("totals", "a", "--format", "xlsx"), "There is no format “xlsx”."),
)


def main():
    return points.run([
        *((f"the whole: {kind}", the_whole_is_exact(kind))
          for kind in ("intention", "agreement", "arrived", "fixed-asset")),
        *((f"groups add up: {by}", groups_add_up(by))
          for by in ("stage", "status", "sector", "sector-top", "division", "division-top", "event",
                     "year", "quarter")),
        ("the table says the same", table_says_the_same),
        ("told to people", people_are_told_what_is_left_out),
        ("another currency, other rates", other_currency_and_rates),
        ("of a filter", filtered),
        ("of a period", of_a_period),
        ("the same in every locale", is_the_same_everywhere),
        ("what is not there", unknown_records),
        *usage_points(USAGE),
    ])


if __name__ == "__main__":
    sys.exit(main())
