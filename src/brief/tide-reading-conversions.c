/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"
#include "core/tide-rates.h"

#define LONGEST_GAP 16

/* Whether nothing but a bracket and words for “that is” stands between. */
static gboolean
is_writing_gap (const TideReader *self, guint from, guint to, gboolean *is_conversion)
{
  gboolean has_mark = FALSE;

  if (to - from > LONGEST_GAP)
    return FALSE;
  for (guint i = from; i < to;)
    {
      const TideCue *same = tide_reader_cue_in (self, TIDE_CUE_SAME, i, to);
      const TideCue *conversion = tide_reader_cue_in (self, TIDE_CUE_CONVERSION, i, to);

      if (conversion != NULL && conversion->start == i)
        {
          *is_conversion = has_mark = TRUE;
          i = conversion->end;
        }
      else if (same != NULL && same->start == i)
        {
          has_mark = TRUE;
          i = same->end;
        }
      else if (self->chars[i] == '(')
        {
          has_mark = TRUE;
          i++;
        }
      else if (self->chars[i] == ' ' || self->chars[i] == ',' || self->chars[i] == '\n'
               || self->chars[i] == '=')
        i++;
      else
        return FALSE;
    }

  return has_mark;
}

/**
 * tide_reader_find_writings:
 * @self: a reader with kinds
 *
 * Finds amounts that are written a second time, or converted.
 */
void
tide_reader_find_writings (TideReader *self)
{
  for (guint i = 1; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      TideMention *second = tide_reader_get_mention (self, i);
      TideMention *first = tide_reader_get_mention (self, i - 1);
      gboolean is_conversion = FALSE;

      if (first->shape != TIDE_MENTION_MONEY || second->shape != TIDE_MENTION_MONEY
          || !is_writing_gap (self, first->end, second->start, &is_conversion))
        continue;
      if (first->of == TIDE_TEXT_FINDING_OF_UNKNOWN)
        {
          first->of = second->of;
          first->is_foreign = first->is_foreign || second->is_foreign;
        }
      second->of = first->of;
      second->is_foreign = first->is_foreign;
      second->is_part = first->is_part;
      second->n_others = 0;
      second->is_converted = second->currency != first->currency;
      second->is_second = !second->is_converted;
    }
}

/* The rates of the register's set into one currency, made ready once. */
static TideRates *
get_rates (const TideReader *self, const char *currency)
{
  TideRates *rates = g_hash_table_lookup (self->rates, currency);

  if (rates == NULL)
    {
      rates = tide_rates_new (self->snapshot, currency, NULL);
      g_hash_table_insert (self->rates, (gpointer) currency, rates);
    }

  return rates;
}

/* The rate that totals take: that of the register's set for the date of the amount, or else for the
 * year of the text; without either the newest. */
static const TideRatePayload *
find_rate (const TideReader *self, const TideMention *from, const TideMention *to)
{
  const char *own = tide_currency_sign_get_code (from->currency);
  const char *other = tide_currency_sign_get_code (to->currency);
  TideDate date = from->date;

  if (from->currency == TIDE_SIGN_MIXED || to->currency == TIDE_SIGN_MIXED)
    return NULL;
  if (!tide_date_is_set (&date) && from->year != 0)
    date = (TideDate) { .year = (gint16) from->year, .precision = TIDE_PRECISION_YEAR };

  return tide_rates_find (get_rates (self, other), own, &date);
}

static void
judge_conversion (const TideReader *self, TideMention *second, const TideMention *first)
{
  const TideRatePayload *rate = find_rate (self, first, second);
  TideDecimal last_digit = { 1, 0, TRUE };
  TideInterval amount, value;

  if (second->reason == TIDE_TEXT_FINDING_TARGET
      || second->reason == TIDE_TEXT_FINDING_NOT_ASSERTED)
    return;
  if (rate == NULL)
    {
      tide_mention_judge (second, TIDE_TEXT_FINDING_CANNOT_BE_CHECKED, TIDE_TEXT_FINDING_NO_RATE);
      return;
    }
  last_digit.scale = rate->value.scale;
  tide_interval_init_rounded (&value, tide_decimal_to_double (&rate->value),
                              tide_decimal_to_double (&last_digit));
  tide_mention_interval (first, &amount);
  tide_interval_init_product (&second->computed, &amount, &value);
  second->has_computed = TRUE;
  second->record_kind = TIDE_RECORD_RATE;
  second->record = rate->base.id;
  if (tide_mention_fits (second, &second->computed))
    tide_mention_judge (second, TIDE_TEXT_FINDING_REPRODUCES, TIDE_TEXT_FINDING_NO_REASON);
  else if (tide_mention_is_off_by_ten (second, &second->computed))
    tide_mention_judge (second, TIDE_TEXT_FINDING_SUSPICIOUS_UNIT, TIDE_TEXT_FINDING_NO_REASON);
  else
    tide_mention_judge (second, TIDE_TEXT_FINDING_DIFFERS, TIDE_TEXT_FINDING_NO_REASON);
}

/* Where the register knows neither, the second writing is the one to doubt. */
static void
judge_second (TideMention *second, const TideMention *first, guint index)
{
  TideInterval wanted;

  if (first->verdict != TIDE_TEXT_FINDING_CANNOT_BE_CHECKED
      || second->verdict != TIDE_TEXT_FINDING_CANNOT_BE_CHECKED)
    return;
  tide_mention_interval (first, &wanted);
  if (tide_mention_fits (second, &wanted))
    return;
  second->has_computed = TRUE;
  second->computed = wanted;
  second->others[0] = (int) index;
  second->n_others = 1;
  tide_mention_judge (second,
                      tide_mention_is_off_by_ten (second, &wanted)
                          ? TIDE_TEXT_FINDING_SUSPICIOUS_UNIT
                          : TIDE_TEXT_FINDING_CONFLICTS,
                      TIDE_TEXT_FINDING_NO_REASON);
}

/**
 * tide_reader_judge_writings:
 * @self: a reader whose figures are judged
 *
 * Compares second writings with the first, and conversions with the register's rate.
 */
void
tide_reader_judge_writings (TideReader *self)
{
  for (guint i = 1; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      TideMention *second = tide_reader_get_mention (self, i);
      const TideMention *first = tide_reader_get_mention (self, i - 1);

      if (second->is_converted)
        judge_conversion (self, second, first);
      else if (second->is_second)
        judge_second (second, first, i - 1);
    }
}
