/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-rates.h"
#include "stats/tide-reconciliation.h"

G_BEGIN_DECLS

/**
 * TideMoneyScope:
 * @kind: of the amounts
 * @rates: how they are converted into the currency in which they are told
 * @currencies: (nullable): codes of the only currencies that are meant, zero-terminated
 * @currency: (nullable): what filters have to name, where it is not the register's
 * @is_elsewhere: whether amounts signed at other events are meant, not those of this one
 *
 * Which amounts are added up.
 */
typedef struct
{
  TideAmountKind kind;
  TideRates *rates;
  char **currencies;
  const char *currency;
  gboolean is_elsewhere;
} TideMoneyScope;

typedef struct
{
  TideReconciliation *reconciliation; /* borrowed */
  const TideEventPayload *event;      /* borrowed */
  GPtrArray *projects;                /* owned: all that have to do with the event, borrowed */
  GHashTable *events;                 /* owned: how events stand to this one */
} TideReconciliationWork;

/* tide-reconciliation.c */
TideReconciliationRow *
tide_reconciliation_add_row (TideReconciliationWork *self, TideReconciledFigure figure);
TideReconciledGroup *tide_reconciliation_add_group (TideReconciliationWork *self,
                                                    TideReconciliationRow *row,
                                                    TideReconciledReason reason,
                                                    TideExclusion exclusion,
                                                    TideFilter *filter,
                                                    const TideMoneyScope *scope);
TideFilter *tide_reconciliation_dup_filter (TideReconciliationWork *self, const char *counting);
TideFilter *tide_reconciliation_dup_added_filter (TideReconciliationWork *self);
void tide_reconciliation_add_excluded (TideReconciliationWork *self,
                                       TideReconciliationRow *row,
                                       const TideMoneyScope *scope);

/* tide-reconciliation-amounts.c */
void tide_money_scope_add (const TideMoneyScope *self,
                           GHashTable *events,
                           const TideProjectPayload *project,
                           TideReconciledGroup *group);
void tide_money_scope_ask (const TideMoneyScope *self, TideFilter *filter, const char *amount);
void tide_reconciliation_add_amounts (TideReconciliationWork *self);

/* tide-reconciliation-fields.c */
void tide_reconciliation_add_fields (TideReconciliationWork *self);

G_END_DECLS
