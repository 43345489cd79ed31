/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-list.h"

G_BEGIN_DECLS

TideList *tide_list_new (TideRecordKind kind, const GPtrArray *payloads);
TideRecord *tide_list_lookup (TideList *self, const char *id);
const TidePayload *tide_list_lookup_payload (TideList *self, const char *id);
const GPtrArray *tide_list_get_payloads (TideList *self);
void tide_list_stage (TideList *self, GHashTable *payloads, const GPtrArray *order);
void tide_list_publish (TideList *self);

G_END_DECLS
