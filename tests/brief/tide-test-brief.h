/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-writer.h"

G_BEGIN_DECLS

TideSnapshot *tide_test_brief_read (const char *sample);
TideSnapshot *tide_test_brief_parse (const char *text);
TideBriefing *tide_test_brief_write (TideSnapshot *snapshot, const TideBriefingOptions *options);
guint tide_test_brief_count (TideSnapshot *snapshot, const TideFilter *filter);
void tide_test_brief_keep (GBytes *text, const char *name);
void tide_test_brief_assert_opens (TideSnapshot *snapshot, const TideBriefing *briefing);

G_END_DECLS
