/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#include <math.h>

#define LONGEST_GAP 16

static gboolean
is_figure (const TideMention *mention)
{
  return !mention->is_dropped && mention->of != TIDE_FINDING_OF_THRESHOLD
         && (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_COUNT);
}

static gboolean
is_same_unit (const TideMention *a, const TideMention *b)
{
  return a->shape == b->shape && a->currency == b->currency && a->noun == b->noun
         && (a->shape == TIDE_MENTION_COUNT || a->of == b->of || a->of == TIDE_FINDING_OF_UNKNOWN
             || b->of == TIDE_FINDING_OF_UNKNOWN);
}

/* Academicians and heads of groups are talents too. */
static gboolean
can_be_part (const TideMention *part, const TideMention *total)
{
  return is_same_unit (part, total)
         || (part->shape == TIDE_MENTION_COUNT && total->noun == TIDE_NOUN_TALENTS
             && (part->noun == TIDE_NOUN_ACADEMICIANS
                 || part->noun == TIDE_NOUN_PRINCIPAL_INVESTIGATORS));
}

static guint
find_sentence_end (const TideReader *self, guint index)
{
  const guint sentence = self->sentences[tide_reader_get_mention (self, index)->start];
  guint end = index;

  while (end < self->mentions->len
         && self->sentences[tide_reader_get_mention (self, end)->start] == sentence)
    end++;

  return end;
}

/* Whether the text makes of the figure at @index a total whose parts follow. */
static gboolean
is_total_of (const TideReader *self, const TideMention *total, const TideMention *part)
{
  static const char *const ofs[] = { "of ", "out of ", NULL };
  const guint sentence = tide_reader_sentence_start (self, total->start);
  const TideCue *cue;

  if (tide_reader_match_any (self, tide_reader_skip_space (self, sentence), ofs) != 0
      && total->start - sentence <= 16)
    return TRUE;
  if (tide_reader_match (self, total->end, "中,") != 0)
    return TRUE;
  cue = tide_reader_cue_in (self, TIDE_CUE_PART, total->end, part->start);

  return cue != NULL;
}

static gboolean
has_breakdown (const TideReader *self, const TideMention *mention)
{
  return tide_reader_cue_in (self, TIDE_CUE_BREAKDOWN,
                             tide_reader_sentence_start (self, mention->start),
                             tide_reader_sentence_end (self, mention->start))
         != NULL;
}

/* The figure that @index is a part of. */
static int
find_total (const TideReader *self, guint index)
{
  const TideMention *part = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, part->start);

  for (guint i = index; i > 0; i--)
    {
      const TideMention *total = tide_reader_get_mention (self, i - 1);

      if (total->start < sentence)
        break;
      if (is_figure (total) && can_be_part (part, total) && !total->is_part
          && is_total_of (self, total, part))
        return (int) i - 1;
    }

  return -1;
}

/**
 * tide_reader_find_parts:
 * @self: a reader with kinds
 *
 * Tells which figures are parts of others, and so are not what the register says of the whole.
 */
void
tide_reader_find_parts (TideReader *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);
      const TideMention *first = NULL;
      int total;

      if (!is_figure (mention))
        continue;
      total = find_total (self, i);
      if (total >= 0)
        {
          const TideMention *whole = tide_reader_get_mention (self, (guint) total);

          mention->others[mention->n_others++] = total;
          mention->is_part = is_same_unit (mention, whole) && !mention->is_foreign;
          continue;
        }
      for (guint j = i; j > 0 && first == NULL; j--)
        {
          const TideMention *before = tide_reader_get_mention (self, j - 1);

          if (self->sentences[before->start] != self->sentences[mention->start])
            break;
          if (is_figure (before) && is_same_unit (before, mention))
            first = before;
        }
      if (first != NULL && has_breakdown (self, mention))
        mention->is_part = TRUE;
    }
}

static void
judge_excess (const TideReader *self, TideMention *part)
{
  const TideMention *total = tide_reader_get_mention (self, (guint) part->others[0]);
  double low, high;

  if (part->verdict == TIDE_FINDING_SUSPICIOUS_UNIT
      || tide_reader_cue_in (self, TIDE_CUE_OVERLAP, tide_reader_sentence_start (self, part->start),
                             tide_reader_sentence_end (self, part->start))
             != NULL)
    return;
  if (part->reason == TIDE_FINDING_TARGET || part->reason == TIDE_FINDING_NOT_ASSERTED)
    return;
  tide_mention_interval (total, &low, &high);
  if (tide_mention_value (part) <= high)
    return;
  part->has_computed = TRUE;
  part->computed = tide_mention_value (total);
  part->low = low;
  part->high_bound = high;
  part->record = NULL;
  tide_mention_judge (part, TIDE_FINDING_CONFLICTS, TIDE_FINDING_NO_REASON);
}

static void
judge_sum (TideReader *self, guint total_index, const guint *parts, guint n)
{
  TideMention *total = tide_reader_get_mention (self, total_index);
  double sum = 0;
  double low = 0;
  double high = 0;

  total->n_others = 0;
  for (guint i = 0; i < n; i++)
    {
      const TideMention *part = tide_reader_get_mention (self, parts[i]);
      double part_low, part_high;

      tide_mention_interval (part, &part_low, &part_high);
      sum += tide_mention_value (part);
      low += part_low;
      high += part_high;
      if (total->n_others < G_N_ELEMENTS (total->others))
        total->others[total->n_others++] = (int) parts[i];
    }
  if (total->verdict == TIDE_FINDING_SUSPICIOUS_UNIT)
    return;
  total->has_computed = TRUE;
  total->computed = sum;
  total->low = low;
  total->high_bound = high;
  if (!tide_mention_fits (total, low, high))
    tide_mention_judge (total, TIDE_FINDING_CONFLICTS, TIDE_FINDING_NO_REASON);
  else if (total->verdict == TIDE_FINDING_CANNOT_BE_CHECKED)
    tide_mention_judge (total, TIDE_FINDING_REPRODUCES, TIDE_FINDING_NO_REASON);
}

/* A total first, then all of its parts. */
static void
judge_breakdown (TideReader *self, guint index)
{
  const TideMention *total = tide_reader_get_mention (self, index);
  const guint end = find_sentence_end (self, index);
  guint parts[32];
  guint n = 0;

  for (guint i = index + 1; i < end && n < G_N_ELEMENTS (parts); i++)
    {
      const TideMention *part = tide_reader_get_mention (self, i);

      if (is_figure (part) && is_same_unit (part, total))
        parts[n++] = i;
    }
  if (n >= 2 && !total->is_part)
    judge_sum (self, index, parts, n);
}

/* The parts first, as a list, then what they come to. */
static void
judge_total (TideReader *self, guint index)
{
  static const char *const behind[] = { " in total", " in all", " altogether", NULL };
  const TideMention *total = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, total->start);
  const TideCue *cue = tide_reader_last_cue_in (self, TIDE_CUE_SUM, sentence, total->start);
  guint parts[32];
  guint n = 0;

  if ((cue == NULL || total->start - cue->end > 8)
      && tide_reader_match_any (self, total->end, behind) == 0)
    return;
  for (guint i = index; i > 0 && n < G_N_ELEMENTS (parts); i--)
    {
      const TideMention *part = tide_reader_get_mention (self, i - 1);

      if (part->start < sentence)
        break;
      if (is_figure (part) && is_same_unit (part, total))
        parts[n++] = i - 1;
    }
  if (n >= 2)
    judge_sum (self, index, parts, n);
}

/**
 * tide_reader_judge_sums:
 * @self: a reader whose figures are judged
 *
 * Adds up parts that are complete, and compares parts with their totals.
 */
void
tide_reader_judge_sums (TideReader *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);

      if (!is_figure (mention))
        continue;
      if (mention->n_others > 0)
        judge_excess (self, mention);
      if (has_breakdown (self, mention) && !mention->is_part && mention->n_others == 0)
        judge_breakdown (self, i);
      else
        judge_total (self, i);
    }
}

/* Second writings and conversions ----------------------------------------------------------- */

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
  for (guint i = 1; i < self->mentions->len; i++)
    {
      TideMention *second = tide_reader_get_mention (self, i);
      TideMention *first = tide_reader_get_mention (self, i - 1);
      gboolean is_conversion = FALSE;

      if (first->shape != TIDE_MENTION_MONEY || second->shape != TIDE_MENTION_MONEY
          || !is_writing_gap (self, first->end, second->start, &is_conversion))
        continue;
      if (first->of == TIDE_FINDING_OF_UNKNOWN)
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

static const TideRatePayload *
find_rate (const TideReader *self, const TideMention *from, const TideMention *to)
{
  const GPtrArray *rates = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_RATE);

  for (guint i = 0; rates != NULL && i < rates->len; i++)
    {
      const TideRatePayload *rate = g_ptr_array_index (rates, i);

      if (tide_currency_sign_from_code (rate->from) == from->currency
          && tide_currency_sign_from_code (rate->to) == to->currency && rate->value.is_set)
        return rate;
    }

  return NULL;
}

static void
judge_conversion (const TideReader *self, TideMention *second, const TideMention *first)
{
  const TideRatePayload *rate = find_rate (self, first, second);
  double value, half;

  if (second->reason == TIDE_FINDING_TARGET || second->reason == TIDE_FINDING_NOT_ASSERTED)
    return;
  if (rate == NULL)
    {
      tide_mention_judge (second, TIDE_FINDING_CANNOT_BE_CHECKED, TIDE_FINDING_NO_RATE);
      return;
    }
  value = tide_decimal_to_double (&rate->value);
  half = pow (10, -(int) rate->value.scale) / 2;
  tide_mention_interval (first, &second->low, &second->high_bound);
  second->low *= value - half;
  second->high_bound *= value + half;
  second->computed = tide_mention_value (first) * value;
  second->has_computed = TRUE;
  second->record_kind = TIDE_RECORD_RATE;
  second->record = rate->base.id;
  if (tide_mention_fits (second, second->low, second->high_bound))
    tide_mention_judge (second, TIDE_FINDING_REPRODUCES, TIDE_FINDING_NO_REASON);
  else if (tide_mention_is_off_by_ten (second, second->low, second->high_bound))
    tide_mention_judge (second, TIDE_FINDING_SUSPICIOUS_UNIT, TIDE_FINDING_NO_REASON);
  else
    tide_mention_judge (second, TIDE_FINDING_DIFFERS, TIDE_FINDING_NO_REASON);
}

/* Where the register knows neither, the second writing is the one to doubt. */
static void
judge_second (TideMention *second, const TideMention *first, guint index)
{
  double low, high;

  if (first->verdict != TIDE_FINDING_CANNOT_BE_CHECKED
      || second->verdict != TIDE_FINDING_CANNOT_BE_CHECKED)
    return;
  tide_mention_interval (first, &low, &high);
  if (tide_mention_fits (second, low, high))
    return;
  second->has_computed = TRUE;
  second->computed = tide_mention_value (first);
  second->low = low;
  second->high_bound = high;
  second->others[0] = (int) index;
  second->n_others = 1;
  tide_mention_judge (second,
                      tide_mention_is_off_by_ten (second, low, high) ? TIDE_FINDING_SUSPICIOUS_UNIT
                                                                     : TIDE_FINDING_CONFLICTS,
                      TIDE_FINDING_NO_REASON);
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
  for (guint i = 1; i < self->mentions->len; i++)
    {
      TideMention *second = tide_reader_get_mention (self, i);
      const TideMention *first = tide_reader_get_mention (self, i - 1);

      if (second->is_converted)
        judge_conversion (self, second, first);
      else if (second->is_second)
        judge_second (second, first, i - 1);
    }
}
