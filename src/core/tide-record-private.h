/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-record.h"

G_BEGIN_DECLS

TideRecord *tide_record_new (TideRecordKind kind, const TidePayload *payload);
gboolean tide_record_set_payload (TideRecord *self, const TidePayload *payload);
void tide_record_class_install_members (TideRecordClass *klass, TideRecordKind kind);

G_END_DECLS
