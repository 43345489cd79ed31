# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Flatpak is built from, and what it may do."""

import json
import re

import tap

MANIFEST = json.loads((tap.TREE / "flatpak/io.github.tideline_app.Tideline.json").read_text("utf-8"))
PERMISSIONS = ["--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"]
OURS = {"type": "dir", "path": ".."}


def it_may_do_four_things():
    """it asks for a display and nothing else"""
    if sorted(MANIFEST["finish-args"]) != sorted(PERMISSIONS):
        yield f"permissions: {MANIFEST['finish-args']}"


def translations_stay_in_the_bundle():
    """its translations are in the bundle itself"""
    if MANIFEST.get("separate-locales") is not False:
        yield "separate-locales is not false: a bundle would lose its translations"


def it_is_the_program():
    """its name is the program's, and it builds the tree it stands in without what was built there"""
    build = (tap.TREE / "meson.build").read_text("utf-8")
    if f"application_id = '{MANIFEST['id']}'" not in build:
        yield f"meson.build names another program than {MANIFEST['id']}"
    ours = [source for module in MANIFEST["modules"] for source in module["sources"]
            if source.items() >= OURS.items()]
    if len(ours) != 1:
        yield "the tree is not built once"
    elif not {"build", "build-sanitize", "build-threads", "build-fuzz", ".git",
              ".flatpak-builder"} <= set(ours[0]["skip"]):
        yield f"left out are only {ours[0]['skip']}"


def sources_are_pinned():
    """whatever else it builds is pinned to its contents"""
    for module in MANIFEST["modules"]:
        for source in module["sources"]:
            if source.items() >= OURS.items():
                continue
            if not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", "")) \
                    and not re.fullmatch(r"[0-9a-f]{40}", source.get("commit", "")):
                yield f"a source of {module['name']} is not pinned"


tap.run(it_may_do_four_things, translations_stay_in_the_bundle, it_is_the_program,
        sources_are_pinned)
