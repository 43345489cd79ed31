#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""shots.py FOLDER: every page as a picture: light and dark, wide and narrow, English and Chinese."""

import os
import pathlib
import subprocess
import sys

SIZES = {"wide": (1200, 800), "narrow": (360, 720)}
SCHEMES = {"light": "prefer-light", "dark": "prefer-dark"}
LANGUAGES = {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}


def take(program, folder, size, scheme, language):
    width, height = SIZES[size]
    env = dict(
        os.environ,
        ADW_DEBUG_COLOR_SCHEME=SCHEMES[scheme],
        LC_ALL=LANGUAGES[language],
        LANGUAGE="",
        GTK_A11Y="test",
    )
    name = f"{size}-{scheme}-{language}"
    print(f"shots: {name}", flush=True)
    command = [program, folder, name, str(width), str(height)]
    return subprocess.run(command, env=env, check=False).returncode


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    program = pathlib.Path(os.environ["TIDELINE_PREFIX"]).parent / "tests/shots/tide-shots"
    codes = [
        take(program, folder, size, scheme, language)
        for size in SIZES
        for scheme in SCHEMES
        for language in LANGUAGES
    ]
    print(f"shots: the pictures are in {folder}")
    return 1 if any(codes) else 0


if __name__ == "__main__":
    sys.exit(main())
