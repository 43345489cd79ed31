# SPDX-License-Identifier: GPL-3.0-or-later
"""Exchange rates by keyboard: a rate is added, wrong ones are refused beside the field, one is
deleted, undone and saved, and another set is used for totals.

    rates.py TIDELINE-CLI
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import bad_files
import points
from points import equal
from tideline_session import Session, text_of, wait_for

PROGRAM = sys.argv[1]
MADE_UP = bad_files.NINGBO.with_name("made-up.tideline")
ADDED = {"set": "made-up-mid", "from": "HKD", "to": "CNY", "date": "2025-12-31", "value": "0.9"}
OTHER = {"set": "made-up-mid", "from": "HKD", "to": "CNY", "date": "2026", "value": "0.89"}


def choose(session, mnemonic):
    item = session.wait_focused("menu item")
    session.press(mnemonic)
    return item


def open_rates(session):
    session.press("F10")
    register = choose(session, "g")
    wait_for(lambda: session.focused() not in (None, register), "the menu of the register")
    choose(session, "e")
    session.find("dialog", "Exchange Rates")
    session.wait_focused("entry", "Search Exchange Rates")


def type_in(session, field, text):
    session.fill(field, text)
    entry = session.find("text", field)
    wait_for(lambda: text_of(entry) == text, f"{field} to read {text}")


def refuse(session, field, text, sentence):
    """Said beside the field; the form stays, and the focus is there."""
    type_in(session, field, text)
    session.press("alt+s")
    session.find("label", sentence)
    session.find("dialog", "New Exchange Rate")
    session.wait_focused("text", field)


def refuse_wrong_rates(session):
    open_rates(session)
    session.tab_to(None, "New Exchange Rate")
    session.press("space")
    session.find("dialog", "New Exchange Rate")
    session.wait_focused("text", "Of Currency")
    session.type(ADDED["from"].lower())
    type_in(session, "Date", ADDED["date"])
    refuse(session, "Exchange Rate", "0", "0 is not above zero.")
    refuse(session, "Exchange Rate", "-1", "-1 is not above zero.")
    type_in(session, "Exchange Rate", ADDED["value"])
    session.find("label", "1 HKD = 0.9 CNY")
    refuse(session, "Of Currency", "XYZ", "“XYZ” is not a currency that Tideline knows.")
    type_in(session, "Of Currency", ADDED["from"])
    refuse(session, "In Currency", "HKD", "Both currencies are the same.")
    type_in(session, "In Currency", ADDED["to"])
    refuse(session, "Date", "3020", "“3020” is not between 1900 and 2100.")
    type_in(session, "Date", ADDED["date"])


def add_two(session):
    session.press("alt+a")
    session.find("list item", "HKD → CNY · 2025-12-31")
    wait_for(lambda: text_of(session.wait_focused("text", "Date")) == "", "the next form")
    session.type(OTHER["date"])
    type_in(session, "Exchange Rate", OTHER["value"])
    session.press("alt+s")
    session.wait_gone("dialog", "New Exchange Rate")
    session.find("button", "Undo")


def delete_and_undo(session):
    row = "HKD → CNY · 2026"
    session.tab_to("list item", row)
    session.press("Delete")
    session.wait_gone("list item", row)
    session.find("button", "Undo")
    session.press("ctrl+z")
    session.find("list item", row)


def use_other_set(session):
    session.tab_to(None, "Sets of Exchange Rates")
    session.press("space")
    choose(session, "c")
    session.find("label", "Copy Rates “Invented mid rates”")
    session.tab_to(None, "Use Set for Totals")
    session.press("Return")
    session.find("label", "Use Rates “Invented mid rates (copy)”")
    session.press("Escape")
    session.wait_gone("button", "Undo")
    session.press("Escape")
    session.wait_gone("dialog", "Exchange Rates")
    session.press("ctrl+s")
    session.find("label", "Saved")


def check_file(file):
    before, after = (json.loads(path.read_text(encoding="utf-8")) for path in (MADE_UP, file))
    known = [rate for rate in after["rates"] if rate["set"] in {r["set"] for r in before["rates"]}]
    added = [rate for rate in known if rate not in before["rates"]]
    equal(sorted(added, key=lambda rate: rate["date"]), [ADDED, OTHER])
    copy = [s for s in after["rate-sets"] if s["name"]["en"] == "Invented mid rates (copy)"][0]
    equal(after["rate-set"], copy["id"])
    n_mid = sum(rate["set"] == "made-up-mid" for rate in known)
    equal(sum(rate["set"] == copy["id"] for rate in after["rates"]), n_mid)
    equal([step["name"] for step in after["history"][-4:]],
          ["add-rate", "add-rate", "duplicate-rate-set", "use-rate-set"])
    result = subprocess.run([PROGRAM, "validate", file], capture_output=True, text=True, timeout=60,
                            check=False)
    equal((result.returncode, result.stdout, result.stderr), (0, "", ""))


def main():
    with tempfile.TemporaryDirectory(prefix="tideline-e2e-") as name:
        file = pathlib.Path(name) / "register.tideline"
        shutil.copyfile(MADE_UP, file)

        def drive():
            with Session("rates", file) as session:
                session.find("label", "Saved")
                refuse_wrong_rates(session)
                add_two(session)
                delete_and_undo(session)
                use_other_set(session)
                session.press("ctrl+w")
                equal(session.wait_for_exit(), 0, "exit status")

        return points.run([
            ("wrong rates are refused beside the field, right ones added, deleted and undone", drive),
            ("the file has them, and the set that totals use now", lambda: check_file(file)),
        ])


if __name__ == "__main__":
    sys.exit(main())
