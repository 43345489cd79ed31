/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-checks.h"
#include "core/tide-snapshot.h"

G_BEGIN_DECLS

void tide_snapshot_set_done (TideSnapshot *self, GPtrArray *done);
GPtrArray *tide_snapshot_get_done (TideSnapshot *self);
TideChecks *tide_snapshot_dup_checks (TideSnapshot *self);
void tide_snapshot_take_earlier_checks (TideSnapshot *self, TideChecks *checks);

void tide_snapshot_add_all (TideSnapshot *self, TideRecordKind kind, const GPtrArray *payloads);

G_END_DECLS
