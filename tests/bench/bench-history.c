/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A long history on its page: what the main loop has to wait for, beside wording all of it. */

#include "tide-test-register.h"
#include "ui/lists/tide-change-text.h"
#include "ui/lists/tide-history-list.h"

#define N_SHOWN 205 /* rows that a list view keeps */

static double
get_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static GPtrArray *
make_steps (guint n)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);

  for (guint i = 0; i < n; i++)
    {
      TideStep *step = tide_step_new ("edit-project", "Battery plant", NULL);
      g_auto (TideValue) before = { 0 };
      g_auto (TideValue) after = { 0 };
      g_autofree char *word = g_strdup_printf ("number %u", i);

      tide_value_init_string (&before, TIDE_MEMBER_STRING, "none");
      tide_value_init_string (&after, TIDE_MEMBER_STRING, word);
      tide_step_add_set (step, TIDE_RECORD_PROJECT, i % 2 == 0 ? "p1" : "p2", NULL, NULL, "number",
                         &before, &after);
      step->author = g_strdup (i % 3 == 0 ? "Li" : "Wang");
      step->time = TIDE_TEST_TIME + i;
      g_ptr_array_add (steps, step);
    }

  return steps;
}

static void
word_one (TideHistoryNames *names, TideStep *step, const TideEdit *edit, gpointer data)
{
  g_autofree char *text = tide_change_text_dup_search (names, step, edit);

  g_assert_nonnull (text);
}

static double
word_all (TideHistoryList *list)
{
  const gint64 start = g_get_monotonic_time ();

  tide_history_list_foreach (list, word_one, NULL);

  return get_milliseconds_since (start);
}

static double
word_shown (TideHistoryList *list)
{
  const gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_SHOWN; i++)
    {
      g_autoptr (TideChange) change = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autofree char *record = NULL;
      g_autofree char *after = NULL;

      g_object_get (change, "record", &record, "after", &after, NULL);
    }

  return get_milliseconds_since (start);
}

/* How long the longest turn of the main loop took until the search was done. */
static double
search (TideHistoryList *list, const char *text, double *total)
{
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  const gint64 start = g_get_monotonic_time ();
  double longest;

  tide_history_filter_set_text (filter, text);
  tide_history_list_set_filter (list, filter);
  longest = get_milliseconds_since (start);
  while (tide_history_list_get_busy (list))
    {
      gint64 turn = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, get_milliseconds_since (turn));
      else
        g_usleep (500);
    }
  *total = get_milliseconds_since (start);

  return longest;
}

/* bench-history STEPS */
int
main (int argc, char **argv)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  g_autoptr (TideHistoryList) list = tide_history_list_new ();
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (TideHistoryNames) names = NULL;
  double opening, field, all, longest, total;
  gint64 start;

  g_assert_cmpint (argc, ==, 2);
  steps = make_steps ((guint) g_ascii_strtoull (argv[1], NULL, 10));
  names = tide_history_names_new (snapshot, NULL, steps);

  start = g_get_monotonic_time ();
  tide_history_list_set_steps (list, names, steps, steps->len);
  opening = get_milliseconds_since (start) + word_shown (list);
  all = word_all (list);

  filter->author = g_strdup ("Li");
  start = g_get_monotonic_time ();
  tide_history_list_set_filter (list, filter);
  field = get_milliseconds_since (start);
  longest = search (list, "number 123", &total);

  g_print ("opened: %.1f ms against %.1f ms for wording all, ratio %.3f\n", opening, all,
           opening / all);
  g_print ("filtered by author: %.1f ms, ratio %.3f\n", field, field / all);
  g_print ("searched: %.1f ms, the main loop held for %.1f ms at most, ratio %.3f\n", total,
           longest, longest / all);

  return 0;
}
