/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text of a megabyte, of reports and of names of projects, checked against a large register: how
 * long it takes, how often it tells how far it is, and how long it goes on when it is cancelled. */

#include "brief/tide-reading.h"
#include "tide-bench-register.h"

#include <time.h>

#define BYTES (1000 * 1000)
#define CANCELS 24

/* When it was told how far it is. */
typedef struct
{
  gint64 last;
  gint64 longest;
  guint n;
} Watch;

/* Cancels after a while, and notes when. */
typedef struct
{
  GCancellable *cancellable;
  gint64 after;
  gint64 at;
} Cancel;

static void
on_progress (double fraction, gpointer data)
{
  Watch *watch = data;
  const gint64 now = g_get_monotonic_time ();

  watch->longest = MAX (watch->longest, now - watch->last);
  watch->last = now;
  watch->n++;
}

/* Reports one after another, each followed by names of projects. */
static char *
make_text (TideSnapshot *snapshot, char **reports)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GString *text = g_string_new (NULL);

  for (guint i = 0, place = 0; text->len < BYTES; i++)
    {
      g_string_append (text, reports[i % g_strv_length (reports)]);
      for (guint j = 0; j < 20; j++, place = (place + 7919) % projects->len)
        {
          const TideProjectPayload *project = g_ptr_array_index (projects, place);

          g_string_append_printf (text, "%s: an agreement of %u million yuan and %u jobs.\n",
                                  tide_text_get (&project->name, TIDE_LANGUAGE_EN), 100 + place,
                                  50 + place);
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}

static gpointer
cancel (gpointer data)
{
  Cancel *self = data;

  g_usleep ((gulong) self->after);
  self->at = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);

  return NULL;
}

/* Returns: how long it went on, in microseconds; −1 if it was done before */
static gint64
read_cancelled (const char *text, TideSnapshot *snapshot, gint64 after)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Cancel timer = { .cancellable = cancellable, .after = after };
  GThread *thread = g_thread_new ("cancel", cancel, &timer);
  g_autoptr (TideReading) reading
      = tide_reading_new (text, snapshot, NULL, NULL, cancellable, NULL);
  const gint64 end = g_get_monotonic_time ();

  g_thread_join (thread);

  return reading == NULL ? end - timer.at : -1;
}

/* bench-reading PROJECTS REPORT… */
int
main (int argc, char **argv)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideReading) reading = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) reports = NULL;
  g_autofree char *text = NULL;
  Watch watch = { 0 };
  gint64 start, whole, longest = 0;
  guint n_cancelled = 0;
  clock_t clock_start, busy;

  g_assert_cmpint (argc, >, 2);
  snapshot = tide_bench_register_new ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  for (int i = 2; i < argc; i++)
    {
      g_autofree char *report = NULL;

      g_assert_true (g_file_get_contents (argv[i], &report, NULL, NULL));
      g_strv_builder_add (builder, report);
    }
  reports = g_strv_builder_end (builder);
  text = make_text (snapshot, reports);

  clock_start = clock ();
  start = watch.last = g_get_monotonic_time ();
  reading = tide_reading_new (text, snapshot, on_progress, &watch, NULL, NULL);
  whole = g_get_monotonic_time () - start;
  busy = clock () - clock_start;
  for (guint i = 0; i < CANCELS; i++)
    {
      const gint64 went_on = read_cancelled (text, snapshot, whole * i / CANCELS);

      n_cancelled += went_on >= 0;
      longest = MAX (longest, went_on);
    }
  g_print ("%u findings in %.0f ms, %.0f of them busy; told %u times, at most %.0f ms apart; "
           "cancelled %u "
           "times, each within %.0f ms\n",
           tide_reading_get_findings (reading)->len, (double) whole / 1000,
           (double) busy * 1000 / CLOCKS_PER_SEC, watch.n, (double) watch.longest / 1000,
           n_cancelled, (double) longest / 1000);

  return 0;
}
