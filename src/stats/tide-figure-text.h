/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-valuation.h"
#include "stats/tide-figure.h"

G_BEGIN_DECLS

char *tide_figure_dup_value (const TideFigure *figure, TideUnit unit, TideLanguage language);
char *tide_figure_dup_exact (const TideFigure *figure, TideLanguage language);
char *tide_figure_dup_rates (TideSnapshot *snapshot,
                             const TideValuation *valuation,
                             TideLanguage language);
GPtrArray *tide_figure_list_count_notes (const TideFigure *figure, const char *rule);
void tide_figure_add_amount_notes (GPtrArray *notes,
                                   const TideFigure *figure,
                                   TideSnapshot *snapshot,
                                   const TideValuation *valuation,
                                   const char *taxonomy,
                                   TideLanguage language);
char *tide_figure_dup_amount_explanation (const TideFigure *figure,
                                          TideSnapshot *snapshot,
                                          TideLanguage language);

G_END_DECLS
