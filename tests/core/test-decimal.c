/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-decimal.h"

typedef struct
{
  const char *text;
  TideDecimalResult result;
  gint64 mantissa;
  guint scale;
} ParseCase;

static const ParseCase parse_cases[] = {
  { "0", TIDE_DECIMAL_OK, 0, 0 },
  { "16000000000", TIDE_DECIMAL_OK, 16000000000, 0 },
  { "-250.5", TIDE_DECIMAL_OK, -2505, 1 },
  { "0.10", TIDE_DECIMAL_OK, 10, 2 },
  { "-0.5", TIDE_DECIMAL_OK, -5, 1 },
  { "9223372036854775807", TIDE_DECIMAL_OK, G_MAXINT64, 0 },
  { "-9223372036854775807", TIDE_DECIMAL_OK, -G_MAXINT64, 0 },
  { "0.000000000000000001", TIDE_DECIMAL_OK, 1, 18 },
  { "9223372036854775808", TIDE_DECIMAL_OUT_OF_RANGE, 0, 0 },
  { "99999999999999999999999999", TIDE_DECIMAL_OUT_OF_RANGE, 0, 0 },
  { "0.0000000000000000001", TIDE_DECIMAL_OUT_OF_RANGE, 0, 0 },
  { "", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "-", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "+1", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "01", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "-01", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "1.", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { ".5", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "1.2.3", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "1,5", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "1e5", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { " 1", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "NaN", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
  { "99999999999999999999999999x", TIDE_DECIMAL_BAD_SYNTAX, 0, 0 },
};

static TideDecimal
parse (const char *text)
{
  TideDecimal decimal;

  g_assert_cmpint (tide_decimal_parse (text, &decimal), ==, TIDE_DECIMAL_OK);
  return decimal;
}

static void
test_parse (gconstpointer data)
{
  const ParseCase *row = data;
  g_autofree char *written = NULL;
  TideDecimal decimal;

  g_assert_cmpint (tide_decimal_parse (row->text, &decimal), ==, row->result);
  g_assert_cmpint (decimal.mantissa, ==, row->mantissa);
  g_assert_cmpuint (decimal.scale, ==, row->scale);
  g_assert_cmpint (decimal.is_set, ==, row->result == TIDE_DECIMAL_OK);

  written = tide_decimal_dup_text (&decimal);
  g_assert_cmpstr (written, ==, row->result == TIDE_DECIMAL_OK ? row->text : NULL);
}

static void
test_compare (void)
{
  TideDecimal one = parse ("1");
  TideDecimal one_point_zero = parse ("1.0");
  TideDecimal large = parse ("9223372036854775807");
  TideDecimal small = parse ("-9.000000000000000001");
  TideDecimal unset = { 0 };

  g_assert_cmpint (tide_decimal_compare (&one, &one_point_zero), ==, 0);
  g_assert_false (tide_decimal_equal (&one, &one_point_zero));
  g_assert_true (tide_decimal_equal (&one, &one));
  g_assert_cmpint (tide_decimal_compare (&small, &large), <, 0);
  g_assert_cmpint (tide_decimal_compare (&large, &small), >, 0);
  g_assert_cmpint (tide_decimal_compare (&unset, &small), <, 0);
  g_assert_cmpint (tide_decimal_compare (&unset, &unset), ==, 0);
  g_assert_true (tide_decimal_equal (&unset, &unset));
  g_assert_false (tide_decimal_equal (&unset, &one));
}

static void
test_rescale (void)
{
  TideDecimal price = parse ("12.50");
  TideDecimal large = parse ("9223372036854775807");
  gint64 mantissa;

  g_assert_true (tide_decimal_rescale (&price, 1, &mantissa));
  g_assert_cmpint (mantissa, ==, 125);
  g_assert_true (tide_decimal_rescale (&price, 4, &mantissa));
  g_assert_cmpint (mantissa, ==, 125000);
  g_assert_false (tide_decimal_rescale (&price, 0, &mantissa));
  g_assert_false (tide_decimal_rescale (&large, 1, &mantissa));
}

static void
test_add (void)
{
  TideDecimal sum = { 0 };
  TideDecimal tenth = parse ("0.1");
  TideDecimal negative = parse ("-2.25");
  TideDecimal large = parse ("9223372036854775807");
  TideDecimal unset = { 0 };
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3; i++)
    g_assert_true (tide_decimal_add (&sum, &tenth));
  g_assert_true (tide_decimal_add (&sum, &negative));
  g_assert_true (tide_decimal_add (&sum, &unset));
  text = tide_decimal_dup_text (&sum);
  g_assert_cmpstr (text, ==, "-1.95");

  g_assert_false (tide_decimal_add (&sum, &large));
  g_assert_cmpint (sum.mantissa, ==, -195);

  sum = large;
  g_assert_false (tide_decimal_add (&sum, &large));
  g_assert_true (tide_decimal_equal (&sum, &large));
}

static void
test_to_double (void)
{
  TideDecimal tenth = parse ("0.1");
  TideDecimal unset = { 0 };

  g_assert_cmpfloat_with_epsilon (tide_decimal_to_double (&tenth), 0.1, 1e-17);
  g_assert_cmpfloat_with_epsilon (tide_decimal_to_double (&unset), 0.0, 1e-17);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parse_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/decimal/parse/%02zu", i);

      g_test_add_data_func (path, &parse_cases[i], test_parse);
    }
  g_test_add_func ("/decimal/compare", test_compare);
  g_test_add_func ("/decimal/rescale", test_rescale);
  g_test_add_func ("/decimal/add", test_add);
  g_test_add_func ("/decimal/to-double", test_to_double);

  return g_test_run ();
}
