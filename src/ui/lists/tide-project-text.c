/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-text.h"

#include "core/tide-convert.h"

#include <glib/gi18n-lib.h>

/**
 * tide_project_text_dup_name:
 * @project: a project
 *
 * Returns: (transfer full): its name, or else its code name, or else words that say it has none
 */
char *
tide_project_text_dup_name (const TideProjectPayload *project)
{
  const char *name = tide_text_get (&project->name, tide_language_get_default ());

  if (name != NULL)
    return g_strdup (name);
  if (project->code_name != NULL)
    return g_strdup (project->code_name);

  return g_strdup (_ ("Unnamed Project"));
}

/**
 * tide_project_text_dup_reference:
 * @reg: a register
 * @kind: a kind of record
 * @id: (nullable): id of a record of @kind
 *
 * Returns: (transfer full): the record's label; @id as written where there is no such record; empty
 *   for none
 */
char *
tide_project_text_dup_reference (TideRegister *reg, TideRecordKind kind, const char *id)
{
  const TidePayload *payload;

  if (id == NULL)
    return g_strdup ("");

  payload = tide_register_lookup_payload (reg, kind, id);
  if (payload == NULL)
    return g_strdup (id);

  return g_strdup (tide_payload_get_label (payload, tide_language_get_default ()));
}

/**
 * tide_project_text_dup_with_more:
 * @label: a name
 * @n_more: how many more there are beside it
 *
 * Returns: (transfer full): both in one
 */
char *
tide_project_text_dup_with_more (const char *label, guint n_more)
{
  g_autofree char *isolated = NULL;

  if (n_more == 0)
    return g_strdup (label);

  isolated = tide_text_dup_isolated (label);
  /* Translators: a sector or party, and how many further ones: "New energy +2" */
  return g_strdup_printf (_ ("%s +%u"), isolated, n_more);
}

/**
 * tide_project_text_dup_sectors:
 * @reg: a register
 * @project: one of its projects
 *
 * Returns: (transfer full): its first sector, and how many more
 */
char *
tide_project_text_dup_sectors (TideRegister *reg, const TideProjectPayload *project)
{
  guint n = tide_entries_get_n (project->sectors);
  const TideClassification *first;
  g_autofree char *label = NULL;

  if (n == 0)
    return g_strdup ("");

  first = g_ptr_array_index (project->sectors, 0);
  label = tide_project_text_dup_reference (reg, TIDE_RECORD_SECTOR, first->sector);

  return tide_project_text_dup_with_more (label, n - 1);
}

/**
 * tide_project_text_dup_stage:
 * @project: a project
 *
 * Returns: (transfer full): the label of the stage it has reached; empty for none
 */
char *
tide_project_text_dup_stage (const TideProjectPayload *project)
{
  const TideStageEntry *last;

  if (tide_entries_get_n (project->stages) == 0)
    return g_strdup ("");

  last = g_ptr_array_index (project->stages, project->stages->len - 1);

  return g_strdup (
      tide_codes_get_label (TIDE_CODES_STAGE, last->stage, tide_language_get_default ()));
}

/**
 * tide_project_text_dup_status:
 * @project: a project
 *
 * Returns: (transfer full): the label of its status
 */
char *
tide_project_text_dup_status (const TideProjectPayload *project)
{
  const char *code = tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);

  if (tide_entries_get_n (project->statuses) > 0)
    {
      const TideStatusEntry *last
          = g_ptr_array_index (project->statuses, project->statuses->len - 1);

      code = last->status;
    }

  return g_strdup (tide_codes_get_label (TIDE_CODES_STATUS, code, tide_language_get_default ()));
}

/**
 * tide_project_text_dup_time:
 * @reg: a register
 * @seconds: seconds since 1970 UTC; 0 for none
 *
 * Returns: (transfer full): the day on which that was in the register's time zone
 */
char *
tide_project_text_dup_time (TideRegister *reg, gint64 seconds)
{
  TideDate date;

  if (seconds == 0)
    return g_strdup ("");

  tide_date_init_from_time (&date, seconds, tide_register_get_settings (reg)->time_zone);

  return tide_date_dup_text (&date);
}

/* The sum of the entries in one currency that has no rate, which is shown in that currency. */
static char *
dup_unpriced (const TideProjectPayload *project, TideAmountKind kind, TideUnit unit)
{
  TideMoney sum = { 0 };

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank != kind || !amount->counted || amount->money.currency[0] == '\0')
        continue;
      if (sum.currency[0] == '\0')
        sum = amount->money;
      else if (!tide_money_add (&sum, &amount->money))
        return g_strdup (_ ("Several"));
    }

  if (sum.currency[0] == '\0')
    return g_strdup ("");

  return tide_money_dup_text (&sum, unit, tide_language_get_default ());
}

/* With the unit where it does not stand above. */
static char *
dup_sum (TideSnapshot *snapshot,
         const TideProjectPayload *project,
         TideAmountKind kind,
         gboolean has_unit)
{
  TideUnit unit = tide_unit_get_shown (tide_snapshot_get_settings (snapshot)->unit);
  TideMoney base;
  guint n_entries, n_unpriced;
  g_autofree char *text = NULL;

  if (!tide_project_sum_amounts (project, snapshot, kind, &base, &n_entries, &n_unpriced))
    return g_strdup (_ ("Too Large to Add Up"));
  if (n_entries == 0)
    return g_strdup ("");
  if (n_entries == n_unpriced)
    return dup_unpriced (project, kind, unit);

  text = has_unit ? tide_money_dup_text (&base, unit, tide_language_get_default ())
                  : tide_money_dup_number (&base, unit);
  if (n_unpriced == 0)
    return g_steal_pointer (&text);

  /* Translators: a sum to which amounts without an exchange rate would have to be added */
  return g_strdup_printf (_ ("%s +"), text);
}

/**
 * tide_project_text_dup_amount:
 * @snapshot: a register at one moment
 * @project: one of its projects
 * @kind: a kind of amount
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): the sum of the amounts of @kind in the register's currency and unit;
 *   where part of them has no rate, followed by a plus sign; where none has, in their own currency;
 *   empty where there is no amount; where it cannot be held, a word that says so
 */
char *
tide_project_text_dup_amount (TideSnapshot *snapshot,
                              const TideProjectPayload *project,
                              TideAmountKind kind)
{
  return dup_sum (snapshot, project, kind, FALSE);
}

/**
 * tide_project_text_dup_sum:
 * @snapshot: a register at one moment
 * @project: one of its projects
 * @kind: a kind of amount
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): what tide_project_text_dup_amount() gives, with the unit
 */
char *
tide_project_text_dup_sum (TideSnapshot *snapshot,
                           const TideProjectPayload *project,
                           TideAmountKind kind)
{
  return dup_sum (snapshot, project, kind, TRUE);
}

/**
 * tide_project_text_dup_days:
 * @days: how long a project was in a stage
 *
 * May be called in any thread.
 *
 * Returns: (transfer full) (nullable): that in words, or %NULL where it is not known
 */
char *
tide_project_text_dup_days (const TideDays *days)
{
  if (!days->is_known)
    return NULL;
  if (days->min == days->max)
    /* Translators: how many days a project was in a stage */
    return g_strdup_printf (ngettext ("%u day", "%u days", days->max), days->max);

  /* Translators: the fewest and the most days that a project was in a stage */
  return g_strdup_printf (_ ("%u–%u days"), days->min, days->max);
}
