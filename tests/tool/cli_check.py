# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli check from outside: reports with figures, traps and page furniture.

    cli_check.py PROGRAM WRITTEN-FOLDER
"""

import csv
import html.parser
import io
import json
import pathlib
import re
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


def findings_of(path):
    return json.loads(call("check", bad_files.NINGBO, path, "--format", "json").stdout)["findings"]


def csv_has_a_row_for_each_finding():
    path = CORPUS / "report-en.txt"
    text = path.read_text(encoding="utf-8")
    written = call("check", bad_files.NINGBO, path, "--format", "csv").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    equal(list(rows[0]), ["place", "words", "kind", "verdict", "value", "unit", "computed", "low",
                          "high", "computed-unit", "type", "record", "explanation"])
    found = findings_of(path)
    equal(len(rows), len(found))
    lines = text.split("\n")
    for row, finding in zip(rows, found):
        line, column = map(int, row["place"].split(":"))
        start = text.encode()[:finding["start"]].decode()
        equal((line, column), (start.count("\n") + 1, len(start) - start.rfind("\n")))
        equal(lines[line - 1][column - 1:].startswith(row["words"].split(" ")[0]), True)
        equal(row["words"], finding["quote"].replace("\n", " "))
        for member in ("kind", "verdict", "value", "unit", "computed", "low", "high",
                       "computed-unit", "type", "record"):
            equal(row[member], finding.get(member, ""), member)
    differing = next(row for row in rows if row["verdict"] == "differs")
    equal(differing["explanation"],
          "The levels of 2015 and 2022 give 17.780 %, by rounding 17.755 % to 17.806 %. Compared "
          "with “Added value of strategic emerging industries” of 2015 and 2022.")


def formulas_are_guarded(folder):
    """A name of the register that begins with an equals sign is a text, a negative number is not."""
    def point():
        register = json.loads(bad_files.NINGBO.read_text(encoding="utf-8"))
        register["parties"][0]["name"]["en"] = "=SUM Holdings Group"
        changed = folder / "formula.tideline"
        changed.write_text(json.dumps(register, ensure_ascii=False), encoding="utf-8")
        path = folder / "formula.txt"
        path.write_text("We met =SUM Holdings Group there.\n", encoding="utf-8")
        written = call("check", changed, path, "--format", "csv").stdout.decode()
        row = next(csv.DictReader(io.StringIO(written, newline="")))
        equal(row["words"], "'=SUM Holdings Group")
    return point


class Page(html.parser.HTMLParser):
    """Keeps the text between marks, the links, and what they lead to."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.marks = []
        self.links = []
        self.ids = []
        self.language = None
        self.text = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag != "meta":
            self.open.append(tag)
        if tag == "mark":
            self.marks.append("")
        if tag == "html":
            self.language = attributes["lang"]
        self.links += [attributes["href"]] if "href" in attributes else []
        self.ids += [attributes["id"]] if "id" in attributes else []

    def handle_endtag(self, tag):
        equal(self.open.pop(), tag)

    def handle_data(self, data):
        if "mark" in self.open:
            self.marks[-1] += data
        if "div" in self.open and "sup" not in self.open:
            self.text.append(data)


def page_marks_each_finding(name):
    def point():
        path = CORPUS / name
        page = Page()
        page.feed(call("check", bad_files.NINGBO, path, "--format", "html").stdout.decode())
        equal(page.open, [])
        equal(page.language, "en")
        equal("".join(page.text), path.read_text(encoding="utf-8"))
        found = findings_of(path)
        wanted = {f"finding-{i + 1}" for i in range(len(found))}
        wanted |= {f"text-{i + 1}" for i in range(len(found))}
        equal(set(page.ids), wanted)
        equal({link.removeprefix("#") for link in page.links}, wanted)
        whole = re.sub(r"\s", "", "".join(page.marks))
        for finding in found:
            equal(re.sub(r"\s", "", finding["quote"]) in whole, True, finding["quote"])
    return point


def markdown_says_the_text():
    path = CORPUS / "report-en.txt"
    written = call("check", bad_files.NINGBO, path, "--format", "markdown").stdout.decode()
    body = written[:written.index("\n## ")].split("\n\n", 2)[2]
    body = re.sub(r"<sup>.*?</sup>|</?mark>", "", body)
    equal(re.sub(r"\\(.)", r"\1", body).strip(), path.read_text(encoding="utf-8").strip())
    listed = re.findall(r'^(\d+)\. <a id="finding-(\d+)"></a>', written, re.MULTILINE)
    equal(listed, [(str(i + 1), str(i + 1)) for i in range(len(findings_of(path)))])


def output_is_a_file(folder):
    def point():
        output = folder / "checked.html"
        command = ("check", bad_files.NINGBO, CORPUS / "report-zh.txt", "--format", "html")
        expect(call(*command, "-o", output), 0)
        equal(output.read_bytes(), call(*command).stdout)
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
            ("a row for each finding", csv_has_a_row_for_each_finding),
            ("formulas are guarded", formulas_are_guarded(folder)),
            *((f"a page of {name}", page_marks_each_finding(name))
              for name in ("report-en.txt", "report-zh.txt")),
            ("Markdown", markdown_says_the_text),
            ("into a file", output_is_a_file(folder)),
            ("a text in another encoding", bad_text_is_refused(folder)),
            *usage_points(USAGE),
        ])


sys.exit(main())
