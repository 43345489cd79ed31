/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From exec to the first frame, to the rows of a register, and the memory that stays, beside the
 * smallest program. */

#include "tide-bench-table.h"

#include <gio/gio.h>
#include <stdio.h>
#include <unistd.h>

#define N_ROUNDS 3

typedef struct
{
  double first;    /* milliseconds */
  double rows;     /* milliseconds */
  double resident; /* megabytes */
} Start;

static void
run_once (const char *probe, const char *const *argv, guint n_rows, Start *best)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = g_strdup_printf ("%u", n_rows);
  g_autofree char *start = NULL;
  char answer[100] = { 0 };
  gint64 first, shown, resident;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  start = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", probe, TRUE);
  g_subprocess_launcher_setenv (launcher, "TIDELINE_BENCH_START", start, TRUE);
  g_subprocess_launcher_setenv (launcher, "TIDELINE_BENCH_ROWS", rows, TRUE);
  g_subprocess_launcher_take_fd (launcher, ends[1], 3);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_clear_object (&launcher);

  g_assert_cmpint (read (ends[0], answer, sizeof answer - 1), >, 0);
  close (ends[0]);
  g_assert_cmpint (sscanf (answer, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                           &first, &shown, &resident),
                   ==, 3);
  best->first = MIN (best->first, (double) first / 1000);
  best->rows = MIN (best->rows, (double) shown / 1000);
  best->resident = MIN (best->resident, (double) resident / 1e6);
}

/* bench-start PROBE SMALLEST TIDELINE FILE-OF-FEW FILE-OF-MANY ROWS-OF-MANY */
int
main (int argc, char **argv)
{
  Start smallest = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  Start alone = smallest, few = smallest, many = smallest;

  g_assert_cmpint (argc, ==, 7);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const char *const reference[] = { argv[2], NULL };
      const char *const ours[] = { argv[3], NULL };
      const char *const with_few[] = { argv[3], argv[4], NULL };
      const char *const with_many[] = { argv[3], argv[5], NULL };

      run_once (argv[1], reference, 0, &smallest);
      run_once (argv[1], ours, 0, &alone);
      run_once (argv[1], with_few, 1, &few);
      run_once (argv[1], with_many, (guint) g_ascii_strtoull (argv[6], NULL, 10), &many);
    }

  tide_bench_table_begin ("start", "smallest");
  tide_bench_table_add ("exec to the first frame", alone.first, smallest.first, "ms", "1.35");
  tide_bench_table_add ("exec to the rows of 100", few.rows, smallest.first, "ms", "");
  tide_bench_table_add ("exec to the rows of 100,000", many.rows, smallest.first, "ms", "1.7");
  tide_bench_table_add ("resident, 100", few.resident, smallest.resident, "MB", "1.15");
  tide_bench_table_add ("resident, 100,000", many.resident, smallest.resident, "MB", "2.2");

  return 0;
}
