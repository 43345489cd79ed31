/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-totals.h"

#include "tide-test-register.h"

static void
set_all (TidePayload *payload, const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (pair[0] != NULL && pair[1] != NULL)
        tide_test_payload_set (payload, pair[0], pair[1]);
    }
}

static TidePayload *
add (TideSnapshot *snapshot, TideRecordKind kind, const char *id, const char *words)
{
  TidePayload *payload = tide_test_payload_new (kind, id, NULL);

  set_all (payload, words);
  tide_snapshot_add (snapshot, kind, payload);

  return payload;
}

static void
add_sector (TideSnapshot *snapshot, const char *id, const char *words, const char *mappings)
{
  TidePayload *sector = tide_test_payload_new (TIDE_RECORD_SECTOR, id, id);
  g_auto (GStrv) parts = g_strsplit (mappings, ",", -1);

  set_all (sector, words);
  for (gsize i = 0; parts[i] != NULL; i++)
    set_all (tide_test_payload_add_entry (sector, "maps-to", NULL), parts[i]);
  tide_snapshot_add (snapshot, TIDE_RECORD_SECTOR, sector);
}

static void
add_sectors (TideSnapshot *snapshot)
{
  add (snapshot, TIDE_RECORD_TAXONOMY, "new", "");
  add_sector (snapshot, "energy", "taxonomy=new", "");
  add_sector (snapshot, "wind", "taxonomy=new parent=energy", "");
  add_sector (snapshot, "blade", "taxonomy=new parent=wind", "");
  add_sector (snapshot, "robots", "taxonomy=new", "sector=machines relation=narrower");
  add (snapshot, TIDE_RECORD_TAXONOMY, "old", "");
  add_sector (snapshot, "power", "taxonomy=old", "sector=energy relation=narrower");
  add_sector (snapshot, "coal", "taxonomy=old parent=power", "");
  add_sector (snapshot, "machines", "taxonomy=old", "");
  add_sector (snapshot, "grids", "taxonomy=old",
              "sector=wind relation=same,sector=robots relation=same");
  add_sector (snapshot, "pumps", "taxonomy=old", "");
}

TideSnapshot *
tide_test_totals_new (void)
{
  TideSnapshot *snapshot = tide_snapshot_new ();

  add (snapshot, TIDE_RECORD_REGISTER, "register",
       "currency=CNY rate-set=mid division=city time-zone=Asia/Shanghai");
  add_sectors (snapshot);
  add (snapshot, TIDE_RECORD_DIVISION, "city", "");
  add (snapshot, TIDE_RECORD_DIVISION, "north", "parent=city");
  add (snapshot, TIDE_RECORD_DIVISION, "south", "parent=city");
  add (snapshot, TIDE_RECORD_DIVISION, "harbour", "parent=south");
  add (snapshot, TIDE_RECORD_EVENT, "fair", "");
  add (snapshot, TIDE_RECORD_EVENT, "expo", "");
  add (snapshot, TIDE_RECORD_PARTY, "lab", "kind=institute");
  add (snapshot, TIDE_RECORD_PARTY, "firm", "kind=private");
  add (snapshot, TIDE_RECORD_PARTY, "office", "kind=later-word");
  add (snapshot, TIDE_RECORD_RATE, NULL, "set=mid from=USD to=CNY date=2022 value=7");
  add (snapshot, TIDE_RECORD_RATE, NULL, "set=mid from=USD to=CNY date=2023-07-01 value=7.2");

  return snapshot;
}

static void
add_entry (TidePayload *project, const char *list, const char *words)
{
  static guint n;
  const gboolean has_id = tide_shape_find (project->shape, list)->shape->has_id;
  g_autofree char *id = has_id ? g_strdup_printf ("%08u", ++n) : NULL;

  set_all (tide_test_payload_add_entry (project, list, id), words);
}

static void
add_amount (TidePayload *project, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ":", -1);
  g_autoptr (GString) words = g_string_new (NULL);
  static const char *const members[] = { "kind", "value", "currency", "date", "event" };

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s=%s", words->len > 0 ? " " : "", members[i], parts[i]);
  add_entry (project, "amounts", words->str);
}

static void
add_word (TidePayload *project, const char *name, const char *value)
{
  g_autofree char *words = NULL;
  g_auto (GStrv) parts = g_strsplit (value, ":", 2);

  if (g_str_equal (name, "later"))
    tide_payload_add_string (project, "later-events", value);
  else if (g_str_equal (name, "amount"))
    add_amount (project, value);
  else if (g_str_equal (name, "class"))
    {
      words = parts[1] != NULL ? g_strdup_printf ("sector=%s share=%s", parts[0], parts[1])
                               : g_strdup_printf ("sector=%s", parts[0]);
      add_entry (project, "sectors", words);
    }
  else if (g_str_equal (name, "party"))
    {
      words = g_strdup_printf ("party=%s role=investor", value);
      add_entry (project, "parties", words);
    }
  else if (g_str_equal (name, "stage") || g_str_equal (name, "status"))
    {
      words = g_strdup_printf ("%s=%s date=2023", name, value);
      add_entry (project, g_str_equal (name, "stage") ? "stages" : "statuses", words);
    }
  else
    tide_test_payload_set (project, name, value);
}

void
tide_test_totals_add (TideSnapshot *snapshot, const char *id, const char *words)
{
  TidePayload *project = tide_test_payload_new (TIDE_RECORD_PROJECT, id, id);
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);

  for (gsize i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (g_strcmp0 (pair[0], "uncounted") == 0)
        ((TideProjectPayload *) project)->counted = FALSE;
      else if (pair[0] != NULL && pair[1] != NULL)
        add_word (project, pair[0], pair[1]);
    }
  tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT, project);
}

TideColumns *
tide_test_totals_make_columns (TideSnapshot *snapshot, TideAmountKind kind, const char *period)
{
  TideValuation valuation = { .kind = kind };

  if (period != NULL)
    g_assert_true (tide_date_parse (period, TRUE, &valuation.period));

  return tide_columns_new (snapshot, &valuation, NULL);
}

/* Ids of the projects that a filter opens, with spaces between them. */
char *
tide_test_totals_dup_ids (TideSnapshot *snapshot, const TideFilter *filter)
{
  g_autoptr (TideMatcher) matcher = tide_matcher_new (filter, snapshot);
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (tide_matcher_matches (matcher, project))
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", project->base.id);
    }

  return g_string_free_and_steal (ids);
}

guint
tide_test_totals_count (TideSnapshot *snapshot, const TideFilter *filter)
{
  g_autofree char *ids = tide_test_totals_dup_ids (snapshot, filter);
  g_auto (GStrv) parts = g_strsplit (ids, " ", -1);

  return *ids != '\0' ? g_strv_length (parts) : 0;
}

/* The filters of a figure, of its parts and of its exclusions open as many as it says. */
void
tide_test_totals_assert_opens (TideSnapshot *snapshot,
                               const TideFigure *figure,
                               const char *taxonomy)
{
  g_assert_cmpuint (tide_test_totals_count (snapshot, figure->filter), ==, figure->n_counted);

  for (guint i = 0; i < TIDE_N_FIGURE_PARTS; i++)
    {
      g_autoptr (TidePayload) filter
          = (TidePayload *) tide_figure_dup_part_filter (figure, (TideFigurePart) i, taxonomy);

      if (i == TIDE_FIGURE_VAGUE && figure->n_vague == 0)
        continue;
      if (taxonomy == NULL && (i == TIDE_FIGURE_UNCLASSIFIED || i == TIDE_FIGURE_MAPPED))
        continue;
      g_assert_cmpuint (tide_test_totals_count (snapshot, TIDE_FILTER (filter)), ==,
                        tide_figure_get_n_part (figure, (TideFigurePart) i));
    }

  for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
    {
      g_autoptr (TidePayload) filter
          = (TidePayload *) tide_figure_dup_exclusion_filter (figure, (TideExclusion) i);

      if (filter != NULL
          && (i != TIDE_EXCLUSION_LATER_EVENT || figure->n_excluded[i] > 0
              || figure->filter->events != NULL))
        g_assert_cmpuint (tide_test_totals_count (snapshot, TIDE_FILTER (filter)), ==,
                          figure->n_excluded[i]);
    }
}

void
tide_test_totals_assert_same_figures (const TideFigure *a, const TideFigure *b)
{
  g_assert_cmpuint (a->n_counted, ==, b->n_counted);
  g_assert_cmpuint (a->n_added, ==, b->n_added);
  g_assert_cmpuint (a->n_priced, ==, b->n_priced);
  g_assert_cmpint (a->base.minor, ==, b->base.minor);
  g_assert_cmpint (a->is_overflow, ==, b->is_overflow);
  for (guint i = 0; i < TIDE_N_FIGURE_PARTS; i++)
    g_assert_cmpuint (tide_figure_get_n_part (a, (TideFigurePart) i), ==,
                      tide_figure_get_n_part (b, (TideFigurePart) i));
  g_assert_cmpmem (a->sums->data, a->sums->len * sizeof (TideMoney), b->sums->data,
                   b->sums->len * sizeof (TideMoney));
}

void
tide_test_totals_assert_same (const TideBreakdown *a, const TideBreakdown *b)
{
  tide_test_totals_assert_same_figures (a->total, b->total);
  g_assert_cmpuint (a->groups->len, ==, b->groups->len);
  for (guint i = 0; i < a->groups->len; i++)
    {
      const TideGroup *left = g_ptr_array_index (a->groups, i);
      const TideGroup *right = g_ptr_array_index (b->groups, i);

      g_assert_cmpstr (left->key, ==, right->key);
      tide_test_totals_assert_same_figures (left->figure, right->figure);
    }
}
