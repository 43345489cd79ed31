/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-store"

#include "store/tide-document-private.h"

/* Milliseconds from what is typed to the journal: seldom enough not to hold the typing. */
#define DELAY 1000

/* A form that is open, or that a crash has left and no window shows yet. */
typedef struct
{
  TideDraft *draft;      /* owned, nullable: of one that is shown */
  gulong edited;         /* handler */
  TideJournalForm *form; /* owned, nullable: as the journal has it, or shall have it */
  guint serial;
  gboolean is_written; /* whether the journal holds it */
} OpenForm;

static void
open_form_free (OpenForm *self)
{
  if (self->draft != NULL)
    g_signal_handler_disconnect (self->draft, self->edited);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->form, tide_journal_form_free);
  g_free (self);
}

static OpenForm *
add_form (TideDocument *self)
{
  OpenForm *open_form = g_new0 (OpenForm, 1);

  open_form->serial = ++self->last_form;
  g_ptr_array_add (self->forms, open_form);

  return open_form;
}

static void
close_form (TideDocument *self, guint index)
{
  const OpenForm *open_form = g_ptr_array_index (self->forms, index);

  if (open_form->is_written)
    tide_journal_close_form (self->journal, open_form->serial);
  g_ptr_array_remove_index (self->forms, index);
}

static void
write_form (TideDocument *self, OpenForm *open_form)
{
  const TidePayload *original = tide_draft_get_original (open_form->draft);
  g_autoptr (GVariant) typed = tide_draft_dup_typed (open_form->draft);

  if (open_form->form != NULL && g_variant_equal (open_form->form->typed, typed))
    return;

  g_clear_pointer (&open_form->form, tide_journal_form_free);
  open_form->form = tide_journal_form_new (
      open_form->serial, tide_clock_get_seconds (tide_register_get_clock (self->reg)),
      tide_draft_get_kind (open_form->draft), original != NULL ? original->id : NULL, typed);
  tide_journal_set_form (self->journal, open_form->form);
  open_form->is_written = TRUE;
}

/* Nothing differs from the record any more: there is nothing to keep. */
static void
drop_form (TideDocument *self, OpenForm *open_form)
{
  if (open_form->is_written)
    tide_journal_close_form (self->journal, open_form->serial);
  open_form->is_written = FALSE;
  g_clear_pointer (&open_form->form, tide_journal_form_free);
}

/* Brings the journal up to what has been typed. */
void
tide_document_write_forms (TideDocument *self)
{
  g_clear_handle_id (&self->forms_timeout, g_source_remove);
  for (guint i = 0; i < self->forms->len; i++)
    {
      OpenForm *open_form = g_ptr_array_index (self->forms, i);

      if (open_form->draft == NULL)
        continue;
      if (tide_draft_get_changed (open_form->draft))
        write_form (self, open_form);
      else
        drop_form (self, open_form);
    }
}

/* Lists what a journal that begins anew has to hold from its beginning. */
GPtrArray *
tide_document_dup_forms_to_keep (TideDocument *self)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_journal_form_free);

  for (guint i = 0; i < self->forms->len; i++)
    {
      OpenForm *open_form = g_ptr_array_index (self->forms, i);

      open_form->is_written = open_form->form != NULL;
      if (open_form->form != NULL)
        g_ptr_array_add (forms, tide_journal_form_copy (open_form->form));
    }

  return forms;
}

static gboolean
on_delay_over (gpointer data)
{
  TideDocument *self = data;

  self->forms_timeout = 0;
  tide_document_write_forms (self);

  return G_SOURCE_REMOVE;
}

/* Not put off again with each key: a long text is kept while it is typed. */
static void
on_edited (TideDocument *self)
{
  if (self->forms_timeout == 0)
    self->forms_timeout = g_timeout_add (DELAY, on_delay_over, self);
}

static gboolean
has_form (TideDocument *self, TideDraft *draft)
{
  for (guint i = 0; i < self->forms->len; i++)
    if (((const OpenForm *) g_ptr_array_index (self->forms, i))->draft == draft)
      return TRUE;

  return FALSE;
}

static void
add_draft (TideDocument *self, TideDraft *draft)
{
  OpenForm *open_form = add_form (self);

  open_form->draft = g_object_ref (draft);
  open_form->edited = g_signal_connect_swapped (draft, "edited", G_CALLBACK (on_edited), self);
}

static void
on_drafts_changed (
    TideDocument *self, guint position, guint n_removed, guint n_added, GListModel *drafts)
{
  for (guint i = self->forms->len; i > 0; i--)
    {
      const OpenForm *open_form = g_ptr_array_index (self->forms, i - 1);

      if (open_form->draft != NULL
          && !g_list_store_find (G_LIST_STORE (drafts), open_form->draft, NULL))
        close_form (self, i - 1);
    }

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (TideDraft) draft = g_list_model_get_item (drafts, i);

      if (!has_form (self, draft))
        add_draft (self, draft);
    }
}

void
tide_document_init_forms (TideDocument *self)
{
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) open_form_free);
}

/* Forgets them, and leaves in the journal what it holds of them. */
void
tide_document_clear_forms (TideDocument *self)
{
  g_clear_handle_id (&self->forms_timeout, g_source_remove);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_func (tide_register_get_drafts (self->reg), on_drafts_changed,
                                          self);
  g_ptr_array_set_size (self->forms, 0);
}

/* From now on what is typed in forms of the register is kept. */
void
tide_document_watch_forms (TideDocument *self)
{
  g_signal_connect_object (tide_register_get_drafts (self->reg), "items-changed",
                           G_CALLBACK (on_drafts_changed), self, G_CONNECT_SWAPPED);
}

/* Has the forms that a crash has left kept by the journal that begins next, until they are shown.
 */
void
tide_document_take_forms (TideDocument *self, const GPtrArray *forms)
{
  for (guint i = 0; i < forms->len; i++)
    {
      OpenForm *open_form = add_form (self);

      open_form->form = tide_journal_form_copy (g_ptr_array_index (forms, i));
      open_form->form->serial = open_form->serial;
    }
}

/**
 * tide_document_dup_waiting_forms:
 * @self: a document
 *
 * Returns: (transfer full) (element-type TideJournalForm): the forms that a crash has left, in the
 *   order in which they had been opened
 */
GPtrArray *
tide_document_dup_waiting_forms (TideDocument *self)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_journal_form_free);

  g_return_val_if_fail (TIDE_IS_DOCUMENT (self), forms);

  for (guint i = 0; i < self->forms->len; i++)
    {
      const OpenForm *open_form = g_ptr_array_index (self->forms, i);

      if (open_form->draft == NULL)
        g_ptr_array_add (forms, tide_journal_form_copy (open_form->form));
    }

  return forms;
}

static guint
find_waiting (TideDocument *self, guint serial)
{
  for (guint i = 0; i < self->forms->len; i++)
    {
      const OpenForm *open_form = g_ptr_array_index (self->forms, i);

      if (open_form->draft == NULL && open_form->serial == serial)
        return i;
    }

  return G_MAXUINT;
}

/**
 * tide_document_resume_form:
 * @self: a document
 * @form: one of tide_document_dup_waiting_forms()
 * @draft: the draft in which it goes on, which is open and has not been written yet
 *
 * Ends the waiting of a form that a crash has left: what the journal holds of it is what @draft
 * began with, so that another crash cannot leave it twice.
 */
void
tide_document_resume_form (TideDocument *self, const TideJournalForm *form, TideDraft *draft)
{
  const guint index = find_waiting (self, form->serial);
  OpenForm *waiting;

  g_return_if_fail (TIDE_IS_DOCUMENT (self));
  g_return_if_fail (index != G_MAXUINT);

  waiting = g_ptr_array_index (self->forms, index);
  for (guint i = 0; i < self->forms->len; i++)
    {
      OpenForm *open_form = g_ptr_array_index (self->forms, i);

      if (open_form->draft != draft)
        continue;
      open_form->serial = waiting->serial;
      open_form->form = g_steal_pointer (&waiting->form);
      open_form->is_written = waiting->is_written;
    }
  g_ptr_array_remove_index (self->forms, index);
}
