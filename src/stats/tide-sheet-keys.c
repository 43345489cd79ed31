/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-sheet.h"

/* The key of rows in no group, and those from which on columns tell the group. What has a code or
 * id that the register does not know is odd: TIDE_COLUMN_STRAY + KEY_FIRST. */
#define KEY_NONE 1
#define KEY_FIRST 2

/* Setting ---------------------------------------------------------------------------------------
 */

static void
set_keys_by_code (TideSheet *self, const gint8 *codes, guint n)
{
  self->n_keys = KEY_FIRST + self->groups->n_indexed;
  for (guint row = 0; row < n; row++)
    self->keys[row] = (guint32) (codes[row] + KEY_FIRST);
}

static void
set_keys_by_position (TideSheet *self, const gint32 *positions, guint n)
{
  self->n_keys = KEY_FIRST + self->groups->n_indexed;
  for (guint row = 0; row < n; row++)
    self->keys[row] = (guint32) (positions[row] + KEY_FIRST);
}

/* What other events look at is odd. */
static void
set_keys_by_event (TideSheet *self, guint n)
{
  const TideColumns *columns = self->groups->columns;

  set_keys_by_position (self, columns->event, n);
  for (guint row = 0; row < n; row++)
    if ((columns->marks[row] & (TIDE_MARK_LATER | TIDE_MARK_OWN_EVENT)) != 0)
      self->keys[row] = TIDE_KEY_ODD;
}

/* Each set of kinds is a key; the empty one comes first. */
static void
set_keys_by_party_kind (TideSheet *self, guint n)
{
  const guint8 *kinds = self->groups->columns->party_kinds;

  self->n_keys = KEY_NONE + (1u << self->groups->n_indexed);
  for (guint row = 0; row < n; row++)
    self->keys[row] = KEY_NONE + kinds[row];
}

/* Several quarters of one year are odd only by quarter. */
static void
set_keys_by_time (TideSheet *self, guint n)
{
  const TideColumns *columns = self->groups->columns;
  g_autofree guint32 *by_time = g_new (guint32, TIDE_TIME_FIRST + columns->times->len);

  self->n_keys = KEY_FIRST + columns->times->len;
  by_time[TIDE_TIME_NONE] = KEY_NONE;
  by_time[TIDE_TIME_SEVERAL] = TIDE_KEY_ODD;
  for (guint i = 0; i < columns->times->len; i++)
    {
      const guint quarter = g_array_index (columns->times, guint, i) % TIDE_TIMES_A_YEAR;
      const gboolean is_odd
          = self->groups->grouping == TIDE_GROUPING_QUARTER && quarter == TIDE_SEVERAL_QUARTERS;

      by_time[TIDE_TIME_FIRST + i] = is_odd ? TIDE_KEY_ODD : KEY_FIRST + i;
    }

  for (guint row = 0; row < n; row++)
    self->keys[row] = by_time[columns->time[row]];
}

/* How many classes a row is large enough for. */
static void
set_keys_by_size (TideSheet *self, guint n)
{
  const TideColumns *columns = self->groups->columns;
  const char *currency = tide_columns_get_currency (self->groups->columns);
  guint n_thresholds;
  const gint64 *thresholds = tide_size_get_thresholds (&n_thresholds);

  self->n_keys = KEY_FIRST + n_thresholds + 1;
  for (guint row = 0; row < n; row++)
    self->keys[row] = (columns->marks[row] & TIDE_MARK_PRICED) != 0 ? KEY_FIRST : KEY_NONE;
  for (guint i = 0; i < n_thresholds; i++)
    {
      const gint64 minor = tide_size_get_minor (thresholds[i], currency);

      for (guint row = 0; row < n; row++)
        self->keys[row] += self->keys[row] != KEY_NONE && columns->base[row] >= minor;
    }
}

/* Amounts of several currencies are odd. */
static void
set_keys_by_currency (TideSheet *self, guint n)
{
  const TideColumns *columns = self->groups->columns;

  self->n_keys = KEY_FIRST + self->groups->n_currencies;
  for (guint row = 0; row < n; row++)
    self->keys[row] = (columns->marks[row] & TIDE_MARK_ONE_SUM) != 0
                          ? (guint32) (columns->currency[row] + KEY_FIRST)
                          : TIDE_KEY_ODD;
}

/*
 * tide_sheet_set_keys:
 * @self: a sheet, not by sector
 *
 * Says of each row under which key it is put down.
 */
void
tide_sheet_set_keys (TideSheet *self)
{
  const TideColumns *columns = self->groups->columns;
  const guint n = columns->n[TIDE_EXTENT_ROWS];

  self->keys = g_new (guint32, n);
  switch ((guint) self->groups->grouping)
    {
    case TIDE_GROUPING_STAGE:
      set_keys_by_code (self, columns->stage, n);
      break;
    case TIDE_GROUPING_STATUS:
      set_keys_by_code (self, columns->status, n);
      break;
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      set_keys_by_position (self, columns->division, n);
      break;
    case TIDE_GROUPING_EVENT:
      set_keys_by_event (self, n);
      break;
    case TIDE_GROUPING_PARTY_KIND:
      set_keys_by_party_kind (self, n);
      break;
    case TIDE_GROUPING_YEAR:
    case TIDE_GROUPING_QUARTER:
      set_keys_by_time (self, n);
      break;
    case TIDE_GROUPING_SIZE:
      set_keys_by_size (self, n);
      break;
    case TIDE_GROUPING_CURRENCY:
    default:
      set_keys_by_currency (self, n);
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
