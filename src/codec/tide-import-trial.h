/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-values.h"

#include "core/tide-check.h"
#include "core/tide-clock.h"

G_BEGIN_DECLS

/**
 * TideImportVerdict:
 * @TIDE_IMPORT_CREATED: it becomes a record
 * @TIDE_IMPORT_UPDATED: it changes a record
 * @TIDE_IMPORT_UNCHANGED: a record says all that it says
 * @TIDE_IMPORT_SKIPPED: its key is that of a record, and such rows are left out
 * @TIDE_IMPORT_REPEATED: its key is that of an earlier row, and such rows are left out
 * @TIDE_IMPORT_ASKED: its key is that of a record, and nobody has answered yet: left out
 * @TIDE_IMPORT_BLANK: it has nothing in the columns that are taken
 * @TIDE_IMPORT_REFUSED: something in it cannot be taken, see its problems
 *
 * What becomes of a row.
 */
typedef enum
{
  TIDE_IMPORT_CREATED,
  TIDE_IMPORT_UPDATED,
  TIDE_IMPORT_UNCHANGED,
  TIDE_IMPORT_SKIPPED,
  TIDE_IMPORT_REPEATED,
  TIDE_IMPORT_ASKED,
  TIDE_IMPORT_BLANK,
  TIDE_IMPORT_REFUSED,
  TIDE_N_IMPORT_VERDICTS,
} TideImportVerdict;

/**
 * TideImportRow:
 * @row: the row of the table, from 0
 * @sheet: (nullable): of a table that consists of several sheets, the name of the row's
 * @first_row: where the row's sheet begins in the table, from 0
 * @verdict: what becomes of it
 * @other: of a repeated row, the row that it repeats; of one that may be the same as a project of
 * an earlier row, that row; else %TIDE_IMPORT_NO_ROW
 * @kind: what @before and @after are
 * @before: (nullable): the record with its key, as it is; of a row that adds to an earlier one, as
 *   that one leaves it
 * @after: (nullable): the record as the row makes it, or would make it, if it is asked for; both
 *   of an indicator have nothing but what the row is about
 * @like: (nullable): of a row that becomes a project, the project that may be the same
 * @n_problems: how many problems it has; only a refused row has any
 * @first_problem: where they begin, for tide_import_trial_get_problem()
 *
 * A row and its verdict. It owns nothing.
 */
typedef struct
{
  guint row;
  const char *sheet;
  guint first_row;
  TideImportVerdict verdict;
  guint other;
  TideRecordKind kind;
  const TidePayload *before;
  const TidePayload *after;
  const TidePayload *like;
  guint n_problems;
  guint first_problem;
} TideImportRow;

/**
 * TideImportProblem:
 * @row: the row of the table, from 0
 * @column: the column, from 0; %TIDE_IMPORT_NO_ROW where no single one is meant
 * @field: what the column is taken as
 * @text: (nullable): what the cell says
 * @reason: why it cannot be taken, a translated sentence which may hold text of the table
 */
typedef struct
{
  guint row;
  guint column;
  TideImportField field;
  char *text;
  char *reason;
} TideImportProblem;

/**
 * TideImportTrial:
 *
 * What would come of a table: a verdict for each row, and the one step that does it all.
 * Immutable and atomically counted; any thread may read it.
 */
typedef struct _TideImportTrial TideImportTrial;

TideImportTrial *tide_import_trial_new (const TideImportPlan *plan,
                                        const TideTable *table,
                                        TideSnapshot *snapshot,
                                        TideClock *clock,
                                        GCancellable *cancellable,
                                        TideProgressFunc progress,
                                        gpointer progress_data,
                                        GError **error);
void tide_import_trial_new_async (const TideImportPlan *plan,
                                  TideTable *table,
                                  TideSnapshot *snapshot,
                                  GCancellable *cancellable,
                                  TideProgressFunc progress,
                                  gpointer progress_data,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
TideImportTrial *tide_import_trial_new_finish (GAsyncResult *result, GError **error);
TideImportTrial *tide_import_trial_ref (TideImportTrial *self);
void tide_import_trial_unref (TideImportTrial *self);

guint tide_import_trial_get_n_rows (const TideImportTrial *self);
const TideImportRow *tide_import_trial_get_row (const TideImportTrial *self, guint index);
guint tide_import_trial_count (const TideImportTrial *self, TideImportVerdict verdict);
guint tide_import_trial_count_likes (const TideImportTrial *self);
const TideImportProblem *tide_import_trial_get_problem (const TideImportTrial *self, guint index);
TideStep *tide_import_row_dup_changes (const TideImportRow *self);

guint tide_import_trial_count_new (const TideImportTrial *self, TideRecordKind kind);
guint tide_import_trial_count_doubts (const TideImportTrial *self, TideCheck check);
guint tide_import_trial_get_first_doubt (const TideImportTrial *self, TideCheck check);

TideSnapshot *tide_import_trial_get_before (const TideImportTrial *self);
TideSnapshot *tide_import_trial_get_after (const TideImportTrial *self);
TideStep *tide_import_trial_get_step (const TideImportTrial *self);

const char *tide_import_verdict_get_label (TideImportVerdict verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideImportTrial, tide_import_trial_unref)

G_END_DECLS
