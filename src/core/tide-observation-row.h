/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

/**
 * TideObservationRow:
 * @period: what it is about
 * @observation: (nullable): a value of the period
 * @growth: (nullable): a growth up to the period, as it was published
 * @series_break: (nullable): the break before the period
 *
 * What an indicator's table says in one row. It borrows from the indicator.
 */
typedef struct
{
  TideDate period;
  const TideObservation *observation;
  const TideGrowth *growth;
  const TideBreak *series_break;
} TideObservationRow;

GArray *tide_observation_rows_new (const TideIndicatorPayload *indicator);
void tide_observation_row_init_copy (TideObservationRow *copy, const TideObservationRow *row);
void tide_observation_row_clear (TideObservationRow *self);
char *tide_observation_row_dup_key (const TideObservationRow *self);

G_END_DECLS
