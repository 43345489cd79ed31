/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns of registers that are larger than a block, made from others after an edit. */

#include "stats/tide-main-taxonomy.h"
#include "stats/tide-overview.h"
#include "tide-test-totals.h"

#define N_PROJECTS 2600

/* Which projects an edit changes, removes and adds: every so-manieth from a first one on, up to an
 * end. */
typedef struct
{
  const char *name;
  guint changed[3];
  guint removed[3];
  guint added[3];
} Edit;

#define NOTHING { 0, 0, 1 }

static const Edit edits[] = {
  { "nothing", NOTHING, NOTHING, NOTHING },
  { "first", { 0, 1, 1 }, NOTHING, NOTHING },
  { "last", { N_PROJECTS - 1, N_PROJECTS, 1 }, NOTHING, NOTHING },
  { "edges", { 1023, 1025, 1 }, NOTHING, NOTHING },
  { "scattered", { 5, N_PROJECTS, 97 }, NOTHING, NOTHING },
  { "all", { 0, N_PROJECTS, 1 }, NOTHING, NOTHING },
  { "one-less", NOTHING, { 1500, 1501, 1 }, NOTHING },
  { "block-less", NOTHING, { 1024, 2048, 1 }, NOTHING },
  { "all-gone", NOTHING, { 0, N_PROJECTS, 1 }, NOTHING },
  { "one-more", NOTHING, NOTHING, { 700, 701, 1 } },
  { "many-more", NOTHING, NOTHING, { 300, 1900, 1 } },
  { "mixed", { 3, N_PROJECTS, 211 }, { 8, N_PROJECTS, 97 }, { 0, N_PROJECTS, 53 } },
};

static gboolean
is_in (const guint *range, guint i)
{
  return i >= range[0] && i < range[1] && (i - range[0]) % range[2] == 0;
}

/* Of many kinds, so that numbers mean something else for each. */
static void
add_project (TideSnapshot *snapshot, const char *id, guint i, gboolean is_changed)
{
  static const char *const classes[] = {
    "energy", "wind:50 class=robots:50", "blade:33.3 class=robots", "grids", "coal:30", "gone"
  };
  static const char *const currencies[] = { "CNY", "USD", "CNY", "EUR" };
  g_autofree char *words = g_strdup_printf (
      "division=%s stage=%s event=%s class=%s amount=agreement:%u:%s:20%02u-0%u "
      "amount=%s:77:JPY:2023%s%s",
      i % 3 == 0 ? "north" : "harbour", is_changed ? "started" : "signed",
      i % 5 == 0 ? "fair" : "expo", classes[i % G_N_ELEMENTS (classes)], 1000 + i,
      currencies[i % G_N_ELEMENTS (currencies)], is_changed ? 31 : 10 + i % 13, 1 + i % 9,
      i % 4 == 1 ? "agreement" : "arrived", i % 40 == 7 ? " parent=p00100" : "",
      i % 11 == 0 ? " later=fair" : "");

  tide_test_totals_add (snapshot, id, words);
}

static TideSnapshot *
make_register (void)
{
  TideSnapshot *snapshot = tide_test_totals_new ();

  for (guint i = 0; i < N_PROJECTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%05u", i);

      add_project (snapshot, id, i, FALSE);
    }

  return snapshot;
}

static void
take_vocabulary_over (TideSnapshot *snapshot, TideSnapshot *before)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      const GPtrArray *records = tide_snapshot_get_records (before, (TideRecordKind) kind);

      for (guint i = 0; kind != TIDE_RECORD_PROJECT && i < records->len; i++)
        tide_snapshot_add (snapshot, (TideRecordKind) kind,
                           tide_payload_ref (g_ptr_array_index (records, i)));
    }
}

static TideSnapshot *
apply (const Edit *edit, TideSnapshot *before)
{
  const GPtrArray *projects = tide_snapshot_get_records (before, TIDE_RECORD_PROJECT);
  TideSnapshot *snapshot = tide_snapshot_new ();

  take_vocabulary_over (snapshot, before);
  for (guint i = 0; i < N_PROJECTS; i++)
    {
      TidePayload *project = g_ptr_array_index (projects, i);
      g_autofree char *added = g_strdup_printf ("%s+", project->id);

      if (is_in (edit->changed, i))
        add_project (snapshot, project->id, i, TRUE);
      else if (!is_in (edit->removed, i))
        tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, tide_payload_ref (project));
      if (is_in (edit->added, i))
        add_project (snapshot, added, i, TRUE);
    }

  return snapshot;
}

static void
assert_same_totals (TideColumns *a, TideColumns *b)
{
  g_assert_cmpuint (tide_columns_get_n (a), ==, tide_columns_get_n (b));
  for (guint grouping = 0; grouping < TIDE_N_GROUPINGS; grouping++)
    {
      g_autoptr (TideBreakdown) left = tide_breakdown_new (a, (TideGrouping) grouping, "new", NULL);
      g_autoptr (TideBreakdown) right
          = tide_breakdown_new (b, (TideGrouping) grouping, "new", NULL);

      tide_test_totals_assert_same (left, right);
    }
}

/* There and back again, and each time the columns say what those made from the start say. */
static void
test_edit (gconstpointer data)
{
  g_autoptr (TideSnapshot) before = make_register ();
  g_autoptr (TideSnapshot) after = apply (data, before);
  g_autoptr (TideColumns) first
      = tide_test_totals_make_columns (before, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  const TideValuation *valuation = tide_columns_get_valuation (first);
  g_autoptr (TideColumns) updated = tide_columns_new (after, valuation, first);
  g_autoptr (TideColumns) back = tide_columns_new (before, valuation, updated);
  g_autoptr (TideColumns) fresh = tide_columns_new (after, valuation, NULL);

  assert_same_totals (updated, fresh);
  assert_same_totals (back, first);
}

static void
assert_same_offers (const TideOverviewOffers *a, const TideOverviewOffers *b)
{
  g_assert_cmpuint (a->periods->len, ==, b->periods->len);
  for (guint i = 0; i < a->periods->len; i++)
    g_assert_true (tide_date_equal (&g_array_index (a->periods, TideDate, i),
                                    &g_array_index (b->periods, TideDate, i)));
}

static void
test_overview (gconstpointer data)
{
  g_autoptr (TideOverviewQuestion) question = tide_overview_question_new ();
  g_autoptr (TideSnapshot) before = make_register ();
  g_autoptr (TideSnapshot) after = apply (data, before);
  g_autoptr (TideOverview) first = tide_overview_new (before, question, NULL);
  g_autoptr (TideOverview) updated = tide_overview_new (after, question, first);
  g_autoptr (TideOverview) fresh = tide_overview_new (after, question, NULL);

  for (guint i = 0; i < TIDE_OVERVIEW_N_PARTS; i++)
    tide_test_totals_assert_same (updated->parts[i], fresh->parts[i]);
  assert_same_offers (updated->offers, fresh->offers);
  g_assert_cmpstr (updated->question->taxonomy, ==, fresh->question->taxonomy);
}

/* What is offered is all that amounts are dated to, whatever kind they are of. */
static void
test_periods (void)
{
  g_autoptr (TideOverviewQuestion) question = tide_overview_question_new ();
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideOverview) overview = NULL;
  g_autoptr (GString) text = g_string_new ("");

  tide_test_totals_add (snapshot, "a",
                        "amount=agreement:1:CNY:2023-08-15 amount=intention:2:CNY:2021");
  tide_test_totals_add (snapshot, "b", "amount=arrived:3:CNY:2023-Q1 amount=arrived:3:CNY:");
  overview = tide_overview_new (snapshot, question, NULL);
  for (guint i = 0; i < overview->offers->periods->len; i++)
    {
      char period[TIDE_DATE_TEXT_SIZE];

      tide_date_format (&g_array_index (overview->offers->periods, TideDate, i), period,
                        sizeof period);
      g_string_append_printf (text, "%s ", period);
    }

  g_assert_cmpstr (text->str, ==, "2023 2023-Q1 2023-Q3 2021 ");
}

/* The one in which most is classified, or else the first one. */
static void
test_main_taxonomy (void)
{
  g_autoptr (TideSnapshot) snapshot = tide_test_totals_new ();
  g_autoptr (TideColumns) none
      = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_autoptr (TideColumns) some = NULL;

  g_assert_cmpstr (tide_columns_find_main_taxonomy (none), ==, "new");
  g_assert_cmpstr (tide_snapshot_find_main_taxonomy (snapshot), ==, "new");

  tide_test_totals_add (snapshot, "a", "class=energy:30");
  tide_test_totals_add (snapshot, "b", "class=grids:10 class=coal:20 class=gone");
  some = tide_test_totals_make_columns (snapshot, TIDE_AMOUNT_KIND_AGREEMENT, NULL);
  g_assert_cmpstr (tide_columns_find_main_taxonomy (some), ==, "old");
  g_assert_cmpstr (tide_snapshot_find_main_taxonomy (snapshot), ==, "old");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stats/columns/edit/%s", edits[i].name);
      g_autofree char *overview = g_strdup_printf ("/stats/columns/overview/%s", edits[i].name);

      g_test_add_data_func (path, &edits[i], test_edit);
      g_test_add_data_func (overview, &edits[i], test_overview);
    }
  g_test_add_func ("/stats/columns/periods", test_periods);
  g_test_add_func ("/stats/columns/main-taxonomy", test_main_taxonomy);

  return g_test_run ();
}
