/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"

G_BEGIN_DECLS

/* The records that filters name: by id, so that one which is deleted is named on. */

int tide_filter_names_get_kind (const char *member);
gboolean tide_filter_names_has (const TideFilter *filter, TideRecordKind kind, const char *id);

G_END_DECLS
