/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a workbook to the standard output, with whatever cells may go wrong in. */

#include "codec/tide-xlsx-writer.h"

#include <locale.h>
#include <stdio.h>

static const TideTableColumn columns[] = {
  { "text", TIDE_TABLE_TEXT },     { "number", TIDE_TABLE_NUMBER },
  { "amount", TIDE_TABLE_AMOUNT }, { "percent", TIDE_TABLE_PERCENT },
  { "date", TIDE_TABLE_DATE },     { "boolean", TIDE_TABLE_BOOLEAN },
};

static const struct
{
  const char *text;
  const char *number;
  const char *date;
} rows[] = {
  { "=1+1", "0.1", "2023-08-15" },
  { "+86", "-1.50", "1900-01-31" },
  { "-", "123456789012345", "1900-03-01" },
  { "@SUM(A1)", "1234567890123456.7", "2023" },
  { "{=A1}", "0", "2023-Q3" },
  { "<b>&\"机器人\"", "16.3", "2023-08" },
  { "http://example.org/", NULL, "2023-02-30" },
  { "line\nbreak \x01 end ", NULL, NULL },
  { "_x0041_\x02", "7", "9999-12-31" },
  { "_x0041_", "0.07", "2024-02-29" },
};

static void
add_row (TideTableWriter *writer, guint row)
{
  TideDecimal decimal = { 0 };
  TideDate date = { 0 };

  if (rows[row].number != NULL)
    g_assert_cmpint (tide_decimal_parse (rows[row].number, &decimal), ==, TIDE_DECIMAL_OK);
  if (rows[row].date != NULL)
    tide_date_parse (rows[row].date, TRUE, &date);
  tide_table_writer_add_text (writer, rows[row].text);
  for (guint i = 0; i < 3; i++)
    tide_table_writer_add_decimal (writer, &decimal);
  tide_table_writer_add_date (writer, &date);
  tide_table_writer_add_boolean (writer, row % 2 == 0);
  tide_table_writer_end_row (writer);
}

static void
add_long_text (TideTableWriter *writer)
{
  g_autofree char *text = g_strnfill (TIDE_XLSX_MAX_TEXT + 1, 'x');

  tide_table_writer_begin_sheet (writer, "long", columns, 1);
  tide_table_writer_add_text (writer, text);
  tide_table_writer_end_row (writer);
}

int
main (int argc, char **argv)
{
  g_autoptr (TideTableWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  writer = tide_xlsx_writer_new ();
  tide_table_writer_begin_sheet (writer, "cells", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_row (writer, i);
  add_long_text (writer);
  bytes = tide_table_writer_end (writer, &error);
  if (bytes == NULL)
    g_error ("%s", error->message);

  return fwrite (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 1, stdout) == 1 ? 0 : 1;
}
