/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/*
 * TideSavedHistory:
 * @steps: (element-type TideStep): what the file holds, oldest first
 * @from: (nullable): id of the step before the first one kept, where the file has been trimmed
 * @last_dropped: (nullable): the last of the steps that the next save leaves out
 */
typedef struct
{
  GPtrArray *steps;
  char *from;
  TideStep *last_dropped;
} TideSavedHistory;

void tide_saved_history_init (TideSavedHistory *self);
void tide_saved_history_clear (TideSavedHistory *self);
void tide_saved_history_read (TideSavedHistory *self, TideSnapshot *snapshot);
void tide_saved_history_write (const TideSavedHistory *self,
                               TideSnapshot *snapshot,
                               gboolean is_trimmed);
guint tide_saved_history_count_before (const TideSavedHistory *self, gint64 time);
guint tide_saved_history_get_n_dropped (const TideSavedHistory *self);
void tide_saved_history_drop (TideSavedHistory *self, guint n);

G_END_DECLS
