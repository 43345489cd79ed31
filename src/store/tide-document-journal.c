/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

#include "store/tide-journal-private.h"

/* An undo comes inverted: what was undone is what can be redone now. */
static void
on_stepped (TideDocument *self, TideStep *step, TideRegister *reg)
{
  TideStep *undone = tide_register_get_redo_step (reg);

  if (step == tide_register_get_undo_step (reg))
    tide_journal_add_done (self->journal, step, tide_register_get_inverse (reg, step));
  else
    tide_journal_add_undone (self->journal, undone, tide_register_get_inverse (reg, undone));
}

static void
begin_journal (TideDocument *self, TideSnapshot *base, const char *replaced)
{
  g_autoptr (TideJournalOrigin) origin = NULL;
  g_autoptr (GPtrArray) steps = tide_register_dup_unsaved_steps (self->reg);
  g_autoptr (GPtrArray) undone = tide_register_dup_undone_steps (self->reg);
  g_autoptr (GPtrArray) forms = tide_document_dup_forms_to_keep (self);
  TideJournalStart start
      = { .base = base, .steps = steps, .undone = undone, .forms = forms, .replaced = replaced };

  origin = tide_journal_origin_new (tide_register_get_settings (self->reg), self->file, self->place,
                                    self->stamp != NULL ? self->stamp->content : NULL);
  start.origin = origin;
  tide_journal_begin (self->journal, &start);
}

/* Begins anew with what is not in the file, after a save. */
void
tide_document_begin_journal (TideDocument *self)
{
  if (self->journal != NULL)
    begin_journal (self, NULL, NULL);
}

static TideSnapshot *
dup_base (TideDocument *self)
{
  return self->file == NULL || self->is_older ? tide_register_dup_snapshot (self->reg) : NULL;
}

static void
keep_journal (TideDocument *self, const char *folder, TideSnapshot *base, const char *replaced)
{
  self->journal
      = tide_journal_new_with_calls (folder, tide_register_get_clock (self->reg), self->calls);
  g_signal_connect_object (self->journal, "notify::trouble",
                           G_CALLBACK (tide_document_tell_trouble), self, G_CONNECT_SWAPPED);
  begin_journal (self, base, replaced);
  g_signal_connect_object (self->reg, "stepped", G_CALLBACK (on_stepped), self, G_CONNECT_SWAPPED);
  tide_document_watch_forms (self);
}

/**
 * tide_document_keep_journal:
 * @self: a document in which nothing has been done yet
 * @folder: path of the folder of all journals
 *
 * Has every step from now on written to a journal, so that a crash loses none.
 */
void
tide_document_keep_journal (TideDocument *self, const char *folder)
{
  g_autoptr (TideSnapshot) base = NULL;

  g_return_if_fail (TIDE_IS_DOCUMENT (self));

  if (self->journal != NULL)
    return;

  base = dup_base (self);
  keep_journal (self, folder, base, NULL);
}

/* What is done from now on is not written any more. */
static void
end_journal (TideDocument *self)
{
  tide_journal_flush (self->journal);
  g_signal_handlers_disconnect_by_func (self->reg, on_stepped, self);
  tide_document_clear_forms (self);
  g_clear_object (&self->journal);
}

/**
 * tide_document_leave_journal:
 * @self: a document
 *
 * Waits until the journal, if one is kept, holds every step and what is typed in open forms, and
 * leaves it for the next start: for the end of the program.
 */
void
tide_document_leave_journal (TideDocument *self)
{
  g_return_if_fail (TIDE_IS_DOCUMENT (self));

  if (self->journal == NULL)
    return;

  tide_document_write_forms (self);
  end_journal (self);
}

/**
 * tide_document_discard_journal:
 * @self: a document
 *
 * Removes the journal, if one is kept, and keeps none any more: a person closes the register and
 * wants nothing of what is not saved. Waits until it is gone, as the program may end next.
 */
void
tide_document_discard_journal (TideDocument *self)
{
  g_return_if_fail (TIDE_IS_DOCUMENT (self));

  if (self->journal == NULL)
    return;

  tide_journal_discard (self->journal);
  end_journal (self);
}

/**
 * tide_document_recover:
 * @self: a document that has just been opened from the file, or the base, of @reading
 * @reading: what a crash has left
 * @folder: path of the folder of all journals
 * @n_left_out: (out): how many of its steps do not fit the file any more
 *
 * Does what had been done before the crash, and keeps a journal from now on. The forms that were
 * open wait in tide_document_dup_waiting_forms(). Where all of it fits,
 * that journal takes the place of @reading, which goes once it is safe; else @reading stays where
 * it is.
 *
 * Returns: how many steps have been done
 */
guint
tide_document_recover (TideDocument *self,
                       TideJournalReading *reading,
                       const char *folder,
                       guint *n_left_out)
{
  g_autoptr (TideSnapshot) base = NULL;
  guint n_done;

  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), 0);
  g_return_val_if_fail (self->journal == NULL, 0);

  if (reading->origin->uri == NULL)
    tide_document_forget_file (self);
  else if (reading->base_path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (reading->origin->uri);

      tide_document_set_older (self, file, reading->origin->place, reading->origin->content);
    }
  base = dup_base (self);
  n_done = tide_journal_reading_apply (reading, self->reg, n_left_out);
  tide_document_take_forms (self, reading->forms);
  keep_journal (self, folder, base, *n_left_out == 0 ? reading->path : NULL);
  if (*n_left_out == 0)
    tide_journal_replace (self->journal, reading->path, reading->base_path);

  return n_done;
}
