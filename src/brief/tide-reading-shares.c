/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

static gboolean
can_be_share (const TideMention *a, const TideMention *b)
{
  if (a->shape != b->shape || a->shape == TIDE_MENTION_PERCENT)
    return FALSE;
  if (a->shape == TIDE_MENTION_MONEY || a->noun == b->noun)
    return TRUE;

  return (a->noun == TIDE_NOUN_TALENTS || b->noun == TIDE_NOUN_TALENTS)
         && (a->noun == TIDE_NOUN_ACADEMICIANS || b->noun == TIDE_NOUN_ACADEMICIANS
             || a->noun == TIDE_NOUN_PRINCIPAL_INVESTIGATORS
             || b->noun == TIDE_NOUN_PRINCIPAL_INVESTIGATORS);
}

static void
use_share (const TideReader *self, TideMention *mention, int part, int total)
{
  const TideMention *a = tide_reader_get_mention (self, (guint) part);
  const TideMention *b = tide_reader_get_mention (self, (guint) total);
  TideInterval part_size, whole, share;

  if (tide_mention_value (a) > tide_mention_value (b))
    {
      use_share (self, mention, total, part);
      return;
    }
  mention->others[0] = part;
  mention->others[1] = total;
  mention->n_others = 2;
  tide_mention_interval (a, &part_size);
  tide_mention_interval (b, &whole);
  if (a->currency != b->currency)
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_RATE);
  else if (whole.low <= 0)
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
  else
    {
      tide_interval_init_share (&share, &part_size, &whole);
      tide_mention_compare (mention, &share, TIDE_TEXT_FINDING_CONFLICTS);
    }
}

/* Figures of the sentence before the list of @index that are no rates, the nearest first. */
static guint
list_figures (const TideReader *self, guint index, int *figures, guint size)
{
  int figure = tide_reader_figure_before (self, tide_reader_get_mention (self, index)->group);
  guint n = 0;

  for (; figure >= 0 && n < size; figure = tide_reader_figure_before (self, (guint) figure))
    if (tide_reader_get_mention (self, (guint) figure)->shape != TIDE_MENTION_PERCENT)
      figures[n++] = figure;

  return n;
}

/* The part is the figure right before; of several rates in a list, each has its own. */
static gboolean
judge_text_share (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const guint turn = mention->n_group - 1 - (index - mention->group);
  int figures[16];
  const guint n = list_figures (self, index, figures, G_N_ELEMENTS (figures));
  int nearest = -1;

  if (turn >= n)
    return FALSE;
  for (guint i = turn + 1; i < n; i++)
    {
      if (!can_be_share (tide_reader_get_mention (self, (guint) figures[turn]),
                         tide_reader_get_mention (self, (guint) figures[i])))
        continue;
      if (nearest < 0)
        nearest = figures[i];
      use_share (self, mention, figures[turn], figures[i]);
      if (mention->verdict == TIDE_TEXT_FINDING_REPRODUCES)
        return TRUE;
    }
  if (nearest < 0)
    return FALSE;
  use_share (self, mention, figures[turn], nearest);

  return TRUE;
}

static void
compare_share (TideMention *mention, const TideFact *part, const TideFact *whole)
{
  TideInterval share;

  mention->record_kind = part->record_kind;
  mention->record = part->record;
  mention->path = part->path;
  if (part->currency != whole->currency)
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_RATE);
  else if (whole->size.low <= 0)
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
  else
    {
      tide_interval_init_share (&share, &part->size, &whole->size);
      tide_mention_compare (mention, &share, TIDE_TEXT_FINDING_DIFFERS);
    }
}

static const TideFact *
find_project_fact (const TideReader *self, const char *project, TideTextFindingOf of)
{
  const TideFact *fact = NULL;

  while ((fact = tide_reader_next_fact (self, TIDE_RECORD_PROJECT, project, fact)) != NULL)
    if (!fact->is_count && fact->of == of)
      return fact;

  return NULL;
}

/* What has arrived, or is contracted foreign capital, of what was agreed. */
static gboolean
judge_project_share (const TideReader *self, TideMention *mention)
{
  const guint from = tide_reader_sentence_start (self, mention->start);
  const guint to = tide_reader_sentence_end (self, mention->start);
  TideTextFindingOf of = TIDE_TEXT_FINDING_OF_UNKNOWN;
  const TideFact *part;
  const TideFact *whole;

  if (mention->record_kind != TIDE_RECORD_PROJECT || mention->record == NULL)
    return FALSE;
  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= to)
        break;
      if (cue->class == TIDE_CUE_ARRIVAL && of == TIDE_TEXT_FINDING_OF_UNKNOWN)
        of = TIDE_TEXT_FINDING_OF_ARRIVED;
      else if (cue->class == TIDE_CUE_OF
               && (cue->value == TIDE_TEXT_FINDING_OF_FOREIGN_CONTRACTED
                   || cue->value == TIDE_TEXT_FINDING_OF_FIXED_ASSET))
        of = (TideTextFindingOf) cue->value;
    }
  if (of == TIDE_TEXT_FINDING_OF_UNKNOWN)
    return FALSE;
  part = find_project_fact (self, mention->record, of);
  whole = find_project_fact (self, mention->record, TIDE_TEXT_FINDING_OF_AGREEMENT);
  if (part == NULL || whole == NULL)
    return FALSE;
  compare_share (mention, part, whole);

  return TRUE;
}

/* Added value of output in one year. */
static gboolean
judge_added_value (const TideReader *self, TideMention *mention)
{
  static const char *const rates[] = { "增加值率", NULL };
  const guint from = tide_reader_sentence_start (self, mention->start);
  const guint to = tide_reader_sentence_end (self, mention->start);
  gboolean has_part = FALSE;
  gboolean has_whole = FALSE;
  const TideIndicatorPayload *part;
  const TideIndicatorPayload *whole;
  const TideFact *a, *b;

  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= to)
        break;
      if (cue->class != TIDE_CUE_OF)
        continue;
      has_part = has_part || cue->value == TIDE_TEXT_FINDING_OF_ADDED_VALUE;
      has_whole = has_whole || cue->value == TIDE_TEXT_FINDING_OF_OUTPUT
                  || tide_reader_match_any (self, cue->start, rates) != 0;
    }
  if (!has_part || !has_whole || mention->year == 0)
    return FALSE;
  part = tide_reader_find_indicator (self, mention, TIDE_TEXT_FINDING_OF_ADDED_VALUE);
  whole = tide_reader_find_indicator (self, mention, TIDE_TEXT_FINDING_OF_OUTPUT);
  if (part == NULL || whole == NULL)
    return FALSE;
  a = tide_reader_find_level (self, part->base.id, mention->year);
  b = tide_reader_find_level (self, whole->base.id, mention->year);
  if (a == NULL || b == NULL)
    return FALSE;
  compare_share (mention, a, b);

  return TRUE;
}

/* Judges a share by its part and whole, of the text or of the register. */
void
tide_reader_judge_share (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);

  if (judge_text_share (self, index) || judge_project_share (self, mention)
      || judge_added_value (self, mention))
    return;
  tide_mention_give_up (mention,
                        tide_reader_is_withheld (self, mention->record_kind, mention->record)
                            ? TIDE_TEXT_FINDING_CONFIDENTIAL
                            : TIDE_TEXT_FINDING_NO_SUCH_FACT);
}
