/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-observation-row.h"
#include "core/tide-register.h"

G_BEGIN_DECLS

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

char *tide_observation_row_dup_text (const TideObservationRow *self, TideObservationColumn column);

gboolean tide_observation_can_add (const char *const *texts);
char *tide_observation_edit (TideRegister *reg,
                             const char *indicator,
                             const TideObservationRow *row,
                             const char *const *texts,
                             TideObservationColumn *column);
gboolean tide_observation_remove (TideRegister *reg,
                                  const char *indicator,
                                  const TideObservationRow *row,
                                  GError **error);

G_END_DECLS
