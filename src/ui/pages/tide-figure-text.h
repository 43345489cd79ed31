/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-figure.h"

G_BEGIN_DECLS

char *tide_figure_dup_value (const TideFigure *figure, TideUnit unit, TideLanguage language);
char *tide_figure_dup_count_explanation (const TideFigure *figure);
char *tide_figure_dup_amount_explanation (const TideFigure *figure,
                                          const TideSettings *settings,
                                          TideLanguage language);

G_END_DECLS
