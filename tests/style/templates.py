# SPDX-License-Identifier: GPL-3.0-or-later
"""The .ui files against the sources: names that resolve, texts that can be translated."""

import re
import xml.etree.ElementTree as ElementTree

import tap

TEXTS = {"label", "title", "subtitle", "description", "tooltip-text", "placeholder-text", "heading",
         "body", "button-label", "text"}
BUTTONS = {"GtkButton", "GtkMenuButton", "GtkToggleButton", "AdwSplitButton"}

CODE = "\n".join(path.read_text(encoding="utf-8") for path in tap.files("src", ".c", ".h"))
TYPES = set(re.findall(r"\bG_DEFINE_[A-Z_]*TYPE[A-Z_]*\s*\(\s*(Tide\w+)", CODE))
BOUND = "\n".join(re.findall(r"(?:class_bind_template_callback|cscope_add_callback)[^;]*;", CODE))
TOOLTIPS = set(re.findall(r"set_tooltip_text \(GTK_WIDGET \(self->(\w+)\)", CODE))
CALLBACKS = set(re.findall(r"\w+", BOUND))


def elements():
    """Yields (file, element) for every element of every .ui file."""
    for path in tap.files("data", ".ui"):
        for element in ElementTree.parse(path).iter():
            yield path, element


def classes_exist():
    """every class that a .ui file names is defined in the sources"""
    for path, element in elements():
        for attribute in ("class", "parent", "type"):
            named = element.get(attribute, "")
            if named.startswith("Tide") and named not in TYPES:
                yield f"{tap.name(path)} names {named}"


def callbacks_exist():
    """every handler and closure that a .ui file names is bound in the sources"""
    for path, element in elements():
        named = element.get("handler") or (element.tag == "closure" and element.get("function"))
        if named and named not in CALLBACKS:
            yield f"{tap.name(path)} names {named} ()"


def texts_are_translatable():
    """every text that a person reads is translatable"""
    for path, element in elements():
        text = (element.text or "").strip()
        if (element.tag in {"property", "attribute"} and re.search(r"[^\W\d_]", text)
                and element.get("name", "").replace("_", "-") in TEXTS
                and element.get("translatable") != "yes"):
            yield f'{tap.name(path)}: {element.get("name")} "{text}"'


def icon_buttons_have_tooltips():
    """every button that shows only an icon has a tooltip, from the .ui file or the sources"""
    for path, element in elements():
        if element.tag == "object" and element.get("class") in BUTTONS:
            given = {child.get("name", "").replace("_", "-") for child in element
                     if child.tag in {"property", "binding"}}
            if ("icon-name" in given and not given & {"tooltip-text", "label"}
                    and element.get("id") not in TOOLTIPS):
                yield f'{tap.name(path)}: {element.get("class")} {element.get("id", "")}'


tap.run(classes_exist, callbacks_exist, texts_are_translatable, icon_buttons_have_tooltips)
