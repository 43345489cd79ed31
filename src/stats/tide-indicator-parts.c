/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-indicator-parts.h"

#include "core/tide-record.h"
#include "stats/tide-indicator-share.h"
#include "stats/tide-series.h"

#include <glib/gi18n-lib.h>

/* Parts that exceed the whole by no more than their rounding are not worth a word. */
#define WHOLE 100.05

static const TideSubject *
get_subject (const TideIndicatorPayload *indicator)
{
  static const TideSubject nothing;

  return indicator->subject != NULL ? (const TideSubject *) indicator->subject : &nothing;
}

static const TideSectorPayload *
find_sector (TideSnapshot *snapshot, const TideIndicatorPayload *indicator)
{
  const char *id = get_subject (indicator)->sector;
  const TidePayload *sector
      = id != NULL ? tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, id) : NULL;

  return sector != NULL ? TIDE_SECTOR_PAYLOAD (sector) : NULL;
}

/* Parts of one whole do not overlap by what they are about: they are the classes of one level, of
 * the same companies in the same place. */
static gboolean
is_part (TideSnapshot *snapshot,
         const TideIndicatorPayload *part,
         const TideIndicatorPayload *whole)
{
  const TideSectorPayload *sector = find_sector (snapshot, part);
  const TideSubject *subject = get_subject (whole);

  if (sector == NULL || g_strcmp0 (part->scope, whole->scope) != 0
      || g_strcmp0 (part->division, whole->division) != 0)
    return FALSE;
  if (subject->sector != NULL ? g_strcmp0 (sector->parent, subject->sector) != 0
                              : sector->parent != NULL || subject->taxonomy == NULL)
    return FALSE;

  return tide_indicator_refuse_share (snapshot, part, whole) == TIDE_RATIO_ALLOWED;
}

static gboolean
find_last_period (const TideIndicatorPayload *indicator, TideDate *period)
{
  g_autoptr (TideSeries) series
      = tide_series_new (indicator, tide_series_choose_precision (indicator));

  if (series->n_points == 0)
    return FALSE;

  *period = series->points[series->n_points - 1].observation->period;

  return TRUE;
}

static void
add (TideIndicatorParts *self, TideSnapshot *snapshot, const TideIndicatorPayload *part)
{
  TideIndicatorShare share;

  tide_indicator_share_init (&share, snapshot, part, self->whole, &self->period);
  if (share.refusal != TIDE_RATIO_ALLOWED)
    {
      self->n_missing++;
      return;
    }

  self->n_parts++;
  self->share += share.share;
}

/**
 * tide_indicator_parts_init:
 * @self: the parts of an indicator
 * @snapshot: the register
 * @whole: one of its indicators
 *
 * Adds up the indicators of the classes directly below the subject of @whole that have its measure,
 * unit, scope and division.
 *
 * Returns: whether there are any with a value for its last period
 */
gboolean
tide_indicator_parts_init (TideIndicatorParts *self,
                           TideSnapshot *snapshot,
                           const TideIndicatorPayload *whole)
{
  const GPtrArray *indicators = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);

  *self = (TideIndicatorParts) { .whole = whole };
  if (!find_last_period (whole, &self->period))
    return FALSE;

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    {
      const TideIndicatorPayload *part = g_ptr_array_index (indicators, i);

      if (part != whole && is_part (snapshot, part, whole))
        add (self, snapshot, part);
    }

  return self->n_parts > 0;
}

/**
 * tide_indicator_find_whole:
 * @snapshot: the register
 * @part: one of its indicators, of a sector
 *
 * Returns: (transfer none) (nullable): the indicator of which it is a part as
 *   tide_indicator_parts_init() has it
 */
const TideIndicatorPayload *
tide_indicator_find_whole (TideSnapshot *snapshot, const TideIndicatorPayload *part)
{
  const GPtrArray *indicators = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    {
      const TideIndicatorPayload *whole = g_ptr_array_index (indicators, i);

      if (whole != part && is_part (snapshot, part, whole))
        return whole;
    }

  return NULL;
}

/**
 * tide_indicator_parts_dup_text:
 * @self: parts that there are
 * @language: language of the person
 *
 * Returns: (transfer full): what they add up to, and why that may be more than the whole
 */
char *
tide_indicator_parts_dup_text (const TideIndicatorParts *self, TideLanguage language)
{
  g_autofree char *name
      = tide_text_dup_isolated (tide_payload_get_label (&self->whole->base, language));
  g_autofree char *period = tide_date_dup_label (&self->period, language);
  g_autofree char *sum = g_strdup_printf (
      /* Translators: how many classes; the share of their sum; an indicator; a year */
      ngettext ("%u class adds up to %.1f %% of “%s” in %s.",
                "%u classes add up to %.1f %% of “%s” in %s.", self->n_parts),
      self->n_parts, self->share, name, period);
  g_autofree char *missing = g_strdup_printf (
      /* Translators: how many classes have no value */
      ngettext ("%u class has no value for it.", "%u classes have no value for it.",
                self->n_missing),
      self->n_missing);
  g_autoptr (GString) text = g_string_new (sum);

  if (self->n_missing > 0)
    g_string_append_printf (text, "\n%s", missing);
  if (self->share > WHOLE)
    g_string_append_printf (
        text, "\n%s",
        _ ("Parts may exceed the whole, as a company can belong to several classes. They are shown "
           "as published."));

  return g_string_free_and_steal (g_steal_pointer (&text));
}
