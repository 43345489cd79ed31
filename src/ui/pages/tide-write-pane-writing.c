/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

/* Writing the text, off the main thread, and what is shown of it. */

#include "ui/pages/tide-write-pane-private.h"

#include "ui/pages/tide-briefing-work.h"

#define DELAY 120 /* milliseconds, so that what is changed in one go is written once */

/* A text on its way. */
typedef struct
{
  TideWritePane *pane;          /* owned */
  TideBriefingOptions *options; /* owned: what is asked for */
  TidePayload *saved;           /* owned, nullable: what it is compared with */
} Errand;

static void
errand_free (Errand *errand)
{
  g_object_unref (errand->pane);
  g_clear_pointer (&errand->options, tide_briefing_options_free);
  g_clear_pointer (&errand->saved, tide_payload_unref);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, errand_free)

/* The text ---------------------------------------------------------------------------------- */

static void
show_result (TideWritePane *self, const TideBriefingResult *result, Errand *errand)
{
  const gboolean is_open = errand->saved != NULL && g_strcmp0 (self->saved, errand->saved->id) == 0;

  g_clear_pointer (&self->options, tide_briefing_options_free);
  self->options = g_steal_pointer (&errand->options);
  tide_write_pane_set_briefing (self, result->briefing);
  if (is_open)
    tide_briefing_changes_show (self->changes, self->reg, errand->saved, result->changes);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), is_open);
  gtk_stack_set_visible_child_name (self->text_stack, "text");
}

static void
show_problem (TideWritePane *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  tide_write_pane_set_briefing (self, NULL);
  adw_status_page_set_description (self->problem_page, message);
  gtk_stack_set_visible_child_name (self->text_stack, "problem");
}

/* Writing ----------------------------------------------------------------------------------- */

/*
 * tide_write_pane_stop_writing:
 * @self: a pane
 *
 * Writes neither what is on its way nor what is still to come.
 */
void
tide_write_pane_stop_writing (TideWritePane *self)
{
  g_clear_handle_id (&self->write_id, g_source_remove);
  g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Errand) errand = data;
  TideWritePane *self = errand->pane;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideBriefingResult) written = tide_briefing_work_run_finish (result, &error);

  /* Something else is wanted by now, or nothing. */
  if (self->writing == NULL || g_task_get_cancellable (G_TASK (result)) != self->writing)
    return;

  g_clear_object (&self->writing);
  if (written != NULL)
    show_result (self, written, errand);
  else
    show_problem (self, error);
}

static gboolean
is_empty (TideRegister *reg)
{
  static const TideRecordKind kinds[]
      = { TIDE_RECORD_PROJECT, TIDE_RECORD_EVENT, TIDE_RECORD_INDICATOR, TIDE_RECORD_PLATFORM };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (tide_list_get_n (tide_register_get_list (reg, kinds[i])) > 0)
      return FALSE;

  return TRUE;
}

/* A saved briefing that is gone is open no longer. */
static const TidePayload *
find_saved (TideWritePane *self)
{
  const TidePayload *saved
      = self->saved != NULL
            ? tide_register_lookup_payload (self->reg, TIDE_RECORD_BRIEFING, self->saved)
            : NULL;

  if (saved == NULL)
    g_clear_pointer (&self->saved, g_free);

  return saved;
}

static void
write_text (TideWritePane *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  const TidePayload *saved = find_saved (self);
  Errand *errand = g_new0 (Errand, 1);

  errand->pane = g_object_ref (self);
  errand->options = tide_briefing_choices_dup_options (self->choices);
  if (saved != NULL)
    errand->saved = tide_payload_ref (saved);
  if (!self->has_briefing)
    gtk_stack_set_visible_child_name (self->text_stack, "busy");
  self->writing = g_cancellable_new ();
  tide_briefing_work_run_async (snapshot, errand->options, saved, self->writing, on_written,
                                errand);
}

static gboolean
on_write_due (gpointer data)
{
  TideWritePane *self = data;

  self->write_id = 0;
  tide_write_pane_stop_writing (self);
  self->is_stale = FALSE;
  if (self->reg == NULL || is_empty (self->reg))
    {
      tide_write_pane_set_briefing (self, NULL);
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return G_SOURCE_REMOVE;
    }

  gtk_stack_set_visible_child_name (self->stack, "briefing");
  tide_briefing_choices_offer (self->choices, self->reg);
  tide_saved_briefings_show (self->saved_list, self->reg);
  write_text (self);

  return G_SOURCE_REMOVE;
}

/*
 * tide_write_pane_queue_write:
 * @self: a pane
 *
 * Has the text written soon; one that nobody looks at is written when somebody does.
 */
void
tide_write_pane_queue_write (TideWritePane *self)
{
  self->is_stale = TRUE;
  g_clear_handle_id (&self->write_id, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->write_id = g_timeout_add (DELAY, on_write_due, self);
}
