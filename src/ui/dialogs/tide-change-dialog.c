/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-change-dialog.h"

#include "ui/dialogs/tide-restore-dialog.h"

#include <glib/gi18n-lib.h>

struct _TideChangeDialog
{
  AdwDialog parent_instance;

  TideRegister *reg;  /* owned */
  TideChange *change; /* owned */
  GtkWidget *page;    /* owned: over which a question stands */

  /* template children */
  GtkListBox *facts;
  GtkWidget *restore_button;
};

G_DEFINE_FINAL_TYPE (TideChangeDialog, tide_change_dialog, ADW_TYPE_DIALOG)

static void
add_fact (TideChangeDialog *self, const char *title, const char *property)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = NULL;

  g_object_get (self->change, property, &text, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (self->facts, row);
}

static void
fill (TideChangeDialog *self)
{
  add_fact (self, _ ("When"), "time");
  add_fact (self, _ ("Who"), "author");
  add_fact (self, _ ("What"), "act");
  if (tide_change_get_edit (self->change) == NULL)
    return;

  add_fact (self, _ ("Kind"), "kind");
  add_fact (self, _ ("Record"), "record");
  add_fact (self, _ ("Field"), "field");
  add_fact (self, _ ("Before"), "before");
  add_fact (self, _ ("After"), "after");
}

static void
on_restore_clicked (TideChangeDialog *self)
{
  g_autoptr (TideRegister) reg = g_object_ref (self->reg);
  g_autoptr (TideChange) change = g_object_ref (self->change);
  g_autoptr (GtkWidget) page = g_object_ref (self->page);

  adw_dialog_close (ADW_DIALOG (self));
  tide_restore_dialog_present (page, reg, change);
}

static void
tide_change_dialog_dispose (GObject *object)
{
  TideChangeDialog *self = TIDE_CHANGE_DIALOG (object);

  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_CHANGE_DIALOG);
  g_clear_object (&self->reg);
  g_clear_object (&self->change);
  g_clear_object (&self->page);

  G_OBJECT_CLASS (tide_change_dialog_parent_class)->dispose (object);
}

static void
tide_change_dialog_class_init (TideChangeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_change_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-change-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideChangeDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, TideChangeDialog, restore_button);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

static void
tide_change_dialog_init (TideChangeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_change_dialog_new:
 * @reg: a register
 * @change: a change of its history
 * @page: a widget of the window, over which a question may stand once the dialog is closed
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tide_change_dialog_new (TideRegister *reg, TideChange *change, GtkWidget *page)
{
  TideChangeDialog *self = g_object_new (TIDE_TYPE_CHANGE_DIALOG, NULL);

  self->reg = g_object_ref (reg);
  self->change = g_object_ref (change);
  self->page = g_object_ref (page);
  fill (self);
  gtk_widget_set_sensitive (self->restore_button, tide_change_get_edit (change) != NULL
                                                      && !tide_register_get_read_only (reg));

  return ADW_DIALOG (self);
}
