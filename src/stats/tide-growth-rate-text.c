/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-growth-rate-text.h"

#include "core/tide-code.h"
#include "core/tide-observation.h"

#include <glib/gi18n-lib.h>

/* Enough for the interval to tell rates apart that are published with one digit. */
#define RATE_FORMAT "%.3f"
#define RATE_TEXT_SIZE (G_ASCII_DTOSTR_BUF_SIZE + 310)

static char *
dup_number (double number)
{
  char buffer[RATE_TEXT_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, RATE_FORMAT, number);
  if (g_strcmp0 (buffer, "-0.000") == 0)
    return g_strdup (buffer + 1);

  return tide_text_take_number (g_strdup (buffer));
}

static char *
dup_decimal_rate (const TideDecimal *rate)
{
  g_autofree char *number = tide_text_take_number (tide_decimal_dup_text (rate));

  /* Translators: a number in per cent, such as 16.3 */
  return g_strdup_printf (_ ("%s %%"), number);
}

/**
 * tide_growth_rate_dup_value:
 * @self: a growth rate
 *
 * Returns: (transfer full): the rate with three digits: “16.328 %”; a dash where there is none
 */
char *
tide_growth_rate_dup_value (const TideGrowthRate *self)
{
  g_autofree char *number = NULL;

  if (self->refusal != TIDE_GROWTH_COMPUTED)
    return g_strdup ("—");

  number = dup_number (self->rate);

  /* Translators: a number in per cent, such as 16.3 */
  return g_strdup_printf (_ ("%s %%"), number);
}

/**
 * tide_growth_rate_dup_interval:
 * @self: a growth rate
 *
 * Returns: (transfer full) (nullable): which rates the rounding of the values allows: “16.323 to
 *   16.333 %”; %NULL where there is none
 */
char *
tide_growth_rate_dup_interval (const TideGrowthRate *self)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (self->refusal != TIDE_GROWTH_COMPUTED)
    return NULL;

  low = dup_number (self->low);
  high = dup_number (self->high);

  /* Translators: the ends of an interval of per cents */
  return g_strdup_printf (_ ("%s to %s %%"), low, high);
}

static char *
dup_break (const TideGrowthRate *self, TideLanguage language)
{
  g_autofree char *period = tide_date_dup_label (&self->series_break->before, language);
  g_autofree char *reason = NULL;

  if (self->series_break->reason == NULL)
    /* Translators: %s is a period, such as 2019 */
    return g_strdup_printf (_ ("There is a break in the series before %s: what comes after it was "
                               "counted differently."),
                            period);

  reason = tide_text_dup_isolated (self->series_break->reason);

  /* Translators: a period, such as 2019; what the register says of the reason */
  return g_strdup_printf (_ ("There is a break in the series before %s: %s"), period, reason);
}

static char *
dup_missing (const TideDate *period, TideLanguage language)
{
  g_autofree char *label = tide_date_dup_label (period, language);

  /* Translators: %s is a period, such as 2019 */
  return g_strdup_printf (_ ("There is no value for %s."), label);
}

static char *
dup_bad_value (const TideGrowthRate *self, TideLanguage language)
{
  const gboolean is_start = self->refusal == TIDE_GROWTH_NOT_POSITIVE;
  const TideObservation *observation = is_start ? self->start : self->end;
  g_autofree char *label = tide_date_dup_label (&observation->period, language);
  g_autofree char *value = tide_decimal_dup_text (&observation->value);

  if (is_start)
    /* Translators: a period, such as 2019, and a number */
    return g_strdup_printf (_ ("Growth needs a first value above zero; that of %s is %s."), label,
                            value);

  /* Translators: a period, such as 2019, and a number */
  return g_strdup_printf (_ ("A value below zero has no growth rate; that of %s is %s."), label,
                          value);
}

/**
 * tide_growth_rate_dup_refusal:
 * @self: a growth rate
 * @language: language of the person
 *
 * Returns: (transfer full) (nullable): why there is none, as a sentence; %NULL where there is one
 */
char *
tide_growth_rate_dup_refusal (const TideGrowthRate *self, TideLanguage language)
{
  switch (self->refusal)
    {
    case TIDE_GROWTH_NO_PERIOD:
      return g_strdup (_ ("Choose a first and a last period."));
    case TIDE_GROWTH_UNLIKE_PERIODS:
      return g_strdup (_ ("The two periods are not of the same length: a year is compared with a "
                          "year, a quarter with a quarter."));
    case TIDE_GROWTH_SAME_PERIOD:
      return g_strdup (_ ("Both periods are the same: there is no growth within one."));
    case TIDE_GROWTH_BACKWARDS:
      return g_strdup (_ ("The last period comes before the first."));
    case TIDE_GROWTH_OTHER_SEASON:
      return g_strdup (_ ("Growth a year needs the same quarter or month of two years, as seasons "
                          "differ."));
    case TIDE_GROWTH_NO_START:
      return dup_missing (&self->from, language);
    case TIDE_GROWTH_NO_END:
      return dup_missing (&self->to, language);
    case TIDE_GROWTH_ACROSS_BREAK:
      return dup_break (self, language);
    case TIDE_GROWTH_NOT_POSITIVE:
    case TIDE_GROWTH_NEGATIVE_END:
      return dup_bad_value (self, language);
    case TIDE_GROWTH_COMPUTED:
    case TIDE_N_GROWTH_REFUSALS:
    default:
      return NULL;
    }
}

/**
 * tide_growth_rate_dup_formula:
 * @self: a growth rate
 *
 * Returns: (transfer full) (nullable): how it was worked out, and of what: “(6411 ÷ 2224)^(1/7) −
 * 1, each value ± half of 1”; %NULL where there is none
 */
char *
tide_growth_rate_dup_formula (const TideGrowthRate *self)
{
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *start_precision = NULL;
  g_autofree char *end_precision = NULL;

  if (self->refusal != TIDE_GROWTH_COMPUTED)
    return NULL;

  start = tide_decimal_dup_text (&self->start->value);
  end = tide_decimal_dup_text (&self->end->value);
  start_precision = tide_decimal_dup_text (&self->start_precision);
  end_precision = tide_decimal_dup_text (&self->end_precision);

  return g_strdup_printf (
      /* Translators: the last value, the first value, the number of years; the first value and its
       * last certain unit; the last value and its last certain unit */
      _ ("(%s ÷ %s)^(1 ÷ %u) − 1, where %s is rounded to %s and %s to %s"), end, start, self->years,
      start, start_precision, end, end_precision);
}

static char *
dup_difference (const TideGrowthRate *self, const char *published)
{
  g_autofree char *interval = tide_growth_rate_dup_interval (self);

  /* Translators: a published growth in per cent, and the interval that the values give: “17.9 %
   * does not reproduce: 17.755 to 17.806 %” */
  return g_strdup_printf (_ ("%s does not reproduce: %s"), published, interval);
}

/**
 * tide_growth_rate_dup_verdict:
 * @self: the computed rate
 * @published: a published rate of the same span
 *
 * Returns: (transfer full): the verdict in a few words: “16.3 % reproduces”, “17.9 % does not
 *   reproduce: 17.755 to 17.806 %”
 */
char *
tide_growth_rate_dup_verdict (const TideGrowthRate *self, const TideGrowth *published)
{
  g_autofree char *rate = dup_decimal_rate (&published->rate);

  switch (tide_growth_rate_judge (self, published))
    {
    case TIDE_VERDICT_REPRODUCES:
      /* Translators: %s is a published growth in per cent that the values confirm */
      return g_strdup_printf (_ ("%s reproduces"), rate);
    case TIDE_VERDICT_DIFFERS:
      return dup_difference (self, rate);
    case TIDE_VERDICT_OTHER_BASIS:
      /* Translators: %s is a published growth in per cent, told at other prices than the values */
      return g_strdup_printf (_ ("%s cannot be compared: other basis"), rate);
    case TIDE_VERDICT_NOT_COMPUTED:
      /* Translators: %s is a published growth in per cent */
      return g_strdup_printf (_ ("%s cannot be checked"), rate);
    case TIDE_VERDICT_NO_RATE:
    default:
      return g_strdup ("—");
    }
}

static char *
dup_reproduction (const TideGrowthRate *self)
{
  g_autofree char *interval = tide_growth_rate_dup_interval (self);

  /* Translators: %s is an interval of per cents: “16.323 to 16.333 %” */
  return g_strdup_printf (_ ("The values give %s, as far as they are certain; the published rate "
                             "rounds one of these."),
                          interval);
}

static char *
dup_contradiction (const TideGrowthRate *self, const TideIndicatorPayload *indicator)
{
  g_autofree char *interval = tide_growth_rate_dup_interval (self);

  if (g_strcmp0 (indicator->scope, "above-size") == 0)
    return g_strdup_printf (
        /* Translators: %s is an interval of per cents: “16.323 to 16.333 %” */
        _ ("The values give %s, as far as they are certain. Which companies are "
           "above designated size changes every year, and official growth "
           "compares the same ones. Both are shown, neither is changed."),
        interval);

  /* Translators: %s is an interval of per cents: “16.323 to 16.333 %” */
  return g_strdup_printf (_ ("The values give %s, as far as they are certain. Both are shown, "
                             "neither is changed."),
                          interval);
}

static char *
dup_other_basis (const TideGrowthRate *self, const TideGrowth *published, TideLanguage language)
{
  g_autofree char *value = tide_growth_rate_dup_value (self);
  g_autofree char *basis = tide_text_dup_isolated (
      tide_codes_get_label (TIDE_CODES_GROWTH_BASIS, published->basis, language));

  return g_strdup_printf (
      /* Translators: the basis of a published growth rate, such as “Comparable prices”; a growth in
       * per cent */
      _ ("It is told on another basis (%s) than the values, which are at current "
         "prices and give %s: they neither confirm nor refute it."),
      basis, value);
}

/**
 * tide_growth_rate_dup_verdict_reason:
 * @self: the computed rate
 * @published: a published rate of the same span
 * @indicator: the indicator
 * @language: language of the person
 *
 * Returns: (transfer full) (nullable): why the verdict is as it is, in sentences
 */
char *
tide_growth_rate_dup_verdict_reason (const TideGrowthRate *self,
                                     const TideGrowth *published,
                                     const TideIndicatorPayload *indicator,
                                     TideLanguage language)
{
  switch (tide_growth_rate_judge (self, published))
    {
    case TIDE_VERDICT_REPRODUCES:
      return dup_reproduction (self);
    case TIDE_VERDICT_DIFFERS:
      return dup_contradiction (self, indicator);
    case TIDE_VERDICT_OTHER_BASIS:
      return dup_other_basis (self, published, language);
    case TIDE_VERDICT_NOT_COMPUTED:
      return tide_growth_rate_dup_refusal (self, language);
    case TIDE_VERDICT_NO_RATE:
    default:
      return NULL;
    }
}
