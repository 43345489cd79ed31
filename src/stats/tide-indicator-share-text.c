/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-indicator-share-text.h"

#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

#define NUMBER_SIZE 512

static char *
dup_number (double number, const char *format)
{
  char buffer[NUMBER_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, number));
}

/**
 * tide_ratio_refusal_get_text:
 * @refusal: why there is no share
 *
 * Returns: (transfer none) (nullable): the reason, as a sentence
 */
const char *
tide_ratio_refusal_get_text (TideRatioRefusal refusal)
{
  switch (refusal)
    {
    case TIDE_RATIO_SAME:
      return _ ("Both measure the same.");
    case TIDE_RATIO_MEASURE:
      return _ ("Their measures differ: output, added value and revenue are never told in shares "
                "of one another.");
    case TIDE_RATIO_UNIT:
      return _ ("They are not in the same currency or unit.");
    case TIDE_RATIO_SUBJECT:
      return _ ("The subject of the one is not a part of the other’s.");
    case TIDE_RATIO_SCOPE:
      return _ ("The one counts companies that the other leaves out: their scopes differ.");
    case TIDE_RATIO_DIVISION:
      return _ ("The division of the one is not a part of the other’s.");
    case TIDE_RATIO_NO_PART:
      return _ ("The part has no value for this period.");
    case TIDE_RATIO_NO_WHOLE:
      return _ ("The whole has no value for this period.");
    case TIDE_RATIO_NOT_POSITIVE:
      return _ ("The whole is not above zero.");
    case TIDE_RATIO_ALLOWED:
    case TIDE_N_RATIO_REFUSALS:
    default:
      return NULL;
    }
}

/**
 * tide_indicator_share_dup_value:
 * @self: a share
 *
 * Returns: (transfer full): the share with one digit: “21.4 %”; a dash where there is none
 */
char *
tide_indicator_share_dup_value (const TideIndicatorShare *self)
{
  g_autofree char *number = NULL;

  if (self->refusal != TIDE_RATIO_ALLOWED)
    return g_strdup ("—");

  number = dup_number (self->share, "%.1f");

  /* Translators: a number in per cent, such as 16.3 */
  return g_strdup_printf (_ ("%s %%"), number);
}

static char *
dup_unusual (const TideIndicatorShare *self)
{
  g_autofree char *least = dup_number (TIDE_ADDED_VALUE_LEAST, "%.0f");
  g_autofree char *most = dup_number (TIDE_ADDED_VALUE_MOST, "%.0f");

  if (self->exceeds)
    return g_strdup (_ ("Added value cannot be more than output. Is one of them in another unit?"));

  return g_strdup_printf (
      /* Translators: two numbers */
      _ ("Added value is usually %s to %s %% of output. Is one of them in another "
         "unit?"),
      least, most);
}

/**
 * tide_indicator_share_dup_remark:
 * @self: a share
 *
 * Returns: (transfer full) (nullable): why there is none, or what is remarkable about it, as a
 *   sentence; %NULL where there is nothing to say
 */
char *
tide_indicator_share_dup_remark (const TideIndicatorShare *self)
{
  if (self->refusal != TIDE_RATIO_ALLOWED)
    return g_strdup (tide_ratio_refusal_get_text (self->refusal));
  if (self->is_unusual)
    return dup_unusual (self);
  if (self->exceeds)
    return g_strdup (_ ("The part exceeds the whole. It is shown as it is: a company can belong to "
                        "several classes, and figures may come from different sources."));

  return NULL;
}

static char *
dup_amount (const TideIndicatorPayload *indicator,
            const TideObservation *observation,
            TideLanguage language)
{
  g_autofree char *unit = tide_indicator_dup_unit (indicator, language);
  g_autofree char *number = tide_decimal_dup_text (&observation->value);

  return unit != NULL ? g_strdup_printf ("%s × %s", number, unit) : g_steal_pointer (&number);
}

/**
 * tide_indicator_share_dup_formula:
 * @self: a share
 * @part: the indicator it is of
 * @whole: the other one
 * @language: language of the person
 *
 * Returns: (transfer full) (nullable): how it was worked out, and of what; %NULL where there is
 * none
 */
char *
tide_indicator_share_dup_formula (const TideIndicatorShare *self,
                                  const TideIndicatorPayload *part,
                                  const TideIndicatorPayload *whole,
                                  TideLanguage language)
{
  g_autofree char *dividend = NULL;
  g_autofree char *divisor = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (self->refusal != TIDE_RATIO_ALLOWED)
    return NULL;

  dividend = dup_amount (part, self->part, language);
  divisor = dup_amount (whole, self->whole, language);
  low = dup_number (self->low, "%.2f");
  high = dup_number (self->high, "%.2f");

  /* Translators: two amounts, and the ends of an interval of per cents that their rounding allows
   */
  return g_strdup_printf (_ ("%s ÷ %s; their rounding allows %s to %s %%"), dividend, divisor, low,
                          high);
}

static char *
dup_money_unit (const TideScale *unit, TideLanguage language)
{
  gint64 factor = 1;
  g_autofree char *scale = NULL;

  if (unit->scale.is_set && !tide_decimal_rescale (&unit->scale, 0, &factor))
    factor = 0;
  for (guint i = TIDE_UNIT_ONE; i <= TIDE_UNIT_BILLION; i++)
    if (tide_unit_get_factor ((TideUnit) i) == factor)
      return tide_unit_dup_label ((TideUnit) i, unit->currency, language);

  scale = tide_decimal_dup_text (&unit->scale);

  return g_strdup_printf ("%s %s", scale, tide_currency_get_name (unit->currency, language));
}

/**
 * tide_indicator_dup_unit:
 * @indicator: an indicator
 * @language: language of the person
 *
 * Returns: (transfer full) (nullable): the unit of its values: “100 million yuan”, “亿元”,
 *   “enterprises”; %NULL where it has none
 */
char *
tide_indicator_dup_unit (const TideIndicatorPayload *indicator, TideLanguage language)
{
  const TideScale *unit = (const TideScale *) indicator->unit;
  const TideDecimal one = { 1, 0, TRUE };
  g_autofree char *scale = NULL;

  if (unit == NULL)
    return NULL;
  if (unit->currency != NULL)
    return dup_money_unit (unit, language);
  if (unit->name == NULL || !unit->scale.is_set || tide_decimal_compare (&unit->scale, &one) == 0)
    return g_strdup (unit->name);

  scale = tide_decimal_dup_text (&unit->scale);

  return g_strdup_printf ("%s %s", scale, unit->name);
}
