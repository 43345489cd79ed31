/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-session.h"

#include "app/tide-session-text.h"
#include "store/tide-safe-writer.h"

#include <string.h>

struct _TideSession
{
  GObject parent_instance;

  GFile *file;
  TideClock *clock;
  GListStore *recents;  /* of TideRecent */
  GPtrArray *forgotten; /* nullable: the list before something was taken out of it last */
  char *written;        /* nullable: the text that was written last */
  gboolean writing;
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (TideSession, tide_session, G_TYPE_OBJECT)

typedef enum
{
  PROP_RECENTS = 1,
  PROP_WRITING,
  PROP_ENABLED,
} TideSessionProperty;

static GParamSpec *props[PROP_ENABLED + 1];

/* Writing ----------------------------------------------------------------------------------- */

typedef struct
{
  GFile *file;
  GBytes *text;
} WriteJob;

static void
write_job_free (WriteJob *job)
{
  g_object_unref (job->file);
  g_bytes_unref (job->text);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteJob *job = data;
  g_autoptr (GFile) folder = g_file_get_parent (job->file);
  g_autofree char *path = g_file_get_path (folder);
  GError *error = NULL;

  /* The folder tells what a person works on: nobody else's to read. */
  g_mkdir_with_parents (path, 0700);
  if (tide_safe_writer_write (job->file, job->text, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
set_writing (TideSession *self, gboolean writing)
{
  if (self->writing == writing)
    return;

  self->writing = writing;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WRITING]);
}

static void start_writing (TideSession *self);

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideSession) self = data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_message ("What was open could not be written down: %s", error->message);
  start_writing (self);
}

/* Once more where something has changed meanwhile; else that was it. The task does not hold the
 * session, which must not go in the thread. */
static void
start_writing (TideSession *self)
{
  g_autofree char *text = tide_session_text_write (G_LIST_MODEL (self->recents));
  g_autoptr (GTask) task = NULL;
  WriteJob *job;

  if (!g_set_str (&self->written, text))
    {
      set_writing (self, FALSE);
      return;
    }

  set_writing (self, TRUE);
  job = g_new0 (WriteJob, 1);
  job->file = g_object_ref (self->file);
  job->text = g_bytes_new (text, strlen (text));
  task = g_task_new (NULL, NULL, on_written, g_object_ref (self));
  g_task_set_source_tag (task, start_writing);
  g_task_set_task_data (task, job, (GDestroyNotify) write_job_free);
  g_task_run_in_thread (task, write_in_thread);
}

static void
save (TideSession *self)
{
  if (!self->writing)
    start_writing (self);
}

/* The list ---------------------------------------------------------------------------------- */

static TideRecent *
get_recent (TideSession *self, guint position)
{
  g_autoptr (TideRecent) recent = g_list_model_get_item (G_LIST_MODEL (self->recents), position);

  /* The list holds it too. */
  return recent;
}

static gboolean
find_position (TideSession *self, GFile *file, guint *position)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->recents));

  for (*position = 0; *position < n; (*position)++)
    if (g_file_equal (tide_recent_get_file (get_recent (self, *position)), file))
      return TRUE;

  return FALSE;
}

static GPtrArray *
dup_list (TideSession *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->recents));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, g_list_model_get_item (G_LIST_MODEL (self->recents), i));

  return list;
}

static void
begin_forgetting (TideSession *self)
{
  g_clear_pointer (&self->forgotten, g_ptr_array_unref);
  self->forgotten = dup_list (self);
}

/* Appends those whose file is not in the list. */
static void
append_absent (TideSession *self, GPtrArray *recents)
{
  guint position;

  for (guint i = 0; i < recents->len; i++)
    {
      TideRecent *recent = g_ptr_array_index (recents, i);

      if (g_list_model_get_n_items (G_LIST_MODEL (self->recents)) < TIDE_SESSION_MAX_RECENTS
          && !find_position (self, tide_recent_get_file (recent), &position))
        g_list_store_append (self->recents, recent);
    }
}

/* Files ----------------------------------------------------------------------------------- */

static void
on_looked_for (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideRecent) recent = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  tide_recent_set_missing (recent, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideSession *self = TIDE_SESSION (object);

  switch ((TideSessionProperty) id)
    {
    case PROP_RECENTS:
      g_value_set_object (value, self->recents);
      break;
    case PROP_WRITING:
      g_value_set_boolean (value, self->writing);
      break;
    case PROP_ENABLED:
      g_value_set_boolean (value, self->enabled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideSession *self = TIDE_SESSION (object);

  switch ((TideSessionProperty) id)
    {
    case PROP_ENABLED:
      tide_session_set_enabled (self, g_value_get_boolean (value));
      break;
    case PROP_RECENTS:
    case PROP_WRITING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_session_finalize (GObject *object)
{
  TideSession *self = TIDE_SESSION (object);

  g_clear_object (&self->file);
  g_clear_object (&self->clock);
  g_clear_object (&self->recents);
  g_clear_pointer (&self->forgotten, g_ptr_array_unref);
  g_free (self->written);

  G_OBJECT_CLASS (tide_session_parent_class)->finalize (object);
}

static void
tide_session_class_init (TideSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_session_get_property;
  object_class->set_property = tide_session_set_property;
  object_class->finalize = tide_session_finalize;

  props[PROP_RECENTS] = g_param_spec_object ("recents", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  props[PROP_WRITING] = g_param_spec_boolean ("writing", NULL, NULL, FALSE, flags);
  props[PROP_ENABLED]
      = g_param_spec_boolean ("enabled", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_session_init (TideSession *self)
{
  self->recents = g_list_store_new (TIDE_TYPE_RECENT);
  self->enabled = TRUE;
}

/**
 * tide_session_new:
 * @file: where it keeps itself; a local file, which need not exist
 * @clock: when registers are opened
 *
 * Returns: (transfer full): a session that remembers nothing yet
 */
TideSession *
tide_session_new (GFile *file, TideClock *clock)
{
  TideSession *self;

  g_return_val_if_fail (g_file_peek_path (file) != NULL, NULL);

  self = g_object_new (TIDE_TYPE_SESSION, NULL);
  self->file = g_object_ref (file);
  self->clock = g_object_ref (clock);

  return self;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  TideSession *self = g_task_get_source_object (task);
  g_autofree char *text = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, NULL))
    {
      g_autoptr (GPtrArray) recents = tide_session_text_read (text, length);

      if (self->enabled)
        {
          append_absent (self, recents);
          g_free (self->written);
          self->written = tide_session_text_write (G_LIST_MODEL (self->recents));
        }
      else
        save (self);
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * tide_session_load_async:
 * @self: a session
 * @callback: called when it is loaded
 * @user_data: for @callback
 *
 * Remembers what the file holds. One that is not there, or not to be understood, is no reason to
 * keep a person waiting: it is as if nothing had ever been opened.
 */
void
tide_session_load_async (TideSession *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TIDE_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, tide_session_load_async);
  g_file_load_contents_async (self->file, NULL, on_loaded, g_steal_pointer (&task));
}

/**
 * tide_session_load_finish:
 * @self: a session
 * @result: what the callback was given
 */
void
tide_session_load_finish (TideSession *self, GAsyncResult *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * tide_session_get_recents:
 * @self: a session
 *
 * Returns: (transfer none): the registers opened last, as #TideRecent, the latest first
 */
GListModel *
tide_session_get_recents (TideSession *self)
{
  g_return_val_if_fail (TIDE_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->recents);
}

/**
 * tide_session_get_writing:
 * @self: a session
 *
 * Returns: whether something would be lost if the program ended now
 */
gboolean
tide_session_get_writing (TideSession *self)
{
  g_return_val_if_fail (TIDE_IS_SESSION (self), FALSE);

  return self->writing;
}

/**
 * tide_session_get_enabled:
 * @self: a session
 *
 * Returns: whether it remembers anything
 */
gboolean
tide_session_get_enabled (TideSession *self)
{
  g_return_val_if_fail (TIDE_IS_SESSION (self), FALSE);

  return self->enabled;
}

/**
 * tide_session_set_enabled:
 * @self: a session
 * @enabled: whether it is to remember anything
 *
 * What it knows is forgotten for good where a person does not want it remembered.
 */
void
tide_session_set_enabled (TideSession *self, gboolean enabled)
{
  g_return_if_fail (TIDE_IS_SESSION (self));

  enabled = !!enabled;
  if (self->enabled == enabled)
    return;

  self->enabled = enabled;
  if (!enabled && g_list_model_get_n_items (G_LIST_MODEL (self->recents)) > 0)
    {
      g_list_store_remove_all (self->recents);
      g_clear_pointer (&self->forgotten, g_ptr_array_unref);
      save (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENABLED]);
}

/**
 * tide_session_find:
 * @self: a session
 * @file: a file
 *
 * Returns: (transfer none) (nullable): what is remembered of it
 */
TideRecent *
tide_session_find (TideSession *self, GFile *file)
{
  guint position;

  g_return_val_if_fail (TIDE_IS_SESSION (self), NULL);

  return find_position (self, file, &position) ? get_recent (self, position) : NULL;
}

/**
 * tide_session_remember:
 * @self: a session
 * @file: the file of a register that has just been opened
 * @title: its title
 * @place: (nullable): where the file is, for people; of one that is gone it could not be asked
 *
 * Puts the register in front. How it was left before stays known. Nothing is done where the person
 * wants nothing remembered.
 */
void
tide_session_remember (TideSession *self, GFile *file, const char *title, const char *place)
{
  g_autoptr (TideRecent) recent = NULL;
  guint position;

  g_return_if_fail (TIDE_IS_SESSION (self));

  if (!self->enabled)
    return;

  if (find_position (self, file, &position))
    {
      recent = g_object_ref (get_recent (self, position));
      g_list_store_remove (self->recents, position);
    }
  else
    {
      recent = tide_recent_new (file);
    }

  tide_recent_set_title (recent, title);
  tide_recent_set_place (recent, place);
  tide_recent_set_opened (recent, tide_clock_get_seconds (self->clock));
  tide_recent_set_missing (recent, FALSE);
  g_list_store_insert (self->recents, 0, recent);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->recents)) > TIDE_SESSION_MAX_RECENTS)
    g_list_store_remove (self->recents, TIDE_SESSION_MAX_RECENTS);
  save (self);
}

/**
 * tide_session_keep_view:
 * @self: a session
 * @file: the file of a register
 * @title: its title
 * @view: what its window shows, an `a{sv}`
 *
 * Remembers how the register is left, unless it has been forgotten.
 */
void
tide_session_keep_view (TideSession *self, GFile *file, const char *title, GVariant *view)
{
  TideRecent *recent;

  g_return_if_fail (TIDE_IS_SESSION (self));

  recent = tide_session_find (self, file);
  if (recent == NULL)
    return;

  tide_recent_set_title (recent, title);
  tide_recent_set_view (recent, view);
  save (self);
}

/**
 * tide_session_forget:
 * @self: a session
 * @file: a file
 *
 * Forgets the register of @file. The file itself is not touched.
 */
void
tide_session_forget (TideSession *self, GFile *file)
{
  guint position;

  g_return_if_fail (TIDE_IS_SESSION (self));

  if (!find_position (self, file, &position))
    return;

  begin_forgetting (self);
  g_list_store_remove (self->recents, position);
  save (self);
}

/**
 * tide_session_forget_all:
 * @self: a session
 *
 * Forgets every register.
 */
void
tide_session_forget_all (TideSession *self)
{
  g_return_if_fail (TIDE_IS_SESSION (self));

  begin_forgetting (self);
  g_list_store_remove_all (self->recents);
  save (self);
}

/**
 * tide_session_undo_forget:
 * @self: a session
 *
 * Remembers again what was forgotten last, where it stood.
 */
void
tide_session_undo_forget (TideSession *self)
{
  g_autoptr (GPtrArray) forgotten = g_steal_pointer (&self->forgotten);
  g_autoptr (GPtrArray) newer = NULL;

  g_return_if_fail (TIDE_IS_SESSION (self));

  if (forgotten == NULL)
    return;

  newer = dup_list (self);
  for (guint i = newer->len; i > 0; i--)
    if (g_ptr_array_find (forgotten, g_ptr_array_index (newer, i - 1), NULL))
      g_ptr_array_remove_index (newer, i - 1);
  g_list_store_splice (self->recents, 0, g_list_model_get_n_items (G_LIST_MODEL (self->recents)),
                       newer->pdata, newer->len);
  append_absent (self, forgotten);
  save (self);
}

/**
 * tide_session_look_for_files:
 * @self: a session
 *
 * Looks, without waiting, whether the files are still where they were, and sets `missing` of each
 * #TideRecent to what it finds.
 */
void
tide_session_look_for_files (TideSession *self)
{
  g_return_if_fail (TIDE_IS_SESSION (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->recents)); i++)
    {
      TideRecent *recent = get_recent (self, i);

      g_file_query_info_async (tide_recent_get_file (recent), G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_looked_for,
                               g_object_ref (recent));
    }
}
