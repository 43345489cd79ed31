# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli from outside: what it prints, what it writes, and with which status it ends.

    cli.py PROGRAM WRITTEN-FOLDER MANUAL-PAGE
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

import bad_files
import points
from points import equal

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
WRITTEN = pathlib.Path(sys.argv[2])
MANUAL = pathlib.Path(sys.argv[3])
LANGUAGES = ("C.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8")
HINT = "“tideline-cli --help” lists the commands.\n"
NO_DISPLAY = {name: value for name, value in os.environ.items()
              if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")}


def call(*arguments, language="C.UTF-8", wrap=list):
    command = wrap([str(PROGRAM), *map(str, arguments)])
    return subprocess.run(command, env=NO_DISPLAY | {"LC_ALL": language}, capture_output=True,
                          timeout=60, check=False)


def expect(result, status, out=b"", err=""):
    equal(result.stderr.decode(), err, "standard error")
    equal(result.stdout, out, "standard output")
    equal(result.returncode, status, "exit status")


def keep(path, name):
    """Leaves a register to the test that validates what was written."""
    WRITTEN.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, WRITTEN / f"tool-{name}.tideline")


def scrambled(folder):
    """The sample with the same contents and another layout."""
    path = folder / "scrambled.tideline"
    lines = bad_files.NINGBO.read_text(encoding="utf-8").splitlines()
    path.write_text("\r\n\t".join(line.strip() for line in lines), encoding="utf-8")
    return path


def dangling(folder):
    path = folder / "dangling.tideline"
    text = bad_files.NINGBO.read_bytes()
    path.write_bytes(text.replace(b'\n  "division": "330200"', b'\n  "division": "nowhere"', 1))
    return path


# ---- validate ----------------------------------------------------------------------------------


def samples_are_in_order():
    expect(call("validate", bad_files.NINGBO, bad_files.MADE_UP), 0)


def is_refused(file):
    def point():
        expect(call("validate", file.path, wrap=bad_files.unprivileged), 1,
               err=f"{file.path}{file.place or ':'} {file.message}\n")
        expect(call("format", file.path, wrap=bad_files.unprivileged), 1,
               err=f"{file.path}{file.place or ':'} {file.message}\n")
    return point


def doubt_has_its_place(folder):
    def point():
        file = dangling(folder)
        expect(call("validate", file), 1, err=f"{file}:6:15: division: “nowhere” is referred to, "
                                              "but does not exist.\n")
    return point


def all_files_are_told(files):
    def point():
        named = [file for file in files if file.name in ("missing", "empty", "folder")]
        expect(call("validate", bad_files.NINGBO, named[0].path, bad_files.MADE_UP, named[1].path,
                    named[2].path), 1,
               err="".join(f"{file.path}{file.place or ':'} {file.message}\n" for file in named))
    return point


def name_is_as_given(folder):
    """A relative name comes back as it was typed."""
    def point():
        (folder / "below").mkdir()
        (folder / "below" / "空.tideline").touch()
        result = subprocess.run([PROGRAM, "validate", "below/空.tideline"], cwd=folder,
                                env=NO_DISPLAY, capture_output=True, timeout=60, check=False)
        expect(result, 1, err="below/空.tideline:1:1: The file is empty.\n")
    return point


# ---- format ------------------------------------------------------------------------------------


def format_prints_the_sample(sample):
    return lambda: expect(call("format", sample), 0, out=sample.read_bytes())


def format_writes_canonically(folder, language):
    def point():
        output = folder / f"new-{language}.tideline"
        expect(call("format", scrambled(folder), "-o", output, language=language), 0)
        equal(output.read_bytes(), bad_files.NINGBO.read_bytes())
        keep(output, f"format-{language}")
    return point


def format_onto_itself(folder):
    def point():
        file = scrambled(folder)
        file.chmod(0o640)
        expect(call("format", "--output", file, file), 0)
        equal(file.read_bytes(), bad_files.NINGBO.read_bytes())
        equal(oct(file.stat().st_mode & 0o777), "0o640")
        keep(file, "format-onto-itself")
    return point


def format_keeps_what_is_doubted(folder):
    def point():
        file, output = dangling(folder), folder / "doubted.tideline"
        expect(call("format", file, "-o", output), 0,
               err=f"{file}:6:15: division: “nowhere” is referred to, but does not exist.\n")
        equal(output.read_bytes(), file.read_bytes())
        keep(output, "format-doubted")
    return point


def format_into_a_missing_folder(folder):
    def point():
        output = folder / "nowhere" / "new.tideline"
        result = call("format", bad_files.NINGBO, "-o", output)
        equal(result.returncode, 1)
        equal(result.stdout, b"")
        assert result.stderr.decode().startswith(f"{output}: "), result.stderr.decode()
        equal(result.stderr.count(b"\n"), 1, "lines")
        assert not output.parent.exists()
    return point


def format_refused_leaves_the_output(folder, files):
    def point():
        truncated = next(file for file in files if file.name == "truncated")
        output = folder / "kept.tideline"
        shutil.copyfile(bad_files.MADE_UP, output)
        equal(call("format", truncated.path, "-o", output).returncode, 1)
        equal(output.read_bytes(), bad_files.MADE_UP.read_bytes())
    return point


def format_to_a_closed_output():
    """What cannot be printed is not taken for printed."""
    with open("/dev/full", "wb") as full:
        result = subprocess.run([PROGRAM, "format", bad_files.NINGBO], env=NO_DISPLAY, stdout=full,
                                stderr=subprocess.PIPE, timeout=60, check=False)
    equal(result.returncode, 1)
    assert result.stderr.startswith(b"The standard output could not be written: "), result.stderr


# ---- export ------------------------------------------------------------------------------------


def rows(text, separator=","):
    return list(csv.DictReader(io.StringIO(text.decode("utf-8")), delimiter=separator))


def projects_of(sample):
    return json.loads(sample.read_text(encoding="utf-8"))["projects"]


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
        f"{bad_files.NINGBO}: The history, saved filters, briefings and presets are not written."])


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


# ---- languages, usage, build -------------------------------------------------------------------


def places_are_of_no_language(files, language):
    def point():
        truncated = next(file for file in files if file.name == "truncated")
        expect(call("validate", bad_files.NINGBO, bad_files.MADE_UP, language=language), 0)
        result = call("validate", truncated.path, language=language)
        equal(result.returncode, 1)
        place = f"{truncated.path}{truncated.place} "
        assert result.stderr.decode().startswith(place), result.stderr.decode()
        expect(call("format", bad_files.MADE_UP, language=language), 0,
               out=bad_files.MADE_UP.read_bytes())
    return point


USAGE = (
    ((), "No command was given."),
    (("mend", "a"), "There is no command “mend”."),
    (("validate",), "“validate” needs at least one file."),
    (("validate", "a", "-o", "b"), "“validate” writes no file."),
    (("format",), "“format” needs exactly one file."),
    (("format", "a", "b"), "“format” needs exactly one file."),
    (("export",), "“export” needs exactly one file."),
    (("export", "a", "--format", "ods"), "There is no format “ods”."),
    (("export", "a", "--type", "tides"), "There is no type “tides”."),
    (("export", "a", "--separator", "dash"), "There is no separator “dash”."),
    (("validate", "a", "--bom"), "Only “export” has options of tables."),
    (("format", "a", "-o"), "Missing argument for -o"),
    (("--mend",), "Unknown option --mend"),
)


def is_wrong_usage(arguments, sentence):
    return lambda: expect(call(*arguments), 2, err=f"{sentence}\n{HINT}")


def help_lists_the_commands():
    result = call("--help")
    equal(result.returncode, 0)
    for word in ("validate FILE…", "format FILE [-o OUT]", "export FILE [-o OUT]", "--version"):
        assert word in result.stdout.decode(), word


def manual_has_every_word():
    """What --help lists stands in the manual page too."""
    manual = MANUAL.read_text(encoding="utf-8").replace("\\-", "-")
    words = re.findall(r"^ +(?:-\w, )?(--[\w-]+)|^  (\w+) FILE", call("--help").stdout.decode(),
                       re.MULTILINE)
    assert len(words) > 10, words
    for option, command in words:
        assert re.search(rf"\.B.* {re.escape(option or command)}\b", manual), option or command


def version_is_told():
    result = call("--version")
    equal(result.returncode, 0)
    name, number = result.stdout.decode().split()
    equal(name, "tideline-cli")
    assert all(part.isdigit() for part in number.split(".")), number


def no_toolkit_is_linked():
    linked = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    assert "libgio-2.0" in linked, linked
    for library in ("libgtk", "libadwaita", "libgdk", "libpango", "libcairo", "libX11", "libwayland"):
        assert library not in linked, linked


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-cli-") as name:
        folder = pathlib.Path(name)
        files = bad_files.make_all(folder)
        status = points.run([
            ("validate: the samples are in order", samples_are_in_order),
            *((f"refused: {file.name}", is_refused(file)) for file in files),
            ("validate: a dangling reference", doubt_has_its_place(folder)),
            ("validate: several files at once", all_files_are_told(files)),
            ("validate: the name as it was given", name_is_as_given(folder)),
            ("format: prints ningbo", format_prints_the_sample(bad_files.NINGBO)),
            ("format: prints made-up", format_prints_the_sample(bad_files.MADE_UP)),
            *((f"format: writes canonically under {language}",
               format_writes_canonically(folder, language)) for language in LANGUAGES),
            ("format: onto itself, keeping the mode", format_onto_itself(folder)),
            ("format: keeps what is doubted", format_keeps_what_is_doubted(folder)),
            ("format: into a missing folder", format_into_a_missing_folder(folder)),
            ("format: a refused file leaves the output alone",
             format_refused_leaves_the_output(folder, files)),
            ("format: a full standard output", format_to_a_closed_output),
            *((f"export: prints the projects under {language}",
               export_prints_the_projects(language)) for language in LANGUAGES),
            ("export: tells what is lost", export_tells_what_is_lost),
            ("export: writes as asked", export_writes_as_asked),
            ("export: the format of the ending", export_takes_the_format_of_the_ending(folder)),
            ("export: keeps secrets", export_keeps_secrets),
            ("export: a filter that is not there", export_of_no_filter),
            *((f"language: {language}", places_are_of_no_language(files, language))
              for language in LANGUAGES),
            *((f"usage: {' '.join(('tideline-cli', *arguments))}",
               is_wrong_usage(arguments, sentence)) for arguments, sentence in USAGE),
            ("usage: --help", help_lists_the_commands),
            ("usage: the manual page", manual_has_every_word),
            ("usage: --version", version_is_told),
            ("links no toolkit", no_toolkit_is_linked),
        ])
        for path in folder.rglob("unreadable.tideline"):
            path.chmod(0o600)
    return status


if __name__ == "__main__":
    sys.exit(main())
