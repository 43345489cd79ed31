/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

char *tide_growth_dup_text (TideSnapshot *snapshot, TideLanguage language);

G_END_DECLS
