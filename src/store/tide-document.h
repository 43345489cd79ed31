/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-draft.h"
#include "store/tide-file-stamp.h"
#include "store/tide-good-version.h"
#include "store/tide-journal-reader.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideDocument:
 *
 * A register and the file it lives in: what one window shows. Properties, all read-only: `register`
 * (#TideRegister), `file` (#GFile, %NULL while it has none), `place` (where that is, for people),
 * `busy` (being opened or saved), `modified` (something would be lost), `save-failed` (the last
 * attempt to save it failed), `outside` (a #TideFileChange: what somebody else has done with the
 * file), `shared` (somebody else has the file open), `trouble` (why what is not saved would not
 * survive a crash; %NULL where it would), `versions-trouble` (why the last save is not kept as a
 * version; %NULL where it is).
 */
#define TIDE_TYPE_DOCUMENT (tide_document_get_type ())
G_DECLARE_FINAL_TYPE (TideDocument, tide_document, TIDE, DOCUMENT, GObject)

/**
 * TideDocumentProgress:
 * @fraction: 0 to 1
 * @user_data: as handed in
 *
 * Called on the main thread while a file is read.
 */
typedef void (*TideDocumentProgress) (double fraction, gpointer user_data);

TideDocument *tide_document_new (TideClock *clock, const char *author);

TideDocument *
tide_document_new_from_version (TideGoodVersion *good, TideClock *clock, const char *author);

void tide_document_open_async (GFile *file,
                               gboolean as_copy,
                               TideClock *clock,
                               const char *author,
                               TideDocumentProgress progress,
                               gpointer progress_data,
                               GDestroyNotify progress_destroy,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
TideDocument *tide_document_open_finish (GAsyncResult *result, GError **error);

void tide_document_save_async (TideDocument *self,
                               GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean tide_document_save_finish (TideDocument *self, GAsyncResult *result, GError **error);

void tide_document_set_autosave (TideDocument *self, guint delay);
guint tide_document_get_autosave (TideDocument *self);

void
tide_document_check_async (TideDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean tide_document_check_finish (TideDocument *self, GAsyncResult *result);
TideFileChange tide_document_get_outside (TideDocument *self);
gboolean tide_document_get_shared (TideDocument *self);

void tide_document_keep_versions (TideDocument *self, const char *folder);

void tide_document_keep_journal (TideDocument *self, const char *folder);
void tide_document_leave_journal (TideDocument *self);
void tide_document_discard_journal (TideDocument *self);
guint tide_document_recover (TideDocument *self,
                             TideJournalReading *reading,
                             const char *folder,
                             guint *n_left_out);
GPtrArray *tide_document_dup_waiting_forms (TideDocument *self);
void tide_document_resume_form (TideDocument *self, const TideJournalForm *form, TideDraft *draft);

TideRegister *tide_document_get_register (TideDocument *self);
GFile *tide_document_get_file (TideDocument *self);
const char *tide_document_get_place (TideDocument *self);
char *tide_document_dup_name (TideDocument *self, TideLanguage language);
gboolean tide_document_get_modified (TideDocument *self);
gboolean tide_document_get_busy (TideDocument *self);
gboolean tide_document_get_save_failed (TideDocument *self);
const GError *tide_document_get_save_error (TideDocument *self);
const char *tide_document_get_trouble (TideDocument *self);
const char *tide_document_get_versions_trouble (TideDocument *self);
const char *tide_document_get_content (TideDocument *self);
const char *tide_document_get_versions_folder (TideDocument *self);
gboolean tide_document_is_untouched (TideDocument *self);

G_END_DECLS
