# SPDX-License-Identifier: GPL-3.0-or-later
"""Totals of a register, worked out from its file alone with whole numbers and fractions: a second
opinion on what the program shows. It knows no mappings between taxonomies, and says so."""

import calendar
import collections
import datetime
import json
from fractions import Fraction

MINOR_DIGITS = {"CNY": 2, "EUR": 2, "HKD": 2, "JPY": 0, "USD": 2}
SIZES = [1, 10, 50, 100]  # times 10^8
NONE = "none"
UNDATED = "undated"


def days(text):
    """First and last day of a date or period, which may be a year, quarter, month or day."""
    year, *rest = text.split("-")
    first, last = 1, 12
    if rest and rest[0].startswith("Q"):
        first = 3 * int(rest[0][1]) - 2
        last = first + 2
    elif rest:
        first = last = int(rest[0])
    if len(rest) == 2:
        day = datetime.date(int(year), first, int(rest[1]))
        return day, day
    return (datetime.date(int(year), first, 1),
            datetime.date(int(year), last, calendar.monthrange(int(year), last)[1]))


def latest(entries):
    """The current one of dated entries: by first day, then the coarser first, then by id."""
    return max(entries, key=lambda entry: (days(entry["date"])[0], len(entry["date"]), entry["id"]),
               default=None)


def round_half_away(number):
    whole = abs(number) + Fraction(1, 2)
    return (whole.numerator // whole.denominator) * (1 if number >= 0 else -1)


def to_minor(text, currency):
    minor = Fraction(text) * 10 ** MINOR_DIGITS[currency]
    assert minor.denominator == 1, f"{text} {currency}"
    return minor.numerator


def divide(whole, weights):
    """Largest remainders: the parts add up to the whole."""
    sign = -1 if whole < 0 else 1
    exact = [Fraction(abs(whole)) * weight / sum(weights) for weight in weights]
    parts = [part.numerator // part.denominator for part in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_remainder[:abs(whole) - sum(parts)]:
        parts[i] += 1
    return [sign * part for part in parts]


class Figure:
    """What one number is made of."""

    def __init__(self):
        self.projects = set()
        self.with_amount = set()
        self.foreign = set()
        self.unpriced = set()
        self.base = 0
        self.sums = collections.Counter()

    def count(self, project, amounts):
        self.projects.add(project.id)
        for amount in amounts:
            self.with_amount.add(project.id)
            if amount.is_foreign:
                self.foreign.add(project.id)
            if amount.base is None:
                self.unpriced.add(project.id)

    def add(self, amounts):
        for amount in amounts:
            self.base += amount.base or 0
            self.sums[amount.currency] += amount.minor

    def tell(self):
        return (len(self.projects), len(self.with_amount), len(self.foreign), len(self.unpriced),
                self.base, {currency: sum for currency, sum in self.sums.items() if sum != 0})


Amount = collections.namedtuple("Amount", "minor currency base is_foreign date")


class Project:
    """What a project brings to totals of one kind in one currency at the rates of one set."""

    def __init__(self, counting, record):
        self.id = record["id"]
        self.record = record
        stage = latest(record.get("stages", []))
        status = latest(record.get("statuses", []))
        self.stage = stage["stage"] if stage else NONE
        self.status = status["status"] if status else "normal"
        amounts = [amount for amount in record.get("amounts", [])
                   if amount["kind"] == counting.kind and amount.get("counted", True)
                   and "value" in amount]
        self.amounts = [counting.tell(amount) for amount in amounts
                        if counting.is_within_period(amount)]
        self.exclusion = self.find_exclusion(counting, amounts)

    def find_exclusion(self, counting, amounts):
        if self.status == "terminated":
            return "terminated"
        if not self.record.get("counted", True):
            return "not-counted"
        if self.id in counting.umbrellas:
            return "umbrella"
        if counting.period and not self.amounts:
            first, last = days(counting.period)
            vague = any(days(amount["date"])[0] <= last and days(amount["date"])[1] >= first
                        for amount in amounts)
            return "not-dated" if vague else "outside-period"
        return None


class Counting:
    """All totals of a register for one kind of amount, currency, set of rates and period."""

    def __init__(self, register, kind, currency, rate_set, period):
        self.register = register
        self.kind = kind
        self.currency = currency
        self.rate_set = rate_set
        self.period = period
        self.umbrellas = {project["parent"] for project in register["projects"]
                          if "parent" in project}
        self.fixed_date = next((each.get("date") for each in register["rate-sets"]
                                if each["id"] == rate_set), None)
        self.all = [Project(self, record) for record in register["projects"]]
        self.live = [project for project in self.all if project.exclusion is None]
        assert not any("maps-to" in sector for taxonomy in register["taxonomies"]
                       for sector in taxonomy["sectors"])
        assert not any("event" in amount for record in register["projects"]
                       for amount in record.get("amounts", []))

    def is_within_period(self, amount):
        if not self.period:
            return True
        first, last = days(self.period)
        return first <= days(amount["date"])[0] and days(amount["date"])[1] <= last

    def find_rate(self, currency, date):
        """The newest that begins on or before the last day of the date."""
        last = days(self.fixed_date or date)[1]
        rates = [rate for rate in self.register["rates"]
                 if rate["set"] == self.rate_set and rate["from"] == currency
                 and rate["to"] == self.currency and days(rate["date"])[0] <= last]
        rate = max(rates, key=lambda rate: (days(rate["date"])[0], len(rate["date"])), default=None)
        return Fraction(rate["value"]) if rate else None

    def tell(self, amount):
        currency = amount["currency"]
        minor = to_minor(amount["value"], currency)
        base = minor
        if currency != self.currency:
            rate = self.find_rate(currency, amount["date"])
            base = None if rate is None else round_half_away(
                Fraction(amount["value"]) * rate * 10 ** MINOR_DIGITS[self.currency])
        return Amount(minor, currency, base, currency != self.currency, amount["date"])

    def count_left_out(self):
        return collections.Counter(project.exclusion for project in self.all
                                   if project.exclusion is not None)

    # ---- dividing ------------------------------------------------------------------------------

    def total(self):
        figure = Figure()
        for project in self.live:
            figure.count(project, project.amounts)
            figure.add(project.amounts)
        return figure

    def divide(self, find_groups):
        """By the groups that each project is in, with all its amounts."""
        figures = collections.defaultdict(Figure)
        for project in self.live:
            for group in find_groups(project):
                figures[group].count(project, project.amounts)
                figures[group].add(project.amounts)
        return figures

    def by_stage(self):
        return self.divide(lambda project: [project.stage])

    def by_status(self):
        return self.divide(lambda project: [project.status])

    def by_event(self):
        return self.divide(lambda project: [project.record.get("event", NONE)])

    def by_party_kind(self):
        kinds = {party["id"]: party["kind"] for party in self.register["parties"]}
        return self.divide(lambda project: {kinds[party["party"]]
                                            for party in project.record.get("parties", [])}
                           or {NONE})

    def by_size(self):
        def find_sizes(project):
            priced = [amount.base for amount in project.amounts if amount.base is not None]
            if not priced:
                return [NONE]
            unit = 10 ** (8 + MINOR_DIGITS[self.currency])
            return [str(size) for size in SIZES if sum(priced) >= size * unit] or ["below"]
        return self.divide(find_sizes)

    def by_division(self, how):
        parents = {division["id"]: division.get("parent")
                   for division in self.register["divisions"]}

        def find_divisions(project):
            division = project.record.get("division")
            if division is None:
                return [NONE]
            line = [division]
            while parents.get(line[-1]):
                line.append(parents[line[-1]])
            if how == "tree":
                return line
            if how == "top" and self.register["division"] in line[1:]:
                return [line[line.index(self.register["division"]) - 1]]
            return [division]
        return self.divide(find_divisions)

    def by_amount(self, find_group):
        """Each amount has a group; a project without amounts is in that of none, if there is one."""
        figures = collections.defaultdict(Figure)
        for project in self.live:
            groups = collections.defaultdict(list)
            for amount in project.amounts:
                groups[find_group(amount)].append(amount)
            for group, amounts in groups.items():
                figures[group].count(project, amounts)
                figures[group].add(amounts)
        return figures

    def by_currency(self):
        """What is told of a project is told of all its amounts."""
        figures = self.by_amount(lambda amount: amount.currency)
        for project in self.live:
            for group in {amount.currency for amount in project.amounts}:
                figures[group].count(project, project.amounts)
        return figures

    def by_time(self, find_period):
        figures = self.by_amount(lambda amount: find_period(amount.date))
        for project in self.live:
            if not project.amounts:
                figures[NONE].count(project, [])
        return figures

    def by_year(self):
        return self.by_time(lambda date: date[:4])

    def by_quarter(self):
        return self.by_time(lambda date: f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"
                            if len(date) >= 7 else UNDATED)

    def by_sector(self, taxonomy, how):
        """Projects by mention, amounts by share; what no class has belongs to none."""
        parents = {sector["id"]: sector.get("parent") for each in self.register["taxonomies"]
                   if each["id"] == taxonomy for sector in each["sectors"]}

        def find_groups(sector):
            line = [sector]
            while parents[line[-1]]:
                line.append(parents[line[-1]])
            return {"own": line[:1], "top": line[-1:], "tree": line}[how]

        figures = collections.defaultdict(Figure)
        for project in self.live:
            classes = [entry for entry in project.record.get("sectors", [])
                       if entry["sector"] in parents]
            weights = [Fraction(entry["share"]) if "share" in entry
                       else Fraction(100 if len(classes) == 1 else 0) for entry in classes]
            weights.append(100 - sum(weights))
            groups = [find_groups(entry["sector"]) for entry in classes] + [[NONE]]
            mentioned = {group for each in groups[:-1] for group in each}
            for group in mentioned | ({NONE} if weights[-1] else set()):
                figures[group].count(project, project.amounts)
            self.share(figures, project, groups, weights)
        return figures

    @staticmethod
    def share(figures, project, groups, weights):
        base = sum(amount.base or 0 for amount in project.amounts)
        for line, part in zip(groups, divide(base, weights)):
            for group in line:
                figures[group].base += part
        sums = collections.Counter()
        for amount in project.amounts:
            sums[amount.currency] += amount.minor
        for currency, whole in sums.items():
            for line, part in zip(groups, divide(whole, weights)):
                for group in line:
                    figures[group].sums[currency] += part


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))
