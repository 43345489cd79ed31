/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to write a briefing of a large register, to lay it out, and to check a long
 * text against that register; how much memory, and how soon each stops that is cancelled. */

#include "brief/tide-briefing-writer.h"
#include "brief/tide-reading-render.h"
#include "report/tide-printout.h"
#include "tide-bench-register.h"
#include "tide-bench-table.h"

#include <gtk/gtk.h>
#include <stdio.h>
#include <string.h>

#define TEXT_SIZE (1024 * 1024)
/* Between two moments at which it is cancelled, in milliseconds. */
#define CANCEL_STEP 100

static const TidePrintoutStyle style = { .paper = TIDE_PAPER_A4, .tells_sources = TRUE };

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* In MiB: a line of what the system says of the program. */
static double
get_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, name);

  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) / 1024 : 0;
}

/* The peak begins anew. */
static double
begin_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file != NULL)
    {
      fputs ("5", file);
      fclose (file);
    }

  return get_memory ("VmRSS:");
}

static TideBriefing *
write_briefing (TideSnapshot *snapshot, TideLanguage language, GCancellable *cancellable)
{
  g_autoptr (TideBriefingOptions) options = tide_briefing_options_new ();

  options->language = language;

  return tide_briefing_write (snapshot, options, cancellable, NULL);
}

/* The briefing, said again and again, with figures of its own in between. */
static char *
create_text (TideSnapshot *snapshot)
{
  g_autoptr (TideBriefing) en = write_briefing (snapshot, TIDE_LANGUAGE_EN, NULL);
  g_autoptr (TideBriefing) zh = write_briefing (snapshot, TIDE_LANGUAGE_ZH, NULL);
  g_autofree char *first = tide_briefing_dup_text (en, NULL);
  g_autofree char *second = tide_briefing_dup_text (zh, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; text->len < TEXT_SIZE; i++)
    g_string_append_printf (text, "%s\nIn 20%02u, %u projects were worth %u.5 billion yuan.\n%s\n",
                            first, i % 30, i + 2, i + 1, second);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What is stopped --------------------------------------------------------------------------- */

typedef struct
{
  TideSnapshot *snapshot;
  const char *text;
  TideReading *reading;
  GCancellable *cancellable;
} Work;

typedef void (*Act) (Work *work);

static void
act_write (Work *work)
{
  TideBriefing *briefing = write_briefing (work->snapshot, TIDE_LANGUAGE_EN, work->cancellable);

  g_clear_pointer (&briefing, tide_briefing_unref);
}

static void
act_check (Work *work)
{
  TideReading *reading
      = tide_reading_new (work->text, work->snapshot, NULL, NULL, work->cancellable, NULL);

  g_clear_pointer (&reading, tide_reading_unref);
}

static void
act_lay_out (Work *work)
{
  TidePrintout *printout
      = tide_printout_new_reading (work->reading, "Text", &style, work->cancellable, NULL);

  g_clear_pointer (&printout, tide_printout_unref);
}

static void
act_write_html (Work *work)
{
  g_autofree char *html = tide_reading_dup_html (work->reading);

  g_assert_nonnull (html);
}

static double
measure (Work *work, Act act)
{
  const gint64 start = g_get_monotonic_time ();

  act (work);

  return get_milliseconds_since (start);
}

typedef struct
{
  Work *work;
  Act act;
  gint64 end; /* when it was done */
} Attempt;

static gpointer
attempt_in_thread (gpointer data)
{
  Attempt *attempt = data;

  attempt->act (attempt->work);
  attempt->end = g_get_monotonic_time ();

  return NULL;
}

/* How long after it was cancelled it is done; less than 0 for what was done before. */
static double
cancel_after (Work *work, Act act, guint milliseconds)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Attempt attempt = { .work = work, .act = act };
  GThread *thread;
  gint64 cancelled;

  work->cancellable = cancellable;
  thread = g_thread_new ("attempt", attempt_in_thread, &attempt);
  g_usleep (milliseconds * 1000);
  cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  work->cancellable = NULL;

  return (double) (attempt.end - cancelled) / 1000;
}

/* The longest of all moments at which it can be cancelled. */
static double
cancel (Work *work, Act act)
{
  double longest = 0;
  double time = 0;

  for (guint after = CANCEL_STEP; time >= 0; after += CANCEL_STEP)
    {
      time = cancel_after (work, act, after);
      longest = MAX (longest, time);
    }

  return longest;
}

/* bench-brief PROJECTS */
int
main (int argc, char **argv)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autofree char *text = NULL;
  Work work = { 0 };
  double before;

  g_assert_cmpint (argc, ==, 2);
  gtk_init_check ();
  snapshot = tide_bench_register_new ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  work.snapshot = snapshot;

  tide_bench_table_begin ("briefings", "none");
  before = begin_peak ();
  tide_bench_table_add_ours ("writing one", measure (&work, act_write), "ms", "1,000 ms");
  tide_bench_table_add_ours ("memory for it", get_memory ("VmHWM:") - before, "MiB", "100 MiB");
  tide_bench_table_add_ours ("stopping that", cancel (&work, act_write), "ms", "1,000 ms");

  work.text = text = create_text (snapshot);
  before = begin_peak ();
  tide_bench_table_add_ours ("checking 1 MiB", measure (&work, act_check), "ms", "10,000 ms");
  tide_bench_table_add_ours ("memory for it", get_memory ("VmHWM:") - before, "MiB", "200 MiB");
  tide_bench_table_add_ours ("stopping that", cancel (&work, act_check), "ms", "1,000 ms");

  work.reading = tide_reading_new (text, snapshot, NULL, NULL, NULL, NULL);
  g_print ("%u findings\n", tide_reading_get_findings (work.reading)->len);
  tide_bench_table_add_ours ("its HTML", measure (&work, act_write_html), "ms", "1,000 ms");
  before = begin_peak ();
  tide_bench_table_add_ours ("its pages", measure (&work, act_lay_out), "ms", "20,000 ms");
  tide_bench_table_add_ours ("memory for them", get_memory ("VmHWM:") - before, "MiB", "200 MiB");
  tide_bench_table_add_ours ("stopping that", cancel (&work, act_lay_out), "ms", "1,000 ms");
  tide_reading_unref (work.reading);

  return 0;
}
