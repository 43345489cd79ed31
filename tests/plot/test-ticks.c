/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "plot/tide-ticks.h"

#include <math.h>

typedef struct
{
  const char *name;
  TideTicksRange range;
  guint max_ticks;
  const char *numbers; /* what is written at the ticks, exactly */
} Case;

static const Case cases[] = {
  { "from zero", { 0, 211, 1, FALSE }, 6, "0 50 100 150 200 250" },
  { "end on a tick", { 0, 250, 1, FALSE }, 6, "0 50 100 150 200 250" },
  { "fewer ticks", { 0, 211, 1, FALSE }, 4, "0 100 200 300" },
  { "two ticks", { 0, 211, 1, FALSE }, 2, "0 500" },
  { "one tick is too few", { 0, 211, 1, FALSE }, 1, "0 500" },
  { "step of two", { 0, 641.1, 1, FALSE }, 5, "0 200 400 600 800" },
  { "in units of 10^8", { 0, 64110000000.0, 1e8, FALSE }, 5, "0 200 400 600 800" },
  { "in units of 10^-2", { 0, 0.42, 0.01, FALSE }, 6, "0 10 20 30 40 50" },
  { "tenths are exact", { 0, 0.3, 1, FALSE }, 4, "0.0 0.1 0.2 0.3" },
  { "hundredths", { 0, 0.08, 1, FALSE }, 5, "0.00 0.02 0.04 0.06 0.08" },
  { "below zero", { -34, 0, 1, FALSE }, 5, "-40 -30 -20 -10 0" },
  { "both sides", { -9, 71, 1, FALSE }, 6, "-20 0 20 40 60 80" },
  { "both sides need three", { -1, 1, 1, FALSE }, 2, "-1 0 1" },
  { "both sides, unlike", { -1, 1000, 1, FALSE }, 3, "-1000 0 1000" },
  { "away from zero", { 1998, 2023, 1, FALSE }, 6, "1990 2000 2010 2020 2030" },
  { "one value", { 5, 5, 1, FALSE }, 6, "0 1 2 3 4 5" },
  { "one value below zero", { -5, -5, 1, FALSE }, 6, "-5 -4 -3 -2 -1 0" },
  { "only zero", { 0, 0, 1, FALSE }, 6, "0.0 0.2 0.4 0.6 0.8 1.0" },
  { "only zero, whole", { 0, 0, 1, TRUE }, 6, "0 1" },
  { "whole", { 0, 3, 1, TRUE }, 6, "0 1 2 3" },
  { "not whole", { 0, 3, 1, FALSE }, 6, "0 1 2 3" },
  { "whole two", { 0, 2, 1, TRUE }, 6, "0 1 2" },
  { "not whole two", { 0, 2, 1, FALSE }, 6, "0.0 0.5 1.0 1.5 2.0" },
  { "nothing", { 0, -1, 1, FALSE }, 6, "" },
  { "not a number", { 0, NAN, 1, FALSE }, 6, "" },
  { "infinite", { 0, INFINITY, 1, FALSE }, 6, "" },
  { "tiny",
    { 0, 4e-12, 1, FALSE },
    5,
    "0.000000000000 0.000000000001 0.000000000002 0.000000000003 0.000000000004" },
  { "huge",
    { 0, 4e15, 1, FALSE },
    5,
    "0 1000000000000000 2000000000000000 3000000000000000 4000000000000000" },
};

static void
test_numbers (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (GString) numbers = g_string_new (NULL);
  TideTicks ticks;

  tide_ticks_cover (&ticks, &row->range, row->max_ticks);
  for (guint i = 0; i < ticks.n_ticks; i++)
    g_string_append_printf (numbers, "%s%.*f", i > 0 ? " " : "",
                            (int) tide_ticks_get_decimals (&ticks),
                            tide_ticks_get_number (&ticks, i));

  g_assert_cmpstr (numbers->str, ==, row->numbers);
}

static void
test_values (void)
{
  const TideTicksRange range = { 0, 64110000000.0, 1e8, FALSE };
  TideTicks ticks;

  tide_ticks_cover (&ticks, &range, 5);
  g_assert_cmpuint (ticks.n_ticks, ==, 5);
  g_assert_cmpfloat_with_epsilon (tide_ticks_get_number (&ticks, 4), 800, 1e-9);
  g_assert_cmpfloat_with_epsilon (tide_ticks_get_value (&ticks, 4), 8e10, 1e-9);
}

/* Whatever the range: the ticks cover it, and are at most as many as wanted. */
static void
test_any_range (void)
{
  for (guint run = 0; run < 20000; run++)
    {
      double a = pow (10, g_test_rand_double_range (-9, 15)) * (g_test_rand_bit () ? 1 : -1);
      double b = g_test_rand_bit () ? 0 : a * g_test_rand_double_range (-2, 2);
      guint max_ticks = (guint) g_test_rand_int_range (3, 12);
      const TideTicksRange range = { MIN (a, b), MAX (a, b), 1, FALSE };
      double slack = (range.high - range.low) * 1e-6;
      TideTicks ticks;

      tide_ticks_cover (&ticks, &range, max_ticks);
      g_assert_cmpuint (ticks.n_ticks, >=, 2);
      g_assert_cmpuint (ticks.n_ticks, <=, max_ticks);
      g_assert_cmpfloat (tide_ticks_get_value (&ticks, 0), <=, range.low + slack);
      g_assert_cmpfloat (tide_ticks_get_value (&ticks, ticks.n_ticks - 1), >=, range.high - slack);
      g_assert_true (ticks.mantissa == 1 || ticks.mantissa == 2 || ticks.mantissa == 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plot/ticks/numbers/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_numbers);
    }

  g_test_add_func ("/plot/ticks/values", test_values);
  g_test_add_func ("/plot/ticks/any-range", test_any_range);

  return g_test_run ();
}
