/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#define REACH_AFTER 30

static gboolean
is_question (const TideReader *self, guint sentence)
{
  guint last = tide_reader_skip_space_back (self, tide_reader_sentence_end (self, sentence));

  return last > sentence
         && (self->chars[last - 1] == '?' || tide_reader_ends_with (self, last, "吗")
             || (last > sentence + 1 && tide_reader_ends_with (self, last - 1, "吗")));
}

static gboolean
is_denied_by (const TideReader *self, const TideCue *cue, const TideMention *mention)
{
  if (cue->value == TIDE_DENIED_ANYWHERE)
    return TRUE;
  /* “no” of “has no more than 9 centres” belongs to the figure */
  if (cue->end > mention->start
      || tide_reader_cue_in (self, TIDE_CUE_CONTRAST, cue->end, mention->start) != NULL)
    return FALSE;

  return cue->value == TIDE_DENIED_AFTER || !tide_reader_has_break (self, cue->end, mention->start);
}

static gboolean
is_denied (const TideReader *self, const TideMention *mention)
{
  static const char *const openings[] = { "were ", "should ", "had ", "若", NULL };
  const guint from = tide_reader_sentence_start (self, mention->start);
  const guint to = tide_reader_sentence_end (self, mention->start);

  if (is_question (self, from))
    return TRUE;
  if (tide_reader_match_any (self, tide_reader_skip_space (self, from), openings) != 0
      && tide_reader_match (self, from, "若干") == 0)
    return TRUE;
  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= to)
        break;
      if (cue->class == TIDE_CUE_DENIED && (self->masks[cue->start] & TIDE_MASK_NAME) == 0
          && is_denied_by (self, cue, mention))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_meant (const TideReader *self, const TideMention *mention, TideCueClass class)
{
  const guint from = tide_reader_sentence_start (self, mention->start);
  const guint to
      = MIN (tide_reader_sentence_end (self, mention->start), mention->end + REACH_AFTER);
  const TideCue *cue = tide_reader_last_cue_in (self, class, from, mention->start);

  if (cue != NULL && (self->masks[cue->start] & TIDE_MASK_TITLE) == 0)
    return TRUE;
  if (class == TIDE_CUE_TARGET && tide_reader_match (self, mention->end, "的目标") != 0)
    return TRUE;
  cue = tide_reader_cue_in (self, class, mention->end, to);

  return cue != NULL && !tide_reader_is_han (self->chars[cue->start])
         && !tide_reader_has_break (self, mention->end, cue->start)
         && tide_reader_match (self, tide_reader_skip_space (self, mention->end), "is ")
                    + tide_reader_match (self, tide_reader_skip_space (self, mention->end), "are ")
                > 0;
}

/**
 * tide_reader_refuse:
 * @self: a reader
 * @mention: a figure
 *
 * Returns: why the text does not say that it is so
 */
TideTextFindingReason
tide_reader_refuse (const TideReader *self, const TideMention *mention)
{
  if (is_denied (self, mention))
    return TIDE_TEXT_FINDING_NOT_ASSERTED;
  if (mention->of == TIDE_TEXT_FINDING_OF_THRESHOLD)
    return TIDE_TEXT_FINDING_IS_THRESHOLD;
  if (is_meant (self, mention, TIDE_CUE_TARGET))
    return TIDE_TEXT_FINDING_TARGET;
  if (mention->of != TIDE_TEXT_FINDING_OF_INTENTION && mention->of != TIDE_TEXT_FINDING_OF_AGREEMENT
      && is_meant (self, mention, TIDE_CUE_EXPECTED))
    return TIDE_TEXT_FINDING_TARGET;

  return TIDE_TEXT_FINDING_NO_REASON;
}
