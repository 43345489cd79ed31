/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-version.h"

G_BEGIN_DECLS

char *tide_version_text_dup_time (const TideVersion *version, const char *time_zone);
char *tide_version_text_dup_stamp (const TideVersion *version, const char *time_zone);
char *tide_version_text_dup_changes (const TideComparison *changes);

G_END_DECLS
