/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

#include <math.h>

#define EPSILON 1e-9

/* A fact that fits a figure lies within these bounds of it: “about” and rounding allow less. */
#define LEAST_RATIO 0.4
#define MOST_RATIO 2.5

double
tide_mention_value (const TideMention *self)
{
  return (double) self->mantissa * pow (10, self->exponent);
}

/* What the written number may stand for, by its rounding. */
void
tide_mention_interval (const TideMention *self, TideInterval *interval)
{
  const double value = tide_mention_value (self);

  tide_interval_init_rounded (interval, value,
                              self->shape == TIDE_MENTION_COUNT ? 0 : pow (10, self->place));
  if (self->is_range)
    {
      interval->low = value;
      interval->high = (double) self->high * pow (10, self->high_exponent);
    }
}

void
tide_mention_judge (TideMention *self, TideTextFindingVerdict verdict, TideTextFindingReason reason)
{
  self->verdict = verdict;
  self->reason = reason;
  self->is_judged = TRUE;
}

/**
 * tide_mention_fits:
 * @self: a figure
 * @wanted: what it should be
 *
 * Returns: whether what is written, with what is said before it, agrees
 */
gboolean
tide_mention_fits (const TideMention *self, const TideInterval *wanted)
{
  const double value = tide_mention_value (self);
  const double size = fabs (value);
  TideInterval own;

  tide_mention_interval (self, &own);
  if (self->qualifier == TIDE_TEXT_FINDING_MORE_THAN)
    own = (TideInterval) { value, value, value + size * 0.1 };
  else if (self->qualifier == TIDE_TEXT_FINDING_NEARLY)
    own = (TideInterval) { value, value - size * 0.1, value };
  else if (self->qualifier == TIDE_TEXT_FINDING_ABOUT)
    own = (TideInterval) { value, MIN (value - size * 0.05, own.low),
                           MAX (value + size * 0.05, own.high) };

  else if (self->qualifier == TIDE_TEXT_FINDING_UP_TO
           || self->qualifier == TIDE_TEXT_FINDING_LESS_THAN)
    own = (TideInterval) { value, value - size * 0.1, value };
  /* what is exactly as much is not less */
  if (self->qualifier == TIDE_TEXT_FINDING_LESS_THAN && wanted->low >= value)
    return FALSE;

  return tide_interval_overlaps (&own, wanted);
}

/* Whether a zero, or up to four, was lost or added. */
gboolean
tide_mention_is_off_by_ten (const TideMention *mention, const TideInterval *wanted)
{
  for (int shift = -4; shift <= 4; shift++)
    {
      TideMention moved = *mention;

      if (shift == 0 || mention->is_range)
        continue;
      moved.exponent += shift;
      moved.place += shift;
      if (tide_mention_fits (&moved, wanted))
        return TRUE;
    }

  return FALSE;
}

static void
stand_on (TideMention *mention, const TideFact *fact)
{
  mention->record_kind = fact->record_kind;
  mention->record = fact->record;
  mention->path = fact->path;
  mention->has_computed = TRUE;
  mention->computed = fact->size;
  mention->date = fact->date;
}

static void
compare (TideMention *mention, const TideFact *fact)
{
  const gboolean fits = tide_mention_fits (mention, &fact->size);

  stand_on (mention, fact);
  if (mention->currency != fact->currency)
    mention->computed_currency = fact->currency;
  if (mention->currency != fact->currency)
    tide_mention_judge (
        mention, fits ? TIDE_TEXT_FINDING_SUSPICIOUS_UNIT : TIDE_TEXT_FINDING_CANNOT_BE_CHECKED,
        fits ? TIDE_TEXT_FINDING_NO_REASON : TIDE_TEXT_FINDING_NO_RATE);
  else if (fits)
    tide_mention_judge (mention, TIDE_TEXT_FINDING_REPRODUCES, TIDE_TEXT_FINDING_NO_REASON);
  else if (mention->shape == TIDE_MENTION_MONEY
           && tide_mention_is_off_by_ten (mention, &fact->size))
    tide_mention_judge (mention, TIDE_TEXT_FINDING_SUSPICIOUS_UNIT, TIDE_TEXT_FINDING_NO_REASON);
  else
    tide_mention_judge (mention, TIDE_TEXT_FINDING_DIFFERS, TIDE_TEXT_FINDING_NO_REASON);
}

/* The facts of the subject, one after another. */
static const TideFact *
next_fact (const TideReader *self, const TideMention *mention, const TideFact *fact)
{
  return tide_reader_next_fact (self, mention->record_kind, mention->record, fact);
}

/* Amounts ----------------------------------------------------------------------------------- */

/* Contracted foreign capital is foreign, whether or not that is said. */
static gboolean
is_same_part (const TideFact *fact, const TideMention *mention)
{
  return fact->of == TIDE_TEXT_FINDING_OF_FOREIGN_CONTRACTED
         || fact->of == TIDE_TEXT_FINDING_OF_FOREIGN_UTILISED
         || fact->is_foreign == mention->is_foreign;
}

/* Returns: the fact of the subject that the amount is to be compared with; how many there are. */
static const TideFact *
find_amount (const TideReader *self, const TideMention *mention, guint *n)
{
  const TideFact *found = NULL;
  const TideFact *fact = NULL;

  *n = 0;
  while ((fact = next_fact (self, mention, fact)) != NULL)
    {
      if (fact->is_count)
        continue;
      if (mention->of == TIDE_TEXT_FINDING_OF_UNKNOWN
              ? fact->is_foreign != mention->is_foreign
              : fact->of != mention->of || !is_same_part (fact, mention))
        continue;
      if (found == NULL || fact->currency == mention->currency)
        found = fact;
      (*n)++;
    }

  return found;
}

/* Where nothing says whose it is: the only fact of that kind that has the value. */
static void
look_everywhere (const TideReader *self, TideMention *mention)
{
  const TideFact *found = NULL;
  guint n = 0;
  TideInterval own;

  tide_mention_interval (mention, &own);
  for (guint i = tide_reader_first_fact_from (self, own.low * LEAST_RATIO);
       i < self->facts_by_value->len; i++)
    {
      const guint place = g_array_index (self->facts_by_value, TideFactValue, i).place;
      const TideFact *fact = &g_array_index (self->facts, TideFact, place);

      if (fact->size.value > own.high * MOST_RATIO)
        break;
      if (fact->is_count != (mention->shape == TIDE_MENTION_COUNT)
          || fact->record_kind == TIDE_RECORD_INDICATOR || fact->currency != mention->currency
          || fact->noun != mention->noun || (fact->is_count && !fact->is_latest)
          || (mention->of != TIDE_TEXT_FINDING_OF_UNKNOWN && fact->of != mention->of)
          || (!fact->is_count && !is_same_part (fact, mention))
          || !tide_mention_fits (mention, &fact->size))
        continue;
      found = fact;
      n++;
    }
  if (n == 1 && !mention->is_part)
    {
      stand_on (mention, found);
      tide_mention_judge (mention, TIDE_TEXT_FINDING_REPRODUCES, TIDE_TEXT_FINDING_NO_REASON);
    }
  else
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
}

static void
judge_amount (const TideReader *self, TideMention *mention)
{
  const TideFact *fact;
  guint n;

  if (mention->is_ambiguous)
    {
      tide_mention_give_up (mention, TIDE_TEXT_FINDING_AMBIGUOUS);
      return;
    }
  if (mention->is_part || mention->is_other)
    {
      tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
      return;
    }
  if (mention->record == NULL)
    {
      look_everywhere (self, mention);
      return;
    }
  fact = find_amount (self, mention, &n);
  if (fact == NULL)
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
  else if (mention->of == TIDE_TEXT_FINDING_OF_UNKNOWN && n > 1)
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_KIND);
  else
    compare (mention, fact);
}

/* Levels ------------------------------------------------------------------------------------ */

static void
judge_level (const TideReader *self, TideMention *mention)
{
  const TideIndicatorPayload *indicator = tide_reader_find_indicator (self, mention, mention->of);
  const TideFact *fact;

  if (indicator == NULL || mention->is_part)
    {
      tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
      return;
    }
  mention->record_kind = TIDE_RECORD_INDICATOR;
  mention->record = indicator->base.id;
  fact = tide_reader_find_level (self, indicator->base.id, mention->year);
  if (fact != NULL)
    compare (mention, fact);
  else
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
}

/* Counts ------------------------------------------------------------------------------------ */

static const TideFact *
find_count (const TideReader *self, const TideMention *mention)
{
  const TideFact *latest = NULL;
  const TideFact *fact = NULL;

  while ((fact = next_fact (self, mention, fact)) != NULL)
    {
      if (!fact->is_count || fact->noun != mention->noun)
        continue;
      if (mention->year != 0 && fact->year == mention->year)
        return fact;
      if (fact->is_latest)
        latest = fact;
    }

  return mention->year == 0 || (latest != NULL && latest->year == 0) ? latest : NULL;
}

static void
judge_count (const TideReader *self, TideMention *mention)
{
  const TideFact *fact;

  if (mention->is_ambiguous || mention->is_part || mention->is_other)
    {
      tide_mention_give_up (mention, mention->is_ambiguous ? TIDE_TEXT_FINDING_AMBIGUOUS
                                                           : TIDE_TEXT_FINDING_NO_SUCH_FACT);
      return;
    }
  if (mention->record == NULL)
    {
      look_everywhere (self, mention);
      return;
    }
  fact = find_count (self, mention);
  if (fact == NULL)
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_SUCH_FACT);
  else
    compare (mention, fact);
}

/* Tiers ------------------------------------------------------------------------------------- */

static double
get_tier (const char *tier)
{
  static const struct
  {
    const char *code;
    double value;
  } tiers[] = { { "trillion", 1e12 },
                { "five-hundred-billion", 5e11 },
                { "hundred-billion", 1e11 },
                { "ten-billion", 1e10 } };

  for (guint i = 0; i < G_N_ELEMENTS (tiers); i++)
    if (g_strcmp0 (tiers[i].code, tier) == 0)
      return tiers[i].value;

  return 0;
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) <= EPSILON * fabs (b);
}

static const TideMention *
find_cluster (const TideReader *self, guint index)
{
  const TideMention *tier = tide_reader_get_mention (self, index);
  const TideMention *before = NULL;
  const guint sentence = tide_reader_sentence_start (self, tier->start);

  for (guint i = tide_reader_first_mention (self, sentence); i < self->mentions->len; i++)
    {
      const TideMention *field = tide_reader_get_mention (self, i);

      if (self->sentences[field->start] != self->sentences[tier->start])
        break;
      if (field->kind != TIDE_TEXT_FINDING_FIELD || field->shape != TIDE_MENTION_NAME)
        continue;
      if (field->start >= tier->end)
        return field->start - tier->end < 24 || before == NULL ? field : before;
      before = field;
    }

  return before;
}

static void
judge_tier (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const TideMention *field = find_cluster (self, index);
  const GPtrArray *sectors = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_SECTOR);
  const double value = tide_mention_value (mention);

  for (guint i = 0; field != NULL && sectors != NULL && i < sectors->len; i++)
    {
      const TideSectorPayload *sector = g_ptr_array_index (sectors, i);
      const double tier = get_tier (sector->tier);
      g_autofree char *name = g_utf8_strdown (sector->name.en != NULL ? sector->name.en : "", -1);

      if (tier <= 0 || g_strcmp0 (name, field->name) != 0
          || (mention->has_computed && !is_same (tier, value)))
        continue;
      mention->record_kind = TIDE_RECORD_SECTOR;
      mention->record = sector->base.id;
      mention->path = "tier";
      mention->has_computed = TRUE;
      tide_interval_init_rounded (&mention->computed, tier, 0);
    }
  if (!mention->has_computed)
    tide_mention_give_up (mention, field == NULL ? TIDE_TEXT_FINDING_AMBIGUOUS
                                                 : TIDE_TEXT_FINDING_NO_SUCH_FACT);
  else
    tide_mention_judge (mention,
                        is_same (mention->computed.value, value)
                            ? TIDE_TEXT_FINDING_REPRODUCES
                            : TIDE_TEXT_FINDING_SUSPICIOUS_UNIT,
                        TIDE_TEXT_FINDING_NO_REASON);
}

static gboolean
is_measure (const TideMention *mention)
{
  return mention->of >= TIDE_TEXT_FINDING_OF_OUTPUT && mention->of <= TIDE_TEXT_FINDING_OF_R_AND_D;
}

static void
judge (const TideReader *self, guint index)
{
  TideMention *mention = tide_reader_get_mention (self, index);
  const TideTextFindingReason refusal = tide_reader_refuse (self, mention);

  if (refusal != TIDE_TEXT_FINDING_NO_REASON)
    tide_mention_give_up (mention, refusal);
  else if (tide_reader_is_withheld (self, mention->record_kind, mention->record))
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_CONFIDENTIAL);
  else if (mention->currency == TIDE_SIGN_MIXED)
    tide_mention_judge (mention, TIDE_TEXT_FINDING_SUSPICIOUS_UNIT,
                        TIDE_TEXT_FINDING_TWO_CURRENCIES);
  else if (mention->shape == TIDE_MENTION_TIER)
    judge_tier (self, index);
  else if (mention->shape == TIDE_MENTION_COUNT)
    judge_count (self, mention);
  else if (mention->kind == TIDE_TEXT_FINDING_LEVEL)
    judge_level (self, mention);
  else if (is_measure (mention))
    tide_mention_give_up (mention, TIDE_TEXT_FINDING_NO_YEAR);
  else
    judge_amount (self, mention);
}

/**
 * tide_reader_judge_figures:
 * @self: a reader with subjects
 *
 * Compares amounts, levels, counts and tiers with the register.
 */
void
tide_reader_judge_figures (TideReader *self)
{
  for (guint i = 0; tide_reader_goes_on (self, i, self->mentions->len); i++)
    {
      const TideMention *mention = tide_reader_get_mention (self, i);

      if (!mention->is_dropped
          && (mention->shape == TIDE_MENTION_MONEY || mention->shape == TIDE_MENTION_COUNT
              || mention->shape == TIDE_MENTION_TIER))
        judge (self, i);
    }
}
