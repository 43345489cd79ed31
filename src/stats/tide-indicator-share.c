/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-indicator-share.h"

#include "core/tide-crosswalk.h"
#include "core/tide-observation.h"
#include "stats/tide-interval.h"

static const TideSubject nothing;

static const TideSubject *
get_subject (const TideIndicatorPayload *indicator)
{
  return indicator->subject != NULL ? (const TideSubject *) indicator->subject : &nothing;
}

/* Without a division it is about that of the register. */
static const char *
get_division (TideSnapshot *snapshot, const TideIndicatorPayload *indicator)
{
  return indicator->division != NULL ? indicator->division
                                     : tide_snapshot_get_settings (snapshot)->division;
}

static const char *
get_parent (TideSnapshot *snapshot, TideRecordKind kind, const char *id)
{
  const TidePayload *payload = tide_snapshot_lookup (snapshot, kind, id);

  if (payload == NULL)
    return NULL;

  return kind == TIDE_RECORD_SECTOR ? TIDE_SECTOR_PAYLOAD (payload)->parent
                                    : TIDE_DIVISION_PAYLOAD (payload)->parent;
}

/* Whether @id is @above or stands below it. */
static gboolean
is_within (TideSnapshot *snapshot, TideRecordKind kind, const char *id, const char *above)
{
  for (guint i = 0; id != NULL && above != NULL && i < TIDE_MAX_ANCESTORS; i++)
    {
      if (g_strcmp0 (id, above) == 0)
        return TRUE;
      id = get_parent (snapshot, kind, id);
    }

  return FALSE;
}

static const char *
get_taxonomy (TideSnapshot *snapshot, const TideSubject *subject)
{
  const TidePayload *sector
      = subject->sector != NULL
            ? tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, subject->sector)
            : NULL;

  return sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : subject->taxonomy;
}

static gboolean
is_same_subject (const TideSubject *a, const TideSubject *b)
{
  return g_strcmp0 (a->taxonomy, b->taxonomy) == 0 && g_strcmp0 (a->sector, b->sector) == 0
         && g_strcmp0 (a->division, b->division) == 0;
}

/* A class lies in those above it and in its taxonomy, and all lies in the economy of its place. A
 * class of another taxonomy does not, whatever it maps to: mappings are seldom exact. */
static gboolean
is_subject_within (TideSnapshot *snapshot,
                   const TideIndicatorPayload *part,
                   const TideIndicatorPayload *whole)
{
  const TideSubject *inner = get_subject (part);
  const TideSubject *outer = get_subject (whole);

  if (is_same_subject (inner, outer))
    return TRUE;
  if (outer->sector != NULL)
    return is_within (snapshot, TIDE_RECORD_SECTOR, inner->sector, outer->sector);
  if (outer->taxonomy != NULL)
    return g_strcmp0 (get_taxonomy (snapshot, inner), outer->taxonomy) == 0;

  return is_within (snapshot, TIDE_RECORD_DIVISION,
                    inner->division != NULL ? inner->division : get_division (snapshot, part),
                    outer->division);
}

static gboolean
is_scope_within (const TideIndicatorPayload *part, const TideIndicatorPayload *whole)
{
  return g_strcmp0 (part->scope, whole->scope) == 0 || g_strcmp0 (whole->scope, "all") == 0;
}

static gboolean
is_division_within (TideSnapshot *snapshot,
                    const TideIndicatorPayload *part,
                    const TideIndicatorPayload *whole)
{
  const char *inner = get_division (snapshot, part);
  const char *outer = get_division (snapshot, whole);

  return (inner == NULL && outer == NULL)
         || is_within (snapshot, TIDE_RECORD_DIVISION, inner, outer);
}

/* Both are money of one currency or both are the same things; how many of them one unit is may
 * differ. */
static gboolean
is_same_unit (const TideIndicatorPayload *a, const TideIndicatorPayload *b)
{
  const TideScale *left = (const TideScale *) a->unit;
  const TideScale *right = (const TideScale *) b->unit;

  return left != NULL && right != NULL && (left->currency != NULL || left->name != NULL)
         && g_strcmp0 (left->currency, right->currency) == 0
         && g_strcmp0 (left->name, right->name) == 0;
}

static gboolean
is_about_same (TideSnapshot *snapshot, const TideIndicatorPayload *a, const TideIndicatorPayload *b)
{
  return is_same_subject (get_subject (a), get_subject (b)) && g_strcmp0 (a->scope, b->scope) == 0
         && g_strcmp0 (get_division (snapshot, a), get_division (snapshot, b)) == 0;
}

/**
 * tide_indicator_refuse_share:
 * @snapshot: the register
 * @part: an indicator
 * @whole: another
 *
 * A share is told of two indicators of the same measure in the same currency or unit, where the
 * part is about less than the whole: its subject is the same, or a class of the whole's taxonomy or
 * below its class, or anything where the whole is the economy of a place; its scope is the same, or
 * the whole has all; its division is the same or lies below.
 *
 * Returns: why there is no share in any period, or %TIDE_RATIO_ALLOWED
 */
TideRatioRefusal
tide_indicator_refuse_share (TideSnapshot *snapshot,
                             const TideIndicatorPayload *part,
                             const TideIndicatorPayload *whole)
{
  if (part->measure == NULL || g_strcmp0 (part->measure, whole->measure) != 0)
    return TIDE_RATIO_MEASURE;
  if (is_about_same (snapshot, part, whole))
    return TIDE_RATIO_SAME;
  if (!is_same_unit (part, whole))
    return TIDE_RATIO_UNIT;
  if (!is_subject_within (snapshot, part, whole))
    return TIDE_RATIO_SUBJECT;
  if (!is_scope_within (part, whole))
    return TIDE_RATIO_SCOPE;
  if (!is_division_within (snapshot, part, whole))
    return TIDE_RATIO_DIVISION;

  return TIDE_RATIO_ALLOWED;
}

/**
 * tide_indicator_refuse_added_value:
 * @snapshot: the register
 * @added_value: an indicator
 * @output: another
 *
 * Added value is told as a part of the output of exactly the same: subject, scope and division.
 *
 * Returns: why it is not, or %TIDE_RATIO_ALLOWED
 */
TideRatioRefusal
tide_indicator_refuse_added_value (TideSnapshot *snapshot,
                                   const TideIndicatorPayload *added_value,
                                   const TideIndicatorPayload *output)
{
  if (g_strcmp0 (added_value->measure, "added-value") != 0
      || g_strcmp0 (output->measure, "output") != 0)
    return TIDE_RATIO_MEASURE;
  if (!is_same_unit (added_value, output))
    return TIDE_RATIO_UNIT;
  if (!is_same_subject (get_subject (added_value), get_subject (output)))
    return TIDE_RATIO_SUBJECT;
  if (g_strcmp0 (added_value->scope, output->scope) != 0)
    return TIDE_RATIO_SCOPE;
  if (g_strcmp0 (get_division (snapshot, added_value), get_division (snapshot, output)) != 0)
    return TIDE_RATIO_DIVISION;

  return TIDE_RATIO_ALLOWED;
}

static void
measure (TideInterval *self,
         const TideIndicatorPayload *indicator,
         const TideObservation *observation)
{
  const TideScale *unit = (const TideScale *) indicator->unit;
  const double scale = unit->scale.is_set ? tide_decimal_to_double (&unit->scale) : 1;
  TideDecimal precision;

  tide_observation_get_precision (observation, unit, &precision);
  tide_interval_init_rounded (self, tide_decimal_to_double (&observation->value) * scale,
                              tide_decimal_to_double (&precision) * scale);
}

/* The whole is above zero, and so at least its own last unit. */
static void
divide (TideIndicatorShare *self, const TideInterval *part, const TideInterval *whole)
{
  TideInterval share;

  tide_interval_init_share (&share, part, whole);
  self->share = share.value;
  self->low = share.low;
  self->high = share.high;
  self->exceeds = part->value > whole->value;
}

static TideRatioRefusal
refuse_values (const TideIndicatorShare *self)
{
  if (self->part == NULL)
    return TIDE_RATIO_NO_PART;
  if (self->whole == NULL)
    return TIDE_RATIO_NO_WHOLE;
  if (self->whole->value.mantissa <= 0)
    return TIDE_RATIO_NOT_POSITIVE;

  return TIDE_RATIO_ALLOWED;
}

static void
init (TideIndicatorShare *self,
      TideRatioRefusal refusal,
      const TideIndicatorPayload *part,
      const TideIndicatorPayload *whole,
      const TideDate *period)
{
  TideInterval inner;
  TideInterval outer;

  *self = (TideIndicatorShare) { .refusal = refusal, .period = *period };
  if (refusal != TIDE_RATIO_ALLOWED)
    return;

  self->part = tide_indicator_find_observation (part, period, NULL);
  self->whole = tide_indicator_find_observation (whole, period, NULL);
  self->refusal = refuse_values (self);
  if (self->refusal != TIDE_RATIO_ALLOWED)
    return;

  measure (&inner, part, self->part);
  measure (&outer, whole, self->whole);
  divide (self, &inner, &outer);
}

/**
 * tide_indicator_share_init:
 * @self: (out caller-allocates): where the share goes
 * @snapshot: the register
 * @part: an indicator, which must live as long as @self is used
 * @whole: another, likewise
 * @period: a period
 *
 * Tells the latest revision of one as a share of that of the other, where
 * tide_indicator_refuse_share() allows it.
 */
void
tide_indicator_share_init (TideIndicatorShare *self,
                           TideSnapshot *snapshot,
                           const TideIndicatorPayload *part,
                           const TideIndicatorPayload *whole,
                           const TideDate *period)
{
  init (self, tide_indicator_refuse_share (snapshot, part, whole), part, whole, period);
}

/**
 * tide_indicator_share_init_added_value:
 * @self: (out caller-allocates): where the share goes
 * @snapshot: the register
 * @added_value: an indicator, which must live as long as @self is used
 * @output: another, likewise
 * @period: a period
 *
 * Tells added value as a share of output, where tide_indicator_refuse_added_value() allows it.
 */
void
tide_indicator_share_init_added_value (TideIndicatorShare *self,
                                       TideSnapshot *snapshot,
                                       const TideIndicatorPayload *added_value,
                                       const TideIndicatorPayload *output,
                                       const TideDate *period)
{
  init (self, tide_indicator_refuse_added_value (snapshot, added_value, output), added_value,
        output, period);
  self->is_unusual
      = self->refusal == TIDE_RATIO_ALLOWED
        && (self->share < TIDE_ADDED_VALUE_LEAST || self->share > TIDE_ADDED_VALUE_MOST);
}

/**
 * tide_indicator_list_wholes:
 * @snapshot: the register, which must live as long as the list
 * @part: an indicator
 *
 * Returns: (transfer container) (element-type TideIndicatorPayload): the indicators of which it can
 *   be told as a share
 */
GPtrArray *
tide_indicator_list_wholes (TideSnapshot *snapshot, const TideIndicatorPayload *part)
{
  const GPtrArray *indicators = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);
  GPtrArray *wholes = g_ptr_array_new ();

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    {
      TideIndicatorPayload *whole = g_ptr_array_index (indicators, i);

      if (tide_indicator_refuse_share (snapshot, part, whole) == TIDE_RATIO_ALLOWED)
        g_ptr_array_add (wholes, whole);
    }

  return wholes;
}

/**
 * tide_indicator_find_output:
 * @snapshot: the register
 * @added_value: an indicator
 *
 * Returns: (transfer none) (nullable): the output of which it is the added value
 */
const TideIndicatorPayload *
tide_indicator_find_output (TideSnapshot *snapshot, const TideIndicatorPayload *added_value)
{
  const GPtrArray *indicators = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    {
      const TideIndicatorPayload *output = g_ptr_array_index (indicators, i);

      if (tide_indicator_refuse_added_value (snapshot, added_value, output) == TIDE_RATIO_ALLOWED)
        return output;
    }

  return NULL;
}
