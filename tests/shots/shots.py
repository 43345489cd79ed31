#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""shots.py FOLDER: every page and chart as a picture: light and dark, wide and narrow, English and Chinese; and
the pages that show most in high contrast, with large text, and mirrored."""

import os
import pathlib
import subprocess
import sys

SIZES = {"wide": ("1200", "800"), "narrow": ("360", "720")}
SCHEMES = {"light": "prefer-light", "dark": "prefer-dark"}
LANGUAGES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}
NEEDS = {
    "contrast": {"ADW_DEBUG_HIGH_CONTRAST": "1"},
    "large": {"TIDE_SHOTS_LARGE": "1"},
    "mirrored": {"TIDE_SHOTS_MIRRORED": "1"},
}


def variants():
    """Name, size, and what the environment has of its own."""
    for size in SIZES:
        for scheme, preference in SCHEMES.items():
            for language, locale in LANGUAGES.items():
                yield f"{size}-{scheme}-{language}", size, {
                    "ADW_DEBUG_COLOR_SCHEME": preference, "LC_ALL": locale}, []
    for need, variables in NEEDS.items():
        for size, scheme, language in (("wide", "light", "en"), ("narrow", "dark", "zh")):
            yield f"{size}-{scheme}-{language}-{need}", size, {
                "ADW_DEBUG_COLOR_SCHEME": SCHEMES[scheme], "LC_ALL": LANGUAGES[language],
                **variables}, ["--short"]


def take(program, folder, name, size, variables, arguments):
    print(f"shots: {name}", flush=True)
    env = dict(os.environ, LANGUAGE="", GTK_A11Y="test", **variables)
    command = [program, folder, name, *SIZES[size], *arguments]
    return subprocess.run(command, env=env, check=False).returncode


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    program = pathlib.Path(os.environ["TIDELINE_PREFIX"]).parent / "tests/shots/tide-shots"
    codes = [take(program, folder, *variant) for variant in variants()]
    print(f"shots: the pictures are in {folder}")
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())
