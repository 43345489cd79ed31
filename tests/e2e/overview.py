# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures and bars of the overview open the projects that they count."""

import pathlib
import re
import shutil
import sys
import tempfile
from fractions import Fraction

import bad_files
import counting
import points
from points import equal
from tideline_session import Atspi, Session

MADE_UP = bad_files.NINGBO.with_name("made-up.tideline")
FIGURES = ["Live Projects", "Intention", "Agreed", "Arrived", "Foreign, Contracted"]
KINDS = {"Intention": "intention", "Agreed": "agreement", "Arrived": "arrived",
         "Foreign, Contracted": "foreign-contracted"}
STAGES = ["Lead", "Negotiating", "Intention", "Signed", "Registered", "Started", "Completed",
          "Producing", "At capacity"]


def go_to_overview(session):
    session.go_to("Overview")
    session.find("button", re.compile("^Live Projects: "))


def check_opened(session, count):
    session.find("tree table", "Projects")
    session.find("label", re.compile(rf"^{count} of \d+ projects$"))


def check_opens(session, count):
    """Opens what has the focus, and looks at what comes."""
    session.press("Return")
    check_opened(session, count)


def count_live(session):
    tile = session.find("button", re.compile("^Live Projects: "))
    return int(tile.get_name().split(": ")[1])


def figures(session):
    live = count_live(session)
    for title in FIGURES:
        session.tab_to("button", re.compile(f"^{title}: "))
        check_opens(session, live)
        go_to_overview(session)


def in_billions(fen):
    """As it is written: two decimals at most, and none that is a nought."""
    hundredths = counting.round_half_away(Fraction(fen, 10 ** 9))
    return f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")


def amounts(session):
    """What is shown is what the file alone comes to."""
    register = counting.read(MADE_UP)
    for title, kind in KINDS.items():
        total = counting.Counting(register, kind, "CNY", "made-up-mid", "").total()
        tile = session.find("button", re.compile(f"^{title}: "))
        equal(tile.get_name(), f"{title}: {in_billions(total.base)} billion yuan")


def find_count(node):
    """A bar is called “Lead: 3, 1 of 9”."""
    return int(re.search(r": (\d+),", node.get_name()).group(1))


def stages(session):
    live = count_live(session)
    total = 0
    for place, stage in enumerate(STAGES):
        session.tab_to("list item", re.compile("^(" + "|".join(STAGES) + ")"))
        session.press("Home", *["Down"] * place)
        bar = session.wait_focused("list item", re.compile(f"^{stage}"))
        total += find_count(bar)
        check_opens(session, find_count(bar))
        go_to_overview(session)
    equal(total, live)


def explanation(session):
    """The (i) of a figure tells what is left out, and shows it."""
    session.tab_to("toggle button", re.compile("What “Live Projects” Counts"))
    session.press("Return")
    line = session.find("button", re.compile(r"^\d+ left out"))
    count = int(line.get_name().split()[0])
    Atspi.Action.do_action(line, 0)
    check_opened(session, count)


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(MADE_UP, file)

        def within_session(name, act):
            def point():
                with Session(name, file) as session:
                    session.find("button", re.compile("^Live Projects: "))
                    act(session)
                equal(file.read_bytes(), MADE_UP.read_bytes(), "the file")
            return point

        return points.run([
            ("figures are what the projects come to", within_session("overview-amounts", amounts)),
            ("figures open their projects", within_session("overview-figures", figures)),
            ("bars open their projects", within_session("overview-stages", stages)),
            ("explanations open what is left out",
             within_session("overview-explanation", explanation)),
        ])


if __name__ == "__main__":
    sys.exit(main())
