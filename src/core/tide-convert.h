/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-rates.h"
#include "core/tide-valuation.h"

G_BEGIN_DECLS

/**
 * TideProjectSum:
 * @base: the priced amounts, zero if there are none; no money where there is no currency to tell
 *   them in
 * @n_entries: how many amounts of the kind lie within the period
 * @n_unpriced: of these, how many have no rate or a currency that is not known: not in @base
 * @n_foreign: of these, how many are in another currency than that of @base
 * @n_vague: amounts of the kind that are not dated exactly enough for the period
 * @n_outside: amounts of the kind that lie outside the period
 * @is_overflow: the sum, or one amount of it, is beyond what can be held; @base is then not to be
 *   shown
 *
 * The amounts of one kind of one project, added up.
 */
typedef struct
{
  TideMoney base;
  guint n_entries;
  guint n_unpriced;
  guint n_foreign;
  guint n_vague;
  guint n_outside;
  gboolean is_overflow;
} TideProjectSum;

/**
 * TideEventState:
 * @TIDE_EVENT_UNKNOWN: not an event of the register
 * @TIDE_EVENT_WANTED: one whose amounts are meant
 * @TIDE_EVENT_STRAY: the same, but none of the register, or "none": amounts only have it from their
 *   project
 * @TIDE_EVENT_OTHER: another one
 *
 * How an event stands to the question, as tide_filter_tell_events() tells it.
 */
typedef enum
{
  TIDE_EVENT_UNKNOWN,
  TIDE_EVENT_WANTED,
  TIDE_EVENT_STRAY,
  TIDE_EVENT_OTHER,
} TideEventState;

gboolean tide_events_have (GHashTable *events, const char *event);
gboolean tide_amount_is_of_event (const TideAmount *amount,
                                  const TideProjectPayload *project,
                                  GHashTable *events);
void tide_project_sum (const TideProjectPayload *project,
                       const TideValuation *valuation,
                       TideRates *rates,
                       GHashTable *events,
                       TideProjectSum *sum);
gboolean tide_project_sum_amounts (const TideProjectPayload *project,
                                   TideSnapshot *snapshot,
                                   TideAmountKind kind,
                                   TideMoney *base,
                                   guint *n_entries,
                                   guint *n_unpriced);

gboolean tide_project_sum_arrived (const TideProjectPayload *project,
                                   TideSnapshot *snapshot,
                                   TideMoney *arrived,
                                   TideMoney *agreed);

G_END_DECLS
