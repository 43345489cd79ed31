/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-counting.h"
#include "core/tide-filter.h"

G_BEGIN_DECLS

/**
 * TideReconciledFigure:
 * @TIDE_RECONCILED_PROJECTS: how many projects there are
 * @TIDE_RECONCILED_AMOUNT: a total of one kind of amounts, or a part of one
 * @TIDE_RECONCILED_FIELD: a field of industry that was named: how many projects are in it
 *
 * What is compared.
 */
typedef enum
{
  TIDE_RECONCILED_PROJECTS,
  TIDE_RECONCILED_AMOUNT,
  TIDE_RECONCILED_FIELD,
} TideReconciledFigure;

/**
 * TideVerdict:
 * @TIDE_VERDICT_SAME: as much is recorded as was declared; of a field, projects are
 * @TIDE_VERDICT_ROUNDED: the difference is not larger than what was rounded when it was declared
 * @TIDE_VERDICT_LESS: less is recorded
 * @TIDE_VERDICT_MORE: more is recorded
 * @TIDE_VERDICT_NOT_RECORDED: nothing is recorded
 * @TIDE_VERDICT_NOT_DECLARED: nothing was declared
 * @TIDE_VERDICT_UNKNOWN: they cannot be compared: what was declared is no sum of money that is
 *   known, what is recorded has no rate, or a sum cannot be held
 *
 * How what is recorded stands to what was declared.
 */
typedef enum
{
  TIDE_VERDICT_SAME,
  TIDE_VERDICT_ROUNDED,
  TIDE_VERDICT_LESS,
  TIDE_VERDICT_MORE,
  TIDE_VERDICT_NOT_RECORDED,
  TIDE_VERDICT_NOT_DECLARED,
  TIDE_VERDICT_UNKNOWN,
} TideVerdict;

/**
 * TideReconciledReason:
 * @TIDE_RECONCILED_COUNTED: live projects that were first signed at the event
 * @TIDE_RECONCILED_ADDED: projects first signed elsewhere; only what was added to them at the event
 *   is counted
 * @TIDE_RECONCILED_EXCLUDED: projects of the event that live totals leave out, for one reason
 * @TIDE_RECONCILED_ELSEWHERE: projects counted here that were shown again, or increased, at another
 *   event; what was signed there counts there
 * @TIDE_RECONCILED_WITHOUT_AMOUNT: of those counted, the ones without such an amount
 * @TIDE_RECONCILED_UNPRICED: of those counted, the ones with an amount that has no rate
 *
 * What the projects have to do with the difference.
 */
typedef enum
{
  TIDE_RECONCILED_COUNTED,
  TIDE_RECONCILED_ADDED,
  TIDE_RECONCILED_EXCLUDED,
  TIDE_RECONCILED_ELSEWHERE,
  TIDE_RECONCILED_WITHOUT_AMOUNT,
  TIDE_RECONCILED_UNPRICED,
} TideReconciledReason;

/**
 * TideReconciledGroup:
 * @reason: what they have to do with the difference
 * @exclusion: why they are left out, of %TIDE_RECONCILED_EXCLUDED
 * @n: how many they are
 * @sum: their amounts, in the currency of the row; zero where there are none with a rate
 * @n_priced: how many amounts with a rate are in @sum
 * @is_overflow: @sum cannot be held
 * @filter: opens exactly these projects
 *
 * Projects that explain a figure, or its difference.
 */
typedef struct
{
  TideReconciledReason reason;
  TideExclusion exclusion;
  guint n;
  TideMoney sum;
  guint n_priced;
  gboolean is_overflow;
  TideFilter *filter;
} TideReconciledGroup;

/**
 * TideReconciliationRow:
 * @figure: what is compared
 * @kind: (nullable): of an amount, the code of its kind
 * @part: (nullable): the code of the part that is meant, `foreign`: what is recorded in other
 *   currencies than the register's
 * @sector: (nullable): id of a field
 * @declared: (nullable): the declared amount; %NULL where none was declared
 * @n_declared: declared projects
 * @n_recorded: recorded projects
 * @money_declared: what was declared; no money where that is not known
 * @money_recorded: what is recorded, in the same currency
 * @difference: recorded less declared, of amounts that can be compared
 * @verdict: how the two stand to each other
 * @groups: (element-type TideReconciledGroup): what explains it, without groups that are empty
 *
 * A declared figure beside the recorded one. Borrows its strings from the event and the snapshot.
 */
typedef struct
{
  TideReconciledFigure figure;
  const char *kind;
  const char *part;
  const char *sector;
  const TideAmount *declared;
  gint64 n_declared;
  guint n_recorded;
  TideMoney money_declared;
  TideMoney money_recorded;
  TideMoney difference;
  TideVerdict verdict;
  GPtrArray *groups;
} TideReconciliationRow;

/**
 * TideReconciliation:
 * @snapshot: the register
 * @event: the event
 * @rows: (element-type TideReconciliationRow): the projects, the amounts in the order in which they
 *   were declared, then those that nobody has declared; the fields in their order
 * @n_missing: declared projects that nobody has recorded: those terminated since are
 *
 * What was declared at an event beside what is recorded of it.
 */
typedef struct
{
  TideSnapshot *snapshot;
  TidePayload *event;
  GPtrArray *rows;
  guint n_missing;
} TideReconciliation;

TideReconciliation *tide_reconciliation_new (TideSnapshot *snapshot, const char *event);
void tide_reconciliation_free (TideReconciliation *self);
const TideReconciledGroup *
tide_reconciliation_row_find (const TideReconciliationRow *self, TideReconciledReason reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideReconciliation, tide_reconciliation_free)

G_END_DECLS
