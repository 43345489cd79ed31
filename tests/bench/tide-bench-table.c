/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-bench-table.h"

void
tide_bench_table_begin (const char *what, const char *reference)
{
  g_print ("\n%-42s %12s %12s %8s  %s\n", what, "ours", reference, "ratio", "goal");
}

void
tide_bench_table_add (
    const char *what, double ours, double theirs, const char *unit, const char *goal)
{
  g_autofree char *left = g_strdup_printf ("%.1f %s", ours, unit);
  g_autofree char *right = g_strdup_printf ("%.1f %s", theirs, unit);

  g_print ("%-42s %12s %12s %8.2f  %s\n", what, left, right, ours / theirs, goal);
}

void
tide_bench_table_add_ours (const char *what, double ours, const char *unit, const char *goal)
{
  g_autofree char *left = g_strdup_printf ("%.1f %s", ours, unit);

  g_print ("%-42s %12s %12s %8s  %s\n", what, left, "", "", goal);
}
