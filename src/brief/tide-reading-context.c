/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

static gboolean
is_figure (const TideMention *mention)
{
  return !mention->is_dropped
         && (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_PERCENT
             || mention->shape == TIDE_MENTION_COUNT);
}

/* Years of their own or ends of spans, but no spans. */
static gboolean
is_year (const TideMention *mention)
{
  return mention->shape == TIDE_MENTION_YEAR && mention->kind == TIDE_TEXT_FINDING_YEAR;
}

static gboolean
is_span (const TideMention *mention)
{
  return mention->shape == TIDE_MENTION_YEAR && mention->kind == TIDE_TEXT_FINDING_SPAN;
}

typedef gboolean (*Test) (const TideMention *mention);

/* The nearest mention before, no earlier than @from. */
static const TideMention *
find_before (const TideReader *self, guint index, guint from, Test test)
{
  const guint start = tide_reader_get_mention (self, index)->start;

  for (guint i = index; i > 0; i--)
    {
      const TideMention *mention = tide_reader_get_mention (self, i - 1);

      if (mention->start < from)
        break;
      if (mention->start <= start && test (mention))
        return mention;
    }

  return NULL;
}

static const TideMention *
find_after (const TideReader *self, guint index, guint to, Test test)
{
  for (guint i = index + 1; i < self->mentions->len; i++)
    {
      const TideMention *mention = tide_reader_get_mention (self, i);

      if (mention->start >= to)
        break;
      if (test (mention))
        return mention;
    }

  return NULL;
}

/* As many years, or spans, side by side as there are figures: “in 2015 and 2022”. */
static const TideMention *
find_in_turn (const TideReader *self, guint index, Test test)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = self->sentences[mention->start];
  const TideMention *found[8];
  guint n = 0;
  gboolean is_before = TRUE;

  if (mention->n_group < 2 || mention->n_group > G_N_ELEMENTS (found))
    return NULL;
  for (guint i = mention->group; i > 0 && n < mention->n_group; i--)
    {
      const TideMention *other = tide_reader_get_mention (self, i - 1);

      if (self->sentences[other->start] != sentence || is_figure (other))
        break;
      if (test (other) && !(is_year (other) && other->is_hidden))
        found[mention->n_group - ++n] = other;
    }
  if (n < mention->n_group)
    {
      is_before = FALSE;
      n = 0;
    }
  for (guint i = mention->group + mention->n_group;
       !is_before && i < self->mentions->len && n < mention->n_group; i++)
    {
      const TideMention *other = tide_reader_get_mention (self, i);

      if (self->sentences[other->start] != sentence || is_figure (other))
        break;
      if (test (other) && !(is_year (other) && other->is_hidden))
        found[n++] = other;
    }

  return n == mention->n_group ? found[index - mention->group] : NULL;
}

/* “in 2015” right behind the figure or its list. */
static const TideMention *
find_tied (const TideReader *self, guint index)
{
  static const char *const ties[] = { "in ", "by ", "for ", "during ", "(", "in the year ", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint last = mention->group + mention->n_group - 1;
  guint at = tide_reader_skip_space (self, tide_reader_get_mention (self, last)->end);
  const TideMention *year = find_after (self, last, self->n, is_year);
  guint end = tide_reader_match (self, at, "respectively ");

  if (end != 0)
    at = end;
  end = tide_reader_match_any (self, at, ties);

  return year != NULL && end != 0 && tide_reader_skip_space (self, end) == year->start ? year
                                                                                       : NULL;
}

/* “From 2015 to 2022 it rose from 43.7 billion yuan to 137.4 billion yuan.” */
static guint
choose_end (const TideReader *self, const TideMention *span, const TideMention *mention)
{
  static const char *const starts[] = { "from ", "由", "从", NULL };

  return tide_reader_ends_with_any (self, mention->start, starts) ? span->from : span->to;
}

static guint
find_year (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const TideMention *year = find_in_turn (self, index, is_year);
  const TideMention *span;

  if (year == NULL)
    year = find_tied (self, index);
  if (year != NULL)
    return year->from;

  span = find_before (self, index, sentence, is_span);
  if (span != NULL && span->end <= mention->start)
    return choose_end (self, span, mention);
  year = find_before (self, index, sentence, is_year);
  if (year == NULL)
    year = find_after (self, index, tide_reader_sentence_end (self, mention->start), is_year);
  if (year == NULL && mention->shape != TIDE_MENTION_COUNT)
    year = find_before (self, index, tide_reader_paragraph_start (self, mention->start), is_year);

  return year != NULL ? year->from : 0;
}

/* Two years of the sentence, though they stand apart: 2022年…比2015年增长 */
static gboolean
find_two_years (const TideReader *self, TideMention *mention)
{
  guint from = 0;
  guint to = 0;
  const guint start = tide_reader_sentence_start (self, mention->start);

  for (guint i = tide_reader_first_mention (self, start); i < self->mentions->len; i++)
    {
      const TideMention *year = tide_reader_get_mention (self, i);

      if (self->sentences[year->start] != self->sentences[mention->start])
        break;
      if (!is_year (year))
        continue;
      from = from == 0 ? year->from : MIN (from, year->from);
      to = MAX (to, year->from);
    }
  if (from == to)
    return FALSE;

  mention->from = from;
  mention->to = to;

  return TRUE;
}

static void
find_span (TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *span = find_in_turn (self, index, is_span);
  const guint start = tide_reader_sentence_start (self, mention->start);

  if (span == NULL)
    span = find_before (self, index, start, is_span);
  if (span == NULL)
    span = find_after (self, index, tide_reader_sentence_end (self, mention->start), is_span);
  if (span == NULL && find_two_years (self, mention))
    return;
  if (span == NULL)
    span = find_before (self, index, tide_reader_paragraph_start (self, mention->start), is_span);
  if (span == NULL)
    return;

  mention->from = span->from;
  mention->to = span->to;
}

static gboolean
is_measure (const TideMention *mention)
{
  return mention->of >= TIDE_TEXT_FINDING_OF_OUTPUT && mention->of <= TIDE_TEXT_FINDING_OF_R_AND_D;
}

/* Capital that areas count by the year, and projects as a whole. */
static gboolean
may_be_yearly (const TideMention *mention)
{
  return is_measure (mention) || mention->of == TIDE_TEXT_FINDING_OF_FIXED_ASSET
         || mention->of == TIDE_TEXT_FINDING_OF_FOREIGN_UTILISED;
}

/**
 * tide_reader_find_years:
 * @self: a reader with kinds
 *
 * Tells the years that figures are of, and which amounts are levels.
 */
void
tide_reader_find_years (TideReader *self)
{
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);

      if (mention->shape == TIDE_MENTION_PERCENT || mention->shape == TIDE_MENTION_MULTIPLE)
        find_span (self, i);
      if (!is_figure (mention))
        continue;
      mention->year = find_year (self, i);
      if (mention->shape == TIDE_MENTION_MONEY && may_be_yearly (mention) && mention->year != 0
          && (is_measure (mention) || mention->record == NULL))
        mention->kind = TIDE_TEXT_FINDING_LEVEL;
    }
}

/* Subjects ---------------------------------------------------------------------------------- */

/* A name, or a word for its class where the register has but one. */
typedef struct
{
  guint start;
  TideRecordKind kind;
  const char *record; /* NULL where there are several */
} Candidate;

static gboolean
can_be_subject (const TideMention *figure, TideRecordKind kind)
{
  if (figure->shape == TIDE_MENTION_MONEY)
    return kind == TIDE_RECORD_EVENT || kind == TIDE_RECORD_PROJECT;
  if (figure->shape == TIDE_MENTION_PERCENT)
    return kind == TIDE_RECORD_PROJECT;
  if (figure->noun == TIDE_NOUN_PROJECTS)
    return kind == TIDE_RECORD_EVENT;
  if (figure->noun == TIDE_NOUN_JOBS)
    return kind == TIDE_RECORD_PROJECT;

  return kind == TIDE_RECORD_PLATFORM;
}

static const char *
find_only (const TideReader *self, TideRecordKind kind, const char *platform_kind)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);
  const char *only = NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      if (platform_kind != NULL
          && g_strcmp0 (((const TidePlatformPayload *) record)->kind, platform_kind) != 0)
        continue;
      if (only != NULL)
        return NULL;
      only = record->id;
    }

  return only;
}

static gboolean
read_class (const TideReader *self, const TideCue *cue, Candidate *candidate)
{
  candidate->start = cue->start;
  if ((self->masks[cue->start] & TIDE_MASK_NAME) != 0)
    return FALSE;
  if (cue->class == TIDE_CUE_MEETING)
    {
      candidate->kind = TIDE_RECORD_EVENT;
      candidate->record = self->only_event;
    }
  else if (cue->class == TIDE_CUE_LABORATORY || cue->class == TIDE_CUE_UNIVERSITY)
    {
      candidate->kind = TIDE_RECORD_PLATFORM;
      candidate->record
          = cue->class == TIDE_CUE_LABORATORY ? self->only_laboratory : self->only_university;
    }

  return candidate->kind != TIDE_RECORD_NONE;
}

static gboolean
consider (const TideMention *figure, const Candidate *found, gboolean is_last, Candidate *best)
{
  if (!can_be_subject (figure, found->kind))
    return FALSE;
  if (best->kind != TIDE_RECORD_NONE && is_last == (found->start < best->start))
    return FALSE;
  *best = *found;

  return TRUE;
}

/* The candidate nearest to the figure in [from, to): the last one before it, the first behind. */
static Candidate
find_candidate (const TideReader *self, guint index, guint from, guint to, gboolean is_last)
{
  const TideMention *figure = tide_reader_get_mention (self, index);
  Candidate best = { .kind = TIDE_RECORD_NONE };

  for (guint i = tide_reader_first_cue (self, from); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);
      Candidate found = { .kind = TIDE_RECORD_NONE };

      if (cue->start >= to)
        break;
      if (read_class (self, cue, &found))
        consider (figure, &found, is_last, &best);
    }
  for (guint i = is_last ? index : index + 1; is_last ? i > 0 : i < self->mentions->len;
       is_last ? i-- : i++)
    {
      const TideMention *name = tide_reader_get_mention (self, is_last ? i - 1 : i);
      const Candidate found
          = { .start = name->start, .kind = name->record_kind, .record = name->record };

      if (is_last ? name->start < from : name->start >= to)
        break;
      if (name->shape == TIDE_MENTION_NAME && name->start < to && name->record != NULL
          && consider (figure, &found, is_last, &best))
        break;
    }

  return best;
}

/* “The laboratory and its annex have 10 and 4 centres”: only the first is what we know. */
static gboolean
is_of_another (const TideReader *self, const TideMention *mention, guint index)
{
  const guint sentence = tide_reader_sentence_start (self, mention->start);

  return mention->n_group > 1 && index != mention->group && mention->shape == TIDE_MENTION_COUNT
         && tide_reader_get_mention (self, mention->group)->noun == mention->noun
         && tide_reader_cue_in (self, TIDE_CUE_RESPECTIVELY, sentence,
                                tide_reader_sentence_end (self, mention->start))
                != NULL;
}

static void
find_subject (TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  Candidate found = find_candidate (self, index, sentence, mention->start, TRUE);

  if (found.kind == TIDE_RECORD_NONE)
    found = find_candidate (self, index, mention->end,
                            tide_reader_sentence_end (self, mention->start), FALSE);
  if (found.kind == TIDE_RECORD_NONE)
    found = find_candidate (self, index, tide_reader_paragraph_start (self, mention->start),
                            sentence, TRUE);
  if (found.kind == TIDE_RECORD_NONE)
    return;

  mention->record_kind = found.kind;
  mention->record = found.record;
  mention->is_ambiguous = found.record == NULL;
  mention->is_other = is_of_another (self, mention, index);
}

/**
 * tide_reader_find_subjects:
 * @self: a reader with kinds
 *
 * Tells which event, project or platform counts and amounts are of.
 */
void
tide_reader_find_subjects (TideReader *self)
{
  self->only_event = find_only (self, TIDE_RECORD_EVENT, NULL);
  self->only_laboratory = find_only (self, TIDE_RECORD_PLATFORM, "laboratory");
  self->only_university = find_only (self, TIDE_RECORD_PLATFORM, "university");
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      const TideMention *mention = tide_reader_get_mention (self, i);

      if (is_figure (mention) && !is_measure (mention))
        find_subject (self, i);
    }
}
