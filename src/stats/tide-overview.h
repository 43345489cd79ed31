/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-valuation.h"
#include "stats/tide-breakdown.h"
#include "stats/tide-overview-offers.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideOverviewPart:
 *
 * Into what an overview divides the live projects.
 */
typedef enum
{
  TIDE_OVERVIEW_STAGES,
  TIDE_OVERVIEW_SECTORS,
  TIDE_OVERVIEW_DIVISIONS,
  TIDE_OVERVIEW_PARTY_KINDS,
  TIDE_OVERVIEW_SIZES,
  TIDE_OVERVIEW_AGREED_OVER_TIME,
  TIDE_OVERVIEW_ARRIVED_OVER_TIME,
  TIDE_OVERVIEW_N_PARTS,
} TideOverviewPart;

/**
 * TideOverviewQuestion:
 * @valuation: how amounts are told; its kind is that of the parts
 * @taxonomy: (nullable): id of the taxonomy of the sectors; %NULL for the main one
 * @level: level of the sectors that are shown, 1 for the uppermost, 2 for those below; 0 for all
 * @by_quarter: whether time is told in quarters instead of years
 *
 * What is asked of an overview. Owns its strings.
 */
typedef struct
{
  TideValuation valuation;
  char *taxonomy;
  guint level;
  gboolean by_quarter;
} TideOverviewQuestion;

TideOverviewQuestion *tide_overview_question_new (void);
TideOverviewQuestion *tide_overview_question_copy (const TideOverviewQuestion *self);
void tide_overview_question_free (TideOverviewQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideOverviewQuestion, tide_overview_question_free)

/**
 * TideOverview:
 * @question: what was asked
 * @snapshot: of what
 * @columns: what it was worked out of, by kind of amount; %NULL for kinds that were not needed
 * @totals: the live projects with their amounts of each kind, whichever was asked for; %NULL for
 *   the kinds of which no total is told
 * @parts: the live projects, divided
 * @offers: what else can be asked
 *
 * How a register stands. Immutable, shared between threads, counted.
 */
typedef struct
{
  TideOverviewQuestion *question;
  TideSnapshot *snapshot;
  TideColumns *columns[TIDE_N_AMOUNT_KINDS];
  TideBreakdown *totals[TIDE_N_AMOUNT_KINDS];
  TideBreakdown *parts[TIDE_OVERVIEW_N_PARTS];
  TideOverviewOffers *offers;
} TideOverview;

TideOverview *tide_overview_new (TideSnapshot *snapshot,
                                 const TideOverviewQuestion *question,
                                 TideOverview *previous);
TideOverview *tide_overview_ref (TideOverview *self);
void tide_overview_unref (TideOverview *self);

void tide_overview_compute_async (TideSnapshot *snapshot,
                                  const TideOverviewQuestion *question,
                                  TideOverview *previous,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
TideOverview *tide_overview_compute_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideOverview, tide_overview_unref)

G_END_DECLS
