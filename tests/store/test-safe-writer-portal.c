/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves into a folder with the rules of the document portal's: it holds the document alone. What
 * else is made there lies in the real folder under another name, is to be renamed over the document
 * and nothing else; the document itself is neither moved away nor linked nor removed. */

#include "store/tide-safe-writer-private.h"
#include "store/tide-store-error.h"

#include "tide-test-place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* The folder of the save that runs, and what it refuses. */
static struct
{
  const TideTestPlace *place; /* borrowed */
  gboolean may_write;         /* whether the sandbox was given more than reading */
  gboolean is_full;
  guint n_opened; /* temporaries made */
} portal;

static gboolean
is_document (const char *path)
{
  return strcmp (path, portal.place->target) == 0;
}

/* Where the portal keeps what the sandbox knows as @path. */
static char *
dup_kept_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *kept_name = g_strconcat (".xdp-", name, "-f3Q1zA", NULL);

  g_assert_cmpstr (folder, ==, portal.place->folder);
  return is_document (path) ? g_strdup (path) : g_build_filename (folder, kept_name, NULL);
}

static int
portal_lstat (const char *path, struct stat *status)
{
  g_assert_true (is_document (path));
  return lstat (path, status);
}

static int
portal_access (const char *path, int mode)
{
  g_assert_true (is_document (path));
  if (portal.may_write || mode == R_OK)
    return 0;

  errno = EACCES;
  return -1;
}

static int
portal_open (const char *path, int flags, mode_t mode)
{
  g_autofree char *kept_path = NULL;

  if (strcmp (path, portal.place->folder) == 0)
    return open (path, flags, mode);

  if (is_document (path))
    {
      g_assert_cmphex (flags & O_ACCMODE, ==, O_RDONLY);
      return open (path, flags, mode);
    }

  kept_path = dup_kept_path (path);
  if ((flags & O_CREAT) == 0)
    {
      g_assert_cmphex (flags & O_ACCMODE, ==, O_RDONLY);
      return open (kept_path, flags, mode);
    }

  g_assert_cmphex (flags & O_EXCL, ==, O_EXCL);
  if (!portal.may_write)
    {
      errno = EACCES;
      return -1;
    }

  portal.n_opened++;
  return open (kept_path, flags, mode);
}

static int
portal_fchown (int fd, uid_t owner, gid_t group)
{
  errno = ENOSYS;
  return -1;
}

static ssize_t
portal_write (int fd, const void *data, size_t size)
{
  if (!portal.is_full)
    return write (fd, data, size);

  errno = ENOSPC;
  return -1;
}

static int
portal_fsync (int fd)
{
  struct stat status;

  g_assert_no_errno (fstat (fd, &status));
  if (!S_ISDIR (status.st_mode))
    return fsync (fd);

  errno = EINVAL;
  return -1;
}

static int
portal_rename (const char *from, const char *to)
{
  g_autofree char *kept_path = dup_kept_path (from);

  g_assert_false (is_document (from));
  g_assert_true (is_document (to));
  return rename (kept_path, to);
}

static int
portal_exchange (const char *one, const char *other)
{
  errno = EINVAL;
  return -1;
}

static int
portal_unlink (const char *path)
{
  g_autofree char *kept_path = dup_kept_path (path);

  g_assert_false (is_document (path));
  return unlink (kept_path);
}

static gboolean
replace (const TideTestPlace *place,
         const char *text,
         const TideFileStamp *expected,
         TideFileStamp **written,
         GError **error)
{
  TideFileCalls calls = tide_file_system_calls;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  calls.lstat = portal_lstat;
  calls.access = portal_access;
  calls.open = portal_open;
  calls.fchown = portal_fchown;
  calls.write = portal_write;
  calls.fsync = portal_fsync;
  calls.rename = portal_rename;
  calls.exchange = portal_exchange;
  calls.unlink = portal_unlink;
  portal.place = place;

  return tide_safe_writer_replace_with_calls (place->file, bytes, expected, written, &calls, NULL,
                                              error);
}

static gboolean
save (const TideTestPlace *place, const char *text, GError **error)
{
  return replace (place, text, NULL, NULL, error);
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

static TideTestPlace *
place_new (TideTestPlaceKind kind)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("old", 3);

  portal.may_write = TRUE;
  portal.is_full = FALSE;
  portal.n_opened = 0;

  return tide_test_place_new (kind, 0640, text);
}

static void
test_saves (gconstpointer data)
{
  const TideTestPlaceKind kind = GPOINTER_TO_UINT (data);
  g_autoptr (TideTestPlace) place = place_new (kind);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (place, "new", &error));
  g_assert_no_error (error);
  assert_holds (place, "new");
  g_assert_cmpuint (portal.n_opened, ==, 1);
  if (kind == TIDE_TEST_PLACE_FILE)
    g_assert_cmphex (tide_test_place_get_mode (place), ==, 0640);

  g_assert_true (save (place, "newer", &error));
  g_assert_no_error (error);
  assert_holds (place, "newer");
}

/* Without an exchange of names the look comes first. */
static void
test_replaces (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
  g_autoptr (TideFileStamp) written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (place, "new", NULL, &written, &error));
  g_assert_no_error (error);
  g_assert_true (replace (place, "newer", written, NULL, &error));
  g_assert_no_error (error);
  assert_holds (place, "newer");
  g_assert_false (replace (place, "newest", written, NULL, &error));
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_CHANGED);
  assert_holds (place, "newer");
}

static void
test_opened_to_read (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
  g_autoptr (GError) error = NULL;

  portal.may_write = FALSE;
  g_assert_false (save (place, "new", &error));
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_PERMISSION);
  assert_holds (place, "old");
  g_assert_cmpuint (portal.n_opened, ==, 0);
}

static void
test_full_disk (void)
{
  g_autoptr (TideTestPlace) place = place_new (TIDE_TEST_PLACE_FILE);
  g_autoptr (GError) error = NULL;

  portal.is_full = TRUE;
  g_assert_false (save (place, "new", &error));
  g_assert_error (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_NO_SPACE);
  assert_holds (place, "old");
  g_assert_cmpuint (portal.n_opened, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_data_func ("/safe-writer-portal/saves/known", GUINT_TO_POINTER (TIDE_TEST_PLACE_FILE),
                        test_saves);
  g_test_add_data_func ("/safe-writer-portal/saves/new", GUINT_TO_POINTER (TIDE_TEST_PLACE_NEW),
                        test_saves);
  g_test_add_func ("/safe-writer-portal/replaces", test_replaces);
  g_test_add_func ("/safe-writer-portal/opened-to-read", test_opened_to_read);
  g_test_add_func ("/safe-writer-portal/full-disk", test_full_disk);

  return g_test_run ();
}
