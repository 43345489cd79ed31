/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-filter.h"
#include "stats/tide-indicator-parts.h"
#include "stats/tide-sector-account.h"
#include "tide-test-register.h"

#include <string.h>

static void
add_mapping (TideSnapshot *snapshot)
{
  TidePayload *sector = tide_test_payload_new (TIDE_RECORD_SECTOR, "old-energy", "Old energy");
  TidePayload *mapping = tide_test_payload_add_entry (sector, "maps-to", NULL);

  tide_test_payload_set (sector, "taxonomy", "chains");
  tide_test_payload_set (mapping, "sector", "energy");
  tide_test_payload_set (mapping, "relation", "same");
  tide_snapshot_add (snapshot, TIDE_RECORD_SECTOR, sector);
}

/* Two classes share it; a single one has all of it. */
static void
add_project (TideSnapshot *snapshot, const char *id, const char *sectors, const char *value)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);
  g_auto (GStrv) ids = g_strsplit (sectors, " ", -1);
  g_autofree char *amount_id = g_strconcat (id, "-amount", NULL);
  TidePayload *entry;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      entry = tide_test_payload_add_entry (project, "sectors", NULL);
      tide_test_payload_set (entry, "sector", ids[i]);
      if (g_strv_length (ids) == 2)
        tide_test_payload_set (entry, "share", "50");
    }
  entry = tide_test_payload_add_entry (project, "amounts", amount_id);
  tide_test_payload_set (entry, "kind", "agreement");
  tide_test_payload_set (entry, "value", value);
  tide_test_payload_set (entry, "currency", "CNY");
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
}

static TideColumns *
count (TideSnapshot *snapshot)
{
  const TideValuation valuation = { .kind = TIDE_AMOUNT_KIND_AGREEMENT };

  return tide_columns_new (snapshot, &valuation, NULL);
}

static guint
count_behind (TideSnapshot *snapshot, const TideFilter *filter)
{
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  guint n = 0;

  for (guint i = 0; i < projects->len; i++)
    n += tide_matcher_matches (matcher, g_ptr_array_index (projects, i));

  return n;
}

/* p1 holds others together and is left out; p2 and p3 are in no sector. */
static TideSnapshot *
create_snapshot (void)
{
  TideSnapshot *snapshot = tide_test_register_new_snapshot ();

  add_mapping (snapshot);
  add_project (snapshot, "q1", "energy robots", "1000");
  add_project (snapshot, "q2", "old-energy", "500");

  return snapshot;
}

static void
assert_figure (
    TideSnapshot *snapshot, const TideFigure *figure, guint n, gint64 yuan, guint n_mapped)
{
  g_assert_cmpuint (figure->n_counted, ==, n);
  g_assert_cmpint (figure->base.minor, ==, yuan * 100);
  g_assert_cmpuint (count_behind (snapshot, figure->filter), ==, n);
  g_assert_cmpuint (figure->n_mapped, ==, n_mapped);
}

/* By mentions each project is in its sectors with all its money. */
static void
test_two_views (void)
{
  g_autoptr (TideSnapshot) snapshot = create_snapshot ();
  g_autoptr (TideColumns) columns = count (snapshot);
  g_autoptr (TideSectorAccount) energy = tide_sector_account_new (columns, "fields", "energy");
  g_autoptr (TideSectorAccount) robots = tide_sector_account_new (columns, "fields", "robots");
  g_autoptr (TideSectorAccount) sea = tide_sector_account_new (columns, "fields", "sea");

  assert_figure (snapshot, energy->by_shares, 2, 1000, 1);
  g_assert_cmpuint (energy->by_shares->n_excluded[TIDE_EXCLUSION_UMBRELLA], ==, 1);
  g_assert_cmpuint (energy->by_mentions->n_counted, ==, 2);
  g_assert_cmpint (energy->by_mentions->base.minor, ==, 150000);
  assert_figure (snapshot, robots->by_shares, 1, 500, 0);
  g_assert_cmpint (robots->by_mentions->base.minor, ==, 100000);
  g_assert_cmpuint (sea->by_shares->n_counted, ==, 0);
  g_assert_cmpuint (sea->by_mentions->n_counted, ==, 0);
  g_assert_cmpint (energy->whole->base.minor, ==, 150000);

  g_assert_null (tide_sector_account_new (columns, "fields", "chain"));
  g_assert_null (tide_sector_account_new (columns, "fields", "no-such"));
}

/* What was classified in one version shows in another, and what the two of them share not twice. */
static void
test_other_version (void)
{
  g_autoptr (TideSnapshot) snapshot = create_snapshot ();
  g_autoptr (TideColumns) columns = count (snapshot);
  g_autoptr (TideSectorAccount) old = tide_sector_account_new (columns, "chains", "old-energy");

  assert_figure (snapshot, old->by_shares, 2, 1000, 1);
}

static void
test_mentions (void)
{
  g_autoptr (TideSnapshot) snapshot = create_snapshot ();
  g_autoptr (TideColumns) columns = count (snapshot);
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, TIDE_GROUPING_SECTOR_TREE, "fields", NULL);

  g_assert_cmpuint (breakdown->total->n_counted, ==, 4);
  g_assert_cmpuint (tide_breakdown_count_mentions (breakdown, snapshot), ==, 5);
}

static void
add_indicator (TideSnapshot *snapshot,
               const char *id,
               const char *path,
               const char *subject,
               const char *value)
{
  TidePayload *indicator = tide_test_payload_new (TIDE_RECORD_INDICATOR, id, id);
  TidePayload *observation = tide_test_payload_add_entry (indicator, "observations", NULL);

  tide_test_payload_set (indicator, path, subject);
  tide_test_payload_set (indicator, "measure", "output");
  tide_test_payload_set (indicator, "scope", "above-size");
  tide_test_payload_set (indicator, "unit/currency", "CNY");
  tide_test_payload_set (indicator, "unit/scale", "100000000");
  tide_test_payload_set (observation, "period", "2023");
  tide_test_payload_set (observation, "value", value);
  tide_snapshot_add (snapshot, TIDE_RECORD_INDICATOR, indicator);
}

static const TideIndicatorPayload *
get_indicator (TideSnapshot *snapshot, const char *id)
{
  return TIDE_INDICATOR_PAYLOAD (tide_snapshot_lookup (snapshot, TIDE_RECORD_INDICATOR, id));
}

/* A company may be in several classes: what they add up to is told, not corrected. */
static void
test_parts_exceed (void)
{
  g_autoptr (TideSnapshot) snapshot = create_snapshot ();
  g_autofree char *text = NULL;
  TideIndicatorParts parts;

  add_indicator (snapshot, "whole", "subject/taxonomy", "fields", "1000");
  add_indicator (snapshot, "energy-output", "subject/sector", "energy", "600");
  add_indicator (snapshot, "robots-output", "subject/sector", "robots", "415");
  add_indicator (snapshot, "chain-output", "subject/sector", "chain", "77");

  g_assert_true (tide_indicator_parts_init (&parts, snapshot, get_indicator (snapshot, "whole")));
  g_assert_cmpuint (parts.n_parts, ==, 2);
  g_assert_cmpuint (parts.n_missing, ==, 0);
  g_assert_cmpfloat_with_epsilon (parts.share, 101.5, 1e-9);
  text = tide_indicator_parts_dup_text (&parts, TIDE_LANGUAGE_EN);
  g_assert_nonnull (strstr (text, "101.5 %"));
  g_assert_nonnull (strstr (text, "may exceed the whole"));

  g_assert_true (tide_indicator_find_whole (snapshot, get_indicator (snapshot, "energy-output"))
                 == get_indicator (snapshot, "whole"));
  g_assert_null (tide_indicator_find_whole (snapshot, get_indicator (snapshot, "chain-output")));
  g_assert_false (
      tide_indicator_parts_init (&parts, snapshot, get_indicator (snapshot, "chain-output")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/sector-account/two-views", test_two_views);
  g_test_add_func ("/sector-account/other-version", test_other_version);
  g_test_add_func ("/sector-account/mentions", test_mentions);
  g_test_add_func ("/sector-account/parts-exceed", test_parts_exceed);

  return g_test_run ();
}
