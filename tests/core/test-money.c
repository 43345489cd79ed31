/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-money.h"

#include <string.h>

typedef struct
{
  const char *value;
  const char *currency;
  TideUnit unit;
  const char *en;
  const char *zh;
} TextCase;

static const TextCase text_cases[] = {
  { "16000000000", "CNY", TIDE_UNIT_HUNDRED_MILLION, "16 billion yuan", "160亿元" },
  { "16000000000", "CNY", TIDE_UNIT_BILLION, "16 billion yuan", "160亿元" },
  { "1060000000", "USD", TIDE_UNIT_BILLION, "US$1.06 billion", "10.6亿美元" },
  { "16000000000", "CNY", TIDE_UNIT_TEN_THOUSAND, "16,000 million yuan", "1,600,000万元" },
  { "12500000", "EUR", TIDE_UNIT_MILLION, "€12.5 million", "1,250万欧元" },
  { "16000000000", "CNY", TIDE_UNIT_ONE, "16,000,000,000 yuan", "16,000,000,000元" },
  { "1234.5", "CNY", TIDE_UNIT_ONE, "1,234.50 yuan", "1,234.50元" },
  { "20000000000", "JPY", TIDE_UNIT_HUNDRED_MILLION, "JPY 20 billion", "200亿日元" },
  { "-300000000", "HKD", TIDE_UNIT_HUNDRED_MILLION, "-HK$0.3 billion", "-3亿港元" },
  { "500000", "CNY", TIDE_UNIT_HUNDRED_MILLION, "0.0005 billion yuan", "0.005亿元" },
  { "1234567", "CNY", TIDE_UNIT_HUNDRED_MILLION, "0.0012 billion yuan", "0.012亿元" },
  { "0.01", "CNY", TIDE_UNIT_HUNDRED_MILLION, "0.00000000001 billion yuan", "0.0000000001亿元" },
  { "0", "CNY", TIDE_UNIT_HUNDRED_MILLION, "0 billion yuan", "0亿元" },
  { "1995000000", "CNY", TIDE_UNIT_BILLION, "2 billion yuan", "19.95亿元" },
  { "1994999999.99", "CNY", TIDE_UNIT_BILLION, "1.99 billion yuan", "19.95亿元" },
  { "1.5", "KWD", TIDE_UNIT_ONE, "KWD 1.500", "1.500科威特第纳尔" },
  { "0.001", "KWD", TIDE_UNIT_BILLION, "KWD 0.000000000001 billion",
    "0.00000000001亿科威特第纳尔" },
  { "-1234567890.125", "KWD", TIDE_UNIT_HUNDRED_MILLION, "-KWD 1.23 billion",
    "-12.35亿科威特第纳尔" },
  { "123456", "JPY", TIDE_UNIT_TEN_THOUSAND, "JPY 0.12 million", "12.35万日元" },
  { "-1", "JPY", TIDE_UNIT_TEN_THOUSAND, "-JPY 0.000001 million", "-0.0001万日元" },
  { "-0.01", "CNY", TIDE_UNIT_ONE, "-0.01 yuan", "-0.01元" },
  { "0.01", "CNY", TIDE_UNIT_TEN_THOUSAND, "0.00000001 million yuan", "0.000001万元" },
  { "1000000000000000", "CNY", TIDE_UNIT_HUNDRED_MILLION, "1,000,000 billion yuan",
    "10,000,000亿元" },
  { "1000000000000000", "CNY", TIDE_UNIT_MILLION, "1,000,000,000 million yuan",
    "100,000,000,000万元" },
  { "-1000000000000000.01", "CNY", TIDE_UNIT_ONE, "-1,000,000,000,000,000.01 yuan",
    "-1,000,000,000,000,000.01元" },
  { "92233720368547758.07", "CNY", TIDE_UNIT_BILLION, "92,233,720.37 billion yuan",
    "922,337,203.69亿元" },
};

static TideMoney
make (const char *value, const char *currency)
{
  TideDecimal decimal;
  TideMoney money;

  g_assert_cmpint (tide_decimal_parse (value, &decimal), ==, TIDE_DECIMAL_OK);
  g_assert_true (tide_money_init (&money, &decimal, currency));
  return money;
}

static void
test_text (gconstpointer data)
{
  const TextCase *row = data;
  TideMoney money = make (row->value, row->currency);
  g_autofree char *en = tide_money_dup_text (&money, row->unit, TIDE_LANGUAGE_EN);
  g_autofree char *zh = tide_money_dup_text (&money, row->unit, TIDE_LANGUAGE_ZH);

  g_assert_cmpstr (en, ==, row->en);
  g_assert_cmpstr (zh, ==, row->zh);
}

static void
test_number (void)
{
  TideMoney money = make ("-123456789012.34", "CNY");
  TideMoney none = { 0 };
  g_autofree char *number = tide_money_dup_number (&money, TIDE_UNIT_HUNDRED_MILLION);
  g_autofree char *exact = tide_money_dup_exact (&money, TIDE_LANGUAGE_EN);
  g_autofree char *exact_zh = tide_money_dup_exact (&money, TIDE_LANGUAGE_ZH);
  g_autofree char *nothing = tide_money_dup_text (&none, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);

  g_assert_cmpstr (number, ==, "-1,234.57");
  g_assert_cmpstr (exact, ==, "CNY -123,456,789,012.34");
  g_assert_cmpstr (exact_zh, ==, "-123,456,789,012.34元");
  g_assert_cmpstr (nothing, ==, "");
}

/* One amount under the heads of all units; halves are rounded away from zero. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *value;
    const char *currency;
    const char *numbers[TIDE_UNIT_BILLION + 1];
    const char *exact;
  } cases[] = {
    { "1234567890.12",
      "CNY",
      { "1,234,567,890.12", "123,456.79", "1,234.57", "12.35", "1.23" },
      "CNY 1,234,567,890.12" },
    { "-1234567890.12",
      "CNY",
      { "-1,234,567,890.12", "-123,456.79", "-1,234.57", "-12.35", "-1.23" },
      "CNY -1,234,567,890.12" },
    { "0.01",
      "CNY",
      { "0.01", "0.000001", "0.00000001", "0.0000000001", "0.00000000001" },
      "CNY 0.01" },
    { "1000000000000000",
      "CNY",
      { "1,000,000,000,000,000", "100,000,000,000", "1,000,000,000", "10,000,000", "1,000,000" },
      "CNY 1,000,000,000,000,000.00" },
    { "12345", "JPY", { "12,345", "1.23", "0.012", "0.00012", "0.000012" }, "JPY 12,345" },
    { "-12350", "JPY", { "-12,350", "-1.24", "-0.012", "-0.00012", "-0.000012" }, "JPY -12,350" },
    { "15.005",
      "BHD",
      { "15.005", "0.0015", "0.000015", "0.00000015", "0.000000015" },
      "BHD 15.005" },
    { "0", "CNY", { "0", "0", "0", "0", "0" }, "CNY 0.00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TideMoney money = make (cases[i].value, cases[i].currency);
      g_autofree char *exact = tide_money_dup_exact (&money, TIDE_LANGUAGE_EN);

      g_assert_cmpstr (exact, ==, cases[i].exact);
      for (guint unit = TIDE_UNIT_ONE; unit <= TIDE_UNIT_BILLION; unit++)
        {
          g_autofree char *number = tide_money_dup_number (&money, unit);

          g_assert_cmpstr (number, ==, cases[i].numbers[unit]);
        }
    }
}

static void
test_preferred_unit (void)
{
  g_assert_cmpint (tide_unit_get_shown ("100-million"), ==, TIDE_UNIT_HUNDRED_MILLION);
  tide_unit_prefer ("ten-thousand");
  g_assert_cmpint (tide_unit_get_shown ("100-million"), ==, TIDE_UNIT_TEN_THOUSAND);
  g_assert_cmpint (tide_unit_get_shown (NULL), ==, TIDE_UNIT_TEN_THOUSAND);
  tide_unit_prefer ("dozen");
  g_assert_cmpint (tide_unit_get_shown ("million"), ==, TIDE_UNIT_MILLION);
  g_assert_cmpint (tide_unit_get_shown (NULL), ==, TIDE_UNIT_ONE);
}

static void
test_label (void)
{
  static const struct
  {
    TideUnit unit;
    const char *currency;
    const char *en;
    const char *zh;
  } cases[] = {
    { TIDE_UNIT_ONE, "CNY", "yuan", "元" },
    { TIDE_UNIT_TEN_THOUSAND, "CNY", "10,000 yuan", "万元" },
    { TIDE_UNIT_MILLION, "CNY", "million yuan", "百万元" },
    { TIDE_UNIT_HUNDRED_MILLION, "CNY", "100 million yuan", "亿元" },
    { TIDE_UNIT_BILLION, "CNY", "billion yuan", "十亿元" },
    { TIDE_UNIT_BILLION, "USD", "US$ billion", "十亿美元" },
    { TIDE_UNIT_ONE, "JPY", "JPY", "日元" },
    { TIDE_UNIT_MILLION, "XXX", "XXX million", "百万XXX" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *en
          = tide_unit_dup_label (cases[i].unit, cases[i].currency, TIDE_LANGUAGE_EN);
      g_autofree char *zh
          = tide_unit_dup_label (cases[i].unit, cases[i].currency, TIDE_LANGUAGE_ZH);

      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (zh, ==, cases[i].zh);
    }
}

static void
test_units (void)
{
  for (guint unit = TIDE_UNIT_ONE; unit <= TIDE_UNIT_BILLION; unit++)
    g_assert_cmpint (tide_unit_from_code (tide_unit_to_code (unit)), ==, unit);

  g_assert_cmpint (tide_unit_from_code ("dozen"), ==, TIDE_UNIT_ONE);
  g_assert_cmpint (tide_unit_from_code (NULL), ==, TIDE_UNIT_ONE);
  g_assert_cmpint (tide_unit_get_factor (TIDE_UNIT_HUNDRED_MILLION), ==, 100000000);
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *value;
    const char *currency;
  } cases[] = {
    { "1.005", "CNY" }, { "1.5", "JPY" }, { "1", "XXX" },
    { "1", "cny" },     { "1", NULL },    { "92233720368547759", "CNY" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TideDecimal decimal;
      TideMoney money;

      g_assert_cmpint (tide_decimal_parse (cases[i].value, &decimal), ==, TIDE_DECIMAL_OK);
      g_assert_false (tide_money_init (&money, &decimal, cases[i].currency));
      g_assert_cmpstr (money.currency, ==, "");
    }
}

static void
test_round_trip (void)
{
  TideMoney money = make ("1.500", "CNY");
  g_autofree char *text = NULL;
  TideDecimal value;

  tide_money_to_decimal (&money, &value);
  text = tide_decimal_dup_text (&value);
  g_assert_cmpstr (text, ==, "1.50");

  money = (TideMoney) { 0 };
  tide_money_to_decimal (&money, &value);
  g_assert_false (value.is_set);
}

static void
test_add (void)
{
  TideMoney sum = { 0 };
  TideMoney yuan = make ("0.10", "CNY");
  TideMoney dollars = make ("1", "USD");
  TideMoney largest = { .minor = G_MAXINT64, .currency = "CNY" };

  g_assert_true (tide_money_add (&sum, &yuan));
  g_assert_true (tide_money_add (&sum, &yuan));
  g_assert_cmpint (sum.minor, ==, 20);
  g_assert_false (tide_money_add (&sum, &dollars));
  g_assert_false (tide_money_add (&sum, &largest));
  g_assert_cmpint (sum.minor, ==, 20);
  g_assert_true (tide_money_negate (&sum));
  g_assert_cmpint (sum.minor, ==, -20);
}

static void
test_convert (void)
{
  static const struct
  {
    const char *value;
    const char *from;
    const char *rate;
    const char *to;
    gint64 minor; /* -1: refused */
  } cases[] = {
    { "1060000000", "USD", "7.1779", "CNY", 760857400000 },
    { "0.01", "USD", "0.5", "EUR", 1 },
    { "0.01", "USD", "0.499999", "EUR", 0 },
    { "-0.01", "USD", "0.5", "EUR", -1 },
    { "1", "USD", "149.5", "JPY", 150 },
    { "1000", "JPY", "0.0477", "CNY", 4770 },
    { "1", "KWD", "23.1234", "CNY", 2312 },
    { "1", "CNY", "0.0432", "KWD", 43 },
    { "90000000000000000", "CNY", "2", "USD", -1 },
    { "1", "CNY", "0", "USD", -1 },
    { "1", "CNY", "-1", "USD", -1 },
    { "1", "CNY", "1", "XXX", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TideMoney money = make (cases[i].value, cases[i].from);
      TideMoney converted;
      TideDecimal rate;
      gboolean is_refused = cases[i].minor == -1 && cases[i].value[0] != '-';

      g_assert_cmpint (tide_decimal_parse (cases[i].rate, &rate), ==, TIDE_DECIMAL_OK);
      g_assert_cmpint (tide_money_convert (&money, &rate, cases[i].to, &converted), ==,
                       !is_refused);
      g_assert_cmpint (converted.minor, ==, is_refused ? 0 : cases[i].minor);
      g_assert_cmpstr (converted.currency, ==, is_refused ? "" : cases[i].to);
    }
}

static void
test_currencies (void)
{
  const char *const *list = tide_currency_list ();

  g_assert_cmpuint (g_strv_length ((char **) list), >=, 30);
  g_assert_cmpstr (list[0], ==, "CNY");
  for (gsize i = 0; list[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (list[i]), ==, 3);
      g_assert_cmpstr (tide_currency_get_name (list[i], TIDE_LANGUAGE_EN), !=, list[i]);
      g_assert_cmpstr (tide_currency_get_name (list[i], TIDE_LANGUAGE_ZH), !=, list[i]);
    }
  g_assert_cmpint (tide_currency_get_digits ("JPY"), ==, 0);
  g_assert_cmpint (tide_currency_get_digits ("CNY"), ==, 2);
  g_assert_cmpint (tide_currency_get_digits ("BHD"), ==, 3);
  g_assert_cmpint (tide_currency_get_digits ("XXX"), ==, -1);
  g_assert_cmpint (tide_currency_get_digits (NULL), ==, -1);
  g_assert_cmpstr (tide_currency_get_name ("XXX", TIDE_LANGUAGE_EN), ==, "XXX");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/money/text/%02zu", i);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/money/number", test_number);
  g_test_add_func ("/money/numbers", test_numbers);
  g_test_add_func ("/money/preferred-unit", test_preferred_unit);
  g_test_add_func ("/money/label", test_label);
  g_test_add_func ("/money/units", test_units);
  g_test_add_func ("/money/refusals", test_refusals);
  g_test_add_func ("/money/round-trip", test_round_trip);
  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/convert", test_convert);
  g_test_add_func ("/money/currencies", test_currencies);

  return g_test_run ();
}
