/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody else does with the file of a document, and documents that save themselves. */

#include "store/tide-store-error.h"

#include "tide-test-document.h"

#include <glib/gstdio.h>

#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

static gboolean
check (TideDocument *document)
{
  g_auto (TideTestCall) call = { 0 };

  tide_test_call_init (&call);
  tide_document_check_async (document, tide_test_call_on_done, &call);
  tide_test_call_wait (&call);

  return tide_document_check_finish (document, call.result);
}

static void
assert_outside (TideDocument *document, TideFileChange expected)
{
  g_assert_true (check (document));
  g_assert_cmpint (tide_document_get_outside (document), ==, expected);
}

static void
assert_save_fails (TideDocument *document, TideStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tide_test_document_save (document, NULL, NULL, &error));
  g_assert_error (error, TIDE_STORE_ERROR, (int) code);
  g_assert_true (tide_document_get_save_failed (document));
  g_assert_error (tide_document_get_save_error (document), TIDE_STORE_ERROR, (int) code);
}

static void
write_text (const TideTestPlace *place, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (place->target, text, -1, &error);
  g_assert_no_error (error);
}

static void
test_nothing (void)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_NOW);
  g_autoptr (TideDocument) without = tide_document_new (clock, NULL);
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  const struct utimbuf times = { 0, 0 };

  g_assert_false (check (without));
  assert_outside (document, TIDE_FILE_CHANGE_NONE);
  g_assert_no_errno (utime (place->target, &times));
  assert_outside (document, TIDE_FILE_CHANGE_NONE);
  tide_test_document_assert_edits (document, "Mine");
  tide_test_document_assert_saves (document, NULL);
  assert_outside (document, TIDE_FILE_CHANGE_NONE);
}

/* It is noticed when the person looks, and when the person saves; neither overwrites anything. */
static void
test_changed (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) mine = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDocument) theirs = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDocument) read = NULL;
  g_autofree char *path = g_build_filename (place->root, "copy.tideline", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  tide_test_document_assert_edits (theirs, "Theirs");
  tide_test_document_assert_saves (theirs, NULL);
  tide_test_document_assert_edits (mine, "Mine");
  assert_save_fails (mine, TIDE_STORE_ERROR_CHANGED);
  g_assert_cmpint (tide_document_get_outside (mine), ==, TIDE_FILE_CHANGE_CONTENT);
  g_assert_true (tide_document_get_modified (mine));
  assert_outside (mine, TIDE_FILE_CHANGE_CONTENT);
  read = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (read, "Theirs");

  /* Kept as a copy, it has a file of its own, with which nothing is wrong. */
  tide_test_document_assert_saves (mine, copy);
  g_assert_cmpint (tide_document_get_outside (mine), ==, TIDE_FILE_CHANGE_NONE);
  g_assert_false (tide_document_get_save_failed (mine));
  assert_outside (mine, TIDE_FILE_CHANGE_NONE);
}

/* Changed back, it is as it was. */
static void
test_changed_back (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (GBytes) text = tide_test_place_read (place->target);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);

  write_text (place, "{}");
  assert_outside (document, TIDE_FILE_CHANGE_CONTENT);
  write_text (place, g_bytes_get_data (text, NULL));
  assert_outside (document, TIDE_FILE_CHANGE_NONE);
  tide_test_document_assert_edits (document, "Mine");
  tide_test_document_assert_saves (document, NULL);
}

static void
test_missing (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (GBytes) text = tide_test_place_read (place->target);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);

  g_assert_no_errno (g_unlink (place->target));
  assert_outside (document, TIDE_FILE_CHANGE_MISSING);
  g_assert_true (tide_document_get_modified (document));
  assert_save_fails (document, TIDE_STORE_ERROR_GONE);
  g_assert_null (tide_test_place_read (place->target));

  /* Named, the file is made again. */
  tide_test_document_assert_saves (document, place->file);
  tide_test_place_assert_holds (place, text);
  g_assert_false (tide_document_get_modified (document));
}

/* Each of two knows of the other from its next look on, also after one of them has saved. */
static void
test_shared (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) one = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDocument) other = NULL;

  g_assert_false (tide_document_get_shared (one));
  other = tide_test_document_assert_opens (place->file, FALSE);
  g_assert_true (tide_document_get_shared (other));
  g_assert_true (check (one));
  g_assert_true (tide_document_get_shared (one));

  tide_test_document_assert_edits (one, "Mine");
  tide_test_document_assert_saves (one, NULL);
  g_assert_true (tide_document_get_shared (one));
  g_assert_true (check (other));
  g_assert_cmpint (tide_document_get_outside (other), ==, TIDE_FILE_CHANGE_CONTENT);
  g_assert_true (tide_document_get_shared (other));

  /* The thread that looked last may let go a little later. */
  g_clear_object (&other);
  do
    g_assert_true (check (one));
  while (tide_document_get_shared (one));
}

/* Saving by itself ---------------------------------------------------------------------------- */

static void
wait_until_saved (TideDocument *document)
{
  while (tide_document_get_modified (document) || tide_document_get_busy (document))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_time_over (gpointer data)
{
  gboolean *is_over = data;

  *is_over = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean is_over = FALSE;

  g_timeout_add (milliseconds, on_time_over, &is_over);
  while (!is_over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_autosave (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (TideDocument) read = NULL;

  tide_test_document_assert_edits (document, "Before");
  tide_document_set_autosave (document, 20);
  wait_until_saved (document);
  tide_test_document_assert_edits (document, "Now and then");
  wait_until_saved (document);
  read = tide_test_document_assert_opens (place->file, FALSE);
  tide_test_document_assert_in_charge (read, "Now and then");

  tide_document_set_autosave (document, 0);
  tide_test_document_assert_edits (document, "No more");
  wait (100);
  g_assert_true (tide_document_get_modified (document));
}

/* A register without a file, and one that somebody else has changed, wait for the person. */
static void
test_autosave_waits (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) copy = tide_test_document_assert_opens (place->file, TRUE);
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);
  g_autoptr (GBytes) theirs = g_bytes_new_static ("{}", 2);

  tide_document_set_autosave (copy, 10);
  tide_document_set_autosave (document, 10);
  write_text (place, "{}");
  tide_test_document_assert_edits (copy, "Mine");
  tide_test_document_assert_edits (document, "Mine");
  wait (200);
  g_assert_true (tide_document_get_modified (copy));
  g_assert_true (tide_document_get_modified (document));
  g_assert_cmpint (tide_document_get_outside (document), ==, TIDE_FILE_CHANGE_CONTENT);
  tide_test_place_assert_holds (place, theirs);
}

/* A failure is told, and tried again after a while. */
static void
test_autosave_fails (void)
{
  g_autoptr (TideTestPlace) place = tide_test_sample_new_place ();
  g_autoptr (TideDocument) document = tide_test_document_assert_opens (place->file, FALSE);

  g_assert_no_errno (g_chmod (place->folder, 0500));
  tide_document_set_autosave (document, 10);
  tide_test_document_assert_edits (document, "Mine");
  while (!tide_document_get_save_failed (document))
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (tide_document_get_save_error (document), TIDE_STORE_ERROR,
                  TIDE_STORE_ERROR_PERMISSION);
  g_assert_true (tide_document_get_modified (document));

  g_assert_no_errno (g_chmod (place->folder, 0700));
  wait_until_saved (document);
  g_assert_false (tide_document_get_save_failed (document));
}

int
main (int argc, char **argv)
{
  tide_test_place_drop_capabilities ();
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/outside/nothing", test_nothing);
  g_test_add_func ("/document/outside/changed", test_changed);
  g_test_add_func ("/document/outside/changed-back", test_changed_back);
  g_test_add_func ("/document/outside/missing", test_missing);
  g_test_add_func ("/document/outside/shared", test_shared);
  g_test_add_func ("/document/autosave/saves", test_autosave);
  g_test_add_func ("/document/autosave/waits", test_autosave_waits);
  g_test_add_func ("/document/autosave/fails", test_autosave_fails);

  return g_test_run ();
}
