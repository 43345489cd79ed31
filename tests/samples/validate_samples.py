#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the samples without the program's own code: against the schema, for layout, for integrity,
and the Ningbo sample against the facts of the text it was made from.

usage: validate_samples.py SOURCE-FOLDER

Registers that other tests left in the folder named by TIDELINE_WRITTEN are validated too.
"""

import json
import os
import re
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema

from layout import Layout

ARTICLE = "ningbolife-2023"

# What the text says, in its order: the way to a value of ningbo.tideline, and the value. A step is
# a member; in a list, it is the id of an item or the members by which to find it.
FACTS = [
    (["sources", ARTICLE, "title"], "Strategic emerging industries grow rapidly in Ningbo"),
    (["sources", ARTICLE, "publisher"], "Ningbo Life"),
    (["sources", ARTICLE, "date"], "2023"),
    (["projects", {"name": {"en": "AIoT enterprise intelligent IoT robot project"}}, "division"], "330281"),
    (["projects", {"division": "330281"}, "stages", {"date": "2023"}, "stage"], "signed"),
    (["projects", {"division": "330281"}, "stages", {"stage": "signed"}, "note"], "“has cooperated with Yuyao County”"),
    (["projects", {"division": "330281"}, "sources"], [ARTICLE]),
    (["projects", {"division": "330281"}, "amounts"], None),
    (["projects", {"division": "330281"}, "event"], None),
    (["projects", {"name": {"en": "Shouyi Fengguang new energy technology project"}}, "division"], "330211"),
    (["projects", {"division": "330211"}, "stages", {"date": "2023"}, "stage"], "registered"),
    (["projects", {"division": "330211"}, "stages", {"stage": "registered"}, "note"], "“has settled down in Zhenhai District”"),
    (["projects", {"division": "330211"}, "sources"], [ARTICLE]),
    (["projects", {"division": "330211"}, "amounts"], None),
    (["projects", {"division": "330211"}, "event"], None),
    (["divisions", "330281", "kind"], "county-level-city"),
    (["divisions", "330211", "kind"], "district"),
    (["events", "beijing-2023", "name", "en"], "“Investment in Ningbo” docking meeting for central enterprises and famous enterprises"),
    (["events", "beijing-2023", "venue"], "Beijing"),
    (["events", "beijing-2023", "date"], "2023"),
    (["events", "beijing-2023", "sources"], [ARTICLE]),
    (["events", "beijing-2023", "declared", "projects"], 17),
    (["events", "beijing-2023", "declared", "amounts", {"kind": "intention", "currency": "CNY"}, "value"], "16000000000"),
    (["events", "beijing-2023", "declared", "amounts", {"kind": "intention", "currency": "CNY"}, "written"], "16 billion yuan"),
    (["events", "beijing-2023", "declared", "amounts", {"kind": "intention", "currency": "CNY"}, "source"], ARTICLE),
    (["events", "beijing-2023", "declared", "amounts", {"kind": "intention", "part": "foreign"}, "value"], "1060000000"),
    (["events", "beijing-2023", "declared", "amounts", {"kind": "intention", "part": "foreign"}, "currency"], "USD"),
    (["events", "beijing-2023", "declared", "amounts", {"kind": "intention", "part": "foreign"}, "written"], "$1.06 billion"),
    (["events", "beijing-2023", "declared", "amounts", {"kind": "intention", "part": "foreign"}, "source"], ARTICLE),
    (
        ["events", "beijing-2023", "sectors"],
        [
            "press/new-energy",
            "press/new-materials",
            "press/marine-equipment",
            "press/information-technology",
            "press/robotics",
            "press/biomedicine",
            "press/smart-transportation",
        ],
    ),
    (["taxonomies", "press", "sectors", "press/new-energy", "name", "en"], "new energy"),
    (["taxonomies", "press", "sectors", "press/new-materials", "name", "en"], "new materials"),
    (["taxonomies", "press", "sectors", "press/marine-equipment", "name", "en"], "marine equipment"),
    (["taxonomies", "press", "sectors", "press/information-technology", "name", "en"], "information technology"),
    (["taxonomies", "press", "sectors", "press/robotics", "name", "en"], "robotics"),
    (["taxonomies", "press", "sectors", "press/biomedicine", "name", "en"], "biomedicine"),
    (["taxonomies", "press", "sectors", "press/smart-transportation", "name", "en"], "smart transportation"),
    (["parties", "ningbo-party-committee", "name", "en"], "Ningbo Municipal Party Committee"),
    (["taxonomies", "ningbo-361-2023", "sources"], [ARTICLE]),
    (["taxonomies", "ningbo-361-2023", "sectors", "ningbo-361-2023/digital", "tier"], "trillion"),
    (["indicators", "sei-output", "measure"], "output"),
    (["indicators", "sei-output", "unit"], {"currency": "CNY", "scale": "100000000"}),
    (["indicators", "sei-output", "observations", {"period": "2015"}, "value"], "2224"),
    (["indicators", "sei-output", "observations", {"period": "2015"}, "written"], "222.4 billion yuan"),
    (["indicators", "sei-output", "observations", {"period": "2015"}, "source"], ARTICLE),
    (["indicators", "sei-output", "observations", {"period": "2022"}, "value"], "6411"),
    (["indicators", "sei-output", "observations", {"period": "2022"}, "written"], "641.1 billion yuan"),
    (["indicators", "sei-output", "observations", {"period": "2022"}, "source"], ARTICLE),
    (["indicators", "sei-output", "growth", {"from": "2015", "to": "2022", "basis": "as-published"}, "rate"], "16.3"),
    (["indicators", "sei-output", "growth", {"from": "2015", "to": "2022"}, "source"], ARTICLE),
    (["indicators", "sei-added-value", "measure"], "added-value"),
    (["indicators", "sei-added-value", "scope"], "above-size"),
    (["indicators", "sei-added-value", "unit"], {"currency": "CNY", "scale": "100000000"}),
    (["indicators", "sei-added-value", "observations", {"period": "2015"}, "value"], "437"),
    (["indicators", "sei-added-value", "observations", {"period": "2015"}, "written"], "43.7 billion yuan"),
    (["indicators", "sei-added-value", "observations", {"period": "2015"}, "source"], ARTICLE),
    (["indicators", "sei-added-value", "observations", {"period": "2022"}, "value"], "1374"),
    (["indicators", "sei-added-value", "observations", {"period": "2022"}, "written"], "137.4 billion yuan"),
    (["indicators", "sei-added-value", "observations", {"period": "2022"}, "source"], ARTICLE),
    (["indicators", "sei-added-value", "growth", {"from": "2015", "to": "2022", "basis": "as-published"}, "rate"], "17.9"),
    (["indicators", "sei-added-value", "growth", {"from": "2015", "to": "2022"}, "source"], ARTICLE),
    (["platforms", "yongjiang-pilot", "kind"], "pilot"),
    (["platforms", "yongjiang-pilot", "counts", {"measure": "pilot-projects"}, "date"], "2023-08"),
    (["platforms", "yongjiang-pilot", "sources"], [ARTICLE]),
    (["platforms", "yongjiang-zone", "name", "en"], "Yongjiang River Science and Technology Innovation Zone"),
    (["platforms", "yongjiang-laboratory", "name", "en"], "Yongjiang River Laboratory"),
    (["platforms", "yongjiang-laboratory", "sectors"], ["press/new-materials"]),
    (["platforms", "yongjiang-laboratory", "counts", {"measure": "research-centres"}, "value"], "10"),
    (["platforms", "yongjiang-laboratory", "counts", {"measure": "research-teams"}, "value"], "16"),
    (["platforms", "yongjiang-laboratory", "sources"], [ARTICLE]),
    (["platforms", "ningbo-oriental-university", "name", "en"], "Ningbo Oriental University of Technology (temporary name)"),
    (["platforms", "ningbo-oriental-university", "counts", {"measure": "talents"}, "value"], "47"),
    (["platforms", "ningbo-oriental-university", "counts", {"measure": "academicians"}, "value"], "7"),
    (["platforms", "ningbo-oriental-university", "counts", {"measure": "academicians"}, "part-of"], "talents"),
    (["platforms", "ningbo-oriental-university", "sources"], [ARTICLE]),
    (["parties", "ningbo-drc", "name", "en"], "Ningbo Municipal Development and Reform Commission"),
]

# What ningbo.tideline holds of each kind, so that nothing can be put in beside the facts unseen.
NINGBO_SIZES = {
    "projects": 2,
    "events": 1,
    "indicators": 2,
    "platforms": 4,
    "results": 0,
    "targets": 0,
    "rate-sets": 2,
    "rates": 0,
}


# Reading -----------------------------------------------------------------------------------


def load(path):
    def unique(pairs):
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names)), f"{path.name}: a key twice among {names}"
        return dict(pairs)

    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)


def find(value, way):
    """The value at the end of a way, or None where there is nothing."""
    for step in way:
        if isinstance(value, list):
            members = step if isinstance(step, dict) else {"id": step}
            matches = [item for item in value if members.items() <= item.items()]
            assert len(matches) == 1, f"{len(matches)} items for {step}"
            value = matches[0]
        else:
            value = value.get(step)
        if value is None:
            return None
    return value


# Checks: each gives the list of what is wrong ---------------------------------------------


def check_schema(register, validator):
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(register)]


def check_layout(path, register, layout):
    written = path.read_text(encoding="utf-8").splitlines()
    wanted = layout.text(register).splitlines()
    if written == wanted:
        return []
    pairs = enumerate(zip(written, wanted), 1)
    number = next((n for n, (a, b) in pairs if a != b), min(len(written), len(wanted)) + 1)
    return [f"line {number} is not as the schema's layout has it"]


def records(register, kind):
    if kind == "sectors":
        return [s for t in register.get("taxonomies", []) for s in t.get("sectors", [])]
    return register.get(kind, [])


KINDS = (
    "taxonomies sectors divisions events sources parties projects indicators platforms results "
    "targets filters briefings presets"
).split()
ENTRIES = ("stages", "statuses", "amounts", "activities")


def check_ids(register):
    ids = [register["id"]]
    for kind in KINDS:
        ids += [record["id"] for record in records(register, kind)]
    for project in records(register, "projects"):
        ids += [entry["id"] for name in ENTRIES for entry in project.get(name, [])]
    return [f"id {twice} twice" for twice in sorted({i for i in ids if ids.count(i) > 1})]


# The member, the list it stands in (or None for any), and the kind of record it refers to.
SINGLE_REFERENCES = {
    "division": "divisions",
    "event": "events",
    "source": "sources",
    "party": "parties",
    "host": "parties",
    "taxonomy": "taxonomies",
    "sector": "sectors",
    "platform": "platforms",
    "became": "projects",
    "indicator": "indicators",
}
LIST_REFERENCES = {"sectors": "sectors", "sources": "sources", "parties": "parties"}


def references(value, kind=None):
    """Yields the kind and the id of each reference below value, a record of kind."""
    if isinstance(value, list):
        for item in value:
            yield from references(item, kind)
    if not isinstance(value, dict):
        return
    for name, member in value.items():
        if name in SINGLE_REFERENCES:
            yield SINGLE_REFERENCES[name], member
        elif name == "parent":
            yield kind, member
        elif name in LIST_REFERENCES and all(isinstance(item, str) for item in member):
            for item in member:
                yield LIST_REFERENCES[name], item
        else:
            yield from references(member, name if name in KINDS else kind)


def check_references(register):
    known = {kind: {record["id"] for record in records(register, kind)} for kind in KINDS}
    places = {name: register[name] for name in register if name != "history"}
    return [f"no {kind} {id}" for kind, id in references(places) if id not in known[kind]]


def check_shares(register):
    problems = []
    taxonomy_of = {
        sector["id"]: taxonomy["id"]
        for taxonomy in register.get("taxonomies", [])
        for sector in taxonomy.get("sectors", [])
    }
    for project in records(register, "projects"):
        shares = {}
        for entry in project.get("sectors", []):
            shares.setdefault(taxonomy_of[entry["sector"]], []).append(entry.get("share"))
        for taxonomy, parts in shares.items():
            if any(parts) and (None in parts or sum(map(Decimal, parts)) != 100):
                problems.append(f"{project['id']}: shares {parts} within {taxonomy}")
    return problems


def check_stages(register):
    """Stages that go forward by date go forward by rank."""
    order = "lead negotiating intention signed registered started completed producing at-capacity"
    problems = []
    for project in records(register, "projects"):
        ranks = [order.split().index(entry["stage"]) for entry in project.get("stages", [])]
        if ranks != sorted(set(ranks)):
            problems.append(f"{project['id']}: stages run backwards")
    return problems


def check_facts(register):
    problems = []
    for way, value in FACTS:
        found = find(register, way)
        if found != value:
            problems.append(f"{'/'.join(map(str, way))}: {found!r} instead of {value!r}")
    for kind, size in NINGBO_SIZES.items():
        if len(records(register, kind)) != size:
            problems.append(f"{len(records(register, kind))} {kind} instead of {size}")
    return problems


def check_figures_come_with_source(register):
    """Every figure of the Ningbo sample names the article."""
    figures = [a for e in register["events"] for a in e["declared"]["amounts"]]
    for indicator in register["indicators"]:
        figures += indicator["observations"] + indicator["growth"]
    figures += [count for platform in register["platforms"] for count in platform.get("counts", [])]
    return [f"no source: {figure}" for figure in figures if figure.get("source") != ARTICLE]


def check_made_up(register):
    """The made-up sample says what it is, and shows what it is there to show."""
    projects = register["projects"]
    amounts = [amount for project in projects for amount in project.get("amounts", [])]
    priced = {rate["from"] for rate in register["rates"]} | {register["currency"]}
    statuses = {entry["status"] for p in projects for entry in p.get("statuses", [])}
    kinds = {amount["kind"] for amount in amounts}
    stages = {project["stages"][-1]["stage"] for project in projects}
    wanted = {
        "the English title says that it is made up": "Made-up" in register["title"]["en"],
        "the Chinese title says that it is invented": "虚构" in register["title"]["zh"],
        "about 60 projects": 55 <= len(projects) <= 65,
        "every stage": len(stages) == 9,
        "every status": statuses == {"normal", "paused", "terminated", "handed-over"},
        "every kind of amount": len(kinds) == 6,
        "five currencies": len({amount["currency"] for amount in amounts}) == 5,
        "one currency without a rate": len({a["currency"] for a in amounts} - priced) == 1,
        "every set of rates has a name in both languages": {
            rate["set"] for rate in register["rates"]
        } == {s["id"] for s in register["rate-sets"] if len(s["name"]) == 2},
        "sets with and without a fixed date": {"date" in s for s in register["rate-sets"]}
        == {True, False},
        "every kind of rate": {rate["kind"] for rate in register["rates"]}
        == {"mid", "annual-average"},
        "every kind of party": len({party["kind"] for party in register["parties"]}) == 6,
        "four events with declared figures": sum("declared" in e for e in register["events"]) == 4,
        "projects without an amount": any("amounts" not in project for project in projects),
        "projects without a division": any("division" not in project for project in projects),
        "an umbrella that is not counted": any(p.get("counted") is False for p in projects),
        "parts of the umbrella": any("parent" in project for project in projects),
        "a confidential project": any(p.get("confidential") and p["code-name"] for p in projects),
        "a reduction": any(amount["value"].startswith("-") for amount in amounts),
        "a break in a series": any("breaks" in series for series in register["indicators"]),
    }
    return [f"missing: {what}" for what, is_there in wanted.items() if not is_there]


def check_written(path, validator):
    """A file that another test wrote; its references may be broken on purpose."""
    register = load(path)
    return check_schema(register, validator) + check_ids(register)


def check_vocabularies(schema, source):
    """The codes and labels of the program are those that the schema publishes."""
    published = [
        [(code["const"], *code["title"].split(" · ")) for code in definition["anyOf"] if "title" in code]
        for definition in schema["$defs"].values()
        if "anyOf" in definition
    ]
    known = [
        re.findall(r'(?:CODE|DEFINED) \(\s*"([^"]+)",\s*"([^"]+)",\s*"([^"]+)"', body)
        for body in re.findall(r"static const TideCode \w+\[\] = \{(.*?)\n\};", source, re.DOTALL)
    ]
    published = [codes for codes in published if codes]
    return [
        f"{what}: {codes}"
        for what, ours, theirs in (
            ("not published", known, published),
            ("not in the program", published, known),
        )
        for codes in ours
        if codes not in theirs
    ]


# TAP ---------------------------------------------------------------------------------------


def main():
    source = Path(sys.argv[1])
    data = source / "data"
    schema = load(data / "schema" / "tideline-register-1.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    layout = Layout(schema)
    codes = (source / "src" / "core" / "tide-code.c").read_text(encoding="utf-8")
    results = [("the schema's codes are the program's", check_vocabularies(schema, codes))]

    for name in ("ningbo", "made-up"):
        path = data / "samples" / f"{name}.tideline"
        register = load(path)
        results += [
            (f"{name}: follows the schema", check_schema(register, validator)),
            (f"{name}: is laid out canonically", check_layout(path, register, layout)),
            (f"{name}: ids are unique", check_ids(register)),
            (f"{name}: references resolve", check_references(register)),
            (f"{name}: shares add up", check_shares(register)),
            (f"{name}: stages go forward", check_stages(register)),
        ]
        if name == "ningbo":
            results.append((f"{name}: every fact of the text", check_facts(register)))
            results.append((f"{name}: every figure cites it", check_figures_come_with_source(register)))
        else:
            results.append((f"{name}: shows what it is for", check_made_up(register)))

    folder = os.environ.get("TIDELINE_WRITTEN")
    for path in sorted(Path(folder).rglob("*.tideline")) if folder else []:
        results.append((f"written: {path.name}", check_written(path, validator)))

    print(f"1..{len(results)}")
    for number, (title, problems) in enumerate(results, 1):
        print(f"{'not ok' if problems else 'ok'} {number} - {title}")
        for problem in problems[:20]:
            print("# " + re.sub(r"\s+", " ", problem))
    return 1 if any(problems for _, problems in results) else 0


if __name__ == "__main__":
    sys.exit(main())
