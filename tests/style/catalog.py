# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of the program and their translations, as the gettext tools see them."""

import re
import subprocess

import tap

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dgettext:2",
            "g_dpgettext2:2c,3"]
LINE = re.compile(r'^(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) )?"(.*)"$')
ESCAPES = {"n": "\n", "t": "\t"}


class Entry:
    """One text: what it says in the source, its translations, and what is told to translators."""

    def __init__(self, block):
        self.comments = []
        self.flags = ""
        self.fields = {}
        name = None
        for line in block.splitlines():
            match = LINE.match(line)
            if match:
                name = match[1] or name
                text = re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), match[2])
                self.fields[name] = self.fields.get(name, "") + text
            elif line.startswith("#."):
                self.comments.append(line[2:].strip())
            elif line.startswith("#,"):
                self.flags += line[2:]

    @property
    def text(self):
        return self.fields.get("msgid", "")

    @property
    def texts(self):
        """The text, and its plural where it has one."""
        return [self.fields[name] for name in ("msgid", "msgid_plural") if name in self.fields]

    @property
    def translations(self):
        return [text for name, text in self.fields.items() if name.startswith("msgstr")]


def run(*command):
    return subprocess.run(command, cwd=tap.TREE, check=True, text=True, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout


def entries(text):
    blocks = (Entry(block) for block in text.split("\n\n"))
    return [entry for entry in blocks if entry.text]


def template():
    """The texts of the program, with the comments for translators."""
    return entries(run("xgettext", "--from-code=UTF-8", "--no-wrap", "--add-comments=Translators",
                       "--files-from=po/POTFILES.in", "--output=-",
                       *(f"--keyword={keyword}" for keyword in KEYWORDS)))


def translated(language):
    return entries(run("msgattrib", "--no-obsolete", "--no-wrap", f"po/{language}.po"))


def plain(text):
    """A text without its mnemonic, as it is read."""
    return re.sub(r"_(?=\w)", "", text)
