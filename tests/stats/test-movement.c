/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/tide-movement.h"
#include "tide-test-register.h"
#include "../core/tide-test-snapshot.h"

static TideAsOf *
look (TideSnapshot *snapshot, const char *true_on)
{
  TideMoment moment = { 0 };
  g_autoptr (GError) error = NULL;
  TideAsOf *as_of;

  if (true_on != NULL)
    g_assert_true (tide_date_parse (true_on, FALSE, &moment.true_on));
  as_of = tide_as_of_new (snapshot, &moment, NULL, &error);
  g_assert_no_error (error);

  return as_of;
}

static TidePayload *
project_new (const char *id)
{
  return tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);
}

static void
add_stage (TidePayload *project, const char *stage, const char *date)
{
  TidePayload *entry = tide_test_payload_add_entry (project, "stages", date);

  tide_test_payload_set (entry, "stage", stage);
  tide_test_payload_set (entry, "date", date);
}

static void
add_status (TidePayload *project, const char *status, const char *date)
{
  TidePayload *entry = tide_test_payload_add_entry (project, "statuses", date);

  tide_test_payload_set (entry, "status", status);
  tide_test_payload_set (entry, "date", date);
}

static void
add_amount (TidePayload *project, const char *value, const char *currency, const char *date)
{
  tide_test_project_add_amount ((TideProjectPayload *) project, "agreement", value, currency, date);
}

/* One project for each thing that can become of one from 2022 to 2023, in yuan:
 *
 *   added       10 in 2023
 *   changed     20 in 2022, 5 more in 2023
 *   dollars      1 dollar of 2022, at 7 in 2022; the set is fixed to the end, where it is 8
 *   moved       30, signed in 2022, started in 2023
 *   same        40
 *   terminated  50, terminated in 2023
 *   unpriced     1 pound in 2023 that has no rate
 */
static TideSnapshot *
register_new (void)
{
  TideSnapshot *snapshot = tide_test_snapshot_new ();
  TidePayload *set = tide_test_payload_new (TIDE_RECORD_RATE_SET, "mid", "Mid");
  static const char *const ids[]
      = { "added", "changed", "dollars", "moved", "same", "terminated", "unpriced" };
  TidePayload *projects[G_N_ELEMENTS (ids)];

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      projects[i] = project_new (ids[i]);
      add_stage (projects[i], "signed", i == 0 ? "2023" : "2022");
    }
  add_amount (projects[0], "10", "CNY", "2023");
  add_amount (projects[1], "20", "CNY", "2022");
  add_amount (projects[1], "5", "CNY", "2023");
  add_amount (projects[2], "1", "USD", "2022");
  add_amount (projects[3], "30", "CNY", "2022");
  add_stage (projects[3], "started", "2023");
  add_amount (projects[4], "40", "CNY", "2022");
  add_amount (projects[5], "50", "CNY", "2022");
  add_status (projects[5], "terminated", "2023-06");
  add_amount (projects[6], "1", "GBP", "2023");
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, projects[i]);

  tide_test_payload_set (set, "date", "2023-12-31");
  tide_snapshot_add (snapshot, TIDE_RECORD_RATE_SET, set);
  tide_test_snapshot_add_rate (snapshot, "USD", "2022-12-31", "7");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023-12-31", "8");

  return snapshot;
}

static const struct
{
  guint n;
  gint64 before;
  gint64 after;
} expected[TIDE_N_MOVEMENTS] = {
  [TIDE_MOVEMENT_ADDED] = { 1, 0, 1000 },      [TIDE_MOVEMENT_REMOVED] = { 0, 0, 0 },
  [TIDE_MOVEMENT_TERMINATED] = { 1, 5000, 0 }, [TIDE_MOVEMENT_MOVED] = { 1, 3000, 3000 },
  [TIDE_MOVEMENT_CHANGED] = { 2, 2000, 2500 }, [TIDE_MOVEMENT_REVALUED] = { 1, 700, 800 },
  [TIDE_MOVEMENT_SAME] = { 1, 4000, 4000 },
};

/* Worked by hand, and the parts are the whole to the last fen. */
static void
test_reasons (void)
{
  g_autoptr (TideSnapshot) snapshot = register_new ();
  g_autoptr (TideAsOf) from = look (snapshot, "2022");
  g_autoptr (TideAsOf) to = look (snapshot, "2023");
  g_autoptr (TideMovement) movement = tide_movement_new (from, to, TIDE_AMOUNT_KIND_AGREEMENT);
  TideMoney difference;

  for (guint i = 0; i < TIDE_N_MOVEMENTS; i++)
    {
      g_assert_cmpuint (movement->parts[i].rows->len, ==, expected[i].n);
      g_assert_cmpint (movement->parts[i].before->base.minor, ==, expected[i].before);
      g_assert_cmpint (movement->parts[i].after->base.minor, ==, expected[i].after);
    }
  g_assert_cmpint (movement->before->base.minor, ==, 14700);
  g_assert_cmpint (movement->after->base.minor, ==, 11300);
  g_assert_cmpuint (movement->before->n_counted, ==, 6);
  g_assert_cmpuint (movement->after->n_counted, ==, 6);
  g_assert_cmpuint (movement->after->n_excluded[TIDE_EXCLUSION_TERMINATED], ==, 1);
  g_assert_cmpuint (movement->after->n_unpriced, ==, 1);
  g_assert_true (tide_movement_get_difference (movement->before, movement->after, &difference));
  g_assert_cmpint (difference.minor, ==, -3400);
  g_assert_cmpuint (movement->changes.n_added, ==, 2);
}

static void
test_moves (void)
{
  g_autoptr (TideSnapshot) snapshot = register_new ();
  g_autoptr (TideAsOf) from = look (snapshot, "2022");
  g_autoptr (TideAsOf) to = look (snapshot, "2023");
  g_autoptr (TideMovement) movement = tide_movement_new (from, to, TIDE_AMOUNT_KIND_AGREEMENT);
  const TideMovementPart *move;
  const TideMovementRow *row;
  g_autoptr (TideStep) step = NULL;

  g_assert_cmpuint (movement->moves->len, ==, 1);
  move = g_ptr_array_index (movement->moves, 0);
  g_assert_cmpstr (move->from_stage, ==, "signed");
  g_assert_cmpstr (move->to_stage, ==, "started");
  g_assert_cmpint (move->after->base.minor, ==, 3000);

  row = &g_array_index (move->rows, TideMovementRow, 0);
  g_assert_cmpstr (tide_movement_get_project (movement, row, TRUE)->id, ==, "moved");
  step = tide_movement_new_step (movement, row);
  g_assert_cmpuint (step->edits->len, ==, 1);
}

/* Backwards, what was added is removed. */
static void
test_backwards (void)
{
  g_autoptr (TideSnapshot) snapshot = register_new ();
  g_autoptr (TideAsOf) from = look (snapshot, "2023");
  g_autoptr (TideAsOf) to = look (snapshot, "2022");
  g_autoptr (TideMovement) movement = tide_movement_new (from, to, TIDE_AMOUNT_KIND_AGREEMENT);

  g_assert_cmpuint (movement->parts[TIDE_MOVEMENT_REMOVED].rows->len, ==, 1);
  g_assert_cmpuint (movement->parts[TIDE_MOVEMENT_TERMINATED].rows->len, ==, 0);
  g_assert_cmpint (movement->before->base.minor, ==, 11300);
  g_assert_cmpint (movement->after->base.minor, ==, 14700);
}

static void
test_same (void)
{
  g_autoptr (TideSnapshot) snapshot = register_new ();
  g_autoptr (TideAsOf) now = look (snapshot, NULL);
  g_autoptr (TideMovement) movement = tide_movement_new (now, now, TIDE_AMOUNT_KIND_AGREEMENT);

  g_assert_cmpuint (movement->parts[TIDE_MOVEMENT_SAME].rows->len, ==, 7);
  g_assert_true (tide_step_is_empty (movement->step));
}

static void
add_random_amounts (TidePayload *project, GRand *rand)
{
  static const char *const currencies[] = { "CNY", "USD", "GBP" };

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      g_autofree char *value = g_strdup_printf ("%d.%02d", g_rand_int_range (rand, -100, 100000),
                                                g_rand_int_range (rand, 0, 100));
      g_autofree char *date = g_strdup_printf ("%d", g_rand_int_range (rand, 2020, 2025));

      add_amount (project, value, currencies[g_rand_int_range (rand, 0, 3)], date);
    }
}

static TideSnapshot *
random_new (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TideSnapshot *snapshot = tide_test_snapshot_new ();

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%03u", i);
      TidePayload *project = project_new (id);

      for (int year = g_rand_int_range (rand, 2019, 2026); year < 2025;
           year += g_rand_int_range (rand, 1, 4))
        {
          g_autofree char *date = g_strdup_printf ("%d", year);

          add_stage (project, year % 2 ? "signed" : "started", date);
        }
      if (g_rand_int_range (rand, 0, 5) == 0)
        add_status (project, "terminated", "2023");
      add_random_amounts (project, rand);
      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
    }
  tide_test_snapshot_add_rate (snapshot, "USD", "2021-06-30", "6.4601");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023-06-30", "7.2258");

  return snapshot;
}

/* For registers of all kinds: before, and what became of each, is after, exactly; each project is
 * in one part. */
static void
test_adds_up (gconstpointer data)
{
  g_autoptr (TideSnapshot) snapshot = random_new (GPOINTER_TO_UINT (data));
  g_autoptr (TideAsOf) from = look (snapshot, "2021");
  g_autoptr (TideAsOf) to = look (snapshot, "2024-06");
  g_autoptr (TideMovement) movement = tide_movement_new (from, to, TIDE_AMOUNT_KIND_AGREEMENT);
  gint64 sum = movement->before->base.minor;
  guint n_before = 0;
  guint n_after = 0;
  guint n_moved = 0;

  for (guint i = 0; i < TIDE_N_MOVEMENTS; i++)
    {
      const TideMovementPart *part = &movement->parts[i];
      TideMoney difference;

      g_assert_true (tide_movement_get_difference (part->before, part->after, &difference));
      sum += difference.minor;
      n_before += part->before->n_counted;
      n_after += part->after->n_counted;
    }
  for (guint i = 0; i < movement->moves->len; i++)
    n_moved += ((TideMovementPart *) g_ptr_array_index (movement->moves, i))->rows->len;

  g_assert_cmpint (sum, ==, movement->after->base.minor);
  g_assert_cmpuint (n_before, ==, movement->before->n_counted);
  g_assert_cmpuint (n_after, ==, movement->after->n_counted);
  g_assert_cmpuint (n_moved, ==, movement->parts[TIDE_MOVEMENT_MOVED].rows->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/movement/reasons", test_reasons);
  g_test_add_func ("/movement/moves", test_moves);
  g_test_add_func ("/movement/backwards", test_backwards);
  g_test_add_func ("/movement/same", test_same);
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/movement/adds-up/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_adds_up);
    }

  return g_test_run ();
}
