# SPDX-License-Identifier: GPL-3.0-or-later
"""Exact arithmetic with numbers that are known as far as their rounding lets them be."""

from fractions import Fraction
from typing import NamedTuple

ROOT_DIGITS = 16
MOST_DIGITS = 30


class Known(NamedTuple):
    """A number, the least and the most that it may be, and what it counts."""
    value: Fraction
    low: Fraction
    high: Fraction
    unit: str


def exactly(value, unit):
    return Known(Fraction(value), Fraction(value), Fraction(value), unit)


def rounded(value, precision, unit):
    """A written number stands for half of its last place more or less."""
    value, half = Fraction(value), Fraction(precision) / 2
    return Known(value, value - half, value + half, unit)


def last_place(digits):
    return Fraction(1, 10**(len(digits.split(".")[1]) if "." in digits else 0))


def integer_root(number, degree):
    if number < 2:
        return number
    guess = 1 << ((number.bit_length() + degree - 1) // degree)
    while True:
        better = ((degree - 1) * guess + number // guess**(degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def root(number, degree):
    scaled = number.numerator * 10**(ROOT_DIGITS * degree) // number.denominator
    return Fraction(integer_root(scaled, degree), 10**ROOT_DIGITS)


def round_half_up(number, places):
    """Away from zero where it lies in the middle."""
    scaled = number * 10**places
    sign = -1 if scaled < 0 else 1
    return Fraction(sign * ((2 * abs(scaled.numerator) + scaled.denominator)
                            // (2 * scaled.denominator)), 10**places)


def decimal_text(number, places=None):
    """Plain decimal text: exactly, or rounded half up to so many places."""
    number = Fraction(number)
    if places is not None:
        number = round_half_up(number, places)
    sign, number = "-" if number < 0 else "", abs(number)
    whole, rest = divmod(number, 1)
    decimals = ""
    while rest:
        digit, rest = divmod(rest * 10, 1)
        decimals += str(digit)
        if len(decimals) > MOST_DIGITS:
            raise ValueError("not a decimal")
    if places is not None:
        decimals = decimals.ljust(places, "0")
    return sign + str(whole) + ("." + decimals if decimals else "")


def combine(unit, function, first, second):
    """A function that falls with the first number and rises with the second."""
    return Known(function(first.value, second.value), function(first.high, second.low),
                 function(first.low, second.high), unit)


def compound_growth(start, end, years):
    return combine("percent", lambda a, b: (root(b / a, years) - 1) * 100, start, end)


def total_growth(start, end):
    return combine("percent", lambda a, b: (b / a - 1) * 100, start, end)


def multiple(start, end):
    return combine("times", lambda a, b: b / a, start, end)


def increase(start, end):
    return combine("times-more", lambda a, b: b / a - 1, start, end)


def share(part, whole):
    return combine("percent", lambda a, b: b / a * 100, whole, part)


def difference(start, end):
    return combine("percentage-points", lambda a, b: b - a, start, end)


def add_up(parts):
    assert len({part.unit for part in parts}) == 1, "sum of different units"
    return Known(sum(part.value for part in parts), sum(part.low for part in parts),
                 sum(part.high for part in parts), parts[0].unit)


def convert(amount, rate):
    return Known(amount.value * rate.value, amount.low * rate.value, amount.high * rate.value,
                 "CNY")
