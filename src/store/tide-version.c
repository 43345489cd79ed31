/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-version.h"

#include "codec/tide-json-reader.h"
#include "store/tide-file-reader.h"
#include "store/tide-store-error.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The file: one line with the length and the checksum of the head, the head, the bytes. */
#define MARK "tideline-version"
#define FORM 1
#define GROUP "version"

/* The first line, and a head with the longest address and name that there may be. */
#define MAX_HEAD (64 * 1024)

/* A good deal faster than the default, and not much larger. */
#define COMPRESSION_LEVEL 4

static void
set_nullable_string (GKeyFile *keys, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (keys, GROUP, key, text);
}

static char *
dup_head (const TideVersion *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_string (keys, GROUP, "register", self->register_id);
  g_key_file_set_uint64 (keys, GROUP, "serial", self->serial);
  g_key_file_set_int64 (keys, GROUP, "time", self->time);
  set_nullable_string (keys, "author", self->author);
  set_nullable_string (keys, "uri", self->uri);
  g_key_file_set_string (keys, GROUP, "content", self->content);
  g_key_file_set_uint64 (keys, GROUP, "size", self->size);
  if (self->has_changes)
    {
      g_key_file_set_uint64 (keys, GROUP, "added", self->changes.n_added);
      g_key_file_set_uint64 (keys, GROUP, "changed", self->changes.n_changed);
      g_key_file_set_uint64 (keys, GROUP, "removed", self->changes.n_removed);
    }

  return g_key_file_to_data (keys, NULL, NULL);
}

static guint
get_count (GKeyFile *keys, const char *key)
{
  return (guint) MIN (g_key_file_get_uint64 (keys, GROUP, key, NULL), G_MAXUINT);
}

static TideVersion *
parse_head (const char *head, gsize length)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *register_id = NULL;
  g_autoptr (TideVersion) self = NULL;

  if (!g_key_file_load_from_data (keys, head, length, G_KEY_FILE_NONE, NULL))
    return NULL;

  register_id = g_key_file_get_string (keys, GROUP, "register", NULL);
  self = tide_version_new (register_id, g_key_file_get_int64 (keys, GROUP, "time", NULL));
  self->serial = g_key_file_get_uint64 (keys, GROUP, "serial", NULL);
  self->author = g_key_file_get_string (keys, GROUP, "author", NULL);
  self->uri = g_key_file_get_string (keys, GROUP, "uri", NULL);
  self->content = g_key_file_get_string (keys, GROUP, "content", NULL);
  self->size = g_key_file_get_uint64 (keys, GROUP, "size", NULL);
  self->has_changes = g_key_file_has_key (keys, GROUP, "added", NULL);
  self->changes.n_added = get_count (keys, "added");
  self->changes.n_changed = get_count (keys, "changed");
  self->changes.n_removed = get_count (keys, "removed");
  if (self->register_id == NULL || self->content == NULL || self->size > TIDE_FILE_READER_LIMIT)
    return NULL;

  return g_steal_pointer (&self);
}

/* Finds the head in what a file begins with. */
static const char *
find_head (const char *text, gsize size, gsize *length)
{
  const char *end = memchr (text, '\n', size);
  g_auto (GStrv) words = NULL;
  g_autofree char *line = NULL;
  g_autofree char *checksum = NULL;
  const char *head;
  guint64 n;

  if (end == NULL)
    return NULL;

  line = g_strndup (text, (gsize) (end - text));
  words = g_strsplit (line, " ", -1);
  if (g_strv_length (words) != 4 || !g_str_equal (words[0], MARK)
      || !g_str_equal (words[1], G_STRINGIFY (FORM))
      || !g_ascii_string_to_unsigned (words[2], 10, 1, MAX_HEAD, &n, NULL))
    return NULL;

  head = end + 1;
  if (n > size - (gsize) (head - text))
    return NULL;

  checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) head, n);
  if (!g_str_equal (checksum, words[3]))
    return NULL;

  *length = n;

  return head;
}

/**
 * tide_version_new:
 * @register_id: (nullable): id of the register
 * @time: when it was saved
 *
 * Returns: (transfer full): a version to be described further and then kept
 */
TideVersion *
tide_version_new (const char *register_id, gint64 time)
{
  TideVersion *self = g_new0 (TideVersion, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->register_id = g_strdup (register_id);
  self->time = time;

  return self;
}

/**
 * tide_version_ref:
 * @self: a version
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideVersion *
tide_version_ref (TideVersion *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_version_unref:
 * @self: (transfer full): a version
 */
void
tide_version_unref (TideVersion *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->path);
  g_free (self->register_id);
  g_free (self->author);
  g_free (self->uri);
  g_free (self->content);
  g_free (self);
}

/**
 * tide_version_pack:
 * @self: a version with its content and size
 * @bytes: the register's file
 * @error: why it could not be compressed
 *
 * Returns: (transfer full) (nullable): what the file it is kept in holds
 */
GBytes *
tide_version_pack (const TideVersion *self, GBytes *bytes, GError **error)
{
  g_autoptr (GZlibCompressor) compressor
      = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, COMPRESSION_LEVEL);
  g_autofree char *head = dup_head (self);
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, head, -1);
  g_autoptr (GBytes) body = g_converter_convert_bytes (G_CONVERTER (compressor), bytes, error);
  GString *text;

  if (body == NULL)
    return NULL;

  text = g_string_new (NULL);
  g_string_printf (text, MARK " %d %zu %s\n%s", FORM, strlen (head), checksum, head);
  g_string_append_len (text, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));

  return g_string_free_to_bytes (text);
}

static GFileInputStream *
open_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_read (file, cancellable, error);
}

/**
 * tide_version_load:
 * @path: of a file that tide_version_pack() filled
 * @cancellable: (nullable): stops the reading
 *
 * Reads what the file says of itself, without the register in it. Blocks: for threads.
 *
 * Returns: (transfer full) (nullable): the version; %NULL where there is none, or its head is
 * broken
 */
TideVersion *
tide_version_load (const char *path, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = open_file (path, cancellable, NULL);
  g_autoptr (GFileInfo) info = NULL;
  g_autofree char *text = g_malloc (MAX_HEAD);
  TideVersion *self;
  const char *head;
  gsize size;
  gsize length;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, MAX_HEAD, &size, cancellable,
                                   NULL))
    return NULL;

  head = find_head (text, size, &length);
  self = head != NULL ? parse_head (head, length) : NULL;
  if (self == NULL)
    return NULL;

  self->path = g_strdup (path);
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  self->kept_size = info != NULL ? (guint64) g_file_info_get_size (info) : size;

  return self;
}

/* Unpacks no more than the head promises, whatever the body says. */
static GBytes *
unpack (const TideVersion *self, GBytes *file, gsize begin, GCancellable *cancellable)
{
  g_autoptr (GBytes) body = g_bytes_new_from_bytes (file, begin, g_bytes_get_size (file) - begin);
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_bytes (body);
  g_autoptr (GZlibDecompressor) decompressor
      = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) stream
      = g_converter_input_stream_new (packed, G_CONVERTER (decompressor));
  g_autofree char *text = g_malloc (self->size + 1);
  g_autofree char *checksum = NULL;
  gsize size;

  if (!g_input_stream_read_all (stream, text, self->size + 1, &size, cancellable, NULL)
      || size != self->size)
    return NULL;

  checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  if (!g_str_equal (checksum, self->content))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&text), size);
}

/**
 * tide_version_read:
 * @self: a version that is kept
 * @cancellable: (nullable): stops the reading
 * @error: where a refusal is put: %TIDE_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads the very bytes that were saved, which their checksum vouches for. Blocks: for threads.
 *
 * Returns: (transfer full) (nullable): the register's file
 */
GBytes *
tide_version_read (const TideVersion *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GBytes) packed = tide_file_reader_read (file, cancellable, error);
  GBytes *bytes = NULL;
  const char *text;
  const char *head;
  gsize size;
  gsize length;

  if (packed == NULL)
    return NULL;

  text = g_bytes_get_data (packed, &size);
  head = text != NULL ? find_head (text, size, &length) : NULL;
  if (head != NULL)
    bytes = unpack (self, packed, (gsize) (head - text) + length, cancellable);
  if (bytes == NULL && !g_cancellable_set_error_if_cancelled (cancellable, error))
    g_set_error_literal (error, TIDE_STORE_ERROR, TIDE_STORE_ERROR_FAILED,
                         _ ("This version is damaged and cannot be read."));

  return bytes;
}

/**
 * tide_version_open:
 * @self: a version that is kept
 * @cancellable: (nullable): stops the reading
 * @problems: (out): doubts about its contents
 * @error: where a refusal is put, as by tide_version_read() and tide_json_read()
 *
 * Reads the register. Blocks: for threads.
 *
 * Returns: (transfer full) (nullable): the register as it was
 */
TideSnapshot *
tide_version_open (const TideVersion *self,
                   GCancellable *cancellable,
                   GPtrArray **problems,
                   GError **error)
{
  g_autoptr (GBytes) bytes = tide_version_read (self, cancellable, error);
  g_autofree char *name = NULL;

  if (bytes == NULL)
    return NULL;

  name = g_path_get_basename (self->path);

  return tide_json_read (bytes, name, NULL, NULL, cancellable, problems, error);
}
