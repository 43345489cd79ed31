/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-report-dialog.h"
#include "ui/dialogs/tide-report-preview.h"
#include "ui/lists/tide-projects-report.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/tide-report-print.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <glib/gstdio.h>

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  TideReportDialog *dialog;
} Fixture;

static TideReportRequest *
new_request (TideRegister *reg, TideReportKind kind, guint times)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  TideReportRequest *request = tide_report_request_new (snapshot, kind, TIDE_LANGUAGE_EN);

  for (guint i = 0; i < times * 3; i++)
    tide_report_request_add_row (request, i % 3);
  if (kind == TIDE_REPORT_OVERVIEW)
    tide_report_request_take_question (request, tide_overview_question_new ());

  return request;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->reg = tide_test_register_new ();
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), gtk_label_new ("register"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  gtk_window_present (GTK_WINDOW (self->window));

  self->dialog = g_object_ref_sink (TIDE_REPORT_DIALOG (tide_report_dialog_new ()));
  for (guint i = 0; i < TIDE_N_REPORT_KINDS; i++)
    tide_report_dialog_take_request (self->dialog, new_request (self->reg, (TideReportKind) i, 40));
  adw_dialog_present (ADW_DIALOG (self->dialog), self->window);
  tide_report_dialog_show_kind (self->dialog, TIDE_REPORT_LIST);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  gtk_window_destroy (GTK_WINDOW (self->window));
  tide_test_settle (50);
  g_assert_finalize_object (self->dialog);
  g_object_unref (self->reg);
}

static TideReport *
wait_for_report (Fixture *self)
{
  while (tide_report_dialog_get_report (self->dialog) == NULL)
    tide_test_settle (20);

  return tide_report_dialog_get_report (self->dialog);
}

static guint
get_page (Fixture *self)
{
  return tide_report_preview_get_page (TIDE_REPORT_PREVIEW (
      tide_test_find_child (GTK_WIDGET (self->dialog), TIDE_TYPE_REPORT_PREVIEW)));
}

static void
act (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), action, NULL);
}

static void
test_pages (Fixture *self, gconstpointer data)
{
  const guint n = tide_report_get_n_pages (wait_for_report (self));

  g_assert_cmpuint (n, >, 1);
  g_assert_cmpuint (get_page (self), ==, 0);
  act (self, "report.previous-page");
  g_assert_cmpuint (get_page (self), ==, 0);
  for (guint i = 0; i < n + 3; i++)
    act (self, "report.next-page");
  g_assert_cmpuint (get_page (self), ==, n - 1);
  act (self, "report.previous-page");
  g_assert_cmpuint (get_page (self), ==, n - 2);
}

static void
test_paper (Fixture *self, gconstpointer data)
{
  g_autofree char *paper = NULL;
  double width;
  double height;

  wait_for_report (self);
  g_object_set (self->dialog, "paper", "letter", "landscape", TRUE, NULL);
  g_assert_null (tide_report_dialog_get_report (self->dialog));
  tide_report_get_size (wait_for_report (self), &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 792, 1);
  g_assert_cmpfloat_with_epsilon (height, 612, 1);
  g_object_get (self->dialog, "paper", &paper, NULL);
  g_assert_cmpstr (paper, ==, "letter");
}

/* The choice of names is offered only where there are some to withhold. */
static void
test_names (Fixture *self, gconstpointer data)
{
  GtkWidget *row = tide_test_find_child (GTK_WIDGET (self->dialog), ADW_TYPE_SWITCH_ROW);

  wait_for_report (self);
  g_assert_false (gtk_widget_get_visible (row));
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  act (self, "report.cancel");
  tide_test_settle (300);
  g_assert_null (tide_report_dialog_get_report (self->dialog));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (self->dialog), "Cancelled"));
  act (self, "report.make");
  wait_for_report (self);
}

static gboolean
waits_for (Fixture *self, const char *text)
{
  for (guint i = 0; i < 30; i++)
    {
      if (tide_test_find_label (GTK_WIDGET (self->window), text) != NULL)
        return TRUE;
      tide_test_settle (100);
    }

  return FALSE;
}

static void
test_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  wait_for_report (self);
  tide_report_dialog_save (self->dialog, file);
  g_assert_true (waits_for (self, "Report saved"));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_remove (path);
}

static void
test_not_saved (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "nowhere", "x.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  wait_for_report (self);
  tide_report_dialog_save (self->dialog, file);
  g_assert_true (waits_for (self, "Report Not Saved"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What goes to a printer are the same pages. */
static void
test_printed (Fixture *self, gconstpointer data)
{
  TideReport *report = wait_for_report (self);
  g_autoptr (GtkPrintOperation) operation = tide_report_print_operation_new (report);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "printed.pdf", NULL);
  g_autofree char *text = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (self->window), NULL),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_remove (path);
}

/* The rows of the page are those of the report, with the words of its chips. */
static void
test_request (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (TIDE_TYPE_PROJECTS_PAGE, NULL));
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();
  g_autoptr (TideReportRequest) list = NULL;
  g_autoptr (TideReportRequest) sheets = NULL;
  const TideReportCriterion *criterion;

  tide_filter_add ((TideFilter *) filter, "stages", "signed");
  tide_filter_add ((TideFilter *) filter, "parties", "maker");
  tide_projects_page_set_register (TIDE_PROJECTS_PAGE (page), reg);
  tide_projects_page_set_filter (TIDE_PROJECTS_PAGE (page), TIDE_FILTER (filter));
  list = tide_projects_page_new_report (TIDE_PROJECTS_PAGE (page), TIDE_REPORT_LIST);
  sheets = tide_projects_page_new_report (TIDE_PROJECTS_PAGE (page), TIDE_REPORT_SHEETS);
  g_assert_cmpuint (list->rows->len, ==, 1);
  g_assert_cmpuint (sheets->rows->len, ==, 1);
  g_assert_cmpstr (tide_report_request_get_project (list, 0)->base.id, ==, "p1");
  g_assert_cmpuint (list->criteria->len, ==, 2);
  criterion = g_ptr_array_index (list->criteria, 0);
  g_assert_nonnull (g_strrstr (criterion->text, "Signed"));
  g_assert_false (criterion->tells_names);
  criterion = g_ptr_array_index (list->criteria, 1);
  g_assert_nonnull (g_strrstr (criterion->text, "Maker"));
  g_assert_true (criterion->tells_names);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  tide_ui_init ();

  g_test_add_func ("/report-dialog/request", test_request);
#define ADD(name)                                                                                  \
  g_test_add ("/report-dialog/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (pages);
  ADD (paper);
  ADD (names);
  ADD (cancelled);
  ADD (saved);
  ADD (not_saved);
  ADD (printed);

  return g_test_run ();
}
