/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-column-format.h"

#include <string.h>

/* A table of one column, whose cells have a newline between them. */
static TideTable *
make_column (const char *cells, TideCellKind kind)
{
  g_autoptr (TideTableBuilder) builder = tide_table_builder_new ();
  g_auto (GStrv) texts = g_strsplit (cells, "\n", -1);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      tide_table_builder_begin_row (builder, i + 1);
      g_assert_true (tide_table_builder_add (builder, kind, texts[i], -1, NULL));
      g_assert_true (tide_table_builder_end_row (builder, NULL));
    }

  return tide_table_builder_end (builder);
}

static const struct
{
  const char *header;
  const char *cells;
  const char *format;
  TideColumnDoubt doubts;
} columns[] = {
  { "x", "", "text", 0 },
  { "x", "-\nn/a\n", "text", 0 },
  { "投资额（万元）", "", "amount unit=4 currency=CNY", 0 },
  { "x", "robots\nships\nsteel 3", "text", 0 },
  { "x", "12\n13\n未透露\n", "number", 0 },
  { "编号", "001\n002\n103", "text", 0 },
  { "x", "110101199003077777\n110101199003077778", "text", 0 },
  { "x", "1.5\n2.25\n1.234", "number decimal=point", 0 },
  { "x", "1.234,5\n1.234\n7", "number decimal=comma grouping=point", 0 },
  { "x", "1.234\n7.500", "number", TIDE_COLUMN_DOUBT_DECIMAL },
  { "x", "1,234\n7,500\n9", "number", TIDE_COLUMN_DOUBT_DECIMAL },
  { "x", "1,234\n1,234,567", "number decimal=point grouping=comma", 0 },
  { "x", "12,34,567\n1,234", "number decimal=point grouping=comma", 0 },
  { "x", "1,5\n2.5\n3.5\n1.234", "number", TIDE_COLUMN_DOUBT_MIXED_DECIMAL },
  { "x", "40 000,00\n1,234", "number decimal=comma grouping=space", 0 },
  { "x", "1'234.50\n3", "number decimal=point grouping=apostrophe", 0 },
  { "x", "630万人民币\n2.5亿元\n未透露", "amount decimal=point", 0 },
  { "x", "172.306 €\n1.912,96 €", "amount decimal=comma grouping=point", 0 },
  { "x", "$1,740\n$900", "amount", TIDE_COLUMN_DOUBT_DECIMAL },
  { "金额/亿元", "12\n3.5", "amount decimal=point unit=8 currency=CNY", 0 },
  { "Amount (US$ m)", "12\n3.5", "amount decimal=point unit=6 currency=USD", 0 },
  { "Total investment, EUR thousand", "12\n3,5", "amount decimal=comma unit=3 currency=EUR", 0 },
  { "x", "16.3%\n-2.1 %\n3.55％", "percent decimal=point", 0 },
  { "增速（%）", "16.3\n2.1", "percent decimal=point", 0 },
  { "x", "2023\n2022\n2021", "number", 0 },
  { "年份", "2023\n2022\n2021", "date", 0 },
  { "Year", "2023\n2022\n2021", "date", 0 },
  { "x", "2023年8月\n2023年\n待定", "date", 0 },
  { "x", "Aug 2023\n15 August 2023\n2023", "date", 0 },
  { "签约日期", "20230815\n20231231", "date", 0 },
  { "时间", "2023.8\n2023.11", "date", 0 },
  { "x", "01/02/2024\n13/02/2024", "date order=day-first", 0 },
  { "x", "01/02/2024\n02/13/2024", "date order=month-first", 0 },
  { "x", "01/02/2024\n03/04/2024\n5/5/2024", "date", TIDE_COLUMN_DOUBT_DATE_ORDER },
  { "x", "01/02/2024\n13/02/2024\n02/13/2024", "date", TIDE_COLUMN_DOUBT_MIXED_DATE_ORDER },
  { "x", "15.08.2023\n01.02.2024", "date order=day-first", 0 },
  { "x", "2023-01-02\n2023-11-12", "date", 0 },
  { "x", "5/5/2024\n6/6/2024", "date", 0 },
};

static void
test_columns (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (TideTable) table = make_column (columns[i].cells, TIDE_CELL_TEXT);
      TideColumnGuess guess;
      g_autofree char *format = NULL;
      g_autofree char *doubt = NULL;

      g_test_message ("%s: %s", columns[i].header, columns[i].cells);
      tide_column_guess (&guess, table, 0, columns[i].header, 0);
      format = tide_column_format_to_text (&guess.format);
      g_assert_cmpstr (format, ==, columns[i].format);
      g_assert_cmpuint (guess.doubts, ==, columns[i].doubts);

      doubt = tide_column_guess_dup_doubt (&guess, table, 0);
      g_assert_true ((doubt != NULL) == (columns[i].doubts != 0));
    }
}

/* One cell at the end is enough to prove a convention. */
static void
test_last_cell (void)
{
  GString *cells = g_string_new (NULL);
  g_autoptr (TideTable) table = NULL;
  TideColumnGuess guess;

  for (guint i = 0; i < 50000; i++)
    g_string_append (cells, "1.234\n");
  g_string_append (cells, "1.234,5");
  table = make_column (cells->str, TIDE_CELL_TEXT);
  g_string_free (cells, TRUE);

  tide_column_guess (&guess, table, 0, "", 0);
  g_assert_cmpint (guess.format.decimal, ==, ',');
  g_assert_cmpuint (guess.either_number.n_cells, ==, 50000);
  g_assert_cmpuint (guess.comma.n_cells, ==, 1);
  g_assert_cmpuint (guess.comma.first_row, ==, 50000);
}

static void
test_contradiction (void)
{
  g_autoptr (TideTable) table = make_column ("header\n1.234\n1,5\n2.5\n3.5", TIDE_CELL_TEXT);
  TideColumnGuess guess;
  TideColumnFormat formats[2];
  TideColumnSummary summary;
  g_autofree char *doubt = NULL;

  tide_column_guess (&guess, table, 0, "header", 1);
  g_assert_cmpuint (guess.point.n_cells, ==, 2);
  g_assert_cmpuint (guess.point.first_row, ==, 3);
  g_assert_cmpuint (guess.comma.n_cells, ==, 1);
  g_assert_cmpuint (guess.comma.first_row, ==, 2);
  doubt = tide_column_guess_dup_doubt (&guess, table, 0);
  g_assert_nonnull (strstr (doubt, "1,5"));
  g_assert_nonnull (strstr (doubt, "2.5"));

  g_assert_cmpuint (tide_column_guess_get_alternatives (&guess, formats), ==, 2);
  g_assert_cmpint (formats[0].decimal, ==, '.');
  g_assert_cmpint (formats[1].decimal, ==, ',');

  /* Until somebody chooses, what may mean two things is refused. */
  tide_column_summarise (&summary, &guess.format, table, 0, 1);
  g_assert_cmpuint (summary.states[TIDE_CELL_IS_READ].n_cells, ==, 3);
  g_assert_cmpuint (summary.n_unreadable, ==, 1);
  g_assert_cmpuint (summary.unreadable[0], ==, 1);
  tide_column_summarise (&summary, &formats[0], table, 0, 1);
  g_assert_cmpuint (summary.states[TIDE_CELL_IS_READ].n_cells, ==, 3);
  g_assert_cmpuint (summary.unreadable[0], ==, 2);
}

static void
test_alternatives (void)
{
  const struct
  {
    const char *cells;
    const char *first;
    const char *second;
  } cases[] = {
    { "1.234", "number decimal=point", "number decimal=comma" },
    { "1.234\n2.345\n3.456", "number decimal=comma", "number decimal=point" },
    { "1,234\n2,345\n3,456", "number decimal=point", "number decimal=comma" },
    { "01/02/2024", "date order=day-first", "date order=month-first" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TideTable) table = make_column (cases[i].cells, TIDE_CELL_TEXT);
      TideColumnGuess guess;
      TideColumnFormat formats[2];
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      tide_column_guess (&guess, table, 0, "", 0);
      g_assert_cmpuint (tide_column_guess_get_alternatives (&guess, formats), ==, 2);
      first = tide_column_format_to_text (&formats[0]);
      second = tide_column_format_to_text (&formats[1]);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (second, ==, cases[i].second);
    }
}

static void
test_set_kind (void)
{
  g_autoptr (TideTable) table = make_column ("1.234\n2023", TIDE_CELL_TEXT);
  TideColumnGuess guess;

  tide_column_guess (&guess, table, 0, "", 0);
  tide_column_guess_set_kind (&guess, TIDE_COLUMN_TEXT);
  g_assert_cmpuint (guess.doubts, ==, TIDE_COLUMN_DOUBT_NONE);
  tide_column_guess_set_kind (&guess, TIDE_COLUMN_AMOUNT);
  g_assert_cmpuint (guess.doubts, ==, TIDE_COLUMN_DOUBT_DECIMAL);
  g_assert_cmpint (guess.format.kind, ==, TIDE_COLUMN_AMOUNT);
}

static void
test_spreadsheet (void)
{
  g_autoptr (TideTable) table = make_column ("1.234\n5.678", TIDE_CELL_NUMBER);
  g_autoptr (TideTable) days = make_column ("2023-08-15\n2023-08-16", TIDE_CELL_DATE);
  g_autoptr (TideTable) rates = make_column ("16.3\n1.234", TIDE_CELL_PERCENT);
  TideColumnGuess guess;

  tide_column_guess (&guess, table, 0, "", 0);
  g_assert_cmpint (guess.format.kind, ==, TIDE_COLUMN_NUMBER);
  g_assert_cmpuint (guess.doubts, ==, TIDE_COLUMN_DOUBT_NONE);
  tide_column_guess (&guess, days, 0, "", 0);
  g_assert_cmpint (guess.format.kind, ==, TIDE_COLUMN_DATE);
  tide_column_guess (&guess, rates, 0, "", 0);
  g_assert_cmpint (guess.format.kind, ==, TIDE_COLUMN_PERCENT);
}

/* How one country writes numbers. */
typedef struct
{
  const char *format;
  const char *decimal;
  const char *grouping;
  guint size;        /* of the groups before the last */
  const char *minus; /* before a negative number */
  const char *after; /* behind it */
} Convention;

static void
append_in (GString *text, const Convention *convention, const char *number)
{
  const gboolean is_negative = number[0] == '-';
  const char *digits = number + is_negative;
  const gsize whole = strcspn (digits, ".");

  g_string_append (text, is_negative ? convention->minus : "");
  for (gsize i = 0; i < whole; i++)
    {
      const gsize left = whole - i;

      if (i > 0 && (left == 3 || (left > 3 && (left - 3) % convention->size == 0)))
        g_string_append (text, convention->grouping);
      g_string_append_c (text, digits[i]);
    }
  if (digits[whole] == '.')
    g_string_append_printf (text, "%s%s", convention->decimal, digits + whole + 1);
  g_string_append (text, is_negative ? convention->after : "");
}

/* The same numbers come out of each country's way to write them. */
static void
test_conventions (void)
{
  static const Convention conventions[] = {
    { "number decimal=point grouping=comma", ".", ",", 3, "-", "" },
    { "number decimal=point grouping=comma", ".", ",", 3, "(", ")" },
    { "number decimal=point grouping=comma", ".", ",", 2, "\342\210\222", "" },
    { "number decimal=comma grouping=point", ",", ".", 3, "-", "" },
    { "number decimal=comma grouping=point", ",", ".", 3, "", "-" },
    { "number decimal=comma grouping=space", ",", "\302\240", 3, "-", "" },
    { "number decimal=comma grouping=space", ",", "\342\200\257", 3, "-", "" },
    { "number decimal=comma grouping=space", ",", "\342\200\211", 3, "-", "" },
    { "number decimal=point grouping=apostrophe", ".", "'", 3, "-", "" },
    { "number decimal=point grouping=apostrophe", ".", "’", 3, "-", "" },
    { "number decimal=point", ".", "", 3, "-", "" },
    { "number decimal=comma", ",", "", 3, "-", "" },
    { "number decimal=point grouping=comma", "．", "，", 3, "－", "" },
  };
  static const char *const values[]
      = { "0", "12", "1234", "-5678", "1234567", "0.05", "-1234.567", "-98765432.10", "999999.5" };

  for (gsize i = 0; i < G_N_ELEMENTS (conventions); i++)
    {
      GString *cells = g_string_new (NULL);
      g_autoptr (TideTable) table = NULL;
      TideColumnGuess guess;
      g_autofree char *format = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_string_append (cells, j > 0 ? "\n" : "");
          append_in (cells, &conventions[i], values[j]);
        }
      g_test_message ("%s", cells->str);
      table = make_column (cells->str, TIDE_CELL_TEXT);
      g_string_free (cells, TRUE);

      tide_column_guess (&guess, table, 0, "", 0);
      format = tide_column_format_to_text (&guess.format);
      g_assert_cmpstr (format, ==, conventions[i].format);
      g_assert_cmpuint (guess.doubts, ==, TIDE_COLUMN_DOUBT_NONE);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_auto (TideCellReading) reading = { 0 };
          g_autofree char *text = NULL;

          tide_column_format_read (&guess.format, table, j, 0, &reading);
          text = tide_decimal_dup_text (&reading.number);
          g_assert_cmpstr (text, ==, values[j]);
        }
    }
}

static void
test_units (void)
{
  static const struct
  {
    const char *text;
    const char *format; /* NULL for no unit */
  } units[] = {
    { "USD", "amount unit=4 currency=USD" },
    { " 美元 ", "amount unit=4 currency=USD" },
    { "亿元", "amount unit=8 currency=CNY" },
    { "百万欧元", "amount unit=6 currency=EUR" },
    { "亿", "amount unit=8 currency=CNY" },
    { "%", NULL },
    { "人", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      TideColumnFormat format;
      g_autofree char *text = NULL;

      g_assert_true (tide_column_format_from_text (&format, "amount unit=4 currency=CNY"));
      g_assert_true (tide_column_format_read_unit (&format, units[i].text)
                     == (units[i].format != NULL));
      text = tide_column_format_to_text (&format);
      g_assert_cmpstr (text, ==,
                       units[i].format != NULL ? units[i].format : "amount unit=4 currency=CNY");
    }
}

/* A header may be anything, and as long as a cell. */
static void
test_hostile_headers (void)
{
  static const char *const pieces[] = { "(", "()", ",", "/", "万", " in ", "1", "(元", NULL };

  for (guint i = 0; pieces[i] != NULL; i++)
    for (guint n = 20; n <= 100000; n *= 10)
      {
        GString *header = g_string_new (NULL);
        TideColumnFormat format = { 0 };
        g_autofree char *name = NULL;

        for (guint j = 0; j < n; j++)
          g_string_append (header, pieces[i]);
        name = tide_column_format_take_unit (&format, header->str);
        g_assert_true (g_utf8_validate (name, -1, NULL));
        g_string_free (header, TRUE);
      }
}

static void
test_summary (void)
{
  g_autoptr (TideTable) table
      = make_column ("x\n12\n\n未透露\nrobots\n13.5\nships", TIDE_CELL_TEXT);
  const TideColumnFormat format = { .kind = TIDE_COLUMN_NUMBER };
  TideColumnSummary summary;

  tide_column_summarise (&summary, &format, table, 0, 1);
  g_assert_cmpuint (summary.states[TIDE_CELL_IS_EMPTY].n_cells, ==, 1);
  g_assert_cmpuint (summary.states[TIDE_CELL_IS_EMPTY].first_row, ==, 2);
  g_assert_cmpuint (summary.states[TIDE_CELL_IS_READ].n_cells, ==, 2);
  g_assert_cmpuint (summary.states[TIDE_CELL_IS_UNKNOWN].n_cells, ==, 1);
  g_assert_cmpuint (summary.states[TIDE_CELL_IS_UNREADABLE].n_cells, ==, 2);
  g_assert_cmpuint (summary.n_unreadable, ==, 2);
  g_assert_cmpuint (summary.unreadable[0], ==, 4);
  g_assert_cmpuint (summary.unreadable[1], ==, 6);
}

static const struct
{
  const char *header;
  const char *name;
  const char *format;
} headers[] = {
  { "投资额（万元）", "投资额", "amount unit=4 currency=CNY" },
  { "投资额(亿元人民币)", "投资额", "amount unit=8 currency=CNY" },
  { "合同外资【百万美元】", "合同外资", "amount unit=6 currency=USD" },
  { "总投资（单位：千元）", "总投资", "amount unit=3 currency=CNY" },
  { "总投资亿元", "总投资", "amount unit=8 currency=CNY" },
  { "合同外资万美元", "合同外资", "amount unit=4 currency=USD" },
  { "金额/亿元", "金额", "amount unit=8 currency=CNY" },
  { "金额/元", "金额", "amount currency=CNY" },
  { "金额（万）", "金额", "amount unit=4" },
  { "Amount (US$ m)", "Amount", "amount unit=6 currency=USD" },
  { "Amount [EUR bn]", "Amount", "amount unit=9 currency=EUR" },
  { "Amount in USD million", "Amount", "amount unit=6 currency=USD" },
  { "Amount, USD '000", "Amount", "amount unit=3 currency=USD" },
  { "Amount (in thousands of euros)", "Amount", "amount unit=3 currency=EUR" },
  { "Amount (RMB 100 million)", "Amount", "amount unit=8 currency=CNY" },
  { "Total investment, EUR thousand", "Total investment", "amount unit=3 currency=EUR" },
  { "Total USD", "Total", "amount currency=USD" },
  { "amount_usd", "amount", "amount currency=USD" },
  { "Investition (Mio. €)", "Investition", "amount unit=6 currency=EUR" },
  { "增速（％）", "增速", "percent" },
  { "Growth, %", "Growth", "percent" },
  { "增速%", "增速", "percent" },
  { "投资额（含土地）", "投资额(含土地)", "text" },
  { "项目名称（中文）", "项目名称(中文)", "text" },
  { "公元", "公元", "text" },
  { "Length (m)", "Length (m)", "text" },
  { "用地（亩）", "用地(亩)", "text" },
  { "Projects won", "Projects won", "text" },
  { "2023", "2023", "text" },
  { "人均（元/人）", "人均(元/人)", "text" },
  { "", "", "text" },
  { "(", "(", "text" },
  { "()", "()", "text" },
};

static void
test_headers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      TideColumnFormat format = { 0 };
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", headers[i].header);
      name = tide_column_format_take_unit (&format, headers[i].header);
      text = tide_column_format_to_text (&format);
      g_assert_cmpstr (name, ==, headers[i].name);
      g_assert_cmpstr (text, ==, headers[i].format);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-guess/headers", test_headers);
  g_test_add_func ("/column-guess/units", test_units);
  g_test_add_func ("/column-guess/hostile-headers", test_hostile_headers);
  g_test_add_func ("/column-guess/columns", test_columns);
  g_test_add_func ("/column-guess/conventions", test_conventions);
  g_test_add_func ("/column-guess/last-cell", test_last_cell);
  g_test_add_func ("/column-guess/contradiction", test_contradiction);
  g_test_add_func ("/column-guess/alternatives", test_alternatives);
  g_test_add_func ("/column-guess/set-kind", test_set_kind);
  g_test_add_func ("/column-guess/spreadsheet", test_spreadsheet);
  g_test_add_func ("/column-guess/summary", test_summary);

  return g_test_run ();
}
