/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/tide-document.h"

#include "tide-test-place.h"

G_BEGIN_DECLS

/* When everything in these tests happens. */
#define TIDE_TEST_NOW G_GINT64_CONSTANT (1700467200)

/* What the callbacks of one opening or saving left. */
typedef struct
{
  GAsyncResult *result; /* owned */
  GThread *thread;      /* of whoever opens or saves */
  GCancellable *cancel; /* owned, nullable: cancelled at the first progress */
  guint n_progress;
  guint n_destroyed;
  double fraction;
} TideTestCall;

void tide_test_call_init (TideTestCall *call);
void tide_test_call_clear (TideTestCall *call);
void tide_test_call_on_done (GObject *source, GAsyncResult *result, gpointer data);
void tide_test_call_wait (TideTestCall *call);
TideDocument *
tide_test_document_open (GFile *file, gboolean as_copy, TideTestCall *call, GError **error);
TideDocument *tide_test_document_assert_opens (GFile *file, gboolean as_copy);
gboolean tide_test_document_save (TideDocument *document,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error);
void tide_test_document_assert_saves (TideDocument *document, GFile *file);
char *tide_test_sample_dup_path (const char *name);
GFile *tide_test_sample_new (const char *name);
GBytes *tide_test_sample_read (const char *name);
TideTestPlace *tide_test_sample_new_place (void);
void tide_test_place_assert_holds (const TideTestPlace *place, GBytes *expected);
gboolean tide_test_document_edit (TideDocument *document, const char *in_charge, GError **error);
void tide_test_document_assert_edits (TideDocument *document, const char *in_charge);
void tide_test_document_assert_in_charge (TideDocument *document, const char *expected);
GBytes *tide_test_sample_dup_doubted (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideTestCall, tide_test_call_clear)

G_END_DECLS
