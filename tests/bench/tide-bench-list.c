/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-bench-list.h"

#include <time.h>

/* Nothing more comes once nothing has for so long, in milliseconds. */
#define QUIET 200

void
tide_bench_list_init (TideBenchList *self, TideRegister *reg)
{
  *self = (TideBenchList) { .reg = reg, .view = tide_view_new (NULL) };
  self->groups = tide_project_groups_new (self->view);
  self->selection
      = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->groups))));
  self->totals = tide_project_totals_new (self->groups, self->selection);
}

void
tide_bench_list_clear (TideBenchList *self)
{
  g_object_unref (self->totals);
  g_object_unref (self->selection);
  g_object_unref (self->groups);
  g_object_unref (self->view);
}

/* In milliseconds of this thread alone, whatever else the machine does. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static gboolean
is_busy (TideBenchList *self, gint64 last)
{
  return self->n_pending > 0 || tide_view_get_busy (self->view)
         || (double) (g_get_monotonic_time () - last) / 1000 < QUIET;
}

/* Returns the longest turn of the main loop until nothing more is to be done, in milliseconds. */
double
tide_bench_list_settle (TideBenchList *self)
{
  gint64 last = g_get_monotonic_time ();
  double longest = 0;

  while (is_busy (self, last))
    {
      const double turn = get_time ();
      double end;

      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (500);
          continue;
        }
      end = get_time ();
      last = g_get_monotonic_time ();
      longest = MAX (longest, end - turn);
    }

  return longest;
}

/* Returns how long the act itself, or the longest turn after it, takes. */
double
tide_bench_list_hold (TideBenchList *self, TideBenchAct act)
{
  const double start = get_time ();
  double time, later;

  act (self);
  time = get_time () - start;
  later = tide_bench_list_settle (self);

  return MAX (time, later);
}
