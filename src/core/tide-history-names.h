/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideHistoryNames:
 *
 * What the records that steps speak of are called, those included that are gone meanwhile. It may
 * be used by any thread.
 */
typedef struct _TideHistoryNames TideHistoryNames;

TideHistoryNames *
tide_history_names_new (TideSnapshot *snapshot, TideSnapshot *other, GPtrArray *steps);
TideHistoryNames *tide_history_names_ref (TideHistoryNames *self);
void tide_history_names_unref (TideHistoryNames *self);

const char *tide_history_names_get_time_zone (TideHistoryNames *self);
const TidePayload *
tide_history_names_lookup (TideHistoryNames *self, TideRecordKind kind, const char *id);
char *tide_history_names_dup_name (TideHistoryNames *self,
                                   const TideStep *step,
                                   TideRecordKind kind,
                                   const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideHistoryNames, tide_history_names_unref)

G_END_DECLS
