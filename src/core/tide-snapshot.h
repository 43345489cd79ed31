/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"
#include "core/tide-step.h"

G_BEGIN_DECLS

/**
 * TideSnapshot:
 *
 * A register at one moment: arrays of payload references. Nothing is copied, and any thread may
 * read it. Figures, the writer and filters work on snapshots.
 */
typedef struct _TideSnapshot TideSnapshot;

/**
 * TideRates:
 *
 * The rates of one set into one currency, made ready for quick conversion. Immutable and
 * reference-counted: any thread may use it.
 */
typedef struct _TideRates TideRates;

#define TIDE_TYPE_SNAPSHOT (tide_snapshot_get_type ())

GType tide_snapshot_get_type (void);

TideSnapshot *tide_snapshot_new (void);
TideSnapshot *tide_snapshot_ref (TideSnapshot *self);
void tide_snapshot_unref (TideSnapshot *self);

void tide_snapshot_add (TideSnapshot *self, TideRecordKind kind, TidePayload *payload);
void tide_snapshot_add_history (TideSnapshot *self, TideStep *step);
void tide_snapshot_set_history_from (TideSnapshot *self, const char *history_from);
void tide_snapshot_set_day (TideSnapshot *self, guint32 day);

const TideSettings *tide_snapshot_get_settings (TideSnapshot *self);
const GPtrArray *tide_snapshot_get_records (TideSnapshot *self, TideRecordKind kind);
const TidePayload *tide_snapshot_lookup (TideSnapshot *self, TideRecordKind kind, const char *id);
TideRates *tide_snapshot_get_rates (TideSnapshot *self);
const GPtrArray *tide_snapshot_get_history (TideSnapshot *self);
const char *tide_snapshot_get_history_from (TideSnapshot *self);
guint32 tide_snapshot_get_day (TideSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideSnapshot, tide_snapshot_unref)

G_END_DECLS
