/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-clipboard-table.h"

#include "codec/tide-table.h"
#include "core/tide-problem.h"

#include <string.h>

/* How much is read at once. */
#define CHUNK (256 * 1024)

/* Pages tell which cells are numbers, and which belong together: they come first. */
static const char *const types[] = { "text/html", "text/tab-separated-values", "text/csv",
                                     "text/plain;charset=utf-8", "text/plain" };

typedef struct
{
  guint type;        /* of those above: what is read */
  GByteArray *bytes; /* owned: what has been read of it */
} Reading;

static void read_as (GTask *task, guint type);

static void
reading_free (Reading *reading)
{
  g_byte_array_unref (reading->bytes);
  g_free (reading);
}

/* The first of them, from one on, that there is: whoever has copied it may offer text first. */
static guint
find_type (GdkClipboard *clipboard, guint from)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  for (guint i = from; i < G_N_ELEMENTS (types); i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      return i;

  return G_N_ELEMENTS (types);
}

static gboolean
is_within_limit (GTask *task, const GByteArray *bytes)
{
  g_autofree char *limit = NULL;
  g_autoptr (TideProblem) problem = NULL;

  if (bytes->len <= TIDE_TABLE_MAX_SIZE)
    return TRUE;

  limit = g_strdup_printf ("%d", TIDE_TABLE_MAX_SIZE / 1024 / 1024);
  problem = tide_problem_new (TIDE_PROBLEM_FILE_TOO_LARGE, limit, NULL);
  g_task_return_error (task, tide_problem_to_error (problem));

  return FALSE;
}

static gboolean
has_table (const GByteArray *page)
{
  static const char tag[] = "<table";

  for (guint i = 0; i + strlen (tag) <= page->len; i++)
    if (g_ascii_strncasecmp ((const char *) page->data + i, tag, strlen (tag)) == 0)
      return TRUE;

  return FALSE;
}

/* Editors offer a page of what is a table in its text alone. */
static void
on_all_read (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);
  const guint next = find_type (g_task_get_source_object (task), reading->type + 1);

  if (reading->type == 0 && next < G_N_ELEMENTS (types) && !has_table (reading->bytes))
    read_as (task, next);
  else
    g_task_return_pointer (task, g_bytes_new (reading->bytes->data, reading->bytes->len),
                           (GDestroyNotify) g_bytes_unref);
}

static void
on_chunk_read (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GByteArray *bytes = ((Reading *) g_task_get_task_data (task))->bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, &error);

  if (chunk == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (g_bytes_get_size (chunk) == 0)
    on_all_read (task);
  else
    {
      g_byte_array_append (bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
      if (is_within_limit (task, bytes))
        g_input_stream_read_bytes_async (G_INPUT_STREAM (stream), CHUNK, G_PRIORITY_DEFAULT,
                                         g_task_get_cancellable (task), on_chunk_read,
                                         g_object_ref (task));
    }
}

static void
on_opened (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream
      = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, &error);

  if (stream == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT,
                                     g_task_get_cancellable (task), on_chunk_read,
                                     g_object_ref (task));
}

static void
read_as (GTask *task, guint type)
{
  Reading *reading = g_task_get_task_data (task);
  const char *chosen[] = { types[type], NULL };

  reading->type = type;
  g_byte_array_set_size (reading->bytes, 0);
  gdk_clipboard_read_async (g_task_get_source_object (task), chosen, G_PRIORITY_DEFAULT,
                            g_task_get_cancellable (task), on_opened, g_object_ref (task));
}

/**
 * tide_clipboard_read_table_async:
 * @clipboard: a clipboard
 * @cancellable: (nullable): to give up
 * @callback: called when it is read
 * @user_data: for @callback
 *
 * Reads what may be a table from whoever has copied it: a page with a table, or else text.
 */
void
tide_clipboard_read_table_async (GdkClipboard *clipboard,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (clipboard, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->bytes = g_byte_array_new ();
  g_task_set_static_name (task, "tide-clipboard-table");
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  read_as (task, MIN (find_type (clipboard, 0), G_N_ELEMENTS (types) - 1));
}

/**
 * tide_clipboard_read_table_finish:
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_NOT_SUPPORTED, where nothing like a table was copied, and
 *   for what has more than %TIDE_TABLE_MAX_SIZE bytes
 *
 * Returns: (transfer full) (nullable): it, for tide_table_source_new()
 */
GBytes *
tide_clipboard_read_table_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
