#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the classifications that the template of new registers and the Ningbo sample hold with
the lists as they were published, typed here once more.

usage: taxonomies.py SOURCE-FOLDER
"""

import json
import sys
from pathlib import Path

SEI_2012 = """
Energy saving and environmental protection|节能环保
New-generation information technology|新一代信息技术
Bio-industry|生物
High-end equipment manufacturing|高端装备制造
New energy|新能源
New materials|新材料
New-energy vehicles|新能源汽车
"""
SEI_2018 = """
New-generation information technology|新一代信息技术
High-end equipment manufacturing|高端装备制造
New materials|新材料
Bio-industry|生物
New-energy vehicles|新能源汽车
New energy|新能源
Energy saving and environmental protection|节能环保
Digital creativity|数字创意
Related services|相关服务业
"""
SEI_2023 = """
New-generation information technology|新一代信息技术
High-end equipment manufacturing|高端装备制造
New materials|新材料
Bio-industry|生物
New-energy vehicles|新能源汽车
New energy|新能源
Green and environmental protection|绿色环保
Aviation and aerospace|航空航天
Marine equipment|海洋装备
"""
CLUSTERS_2023 = """
Digital industry|数字产业|trillion
Green petrochemicals|绿色石化|trillion
High-end equipment|高端装备|trillion
New functional materials|新型功能材料|hundred-billion
New energy|新能源|hundred-billion
Key basic components|关键基础件|hundred-billion
Smart home appliances|智能家电|hundred-billion
Fashion textiles and apparel|时尚纺织服装|hundred-billion
Modern health|现代健康|hundred-billion
Emerging and future industry groups|新兴和未来产业|future
"""
CLUSTERS_2025 = """
Green petrochemicals|绿色石化|landmark
New-energy vehicles and high-end equipment|新能源汽车及高端装备|landmark
New materials|新材料|landmark
Artificial intelligence and robotics|人工智能与机器人|strategic
New-generation information technology|新一代信息技术|strategic
Green energy|绿色能源|strategic
Life and health|生命健康|strategic
Fashion consumer goods|时尚消费品|strategic
Aerospace and offshore equipment|航空航天与海工装备|strategic
Future industries|未来产业|future
"""
CLUSTERS_2019 = """
Green petrochemicals|绿色石化|trillion
Automobiles|汽车|trillion
High-end equipment|高端装备|five-hundred-billion
Electronic information|电子信息|five-hundred-billion
New materials|新材料|five-hundred-billion
Software and emerging services|软件与新兴服务|five-hundred-billion
Key basic components|关键基础件|hundred-billion
Smart home appliances|智能家电|hundred-billion
Fashion textiles and apparel|时尚纺织服装|hundred-billion
Biomedicine|生物医药|hundred-billion
Stationery and sporting goods|文体用品|hundred-billion
Energy saving and environmental protection|节能环保|hundred-billion
"""

# Of each: from when, until when where that is known, whether its classes are numbered, the classes.
WANTED = {
    "sei-2012": ("2012", None, False, SEI_2012),
    "sei-2018": ("2018", None, True, SEI_2018),
    "sei-2023": ("2023", None, True, SEI_2023),
    "ningbo-246-2019": ("2019", None, False, CLUSTERS_2019),
    "ningbo-361-2023": ("2023", "2027", False, CLUSTERS_2023),
    "ningbo-361-2025": ("2025", None, False, CLUSTERS_2025),
}

# Two classes, of the newer and of the older version, and how the first stands to the second.
MAPPINGS = [
    (f"sei-2023/{number}", f"sei-2018/{number}", "same") for number in range(1, 8)
] + [
    ("sei-2023/9", "sei-2018/2", "narrower"),
    ("sei-2018/7", "sei-2012/energy-saving", "same"),
    ("sei-2023/6", "sei-2012/new-energy", "same"),
    ("ningbo-361-2025/petrochemicals", "ningbo-361-2023/petrochemicals", "same"),
    ("ningbo-361-2023/petrochemicals", "ningbo-246-2019/petrochemicals", "same"),
    ("ningbo-361-2023/components", "ningbo-246-2019/components", "same"),
]

# What only part of the lists has: where it is told, and a number that must stand there.
GOALS = [
    ("ningbo-361-2023", "2027", "3.7 trillion"),
    ("ningbo-361-2025", "2027", "2.7 trillion"),
    ("ningbo-361-2025", "2030", "3.3 trillion"),
]


def read_rows(text):
    for line in text.strip().splitlines():
        en, zh, *tier = line.split("|")
        yield en, zh, tier[0] if tier else None


def show(sector):
    return sector["name"]["en"], sector["name"]["zh"], sector.get("tier")


def check_taxonomy(register, name):
    """The classes, in their order, with both names, their tiers and their numbers."""
    valid_from, valid_to, is_numbered, text = WANTED[name]
    taxonomy = next((t for t in register["taxonomies"] if t["id"] == name), None)
    if taxonomy is None:
        return ["it is not there"]
    found, wanted = [show(sector) for sector in taxonomy["sectors"]], list(read_rows(text))
    problems = [f"{len(found)} classes instead of {len(wanted)}"] if len(found) != len(wanted) else []
    problems += [f"{a} instead of {b}" for a, b in zip(found, wanted) if a != b]
    codes = [sector.get("code") for sector in taxonomy["sectors"]]
    numbers = [str(n) for n in range(1, len(codes) + 1)] if is_numbered else [None] * len(codes)
    if codes != numbers:
        problems.append(f"numbered {codes}")
    if (taxonomy.get("valid-from"), taxonomy.get("valid-to")) != (valid_from, valid_to):
        problems.append("it is in force at another time")
    return problems


def check_mappings(register):
    found = {
        (sector["id"], entry["sector"]): entry["relation"]
        for taxonomy in register["taxonomies"]
        for sector in taxonomy["sectors"]
        for entry in sector.get("maps-to", [])
    }
    problems = [f"{a} to {b}: not {how}" for a, b, how in MAPPINGS if found.get((a, b)) != how]
    problems += [f"{a} and {b} map to each other" for a, b in found if (b, a) in found]
    return problems + [
        f"{a} and {b} are of one classification" for a, b in found if a.split("/")[0] == b.split("/")[0]
    ]


def check_goals(register):
    notes = {taxonomy["id"]: taxonomy.get("notes", "") for taxonomy in register["taxonomies"]}
    return [
        f"{name}: no {value} in {year}"
        for name, year, value in GOALS
        if year not in notes[name] or value not in notes[name]
    ]


def check_sources(register):
    known = {source["id"] for source in register["sources"]}
    cited = {t["id"]: t.get("sources", []) for t in register["taxonomies"]}
    problems = [f"no source {id}" for ids in cited.values() for id in ids if id not in known]
    return problems + [
        f"{name} has no source" for name in ("sei-2018", "ningbo-361-2023") if not cited[name]
    ]


def check_same(register, other):
    """What both have is the same in both; the text's notes are the sample's own."""

    def read(of):
        return {t["id"]: t["sectors"] for t in of["taxonomies"] if t["id"] in WANTED}

    return [f"{name} differs" for name in WANTED if read(register)[name] != read(other)[name]]


def main():
    data = Path(sys.argv[1]) / "data"
    registers = {
        "template": data / "templates" / "register.tideline",
        "ningbo": data / "samples" / "ningbo.tideline",
    }
    registers = {k: json.loads(v.read_text(encoding="utf-8")) for k, v in registers.items()}
    results = [("both hold the same classes", check_same(*registers.values()))]
    for place, register in registers.items():
        results += [(f"{place}: {name}", check_taxonomy(register, name)) for name in WANTED]
        results += [
            (f"{place}: crosswalks", check_mappings(register)),
            (f"{place}: goals", check_goals(register)),
            (f"{place}: sources", check_sources(register)),
        ]

    print(f"1..{len(results)}")
    for number, (title, problems) in enumerate(results, 1):
        print(f"{'not ok' if problems else 'ok'} {number} - {title}")
        for problem in problems:
            print(f"# {problem}")
    return 1 if any(problems for _, problems in results) else 0


if __name__ == "__main__":
    sys.exit(main())
