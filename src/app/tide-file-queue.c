/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-file-queue.h"

#include "codec/tide-table-source.h"
#include "store/tide-file-reader.h"

#include <string.h>

/* How much of a file is looked at. */
#define HEAD (64 * 1024)

#define REGISTER_SUFFIX "tideline"

static const char *const table_suffixes[]
    = { "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "html", "htm", NULL };

typedef struct
{
  GFile *file; /* owned */
  char *hint;  /* owned */
} Entry;

struct _TideFileQueue
{
  GObject parent_instance;

  GQueue entries; /* of Entry, owned; the first one is being looked at */
  gboolean is_started;
  gboolean is_looking;
};

G_DEFINE_FINAL_TYPE (TideFileQueue, tide_file_queue, G_TYPE_OBJECT)

static guint found_signal;

static void
entry_free (Entry *entry)
{
  g_object_unref (entry->file);
  g_free (entry->hint);
  g_free (entry);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Entry, entry_free)

static char *
dup_suffix (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  return g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);
}

static gboolean
is_named_register (GFile *file)
{
  g_autofree char *suffix = dup_suffix (file);

  return strcmp (suffix, REGISTER_SUFFIX) == 0;
}

static gboolean
is_named_table (GFile *file)
{
  g_autofree char *suffix = dup_suffix (file);

  return g_strv_contains (table_suffixes, suffix);
}

/* The text of a register begins so, and that of no table that anybody would import. */
static gboolean
begins_as_register (GBytes *head)
{
  gsize length;
  const char *text = g_bytes_get_data (head, &length);
  gsize i = 0;

  while (i < length && g_ascii_isspace (text[i]))
    i++;

  return i < length && text[i] == '{';
}

/* What cannot be read is told by who opens a register. */
static gboolean
is_table (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GBytes) head = tide_file_reader_read_head (file, HEAD, cancellable, NULL);

  return head != NULL
         && (tide_table_source_is_likely (head)
             || (is_named_table (file) && !begins_as_register (head)));
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, is_table (data, cancellable));
}

static void
tell_next (TideFileQueue *self, gboolean is_table)
{
  g_autoptr (Entry) entry = g_queue_pop_head (&self->entries);

  g_signal_emit (self, found_signal, 0, entry->file, is_table, entry->hint);
}

static void
on_looked_at (GObject *source, GAsyncResult *result, gpointer data)
{
  TideFileQueue *self = TIDE_FILE_QUEUE (source);

  self->is_looking = FALSE;
  tell_next (self, g_task_propagate_boolean (G_TASK (result), NULL));
  tide_file_queue_start (self);
}

static void
look_at_next (TideFileQueue *self)
{
  while (self->is_started && !self->is_looking && !g_queue_is_empty (&self->entries))
    {
      const Entry *entry = g_queue_peek_head (&self->entries);
      g_autoptr (GTask) task = NULL;

      if (is_named_register (entry->file))
        {
          tell_next (self, FALSE);
          continue;
        }

      self->is_looking = TRUE;
      task = g_task_new (self, NULL, on_looked_at, NULL);
      g_task_set_static_name (task, "tide-file-queue");
      g_task_set_task_data (task, g_object_ref (entry->file), g_object_unref);
      g_task_run_in_thread (task, look_in_thread);
    }
}

static void
tide_file_queue_finalize (GObject *object)
{
  TideFileQueue *self = TIDE_FILE_QUEUE (object);

  g_queue_clear_full (&self->entries, (GDestroyNotify) entry_free);

  G_OBJECT_CLASS (tide_file_queue_parent_class)->finalize (object);
}

static void
tide_file_queue_class_init (TideFileQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_file_queue_finalize;

  found_signal = g_signal_new ("found", TIDE_TYPE_FILE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 3, G_TYPE_FILE, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
tide_file_queue_init (TideFileQueue *self)
{
  g_queue_init (&self->entries);
}

/**
 * tide_file_queue_new:
 *
 * Returns: (transfer full): a queue that has not been started
 */
TideFileQueue *
tide_file_queue_new (void)
{
  return g_object_new (TIDE_TYPE_FILE_QUEUE, NULL);
}

/**
 * tide_file_queue_push:
 * @self: a queue
 * @file: a file
 * @hint: what is to be told with it
 *
 * Has the file looked at, once those that came before have been. `found` tells when: at once for a
 * file with the name of a register, where nothing waits.
 */
void
tide_file_queue_push (TideFileQueue *self, GFile *file, const char *hint)
{
  Entry *entry;

  g_return_if_fail (TIDE_IS_FILE_QUEUE (self));
  g_return_if_fail (G_IS_FILE (file));

  entry = g_new0 (Entry, 1);
  entry->file = g_object_ref (file);
  entry->hint = g_strdup (hint);
  g_queue_push_tail (&self->entries, entry);
  look_at_next (self);
}

/**
 * tide_file_queue_start:
 * @self: a queue
 *
 * Begins to look at files. Until then they wait.
 */
void
tide_file_queue_start (TideFileQueue *self)
{
  g_return_if_fail (TIDE_IS_FILE_QUEUE (self));

  self->is_started = TRUE;
  look_at_next (self);
}

/**
 * tide_file_queue_get_table_suffixes:
 *
 * Returns: (transfer none) (array zero-terminated=1): the endings of the names of tables
 */
const char *const *
tide_file_queue_get_table_suffixes (void)
{
  return table_suffixes;
}
