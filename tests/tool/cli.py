# SPDX-License-Identifier: GPL-3.0-or-later
"""tideline-cli from outside: what it prints, what it writes, and with which status it ends.

    cli.py PROGRAM WRITTEN-FOLDER MANUAL-PAGE
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from calls import LANGUAGES, NO_DISPLAY, PROGRAM, call, expect, keep, usage_points
from points import equal

MANUAL = pathlib.Path(sys.argv[3])
COMMANDS = ("validate", "format", "list", "totals", "brief", "check", "export", "import")


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
    (("--mend",), "Unknown option --mend"),
    (("validate",), "“validate” needs at least one file."),
    (("validate", "a", "-o", "b"), "Unknown option -o"),
    (("validate", "a", "--bom"), "Unknown option --bom"),
    (("format",), "“format” needs exactly one file."),
    (("format", "a", "b"), "“format” needs exactly one file."),
    (("format", "a", "-o"), "Missing argument for -o"),
)


def no_such_command():
    expect(call("mend", "a"), 2, err="There is no command “mend”.\n"
                                     "“tideline-cli --help” lists the commands.\n")


def help_lists_the_commands():
    result = call("--help")
    equal(result.returncode, 0)
    for word in (*COMMANDS, "--version"):
        assert f"  {word} " in result.stdout.decode(), word


def manual_has_every_word():
    """What --help lists stands in the manual page too."""
    manual = MANUAL.read_text(encoding="utf-8").replace("\\-", "-")
    for command in COMMANDS:
        result = call(command, "--help")
        equal(result.returncode, 0, command)
        options = re.findall(r"^ +(?:-\w, )?(--[\w-]+)", result.stdout.decode(), re.MULTILINE)
        assert re.search(rf"\.B.* {command}\b", manual), command
        for option in options:
            assert re.search(rf"\.BR? .*{option}\b", manual), f"{command} {option}"


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
            *((f"language: {language}", places_are_of_no_language(files, language))
              for language in LANGUAGES),
            *usage_points(USAGE),
            ("usage: a command that is not there", no_such_command),
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
