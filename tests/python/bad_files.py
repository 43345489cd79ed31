# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are no register, made in a folder, and what the program says of each."""

import dataclasses
import os
import pathlib

SAMPLES = pathlib.Path(os.environ["G_TEST_SRCDIR"]) / "data" / "samples"
NINGBO = SAMPLES / "ningbo.tideline"
MADE_UP = SAMPLES / "made-up.tideline"


@dataclasses.dataclass
class BadFile:
    """A file that is refused."""

    name: str
    place: str  # line and column, where there are any, and the path inside the file
    sentence: str  # {file} stands for its path
    path: pathlib.Path

    @property
    def message(self):
        return self.sentence.format(file=self.path)

    @property
    def place_in_window(self):
        """A window names the file without its folder, and only where there is a line."""
        return f"{self.path.name}{self.place} " if self.place else ""


def make_missing(path):
    path.unlink(missing_ok=True)


def make_truncated(path):
    text = NINGBO.read_bytes()
    path.write_bytes(text[:text.index(b'"en":')])


def make_newer(path):
    path.write_bytes(NINGBO.read_bytes().replace(b'"version": 1,', b'"version": 2,', 1))


def make_large(path):
    """300 MB, of which the disk holds nothing."""
    with path.open("wb") as file:
        file.truncate(300_000_000)


def make_unreadable(path):
    """Root reads it all the same: see unprivileged()."""
    path.write_bytes(NINGBO.read_bytes())
    path.chmod(0)


def writes(text):
    return lambda path: path.write_bytes(text)


KINDS = (
    ("missing", "", "There is no file “{file}”.", make_missing),
    ("empty", ":1:1:", "The file is empty.", writes(b"")),
    ("truncated", ":5:14: title:", "The file ends in the middle.",
     make_truncated),
    ("not JSON", ":1:1:", "The file is not JSON: “hello” was not expected here.",
     writes(b"hello, world\n")),
    ("wrong format", ":1:1:", "The file is not a Tideline register.",
     writes(b'{ "type": "FeatureCollection", "features": [] }\n')),
    ("newer version", ":3:14: version:",
     "The register has version 2 of the format; a newer Tideline can open it.", make_newer),
    ("300 MB", "", "The file is larger than 256 MB.", make_large),
    ("unreadable", "", "You do not have permission to read “{file}”.", make_unreadable),
    ("folder", "", "“{file}” is a folder, not a register.", lambda path: path.mkdir()),
    ("duplicate key", ":3:3: version:", "“version” is given twice.",
     writes(b'{ "format": "tideline-register",\n  "version": 1,\n  "version": 1 }\n')),
)


def make_all(folder):
    """Makes each kind in the folder and returns them."""
    files = []
    for name, place, sentence, make in KINDS:
        path = pathlib.Path(folder) / f"{name.replace(' ', '-')}.tideline"
        make(path)
        files.append(BadFile(name, place, sentence, path))
    return files


def unprivileged(command):
    """The command as one whom the permissions of files bind, which root is not."""
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--", *command]
