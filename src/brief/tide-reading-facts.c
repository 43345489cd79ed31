/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"
#include "core/tide-observation.h"

#include <math.h>

static const char *const of_codes[TIDE_N_TEXT_FINDING_OFS] = {
  [TIDE_TEXT_FINDING_OF_INTENTION] = "intention",
  [TIDE_TEXT_FINDING_OF_AGREEMENT] = "agreement",
  [TIDE_TEXT_FINDING_OF_FOREIGN_CONTRACTED] = "foreign-contracted",
  [TIDE_TEXT_FINDING_OF_FOREIGN_UTILISED] = "foreign-utilised",
  [TIDE_TEXT_FINDING_OF_ARRIVED] = "arrived",
  [TIDE_TEXT_FINDING_OF_FIXED_ASSET] = "fixed-asset",
  [TIDE_TEXT_FINDING_OF_OUTPUT] = "output",
  [TIDE_TEXT_FINDING_OF_ADDED_VALUE] = "added-value",
  [TIDE_TEXT_FINDING_OF_REVENUE] = "revenue",
  [TIDE_TEXT_FINDING_OF_GDP] = "gdp",
  [TIDE_TEXT_FINDING_OF_PROFIT] = "profit",
  [TIDE_TEXT_FINDING_OF_TAX] = "tax",
  [TIDE_TEXT_FINDING_OF_EXPORTS] = "exports",
  [TIDE_TEXT_FINDING_OF_R_AND_D] = "r-and-d",
};

static TideTextFindingOf
find_of (const char *code)
{
  for (guint of = 0; of < TIDE_N_TEXT_FINDING_OFS; of++)
    if (of_codes[of] != NULL && g_strcmp0 (of_codes[of], code) == 0)
      return (TideTextFindingOf) of;

  return TIDE_TEXT_FINDING_OF_UNKNOWN;
}

static TideFact *
add_fact (TideReader *self, TideRecordKind kind, const TidePayload *record, const char *path)
{
  const TideFact fact = { .record_kind = kind, .record = record->id, .path = path };

  g_array_append_val (self->facts, fact);

  return &g_array_index (self->facts, TideFact, self->facts->len - 1);
}

/* The place of the last digit of a number that says no precision. */
static double
guess_precision (const TideDecimal *value)
{
  gint64 mantissa = value->mantissa;
  int exponent = -(int) value->scale;

  while (mantissa != 0 && mantissa % 10 == 0)
    {
      mantissa /= 10;
      exponent++;
    }

  return pow (10, exponent);
}

static void
add_count (TideReader *self,
           TideRecordKind kind,
           const TidePayload *record,
           const char *path,
           TideNounCode noun,
           const TideCount *count)
{
  TideFact *fact;

  if (!count->is_set)
    return;
  fact = add_fact (self, kind, record, path);
  fact->is_count = TRUE;
  fact->is_latest = TRUE;
  fact->noun = noun;
  tide_interval_init_rounded (&fact->size, (double) count->value, 0);
}

static TideFact *
find_sum (TideReader *self, guint first, const TideFact *like)
{
  for (guint i = first; i < self->facts->len; i++)
    {
      TideFact *fact = &g_array_index (self->facts, TideFact, i);

      if (!fact->is_count && fact->of == like->of && fact->currency == like->currency
          && fact->is_foreign == like->is_foreign)
        return fact;
    }

  return NULL;
}

/* Amounts of one kind are increments where money arrives; they are added up. */
static void
add_amounts (TideReader *self,
             TideRecordKind kind,
             const TidePayload *record,
             const char *path,
             const GPtrArray *amounts)
{
  const guint first = self->facts->len;

  for (guint i = 0; amounts != NULL && i < amounts->len; i++)
    {
      const TideAmount *amount = g_ptr_array_index (amounts, i);
      TideFact like = { .of = find_of (amount->kind),
                        .currency = tide_currency_sign_from_code (amount->currency),
                        .is_foreign = g_strcmp0 (amount->part, "foreign") == 0 };
      const double value = tide_decimal_to_double (&amount->value);
      const double precision = amount->precision.is_set
                                   ? tide_decimal_to_double (&amount->precision)
                                   : guess_precision (&amount->value);
      TideInterval amount_size;
      TideFact *fact;

      if (!amount->value.is_set || like.of == TIDE_TEXT_FINDING_OF_UNKNOWN)
        continue;
      fact = find_sum (self, first, &like);
      if (fact == NULL)
        {
          fact = add_fact (self, kind, record, path);
          fact->of = like.of;
          fact->currency = like.currency;
          fact->is_foreign = like.is_foreign;
          fact->date = amount->date;
        }
      else if (!tide_date_equal (&fact->date, &amount->date))
        fact->date = (TideDate) { 0 };
      tide_interval_init_rounded (&amount_size, value, precision);
      tide_interval_add (&fact->size, &amount_size);
    }
}

static void
add_projects (TideReader *self)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);

  for (guint i = 0; tide_reader_goes_on (self, i, tide_entries_get_n (records)); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (records, i);
      const TideEffects *effects
          = (const TideEffects *) (project->actual != NULL
                                           && ((const TideEffects *) project->actual)->jobs.is_set
                                       ? project->actual
                                       : project->expected);

      if (tide_reader_hides (self, &project->base))
        continue;
      add_amounts (self, TIDE_RECORD_PROJECT, &project->base, "amounts", project->amounts);
      if (effects != NULL)
        add_count (self, TIDE_RECORD_PROJECT, &project->base, "expected", TIDE_NOUN_JOBS,
                   &effects->jobs);
    }
}

static void
add_events (TideReader *self)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_EVENT);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TideEventPayload *event = g_ptr_array_index (records, i);
      const TideDeclared *declared = (const TideDeclared *) event->declared;

      if (declared == NULL)
        continue;
      add_count (self, TIDE_RECORD_EVENT, &event->base, "declared", TIDE_NOUN_PROJECTS,
                 &declared->projects);
      add_amounts (self, TIDE_RECORD_EVENT, &event->base, "declared", declared->amounts);
    }
}

static gboolean
is_latest (const GPtrArray *counts, const TidePlatformCount *count)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const TidePlatformCount *other = g_ptr_array_index (counts, i);

      if (g_strcmp0 (other->measure, count->measure) == 0
          && (other->date.year > count->date.year
              || (other->date.year == count->date.year && other->date.month > count->date.month)))
        return FALSE;
    }

  return TRUE;
}

static void
add_platforms (TideReader *self)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PLATFORM);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TidePlatformPayload *platform = g_ptr_array_index (records, i);

      for (guint j = 0; platform->counts != NULL && j < platform->counts->len; j++)
        {
          const TidePlatformCount *count = g_ptr_array_index (platform->counts, j);
          const TideNounCode noun = tide_noun_code_from_text (count->measure);
          TideFact *fact;

          if (noun == TIDE_NOUN_NONE || !count->value.is_set)
            continue;
          fact = add_fact (self, TIDE_RECORD_PLATFORM, &platform->base, "counts");
          fact->is_count = TRUE;
          fact->noun = noun;
          fact->year = (guint) MAX (count->date.year, 0);
          fact->is_latest = is_latest (platform->counts, count);
          tide_interval_init_rounded (&fact->size, tide_decimal_to_double (&count->value), 0);
        }
    }
}

/* The latest revision of one year. */
static void
add_observation (TideReader *self,
                 const TideIndicatorPayload *indicator,
                 const TideObservation *observation)
{
  const TideScale *unit = (const TideScale *) indicator->unit;
  const double scale = unit->scale.is_set ? tide_decimal_to_double (&unit->scale) : 1;
  TideDecimal precision;
  TideFact *fact;

  if (!observation->value.is_set || observation->period.month > 0 || observation->period.quarter > 0
      || tide_indicator_find_observation (indicator, &observation->period, NULL) != observation)
    return;

  tide_observation_get_precision (observation, unit, &precision);
  fact = add_fact (self, TIDE_RECORD_INDICATOR, &indicator->base, "observations");
  fact->of = find_of (indicator->measure);
  fact->currency = tide_currency_sign_from_code (unit->currency);
  fact->year = (guint) MAX (observation->period.year, 0);
  tide_interval_init_rounded (&fact->size, tide_decimal_to_double (&observation->value) * scale,
                              tide_decimal_to_double (&precision) * scale);
}

static void
add_indicators (TideReader *self)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_INDICATOR);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TideIndicatorPayload *indicator = g_ptr_array_index (records, i);
      const TideScale *unit = (const TideScale *) indicator->unit;

      if (unit == NULL || unit->currency == NULL)
        continue;
      for (guint j = 0; j < tide_entries_get_n (indicator->observations); j++)
        add_observation (self, indicator, g_ptr_array_index (indicator->observations, j));
    }
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const TideFactValue *first = a;
  const TideFactValue *second = b;

  return (first->value > second->value) - (first->value < second->value);
}

/* The facts of a record stand side by side. */
static void
index_facts (TideReader *self)
{
  const TideFact *before = NULL;

  for (guint i = 0; tide_reader_goes_on (self, i, self->facts->len); i++)
    {
      const TideFact *fact = &g_array_index (self->facts, TideFact, i);
      const TideFactValue value = { fact->size.value, i };
      GHashTable **table = &self->first_facts[fact->record_kind];

      if (*table == NULL)
        *table = g_hash_table_new (g_str_hash, g_str_equal);
      if (before == NULL || before->record != fact->record)
        g_hash_table_insert (*table, (gpointer) fact->record, GUINT_TO_POINTER (i + 1));
      g_array_append_val (self->facts_by_value, value);
      before = fact;
    }
  g_array_sort (self->facts_by_value, compare_values);
}

/**
 * tide_reader_next_fact:
 * @self: a reader
 * @kind: a kind of records
 * @record: (nullable): id of a record
 * @after: (nullable): a fact of it
 *
 * Returns: (nullable): the fact of the record that comes after the other, or the first one
 */
const TideFact *
tide_reader_next_fact (const TideReader *self,
                       TideRecordKind kind,
                       const char *record,
                       const TideFact *after)
{
  const TideFact *next;
  guint place;

  if (kind >= TIDE_N_RECORD_KINDS || record == NULL || self->first_facts[kind] == NULL)
    return NULL;
  if (after == NULL)
    {
      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->first_facts[kind], record));
      return place == 0 ? NULL : &g_array_index (self->facts, TideFact, place - 1);
    }
  place = (guint) (after - (const TideFact *) (gpointer) self->facts->data) + 1;
  if (place >= self->facts->len)
    return NULL;
  next = &g_array_index (self->facts, TideFact, place);

  return next->record_kind == kind && g_str_equal (next->record, record) ? next : NULL;
}

/**
 * tide_reader_first_fact_from:
 * @self: a reader
 * @value: a value
 *
 * Returns: the place, in the order of values, of the first fact that is no less
 */
guint
tide_reader_first_fact_from (const TideReader *self, double value)
{
  guint low = 0;
  guint high = self->facts_by_value->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (self->facts_by_value, TideFactValue, middle).value < value)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tide_reader_list_facts:
 * @self: a reader
 *
 * Lists the figures of the register that a text can be compared with.
 */
void
tide_reader_list_facts (TideReader *self)
{
  add_events (self);
  add_projects (self);
  add_platforms (self);
  add_indicators (self);
  index_facts (self);
}
