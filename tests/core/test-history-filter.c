/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-history-filter.h"

#include "tide-test-register.h"

/* 2023-11-15 06:13:20 in Shanghai, the 14th in London and Los Angeles. */
#define NIGHT G_GINT64_CONSTANT (1700000000)

static TideDate
make_date (const char *text)
{
  TideDate date;

  g_assert_true (tide_date_parse (text, FALSE, &date));

  return date;
}

static TideStep *
create_step (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  const TidePayload *before = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  TidePayload *after = tide_payload_copy (before);
  TideStep *step;

  tide_test_payload_set (after, "division", "city");
  tide_test_payload_set (after, "plans/start", "2024-05");
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, after);
  step->time = NIGHT;
  step->author = g_strdup ("Li");

  return step;
}

static const TideEdit *
get_edit (const TideStep *step, guint index)
{
  return g_ptr_array_index (step->edits, index);
}

typedef struct
{
  const char *zone;
  const char *from;
  const char *to;
  gboolean expected;
} Period;

static const Period periods[] = {
  { "Asia/Shanghai", "2023-11-15", "2023-11-15", TRUE },
  { "Asia/Shanghai", "2023-11-14", "2023-11-14", FALSE },
  { "Asia/Shanghai", "2023-11-15", NULL, TRUE },
  { "Asia/Shanghai", NULL, "2023-11-14", FALSE },
  { "UTC", "2023-11-14", "2023-11-14", TRUE },
  { "UTC", "2023-11-15", NULL, FALSE },
  { "America/Los_Angeles", "2023-11-14", "2023-11-14", TRUE },
  { "America/Los_Angeles", NULL, "2023-11-13", FALSE },
  { "America/Los_Angeles", "2023-11", "2023-11", TRUE },
  { "America/Los_Angeles", "2023", NULL, TRUE },
  { "Nowhere/At_All", "2023-11-14", "2023-11-14", TRUE },
  { NULL, NULL, NULL, TRUE },
};

static void
test_period (gconstpointer data)
{
  const Period *period = data;
  g_autoptr (TideStep) step = create_step ();
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  TideDate from = { 0 };
  TideDate to = { 0 };

  if (period->from != NULL)
    from = make_date (period->from);
  if (period->to != NULL)
    to = make_date (period->to);
  tide_history_filter_set_period (filter, &from, &to, period->zone);

  g_assert_cmpint (tide_history_filter_matches (filter, step, get_edit (step, 0)), ==,
                   period->expected);
}

/* The first and the last second of a day belong to it, and no other. */
static void
test_bounds (void)
{
  g_autoptr (TideStep) step = create_step ();
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  const TideDate day = make_date ("2023-11-15");
  const gint64 midnight = G_GINT64_CONSTANT (1699977600);

  tide_history_filter_set_period (filter, &day, &day, "Asia/Shanghai");
  step->time = midnight;
  g_assert_true (tide_history_filter_matches (filter, step, NULL));
  step->time = midnight - 1;
  g_assert_false (tide_history_filter_matches (filter, step, NULL));
  step->time = midnight + 24 * 60 * 60 - 1;
  g_assert_true (tide_history_filter_matches (filter, step, NULL));
  step->time = midnight + 24 * 60 * 60;
  g_assert_false (tide_history_filter_matches (filter, step, NULL));
}

static void
test_record (void)
{
  g_autoptr (TideStep) step = create_step ();
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();

  g_assert_true (tide_history_filter_is_empty (filter));
  tide_history_filter_set_record (filter, TIDE_RECORD_PROJECT, "p1");
  g_assert_false (tide_history_filter_is_empty (filter));
  g_assert_true (tide_history_filter_matches (filter, step, get_edit (step, 0)));
  g_assert_false (tide_history_filter_matches (filter, step, NULL));

  tide_history_filter_set_record (filter, TIDE_RECORD_PROJECT, "p2");
  g_assert_false (tide_history_filter_matches (filter, step, get_edit (step, 0)));
  tide_history_filter_set_record (filter, TIDE_RECORD_SECTOR, "p1");
  g_assert_false (tide_history_filter_matches (filter, step, get_edit (step, 0)));
  tide_history_filter_set_record (filter, TIDE_RECORD_SECTOR, NULL);
  g_assert_true (tide_history_filter_is_empty (filter));
}

static void
test_field (void)
{
  g_autoptr (TideStep) step = create_step ();
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();

  g_assert_cmpstr (tide_history_get_field (get_edit (step, 0)), ==, "division");
  g_assert_cmpstr (tide_history_get_field (get_edit (step, 1)), ==, "plans/start");
  filter->field = g_strdup ("plans/start");
  g_assert_false (tide_history_filter_matches (filter, step, get_edit (step, 0)));
  g_assert_true (tide_history_filter_matches (filter, step, get_edit (step, 1)));
  g_assert_false (tide_history_filter_matches (filter, step, NULL));
}

/* An entry's change is a change of its list, whatever it is; a record comes and goes whole. */
static void
test_kinds_of_field (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  TidePayload *project
      = (TidePayload *) tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, "p1");
  const TidePayload *amount = tide_payload_find_entry (project, "amounts", "a1");
  g_autoptr (TideStep) step = tide_step_new ("test", NULL);
  g_auto (TideValue) date = { .kind = TIDE_MEMBER_DATE };

  tide_step_add_set (step, TIDE_RECORD_PROJECT, "p1", "amounts", "a1", "date", &date, &date);
  tide_step_add_entry (step, TIDE_RECORD_PROJECT, "p1", "amounts", amount, 0);
  tide_step_remove_record (step, TIDE_RECORD_PROJECT, project, 0);
  g_assert_cmpstr (tide_history_get_field (get_edit (step, 0)), ==, "amounts");
  g_assert_cmpstr (tide_history_get_field (get_edit (step, 1)), ==, "amounts");
  g_assert_cmpstr (tide_history_get_field (get_edit (step, 2)), ==, TIDE_HISTORY_WHOLE_RECORD);
}

static void
test_author (void)
{
  g_autoptr (TideStep) step = create_step ();
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();

  filter->author = g_strdup ("Li");
  g_assert_true (tide_history_filter_matches (filter, step, get_edit (step, 0)));
  g_set_str (&filter->author, "L");
  g_assert_false (tide_history_filter_matches (filter, step, get_edit (step, 0)));
  g_set_str (&filter->author, "");
  g_assert_false (tide_history_filter_matches (filter, step, get_edit (step, 0)));
  g_clear_pointer (&step->author, g_free);
  g_assert_true (tide_history_filter_matches (filter, step, get_edit (step, 0)));
}

/* The register's own time stamps are no news. */
static void
test_told (void)
{
  g_autoptr (TideStep) step = create_step ();
  guint n = 0;

  for (guint i = 0; i < step->edits->len; i++)
    n += tide_history_has_edit (get_edit (step, i));
  g_assert_cmpuint (step->edits->len, ==, 3);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_copy (void)
{
  g_autoptr (TideHistoryFilter) filter = tide_history_filter_new ();
  g_autoptr (TideHistoryFilter) copy = NULL;
  const TideDate day = make_date ("2023-11-15");

  tide_history_filter_set_record (filter, TIDE_RECORD_PROJECT, "p1");
  tide_history_filter_set_text (filter, "  ROBOTS ");
  tide_history_filter_set_period (filter, &day, NULL, "UTC");
  filter->author = g_strdup ("Li");
  filter->field = g_strdup ("name");
  g_assert_cmpstr (filter->text, ==, "robots");
  copy = tide_history_filter_copy (filter);
  g_assert_true (tide_history_filter_equal (filter, copy));
  tide_history_filter_set_text (copy, " ");
  g_assert_null (copy->text);
  g_assert_false (tide_history_filter_equal (filter, copy));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history-filter/period/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &periods[i], test_period);
    }
  g_test_add_func ("/history-filter/bounds", test_bounds);
  g_test_add_func ("/history-filter/record", test_record);
  g_test_add_func ("/history-filter/field", test_field);
  g_test_add_func ("/history-filter/kinds-of-field", test_kinds_of_field);
  g_test_add_func ("/history-filter/author", test_author);
  g_test_add_func ("/history-filter/told", test_told);
  g_test_add_func ("/history-filter/copy", test_copy);

  return g_test_run ();
}
