/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tide-safe-writer-private.h"

#include "store/tide-file-place.h"
#include "store/tide-store-error.h"

#include "tide-test-place.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#define OLD_TEXT "{ \"title\": \"old\" }\n"
#define NEW_TEXT "{ \"title\": \"新\" }\n"

static GBytes *
text_of (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static TideTestPlace *
place_new (TideTestPlaceKind kind, mode_t mode)
{
  g_autoptr (GBytes) text = text_of (OLD_TEXT);

  return tide_test_place_new (kind, mode, text);
}

static void
assert_text (const char *path, const char *expected)
{
  g_autoptr (GBytes) text = tide_test_place_read (path);
  g_autoptr (GBytes) expected_text = text_of (expected);

  g_assert_nonnull (text);
  g_assert_true (g_bytes_equal (text, expected_text));
}

static gboolean
save (GFile *file, const TideFileCalls *calls, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) text = text_of (NEW_TEXT);

  return tide_safe_writer_write_with_calls (file, text, calls, cancellable, error);
}

static void
assert_saves (GFile *file, const TideFileCalls *calls)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (file, calls, NULL, &error));
  g_assert_no_error (error);
}

/* The sentence names the file and is fit to be shown. */
static void
assert_refuses (GFile *file, const TideFileCalls *calls, TideStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = tide_file_place_dup (file);

  g_assert_false (save (file, calls, NULL, &error));
  g_assert_error (error, TIDE_STORE_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_mode (gconstpointer data)
{
  mode_t mode = GPOINTER_TO_UINT (data);
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, mode);

  assert_saves (place->file, &tide_file_system_calls);
  assert_text (place->target, NEW_TEXT);
  g_assert_cmphex (tide_test_place_get_mode (place), ==, mode);
}

static void
test_new_file (gconstpointer data)
{
  mode_t mask = GPOINTER_TO_UINT (data);
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_NEW, 0);
  mode_t former = umask (mask);

  assert_saves (place->file, &tide_file_system_calls);
  umask (former);
  assert_text (place->target, NEW_TEXT);
  g_assert_cmphex (tide_test_place_get_mode (place), ==, 0666 & ~mask);
}

static void
test_empty_text (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0644);
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (tide_safe_writer_write (place->file, nothing, NULL, &error));
  g_assert_no_error (error);
  assert_text (place->target, "");
}

/* A name of 255 bytes leaves no room for a temporary named after it. */
static void
test_longest_name (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_NEW, 0);
  g_autofree char *name = g_strnfill (255, 'x');
  g_autofree char *path = g_build_filename (place->folder, name, NULL);
  g_autofree char *too_long = g_strconcat (path, "x", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) too_long_file = g_file_new_for_path (too_long);

  assert_saves (file, &tide_file_system_calls);
  assert_text (path, NEW_TEXT);
  assert_refuses (too_long_file, &tide_file_system_calls, TIDE_STORE_ERROR_FAILED);
}

static void
test_hard_link (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_HARD_LINK, 0644);

  assert_saves (place->file, &tide_file_system_calls);
  assert_text (place->target, NEW_TEXT);
  assert_text (place->other, OLD_TEXT);
}

/* Makes a symbolic link @name in the root of @place that leads to @to. */
static GFile *
make_link (const TideTestPlace *place, const char *name, const char *to)
{
  g_autofree char *path = g_build_filename (place->root, name, NULL);

  g_assert_no_errno (symlink (to, path));
  return g_file_new_for_path (path);
}

static void
assert_link (GFile *file, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *target = g_file_read_link (g_file_peek_path (file), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (target, ==, to);
}

static void
test_symlink_chain (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0640);
  g_autoptr (GFile) absolute = make_link (place, "absolute", place->target);
  g_autoptr (GFile) folder = make_link (place, "folder", "registers");
  g_autoptr (GFile) relative = make_link (place, "relative", "folder/../absolute");

  assert_saves (relative, &tide_file_system_calls);
  assert_text (place->target, NEW_TEXT);
  assert_link (relative, "folder/../absolute");
  assert_link (absolute, place->target);
  assert_link (folder, "registers");
  g_assert_cmphex (tide_test_place_get_mode (place), ==, 0640);
}

static void
test_symlink_to_nothing (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_NEW, 0);
  g_autoptr (GFile) dangling = make_link (place, "dangling", place->target);
  g_autoptr (GFile) astray = make_link (place, "astray", "no-such-folder/register.tideline");

  assert_saves (dangling, &tide_file_system_calls);
  assert_text (place->target, NEW_TEXT);
  assert_link (dangling, place->target);
  assert_refuses (astray, &tide_file_system_calls, TIDE_STORE_ERROR_NOT_FOUND);
}

static void
test_symlink_loop (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_NEW, 0);
  g_autoptr (GFile) one = make_link (place, "one", "two");
  g_autoptr (GFile) two = make_link (place, "two", "one");

  assert_refuses (one, &tide_file_system_calls, TIDE_STORE_ERROR_FAILED);
  assert_link (two, "one");
}

static void
test_wrong_places (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0644);
  g_autofree char *pipe_path = g_build_filename (place->root, "pipe", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (place->folder);
  g_autoptr (GFile) folder_link = make_link (place, "folder", "registers");
  g_autoptr (GFile) nowhere = g_file_new_build_filename (place->root, "no", "such", NULL);
  g_autoptr (GFile) below_file = g_file_get_child (place->file, "register.tideline");
  g_autoptr (GFile) not_utf8 = g_file_new_build_filename (place->root, "\xff\xfe", "such", NULL);
  g_autoptr (GFile) pipe_file = g_file_new_for_path (pipe_path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/register.tideline");
  const TideFileCalls *calls = &tide_file_system_calls;

  g_assert_no_errno (mkfifo (pipe_path, 0600));
  assert_refuses (folder, calls, TIDE_STORE_ERROR_IS_FOLDER);
  assert_refuses (folder_link, calls, TIDE_STORE_ERROR_IS_FOLDER);
  assert_refuses (nowhere, calls, TIDE_STORE_ERROR_NOT_FOUND);
  assert_refuses (below_file, calls, TIDE_STORE_ERROR_NOT_FOUND);
  assert_refuses (not_utf8, calls, TIDE_STORE_ERROR_NOT_FOUND);
  assert_refuses (pipe_file, calls, TIDE_STORE_ERROR_FAILED);
  assert_refuses (remote, calls, TIDE_STORE_ERROR_NOT_LOCAL);
  assert_text (place->target, OLD_TEXT);
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
}

/* Saves without the right to overstep permissions, in a child. */
static void
assert_forbidden (const TideTestPlace *place, const char *sentence)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      tide_test_place_drop_capabilities ();
      if (save (place->file, &tide_file_system_calls, NULL, &error))
        _exit (3);
      if (!g_error_matches (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_PERMISSION))
        _exit (4);
      _exit (strstr (error->message, sentence) != NULL ? 0 : 5);
    }

  g_assert_cmpint (TEMP_FAILURE_RETRY (waitpid (child, &status, 0)), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  assert_text (place->target, OLD_TEXT);
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
}

static void
test_read_only_file (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0444);

  assert_forbidden (place, "you may not change it");
  g_assert_cmphex (tide_test_place_get_mode (place), ==, 0444);
}

static void
test_read_only_folder (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0644);

  g_assert_no_errno (g_chmod (place->folder, 0500));
  assert_forbidden (place, "you may not create files in its folder");
  g_assert_no_errno (g_chmod (place->folder, 0700));
}

static int
refuse_access (const char *path, int mode)
{
  errno = EROFS;
  return -1;
}

static ssize_t
write_nothing (int fd, const void *data, size_t size)
{
  return 0;
}

static int
open_taken (const char *path, int flags, mode_t mode)
{
  errno = EEXIST;
  return -1;
}

static void
test_odd_answers (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0644);
  TideFileCalls read_only = tide_file_system_calls;
  TideFileCalls silent = tide_file_system_calls;
  TideFileCalls taken = tide_file_system_calls;

  read_only.access = refuse_access;
  silent.write = write_nothing;
  taken.open = open_taken;
  assert_refuses (place->file, &read_only, TIDE_STORE_ERROR_READ_ONLY);
  assert_refuses (place->file, &silent, TIDE_STORE_ERROR_FAILED);
  assert_refuses (place->file, &taken, TIDE_STORE_ERROR_FAILED);
  assert_text (place->target, OLD_TEXT);
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
}

static int
refuse_sync (int fd)
{
  errno = EINVAL;
  return -1;
}

static int
refuse_mode (int fd, mode_t mode)
{
  errno = EOPNOTSUPP;
  return -1;
}

/* As on FAT or a network mount: no modes, nothing to sync. */
static void
test_simple_file_system (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0644);
  TideFileCalls calls = tide_file_system_calls;

  calls.fsync = refuse_sync;
  calls.fchmod = refuse_mode;
  assert_saves (place->file, &calls);
  assert_text (place->target, NEW_TEXT);
}

static int
report_other_owner (int fd, struct stat *status)
{
  int result = tide_file_system_calls.fstat (fd, status);

  status->st_uid++;
  status->st_gid++;
  return result;
}

static int
refuse_owner (int fd, uid_t owner, gid_t group)
{
  errno = EPERM;
  return -1;
}

/* Where the group cannot be kept, another group must not come to read what it could not before. */
static void
test_group_that_cannot_be_kept (void)
{
  g_autoptr (TideTestPlace) secret = place_new (TIDE_TEST_PLACE_FILE, 0660);
  g_autoptr (TideTestPlace) open = place_new (TIDE_TEST_PLACE_FILE, 0664);
  TideFileCalls calls = tide_file_system_calls;

  calls.fstat = report_other_owner;
  calls.fchown = refuse_owner;
  assert_saves (secret->file, &calls);
  g_assert_cmphex (tide_test_place_get_mode (secret), ==, 0600);
  assert_saves (open->file, &calls);
  g_assert_cmphex (tide_test_place_get_mode (open), ==, 0644);
}

static GCancellable *cancelled_by_call;

static ssize_t
write_and_cancel (int fd, const void *data, size_t size)
{
  g_cancellable_cancel (cancelled_by_call);
  return tide_file_system_calls.write (fd, data, size);
}

static int
rename_and_cancel (const char *from, const char *to)
{
  g_cancellable_cancel (cancelled_by_call);
  return tide_file_system_calls.rename (from, to);
}

static void
test_cancel (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0644);
  TideFileCalls calls = tide_file_system_calls;
  g_autoptr (GError) before = NULL, during = NULL, late = NULL;

  cancelled_by_call = g_cancellable_new ();
  calls.write = write_and_cancel;
  g_assert_false (save (place->file, &calls, cancelled_by_call, &during));
  g_assert_error (during, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (save (place->file, &tide_file_system_calls, cancelled_by_call, &before));
  g_assert_error (before, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_text (place->target, OLD_TEXT);

  g_cancellable_reset (cancelled_by_call);
  calls = tide_file_system_calls;
  calls.rename = rename_and_cancel;
  g_assert_true (save (place->file, &calls, cancelled_by_call, &late));
  g_assert_no_error (late);
  assert_text (place->target, NEW_TEXT);
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
  g_clear_object (&cancelled_by_call);
}

typedef struct
{
  GCancellable *cancellable; /* borrowed: cancelled as soon as the save is over, or NULL */
  GThread *thread;           /* borrowed: the one the callback ran in */
  gboolean is_over;
  gboolean is_saved;
  GError *error; /* owned */
} Waiting;

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  if (waiting->cancellable != NULL)
    g_cancellable_cancel (waiting->cancellable);
  waiting->is_saved = tide_safe_writer_write_finish (result, &waiting->error);
  waiting->thread = g_thread_self ();
  waiting->is_over = TRUE;
}

static void
save_async (GFile *file, Waiting *waiting)
{
  g_autoptr (GBytes) text = text_of (NEW_TEXT);

  tide_safe_writer_write_async (file, text, waiting->cancellable, on_written, waiting);
  g_assert_false (waiting->is_over);
  while (!waiting->is_over)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (waiting->thread == g_thread_self ());
}

static void
test_async (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0640);
  g_autoptr (GFile) folder = g_file_new_for_path (place->folder);
  Waiting saved = { 0 }, refused = { 0 };

  save_async (place->file, &saved);
  g_assert_no_error (saved.error);
  g_assert_true (saved.is_saved);
  assert_text (place->target, NEW_TEXT);
  g_assert_cmphex (tide_test_place_get_mode (place), ==, 0640);

  save_async (folder, &refused);
  g_assert_false (refused.is_saved);
  g_assert_error (refused.error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_IS_FOLDER);
  g_clear_error (&refused.error);
}

static void
test_async_cancelled_too_late (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE, 0644);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { .cancellable = cancellable };

  save_async (place->file, &waiting);
  g_assert_no_error (waiting.error);
  g_assert_true (waiting.is_saved);
  assert_text (place->target, NEW_TEXT);
}

static void
test_error_codes (void)
{
  static const struct
  {
    int error_number;
    TideStoreError code;
  } rows[] = {
    { ENOSPC, TIDE_STORE_ERROR_NO_SPACE },   { EDQUOT, TIDE_STORE_ERROR_NO_SPACE },
    { EACCES, TIDE_STORE_ERROR_PERMISSION }, { EPERM, TIDE_STORE_ERROR_PERMISSION },
    { EROFS, TIDE_STORE_ERROR_READ_ONLY },   { ENOENT, TIDE_STORE_ERROR_NOT_FOUND },
    { ENOTDIR, TIDE_STORE_ERROR_NOT_FOUND }, { EISDIR, TIDE_STORE_ERROR_IS_FOLDER },
    { EIO, TIDE_STORE_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tide_store_error_from_errno (rows[i].error_number), ==, rows[i].code);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/safe-writer/mode/0600", GUINT_TO_POINTER (0600), test_mode);
  g_test_add_data_func ("/safe-writer/mode/0640", GUINT_TO_POINTER (0640), test_mode);
  g_test_add_data_func ("/safe-writer/mode/0666", GUINT_TO_POINTER (0666), test_mode);
  g_test_add_data_func ("/safe-writer/new-file/umask-022", GUINT_TO_POINTER (022), test_new_file);
  g_test_add_data_func ("/safe-writer/new-file/umask-077", GUINT_TO_POINTER (077), test_new_file);
  g_test_add_func ("/safe-writer/empty-text", test_empty_text);
  g_test_add_func ("/safe-writer/longest-name", test_longest_name);
  g_test_add_func ("/safe-writer/hard-link", test_hard_link);
  g_test_add_func ("/safe-writer/symlink/chain", test_symlink_chain);
  g_test_add_func ("/safe-writer/symlink/to-nothing", test_symlink_to_nothing);
  g_test_add_func ("/safe-writer/symlink/loop", test_symlink_loop);
  g_test_add_func ("/safe-writer/wrong-places", test_wrong_places);
  g_test_add_func ("/safe-writer/read-only-file", test_read_only_file);
  g_test_add_func ("/safe-writer/read-only-folder", test_read_only_folder);
  g_test_add_func ("/safe-writer/odd-answers", test_odd_answers);
  g_test_add_func ("/safe-writer/simple-file-system", test_simple_file_system);
  g_test_add_func ("/safe-writer/group-that-cannot-be-kept", test_group_that_cannot_be_kept);
  g_test_add_func ("/safe-writer/cancel", test_cancel);
  g_test_add_func ("/safe-writer/async", test_async);
  g_test_add_func ("/safe-writer/async/cancelled-too-late", test_async_cancelled_too_late);
  g_test_add_func ("/safe-writer/error-codes", test_error_codes);
  return g_test_run ();
}
