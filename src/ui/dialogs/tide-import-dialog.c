/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-dialog.h"

#include "ui/dialogs/tide-dialog-focus.h"
#include "ui/dialogs/tide-import-check-page.h"
#include "ui/dialogs/tide-import-columns-page.h"
#include "ui/dialogs/tide-import-source-page.h"
#include "ui/dialogs/tide-import-values-page.h"

#include <glib/gi18n-lib.h>

struct _TideImportDialog
{
  AdwDialog parent_instance;

  TideImportJob *job;                  /* owned */
  TideImportColumnsPage *columns_page; /* owned */
  TideImportValuesPage *values_page;   /* owned */
  TideImportCheckPage *check_page;     /* owned */

  /* template children */
  AdwNavigationView *navigation_view;
  TideImportSourcePage *source_page;
  GtkProgressBar *progress_bar;
  GtkButton *cancel_button;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (TideImportDialog, tide_import_dialog, ADW_TYPE_DIALOG)

static guint imported_signal;

static gpointer
get_page (TideImportDialog *self)
{
  return adw_navigation_view_get_visible_page (self->navigation_view);
}

static void
go_to (TideImportDialog *self, gpointer page)
{
  if (get_page (self) != page)
    adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (page));
}

/* Where the dialog stands ------------------------------------------------------------------- */

static gboolean
is_ready (TideImportDialog *self)
{
  const TideImportPlan *plan = tide_import_job_get_plan (self->job);
  g_autofree char *problem = NULL;

  if (plan == NULL || tide_import_job_is_busy (self->job))
    return FALSE;

  if (get_page (self) == self->columns_page)
    problem = tide_import_plan_dup_problem (plan);

  return problem == NULL;
}

static gboolean
has_step (TideImportDialog *self)
{
  TideImportTrial *trial = tide_import_job_get_trial (self->job);

  return trial == NULL || !tide_step_is_empty (tide_import_trial_get_step (trial));
}

static gboolean
is_last (TideImportDialog *self)
{
  return get_page (self) == self->check_page && tide_import_job_get_trial (self->job) != NULL;
}

static gboolean
has_button_focus (TideImportDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return root != NULL
         && (focus == NULL || focus == GTK_WIDGET (self->next_button)
             || focus == GTK_WIDGET (self->cancel_button));
}

/* A button that hides or cannot be pressed any more hands the focus on. */
static void
focus_button (TideImportDialog *self, gboolean is_busy)
{
  GtkButton *button = is_busy ? self->cancel_button : self->next_button;

  if (!gtk_widget_grab_focus (GTK_WIDGET (button)))
    gtk_widget_child_focus (get_page (self), GTK_DIR_TAB_FORWARD);
}

static void
update (TideImportDialog *self)
{
  const gboolean is_busy = tide_import_job_is_busy (self->job);
  const gboolean has_focus = has_button_focus (self);

  gtk_button_set_label (self->next_button, is_last (self) ? _ ("_Import") : _ ("_Next"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next",
                                 is_ready (self) && (!is_last (self) || has_step (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_busy);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), is_busy);
  gtk_widget_set_hexpand (GTK_WIDGET (self->next_button), !is_busy);
  if (has_focus)
    focus_button (self, is_busy);
}

static void
on_page_shown (TideImportDialog *self)
{
  if (self->job != NULL)
    update (self);
}

static void
on_fraction_changed (TideImportDialog *self)
{
  double fraction;

  g_object_get (self->job, "fraction", &fraction, NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
}

/* What has been found out ------------------------------------------------------------------- */

static void
on_valued (TideImportDialog *self)
{
  if (tide_import_values_page_has_any (self->values_page))
    go_to (self, self->values_page);
  else
    tide_import_job_try (self->job);
  update (self);
}

static void
on_tried (TideImportDialog *self)
{
  go_to (self, self->check_page);
  update (self);
}

static void
on_applied (TideImportDialog *self)
{
  g_signal_emit (self, imported_signal, 0,
                 tide_import_trial_get_step (tide_import_job_get_trial (self->job)));
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
on_failed (TideImportDialog *self, const char *title, const GError *error)
{
  AdwDialog *alert;

  update (self);
  /* The first page tells it by itself. */
  if (tide_import_job_get_plan (self->job) == NULL)
    return;

  alert = adw_alert_dialog_new (title, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

/* Acts -------------------------------------------------------------------------------------- */

static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideImportDialog *self = TIDE_IMPORT_DIALOG (widget);
  const gpointer page = get_page (self);

  if (page == self->source_page && !tide_import_job_takes_own (self->job))
    go_to (self, self->columns_page);
  else if (page == self->columns_page)
    tide_import_job_find_values (self->job);
  else if (!is_last (self))
    tide_import_job_try (self->job);
  else
    tide_import_job_apply (self->job, tide_import_columns_page_get_remembers (self->columns_page));
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_import_job_stop (TIDE_IMPORT_DIALOG (widget)->job);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_import_dialog_closed (AdwDialog *dialog)
{
  TideImportDialog *self = TIDE_IMPORT_DIALOG (dialog);

  if (self->job != NULL)
    tide_import_job_cancel (self->job);
  tide_dialog_leave_focus (dialog);
}

static void
tide_import_dialog_dispose (GObject *object)
{
  TideImportDialog *self = TIDE_IMPORT_DIALOG (object);

  /* libadwaita 1.7 keeps the child of a dialog that is gone, and with it the register. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->columns_page);
  g_clear_object (&self->values_page);
  g_clear_object (&self->check_page);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (tide_import_dialog_parent_class)->dispose (object);
}

static void
tide_import_dialog_class_init (TideImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = tide_import_dialog_closed;

  imported_signal = g_signal_new ("imported", TIDE_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_STEP);

  g_type_ensure (TIDE_TYPE_IMPORT_SOURCE_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideImportDialog, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, TideImportDialog, source_page);
  gtk_widget_class_bind_template_child (widget_class, TideImportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TideImportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, TideImportDialog, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_page_shown);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel);
}

static void
tide_import_dialog_init (TideImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->columns_page = g_object_ref_sink (g_object_new (TIDE_TYPE_IMPORT_COLUMNS_PAGE, NULL));
  self->values_page = g_object_ref_sink (g_object_new (TIDE_TYPE_IMPORT_VALUES_PAGE, NULL));
  self->check_page = g_object_ref_sink (g_object_new (TIDE_TYPE_IMPORT_CHECK_PAGE, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", FALSE);
}

static void
follow (TideImportDialog *self, const char *signal, GCallback callback)
{
  g_signal_connect_object (self->job, signal, callback, self, G_CONNECT_SWAPPED);
}

static TideImportDialog *
create (TideRegister *reg)
{
  TideImportDialog *self = g_object_new (TIDE_TYPE_IMPORT_DIALOG, NULL);

  self->job = tide_import_job_new (reg);

  return self;
}

/* Once the job knows what it is about. */
static AdwDialog *
complete (TideImportDialog *self)
{
  tide_import_source_page_set_job (self->source_page, self->job);
  tide_import_columns_page_set_job (self->columns_page, self->job);
  tide_import_values_page_set_job (self->values_page, self->job);
  tide_import_check_page_set_job (self->check_page, self->job);
  follow (self, "notify::busy", G_CALLBACK (update));
  follow (self, "notify::fraction", G_CALLBACK (on_fraction_changed));
  follow (self, "planned", G_CALLBACK (update));
  follow (self, "outdated", G_CALLBACK (update));
  follow (self, "valued", G_CALLBACK (on_valued));
  follow (self, "tried", G_CALLBACK (on_tried));
  follow (self, "applied", G_CALLBACK (on_applied));
  follow (self, "failed", G_CALLBACK (on_failed));
  update (self);

  return ADW_DIALOG (self);
}

/**
 * tide_import_dialog_new:
 * @reg: a register that can be changed
 * @file: a file with a table
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
tide_import_dialog_new (TideRegister *reg, GFile *file)
{
  TideImportDialog *self = create (reg);

  tide_import_reading_open (tide_import_job_get_reading (self->job), file);

  return complete (self);
}

/**
 * tide_import_dialog_new_for_pasted:
 * @reg: a register that can be changed
 * @bytes: a table that was copied: a page or text
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
tide_import_dialog_new_for_pasted (TideRegister *reg, GBytes *bytes)
{
  TideImportDialog *self = create (reg);

  tide_import_reading_open_pasted (tide_import_job_get_reading (self->job), bytes);

  return complete (self);
}
