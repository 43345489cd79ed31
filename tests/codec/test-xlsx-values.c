/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, dates, formats, places and escapes of spreadsheets. */

#include "codec/tide-xlsx-date.h"
#include "codec/tide-xlsx-number.h"
#include "codec/tide-xlsx-place.h"
#include "codec/tide-xlsx-text.h"

typedef struct
{
  const char *text;
  int shift;
  const char *expected; /* NULL where it is no number */
} NumberCase;

static const NumberCase number_cases[] = {
  { "0", 0, "0" },
  { "-0", 0, "0" },
  { "1", 0, "1" },
  { "-12.50", 0, "-12.5" },
  { "0.1", 0, "0.1" },
  { "0.10000000000000001", 0, "0.1" },
  { "0.30000000000000004", 0, "0.3" },
  { "160.29999999999998", 0, "160.3" },
  { "-160.29999999999998", 0, "-160.3" },
  { "0.3333333333333333", 0, "0.3333333333333333" },
  { "0.12345678901234567", 0, "0.12345678901234566" },
  { "123456789012345", 0, "123456789012345" },
  { "1234567890123456", 0, "1234567890123456" },
  { "9007199254740991", 0, "9007199254740991" },
  { "9.65E7", 0, "96500000" },
  { "1.6E+10", 0, "16000000000" },
  { "16000000000.01", 0, "16000000000.01" },
  { "1e23", 0, "100000000000000000000000" },
  { "1e24", 0, "1E24" },
  { "-2.5e300", 0, "-2.5E300" },
  { "1.5e-7", 0, "0.00000015" },
  { "1.5E-30", 0, "1.5E-30" },
  { "+7", 0, "7" },
  { ".5", 0, "0.5" },
  { "0.163", 2, "16.3" },
  { "0.07", 2, "7" },
  { "0.28999999999999998", 2, "29" },
  { "1", 2, "100" },
  { "0.00005", 2, "0.005" },
  { "-0.125", 2, "-12.5" },
  { "0", 2, "0" },
  { "", 0, NULL },
  { "1e400", 0, NULL },
  { "inf", 0, NULL },
  { "0x10", 0, NULL },
  { "1,5", 0, NULL },
  { "1-2", 0, NULL },
  { " 1", 0, NULL },
};

static void
test_number (gconstpointer data)
{
  const NumberCase *test = data;
  char buffer[TIDE_XLSX_NUMBER_SIZE];
  double number;

  if (test->expected == NULL)
    {
      g_assert_false (tide_xlsx_number_parse (test->text, &number));
      return;
    }

  g_assert_true (tide_xlsx_number_parse (test->text, &number));
  tide_xlsx_number_format (number, test->shift, buffer, sizeof buffer);
  g_assert_cmpstr (buffer, ==, test->expected);
}

typedef struct
{
  const char *code;
  gboolean is_percent;
  TideXlsxShown shown;
  const char *before;
  const char *after;
} FormatCase;

#define YEAR TIDE_XLSX_SHOWS_YEAR
#define MONTH TIDE_XLSX_SHOWS_MONTH
#define DAY TIDE_XLSX_SHOWS_DAY
#define TIME TIDE_XLSX_SHOWS_TIME
#define DURATION TIDE_XLSX_SHOWS_DURATION

static const FormatCase format_cases[] = {
  { "General", FALSE, 0, NULL, NULL },
  { "", FALSE, 0, NULL, NULL },
  { "@", FALSE, 0, NULL, NULL },
  { "0.00E+00", FALSE, 0, NULL, NULL },
  { "#,##0.00_);[Red]\\(#,##0.00\\)", FALSE, 0, NULL, NULL },
  { "# ?/?", FALSE, 0, NULL, NULL },
  { "0.0%", TRUE, 0, NULL, NULL },
  { "yyyy-mm-dd", FALSE, YEAR | MONTH | DAY, NULL, NULL },
  { "yyyy/m/d;@", FALSE, YEAR | MONTH | DAY, NULL, NULL },
  { "[$-804]yyyy\"年\"m\"月\"d\"日\";@", FALSE, YEAR | MONTH | DAY, NULL, NULL },
  { "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", FALSE, YEAR | MONTH | DAY, NULL, NULL },
  { "yyyy\"年\"m\"月\"", FALSE, YEAR | MONTH, NULL, NULL },
  { "mmm-yy", FALSE, YEAR | MONTH, NULL, NULL },
  { "[DBNum1][$-804]yyyy\"年\"m\"月\"", FALSE, YEAR | MONTH, NULL, NULL },
  { "yyyy", FALSE, YEAR, NULL, NULL },
  { "[$-411]ge.m.d", FALSE, YEAR | MONTH | DAY, NULL, NULL },
  { "aaaa", FALSE, DAY, NULL, NULL },
  { "h:mm", FALSE, TIME, NULL, NULL },
  { "mm:ss", FALSE, TIME, NULL, NULL },
  { "mm:ss.0", FALSE, TIME, NULL, NULL },
  { "h:mm:ss AM/PM", FALSE, TIME, NULL, NULL },
  { "上午/下午h\"时\"mm\"分\"", FALSE, TIME, NULL, NULL },
  { "yyyy-mm-dd hh:mm:ss", FALSE, YEAR | MONTH | DAY | TIME, NULL, NULL },
  { "d.m.yyyy h:mm", FALSE, YEAR | MONTH | DAY | TIME, NULL, NULL },
  { "[h]:mm:ss", FALSE, DURATION | TIME, NULL, NULL },
  { "[mm]:ss", FALSE, DURATION | TIME, NULL, NULL },
  { "\"¥\"#,##0.00", FALSE, 0, "¥", "" },
  { "$#,##0", FALSE, 0, "$", "" },
  { "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ", FALSE, 0, "¥", "" },
  { "[$€-407] #,##0.00", FALSE, 0, "€", "" },
  { "#,##0.00\\ [$€-407]", FALSE, 0, "", "€" },
  { "[$US$]#,##0", FALSE, 0, "US$", "" },
  { "[$USD] #,##0.00", FALSE, 0, "USD", "" },
  { "0.0\"万元\"", FALSE, 0, "", "万元" },
  { "0.0 \"亿美元\"", FALSE, 0, "", "亿美元" },
  { "0!.0,\"万\"", FALSE, 0, NULL, NULL },
  { "$#,##0.0,,\"M\"", FALSE, 0, NULL, NULL },
  { "[>=10000]0\"元\";0\"万元\"", FALSE, 0, NULL, NULL },
  { "0\"家\"", FALSE, 0, NULL, NULL },
  { "\"No. \"0", FALSE, 0, NULL, NULL },
  { "\"unclosed", FALSE, 0, NULL, NULL },
  { "[unclosed", FALSE, 0, NULL, NULL },
  { "0\\", FALSE, 0, NULL, NULL },
  { "0_", FALSE, 0, NULL, NULL },
};

static void
test_format (gconstpointer data)
{
  const FormatCase *test = data;
  g_autoptr (TideXlsxFormat) format = tide_xlsx_format_parse (test->code);

  g_assert_cmpint (format->is_percent, ==, test->is_percent);
  g_assert_cmphex (format->shown, ==, test->shown);
  g_assert_cmpstr (format->before, ==, test->before);
  g_assert_cmpstr (format->after, ==, test->after);
}

/* Formats without a code are dates where they should be (and nothing else is). */
static void
test_built_in (void)
{
  for (guint id = 0; id < 200; id++)
    {
      const char *code = tide_xlsx_format_get_built_in (id);
      g_autoptr (TideXlsxFormat) format = tide_xlsx_format_parse (code == NULL ? "0" : code);
      gboolean is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
                         || (id >= 50 && id <= 58);

      g_assert_cmpint (format->shown != 0, ==, is_date);
      g_assert_cmpint (format->is_percent, ==, id == 9 || id == 10);
    }
}

typedef struct
{
  double serial;
  gboolean is_1904;
  TideXlsxShown shown;
  TideCellKind kind;
  const char *expected;
} DateCase;

static const DateCase date_cases[] = {
  { 1, FALSE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "1900-01-01" },
  { 59, FALSE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "1900-02-28" },
  { 60, FALSE, YEAR | MONTH | DAY, TIDE_CELL_EMPTY, NULL },
  { 61, FALSE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "1900-03-01" },
  { 45153, FALSE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "2023-08-15" },
  { 43691, TRUE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "2023-08-15" },
  { 0, TRUE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "1904-01-01" },
  { 0, FALSE, YEAR | MONTH | DAY, TIDE_CELL_EMPTY, NULL },
  { 2958465, FALSE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "9999-12-31" },
  { 2958466, FALSE, YEAR | MONTH | DAY, TIDE_CELL_EMPTY, NULL },
  { 2958465, TRUE, YEAR | MONTH | DAY, TIDE_CELL_EMPTY, NULL },
  { 1e300, FALSE, YEAR | MONTH | DAY, TIDE_CELL_EMPTY, NULL },
  { -1, FALSE, YEAR | MONTH | DAY, TIDE_CELL_EMPTY, NULL },
  { 45139, FALSE, YEAR | MONTH, TIDE_CELL_DATE, "2023-08" },
  { 45153, FALSE, YEAR | MONTH, TIDE_CELL_DATE, "2023-08-15" },
  { 44927, FALSE, YEAR, TIDE_CELL_DATE, "2023" },
  { 45139, FALSE, YEAR, TIDE_CELL_DATE, "2023-08" },
  { 44927, FALSE, YEAR | MONTH, TIDE_CELL_DATE, "2023-01" },
  { 44927, FALSE, MONTH | DAY, TIDE_CELL_DATE, "2023-01-01" },
  { 45153.354166666664, FALSE, YEAR | MONTH | DAY, TIDE_CELL_DATE, "2023-08-15" },
  { 45153.354166666664, FALSE, YEAR | MONTH | DAY | TIME, TIDE_CELL_DATE, "2023-08-15T08:30:00" },
  { 45153, FALSE, YEAR | MONTH | DAY | TIME, TIDE_CELL_DATE, "2023-08-15" },
  { 45139, FALSE, TIME, TIDE_CELL_DATE, "2023-08-01" },
  { 45152.999999999, FALSE, YEAR | MONTH | DAY | TIME, TIDE_CELL_DATE, "2023-08-15" },
  { 0.354166666666667, FALSE, TIME, TIDE_CELL_TEXT, "08:30:00" },
  { 0, FALSE, TIME, TIDE_CELL_TEXT, "00:00:00" },
  { 0.5, FALSE, YEAR | MONTH | DAY | TIME, TIDE_CELL_EMPTY, NULL },
  { 1.5, FALSE, DURATION | TIME, TIDE_CELL_TEXT, "36:00:00" },
  { 1.5, FALSE, TIME, TIDE_CELL_DATE, "1900-01-01T12:00:00" },
};

static void
test_date (gconstpointer data)
{
  const DateCase *test = data;
  char buffer[TIDE_XLSX_DATE_SIZE];
  TideCellKind kind
      = tide_xlsx_date_format (test->serial, test->is_1904, test->shown, buffer, sizeof buffer);

  g_assert_cmpint (kind, ==, test->kind);
  if (test->expected != NULL)
    g_assert_cmpstr (buffer, ==, test->expected);
}

static void
test_iso_date (void)
{
  static const struct
  {
    const char *text;
    TideCellKind kind;
    const char *expected;
  } cases[] = {
    { "2023-08-15", TIDE_CELL_DATE, "2023-08-15" },
    { "2023-08-15T00:00:00", TIDE_CELL_DATE, "2023-08-15" },
    { "2023-08-15T08:30:00.000", TIDE_CELL_DATE, "2023-08-15T08:30:00" },
    { "2023-08-15T08:30:00Z", TIDE_CELL_DATE, "2023-08-15T08:30:00" },
    { "08:30:00", TIDE_CELL_TEXT, "08:30:00" },
    { "2023-02-30", TIDE_CELL_EMPTY, NULL },
    { "yesterday", TIDE_CELL_EMPTY, NULL },
    { "T", TIDE_CELL_EMPTY, NULL },
    { "", TIDE_CELL_EMPTY, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char buffer[TIDE_XLSX_DATE_SIZE];

      g_assert_cmpint (tide_xlsx_date_format_iso (cases[i].text, buffer, sizeof buffer), ==,
                       cases[i].kind);
      if (cases[i].expected != NULL)
        g_assert_cmpstr (buffer, ==, cases[i].expected);
    }
}

static void
test_places (void)
{
  static const struct
  {
    const char *text;
    guint row;
    guint column;
  } good[] = {
    { "A1", 1, 0 },
    { "Z9", 9, 25 },
    { "AA10", 10, 26 },
    { "XFD1048576", 1048576, 16383 },
  };
  static const char *const bad[] = {
    "",         "A",   "1",    "A0",  "A01",           "XFE1",
    "A1048577", "A1 ", "$A$1", "A-1", "AAAAAAAAAAAA1", "A99999999999999999999",
  };
  TideXlsxPlace place;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      char buffer[12];

      g_assert_true (tide_xlsx_place_parse (good[i].text, &place));
      g_assert_cmpuint (place.row, ==, good[i].row);
      g_assert_cmpuint (place.column, ==, good[i].column);
      tide_xlsx_place_format (&place, buffer, sizeof buffer);
      g_assert_cmpstr (buffer, ==, good[i].text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tide_xlsx_place_parse (bad[i], &place));
}

static void
test_ranges (void)
{
  TideXlsxRange range;

  g_assert_true (tide_xlsx_range_parse ("B2:D5", &range));
  g_assert_cmpuint (range.first.column, ==, 1);
  g_assert_cmpuint (range.last.row, ==, 5);
  g_assert_true (tide_xlsx_range_parse ("C3", &range));
  g_assert_cmpuint (range.last.column, ==, 2);
  g_assert_false (tide_xlsx_range_parse ("D5:B2", &range));
  g_assert_false (tide_xlsx_range_parse ("B2:", &range));
  g_assert_false (tide_xlsx_range_parse ("B2:D5:E6", &range));
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "a_x000D_\nb", "a\nb" },      { "a_x000D_b", "a\nb" },
    { "a\r\nb\rc", "a\nb\nc" },     { "_x005F_x000D_", "_x000D_" },
    { "_x4E2D__x6587_", "中文" },   { "_xD83D__xDE00_", "\xf0\x9f\x98\x80" },
    { "_xD83D_", "_xD83D_" },       { "_x0000_", "_x0000_" },
    { "_x12_", "_x12_" },           { "_x00zz_", "_x00zz_" },
    { "a_xb_", "a_xb_" },           { "_x", "_x" },
    { "snake_case", "snake_case" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].text);

      tide_xlsx_text_unescape (text, 0);
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/xlsx/number/%s/%d", number_cases[i].text, number_cases[i].shift);

      g_test_add_data_func (path, &number_cases[i], test_number);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (format_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xlsx/format/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &format_cases[i], test_format);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xlsx/date/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &date_cases[i], test_date);
    }
  g_test_add_func ("/xlsx/built-in-formats", test_built_in);
  g_test_add_func ("/xlsx/iso-date", test_iso_date);
  g_test_add_func ("/xlsx/places", test_places);
  g_test_add_func ("/xlsx/ranges", test_ranges);
  g_test_add_func ("/xlsx/escapes", test_escapes);

  return g_test_run ();
}
