/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-target-progress.h"

#include "core/tide-scale.h"
#include "stats/tide-breakdown.h"

#define MONTHS_OF_A_YEAR 12

/* Time -------------------------------------------------------------------------------------- */

static int
get_month (const TideDate *date)
{
  return date->year * MONTHS_OF_A_YEAR + date->month - 1;
}

/**
 * tide_period_get_elapsed:
 * @period: a period whose days are real
 * @day: a Julian day, as g_date_get_julian() counts them
 *
 * What part of a period is over at the end of a day. Months count alike, however many days they
 * have, as reports do: of a year ten twelfths are over at the end of October, leap year or not, so
 * that 125.64 % are 42.31 points ahead of it. Within a month, days do.
 *
 * Returns: a share in per cent: 0 before the period, 100 from its last day on
 */
double
tide_period_get_elapsed (const TideDate *period, guint32 day)
{
  const guint32 first_day = tide_date_get_first_day (period);
  const guint32 last_day = tide_date_get_last_day (period);
  TideDate first;
  TideDate last;
  TideDate now;
  int n_months;
  guint8 n_days;

  if (day < first_day)
    return 0;
  if (day >= last_day)
    return 100;

  tide_date_init_from_julian (&first, first_day);
  tide_date_init_from_julian (&last, last_day);
  tide_date_init_from_julian (&now, day);
  n_months = get_month (&last) - get_month (&first) + 1;
  n_days = g_date_get_days_in_month ((GDateMonth) now.month, (GDateYear) now.year);

  return 100.0 * ((get_month (&now) - get_month (&first)) * n_days + now.day) / (n_days * n_months);
}

static void
set_time (TideTargetProgress *self, const TideDate *period, guint32 day)
{
  if (!tide_date_is_set (period) || !tide_date_is_real (period))
    return;

  self->elapsed = tide_period_get_elapsed (period, day);
  if (day < tide_date_get_first_day (period))
    self->phase = TIDE_TARGET_TO_COME;
  else
    self->phase = day > tide_date_get_last_day (period) ? TIDE_TARGET_OVER : TIDE_TARGET_RUNNING;
}

/* Before the period nothing is due; what was reached before it says nothing of its pace. */
static void
set_share (TideTargetProgress *self)
{
  self->share = 100 * self->achieved / self->value;
  self->has_pace = self->phase != TIDE_TARGET_TO_COME && !self->is_earlier;
  self->pace = self->has_pace ? self->share - self->elapsed : 0;
}

/* Indicators -------------------------------------------------------------------------------- */

static gboolean
is_observed_by (const TideObservation *observation, const TideDate *period)
{
  return observation->value.is_set && tide_date_is_set (&observation->period)
         && tide_date_is_real (&observation->period)
         && tide_date_get_last_day (&observation->period) <= tide_date_get_last_day (period);
}

/* The one that ends later; of these the one of a longer time, and of that the last revision. */
static gboolean
is_later (const TideObservation *a, const TideObservation *b)
{
  const guint32 end_a = tide_date_get_last_day (&a->period);
  const guint32 end_b = tide_date_get_last_day (&b->period);
  const guint32 start_a = tide_date_get_first_day (&a->period);
  const guint32 start_b = tide_date_get_first_day (&b->period);

  if (end_a != end_b)
    return end_a > end_b;
  if (start_a != start_b)
    return start_a < start_b;

  return g_strcmp0 (a->revision, b->revision) >= 0;
}

static const TideObservation *
find_observation (const TideIndicatorPayload *indicator, const TideDate *period)
{
  const TideObservation *found = NULL;

  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    {
      const TideObservation *observation = g_ptr_array_index (indicator->observations, i);

      if (is_observed_by (observation, period) && (found == NULL || is_later (observation, found)))
        found = observation;
    }

  return found;
}

static gboolean
is_unit_fitting (const TideTargetPayload *target, const TideScale *unit)
{
  const char *currency = unit != NULL ? unit->currency : NULL;

  return target->currency == NULL || g_strcmp0 (target->currency, currency) == 0;
}

static double
get_number (const TideScale *unit, const TideDecimal *value, TideMoney *money)
{
  TideDecimal ones;

  *money = (TideMoney) { 0 };
  if (!tide_scale_get_money (unit, value, money))
    {
      *money = (TideMoney) { 0 };
      return tide_decimal_to_double (value);
    }

  tide_money_to_decimal (money, &ones);

  return tide_decimal_to_double (&ones);
}

static TideTargetState
tell_indicator (TideTargetProgress *self, TideSnapshot *snapshot, const TideTargetPayload *target)
{
  const TideIndicatorPayload *indicator = TIDE_INDICATOR_PAYLOAD (
      tide_snapshot_lookup (snapshot, TIDE_RECORD_INDICATOR, target->indicator));
  const TideScale *unit = indicator != NULL ? (const TideScale *) indicator->unit : NULL;
  const TideObservation *observation;

  if (indicator == NULL)
    return TIDE_TARGET_NO_SUBJECT;
  if (!is_unit_fitting (target, unit))
    return TIDE_TARGET_WRONG_UNIT;

  self->unit = unit != NULL ? tide_payload_ref (&unit->base) : NULL;
  self->value = get_number (unit, &target->value, &self->goal);
  observation = find_observation (indicator, &target->period);
  if (observation == NULL)
    return TIDE_TARGET_NOT_OBSERVED;

  self->observation = tide_payload_ref (&observation->base);
  self->is_earlier
      = tide_date_get_first_day (&observation->period) < tide_date_get_first_day (&target->period);
  self->achieved = get_number (unit, &observation->value, &self->reached);

  return TIDE_TARGET_TOLD;
}

/* Amounts ----------------------------------------------------------------------------------- */

static TideFigure *
take_group (TideColumns *columns, TideGrouping grouping, const char *taxonomy, const char *key)
{
  g_autoptr (TideBreakdown) breakdown = tide_breakdown_new (columns, grouping, taxonomy, NULL);
  TideGroup *group = (TideGroup *) tide_breakdown_find (breakdown, key);

  return group != NULL ? g_steal_pointer (&group->figure)
                       : tide_figure_new (tide_columns_get_currency (columns));
}

static TideFigure *
take_total (TideColumns *columns)
{
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (columns, TIDE_GROUPING_CURRENCY, NULL, NULL);
  TideFigure *total = breakdown->total;

  breakdown->total = tide_figure_new (NULL);

  return total;
}

static TideFigure *
count (TideTargetProgress *self, const TideTargetPayload *target, TideColumns *columns)
{
  switch (tide_target_get_subject (target))
    {
    case TIDE_TARGET_FOR_SECTOR:
      return take_group (columns, TIDE_GROUPING_SECTOR_TREE, self->taxonomy, target->sector);
    case TIDE_TARGET_FOR_DIVISION:
      return take_group (columns, TIDE_GROUPING_DIVISION_TREE, NULL, target->division);
    case TIDE_TARGET_FOR_EVENT:
      return take_group (columns, TIDE_GROUPING_EVENT, NULL, target->event);
    case TIDE_TARGET_FOR_PROJECTS:
    case TIDE_TARGET_FOR_NOTHING:
    case TIDE_TARGET_FOR_INDICATOR:
    case TIDE_TARGET_FOR_SEVERAL:
    default:
      return take_total (columns);
    }
}

static gboolean
has_subject (TideTargetProgress *self, TideSnapshot *snapshot, const TideTargetPayload *target)
{
  const TideRecordKind kind = tide_target_subject_get_kind (tide_target_get_subject (target));
  const TidePayload *subject
      = kind != TIDE_RECORD_NONE
            ? tide_snapshot_lookup (snapshot, kind, tide_target_get_subject_id (target))
            : NULL;

  if (kind == TIDE_RECORD_SECTOR && subject != NULL)
    self->taxonomy = g_strdup (TIDE_SECTOR_PAYLOAD (subject)->taxonomy);

  return kind == TIDE_RECORD_NONE || subject != NULL;
}

static TideTargetState
tell_amounts (TideTargetProgress *self,
              TideSnapshot *snapshot,
              const TideTargetPayload *target,
              TideColumns *columns)
{
  TideDecimal ones;

  if (!has_subject (self, snapshot, target))
    return TIDE_TARGET_NO_SUBJECT;
  if (!tide_money_init (&self->goal, &target->value, tide_columns_get_currency (columns)))
    return TIDE_TARGET_WRONG_UNIT;

  self->value = tide_decimal_to_double (&target->value);
  self->figure = count (self, target, columns);
  if (self->figure->is_overflow)
    return TIDE_TARGET_TOO_LARGE;
  if (self->figure->n_priced == 0 && self->figure->n_unpriced > 0)
    return TIDE_TARGET_NO_RATE;

  self->reached = self->figure->base;
  tide_money_to_decimal (&self->reached, &ones);
  self->achieved = tide_decimal_to_double (&ones);

  return TIDE_TARGET_TOLD;
}

/* Both -------------------------------------------------------------------------------------- */

static TideTargetState
find_refusal (const TideTargetProgress *self, const TideTargetPayload *target)
{
  const TideTargetSubject subject = tide_target_get_subject (target);

  if (subject == TIDE_TARGET_FOR_NOTHING)
    return TIDE_TARGET_NO_SUBJECT;
  if (subject == TIDE_TARGET_FOR_SEVERAL)
    return TIDE_TARGET_SEVERAL_SUBJECTS;
  if (subject != TIDE_TARGET_FOR_INDICATOR
      && tide_codes_find (TIDE_CODES_AMOUNT_KIND, target->amount_kind) < 0)
    return TIDE_TARGET_NO_KIND;
  if (self->phase == TIDE_TARGET_UNDATED)
    return TIDE_TARGET_NO_PERIOD;
  if (!target->value.is_set || target->value.mantissa <= 0)
    return TIDE_TARGET_NO_VALUE;

  return TIDE_TARGET_TOLD;
}

/**
 * tide_target_progress_init_valuation:
 * @valuation: (out): how the amounts of a target are told; its strings are those of @target
 * @target: a target
 */
void
tide_target_progress_init_valuation (TideValuation *valuation, const TideTargetPayload *target)
{
  *valuation = (TideValuation) {
    .kind = (TideAmountKind) tide_codes_find (TIDE_CODES_AMOUNT_KIND, target->amount_kind),
    .currency = target->currency,
    .period = target->period,
  };
}

/**
 * tide_target_progress_new:
 * @snapshot: the register
 * @target: one of its targets
 * @columns: (nullable): the projects of @snapshot, told as tide_target_progress_init_valuation()
 *   says; %NULL where the target is none of amounts whose kind is known
 * @day: the Julian day on which it is looked at
 *
 * Tells what is reached. Of an indicator that is the latest value of the period, or of a time
 * before; of amounts it is what is certainly dated within the period, of live projects, at the
 * rates of the register. A sector has its projects by their shares, those of the classes below it
 * included; so has a division those of the divisions below. A pure function: any thread may call
 * it.
 *
 * Returns: (transfer full): the progress
 */
TideTargetProgress *
tide_target_progress_new (TideSnapshot *snapshot,
                          const TideTargetPayload *target,
                          TideColumns *columns,
                          guint32 day)
{
  TideTargetProgress *self = g_new0 (TideTargetProgress, 1);

  self->target = tide_payload_ref ((TidePayload *) &target->base);
  set_time (self, &target->period, day);
  self->state = find_refusal (self, target);
  if (self->state != TIDE_TARGET_TOLD)
    return self;

  self->state = target->indicator != NULL ? tell_indicator (self, snapshot, target)
                                          : tell_amounts (self, snapshot, target, columns);
  if (self->state == TIDE_TARGET_TOLD)
    set_share (self);

  return self;
}

/**
 * tide_target_progress_free:
 * @self: (transfer full): a progress
 */
void
tide_target_progress_free (TideTargetProgress *self)
{
  tide_payload_unref (self->target);
  g_clear_pointer (&self->observation, tide_payload_unref);
  g_clear_pointer (&self->unit, tide_payload_unref);
  g_clear_pointer (&self->figure, tide_figure_free);
  g_free (self->taxonomy);
  g_free (self);
}
