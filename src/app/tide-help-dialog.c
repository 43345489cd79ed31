/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-help-dialog.h"

struct _TideHelpDialog
{
  AdwDialog parent_instance;
};

G_DEFINE_FINAL_TYPE (TideHelpDialog, tide_help_dialog, ADW_TYPE_DIALOG)

static void
tide_help_dialog_dispose (GObject *object)
{
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_HELP_DIALOG);

  G_OBJECT_CLASS (tide_help_dialog_parent_class)->dispose (object);
}

static void
tide_help_dialog_class_init (TideHelpDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_help_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/tideline_app/Tideline/ui/app/tide-help-dialog.ui");
}

static void
tide_help_dialog_init (TideHelpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_help_dialog_new:
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
tide_help_dialog_new (void)
{
  return g_object_new (TIDE_TYPE_HELP_DIALOG, NULL);
}
