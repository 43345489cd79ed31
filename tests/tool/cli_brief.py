# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli brief from outside. What it says of the made-up sample is counted again here.

    cli_brief.py PROGRAM WRITTEN-FOLDER
"""

import html.parser
import json
import pathlib
import re
import sys
import tempfile

import bad_files
import points
from calls import LANGUAGES, answer, call, expect, projects_of, usage_points
from points import equal

EVENT = "beijing-2023"
TOTALS = ("brief", bad_files.MADE_UP, "--parts", "totals,stages,divisions", "--format", "json")


def numbers(told):
    return {run["key"]: run for paragraph in told["paragraphs"] for run in paragraph["runs"]
            if "key" in run}


def words(told):
    return "\n".join("".join(run["text"] for run in paragraph["runs"])
                     for paragraph in told["paragraphs"])


def stage_of(project):
    """The last stage entered, those of one date in the order of the file."""
    stages = project.get("stages", [])
    return max(stages, key=lambda stage: stage.get("date", ""))["stage"] if stages else None


def live_projects():
    projects = projects_of(bad_files.MADE_UP)
    parents = {project.get("parent") for project in projects}

    def is_live(project):
        statuses = project.get("statuses", [])
        ended = statuses and max(statuses, key=lambda s: s.get("date", ""))["status"] == "terminated"
        return not ended and project.get("counted", True) and project["id"] not in parents
    return [project for project in projects if is_live(project)]


# ---- what it says ------------------------------------------------------------------------------


def event_is_told(language):
    def point():
        result = call("brief", bad_files.NINGBO, "--event", EVENT, language=language)
        equal((result.returncode, result.stderr), (0, b""))
        text = result.stdout.decode()
        for part in ("17 projects were announced, with intended investment of 16 billion yuan, "
                     "including a foreign part of US$1.06 billion.", "No project is recorded.",
                     "16.3 % a year", "17.9 % from 2015 to 2022"):
            assert part in text, part
        chinese = call("brief", bad_files.NINGBO, "--event", EVENT, "--language", "zh",
                       language=language).stdout.decode()
        assert "活动公布17个项目，意向投资额160亿元（其中外资10.6亿美元）。" in chinese, chinese
    return point


def counts_are_those_of_a_recount():
    told = numbers(answer(*TOTALS))
    live = live_projects()
    equal(told["projects.count"]["text"], f"{len(live)} projects")
    equal(told["projects.count"]["projects"], len(live))
    counts = {}
    for project in live:
        counts[stage_of(project)] = counts.get(stage_of(project), 0) + 1
    found = {key.split("/")[0].removeprefix("stage:"): run["projects"]
             for key, run in told.items() if key.startswith("stage:")}
    equal(found, {stage: n for stage, n in counts.items() if stage is not None}, "stages")


def numbers_open_their_rows():
    """The filter behind a number, given back, lists as many projects as the number counted."""
    told = numbers(answer(*TOTALS))
    opened = 0
    for key, run in told.items():
        if "filter" not in run:
            continue
        listed = answer("list", bad_files.MADE_UP, "--format", "json", "--filter",
                        json.dumps(run["filter"]))
        rows = listed["rows"] if isinstance(listed, dict) else listed
        equal(len(rows), run["projects"], key)
        opened += 1
    assert opened > 10, opened


# ---- how it says it ----------------------------------------------------------------------------


class Reader(html.parser.HTMLParser):
    """Keeps what is read, and sees that each element is closed."""

    def __init__(self):
        super().__init__()
        self.text = []
        self.open = []
        self.head = {}

    def handle_starttag(self, tag, attrs):
        if tag in ("html", "meta"):
            self.head.update(attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        equal(self.open.pop(), tag)

    def handle_data(self, data):
        if self.open[-1:] == ["title"]:
            self.head["title"] = data
        else:
            self.text.append(data)


def formats_say_the_same():
    command = ("brief", bad_files.MADE_UP, "--event", "central-2025")
    told = words(answer(*command, "--format", "json"))
    reader = Reader()
    reader.feed(call(*command, "--format", "html").stdout.decode())
    equal(reader.open, [], "open elements")
    equal(reader.head, {"lang": "en", "charset": "utf-8", "title": told.splitlines()[0]})
    equal([line for line in "".join(reader.text).splitlines() if line.strip()], told.splitlines())
    text = call(*command).stdout.decode()
    equal([line.removeprefix("• ") for line in text.splitlines() if line], told.splitlines())
    markdown = re.sub(r"\\(.)", r"\1", call(*command, "--format", "markdown").stdout.decode())
    equal([re.sub(r"^(## |- )", "", line) for line in markdown.splitlines() if line],
          told.splitlines())


def unit_and_rates_are_chosen():
    text = call("brief", bad_files.NINGBO, "--event", EVENT, "--unit", "million").stdout.decode()
    assert "16,000 million yuan" in text and "US$1,060 million" in text, text
    usual, average = (
        numbers(answer(*TOTALS, *rates))["kind:agreement/kind.amount"]
        for rates in ((), ("--rates", "made-up-average")))
    assert usual["text"] != average["text"], usual
    equal((usual["rate-set"], average["rate-set"]), ("made-up-mid", "made-up-average"))


def what_has_no_rate_is_told():
    """No rate leads from the yuan: shares of such a total would mean nothing."""
    text = call("brief", bad_files.MADE_UP, "--currency", "USD").stdout.decode()
    assert "agreed investment of US$235 million without those that have no rate" in text, text
    assert re.search(r"For \d+ projects there is no rate: their agreed investment is not in the "
                     "total", text), text
    assert "%" not in next(line for line in text.splitlines() if line.startswith("By division"))


def period_and_date_are_chosen():
    text = call("brief", bad_files.MADE_UP, "--from", "2023", "--to", "2024", "--as-of",
                "2024-06-30").stdout.decode()
    assert text.startswith("Projects signed from 2023 to 2024\n"), text
    assert "As of 30 June 2024, " in text, text


def secrets_are_kept():
    secret = next(project for project in projects_of(bad_files.MADE_UP)
                  if project.get("confidential"))
    name = secret["name"]["en"].encode()
    command = ("brief", bad_files.MADE_UP, "--filter", json.dumps({"text": secret["number"]}))
    for form in ("text", "json"):
        equal(name in call(*command, "--format", form).stdout, False, "without names")
        equal(name in call(*command, "--format", form, "--include-names").stdout, True,
              "with names")


def own_template(folder, wording):
    path = folder / "own.tideline"
    register = json.loads(bad_files.NINGBO.read_text(encoding="utf-8"))
    register["templates"] = [{"id": "own", "name": {"en": "Our own"}, "wording": wording}]
    path.write_text(json.dumps(register, ensure_ascii=False), encoding="utf-8")
    return path


def own_template_is_filled(folder):
    def point():
        path = own_template(folder, "We have {projects.count}.")
        for name in ("own", "Our own"):
            expect(call("brief", path, "--template", name), 0, out=b"We have 2 projects.\n")
    return point


def wrong_placeholder_has_its_place(folder):
    def point():
        path = own_template(folder, "We have\n  {project.count}.")
        expect(call("brief", path, "--template", "own"), 1,
               err=f"{path}: 2:3: There is no placeholder “{{project.count}}”.\n")
    return point


def output_is_a_file(folder):
    def point():
        output = folder / "briefing.md"
        command = ("brief", bad_files.NINGBO, "--event", EVENT, "--format", "markdown")
        expect(call(*command, "-o", output), 0)
        equal(output.read_bytes(), call(*command).stdout)
    return point


def what_is_not_there_is_told():
    for option, sentence in (("--event", "There is no event “x”."),
                             ("--template", "There is no template “x”."),
                             ("--rates", "There are no rates “x”."),
                             ("--filter", "There is no saved filter “x”.")):
        expect(call("brief", bad_files.NINGBO, option, "x"), 1,
               err=f"{bad_files.NINGBO}: {sentence}\n")


USAGE = (
    (("brief",), "“brief” needs exactly one file."),
    (("brief", "a", "--event", "b", "--from", "2023"),
     "A briefing is about an event, a period or a filter, not about several."),
    (("brief", "a", "--from", "soon"), "“soon” is not a date."),
    (("brief", "a", "--as-of", "2023-02-30"), "“2023-02-30” is not a date."),
    (("brief", "a", "--language", "fr"), "There is no language “fr”."),
    (("brief", "a", "--unit", "dozen"), "There is no unit “dozen”."),
    (("brief", "a", "--kind", "gift"), "There is no kind of amounts “gift”."),
    (("brief", "a", "--currency", "SHELLS"), "There is no currency “SHELLS”."),
    (("brief", "a", "--parts", "totals,weather"), "There is no part “weather”."),
    (("brief", "a", "--format", "pdf"), "There is no format “pdf”."),
)


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-cli-") as name:
        folder = pathlib.Path(name)
        return points.run([
            *((f"an event under {language}", event_is_told(language)) for language in LANGUAGES),
            ("counts are those of a recount", counts_are_those_of_a_recount),
            ("numbers open their rows", numbers_open_their_rows),
            ("all formats say the same", formats_say_the_same),
            ("unit and rates", unit_and_rates_are_chosen),
            ("what has no rate", what_has_no_rate_is_told),
            ("period and date", period_and_date_are_chosen),
            ("secrets", secrets_are_kept),
            ("an own template", own_template_is_filled(folder)),
            ("a wrong placeholder", wrong_placeholder_has_its_place(folder)),
            ("into a file", output_is_a_file(folder)),
            ("what is not there", what_is_not_there_is_told),
            *usage_points(USAGE),
        ])


if __name__ == "__main__":
    sys.exit(main())
