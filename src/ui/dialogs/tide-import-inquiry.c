/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-inquiry.h"

#include "codec/tide-import-own.h"
#include "codec/tide-import-preset.h"
#include "stats/tide-import-totals.h"

/**
 * tide_import_inquiry_free:
 * @self: (transfer full): an inquiry
 */
void
tide_import_inquiry_free (TideImportInquiry *self)
{
  tide_table_unref (self->table);
  g_clear_pointer (&self->own, tide_table_unref);
  g_clear_pointer (&self->plan, tide_import_plan_free);
  tide_snapshot_unref (self->snapshot);
  g_object_unref (self->clock);
  g_free (self);
}

static TideImportPlan *
make_plan (const TideImportInquiry *self)
{
  const TidePayload *preset = tide_import_preset_find (self->snapshot, self->table);

  if (self->choice.has_header_row)
    return tide_import_plan_new_guess_at (self->table, self->snapshot, self->choice.header_row);

  return preset != NULL ? tide_import_plan_new_from_preset (preset, self->table)
                        : tide_import_plan_new_guess (self->table, self->snapshot);
}

static const char *
get_header (const TideImportInquiry *self, const TideImportPlan *plan, guint column)
{
  return plan->header_row != TIDE_IMPORT_NO_ROW
             ? tide_table_get_text (self->table, plan->header_row, column)
             : NULL;
}

/**
 * tide_import_inquiry_find_plan:
 * @data: a #TideImportInquiry
 * @progress: not told anything: it does not take long
 * @progress_data: for @progress
 * @cancellable: not looked at
 * @error: never set
 *
 * Finds the plan that was remembered for tables with these headers, or else makes a guess.
 *
 * Returns: (transfer full): a #TideImportPlanned
 */
gpointer
tide_import_inquiry_find_plan (gpointer data,
                               TideProgressFunc progress,
                               gpointer progress_data,
                               GCancellable *cancellable,
                               GError **error)
{
  const TideImportInquiry *self = data;
  TideImportPlanned *planned = g_new (TideImportPlanned, 1);

  planned->plan = make_plan (self);
  planned->guesses = g_array_new (FALSE, TRUE, sizeof (TideColumnGuess));
  g_array_set_size (planned->guesses, planned->plan->columns->len);
  for (guint i = 0; i < planned->guesses->len; i++)
    tide_column_guess (&g_array_index (planned->guesses, TideColumnGuess, i), self->table, i,
                       get_header (self, planned->plan, i), planned->plan->first_row);

  return planned;
}

/**
 * tide_import_inquiry_find_values:
 * @data: a #TideImportInquiry with a plan
 * @progress: told how far it has come
 * @progress_data: for @progress
 * @cancellable: stops it
 * @error: where a refusal is put
 *
 * Finds which names the table has, and what they mean.
 *
 * Returns: (transfer full) (nullable): #TideImportValues
 */
gpointer
tide_import_inquiry_find_values (gpointer data,
                                 TideProgressFunc progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  const TideImportInquiry *self = data;

  return tide_import_values_new (self->plan, self->table, self->snapshot, cancellable, progress,
                                 progress_data, error);
}

static TideImportTried *
new_tried (TideImportTrial *trial)
{
  TideImportTried *tried = g_new (TideImportTried, 1);

  tried->trial = trial;
  tried->totals = tide_import_totals_new (tide_import_trial_get_before (trial),
                                          tide_import_trial_get_after (trial));

  return tried;
}

/**
 * tide_import_inquiry_find_trial:
 * @data: a #TideImportInquiry with a plan
 * @progress: told how far it has come
 * @progress_data: for @progress
 * @cancellable: stops it
 * @error: where a refusal is put
 *
 * Finds what would come of each row, and what totals would become.
 *
 * Returns: (transfer full) (nullable): a #TideImportTried
 */
gpointer
tide_import_inquiry_find_trial (gpointer data,
                                TideProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GError **error)
{
  const TideImportInquiry *self = data;
  TideImportTrial *trial
      = tide_import_trial_new (self->plan, self->table, self->snapshot, self->clock, cancellable,
                               progress, progress_data, error);

  return trial != NULL ? new_tried (trial) : NULL;
}

/**
 * tide_import_inquiry_find_own_trial:
 * @data: a #TideImportInquiry with what Tideline itself has written
 * @progress: told how far it has come
 * @progress_data: for @progress
 * @cancellable: stops it
 * @error: where a refusal is put
 *
 * Finds what would come of each row by the ids of records, and what totals would become.
 *
 * Returns: (transfer full) (nullable): a #TideImportTried
 */
gpointer
tide_import_inquiry_find_own_trial (gpointer data,
                                    TideProgressFunc progress,
                                    gpointer progress_data,
                                    GCancellable *cancellable,
                                    GError **error)
{
  const TideImportInquiry *self = data;
  TideImportTrial *trial = tide_import_own_try (self->own, self->snapshot, self->clock, cancellable,
                                                progress, progress_data, error);

  return trial != NULL ? new_tried (trial) : NULL;
}

/**
 * tide_import_planned_free:
 * @self: (transfer full): a plan for a table
 */
void
tide_import_planned_free (TideImportPlanned *self)
{
  tide_import_plan_free (self->plan);
  g_array_unref (self->guesses);
  g_free (self);
}

/**
 * tide_import_tried_free:
 * @self: (transfer full): what would come of a table
 */
void
tide_import_tried_free (TideImportTried *self)
{
  tide_import_trial_unref (self->trial);
  g_array_unref (self->totals);
  g_free (self);
}
