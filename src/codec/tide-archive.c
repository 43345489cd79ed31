/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-archive.h"

#include "core/tide-problem.h"

#include <zip.h>

#include <string.h>

#define CHUNK (64 * 1024)

#define STAT_NEEDED (ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)

/* Parts that unpack to less than this may be packed as tightly as they like. */
#define SMALL_PART (16 * 1024 * 1024)

typedef struct
{
  zip_uint64_t index;
  guint64 size; /* as the archive says */
  guint64 packed;
  guint64 n_read; /* the most that was read of it */
  guint n_elements;
  gboolean is_readable;
} Part;

struct _TideArchive
{
  GBytes *file;      /* owned */
  zip_t *zip;        /* owned */
  GHashTable *parts; /* (owned) (element-type utf8 Part): by dup_key() */
  guint64 n_read;    /* of all parts, each counted once */
  guint n_elements;  /* likewise */
  guint64 total;
  TideProgressFunc progress; /* nullable */
  gpointer user_data;
};

static gboolean
refuse (TideProblemCode code, const char *first, const char *second, GError **error)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, first, second, NULL);

  g_propagate_error (error, tide_problem_to_error (problem));

  return FALSE;
}

/* Names of parts are the same in small letters and capitals (ECMA-376-2, 6.2.2), and some programs
 * write the separators of their system. */
static char *
dup_key (const char *part)
{
  char *key = g_ascii_strdown (part[0] == '/' ? part + 1 : part, -1);

  return g_strdelimit (key, "\\", '/');
}

static gboolean
leads_out (const char *key)
{
  g_auto (GStrv) folders = g_strsplit (key, "/", -1);

  return g_strv_contains ((const char *const *) folders, "..");
}

static Part *
part_new (const zip_stat_t *stat)
{
  Part *part = g_new0 (Part, 1);

  part->index = stat->index;
  part->size = stat->size;
  part->packed = stat->comp_size;
  part->is_readable = stat->comp_method == ZIP_CM_STORE || stat->comp_method == ZIP_CM_DEFLATE;

  return part;
}

static gboolean
list_part (TideArchive *self, zip_uint64_t index, GError **error)
{
  g_autofree char *key = NULL;
  zip_stat_t stat;

  if (zip_stat_index (self->zip, index, 0, &stat) != 0 || (stat.valid & STAT_NEEDED) != STAT_NEEDED
      || !g_utf8_validate (stat.name, -1, NULL))
    return refuse (TIDE_PROBLEM_TRUNCATED, NULL, NULL, error);

  key = dup_key (stat.name);
  if (leads_out (key))
    return refuse (TIDE_PROBLEM_UNSAFE_PART, stat.name, NULL, error);
  if (stat.encryption_method != ZIP_EM_NONE)
    return refuse (TIDE_PROBLEM_PASSWORD, NULL, NULL, error);
  if (g_hash_table_contains (self->parts, key))
    return refuse (TIDE_PROBLEM_DUPLICATE_PART, stat.name, NULL, error);

  g_hash_table_insert (self->parts, g_steal_pointer (&key), part_new (&stat));

  return TRUE;
}

static gboolean
list_parts (TideArchive *self, GError **error)
{
  zip_int64_t n_parts = zip_get_num_entries (self->zip, 0);

  if (n_parts > TIDE_ARCHIVE_MAX_PARTS)
    return refuse (TIDE_PROBLEM_TOO_MANY_PARTS, "10,000", NULL, error);

  for (zip_int64_t i = 0; i < n_parts; i++)
    if (!list_part (self, (zip_uint64_t) i, error))
      return FALSE;

  return TRUE;
}

static zip_t *
open_zip (GBytes *file)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (file, &length);
  zip_source_t *source = zip_source_buffer_create (data, length, 0, NULL);
  zip_t *zip = source == NULL ? NULL : zip_open_from_source (source, ZIP_RDONLY, NULL);

  if (zip == NULL && source != NULL)
    zip_source_free (source);

  return zip;
}

/**
 * tide_archive_open:
 * @file: a file
 * @error: what is wrong with it
 *
 * Lists the parts of a zip archive.
 *
 * Returns: (transfer full) (nullable): the archive; %NULL with @error set where the file is none,
 *   is too large or damaged, is encrypted, or has parts that no honest archive has
 */
TideArchive *
tide_archive_open (GBytes *file, GError **error)
{
  g_autoptr (TideArchive) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  if (g_bytes_get_size (file) > TIDE_ARCHIVE_MAX_SIZE)
    {
      refuse (TIDE_PROBLEM_FILE_TOO_LARGE, "256 MB", NULL, error);
      return NULL;
    }
  if (!tide_archive_directory_check (file, error))
    return NULL;

  self = g_new0 (TideArchive, 1);
  self->file = g_bytes_ref (file);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->zip = open_zip (file);
  if (self->zip == NULL)
    {
      refuse (TIDE_PROBLEM_TRUNCATED, NULL, NULL, error);
      return NULL;
    }

  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tide_archive_free:
 * @self: (transfer full): an archive
 */
void
tide_archive_free (TideArchive *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->zip, zip_discard);
  g_hash_table_unref (self->parts);
  g_bytes_unref (self->file);
  g_free (self);
}

static Part *
find_part (const TideArchive *self, const char *part)
{
  g_autofree char *key = dup_key (part);

  return g_hash_table_lookup (self->parts, key);
}

/**
 * tide_archive_has_part:
 * @self: an archive
 * @part: the name of a part
 *
 * Returns: whether the archive has it
 */
gboolean
tide_archive_has_part (const TideArchive *self, const char *part)
{
  return find_part (self, part) != NULL;
}

/**
 * tide_archive_get_part_size:
 * @self: an archive
 * @part: the name of a part
 *
 * Returns: how many bytes the archive says that the part unpacks to, which may be untrue; 0 for a
 *   part that it does not have
 */
guint64
tide_archive_get_part_size (const TideArchive *self, const char *part)
{
  Part *found = find_part (self, part);

  return found == NULL ? 0 : found->size;
}

/**
 * tide_archive_watch:
 * @self: an archive
 * @total: how many bytes will be read
 * @progress: (nullable) (scope call): told how far it has come
 * @user_data: for @progress
 *
 * Has the reading of parts from here on tell how far it has come. What is read again is not told
 * again.
 */
void
tide_archive_watch (TideArchive *self, guint64 total, TideProgressFunc progress, gpointer user_data)
{
  self->n_read = 0;
  self->total = MAX (total, 1);
  self->progress = progress;
  self->user_data = user_data;
}

static void
tell_progress (const TideArchive *self)
{
  if (self->progress != NULL)
    self->progress (MIN (self->n_read, self->total), self->total, self->user_data);
}

/* Whether so much of a part is within the limits, besides what was read of others. */
static gboolean
check_size (
    const TideArchive *self, const char *name, const Part *part, guint64 size, GError **error)
{
  const guint64 others = self->n_read - MIN (part->n_read, self->n_read);

  if (size > TIDE_ARCHIVE_MAX_SIZE || others + size > TIDE_ARCHIVE_MAX_SIZE)
    return refuse (TIDE_PROBLEM_UNPACKS_TOO_LARGE, "256 MB", NULL, error);
  if (size > SMALL_PART && size / TIDE_ARCHIVE_MAX_RATIO > part->packed)
    return refuse (TIDE_PROBLEM_PACKED_TOO_TIGHT, "300", name, error);

  return TRUE;
}

/* Counts what has been read of a part. */
static gboolean
count (TideArchive *self, const char *name, Part *part, guint64 n_read, GError **error)
{
  if (!check_size (self, name, part, MAX (n_read, part->n_read), error))
    return FALSE;

  if (n_read > part->n_read)
    {
      self->n_read += n_read - part->n_read;
      part->n_read = n_read;
    }
  tell_progress (self);

  return TRUE;
}

static gboolean
read_chunks (TideArchive *self,
             const char *name,
             Part *part,
             zip_file_t *file,
             TideArchiveFunc func,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  guint64 n_read = 0;
  zip_int64_t length;

  while ((length = zip_fread (file, chunk, CHUNK)) > 0)
    {
      n_read += (guint64) length;
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !count (self, name, part, n_read, error)
          || !func (chunk, (gsize) length, user_data, error))
        return FALSE;
    }

  return length == 0 || refuse (TIDE_PROBLEM_DAMAGED_PART, name, NULL, error);
}

/**
 * tide_archive_read_part:
 * @self: an archive
 * @part: the name of a part
 * @func: (scope call): given the part piece by piece
 * @user_data: for @func
 * @cancellable: (nullable): stops it between two pieces
 * @error: why it stopped
 *
 * Unpacks a part.
 *
 * Returns: %FALSE with @error set where the archive does not have it, it is damaged, it unpacks to
 *   more than is allowed, or @func or @cancellable stopped it
 */
gboolean
tide_archive_read_part (TideArchive *self,
                        const char *part,
                        TideArchiveFunc func,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  Part *found;
  zip_file_t *file;
  gboolean is_read;

  g_return_val_if_fail (self != NULL && part != NULL && func != NULL, FALSE);

  found = find_part (self, part);
  if (found == NULL)
    return refuse (TIDE_PROBLEM_MISSING_PART, part, NULL, error);

  /* What says itself that it is a bomb is not unpacked at all. */
  if (!check_size (self, part, found, found->size, error))
    return FALSE;

  file = found->is_readable ? zip_fopen_index (self->zip, found->index, 0) : NULL;
  if (file == NULL)
    return refuse (TIDE_PROBLEM_DAMAGED_PART, part, NULL, error);

  is_read = read_chunks (self, part, found, file, func, user_data, cancellable, error);
  zip_fclose (file);

  return is_read;
}

/**
 * tide_archive_count_elements:
 * @self: an archive
 * @part: the name of a part that it has
 * @n: how many elements were read of it
 *
 * Notes how many elements a part has; one that is read again is not counted again.
 */
void
tide_archive_count_elements (TideArchive *self, const char *part, guint n)
{
  Part *found = find_part (self, part);

  g_return_if_fail (found != NULL);

  if (n <= found->n_elements)
    return;

  self->n_elements += n - found->n_elements;
  found->n_elements = n;
}

/**
 * tide_archive_get_other_elements:
 * @self: an archive
 * @part: the name of a part
 *
 * Returns: how many elements were read of all parts but this one
 */
guint
tide_archive_get_other_elements (const TideArchive *self, const char *part)
{
  const Part *found = find_part (self, part);

  return found == NULL ? self->n_elements : self->n_elements - found->n_elements;
}
