/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-observation-row.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TideObservationRow *one = a;
  const TideObservationRow *other = b;
  const int order = tide_date_compare (&one->period, &other->period);

  if (order != 0)
    return order;
  /* What has no value stands behind what has one. */
  if (one->observation == NULL || other->observation == NULL)
    return (one->observation == NULL) - (other->observation == NULL);

  return g_strcmp0 (one->observation->revision, other->observation->revision);
}

static void
add_observations (GArray *rows, const TideIndicatorPayload *indicator)
{
  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    {
      const TideObservation *observation = g_ptr_array_index (indicator->observations, i);
      const TideObservationRow row = { .period = observation->period, .observation = observation };

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
}

static TideObservationRow *
append (GArray *rows, const TideDate *period)
{
  const TideObservationRow row = { .period = *period };

  g_array_append_val (rows, row);

  return &g_array_index (rows, TideObservationRow, rows->len - 1);
}

/* The last row of the period that tells no growth yet: the latest revision stands there. */
static TideObservationRow *
find_for_growth (GArray *rows, const TideDate *period)
{
  for (guint i = rows->len; i > 0; i--)
    {
      TideObservationRow *row = &g_array_index (rows, TideObservationRow, i - 1);

      if (row->growth == NULL && tide_date_equal (&row->period, period))
        return row;
    }

  return append (rows, period);
}

/* The first row of the period. */
static TideObservationRow *
find_for_break (GArray *rows, const TideDate *period)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TideObservationRow *row = &g_array_index (rows, TideObservationRow, i);

      if (row->series_break == NULL && tide_date_equal (&row->period, period))
        return row;
    }

  return append (rows, period);
}

/**
 * tide_observation_rows_new:
 * @indicator: an indicator
 *
 * Puts each observation, each published growth and each break of it in exactly one row: a growth
 * beside a value of its last period, a break beside the first value after it, and where there is
 * none, or it has one already, in a row of its own.
 *
 * Returns: (transfer full) (element-type TideObservationRow): the rows, in the order of time
 */
GArray *
tide_observation_rows_new (const TideIndicatorPayload *indicator)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TideObservationRow));

  add_observations (rows, indicator);
  for (guint i = 0; i < tide_entries_get_n (indicator->growth); i++)
    {
      const TideGrowth *growth = g_ptr_array_index (indicator->growth, i);

      find_for_growth (rows, &growth->to)->growth = growth;
    }
  for (guint i = 0; i < tide_entries_get_n (indicator->breaks); i++)
    {
      const TideBreak *series_break = g_ptr_array_index (indicator->breaks, i);

      find_for_break (rows, &series_break->before)->series_break = series_break;
    }
  g_array_sort (rows, compare_rows);

  return rows;
}

static gconstpointer
ref_entry (gconstpointer entry)
{
  return entry != NULL ? tide_payload_ref (entry) : NULL;
}

static void
clear_entry (gconstpointer entry)
{
  if (entry != NULL)
    tide_payload_unref ((TidePayload *) entry);
}

/**
 * tide_observation_row_init_copy:
 * @copy: (out): a row of the same, which owns what it says
 * @row: a row
 *
 * Keeps a row longer than its indicator; to be let go with tide_observation_row_clear().
 */
void
tide_observation_row_init_copy (TideObservationRow *copy, const TideObservationRow *row)
{
  copy->period = row->period;
  copy->observation = ref_entry (row->observation);
  copy->growth = ref_entry (row->growth);
  copy->series_break = ref_entry (row->series_break);
}

/**
 * tide_observation_row_clear:
 * @self: a copy
 */
void
tide_observation_row_clear (TideObservationRow *self)
{
  clear_entry (self->observation);
  clear_entry (self->growth);
  clear_entry (self->series_break);
  memset (self, 0, sizeof *self);
}

static void
append_key (GString *key, gconstpointer entry)
{
  g_autofree char *own = entry != NULL ? tide_payload_dup_key (entry) : NULL;

  g_string_append_c (key, '\n');
  if (own != NULL)
    g_string_append (key, own);
}

/**
 * tide_observation_row_dup_key:
 * @self: a row
 *
 * Returns: (transfer full): what tells it from the other rows of its indicator
 */
char *
tide_observation_row_dup_key (const TideObservationRow *self)
{
  g_autofree char *period = tide_date_dup_text (&self->period);
  GString *key = g_string_new (period);

  append_key (key, self->observation);
  if (self->observation == NULL)
    append_key (key, self->growth);
  if (self->observation == NULL && self->growth == NULL)
    append_key (key, self->series_break);

  return g_string_free_and_steal (key);
}

/* What stands in the columns ------------------------------------------------------------------ */

/**
 * tide_observation_get_bare_break:
 *
 * Returns: (transfer none): how a break reads of which no reason is told, translated
 */
const char *
tide_observation_get_bare_break (void)
{
  return C_ ("series", "Break");
}

static char *
dup_value (const TideObservation *observation)
{
  if (observation->written != NULL)
    return g_strdup (observation->written);

  return observation->value.is_set ? tide_decimal_dup_text (&observation->value) : g_strdup ("");
}

static const char *
get_source (const TideObservationRow *self)
{
  if (self->observation != NULL)
    return self->observation->source;
  if (self->growth != NULL)
    return self->growth->source;

  return self->series_break != NULL ? self->series_break->source : NULL;
}

static const char *
get_reason (const TideObservationRow *self)
{
  if (self->series_break == NULL)
    return NULL;

  return self->series_break->reason != NULL ? self->series_break->reason
                                            : tide_observation_get_bare_break ();
}

static char *
dup_present (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * tide_observation_row_dup_text:
 * @self: a row
 * @column: a column
 *
 * Returns: (transfer full): what stands there as it is typed, empty for nothing
 */
char *
tide_observation_row_dup_text (const TideObservationRow *self, TideObservationColumn column)
{
  const TideObservation *observation = self->observation;
  const TideGrowth *growth = self->growth;

  switch (column)
    {
    case TIDE_OBSERVATION_PERIOD:
      return tide_date_dup_text (&self->period);
    case TIDE_OBSERVATION_VALUE:
      return observation != NULL ? dup_value (observation) : g_strdup ("");
    case TIDE_OBSERVATION_GROWTH:
      return growth != NULL && growth->rate.is_set ? tide_decimal_dup_text (&growth->rate)
                                                   : g_strdup ("");
    case TIDE_OBSERVATION_SINCE:
      return growth != NULL ? tide_date_dup_text (&growth->from) : g_strdup ("");
    case TIDE_OBSERVATION_BASIS:
      return dup_present (growth != NULL ? growth->basis : NULL);
    case TIDE_OBSERVATION_REVISION:
      return dup_present (observation != NULL ? observation->revision : NULL);
    case TIDE_OBSERVATION_BREAK:
      return dup_present (get_reason (self));
    case TIDE_OBSERVATION_SOURCE:
      return dup_present (get_source (self));
    case TIDE_N_OBSERVATION_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}
