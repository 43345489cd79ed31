/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PUBLISHED_BASIS "as-published"

/* As many as rates have behind the point. */
#define MAX_RATE_DIGITS 6

/* What one row does to an indicator. */
typedef struct
{
  TideImportSaid *said;
  TideImportSeries *series;
  TidePayload *before; /* owned: with nothing but what the row is about */
  TidePayload *after;  /* owned: the same, as the row has it */
  GPtrArray *entries;  /* owned, of the entries to take, borrowed from @after */
  guint other;         /* a row that has told of it */
  guint n_new;
  guint n_changed;
} Act;

/*
 * tide_import_series_free:
 * @self: (transfer full): an indicator
 */
void
tide_import_series_free (TideImportSeries *self)
{
  tide_payload_unref (self->after);
  g_hash_table_unref (self->rows);
  g_free (self);
}

static TideImportSeries *
series_new (TideImportWork *work, const TideImportMeaning *meaning)
{
  TideImportSeries *self = g_new0 (TideImportSeries, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (meaning->made != NULL)
    self->after = tide_payload_copy (meaning->made);
  else
    {
      self->before = tide_snapshot_lookup (work->snapshot, TIDE_RECORD_INDICATOR, meaning->target);
      self->after = tide_payload_copy (self->before);
    }

  return self;
}

static TideImportSeries *
ensure_series (TideImportSaid *said)
{
  const GArray *namings = said->namings[TIDE_IMPORT_VALUE_INDICATOR];
  const TideImportMeaning *meaning
      = tide_import_meaning_of (said->work, g_array_index (namings, TideImportNaming, 0).value);
  TideImportSeries *series = g_hash_table_lookup (said->work->series, meaning->target);

  if (series == NULL)
    {
      series = series_new (said->work, meaning);
      g_hash_table_insert (said->work->series, series->after->id, series);
    }

  return series;
}

/* Units --------------------------------------------------------------------------------------- */

static int
count_zeros (const TideDecimal *power)
{
  gint64 rest;
  int zeros = 0;

  if (!power->is_set || !tide_decimal_rescale (power, 0, &rest) || rest <= 0)
    return -1;

  for (; rest % 10 == 0; rest /= 10)
    zeros++;

  return rest == 1 ? zeros : -1;
}

static gboolean
divide (TideDecimal *value, int zeros)
{
  if (zeros < 0 || value->scale + zeros > TIDE_DECIMAL_MAX_SCALE)
    return FALSE;

  value->scale = (guint8) (value->scale + zeros);
  while (value->scale > 0 && value->mantissa % 10 == 0)
    {
      value->mantissa /= 10;
      value->scale--;
    }

  return TRUE;
}

/* A new indicator is kept in the unit in which it is written first. */
static void
give_unit (TideImportSaid *said, TidePayload *indicator, const TideImportFigure *figure)
{
  TidePayload *unit = tide_payload_new (tide_shape_find (indicator->shape, "unit")->shape, NULL);
  TideScale *scale = (TideScale *) unit;

  if (figure->is_money && figure->currency[0] != '\0')
    {
      tide_payload_set_string (&scale->currency, figure->currency);
      scale->scale = (TideDecimal) { .mantissa = 1, .is_set = TRUE };
      for (guint i = 0; i < figure->exponent; i++)
        scale->scale.mantissa *= 10;
    }
  else if (said->texts[TIDE_IMPORT_UNIT] != NULL)
    tide_payload_set_string (&scale->name, said->texts[TIDE_IMPORT_UNIT]);

  if (tide_payload_is_empty (unit))
    tide_payload_unref (unit);
  else
    ((TideIndicatorPayload *) indicator)->unit = tide_payload_seal (unit);
}

static char *
bring_into_unit (TideDecimal *value, const TideImportFigure *figure, const TideScale *unit)
{
  *value = figure->number;
  if (figure->is_growth && value->scale > MAX_RATE_DIGITS)
    return g_strdup (_ ("A rate has six digits behind the point at most."));
  if (figure->is_growth || figure->is_plain || unit == NULL)
    return NULL;

  if (figure->is_money && figure->currency[0] != '\0'
      && g_strcmp0 (unit->currency, figure->currency) != 0)
    /* Translators: the currency or unit of an indicator */
    return g_strdup_printf (_ ("The indicator is kept in %s."), unit->currency != NULL
                                                                    ? unit->currency
                                                                : unit->name != NULL ? unit->name
                                                                                     : "—");
  if (unit->scale.is_set && !divide (value, count_zeros (&unit->scale)))
    return g_strdup (_ ("This cannot be told in the unit of the indicator."));

  return NULL;
}

/* Entries ------------------------------------------------------------------------------------- */

static char *
dup_written (const TideImportFigure *figure, const TideDecimal *value)
{
  g_autofree char *number = tide_decimal_dup_text (value);

  if (strcmp (number, figure->written) == 0)
    return NULL;
  if (figure->exponent > 0
      && strspn (figure->written, "+-0123456789.,' ") == strlen (figure->written))
    {
      g_autofree char *unit = tide_import_dup_unit (figure->exponent, figure->currency);

      return g_strconcat (figure->written, unit, NULL);
    }

  return g_strdup (figure->written);
}

static const TideDate *
get_period (const Act *act, const TideImportFigure *figure)
{
  return tide_date_is_set (&figure->period) ? &figure->period
                                            : &act->said->dates[TIDE_IMPORT_PERIOD];
}

static TidePayload *
observation_new (const Act *act, const TideImportFigure *figure, const TideDecimal *value)
{
  TidePayload *entry
      = tide_payload_new (tide_shape_find (act->after->shape, "observations")->shape, NULL);
  TideObservation *observation = (TideObservation *) entry;
  g_autofree char *written = dup_written (figure, value);

  observation->period = *get_period (act, figure);
  observation->value = *value;
  tide_payload_set_string (&observation->written, written);
  tide_payload_set_interned (&observation->source,
                             tide_import_said_get_target (act->said, TIDE_IMPORT_VALUE_SOURCE));
  tide_payload_set_string (&observation->note, act->said->texts[TIDE_IMPORT_NOTES]);

  return entry;
}

static TidePayload *
growth_new (const Act *act, const TideImportFigure *figure, const TideDecimal *value)
{
  TidePayload *entry
      = tide_payload_new (tide_shape_find (act->after->shape, "growth")->shape, NULL);
  TideGrowth *growth = (TideGrowth *) entry;

  growth->to = *get_period (act, figure);
  growth->from = growth->to;
  growth->from.year--;
  growth->rate = *value;
  tide_payload_set_interned (&growth->basis, PUBLISHED_BASIS);
  tide_payload_set_interned (&growth->source,
                             tide_import_said_get_target (act->said, TIDE_IMPORT_VALUE_SOURCE));

  return entry;
}

static GPtrArray *
get_entries (const TidePayload *indicator, gboolean is_growth)
{
  const TideIndicatorPayload *payload = TIDE_INDICATOR_PAYLOAD (indicator);

  return is_growth ? payload->growth : payload->observations;
}

static const TideDecimal *
get_value (const TidePayload *entry, gboolean is_growth)
{
  return is_growth ? &((const TideGrowth *) entry)->rate
                   : &((const TideObservation *) entry)->value;
}

static int
find_same (const GPtrArray *entries, const TidePayload *entry)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    if (tide_payload_has_same_key (g_ptr_array_index (entries, i), entry))
      return (int) i;

  return -1;
}

static void
add_figure (Act *act, const TideImportFigure *figure, TidePayload *entry)
{
  const GPtrArray *entries = get_entries (act->series->after, figure->is_growth);
  const char *list = figure->is_growth ? "growth" : "observations";
  const int index = find_same (entries, entry);
  TidePayload *known = index >= 0 ? g_ptr_array_index (entries, (guint) index) : NULL;

  if (known != NULL
      && tide_decimal_compare (get_value (known, figure->is_growth),
                               get_value (entry, figure->is_growth))
             == 0)
    {
      tide_payload_unref (entry);
      tide_payload_add_entry (act->before, list, tide_payload_ref (known));
      tide_payload_add_entry (act->after, list, tide_payload_ref (known));
      return;
    }

  if (known != NULL)
    tide_payload_add_entry (act->before, list, tide_payload_ref (known));
  tide_payload_add_entry (act->after, list, tide_payload_seal (entry));
  g_ptr_array_add (act->entries, entry);
  if (known != NULL)
    act->n_changed++;
  else
    act->n_new++;
}

static char *
dup_mark (const Act *act, const TideImportFigure *figure)
{
  g_autofree char *period = tide_date_dup_text (get_period (act, figure));

  return g_strconcat (figure->is_growth ? "growth " : "value ", period, NULL);
}

static void
read_figure (Act *act, const TideImportFigure *figure)
{
  const TideImportField field = figure->is_growth ? TIDE_IMPORT_GROWTH : TIDE_IMPORT_VALUE;
  const TideScale *unit = (const TideScale *) TIDE_INDICATOR_PAYLOAD (act->series->after)->unit;
  TideDecimal value;
  char *reason;

  if (!tide_date_is_set (get_period (act, figure)))
    reason = g_strdup (_ ("There is no period."));
  else
    reason = bring_into_unit (&value, figure, unit);
  if (reason != NULL)
    tide_import_work_add_problem (act->said->work, act->said->row, figure->column, field,
                                  figure->written, reason);
  else
    {
      g_autofree char *mark = dup_mark (act, figure);
      gpointer row;

      if (g_hash_table_lookup_extended (act->series->rows, mark, NULL, &row))
        act->other = GPOINTER_TO_UINT (row);
      add_figure (act, figure,
                  figure->is_growth ? growth_new (act, figure, &value)
                                    : observation_new (act, figure, &value));
    }
}

/* Rows ---------------------------------------------------------------------------------------- */

static TidePayload *
stub_new (const TidePayload *indicator)
{
  TidePayload *stub = tide_payload_new (indicator->shape, indicator->id);
  const TideText *name = &TIDE_INDICATOR_PAYLOAD (indicator)->name;

  tide_text_init_copy (&((TideIndicatorPayload *) stub)->name, name);
  if (TIDE_INDICATOR_PAYLOAD (indicator)->unit != NULL)
    ((TideIndicatorPayload *) stub)->unit
        = tide_payload_ref (TIDE_INDICATOR_PAYLOAD (indicator)->unit);

  return stub;
}

static void
take_entry (TideImportSeries *series, TidePayload *entry)
{
  const gboolean is_growth = strcmp (entry->shape->name, "growth") == 0;
  GPtrArray *entries = get_entries (series->after, is_growth);
  const int index = find_same (entries, entry);

  if (index < 0)
    {
      tide_payload_add_entry (series->after, is_growth ? "growth" : "observations",
                              tide_payload_ref (entry));
      return;
    }

  tide_payload_unref (g_ptr_array_index (entries, (guint) index));
  g_ptr_array_index (entries, (guint) index) = tide_payload_ref (entry);
}

static void
take_all (Act *act)
{
  for (guint i = 0; i < act->entries->len; i++)
    take_entry (act->series, g_ptr_array_index (act->entries, i));
  for (guint i = 0; i < act->said->figures->len; i++)
    g_hash_table_insert (act->series->rows,
                         dup_mark (act, &g_array_index (act->said->figures, TideImportFigure, i)),
                         GUINT_TO_POINTER (act->said->row));
  tide_import_said_use (act->said);
}

static TideImportVerdict
find_verdict (const Act *act)
{
  const TideImportPlan *plan = act->said->work->plan;
  const TideImportPolicy policy = tide_import_plan_get_answer (plan, act->said->row);

  if (tide_import_said_is_refused (act->said))
    return TIDE_IMPORT_REFUSED;
  if (act->other != TIDE_IMPORT_NO_ROW && plan->repeats == TIDE_IMPORT_REPEAT_SKIP)
    return TIDE_IMPORT_REPEATED;
  if (act->n_changed > 0 && act->other == TIDE_IMPORT_NO_ROW && policy == TIDE_IMPORT_SKIP)
    return TIDE_IMPORT_SKIPPED;
  if (act->n_changed > 0 && act->other == TIDE_IMPORT_NO_ROW && policy == TIDE_IMPORT_ASK)
    return TIDE_IMPORT_ASKED;
  if (act->n_changed > 0)
    return TIDE_IMPORT_UPDATED;

  return act->n_new > 0 ? TIDE_IMPORT_CREATED : TIDE_IMPORT_UNCHANGED;
}

static void
judge (Act *act)
{
  const TideImportVerdict verdict = find_verdict (act);
  TideImportWork *work = act->said->work;
  const TidePayload *before = tide_import_work_keep (work, tide_payload_seal (act->before));
  const TidePayload *after = tide_import_work_keep (work, tide_payload_seal (act->after));

  if (verdict == TIDE_IMPORT_CREATED || verdict == TIDE_IMPORT_UPDATED
      || verdict == TIDE_IMPORT_UNCHANGED)
    take_all (act);
  tide_import_said_judge (act->said, verdict, act->other, TIDE_RECORD_INDICATOR, before, after);
}

static void
try_figures (TideImportSaid *said)
{
  Act act = { .said = said, .series = ensure_series (said), .other = TIDE_IMPORT_NO_ROW };

  if (act.series->before == NULL && TIDE_INDICATOR_PAYLOAD (act.series->after)->unit == NULL)
    give_unit (said, act.series->after, &g_array_index (said->figures, TideImportFigure, 0));
  act.before = stub_new (act.series->after);
  act.after = stub_new (act.series->after);
  act.entries = g_ptr_array_new ();
  for (guint i = 0; i < said->figures->len; i++)
    read_figure (&act, &g_array_index (said->figures, TideImportFigure, i));
  judge (&act);
  g_ptr_array_unref (act.entries);
}

static gboolean
has_subject (TideImportSaid *said)
{
  if (said->namings[TIDE_IMPORT_VALUE_INDICATOR]->len > 0)
    return TRUE;

  if (!tide_import_said_is_refused (said))
    tide_import_said_refuse (said, TIDE_IMPORT_INDICATOR, g_strdup (_ ("There is no indicator.")));

  return FALSE;
}

/*
 * tide_import_try_observations:
 * @work: work
 * @said: what a row says
 *
 * Finds out what becomes of a row that has values of an indicator.
 */
void
tide_import_try_observations (TideImportWork *work, TideImportSaid *said)
{
  TideImportVerdict verdict = TIDE_IMPORT_REFUSED;

  if (said->n_said == 0 || (said->figures->len == 0 && !tide_import_said_is_refused (said)))
    verdict = TIDE_IMPORT_BLANK;
  else if (!tide_import_said_is_refused (said) && has_subject (said))
    {
      try_figures (said);
      return;
    }

  tide_import_said_judge (said, verdict, TIDE_IMPORT_NO_ROW, TIDE_RECORD_INDICATOR, NULL, NULL);
}
