/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"

/* The rank of no stage; there is no project without a status. */
#define NO_CODE (-1)

/*
 * tide_placing_init:
 * @self: (out caller-allocates): a placing
 * @groups: where rows are placed
 * @events: (nullable) (element-type utf8 TideEventState): the events asked for; %NULL for all
 */
void
tide_placing_init (TidePlacing *self, TideGroups *groups, GHashTable *events)
{
  *self = (TidePlacing) { .groups = groups, .events = events };
  tide_portion_init (&self->part, groups->columns);
  tide_placing_grow (self);
  if (groups->crosswalk != NULL)
    {
      self->taxonomies = tide_crosswalk_get_taxonomies (groups->crosswalk);
      self->crossings = tide_crosswalk_get_all (groups->crosswalk);
    }
}

/*
 * tide_placing_clear:
 * @self: a placing
 */
void
tide_placing_clear (TidePlacing *self)
{
  g_free (self->touches);
  g_clear_pointer (&self->one_event, g_hash_table_unref);
  tide_portion_clear (&self->part);
}

/*
 * tide_placing_grow:
 * @self: a placing
 *
 * Makes room for more groups of one row.
 */
void
tide_placing_grow (TidePlacing *self)
{
  self->touches_size = MAX (16, self->touches_size * 2);
  self->touches = g_renew (TideTouch, self->touches, self->touches_size);
}

/*
 * tide_placing_get_known:
 * @self: a placing
 * @position: in the vocabulary; less than 0 for none, or what the register does not have
 * @row: a row
 * @get_id: says which id that is
 *
 * Returns: (transfer none): the group
 */
TideTally *
tide_placing_get_known (TidePlacing *self,
                        gint32 position,
                        guint row,
                        const char *(*get_id) (const TideProjectPayload *) )
{
  TideGroups *groups = self->groups;

  if (position >= 0)
    return groups->indexed[position];
  if (position == TIDE_COLUMN_NONE)
    return tide_groups_get_none (groups);

  return tide_groups_ensure (groups, get_id (tide_columns_get_project (groups->columns, row)));
}

/* A row is counted once in each group, whatever it brought there. */
static void
flush (TidePlacing *self, TideExclusion exclusion)
{
  for (guint i = 0; i < self->n_touches; i++)
    tide_tally_count (self->touches[i].tally, exclusion, self->touches[i].marks);
  self->n_touches = 0;
}

/* A stage or status of a later program has no group; the whole says that it is left out. */
static void
place_by_code (TidePlacing *self, const TidePortion *portion, int code)
{
  if (code == NO_CODE)
    tide_tally_take (tide_groups_get_none (self->groups), portion);
  else if (code >= 0 && self->groups->indexed[code] != NULL)
    tide_tally_take (self->groups->indexed[code], portion);
}

static void
place_by_party_kind (TidePlacing *self, const TidePortion *portion)
{
  const guint8 kinds = portion->block->party_kinds[portion->i];

  if (kinds == 0)
    tide_tally_take (tide_groups_get_none (self->groups), portion);
  for (guint i = 0; i < self->groups->n_indexed; i++)
    if ((kinds & (1u << i)) != 0)
      tide_tally_take (self->groups->indexed[i], portion);
}

static const char *
get_division (const TideProjectPayload *project)
{
  return project->division;
}

static void
place_by_division (TidePlacing *self, const TidePortion *portion)
{
  const TideGroups *groups = self->groups;
  const gint32 division = portion->block->division[portion->i];

  tide_tally_take (tide_placing_get_known (self, division, portion->row, get_division), portion);
  if (groups->grouping != TIDE_GROUPING_DIVISION_TREE || division < 0)
    return;

  for (guint above = groups->parents[division]; above != TIDE_NOWHERE;
       above = groups->parents[above])
    tide_tally_take (groups->indexed[above], portion);
}

/* Amounts -------------------------------------------------------------------------------------- */

static TideTally *
get_time (TidePlacing *self, const TideBlock *block, guint amount)
{
  return tide_groups_ensure_time (self->groups, (guint) block->amount_year[amount],
                                  (guint) block->amount_quarter[amount]);
}

static TideTally *
get_currency (TidePlacing *self, const TideBlock *block, guint amount)
{
  const TideColumns *columns = self->groups->columns;
  const gint16 currency = block->amount_currency[amount];

  if (currency < 0)
    return NULL;

  return tide_groups_ensure (self->groups,
                             g_array_index (columns->currencies, TideMoney, currency).currency);
}

/* A filter for a year or quarter means the amounts in it alone; others mean all of the project. */
static guint
get_marks (const TidePlacing *self, const TidePortion *portion, guint amount)
{
  const TideBlock *block = portion->block;
  const TideGrouping grouping = self->groups->grouping;
  const gboolean is_dated = grouping == TIDE_GROUPING_YEAR ? block->amount_year[amount] > 0
                                                           : block->amount_quarter[amount] > 0;

  if (grouping == TIDE_GROUPING_CURRENCY)
    return portion->marks;

  return is_dated ? block->amount_marks[amount] : portion->marks & ~(guint) TIDE_MARK_VAGUE;
}

/* Each amount has a group of its own; one without a group is only in the whole. */
static void
place_by_amount (TidePlacing *self,
                 const TidePortion *portion,
                 TideTally *(*get_group) (TidePlacing *, const TideBlock *, guint))
{
  const TideColumns *columns = self->groups->columns;
  const TideBlock *block = portion->block;

  for (guint i = tide_block_get_first_amount (block, portion->i);
       i < block->amounts_end[portion->i]; i++)
    {
      TideTally *tally = tide_portion_has (portion, columns, i) ? get_group (self, block, i) : NULL;

      if (tally == NULL)
        continue;

      tide_placing_touch (self, tally, get_marks (self, portion, i));
      if (!tide_portion_has_money (portion))
        continue;
      tide_tally_add_base (tally, block->amount_base[i]);
      if (block->amount_currency[i] >= 0)
        tide_tally_add_sum (tally, block->amount_currency[i], block->amount_minor[i]);
    }
}

static void
place_by_time (TidePlacing *self, const TidePortion *portion)
{
  if ((portion->marks & TIDE_MARK_AMOUNT) != 0)
    place_by_amount (self, portion, get_time);
  else
    tide_tally_take (tide_groups_get_none (self->groups), portion);
}

/* What cannot be added up has no size. */
static void
place_by_size (TidePlacing *self, const TidePortion *portion)
{
  TideGroups *groups = self->groups;
  const char *currency = tide_columns_get_currency (groups->columns);
  const guint below = groups->n_indexed - 1;
  guint n;
  const gint64 *thresholds = tide_size_get_thresholds (&n);

  if ((portion->marks & TIDE_MARK_OVERFLOW) != 0)
    return;
  if ((portion->marks & TIDE_MARK_PRICED) == 0)
    {
      tide_tally_take (tide_groups_get_none (groups), portion);
      return;
    }

  if (portion->base < tide_size_get_minor (thresholds[0], currency))
    tide_tally_take (groups->indexed[below], portion);
  for (guint i = 0; i < n; i++)
    if (portion->base >= tide_size_get_minor (thresholds[i], currency))
      tide_tally_take (groups->indexed[i], portion);
}

static void
place (TidePlacing *self, TidePortion *portion)
{
  switch (self->groups->grouping)
    {
    case TIDE_GROUPING_STAGE:
      place_by_code (self, portion, portion->block->stage[portion->i]);
      break;
    case TIDE_GROUPING_STATUS:
      place_by_code (self, portion, portion->block->status[portion->i]);
      break;
    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TOP:
    case TIDE_GROUPING_SECTOR_SECOND:
    case TIDE_GROUPING_SECTOR_TREE:
      tide_placing_add_by_sector (self, portion);
      break;
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      place_by_division (self, portion);
      break;
    case TIDE_GROUPING_EVENT:
      tide_placing_add_by_event (self, portion);
      break;
    case TIDE_GROUPING_PARTY_KIND:
      place_by_party_kind (self, portion);
      break;
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
      place_by_time (self, portion);
      break;
    case TIDE_GROUPING_SIZE:
      place_by_size (self, portion);
      break;
    case TIDE_GROUPING_CURRENCY:
      place_by_amount (self, portion, get_currency);
      break;
    case TIDE_N_GROUPINGS:
    default:
      break;
    }
}

/*
 * tide_placing_add:
 * @self: a placing
 * @portion: what a row brings
 *
 * Adds it to the whole and to each group it is in.
 */
void
tide_placing_add (TidePlacing *self, TidePortion *portion)
{
  place (self, portion);
  flush (self, portion->exclusion);
  tide_tally_take (self->groups->total, portion);
}
