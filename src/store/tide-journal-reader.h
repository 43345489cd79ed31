/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-journal.h"

G_BEGIN_DECLS

/**
 * TideJournalReading:
 * @path: of the journal's file
 * @base_path: (nullable): of the register beside it
 * @origin: what its steps are to be done on
 * @steps: (element-type TideStep): what was done and not undone, in this order
 * @undone: (element-type TideStep): what can be redone, the next one last
 * @given_up: (element-type TideStep): what was undone before something else was done, in this order
 * @forms: (element-type TideJournalForm): those that were open
 * @replaced: (element-type utf8): names of the journals that it replaces
 * @is_whole: whether the file ended where its last line ended
 *
 * What a crash has left of one register. Immutable.
 */
typedef struct
{
  gatomicrefcount ref_count;
  char *path;
  char *base_path;
  TideJournalOrigin *origin;
  GPtrArray *steps;
  GPtrArray *undone;
  GPtrArray *given_up;
  GPtrArray *forms;
  GPtrArray *replaced;
  gboolean is_whole;
} TideJournalReading;

TideJournalReading *tide_journal_read (const char *path, GCancellable *cancellable, GError **error);
TideJournalReading *tide_journal_reading_ref (TideJournalReading *self);
void tide_journal_reading_unref (TideJournalReading *self);
GFile *tide_journal_reading_dup_file (const TideJournalReading *self);
gint64 tide_journal_reading_get_time (const TideJournalReading *self);
void tide_journal_reading_remove (const TideJournalReading *self);

GPtrArray *tide_journal_list (const char *folder, GCancellable *cancellable);

guint
tide_journal_reading_apply (const TideJournalReading *self, TideRegister *reg, guint *n_left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideJournalReading, tide_journal_reading_unref)

G_END_DECLS
