# SPDX-License-Identifier: GPL-3.0-or-later
"""The layout of a register file as its schema describes it, apart from the program's own writer."""

import json


class Layout:
    """Writes a register in the one layout that the schema's x-line and x-order allow."""

    def __init__(self, schema):
        self.schema = schema

    def text(self, register):
        return self._value(register, self.schema, "") + "\n"

    def _resolve(self, schema):
        """Follows references; what stands beside a reference adds to what it refers to."""
        while "$ref" in schema:
            name = schema["$ref"].removeprefix("#/$defs/")
            beside = {key: value for key, value in schema.items() if key != "$ref"}
            schema = self.schema["$defs"][name] | beside
        return schema

    def _value(self, value, schema, indent, line=False):
        schema = self._resolve(schema)
        line = line or schema.get("x-line", False)
        if isinstance(value, dict):
            return self._object(value, schema, indent, line)
        if isinstance(value, list):
            return self._list(value, schema, indent, line)
        return json.dumps(value, ensure_ascii=False)

    def _object(self, value, schema, indent, line):
        known = schema.get("properties", {})
        names = [name for name in known if name in value] + [
            name for name in value if name not in known
        ]
        members = []
        for name in names:
            member = self._resolve(known.get(name, {}))
            if value[name] is None or value[name] in ([], member.get("default")):
                continue
            text = self._value(value[name], member, indent + "  ", line)
            members.append(json.dumps(name, ensure_ascii=False) + ": " + text)
        return self._join("{", members, "}", indent, line)

    def _list(self, value, schema, indent, line):
        items = self._resolve(schema.get("items", {}))
        plain = not any(isinstance(item, (dict, list)) for item in value)
        if "x-order" in schema:
            value = sorted(value, key=lambda item: order_key(item, schema["x-order"]))
        texts = [self._value(item, items, indent + "  ", line) for item in value]
        return self._join("[", texts, "]", indent, line or plain)

    @staticmethod
    def _join(opening, parts, closing, indent, line):
        if not parts:
            return opening + closing
        if line:
            return f"{opening} {', '.join(parts)} {closing}"
        step = "\n" + indent + "  "
        return opening + step + ("," + step).join(parts) + "\n" + indent + closing


def order_key(item, members):
    """Orders by the members named: a date by its first day and then the coarser first."""
    return [date_key(item.get(name) or "") for name in members]


def date_key(text):
    quarter_month = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}
    parts = [quarter_month.get(part, part) for part in text.split("-")]
    is_date = len(parts) <= 3 and all(part.isdigit() for part in parts)
    first_day = parts + ["01"] * (3 - len(parts)) if is_date else [text]
    return (first_day, text.count("-") if is_date else 0, text)
