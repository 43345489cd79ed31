/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

static gboolean
is_figure (const TideMention *mention)
{
  return !mention->is_dropped && mention->of != TIDE_TEXT_FINDING_OF_THRESHOLD
         && (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_COUNT);
}

static gboolean
is_same_unit (const TideMention *a, const TideMention *b)
{
  return a->shape == b->shape && a->currency == b->currency && a->noun == b->noun
         && (a->shape == TIDE_MENTION_COUNT || a->of == b->of
             || a->of == TIDE_TEXT_FINDING_OF_UNKNOWN || b->of == TIDE_TEXT_FINDING_OF_UNKNOWN);
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

/* “seven of the 17 projects”: the figure right behind is the whole. */
static gboolean
is_whole_behind (const TideReader *self, guint index)
{
  static const char *const ties[]
      = { " of the", " of these", " of those", " of its", " of their", " of our", " of all", NULL };
  const TideMention *part = tide_reader_get_mention (self, index);
  const TideMention *whole
      = index + 1 < self->mentions->len ? tide_reader_get_mention (self, index + 1) : NULL;
  const guint end = tide_reader_match_any (self, part->end, ties);

  return whole != NULL && part->is_part && is_figure (whole) && is_same_unit (part, whole)
         && end != 0 && tide_reader_skip_space (self, end) == whole->start;
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
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);
      const TideMention *first = NULL;
      int total;

      if (!is_figure (mention))
        continue;
      if (is_whole_behind (self, i))
        {
          mention->others[mention->n_others++] = (int) i + 1;
          continue;
        }
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
  TideInterval most;

  if (part->verdict == TIDE_TEXT_FINDING_SUSPICIOUS_UNIT
      || tide_reader_cue_in (self, TIDE_CUE_OVERLAP, tide_reader_sentence_start (self, part->start),
                             tide_reader_sentence_end (self, part->start))
             != NULL)
    return;
  if (part->reason == TIDE_TEXT_FINDING_TARGET || part->reason == TIDE_TEXT_FINDING_NOT_ASSERTED)
    return;
  tide_mention_interval (total, &most);
  if (tide_mention_value (part) <= most.high)
    return;
  part->has_computed = TRUE;
  part->computed = most;
  part->record = NULL;
  tide_mention_judge (part, TIDE_TEXT_FINDING_CONFLICTS, TIDE_TEXT_FINDING_MORE_THAN_WHOLE);
}

static void
judge_sum (TideReader *self, guint total_index, const guint *parts, guint n)
{
  TideMention *total = tide_reader_get_mention (self, total_index);
  TideInterval sum = { 0 };

  total->n_others = 0;
  for (guint i = 0; i < n; i++)
    {
      TideInterval part;

      tide_mention_interval (tide_reader_get_mention (self, parts[i]), &part);
      tide_interval_add (&sum, &part);
      if (total->n_others < G_N_ELEMENTS (total->others))
        total->others[total->n_others++] = (int) parts[i];
    }
  if (total->verdict == TIDE_TEXT_FINDING_SUSPICIOUS_UNIT)
    return;
  total->has_computed = TRUE;
  total->computed = sum;
  if (!tide_mention_fits (total, &sum))
    tide_mention_judge (total, TIDE_TEXT_FINDING_CONFLICTS, TIDE_TEXT_FINDING_NO_REASON);
  else if (total->verdict == TIDE_TEXT_FINDING_CANNOT_BE_CHECKED)
    tide_mention_judge (total, TIDE_TEXT_FINDING_REPRODUCES, TIDE_TEXT_FINDING_NO_REASON);
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
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
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
