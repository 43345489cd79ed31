/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed as a value, in the unit of its indicator. */

#include "core/tide-observation-text.h"

typedef struct
{
  const char *text;
  const char *currency;
  const char *scale;
  const char *name;
  const char *value; /* NULL where it is refused */
  TideProblemCode problem;
} Case;

static const Case cases[] = {
  { "222.4 billion yuan", "CNY", "100000000", NULL, "2224", 0 },
  { "2224亿元", "CNY", "100000000", NULL, "2224", 0 },
  { "２２２４亿元", "CNY", "100000000", NULL, "2224", 0 },
  { "2224", "CNY", "100000000", NULL, "2224", 0 },
  { " 2,224.50 ", "CNY", "100000000", NULL, "2224.50", 0 },
  { "641.1 bn", "CNY", "100000000", NULL, "6411", 0 },
  { "641.10 bn", "CNY", "100000000", NULL, "6411.0", 0 },
  { "6411.25亿元", "CNY", "100000000", NULL, "6411.25", 0 },
  { "1.5万亿元", "CNY", "100000000", NULL, "15000", 0 },
  { "12345元", "CNY", "10000", NULL, "1.2345", 0 },
  { "-3亿元", "CNY", "100000000", NULL, "-3", 0 },
  { "0", "CNY", "100000000", NULL, "0", 0 },
  { "0亿元", "CNY", "100000000", NULL, "0", 0 },
  { "5亿元", "CNY", NULL, NULL, "500000000", 0 },
  { "120", NULL, NULL, NULL, "120", 0 },
  { "120 companies", NULL, NULL, "companies", "120", 0 },
  { "1.2万", NULL, NULL, NULL, "12000", 0 },
  { "2.456789", NULL, NULL, "%", "2.456789", 0 },
  { "35.2％", NULL, NULL, "%", "35.2", 0 },
  { "US$1.06bn", "CNY", "100000000", NULL, NULL, TIDE_PROBLEM_NOT_IN_UNIT },
  { "5亿元", NULL, NULL, "companies", NULL, TIDE_PROBLEM_NOT_IN_UNIT },
  { "5亿元", "CNY", "12", NULL, NULL, TIDE_PROBLEM_NOT_IN_UNIT },
  { "many", "CNY", "100000000", NULL, NULL, TIDE_PROBLEM_UNREADABLE_AMOUNT },
  { "", "CNY", "100000000", NULL, NULL, TIDE_PROBLEM_UNREADABLE_AMOUNT },
  { "1e5", "CNY", "100000000", NULL, NULL, TIDE_PROBLEM_UNREADABLE_AMOUNT },
  { "99999999999999999999", "CNY", "1", NULL, NULL, TIDE_PROBLEM_AMOUNT_TOO_LARGE },
};

static TidePayload *
unit_new (const Case *row)
{
  const TideMember *member = tide_shape_find (tide_shape_for_kind (TIDE_RECORD_INDICATOR), "unit");
  TidePayload *unit = tide_payload_new (member->shape, NULL);
  TideScale *scale = (TideScale *) unit;

  tide_payload_set_string (&scale->currency, row->currency);
  tide_payload_set_string (&scale->name, row->name);
  if (row->scale != NULL)
    g_assert_cmpint (tide_decimal_parse (row->scale, &scale->scale), ==, TIDE_DECIMAL_OK);

  return tide_payload_seal (unit);
}

static void
test_read (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (TidePayload) unit = unit_new (row);
  TideDecimal value;
  g_autoptr (TideProblem) problem
      = tide_observation_text_read (row->text, (const TideScale *) unit, &value);
  g_autofree char *text = value.is_set ? tide_decimal_dup_text (&value) : NULL;

  if (row->value == NULL)
    {
      g_assert_nonnull (problem);
      g_assert_cmpint (problem->code, ==, row->problem);
      return;
    }

  g_assert_null (problem);
  g_assert_cmpstr (text, ==, row->value);
}

static void
test_without_unit (void)
{
  TideDecimal value;
  g_autoptr (TideProblem) problem = tide_observation_text_read ("12.5", NULL, &value);

  g_assert_null (problem);
  g_assert_cmpint (value.mantissa, ==, 125);
  g_assert_cmpint (value.scale, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/observation-text/read/%02zu", i);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/observation-text/without-unit", test_without_unit);

  return g_test_run ();
}
