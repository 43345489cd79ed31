/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else changes the file: before a save, between its look and its rename, all the time. */

#include "store/tide-safe-writer-private.h"
#include "store/tide-store-error.h"

#include "tide-test-place.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define N_RACES 1000

static GBytes *
bytes_new (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static TideTestPlace *
place_new (TideTestPlaceKind kind)
{
  g_autoptr (GBytes) text = bytes_new ("old");

  return tide_test_place_new (kind, 0644, text);
}

static void
assert_holds (const TideTestPlace *place, const char *expected)
{
  g_autoptr (GBytes) text = tide_test_place_read (place->target);

  g_assert_nonnull (text);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), expected,
                   strlen (expected));
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);
}

/* The stamp of a file as it is. */
static TideFileStamp *
take_stamp (const TideTestPlace *place)
{
  g_autoptr (GBytes) text = tide_test_place_read (place->target);
  g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
  struct stat status;

  g_assert_true (tide_file_stamp_stat (place->file, &status));

  return tide_file_stamp_new (&status, content);
}

/* As most programs save: a new file under the old name. */
static void
save_as_somebody_else (const char *path, const char *text)
{
  g_autofree char *other = g_strconcat (path, ".other", NULL);
  FILE *file = fopen (other, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
  g_assert_no_errno (rename (other, path));
}

static gboolean
replace (const TideTestPlace *place,
         const char *text,
         const TideFileStamp *expected,
         const TideFileCalls *calls,
         GError **error)
{
  g_autoptr (GBytes) bytes = bytes_new (text);

  return tide_safe_writer_replace_with_calls (place->file, bytes, expected, NULL, calls, NULL,
                                              error);
}

static void
assert_refuses (const TideTestPlace *place,
                const TideFileStamp *expected,
                const TideFileCalls *calls,
                TideStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (replace (place, "mine", expected, calls, &error));
  g_assert_error (error, TIDE_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "tideline”"));
  g_assert_cmpstr (tide_store_error_get_advice (code), !=, "");
}

static void
test_unchanged (gconstpointer data)
{
  g_autoptr (TideTestPlace) place = place_new (GPOINTER_TO_UINT (data));
  g_autoptr (TideFileStamp) stamp = take_stamp (place);
  g_autoptr (TideFileStamp) written = NULL;
  g_autoptr (GBytes) mine = bytes_new ("mine");
  g_autoptr (GBytes) next = bytes_new ("next");
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_true (tide_safe_writer_replace (place->file, mine, stamp, &written, NULL, &error));
  g_assert_no_error (error);
  assert_holds (place, "mine");
  g_assert_true (tide_file_stamp_stat (place->file, &status));
  g_assert_true (tide_file_stamp_has_status (written, &status));
  g_assert_cmpint (tide_file_stamp_check (written, place->file, NULL), ==, TIDE_FILE_CHANGE_NONE);
  g_assert_cmpint (tide_file_stamp_check (stamp, place->file, NULL), ==, TIDE_FILE_CHANGE_CONTENT);

  g_assert_true (tide_safe_writer_replace (place->file, next, written, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_holds (place, "next");
}

/* Another time, another file: what counts is what it holds. */
static void
test_touched (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
  g_autoptr (TideFileStamp) stamp = take_stamp (place);
  const struct utimbuf times = { 0, 0 };
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_no_errno (utime (place->target, &times));
  g_assert_true (tide_file_stamp_stat (place->file, &status));
  g_assert_false (tide_file_stamp_has_status (stamp, &status));
  g_assert_cmpint (tide_file_stamp_check (stamp, place->file, NULL), ==, TIDE_FILE_CHANGE_NONE);
  g_assert_true (tide_file_stamp_has_status (stamp, &status));

  save_as_somebody_else (place->target, "old");
  g_assert_true (replace (place, "mine", stamp, &tide_file_system_calls, &error));
  g_assert_no_error (error);
  assert_holds (place, "mine");
}

static void
test_changed (gconstpointer data)
{
  g_autoptr (TideTestPlace) place = place_new (GPOINTER_TO_UINT (data));
  g_autoptr (TideFileStamp) stamp = take_stamp (place);

  save_as_somebody_else (place->target, "new");
  g_assert_cmpint (tide_file_stamp_check (stamp, place->file, NULL), ==, TIDE_FILE_CHANGE_CONTENT);
  assert_refuses (place, stamp, &tide_file_system_calls, TIDE_STORE_ERROR_CHANGED);
  assert_holds (place, "new");
}

static void
test_gone (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
  g_autoptr (TideFileStamp) stamp = take_stamp (place);
  g_autofree char *elsewhere = g_build_filename (place->root, "elsewhere", NULL);

  g_assert_no_errno (g_unlink (place->target));
  g_assert_cmpint (tide_file_stamp_check (stamp, place->file, NULL), ==, TIDE_FILE_CHANGE_MISSING);
  assert_refuses (place, stamp, &tide_file_system_calls, TIDE_STORE_ERROR_GONE);
  g_assert_cmpuint (tide_test_place_count_temporaries (place), ==, 0);

  g_assert_no_errno (g_rename (place->folder, elsewhere));
  g_assert_cmpint (tide_file_stamp_check (stamp, place->file, NULL), ==, TIDE_FILE_CHANGE_MISSING);
  assert_refuses (place, stamp, &tide_file_system_calls, TIDE_STORE_ERROR_NOT_FOUND);
}

/* What the disk gives back is not what was written. */
static ssize_t
read_wrong (int fd, void *data, size_t size)
{
  const ssize_t n = tide_file_system_calls.read (fd, data, size);

  if (n > 0)
    ((char *) data)[n - 1] ^= 1;

  return n;
}

static ssize_t
read_nothing (int fd, void *data, size_t size)
{
  return 0;
}

static void
test_read_back (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
  TideFileCalls calls = tide_file_system_calls;

  calls.read = read_wrong;
  assert_refuses (place, NULL, &calls, TIDE_STORE_ERROR_FAILED);
  assert_holds (place, "old");
  calls.read = read_nothing;
  assert_refuses (place, NULL, &calls, TIDE_STORE_ERROR_FAILED);
  assert_holds (place, "old");
}

/* Between the look and the change ------------------------------------------------------------- */

static const char *between_path;
static guint n_exchanges, n_between;

static int
exchange_late (const char *one, const char *other)
{
  if (n_exchanges++ < n_between)
    {
      g_autofree char *text = g_strdup_printf ("theirs %u", n_exchanges);

      save_as_somebody_else (between_path, text);
    }

  return tide_file_system_calls.exchange (one, other);
}

/* Somebody saves just before the exchange, and again just before it is taken back: theirs stays. */
static void
test_between (void)
{
  for (n_between = 1; n_between < 6; n_between++)
    {
      g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
      g_autoptr (TideFileStamp) stamp = take_stamp (place);
      TideFileCalls calls = tide_file_system_calls;
      g_autofree char *last = g_strdup_printf ("theirs %u", n_between);

      between_path = place->target;
      n_exchanges = 0;
      calls.exchange = exchange_late;
      assert_refuses (place, stamp, &calls, TIDE_STORE_ERROR_CHANGED);
      assert_holds (place, last);
    }
}

/* The same text saved in between is no other one. */
static int
exchange_same (const char *one, const char *other)
{
  if (n_exchanges++ == 0)
    save_as_somebody_else (between_path, "old");

  return tide_file_system_calls.exchange (one, other);
}

static int
exchange_unknown (const char *one, const char *other)
{
  errno = EINVAL;
  return -1;
}

static void
test_exchange (void)
{
  int (*const exchanges[]) (const char *, const char *) = { exchange_same, exchange_unknown };

  for (gsize i = 0; i < G_N_ELEMENTS (exchanges); i++)
    {
      g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
      g_autoptr (TideFileStamp) stamp = take_stamp (place);
      TideFileCalls calls = tide_file_system_calls;
      g_autoptr (GError) error = NULL;

      between_path = place->target;
      n_exchanges = 0;
      calls.exchange = exchanges[i];
      g_assert_true (replace (place, "mine", stamp, &calls, &error));
      g_assert_no_error (error);
      assert_holds (place, "mine");
    }
}

/* All the time -------------------------------------------------------------------------------- */

static gpointer
race_in_thread (gpointer path)
{
  g_usleep ((gulong) g_random_int_range (0, 1500));
  save_as_somebody_else (path, "theirs");

  return NULL;
}

/* Whoever comes first, what the other one wrote without looking is there in the end. */
static void
test_foreign_races (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
  guint n_saved = 0;

  for (guint i = 0; i < N_RACES; i++)
    {
      g_autoptr (TideFileStamp) stamp = NULL;
      g_autoptr (GError) error = NULL;
      GThread *other;

      save_as_somebody_else (place->target, "old");
      stamp = take_stamp (place);
      other = g_thread_new ("other", race_in_thread, place->target);
      if (replace (place, "mine", stamp, &tide_file_system_calls, &error))
        n_saved++;
      else
        g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_CHANGED);
      g_thread_join (other);
      assert_holds (place, "theirs");
    }

  g_test_message ("%d races: %u saved first, %u refused, 0 overwritten", N_RACES, n_saved,
                  N_RACES - n_saved);
}

/* Adds one to the number in the file until that has been done often enough. No two texts are the
 * same, as with registers. */
static void
count_up (const TideTestPlace *place, guint n, guint child)
{
  while (n > 0)
    {
      g_autoptr (TideFileStamp) stamp = take_stamp (place);
      g_autoptr (GBytes) text = tide_test_place_read (place->target);
      g_autofree char *content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
      g_autofree char *number = g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
      g_autofree char *next = g_strdup_printf ("%" G_GUINT64_FORMAT " %u",
                                               g_ascii_strtoull (number, NULL, 10) + 1, child);

      /* It was read in two parts. */
      if (g_str_equal (content, stamp->content)
          && replace (place, next, stamp, &tide_file_system_calls, NULL))
        n--;
    }
}

static void
test_own_races (void)
{
  g_autoptr (GBytes) zero = bytes_new ("0");
  g_autoptr (TideTestPlace) place = tide_test_place_new (TIDE_TEST_PLACE_FILE, 0644, zero);
  g_autofree char *total = g_strdup_printf ("%d ", N_RACES);
  g_autoptr (GBytes) text = NULL;
  pid_t children[2];

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      g_assert_cmpint (children[i], >=, 0);
      if (children[i] == 0)
        {
          count_up (place, N_RACES / 2, (guint) i);
          _exit (0);
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      g_assert_cmpint (TEMP_FAILURE_RETRY (waitpid (children[i], &status, 0)), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }

  text = tide_test_place_read (place->target);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), strlen (total), total, strlen (total));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/file-race/unchanged/file", GUINT_TO_POINTER (TIDE_TEST_PLACE_FILE),
                        test_unchanged);
  g_test_add_data_func ("/file-race/unchanged/symlink", GUINT_TO_POINTER (TIDE_TEST_PLACE_SYMLINK),
                        test_unchanged);
  g_test_add_func ("/file-race/touched", test_touched);
  g_test_add_data_func ("/file-race/changed/file", GUINT_TO_POINTER (TIDE_TEST_PLACE_FILE),
                        test_changed);
  g_test_add_data_func ("/file-race/changed/symlink", GUINT_TO_POINTER (TIDE_TEST_PLACE_SYMLINK),
                        test_changed);
  g_test_add_func ("/file-race/gone", test_gone);
  g_test_add_func ("/file-race/read-back", test_read_back);
  g_test_add_func ("/file-race/between", test_between);
  g_test_add_func ("/file-race/exchange", test_exchange);
  g_test_add_func ("/file-race/foreign", test_foreign_races);
  g_test_add_func ("/file-race/own", test_own_races);

  return g_test_run ();
}
