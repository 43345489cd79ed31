/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#define LATIN_REACH 64
#define HAN_REACH 14

static gboolean
has_digit (const TideReader *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (g_unichar_isdigit (self->chars[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_clear (const TideReader *self, guint from, guint to)
{
  return !tide_reader_has_break (self, from, to) && !has_digit (self, from, to)
         && self->sentences[from] == self->sentences[to];
}

/* Only words stand between a number and what it counts. */
static gboolean
is_words (const TideReader *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (!g_unichar_isalpha (self->chars[i]) && !g_unichar_isspace (self->chars[i])
        && self->chars[i] != '-' && self->chars[i] != '\'' && self->chars[i] != '&'
        && self->chars[i] != '"' && self->chars[i] != '/')
      return FALSE;

  return TRUE;
}

/* The last noun of a chain: of “enterprise projects” it is projects that are counted. */
static const TideCue *
follow_chain (const TideReader *self, const TideCue *noun, guint limit)
{
  const TideCue *next;

  while ((next = tide_reader_cue_in (self, TIDE_CUE_NOUN, noun->end, limit)) != NULL
         && tide_reader_skip_space (self, noun->end) == next->start)
    noun = next;

  return noun;
}

static const TideCue *
find_noun_after (const TideReader *self, const TideMention *mention)
{
  static const char *const ranks[] = { "强", "佳", "大", NULL };
  const gboolean is_han
      = tide_reader_is_han (self->chars[tide_reader_skip_space (self, mention->end)]);
  const guint limit = MIN (self->n, mention->end + (is_han ? HAN_REACH : LATIN_REACH));
  const TideCue *noun = tide_reader_cue_in (self, TIDE_CUE_NOUN, mention->end, limit);

  /* 世界500强企业 */
  if (tide_reader_match_any (self, mention->end, ranks) != 0)
    return NULL;
  if (noun == NULL || !is_clear (self, mention->end, noun->start)
      || !is_words (self, mention->end, noun->start))
    return NULL;
  if (tide_reader_cue_in (self, TIDE_CUE_STOP, mention->end, noun->start) != NULL)
    return NULL;
  /* without a measure word the noun follows at once */
  if (is_han && mention->end == mention->number_end && noun->start > mention->end + 4)
    return NULL;
  if (is_han && mention->is_word && mention->end == mention->number_end)
    return NULL;

  return follow_chain (self, noun, limit);
}

/* Whether the measure word can count such things. */
static gboolean
can_measure (const TideReader *self, const TideMention *mention, TideNounCode noun)
{
  const gboolean is_person = noun == TIDE_NOUN_TALENTS || noun == TIDE_NOUN_ACADEMICIANS
                             || noun == TIDE_NOUN_PRINCIPAL_INVESTIGATORS;

  switch (self->chars[mention->end - 1])
    {
    case 0x540d:
    case 0x4f4d:
    case 0x4eba:
      return is_person;
    case 0x5bb6:
      return noun == TIDE_NOUN_ENTERPRISES || noun == TIDE_NOUN_PLATFORMS
             || noun == TIDE_NOUN_RESEARCH_CENTRES;
    case 0x4ef6:
      return noun == TIDE_NOUN_PATENTS;
    case 0x652f:
      return noun == TIDE_NOUN_RESEARCH_TEAMS;
    default:
      return TRUE;
    }
}

/* 研究中心数量达到10个; “the number of research centres … stands at 10”; “jobs: 520” */
static const TideCue *
find_noun_before (const TideReader *self, const TideMention *mention)
{
  static const char *const verbs[]
      = { "at ", "is ", "was ", "reached ", "to ", "totals ", "were ", NULL };
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const TideCue *noun = tide_reader_last_cue_in (self, TIDE_CUE_NOUN, sentence, mention->start);
  guint gap;

  if (noun == NULL)
    return NULL;
  gap = noun->end;
  if (self->chars[gap] == ')')
    gap++;
  if (self->chars[gap] == ':' && tide_reader_skip_space (self, gap + 1) == mention->start)
    return noun;
  if (tide_reader_is_han (self->chars[mention->end - 1]))
    return mention->start - gap <= HAN_REACH && is_clear (self, gap, mention->start) ? noun : NULL;
  if (tide_reader_is_han (self->chars[noun->start]))
    return gap == mention->start ? noun : NULL;

  return tide_reader_ends_with (self, noun->start, "number of ")
                 && tide_reader_ends_with_any (self, mention->start, verbs)
                 && !has_digit (self, gap, mention->start)
             ? noun
             : NULL;
}

/* 研究中心、人才分别为13个和86名; “centres and talents number 13 and 86 respectively” */
static TideNounCode
find_noun_in_turn (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint start = tide_reader_get_mention (self, mention->group)->start;
  const guint end = tide_reader_get_mention (self, mention->group + mention->n_group - 1)->end;
  const guint sentence = tide_reader_sentence_start (self, start);
  const TideCue *cue = tide_reader_last_cue_in (self, TIDE_CUE_RESPECTIVELY, sentence, start);
  guint left = mention->n_group - (index - mention->group);
  guint at = cue != NULL ? cue->start : start;

  if (mention->n_group < 2 || (cue == NULL && tide_reader_match (self, end, " respectively") == 0))
    return TIDE_NOUN_NONE;
  for (; left > 0; left--)
    {
      cue = tide_reader_last_cue_in (self, TIDE_CUE_NOUN, sentence, at);
      if (cue == NULL)
        return TIDE_NOUN_NONE;
      at = cue->start;
    }

  return (TideNounCode) cue->value;
}

/* 企业58家，其中服务业31家: the same measure word counts the same things. */
static TideNounCode
find_noun_of_whole (const TideReader *self, guint index)
{
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint sentence = tide_reader_sentence_start (self, mention->start);
  const guint end = tide_reader_sentence_end (self, mention->start);
  const gunichar measure = self->chars[mention->end - 1];

  if (mention->end == mention->number_end || !tide_reader_is_han (measure)
      || (tide_reader_cue_in (self, TIDE_CUE_PART, sentence, mention->start) == NULL
          && tide_reader_cue_in (self, TIDE_CUE_BREAKDOWN, sentence, end) == NULL))
    return TIDE_NOUN_NONE;
  for (guint i = index; i > 0; i--)
    {
      const TideMention *whole = tide_reader_get_mention (self, i - 1);

      if (whole->start < sentence)
        break;
      if (whole->shape == TIDE_MENTION_COUNT
          && (self->chars[whole->number_end] == measure || self->chars[whole->end - 1] == measure))
        return whole->noun;
    }

  return TIDE_NOUN_NONE;
}

/* 企业由40家增至52家: the second figure counts what the first does. */
static TideNounCode
find_noun_of_course (const TideReader *self, guint index)
{
  static const char *const ends[] = { "至", "到", "为", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *before = tide_reader_previous (
      self, index, TIDE_MENTION_COUNT, tide_reader_sentence_start (self, mention->start));

  return before != NULL && mention->start - before->end <= 16
                 && tide_reader_ends_with_any (self, mention->start, ends)
                 && self->chars[before->end - 1] == self->chars[mention->end - 1]
             ? before->noun
             : TIDE_NOUN_NONE;
}

static void
set_noun (const TideReader *self, TideMention *mention, TideNounCode noun, const TideCue *cue)
{
  if (cue != NULL && cue->start >= mention->end && mention->end > mention->number_end
      && !can_measure (self, mention, noun))
    return;

  mention->shape = TIDE_MENTION_COUNT;
  mention->kind = TIDE_TEXT_FINDING_COUNT;
  mention->noun = noun;
  if (cue != NULL && cue->start >= mention->end)
    mention->end = cue->end;
  else if (cue != NULL && cue->end + HAN_REACH >= mention->start
           && tide_reader_is_han (self->chars[mention->end - 1]))
    mention->start = cue->start;
}

/* “seven of the projects”, “seven of the 17 projects”: a part of what is named, or counted, behind.
 */
static const TideCue *
find_noun_of_which (const TideReader *self, guint index, gboolean *has_whole)
{
  static const char *const ties[]
      = { " of the", " of these", " of those", " of its", " of their", " of our", " of all", NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const guint end = tide_reader_match_any (self, mention->end, ties);
  const guint limit = MIN (self->n, mention->end + LATIN_REACH);
  const TideCue *noun = end != 0 ? tide_reader_cue_in (self, TIDE_CUE_NOUN, end, limit) : NULL;
  TideMention whole;
  guint from = tide_reader_skip_space (self, end);

  *has_whole = FALSE;
  if (noun == NULL)
    return NULL;
  if (tide_reader_parse_number (self, from, &whole))
    {
      *has_whole = TRUE;
      from = whole.end;
    }
  if (!is_clear (self, from, noun->start) || !is_words (self, from, noun->start)
      || tide_reader_cue_in (self, TIDE_CUE_STOP, from, noun->start) != NULL)
    return NULL;

  return follow_chain (self, noun, limit);
}

/* The count before, in the sentence or in the one before it. */
static const TideMention *
find_count_before (const TideReader *self, guint index)
{
  const guint sentence
      = tide_reader_sentence_start (self, tide_reader_get_mention (self, index)->start);
  const guint before = sentence > 0 ? tide_reader_sentence_start (self, sentence - 1) : 0;
  const guint paragraph = tide_reader_paragraph_start (self, sentence);

  return tide_reader_previous (self, index, TIDE_MENTION_COUNT, MAX (before, paragraph));
}

/* “17 projects, five of them foreign”; 17个项目。其中5个落户鄞州 */
static TideNounCode
find_noun_of_pronoun (const TideReader *self, guint index)
{
  static const char *const behind[] = { " of them", " of these", " of which", " of those", NULL };
  static const char *const before[] = { "of them,", "of these,", "among them,", "among these,",
                                        "of which", "其中",      "其中有",      NULL };
  const TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *whole = find_count_before (self, index);
  const gboolean is_han = mention->end > mention->number_end;

  if (whole == NULL
      || (is_han && self->chars[whole->end - 1] != self->chars[mention->end - 1]
          && self->chars[whole->number_end] != self->chars[mention->end - 1]))
    return TIDE_NOUN_NONE;
  if (!is_han && tide_reader_match_any (self, mention->end, behind) != 0)
    return whole->noun;
  if (!tide_reader_ends_with_any (self, tide_reader_skip_space_back (self, mention->start), before))
    return TIDE_NOUN_NONE;

  /* “of them, five are foreign” */
  return is_han || tide_reader_cue_in (self, TIDE_CUE_STOP, mention->end, mention->end + 6) != NULL
             ? whole->noun
             : TIDE_NOUN_NONE;
}

static void
find_noun (TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  TideNounCode noun = find_noun_in_turn (self, index);
  const TideCue *cue = NULL;
  gboolean has_whole;

  if (noun == TIDE_NOUN_NONE)
    {
      cue = find_noun_after (self, mention);
      noun = cue != NULL ? (TideNounCode) cue->value : TIDE_NOUN_NONE;
    }
  if (noun == TIDE_NOUN_NONE)
    {
      cue = find_noun_of_which (self, index, &has_whole);
      noun = cue != NULL ? (TideNounCode) cue->value : TIDE_NOUN_NONE;
      mention->is_part = cue != NULL;
      /* the noun belongs to the figure between */
      if (has_whole)
        cue = NULL;
    }
  if (noun == TIDE_NOUN_NONE)
    {
      noun = find_noun_of_pronoun (self, index);
      mention->is_part = noun != TIDE_NOUN_NONE;
    }
  if (noun == TIDE_NOUN_NONE)
    noun = find_noun_of_course (self, index);
  if (noun == TIDE_NOUN_NONE)
    {
      cue = find_noun_before (self, mention);
      noun = cue != NULL ? (TideNounCode) cue->value : TIDE_NOUN_NONE;
      if (noun != TIDE_NOUN_NONE && !can_measure (self, mention, noun))
        noun = TIDE_NOUN_NONE;
    }
  if (noun == TIDE_NOUN_NONE)
    {
      cue = NULL;
      noun = find_noun_of_whole (self, index);
    }
  if (noun != TIDE_NOUN_NONE)
    set_noun (self, mention, noun, cue);
}

/**
 * tide_reader_find_nouns:
 * @self: a reader with lists
 *
 * Tells what bare numbers count; those that count nothing we know are no findings.
 */
void
tide_reader_find_nouns (TideReader *self)
{
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);

      if (mention->shape == TIDE_MENTION_BARE && !mention->is_dropped && mention->exponent >= 0)
        find_noun (self, i);
      else if (mention->shape == TIDE_MENTION_BARE && !mention->is_dropped && mention->scale > 0)
        find_noun (self, i);
    }
  for (guint i = self->mentions->len; i > 1; i--)
    {
      const TideMention *next = tide_reader_get_mention (self, i - 1);
      TideMention *mention = tide_reader_get_mention (self, i - 2);

      if (mention->shape == TIDE_MENTION_BARE && next->shape == TIDE_MENTION_COUNT
          && mention->group == next->group && mention->n_group > 1 && !mention->is_dropped)
        set_noun (self, mention, next->noun, NULL);
    }
  for (guint i = 0; i < self->mentions->len; i++)
    {
      TideMention *mention = tide_reader_get_mention (self, i);

      if (mention->shape == TIDE_MENTION_BARE)
        mention->is_dropped = TRUE;
    }
}
