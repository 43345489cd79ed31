/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-checks.h"
#include "core/tide-filter.h"

#include "tide-test-snapshot.h"

#include <string.h>

/* 2024-03-01 */
#define TODAY 738946

/* Each row: what is set in a project without any finding, and what is found in it then. */
typedef struct
{
  const char *what;
  const char *changes; /* "member value" or "list: member value, …", by ";" */
  const char *expected;
} CheckCase;

static const CheckCase cases[] = {
  { "nothing", "", "" },
  { "as-written", "amounts: written 27亿元", "" },
  { "unreadable-text", "amounts: written about 27亿", "" },
  { "value-differs-otherwise", "amounts: written 26亿元", "" },
  { "slip-of-10", "amounts: written 270亿元", "unit-slip(amounts)" },
  { "slip-of-10-down", "amounts: written 2.7亿元", "unit-slip(amounts)" },
  { "slip-of-100", "amounts: written 2700万元", "unit-slip(amounts)" },
  { "slip-of-1000", "amounts: written RMB 2.7 million", "unit-slip(amounts)" },
  { "slip-of-10000", "amounts: written 27万元", "unit-slip(amounts)" },
  { "slip-of-100000000", "amounts: written 27", "unit-slip(amounts)" },
  { "currency", "amounts: written US$2.7 bn", "currency-differs(amounts)" },
  { "currency-and-slip", "amounts: written US$27 bn",
    "unit-slip(amounts) currency-differs(amounts)" },
  { "shares-110", "sectors: share 110", "shares-not-whole(sectors)" },
  { "share-of-the-only-class", "sectors: share", "" },
  { "share-missing", "+sectors: sector sei/2", "share-missing(sectors)" },
  { "no-shares", "sectors: share; +sectors: sector sei/2", "share-missing(sectors)" },
  { "two-shares", "sectors: share 60; +sectors: sector sei/2, share 40", "" },
  { "two-shares-99", "sectors: share 60; +sectors: sector sei/2, share 39",
    "shares-not-whole(sectors)" },
  { "two-taxonomies", "+sectors: sector press/1", "" },
  { "two-taxonomies-in-part", "+sectors: sector press/1, share 50", "shares-not-whole(sectors)" },
  { "stage-before", "+stages: stage started, date 2022-05", "stages-backwards(stages)" },
  { "stage-before-with-note", "+stages: stage started, date 2022-05; stages: note gone back", "" },
  { "stage-in-the-same-year", "+stages: stage started, date 2023", "" },
  { "stage-gone-back-to", "+stages: stage signed, date 2021; +stages: stage started, date 2022-05",
    "" },
  { "stage-undated", "+stages: stage lead", "stage-undated(stages)" },
  { "plans", "plans/start 2024-01; plans/completion 2025; plans/production 2025-06", "" },
  { "plans-touch", "plans/start 2024-05; plans/completion 2024", "" },
  { "completion-first", "plans/start 2025; plans/completion 2024", "plans-backwards" },
  { "production-first", "plans/start 2025; plans/production 2024-12-31", "plans-backwards" },
  { "paused-until-later", "+statuses: status paused, reason money, until 2024-03", "" },
  { "paused-too-long", "+statuses: status paused, reason money, until 2024-02",
    "restart-passed(statuses)" },
  { "paused-until-today", "+statuses: status paused, reason money, until 2024-03-01", "" },
  { "goes-on",
    "+statuses: status paused, date 2023-01, reason money, until 2024-02; "
    "+statuses: status normal, date 2024-01",
    "" },
  { "paused-without-reason", "+statuses: status paused", "no-reason(statuses)" },
  { "terminated-without-reason", "+statuses: status terminated", "no-reason(statuses)" },
  { "no-division", "division", "no-division" },
  { "no-division-terminated", "division; +statuses: status terminated, reason money", "" },
  { "no-division-handed-over", "division; +statuses: status handed-over", "no-division" },
  { "before-the-division", "division young", "outside-validity(stages)" },
  { "after-the-division", "division gone", "outside-validity(stages)" },
  { "within-the-division", "division young; stages: date 2023-09", "" },
  { "in-the-year-of-the-division", "division young; stages: date 2023", "" },
  { "until-the-division-went", "division gone; stages: date 2022", "" },
  { "before-the-division-undated", "division young; +stages: stage lead",
    "stage-undated(stages) outside-validity(stages)" },
  { "before-the-division-terminated", "division young; +statuses: status terminated, reason money",
    "" },
  { "no-such-division", "division elsewhere", "" },
  { "no-sector", "-sectors", "no-sector(sectors)" },
  { "no-party", "-parties", "no-party(parties)" },
  { "no-amount", "-amounts", "no-amount(amounts)" },
  { "no-amount-terminated", "-amounts; +statuses: status terminated, reason money", "" },
  { "no-agreement", "amounts: kind intention", "no-agreement(amounts)" },
  { "no-agreement-yet", "amounts: kind intention; stages: stage intention", "" },
  { "arrived-less", "+amounts: kind arrived, value 100, currency CNY", "" },
  { "arrived-all", "+amounts: kind arrived, value 2700000000, currency CNY", "" },
  { "arrived-more", "+amounts: kind arrived, value 2700000001, currency CNY",
    "arrived-above-agreed(amounts)" },
  { "arrived-more-abroad", "+amounts: kind arrived, value 2000000000, currency USD, date 2023",
    "arrived-above-agreed(amounts)" },
  { "arrived-all-at-another-rate",
    "amounts: value 100, currency USD, date 2023; "
    "+amounts: kind arrived, value 100, currency USD, date 2024",
    "" },
  { "arrived-more-at-another-rate",
    "amounts: value 100, currency USD, date 2024; "
    "+amounts: kind arrived, value 101, currency USD, date 2023",
    "arrived-above-agreed(amounts)" },
  { "arrived-more-unpriced",
    "amounts: value 100, currency EUR; +amounts: kind arrived, value 100.01, currency EUR",
    "arrived-above-agreed(amounts)" },
  { "arrived-unpriced", "+amounts: kind arrived, value 9000000000, currency EUR", "" },
  { "slip-terminated", "amounts: written 270亿元; +statuses: status terminated, reason money",
    "unit-slip(amounts)" },
  { "next-step", "+activities: date 2024-01-05, next-step call, due 2024-02-28",
    "next-step-passed(activities)" },
  { "next-step-today", "+activities: date 2024-01-05, next-step call, due 2024-03-01",
    "next-step-soon(activities)" },
  { "next-step-in-7-days", "+activities: date 2024-01-05, next-step call, due 2024-03-08",
    "next-step-soon(activities)" },
  { "next-step-in-8-days", "+activities: date 2024-01-05, next-step call, due 2024-03-09", "" },
  { "next-step-this-month", "+activities: date 2024-01-05, next-step call, due 2024-03", "" },
  { "next-step-last-month", "+activities: date 2024-01-05, next-step call, due 2024-02",
    "next-step-passed(activities)" },
  { "next-step-paused",
    "+activities: date 2024-01-05, next-step call, due 2024-03-05; "
    "+statuses: status paused, reason money",
    "next-step-soon(activities)" },
  { "next-step-terminated",
    "+activities: date 2024-01-05, next-step call, due 2024-02; "
    "+statuses: status terminated, reason money",
    "" },
  { "next-step-without-date", "+activities: date 2024-01-05, next-step call", "" },
  { "next-step-done",
    "+activities: date 2024-01-05, next-step call, due 2024-02-28; "
    "+activities: date 2024-02-20, text called",
    "" },
  { "overdue", "stages: stage negotiating, date 2023-01", "overdue(stages)" },
  { "not-overdue", "stages: stage negotiating, date 2024-02", "" },
};

static void
set_word (TidePayload *payload, const char *path, const char *word)
{
  const TideMember *member = tide_shape_resolve (payload->shape, path);
  TideValue value = { .kind = member->kind };

  if (member->kind == TIDE_MEMBER_DATE)
    g_assert_true (word == NULL || tide_date_parse (word, FALSE, &value.as.date));
  else if (member->kind == TIDE_MEMBER_DECIMAL)
    g_assert_true (word == NULL || tide_decimal_parse (word, &value.as.decimal) == TIDE_DECIMAL_OK);
  else
    tide_value_init_string (&value, member->kind, word);
  g_assert_true (tide_payload_set_value_at (payload, path, &value));
  tide_value_clear (&value);
}

static void
set_words (TidePayload *payload, const char *changes)
{
  g_auto (GStrv) parts = g_strsplit (changes, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", 2);

      set_word (payload, words[0], words[1]);
    }
}

static GPtrArray **
get_list (TidePayload *project, const char *list)
{
  return G_STRUCT_MEMBER_P (project, tide_shape_find (project->shape, list)->offset);
}

static void
add_entry (TidePayload *project, const char *list, const char *words)
{
  static guint n;
  g_autofree char *id = g_strdup_printf ("added-%u", n++);
  const TideShape *shape = tide_shape_find (project->shape, list)->shape;
  TidePayload *entry = tide_payload_new (shape, shape->has_id ? id : NULL);

  if (shape == &tide_shape_amount)
    ((TideAmount *) entry)->counted = TRUE;
  set_words (entry, words);
  tide_payload_add_entry (project, list, entry);
}

static void
change (TidePayload *project, const char *changes)
{
  g_auto (GStrv) parts = g_strsplit (changes, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (g_strstrip (parts[i]), ": ", 2);

      if (halves[0] == NULL || *halves[0] == '\0')
        continue;
      if (*halves[0] == '-')
        g_clear_pointer (get_list (project, halves[0] + 1), g_ptr_array_unref);
      else if (*halves[0] == '+')
        add_entry (project, halves[0] + 1, halves[1]);
      else if (halves[1] != NULL)
        set_words (g_ptr_array_index (*get_list (project, halves[0]), 0), halves[1]);
      else
        set_words (project, parts[i]);
    }
}

static TidePayload *
project_new (const char *id, const char *en)
{
  TideProjectPayload *project = tide_test_project_new (id, en, NULL);

  set_word (&project->base, "division", "330281");
  change (&project->base, "+parties: party acme; +sectors: sector sei/1, share 100; "
                          "+stages: stage signed, date 2023-08; "
                          "+amounts: kind agreement, value 2700000000, currency CNY");

  return &project->base;
}

static void
add_division (TideSnapshot *snapshot, const char *id, const char *dates)
{
  TidePayload *division = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_DIVISION), id);

  set_words (division, dates);
  tide_snapshot_add (snapshot, TIDE_RECORD_DIVISION, division);
}

static TideSnapshot *
snapshot_new (guint32 day)
{
  TideSnapshot *snapshot = tide_snapshot_new ();
  TidePayload *settings = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), "register");

  set_words (settings, "currency CNY, rate-set mid");
  add_entry (settings, "stage-limits", "stage negotiating");
  ((TideStageLimit *) g_ptr_array_index (((TideSettings *) settings)->stage_limits, 0))->days
      = (TideCount) { 90, TRUE };
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, settings);
  tide_snapshot_set_day (snapshot, day);
  tide_test_snapshot_add_sector (snapshot, "sei", "sei/1", NULL, "Robots");
  tide_test_snapshot_add_sector (snapshot, "sei", "sei/2", NULL, "Energy");
  tide_test_snapshot_add_sector (snapshot, "press", "press/1", NULL, "Sea");
  add_division (snapshot, "young", "valid-from 2023-09");
  add_division (snapshot, "gone", "valid-from 1990, valid-to 2022-12");
  tide_test_snapshot_add_rate (snapshot, "USD", "2023", "7.1");
  tide_test_snapshot_add_rate (snapshot, "USD", "2024", "7.5");

  return snapshot;
}

static void
append_finding (const TideFinding *finding, gpointer data)
{
  GString *text = data;

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                          tide_check_get_code (finding->check));
  if (finding->list != NULL)
    g_string_append_printf (text, "(%s)", finding->list);
}

static char *
dup_findings (TideSnapshot *snapshot, guint row)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GString *text = g_string_new (NULL);

  tide_checks_find (tide_snapshot_get_checks (snapshot), snapshot,
                    g_ptr_array_index (projects, row), append_finding, text);

  return g_string_free_and_steal (text);
}

static void
add_to_set (const TideFinding *finding, gpointer data)
{
  guint32 *set = data;

  *set |= TIDE_CHECK_BIT (finding->check);
}

static guint
count_matches (TideSnapshot *snapshot, const char *code)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();
  g_autoptr (TideMatcher) matcher = NULL;
  guint n = 0;

  tide_filter_add ((TideFilter *) filter, "checks", code);
  matcher = tide_matcher_new (TIDE_FILTER (filter), snapshot);
  for (guint i = 0; i < projects->len; i++)
    n += tide_matcher_matches (matcher, g_ptr_array_index (projects, i));

  return n;
}

/* What one project gives alone, what the index says of it, and what filters let through agree. */
static void
assert_agree (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  TideChecks *checks = tide_snapshot_get_checks (snapshot);

  for (guint row = 0; row < projects->len; row++)
    {
      guint32 found = 0;

      tide_checks_find (checks, snapshot, g_ptr_array_index (projects, row), add_to_set, &found);
      g_assert_cmphex (found, ==, tide_checks_get_set (checks, row));
    }
  for (guint check = 0; check < TIDE_N_CHECKS; check++)
    g_assert_cmpuint (tide_checks_count (checks, TIDE_CHECK_BIT (check)), ==,
                      count_matches (snapshot, tide_check_get_code (check)));
  g_assert_cmpuint (tide_checks_count (checks, G_MAXUINT32), ==,
                    count_matches (snapshot, TIDE_CHECKS_ANY));
  g_assert_cmpuint (count_matches (snapshot, "later-word"), ==, 0);
}

static void
test_case (gconstpointer data)
{
  const CheckCase *row = data;
  g_autoptr (TideSnapshot) snapshot = snapshot_new (TODAY);
  TidePayload *project = project_new ("a", "Robots of Acme");
  g_autofree char *found = NULL;

  change (project, row->changes);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);

  found = dup_findings (snapshot, 0);
  g_assert_cmpstr (found, ==, row->expected);
  assert_agree (snapshot);
}

static gboolean
depends_on_day (TideCheck check)
{
  return check == TIDE_CHECK_OVERDUE || check == TIDE_CHECK_RESTART_PASSED
         || check == TIDE_CHECK_NEXT_STEP_PASSED || check == TIDE_CHECK_NEXT_STEP_SOON;
}

/* All cases in one register, with a day and without one. */
static void
test_all (void)
{
  g_autoptr (TideSnapshot) today = snapshot_new (TODAY);
  g_autoptr (TideSnapshot) never = snapshot_new (0);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%02u", (guint) i);
      TidePayload *project = project_new (id, cases[i].what);

      change (project, cases[i].changes);
      tide_snapshot_add (today, TIDE_RECORD_PROJECT, tide_payload_ref (project));
      tide_snapshot_add (never, TIDE_RECORD_PROJECT, project);
    }

  assert_agree (today);
  assert_agree (never);
  for (guint check = 0; check < TIDE_N_CHECKS; check++)
    {
      const guint n = tide_checks_count (tide_snapshot_get_checks (today), TIDE_CHECK_BIT (check));

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (
          tide_checks_count (tide_snapshot_get_checks (never), TIDE_CHECK_BIT (check)), ==,
          depends_on_day (check) ? 0 : n);
    }
}

static void
test_umbrella (void)
{
  g_autoptr (TideSnapshot) snapshot = snapshot_new (TODAY);
  TidePayload *umbrella = project_new ("a", "Park");
  TidePayload *part = project_new ("b", "Robots of Acme");

  change (umbrella, "-amounts; -sectors; -parties; division");
  change (part, "parent a");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, umbrella);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, part);

  g_assert_cmpuint (tide_checks_count (tide_snapshot_get_checks (snapshot), G_MAXUINT32), ==, 0);
}

/* What has one certain way to be mended does not come again, and nothing new does. */
static void
mend (const TideFinding *finding, gpointer data)
{
  TideSnapshot *snapshot = data;
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideSnapshot) after = snapshot_new (TODAY);
  TidePayload *mended
      = tide_finding_dup_mended (finding, g_ptr_array_index (projects, 0), snapshot);
  g_autofree char *found = NULL;

  g_assert_nonnull (mended);
  tide_snapshot_add (after, TIDE_RECORD_PROJECT, mended);
  found = dup_findings (after, 0);
  g_assert_null (strstr (found, tide_check_get_code (finding->check)));
}

static void
test_mended (void)
{
  static const char *const mendable[]
      = { "amounts: written 270亿元",   "amounts: written 2700万元",
          "amounts: written US$2.7 bn", "amounts: written US$27 bn",
          "sectors: share 110",         "plans/start 2025; plans/completion 2024" };

  for (gsize i = 0; i < G_N_ELEMENTS (mendable); i++)
    {
      g_autoptr (TideSnapshot) snapshot = snapshot_new (TODAY);
      TidePayload *project = project_new ("a", "Robots of Acme");
      const GPtrArray *projects;

      change (project, mendable[i]);
      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
      projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
      tide_project_find_doubts (g_ptr_array_index (projects, 0), snapshot, FALSE, mend, snapshot);
    }
}

static void
test_vocabulary (void)
{
  for (guint check = 0; check < TIDE_N_CHECKS; check++)
    {
      g_assert_cmpint (tide_check_find (tide_check_get_code (check)), ==, (int) check);
      for (guint language = 0; language < 2; language++)
        {
          g_assert_nonnull (tide_check_get_label (check, language));
          g_assert_nonnull (tide_check_get_explanation (check, language));
        }
    }
  g_assert_cmpint (tide_check_find ("later-word"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check/case/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/check/all", test_all);
  g_test_add_func ("/check/umbrella", test_umbrella);
  g_test_add_func ("/check/mended", test_mended);
  g_test_add_func ("/check/vocabulary", test_vocabulary);

  return g_test_run ();
}
