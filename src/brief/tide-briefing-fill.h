/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing.h"
#include "brief/tide-facts.h"
#include "brief/tide-template.h"

G_BEGIN_DECLS

/*
 * TideBriefingPiece:
 * @run: what is read
 * @is_wording: whether it is of the template: only there do spaces, lines and marks mean anything
 */
typedef struct
{
  TideBriefingRun *run;
  gboolean is_wording;
} TideBriefingPiece;

GArray *
tide_briefing_fill (const TideTemplate *wording, const TideFacts *facts, TideLanguage language);
GPtrArray *tide_briefing_lay_out (GArray *pieces, TideLanguage language);

G_END_DECLS
