/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing and sorting on one register, beside what GTK offers for it. */

#include "tide-bench-register.h"
#include "tide-bench-table.h"
#include "ui/lists/tide-view.h"

#include <string.h>

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* Lets the thread make everything ready. Returns how long the longest turn of the main loop took.
 */
static double
wait_until_ready (TideView *view, double *total)
{
  const gint64 start = g_get_monotonic_time ();
  double longest = 0;

  while (tide_view_get_busy (view))
    {
      const gint64 turn = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, get_milliseconds_since (turn));
      else
        g_usleep (500);
    }
  *total = get_milliseconds_since (start);

  return longest;
}

static char *
dup_name (TideProject *project, gpointer data)
{
  return g_strdup (tide_text_get (&tide_project_get_payload (project)->name, TIDE_LANGUAGE_EN));
}

static GtkExpression *
create_name_expression (void)
{
  return gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_name), NULL,
                                      NULL);
}

static GListModel *
ref_projects (TideRegister *reg)
{
  return g_object_ref (G_LIST_MODEL (tide_register_get_list (reg, TIDE_RECORD_PROJECT)));
}

static double
type_into_view (TideView *view, const char *text)
{
  g_autoptr (TidePayload) filter = &tide_filter_new ()->base;
  gint64 start = g_get_monotonic_time ();

  tide_filter_set_text ((TideFilter *) filter, text);
  tide_view_set_filter (view, TIDE_FILTER (tide_payload_seal (filter)));

  return get_milliseconds_since (start);
}

static double
type_into_filter (GtkStringFilter *filter, const char *text)
{
  gint64 start = g_get_monotonic_time ();

  gtk_string_filter_set_search (filter, text);

  return get_milliseconds_since (start);
}

static void
bench_filter (TideRegister *reg)
{
  static const char *const texts[] = { "m", "ma", "mag", "magn", "magne", "magn", "mag", "芯片" };
  g_autoptr (TideView) view = tide_view_new (reg);
  GtkStringFilter *filter = gtk_string_filter_new (create_name_expression ());
  g_autoptr (GtkFilterListModel) model
      = gtk_filter_list_model_new (ref_projects (reg), GTK_FILTER (filter));
  const double early = type_into_view (view, "x");
  double worst = 0, mean = 0, theirs = type_into_filter (filter, "x");
  double total, longest;

  tide_bench_table_begin ("search in all texts", "GtkStringFilter");
  tide_bench_table_add ("a key at once, answered once ready", early, theirs, "ms", "ours 33 ms");
  theirs = 0;
  longest = wait_until_ready (view, &total);
  tide_bench_table_add ("main loop held while all is made ready", longest, total, "ms",
                        "ours 16 ms");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double time = type_into_view (view, texts[i]);

      mean += time / G_N_ELEMENTS (texts);
      worst = MAX (worst, time);
      theirs += type_into_filter (filter, texts[i]) / G_N_ELEMENTS (texts);
    }
  tide_bench_table_add ("a key, mean", mean, theirs, "ms", "ours 33 ms");
  tide_bench_table_add ("a key, worst", worst, theirs, "ms", "ours 33 ms");
}

static double
sort_by (TideView *view, TideOrderKey key, gboolean descending)
{
  const TideOrder order = {
    .key = key,
    .descending = descending,
    .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
    .language = tide_language_get_default (),
  };
  const gint64 start = g_get_monotonic_time ();

  tide_view_set_order (view, &order);

  return get_milliseconds_since (start);
}

static void
bench_sort (TideRegister *reg)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TideView) view = tide_view_new (reg);
  const double making = get_milliseconds_since (start);
  g_autoptr (GtkSortListModel) model = gtk_sort_list_model_new (ref_projects (reg), NULL);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_string_sorter_new (create_name_expression ()));
  gint64 their_start;
  double theirs, total;

  wait_until_ready (view, &total);
  their_start = g_get_monotonic_time ();
  gtk_sort_list_model_set_sorter (model, sorter);
  theirs = get_milliseconds_since (their_start);

  tide_bench_table_begin ("click on a header", "GtkStringSorter");
  tide_bench_table_add ("a view of all, unsorted", making, theirs, "ms", "");
  tide_bench_table_add ("everything ready, in a thread", total, theirs, "ms", "");
  tide_bench_table_add ("text, the first time", sort_by (view, TIDE_ORDER_NUMBER, FALSE), theirs,
                        "ms", "ours 150 ms");
  tide_bench_table_add ("amount", sort_by (view, TIDE_ORDER_AMOUNT, FALSE), theirs, "ms",
                        "ours 35 ms");
  tide_bench_table_add ("the same in reverse", sort_by (view, TIDE_ORDER_AMOUNT, TRUE), theirs,
                        "ms", "ours 35 ms");
  tide_bench_table_add ("by name again", sort_by (view, TIDE_ORDER_NAME, FALSE), theirs, "ms",
                        "ours 35 ms");
}

/* bench-view filter|sort PROJECTS */
int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (TideRegister *reg);
  } parts[] = {
    { "filter", bench_filter },
    { "sort", bench_sort },
  };
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) reg = NULL;

  g_assert_cmpint (argc, ==, 3);
  snapshot = tide_bench_register_new ((guint) g_ascii_strtoull (argv[2], NULL, 10));
  reg = tide_register_new_from_snapshot (snapshot, clock, "Bench");

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].name, argv[1]) == 0)
      parts[i].run (reg);

  return 0;
}
