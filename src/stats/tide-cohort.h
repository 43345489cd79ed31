/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"
#include "core/tide-money.h"

G_BEGIN_DECLS

/**
 * TideCohortPart:
 * @TIDE_COHORT_SIGNED: first signed at the events, whatever became of them: the denominator
 * @TIDE_COHORT_REGISTERED: of these, the live ones that are registered, or further
 * @TIDE_COHORT_STARTED: started, or further
 * @TIDE_COHORT_PRODUCING: producing, or further
 * @TIDE_COHORT_TERMINATED: of those signed, the ones that were terminated; in no later step
 * @TIDE_COHORT_NOT_SIGNED: of the events, but not signed: intentions and what stands before them
 * @TIDE_COHORT_NO_STAGE: of the events, but nobody has said how far they are
 * @TIDE_COHORT_LEFT_OUT: of the events, but umbrellas, marked as not counting, or of a stage or
 *   status that is a word of a later program
 * @TIDE_COHORT_AGREED: of those signed, the ones with an agreed amount
 * @TIDE_COHORT_NOT_AGREED: the ones without
 * @TIDE_COHORT_AGREED_UNPRICED: the ones with an agreed amount that has no rate
 * @TIDE_COHORT_ARRIVED: of those signed, the ones with an amount that has arrived
 * @TIDE_COHORT_NOT_ARRIVED: the ones of which nobody has said so
 * @TIDE_COHORT_ARRIVED_UNPRICED: the ones with an amount that has arrived and has no rate
 *
 * The projects of a cohort, as they are counted.
 */
typedef enum
{
  TIDE_COHORT_SIGNED,
  TIDE_COHORT_REGISTERED,
  TIDE_COHORT_STARTED,
  TIDE_COHORT_PRODUCING,
  TIDE_COHORT_TERMINATED,
  TIDE_COHORT_NOT_SIGNED,
  TIDE_COHORT_NO_STAGE,
  TIDE_COHORT_LEFT_OUT,
  TIDE_COHORT_AGREED,
  TIDE_COHORT_NOT_AGREED,
  TIDE_COHORT_AGREED_UNPRICED,
  TIDE_COHORT_ARRIVED,
  TIDE_COHORT_NOT_ARRIVED,
  TIDE_COHORT_ARRIVED_UNPRICED,
  TIDE_COHORT_N_PARTS,
} TideCohortPart;

#define TIDE_COHORT_N_STEPS (TIDE_COHORT_PRODUCING + 1)

/**
 * TideCohort:
 * @events: ids of the events, zero-terminated
 * @n: how many projects each part has
 * @agreed: what was agreed at these events by those signed, as far as it has a rate
 * @arrived: what of it has arrived, in the same currency
 * @is_overflow: a sum cannot be held; both are then not to be shown
 *
 * What became of the projects that were first signed at some events. Amounts are told in the one
 * currency that all of them are in; else in the register's.
 */
typedef struct
{
  char **events;
  guint n[TIDE_COHORT_N_PARTS];
  TideMoney agreed;
  TideMoney arrived;
  gboolean is_overflow;
} TideCohort;

TideCohort *tide_cohort_new (TideSnapshot *snapshot, const char *const *events);
void tide_cohort_free (TideCohort *self);
gboolean tide_cohort_get_share (const TideCohort *self, TideCohortPart part, guint *permille);
gboolean tide_cohort_get_arrived_share (const TideCohort *self, guint *permille);
TideFilter *
tide_cohort_dup_filter (const TideCohort *self, TideCohortPart part, TideSnapshot *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideCohort, tide_cohort_free)

G_END_DECLS
