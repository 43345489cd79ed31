/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#define NEAR 24
#define BEHIND 44

static gboolean
is_growth_class (TideCueClass class)
{
  return class == TIDE_CUE_UP || class == TIDE_CUE_DOWN || class == TIDE_CUE_ANNUAL
         || class == TIDE_CUE_YEAR_ON_YEAR;
}

static const TideMention *
find_percent_before (const TideReader *self, guint index)
{
  return tide_reader_previous (
      self, index, TIDE_MENTION_PERCENT,
      tide_reader_sentence_start (self, tide_reader_get_mention (self, index)->start));
}

/* Where what is said behind the figure, or its list, ends. */
static guint
find_limit (const TideReader *self, guint index, guint *from)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint last = mention->group + mention->n_group - 1;
  guint limit = tide_reader_sentence_end (self, mention->start);

  *from = tide_reader_get_mention (self, last)->end;
  limit = MIN (limit, *from + BEHIND);
  for (guint i = *from; i < limit; i++)
    if (self->chars[i] == ',' || self->chars[i] == ';' || self->chars[i] == 0x3001)
      return i;

  return limit;
}

static const TideCue *
find_growth_behind (const TideReader *self, guint index)
{
  guint from;
  const guint limit = find_limit (self, index, &from);

  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= limit || cue->start > from + NEAR)
        return NULL;
      if (is_growth_class (cue->class))
        return cue;
    }

  return NULL;
}

/* The last word for growth or share between; one that another covers does not count. */
static int
find_class_before (const TideReader *self, guint from, guint to, guint *end)
{
  int class = -1;

  *end = 0;
  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);
      const int other = is_growth_class (cue->class) ? TIDE_CUE_UP : TIDE_CUE_SHARE;

      if (cue->start >= to)
        break;
      if (cue->end > to || (other == TIDE_CUE_SHARE && cue->class != TIDE_CUE_SHARE)
          || (self->masks[cue->start] & TIDE_MASK_NAME) != 0
          || (class >= 0 && class != other && cue->end <= *end))
        continue;
      class = other;
      *end = MAX (*end, cue->end);
    }

  return class;
}

/* “The share rose from 41.2 % to 43.0 %”: two shares, of which the growth is another figure. */
static gboolean
is_end_of_course (const TideReader *self, guint index)
{
  static const char *const ends[] = { "from ", "to ", "由", "从", "至", "到", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);

  return tide_reader_ends_with_any (self, mention->start, ends)
         && tide_reader_cue_in (self, TIDE_CUE_SHARE, sentence, mention->start) != NULL
         && tide_reader_cue_in (self, TIDE_CUE_ANNUAL, sentence, mention->start) == NULL;
}

static gboolean
is_growth (const TideReader *self, guint index)
{
  static const char *const parts[] = { " of ", "的", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *before = find_percent_before (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  guint end;
  int class;

  if (mention->is_points)
    return TRUE;
  if (is_end_of_course (self, index))
    return FALSE;
  class = find_class_before (self, before != NULL ? before->end : sentence, mention->start, &end);
  if (class == TIDE_CUE_UP && mention->start <= end + 4)
    return TRUE;
  if (tide_reader_match_any (self, mention->end, parts) != 0)
    return FALSE;
  if (find_growth_behind (self, index) != NULL)
    return TRUE;
  if (class >= 0)
    return class == TIDE_CUE_UP;

  return before != NULL && before->kind == TIDE_TEXT_FINDING_GROWTH;
}

static TideTextFindingMode
find_mode (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const TideMention *before = find_percent_before (self, index);
  guint from;
  const guint limit = find_limit (self, index, &from);
  const TideCue *annual;
  const TideCue *yearly;

  if (tide_reader_cue_in (self, TIDE_CUE_YEAR_ON_YEAR, from, limit) != NULL)
    return TIDE_TEXT_FINDING_YEAR_ON_YEAR;
  if (tide_reader_cue_in (self, TIDE_CUE_ANNUAL, from, limit) != NULL)
    return TIDE_TEXT_FINDING_ANNUAL_AVERAGE;
  if (tide_reader_cue_in (self, TIDE_CUE_IN_TOTAL, from, limit) != NULL)
    return TIDE_TEXT_FINDING_TOTAL;
  if (before != NULL && before->group == mention->group)
    return before->mode;
  annual = tide_reader_last_cue_in (self, TIDE_CUE_ANNUAL, before != NULL ? before->end : sentence,
                                    mention->start);
  yearly = tide_reader_last_cue_in (self, TIDE_CUE_YEAR_ON_YEAR,
                                    before != NULL ? before->end : sentence, mention->start);
  if (yearly != NULL && (annual == NULL || annual->start < yearly->start))
    return TIDE_TEXT_FINDING_YEAR_ON_YEAR;

  return annual != NULL ? TIDE_TEXT_FINDING_ANNUAL_AVERAGE : TIDE_TEXT_FINDING_TOTAL;
}

static gboolean
is_decline (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *before = find_percent_before (self, index);
  const guint from
      = before != NULL ? before->end : tide_reader_sentence_start (self, mention->start);
  const TideCue *up = tide_reader_last_cue_in (self, TIDE_CUE_UP, from, mention->start);
  const TideCue *down = tide_reader_last_cue_in (self, TIDE_CUE_DOWN, from, mention->start);
  const TideCue *behind = find_growth_behind (self, index);

  if (down != NULL)
    return up == NULL || down->end >= up->end;

  return up == NULL && behind != NULL && behind->class == TIDE_CUE_DOWN;
}

/* Judges a rate by what was computed. */
void
tide_mention_compare (TideMention *mention,
                      const TideInterval *computed,
                      TideTextFindingVerdict otherwise)
{
  mention->has_computed = TRUE;
  mention->computed = *computed;
  tide_mention_judge (
      mention, tide_mention_fits (mention, computed) ? TIDE_TEXT_FINDING_REPRODUCES : otherwise,
      TIDE_TEXT_FINDING_NO_REASON);
}

void
tide_mention_give_up (TideMention *mention, TideTextFindingReason reason)
{
  tide_mention_judge (mention, TIDE_TEXT_FINDING_CANNOT_BE_CHECKED, reason);
}

/* Returns: the place of the figure before in the sentence, or -1 */
int
tide_reader_figure_before (const TideReader *self, guint index)
{
  const guint sentence = self->sentences[tide_reader_get_mention (self, index)->start];

  for (guint i = index; i > 0; i--)
    {
      const TideMention *mention = tide_reader_get_mention (self, i - 1);

      if (self->sentences[mention->start] != sentence)
        break;
      if (!mention->is_dropped
          && (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_COUNT
              || mention->shape == TIDE_MENTION_PERCENT))
        return (int) i - 1;
    }

  return -1;
}

/**
 * tide_reader_judge_rates:
 * @self: a reader whose figures are judged
 *
 * Tells growth from shares, and works both out of levels, of the text or of the register.
 */
void
tide_reader_judge_rates (TideReader *self)
{
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);
      TideTextFindingReason refusal;

      if (mention->shape != TIDE_MENTION_PERCENT || mention->is_dropped)
        continue;
      mention->kind = is_growth (self, i) ? TIDE_TEXT_FINDING_GROWTH : TIDE_TEXT_FINDING_SHARE;
      if (mention->kind == TIDE_TEXT_FINDING_GROWTH)
        {
          mention->mode = find_mode (self, i);
          if (is_decline (self, i) && mention->mantissa > 0)
            mention->mantissa = -mention->mantissa;
        }
      refusal = tide_reader_refuse (self, mention);
      if (refusal != TIDE_TEXT_FINDING_NO_REASON)
        tide_mention_give_up (mention, refusal);
      else if (mention->kind == TIDE_TEXT_FINDING_GROWTH)
        tide_reader_judge_growth (self, i);
      else
        tide_reader_judge_share (self, i);
    }
}
