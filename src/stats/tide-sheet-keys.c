/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-sheet.h"

/* The key of rows in no group, and those from which on columns tell the group. What has a code or
 * id that the register does not know is odd: TIDE_COLUMN_STRAY + KEY_FIRST. */
#define KEY_NONE 1
#define KEY_FIRST 2

/* Several quarters of one year are odd only by quarter. */
static void
init_times (TideSheet *self)
{
  const GArray *times = self->groups->columns->times;

  self->by_time = g_new (guint32, TIDE_TIME_FIRST + times->len);
  self->by_time[TIDE_TIME_NONE] = KEY_NONE;
  self->by_time[TIDE_TIME_SEVERAL] = TIDE_KEY_ODD;
  for (guint i = 0; i < times->len; i++)
    {
      const guint quarter = g_array_index (times, guint, i) % TIDE_TIMES_A_YEAR;
      const gboolean is_odd
          = self->groups->grouping == TIDE_GROUPING_QUARTER && quarter == TIDE_SEVERAL_QUARTERS;

      self->by_time[TIDE_TIME_FIRST + i] = is_odd ? TIDE_KEY_ODD : KEY_FIRST + i;
    }
}

/*
 * tide_sheet_init_keys:
 * @self: a sheet, not by sector
 *
 * Finds out how many keys there are, and which.
 */
void
tide_sheet_init_keys (TideSheet *self)
{
  const TideGroups *groups = self->groups;

  self->keys = g_new (guint32, TIDE_MAX_ROWS_OF_BLOCK);
  self->n_keys = KEY_FIRST + groups->n_indexed;
  switch ((guint) groups->grouping)
    {
    case TIDE_GROUPING_PARTY_KIND:
      self->n_keys = KEY_NONE + (1u << groups->n_indexed);
      break;
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
      self->n_keys = KEY_FIRST + groups->columns->times->len;
      init_times (self);
      break;
    case TIDE_GROUPING_CURRENCY:
      self->n_keys = KEY_FIRST + groups->n_currencies;
      break;
    default:
      break;
    }
}

/* Keys of rows ----------------------------------------------------------------------------------
 */

static void
set_keys_by_code (guint32 *keys, const gint8 *codes, guint n)
{
  for (guint i = 0; i < n; i++)
    keys[i] = (guint32) (codes[i] + KEY_FIRST);
}

static void
set_keys_by_position (guint32 *keys, const gint32 *positions, guint n)
{
  for (guint i = 0; i < n; i++)
    keys[i] = (guint32) (positions[i] + KEY_FIRST);
}

/* What other events look at is odd. */
static void
set_keys_by_event (guint32 *keys, const TideBlock *block, guint n)
{
  for (guint i = 0; i < n; i++)
    keys[i] = (block->marks[i] & (TIDE_MARK_LATER | TIDE_MARK_OWN_EVENT)) == 0
                  ? (guint32) (block->event[i] + KEY_FIRST)
                  : TIDE_KEY_ODD;
}

/* Each set of kinds is a key; the empty one comes first. */
static void
set_keys_by_party_kind (guint32 *keys, const guint8 *kinds, guint n)
{
  for (guint i = 0; i < n; i++)
    keys[i] = KEY_NONE + kinds[i];
}

static void
set_keys_by_time (guint32 *keys, const guint32 *by_time, const guint16 *times, guint n)
{
  for (guint i = 0; i < n; i++)
    keys[i] = by_time[times[i]];
}

/* How many classes a row is large enough for. */
static void
set_keys_by_size (guint32 *keys, const TideBlock *block, guint n, const char *currency)
{
  guint n_thresholds;
  const gint64 *thresholds = tide_size_get_thresholds (&n_thresholds);

  for (guint i = 0; i < n; i++)
    keys[i] = (block->marks[i] & TIDE_MARK_PRICED) != 0 ? KEY_FIRST : KEY_NONE;
  for (guint j = 0; j < n_thresholds; j++)
    {
      const gint64 minor = tide_size_get_minor (thresholds[j], currency);

      for (guint i = 0; i < n; i++)
        keys[i] += keys[i] != KEY_NONE && block->base[i] >= minor;
    }
}

/* Amounts of several currencies are odd. */
static void
set_keys_by_currency (guint32 *keys, const TideBlock *block, guint n)
{
  for (guint i = 0; i < n; i++)
    keys[i] = (block->marks[i] & TIDE_MARK_ONE_SUM) != 0
                  ? (guint32) (block->currency[i] + KEY_FIRST)
                  : TIDE_KEY_ODD;
}

/*
 * tide_sheet_set_keys:
 * @self: a sheet, not by sector
 * @block: a block of its columns
 *
 * Says of each row of @block under which key it is put down.
 */
void
tide_sheet_set_keys (TideSheet *self, const TideBlock *block)
{
  const guint n = block->n[TIDE_EXTENT_ROWS];

  switch ((guint) self->groups->grouping)
    {
    case TIDE_GROUPING_STAGE:
      set_keys_by_code (self->keys, block->stage, n);
      break;
    case TIDE_GROUPING_STATUS:
      set_keys_by_code (self->keys, block->status, n);
      break;
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      set_keys_by_position (self->keys, block->division, n);
      break;
    case TIDE_GROUPING_EVENT:
      set_keys_by_event (self->keys, block, n);
      break;
    case TIDE_GROUPING_PARTY_KIND:
      set_keys_by_party_kind (self->keys, block->party_kinds, n);
      break;
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
      set_keys_by_time (self->keys, self->by_time, block->time, n);
      break;
    case TIDE_GROUPING_SIZE:
      set_keys_by_size (self->keys, block, n, tide_columns_get_currency (self->groups->columns));
      break;
    case TIDE_GROUPING_CURRENCY:
    default:
      set_keys_by_currency (self->keys, block, n);
      break;
    }
}

/* Groups of a key -------------------------------------------------------------------------------
 */

static void
find_divisions (const TideGroups *groups, guint division, GPtrArray *tallies)
{
  g_ptr_array_add (tallies, groups->indexed[division]);
  if (groups->grouping != TIDE_GROUPING_DIVISION_TREE)
    return;

  for (guint above = groups->parents[division]; above != TIDE_NOWHERE;
       above = groups->parents[above])
    g_ptr_array_add (tallies, groups->indexed[above]);
}

static void
find_party_kinds (const TideGroups *groups, guint kinds, GPtrArray *tallies)
{
  for (guint i = 0; i < groups->n_indexed; i++)
    if ((kinds & (1u << i)) != 0)
      g_ptr_array_add (tallies, groups->indexed[i]);
}

static void
find_sizes (const TideGroups *groups, guint n_reached, GPtrArray *tallies)
{
  if (n_reached == 0)
    g_ptr_array_add (tallies, groups->indexed[groups->n_indexed - 1]);
  for (guint i = 0; i < n_reached; i++)
    g_ptr_array_add (tallies, groups->indexed[i]);
}

static void
find_time (TideGroups *groups, guint i, GPtrArray *tallies)
{
  const guint time = g_array_index (groups->columns->times, guint, i);

  g_ptr_array_add (tallies, tide_groups_ensure_time (groups, time / TIDE_TIMES_A_YEAR,
                                                     time % TIDE_TIMES_A_YEAR));
}

static void
find_currency (TideGroups *groups, guint i, GPtrArray *tallies)
{
  const GArray *currencies = groups->columns->currencies;

  g_ptr_array_add (tallies,
                   tide_groups_ensure (groups, g_array_index (currencies, TideMoney, i).currency));
}

static void
find_code (const TideGroups *groups, guint code, GPtrArray *tallies)
{
  if (groups->indexed[code] != NULL)
    g_ptr_array_add (tallies, groups->indexed[code]);
}

/*
 * tide_sheet_find_groups:
 * @self: a sheet, not by sector
 * @key: a key of some rows, but not the odd one
 * @tallies: (element-type TideTally): where their groups go
 *
 * Returns: marks that are not told of the rows in these groups
 */
guint
tide_sheet_find_groups (const TideSheet *self, guint key, GPtrArray *tallies)
{
  TideGroups *groups = self->groups;

  if (key == KEY_NONE)
    {
      if (groups->grouping != TIDE_GROUPING_CURRENCY)
        g_ptr_array_add (tallies, tide_groups_get_none (groups));
      return 0;
    }

  switch ((guint) groups->grouping)
    {
    case TIDE_GROUPING_STAGE:
    case TIDE_GROUPING_STATUS:
    case TIDE_GROUPING_EVENT:
      find_code (groups, key - KEY_FIRST, tallies);
      return 0;
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      find_divisions (groups, key - KEY_FIRST, tallies);
      return 0;
    case TIDE_GROUPING_PARTY_KIND:
      find_party_kinds (groups, key - KEY_NONE, tallies);
      return 0;
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
      /* What is not dated exactly enough has a group of its own beside years and quarters. */
      find_time (groups, key - KEY_FIRST, tallies);
      return TIDE_MARK_VAGUE;
    case TIDE_GROUPING_SIZE:
      find_sizes (groups, key - KEY_FIRST, tallies);
      return 0;
    case TIDE_GROUPING_CURRENCY:
    default:
      find_currency (groups, key - KEY_FIRST, tallies);
      return 0;
    }
}
