/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#define REACH 40

/**
 * tide_reader_previous:
 * @self: a reader
 * @index: position of a mention
 * @shape: a shape
 * @from: where to stop
 *
 * Returns: (nullable): the mention of that shape before it
 */
const TideMention *
tide_reader_previous (const TideReader *self, guint index, TideMentionShape shape, guint from)
{
  for (guint i = index; i > 0; i--)
    {
      const TideMention *mention = tide_reader_get_mention (self, i - 1);

      if (mention->start < from)
        return NULL;
      if (mention->shape == shape && !mention->is_dropped)
        return mention;
    }

  return NULL;
}

static const TideMention *
find_next (const TideReader *self, guint index, TideMentionShape shape)
{
  const guint sentence = self->sentences[tide_reader_get_mention (self, index)->start];

  for (guint i = index + 1; i < self->mentions->len; i++)
    {
      const TideMention *mention = tide_reader_get_mention (self, i);

      if (self->sentences[mention->start] != sentence)
        return NULL;
      if (mention->shape == shape)
        return mention;
    }

  return NULL;
}

/* “paid in 2021” and “paid in the zone” are no capital that was paid in. */
static gboolean
is_misread (const TideReader *self, const TideCue *cue)
{
  static const char *const objects[] = { "the ", "a ", "this ", NULL };
  const guint next = tide_reader_skip_space (self, cue->end);

  return tide_reader_match (self, cue->start, "paid in") != 0
         && (g_unichar_isdigit (self->chars[next])
             || tide_reader_match_any (self, next, objects) != 0);
}

/* The last word between for what money it is. */
static const TideCue *
find_last (const TideReader *self, guint from, guint to)
{
  const TideCue *cue = tide_reader_last_cue_in (self, TIDE_CUE_OF, from, to);

  while (cue != NULL && is_misread (self, cue))
    cue = tide_reader_last_cue_in (self, TIDE_CUE_OF, from, cue->start);

  return cue;
}

/* The words for it behind the amount: “has already arrived”, “of intended investment”. */
static const TideCue *
find_after (const TideReader *self, guint index, gboolean *is_strong)
{
  static const char *const ties[] = { " of ", " in ", " worth of ", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *next = find_next (self, index, TIDE_MENTION_MONEY);
  guint limit = MIN (tide_reader_sentence_end (self, mention->start), mention->end + REACH);
  const TideCue *cue;

  if (next != NULL)
    limit = MIN (limit, next->start);
  cue = tide_reader_cue_in (self, TIDE_CUE_OF, mention->end, limit);
  if (cue == NULL
      || (tide_reader_has_break (self, mention->end, cue->start)
          && !(tide_reader_match (self, mention->end, ", of ") != 0
               && cue->start <= mention->end + 8))
      || is_misread (self, cue))
    return NULL;
  if (next != NULL && tide_reader_skip_space (self, cue->end) >= next->start)
    return NULL;
  if (tide_reader_is_han (self->chars[cue->start]) && cue->start > mention->end + 3)
    return NULL;

  *is_strong
      = cue->value == TIDE_TEXT_FINDING_OF_ARRIVED
        || (tide_reader_match_any (self, mention->end, ties) != 0 && cue->start - mention->end < 16
            && tide_reader_match (self, mention->end, " in ") == 0);

  return cue;
}

/* “the output value … and the added value … were 641.1 and 137.4 billion yuan” */
static TideTextFindingOf
find_in_turn (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *first = tide_reader_get_mention (self, mention->group);
  const guint sentence = tide_reader_sentence_start (self, first->start);
  int kinds[8];
  guint n = 0;

  if (mention->n_group < 2)
    return TIDE_TEXT_FINDING_OF_UNKNOWN;
  for (guint i = tide_reader_first_cue (self, sentence); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);
      gboolean is_new = TRUE;

      if (cue->start >= first->start)
        break;
      if (cue->class != TIDE_CUE_OF || (self->masks[cue->start] & TIDE_MASK_NAME) != 0)
        continue;
      for (guint j = 0; j < n; j++)
        is_new = is_new && kinds[j] != cue->value;
      if (is_new && n < G_N_ELEMENTS (kinds))
        kinds[n++] = cue->value;
    }

  return n == mention->n_group ? (TideTextFindingOf) kinds[index - mention->group]
                               : TIDE_TEXT_FINDING_OF_UNKNOWN;
}

/* What the text says of the amount before it, in the sentence before if this one points back. */
static const TideCue *
find_before (const TideReader *self, guint index, guint from)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideCue *cue = find_last (self, from, mention->start);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const TideCue *pronoun;
  guint before;

  if (cue != NULL || from != sentence || sentence == 0)
    return cue;
  pronoun = tide_reader_cue_in (self, TIDE_CUE_PRONOUN, sentence, mention->start);
  before = tide_reader_sentence_start (self, sentence - 1);
  if (pronoun == NULL || pronoun->start > sentence + 16
      || self->paragraphs[before] != self->paragraphs[sentence])
    return NULL;

  return tide_reader_last_cue_in (self, TIDE_CUE_OF, before, sentence);
}

/* Said before the amount, or tied to it behind: “of foreign capital”, “from abroad”. */
static gboolean
is_foreign (const TideReader *self, guint index, guint from)
{
  static const char *const ties[] = { " of ", " in ", " from ", " by ", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *next = find_next (self, index, TIDE_MENTION_MONEY);
  guint limit = MIN (tide_reader_sentence_end (self, mention->start), mention->end + 24);
  const TideCue *after;

  if (mention->of == TIDE_TEXT_FINDING_OF_FOREIGN_CONTRACTED
      || tide_reader_cue_in (self, TIDE_CUE_FOREIGN, from, mention->start) != NULL)
    return TRUE;
  if (next != NULL)
    limit = MIN (limit, next->start);
  after = tide_reader_cue_in (self, TIDE_CUE_FOREIGN, mention->end, limit);
  if (after == NULL || tide_reader_has_break (self, mention->end, after->start))
    return FALSE;

  return after->start <= mention->end + 2 || tide_reader_match_any (self, mention->end, ties) != 0;
}

static void
find_kind (TideReader *self, guint index, guint *consumed)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const TideMention *previous = tide_reader_previous (self, index, TIDE_MENTION_MONEY, sentence);
  const guint from = MAX (previous != NULL ? previous->end : sentence, *consumed);
  const TideCue *before = find_before (self, index, MAX (from, sentence));
  gboolean is_strong = FALSE;
  const TideCue *after = find_after (self, index, &is_strong);

  mention->kind = TIDE_TEXT_FINDING_AMOUNT;
  if (!mention->has_own_of)
    {
      mention->of = find_in_turn (self, index);
      mention->has_own_of = mention->of != TIDE_TEXT_FINDING_OF_UNKNOWN;
    }
  if (!mention->has_own_of && after != NULL && (before == NULL || is_strong))
    {
      mention->of = (TideTextFindingOf) after->value;
      mention->has_own_of = TRUE;
      *consumed = after->end;
    }
  else if (!mention->has_own_of && before != NULL)
    {
      mention->of = (TideTextFindingOf) before->value;
      mention->has_own_of = TRUE;
    }
  mention->is_foreign = is_foreign (self, index, previous != NULL ? previous->end : sentence);
  if (previous != NULL && !mention->has_own_of)
    {
      mention->of = previous->of == TIDE_TEXT_FINDING_OF_THRESHOLD ? TIDE_TEXT_FINDING_OF_UNKNOWN
                                                                   : previous->of;
      mention->is_part
          = tide_reader_cue_in (self, TIDE_CUE_PART, previous->end, mention->start) != NULL
            && !mention->is_foreign;
    }
}

/* What a rate is of: the measure named last, or the first one named behind. */
static void
find_measure (TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const TideCue *cue = tide_reader_last_cue_in (self, TIDE_CUE_OF, sentence, mention->start);

  mention->of = find_in_turn (self, index);
  if (mention->of != TIDE_TEXT_FINDING_OF_UNKNOWN)
    return;
  if (cue == NULL)
    cue = tide_reader_cue_in (self, TIDE_CUE_OF, mention->end,
                              tide_reader_sentence_end (self, mention->start));
  if (cue != NULL)
    mention->of = (TideTextFindingOf) cue->value;
}

/* “130.13 billion yuan of an agreed 220.1 billion yuan”: the part has the kind of its total. */
static void
find_kind_of_total (TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *next = find_next (self, index, TIDE_MENTION_MONEY);

  if (mention->has_own_of || mention->of != TIDE_TEXT_FINDING_OF_UNKNOWN || next == NULL
      || tide_reader_match (self, mention->end, " of ") == 0
      || tide_reader_has_break (self, mention->end, next->start))
    return;
  mention->of = next->of;
  mention->is_part = TRUE;
}

/**
 * tide_reader_find_kinds:
 * @self: a reader with lists
 *
 * Tells what money each amount is.
 */
void
tide_reader_find_kinds (TideReader *self)
{
  guint consumed = 0;

  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    if (tide_reader_get_mention (self, i)->shape == TIDE_MENTION_MONEY)
      find_kind (self, i, &consumed);
    else if (tide_reader_get_mention (self, i)->shape == TIDE_MENTION_PERCENT)
      find_measure (self, i);
  for (guint i = 0; i < self->mentions->len; i++)
    if (tide_reader_get_mention (self, i)->shape == TIDE_MENTION_MONEY)
      find_kind_of_total (self, i);
}
