# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of files with texts, and the translations of those texts."""

import re
import subprocess
import tempfile

import catalog
import tap

CALL = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dgettext|g_dpgettext2)\s*\(\s*[^)]*\"")
TRANSLATED_DATA = {".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml"}


def listed():
    lines = (tap.TREE / "po/POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def with_texts():
    """The names of the files that have a text to translate."""
    for path in tap.files("src", ".c", ".h"):
        if CALL.search(path.read_text(encoding="utf-8")):
            yield tap.name(path)
    for path in tap.files("data", ".ui", ".xml", ".in"):
        if path.suffix == ".ui":
            wanted = 'translatable="yes"' in path.read_text(encoding="utf-8")
        else:
            wanted = any(path.name.endswith(suffix) for suffix in TRANSLATED_DATA)
        if wanted:
            yield tap.name(path)


def list_is_whole():
    """po/POTFILES.in lists the files with texts, sorted"""
    names = listed()
    for name in sorted(set(with_texts()) - set(names)):
        yield f"{name} is missing"
    for name in sorted(set(names) - set(with_texts())):
        yield f"{name} has no text to translate"
    if names != sorted(names):
        yield "the list is not sorted"


def gettext(*command):
    """What a gettext program complains of."""
    run = subprocess.run(command, cwd=tap.TREE, check=False, text=True, stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE)
    lines = run.stderr.splitlines()
    return lines or ([f"{command[0]} failed"] if run.returncode else [])


def languages():
    lines = (tap.TREE / "po/LINGUAS").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def text_above(lines, number):
    """The text that a line of a template belongs to."""
    return next(line for line in reversed(lines[:number]) if line.startswith("msgid "))


def translations_are_complete():
    """every text has a translation, and every translation its text"""
    with tempfile.NamedTemporaryFile(suffix=".pot") as template:
        yield from gettext("xgettext", "--from-code=UTF-8", "--force-po", "--no-wrap",
                           "--files-from=po/POTFILES.in", f"--output={template.name}",
                           *(f"--keyword={keyword}" for keyword in catalog.KEYWORDS))
        texts = template.read().decode("utf-8").splitlines()
        for language in languages():
            for line in gettext("msgcmp", f"po/{language}.po", template.name):
                yield re.sub(rf"^{template.name}:(\d+)", lambda m: text_above(texts, int(m[1])), line)


def translations_are_well_formed():
    """placeholders and plural forms agree"""
    for language in languages():
        yield from gettext("msgfmt", "--check", "--output-file=/dev/null", f"po/{language}.po")


tap.run(list_is_whole, translations_are_complete, translations_are_well_formed)
