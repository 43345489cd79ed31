/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-overdue.h"

#include "tide-test-snapshot.h"

typedef struct
{
  const char *name;
  const char *stage;
  const char *date;    /* of the stage */
  const char *status;  /* NULL: none */
  const char *changed; /* when, in UTC; NULL: nobody knows */
  const char *day;     /* on which it is looked at; NULL: none */
  TideOverdueRule rule;
  const char *since;
  guint limit;
  guint days;
} Case;

/* The register allows 90 days in "signed", 365 in "started", and 180 days without a change. */
static const Case cases[] = {
  { "just-not", "signed", "2024-01-01", NULL, NULL, "2024-03-31", TIDE_OVERDUE_NONE },
  { "just", "signed", "2024-01-01", NULL, NULL, "2024-04-01", TIDE_OVERDUE_STAGE, "2024-04-01", 90,
    91 },
  { "long", "signed", "2024-01-01", NULL, NULL, "2024-12-31", TIDE_OVERDUE_STAGE, "2024-04-01", 90,
    365 },
  { "month-not-certain", "signed", "2024-01", NULL, NULL, "2024-04-30", TIDE_OVERDUE_NONE },
  { "month-certain", "signed", "2024-01", NULL, NULL, "2024-05-01", TIDE_OVERDUE_STAGE,
    "2024-05-01", 90, 91 },
  { "year", "signed", "2023", NULL, NULL, "2024-04-01", TIDE_OVERDUE_STAGE, "2024-03-31", 90, 92 },
  { "other-limit", "started", "2024-01-01", NULL, NULL, "2024-12-31", TIDE_OVERDUE_NONE },
  { "no-limit", "registered", "2020-01-01", NULL, NULL, "2024-12-31", TIDE_OVERDUE_NONE },
  { "limit-without-days", "lead", "2020-01-01", NULL, NULL, "2024-12-31", TIDE_OVERDUE_NONE },
  { "no-date", "signed", NULL, NULL, NULL, "2024-12-31", TIDE_OVERDUE_NONE },
  { "no-day", "signed", "2020-01-01", NULL, "2020-01-01T00:00:00Z", NULL, TIDE_OVERDUE_NONE },
  { "future", "signed", "2025-01-01", NULL, NULL, "2024-12-31", TIDE_OVERDUE_NONE },
  { "unknown-stage", "x-licensed", "2020-01-01", NULL, "2020-01-01T00:00:00Z", "2024-12-31",
    TIDE_OVERDUE_NONE },
  { "normal", "signed", "2024-01-01", "normal", NULL, "2024-04-01", TIDE_OVERDUE_STAGE,
    "2024-04-01", 90, 91 },
  { "paused", "signed", "2020-01-01", "paused", "2020-01-01T00:00:00Z", "2024-04-01",
    TIDE_OVERDUE_NONE },
  { "terminated", "signed", "2020-01-01", "terminated", "2020-01-01T00:00:00Z", "2024-04-01",
    TIDE_OVERDUE_NONE },
  { "handed-over", "signed", "2020-01-01", "handed-over", "2020-01-01T00:00:00Z", "2024-04-01",
    TIDE_OVERDUE_NONE },
  { "unknown-status", "signed", "2020-01-01", "x-merged", "2020-01-01T00:00:00Z", "2024-04-01",
    TIDE_OVERDUE_NONE },
  { "at-capacity", "at-capacity", "2020-01-01", NULL, "2020-01-01T00:00:00Z", "2024-04-01",
    TIDE_OVERDUE_NONE },
  { "change-just-not", "registered", "2024-01-01", NULL, "2024-01-01T04:00:00Z", "2024-06-29",
    TIDE_OVERDUE_NONE },
  { "change-just", "registered", "2024-01-01", NULL, "2024-01-01T04:00:00Z", "2024-06-30",
    TIDE_OVERDUE_CHANGE, "2024-06-30", 180, 181 },
  { "change-next-day-in-zone", "registered", NULL, NULL, "2024-01-01T16:00:00Z", "2024-06-30",
    TIDE_OVERDUE_NONE },
  { "change-without-stage", NULL, NULL, NULL, "2024-01-01T04:00:00Z", "2024-12-31",
    TIDE_OVERDUE_CHANGE, "2024-06-30", 180, 365 },
  { "change-in-future", "registered", NULL, NULL, "2025-01-01T04:00:00Z", "2024-12-31",
    TIDE_OVERDUE_NONE },
  { "stage-first", "signed", "2024-01-01", NULL, "2024-01-02T04:00:00Z", "2024-12-31",
    TIDE_OVERDUE_STAGE, "2024-04-01", 90, 365 },
  { "change-first", "signed", "2024-09-01", NULL, "2024-01-01T04:00:00Z", "2024-12-31",
    TIDE_OVERDUE_CHANGE, "2024-06-30", 180, 365 },
};

static void
add_limit (TideSettings *settings, const char *stage, gint64 days)
{
  TideStageLimit *limit = (TideStageLimit *) tide_payload_new (
      tide_shape_find (settings->base.shape, "stage-limits")->shape, NULL);

  tide_payload_set_interned (&limit->stage, stage);
  limit->days = (TideCount) { .value = days, .is_set = days > 0 };
  tide_payload_add_entry (&settings->base, "stage-limits", &limit->base);
}

static guint32
parse_day (const char *text)
{
  TideDate date = { 0 };

  if (text != NULL)
    g_assert_true (tide_date_parse (text, FALSE, &date));

  return tide_date_get_first_day (&date);
}

static TideSnapshot *
make_snapshot (const char *day)
{
  TideSnapshot *snapshot = tide_snapshot_new ();
  TideSettings *settings
      = (TideSettings *) tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");

  tide_payload_set_string (&settings->time_zone, "Asia/Shanghai");
  settings->overdue_days = (TideCount) { .value = 180, .is_set = TRUE };
  add_limit (settings, "lead", 0);
  add_limit (settings, "signed", 90);
  add_limit (settings, "started", 365);
  add_limit (settings, "at-capacity", 1);
  add_limit (settings, "x-licensed", 1);
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, &settings->base);
  tide_snapshot_set_day (snapshot, parse_day (day));

  return snapshot;
}

static TidePayload *
make_project (const Case *test)
{
  TideProjectPayload *project = tide_test_project_new ("p", "Robots", NULL);

  if (test->stage != NULL)
    {
      tide_test_project_add_stage (project, test->stage, NULL);
      if (test->date != NULL)
        g_assert_true (tide_date_parse (
            test->date, FALSE, &((TideStageEntry *) g_ptr_array_index (project->stages, 0))->date));
    }
  if (test->status != NULL)
    tide_test_project_add_status (project, test->status);
  if (test->changed != NULL)
    {
      g_autoptr (GDateTime) changed = g_date_time_new_from_iso8601 (test->changed, NULL);

      project->updated = g_date_time_to_unix (changed);
    }

  return tide_payload_seal (&project->base);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (TideSnapshot) snapshot = make_snapshot (test->day);
  g_autoptr (TidePayload) project = make_project (test);
  TideOverdue overdue;

  g_assert_cmpint (tide_project_get_overdue (TIDE_PROJECT_PAYLOAD (project), snapshot, &overdue),
                   ==, test->rule != TIDE_OVERDUE_NONE);
  g_assert_cmpint (overdue.rule, ==, test->rule);
  g_assert_cmpuint (overdue.since, ==, parse_day (test->since));
  g_assert_cmpuint (overdue.limit, ==, test->limit);
  g_assert_cmpuint (overdue.days, ==, test->days);
}

/* A register that names no limits has nothing overdue. */
static void
test_no_rules (void)
{
  static const Case old
      = { "old", "signed", "1999-01-01", NULL, "1999-01-01T00:00:00Z", "2024-12-31" };
  g_autoptr (TideSnapshot) snapshot = tide_test_snapshot_new ();
  g_autoptr (TidePayload) project = make_project (&old);
  TideOverdue overdue;

  tide_snapshot_set_day (snapshot, parse_day (old.day));
  g_assert_false (tide_project_get_overdue (TIDE_PROJECT_PAYLOAD (project), snapshot, &overdue));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/overdue/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/overdue/no-rules", test_no_rules);

  return g_test_run ();
}
