# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as other programs write them, with what their agreed amounts come to."""

import io
import zipfile
from decimal import Decimal

ENGLISH = ("Project name", "Investor", "Agreed investment (CNY)", "Date signed")
CHINESE = ("项目名称", "投资方", "协议投资额（万元）", "签约日期")


def text(rows, separator=",", end="\r\n"):
    return end.join(separator.join(row) for row in rows)


def table(header, *rows):
    return [header, *rows]


CHINESE_ROWS = table(CHINESE,
                     ("海风一号项目", "甲能源有限公司", "12500.50", "2024-03-01"),
                     ("潮汐二号项目", "乙科技有限公司", "3000.25", "2024-04-02"),
                     ("盐田三号项目", "丙材料有限公司", "未透露", "2024-05"))
CHINESE_SUM = {"CNY": Decimal("155007500")}


def with_comma(rows):
    return [tuple(cell.replace(".", ",") for cell in row) for row in rows]


def xlsx(rows):
    """A workbook with numbers as numbers and days as a spreadsheet counts them."""
    days = {"2024-03-01": 45352, "2024-04-02": 45384}
    lines = []
    for row, cells in enumerate(rows, start=1):
        line = ""
        for column, cell in zip("ABCD", cells):
            if cell in days:
                line += f'<c r="{column}{row}" s="1"><v>{days[cell]}</v></c>'
            elif cell.replace(".", "").isdigit():
                line += f'<c r="{column}{row}"><v>{cell}</v></c>'
            else:
                line += f'<c r="{column}{row}" t="inlineStr"><is><t>{cell}</t></is></c>'
        lines.append(f'<row r="{row}">{line}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{package}content-types">'
                         '<Default Extension="xml" ContentType="application/xml"/>'
                         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
                         'package.relationships+xml"/></Types>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{package}relationships">'
                         f'<Relationship Id="r1" Type="{relations}/officeDocument" '
                         'Target="xl/workbook.xml"/></Relationships>')
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{relations}">'
                         '<sheets><sheet name="说明" sheetId="1" r:id="r1"/>'
                         '<sheet name="项目" sheetId="2" r:id="r2"/></sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels",
                         f'<Relationships xmlns="{package}relationships">'
                         f'<Relationship Id="r1" Type="{relations}/worksheet" '
                         'Target="worksheets/sheet1.xml"/>'
                         f'<Relationship Id="r2" Type="{relations}/worksheet" '
                         'Target="worksheets/sheet2.xml"/>'
                         f'<Relationship Id="r3" Type="{relations}/styles" Target="styles.xml"/>'
                         '</Relationships>')
        archive.writestr("xl/styles.xml", f'<styleSheet xmlns="{main}"><cellXfs count="2">'
                         '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
        archive.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>'
                         '<row r="1"><c r="A1" t="inlineStr"><is><t>2024</t></is></c></row>'
                         '</sheetData></worksheet>')
        archive.writestr("xl/worksheets/sheet2.xml",
                         f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData>'
                         '</worksheet>')
    return file.getvalue()


def html(rows):
    return "<html><body><table>" + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    ) + "</table></body></html>"


GROUPED = table(ENGLISH,
                ("Tidal Works", "Alpha AG", '"12,500,000.50"', "2024-03-01"),
                ("Wind Works", "Beta GmbH", '"1,000.25"', "2024-04-02"))
EUROPEAN = table(("Projektname", "Geldgeber", "Summe (EUR)", "Unterschrift"),
                 ("Gezeitenwerk Süd", "Müller & Söhne", "1.912.000,96", "31.03.2024"),
                 ("Windpark", "Großmann", "40.000,04", "02.04.2024"))
UNITS = table(("Project name", "Investor", "Agreed investment", "Date signed"),
              ("One", "A", "630万人民币", "2024-01-01"),
              ("Two", "B", "1.2亿元", "2024-01-02"),
              ("Three", "C", '"$1,740,000"', "2024-01-03"),
              ("Four", "D", "12.5 million EUR", "2024-01-04"))
CURRENCIES = table(("Project name", "Currency", "Agreed investment", "Date signed"),
                   ("One", "USD", "1500000", "2024-01-01"),
                   ("Two", "CNY", "2500000.75", "2024-01-02"))
MAPPED = ("--map", "Projektname=name", "--map", "Geldgeber=party",
          "--map", "Summe (EUR)=amount-agreement", "--map", "Unterschrift=date-signed")

# name, ending, bytes, more of the command line, sums by currency
DIALECTS = (
    ("commas and grouped digits", "csv", text(GROUPED).encode(), (),
     {"CNY": Decimal("12501000.75")}),
    ("a byte order mark", "csv", text(CHINESE_ROWS).encode("utf-8-sig"), (), CHINESE_SUM),
    ("semicolons and decimal commas in GB18030", "csv",
     text(with_comma(CHINESE_ROWS), ";").encode("gb18030"), (), CHINESE_SUM),
    ("an encoding that is told", "csv", text(CHINESE_ROWS).encode("gb18030"),
     ("--encoding", "gb18030"), CHINESE_SUM),
    ("UTF-16 and tabs", "tsv", text(CHINESE_ROWS, "\t").encode("utf-16"), (), CHINESE_SUM),
    ("big-endian UTF-16 and tabs", "txt",
     b"\xfe\xff" + text(CHINESE_ROWS, "\t").encode("utf-16-be"), (), CHINESE_SUM),
    ("bars below a preamble", "txt",
     ("Projects of the year\n\n" + text(CHINESE_ROWS, "|", "\n")).encode(), (), CHINESE_SUM),
    ("a separator in the first line", "csv", ("sep=;\r\n" + text(CHINESE_ROWS, ";")).encode(), (),
     CHINESE_SUM),
    ("lone carriage returns", "csv", text(CHINESE_ROWS, ",", "\r").encode(), (), CHINESE_SUM),
    ("a quoted line break", "csv",
     text(CHINESE_ROWS).replace("潮汐二号项目", '"潮汐二号\n项目"').encode(), (), CHINESE_SUM),
    ("a sheet of a workbook", "xlsx", xlsx(CHINESE_ROWS), ("--sheet", "项目"), CHINESE_SUM),
    ("a table of a page", "html", html(CHINESE_ROWS).encode(), (), CHINESE_SUM),
    ("Windows-1252, and columns that are told", "csv", text(EUROPEAN, ";").encode("cp1252"), MAPPED,
     {"EUR": Decimal("1952001.00")}),
    ("units in the cells", "csv", text(UNITS).encode(), (),
     {"CNY": Decimal("126300000"), "USD": Decimal("1740000"), "EUR": Decimal("12500000")}),
    ("a column of currencies", "csv", text(CURRENCIES).encode(), (),
     {"USD": Decimal("1500000"), "CNY": Decimal("2500000.75")}),
)
