/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-filter.h"

#include "tide-test-snapshot.h"

#include <stdio.h>
#include <string.h>

/* Ranges of dates, each beside a count made by another way: on days as text. */

typedef struct
{
  const char *date; /* of the filter, NULL for none */
  const char *from;
  const char *to;
  const char *match;
  const char *expected; /* ids */
} DateCase;

static const DateCase cases[] = {
  /* Signed on the date of their names, twice in 2022-03 and 2023-12-01. */
  { "signed", NULL, NULL, NULL, "day leap month twice year" },
  { "signed", "2023", "2023", NULL, "day month twice year" },
  { "signed", "2023-08", "2023-08", NULL, "day month" },
  { "signed", "2023-08", "2023-08", "possibly", "day month year" },
  { "signed", "2023-08", "2023-08", "certainly", "day month" },
  { "signed", "2023-08-15", "2023-08-15", NULL, "day" },
  { "signed", "2023-08-15", "2023-08-15", "possibly", "day month year" },
  { "signed", "2023-08-16", "2023-09", "possibly", "month year" },
  { "signed", "2023-Q3", "2023-Q3", NULL, "day month" },
  { "signed", "2023-Q4", NULL, NULL, "leap twice" },
  { "signed", "2023-Q4", NULL, "possibly", "leap twice year" },
  { "signed", NULL, "2023-07", NULL, "twice" },
  { "signed", NULL, "2023-07", "possibly", "twice year" },
  { "signed", "2024-02-29", "2024-02-29", NULL, "leap" },
  { "signed", "2024-02-30", NULL, NULL, "leap" },
  { "signed", "2024", "2022", NULL, "" },
  { "signed", "2023-09", "2023-03", "possibly", "" },
  { "signed", "2022", "2022", NULL, "twice" },
  { "signed", "2023", "2023", "later-word", "" },
  { "signed", NULL, NULL, "later-word", "" },
  { "started", "2023", NULL, NULL, "" },
  { "dreaming", "2023", NULL, NULL, "" },
  { "dreaming", NULL, NULL, NULL, "" },
  { "none", NULL, NULL, NULL, "" },
  { NULL, "2023", NULL, NULL, "" },
  { NULL, NULL, "2023", NULL, "" },
  { "plan-start", NULL, NULL, NULL, "month" },
  { "plan-start", "2025", NULL, NULL, "month" },
  { "plan-start", "2025-04", NULL, NULL, "" },
  { "plan-start", "2025-04", NULL, "possibly", "month" },
  { "plan-completion", NULL, "2027", NULL, "month" },
  { "plan-production", NULL, NULL, NULL, "" },
  /* 2023-11-14 22:13:20 UTC, which is the 15th in Shanghai */
  { "created", NULL, NULL, NULL, "day" },
  { "created", "2023-11-15", "2023-11-15", NULL, "day" },
  { "created", "2023-11-15", "2023-11-15", "possibly", "day" },
  { "created", NULL, "2023-11-14", NULL, "" },
  { "created", "2023-11-16", NULL, NULL, "" },
  { "updated", "2023", NULL, NULL, "" },
};

static void
add_stage (TideProjectPayload *project, const char *stage, const char *date)
{
  TideStageEntry *entry = (TideStageEntry *) tide_payload_new (&tide_shape_stage, date);

  tide_payload_set_interned (&entry->stage, stage);
  if (date != NULL)
    tide_date_parse (date, TRUE, &entry->date);
  tide_payload_add_entry (&project->base, "stages", &entry->base);
}

static TideProjectPayload *
new_signed (const char *id, const char *date)
{
  TideProjectPayload *project = tide_test_project_new (id, id, NULL);

  add_stage (project, "signed", date);

  return project;
}

static void
add_plans (TideProjectPayload *project)
{
  const TideMember *member = tide_shape_find (&tide_shape_project, "plans");
  TidePlans *made = (TidePlans *) tide_payload_new (member->shape, NULL);

  tide_date_parse ("2025", FALSE, &made->start);
  tide_date_parse ("2027-06", FALSE, &made->completion);
  project->plans = &made->base;
}

/* In Shanghai, where a day begins eight hours earlier than in UTC. */
static TideSnapshot *
new_snapshot (void)
{
  TideSnapshot *snapshot = tide_snapshot_new ();
  TideSettings *settings
      = (TideSettings *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");

  tide_payload_set_string (&settings->time_zone, "Asia/Shanghai");
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, &settings->base);

  return snapshot;
}

static TideSnapshot *
make_snapshot (void)
{
  TideSnapshot *snapshot = new_snapshot ();
  TideProjectPayload *day = new_signed ("day", "2023-08-15");
  TideProjectPayload *month = new_signed ("month", "2023-08");
  TideProjectPayload *twice = new_signed ("twice", "2022-03");
  TideProjectPayload *undated = tide_test_project_new ("undated", "undated", NULL);

  day->created = 1700000000;
  add_plans (month);
  add_stage (twice, "negotiating", "2023-02");
  add_stage (twice, "signed", "2023-12-01");
  tide_test_project_add_stage (undated, "signed", NULL);

  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &day->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &new_signed ("leap", "2024-02-29")->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &month->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &twice->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &undated->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &new_signed ("year", "2023")->base);

  return snapshot;
}

static void
add_if_set (TideFilter *filter, const char *member, const char *value)
{
  if (value != NULL)
    tide_filter_add (filter, member, value);
}

static char *
dup_matches (const TideFilter *filter, TideSnapshot *snapshot)
{
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (tide_matcher_matches (matcher, project))
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", project->base.id);
    }

  return g_string_free_and_steal (g_steal_pointer (&found));
}

static void
test_range (gconstpointer data)
{
  const DateCase *row = data;
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;
  g_autofree char *found = NULL;

  add_if_set (filter, "date", row->date);
  add_if_set (filter, "date-from", row->from);
  add_if_set (filter, "date-to", row->to);
  add_if_set (filter, "date-match", row->match);
  g_assert_false (tide_filter_is_empty (filter));

  found = dup_matches (filter, snapshot);
  g_assert_cmpstr (found, ==, row->expected);
}

/* Made-up registers ------------------------------------------------------------------------- */

static const int month_days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

/* A date of one of three years, without a leap day, to a precision of its own. */
static char *
dup_random_date (GRand *random)
{
  const int year = g_rand_int_range (random, 2021, 2024);
  const int month = g_rand_int_range (random, 1, 13);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return g_strdup_printf ("%d", year);
    case 1:
      return g_strdup_printf ("%d-%02d", year, month);
    case 2:
      return g_strdup_printf ("%d-Q%d", year, g_rand_int_range (random, 1, 5));
    default:
      return g_strdup_printf ("%d-%02d-%02d", year, month,
                              g_rand_int_range (random, 1, month_days[month - 1] + 1));
    }
}

/* The first or last day of a date, as text that sorts. */
static char *
dup_end (const char *date, gboolean is_last)
{
  int year = 0;
  int month = is_last ? 12 : 1;
  int day = 0;

  if (sscanf (date, "%d-Q%d", &year, &day) == 2)
    {
      month = is_last ? day * 3 : day * 3 - 2;
      day = 0;
    }
  else
    {
      sscanf (date, "%d-%d-%d", &year, &month, &day);
    }
  if (day == 0)
    day = is_last ? month_days[month - 1] : 1;

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

typedef struct
{
  char *from;
  char *to;
  int first_stage;
  int last_stage;
  gboolean is_possibly;
} Range;

static gboolean
is_within (const Range *range, const char *date)
{
  g_autofree char *first = dup_end (date, FALSE);
  g_autofree char *last = dup_end (date, TRUE);
  g_autofree char *start = range->from != NULL ? dup_end (range->from, FALSE) : g_strdup ("0");
  g_autofree char *end = range->to != NULL ? dup_end (range->to, TRUE) : g_strdup ("9");

  if (strcmp (start, end) > 0)
    return FALSE;
  if (range->is_possibly)
    return strcmp (first, end) <= 0 && strcmp (last, start) >= 0;

  return strcmp (first, start) >= 0 && strcmp (last, end) <= 0;
}

/* What was put into each project. */
typedef struct
{
  int stage;
  char *date;
  int tag;
} Made;

static void
made_clear (gpointer data)
{
  g_free (((Made *) data)->date);
}

static TideSnapshot *
make_up (GRand *random, GArray *made, guint n)
{
  TideSnapshot *snapshot = new_snapshot ();

  g_array_set_clear_func (made, made_clear);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%04u", i);
      g_autofree char *tag = NULL;
      Made one = { .stage = g_rand_int_range (random, 0, TIDE_N_STAGES),
                   .date = dup_random_date (random),
                   .tag = g_rand_int_range (random, 0, 4) };
      TideProjectPayload *project = tide_test_project_new (id, id, NULL);

      tag = g_strdup_printf ("tag %d", one.tag);
      add_stage (project, tide_codes_get_code (TIDE_CODES_STAGE, (guint) one.stage), one.date);
      tide_payload_add_string (&project->base, "tags", tag);
      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &project->base);
      g_array_append_val (made, one);
    }

  return snapshot;
}

static TideFilter *
make_filter (GRand *random, Range *range)
{
  TideFilter *filter = tide_filter_new ();

  *range = (Range) { .first_stage = g_rand_int_range (random, 0, TIDE_N_STAGES),
                     .last_stage = g_rand_int_range (random, 0, TIDE_N_STAGES),
                     .is_possibly = g_rand_boolean (random) };
  if (g_rand_int_range (random, 0, 4) > 0)
    range->from = dup_random_date (random);
  if (g_rand_int_range (random, 0, 4) > 0)
    range->to = dup_random_date (random);

  tide_filter_add (filter, "stage-from",
                   tide_codes_get_code (TIDE_CODES_STAGE, (guint) range->first_stage));
  tide_filter_add (filter, "stage-to",
                   tide_codes_get_code (TIDE_CODES_STAGE, (guint) range->last_stage));
  tide_filter_add (filter, "tags", "tag 1");
  tide_filter_add (filter, "tags", "tag 3");
  add_if_set (filter, "date-from", range->from);
  add_if_set (filter, "date-to", range->to);
  if (range->is_possibly)
    tide_filter_add (filter, "date-match", "possibly");

  return filter;
}

/* Of one stage, so that its date is the one asked for. */
static void
check_stage (TideFilter *filter, TideSnapshot *snapshot, const GArray *made, const Range *range)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);

  for (int stage = 0; stage < TIDE_N_STAGES; stage++)
    {
      g_autoptr (TideMatcher) matcher = NULL;
      guint n_found = 0;
      guint n_wanted = 0;

      tide_filter_add (filter, "date", tide_codes_get_code (TIDE_CODES_STAGE, (guint) stage));
      matcher = tide_matcher_new (filter, snapshot);
      for (guint i = 0; i < made->len; i++)
        {
          const Made *one = &g_array_index (made, Made, i);

          n_found += tide_matcher_matches (matcher, g_ptr_array_index (projects, i));
          n_wanted += one->stage == stage && stage >= range->first_stage
                      && stage <= range->last_stage && one->tag % 2 == 1
                      && is_within (range, one->date);
        }
      g_assert_cmpuint (n_found, ==, n_wanted);
    }
}

static void
test_made_up (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (Made));
  g_autoptr (TideSnapshot) snapshot = make_up (random, made, 600);

  for (guint i = 0; i < 60; i++)
    {
      Range range;
      TideFilter *filter = make_filter (random, &range);

      check_stage (filter, snapshot, made, &range);
      tide_payload_unref (&filter->base);
      g_free (range.from);
      g_free (range.to);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/filter-dates/range/%02zu", i);

      g_test_add_data_func (path, &cases[i], test_range);
    }
  g_test_add_func ("/filter-dates/made-up", test_made_up);

  return g_test_run ();
}
