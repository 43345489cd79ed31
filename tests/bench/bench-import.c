/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-bench-import.h"

#include <stdlib.h>
#include <sys/resource.h>

/* A table of so many projects: how long a trial takes, how long the same once more over a register
 * that has them all, how long the step takes to apply, and how much memory all of it takes beside
 * the text of the table. */

static TideImportTrial *
try (const char *what, TideRegister *reg, TideClock *clock, const TideTable *table)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (TideImportPlan) plan = tide_bench_import_new_plan (table, snapshot);
  TideImportTrial *trial;

  g_print ("guess of the columns: %.2f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
  start = g_get_monotonic_time ();
  trial = tide_import_trial_new (plan, table, snapshot, clock, NULL, NULL, NULL, NULL);
  g_print ("%s: %.2f s: %u new, %u changed, %u unchanged, %u refused\n", what,
           (double) (g_get_monotonic_time () - start) / 1e6,
           tide_import_trial_count (trial, TIDE_IMPORT_CREATED),
           tide_import_trial_count (trial, TIDE_IMPORT_UPDATED),
           tide_import_trial_count (trial, TIDE_IMPORT_UNCHANGED),
           tide_import_trial_count (trial, TIDE_IMPORT_REFUSED));

  return trial;
}

static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) usage.ru_maxrss / 1024;
}

int
main (int argc, char *argv[])
{
  const guint n = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  const double at_first = get_peak ();
  gsize size = 0;
  g_autoptr (TideTable) table = tide_bench_import_new_table (n, &size);
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) reg = tide_bench_import_new_register (clock);
  g_autoptr (TideImportTrial) trial = try ("trial", reg, clock, table);
  g_autoptr (TideImportTrial) again = NULL;
  gint64 start;

  g_print ("memory of the trial: %.0f MB of a table of %.1f MB\n", get_peak () - at_first,
           (double) size / 1048576);
  start = g_get_monotonic_time ();
  tide_register_apply (reg, tide_import_trial_get_step (trial), NULL);
  g_print ("applying: %.2f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
  g_print ("memory: %.0f MB of a table of %.1f MB: %.1f times\n", get_peak () - at_first,
           (double) size / 1048576, (get_peak () - at_first) / ((double) size / 1048576));
  again = try ("the same again", reg, clock, table);

  return EXIT_SUCCESS;
}
