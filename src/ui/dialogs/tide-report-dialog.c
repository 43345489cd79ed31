/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-report-dialog.h"

#include "store/tide-safe-writer.h"
#include "store/tide-store-error.h"
#include "ui/dialogs/tide-report-preview.h"
#include "ui/tide-report-print.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

/* Milliseconds between two looks at how far a report has come. */
#define PROGRESS_PERIOD 100

struct _TideReportDialog
{
  AdwDialog parent_instance;

  TideReportRequest *requests[TIDE_N_REPORT_KINDS]; /* owned, nullable */
  TideReport *report;                               /* owned, nullable: not made yet */
  GCancellable *making;                             /* owned, nullable: of what is being made */
  GPtrArray *kinds; /* owned, of GUINT_TO_POINTER (kind): those to choose from */
  gint done;        /* atomic, per mille: set by the thread that makes it */
  guint progress_id;
  gboolean prints_at_once;
  gboolean is_filling;

  /* template children */
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkProgressBar *progress_bar;
  GtkLabel *estimate_label;
  AdwStatusPage *failure_page;
  TideReportPreview *preview;
  GtkLabel *page_label;
  AdwComboRow *kind_row;
  AdwComboRow *paper_row;
  AdwComboRow *orientation_row;
  AdwSwitchRow *names_row;
};

G_DEFINE_FINAL_TYPE (TideReportDialog, tide_report_dialog, ADW_TYPE_DIALOG)

typedef enum
{
  PROP_PAPER = 1,
  PROP_LANDSCAPE,
} TideReportDialogProperty;

static GParamSpec *props[PROP_LANDSCAPE + 1];

static TideReportKind
get_kind (TideReportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->kind_row);

  return selected < self->kinds->len
             ? (TideReportKind) GPOINTER_TO_UINT (g_ptr_array_index (self->kinds, selected))
             : TIDE_N_REPORT_KINDS;
}

/* Pages ------------------------------------------------------------------------------------- */

static void
update_page (TideReportDialog *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const guint n = self->report != NULL ? tide_report_get_n_pages (self->report) : 0;
  const guint page = tide_report_preview_get_page (self->preview);
  g_autofree char *text = n > 0
                              /* Translators: which page of a report is shown, and how many */
                              ? g_strdup_printf (_ ("Page %u of %u"), page + 1, n)
                              : g_strdup ("");

  gtk_label_set_text (self->page_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_widget_action_set_enabled (widget, "report.previous-page", page > 0);
  gtk_widget_action_set_enabled (widget, "report.next-page", page + 1 < n);
  gtk_widget_action_set_enabled (widget, "report.print", n > 0);
  gtk_widget_action_set_enabled (widget, "report.save", n > 0);
  if (n > 0 && gtk_widget_get_mapped (widget))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
turn_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (widget);
  const guint page = tide_report_preview_get_page (self->preview);

  if (g_str_equal (name, "report.next-page"))
    tide_report_preview_set_page (self->preview, page + 1);
  else if (page > 0)
    tide_report_preview_set_page (self->preview, page - 1);
}

/* Making ------------------------------------------------------------------------------------ */

static void
on_progress (guint done, guint total, gpointer data)
{
  TideReportDialog *self = data;

  g_atomic_int_set (&self->done, (gint) (1000.0 * done / total));
}

static gboolean
on_progress_due (gpointer data)
{
  TideReportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->done) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
stop (TideReportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
}

static void
show_failure (TideReportDialog *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->failure_page, title);
  adw_status_page_set_description (self->failure_page, description);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
show_report (TideReportDialog *self, TideReport *report)
{
  self->report = report;
  tide_report_preview_set_report (self->preview, report);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  update_page (self);
  if (self->prints_at_once)
    gtk_widget_activate_action (GTK_WIDGET (self), "report.print", NULL);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideReportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TideReport) report = tide_report_make_finish (result, &error);

  /* Something else is wanted by now, or nothing. */
  if (self->making == NULL || g_task_get_cancellable (G_TASK (result)) != self->making)
    return;

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->making);
  if (report != NULL)
    show_report (self, g_steal_pointer (&report));
  else
    show_failure (self, _ ("Report Not Made"), error->message);
}

static void
forget_report (TideReportDialog *self)
{
  stop (self);
  tide_report_preview_set_report (self->preview, NULL);
  g_clear_pointer (&self->report, tide_report_unref);
  update_page (self);
}

static void
show_progress (TideReportDialog *self, const TideReportRequest *request)
{
  const guint n = tide_report_request_estimate_pages (request);
  g_autofree char *estimate = g_strdup_printf (
      /* Translators: how many pages a report will have */
      ngettext ("About %u page", "About %u pages", n), n);

  g_atomic_int_set (&self->done, 0);
  gtk_label_set_text (self->estimate_label, estimate);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "making");
  self->progress_id = g_timeout_add (PROGRESS_PERIOD, on_progress_due, self);
}

static void
make (TideReportDialog *self)
{
  const TideReportKind kind = get_kind (self);
  TideReportRequest *request;

  if (self->is_filling || kind == TIDE_N_REPORT_KINDS)
    return;

  forget_report (self);
  request = tide_report_request_copy (self->requests[kind]);
  request->paper = (TidePaper) adw_combo_row_get_selected (self->paper_row);
  request->is_landscape = adw_combo_row_get_selected (self->orientation_row) == 1;
  request->includes_names = adw_switch_row_get_active (self->names_row);
  gtk_widget_set_visible (GTK_WIDGET (self->names_row),
                          tide_report_request_count_confidential (request) > 0);
  show_progress (self, request);
  self->making = g_cancellable_new ();
  tide_report_make_async (request, on_progress, self, self->making, on_made, g_object_ref (self));
}

static void
make_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  make (TIDE_REPORT_DIALOG (widget));
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (widget);

  stop (self);
  show_failure (self, _ ("Cancelled"), NULL);
}

static void
on_choice_changed (TideReportDialog *self)
{
  make (self);
}

static void
on_paper_changed (TideReportDialog *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAPER]);
  make (self);
}

static void
on_orientation_changed (TideReportDialog *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANDSCAPE]);
  make (self);
}

/* Printing ---------------------------------------------------------------------------------- */

static void
tell_failure (TideReportDialog *self, const char *heading, const char *body)
{
  AdwDialog *alert = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
on_printed (GtkPrintOperation *operation, GtkPrintOperationResult result, gpointer data)
{
  TideReportDialog *self = data;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      tell_failure (self, _ ("Report Not Printed"), error->message);
    }
  else if (self->prints_at_once)
    adw_dialog_close (ADW_DIALOG (self));
  self->prints_at_once = FALSE;
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (widget);
  g_autoptr (GtkPrintOperation) operation = tide_report_print_operation_new (self->report);

  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}

/* Saving ------------------------------------------------------------------------------------ */

/* A report on its way into a file. */
typedef struct
{
  TideReportDialog *dialog; /* owned */
  GFile *file;              /* owned */
} Saving;

static void
saving_free (Saving *saving)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (saving->dialog), "report.save",
                                 saving->dialog->report != NULL);
  g_object_unref (saving->dialog);
  g_object_unref (saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *body = NULL;

  if (tide_safe_writer_write_finish (result, &error))
    {
      tide_toast_show (saving->dialog->toast_overlay, _ ("Report saved"), NULL);
      return;
    }

  body = g_strconcat (error->message, "\n\n",
                      tide_store_error_get_advice (error->domain == TIDE_STORE_ERROR
                                                       ? (TideStoreError) error->code
                                                       : TIDE_STORE_ERROR_FAILED),
                      NULL);
  tell_failure (saving->dialog, _ ("Report Not Saved"), body);
}

static void
on_pdf_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = tide_report_write_pdf_finish (result, &error);
  GFile *file = saving->file;

  if (bytes == NULL)
    tell_failure (saving->dialog, _ ("Report Not Saved"), error->message);
  else
    tide_safe_writer_write_async (file, bytes, NULL, on_written, g_steal_pointer (&saving));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideReportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->report != NULL)
    tide_report_dialog_save (self, file);
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PDF Documents"));
  gtk_file_filter_add_suffix (filter, "pdf");
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();
  g_autofree char *file_name = tide_report_dup_file_name (self->report);

  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen,
                        g_object_ref (self));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_report_dialog_closed (AdwDialog *dialog)
{
  stop (TIDE_REPORT_DIALOG (dialog));
}

static void
tide_report_dialog_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (object);

  switch ((TideReportDialogProperty) id)
    {
    case PROP_PAPER:
      g_value_set_string (
          value, tide_paper_to_code ((TidePaper) adw_combo_row_get_selected (self->paper_row)));
      break;
    case PROP_LANDSCAPE:
      g_value_set_boolean (value, adw_combo_row_get_selected (self->orientation_row) == 1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_report_dialog_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (object);

  switch ((TideReportDialogProperty) id)
    {
    case PROP_PAPER:
      adw_combo_row_set_selected (self->paper_row,
                                  tide_paper_from_code (g_value_get_string (value)));
      break;
    case PROP_LANDSCAPE:
      adw_combo_row_set_selected (self->orientation_row, g_value_get_boolean (value) ? 1 : 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_report_dialog_dispose (GObject *object)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (tide_report_dialog_parent_class)->dispose (object);
}

static void
tide_report_dialog_finalize (GObject *object)
{
  TideReportDialog *self = TIDE_REPORT_DIALOG (object);

  for (guint i = 0; i < TIDE_N_REPORT_KINDS; i++)
    g_clear_pointer (&self->requests[i], tide_report_request_free);
  g_clear_pointer (&self->report, tide_report_unref);
  g_ptr_array_unref (self->kinds);

  G_OBJECT_CLASS (tide_report_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, estimate_label);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, failure_page);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, TideReportDialog, names_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_paper_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_orientation_changed);
  gtk_widget_class_bind_template_callback (widget_class, update_page);
}

static void
tide_report_dialog_class_init (TideReportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_report_dialog_get_property;
  object_class->set_property = tide_report_dialog_set_property;
  object_class->dispose = tide_report_dialog_dispose;
  object_class->finalize = tide_report_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_report_dialog_closed;

  props[PROP_PAPER] = g_param_spec_string ("paper", NULL, NULL, "a4", flags);
  props[PROP_LANDSCAPE] = g_param_spec_boolean ("landscape", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TIDE_TYPE_REPORT_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "report.next-page", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "report.previous-page", NULL, turn_page);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "report.make", NULL, make_again);
  gtk_widget_class_install_action (widget_class, "report.cancel", NULL, cancel);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_REPORT_DIALOG, NULL);
}

/* A list of rows has a use of its own for the keys of pages. */
static void
add_page_keys (TideReportDialog *self)
{
  const gpointer rows[]
      = { self->kind_row, self->paper_row, self->orientation_row, self->names_row };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    tide_shortcuts_add_controller (rows[i], TIDE_SHORTCUTS_REPORT_DIALOG);
}

static void
tide_report_dialog_init (TideReportDialog *self)
{
  self->kinds = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_filling = FALSE;
  add_page_keys (self);
  update_page (self);
}

/**
 * tide_report_dialog_new:
 *
 * Returns: (transfer floating): a dialog without a report
 */
AdwDialog *
tide_report_dialog_new (void)
{
  return g_object_new (TIDE_TYPE_REPORT_DIALOG, NULL);
}

/**
 * tide_report_dialog_take_request:
 * @self: a dialog that has not been told yet what to show
 * @request: (transfer full): one more kind of report that can be chosen
 */
void
tide_report_dialog_take_request (TideReportDialog *self, TideReportRequest *request)
{
  g_return_if_fail (TIDE_IS_REPORT_DIALOG (self));

  g_clear_pointer (&self->requests[request->kind], tide_report_request_free);
  self->requests[request->kind] = request;
}

static const char *
get_kind_name (const TideReportRequest *request)
{
  switch (request->kind)
    {
    case TIDE_REPORT_LIST:
      return _ ("List of Projects");
    case TIDE_REPORT_SHEETS:
      return ngettext ("Project Sheet", "Project Sheets", request->rows->len);
    case TIDE_REPORT_OVERVIEW:
    case TIDE_N_REPORT_KINDS:
    default:
      return _ ("Overview");
    }
}

/**
 * tide_report_dialog_show_kind:
 * @self: a dialog
 * @kind: a kind for which it has a request
 *
 * Makes the report and shows it as soon as it is ready; the other kinds can be chosen.
 */
void
tide_report_dialog_show_kind (TideReportDialog *self, TideReportKind kind)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (TIDE_IS_REPORT_DIALOG (self));
  g_return_if_fail (self->requests[kind] != NULL);

  g_ptr_array_set_size (self->kinds, 0);
  for (guint i = 0; i < TIDE_N_REPORT_KINDS; i++)
    {
      if (self->requests[i] == NULL)
        continue;
      if (i == kind)
        selected = self->kinds->len;
      gtk_string_list_append (names, get_kind_name (self->requests[i]));
      g_ptr_array_add (self->kinds, GUINT_TO_POINTER (i));
    }
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind_row, selected);
  self->is_filling = FALSE;
  make (self);
}

/**
 * tide_report_dialog_print_at_once:
 * @self: a dialog
 *
 * Prints the report as soon as it is ready, and closes once that is done.
 */
void
tide_report_dialog_print_at_once (TideReportDialog *self)
{
  g_return_if_fail (TIDE_IS_REPORT_DIALOG (self));

  self->prints_at_once = TRUE;
}

/**
 * tide_report_dialog_get_report:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): what it shows; %NULL while it is being made
 */
TideReport *
tide_report_dialog_get_report (TideReportDialog *self)
{
  g_return_val_if_fail (TIDE_IS_REPORT_DIALOG (self), NULL);

  return self->report;
}

/**
 * tide_report_dialog_save:
 * @self: a dialog that shows a report
 * @file: where to
 *
 * Writes the report in another thread; a toast or a dialog tells how that went.
 */
void
tide_report_dialog_save (TideReportDialog *self, GFile *file)
{
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (TIDE_IS_REPORT_DIALOG (self) && self->report != NULL);

  saving->dialog = g_object_ref (self);
  saving->file = g_object_ref (file);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", FALSE);
  tide_report_write_pdf_async (self->report, NULL, on_pdf_made, saving);
}
