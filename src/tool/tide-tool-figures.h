/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown.h"
#include "tool/tide-tool-table.h"

G_BEGIN_DECLS

/**
 * TideToolFigures:
 * @argument: the register as it was named
 * @by: (nullable): the word for what is grouped by; %NULL for the whole alone
 * @taxonomy: (nullable): of sectors, their taxonomy's id
 * @columns: what was counted
 * @breakdown: what came of it
 *
 * Totals that are to be told. Owns nothing.
 */
typedef struct
{
  const char *argument;
  const char *by;
  const char *taxonomy;
  TideColumns *columns;
  const TideBreakdown *breakdown;
} TideToolFigures;

GBytes *tide_tool_figures_write_table (const TideToolFigures *self,
                                       TideToolFormat format,
                                       TideLanguage language,
                                       GError **error);
GBytes *tide_tool_figures_write_json (const TideToolFigures *self);

G_END_DECLS
