#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks in the Ningbo sample for each fact of the article that it is made of: the record that a page
of Tideline shows, the value in it, and the source that is named for it.

usage: article.py SOURCE-FOLDER
"""

import json
import sys
from pathlib import Path

ARTICLE = "ningbolife-2023"

# Of what the fact is, the kind of record and its id, where in the record it stands, and its value.
# Entries of a list are chosen by members that they have: "counts[measure=talents]/value".
FACTS = [
    ("the article has a publisher", "sources", ARTICLE, "publisher", "Ningbo Life"),
    ("a robot project", "projects", "AIoT", "sectors[sector=press/robotics]/sector", "press/robotics"),
    ("… works with Yuyao", "projects", "AIoT", "division", "330281"),
    ("… and is agreed", "projects", "AIoT", "stages[stage=signed]/date", "2023"),
    ("Yuyao is a city at county level", "divisions", "330281", "kind", "county-level-city"),
    ("an energy project", "projects", "Shouyi", "sectors[sector=press/new-energy]/sector",
     "press/new-energy"),
    ("… settles in Zhenhai", "projects", "Shouyi", "division", "330211"),
    ("… and is there", "projects", "Shouyi", "stages[stage=registered]/date", "2023"),
    ("Zhenhai is a district", "divisions", "330211", "kind", "district"),
    ("a meeting in Beijing", "events", "beijing-2023", "venue", "Beijing"),
    ("… for central and famous enterprises", "events", "beijing-2023", "name/zh",
     "“投资宁波”央企名企对接会"),
    ("… with 17 projects", "events", "beijing-2023", "declared/projects", 17),
    ("… that intend 16 billion yuan", "events", "beijing-2023",
     "declared/amounts[kind=intention,currency=CNY]/value", "16000000000"),
    ("… of which from abroad 1.06 billion dollars", "events", "beijing-2023",
     "declared/amounts[kind=intention,part=foreign,currency=USD]/value", "1060000000"),
    ("… in seven fields", "events", "beijing-2023", "sectors",
     ["press/new-energy", "press/new-materials", "press/marine-equipment",
      "press/information-technology", "press/robotics", "press/biomedicine",
      "press/smart-transportation"]),
    ("the party committee cares for these industries", "parties", "ningbo-party-committee", "kind",
     "public"),
    ("the 361 clusters", "taxonomies", "ningbo-361-2023", "sources", [ARTICLE]),
    ("output of 2015", "indicators", "sei-output", "observations[period=2015]/value", "2224"),
    ("output of 2022", "indicators", "sei-output", "observations[period=2022]/value", "6411"),
    ("growth of output", "indicators", "sei-output", "growth[from=2015,to=2022]/rate", "16.3"),
    ("added value of 2015", "indicators", "sei-added-value", "observations[period=2015]/value", "437"),
    ("added value of 2022", "indicators", "sei-added-value", "observations[period=2022]/value",
     "1374"),
    ("growth of added value", "indicators", "sei-added-value", "growth[from=2015,to=2022]/rate", "17.9"),
    ("both are of industry above designated size", "indicators", "sei-added-value", "scope",
     "above-size"),
    ("a pilot programme of the province, since August", "platforms", "yongjiang-pilot",
     "counts[measure=pilot-projects]/date", "2023-08"),
    ("a zone for science and technology", "platforms", "yongjiang-zone", "kind", "zone"),
    ("a laboratory for new materials", "platforms", "yongjiang-laboratory", "sectors",
     ["press/new-materials"]),
    ("… with 10 research centres", "platforms", "yongjiang-laboratory",
     "counts[measure=research-centres]/value", "10"),
    ("… and 16 teams", "platforms", "yongjiang-laboratory", "counts[measure=research-teams]/value",
     "16"),
    ("a university with 47 talents", "platforms", "ningbo-oriental-university",
     "counts[measure=talents]/value", "47"),
    ("… seven of them academicians", "platforms", "ningbo-oriental-university",
     "counts[measure=academicians,part-of=talents]/value", "7"),
    ("who was asked about what is to come", "parties", "ningbo-drc", "kind", "public"),
]

# What names the article as its source: these kinds of records have sources of their own.
CITING = ("events", "projects", "indicators", "platforms")


def find_record(register, kind, name):
    """By its id, or the first word of its English name."""
    return next((record for record in register[kind]
                 if record["id"] == name or record.get("name", {}).get("en", "").startswith(name)),
                None)


def choose_entry(entries, condition):
    wanted = dict(pair.split("=") for pair in condition.split(","))
    return next((entry for entry in entries
                 if all(entry.get(member) == value for member, value in wanted.items())), None)


def split_path(path):
    """At the slashes outside of brackets."""
    depth, parts = 0, [""]
    for letter in path:
        depth += (letter == "[") - (letter == "]")
        if letter == "/" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def read_value(record, path):
    value = record
    for part in split_path(path):
        member, _, condition = part.partition("[")
        value = value.get(member) if value is not None else None
        if condition and value is not None:
            value = choose_entry(value, condition.rstrip("]"))
    return value


def check_fact(register, kind, name, path, wanted):
    record = find_record(register, kind, name)
    if record is None:
        return [f"there is no {name} among the {kind}"]
    found = read_value(record, path)
    problems = [f"{path} is {found!r}, not {wanted!r}"] if found != wanted else []
    if kind in CITING and ARTICLE not in record.get("sources", []):
        problems.append(f"{name} does not name the article as its source")
    return problems


def check_figures(register):
    """Each number that the article gives names it beside the number."""
    entries = [(indicator["id"], entry) for indicator in register["indicators"]
               for entry in indicator["observations"] + indicator["growth"]]
    entries += [(platform["id"], entry) for platform in register["platforms"]
                for entry in platform.get("counts", [])]
    entries += [(event["id"], entry) for event in register["events"]
                for entry in event["declared"]["amounts"]]
    return [f"{name}: a figure without the article as its source"
            for name, entry in entries if entry.get("source") != ARTICLE]


def main():
    file = Path(sys.argv[1]) / "data" / "samples" / "ningbo.tideline"
    register = json.loads(file.read_text(encoding="utf-8"))
    results = [(title, check_fact(register, *fact)) for title, *fact in FACTS]
    results.append(("figures name their source", check_figures(register)))

    print(f"1..{len(results)}")
    for number, (title, problems) in enumerate(results, 1):
        print(f"{'not ok' if problems else 'ok'} {number} - {title}")
        for problem in problems:
            print(f"# {problem}")
    return 1 if any(problems for _, problems in results) else 0


if __name__ == "__main__":
    sys.exit(main())
