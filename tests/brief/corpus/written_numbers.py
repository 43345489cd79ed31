# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the numbers that are written in a quote of the corpus, to check its values against."""

import re
from fractions import Fraction

ONES = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen").split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ENGLISH_WORDS = {word: value for value, word in enumerate(ONES)}
ENGLISH_WORDS.update({word: 10 * value for value, word in enumerate(TENS, 2)})

CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
CHINESE_DIGITS.update({"两": 2, "〇": 0})
CHINESE_DIGITS.update({digit: value for value, digit in enumerate("壹贰叁肆伍陆柒捌玖", 1)})
CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
CHINESE_SECTIONS = {"万": 10**4, "亿": 10**8}

# The longest of those that begin alike comes first.
SCALES = (("万亿", 10**12), ("千亿", 10**11), ("百亿", 10**10), ("十亿", 10**9), ("亿", 10**8),
          ("千万", 10**7), ("百万", 10**6), ("万", 10**4), ("千", 1000), ("百", 100),
          ("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000),
          ("hundred", 100), ("tn", 10**12), ("bn", 10**9), ("mn", 10**6), ("m", 10**6), ("k", 1000))
SCALE_OF_WORD = dict(SCALES)

MULTIPLE_WORDS = (("doubl", 2), ("twofold", 2), ("twice", 2), ("tripl", 3), ("trebl", 3),
                  ("threefold", 3), ("quadrupl", 4), ("fourfold", 4), ("fivefold", 5),
                  ("tenfold", 10))


def to_half_width(text):
    return "".join(chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in text)


def join_broken_digits(text):
    """Takes line breaks and separating spaces out of numbers."""
    text = re.sub(r"(?<=[\d.,])[\s\u00a0]*\n[\s\u00a0]*(?=[\d.,])", "", text)
    return re.sub(r"(?<=\d)[ \u00a0\u202f\u2009](?=\d{3}(?!\d))", "", text)


def read_chinese_integer(text):
    """(value, unit of the last digit that is written)"""
    total = section = digit = 0
    last_unit = 1
    for character in text:
        if character in CHINESE_DIGITS:
            digit = CHINESE_DIGITS[character]
            last_unit = 1
        elif character in CHINESE_UNITS:
            section += (digit or 1) * CHINESE_UNITS[character]
            digit = 0
            last_unit = CHINESE_UNITS[character]
        elif character in CHINESE_SECTIONS:
            scale = CHINESE_SECTIONS[character]
            total = (total + section + digit) * scale
            section = digit = 0
            last_unit *= scale
    return total + section + digit, last_unit


def read_digit_by_digit(text):
    return int("".join(str(CHINESE_DIGITS[digit]) for digit in text))


def with_chinese_decimals(value, precision, decimals):
    """The value with what stands behind 点, if anything does."""
    if not decimals:
        return Fraction(value), Fraction(precision)
    place = 10**len(decimals)
    return value + Fraction(read_digit_by_digit(decimals), place), Fraction(1, place)


def read_multiple_word(quote):
    """doubled, threefold; 翻一番 is twice as much, 翻两番 four times"""
    lowered = quote.lower()
    for word, value in MULTIPLE_WORDS:
        if word in lowered:
            return [(Fraction(value), Fraction(1))]
    match = re.search(r"翻了?([一二两三四五])?番", quote)
    if match is None:
        return []
    return [(Fraction(2**CHINESE_DIGITS[match.group(1) or "一"]), Fraction(1))]


def read_chinese_percent(quote):
    """百分之十六点三, 三成"""
    match = re.search(r"百分之([零一二三四五六七八九十百两〇]+)(点([零一二三四五六七八九〇]+))?", quote)
    if match is not None:
        return [with_chinese_decimals(read_chinese_integer(match.group(1))[0], 1, match.group(3))]
    match = re.search(r"([一二三四五六七八九])成", quote)
    return [(Fraction(CHINESE_DIGITS[match.group(1)] * 10), Fraction(10))] if match else []


def starts_with_scale(text, word):
    """An English scale is no part of a longer word."""
    if not text.startswith(word):
        return False
    return not (word.isascii() and len(text) > len(word) and text[len(word)].isalpha())


def read_scale(rest):
    """What the words behind a number make of it: 1 for nothing."""
    for word, scale in SCALES:
        if not starts_with_scale(rest, word):
            continue
        if word in ("hundred", "thousand"):
            behind = rest[len(word):].lstrip(" -")
            for second, factor in SCALES:
                if behind.startswith(second):
                    return scale * factor
        return scale
    return 1


def read_digits(quote):
    """1,600,000万, 16.3"""
    numbers = []
    for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", quote):
        digits = match.group(0).rstrip(",").replace(",", "")
        decimals = len(digits.split(".")[1]) if "." in digits else 0
        scale = read_scale(re.sub(r"^[\s\u00a0\-]*[余多]?", "", quote[match.end():]).lower())
        numbers.append((Fraction(digits) * scale, Fraction(1, 10**decimals) * scale))
    return numbers


def read_chinese_number(quote):
    match = re.search(r"[零一二三四五六七八九十百千万亿两〇壹贰叁肆伍陆柒捌玖拾佰仟]+", quote)
    if match is None:
        return []
    written = match.group(0)
    if "〇" in written or re.fullmatch(r"[零一二三四五六七八九]{4}", written):
        return [(Fraction(read_digit_by_digit(written)), Fraction(1))]
    value, precision = read_chinese_integer(written)
    rest = quote[match.end():]
    decimals = re.match(r"点([零一二三四五六七八九〇]+)", rest)
    if decimals is None:
        return [(Fraction(value), Fraction(precision))]
    value, precision = with_chinese_decimals(value, precision, decimals.group(1))
    for word, scale in SCALES:
        if rest[decimals.end():].startswith(word):
            return [(value * scale, precision * scale)]
    return [(value, precision)]


def read_english_words(quote):
    """one hundred and seven, two billion"""
    total = current = Fraction(0)
    precision = Fraction(1)
    has_number = False
    for word in re.findall(r"[a-z]+", quote.lower()):
        if word in ENGLISH_WORDS:
            current += ENGLISH_WORDS[word]
            precision = Fraction(1)
            has_number = True
        elif word == "hundred" and has_number:
            current *= 100
            precision = Fraction(100)
        elif word in ("thousand", "million", "billion", "trillion") and has_number:
            total += current * SCALE_OF_WORD[word]
            precision *= SCALE_OF_WORD[word]
            current = Fraction(0)
    return [(total + current, precision)] if has_number else []


def read_numbers(quote, is_multiple=False):
    """What may be written in a quote, as (value, precision); the first number first."""
    quote = join_broken_digits(to_half_width(quote))
    readers = [read_chinese_percent, read_digits, read_chinese_number, read_english_words]
    if is_multiple:
        readers.insert(0, read_multiple_word)
    for reader in readers:
        numbers = reader(quote)
        if numbers:
            return numbers
    return []
