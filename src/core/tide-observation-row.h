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

/**
 * TideObservationColumn:
 * @TIDE_OBSERVATION_PERIOD: a year, a quarter or another period
 * @TIDE_OBSERVATION_VALUE: as it is written: `222.4 billion yuan`
 * @TIDE_OBSERVATION_GROWTH: the published growth in per cent
 * @TIDE_OBSERVATION_SINCE: the first period of that; a year before where it is not told
 * @TIDE_OBSERVATION_BASIS: the code of its basis
 * @TIDE_OBSERVATION_REVISION: which revision the value is of; none for the first one
 * @TIDE_OBSERVATION_BREAK: why the series breaks before the period
 * @TIDE_OBSERVATION_SOURCE: the id of a source
 *
 * What a row of an indicator's table holds, in the order of its columns.
 */
typedef enum
{
  TIDE_OBSERVATION_PERIOD,
  TIDE_OBSERVATION_VALUE,
  TIDE_OBSERVATION_GROWTH,
  TIDE_OBSERVATION_SINCE,
  TIDE_OBSERVATION_BASIS,
  TIDE_OBSERVATION_REVISION,
  TIDE_OBSERVATION_BREAK,
  TIDE_OBSERVATION_SOURCE,
  TIDE_N_OBSERVATION_COLUMNS,
} TideObservationColumn;

GArray *tide_observation_rows_new (const TideIndicatorPayload *indicator);
void tide_observation_row_init_copy (TideObservationRow *copy, const TideObservationRow *row);
void tide_observation_row_clear (TideObservationRow *self);
char *tide_observation_row_dup_key (const TideObservationRow *self);
const char *tide_observation_get_bare_break (void);
char *tide_observation_row_dup_text (const TideObservationRow *self, TideObservationColumn column);

G_END_DECLS
