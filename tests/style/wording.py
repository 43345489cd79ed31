# SPDX-License-Identifier: GPL-3.0-or-later
"""How texts are worded and translated: the glossary, comments, mnemonics, Chinese typography."""

import re
import xml.etree.ElementTree

import catalog
import tap

HAN = "[\u3007\u4e00-\u9fff]"
MNEMONIC = re.compile(r"\(_(\w)\)")
PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-'.\d]*[a-zA-Z]")
# The program and the keys of a keyboard have the same name in every language.
NAMES = {"Tideline", "Ctrl", "Control", "Alt", "Shift", "Delete", "Unicode"}
# How a sentence ends, and how its translation does.
ENDS = {".": "。", "?": "？", "!": "！", ":": "：", "…": "…"}
# A digit stands close before these.
MEASURES = "年月日季亿万元"
# The HIG's, and what the program adds: recent registers, undo and redo.
MOST_ENTRIES = 12
ADDED_ENTRIES = {"primary_menu": 3}


def glossary():
    """The lines of the glossary, as lists of their columns."""
    lines = (tap.TREE / "po/glossary.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def rows(kind):
    return [columns[1:] for columns in glossary() if columns[0] == kind]


def word(term):
    """Finds a term as a whole word, in the singular or plural."""
    stem = re.escape(term)
    plural = f"{stem[:-1]}(?:y|ies)" if term.endswith("y") else f"{stem}(?:s|es)?"
    return re.compile(rf"(?<![\w-]){plural}(?![\w-])", re.IGNORECASE)


def chinese():
    """The texts that have a Chinese translation, each with its translations."""
    for entry in catalog.translated("zh_CN"):
        for text in entry.translations:
            yield entry, text


def terms_are_translated():
    """a term of the glossary has its Chinese word wherever it is used"""
    excepted = {(term, text) for term, text, _ in rows("except")}
    unused = set(excepted)
    for term, words in rows("text"):
        pattern = word(term)
        for entry, text in chinese():
            if not any(pattern.search(catalog.plain(source)) for source in entry.texts):
                continue
            if any(wanted in text for wanted in words.split("|")):
                continue
            if (term, entry.text) in excepted:
                unused.discard((term, entry.text))
            else:
                yield f"“{entry.text}”: “{text}” does not say {words} for “{term}”"
    for term, text in sorted(unused):
        yield f"no exception is needed for “{term}” in “{text}”"


def codes_are_labelled():
    """a code of the glossary has its Chinese label"""
    source = (tap.TREE / "src/core/tide-code.c").read_text(encoding="utf-8")
    for table, code, label, *_ in glossary():
        if table in ("text", "except", "never"):
            continue
        body = re.search(rf"static const TideCode {table}\[\] = \{{(.*?)\n\}};", source, re.DOTALL)
        labels = re.findall(r'"([^"]+)",\s*"[^"]+",\s*"([^"]+)"', body[1]) if body else []
        if (code, label) not in labels:
            yield f"{table}: “{code}” is not {label}"


def words_to_avoid():
    """a word that has a better one is not used, in translations and samples"""
    samples = [(path.name, path.read_text(encoding="utf-8"))
               for path in tap.files("data/samples", ".tideline")]
    texts = [(entry.text, text) for entry, text in chinese()] + samples
    for avoided, better in rows("never"):
        for place, text in texts:
            if avoided in text:
                yield f"“{place}”: {avoided} instead of {better}"


def placeholders_are_explained():
    """a text with a placeholder tells the translator what it stands for"""
    for entry in catalog.template():
        if PLACEHOLDER.search(entry.text.replace("%%", "")) and not entry.comments:
            yield f"“{entry.text}” has no comment for translators"


def mnemonics_are_kept():
    """a translation keeps the letter of its text, in brackets"""
    for entry, text in chinese():
        wanted = [letter.upper() for letter in re.findall("_([A-Za-z])", entry.text)]
        kept = MNEMONIC.findall(text)
        if wanted and kept != wanted:
            yield f"“{entry.text}”: “{text}” does not keep (_{wanted[0]})"
        elif not wanted and kept:
            yield f"“{entry.text}”: “{text}” has a letter of its own"


def menu_letters(menu):
    """The letters of one menu, those of its sections included, of its submenus not."""
    for item in menu:
        label = item.find("attribute[@name='label']")
        if label is not None and item.tag != "section":
            yield from (match.lower() for match in re.findall(r"_(\w)", label.text or ""))
        if item.tag == "section":
            yield from menu_letters(item)


def count_entries(menu):
    """Those of its sections included, of its submenus not."""
    return sum(count_entries(item) if item.tag == "section" else item.tag in ("item", "submenu")
               for item in menu)


def menus_are_short():
    """a menu of the window has at most twelve entries, with those that the program adds"""
    for path in tap.files("data/ui/app", ".ui"):
        for menu in xml.etree.ElementTree.parse(path).iter():
            if menu.tag in ("menu", "submenu"):
                n = count_entries(menu) + ADDED_ENTRIES.get(menu.get("id"), 0)
                if n > MOST_ENTRIES:
                    yield f"{tap.name(path)}: “{menu.get('id', 'a submenu')}” has {n} entries"


def menus_have_distinct_letters():
    """the mnemonics of a menu differ"""
    for path in tap.files("data/ui", ".ui"):
        for menu in xml.etree.ElementTree.parse(path).iter():
            if menu.tag in ("menu", "submenu"):
                found = list(menu_letters(menu))
                for letter in sorted({letter for letter in found if found.count(letter) > 1}):
                    yield f"{tap.name(path)}: “_{letter}” twice in “{menu.get('id', 'a submenu')}”"


def nothing_is_left_in_english():
    """a text with words has Chinese words"""
    for entry, text in chinese():
        words = re.findall("[A-Za-z]{2,}", PLACEHOLDER.sub("", entry.text.replace("%%", "")))
        if words and entry.text not in NAMES and not re.search(HAN, text):
            yield f"“{entry.text}” is left as “{text}”"


def sentences_end_alike():
    """a Chinese text ends as its text does"""
    for entry, text in chinese():
        source, ours = entry.text.rstrip(), MNEMONIC.sub("", text).rstrip()
        wanted = ENDS.get(source[-1])
        if wanted and not ours.endswith(wanted):
            yield f"“{entry.text}”: “{text}” does not end in {wanted}"
        elif not wanted and ours[-1] in "。？！：…" and source[-1] not in "”)":
            yield f"“{entry.text}”: “{text}” ends in {ours[-1]}"


def chinese_punctuation():
    """Chinese text has Chinese marks: full width, curved quotes, one ellipsis"""
    wrong = {
        "a half-width mark": rf"{HAN}[,:!?()]|[,:!?()]{HAN}|{HAN}\.(?:\s|$)",
        "a straight quotation mark": r"[\"']",
        "an ellipsis of dots": r"\.\.\.|……",
        "a space beside a full-width mark": r"[，。：；？！、（）“”] | [，。：；？！、（）]",
    }
    for entry, text in chinese():
        for what, pattern in wrong.items():
            if re.search(pattern, MNEMONIC.sub("", text).replace("%'", "%")):
                yield f"“{entry.text}”: {what} in “{text}”"


def chinese_spacing():
    """a space parts Chinese from Latin letters, digits and counts"""
    close = [
        rf"(?![{MEASURES}]){HAN}[A-Za-z0-9]",
        rf"[A-Za-z]{HAN}",
        rf"[0-9](?![{MEASURES}]){HAN}",
    ]
    for entry, text in chinese():
        bare = re.sub(r"%(?:\d\$)?[-.\d]*[a-tv-zA-Z]", "…", MNEMONIC.sub("", text))
        bare = re.sub(r"%(?:\d\$)?u", "0", bare)
        for pattern in close:
            match = re.search(pattern, bare)
            if match:
                yield f"“{entry.text}”: no space in “{match[0]}” of “{text}”"


tap.run(terms_are_translated, codes_are_labelled, words_to_avoid, placeholders_are_explained,
        mnemonics_are_kept, menus_are_short, menus_have_distinct_letters, nothing_is_left_in_english,
        sentences_end_alike, chinese_punctuation, chinese_spacing)
