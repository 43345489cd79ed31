/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static int
find_stage (const GPtrArray *stages, const char *stage)
{
  for (guint i = tide_entries_get_n (stages); i > 0; i--)
    if (g_strcmp0 (((const TideStageEntry *) g_ptr_array_index (stages, i - 1))->stage, stage) == 0)
      return (int) i - 1;

  return -1;
}

/* Whether @date says no more than the project knows. */
static gboolean
is_known (const TideDate *date, const TideDate *known)
{
  return !tide_date_is_set (date)
         || (tide_date_is_set (known)
             && tide_date_get_first_day (date) <= tide_date_get_first_day (known)
             && tide_date_get_last_day (date) >= tide_date_get_last_day (known));
}

static void
date_stage (TidePayload *project, guint index, const TideDate *date)
{
  GPtrArray *stages = ((TideProjectPayload *) project)->stages;
  TidePayload *entry = g_ptr_array_index (stages, index);
  TidePayload *dated = tide_payload_copy (entry);

  ((TideStageEntry *) dated)->date = *date;
  tide_payload_unref (entry);
  g_ptr_array_index (stages, index) = tide_payload_seal (dated);
}

static void
add_stage (TideImportSaid *said, TidePayload *project, const char *stage, const TideDate *date)
{
  g_autofree char *id = tide_clock_dup_id (said->work->clock);
  TidePayload *entry = tide_payload_new (&tide_shape_stage, id);

  tide_payload_set_interned (&((TideStageEntry *) entry)->stage, stage);
  ((TideStageEntry *) entry)->date = *date;
  tide_payload_add_entry (project, "stages", entry);
}

static void
set_stage (TideImportSaid *said, TidePayload *project, const char *stage, const TideDate *date)
{
  const GPtrArray *stages = TIDE_PROJECT_PAYLOAD (project)->stages;
  const int index = find_stage (stages, stage);

  if (index < 0)
    add_stage (said, project, stage, date);
  else if (!is_known (date, &((const TideStageEntry *) g_ptr_array_index (stages, index))->date))
    date_stage (project, (guint) index, date);
}

static gboolean
has_dates (const GPtrArray *entries, gsize offset)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    if (tide_date_is_set (
            (const TideDate *) G_STRUCT_MEMBER_P (g_ptr_array_index (entries, i), offset)))
      return TRUE;

  return FALSE;
}

/* A stage without a date comes before all that have one, and would not be the current one. */
static void
set_current_stage (TideImportSaid *said, TidePayload *project)
{
  const char *stage = tide_import_said_get_target (said, TIDE_IMPORT_VALUE_STAGE);
  const TideDate *date = &said->dates[TIDE_IMPORT_STAGE_DATE];
  const GPtrArray *stages = TIDE_PROJECT_PAYLOAD (project)->stages;

  if (stage == NULL)
    return;

  if (!tide_date_is_set (date) && find_stage (stages, stage) < 0
      && has_dates (stages, G_STRUCT_OFFSET (TideStageEntry, date)))
    tide_import_said_refuse (said, TIDE_IMPORT_STAGE,
                             g_strdup (_ ("This stage has no date, and other stages of the project "
                                          "have one: give the date of the stage.")));
  else
    set_stage (said, project, stage, date);
}

static void
add_status (TideImportSaid *said, TidePayload *project, const char *status)
{
  g_autofree char *id = tide_clock_dup_id (said->work->clock);
  TidePayload *entry = tide_payload_new (&tide_shape_status, id);

  tide_payload_set_interned (&((TideStatusEntry *) entry)->status, status);
  tide_payload_set_string (&((TideStatusEntry *) entry)->reason,
                           said->texts[TIDE_IMPORT_STATUS_REASON]);
  tide_payload_add_entry (project, "statuses", entry);
}

static const char *
get_status (const GPtrArray *statuses)
{
  const guint n = tide_entries_get_n (statuses);

  return n > 0 ? ((const TideStatusEntry *) g_ptr_array_index (statuses, n - 1))->status
               : tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);
}

static void
set_status (TideImportSaid *said, TidePayload *project)
{
  const char *status = tide_import_said_get_target (said, TIDE_IMPORT_VALUE_STATUS);
  const GPtrArray *statuses = TIDE_PROJECT_PAYLOAD (project)->statuses;

  if (status == NULL || g_strcmp0 (get_status (statuses), status) == 0)
    return;

  if (has_dates (statuses, G_STRUCT_OFFSET (TideStatusEntry, date)))
    tide_import_said_refuse (said, TIDE_IMPORT_STATUS,
                             g_strdup (_ ("The project has a status with a date, and tables do not "
                                          "tell dates of others: change it in the project.")));
  else
    add_status (said, project, status);
}

/*
 * tide_import_project_set_stages:
 * @said: what a row says
 * @project: a project that is not sealed
 *
 * Gives the project the row's stages, with their dates, and its status.
 */
void
tide_import_project_set_stages (TideImportSaid *said, TidePayload *project)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      const TideStage stage = tide_import_field_get_stage ((TideImportField) i);

      if (stage >= 0 && tide_date_is_set (&said->dates[i]))
        set_stage (said, project, tide_codes_get_code (TIDE_CODES_STAGE, (guint) stage),
                   &said->dates[i]);
    }
  set_current_stage (said, project);
  set_status (said, project);
}
