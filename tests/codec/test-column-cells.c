/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "codec/tide-column-format.h"

#include <string.h>

#define NBSP "\302\240"
#define NARROW_NBSP "\342\200\257"
#define THIN_SPACE "\342\200\211"
#define MINUS "\342\210\222"

static const struct
{
  const char *format; /* as tide_column_format_to_text() writes it */
  const char *text;
  const char *value; /* NULL where it is refused */
  const char *precision;
  const char *currency;
  TideCellReason reason;
} numbers[] = {
  /* each number by itself */
  { "number", "12", "12", "1", NULL, 0 },
  { "number", "0012", "12", "1", NULL, 0 },
  { "number", "-0.50", "-0.50", "0.01", NULL, 0 },
  { "number", ".5", "0.5", "0.1", NULL, 0 },
  { "number", "1,234.5", "1234.5", "0.1", NULL, 0 },
  { "number", "1.912,96", "1912.96", "0.01", NULL, 0 },
  { "number", "172.306", NULL, NULL, NULL, TIDE_CELL_REASON_EITHER_NUMBER },
  { "number", "1,234", NULL, NULL, NULL, TIDE_CELL_REASON_EITHER_NUMBER },
  { "number", "0.234", "0.234", "0.001", NULL, 0 },
  { "number", "1234.567", "1234.567", "0.001", NULL, 0 },
  { "number", "1.234.567", "1234567", "1", NULL, 0 },
  { "number", "12,34,567", "1234567", "1", NULL, 0 },
  { "number", "1,23,45,678.50", "12345678.50", "0.01", NULL, 0 },
  { "number", "40 000,00", "40000.00", "0.01", NULL, 0 },
  { "number", "40" NBSP "000,00", "40000.00", "0.01", NULL, 0 },
  { "number", "40" NARROW_NBSP "000,00", "40000.00", "0.01", NULL, 0 },
  { "number", "40" THIN_SPACE "000,00", "40000.00", "0.01", NULL, 0 },
  { "number", "1 234 567", "1234567", "1", NULL, 0 },
  { "number", "1'234.50", "1234.50", "0.01", NULL, 0 },
  { "number", "1’234’567", "1234567", "1", NULL, 0 },
  { "number", "(1,234.0)", "-1234.0", "0.1", NULL, 0 },
  { "number", "( 12 )", "-12", "1", NULL, 0 },
  { "number", "1234-", "-1234", "1", NULL, 0 },
  { "number", MINUS "12.5", "-12.5", "0.1", NULL, 0 },
  { "number", "１２３．５", "123.5", "0.1", NULL, 0 },
  { "number", "（１２）", "-12", "1", NULL, 0 },
  { "number", "9.65E7", "96500000", "100000", NULL, 0 },
  { "number", "1.234E5", "123400", "100", NULL, 0 },
  { "number", "5e-3", "0.005", "0.001", NULL, 0 },
  { "number", "12.5万", "125000", "1000", NULL, 0 },
  { "number unit=8", "16", "1600000000", "100000000", NULL, 0 },
  { "number unit=4", "12.5", "125000", "1000", NULL, 0 },
  { "number", "12 €", NULL, NULL, NULL, TIDE_CELL_REASON_NO_NUMBER },
  { "number", "1.23.4", NULL, NULL, NULL, TIDE_CELL_REASON_SEPARATORS },
  { "number", "1,23,4", NULL, NULL, NULL, TIDE_CELL_REASON_SEPARATORS },
  { "number", "12 34", NULL, NULL, NULL, TIDE_CELL_REASON_NO_NUMBER },
  { "number", "--5", NULL, NULL, NULL, TIDE_CELL_REASON_NO_NUMBER },
  { "number", "about 5", NULL, NULL, NULL, TIDE_CELL_REASON_NO_NUMBER },
  { "number", "10-15", NULL, NULL, NULL, TIDE_CELL_REASON_NO_NUMBER },
  { "number", "1E99", NULL, NULL, NULL, TIDE_CELL_REASON_OUT_OF_RANGE },
  { "number", "99999999999999999999", NULL, NULL, NULL, TIDE_CELL_REASON_OUT_OF_RANGE },
  /* a column that has proved its sign */
  { "number decimal=point", "1.234", "1.234", "0.001", NULL, 0 },
  { "number decimal=point", "1,234", "1234", "1", NULL, 0 },
  { "number decimal=comma", "1.234", "1234", "1", NULL, 0 },
  { "number decimal=comma", "1,234", "1.234", "0.001", NULL, 0 },
  { "number decimal=comma", "1,234,567", NULL, NULL, NULL, TIDE_CELL_REASON_SEPARATORS },
  { "number decimal=point", "1,5", NULL, NULL, NULL, TIDE_CELL_REASON_SEPARATORS },
  /* amounts */
  { "amount decimal=comma", "172.306 €", "172306", "1", "EUR", 0 },
  { "amount", " $1,740.00 ", "1740.00", "0.01", "USD", 0 },
  { "amount decimal=point", " $1,740 ", "1740", "1", "USD", 0 },
  { "amount", "630万人民币", "6300000", "10000", "CNY", 0 },
  { "amount unit=4 currency=CNY", "630", "6300000", "10000", "CNY", 0 },
  { "amount unit=4 currency=CNY", "630亿", "63000000000", "100000000", "CNY", 0 },
  { "amount unit=4 currency=CNY", "630万美元", "6300000", "10000", "USD", 0 },
  { "amount unit=6 currency=USD", "1.06", "1060000", "10000", "USD", 0 },
  { "amount unit=6 currency=USD", "80 EUR", "80000000", "1000000", "EUR", 0 },
  { "amount unit=8 currency=CNY", "1亿2000万", "120000000", "10000", "CNY", 0 },
  { "amount currency=CNY", "9.65E7", "96500000", "100000", "CNY", 0 },
  { "amount currency=USD", "($1,234.50)", "-1234.50", "0.01", "USD", 0 },
  { "amount currency=EUR", "1.234,50- ", "-1234.50", "0.01", "EUR", 0 },
  { "amount currency=EUR", "-€ 1.234,50", "-1234.50", "0.01", "EUR", 0 },
  { "amount currency=EUR", "3,5 Mio. €", "3500000", "100000", "EUR", 0 },
  { "amount currency=INR", "₹ 12,34,567.00", "1234567.00", "0.01", "INR", 0 },
  { "amount", "5 crore INR", "50000000", "10000000", "INR", 0 },
  { "amount currency=USD", "1.2345678", NULL, NULL, NULL, TIDE_CELL_REASON_TOO_PRECISE },
  { "amount currency=CNY", "¥5 USD", NULL, NULL, NULL, TIDE_CELL_REASON_NO_AMOUNT },
  { "amount currency=CNY", "约5亿元", NULL, NULL, NULL, TIDE_CELL_REASON_NO_AMOUNT },
  { "amount currency=CNY", "10-15亿", NULL, NULL, NULL, TIDE_CELL_REASON_NO_AMOUNT },
  { "amount currency=CNY", "robots", NULL, NULL, NULL, TIDE_CELL_REASON_NO_AMOUNT },
  { "amount unit=12 currency=CNY", "99999999", NULL, NULL, NULL, TIDE_CELL_REASON_OUT_OF_RANGE },
  /* percentages */
  { "percent", "16.3 %", "16.3", "0.1", NULL, 0 },
  { "percent", "16.3％", "16.3", "0.1", NULL, 0 },
  { "percent", "16,3 %", "16.3", "0.1", NULL, 0 },
  { "percent", "百分之16.3", "16.3", "0.1", NULL, 0 },
  { "percent", "(3.2%)", "-3.2", "0.1", NULL, 0 },
  { "percent", "-3.2%", "-3.2", "0.1", NULL, 0 },
  { "percent", "下降3.2%", "-3.2", "0.1", NULL, 0 },
  { "percent", "16.3", "16.3", "0.1", NULL, 0 },
  { "percent", "16.3 kg", NULL, NULL, NULL, TIDE_CELL_REASON_NO_PERCENTAGE },
  { "percent", "百分之十六", NULL, NULL, NULL, TIDE_CELL_REASON_NO_PERCENTAGE },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      TideColumnFormat format;
      g_auto (TideCellReading) reading = { 0 };
      const gboolean is_amount = g_str_has_prefix (numbers[i].format, "amount");
      const TideDecimal *value = is_amount ? &reading.amount.value : &reading.number;
      const TideDecimal *precision = is_amount ? &reading.amount.precision : &reading.precision;
      g_autofree char *value_text = NULL;
      g_autofree char *precision_text = NULL;

      g_test_message ("%s: %s", numbers[i].format, numbers[i].text);
      g_assert_true (tide_column_format_from_text (&format, numbers[i].format));
      tide_column_format_read_text (&format, TIDE_CELL_TEXT, numbers[i].text, &reading);
      value_text = tide_decimal_dup_text (value);
      precision_text = tide_decimal_dup_text (precision);

      g_assert_cmpint (reading.reason, ==, numbers[i].reason);
      g_assert_cmpint (reading.state, ==,
                       numbers[i].value != NULL ? TIDE_CELL_IS_READ : TIDE_CELL_IS_UNREADABLE);
      g_assert_cmpstr (value_text, ==, numbers[i].value);
      g_assert_cmpstr (precision_text, ==, numbers[i].precision);
      if (numbers[i].currency != NULL)
        g_assert_cmpstr (reading.amount.currency, ==, numbers[i].currency);
    }
}

static const struct
{
  const char *format;
  const char *text;
  const char *date; /* NULL where it is refused */
  TideCellReason reason;
} dates[] = {
  { "date", "2023", "2023", 0 },
  { "date", "２０２３", "2023", 0 },
  { "date", "2023年", "2023", 0 },
  { "date", "2023年8月", "2023-08", 0 },
  { "date", "2023-08", "2023-08", 0 },
  { "date", "2023.8", "2023-08", 0 },
  { "date", "8/2023", "2023-08", 0 },
  { "date", "202308", "2023-08", 0 },
  { "date", "Aug 2023", "2023-08", 0 },
  { "date", "Aug-2023", "2023-08", 0 },
  { "date", "15 August 2023", "2023-08-15", 0 },
  { "date", "August 15, 2023", "2023-08-15", 0 },
  { "date", "15-Aug-2023", "2023-08-15", 0 },
  { "date", "2023.8.15", "2023-08-15", 0 },
  { "date", "20230815", "2023-08-15", 0 },
  { "date", "2023/8/15", "2023-08-15", 0 },
  { "date", "2023/8/15 0:00", "2023-08-15", 0 },
  { "date", "2023-08-15 08:30:00", "2023-08-15", 0 },
  { "date", "2023-08-15T08:30:00Z", "2023-08-15", 0 },
  { "date", "2023年8月15日", "2023-08-15", 0 },
  { "date", "2023年8月15日 8:30", "2023-08-15", 0 },
  { "date", "15 Aug 2023 08:30:00", "2023-08-15", 0 },
  { "date", "2023/8/15 8:30 PM", "2023-08-15", 0 },
  { "date", "15.08.2023", "2023-08-15", 0 },
  { "date", "01.02.2024", "2024-02-01", 0 },
  { "date", "08/15/2023", "2023-08-15", 0 },
  { "date", "15/08/2023", "2023-08-15", 0 },
  { "date", "5/5/2024", "2024-05-05", 0 },
  { "date", "Q3 2023", "2023-Q3", 0 },
  { "date", "2023年三季度", "2023-Q3", 0 },
  { "date", "01/02/2024", NULL, TIDE_CELL_REASON_EITHER_DATE },
  { "date order=day-first", "01/02/2024", "2024-02-01", 0 },
  { "date order=month-first", "01/02/2024", "2024-01-02", 0 },
  { "date order=month-first", "01.02.2024", "2024-01-02", 0 },
  { "date order=month-first", "13/02/2024", NULL, TIDE_CELL_REASON_UNREAL_DATE },
  { "date order=day-first", "02/13/2024", NULL, TIDE_CELL_REASON_UNREAL_DATE },
  { "date", "31.02.2023", NULL, TIDE_CELL_REASON_UNREAL_DATE },
  { "date", "2023/24", NULL, TIDE_CELL_REASON_UNREAL_DATE },
  { "date", "15/08/23", NULL, TIDE_CELL_REASON_SHORT_YEAR },
  { "date", "23.8.15", NULL, TIDE_CELL_REASON_SHORT_YEAR },
  { "date", "23年8月", NULL, TIDE_CELL_REASON_SHORT_YEAR },
  { "date", "Aug-23", NULL, TIDE_CELL_REASON_SHORT_YEAR },
  { "date", "15 Aug '23", NULL, TIDE_CELL_REASON_SHORT_YEAR },
  { "date", "2023年上半年", NULL, TIDE_CELL_REASON_HALF_YEAR },
  { "date", "2023H1", NULL, TIDE_CELL_REASON_HALF_YEAR },
  { "date", "H2 2023", NULL, TIDE_CELL_REASON_HALF_YEAR },
  { "date", "45153", NULL, TIDE_CELL_REASON_SERIAL_DAY },
  { "date", "8月15日", NULL, TIDE_CELL_REASON_NO_DATE },
  { "date", "soon", NULL, TIDE_CELL_REASON_NO_DATE },
  { "date", "1/2/3/2024", NULL, TIDE_CELL_REASON_NO_DATE },
  { "date", "12:30", NULL, TIDE_CELL_REASON_NO_DATE },
};

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      TideColumnFormat format;
      g_auto (TideCellReading) reading = { 0 };
      g_autofree char *date = NULL;

      g_test_message ("%s: %s", dates[i].format, dates[i].text);
      g_assert_true (tide_column_format_from_text (&format, dates[i].format));
      tide_column_format_read_text (&format, TIDE_CELL_TEXT, dates[i].text, &reading);
      date = tide_date_dup_text (&reading.date);

      g_assert_cmpint (reading.reason, ==, dates[i].reason);
      g_assert_cmpstr (date, ==, dates[i].date);
      g_assert_cmpint (reading.state, ==,
                       date != NULL ? TIDE_CELL_IS_READ : TIDE_CELL_IS_UNREADABLE);
    }
}

/* What a spreadsheet says of its cells itself. */
static void
test_spreadsheet (void)
{
  const struct
  {
    const char *format;
    TideCellKind kind;
    const char *text;
    TideCellState state;
    TideCellReason reason;
    const char *value;
  } cells[] = {
    { "number decimal=comma", TIDE_CELL_NUMBER, "1.234", TIDE_CELL_IS_READ, 0, "1.234" },
    { "number", TIDE_CELL_NUMBER, "1601.9000000000001", TIDE_CELL_IS_READ, 0, "1601.9" },
    { "number", TIDE_CELL_NUMBER, "0.30000000000000004", TIDE_CELL_IS_READ, 0, "0.3" },
    { "number", TIDE_CELL_NUMBER, "99.999999999999999", TIDE_CELL_IS_READ, 0, "100" },
    { "number", TIDE_CELL_TEXT, "0.30000000000000004", TIDE_CELL_IS_READ, 0,
      "0.30000000000000004" },
    { "percent decimal=comma", TIDE_CELL_PERCENT, "16.325", TIDE_CELL_IS_READ, 0, "16.325" },
    { "number", TIDE_CELL_PERCENT, "16.3", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_NO_NUMBER,
      NULL },
    { "amount", TIDE_CELL_PERCENT, "16.3", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_NO_AMOUNT,
      NULL },
    { "number", TIDE_CELL_BOOLEAN, "true", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_NO_NUMBER,
      NULL },
    { "number", TIDE_CELL_DATE, "2023-08-15", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_NO_NUMBER,
      NULL },
    { "number", TIDE_CELL_ERROR, "#DIV/0!", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_ERROR, NULL },
    { "text", TIDE_CELL_ERROR, "#REF!", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_ERROR, NULL },
    { "number", TIDE_CELL_ERROR, "#N/A", TIDE_CELL_IS_UNKNOWN, 0, NULL },
    { "date", TIDE_CELL_DATE, "2023-08-15T00:00:00", TIDE_CELL_IS_READ, 0, NULL },
    { "date", TIDE_CELL_NUMBER, "2023", TIDE_CELL_IS_READ, 0, NULL },
    { "date", TIDE_CELL_NUMBER, "2023.1", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_LOST_ZERO,
      NULL },
    { "date", TIDE_CELL_NUMBER, "45153", TIDE_CELL_IS_UNREADABLE, TIDE_CELL_REASON_SERIAL_DAY,
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      TideColumnFormat format;
      g_auto (TideCellReading) reading = { 0 };
      g_autofree char *value = NULL;

      g_test_message ("%s: %s", cells[i].format, cells[i].text);
      g_assert_true (tide_column_format_from_text (&format, cells[i].format));
      g_assert_cmpint (
          tide_column_format_read_text (&format, cells[i].kind, cells[i].text, &reading), ==,
          cells[i].state);
      g_assert_cmpint (reading.reason, ==, cells[i].reason);
      value = tide_decimal_dup_text (&reading.number);
      g_assert_cmpstr (value, ==, cells[i].value);
    }
}

static void
test_unknown (void)
{
  static const char *const words[] = { "未透露", "待定", "n/a",  "N/A", "-",      "—",      "——",
                                       "/",      "无",   "保密", "TBD", " 待定 ", "Ｎ／Ａ", NULL };
  static const char *const formats[] = { "text", "number", "amount", "percent", "date", NULL };
  static const char *const nothing[] = { "", " ", NBSP, "\342\200\213", "\t\n", NULL };

  for (guint i = 0; formats[i] != NULL; i++)
    {
      TideColumnFormat format;
      g_auto (TideCellReading) reading = { 0 };

      g_assert_true (tide_column_format_from_text (&format, formats[i]));
      for (guint j = 0; words[j] != NULL; j++)
        g_assert_cmpint (tide_column_format_read_text (&format, TIDE_CELL_TEXT, words[j], &reading),
                         ==, TIDE_CELL_IS_UNKNOWN);
      for (guint j = 0; nothing[j] != NULL; j++)
        g_assert_cmpint (
            tide_column_format_read_text (&format, TIDE_CELL_TEXT, nothing[j], &reading), ==,
            TIDE_CELL_IS_EMPTY);
      g_assert_false (reading.number.is_set || reading.amount.value.is_set);
    }
}

static void
test_texts (void)
{
  const TideColumnFormat format = { .kind = TIDE_COLUMN_TEXT };
  const struct
  {
    const char *text;
    const char *read;
  } texts[] = {
    { " 机器人 ", "机器人" }, { "007", "007" }, { "'=SUM(A1)", "=SUM(A1)" }, { "'-5 °C", "-5 °C" },
    { "'tis", "'tis" },       { "'", "'" },     { "无锡", "无锡" },
  };
  g_autofree char *longest = g_strnfill (5000, 'x');
  g_auto (TideCellReading) reading = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      tide_cell_reading_clear (&reading);
      tide_column_format_read_text (&format, TIDE_CELL_TEXT, texts[i].text, &reading);
      g_assert_cmpint (reading.state, ==, TIDE_CELL_IS_READ);
      g_assert_cmpstr (reading.text, ==, texts[i].read);
    }

  tide_cell_reading_clear (&reading);
  tide_column_format_read_text (&format, TIDE_CELL_TEXT, longest, &reading);
  g_assert_cmpstr (reading.text, ==, longest);
}

/* Every reason has a sentence that holds the cell. */
static void
test_reasons (void)
{
  g_assert_null (tide_cell_reason_dup_sentence (TIDE_CELL_REASON_NONE, "x"));
  for (guint i = TIDE_CELL_REASON_NONE + 1; i < TIDE_N_CELL_REASONS; i++)
    {
      g_autofree char *sentence = tide_cell_reason_dup_sentence ((TideCellReason) i, "x%sy");

      g_assert_nonnull (sentence);
      g_assert_nonnull (strstr (sentence, "x%sy"));
    }
}

static void
test_format_text (void)
{
  static const char *const texts[] = { "text",
                                       "number decimal=point grouping=comma",
                                       "amount decimal=comma grouping=space unit=8 currency=CNY",
                                       "percent decimal=point grouping=apostrophe",
                                       "date order=day-first",
                                       "date order=month-first",
                                       NULL };
  static const char *const refused[]
      = { "",        "words",          "number decimal=space", "number unit=19", "number unit=x",
          "number ", "date order=ymd", "amount currency=EURO", "text more",      NULL };

  for (guint i = 0; texts[i] != NULL; i++)
    {
      TideColumnFormat format;
      TideColumnFormat copy;
      g_autofree char *text = NULL;

      g_assert_true (tide_column_format_from_text (&format, texts[i]));
      text = tide_column_format_to_text (&format);
      g_assert_cmpstr (text, ==, texts[i]);
      copy = format;
      g_assert_true (tide_column_format_equal (&format, &copy));
      copy.exponent++;
      g_assert_false (tide_column_format_equal (&format, &copy));
    }
  for (guint i = 0; refused[i] != NULL; i++)
    {
      TideColumnFormat format;

      g_assert_false (tide_column_format_from_text (&format, refused[i]));
      g_assert_cmpint (format.kind, ==, TIDE_COLUMN_TEXT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-cells/numbers", test_numbers);
  g_test_add_func ("/column-cells/dates", test_dates);
  g_test_add_func ("/column-cells/spreadsheet", test_spreadsheet);
  g_test_add_func ("/column-cells/unknown", test_unknown);
  g_test_add_func ("/column-cells/texts", test_texts);
  g_test_add_func ("/column-cells/reasons", test_reasons);
  g_test_add_func ("/column-cells/format-text", test_format_text);

  return g_test_run ();
}
