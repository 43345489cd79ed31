/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-test-document.h"

void
tide_test_call_init (TideTestCall *call)
{
  *call = (TideTestCall) { .thread = g_thread_self () };
}

void
tide_test_call_clear (TideTestCall *call)
{
  g_clear_object (&call->result);
  g_clear_object (&call->cancel);
}

void
tide_test_call_on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  TideTestCall *call = data;

  g_assert_true (call->thread == g_thread_self ());
  g_assert_null (call->result);
  call->result = g_object_ref (result);
}

static void
on_progress (double fraction, gpointer data)
{
  TideTestCall *call = data;

  g_assert_true (call->thread == g_thread_self ());
  g_assert_null (call->result);
  g_assert_cmpfloat (fraction, >=, call->fraction);
  g_assert_cmpfloat (fraction, <=, 1);
  call->fraction = fraction;
  call->n_progress++;
  if (call->cancel != NULL)
    g_cancellable_cancel (call->cancel);
}

static void
on_progress_destroyed (gpointer data)
{
  TideTestCall *call = data;

  g_assert_true (call->thread == g_thread_self ());
  call->n_destroyed++;
}

void
tide_test_call_wait (TideTestCall *call)
{
  while (call->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

TideDocument *
tide_test_document_open (GFile *file, gboolean as_copy, TideTestCall *call, GError **error)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_NOW);
  TideDocument *document;

  tide_document_open_async (file, as_copy, clock, "Wang Min", on_progress, call,
                            on_progress_destroyed, call->cancel, tide_test_call_on_done, call);
  tide_test_call_wait (call);
  document = tide_document_open_finish (call->result, error);
  g_assert_cmpuint (call->n_destroyed, ==, 1);

  return document;
}

TideDocument *
tide_test_document_assert_opens (GFile *file, gboolean as_copy)
{
  g_auto (TideTestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  TideDocument *document;

  tide_test_call_init (&call);
  document = tide_test_document_open (file, as_copy, &call, &error);
  g_assert_no_error (error);
  g_assert_true (TIDE_IS_DOCUMENT (document));
  g_assert_false (tide_document_get_modified (document));
  g_assert_false (tide_document_get_busy (document));

  return document;
}

gboolean
tide_test_document_save (TideDocument *document,
                         GFile *file,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (TideTestCall) call = { 0 };

  tide_test_call_init (&call);
  tide_document_save_async (document, file, cancellable, tide_test_call_on_done, &call);
  tide_test_call_wait (&call);

  return tide_document_save_finish (document, call.result, error);
}

void
tide_test_document_assert_saves (TideDocument *document, GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_test_document_save (document, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (tide_document_get_busy (document));
}

char *
tide_test_sample_dup_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
}

GFile *
tide_test_sample_new (const char *name)
{
  g_autofree char *path = tide_test_sample_dup_path (name);

  return g_file_new_for_path (path);
}

GBytes *
tide_test_sample_read (const char *name)
{
  g_autofree char *path = tide_test_sample_dup_path (name);

  return tide_test_place_read (path);
}

TideTestPlace *
tide_test_sample_new_place (void)
{
  g_autoptr (GBytes) text = tide_test_sample_read ("ningbo.tideline");

  return tide_test_place_new (TIDE_TEST_PLACE_FILE, 0644, text);
}

void
tide_test_place_assert_holds (const TideTestPlace *place, GBytes *expected)
{
  g_autoptr (GBytes) text = tide_test_place_read (place->target);

  g_assert_nonnull (text);
  g_assert_true (g_bytes_equal (text, expected));
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
}

static TideProjectPayload *
dup_first_project (TideDocument *document)
{
  TideList *projects
      = tide_register_get_list (tide_document_get_register (document), TIDE_RECORD_PROJECT);
  g_autoptr (TideRecord) record = g_list_model_get_item (G_LIST_MODEL (projects), 0);

  g_assert_nonnull (record);
  return (TideProjectPayload *) tide_payload_ref (tide_record_get_payload (record));
}

gboolean
tide_test_document_edit (TideDocument *document, const char *in_charge, GError **error)
{
  g_autoptr (TidePayload) before = (TidePayload *) dup_first_project (document);
  TideProjectPayload *after = (TideProjectPayload *) tide_payload_copy (before);
  TideRegister *reg = tide_document_get_register (document);
  g_autoptr (TideStep) step = NULL;

  tide_payload_set_string (&after->in_charge, in_charge);
  step = tide_register_new_change_step (reg, TIDE_RECORD_PROJECT, before, (TidePayload *) after);

  return tide_register_apply (reg, step, error);
}

void
tide_test_document_assert_edits (TideDocument *document, const char *in_charge)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_test_document_edit (document, in_charge, &error));
  g_assert_no_error (error);
  g_assert_true (tide_document_get_modified (document));
}

void
tide_test_document_assert_in_charge (TideDocument *document, const char *expected)
{
  g_autoptr (TidePayload) project = (TidePayload *) dup_first_project (document);

  g_assert_cmpstr (((TideProjectPayload *) project)->in_charge, ==, expected);
}

/* A sound file with one doubt. */
GBytes *
tide_test_sample_dup_doubted (void)
{
  g_autoptr (GBytes) sample = tide_test_sample_read ("ningbo.tideline");
  g_auto (GStrv) parts
      = g_strsplit (g_bytes_get_data (sample, NULL), "\n  \"division\": \"330200\"", 2);
  g_autofree char *text = g_strjoinv ("\n  \"division\": \"nowhere\"", parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_bytes_new (text, strlen (text));
}
