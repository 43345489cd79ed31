# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of the registers that the corpus is about."""

import json
from fractions import Fraction

from exact import Known, exactly, last_place, rounded

TIERS = {"billion": 10**9, "hundred-billion": 10**11, "five-hundred-billion": 5 * 10**11,
         "trillion": 10**12}


class Register:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.content = json.load(file)
        self.readers = {"event": self.read_event, "project": self.read_project,
                        "obs": self.read_observation, "published": self.read_published,
                        "count": self.read_count, "tier": self.read_tier, "rate": self.read_rate}

    def find(self, collection, record_id):
        found = [record for record in self.content.get(collection, []) if record["id"] == record_id]
        if len(found) != 1:
            raise KeyError(f"{collection} {record_id}")
        return found[0]

    def list_sectors(self):
        return [sector for taxonomy in self.content["taxonomies"]
                for sector in taxonomy["sectors"]]

    def list_ids(self, collection):
        return {record["id"] for record in self.content.get(collection, [])}

    def list_field_names(self):
        return {sector["name"]["en"].lower() for sector in self.list_sectors()}

    def read_event(self, event_id, what, part=None):
        declared = self.find("events", event_id)["declared"]
        if what == "projects":
            return exactly(declared["projects"], "projects")
        (amount,) = [amount for amount in declared["amounts"]
                     if amount["kind"] == what and amount.get("part") == part]
        return rounded(amount["value"], amount.get("precision", "0"), amount["currency"])

    def read_project(self, project_id, what):
        project = self.find("projects", project_id)
        if what == "jobs":
            return exactly(project["expected"]["jobs"], "jobs")
        amounts = [amount for amount in project["amounts"] if amount["kind"] == what]
        (currency,) = {amount["currency"] for amount in amounts}
        return rounded(sum(Fraction(amount["value"]) for amount in amounts),
                       sum(Fraction(amount.get("precision", "0")) for amount in amounts), currency)

    def read_observation(self, indicator_id, period):
        indicator = self.find("indicators", indicator_id)
        (observation,) = [observation for observation in indicator["observations"]
                          if observation["period"] == period]
        scale, digits = Fraction(indicator["unit"]["scale"]), observation["value"]
        return rounded(Fraction(digits) * scale, last_place(digits) * scale,
                       indicator["unit"]["currency"])

    def read_published(self, indicator_id, start, end):
        (growth,) = [growth for growth in self.find("indicators", indicator_id)["growth"]
                     if growth["from"] == start and growth["to"] == end]
        return rounded(growth["rate"], last_place(growth["rate"]), "percent")

    def read_count(self, platform_id, measure, date=None):
        counts = [count for count in self.find("platforms", platform_id)["counts"]
                  if count["measure"] == measure and date in (None, count["date"])]
        latest = max(counts, key=lambda count: count["date"])
        return exactly(latest["value"], measure)

    def read_tier(self, sector_id):
        for sector in self.list_sectors():
            if sector["id"] == sector_id:
                return exactly(TIERS[sector["tier"]], "CNY")
        raise KeyError(sector_id)

    def read_rate(self, start, end):
        rates = [rate for rate in self.content.get("rates", [])
                 if rate["from"] == start and rate["to"] == end]
        return exactly(rates[-1]["value"], "rate")

    def read(self, reference) -> Known:
        """The fact that a reference such as `obs:sei-output:2015` names."""
        kind, *arguments = reference.split(":")
        return self.readers[kind](*arguments)
