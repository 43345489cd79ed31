/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-versions-dialog.h"

#include "store/tide-version-difference.h"
#include "ui/lists/tide-changes-list.h"
#include "ui/lists/tide-version-text.h"
#include "ui/rows/tide-version-row.h"

#include <glib/gi18n-lib.h>

struct _TideVersionsDialog
{
  AdwDialog parent_instance;

  TideDocument *document;            /* owned, nullable */
  GCancellable *listing;             /* owned, nullable: of what is being listed */
  GCancellable *comparing;           /* owned, nullable: of what is being compared */
  TideVersionDifference *difference; /* owned, nullable: what is shown */
  gboolean is_restoring;             /* as soon as it is known what that does */

  /* template children */
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  GtkListBox *list;
  AdwNavigationPage *difference_page;
  GtkWidget *restore_button;
  AdwBanner *banner;
  GtkStack *difference_stack;
  GtkLabel *summary_label;
  TideChangesList *changes;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (TideVersionsDialog, tide_versions_dialog, ADW_TYPE_DIALOG)

static TideRegister *
get_register (TideVersionsDialog *self)
{
  return tide_document_get_register (self->document);
}

static const char *
get_time_zone (TideVersionsDialog *self)
{
  return tide_register_get_settings (get_register (self))->time_zone;
}

static TideVersion *
get_selected (TideVersionsDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? tide_version_row_get_version (TIDE_VERSION_ROW (row)) : NULL;
}

static void
stop (GCancellable **cancellable)
{
  g_autoptr (GCancellable) stopped = g_steal_pointer (cancellable);

  if (stopped != NULL)
    g_cancellable_cancel (stopped);
}

/* The difference ---------------------------------------------------------------------------- */

/* Why what is shown cannot be done, if it cannot. */
static const char *
get_reason (TideVersionsDialog *self)
{
  if (tide_register_get_read_only (get_register (self)))
    return _ ("The register has problems. Repair them to restore a version.");
  if (self->difference != NULL && self->difference->problems->len > 0)
    return _ ("This version has problems and cannot be restored.");

  return NULL;
}

static void
update_restore (TideVersionsDialog *self)
{
  const char *reason = get_reason (self);

  adw_banner_set_title (self->banner, reason != NULL ? reason : "");
  adw_banner_set_revealed (self->banner, reason != NULL);
  gtk_widget_set_sensitive (self->restore_button,
                            reason == NULL && self->difference != NULL
                                && !tide_step_is_empty (self->difference->step));
}

static void
show_difference (TideVersionsDialog *self)
{
  g_autoptr (TideHistoryNames) names
      = tide_history_names_new (self->difference->present, self->difference->snapshot, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *changes = tide_version_text_dup_changes (&self->difference->changes);
  g_autofree char *summary = NULL;

  if (tide_step_is_empty (self->difference->step))
    {
      gtk_stack_set_visible_child_name (self->difference_stack, "same");
      return;
    }

  /* Translators: %s is a list, such as: 3 added, 2 changed */
  summary = g_strdup_printf (_ ("What restoring this version does to records: %s"), changes);
  gtk_label_set_label (self->summary_label, summary);
  g_ptr_array_add (steps, self->difference->step);
  tide_changes_list_show (self->changes, names, steps);
  gtk_stack_set_visible_child_name (self->difference_stack, "changes");
}

static void
on_restore_clicked (TideVersionsDialog *self)
{
  g_autoptr (TideStep) step = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->restore_button))
    return;

  step = tide_step_ref (self->difference->step);
  if (tide_register_apply (get_register (self), step, &error))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

/* Where it cannot be restored the person sees why. */
static void
restore_if_wanted (TideVersionsDialog *self)
{
  if (!self->is_restoring || self->difference == NULL)
    return;

  self->is_restoring = FALSE;
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  on_restore_clicked (self);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideVersionsDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideVersionDifference) difference = tide_version_compare_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document == NULL)
    return;

  g_clear_object (&self->comparing);
  if (difference == NULL)
    {
      g_autofree char *description = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->failed_page, description);
      gtk_stack_set_visible_child_name (self->difference_stack, "failed");
      return;
    }

  self->difference = g_steal_pointer (&difference);
  show_difference (self);
  update_restore (self);
  restore_if_wanted (self);
}

static void
compare (TideVersionsDialog *self)
{
  TideVersion *version = get_selected (self);
  g_autoptr (TideSnapshot) present = NULL;
  g_autofree char *stamp = NULL;

  stop (&self->comparing);
  g_clear_pointer (&self->difference, tide_version_difference_unref);
  update_restore (self);
  if (version == NULL)
    return;

  gtk_stack_set_visible_child_name (self->difference_stack, "loading");
  present = tide_register_dup_snapshot (get_register (self));
  stamp = tide_version_text_dup_stamp (version, get_time_zone (self));
  self->comparing = g_cancellable_new ();
  tide_version_compare_async (version, present, "restore-version", stamp, self->comparing,
                              on_compared, g_object_ref (self));
}

static void
on_row_selected (TideVersionsDialog *self)
{
  TideVersion *version = self->document != NULL ? get_selected (self) : NULL;
  g_autofree char *title = NULL;

  if (version == NULL)
    return;

  self->is_restoring = FALSE;
  title = tide_version_text_dup_time (version, get_time_zone (self));
  adw_navigation_page_set_title (self->difference_page, title);
  compare (self);
}

/* The button of a row: one click restores what the row stands for, and can be undone. */
static void
restore_row (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideVersionsDialog *self = TIDE_VERSIONS_DIALOG (widget);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, g_variant_get_int32 (parameter));

  if (row == NULL)
    return;

  gtk_list_box_select_row (self->list, row);
  self->is_restoring = TRUE;
  restore_if_wanted (self);
}

static void
on_row_activated (TideVersionsDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_grab_focus (self->restore_button);
}

/* The list ---------------------------------------------------------------------------------- */

/* What is in the file is the present state only as long as nothing has been done since. */
static void
update_marks (TideVersionsDialog *self)
{
  const char *content = tide_document_get_content (self->document);
  const char *mark = tide_document_get_modified (self->document) ? _ ("Last Saved") : _ ("Current");
  gboolean is_found = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const TideVersion *version = tide_version_row_get_version (TIDE_VERSION_ROW (row));
      const gboolean is_in_file = !is_found && g_strcmp0 (version->content, content) == 0;

      tide_version_row_set_mark (TIDE_VERSION_ROW (row), is_in_file ? mark : NULL);
      is_found = is_found || is_in_file;
    }
}

/* Who comes for an earlier state has no use for the present one. */
static GtkListBoxRow *
get_first_choice (TideVersionsDialog *self)
{
  const char *content = tide_document_get_content (self->document);
  GtkListBoxRow *row = NULL;

  if (!tide_document_get_modified (self->document))
    for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
      if (g_strcmp0 (tide_version_row_get_version (TIDE_VERSION_ROW (row))->content, content) != 0)
        return row;

  return gtk_list_box_get_row_at_index (self->list, 0);
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideVersionsDialog) self = data;
  g_autoptr (GPtrArray) versions = tide_versions_list_finish (result, NULL);

  if (versions == NULL || self->document == NULL)
    return;

  g_clear_object (&self->listing);
  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (
        self->list, tide_version_row_new (g_ptr_array_index (versions, i), get_time_zone (self)));
  update_marks (self);
  gtk_stack_set_visible_child_name (self->stack, versions->len > 0 ? "versions" : "empty");
  if (versions->len > 0)
    {
      GtkListBoxRow *row = get_first_choice (self);

      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
load (TideVersionsDialog *self)
{
  const char *folder = tide_document_get_versions_folder (self->document);

  if (folder == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }

  self->listing = g_cancellable_new ();
  tide_versions_list_async (folder, tide_register_get_settings (get_register (self))->base.id,
                            self->listing, on_listed, g_object_ref (self));
}

static void
on_stepped (TideVersionsDialog *self)
{
  update_marks (self);
  compare (self);
}

/* What is still being read holds the dialog. */
static void
tide_versions_dialog_closed (AdwDialog *dialog)
{
  TideVersionsDialog *self = TIDE_VERSIONS_DIALOG (dialog);

  stop (&self->listing);
  stop (&self->comparing);
}

static void
tide_versions_dialog_dispose (GObject *object)
{
  TideVersionsDialog *self = TIDE_VERSIONS_DIALOG (object);

  stop (&self->listing);
  stop (&self->comparing);
  g_clear_pointer (&self->difference, tide_version_difference_unref);
  g_clear_object (&self->document);
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_VERSIONS_DIALOG);

  G_OBJECT_CLASS (tide_versions_dialog_parent_class)->dispose (object);
}

static void
tide_versions_dialog_class_init (TideVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_versions_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tide_versions_dialog_closed;
  gtk_widget_class_install_action (widget_class, "versions.restore", "i", restore_row);

  g_type_ensure (TIDE_TYPE_CHANGES_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, difference_page);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, restore_button);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, difference_stack);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, changes);
  gtk_widget_class_bind_template_child (widget_class, TideVersionsDialog, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked);
}

static void
tide_versions_dialog_init (TideVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_versions_dialog_new:
 * @document: a document
 *
 * Returns: (transfer floating): a dialog that lists its versions and restores them
 */
AdwDialog *
tide_versions_dialog_new (TideDocument *document)
{
  TideVersionsDialog *self = g_object_new (TIDE_TYPE_VERSIONS_DIALOG, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (get_register (self), "stepped", G_CALLBACK (on_stepped), self,
                           G_CONNECT_SWAPPED);
  load (self);

  return ADW_DIALOG (self);
}
