/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-versions.h"

#include "core/tide-date.h"
#include "store/tide-safe-writer-private.h"
#include "store/tide-store-error.h"
#include "store/tide-versions-private.h"

#include <errno.h>
#include <string.h>

/* What is kept of a register: its last saves, and beyond them the last one of each day. */
#define N_SAVES 10
#define N_DAYS 30

/* The latest first; clocks may go wrong, so that it is not the time that counts. */
static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const TideVersion *left = a;
  const TideVersion *right = b;

  if (left->serial != right->serial)
    return left->serial > right->serial ? -1 : 1;
  if (left->time != right->time)
    return left->time > right->time ? -1 : 1;

  return strcmp (left->path, right->path);
}

/* Registers by when they were saved last, @data, and the versions of each in their order. */
static int
compare_registers (gconstpointer a, gconstpointer b, gpointer data)
{
  const TideVersion *left = a;
  const TideVersion *right = b;
  const gint64 *left_time = g_hash_table_lookup (data, left->register_id);
  const gint64 *right_time = g_hash_table_lookup (data, right->register_id);

  if (*left_time != *right_time)
    return *left_time > *right_time ? -1 : 1;
  if (!g_str_equal (left->register_id, right->register_id))
    return strcmp (left->register_id, right->register_id);

  return compare_versions (a, b);
}

static GPtrArray *
versions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tide_version_unref);
}

/* Appends what a folder holds. What is broken is passed over. */
static void
load_folder (const char *folder, GPtrArray *versions, GCancellable *cancellable)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL
         && !g_cancellable_is_cancelled (cancellable))
    {
      g_autofree char *path = NULL;
      TideVersion *version;

      if (!g_str_has_suffix (name, TIDE_VERSION_SUFFIX))
        continue;

      path = g_build_filename (folder, name, NULL);
      version = tide_version_load (path, cancellable);
      if (version != NULL)
        g_ptr_array_add (versions, version);
    }
}

/* A name that sorts by when it was saved, and that no other content has. */
static char *
dup_path (const char *folder, const TideVersion *version)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (version->time);
  g_autofree char *stamp
      = time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : g_strdup ("undated");
  g_autofree char *name = g_strdup_printf ("%s-%" G_GUINT64_FORMAT "-%.12s" TIDE_VERSION_SUFFIX,
                                           stamp, version->serial, version->content);

  return g_build_filename (folder, name, NULL);
}

static gboolean
write_version (const TideVersion *version,
               GBytes *bytes,
               const TideFileCalls *calls,
               GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (version->path);
  g_autoptr (GBytes) packed = tide_version_pack (version, bytes, error);

  return packed != NULL && tide_safe_writer_write_with_calls (file, packed, calls, NULL, error);
}

static void
prune (const GPtrArray *versions,
       gint64 now,
       const char *time_zone,
       guint64 limit,
       const TideFileCalls *calls)
{
  g_autofree guint8 *is_kept = g_new0 (guint8, versions->len + 1);

  tide_versions_choose (versions, now, time_zone, limit, is_kept);
  for (guint i = 0; i < versions->len; i++)
    {
      const TideVersion *version = g_ptr_array_index (versions, i);

      if (!is_kept[i] && calls->unlink (version->path) != 0)
        g_info ("Cannot remove %s: %s", version->path, g_strerror (errno));
    }
}

/* What a killed program was writing counts towards no limit; another one may still be writing what
 * is new. */
static void
remove_leavings (const char *folder, const TideFileCalls *calls)
{
  const gint64 yesterday = g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;
      struct stat status;

      if (!g_str_has_prefix (name, ".tideline-") || !g_str_has_suffix (name, ".tmp"))
        continue;

      path = g_build_filename (folder, name, NULL);
      if (calls->lstat (path, &status) == 0 && status.st_mtime < yesterday)
        calls->unlink (path);
    }
}

/* tide_versions_keep () within another limit and through another table of system calls. */
gboolean
tide_versions_keep_with_calls (const char *root,
                               TideVersion *version,
                               GBytes *bytes,
                               gint64 now,
                               const char *time_zone,
                               guint64 limit,
                               const TideFileCalls *calls,
                               GError **error)
{
  g_autofree char *folder = tide_versions_dup_folder (root, version->register_id);
  g_autoptr (GPtrArray) versions = tide_versions_list (root, version->register_id, NULL);
  const TideVersion *newest = versions->len > 0 ? g_ptr_array_index (versions, 0) : NULL;

  if (version->content == NULL)
    version->content = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (newest != NULL && g_str_equal (newest->content, version->content))
    return TRUE;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      const int error_number = errno;

      g_set_error_literal (error, TIDE_STORE_ERROR,
                           (int) tide_store_error_from_errno (error_number),
                           g_strerror (error_number));
      return FALSE;
    }

  version->size = g_bytes_get_size (bytes);
  version->serial = newest != NULL ? newest->serial + 1 : 1;
  version->path = dup_path (folder, version);
  if (!write_version (version, bytes, calls, error))
    return FALSE;

  g_ptr_array_unref (versions);
  versions = tide_versions_list (root, version->register_id, NULL);
  prune (versions, now, time_zone, limit, calls);
  remove_leavings (folder, calls);

  return TRUE;
}

/**
 * tide_versions_dup_folder:
 * @root: path of the folder of all versions
 * @register_id: id of a register
 *
 * Returns: (transfer full): path of the folder of its versions, which need not exist
 */
char *
tide_versions_dup_folder (const char *root, const char *register_id)
{
  g_autofree char *escaped = g_uri_escape_string (register_id, NULL, FALSE);
  g_autoptr (GString) name = g_string_new (escaped);

  if (name->str[0] == '.')
    g_string_replace (name, ".", "%2E", 1);

  return g_build_filename (root, name->str, NULL);
}

/**
 * tide_versions_list:
 * @root: path of the folder of all versions
 * @register_id: id of a register
 * @cancellable: (nullable): stops the reading
 *
 * Lists what is kept of a register. Blocks: for threads.
 *
 * Returns: (transfer full) (element-type TideVersion): the versions, the latest first
 */
GPtrArray *
tide_versions_list (const char *root, const char *register_id, GCancellable *cancellable)
{
  g_autofree char *folder = tide_versions_dup_folder (root, register_id);
  g_autoptr (GPtrArray) loaded = versions_new ();
  GPtrArray *versions = versions_new ();

  load_folder (folder, loaded, cancellable);
  /* File systems that do not tell capitals from small letters have one folder for two ids. */
  for (guint i = 0; i < loaded->len; i++)
    {
      TideVersion *version = g_ptr_array_index (loaded, i);

      if (g_str_equal (version->register_id, register_id))
        g_ptr_array_add (versions, tide_version_ref (version));
    }
  g_ptr_array_sort_values (versions, compare_versions);

  return versions;
}

/**
 * tide_versions_forget:
 * @root: path of the folder of all versions
 * @register_id: id of a register
 * @content: SHA-256 of a file
 *
 * Removes the version before the last one if it is of @content, as the last one takes its place.
 * Blocks: for threads.
 */
void
tide_versions_forget (const char *root, const char *register_id, const char *content)
{
  g_autoptr (GPtrArray) versions = tide_versions_list (root, register_id, NULL);
  const TideVersion *version = versions->len > 1 ? g_ptr_array_index (versions, 1) : NULL;

  if (version != NULL && g_str_equal (version->content, content)
      && tide_file_system_calls.unlink (version->path) != 0)
    g_info ("Cannot remove %s: %s", version->path, g_strerror (errno));
}

/**
 * tide_versions_find:
 * @root: path of the folder of all versions
 * @uri: of a file
 * @cancellable: (nullable): stops the reading
 *
 * Finds what is kept of whatever was saved to a file. Blocks: for threads.
 *
 * Returns: (transfer full) (element-type TideVersion): the versions, by register, that which was
 * saved last and the latest version first
 */
GPtrArray *
tide_versions_find (const char *root, const char *uri, GCancellable *cancellable)
{
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  g_autoptr (GPtrArray) all = versions_new ();
  g_autoptr (GHashTable) times = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *versions = versions_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL
         && !g_cancellable_is_cancelled (cancellable))
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);

      load_folder (folder, all, cancellable);
    }
  for (guint i = 0; i < all->len; i++)
    {
      TideVersion *version = g_ptr_array_index (all, i);

      const gint64 *time = g_hash_table_lookup (times, version->register_id);

      if (g_strcmp0 (version->uri, uri) != 0)
        continue;

      g_ptr_array_add (versions, tide_version_ref (version));
      if (time == NULL || *time < version->time)
        g_hash_table_insert (times, version->register_id, &version->time);
    }
  g_ptr_array_sort_values_with_data (versions, compare_registers, times);

  return versions;
}

/**
 * tide_versions_keep:
 * @root: path of the folder of all versions, which is made where it is missing
 * @version: says whose bytes they are and where they come from; gets the rest
 * @bytes: the register's file
 * @now: the present time, seconds since 1970 UTC
 * @time_zone: (nullable): of the register, which makes its days
 * @error: why they are not kept: %TIDE_STORE_ERROR
 *
 * Keeps a version, unless the latest one is the same, and removes those that
 * tide_versions_choose() leaves out. Blocks: for threads.
 *
 * Returns: whether the latest version has these bytes
 */
gboolean
tide_versions_keep (const char *root,
                    TideVersion *version,
                    GBytes *bytes,
                    gint64 now,
                    const char *time_zone,
                    GError **error)
{
  return tide_versions_keep_with_calls (root, version, bytes, now, time_zone, TIDE_VERSIONS_LIMIT,
                                        &tide_file_system_calls, error);
}

static guint32
get_day (gint64 time, const char *time_zone)
{
  TideDate date;

  tide_date_init_from_time (&date, time, time_zone);

  return tide_date_is_set (&date) ? tide_date_get_first_day (&date) : 0;
}

/**
 * tide_versions_choose:
 * @versions: (element-type TideVersion): what is kept of a register, the latest first
 * @now: the present time, seconds since 1970 UTC
 * @time_zone: (nullable): of the register, which makes its days
 * @limit: how many bytes they may take
 * @is_kept: (array): of each version, whether it stays
 *
 * Chooses what stays: the last ten, and the last one of each day from thirty days ago on. Where
 * these take more than @limit, the oldest go, but never the latest.
 */
void
tide_versions_choose (
    const GPtrArray *versions, gint64 now, const char *time_zone, guint64 limit, guint8 *is_kept)
{
  const guint32 today = get_day (now, time_zone);
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);
  guint64 size = 0;
  gboolean is_full = FALSE;

  for (guint i = 0; i < versions->len; i++)
    {
      const TideVersion *version = g_ptr_array_index (versions, i);
      const guint32 day = get_day (version->time, time_zone);
      const gboolean is_last_of_day = g_hash_table_add (days, GUINT_TO_POINTER (day));

      is_kept[i] = i < N_SAVES || (is_last_of_day && day + N_DAYS >= today);
      if (!is_kept[i])
        continue;

      size += version->kept_size;
      is_full = is_full || size > limit;
      is_kept[i] = i == 0 || !is_full;
    }
}
