# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice Calc without a window, and the flat XML that it tells and is told tables in."""

import dataclasses
import os
import pathlib
import subprocess
import xml.etree.ElementTree as tree
import zipfile
from xml.sax.saxutils import escape

NAMES = {name: f"urn:oasis:names:tc:opendocument:xmlns:{address}:1.0" for name, address in {
    "office": "office", "table": "table", "text": "text", "style": "style",
    "number": "datastyle", "fo": "xsl-fo-compatible"}.items()}
FORMULAS = {"of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2"}
SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
QUOTES = {"\"": "&quot;"}
VALUES = {"float": "value", "percentage": "value", "currency": "value", "date": "date-value",
          "time": "time-value", "boolean": "boolean-value"}
# Separator, quote, UTF-8, from the first line on, columns by their contents, English; not all
# that is quoted is text; dates and the like are seen; and formulas are calculated, the worst case.
AS_TEXT = "Text - txt - csv (StarCalc):{},34,76,1,,1033,false,true,false,false,false,0,true"


def full(name):
    space, local = name.split(":")
    return f"{{{NAMES[space]}}}{local}"


def convert(file, ending, reader=None, writer=None):
    """Has LibreOffice open a file and save it in the folder "saved" beside it with an ending;
    returns its path. reader and writer are its filters, where the endings do not say them."""
    out = file.parent / "saved" / f"{file.stem}.{ending}"
    command = ["soffice", f"-env:UserInstallation={(file.parent / 'profile').as_uri()}",
               "--headless", "--norestore", "--convert-to",
               ending if writer is None else f"{ending}:{writer}", "--outdir", str(out.parent)]
    if reader is not None:
        command.append(f"--infilter={reader}")
    result = subprocess.run([*command, str(file)], env=os.environ | {"HOME": str(file.parent)},
                            capture_output=True, timeout=300, check=False)
    assert out.exists(), f"{file.name}: not converted: {result.stdout!r} {result.stderr!r}"
    return out


# ---- what LibreOffice has read -----------------------------------------------------------------


@dataclasses.dataclass
class Cell:
    """What LibreOffice takes a cell for."""

    kind: str  # string, float, percentage, currency, date, time or boolean
    value: str
    style: str  # the kind, decimals and grouping of its number format, such as "number 2 true"


@dataclasses.dataclass
class Sheet:
    """A table, its cells by row and column from 0."""

    name: str
    cells: dict


def words(element):
    """A paragraph's text, in which spaces and breaks are elements."""
    text = element.text or ""
    for child in element:
        if child.tag == full("text:s"):
            text += " " * int(child.get(full("text:c"), "1"))
        elif child.tag == full("text:tab"):
            text += "\t"
        elif child.tag == full("text:line-break"):
            text += "\n"
        else:
            text += words(child)
        text += child.tail or ""
    return text


def read_cell(element, style):
    kind = element.get(full("office:value-type"))
    if kind is None:
        return None
    value = element.get(full("office:" + VALUES[kind])) if kind in VALUES else \
        "\n".join(words(line) for line in element.findall("text:p", NAMES))
    return Cell(kind, value, style)


def repeated(element, what):
    return int(element.get(full(f"table:number-{what}-repeated"), "1"))


class Document:
    """A file that LibreOffice has written as flat XML."""

    def __init__(self, path):
        self.root = tree.parse(path).getroot()
        formats = {style.get(full("style:name")): self.describe(style)
                   for style in self.root.iter() if style.tag.startswith(f"{{{NAMES['number']}}}")
                   and style.get(full("style:name")) is not None}
        self.styles = {style.get(full("style:name")):
                       formats.get(style.get(full("style:data-style-name")), "")
                       for style in self.root.iter(full("style:style"))}
        self.sheets = [Sheet(table.get(full("table:name")), dict(self.read_cells(table)))
                       for table in self.root.iter(full("table:table"))]

    @staticmethod
    def describe(style):
        kind = style.tag.partition("}")[2].removesuffix("-style")
        number = style.find("number:number", NAMES)
        if number is None:
            return kind
        return " ".join((kind, number.get(full("number:decimal-places"), "any"),
                         number.get(full("number:grouping"), "false")))

    def read_cells(self, table):
        defaults = []
        for column in table.iter(full("table:table-column")):
            style = column.get(full("table:default-cell-style-name"), "")
            defaults.extend([style] * min(repeated(column, "columns"), 1000))
        row = 0
        for line in table.iter(full("table:table-row")):
            column = 0
            for element in line:
                times = repeated(element, "columns")
                style = element.get(full("table:style-name")) or \
                    (defaults[column] if column < len(defaults) else "")
                cell = read_cell(element, self.styles.get(style, ""))
                if cell is not None:
                    yield from (((row + i, column + j), cell)
                                for i in range(repeated(line, "rows")) for j in range(times))
                column += times
            row += repeated(line, "rows")

    def formulas(self):
        """The cells that are calculated, and the texts that lead elsewhere. A truth of XLSX is no
        formula, but becomes one here."""
        return [element.get(full("table:formula"), "link") for element in self.root.iter()
                if element.get(full("table:formula")) is not None
                or element.tag == full("text:a")
                if element.get(full("table:formula")) not in ("of:=TRUE()", "of:=FALSE()")]


def read_frozen(workbook):
    """How many rows and columns of each sheet stay in sight, as LibreOffice says it once more."""
    frozen = []
    with zipfile.ZipFile(convert(workbook, "xlsx")) as archive:
        for name in sorted(archive.namelist()):
            if name.startswith("xl/worksheets/sheet"):
                pane = tree.fromstring(archive.read(name)).find(f".//{{{SPREADSHEET}}}pane")
                frozen.append(None if pane is None or pane.get("state") != "frozen" else
                              (int(pane.get("ySplit", "0")), int(pane.get("xSplit", "0"))))
    return frozen


# ---- what LibreOffice is to write --------------------------------------------------------------

STYLES = """
  <number:number-style style:name="n1"><number:number number:decimal-places="2"
    number:min-integer-digits="1" number:grouping="true"/></number:number-style>
  <number:percentage-style style:name="n2"><number:number number:decimal-places="1"
    number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
  <number:date-style style:name="n3"><number:year number:style="long"/><number:text>-</number:text>
    <number:month number:style="long"/><number:text>-</number:text>
    <number:day number:style="long"/></number:date-style>
  <number:date-style style:name="n4"><number:year number:style="long"/><number:text>-</number:text>
    <number:month number:style="long"/><number:text>-</number:text>
    <number:day number:style="long"/><number:text> </number:text>
    <number:hours number:style="long"/><number:text>:</number:text>
    <number:minutes number:style="long"/><number:text>:</number:text>
    <number:seconds number:style="long"/></number:date-style>
  <number:text-style style:name="n5"><number:text-content/></number:text-style>
  <number:boolean-style style:name="n6"><number:boolean/></number:boolean-style>
"""
STYLE_NAMES = {"amount": "n1", "percentage": "n2", "date": "n3", "time": "n4", "string": "n5",
               "boolean": "n6"}


def write_cell(kind, value, formula=None, columns=1, rows=1):
    """A cell of flat XML: kind is a key of STYLE_NAMES or "float"; None is no cell."""
    if kind is None:
        return "<table:table-cell/>"
    kinds = {"amount": "float", "time": "date"}
    attributes = {"office:value-type": kinds.get(kind, kind)}
    if kind in STYLE_NAMES:
        attributes["table:style-name"] = "c" + STYLE_NAMES[kind]
    if kind != "string":
        attributes["office:" + VALUES[kinds.get(kind, kind)]] = value
    if formula is not None:
        attributes["table:formula"] = formula
    if columns > 1 or rows > 1:
        attributes |= {"table:number-columns-spanned": columns, "table:number-rows-spanned": rows}
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    listed = " ".join(f'{name}="{escape(str(word), QUOTES)}"' for name, word in attributes.items())
    return f"<table:table-cell {listed}>{text if kind == 'string' else ''}</table:table-cell>"


def write_flat(path, sheets):
    """Writes flat XML of sheets: names to rows of arguments of write_cell()."""
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in (NAMES | FORMULAS).items())
    styles = STYLES + "".join(
        f'<style:style style:name="c{name}" style:family="table-cell" '
        f'style:parent-style-name="Default" style:data-style-name="{name}"/>'
        for name in STYLE_NAMES.values())
    tables = "".join(
        f'<table:table table:name="{name}">' + "".join(
            f"<table:table-row>{''.join(write_cell(*cell) for cell in row)}</table:table-row>"
            for row in rows) + "</table:table>" for name, rows in sheets.items())
    pathlib.Path(path).write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {spaces} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document>\n", encoding="utf-8")
