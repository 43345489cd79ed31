/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-filter.h"

#include "tide-test-snapshot.h"

/* Each row: one member with up to two values, or two members; which projects match, in order. */
typedef struct
{
  const char *member;
  const char *value;
  const char *second_member;
  const char *second_value;
  const char *expected;
} FilterCase;

static const FilterCase cases[] = {
  { NULL, NULL, NULL, NULL, "a b c d e" },
  { "sectors", "sei/2", NULL, NULL, "b" },
  { "sectors", "sei/1", NULL, NULL, "a b" },
  { "sectors", "sei/1", "sectors", "none", "a b d e" },
  { "sectors", "none", NULL, NULL, "d e" },
  { "sectors", "gone", NULL, NULL, "" },
  { "taxonomies", "sei", NULL, NULL, "a b" },
  { "taxonomies", "press", NULL, NULL, "b c" },
  { "taxonomies", "gone", NULL, NULL, "" },
  { "taxonomies", "sei", "taxonomies", "press", "a b c" },
  { "taxonomies", "sei", "taxonomies", "&press", "b" },
  { "divisions", "330200", NULL, NULL, "a b" },
  { "divisions", "330281", NULL, NULL, "a" },
  { "divisions", "none", NULL, NULL, "c d e" },
  { "stages", "signed", NULL, NULL, "a" },
  { "stages", "signed", "stages", "lead", "a b" },
  { "stages", "none", NULL, NULL, "d e" },
  { "stages", "dreaming", NULL, NULL, "c" },
  { "stage-from", "signed", NULL, NULL, "a" },
  { "stage-from", "lead", NULL, NULL, "a b" },
  { "stage-from", "registered", NULL, NULL, "" },
  { "stage-from", "dreaming", NULL, NULL, "" },
  { "stage-from", "none", NULL, NULL, "" },
  { "stage-to", "lead", NULL, NULL, "b" },
  { "stage-to", "at-capacity", NULL, NULL, "a b" },
  { "stage-to", "dreaming", NULL, NULL, "" },
  { "stage-from", "lead", "stage-to", "signed", "a b" },
  { "stage-from", "signed", "stage-to", "signed", "a" },
  { "stage-from", "signed", "stage-to", "lead", "" },
  { "stage-from", "negotiating", "stages", "lead", "" },
  { "tags", "urgent", NULL, NULL, "c" },
  { "tags", "urgent", "tags", "none", "c" },
  { "tags", "none", NULL, NULL, "" },
  { "tags", "Urgent", NULL, NULL, "" },
  { "tags", "&urgent", NULL, NULL, "" },
  { "date", "signed", NULL, NULL, "" },
  { "date-from", "2023", NULL, NULL, "" },
  { "date-match", "possibly", NULL, NULL, "a b c d e" },
  { "statuses", "normal", NULL, NULL, "a b d e" },
  { "statuses", "terminated", NULL, NULL, "c" },
  { "events", "beijing-2023", NULL, NULL, "a" },
  { "events", "none", NULL, NULL, "b c d e" },
  { "parties", "acme", NULL, NULL, "b" },
  { "currencies", "USD", NULL, NULL, "b c" },
  { "currencies", "USD", "amount-kind", "agreement", "b" },
  { "amount-kind", "agreement", NULL, NULL, "a b c d e" },
  { "amount", "none", "amount-kind", "agreement", "c d e" },
  { "amount", "none", NULL, NULL, "d e" },
  { "amount", "unpriced", NULL, NULL, "c" },
  { "amount", "unpriced", "amount-kind", "agreement", "" },
  { "amount", "later-word", NULL, NULL, "" },
  { "amount", "any", "amount-kind", "agreement", "a b" },
  { "amount", "no-sum", NULL, NULL, "c d e" },
  { "amount", "foreign", NULL, NULL, "b c" },
  { "amount", "foreign unpriced", NULL, NULL, "c" },
  { "amount", "undated-quarter", NULL, NULL, "a c" },
  { "amount", "undated-year", NULL, NULL, "" },
  { "amount", "unpriced", "currency", "USD", "a" },
  { "amount", "unpriced", "rate-set", "gone", "b c" },
  { "amount-from", "70", "amount-kind", "agreement", "a b" },
  { "amount-from", "70.01", "amount-kind", "agreement", "a" },
  { "amount-from", "70", NULL, NULL, "a b" },
  { "amount-to", "70", "amount-kind", "agreement", "b" },
  { "amount-to", "69.999", "amount-kind", "agreement", "" },
  { "amount-from", "70", "amount-to", "100", "a b" },
  { "amount-from", "9", "currency", "USD", "b c" },
  { "period", "2023", "amount", "any", "a b" },
  { "period", "2023-12", "amount", "any", "b" },
  { "period", "2023-12", "amount", "vague", "a" },
  { "period", "2023-Q4", "currencies", "USD", "b" },
  { "period", "2020", "currencies", "USD", "c" },
  { "period", "2023-12", "counting", "live", "b" },
  { "period", "2023-12", "counting", "not-dated", "a" },
  { "period", "2022", "counting", "outside-period", "a b" },
  { "period", "2022", NULL, NULL, "a b c d e" },
  { "party-kinds", "private", NULL, NULL, "b" },
  { "party-kinds", "none", NULL, NULL, "a c d e" },
  { "later-events", "beijing-2023", NULL, NULL, "b" },
  { "later-events", "shanghai-2024", NULL, NULL, "a" },
  { "events", "shanghai-2024", NULL, NULL, "" },
  { "stages", "signed", "stages", "&lead", "" },
  { "sectors", "sei/1", "sectors", "&press/1", "b" },
  { "sectors", "sei/1", "sectors", "&=sei/2", "b" },
  { "taxonomies", "!sei", NULL, NULL, "c d e" },
  { "taxonomies", "?sei", NULL, NULL, "c d e" },
  { "taxonomies", "~sei", NULL, NULL, "" },
  { "counting", "terminated", NULL, NULL, "c" },
  { "counting", "umbrella", NULL, NULL, "d" },
  { "counting", "not-counted", NULL, NULL, "e" },
  { "counting", "unknown-stage", NULL, NULL, "" },
  { "checks", "any", NULL, NULL, "a b c e" },
  { "checks", "no-division", NULL, NULL, "e" },
  { "checks", "no-division", "checks", "no-party", "a e" },
  { "checks", "later-word", NULL, NULL, "" },
  { "counting", "live", NULL, NULL, "a b" },
  { "counting", "excluded", NULL, NULL, "c d e" },
  { "counting", "later-word", NULL, NULL, "" },
  { "stages", "signed", "divisions", "330200", "a" },
  { "stages", "signed", "divisions", "none", "" },
  { "text", "robot", NULL, NULL, "a" },
  { "text", "ROBOT", NULL, NULL, "a" },
  { "text", "ｒｏｂｏｔ", NULL, NULL, "a" },
  { "text", "robot aiot", NULL, NULL, "a" },
  { "text", "robot　aiot", NULL, NULL, "a" },
  { "text", "robot acme", NULL, NULL, "" },
  { "text", "机器人", NULL, NULL, "a" },
  { "text", "余姚", NULL, NULL, "a" },
  { "text", "yuyao", NULL, NULL, "a" },
  { "text", "docking", NULL, NULL, "a" },
  { "text", "acme", NULL, NULL, "b" },
  { "text", "energy", NULL, NULL, "b c" },
  { "text", "签约", NULL, NULL, "a" },
  { "text", "signed", NULL, NULL, "a" },
  { "text", "cooperated", NULL, NULL, "a" },
  { "text", "2023-002", NULL, NULL, "b" },
  { "text", "nightingale", NULL, NULL, "b" },
  { "text", "harbour", NULL, NULL, "b" },
  { "text", "bureau", NULL, NULL, "c" },
  { "text", "urgent", NULL, NULL, "c" },
  { "text", "straße", NULL, NULL, "c" },
  { "text", "STRASSE", NULL, NULL, "c" },
  { "text", "nowhere", NULL, NULL, "" },
};

static void
add_project_a (TideSnapshot *snapshot)
{
  TideProjectPayload *a = tide_test_project_new ("a", "AIoT intelligent robot", "智能机器人");

  tide_payload_set_string (&a->number, "2023-001");
  tide_payload_set_interned (&a->division, "330281");
  tide_payload_set_interned (&a->event, "beijing-2023");
  tide_payload_add_string (&a->base, "later-events", "shanghai-2024");
  tide_test_project_add_stage (a, "signed", "\"has cooperated with\"");
  tide_test_project_add_sector (a, "sei/1");
  tide_test_project_add_amount (a, "agreement", "100", "CNY", "2023");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &a->base);
}

static void
add_project_b (TideSnapshot *snapshot)
{
  TideProjectPayload *b = tide_test_project_new ("b", "Battery harbour", NULL);

  tide_payload_set_string (&b->number, "2023-002");
  tide_payload_set_string (&b->code_name, "Nightingale");
  b->confidential = TRUE;
  tide_payload_set_interned (&b->division, "330200");
  tide_test_project_add_stage (b, "lead", NULL);
  tide_test_project_add_sector (b, "sei/2");
  tide_test_project_add_sector (b, "press/1");
  tide_test_project_add_party (b, "acme");
  tide_test_project_add_amount (b, "agreement", "10", "USD", "2023-12");
  tide_payload_add_string (&b->base, "later-events", "beijing-2023");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &b->base);
}

static void
add_project_c (TideSnapshot *snapshot)
{
  TideProjectPayload *c = tide_test_project_new ("c", "Cable", NULL);

  tide_payload_set_string (&c->in_charge, "Second Bureau");
  tide_payload_set_string (&c->notes, "Lange Straße 7");
  tide_payload_add_string (&c->base, "tags", "urgent");
  tide_test_project_add_stage (c, "dreaming", NULL);
  tide_test_project_add_status (c, "terminated");
  tide_test_project_add_sector (c, "press/1");
  tide_test_project_add_amount (c, "arrived", "10", "USD", "2020");
  tide_test_project_add_amount (c, "agreement", "10", "USD", "2023")->counted = FALSE;
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &c->base);
}

/* d is the umbrella of e, which is marked as not counting. */
static TideSnapshot *
make_snapshot (void)
{
  TideSnapshot *snapshot = tide_test_snapshot_new ();
  TideProjectPayload *d = tide_test_project_new ("d", "Dock", NULL);
  TideProjectPayload *e = tide_test_project_new ("e", "Engine", NULL);

  tide_test_snapshot_add_rate (snapshot, "USD", "2023", "7");
  tide_test_snapshot_add_sector (snapshot, "sei", "sei/2", "sei/1", "Storage");
  tide_test_snapshot_add_sector (snapshot, "sei", "sei/1", NULL, "Equipment");
  tide_test_snapshot_add_sector (snapshot, "sei", "sei/8", "sei/9", "Loop");
  tide_test_snapshot_add_sector (snapshot, "sei", "sei/9", "sei/8", "Loop");
  tide_test_snapshot_add_sector (snapshot, "press", "press/1", NULL, "New energy");
  tide_test_snapshot_add_division (snapshot, "330200", NULL, "Ningbo", "宁波市");
  tide_test_snapshot_add_division (snapshot, "330281", "330200", "Yuyao", "余姚市");
  tide_test_snapshot_add_event (snapshot, "beijing-2023", "Docking meeting");
  tide_test_snapshot_add_party (snapshot, "acme", "private", "Acme");

  add_project_a (snapshot);
  add_project_b (snapshot);
  add_project_c (snapshot);
  e->counted = FALSE;
  tide_payload_set_interned (&e->parent, "d");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &d->base);
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, &e->base);

  return snapshot;
}

static char *
dup_matches (const TideFilter *filter, TideSnapshot *snapshot)
{
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);
      g_autofree char *text = tide_project_dup_search_text (project, snapshot);
      gboolean matches = tide_matcher_matches (matcher, project);

      g_assert_cmpint (tide_matcher_matches_with_text (matcher, project, text), ==, matches);
      if (matches)
        g_ptr_array_add (ids, project->base.id);
    }

  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static void
test_matches (gconstpointer data)
{
  const FilterCase *row = data;
  g_autoptr (TideSnapshot) snapshot = make_snapshot ();
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;
  g_autofree char *found = NULL;

  if (row->member != NULL)
    tide_filter_add (filter, row->member, row->value);
  if (row->second_member != NULL)
    tide_filter_add (filter, row->second_member, row->second_value);

  found = dup_matches (filter, snapshot);
  g_assert_cmpstr (found, ==, row->expected);
}

static void
test_value (void)
{
  TideFilter *filter = tide_filter_new ();
  TideFilter *copy;
  g_autoptr (TidePayload) owner = &filter->base;
  g_autoptr (TidePayload) copy_owner = NULL;

  g_assert_true (tide_filter_is_empty (filter));
  tide_filter_set_text (filter, " \t ");
  tide_filter_add (filter, "amount-kind", "agreement");
  g_assert_true (tide_filter_is_empty (filter));

  tide_filter_add (filter, "stages", "signed");
  tide_filter_add (filter, "stages", "signed");
  g_assert_false (tide_filter_is_empty (filter));
  g_assert_cmpuint (filter->stages->len, ==, 1);

  copy = tide_filter_copy (filter);
  copy_owner = &copy->base;
  g_assert_true (tide_payload_equal (owner, copy_owner));
  tide_filter_add (copy, "stages", "lead");
  g_assert_false (tide_payload_equal (owner, copy_owner));
  g_assert_cmpuint (filter->stages->len, ==, 1);
}

/* All members with a value, and what else may stand in a file. */
static void
test_variant (void)
{
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owned = &filter->base;
  g_autoptr (TidePayload) copy = NULL;
  g_autoptr (TidePayload) empty = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) foreign = g_variant_ref_sink (g_variant_new_parsed (
      "{'stages': <'signed'>, 'text': <['a']>, 'name': <'x'>, 'id': <'y'>, 'later': <3>,"
      " 'amount': <''>, 'events': <['']>}"));

  tide_filter_add (filter, "stages", "signed");
  tide_filter_add (filter, "stages", "none");
  tide_filter_add (filter, "sectors", "=sei/1");
  tide_filter_add (filter, "amount-kind", "agreement");
  tide_filter_add (filter, "counting", "live");
  tide_filter_add (filter, "stage-from", "signed");
  tide_filter_add (filter, "tags", "&x, y");
  tide_filter_add (filter, "date", "plan-start");
  tide_filter_add (filter, "date-to", "2024-Q1");
  tide_filter_add (filter, "date-match", "possibly");
  tide_filter_set_text (filter, "<b>\u202e 机器人");

  variant = g_variant_ref_sink (tide_filter_to_variant (filter));
  g_assert_cmpuint (g_variant_n_children (variant), ==, 10);
  copy = (TidePayload *) tide_filter_new_from_variant (variant);
  g_assert_true (tide_payload_equal (copy, owned));

  empty = (TidePayload *) tide_filter_new_from_variant (foreign);
  g_assert_true (tide_filter_is_empty (TIDE_FILTER (empty)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/filter/matches/%02zu", i);

      g_test_add_data_func (path, &cases[i], test_matches);
    }
  g_test_add_func ("/filter/value", test_value);
  g_test_add_func ("/filter/variant", test_variant);

  return g_test_run ();
}
