# SPDX-License-Identifier: GPL-3.0-or-later
"""How tests call tideline-cli, which they are given as their first argument."""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys

from points import equal

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
WRITTEN = pathlib.Path(sys.argv[2])
LANGUAGES = ("C.UTF-8", "zh_CN.UTF-8", "de_DE.UTF-8")
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


def answer(*arguments, status=0, **options):
    """What a call prints, as JSON."""
    result = call(*arguments, **options)
    equal(result.returncode, status, f"exit status; {result.stderr.decode()}")
    return json.loads(result.stdout)


def is_wrong_usage(arguments, sentence):
    """A point: the sentence is told, and where the options are."""
    def point():
        command = "" if not arguments or arguments[0].startswith("-") else f"{arguments[0]} "
        hint = (f"“tideline-cli {command}--help” lists its options.\n" if command
                else "“tideline-cli --help” lists the commands.\n")
        expect(call(*arguments), 2, err=f"{sentence}\n{hint}")
    return point


def usage_points(cases):
    return [(f"usage: {' '.join(('tideline-cli', *arguments))}", is_wrong_usage(arguments, sentence))
            for arguments, sentence in cases]


def keep(path, name):
    """Leaves a register to the test that validates what was written."""
    WRITTEN.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, WRITTEN / f"tool-{name}.tideline")


def rows(text, separator=","):
    return list(csv.DictReader(io.StringIO(text.decode("utf-8")), delimiter=separator))


def projects_of(sample):
    return json.loads(sample.read_text(encoding="utf-8"))["projects"]
