# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli list from outside.

    cli_list.py PROGRAM WRITTEN-FOLDER
"""

import pathlib
import sys
import tempfile

import bad_files
import points
from bad_files import MADE_UP, NINGBO
from calls import LANGUAGES, answer, call, expect, projects_of, rows, usage_points
from points import equal


def ids(*arguments):
    return [row["id"] for row in answer("list", MADE_UP, "--format", "json", *arguments)]


def lists_for_people():
    """Columns below one another, wide characters counted as two, nothing where nothing is."""
    lines = call("list", NINGBO).stdout.decode().splitlines()
    equal(lines[0].split(), ["id", "name-en", "division", "stage"])
    equal(len(lines), 1 + len(projects_of(NINGBO)), "lines")
    table = call("list", MADE_UP, "--columns", "name-zh,stage").stdout.decode().splitlines()
    starts = {sum(2 if ord(sign) > 0x2e80 else 1 for sign in line[:line.rindex("  ") + 2])
              for line in table if "  " in line.strip()}
    equal(len(starts), 1, "places of the second column")


def is_the_same_everywhere(form):
    def point():
        command = ("list", MADE_UP, "--format", form, "--sort", "name")
        out = [call(*command, language=language).stdout for language in LANGUAGES]
        assert out[0] and out.count(out[0]) == len(out), form
    return point


def says_the_same_in_every_format():
    columns = ("--columns", "stage,id,amount-agreement", "--sort", "number")
    records = answer("list", MADE_UP, "--format", "json", *columns)
    for form, separator in (("csv", ","), ("tsv", "\t")):
        table = rows(call("list", MADE_UP, "--format", form, *columns).stdout, separator)
        equal([{name: cell for name, cell in row.items() if cell} for row in table], records, form)
    equal(list(table[0])[:3], ["stage", "id", "amount-agreement (CNY)"], "order of columns")
    markdown = call("list", MADE_UP, "--format", "markdown", *columns).stdout.decode()
    for record in records:
        assert f" {record['id']} " in markdown, record


def sums_are_exact():
    """Money is the decimal text of the file."""
    sums = {row["id"]: row.get("amount-agreement (USD)")
            for row in answer("list", MADE_UP, "--format", "json")}
    for project in projects_of(MADE_UP):
        amounts = [amount["value"] for amount in project.get("amounts", [])
                   if amount["kind"] == "agreement" and amount.get("currency") == "USD"
                   and amount.get("counted", True) and "value" in amount]
        if len(amounts) == 1:
            equal(float(sums[project["id"]]), float(amounts[0]), project["id"])
            equal(type(sums[project["id"]]), str)


def sorts():
    def stages(*arguments):
        return [row.get("stage") for row in answer("list", MADE_UP, "--format", "json", "--columns",
                                                   "stage", *arguments)]
    order = ["lead", "negotiating", "intention", "signed", "registered", "started", "completed",
             "producing", "at-capacity"]
    up = stages("--sort", "stage")
    down = stages("--sort", "stage", "--descending")
    equal(up, sorted(up, key=order.index))
    equal(down, up[::-1])
    names = [row["number"] for row in answer("list", MADE_UP, "--format", "json", "--sort", "number")
             if "number" in row]
    equal(names, sorted(names), "numbers")


def filters_and_searches():
    whole = ids()
    signed = ids("--filter", '{"stages": ["signed"]}')
    equal(signed, [project["id"] for project in projects_of(MADE_UP)
                   if project.get("stages", [{}])[-1].get("stage") == "signed"])
    found = ids("--search", "xieyang")
    assert 0 < len(ids("--search", "机器人")) < len(whole)
    assert set(ids("--search", "机器人", "--filter", '{"stages": ["signed"]}')) <= set(signed)
    assert len(found) < len(whole)
    equal(ids("--filter", '{"text": "机器人"}'), ids("--search", "机器人"))


def columns_are_the_registers():
    """A filter changes the rows, and no column that a program may ask for."""
    whole = call("list", MADE_UP, "--format", "csv").stdout.splitlines()
    few = call("list", MADE_UP, "--format", "csv", "--filter",
               '{"stages": ["lead"]}').stdout.splitlines()
    equal(few[0], whole[0])
    assert len(few) < len(whole)


def records_of_some_projects():
    """Of other records, those that the projects refer to."""
    command = ("list", MADE_UP, "--records", "divisions", "--format", "json")
    few = {row["id"] for row in answer(*command, "--filter", '{"stages": ["lead"]}')}
    whole = {row["id"] for row in answer(*command)}
    assert few < whole, few
    assert {project["division"] for project in projects_of(MADE_UP) if "division" in project
            and project.get("stages", [{}])[-1].get("stage") == "lead"} <= few


BAD_FILTERS = (
    ('{"stages": ["sighned"]}', "--filter: stages: There is no “sighned”."),
    ('{"divisions": ["=nowhere"]}', "--filter: divisions: There is no “nowhere”."),
    ('{"checks": ["tides"]}', "--filter: checks: There is no “tides”."),
    ('{"stage": ["signed"]}',
     '--filter: Filters have no such members: { "stage": [ "signed" ] }'),
    ('{"stages": "signed"}', "--filter:1:12: stages: A list was expected here."),
    ('{"stages": ["signed"}', "--filter:1:21: stages: The file is not JSON: “}” was not expected"
                              " here."),
    ("nothing such", f"{MADE_UP}: There is no saved filter “nothing such”."),
    ("@/nowhere/filter.json", "/nowhere/filter.json: "),
)


def is_refused(filter_, sentence):
    def point():
        result = call("list", MADE_UP, "--filter", filter_)
        equal((result.returncode, result.stdout), (1, b""))
        assert result.stderr.decode().startswith(sentence), result.stderr.decode()
        equal(result.stderr.count(b"\n"), 1, "lines")
    return point


def names_are_kept():
    """A confidential project goes by its code name, and its parties are not told."""
    secret = next(project for project in projects_of(MADE_UP) if project.get("confidential"))
    command = ("list", MADE_UP, "--format", "json")
    shown = next(row for row in answer(*command) if row["id"] == secret["id"])
    equal((shown.get("name-en"), shown.get("name-zh")), (None, None))
    equal(shown.get("code-name"), secret.get("code-name"))
    shown = next(row for row in answer(*command, "--include-names") if row["id"] == secret["id"])
    equal(shown.get("name-zh"), secret["name"].get("zh"))
    parties = {party["party"] for party in secret["parties"]}
    everywhere = {party["party"] for project in projects_of(MADE_UP)
                  if not project.get("confidential") for party in project.get("parties", [])}
    listed = {row["id"] for row in answer(*command, "--records", "parties")}
    equal(listed & (parties - everywhere), set(), "parties of secrets")


def other_records():
    register = bad_files.MADE_UP
    sectors = answer("list", register, "--records", "sectors", "--format", "json")
    assert {"id", "taxonomy-id", "code", "name-zh"} <= set(sectors[0]), sectors[0]
    equal([row["retired"] for row in sectors if row["retired"]], [], "booleans are booleans")
    events = answer("list", register, "--records", "events", "--format", "json")
    equal(len(events) > 0, True)


def other_moments():
    earlier = answer("list", MADE_UP, "--format", "json", "--true-on", "2022")
    assert 0 < len(earlier) < len(ids()), len(earlier)
    result = call("list", MADE_UP, "--known-on", "2999")
    equal((result.returncode, result.stdout), (1, b""))
    assert result.stderr.decode().startswith(f"{MADE_UP}: "), result.stderr


def goes_to_a_file(folder):
    def point():
        output = folder / "list.csv"
        expect(call("list", NINGBO, "--format", "csv", "-o", output), 0)
        equal(output.read_bytes(), call("list", NINGBO, "--format", "csv").stdout)
    return point


USAGE = (
    (("list",), "“list” needs exactly one file."),
    (("list", "a", "--format", "xlsx"), "There is no format “xlsx”."),
    (("list", "a", "--records", "tides"), "There is no type “tides”."),
    (("list", "a", "--sort", "tide"), "Projects cannot be sorted by “tide”."),
    (("list", "a", "--descending"), "“--descending” needs “--sort”."),
    (("list", "a", "--language", "la"), "There is no language “la”."),
    (("list", "a", "--true-on", "2024-13"), "“2024-13” is no date such as 2024 or 2024-06-30."),
    (("list", str(NINGBO), "--columns", "id,tide"), "There is no column “tide” of projects."),
)


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-cli-") as name:
        return points.run([
            ("for people", lists_for_people),
            *((f"the same in every locale: {form}", is_the_same_everywhere(form))
              for form in ("csv", "tsv", "json", "markdown")),
            ("the same in every format", says_the_same_in_every_format),
            ("sums are exact", sums_are_exact),
            ("sorted", sorts),
            ("filtered and searched", filters_and_searches),
            *((f"refused: {filter_}", is_refused(filter_, sentence))
              for filter_, sentence in BAD_FILTERS),
            ("columns of a part", columns_are_the_registers),
            ("records of a part", records_of_some_projects),
            ("confidential names", names_are_kept),
            ("other records", other_records),
            ("other moments", other_moments),
            ("into a file", goes_to_a_file(pathlib.Path(name))),
            *usage_points(USAGE),
        ])


if __name__ == "__main__":
    sys.exit(main())
