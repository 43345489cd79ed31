/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading.h"

#include "core/tide-rate-sets.h"
#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

/* What a confidential project may be called, and any other record is. */
static char *
dup_label (TideReading *self, const TidePayload *record)
{
  const char *label = NULL;

  if (record->shape == &tide_shape_project && TIDE_PROJECT_PAYLOAD (record)->confidential
      && !tide_reading_get_options (self)->includes_names)
    label = TIDE_PROJECT_PAYLOAD (record)->code_name;
  else
    label = tide_payload_get_label (record, tide_language_get_default ());

  return tide_text_dup_isolated (label != NULL ? label : record->id);
}

static char *
dup_rate (TideReading *self, const TideRatePayload *rate)
{
  const char *label
      = tide_snapshot_get_rate_set_label (tide_reading_get_snapshot (self), rate->set);
  g_autofree char *set = tide_text_dup_isolated (label != NULL ? label : "");
  g_autofree char *value = tide_decimal_dup_text (&rate->value);
  g_autofree char *date = tide_date_dup_label (&rate->date, tide_language_get_default ());

  /* Translators: a rate, such as 7.0467, the code of a currency, a date and a set of rates */
  return g_strdup_printf (_ ("Converted at %s for one %s, the rate of %s in “%s”."), value,
                          rate->from, date, set);
}

static char *
dup_observations (const TideTextFinding *finding, const char *label)
{
  if (finding->kind == TIDE_TEXT_FINDING_GROWTH)
    /* Translators: an indicator and two years */
    return g_strdup_printf (_ ("Compared with “%s” of %u and %u."), label, finding->from,
                            finding->to);
  if (finding->from != 0)
    /* Translators: an indicator and a year */
    return g_strdup_printf (_ ("Compared with “%s” of %u."), label, finding->from);

  /* Translators: %s is an indicator */
  return g_strdup_printf (_ ("Compared with “%s”."), label);
}

static char *
dup_member (const char *path, const char *label)
{
  if (g_strcmp0 (path, "declared") == 0)
    /* Translators: %s is an event */
    return g_strdup_printf (_ ("Compared with what is declared of “%s”."), label);
  if (g_strcmp0 (path, "amounts") == 0)
    /* Translators: %s is a project */
    return g_strdup_printf (_ ("Compared with the amounts of “%s”."), label);
  if (g_strcmp0 (path, "expected") == 0)
    /* Translators: %s is a project */
    return g_strdup_printf (_ ("Compared with the jobs of “%s”."), label);
  if (g_strcmp0 (path, "counts") == 0)
    /* Translators: %s is a platform */
    return g_strdup_printf (_ ("Compared with the counts of “%s”."), label);
  if (g_strcmp0 (path, "tier") == 0)
    /* Translators: %s is a class of industries */
    return g_strdup_printf (_ ("Compared with the tier of “%s”."), label);
  if (g_strcmp0 (path, "growth") == 0)
    /* Translators: %s is an indicator */
    return g_strdup_printf (_ ("Compared with the published growth of “%s”."), label);

  return NULL;
}

/* Which rows of the register it was compared with. */
static char *
dup_rows (TideReading *self, const TideTextFinding *finding)
{
  const TidePayload *record = finding->record != NULL
                                  ? tide_snapshot_lookup (tide_reading_get_snapshot (self),
                                                          finding->record_kind, finding->record)
                                  : NULL;
  g_autofree char *label = NULL;

  if (record == NULL || finding->verdict == TIDE_TEXT_FINDING_RECOGNISED)
    return NULL;
  if (finding->record_kind == TIDE_RECORD_RATE)
    return dup_rate (self, (const TideRatePayload *) record);

  label = dup_label (self, record);
  if (g_strcmp0 (finding->path, "observations") == 0)
    return dup_observations (finding, label);

  return dup_member (finding->path, label);
}

/* What is written in the text, on one line. */
static char *
dup_quote (TideReading *self, const TideTextFinding *finding)
{
  const char *start = tide_reading_get_text (self) + finding->start;
  g_autofree char *quote = g_strndup (start, finding->end - finding->start);

  g_strdelimit (quote, "\n\r\t", ' ');

  return tide_text_dup_isolated (quote);
}

/* Which other figures of the text it was compared with. */
static char *
dup_figures (TideReading *self, const TideTextFinding *finding)
{
  const GPtrArray *findings = tide_reading_get_findings (self);
  g_autofree char *list = NULL;

  for (guint i = 0; finding->others != NULL && i < finding->others->len; i++)
    {
      const guint other = g_array_index (finding->others, guint, i);
      g_autofree char *quote = dup_quote (self, g_ptr_array_index (findings, other));
      g_autofree char *before = g_steal_pointer (&list);

      list = before == NULL
                 /* Translators: %s is quoted from a text */
                 ? g_strdup_printf (_ ("“%s”"), quote)
                 /* Translators: a list of quotations, and the next one */
                 : g_strdup_printf (_ ("%s, “%s”"), before, quote);
    }
  if (list == NULL)
    return NULL;

  /* Translators: %s is a list of figures that are quoted from a text */
  return g_strdup_printf (_ ("Compared with other figures of the text: %s."), list);
}

/**
 * tide_reading_dup_basis:
 * @self: a reading
 * @index: position of a finding
 *
 * Of a confidential project no more than its code name is told, unless names are included.
 *
 * Returns: (transfer full) (nullable): what the verdict stands on, in the language of the program:
 *   the rows of the register, or the other figures of the text; %NULL where it stands on nothing
 */
char *
tide_reading_dup_basis (TideReading *self, guint index)
{
  const TideTextFinding *finding = g_ptr_array_index (tide_reading_get_findings (self), index);
  char *rows = dup_rows (self, finding);

  return rows != NULL ? rows : dup_figures (self, finding);
}
