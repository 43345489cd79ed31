/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-import-plan.h"
#include "codec/tide-progress.h"

G_BEGIN_DECLS

/**
 * TideImportMatch:
 * @TIDE_IMPORT_MATCH_NONE: nothing in the register looks like it
 * @TIDE_IMPORT_MATCH_EXACT: a name in either language, a code or an id
 * @TIDE_IMPORT_MATCH_SYNONYM: a word that is used for it, or a name without its ending (余姚)
 * @TIDE_IMPORT_MATCH_SIMILAR: a name like it, see the score: for a person to accept
 *
 * How a text of a table was found in the register.
 */
typedef enum
{
  TIDE_IMPORT_MATCH_NONE,
  TIDE_IMPORT_MATCH_EXACT,
  TIDE_IMPORT_MATCH_SYNONYM,
  TIDE_IMPORT_MATCH_SIMILAR,
} TideImportMatch;

/**
 * TideImportValue:
 * @kind: what it is the name of
 * @text: as it is written first
 * @n_rows: how many rows have it; 0 for a constant
 * @first_row: the first of them, from 0
 * @match: how @target was found
 * @score: how alike the names are, 0 to 1; 1 but for similar ones
 * @target: (nullable): id of the record or code that it means or is like
 *
 * A text that the table has in columns of names.
 */
typedef struct
{
  TideImportValueKind kind;
  char *text;
  guint n_rows;
  guint first_row;
  TideImportMatch match;
  double score;
  char *target;
} TideImportValue;

/**
 * TideImportValues:
 *
 * The different texts of a table that name sectors, divisions and the like, and what they were
 * matched to. Immutable and atomically counted; what is decided about them stands in the plan.
 */
typedef struct _TideImportValues TideImportValues;

TideImportValues *tide_import_values_new (const TideImportPlan *plan,
                                          const TideTable *table,
                                          TideSnapshot *snapshot,
                                          GCancellable *cancellable,
                                          TideProgressFunc progress,
                                          gpointer progress_data,
                                          GError **error);
void tide_import_values_new_async (const TideImportPlan *plan,
                                   TideTable *table,
                                   TideSnapshot *snapshot,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
TideImportValues *tide_import_values_new_finish (GAsyncResult *result, GError **error);
TideImportValues *tide_import_values_ref (TideImportValues *self);
void tide_import_values_unref (TideImportValues *self);
guint tide_import_values_get_n (const TideImportValues *self);
const TideImportValue *tide_import_values_get (const TideImportValues *self, guint index);
const TideImportValue *
tide_import_values_find (const TideImportValues *self, TideImportValueKind kind, const char *text);

TideImportAct tide_import_value_get_act (const TideImportValue *self,
                                         const TideImportPlan *plan,
                                         const char **target);
guint tide_import_values_count (const TideImportValues *self,
                                const TideImportPlan *plan,
                                TideImportValueKind kind,
                                TideImportAct act);
void tide_import_values_accept_similar (const TideImportValues *self,
                                        TideImportPlan *plan,
                                        TideImportValueKind kind,
                                        double least);
void tide_import_values_decide_rest (const TideImportValues *self,
                                     TideImportPlan *plan,
                                     TideImportValueKind kind,
                                     TideImportAct act);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideImportValues, tide_import_values_unref)

G_END_DECLS
