/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading-words.h"
#include "brief/tide-reading.h"
#include "stats/tide-interval.h"

G_BEGIN_DECLS

/* What a mention is before it is known what it is of. */
typedef enum
{
  TIDE_MENTION_NAME,
  TIDE_MENTION_YEAR,
  TIDE_MENTION_BARE,
  TIDE_MENTION_MONEY,
  TIDE_MENTION_PERCENT,
  TIDE_MENTION_MULTIPLE,
  TIDE_MENTION_COUNT,
  TIDE_MENTION_TIER,
} TideMentionShape;

/* A number is mantissa × 10^exponent; the place of its last digit is 10^place. */
typedef struct
{
  guint start; /* in characters */
  guint end;
  guint number_end;
  TideMentionShape shape;
  TideTextFindingKind kind;
  gint64 mantissa;
  gint64 high; /* of a range */
  int exponent;
  int high_exponent;
  int place;
  int scale;
  gboolean is_dropped;
  gboolean is_hidden; /* one end of a span, which is no finding */
  gboolean is_range;
  gboolean is_word;
  gboolean is_points;
  gboolean is_increase; /* of a multiple: by so many times more */
  gboolean is_carried;
  gboolean is_foreign;
  gboolean is_part;
  gboolean is_other; /* of something that the register does not have */
  gboolean is_ambiguous;
  gboolean has_own_of;
  TideCurrencySign currency;
  TideNounCode noun;
  TideTextFindingOf of;
  TideTextFindingQualifier qualifier;
  TideTextFindingMode mode;
  guint year;
  guint from;
  guint to;
  gboolean is_second; /* writing of the amount before it */
  gboolean is_converted;
  guint group; /* number of the first mention of the list that it stands in */
  guint n_group;
  const char *name; /* of a name: what it stands for */
  const char *should_be;
  TideRecordKind record_kind; /* the subject */
  const char *record;
  const char *path;
  TideTextFindingVerdict verdict;
  TideTextFindingReason reason;
  gboolean is_judged;
  gboolean has_computed;
  TideInterval computed;
  TideCurrencySign computed_currency; /* where it is not that of the figure */
  TideDate date;                      /* of the amount of the register that it was compared with */
  int others[6];
  guint n_others;
} TideMention;

/* The value of a fact, and its place among all. */
typedef struct
{
  double value;
  guint place;
} TideFactValue;

/* A text while it is read. Everything counts in characters of the normalised text. */
typedef struct
{
  const char *text;
  gsize length;
  gunichar *chars; /* lower case, half width */
  gunichar *cased; /* as written, half width */
  guint *offsets;  /* bytes of the original; one more than there are characters */
  guint *sentences;
  GArray *sentence_starts; /* of guint, by number */
  guint *paragraphs;
  GArray *paragraph_starts;
  guint8 *masks;
  guint n;
  GArray *cues; /* of TideCue, in order */
  GArray *mentions;
  TideSnapshot *snapshot;
  gboolean includes_names;
  GHashTable *hidden_parties;                   /* of ids; those that may not be told */
  GArray *facts;                                /* of TideFact, those of one record side by side */
  GHashTable *first_facts[TIDE_N_RECORD_KINDS]; /* id to place + 1 */
  GArray *facts_by_value;                       /* of TideFactValue, in order */
  const char *only_event;                       /* where the register has but one */
  const char *only_laboratory;
  const char *only_university;
  GHashTable *rates; /* TideRates by the code of their currency */
  GPtrArray *owned;
  GCancellable *cancellable;
  gboolean is_cancelled;
  TideReadingProgress progress;
  gpointer progress_data;
  double done;  /* by the stages before */
  double share; /* of this stage */
  double told;
  guint turns;
} TideReader;

/* Bits of a character. */
#define TIDE_MASK_FURNITURE 1
#define TIDE_MASK_NAME 2
#define TIDE_MASK_TITLE 4

/* One figure that the register gives. */
typedef struct
{
  TideRecordKind record_kind;
  const char *record;
  const char *path;
  gboolean is_count;
  TideTextFindingOf of;
  TideNounCode noun;
  TideCurrencySign currency;
  gboolean is_foreign;
  guint year;
  gboolean is_latest;
  TideInterval size;
  TideDate date; /* of the amount; unset where several amounts have several */
} TideFact;

/* tide-reading-text.c */
void tide_reader_init (TideReader *self,
                       const char *text,
                       TideSnapshot *snapshot,
                       const TideReadingOptions *options);
void tide_reader_find_bounds (TideReader *self);
void tide_reader_clear (TideReader *self);
guint tide_reader_match (const TideReader *self, guint at, const char *pattern);
guint tide_reader_match_any (const TideReader *self, guint at, const char *const *patterns);
gboolean tide_reader_ends_with (const TideReader *self, guint at, const char *pattern);
gboolean tide_reader_ends_with_any (const TideReader *self, guint at, const char *const *patterns);
guint tide_reader_skip_space (const TideReader *self, guint at);
guint tide_reader_skip_space_back (const TideReader *self, guint at);
guint tide_reader_sentence_start (const TideReader *self, guint at);
guint tide_reader_sentence_end (const TideReader *self, guint at);
guint tide_reader_paragraph_start (const TideReader *self, guint at);
gboolean tide_reader_is_latin (gunichar c);
gboolean tide_reader_is_han (gunichar c);
gboolean tide_reader_has_break (const TideReader *self, guint from, guint to);

/* tide-reading-progress.c */
gboolean tide_reader_begin_stage (TideReader *self, double share);
gboolean tide_reader_goes_on (TideReader *self, guint i, guint n);

/* tide-reading-furniture.c */
void tide_reader_mask_furniture (TideReader *self);

/* tide-reading-cues.c */
void tide_reader_find_cues (TideReader *self);
guint tide_reader_first_cue (const TideReader *self, guint at);
const TideCue *
tide_reader_cue_in (const TideReader *self, TideCueClass class, guint from, guint to);
const TideCue *
tide_reader_last_cue_in (const TideReader *self, TideCueClass class, guint from, guint to);

/* tide-reading-number.c */
gboolean tide_reader_parse_number (const TideReader *self, guint at, TideMention *number);
int tide_reader_parse_scale (const TideReader *self, guint at, guint *end);

/* tide-reading-quantity.c, tide-reading-year.c, tide-reading-multiples.c */
void tide_reader_find_quantities (TideReader *self);
guint tide_reader_parse_year (TideReader *self, guint at);
guint tide_reader_parse_multiple (TideReader *self, guint at);
int tide_reader_match_word (const TideReader *self, guint at, const TideWord *words, guint *end);
int
tide_reader_match_word_back (const TideReader *self, guint at, const TideWord *words, guint *start);
void tide_reader_join_spans (TideReader *self);
guint tide_reader_first_mention (const TideReader *self, guint at);
TideMention *
tide_reader_add_mention (TideReader *self, TideMentionShape shape, guint start, guint end);

/* tide-reading-limits.c */
void tide_reader_read_qualifier (const TideReader *self, TideMention *mention);
void tide_reader_read_threshold (const TideReader *self, TideMention *mention);

/* tide-reading-names.c, tide-reading-divisions.c */
void tide_reader_find_names (TideReader *self);
void tide_reader_find_divisions (TideReader *self);

/* tide-reading-secrets.c */
gboolean tide_reader_hides (const TideReader *self, const TidePayload *record);
gboolean tide_reader_is_withheld (const TideReader *self, TideRecordKind kind, const char *record);

/* tide-reading-facts.c */
void tide_reader_list_facts (TideReader *self);
const TideFact *tide_reader_next_fact (const TideReader *self,
                                       TideRecordKind kind,
                                       const char *record,
                                       const TideFact *after);
guint tide_reader_first_fact_from (const TideReader *self, double value);

/* tide-reading-counts.c, tide-reading-money.c, tide-reading-context.c */
void tide_reader_carry_units (TideReader *self);
void tide_reader_find_nouns (TideReader *self);
void tide_reader_find_kinds (TideReader *self);
void tide_reader_find_parts (TideReader *self);
void tide_reader_find_writings (TideReader *self);
void tide_reader_find_years (TideReader *self);
void tide_reader_find_subjects (TideReader *self);
const TideMention *
tide_reader_previous (const TideReader *self, guint index, TideMentionShape shape, guint from);
TideTextFindingReason tide_reader_refuse (const TideReader *self, const TideMention *mention);

/* tide-reading-judge.c, tide-reading-rates.c, tide-reading-sums.c */
double tide_mention_value (const TideMention *self);
void tide_mention_interval (const TideMention *self, TideInterval *interval);
void tide_mention_judge (TideMention *self,
                         TideTextFindingVerdict verdict,
                         TideTextFindingReason reason);
gboolean tide_mention_fits (const TideMention *self, const TideInterval *wanted);
void tide_reader_judge_figures (TideReader *self);
void tide_reader_judge_rates (TideReader *self);
void tide_reader_judge_growth (const TideReader *self, guint index);
void tide_reader_judge_multiples (TideReader *self);
gboolean tide_reader_is_alike (const TideReader *self, int first, int second);
gboolean tide_reader_is_course (const TideReader *self, int first, int second);
gboolean tide_reader_find_course (const TideReader *self, guint index, int *first, int *second);
gboolean tide_reader_find_comparison (
    const TideReader *self, guint index, const char *const *ties, int *first, int *second);
gboolean
tide_reader_is_across_break (const TideReader *self, const char *indicator, guint from, guint to);
void tide_reader_judge_share (const TideReader *self, guint index);
int tide_reader_figure_before (const TideReader *self, guint index);
void tide_mention_compare (TideMention *self,
                           const TideInterval *computed,
                           TideTextFindingVerdict otherwise);
void tide_mention_give_up (TideMention *self, TideTextFindingReason reason);
void tide_reader_judge_sums (TideReader *self);
void tide_reader_judge_writings (TideReader *self);
gboolean tide_mention_is_off_by_ten (const TideMention *self, const TideInterval *wanted);
const TideFact *tide_reader_find_level (const TideReader *self, const char *indicator, guint year);
const TideIndicatorPayload *tide_reader_find_indicator (const TideReader *self,
                                                        const TideMention *mention,
                                                        TideTextFindingOf of);

static inline TideMention *
tide_reader_get_mention (const TideReader *self, guint i)
{
  return &g_array_index (self->mentions, TideMention, i);
}

G_END_DECLS
