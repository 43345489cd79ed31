/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"
#include "codec/tide-table-source.h"

G_BEGIN_DECLS

/**
 * TideImportInquiry:
 * @table: a table
 * @choice: how it was read
 * @own: (nullable): all that Tideline itself has written, in place of @table
 * @plan: (nullable): how it becomes records
 * @snapshot: the register that it is for
 * @clock: gives ids and time
 *
 * What a thread is to find something out from. It owns all.
 */
typedef struct
{
  TideTable *table;
  TideTableChoice choice;
  TideTable *own;
  TideImportPlan *plan;
  TideSnapshot *snapshot;
  TideClock *clock;
} TideImportInquiry;

/**
 * TideImportPlanned:
 * @plan: how the table becomes records
 * @guesses: (element-type TideColumnGuess): what the cells of each column tell
 *
 * A plan for a table. It owns both.
 */
typedef struct
{
  TideImportPlan *plan;
  GArray *guesses;
} TideImportPlanned;

/**
 * TideImportTried:
 * @trial: what would come of each row
 * @totals: (element-type TideImportTotal): what totals are and would be
 *
 * What would come of a table. It owns both.
 */
typedef struct
{
  TideImportTrial *trial;
  GArray *totals;
} TideImportTried;

void tide_import_inquiry_free (TideImportInquiry *self);
gpointer tide_import_inquiry_find_plan (gpointer data,
                                        TideProgressFunc progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);
gpointer tide_import_inquiry_find_values (gpointer data,
                                          TideProgressFunc progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GError **error);
gpointer tide_import_inquiry_find_trial (gpointer data,
                                         TideProgressFunc progress,
                                         gpointer progress_data,
                                         GCancellable *cancellable,
                                         GError **error);
gpointer tide_import_inquiry_find_own_trial (gpointer data,
                                             TideProgressFunc progress,
                                             gpointer progress_data,
                                             GCancellable *cancellable,
                                             GError **error);
void tide_import_planned_free (TideImportPlanned *self);
void tide_import_tried_free (TideImportTried *self);

G_END_DECLS
