/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-cell.h"

#include "core/tide-investor.h"
#include "core/tide-overdue.h"
#include "core/tide-stage-time.h"
#include "ui/lists/tide-project-text.h"

#include <glib/gi18n-lib.h>

/* As tide_project_text_dup_reference(), in any thread. */
static char *
dup_label (TideSnapshot *snapshot, TideRecordKind kind, const char *id)
{
  const TidePayload *payload = id != NULL ? tide_snapshot_lookup (snapshot, kind, id) : NULL;

  if (payload == NULL)
    return g_strdup (id != NULL ? id : "");

  return g_strdup (tide_payload_get_label (payload, tide_language_get_default ()));
}

static char *
dup_sector_cell (TideSnapshot *snapshot, const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->sectors);
  g_autofree char *label = NULL;

  if (n == 0)
    return g_strdup ("");

  label
      = dup_label (snapshot, TIDE_RECORD_SECTOR,
                   ((const TideClassification *) g_ptr_array_index (project->sectors, 0))->sector);

  return tide_project_text_dup_with_more (label, n - 1);
}

static char *
dup_investor_cell (TideSnapshot *snapshot, const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->parties);
  const TideParticipation *entry = tide_project_find_first_party (project);
  g_autofree char *label = NULL;

  if (entry == NULL)
    return g_strdup ("");

  label = dup_label (snapshot, TIDE_RECORD_PARTY, entry->party);

  return tide_project_text_dup_with_more (label, n - 1);
}

/**
 * tide_project_cell_is_overdue:
 * @snapshot: a register at one moment
 * @project: one of its projects
 *
 * Returns: whether it is certainly longer in its stage than the register allows
 */
gboolean
tide_project_cell_is_overdue (TideSnapshot *snapshot, const TideProjectPayload *project)
{
  TideOverdue overdue;

  return tide_project_get_overdue (project, snapshot, &overdue)
         && overdue.rule == TIDE_OVERDUE_STAGE;
}

static char *
dup_stage_time_cell (TideSnapshot *snapshot, const TideProjectPayload *project)
{
  TideDays days = { 0 };
  g_autofree char *text = NULL;

  if (tide_entries_get_n (project->stages) > 0)
    tide_project_get_stage_days (project, project->stages->len - 1,
                                 tide_snapshot_get_day (snapshot), &days);
  text = tide_project_text_dup_days (&days);
  if (text == NULL)
    return g_strdup ("");
  if (!tide_project_cell_is_overdue (snapshot, project))
    return g_steal_pointer (&text);

  /* Translators: how many days a project has been in its stage, which is too long: "90 days" */
  return g_strdup_printf (_ ("%s, overdue"), text);
}

static char *
dup_day_cell (TideSnapshot *snapshot, gint64 seconds)
{
  TideDate date;

  if (seconds == 0)
    return g_strdup ("");

  tide_date_init_from_time (&date, seconds, tide_snapshot_get_settings (snapshot)->time_zone);

  return tide_date_dup_text (&date);
}

static char *
dup_date_cell (const TideDate *date)
{
  return date != NULL && tide_date_is_set (date) ? tide_date_dup_text (date) : g_strdup ("");
}

static char *
dup_plan_cell (const TideProjectPayload *project, TideOrderKey key)
{
  const TidePlans *plans = (const TidePlans *) project->plans;

  if (plans == NULL)
    return g_strdup ("");
  if (key == TIDE_ORDER_PLANNED_START)
    return dup_date_cell (&plans->start);

  return dup_date_cell (key == TIDE_ORDER_PLANNED_COMPLETION ? &plans->completion
                                                             : &plans->production);
}

static char *
dup_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * tide_project_cell_dup_text:
 * @snapshot: a register at one moment
 * @project: one of its projects
 * @column: what the column shows, by the key that sorts it
 *
 * May be called in any thread.
 *
 * Returns: (transfer full): what stands in the cell
 */
char *
tide_project_cell_dup_text (TideSnapshot *snapshot,
                            const TideProjectPayload *project,
                            const TideOrder *column)
{
  TideAmountKind kind;
  char *tags;

  if (tide_order_get_amount_kind (column, &kind))
    return tide_project_text_dup_amount (snapshot, project, kind);

  switch ((guint) column->key)
    {
    case TIDE_ORDER_NAME:
      return tide_project_text_dup_name (project);
    case TIDE_ORDER_OTHER_NAME:
      return dup_or_empty (tide_text_get_other (&project->name, tide_language_get_default ()));
    case TIDE_ORDER_NUMBER:
      return dup_or_empty (project->number);
    case TIDE_ORDER_SECTOR:
      return dup_sector_cell (snapshot, project);
    case TIDE_ORDER_DIVISION:
      return dup_label (snapshot, TIDE_RECORD_DIVISION, project->division);
    case TIDE_ORDER_STAGE:
      return tide_project_text_dup_stage (project);
    case TIDE_ORDER_STAGE_TIME:
      return dup_stage_time_cell (snapshot, project);
    case TIDE_ORDER_INVESTOR:
      return dup_investor_cell (snapshot, project);
    case TIDE_ORDER_EVENT:
      return dup_label (snapshot, TIDE_RECORD_EVENT, project->event);
    case TIDE_ORDER_STATUS:
      return tide_project_text_dup_status (project);
    case TIDE_ORDER_IN_CHARGE:
      return dup_or_empty (project->in_charge);
    case TIDE_ORDER_TAGS:
      tags = tide_project_dup_tags (project);
      return tags != NULL ? tags : g_strdup ("");
    case TIDE_ORDER_SIGNED:
      return dup_date_cell (tide_project_find_signed (project));
    case TIDE_ORDER_PLANNED_START:
    case TIDE_ORDER_PLANNED_COMPLETION:
    case TIDE_ORDER_PLANNED_PRODUCTION:
      return dup_plan_cell (project, column->key);
    case TIDE_ORDER_CREATED:
      return dup_day_cell (snapshot, project->created);
    case TIDE_ORDER_UPDATED:
    default:
      return dup_day_cell (snapshot, project->updated);
    }
}
