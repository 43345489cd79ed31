/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "core/tide-register-later.h"
#include "core/tide-snapshot-part.h"
#include "ui/lists/tide-clipboard-table.h"
#include "ui/lists/tide-projects-copy.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

static void
tell (TideProjectsTable *self, const char *text)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    tide_toast_show (ADW_TOAST_OVERLAY (overlay), text, NULL);
}

/* Copying ------------------------------------------------------------------------------------- */

static GPtrArray *
dup_selected (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *projects = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean has_one = gtk_bitset_iter_init_first (&iter, selected, &position); has_one;
       has_one = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

      if (TIDE_IS_PROJECT (item))
        g_ptr_array_add (projects,
                         tide_payload_ref (&tide_project_get_payload (TIDE_PROJECT (item))->base));
    }

  return projects;
}

static void
write_copy (GTask *task, gpointer source, gpointer copy, GCancellable *cancellable)
{
  g_task_return_pointer (task, tide_projects_copy_write (copy), g_object_unref);
}

static void
tell_copied (TideProjectsTable *self, TideProjectsCopy *copy)
{
  const guint n = tide_projects_copy_get_n (copy);
  const guint n_withheld = tide_projects_copy_get_n_withheld (copy);
  g_autofree char *copied = NULL;
  g_autofree char *withheld = NULL;
  g_autofree char *text = NULL;

  /* Translators: how many projects were copied to the clipboard */
  copied = g_strdup_printf (ngettext ("%u project copied", "%u projects copied", n), n);
  if (n_withheld == 0)
    {
      tell (self, copied);
      return;
    }

  withheld = g_strdup_printf (
      /* Translators: of how many copied projects names and parties were left out */
      ngettext ("without the names of %u confidential project",
                "without the names of %u confidential projects", n_withheld),
      n_withheld);
  /* Translators: "3 projects copied", then "without the names of 1 confidential project" */
  text = g_strdup_printf (_ ("%s, %s"), copied, withheld);
  tell (self, text);
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer data)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (source);
  g_autoptr (GdkContentProvider) provider = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Something else has been copied since, or nobody waits for it any more. */
  if (provider == NULL)
    return;

  g_clear_object (&self->copying);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
  tell_copied (self, g_task_get_task_data (G_TASK (result)));
}

/*
 * tide_projects_table_copy:
 * @self: a table
 * @includes_names: whether other programs get the names of confidential projects too
 *
 * Copies the selected projects to the clipboard.
 */
void
tide_projects_table_copy (TideProjectsTable *self, gboolean includes_names)
{
  g_autoptr (GPtrArray) projects = dup_selected (self);
  g_autoptr (GTask) task = NULL;

  if (projects->len == 0)
    return;

  tide_projects_table_stop_copying (self);
  self->copying = g_cancellable_new ();
  task = g_task_new (self, self->copying, on_copied, NULL);
  g_task_set_static_name (task, "tide-projects-copy");
  g_task_set_task_data (task,
                        tide_projects_copy_new (tide_view_get_snapshot (self->view), projects,
                                                &self->choice, self->amount_kind, includes_names),
                        (GDestroyNotify) tide_projects_copy_free);
  g_task_run_in_thread (task, write_copy);
}

/*
 * tide_projects_table_stop_copying:
 * @self: a table that goes away, or copies something else
 */
void
tide_projects_table_stop_copying (TideProjectsTable *self)
{
  g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
}

/* Pasting ------------------------------------------------------------------------------------- */

/* Projects on their way into a register. */
typedef struct
{
  TideProjectsTable *table; /* owned */
  TideRegister *reg;        /* owned */
  TideSnapshot *snapshot;   /* owned: of the register */
  TideSnapshot *part;       /* owned: the projects */
  TideStep *step;           /* owned; nullable: that adds them */
} Pasting;

static void
pasting_free (Pasting *self)
{
  g_object_unref (self->table);
  g_object_unref (self->reg);
  tide_snapshot_unref (self->snapshot);
  tide_snapshot_unref (self->part);
  g_clear_pointer (&self->step, tide_step_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pasting, pasting_free)

static Pasting *
pasting_new (TideProjectsTable *table, TideSnapshot *part)
{
  Pasting *self = g_new0 (Pasting, 1);

  self->table = g_object_ref (table);
  self->reg = g_object_ref (table->reg);
  self->snapshot = tide_register_dup_snapshot (table->reg);
  self->part = tide_snapshot_ref (part);

  return self;
}

/* Those that the filter lets through, with the focus on the first of them. */
static void
select_pasted (TideProjectsTable *self, const TideStep *step)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all
      = gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->selection)));

  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);
      guint position;

      if (edit->record_kind == TIDE_RECORD_PROJECT
          && tide_view_find (self->view, edit->record, &position))
        gtk_bitset_add (selected, tide_project_groups_from_view (self->groups, position));
    }
  if (gtk_bitset_is_empty (selected))
    return;

  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, all);
  gtk_column_view_scroll_to (self->column_view, gtk_bitset_get_minimum (selected), NULL,
                             GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
on_pasted (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pasting) pasting = data;
  TideProjectsTable *table = pasting->table;
  g_autoptr (GError) error = NULL;

  if (!tide_register_apply_finish (TIDE_REGISTER (reg), result, &error))
    tell (table, error->message);
  else if (table->reg == pasting->reg)
    select_pasted (table, pasting->step);
}

static void
make_step (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (TideClock) clock = tide_clock_new ();
  Pasting *pasting = data;

  pasting->step = tide_snapshot_new_paste_step (pasting->snapshot, pasting->part, clock);
  g_task_return_boolean (task, TRUE);
}

static void
on_step_made (GObject *reg, GAsyncResult *result, gpointer data)
{
  Pasting *pasting = data;

  tide_register_apply_async (pasting->reg, pasting->step, NULL, on_pasted, pasting);
}

static void
paste_part (TideProjectsTable *self, TideSnapshot *part)
{
  Pasting *pasting = pasting_new (self, part);
  g_autoptr (GTask) task = g_task_new (self->reg, NULL, on_step_made, pasting);

  g_task_set_static_name (task, "tide-projects-paste");
  g_task_set_task_data (task, pasting, NULL);
  g_task_run_in_thread (task, make_step);
}

static TideSnapshot *
dup_copied (GdkClipboard *clipboard)
{
  GdkContentProvider *provider = gdk_clipboard_get_content (clipboard);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, TIDE_TYPE_SNAPSHOT);
  if (provider == NULL || !gdk_content_provider_get_value (provider, &value, NULL))
    return NULL;

  return g_value_dup_boxed (&value);
}

static gboolean
has_other_currency (TideProjectsTable *self, TideSnapshot *part)
{
  return g_strcmp0 (tide_snapshot_get_settings (part)->currency,
                    tide_register_get_settings (self->reg)->currency)
             != 0
         && tide_snapshot_has_effects (part);
}

/* The window shows what is to become of it. */
static void
on_table_read (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideProjectsTable) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_clipboard_read_table_finish (result, &error);

  if (bytes == NULL && error->domain == TIDE_PROBLEM_ERROR)
    tell (self, error->message);
  else if (bytes == NULL || g_bytes_get_size (bytes) == 0
           || !gtk_widget_activate_action_variant (
               GTK_WIDGET (self), "win.import-pasted",
               g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, bytes, TRUE)))
    tell (self, _ ("Only projects and tables that were copied can be pasted"));
}

/*
 * tide_projects_table_paste:
 * @self: a table
 *
 * Adds the projects that were copied, in one step; has the window import what else was copied.
 */
void
tide_projects_table_paste (TideProjectsTable *self)
{
  g_autoptr (TideSnapshot) part = dup_copied (gtk_widget_get_clipboard (GTK_WIDGET (self)));

  if (self->reg == NULL || tide_register_get_read_only (self->reg))
    return;

  if (part == NULL)
    tide_clipboard_read_table_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL,
                                     on_table_read, g_object_ref (self));
  else if (has_other_currency (self, part))
    tell (self, _ ("These projects tell their output and tax in another currency"));
  else
    paste_part (self, part);
}
