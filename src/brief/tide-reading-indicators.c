/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

static const char *const measures[TIDE_N_TEXT_FINDING_OFS] = {
  [TIDE_TEXT_FINDING_OF_OUTPUT] = "output",
  [TIDE_TEXT_FINDING_OF_ADDED_VALUE] = "added-value",
  [TIDE_TEXT_FINDING_OF_REVENUE] = "revenue",
  [TIDE_TEXT_FINDING_OF_GDP] = "gdp",
  [TIDE_TEXT_FINDING_OF_PROFIT] = "profit",
  [TIDE_TEXT_FINDING_OF_TAX] = "tax",
  [TIDE_TEXT_FINDING_OF_EXPORTS] = "exports",
  [TIDE_TEXT_FINDING_OF_R_AND_D] = "r-and-d",
  [TIDE_TEXT_FINDING_OF_FIXED_ASSET] = "fixed-asset",
  [TIDE_TEXT_FINDING_OF_FOREIGN_UTILISED] = "foreign-utilised",
};

/* How far the words for the subject are from the figure, in [from, to); G_MAXUINT for nowhere. */
static guint
find_distance (const TideReader *self,
               const TideMention *mention,
               const TideIndicatorPayload *indicator,
               guint from,
               guint to)
{
  const TideSubject *subject = (const TideSubject *) indicator->subject;
  const TideSectorPayload *sector;
  g_autofree char *name = NULL;
  guint distance = G_MAXUINT;

  if (subject == NULL)
    return G_MAXUINT;
  if (subject->sector == NULL)
    {
      const TideCue *cue
          = tide_reader_last_cue_in (self, TIDE_CUE_SEI, from, MIN (to, mention->start));

      if (subject->taxonomy == NULL)
        return G_MAXUINT;
      if (cue == NULL)
        cue = tide_reader_cue_in (self, TIDE_CUE_SEI, from, to);
      return cue == NULL                   ? G_MAXUINT
             : cue->start < mention->start ? mention->start - cue->start
                                           : cue->start - mention->start + 1000;
    }

  sector = (const TideSectorPayload *) tide_snapshot_lookup (self->snapshot, TIDE_RECORD_SECTOR,
                                                             subject->sector);
  if (sector == NULL || sector->name.en == NULL)
    return G_MAXUINT;
  name = g_utf8_strdown (sector->name.en, -1);
  for (guint i = tide_reader_first_mention (self, from); i < self->mentions->len; i++)
    {
      const TideMention *field = tide_reader_get_mention (self, i);

      if (field->start >= to)
        break;
      if (field->shape == TIDE_MENTION_NAME && field->kind == TIDE_TEXT_FINDING_FIELD
          && field->start >= from && g_strcmp0 (field->name, name) == 0)
        distance
            = MIN (distance, field->start < mention->start ? mention->start - field->start
                                                           : field->start - mention->start + 1000);
    }

  return distance;
}

/* A district, or a field the register has no such figures of. */
static gboolean
is_of_another (const TideReader *self,
               const TideMention *mention,
               guint from,
               guint to,
               gboolean is_in_sentence)
{
  if (tide_reader_cue_in (self, TIDE_CUE_WHOLE, from, to) != NULL)
    return TRUE;
  if (!is_in_sentence && tide_reader_cue_in (self, TIDE_CUE_INDUSTRY, from, to) != NULL)
    return TRUE;
  for (guint i = tide_reader_first_mention (self, from); i < self->mentions->len; i++)
    {
      const TideMention *name = tide_reader_get_mention (self, i);

      if (name->start >= to)
        break;
      if (name->start < from || name->shape != TIDE_MENTION_NAME || name->start > mention->start)
        continue;
      if (name->kind == TIDE_TEXT_FINDING_DIVISION
          || (name->kind == TIDE_TEXT_FINDING_FIELD && !is_in_sentence))
        return TRUE;
    }

  return FALSE;
}

/**
 * tide_reader_find_indicator:
 * @self: a reader
 * @mention: a figure
 * @of: a measure
 *
 * Returns: (nullable): the indicator of that measure whose subject is named nearest to the figure,
 *   in its sentence or before it in the paragraph
 */
const TideIndicatorPayload *
tide_reader_find_indicator (const TideReader *self,
                            const TideMention *mention,
                            TideTextFindingOf of)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_INDICATOR);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const guint end = tide_reader_sentence_end (self, mention->start);
  const guint froms[] = { sentence, tide_reader_paragraph_start (self, mention->start) };
  const guint tos[] = { end, sentence };

  for (guint scope = 0; scope < 2; scope++)
    {
      const TideIndicatorPayload *best = NULL;
      guint nearest = G_MAXUINT;

      for (guint i = 0; records != NULL && i < records->len; i++)
        {
          const TideIndicatorPayload *indicator = g_ptr_array_index (records, i);
          guint distance;

          if (measures[of] == NULL || g_strcmp0 (indicator->measure, measures[of]) != 0)
            continue;
          distance = find_distance (self, mention, indicator, froms[scope], tos[scope]);
          if (distance < nearest)
            {
              nearest = distance;
              best = indicator;
            }
        }
      if (best != NULL)
        return is_of_another (self, mention, sentence, end, scope == 0) ? NULL : best;
    }

  return NULL;
}

/* What the register has of a year. */
const TideFact *
tide_reader_find_level (const TideReader *self, const char *indicator, guint year)
{
  const TideFact *fact = NULL;

  while ((fact = tide_reader_next_fact (self, TIDE_RECORD_INDICATOR, indicator, fact)) != NULL)
    if (fact->year == year)
      return fact;

  return NULL;
}
