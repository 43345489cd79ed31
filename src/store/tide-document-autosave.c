/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

/* How much longer to wait after a save has failed. */
#define PATIENCE 12

static gboolean
may_autosave (TideDocument *self)
{
  return self->autosave_delay > 0 && self->file != NULL && !self->is_older
         && self->outside == TIDE_FILE_CHANGE_NONE && tide_register_get_modified (self->reg);
}

static gboolean
on_autosave_due (gpointer data)
{
  TideDocument *self = data;

  self->autosave_source = 0;
  if (may_autosave (self) && !self->busy)
    tide_document_save_automatically (self);

  return G_SOURCE_REMOVE;
}

/* Not put off again with each step: what is done is never unsaved for longer. A failure is waited
 * out; the document tells of it. */
void
tide_document_plan_autosave (TideDocument *self)
{
  const guint delay = self->autosave_delay * (self->save_error != NULL ? PATIENCE : 1);

  if (!may_autosave (self))
    g_clear_handle_id (&self->autosave_source, g_source_remove);
  else if (self->autosave_source == 0 && !self->busy)
    self->autosave_source = g_timeout_add (delay, on_autosave_due, self);
}

/**
 * tide_document_set_autosave:
 * @self: a document
 * @delay: milliseconds from a change to its saving; 0 to save only when that is asked for
 *
 * Has the register saved by itself, as tide_document_save_async() does, as long as it has a file
 * that is neither damaged nor changed by somebody else.
 */
void
tide_document_set_autosave (TideDocument *self, guint delay)
{
  g_return_if_fail (TIDE_IS_DOCUMENT (self));

  if (self->autosave_delay == delay)
    return;

  self->autosave_delay = delay;
  g_clear_handle_id (&self->autosave_source, g_source_remove);
  tide_document_plan_autosave (self);
}

/**
 * tide_document_get_autosave:
 * @self: a document
 *
 * Returns: milliseconds from a change to its saving; 0 if the register is not saved by itself
 */
guint
tide_document_get_autosave (TideDocument *self)
{
  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), 0);

  return self->autosave_delay;
}
