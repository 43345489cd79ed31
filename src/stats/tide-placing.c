/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown-private.h"
#include "stats/tide-share.h"

/* The rank of no stage; there is no project without a status. */
#define NO_CODE (-1)

/* A group that a row is in, and what is said of the row there. */
typedef struct
{
  TideTally *tally;
  guint marks;
} Touch;

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
  self->touches = g_array_new (FALSE, FALSE, sizeof (Touch));
  self->weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  tide_portion_init (&self->part, groups->columns);
}

/*
 * tide_placing_clear:
 * @self: a placing
 */
void
tide_placing_clear (TidePlacing *self)
{
  g_array_unref (self->touches);
  g_array_unref (self->weights);
  g_clear_pointer (&self->one_event, g_hash_table_unref);
  tide_portion_clear (&self->part);
}

static void
touch (TidePlacing *self, TideTally *tally, guint marks)
{
  const Touch added = { tally, marks };

  for (guint i = 0; i < self->touches->len; i++)
    {
      Touch *found = &g_array_index (self->touches, Touch, i);

      if (found->tally == tally)
        {
          found->marks |= marks;
          return;
        }
    }

  g_array_append_val (self->touches, added);
}

/* What a row brings is counted once in each group, whatever it brought there. */
static void
flush (TidePlacing *self, const TidePortion *portion)
{
  for (guint i = 0; i < self->touches->len; i++)
    {
      const Touch *found = &g_array_index (self->touches, Touch, i);

      tide_tally_count (found->tally, portion->exclusion, found->marks);
    }
  g_array_set_size (self->touches, 0);
}

static gboolean
has_money (const TidePortion *portion)
{
  return portion->exclusion == TIDE_EXCLUSION_NONE
         || portion->exclusion == TIDE_EXCLUSION_LATER_EVENT;
}

static void
give_all (TidePlacing *self, const TidePortion *portion, TideTally *tally)
{
  if (tally == NULL)
    return;

  touch (self, tally, portion->marks);
  if (has_money (portion))
    tide_tally_add_money (tally, portion);
}

static void
give_to_key (TidePlacing *self, const TidePortion *portion, const char *key)
{
  give_all (self, portion, tide_groups_ensure (self->groups, key != NULL ? key : TIDE_FILTER_NONE));
}

/* One value of a vocabulary, its absence, or one that the register does not have. */
static void
give_to_position (TidePlacing *self,
                  const TidePortion *portion,
                  gint32 position,
                  const char *(*get_id) (const TideProjectPayload *) )
{
  TideGroups *groups = self->groups;

  if (position >= 0)
    give_all (self, portion, groups->indexed[position]);
  else
    give_to_key (self, portion, get_id (tide_columns_get_project (groups->columns, portion->row)));
}

/* Codes ---------------------------------------------------------------------------------------- */

/* A stage or status of a later program has no group; the whole says that it is left out. */
static void
place_by_code (TidePlacing *self, const TidePortion *portion, int code)
{
  if (code >= 0 && (guint) code < self->groups->n_indexed)
    give_all (self, portion, self->groups->indexed[code]);
  else if (code == NO_CODE)
    give_to_key (self, portion, NULL);
}

static void
place_by_party_kind (TidePlacing *self, const TidePortion *portion)
{
  const guint8 kinds = self->groups->columns->party_kinds[portion->row];

  if (kinds == 0)
    give_to_key (self, portion, NULL);
  for (guint i = 0; i < self->groups->n_indexed; i++)
    if ((kinds & (1u << i)) != 0)
      give_all (self, portion, self->groups->indexed[i]);
}

/* Divisions ------------------------------------------------------------------------------------ */

static const char *
get_division (const TideProjectPayload *project)
{
  return project->division;
}

static void
place_by_division (TidePlacing *self, const TidePortion *portion)
{
  const TideGroups *groups = self->groups;
  const gint32 division = groups->columns->division[portion->row];

  give_to_position (self, portion, division, get_division);
  if (groups->grouping != TIDE_GROUPING_DIVISION_TREE || division < 0)
    return;

  for (guint above = groups->parents[division]; above != TIDE_NOWHERE;
       above = groups->parents[above])
    give_all (self, portion, groups->indexed[above]);
}

/* Sectors -------------------------------------------------------------------------------------- */

/* The group of a class, and in a tree those of all above it. */
static TideTally *
next_group (const TideGroups *groups, guint *sector)
{
  while (*sector != TIDE_NOWHERE)
    {
      TideTally *tally = groups->indexed[*sector];

      *sector = tide_crosswalk_get_parent (groups->crosswalk, *sector);
      if (tally != NULL)
        {
          if (groups->grouping != TIDE_GROUPING_SECTOR_TREE)
            *sector = TIDE_NOWHERE;
          return tally;
        }
    }

  return NULL;
}

static void
mention (TidePlacing *self, const TideCrossing *crossing, guint marks)
{
  for (guint i = 0; i < crossing->n; i++)
    {
      guint sector = crossing->sectors[i];
      TideTally *tally;

      while ((tally = next_group (self->groups, &sector)) != NULL)
        touch (self, tally, marks);
    }
}

/* A part of the base, or of the sum in @currency, for a class; of no one class where nobody can
 * tell. */
static void
give_part (TidePlacing *self, const TideCrossing *crossing, gint16 currency, gint64 part)
{
  guint sector = crossing != NULL && crossing->is_whole ? crossing->sectors[0] : TIDE_NOWHERE;
  TideTally *tally = sector == TIDE_NOWHERE && part != 0
                         ? tide_groups_ensure (self->groups, TIDE_FILTER_NONE)
                         : next_group (self->groups, &sector);

  for (; tally != NULL && part != 0; tally = next_group (self->groups, &sector))
    {
      if (currency < 0)
        tide_tally_add_base (tally, part);
      else
        tide_tally_add_sum (tally, currency, part);
    }
}

/* Divides @whole among the classes from @first on that are of @taxonomy. */
static void
share (TidePlacing *self, guint first, guint end, guint taxonomy, gint16 currency, gint64 whole)
{
  const TideGroups *groups = self->groups;
  g_autofree gint64 *parts = g_new (gint64, self->weights->len);
  guint n = 0;

  tide_share (whole, (const gint64 *) (gpointer) self->weights->data, self->weights->len, parts);
  for (guint i = first; i < end; i++)
    {
      const guint sector = groups->columns->class_sector[i];

      if (tide_crosswalk_get_taxonomy (groups->crosswalk, sector) == taxonomy)
        give_part (self, tide_crosswalk_get (groups->crosswalk, sector), currency, parts[n++]);
    }
  give_part (self, NULL, currency, parts[n]);
}

/* The parts that the columns know already. */
static void
give_known_parts (
    TidePlacing *self, const TidePortion *portion, guint first, guint end, guint taxonomy)
{
  const TideColumns *columns = self->groups->columns;
  const gint16 currency = portion->n_sums > 0 ? portion->currencies[0] : TIDE_COLUMN_NONE;
  gint64 base = portion->base;
  gint64 sum = portion->n_sums > 0 ? portion->sums[0] : 0;

  for (guint i = first; i < end; i++)
    {
      const guint sector = columns->class_sector[i];
      const TideCrossing *crossing = tide_crosswalk_get (self->groups->crosswalk, sector);

      if (tide_crosswalk_get_taxonomy (self->groups->crosswalk, sector) != taxonomy)
        continue;

      give_part (self, crossing, TIDE_COLUMN_NONE, columns->class_base[i]);
      base -= columns->class_base[i];
      if (portion->n_sums > 0)
        give_part (self, crossing, currency, columns->class_sum[i]);
      sum -= columns->class_sum[i];
    }
  give_part (self, NULL, TIDE_COLUMN_NONE, base);
  if (portion->n_sums > 0)
    give_part (self, NULL, currency, sum);
}

/* Gathers the shares of the classes; says whether some of the row belongs to no one class. */
static gboolean
gather_weights (TidePlacing *self, guint first, guint end, guint taxonomy)
{
  const TideColumns *columns = self->groups->columns;
  const TideCrosswalk *crosswalk = self->groups->crosswalk;
  gboolean is_open = FALSE;

  g_array_set_size (self->weights, 0);
  for (guint i = first; i < end; i++)
    if (tide_crosswalk_get_taxonomy (crosswalk, columns->class_sector[i]) == taxonomy)
      {
        g_array_append_val (self->weights, columns->class_weight[i]);
        is_open |= columns->class_weight[i] > 0
                   && !tide_crosswalk_get (crosswalk, columns->class_sector[i])->is_whole;
      }
  tide_weights_close (self->weights);

  return is_open || g_array_index (self->weights, gint64, self->weights->len - 1) > 0;
}

static void
share_money (TidePlacing *self, const TidePortion *portion, guint first, guint end, guint taxonomy)
{
  if (portion->events == NULL && (portion->marks & TIDE_MARK_ONE_SUM) != 0)
    {
      give_known_parts (self, portion, first, end, taxonomy);
      return;
    }

  share (self, first, end, taxonomy, TIDE_COLUMN_NONE, portion->base);
  for (guint i = 0; i < portion->n_sums; i++)
    share (self, first, end, taxonomy, portion->currencies[i], portion->sums[i]);
}

static void
place_by_sector (TidePlacing *self, TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;
  const TideCrosswalk *crosswalk = self->groups->crosswalk;
  const guint first = tide_columns_get_first_class (columns, portion->row);
  const guint end = columns->classes_end[portion->row];
  gboolean is_mapped;
  const guint taxonomy
      = tide_crosswalk_choose (crosswalk, &columns->class_sector[first], end - first, &is_mapped);

  if (taxonomy == TIDE_NOWHERE)
    {
      give_to_key (self, portion, NULL);
      return;
    }

  if (is_mapped)
    portion->marks |= TIDE_MARK_MAPPED;
  if (gather_weights (self, first, end, taxonomy))
    portion->marks |= TIDE_MARK_UNCLASSIFIED;
  for (guint i = first; i < end; i++)
    if (tide_crosswalk_get_taxonomy (crosswalk, columns->class_sector[i]) == taxonomy)
      mention (self, tide_crosswalk_get (crosswalk, columns->class_sector[i]), portion->marks);
  if (has_money (portion))
    share_money (self, portion, first, end, taxonomy);
}

/* Amounts -------------------------------------------------------------------------------------- */

static void
format_time (const TideColumns *columns, guint amount, TideGrouping grouping, char *key, gsize size)
{
  const TideDate date = { .year = columns->amount_year[amount],
                          .quarter = (guint8) columns->amount_quarter[amount],
                          .precision = grouping == TIDE_GROUPING_YEAR ? TIDE_PRECISION_YEAR
                                                                      : TIDE_PRECISION_QUARTER };

  if (date.year == 0 || (date.precision == TIDE_PRECISION_QUARTER && date.quarter == 0))
    g_strlcpy (key, TIDE_UNDATED, size);
  else
    tide_date_format (&date, key, size);
}

/* The group of a year or quarter, remembered by number, as texts are slow. */
static TideTally *
get_time (TidePlacing *self, guint amount)
{
  TideGroups *groups = self->groups;
  const TideColumns *columns = groups->columns;
  const guint quarter
      = groups->grouping == TIDE_GROUPING_YEAR ? 0 : (guint) columns->amount_quarter[amount];
  const guint number = (guint) columns->amount_year[amount] * 5 + quarter;
  char key[TIDE_DATE_TEXT_SIZE];

  if (self->last_time != NULL && self->last_number == number)
    return self->last_time;

  format_time (columns, amount, groups->grouping, key, sizeof key);
  self->last_time = tide_groups_ensure (groups, key);
  self->last_number = number;

  return self->last_time;
}

static void
give_amount (TideTally *tally, const TideColumns *columns, guint amount)
{
  tide_tally_add_base (tally, columns->amount_base[amount]);
  if (columns->amount_currency[amount] >= 0)
    tide_tally_add_sum (tally, columns->amount_currency[amount], columns->amount_minor[amount]);
}

static void
place_by_time (TidePlacing *self, const TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;
  gboolean is_empty = TRUE;

  for (guint i = tide_columns_get_first_amount (columns, portion->row);
       i < columns->amounts_end[portion->row]; i++)
    {
      TideTally *tally;

      if (!tide_portion_has (portion, columns, i))
        continue;

      tally = get_time (self, i);
      is_empty = FALSE;
      touch (self, tally, columns->amount_marks[i] | (portion->marks & TIDE_MARK_VAGUE));
      if (has_money (portion))
        give_amount (tally, columns, i);
    }

  if (is_empty)
    give_to_key (self, portion, NULL);
}

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
      give_to_key (self, portion, NULL);
      return;
    }

  if (portion->base < tide_size_get_minor (thresholds[0], currency))
    give_all (self, portion, groups->indexed[below]);
  for (guint i = 0; i < n; i++)
    if (portion->base >= tide_size_get_minor (thresholds[i], currency))
      give_all (self, portion, groups->indexed[i]);
}

static void
place_by_currency (TidePlacing *self, const TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;

  for (guint i = tide_columns_get_first_amount (columns, portion->row);
       i < columns->amounts_end[portion->row]; i++)
    {
      const gint16 currency = columns->amount_currency[i];
      TideTally *tally;

      if (currency < 0 || !tide_portion_has (portion, columns, i))
        continue;

      tally = tide_groups_ensure (
          self->groups, g_array_index (columns->currencies, TideMoney, currency).currency);
      touch (self, tally, columns->amount_marks[i] | (portion->marks & TIDE_MARK_VAGUE));
      if (has_money (portion))
        give_amount (tally, columns, i);
    }
}

/* Events --------------------------------------------------------------------------------------- */

static const char *
get_event (const TideProjectPayload *project)
{
  return project->event;
}

/* Of a row with amounts of several events, those of one; what it names is told in @self->part. */
static void
take_part (TidePlacing *self, const TidePortion *portion, const char *event)
{
  TideColumns *columns = self->groups->columns;
  TideFilter *filter = tide_filter_new ();
  g_autoptr (TidePayload) owner = &filter->base;

  tide_filter_add (filter, "events", event != NULL ? event : TIDE_FILTER_NONE);
  g_clear_pointer (&self->one_event, g_hash_table_unref);
  self->one_event = tide_filter_tell_events (filter, columns->snapshot);
  tide_portion_fill (&self->part, columns, portion->row, self->one_event);
}

/* The project counts for its own event, with the amounts of that event. */
static void
place_at_own_event (TidePlacing *self, const TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;
  const gint32 event = columns->event[portion->row];

  if ((columns->marks[portion->row] & TIDE_MARK_OWN_EVENT) != 0)
    {
      take_part (self, portion, tide_columns_get_project (columns, portion->row)->event);
      portion = &self->part;
    }

  give_to_position (self, portion, event, get_event);
  flush (self, portion);
}

static gboolean
is_asked_for (const TidePlacing *self, const char *event)
{
  return self->events == NULL
         || GPOINTER_TO_UINT (g_hash_table_lookup (self->events, event)) == TIDE_EVENT_WANTED;
}

/* At another event it is left out as shown again, but what was signed there is added. */
static void
place_at_later_event (TidePlacing *self, const TidePortion *portion, const char *id)
{
  const TideProjectPayload *project
      = tide_columns_get_project (self->groups->columns, portion->row);
  TideTally *tally = g_hash_table_lookup (self->groups->by_key, id);

  if (tally == NULL || g_strcmp0 (project->event, id) == 0 || !is_asked_for (self, id))
    return;

  take_part (self, portion, id);
  self->part.exclusion = TIDE_EXCLUSION_LATER_EVENT;
  give_all (self, &self->part, tally);
  flush (self, &self->part);
}

static gboolean
is_named_before (const TideProjectPayload *project, guint n_later, guint n_amounts, const char *id)
{
  for (guint i = 0; i < n_later; i++)
    if (g_strcmp0 (g_ptr_array_index (project->later_events, i), id) == 0)
      return TRUE;
  for (guint i = 0; i < n_amounts; i++)
    if (g_strcmp0 (((TideAmount *) g_ptr_array_index (project->amounts, i))->event, id) == 0)
      return TRUE;

  return FALSE;
}

static void
place_at_later_events (TidePlacing *self, const TidePortion *portion)
{
  const TideProjectPayload *project
      = tide_columns_get_project (self->groups->columns, portion->row);
  const guint n_later = tide_entries_get_n (project->later_events);

  for (guint i = 0; i < n_later; i++)
    {
      const char *id = g_ptr_array_index (project->later_events, i);

      if (!is_named_before (project, i, 0, id))
        place_at_later_event (self, portion, id);
    }
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const char *id = ((TideAmount *) g_ptr_array_index (project->amounts, i))->event;

      if (id != NULL && !is_named_before (project, n_later, i, id))
        place_at_later_event (self, portion, id);
    }
}

static void
place_by_event (TidePlacing *self, const TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;

  if (portion->exclusion != TIDE_EXCLUSION_LATER_EVENT)
    place_at_own_event (self, portion);
  if ((columns->marks[portion->row] & TIDE_MARK_LATER) != 0
      && columns->exclusion[portion->row] == TIDE_EXCLUSION_NONE)
    place_at_later_events (self, portion);
}

static void
place (TidePlacing *self, TidePortion *portion)
{
  const TideColumns *columns = self->groups->columns;

  switch (self->groups->grouping)
    {
    case TIDE_GROUPING_STAGE:
      place_by_code (self, portion, columns->stage[portion->row]);
      break;
    case TIDE_GROUPING_STATUS:
      place_by_code (self, portion, columns->status[portion->row]);
      break;
    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TOP:
    case TIDE_GROUPING_SECTOR_SECOND:
    case TIDE_GROUPING_SECTOR_TREE:
      place_by_sector (self, portion);
      break;
    case TIDE_GROUPING_DIVISION:
    case TIDE_GROUPING_DIVISION_TOP:
    case TIDE_GROUPING_DIVISION_TREE:
      place_by_division (self, portion);
      break;
    case TIDE_GROUPING_EVENT:
      place_by_event (self, portion);
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
      place_by_currency (self, portion);
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
  flush (self, portion);
  tide_tally_count (self->groups->total, portion->exclusion, portion->marks);
  if (has_money (portion))
    tide_tally_add_money (self->groups->total, portion);
}
