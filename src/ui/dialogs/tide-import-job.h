/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-trial.h"
#include "core/tide-register.h"
#include "ui/dialogs/tide-import-reading.h"

G_BEGIN_DECLS

/**
 * TideImportJob:
 *
 * What the pages of the import dialog share: the table, the plan of how it becomes records, and
 * what has been found out by it, in threads: which names the table has, and what would come of it.
 * What Tideline itself has written is told apart by ids and needs no plan, unless a person wishes
 * otherwise, see tide_import_job_takes_own(); the plan is there for that case.
 *
 * Properties: `busy`, whether something is being found out; `fraction`, how far that has come, 0
 * to 1.
 *
 * Signals: `planned ()` once there is a table and a plan for it: the one that was remembered for
 * tables with its headers, or else a guess; `valued ()` and `tried ()` once the names and the
 * verdicts are known; `outdated ()` when they are not true any more; `applied ()` once the register
 * has the rows; `stopped ()` when a person has given up what was being found out;
 * `failed (const char *title, GError *error)`.
 */
#define TIDE_TYPE_IMPORT_JOB (tide_import_job_get_type ())
G_DECLARE_FINAL_TYPE (TideImportJob, tide_import_job, TIDE, IMPORT_JOB, GObject)

TideImportJob *tide_import_job_new (TideRegister *reg);
TideRegister *tide_import_job_get_register (TideImportJob *self);
TideImportReading *tide_import_job_get_reading (TideImportJob *self);
const TideColumnGuess *tide_import_job_get_guess (TideImportJob *self, guint column);
TideTable *tide_import_job_get_table (TideImportJob *self);
TideImportPlan *tide_import_job_get_plan (TideImportJob *self);
gboolean tide_import_job_takes_own (TideImportJob *self);
void tide_import_job_set_takes_own (TideImportJob *self, gboolean takes_own);
TideTable *tide_import_job_get_tried_table (TideImportJob *self);
void tide_import_job_touch (TideImportJob *self);
TideImportValues *tide_import_job_get_values (TideImportJob *self);
void tide_import_job_find_values (TideImportJob *self);
TideImportTrial *tide_import_job_get_trial (TideImportJob *self);
GArray *tide_import_job_get_totals (TideImportJob *self);
void tide_import_job_try (TideImportJob *self);
void tide_import_job_apply (TideImportJob *self, gboolean remembers);
gboolean tide_import_job_is_busy (TideImportJob *self);
void tide_import_job_cancel (TideImportJob *self);
void tide_import_job_stop (TideImportJob *self);

G_END_DECLS
