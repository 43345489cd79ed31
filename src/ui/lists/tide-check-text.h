/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-reading.h"

#include <pango/pango.h>

G_BEGIN_DECLS

const char *tide_check_text_get_icon (TideTextFindingVerdict verdict);
const char *tide_check_text_get_style (TideTextFindingVerdict verdict);
PangoUnderline tide_check_text_get_underline (TideTextFindingVerdict verdict);
PangoOverline tide_check_text_get_overline (TideTextFindingVerdict verdict);
char *tide_check_text_dup_quote (TideReading *reading, const TideTextFinding *finding);
char *tide_check_text_dup_summary (const guint *counts);

G_END_DECLS
