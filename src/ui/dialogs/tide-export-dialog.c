/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-export-dialog-private.h"

G_DEFINE_FINAL_TYPE (TideExportDialog, tide_export_dialog, ADW_TYPE_DIALOG)

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_choice_changed (TideExportDialog *self)
{
  if (!self->is_filling && self->snapshot != NULL)
    tide_export_dialog_look_for_losses (self);
}

static void
on_part_changed (TideExportDialog *self)
{
  if (!self->is_filling)
    tide_export_dialog_update_names (self);
  on_choice_changed (self);
}

static void
on_format_changed (TideExportDialog *self)
{
  tide_export_dialog_update_rows (self);
  on_choice_changed (self);
}

static void
tide_export_dialog_closed (AdwDialog *dialog)
{
  tide_export_dialog_stop (TIDE_EXPORT_DIALOG (dialog));
}

static void
tide_export_dialog_dispose (GObject *object)
{
  tide_export_dialog_stop (TIDE_EXPORT_DIALOG (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (tide_export_dialog_parent_class)->dispose (object);
}

static void
tide_export_dialog_finalize (GObject *object)
{
  TideExportDialog *self = TIDE_EXPORT_DIALOG (object);

  for (guint i = 0; i < TIDE_N_EXPORT_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_array_unref (self->shown);
  g_ptr_array_unref (self->loss_rows);

  G_OBJECT_CLASS (tide_export_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, type_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, text_group);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, separator_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, bom_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, losses_group);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
}

static void
tide_export_dialog_class_init (TideExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_export_dialog_dispose;
  object_class->finalize = tide_export_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_export_dialog_closed;

  /**
   * TideExportDialog::exported:
   * @sentence: how much was exported
   *
   * A file was written.
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
  tide_export_dialog_install_saving_actions (widget_class);
}

static void
tide_export_dialog_init (TideExportDialog *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (TideExportPart));
  self->loss_rows = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_export_dialog_fill_choices (self);
  self->is_filling = FALSE;
  tide_export_dialog_update_rows (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", FALSE);
}

/**
 * tide_export_dialog_new:
 *
 * Returns: (transfer floating): a dialog without a register
 */
AdwDialog *
tide_export_dialog_new (void)
{
  return g_object_new (TIDE_TYPE_EXPORT_DIALOG, NULL);
}

/**
 * tide_export_dialog_set_register:
 * @self: a dialog that has no register yet
 * @snapshot: a register at one moment
 * @filtered: (nullable) (element-type TideProjectPayload): the projects of a filter; %NULL for no
 *   filter. Must not change any more
 * @selected: (nullable) (element-type TideProjectPayload): the selected projects; %NULL for none.
 *   Must not change any more
 *
 * Says what there is to choose from.
 */
void
tide_export_dialog_set_register (TideExportDialog *self,
                                 TideSnapshot *snapshot,
                                 GPtrArray *filtered,
                                 GPtrArray *selected)
{
  g_return_if_fail (TIDE_IS_EXPORT_DIALOG (self) && self->snapshot == NULL);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->parts[TIDE_EXPORT_FILTERED] = filtered != NULL ? g_ptr_array_ref (filtered) : NULL;
  self->parts[TIDE_EXPORT_SELECTED] = selected != NULL ? g_ptr_array_ref (selected) : NULL;
  tide_export_dialog_fill_parts (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", TRUE);
  on_part_changed (self);
}

/**
 * tide_export_dialog_is_busy:
 * @self: a dialog
 *
 * Returns: whether it still looks for what the file will not hold, or writes
 */
gboolean
tide_export_dialog_is_busy (TideExportDialog *self)
{
  g_return_val_if_fail (TIDE_IS_EXPORT_DIALOG (self), FALSE);

  return self->is_looking || self->saving != NULL;
}

/**
 * tide_export_dialog_tell_exported:
 * @self: a dialog
 * @sentence: how much was exported
 *
 * Tells that a file was written.
 */
void
tide_export_dialog_tell_exported (TideExportDialog *self, const char *sentence)
{
  g_signal_emit (self, signals[EXPORTED], 0, sentence);
}
