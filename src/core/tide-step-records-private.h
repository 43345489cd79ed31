/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-step.h"

G_BEGIN_DECLS

/* What steps about whole records have in common. */

TideStep *tide_step_new_about (const char *act, TideRecordKind kind, const TidePayload *record);
void tide_step_add_change (
    TideStep *self, TideRecordKind kind, const TidePayload *before, TidePayload *after, gint64 now);

G_END_DECLS
