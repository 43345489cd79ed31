/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideDocument, tide_document, G_TYPE_OBJECT)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FILE,
  PROP_PLACE,
  PROP_BUSY,
  PROP_MODIFIED,
  PROP_SAVE_FAILED,
  PROP_OUTSIDE,
  PROP_SHARED,
  PROP_TROUBLE,
  PROP_VERSIONS_TROUBLE,
} TideDocumentProperty;

static GParamSpec *props[PROP_VERSIONS_TROUBLE + 1];

void
tide_document_set_busy (TideDocument *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BUSY]);
  tide_document_plan_autosave (self);
}

/* Takes @error, NULL after a success. */
void
tide_document_take_save_error (TideDocument *self, GError *error)
{
  const gboolean did_fail = self->save_error != NULL;

  g_clear_error (&self->save_error);
  self->save_error = error;
  if (did_fail || error != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_FAILED]);
}

void
tide_document_set_outside (TideDocument *self, TideFileChange outside, gboolean is_shared)
{
  const gboolean was_modified = tide_document_get_modified (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->outside != outside)
    {
      self->outside = outside;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OUTSIDE]);
    }
  if (self->is_shared != is_shared)
    {
      self->is_shared = is_shared;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHARED]);
    }
  if (was_modified != tide_document_get_modified (self))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
  g_object_thaw_notify (G_OBJECT (self));
  tide_document_plan_autosave (self);
}

/* Takes @stamp, NULL where the file cannot be looked at again. */
void
tide_document_take_file (TideDocument *self, GFile *file, const char *place, TideFileStamp *stamp)
{
  g_clear_pointer (&self->stamp, tide_file_stamp_free);
  self->stamp = stamp;
  self->is_older = FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  if (g_set_str (&self->place, place))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLACE]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* It was read from a place that is not its file. */
void
tide_document_forget_file (TideDocument *self)
{
  tide_document_take_file (self, NULL, NULL, NULL);
}

/* What the journal says has changed. */
void
tide_document_tell_trouble (TideDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TROUBLE]);
}

void
tide_document_tell_versions_trouble (TideDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VERSIONS_TROUBLE]);
}

void
tide_document_tell_modified (TideDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
  tide_document_plan_autosave (self);
}

void
tide_document_take_register (TideDocument *self, TideRegister *reg)
{
  g_assert (self->reg == NULL);

  self->reg = reg;
  g_signal_connect_object (reg, "notify::modified", G_CALLBACK (tide_document_tell_modified), self,
                           G_CONNECT_SWAPPED);
}

static void
tide_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideDocument *self = TIDE_DOCUMENT (object);

  switch ((TideDocumentProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, tide_document_get_modified (self));
      break;
    case PROP_SAVE_FAILED:
      g_value_set_boolean (value, tide_document_get_save_failed (self));
      break;
    case PROP_OUTSIDE:
      g_value_set_int (value, self->outside);
      break;
    case PROP_SHARED:
      g_value_set_boolean (value, self->is_shared);
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, tide_document_get_trouble (self));
      break;
    case PROP_VERSIONS_TROUBLE:
      g_value_set_string (value, tide_document_get_versions_trouble (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_document_dispose (GObject *object)
{
  TideDocument *self = TIDE_DOCUMENT (object);

  g_clear_handle_id (&self->autosave_source, g_source_remove);
  tide_document_clear_forms (self);
  g_clear_object (&self->reg);
  g_clear_object (&self->file);
  g_clear_object (&self->journal);

  G_OBJECT_CLASS (tide_document_parent_class)->dispose (object);
}

static void
tide_document_finalize (GObject *object)
{
  TideDocument *self = TIDE_DOCUMENT (object);

  g_ptr_array_unref (self->forms);
  g_free (self->place);
  g_clear_pointer (&self->stamp, tide_file_stamp_free);
  g_clear_error (&self->save_error);
  tide_file_hold_unref (self->hold);
  g_free (self->versions_folder);
  g_free (self->versions_trouble);
  g_clear_pointer (&self->base, tide_snapshot_unref);
  g_clear_pointer (&self->run_base, tide_snapshot_unref);

  G_OBJECT_CLASS (tide_document_parent_class)->finalize (object);
}

static void
tide_document_class_init (TideDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_document_get_property;
  object_class->dispose = tide_document_dispose;
  object_class->finalize = tide_document_finalize;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_SAVE_FAILED] = g_param_spec_boolean ("save-failed", NULL, NULL, FALSE, flags);
  props[PROP_OUTSIDE] = g_param_spec_int ("outside", NULL, NULL, TIDE_FILE_CHANGE_NONE,
                                          TIDE_FILE_CHANGE_MISSING, TIDE_FILE_CHANGE_NONE, flags);
  props[PROP_SHARED] = g_param_spec_boolean ("shared", NULL, NULL, FALSE, flags);
  props[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  props[PROP_VERSIONS_TROUBLE] = g_param_spec_string ("versions-trouble", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_document_init (TideDocument *self)
{
  self->hold = tide_file_hold_new ();
  self->calls = &tide_file_system_calls;
  tide_document_init_forms (self);
}

/**
 * tide_document_new:
 * @clock: where times and ids come from
 * @author: (nullable): who will be named in the history
 *
 * Returns: (transfer full): an empty register without a file
 */
TideDocument *
tide_document_new (TideClock *clock, const char *author)
{
  TideDocument *self = g_object_new (TIDE_TYPE_DOCUMENT, NULL);

  tide_document_take_register (self, tide_register_new (clock, author));

  return self;
}

/**
 * tide_document_get_register:
 * @self: a document
 *
 * Returns: (transfer none): its register
 */
TideRegister *
tide_document_get_register (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->reg;
}

/**
 * tide_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the file it was opened from or saved to last
 */
GFile *
tide_document_get_file (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * tide_document_get_place:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): in words for people, where its file is: see
 *   tide_file_place_dup()
 */
const char *
tide_document_get_place (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->place;
}

/**
 * tide_document_dup_name:
 * @self: a document
 * @language: language of the person
 *
 * Returns: (transfer full): the register's title, else its file's name, else "New Register"
 */
char *
tide_document_dup_name (TideDocument *self, TideLanguage language)
{
  const char *title;

  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  title = tide_text_get (&tide_register_get_settings (self->reg)->title, language);
  if (title != NULL)
    return g_strdup (title);
  if (self->file != NULL)
    return g_file_get_basename (self->file);

  return g_strdup (_ ("New Register"));
}

/**
 * tide_document_get_modified:
 * @self: a document
 *
 * Returns: whether closing it now would lose something: what was done, or, where the file is gone,
 *   the register
 */
gboolean
tide_document_get_modified (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->is_older || self->outside == TIDE_FILE_CHANGE_MISSING
         || tide_register_get_modified (self->reg);
}

/**
 * tide_document_get_busy:
 * @self: a document
 *
 * Returns: whether it is being saved
 */
gboolean
tide_document_get_busy (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

/**
 * tide_document_get_save_failed:
 * @self: a document
 *
 * Returns: whether the last attempt to save it failed
 */
gboolean
tide_document_get_save_failed (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->save_error != NULL;
}

/**
 * tide_document_get_save_error:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why the last attempt to save it failed
 */
const GError *
tide_document_get_save_error (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->save_error;
}

/**
 * tide_document_get_trouble:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why what is not saved would not survive a crash, as a
 *   sentence
 */
const char *
tide_document_get_trouble (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), NULL);

  return self->journal != NULL ? tide_journal_get_trouble (self->journal) : NULL;
}

/**
 * tide_document_is_untouched:
 * @self: a document
 *
 * Returns: whether it is a new register or a sample in which nothing has been done and no form is
 * open, so that a window may show another register in its place
 */
gboolean
tide_document_is_untouched (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), FALSE);

  return self->file == NULL && !tide_register_get_modified (self->reg)
         && !tide_register_get_can_redo (self->reg) && !tide_register_has_drafts (self->reg);
}
