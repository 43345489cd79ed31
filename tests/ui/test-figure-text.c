/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-figure-text.h"

typedef struct
{
  const char *name;
  const char *currency;
  guint n_with_amount;
  guint n_priced;
  gint64 minor;
  gboolean is_overflow;
  const char *value;
  const char *exact; /* nullable */
} Case;

static const Case cases[] = {
  { "priced", "CNY", 3, 2, 123456789, FALSE, "1,234,567.89 yuan", "CNY 1,234,567.89" },
  { "nothing-in-sum", "CNY", 2, 2, 0, FALSE, "0 yuan", "CNY 0.00" },
  { "without-amount", "CNY", 0, 0, 0, FALSE, "—", NULL },
  { "without-rate", "CNY", 2, 0, 0, FALSE, "No Rate", NULL },
  { "too-large", "CNY", 2, 1, 5, TRUE, "Too Large to Add Up", NULL },
  { "without-currency", "", 2, 0, 0, FALSE, "—", NULL },
};

static void
test_value (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (TideFigure) figure = tide_figure_new (expected->currency);
  g_autofree char *value = NULL;
  g_autofree char *exact = NULL;

  figure->n_counted = 5;
  figure->n_with_amount = expected->n_with_amount;
  figure->n_priced = expected->n_priced;
  figure->base.minor = expected->minor;
  figure->is_overflow = expected->is_overflow;

  value = tide_figure_dup_value (figure, TIDE_UNIT_ONE, TIDE_LANGUAGE_EN);
  exact = tide_figure_dup_exact (figure, TIDE_LANGUAGE_EN);
  g_assert_cmpstr (value, ==, expected->value);
  g_assert_cmpstr (exact, ==, expected->exact);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/figure-text/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_value);
    }

  return g_test_run ();
}
