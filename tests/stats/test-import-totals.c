/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-import-totals.h"

#include "tide-test-totals.h"

static void
assert_total (const TideImportTotal *total,
              TideAmountKind kind,
              const char *currency,
              guint n_before,
              gint64 before,
              guint n_after,
              gint64 after)
{
  g_assert_cmpint (total->kind, ==, kind);
  g_assert_cmpstr (total->currency, ==, currency);
  g_assert_cmpuint (total->n_before, ==, n_before);
  g_assert_cmpuint (total->n_after, ==, n_after);
  g_assert_cmpint (total->before.minor, ==, before);
  g_assert_cmpint (total->after.minor, ==, after);
  g_assert_false (total->is_overflow);
}

/* Two amounts of one project are one project; what is terminated or does not count is in none. */
static void
test_both (void)
{
  g_autoptr (TideSnapshot) before = tide_test_totals_new ();
  g_autoptr (TideSnapshot) after = tide_test_totals_new ();
  g_autoptr (GArray) totals = NULL;

  tide_test_totals_add (before, "a", "amount=agreement:100:CNY:: amount=agreement:50:CNY::");
  tide_test_totals_add (before, "b", "status=terminated amount=agreement:7:CNY::");
  tide_test_totals_add (after, "a", "amount=agreement:200:CNY::");
  tide_test_totals_add (after, "b", "status=terminated amount=agreement:7:CNY::");
  tide_test_totals_add (after, "c", "amount=agreement:5:USD:: amount=arrived:3:CNY::");
  tide_test_totals_add (after, "d", "uncounted amount=agreement:9:USD::");
  totals = tide_import_totals_new (before, after);

  g_assert_cmpuint (totals->len, ==, 3);
  assert_total (&g_array_index (totals, TideImportTotal, 0), TIDE_AMOUNT_KIND_AGREEMENT, "CNY", 1,
                15000, 1, 20000);
  assert_total (&g_array_index (totals, TideImportTotal, 1), TIDE_AMOUNT_KIND_AGREEMENT, "USD", 0,
                0, 1, 500);
  assert_total (&g_array_index (totals, TideImportTotal, 2), TIDE_AMOUNT_KIND_ARRIVED, "CNY", 0, 0,
                1, 300);
}

static void
test_nothing (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (GArray) totals = tide_import_totals_new (snapshot, snapshot);

  g_assert_cmpuint (totals->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-totals/both", test_both);
  g_test_add_func ("/import-totals/nothing", test_nothing);

  return g_test_run ();
}
