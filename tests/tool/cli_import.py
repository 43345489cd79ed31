# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli import from outside.

    cli_import.py PROGRAM WRITTEN-FOLDER
"""

import decimal
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import points
from bad_files import MADE_UP, NINGBO
from calls import LANGUAGES, NO_DISPLAY, PROGRAM, answer, call, keep, rows, usage_points
from dialects import CHINESE_ROWS, DIALECTS, text
from points import equal

BAD = """项目名称,投资方,行业,协议投资额（万元）
海风一号项目,甲公司,新能源,100
潮汐二号项目,乙公司,光伏,200.5
盐田三号项目,丙公司,新材料,很多
"""


class Place:
    """A register and a table in a folder of their own."""

    def __init__(self, folder, name, table, ending="csv", sample=NINGBO):
        self.folder = folder / name.replace(" ", "-")
        self.folder.mkdir()
        self.register = self.folder / "register.tideline"
        self.table = self.folder / f"table.{ending}"
        shutil.copyfile(sample, self.register)
        self.table.write_bytes(table if isinstance(table, bytes) else table.encode())
        self.before = self.register.read_bytes()

    def call(self, *arguments, **options):
        return call("import", self.register, self.table, *arguments, **options)

    def answer(self, *arguments, status=0):
        return answer("import", self.register, self.table, "--format", "json", *arguments,
                      status=status)

    def is_untouched(self):
        return self.register.read_bytes() == self.before

    def sums(self):
        total = answer("totals", self.register, "--format", "json")["total"]
        return {sum_["currency"]: decimal.Decimal(sum_["value"]) for sum_ in total["recorded"]}


# ---- dialects ------------------------------------------------------------------------------------


def comes_in_exactly(folder, dialect):
    name, ending, table, arguments, sums = dialect

    def point():
        place = Place(folder, name, table, ending)
        place.answer("--dry-run", *arguments)
        assert place.is_untouched(), "a dry run"
        told = place.answer(*arguments)
        equal((told["written"], told["counts"]["refused"]), (True, 0))
        equal(place.sums(), sums, name)
        equal({total["currency"]: decimal.Decimal(total["after"]) for total in told["totals"]
               if total["amount-kind"] == "agreement"}, sums, "totals that were told")
        equal(call("validate", place.register).returncode, 0, "validate")
        keep(place.register, f"import-{place.folder.name.lower()}")
        again = place.answer(*arguments)
        equal((again["written"], again["counts"]["unchanged"]), (False, len(again["rows"])),
              "a second time")
    return point


def comes_back(folder, ending):
    """The sample's own tables change no total of it."""
    def point():
        place = Place(folder, f"back-{ending}", b"", ending, MADE_UP)
        equal(call("export", place.register, "--include-names", "-o", place.table).returncode, 0)
        totals = [answer("totals", place.register, "--kind", kind, "--format", "json")
                  for kind in ("intention", "agreement", "arrived")]
        told = place.answer("--preset", "none")
        equal((told["counts"]["created"], told["counts"]["refused"]), (0, 0))
        equal(len(told["rows"]), len(json.loads(place.before)["projects"]), "rows")
        for before in totals:
            after = answer("totals", place.register, "--kind", before["amount-kind"], "--format",
                           "json")
            for member in ("projects", "with-amount", "value", "recorded", "unpriced", "left-out"):
                equal(after["total"][member], before["total"][member], member)
        for total in told["totals"]:
            equal(total["after"], total["before"], total)
    return point


def own_comes_back(folder):
    """What Tideline has written of a register changes nothing in it, and is the same in another."""
    place = Place(folder, "own", b"", "xlsx", MADE_UP)
    equal(call("export", place.register, "--include-names", "-o", place.table).returncode, 0)
    told = place.answer()
    equal((told["own"], told["written"]), (True, False))
    equal(told["counts"]["unchanged"], len(told["rows"]), "unchanged rows")

    whole = json.loads(place.before)
    lists = [name for name, value in whole.items() if isinstance(value, list)]
    empty = {name: whole[name] for name in ("format", "version", "id", "title", "time-zone",
                                            "currency")}
    place.register.write_text(json.dumps(empty, ensure_ascii=False), encoding="utf-8")
    told = place.answer()
    equal((told["own"], told["written"], told["counts"]["refused"]), (True, True, 0))
    copy = json.loads(place.register.read_bytes())
    for name in sorted({"projects", "parties", "divisions", "events", "indicators", "platforms",
                        "results", "rates", "sources", "taxonomies", "targets"} & set(lists)):
        equal(plain(copy[name]), plain(whole[name]), name)


def plain(value):
    """Without the times of records, and without zeros at the end of numbers, which a spreadsheet does
    not keep and the export says so."""
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items()
                if name not in ("created", "updated")}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+\.[0-9]+", value):
        return value.rstrip("0").rstrip(".")
    return value


def comes_into_nothing(folder):
    """The names and amounts of a table that was exported, in a register without them."""
    place = Place(folder, "anew", b"", "csv")
    columns = "name-zh,name-en,stage,amount-agreement (CNY)"
    table = call("list", MADE_UP, "--include-names", "--format", "csv", "--columns",
                 columns, "--filter", '{"currencies": ["CNY"], "amount-kind": "agreement",'
                 ' "counting": "live"}').stdout
    place.table.write_bytes(table)
    place.answer()
    equal(place.sums(), {"CNY": sum(decimal.Decimal(row["amount-agreement (CNY)"])
                                    for row in rows(table))})


# ---- what is left to decide ----------------------------------------------------------------------


def undecided_stays_out(folder):
    def point():
        place = Place(folder, "undecided", BAD)
        result = place.call()
        equal((result.returncode, result.stderr), (3, b""))
        assert place.is_untouched()
        out = result.stdout.decode()
        for line in (f"{place.table}:3:3: sector: The sector “光伏” is not decided about.",
                     f"{place.table}:4:4: amount-agreement: “很多” is not an amount of money.",
                     "To decide: sectors “光伏”, in 1 row, first in row 3",
                     "No register is written."):
            assert f"{line}\n" in out, out
        told = place.answer(status=3)
        equal([(row["row"], row["verdict"]) for row in told["rows"]],
              [(2, "created"), (3, "refused"), (4, "refused")])
        equal(told["rows"][1]["problems"], [{
            "column": 3, "header": "行业", "field": "sector", "text": "光伏",
            "reason": "The sector “光伏” is not decided about."}])
        equal([(name["kind"], name["text"]) for name in told["names"]
               if name["act"] == "undecided"], [("sectors", "光伏")])
        equal(told["counts"]["created"], 1)
        equal(told["new"], {"parties": 1, "projects": 1})
    return point


def decided_comes_in(folder):
    def point():
        place = Place(folder, "decided", BAD)
        told = place.answer("--decide", "sectors:光伏=press/new-energy", status=3)
        equal(told["counts"]["refused"], 1)
        report = place.folder / "left-out.csv"
        told = place.answer("--decide", "sectors:光伏=press/new-energy", "--leave-out", "--report",
                            report)
        equal((told["written"], told["counts"]["created"], told["counts"]["refused"]), (True, 2, 1))
        equal(place.sums(), {"CNY": decimal.Decimal("3005000")})
        left = rows(report.read_bytes())
        equal([(row["Row"], row["Column 1"]) for row in left], [("4", "盐田三号项目")])
    return point


def new_and_ignored(folder):
    def point():
        place = Place(folder, "new", BAD)
        told = place.answer("--new", "sectors", "--leave-out", "--dry-run")
        equal(told["new"], {"sectors": 1, "parties": 2, "projects": 2})
        told = place.answer("--ignore", "sectors", "--leave-out", "--dry-run")
        equal(told["new"], {"parties": 2, "projects": 2})
        assert place.is_untouched()
    return point


def ambiguous_is_asked(folder):
    """1.234 may be two numbers: nothing is written until somebody says which."""
    def point():
        place = Place(folder, "ambiguous", "Project name,Agreed investment (CNY)\nOne,1.234\n")
        told = place.answer(status=3)
        assert "“1.234” in row 2" in told["columns"][1]["doubt"], told
        equal(place.is_untouched(), True)
        equal(place.answer("--decimal", "comma")["written"], True)
        equal(place.sums(), {"CNY": decimal.Decimal("1234")})
        other = Place(folder, "ambiguous-point", place.table.read_bytes())
        other.answer("--read", "2=amount decimal=point unit=6 currency=USD")
        equal(other.sums(), {"USD": decimal.Decimal("1234000")})
    return point


def days_are_asked(folder):
    def point():
        place = Place(folder, "days", "Project name,Date signed\nOne,01/02/2024\n")
        assert place.answer(status=3)["columns"][1]["doubt"]
        place.answer("--date-order", "day-first")
        project = json.loads(place.register.read_text())["projects"][-1]
        equal([(entry["stage"], entry["date"]) for entry in project["stages"]],
              [("signed", "2024-02-01")])
    return point


def nameless_is_undecided(folder):
    def point():
        place = Place(folder, "nameless", "a,b\n1,2\n")
        told = place.answer(status=3)
        equal(told["problem"], "Choose which column has the name of the project, or its key.")
        equal("rows" in told, False)
        equal(place.answer("--map", "a=name")["counts"]["created"], 1)
    return point


# ---- keys, presets, history ----------------------------------------------------------------------


def matching_rows(folder):
    def point():
        place = Place(folder, "matching", text(CHINESE_ROWS))
        place.answer()
        place.table.write_text(text(CHINESE_ROWS).replace("12500.50", "20000"), encoding="utf-8")
        for act, status, counts in (("skip", 0, {"skipped": 3}), ("create", 0, {"created": 3}),
                                    ("ask", 3, {"asked": 1, "unchanged": 2}),
                                    ("update", 0, {"updated": 1, "unchanged": 2})):
            told = place.answer("--matching", act, "--dry-run", status=status)
            equal({verdict: n for verdict, n in told["counts"].items() if n > 0}, counts, act)
        place.answer("--key", "项目名称", "--matching", "update")
        equal(place.sums(), {"CNY": decimal.Decimal("230002500")})
    return point


def one_step_with_its_author(folder):
    def point():
        place = Place(folder, "history", text(CHINESE_ROWS))
        steps = len(json.loads(place.before).get("history", []))
        place.answer("--author", "王芳", "--remember", "季报", "--set", "division=余姚市")
        register = json.loads(place.register.read_text(encoding="utf-8"))
        equal(len(register["history"]), steps + 1, "steps")
        equal(register["history"][-1]["author"], "王芳")
        equal([project["division"] for project in register["projects"][-3:]], ["330281"] * 3)
        told = place.answer("--dry-run")
        equal(told["preset"], register["presets"][0]["id"])
        equal(place.answer("--dry-run", "--preset", "季报")["preset"], told["preset"])
        equal("preset" in place.answer("--dry-run", "--preset", "none"), False)
        keep(place.register, "import-history")
    return point


def another_file(folder):
    def point():
        place = Place(folder, "output", text(CHINESE_ROWS))
        output = place.folder / "new.tideline"
        equal(place.answer("-o", output)["written"], True)
        assert place.is_untouched()
        equal(len(json.loads(output.read_text(encoding="utf-8"))["projects"]),
              len(json.loads(place.before)["projects"]) + 3)
    return point


def header_row_is_told(folder):
    def point():
        place = Place(folder, "header", "a,b\nProject name,Investor\nOne,A\n")
        told = place.answer("--header-row", "2", "--dry-run")
        equal((told["header-row"], told["counts"]["created"]), (2, 1))
        result = place.call("--header-row", "9")
        equal((result.returncode, result.stderr.decode()),
              (1, f"{place.table}: There is no row 9.\n"))
    return point


def observations(folder):
    def point():
        place = Place(folder, "observations", "Indicator,2022,2023\nExports,100,120.5\n")
        told = place.answer("--new", "indicators")
        equal((told["subject"], told["written"]), ("observations", True))
        indicator = next(indicator for indicator in
                         json.loads(place.register.read_text(encoding="utf-8"))["indicators"]
                         if indicator["name"].get("en") == "Exports")
        equal([(entry["period"], entry["value"]) for entry in indicator["observations"]],
              [("2022", "100"), ("2023", "120.5")])
    return point


# ---- refusals ------------------------------------------------------------------------------------


def register_with_problems(folder):
    def point():
        place = Place(folder, "dangling", text(CHINESE_ROWS))
        place.register.write_bytes(place.before.replace(b'\n  "division": "330200"',
                                                        b'\n  "division": "nowhere"', 1))
        place.before = place.register.read_bytes()
        result = place.call()
        equal((result.returncode, result.stdout), (1, b""))
        assert result.stderr.decode().endswith(
            f"{place.register}: Nothing is taken into a register that has problems.\n")
        assert place.is_untouched()
    return point


def tables_that_are_none(folder):
    def point():
        for name, content in (("empty", b""), ("picture", b"\x89PNG\r\n\x1a\n" + bytes(99)),
                              ("workbook", b"PK\x03\x04" + bytes(99))):
            place = Place(folder, f"none-{name}", content)
            result = place.call()
            equal((result.returncode, result.stdout), (1, b""), name)
            assert result.stderr.decode().startswith(f"{place.table}: "), result.stderr
            assert place.is_untouched()
    return point


def what_is_not_there(folder):
    def point():
        place = Place(folder, "absent", text(CHINESE_ROWS))
        for arguments, status, sentence in (
                (("--sheet", "9"), 1, f"{place.table}: There is no sheet “9”, but: "),
                (("--preset", "tide"), 1, f"{place.register}: There is no preset “tide”."),
                (("--taxonomy", "tide"), 1, f"{place.register}: There is no taxonomy “tide”."),
                (("--map", "tide=name"), 2, "The table has no column “tide”."),
                (("--map", "1=tide"), 2, "There is no field “tide”."),
                (("--map", "tide"), 2, "“--map” needs an equals sign in “tide”."),
                (("--read", "1=tide"), 2, "Cells cannot be read as “tide”."),
                (("--key", "4"), 2, "The column “4” tells no projects apart."),
                (("--matching", "tide"), 2, "Rows of known projects cannot be treated as “tide”."),
                (("--repeats", "tide"), 2, "Repeated rows cannot be treated as “tide”."),
                (("--new", "tides"), 2, "There is no kind of names “tides”."),
                (("--new", "stages"), 2, "No new “stages” can be made."),
                (("--similar", "much"), 2, "“much” is no number from 0 to 1."),
                (("--decide", "tide"), 2, "“--decide” needs KIND:TEXT=ID, not “tide”."),
                (("--decide", "sectors:光伏=tide"), 2, "There is no “tide” among the sectors."),
                (("--set", "name=tide"), 2, "“name” cannot be the same in all rows."),
                (("--rows", "tides"), 2, "Rows cannot be “tides”."),
                (("--decimal", "dash"), 2, "There is no decimal sign “dash”."),
                (("--date-order", "tide"), 2, "There is no order of dates “tide”."),
                (("--encoding", "tide"), 2, "There is no encoding “tide”."),
                (("--separator", "tide"), 2, "There is no separator “tide”."),
                (("--header-row", "tide"), 2, "“tide” is no row."),
                (("--preset", "a", "--header-row", "1"), 2,
                 "A preset says which row is the header.")):
            result = place.call(*arguments)
            equal((result.returncode, result.stdout), (status, b""), arguments)
            assert result.stderr.decode().startswith(sentence), result.stderr.decode()
        assert place.is_untouched()
    return point


def cannot_be_written(folder):
    def point():
        place = Place(folder, "unwritable", text(CHINESE_ROWS))
        output = place.folder / "nowhere" / "new.tideline"
        result = place.call("-o", output)
        equal(result.returncode, 1)
        assert result.stderr.decode().startswith(f"{output}: "), result.stderr
        assert "No register is written.\n" in result.stdout.decode()
    return point


def changed_meanwhile(folder):
    """What somebody else saves while the table is read stays."""
    def point():
        place = Place(folder, "meanwhile", b"")
        place.table.unlink()
        os.mkfifo(place.table)
        with subprocess.Popen([PROGRAM, "import", place.register, place.table], env=NO_DISPLAY,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            # The program opens the table when it has read the register.
            with open(place.table, "wb") as pipe:
                shutil.copyfile(MADE_UP, place.register)
                pipe.write(text(CHINESE_ROWS).encode())
            out, err = process.communicate(timeout=60)
        equal(process.returncode, 1)
        assert err.decode().startswith(f"{place.register}: "), err
        assert "No register is written.\n" in out.decode(), out
        equal(place.register.read_bytes(), MADE_UP.read_bytes())
    return point


def json_is_of_no_locale(folder):
    def point():
        place = Place(folder, "locale", text(CHINESE_ROWS))
        told = [json.loads(place.call("--format", "json", "--dry-run", language=language).stdout)
                for language in LANGUAGES]
        for each in told:
            for row in each["rows"]:
                row.pop("id")
        equal(told[1:], told[:1] * 2)
    return point


USAGE = (
    (("import", "a"), "“import” needs a register and a table."),
    (("import", "a", "b", "c"), "“import” needs a register and a table."),
    (("import", "a", "b", "--format", "xlsx"), "There is no format “xlsx”."),
    (("import", "a", "b", "--tide"), "Unknown option --tide"),
)


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-cli-") as name:
        folder = pathlib.Path(name)
        return points.run([
            *((f"dialect: {dialect[0]}", comes_in_exactly(folder, dialect))
              for dialect in DIALECTS),
            ("its own tables come back", lambda: own_comes_back(folder)),
            *((f"comes back: {ending}", comes_back(folder, ending))
              for ending in ("csv", "tsv", "xlsx")),
            ("comes into another register", lambda: comes_into_nothing(folder)),
            ("undecided", undecided_stays_out(folder)),
            ("decided", decided_comes_in(folder)),
            ("new and ignored", new_and_ignored(folder)),
            ("ambiguous numbers", ambiguous_is_asked(folder)),
            ("ambiguous days", days_are_asked(folder)),
            ("no name", nameless_is_undecided(folder)),
            ("known projects", matching_rows(folder)),
            ("one step with its author", one_step_with_its_author(folder)),
            ("into another file", another_file(folder)),
            ("a header that is told", header_row_is_told(folder)),
            ("observations", observations(folder)),
            ("a register with problems", register_with_problems(folder)),
            ("files that are no tables", tables_that_are_none(folder)),
            ("what is not there", what_is_not_there(folder)),
            ("a file that cannot be written", cannot_be_written(folder)),
            ("a register that is changed meanwhile", changed_meanwhile(folder)),
            ("JSON is the same everywhere", json_is_of_no_locale(folder)),
            *usage_points(USAGE),
        ])


if __name__ == "__main__":
    sys.exit(main())
