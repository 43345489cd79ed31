/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop is held while Down is held in the list of projects, and once it is let go:
 * with the details of the project beside the list, and without. */

#include "tide-bench-register.h"
#include "tide-bench-table.h"
#include "tide-test-widgets.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/tide-ui.h"

#define N_ROUNDS 5u
#define N_STEPS 20u
/* How often a key that is held down comes, in milliseconds. */
#define REPEAT 33
/* Until the details are shown, and painted. */
#define REST 600

/* In milliseconds: the longest turn of the main loop, the mean of all steps and of all times that
 * the key is let go. */
typedef struct
{
  double step;
  double rest;
} Held;

static double
get_time (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

/* Returns the longest turn of the main loop within so many milliseconds. */
static double
iterate_for (gint64 milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * 1000;
  double longest = 0;

  while (g_get_monotonic_time () < end)
    {
      const double turn = get_time ();

      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, get_time () - turn);
      else
        g_usleep (500);
    }

  return longest;
}

static double
step_down (GtkColumnView *list)
{
  static guint position = 0;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (list)));
  const double start = get_time ();
  double held;

  gtk_column_view_scroll_to (list, position++ % n, NULL,
                             GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  held = get_time () - start;

  return MAX (held, iterate_for (REPEAT));
}

static Held
hold_down (GtkColumnView *list)
{
  Held held = { 0 };

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      for (guint j = 0; j < N_STEPS; j++)
        held.step += step_down (list) / (N_ROUNDS * N_STEPS);
      held.rest += iterate_for (REST) / N_ROUNDS;
    }

  return held;
}

/* bench-details PROJECTS */
int
main (int argc, char **argv)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) reg = NULL;
  GtkWidget *window, *page;
  GtkColumnView *list;
  Held without, with;

  g_assert_cmpint (argc, ==, 2);
  gtk_init ();
  adw_init ();
  tide_ui_init ();
  snapshot = tide_bench_register_new ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  reg = tide_register_new_from_snapshot (snapshot, clock, "Bench");
  window = gtk_window_new ();
  page = g_object_new (TIDE_TYPE_PROJECTS_PAGE, "register", reg, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  iterate_for (3000);
  list = GTK_COLUMN_VIEW (tide_test_find_child (page, GTK_TYPE_COLUMN_VIEW));

  without = hold_down (list);
  gtk_widget_activate_action (page, "project.show-details", NULL);
  iterate_for (REST);
  with = hold_down (list);

  tide_bench_table_begin ("main loop held with the details open", "closed");
  tide_bench_table_add ("a step while Down is held", with.step, without.step, "ms", "ours 16 ms");
  tide_bench_table_add ("once it is let go", with.rest, without.rest, "ms", "ours 16 ms");
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
