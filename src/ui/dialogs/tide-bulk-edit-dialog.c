/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-bulk-edit-dialog.h"

#include "core/tide-bulk-draft.h"
#include "core/tide-register-later.h"
#include "ui/dialogs/tide-bulk-edit-text.h"
#include "ui/dialogs/tide-bulk-value-group.h"
#include "ui/lists/tide-field-names.h"
#include "ui/rows/tide-field-link.h"

#include <glib/gi18n-lib.h>

/* How long nothing has to be typed before it is worked out what it changes, in milliseconds. */
#define PAUSE 150

#define FIRST_PATH "division"

struct _TideBulkEditDialog
{
  AdwDialog parent_instance;

  TideRegister *reg; /* owned */
  GPtrArray *ids;    /* owned, of owned ids of projects, ended by NULL */
  GStrv paths;       /* owned: of the fields, as they are offered */
  GArray *acts;      /* owned, of TideBulkAct: as they are offered */
  TideDraft *draft;  /* owned: of a project that nobody saves, to type the value in */

  GCancellable *trying; /* owned; nullable: while it is being worked out what changes */
  guint pause_id;
  TideBulkResult *result;   /* owned; nullable: what changes, once it is known */
  gboolean is_to_apply;     /* as soon as it is known */
  gboolean is_being_filled; /* the choices are being filled */

  /* template children */
  AdwWindowTitle *title;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *choice_group;
  AdwComboRow *field_row;
  AdwComboRow *act_row;
  AdwPreferencesGroup *value_slot;
  AdwPreferencesGroup *value_group; /* not owned; nullable */
  AdwPreferencesGroup *shares_group;
  AdwSwitchRow *scale_row;
  AdwSpinner *spinner;
  GtkLabel *summary;
  AdwExpanderRow *refusals_row;
  GPtrArray *refusals; /* owned, of rows, owned by @refusals_row */
};

G_DEFINE_FINAL_TYPE (TideBulkEditDialog, tide_bulk_edit_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is to be worked out. */
typedef struct
{
  TideBulkEdit *edit;
  TideSnapshot *snapshot;
  GPtrArray *ids;
  gint64 now;
} Job;

static void
job_free (Job *job)
{
  tide_bulk_edit_free (job->edit);
  tide_snapshot_unref (job->snapshot);
  g_ptr_array_unref (job->ids);
  g_free (job);
}

static const char *
get_path (TideBulkEditDialog *self)
{
  return self->paths[adw_combo_row_get_selected (self->field_row)];
}

static TideBulkAct
get_act (TideBulkEditDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->act_row);

  return selected < self->acts->len ? g_array_index (self->acts, TideBulkAct, selected)
                                    : TIDE_BULK_SET;
}

static gboolean
has_shares (TideBulkEditDialog *self)
{
  return g_str_equal (get_path (self), "sectors") && get_act (self) != TIDE_BULK_CLEAR;
}

/* What changes ------------------------------------------------------------------------------ */

static void
show_refusals (TideBulkEditDialog *self)
{
  for (guint i = 0; i < self->refusals->len; i++)
    adw_expander_row_remove (self->refusals_row, g_ptr_array_index (self->refusals, i));
  g_ptr_array_set_size (self->refusals, 0);
  if (self->result != NULL)
    tide_bulk_edit_text_fill_refusals (self->refusals, self->result->refusals);
  for (guint i = 0; i < self->refusals->len; i++)
    adw_expander_row_add_row (self->refusals_row, g_ptr_array_index (self->refusals, i));
  gtk_widget_set_visible (GTK_WIDGET (self->refusals_row), self->refusals->len > 0);
}

static void
announce (TideBulkEditDialog *self)
{
  const char *text = gtk_label_get_text (self->summary);

  if (*text != '\0' && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
show_result (TideBulkEditDialog *self)
{
  g_autofree char *text = self->result != NULL ? tide_bulk_edit_text_dup_summary (self->result)
                                               : g_strdup (_ ("No value is given yet."));

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_label_set_text (self->summary, text);
  show_refusals (self);
  announce (self);
}

static void
show_failure (TideBulkEditDialog *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Projects Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* While the projects are being changed the dialog can neither do so again nor be closed. */
static void
set_busy (TideBulkEditDialog *self, gboolean is_busy)
{
  gtk_widget_set_sensitive (adw_dialog_get_child (ADW_DIALOG (self)), !is_busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bulk.change", !is_busy);
  adw_dialog_set_can_close (ADW_DIALOG (self), !is_busy);
}

static void
on_applied (GObject *reg, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideBulkEditDialog) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_done = tide_register_apply_finish (TIDE_REGISTER (reg), result, &error);

  /* It may have gone with its window. */
  if (self->reg == NULL)
    return;

  set_busy (self, FALSE);
  if (!is_done)
    {
      show_failure (self, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
apply (TideBulkEditDialog *self)
{
  self->is_to_apply = FALSE;
  if (self->result->n_changed == 0)
    {
      announce (self);
      return;
    }

  set_busy (self, TRUE);
  tide_register_apply_async (self->reg, self->result->step, NULL, on_applied, g_object_ref (self));
}

static void
try (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task,
                         tide_bulk_edit_try (job->edit, job->snapshot,
                                             (const char *const *) job->ids->pdata, job->now,
                                             cancellable),
                         (GDestroyNotify) tide_bulk_result_free);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  TideBulkEditDialog *self = TIDE_BULK_EDIT_DIALOG (source);
  TideBulkResult *found = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: something else has been chosen. */
  if (found == NULL)
    return;

  g_clear_object (&self->trying);
  self->result = found;
  show_result (self);
  if (self->is_to_apply)
    apply (self);
}

static Job *
job_new (TideBulkEditDialog *self, const TidePayload *values)
{
  const TideBulkAct act = get_act (self);
  Job *job = g_new (Job, 1);

  job->edit = tide_bulk_edit_new (get_path (self), act, act != TIDE_BULK_CLEAR ? values : NULL,
                                  has_shares (self) && adw_switch_row_get_active (self->scale_row));
  job->snapshot = tide_register_dup_snapshot (self->reg);
  job->ids = g_ptr_array_ref (self->ids);
  job->now = tide_clock_get_seconds (tide_register_get_clock (self->reg));

  return job;
}

static void
stop (TideBulkEditDialog *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->trying != NULL)
    g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  g_clear_pointer (&self->result, tide_bulk_result_free);
}

static void
start (TideBulkEditDialog *self)
{
  g_autoptr (TidePayload) values = tide_draft_dup_payload (self->draft);
  g_autoptr (GTask) task = NULL;

  stop (self);
  if (get_act (self) != TIDE_BULK_CLEAR && !tide_bulk_has_value (get_path (self), values))
    {
      show_result (self);
      return;
    }

  self->trying = g_cancellable_new ();
  task = g_task_new (self, self->trying, on_tried, NULL);
  g_task_set_task_data (task, job_new (self, values), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, try);
}

static gboolean
on_pause (gpointer data)
{
  TideBulkEditDialog *self = data;

  self->pause_id = 0;
  start (self);

  return G_SOURCE_REMOVE;
}

/* Works out what changes now, after a moment in which nothing else is chosen or typed. */
static void
look (TideBulkEditDialog *self)
{
  if (self->is_being_filled || self->draft == NULL)
    return;

  stop (self);
  self->is_to_apply = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  self->pause_id = g_timeout_add (PAUSE, on_pause, self);
}

/* Choices ----------------------------------------------------------------------------------- */

static void
show_value (TideBulkEditDialog *self)
{
  const gboolean has_value = get_act (self) != TIDE_BULK_CLEAR;

  if (self->value_group != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->value_group), has_value);
  gtk_widget_set_visible (GTK_WIDGET (self->shares_group), has_shares (self));
}

/* Another field has rows of its own. */
static void
renew_value (TideBulkEditDialog *self)
{
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (self->draft, look, self);
  if (self->value_group != NULL)
    adw_preferences_group_remove (self->value_slot, GTK_WIDGET (self->value_group));
  self->value_group = NULL;
  g_clear_object (&self->draft);

  self->draft = tide_draft_new (self->reg, TIDE_RECORD_PROJECT, NULL);
  if (tide_bulk_can (get_path (self), TIDE_BULK_SET))
    {
      self->value_group = tide_bulk_value_group_new (self->reg, self->draft, get_path (self));
      adw_preferences_group_add (self->value_slot, GTK_WIDGET (self->value_group));
    }
  g_signal_connect_object (self->draft, "edited", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
}

static void
fill_acts (TideBulkEditDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->is_being_filled = TRUE;
  g_array_set_size (self->acts, 0);
  for (TideBulkAct act = 0; act < TIDE_N_BULK_ACTS; act++)
    if (tide_bulk_can (get_path (self), act))
      {
        g_array_append_val (self->acts, act);
        gtk_string_list_append (names, tide_bulk_edit_text_get_act (act));
      }
  adw_combo_row_set_model (self->act_row, G_LIST_MODEL (names));
  self->is_being_filled = FALSE;
}

static void
on_field_selected (TideBulkEditDialog *self)
{
  if (self->is_being_filled || self->paths == NULL)
    return;

  fill_acts (self);
  renew_value (self);
  show_value (self);
  look (self);
}

static void
on_act_selected (TideBulkEditDialog *self)
{
  if (self->is_being_filled)
    return;

  show_value (self);
  look (self);
}

static void
fill_fields (TideBulkEditDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->is_being_filled = TRUE;
  for (guint i = 0; self->paths[i] != NULL; i++)
    gtk_string_list_take (names, tide_field_names_dup_member (TIDE_RECORD_PROJECT, self->paths[i]));
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (names));
  self->is_being_filled = FALSE;
}

/* Acts -------------------------------------------------------------------------------------- */

static void
point_at (TideBulkEditDialog *self, TideField *wrong)
{
  GtkWidget *row = tide_field_find_row (GTK_WIDGET (self), wrong);
  GtkWidget *folded = row != NULL ? gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW) : NULL;

  if (folded != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (folded), TRUE);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), tide_field_get_problem (wrong),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
change (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TideBulkEditDialog *self = TIDE_BULK_EDIT_DIALOG (widget);
  TideField *wrong = tide_bulk_draft_check (self->draft, get_path (self), get_act (self));

  if (wrong != NULL)
    {
      point_at (self, wrong);
      return;
    }

  if (self->pause_id != 0 || (self->result == NULL && self->trying == NULL))
    start (self);
  if (self->result != NULL)
    apply (self);
  else
    self->is_to_apply = TRUE;
}

static void
cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_bulk_edit_dialog_dispose (GObject *object)
{
  TideBulkEditDialog *self = TIDE_BULK_EDIT_DIALOG (object);

  stop (self);
  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_BULK_EDIT_DIALOG);
  g_clear_object (&self->draft);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_bulk_edit_dialog_parent_class)->dispose (object);
}

static void
tide_bulk_edit_dialog_finalize (GObject *object)
{
  TideBulkEditDialog *self = TIDE_BULK_EDIT_DIALOG (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_strfreev (self->paths);
  g_array_unref (self->acts);
  g_ptr_array_unref (self->refusals);

  G_OBJECT_CLASS (tide_bulk_edit_dialog_parent_class)->finalize (object);
}

static void
tide_bulk_edit_dialog_class_init (TideBulkEditDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_bulk_edit_dialog_dispose;
  object_class->finalize = tide_bulk_edit_dialog_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-bulk-edit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, page);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, choice_group);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, field_row);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, act_row);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, value_slot);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, shares_group);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, TideBulkEditDialog, refusals_row);
  gtk_widget_class_bind_template_callback (widget_class, on_field_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_act_selected);
  gtk_widget_class_bind_template_callback (widget_class, look);

  gtk_widget_class_install_action (widget_class, "bulk.change", NULL, change);
  gtk_widget_class_install_action (widget_class, "bulk.cancel", NULL, cancel);
}

static void
tide_bulk_edit_dialog_init (TideBulkEditDialog *self)
{
  self->acts = g_array_new (FALSE, FALSE, sizeof (TideBulkAct));
  self->refusals = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GPtrArray *
copy_ids (const char *const *ids)
{
  GPtrArray *copy = g_ptr_array_new_null_terminated (0, g_free, TRUE);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (copy, g_strdup (ids[i]));

  return copy;
}

static void
set_title (TideBulkEditDialog *self, const char *title)
{
  const guint n = self->ids->len;
  /* Translators: how many projects a dialog is about */
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u project", "%u projects", n), n);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
}

/**
 * tide_bulk_edit_dialog_new:
 * @reg: a register that can be changed
 * @ids: (array zero-terminated=1): ids of the projects
 *
 * Returns: (transfer floating): a dialog to present, which begins with the division
 */
TideBulkEditDialog *
tide_bulk_edit_dialog_new (TideRegister *reg, const char *const *ids)
{
  TideBulkEditDialog *self;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  self = g_object_new (TIDE_TYPE_BULK_EDIT_DIALOG, NULL);
  self->reg = g_object_ref (reg);
  self->ids = copy_ids (ids);
  self->paths = tide_bulk_dup_paths ();
  set_title (self, _ ("Edit Projects"));
  fill_fields (self);
  tide_bulk_edit_dialog_choose (self, FIRST_PATH, TIDE_BULK_SET);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->field_row));
  g_signal_connect_object (reg, "stepped", G_CALLBACK (look), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * tide_bulk_edit_dialog_choose:
 * @self: a dialog
 * @path: a field of projects
 * @act: what becomes of it
 *
 * Chooses them, as a person may do.
 */
void
tide_bulk_edit_dialog_choose (TideBulkEditDialog *self, const char *path, TideBulkAct act)
{
  g_return_if_fail (TIDE_IS_BULK_EDIT_DIALOG (self));
  g_return_if_fail (tide_bulk_can (path, act));

  for (guint i = 0; self->paths[i] != NULL; i++)
    if (g_str_equal (self->paths[i], path))
      adw_combo_row_set_selected (self->field_row, i);
  if (self->draft == NULL)
    on_field_selected (self);

  for (guint i = 0; i < self->acts->len; i++)
    if (g_array_index (self->acts, TideBulkAct, i) == act)
      adw_combo_row_set_selected (self->act_row, i);
}

/**
 * tide_bulk_edit_dialog_fix:
 * @self: a dialog that is not presented yet
 * @path: a field of projects
 * @act: what becomes of it
 *
 * Leaves only the value to choose, for what has a button of its own: adding a tag.
 */
void
tide_bulk_edit_dialog_fix (TideBulkEditDialog *self, const char *path, TideBulkAct act)
{
  g_return_if_fail (TIDE_IS_BULK_EDIT_DIALOG (self));

  tide_bulk_edit_dialog_choose (self, path, act);
  set_title (self, _ ("Add Tag"));
  adw_dialog_set_content_height (ADW_DIALOG (self), 360);
  gtk_widget_set_visible (GTK_WIDGET (self->choice_group), FALSE);
  /* What a dialog shows is not below it before it is presented. */
  adw_dialog_set_focus (
      ADW_DIALOG (self),
      tide_field_find_row (GTK_WIDGET (self->page), tide_draft_get_field (self->draft, path)));
}

/**
 * tide_bulk_edit_dialog_get_draft:
 * @self: a dialog
 *
 * Returns: (transfer none): the draft of a project that the value is typed in
 */
TideDraft *
tide_bulk_edit_dialog_get_draft (TideBulkEditDialog *self)
{
  g_return_val_if_fail (TIDE_IS_BULK_EDIT_DIALOG (self), NULL);

  return self->draft;
}

/**
 * tide_bulk_edit_dialog_is_busy:
 * @self: a dialog
 *
 * Returns: whether it is still being worked out what changes
 */
gboolean
tide_bulk_edit_dialog_is_busy (TideBulkEditDialog *self)
{
  g_return_val_if_fail (TIDE_IS_BULK_EDIT_DIALOG (self), FALSE);

  return self->pause_id != 0 || self->trying != NULL;
}
