/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"

G_BEGIN_DECLS

TidePayload *tide_tool_filter_new (const char *typed, TideSnapshot *snapshot, const char *argument);
const TidePayload *
tide_tool_find_record (TideSnapshot *snapshot, TideRecordKind kind, const char *name);

G_END_DECLS
