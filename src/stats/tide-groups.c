/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"

#include <string.h>

static TideTally *
add_tally (TideGroups *self, const char *key, const char *en, const char *zh)
{
  TideTally *tally = tide_tally_new (self, key, en, zh);

  g_ptr_array_add (self->tallies, tally);
  g_hash_table_insert (self->by_key, tally->group->key, tally);

  return tally;
}

static TideTally *
add_indexed (TideGroups *self, guint index, const char *key, const char *en, const char *zh)
{
  TideTally *tally = add_tally (self, key, en, zh);

  tally->order = index;
  self->indexed[index] = tally;

  return tally;
}

static void
make_index (TideGroups *self, guint n)
{
  self->n_indexed = n;
  self->indexed = g_new0 (TideTally *, n);
}

/* Vocabulary ---------------------------------------------------------------------------------- */

static void
add_codes (TideGroups *self, TideCodeSet set, int left_out)
{
  make_index (self, tide_codes_get_n (set));
  for (guint i = 0; i < self->n_indexed; i++)
    {
      const char *code = tide_codes_get_code (set, i);

      if ((int) i != left_out)
        add_indexed (self, i, code, tide_codes_get_label (set, code, TIDE_LANGUAGE_EN),
                     tide_codes_get_label (set, code, TIDE_LANGUAGE_ZH));
    }
}

static gboolean
has_group (const TideGroups *self, guint sector)
{
  const guint parent = tide_crosswalk_get_parent (self->crosswalk, sector);

  if (!tide_crosswalk_has_sector (self->crosswalk, sector))
    return FALSE;
  if (self->grouping == TIDE_GROUPING_SECTOR_TOP)
    return parent == TIDE_NOWHERE;
  if (self->grouping == TIDE_GROUPING_SECTOR_SECOND)
    return parent == TIDE_NOWHERE
           || tide_crosswalk_get_parent (self->crosswalk, parent) == TIDE_NOWHERE;

  return TRUE;
}

static void
add_sectors (TideGroups *self)
{
  const GPtrArray *records
      = tide_snapshot_get_records (self->columns->snapshot, TIDE_RECORD_SECTOR);

  self->crosswalk = tide_crosswalk_new (self->columns->snapshot, self->taxonomy);
  make_index (self, tide_entries_get_n (records));
  for (guint i = 0; i < self->n_indexed; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (records, i);

      if (has_group (self, i))
        add_indexed (self, i, sector->base.id, sector->name.en, sector->name.zh);
    }
}

static void
read_parents (TideGroups *self, const GPtrArray *divisions)
{
  self->parents = g_new (guint, divisions->len);
  for (guint i = 0; i < divisions->len; i++)
    {
      const TideDivisionPayload *division = g_ptr_array_index (divisions, i);

      self->parents[i] = division->parent != NULL
                             ? GPOINTER_TO_UINT (g_hash_table_lookup (
                                   self->columns->vocabulary->divisions, division->parent))
                                   - 1
                             : TIDE_NOWHERE;
    }
}

/* A division that stands below itself stands on top. */
static void
break_loops (guint *parents, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint above = parents[i];

      for (guint j = 0; j < TIDE_MAX_ANCESTORS && above != TIDE_NOWHERE && above != i; j++)
        above = parents[above];
      if (above != TIDE_NOWHERE)
        parents[i] = TIDE_NOWHERE;
    }
}

/* The division whose group @division belongs to: itself, unless they are rolled up. */
static guint
find_group_of_division (const TideGroups *self, guint division, guint own)
{
  if (self->grouping != TIDE_GROUPING_DIVISION_TOP)
    return division;

  for (guint i = 0; i < TIDE_MAX_ANCESTORS; i++)
    {
      const guint parent = self->parents[division];

      if (division == own || parent == TIDE_NOWHERE || parent == own)
        break;
      division = parent;
    }

  return division;
}

static void
add_divisions (TideGroups *self)
{
  const GPtrArray *records
      = tide_snapshot_get_records (self->columns->snapshot, TIDE_RECORD_DIVISION);
  const char *own_id = tide_snapshot_get_settings (self->columns->snapshot)->division;
  guint own = TIDE_NOWHERE;

  if (own_id != NULL)
    own = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns->vocabulary->divisions, own_id)) - 1;

  make_index (self, records->len);
  read_parents (self, records);
  break_loops (self->parents, records->len);
  for (guint i = 0; i < self->n_indexed; i++)
    {
      const TideDivisionPayload *division = g_ptr_array_index (records, i);

      if (find_group_of_division (self, i, own) == i)
        add_indexed (self, i, division->base.id, division->name.en, division->name.zh);
    }
  for (guint i = 0; i < self->n_indexed; i++)
    self->indexed[i] = self->indexed[find_group_of_division (self, i, own)];
}

static void
add_events (TideGroups *self)
{
  const GPtrArray *records = tide_snapshot_get_records (self->columns->snapshot, TIDE_RECORD_EVENT);

  make_index (self, records->len);
  for (guint i = 0; i < self->n_indexed; i++)
    {
      const TideEventPayload *event = g_ptr_array_index (records, i);

      add_indexed (self, i, event->base.id, event->name.en, event->name.zh);
    }
}

/* The last one is for what is below the first class. */
static void
add_sizes (TideGroups *self)
{
  static const char *const names[][3] = {
    { "1", "100 million or more", "1亿及以上" }, { "10", "1 billion or more", "10亿及以上" },
    { "50", "5 billion or more", "50亿及以上" }, { "100", "10 billion or more", "100亿及以上" },
    { "below", "Below 100 million", "1亿以下" },
  };

  make_index (self, G_N_ELEMENTS (names));
  for (guint i = 0; i < self->n_indexed; i++)
    add_indexed (self, i, names[i][0], names[i][1], names[i][2]);
}

static void
add_vocabulary (TideGroups *self)
{
  switch (self->grouping)
    {
    case TIDE_GROUPING_STAGE:
      add_codes (self, TIDE_CODES_STAGE, -1);
      break;
    case TIDE_GROUPING_STATUS:
      add_codes (self, TIDE_CODES_STATUS, TIDE_STATUS_TERMINATED);
      break;
    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TOP:
    case TIDE_GROUPING_SECTOR_SECOND:
    case TIDE_GROUPING_SECTOR_TREE:
      add_sectors (self);
      break;
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      add_divisions (self);
      break;
    case TIDE_GROUPING_EVENT:
      add_events (self);
      break;
    case TIDE_GROUPING_PARTY_KIND:
      add_codes (self, TIDE_CODES_PARTY_KIND, -1);
      break;
    case TIDE_GROUPING_SIZE:
      add_sizes (self);
      break;
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
    case TIDE_GROUPING_CURRENCY:
    case TIDE_N_GROUPINGS:
    default:
      break;
    }
}

/* Others -------------------------------------------------------------------------------------- */

static TideTally *
add_none (TideGroups *self)
{
  switch (self->grouping)
    {
    case TIDE_GROUPING_STAGE:
      return add_tally (self, TIDE_FILTER_NONE, "No stage", "未定阶段");
    case TIDE_GROUPING_STATUS:
      return add_tally (self, TIDE_FILTER_NONE, "No status", "未定状态");
    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TOP:
    case TIDE_GROUPING_SECTOR_SECOND:
    case TIDE_GROUPING_SECTOR_TREE:
      return add_tally (self, TIDE_FILTER_NONE, "Unclassified", "未分类");
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      return add_tally (self, TIDE_FILTER_NONE, "No division", "未定区划");
    case TIDE_GROUPING_EVENT:
      return add_tally (self, TIDE_FILTER_NONE, "No event", "无签约活动");
    case TIDE_GROUPING_PARTY_KIND:
      return add_tally (self, TIDE_FILTER_NONE, "No party of a known kind", "无已知类型的投资方");
    case TIDE_GROUPING_SIZE:
      return add_tally (self, TIDE_FILTER_NONE, "No priced amount", "无可折算金额");
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
    case TIDE_GROUPING_CURRENCY:
    case TIDE_N_GROUPINGS:
    default:
      return add_tally (self, TIDE_FILTER_NONE, "No amount", "未填金额");
    }
}

static TideTally *
add_time (TideGroups *self, const char *key)
{
  g_autofree char *en = NULL;
  g_autofree char *zh = NULL;
  TideDate date;

  tide_date_parse (key, TRUE, &date);
  en = tide_date_dup_label (&date, TIDE_LANGUAGE_EN);
  zh = tide_date_dup_label (&date, TIDE_LANGUAGE_ZH);

  return add_tally (self, key, en, zh);
}

/*
 * tide_groups_ensure:
 * @self: groups
 * @key: key of one that is not in the vocabulary
 *
 * Returns: (transfer none): the tally of the group
 */
TideTally *
tide_groups_ensure (TideGroups *self, const char *key)
{
  TideTally *tally = g_hash_table_lookup (self->by_key, key);

  if (tally != NULL)
    return tally;
  if (strcmp (key, TIDE_FILTER_NONE) == 0)
    return add_none (self);
  if (strcmp (key, TIDE_UNDATED) == 0)
    return self->grouping == TIDE_GROUPING_YEAR
               ? add_tally (self, key, "Not dated to the year", "未精确到年")
               : add_tally (self, key, "Not dated to the quarter", "未精确到季度");
  if (self->grouping == TIDE_GROUPING_QUARTER || self->grouping == TIDE_GROUPING_YEAR)
    return add_time (self, key);

  return add_tally (self, key, key, key);
}

/*
 * tide_groups_ensure_time:
 * @self: groups by year or quarter
 * @year: a year, 0 for none
 * @quarter: a quarter, 0 for none; by year it does not matter
 *
 * Returns: (transfer none): the tally of the group
 */
TideTally *
tide_groups_ensure_time (TideGroups *self, guint year, guint quarter)
{
  const gboolean by_year = self->grouping == TIDE_GROUPING_YEAR;
  const TideDate date = { .year = (gint16) year,
                          .quarter = (guint8) quarter,
                          .precision = by_year ? TIDE_PRECISION_YEAR : TIDE_PRECISION_QUARTER };
  char key[TIDE_DATE_TEXT_SIZE];

  if (year == 0 || (quarter == 0 && !by_year))
    g_strlcpy (key, TIDE_UNDATED, sizeof key);
  else
    tide_date_format (&date, key, sizeof key);

  return tide_groups_ensure (self, key);
}

/* What every group asks for. Where the filter asks for projects that are not live, nothing is
 * counted, and nothing is opened. */
static TideFilter *
make_filter (TideColumns *columns, const TideFilter *filter)
{
  TideFilter *made = filter != NULL ? tide_filter_copy (filter) : tide_filter_new ();
  const gboolean is_live = made->counting == NULL || strcmp (made->counting, "live") == 0;

  tide_payload_set_string (&made->counting, is_live ? "live" : TIDE_FILTER_NONE);
  tide_filter_set_valuation (made, &columns->valuation);

  return made;
}

/*
 * tide_groups_init:
 * @self: (out caller-allocates): the groups
 * @columns: what is counted, which outlives them
 * @grouping: by what
 * @taxonomy: (nullable): for sectors, the taxonomy's id
 * @filter: (nullable): which projects to look at
 */
void
tide_groups_init (TideGroups *self,
                  TideColumns *columns,
                  TideGrouping grouping,
                  const char *taxonomy,
                  const TideFilter *filter)
{
  *self = (TideGroups) { .columns = columns, .grouping = grouping, .taxonomy = taxonomy };
  self->n_currencies = columns->currencies->len;
  self->filter = make_filter (columns, filter);
  self->tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_tally_free);
  self->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  self->total = tide_tally_new (self, NULL, NULL, NULL);
  add_vocabulary (self);
}

/*
 * tide_groups_clear:
 * @self: groups
 */
void
tide_groups_clear (TideGroups *self)
{
  tide_payload_unref (&self->filter->base);
  g_clear_pointer (&self->crosswalk, tide_crosswalk_free);
  tide_tally_free (self->total);
  g_ptr_array_unref (self->tallies);
  g_hash_table_unref (self->by_key);
  g_free (self->indexed);
  g_free (self->parents);
}

/* What belongs to no group is shown last, whenever it was met. */
static guint
get_rank (const TideTally *tally)
{
  if (strcmp (tally->group->key, TIDE_FILTER_NONE) == 0)
    return 2;

  return strcmp (tally->group->key, TIDE_UNDATED) == 0;
}

static int
compare_tallies (const TideTally *a, const TideTally *b)
{
  if (get_rank (a) != get_rank (b))
    return get_rank (a) < get_rank (b) ? -1 : 1;
  if (a->order != b->order)
    return a->order < b->order ? -1 : 1;

  return strcmp (a->group->key, b->group->key);
}

static void
set_filter (TideGroups *self, TideFigure *figure, const char *key)
{
  tide_payload_unref (&figure->filter->base);
  figure->filter = tide_filter_copy (self->filter);
  if (key != NULL)
    tide_filter_ask_for_group (figure->filter, self, key);
}

/*
 * tide_groups_finish:
 * @self: groups that have counted everything
 *
 * Returns: (transfer full): the breakdown
 */
TideBreakdown *
tide_groups_finish (TideGroups *self)
{
  TideBreakdown *breakdown = g_new0 (TideBreakdown, 1);
  TideGroup *whole;

  g_ptr_array_sort_values (self->tallies, (GCompareFunc) compare_tallies);
  breakdown->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_group_free);
  for (guint i = 0; i < self->tallies->len; i++)
    {
      TideGroup *group = tide_tally_finish (g_ptr_array_index (self->tallies, i), self);

      set_filter (self, group->figure, group->key);
      g_ptr_array_add (breakdown->groups, group);
    }

  whole = tide_tally_finish (self->total, self);
  breakdown->total = g_steal_pointer (&whole->figure);
  set_filter (self, breakdown->total, NULL);
  tide_group_free (whole);

  return breakdown;
}
