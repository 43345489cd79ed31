/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-money.h"

G_BEGIN_DECLS

/**
 * TideOverviewStyle:
 * @unit: unit in which figures are shown
 * @chart_unit: unit of the charts' axes
 * @language: language of the person
 *
 * How an overview is worded.
 */
typedef struct
{
  TideUnit unit;
  TideUnit chart_unit;
  TideLanguage language;
} TideOverviewStyle;

void tide_overview_style_init (TideOverviewStyle *self,
                               const char *register_unit,
                               const char *chosen_unit,
                               TideLanguage language);

G_END_DECLS
