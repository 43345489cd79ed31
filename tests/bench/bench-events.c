/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop is held by what is done at events, beside a register of so few projects
 * that none of it comes from them. */

#include "tide-bench-register.h"
#include "tide-bench-table.h"
#include "tide-test-widgets.h"
#include "core/tide-placeholders.h"
#include "ui/pages/tide-events-page.h"
#include "ui/tide-ui.h"

#include <time.h>

/* The best of so many is what the program takes, the others what the machine does beside. */
#define N_ROUNDS 5
#define N_FEW 100
/* Nothing more comes once nothing has for so long, in milliseconds. */
#define QUIET 400
#define EVENT "fair-2012"
/* More than its projects, so that placeholders are missing. */
#define N_DECLARED 1000000

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  GtkWidget *page;
  AdwNavigationView *view;
} Bench;

typedef void (*Act) (Bench *bench);

/* In milliseconds of this thread alone, whatever else the machine does. */
static double
get_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* Returns the longest turn of the main loop until nothing more is to be done, in milliseconds. */
static double
settle (void)
{
  gint64 last = g_get_monotonic_time ();
  double longest = 0;

  while (g_get_monotonic_time () - last < QUIET * 1000)
    {
      const double turn = get_time ();

      if (!g_main_context_iteration (NULL, FALSE))
        {
          g_usleep (500);
          continue;
        }
      last = g_get_monotonic_time ();
      longest = MAX (longest, get_time () - turn);
    }

  return longest;
}

static double
hold (Bench *bench, Act act)
{
  const double start = get_time ();
  double time, later;

  act (bench);
  time = get_time () - start;
  later = settle ();

  return MAX (time, later);
}

/* What is done ------------------------------------------------------------------------------- */

static void
declare (Bench *bench)
{
  const TidePayload *before = tide_register_lookup_payload (bench->reg, TIDE_RECORD_EVENT, EVENT);
  TidePayload *after = tide_payload_copy (before);
  TideEventPayload *event = (TideEventPayload *) after;
  g_autoptr (TideStep) step = NULL;

  event->declared = tide_payload_new (tide_shape_find (after->shape, "declared")->shape, NULL);
  ((TideDeclared *) event->declared)->projects = (TideCount) { N_DECLARED, TRUE };
  step = tide_register_new_change_step (bench->reg, TIDE_RECORD_EVENT, before,
                                        tide_payload_seal (after));
  if (!tide_register_apply (bench->reg, step, NULL))
    g_assert_not_reached ();
}

static void
show_events (Bench *bench)
{
  bench->page = g_object_new (TIDE_TYPE_EVENTS_PAGE, "register", bench->reg, NULL);
  bench->view = ADW_NAVIGATION_VIEW (tide_test_find_child (bench->page, ADW_TYPE_NAVIGATION_VIEW));
  adw_window_set_content (ADW_WINDOW (bench->window), bench->page);
}

static void
show_event (Bench *bench)
{
  tide_events_page_show_event (TIDE_EVENTS_PAGE (bench->page), EVENT);
}

static void
compare (Bench *bench)
{
  gtk_widget_activate_action (bench->page, "events.compare", NULL);
}

static void
go_back (Bench *bench)
{
  adw_navigation_view_pop (bench->view);
}

static void
ask (Bench *bench)
{
  gtk_widget_activate_action (GTK_WIDGET (adw_navigation_view_get_visible_page (bench->view)),
                              "event.add-placeholders", NULL);
}

/* What the question does before it is asked, and again once it is answered. */
static void
make_placeholders (Bench *bench)
{
  g_autoptr (GPtrArray) placeholders
      = tide_placeholders_new (bench->reg, EVENT, TIDE_MAX_PLACEHOLDERS, TIDE_STAGE_SIGNED);

  g_assert_cmpuint (placeholders->len, ==, TIDE_MAX_PLACEHOLDERS);
}

static AdwDialog *
get_dialog (Bench *bench)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (bench->window));
}

static void
close_question (Bench *bench)
{
  adw_dialog_force_close (get_dialog (bench));
}

/* How long ----------------------------------------------------------------------------------- */

enum
{
  EVENTS,
  ONE_EVENT,
  COMPARISON,
  QUESTION,
  PLACEHOLDERS,
  N_PARTS,
};

static void
run_round (Bench *bench, double best[N_PARTS])
{
  best[EVENTS] = MIN (best[EVENTS], hold (bench, show_events));
  best[ONE_EVENT] = MIN (best[ONE_EVENT], hold (bench, show_event));
  best[QUESTION] = MIN (best[QUESTION], hold (bench, ask));
  hold (bench, close_question);
  best[PLACEHOLDERS] = MIN (best[PLACEHOLDERS], hold (bench, make_placeholders));
  hold (bench, go_back);
  best[COMPARISON] = MIN (best[COMPARISON], hold (bench, compare));
  hold (bench, go_back);
}

static void
run (guint n_projects, double best[N_PARTS])
{
  g_autoptr (TideSnapshot) snapshot = tide_bench_register_new (n_projects);
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) reg = tide_register_new_from_snapshot (snapshot, clock, "Bench");
  Bench bench = { .reg = reg, .window = adw_window_new () };

  for (guint i = 0; i < N_PARTS; i++)
    best[i] = G_MAXDOUBLE;
  declare (&bench);
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 1200, 800);
  gtk_window_present (GTK_WINDOW (bench.window));
  settle ();
  for (guint i = 0; i < N_ROUNDS; i++)
    run_round (&bench, best);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  settle ();
}

/* bench-events PROJECTS */
int
main (int argc, char **argv)
{
  static const char *const names[N_PARTS]
      = { "the page of events", "the page of one event", "the comparison of all",
          "the question about placeholders", "placeholders alone" };
  double few[N_PARTS], many[N_PARTS];

  g_assert_cmpint (argc, ==, 2);
  gtk_init ();
  adw_init ();
  tide_ui_init ();
  run (N_FEW, few);
  run ((guint) g_ascii_strtoull (argv[1], NULL, 10), many);

  tide_bench_table_begin ("main loop held by", "of 100");
  for (guint i = 0; i < N_PARTS; i++)
    tide_bench_table_add (names[i], many[i], few[i], "ms", "16 ms more");

  return 0;
}
