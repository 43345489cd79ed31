/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All quality checks on one register, whole and after one change, beside reading two properties of
 * each project. */

#include "core/tide-checks.h"
#include "core/tide-register.h"
#include "tide-bench-register.h"

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static double
run_checks (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  gint64 start = g_get_monotonic_time ();

  tide_snapshot_get_checks (snapshot);

  return get_milliseconds_since (start);
}

static void
change_one (TideRegister *reg)
{
  TideRecord *project = tide_list_get (tide_register_get_list (reg, TIDE_RECORD_PROJECT), 0);
  const TidePayload *before = tide_record_get_payload (project);
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = NULL;

  tide_payload_set_string (&((TideProjectPayload *) after)->notes, "changed");
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
  g_assert_true (tide_register_apply (reg, step, NULL));
}

static double
read_properties (TideRegister *reg)
{
  GListModel *projects = G_LIST_MODEL (tide_register_get_list (reg, TIDE_RECORD_PROJECT));
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < g_list_model_get_n_items (projects); i++)
    {
      g_autoptr (GObject) project = g_list_model_get_item (projects, i);
      g_autoptr (GPtrArray) amounts = NULL;
      g_autofree char *division = NULL;

      g_object_get (project, "amounts", &amounts, "division", &division, NULL);
    }

  return get_milliseconds_since (start);
}

/* bench-checks PROJECTS */
int
main (int argc, char **argv)
{
  g_autoptr (TideSnapshot) made = NULL;
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) reg = NULL;
  double whole, changed, theirs;

  g_assert_cmpint (argc, ==, 2);
  made = tide_bench_register_new ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  reg = tide_register_new_from_snapshot (made, clock, NULL);

  whole = run_checks (reg);
  change_one (reg);
  changed = run_checks (reg);
  theirs = read_properties (reg);
  g_print ("all checks: %.1f ms, after one change %.1f ms, against %.1f ms by reading two "
           "properties of each, ratios %.2f and %.2f\n",
           whole, changed, theirs, whole / theirs, changed / theirs);

  return 0;
}
