/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-rate-rules-private.h"

#include <glib/gi18n-lib.h>

/* How far two rates of one pair in one set may lie apart before one of them looks wrong. */
#define MAX_FACTOR 3.0

static void
report_problem (TideProjectReport report, gpointer data, const char *path, TideProblem *problem)
{
  report (problem, NULL, 0, path, data);
  tide_problem_unref (problem);
}

/* Compared by key: a record that is not sealed has no id yet. */
static gboolean
is_taken (TideRegister *reg, const TideRatePayload *rate, const char *own_id)
{
  g_autofree char *key = tide_payload_dup_key (&rate->base);

  return g_strcmp0 (key, own_id) != 0 && tide_register_lookup (reg, TIDE_RECORD_RATE, key) != NULL;
}

static gboolean
is_complete (const TideRatePayload *rate)
{
  return rate->set != NULL && rate->from != NULL && rate->to != NULL
         && tide_date_is_set (&rate->date);
}

/*
 * tide_rate_check:
 * @reg: the register it is or shall be in
 * @rate: a rate, sealed or not
 * @own_id: (nullable): the id under which it is in @reg already
 * @report: called for each problem; it does not own the problem
 * @data: for @report
 *
 * A rate needs a set, two currencies that differ, a date, and a value above zero; its set has no
 * other one for the same currencies and date. What a field cannot even read is not looked at here.
 */
void
tide_rate_check (TideRegister *reg,
                 const TideRatePayload *rate,
                 const char *own_id,
                 TideProjectReport report,
                 gpointer data)
{
  static const char *const needed[] = { "set", "from", "to", "date", "value" };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!tide_payload_has_value (&rate->base, tide_shape_find (rate->base.shape, needed[i])))
      report_problem (report, data, needed[i], tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL));

  if (rate->from != NULL && g_strcmp0 (rate->from, rate->to) == 0)
    report_problem (report, data, "to", tide_problem_new (TIDE_PROBLEM_SAME_CURRENCY, NULL));
  else if (is_complete (rate) && is_taken (reg, rate, own_id))
    report_problem (report, data, "date", tide_problem_new (TIDE_PROBLEM_RATE_EXISTS, NULL));

  if (rate->value.is_set && rate->value.mantissa <= 0)
    {
      g_autofree char *text = tide_decimal_dup_text (&rate->value);

      report_problem (report, data, "value",
                      tide_problem_new (TIDE_PROBLEM_NOT_POSITIVE, text, NULL));
    }
}

/* Reading ----------------------------------------------------------------------------------- */

static gboolean
is_neighbour (const TideRatePayload *rate, const TideRatePayload *other, const char *own_id)
{
  return g_strcmp0 (other->base.id, own_id) != 0 && g_strcmp0 (other->set, rate->set) == 0
         && g_strcmp0 (other->from, rate->from) == 0 && g_strcmp0 (other->to, rate->to) == 0
         && other->value.is_set && other->value.mantissa > 0;
}

static guint
get_distance (const TideRatePayload *rate, const TideRatePayload *other)
{
  const guint32 day = tide_date_get_first_day (&rate->date);
  const guint32 other_day = tide_date_get_first_day (&other->date);

  return day > other_day ? day - other_day : other_day - day;
}

/* The rate of the same pair in the same set whose date is closest. */
static const TideRatePayload *
find_neighbour (TideRegister *reg, const TideRatePayload *rate)
{
  TideList *list = tide_register_get_list (reg, TIDE_RECORD_RATE);
  const TideRatePayload *found = NULL;

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TideRatePayload *other
          = TIDE_RATE_PAYLOAD (tide_record_get_payload (tide_list_get (list, i)));

      if (is_neighbour (rate, other, rate->base.id)
          && (found == NULL || get_distance (rate, other) < get_distance (rate, found)))
        found = other;
    }

  return found;
}

static double
get_number (const TideDecimal *decimal)
{
  g_autofree char *text = tide_decimal_dup_text (decimal);

  return g_ascii_strtod (text, NULL);
}

static gboolean
is_close (double factor)
{
  return factor < MAX_FACTOR && factor > 1 / MAX_FACTOR;
}

/**
 * tide_rate_dup_name:
 * @self: a rate
 *
 * Returns: (transfer full): what it is called: `USD → CNY · 2023-10-31`
 */
char *
tide_rate_dup_name (const TideRatePayload *self)
{
  char buffer[TIDE_DATE_TEXT_SIZE];

  return g_strdup_printf ("%s → %s · %s", self->from != NULL ? self->from : "",
                          self->to != NULL ? self->to : "",
                          tide_date_format (&self->date, buffer, sizeof buffer));
}

/**
 * tide_rate_dup_reading:
 * @self: a rate; its id is that under which it is in @reg, or %NULL
 * @reg: the register it is or shall be in
 *
 * Says what the rate means, and whether it looks wrong beside the closest one of the same pair in
 * the same set: three times as large or small, or as if its currencies had been exchanged. That is
 * a doubt, and no reason to refuse it.
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL where currencies or value are missing
 */
char *
tide_rate_dup_reading (const TideRatePayload *self, TideRegister *reg)
{
  const TideRatePayload *neighbour;
  g_autofree char *value = NULL;
  g_autofree char *usual = NULL;
  char date[TIDE_DATE_TEXT_SIZE];
  double number;

  if (self->from == NULL || self->to == NULL || !self->value.is_set || self->value.mantissa <= 0)
    return NULL;

  value = tide_decimal_dup_text (&self->value);
  neighbour = find_neighbour (reg, self);
  number = get_number (&self->value);
  if (neighbour == NULL || is_close (number / get_number (&neighbour->value)))
    return g_strdup_printf ("1 %s = %s %s", self->from, value, self->to);

  usual = tide_decimal_dup_text (&neighbour->value);
  tide_date_format (&neighbour->date, date, sizeof date);
  if (is_close (number * get_number (&neighbour->value)))
    return g_strdup_printf (
        /* Translators: currency, rate, currency; then another rate of them, and its date */
        _ ("1 %s = %s %s. It is %s for %s: are the currencies the wrong way round?"), self->from,
        value, self->to, usual, date);

  return g_strdup_printf (
      /* Translators: currency, rate, currency; then another rate of them, and its date */
      _ ("1 %s = %s %s. It is %s for %s: is the decimal point in the right place?"), self->from,
      value, self->to, usual, date);
}
