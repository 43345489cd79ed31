/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typing and sorting on one register, beside what GTK offers for it; and how long the main loop is
 * held by what the list of projects does. */

#include "tide-bench-list.h"
#include "tide-bench-register.h"
#include "tide-bench-table.h"
#include "tide-test-register.h"

#include <string.h>

/* The best of so many is what the program takes, the others what the machine does beside. */
#define N_ROUNDS 5

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
  static const char *const texts[] = { "m",   "ma",   "mag",  "magn",    "magne",   "magn",
                                       "mag", "芯片", "xinp", "xinpian", "xipnian", "magent" };
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

/* How long the loop is held ------------------------------------------------------------------- */

static void
add_held (const char *what, TideBenchList *list, TideBenchList *alone, TideBenchAct act)
{
  double ours = G_MAXDOUBLE, theirs = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const double time = tide_bench_list_hold (list, act);
      const double time_alone = tide_bench_list_hold (alone, act);

      ours = MIN (ours, time);
      theirs = MIN (theirs, time_alone);
    }
  tide_bench_table_add (what, ours, theirs, "ms", "ours 16 ms");
}

static void
empty (TideBenchList *list)
{
  tide_view_set_register (list->view, NULL);
}

static void
fill (TideBenchList *list)
{
  tide_view_set_register (list->view, list->reg);
}

static void
refill (TideBenchList *list)
{
  empty (list);
  tide_bench_list_settle (list);
  fill (list);
}

static void
group (TideBenchList *list)
{
  tide_view_set_group_by (list->view, (TideGroupBy) (1 + list->n_done++ % (TIDE_N_GROUP_BYS - 1)));
}

static void
filter_by_stage (TideBenchList *list)
{
  g_autoptr (TidePayload) filter = &tide_filter_new ()->base;

  tide_filter_add ((TideFilter *) filter, "stages", list->n_done++ % 2 == 0 ? "signed" : "lead");
  tide_view_set_filter (list->view, TIDE_FILTER (tide_payload_seal (filter)));
}

static void
apply (TideBenchList *list, TideStep *step)
{
  if (!tide_register_apply (list->reg, step, NULL))
    g_assert_not_reached ();
}

static void
rename_one (TideBenchList *list)
{
  TideList *projects = tide_register_get_list (list->reg, TIDE_RECORD_PROJECT);
  const TidePayload *before = tide_record_get_payload (tide_list_get (projects, 500));
  TidePayload *after = tide_payload_copy (before);
  g_autofree char *name = g_strdup_printf ("A name of length %u", list->n_done++);
  g_autoptr (TideStep) step = NULL;

  tide_text_clear ((TideText *) tide_payload_get_name (after));
  tide_text_init ((TideText *) tide_payload_get_name (after), name, NULL);
  step = tide_register_new_change_step (list->reg, TIDE_RECORD_PROJECT, before,
                                        tide_payload_seal (after));
  apply (list, step);
}

static void
add_one (TideBenchList *list)
{
  g_autofree char *id = g_strdup_printf ("added%u", list->n_done++);
  g_autoptr (TideStep) step = tide_register_new_add_step (
      list->reg, TIDE_RECORD_PROJECT,
      tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PROJECT, id, "Added")));

  apply (list, step);
}

static void
delete_one (TideBenchList *list)
{
  TideList *projects = tide_register_get_list (list->reg, TIDE_RECORD_PROJECT);
  const char *ids[] = { tide_record_get_id (tide_list_get (projects, 900)), NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (list->reg, TIDE_RECORD_PROJECT, ids, NULL);

  apply (list, step);
}

static void
select_all_or_none (TideBenchList *list)
{
  if (list->n_done++ % 2 == 0)
    gtk_selection_model_select_all (list->selection);
  else
    gtk_selection_model_unselect_all (list->selection);
}

/* What is made ready ahead is a matter of the columns that are shown. */
static void
sort_by_next (TideBenchList *list)
{
  const TideOrder order = {
    .key = (TideOrderKey) (list->n_done++ % TIDE_N_ORDER_KEYS),
    .amount_kind = TIDE_AMOUNT_KIND_AGREEMENT,
    .language = tide_language_get_default (),
  };

  tide_view_set_order (list->view, &order);
}

static void
show_other_column (TideBenchList *list)
{
  const guint32 usual = (1u << TIDE_ORDER_NAME) | (1u << TIDE_ORDER_STAGE);

  tide_view_set_ahead (list->view, usual | (1u << (list->n_done++ % TIDE_N_ORDER_KEYS)));
}

/* Beside the same on a register that nobody looks at, or on an empty list. */
static void
bench_held (TideRegister *reg)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideClock) clock = tide_clock_new ();
  g_autoptr (TideRegister) other = tide_register_new_from_snapshot (snapshot, clock, "Bench");
  TideBenchList list, alone;

  tide_bench_list_init (&list, reg);
  tide_bench_list_init (&alone, other);
  tide_bench_table_begin ("main loop held by", "alone");
  add_held ("filling, and all that follows", &list, &alone, refill);
  empty (&alone);
  add_held ("renaming one", &list, &alone, rename_one);
  add_held ("adding one", &list, &alone, add_one);
  add_held ("deleting one", &list, &alone, delete_one);
  add_held ("showing another column", &list, &alone, show_other_column);
  add_held ("sorting by the next column", &list, &alone, sort_by_next);
  add_held ("grouping", &list, &alone, group);
  add_held ("renaming one, grouped", &list, &alone, rename_one);
  add_held ("adding one, grouped", &list, &alone, add_one);
  add_held ("deleting one, grouped", &list, &alone, delete_one);
  add_held ("filtering by stage", &list, &alone, filter_by_stage);
  add_held ("selecting all or none", &list, &alone, select_all_or_none);
  tide_bench_list_clear (&alone);
  tide_bench_list_clear (&list);
}

/* bench-view filter|sort|held PROJECTS */
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
    { "held", bench_held },
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
