/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-amount-text.h"

typedef struct
{
  const char *text;
  TideAmountResult result;
  const char *value;
  const char *currency;
  const char *precision;
} AmountCase;

#define READ(text, value, currency, precision) { text, TIDE_AMOUNT_OK, value, currency, precision }
#define REFUSED(text) { text, TIDE_AMOUNT_UNREADABLE, NULL, "", NULL }

static const AmountCase cases[] = {
  READ ("160亿", "16000000000", "CNY", "100000000"),
  READ ("160亿元", "16000000000", "CNY", "100000000"),
  READ ("160 亿 元", "16000000000", "CNY", "100000000"),
  READ ("１６０亿元", "16000000000", "CNY", "100000000"),
  READ ("16 bn", "16000000000", "CNY", "1000000000"),
  READ ("16bn yuan", "16000000000", "CNY", "1000000000"),
  READ ("16 Billion Yuan", "16000000000", "CNY", "1000000000"),
  READ ("US$1.06bn", "1060000000", "USD", "10000000"),
  READ ("$1.06 billion", "1060000000", "USD", "10000000"),
  READ ("USD 1.06 billion", "1060000000", "USD", "10000000"),
  READ ("1.06bn USD", "1060000000", "USD", "10000000"),
  READ ("1.06 billion US dollars", "1060000000", "USD", "10000000"),
  READ ("＄1.06 billion", "1060000000", "USD", "10000000"),
  READ ("10.6亿美元", "1060000000", "USD", "10000000"),
  READ ("10.6亿美金", "1060000000", "USD", "10000000"),
  READ ("美元10.6亿", "1060000000", "USD", "10000000"),
  READ ("1,600,000万元", "16000000000", "CNY", "10000"),
  READ ("1600000", "1600000", "CNY", "1"),
  READ ("1 600 000", "1600000", "CNY", "1"),
  READ ("1\u00a0600\u00a0000", "1600000", "CNY", "1"),
  READ ("1'600'000", "1600000", "CNY", "1"),
  READ ("1,600,000.50", "1600000.50", "CNY", "0.01"),
  READ ("€ 12.5m", "12500000", "EUR", "100000"),
  READ ("€\u202f12.5 mln", "12500000", "EUR", "100000"),
  READ ("€ 12.5 Mio.", "12500000", "EUR", "100000"),
  READ ("3 Mrd. €", "3000000000", "EUR", "1000000000"),
  READ ("2 millions USD", "2000000", "USD", "1000000"),
  READ ("₹ 5 crore", "50000000", "INR", "10000000"),
  READ ("₹ 5 lakh", "500000", "INR", "100000"),
  READ ("12.5 million euros", "12500000", "EUR", "100000"),
  READ ("2.7万亿", "2700000000000", "CNY", "100000000000"),
  READ ("2.7万亿元", "2700000000000", "CNY", "100000000000"),
  READ ("2.7 trillion yuan", "2700000000000", "CNY", "100000000000"),
  READ ("RMB 5 bn", "5000000000", "CNY", "1000000000"),
  READ ("5 bn RMB", "5000000000", "CNY", "1000000000"),
  READ ("HK$3亿", "300000000", "HKD", "100000000"),
  READ ("3亿港元", "300000000", "HKD", "100000000"),
  READ ("3千万", "30000000", "CNY", "10000000"),
  READ ("50百万", "50000000", "CNY", "1000000"),
  READ ("5千亿元", "500000000000", "CNY", "100000000000"),
  READ ("8百亿", "80000000000", "CNY", "10000000000"),
  READ ("500k", "500000", "CNY", "1000"),
  READ ("500 K", "500000", "CNY", "1000"),
  READ ("630万人民币", "6300000", "CNY", "10000"),
  READ ("630万元人民币", "6300000", "CNY", "10000"),
  READ ("人民币630万元", "6300000", "CNY", "10000"),
  READ ("JPY 20 bn", "20000000000", "JPY", "1000000000"),
  READ ("200亿日元", "20000000000", "JPY", "100000000"),
  READ ("-3亿", "-300000000", "CNY", "100000000"),
  READ ("−3亿", "-300000000", "CNY", "100000000"),
  READ ("（3亿）", "-300000000", "CNY", "100000000"),
  READ ("(US$3m)", "-3000000", "USD", "1000000"),
  READ ("US$-3m", "-3000000", "USD", "1000000"),
  READ ("-US$3m", "-3000000", "USD", "1000000"),
  READ ("减资3亿元", "-300000000", "CNY", "100000000"),
  READ ("减资 1300万美元", "-13000000", "USD", "10000"),
  READ ("核减3亿", "-300000000", "CNY", "100000000"),
  READ ("人民币减少3亿元", "-300000000", "CNY", "100000000"),
  READ ("增资3亿元", "300000000", "CNY", "100000000"),
  READ ("+3亿", "300000000", "CNY", "100000000"),
  READ ("¥160亿元", "16000000000", "CNY", "100000000"),
  READ ("￥160亿", "16000000000", "CNY", "100000000"),
  READ ("£2m", "2000000", "GBP", "1000000"),
  READ ("1亿2000万元", "120000000", "CNY", "10000"),
  READ ("1亿2千万", "120000000", "CNY", "10000000"),
  READ ("160 hundred million yuan", "16000000000", "CNY", "100000000"),
  READ ("5 bn.", "5000000000", "CNY", "1000000000"),
  READ ("$1,740", "1740", "USD", "1"),
  READ ("12.500", "12.50", "CNY", "0.01"),
  READ ("0", "0", "CNY", "1"),
  READ ("0.5亿", "50000000", "CNY", "10000000"),
  READ ("1.234亿", "123400000", "CNY", "100000"),
  READ ("1.60亿", "160000000", "CNY", "1000000"),
  READ ("KWD 1.234", "1.234", "KWD", "0.001"),
  READ ("  3亿\n", "300000000", "CNY", "100000000"),
  REFUSED ("1.234.5"),
  REFUSED ("1.912,96"),
  REFUSED ("1,23"),
  REFUSED ("1,0000"),
  REFUSED ("1234,567"),
  REFUSED ("40 000,00"),
  REFUSED ("abc"),
  REFUSED ("未透露"),
  REFUSED ("亿"),
  REFUSED ("元"),
  REFUSED ("-"),
  REFUSED ("--3"),
  REFUSED ("减资"),
  REFUSED ("减资-3亿"),
  REFUSED ("(减资3亿)"),
  REFUSED ("增资减资3亿"),
  REFUSED ("3."),
  REFUSED (".5"),
  REFUSED ("(3"),
  REFUSED ("3)"),
  REFUSED ("(-3)"),
  REFUSED ("3 parsecs"),
  REFUSED ("3 mice"),
  REFUSED ("9.65E7"),
  REFUSED ("3-5亿"),
  REFUSED ("US$3亿元"),
  REFUSED ("¥3 US$"),
  REFUSED ("1亿500"),
  REFUSED ("2000万1亿"),
  REFUSED ("1.5亿2000万"),
  REFUSED ("3%"),
  { "", TIDE_AMOUNT_EMPTY, NULL, "", NULL },
  { " \u3000 ", TIDE_AMOUNT_EMPTY, NULL, "", NULL },
  { NULL, TIDE_AMOUNT_EMPTY, NULL, "", NULL },
  { "1.005", TIDE_AMOUNT_TOO_PRECISE, NULL, "", NULL },
  { "JPY 1.5", TIDE_AMOUNT_TOO_PRECISE, NULL, "", NULL },
  { "1.000000005亿", TIDE_AMOUNT_OK, "100000000.50", "CNY", "0.10" },
  { "92233720368547758.08", TIDE_AMOUNT_OUT_OF_RANGE, NULL, "", NULL },
  { "99999999999999999999999999999999999999999999", TIDE_AMOUNT_OUT_OF_RANGE, NULL, "", NULL },
  { "99999999999999万亿", TIDE_AMOUNT_OUT_OF_RANGE, NULL, "", NULL },
};

static void
test_read (gconstpointer data)
{
  const AmountCase *row = data;
  TideAmountReading reading;
  TideDecimal value = { 0 };
  TideDecimal precision = { 0 };

  if (row->value != NULL)
    {
      tide_decimal_parse (row->value, &value);
      tide_decimal_parse (row->precision, &precision);
    }

  g_assert_cmpint (tide_amount_text_read (row->text, "CNY", &reading), ==, row->result);
  g_assert_cmpint (tide_decimal_compare (&reading.value, &value), ==, 0);
  g_assert_cmpint (tide_decimal_compare (&reading.precision, &precision), ==, 0);
  g_assert_cmpstr (reading.currency, ==, row->currency);
}

static void
test_default_currency (void)
{
  TideAmountReading reading;

  g_assert_cmpint (tide_amount_text_read ("3 m", "EUR", &reading), ==, TIDE_AMOUNT_OK);
  g_assert_cmpstr (reading.currency, ==, "EUR");
  g_assert_false (reading.has_currency);

  g_assert_cmpint (tide_amount_text_read ("3 m", NULL, &reading), ==, TIDE_AMOUNT_OK);
  g_assert_cmpstr (reading.currency, ==, "");

  g_assert_cmpint (tide_amount_text_read ("¥3 m", "EUR", &reading), ==, TIDE_AMOUNT_OK);
  g_assert_cmpstr (reading.currency, ==, "CNY");
  g_assert_true (reading.has_currency);

  g_assert_cmpint (tide_amount_text_read ("¥3 m", "JPY", &reading), ==, TIDE_AMOUNT_OK);
  g_assert_cmpstr (reading.currency, ==, "JPY");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/amount-text/read/%02zu", i);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/amount-text/default-currency", test_default_currency);

  return g_test_run ();
}
