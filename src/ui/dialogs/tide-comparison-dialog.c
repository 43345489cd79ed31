/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-comparison-dialog.h"

#include "store/tide-version-difference.h"
#include "ui/lists/tide-changes-list.h"
#include "ui/lists/tide-version-text.h"

#include <glib/gi18n-lib.h>

struct _TideComparisonDialog
{
  AdwDialog parent_instance;

  GCancellable *reading; /* owned */

  /* template children */
  GtkStack *stack;
  GtkLabel *summary_label;
  TideChangesList *changes;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (TideComparisonDialog, tide_comparison_dialog, ADW_TYPE_DIALOG)

static void
show_difference (TideComparisonDialog *self, const TideVersionDifference *difference)
{
  g_autoptr (TideHistoryNames) names
      = tide_history_names_new (difference->present, difference->snapshot, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *changes = tide_version_text_dup_changes (&difference->changes);
  g_autofree char *summary = NULL;

  if (tide_step_is_empty (difference->step))
    {
      gtk_stack_set_visible_child_name (self->stack, "same");
      return;
    }

  /* Translators: %s is a list, such as: 3 added, 2 changed */
  summary = g_strdup_printf (_ ("Records in the file, compared with this window: %s"), changes);
  gtk_label_set_label (self->summary_label, summary);
  g_ptr_array_add (steps, difference->step);
  tide_changes_list_show (self->changes, names, steps);
  gtk_stack_set_visible_child_name (self->stack, "changes");
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideComparisonDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideVersionDifference) difference = tide_version_compare_finish (result, &error);

  if (g_cancellable_is_cancelled (self->reading))
    return;

  if (difference != NULL)
    {
      show_difference (self, difference);
    }
  else
    {
      g_autofree char *description = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, description);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
}

static void
tide_comparison_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (TIDE_COMPARISON_DIALOG (dialog)->reading);
}

static void
tide_comparison_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_COMPARISON_DIALOG);

  G_OBJECT_CLASS (tide_comparison_dialog_parent_class)->dispose (object);
}

static void
tide_comparison_dialog_finalize (GObject *object)
{
  g_object_unref (TIDE_COMPARISON_DIALOG (object)->reading);

  G_OBJECT_CLASS (tide_comparison_dialog_parent_class)->finalize (object);
}

static void
tide_comparison_dialog_class_init (TideComparisonDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_comparison_dialog_dispose;
  object_class->finalize = tide_comparison_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_comparison_dialog_closed;

  g_type_ensure (TIDE_TYPE_CHANGES_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-comparison-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideComparisonDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideComparisonDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TideComparisonDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, TideComparisonDialog, failed_page);
}

static void
tide_comparison_dialog_init (TideComparisonDialog *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_comparison_dialog_new:
 * @document: a register whose file somebody else has changed
 *
 * Returns: (transfer floating): the dialog, which begins to read the file
 */
AdwDialog *
tide_comparison_dialog_new (TideDocument *document)
{
  TideComparisonDialog *self = g_object_new (TIDE_TYPE_COMPARISON_DIALOG, NULL);
  g_autoptr (TideSnapshot) present
      = tide_register_dup_snapshot (tide_document_get_register (document));

  tide_version_compare_file_async (tide_document_get_file (document), present, self->reading,
                                   on_compared, g_object_ref (self));

  return ADW_DIALOG (self);
}
