/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-division-account.h"
#include "tide-test-register.h"
#include "tide-test-totals.h"

/* The harbour lies in the south of the city; in it is a zone, and within that another one. */
static TideSnapshot *
create_snapshot (void)
{
  static const char *const zones[][2] = { { "zone", "harbour" }, { "bonded", "zone" } };
  TideSnapshot *snapshot = tide_test_totals_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      TidePayload *zone = tide_test_payload_new (TIDE_RECORD_DIVISION, zones[i][0], zones[i][0]);

      tide_test_payload_set (zone, "parent", zones[i][1]);
      tide_test_payload_set (zone, "kind", "functional-zone");
      tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION, zone);
    }
  tide_test_totals_add (snapshot, "q1", "division=north amount=agreement:1:CNY:2023");
  tide_test_totals_add (snapshot, "q2", "division=harbour amount=agreement:2:CNY:2023");
  tide_test_totals_add (snapshot, "q3", "division=south amount=agreement:4:CNY:2023");
  tide_test_totals_add (snapshot, "q4", "division=zone amount=agreement:8:CNY:2023");
  tide_test_totals_add (snapshot, "q5", "division=bonded amount=agreement:16:CNY:2023");
  tide_test_totals_add (snapshot, "q6",
                        "division=zone status=terminated amount=agreement:32:CNY:2023");
  tide_test_totals_add (snapshot, "q7", "amount=agreement:64:CNY:2023");

  return snapshot;
}

typedef struct
{
  const char *division;
  guint n;
  gint64 yuan;
  const char *ids;
  guint n_zones;
  guint n_in_zones;
  gint64 yuan_in_zones;
  const char *ids_in_zones;
} Row;

/* Zones are parts of what they lie in; one within another is not counted twice. */
static const Row rows[] = {
  { "city", 5, 31, "q1 q2 q3 q4 q5", 2, 2, 24, "q4 q5" },
  { "north", 1, 1, "q1", 0, 0, 0, NULL },
  { "south", 4, 30, "q2 q3 q4 q5", 2, 2, 24, "q4 q5" },
  { "harbour", 3, 26, "q2 q4 q5", 2, 2, 24, "q4 q5" },
  { "zone", 2, 24, "q4 q5", 1, 1, 16, "q5" },
  { "bonded", 1, 16, "q5", 0, 0, 0, NULL },
};

static void
assert_figure (
    TideSnapshot *snapshot, const TideFigure *figure, guint n, gint64 yuan, const char *ids)
{
  g_autofree char *opened = tide_test_totals_dup_ids (snapshot, figure->filter);

  g_assert_cmpuint (figure->n_counted, ==, n);
  g_assert_cmpint (figure->base.minor, ==, yuan * 100);
  g_assert_cmpstr (opened, ==, ids);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (TideSnapshot) snapshot = create_snapshot ();
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_autoptr (TideDivisionAccount) account
      = tide_division_account_new (columns, snapshot, row->division);

  assert_figure (snapshot, account->figure, row->n, row->yuan, row->ids);
  g_assert_cmpuint (account->n_zones, ==, row->n_zones);
  if (row->n_zones == 0)
    g_assert_null (account->in_zones);
  else
    assert_figure (snapshot, account->in_zones, row->n_in_zones, row->yuan_in_zones,
                   row->ids_in_zones);
}

static void
test_left_out (void)
{
  g_autoptr (TideSnapshot) snapshot = create_snapshot ();
  g_autoptr (TideColumns) columns
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_autoptr (TideDivisionAccount) city = tide_division_account_new (columns, snapshot, "city");

  g_assert_cmpuint (city->figure->n_excluded[TIDE_EXCLUSION_TERMINATED], ==, 1);
  g_assert_cmpuint (city->in_zones->n_excluded[TIDE_EXCLUSION_TERMINATED], ==, 1);
  g_assert_cmpuint (city->divisions->total->n_counted, ==, 6);
  g_assert_null (tide_division_account_new (columns, snapshot, "elsewhere"));
  g_assert_null (tide_division_account_new (columns, snapshot, "none"));
}

/* Divisions that stand below one another are no reason to count for ever. */
static void
test_loop (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideColumns) columns = NULL;
  g_autoptr (TideDivisionAccount) account = NULL;

  for (guint i = 0; i < 2; i++)
    {
      TidePayload *zone = tide_test_payload_new (TIDE_RECORD_DIVISION, i == 0 ? "a" : "b", NULL);

      tide_test_payload_set (zone, "parent", i == 0 ? "b" : "a");
      tide_test_payload_set (zone, "kind", "functional-zone");
      tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION, zone);
    }
  columns = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  account = tide_division_account_new (columns, snapshot, "a");
  g_assert_cmpuint (account->n_zones, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/division-account/", rows[i].division, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/division-account/left-out", test_left_out);
  g_test_add_func ("/division-account/loop", test_loop);

  return g_test_run ();
}
