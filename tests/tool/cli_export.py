# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli export from outside.

    cli_export.py PROGRAM WRITTEN-FOLDER
"""

import pathlib
import sys
import tempfile
import zipfile

import bad_files
import points
from calls import LANGUAGES, call, projects_of, rows, usage_points
from points import equal


def export_prints_the_projects(language):
    def point():
        result = call("export", bad_files.NINGBO, language=language)
        equal(result.returncode, 0)
        equal(result.stdout, call("export", bad_files.NINGBO).stdout, "bytes of another language")
        equal([row["id"] for row in rows(result.stdout)],
              [project["id"] for project in projects_of(bad_files.NINGBO)], "projects")
    return point


def export_tells_what_is_lost():
    equal(call("export", bad_files.NINGBO).stderr.decode().splitlines(), [
        f"{bad_files.NINGBO}: Nothing in the file says which cells are numbers or dates.",
        f"{bad_files.NINGBO}: The settings of the register, its history, saved filters, "
        "briefings, templates and presets are not written."])


def export_writes_as_asked():
    out = call("export", bad_files.NINGBO, "--separator", "semicolon", "--decimal-comma", "--bom",
               "--type", "amounts").stdout
    equal(out[:3], b"\xef\xbb\xbf", "mark")
    amounts = [amount for project in projects_of(bad_files.NINGBO)
               for amount in project.get("amounts", [])]
    equal([row["value"] for row in rows(out[3:], ";")],
          [amount.get("value", "").replace(".", ",") for amount in amounts], "values")


def export_takes_the_format_of_the_ending(folder):
    def point():
        for ending, start in ((".xlsx", b"PK"), (".md", b"## projects"), (".tsv", b"id\t"),
                              (".csv", b"id,")):
            path = folder / f"tables{ending}"
            equal(call("export", bad_files.NINGBO, "-o", path).returncode, 0)
            equal(path.read_bytes()[:len(start)], start, ending)
        equal(zipfile.ZipFile(folder / "tables.xlsx").testzip(), None, "archive")
    return point


def export_keeps_secrets():
    secret = next(project for project in projects_of(bad_files.MADE_UP)
                  if project.get("confidential"))
    name = secret["name"]["en"].encode()
    command = ("export", bad_files.MADE_UP, "--format", "markdown")
    equal(name in call(*command).stdout, False, "without names")
    equal(name in call(*command, "--include-names").stdout, True, "with names")


def export_of_no_filter():
    result = call("export", bad_files.NINGBO, "--filter", "nothing such")
    equal((result.returncode, result.stdout), (1, b""))
    equal(result.stderr.decode(),
          f"{bad_files.NINGBO}: There is no saved filter “nothing such”.\n")


def export_takes_a_filter(folder):
    """By its name, and as JSON of what a register holds, typed or in a file."""
    def point():
        stage = '{"stages": ["signed"]}'
        (folder / "filter.json").write_text(stage, encoding="utf-8")
        wanted = [row["id"] for row in rows(call("export", bad_files.MADE_UP).stdout)
                  if row["stage"] == "signed"]
        assert wanted
        for filter_ in (stage, f"@{folder / 'filter.json'}"):
            result = call("export", bad_files.MADE_UP, "--filter", filter_)
            equal([row["id"] for row in rows(result.stdout)], wanted, filter_)
    return point


USAGE = (
    (("export",), "“export” needs exactly one file."),
    (("export", "a", "--format", "ods"), "There is no format “ods”."),
    (("export", "a", "--type", "tides"), "There is no type “tides”."),
    (("export", "a", "--separator", "dash"), "There is no separator “dash”."),
    (("export", "a", "--language", "la"), "There is no language “la”."),
    (("export", "a", "--true-on", "soon"), "“soon” is no date such as 2024 or 2024-06-30."),
)


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-cli-") as name:
        folder = pathlib.Path(name)
        return points.run([
            *((f"prints the projects under {language}", export_prints_the_projects(language))
              for language in LANGUAGES),
            ("tells what is lost", export_tells_what_is_lost),
            ("writes as asked", export_writes_as_asked),
            ("the format of the ending", export_takes_the_format_of_the_ending(folder)),
            ("keeps secrets", export_keeps_secrets),
            ("a filter", export_takes_a_filter(folder)),
            ("a filter that is not there", export_of_no_filter),
            *usage_points(USAGE),
        ])


if __name__ == "__main__":
    sys.exit(main())
