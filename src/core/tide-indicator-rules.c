/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-indicator-rules.h"

#include "core/tide-observation.h"

#include <string.h>

/* Where the problems of one indicator go. */
typedef struct
{
  const TideIndicatorPayload *indicator;
  TideIndicatorReport report;
  gpointer data;
} Check;

static void
report (const Check *self, TideProblem *problem, const char *list, guint index, const char *path)
{
  self->report (problem, list, index, path, self->data);
  tide_problem_unref (problem);
}

static void
check_unit (const Check *self)
{
  const TideScale *unit = (const TideScale *) self->indicator->unit;
  g_autofree char *text = NULL;

  if (unit == NULL || !unit->scale.is_set || unit->scale.mantissa > 0)
    return;

  text = tide_decimal_dup_text (&unit->scale);
  report (self, tide_problem_new (TIDE_PROBLEM_NOT_POSITIVE, text, NULL), NULL, 0, "unit/scale");
}

/* Which earlier one says the same; the values of one period are told apart by their revision. */
static gboolean
is_repeated (const Check *self, guint index)
{
  const TidePayload *entry = g_ptr_array_index (self->indicator->observations, index);

  for (guint i = 0; i < index; i++)
    if (tide_payload_has_same_key (entry, g_ptr_array_index (self->indicator->observations, i)))
      return TRUE;

  return FALSE;
}

static void
check_period (const Check *self, guint index)
{
  const TideObservation *observation = g_ptr_array_index (self->indicator->observations, index);
  g_autofree char *label = NULL;

  if (!tide_date_is_set (&observation->period) || !is_repeated (self, index))
    return;

  label = tide_date_dup_label (&observation->period, tide_language_get_default ());
  report (self,
          observation->revision == NULL
              ? tide_problem_new (TIDE_PROBLEM_REVISION_MISSING, label, NULL)
              : tide_problem_new (TIDE_PROBLEM_REVISION_EXISTS, label, observation->revision, NULL),
          "observations", index, "period");
}

/* Whether one is what the other becomes when it is rounded to its last digit. */
static gboolean
is_rounded (const TideDecimal *value, const TideDecimal *exact)
{
  const double half = tide_decimal_to_double (&(TideDecimal) { 1, value->scale, TRUE }) / 2;
  const double difference = tide_decimal_to_double (value) - tide_decimal_to_double (exact);

  return difference <= half && difference >= -half;
}

static void
check_written (const Check *self, guint index)
{
  const TideObservation *observation = g_ptr_array_index (self->indicator->observations, index);
  const TideScale *unit = (const TideScale *) self->indicator->unit;
  g_autofree char *text = NULL;
  g_autofree char *value_text = NULL;
  TideAmountReading reading;
  TideDecimal written;

  if (!observation->value.is_set
      || !tide_observation_read_written (observation, unit, &reading, &written))
    return;

  text = tide_decimal_dup_text (&written);
  value_text = tide_decimal_dup_text (&observation->value);
  if (!written.is_set)
    report (self,
            tide_problem_new (TIDE_PROBLEM_OTHER_CURRENCY, observation->written, reading.currency,
                              unit->currency, NULL),
            "observations", index, "value");
  else if (!is_rounded (&observation->value, &written))
    report (
        self,
        tide_problem_new (TIDE_PROBLEM_OTHER_UNIT, observation->written, text, value_text, NULL),
        "observations", index, "value");
}

static void
check_span (const Check *self, guint index)
{
  const TideGrowth *growth = g_ptr_array_index (self->indicator->growth, index);
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *from = tide_date_dup_label (&growth->from, language);
  g_autofree char *to = tide_date_dup_label (&growth->to, language);

  if (!tide_date_is_set (&growth->from) || !tide_date_is_set (&growth->to))
    return;

  if (growth->from.precision != growth->to.precision)
    report (self, tide_problem_new (TIDE_PROBLEM_UNLIKE_PERIODS, to, from, NULL), "growth", index,
            "to");
  else if (tide_date_equal (&growth->from, &growth->to))
    report (self, tide_problem_new (TIDE_PROBLEM_SAME_PERIOD, to, NULL), "growth", index, "to");
  else if (tide_date_compare (&growth->from, &growth->to) > 0)
    report (self, tide_problem_new (TIDE_PROBLEM_ENDS_BEFORE_START, to, from, NULL), "growth",
            index, "to");
}

/**
 * tide_indicator_check:
 * @indicator: an indicator, whose entries are sealed
 * @report_problem: called for each problem; it does not own the problem
 * @data: for @report_problem
 *
 * A unit is more than zero; a period has one value for each revision; a value is what its “as
 * written” says, in the unit of the indicator and rounded to the last digit of the value; a growth
 * rate spans from one period to a later one of the same length.
 */
void
tide_indicator_check (const TideIndicatorPayload *indicator,
                      TideIndicatorReport report_problem,
                      gpointer data)
{
  const Check check = { indicator, report_problem, data };

  check_unit (&check);
  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    {
      check_period (&check, i);
      check_written (&check, i);
    }
  for (guint i = 0; i < tide_entries_get_n (indicator->growth); i++)
    check_span (&check, i);
}

static void
collect (TideProblem *problem, const char *list, guint index, const char *path, gpointer data)
{
  problem->field
      = list != NULL ? g_strdup_printf ("%s[%u].%s", list, index, path) : g_strdup (path);
  g_ptr_array_add (data, tide_problem_ref (problem));
}

/**
 * tide_indicator_list_problems:
 * @indicator: a sealed indicator
 *
 * Returns: (transfer full) (element-type TideProblem): what is wrong with an indicator as it is,
 *   each with its field, such as `growth[0].to`
 */
GPtrArray *
tide_indicator_list_problems (const TideIndicatorPayload *indicator)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_problem_unref);

  tide_indicator_check (indicator, collect, problems);

  return problems;
}
