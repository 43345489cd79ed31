/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-export-dialog.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/tide-ui.h"

#include "tide-bench-register.h"
#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <glib/gstdio.h>

#include <string.h>

typedef struct
{
  TideRegister *reg;
  GtkWidget *page;
  GtkWidget *window;
  TideExportDialog *dialog;
  char *sentence; /* nullable until something is exported */
} Fixture;

static void
on_exported (Fixture *self, const char *sentence)
{
  g_set_str (&self->sentence, sentence);
}

static void
wait_until_idle (Fixture *self)
{
  while (tide_export_dialog_is_busy (self->dialog))
    tide_test_settle (20);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();

  tide_filter_add ((TideFilter *) filter, "stages", "signed");
  self->reg = tide_test_register_new ();
  self->page = g_object_ref_sink (g_object_new (TIDE_TYPE_PROJECTS_PAGE, NULL));
  tide_projects_page_set_register (TIDE_PROJECTS_PAGE (self->page), self->reg);
  tide_projects_page_set_filter (TIDE_PROJECTS_PAGE (self->page), TIDE_FILTER (filter));
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), self->page);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  gtk_window_present (GTK_WINDOW (self->window));

  self->dialog = g_object_ref_sink (
      TIDE_EXPORT_DIALOG (tide_projects_page_new_export (TIDE_PROJECTS_PAGE (self->page))));
  g_signal_connect_swapped (self->dialog, "exported", G_CALLBACK (on_exported), self);
  adw_dialog_present (ADW_DIALOG (self->dialog), self->window);
  wait_until_idle (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  adw_dialog_force_close (ADW_DIALOG (self->dialog));
  gtk_window_destroy (GTK_WINDOW (self->window));
  tide_test_settle (50);
  g_assert_finalize_object (self->dialog);
  g_object_unref (self->page);
  g_object_unref (self->reg);
  g_free (self->sentence);
}

static char *
save (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *text = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  tide_export_dialog_save (self->dialog, file);
  for (guint i = 0; i < 200 && self->sentence == NULL; i++)
    tide_test_settle (20);
  g_file_get_contents (path, &text, NULL, NULL);
  g_remove (path);

  return text;
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *end = text; (end = strchr (end, '\n')) != NULL; end++)
    n++;

  return n;
}

static void
test_filtered (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  tide_export_dialog_choose_format (self->dialog, TIDE_EXPORT_CSV);
  tide_export_dialog_choose_part (self->dialog, TIDE_EXPORT_FILTERED);
  wait_until_idle (self);
  text = save (self, "filtered.csv");
  g_assert_cmpstr (self->sentence, ==, "1 project exported");
  g_assert_cmpuint (count_lines (text), ==, 2);
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
}

static void
test_whole (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  tide_export_dialog_choose_format (self->dialog, TIDE_EXPORT_CSV);
  tide_export_dialog_choose_part (self->dialog, TIDE_EXPORT_WHOLE);
  wait_until_idle (self);
  text = save (self, "whole.csv");
  g_assert_cmpstr (self->sentence, ==, "3 projects exported");
  g_assert_cmpuint (count_lines (text), ==, 4);
}

static void
test_workbook (Fixture *self, gconstpointer data)
{
  g_autofree char *text = save (self, "whole.xlsx");

  g_assert_nonnull (text);
  g_assert_true (g_str_has_prefix (text, "PK"));
}

/* What the file will not hold depends on its format, and is told beforehand. */
static void
test_losses (Fixture *self, gconstpointer data)
{
  static const char sentence[] = "Nothing in the file says which cells are numbers or dates.";
  GtkWidget *widget = GTK_WIDGET (self->dialog);

  g_assert_null (tide_test_find_label (widget, sentence));
  tide_export_dialog_choose_format (self->dialog, TIDE_EXPORT_MARKDOWN);
  wait_until_idle (self);
  tide_test_settle (20);
  g_assert_nonnull (tide_test_find_label (widget, sentence));
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "cancelled.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  tide_export_dialog_save (self->dialog, file);
  gtk_widget_activate_action (GTK_WIDGET (self->dialog), "export.cancel", NULL);
  wait_until_idle (self);
  tide_test_settle (300);
  g_assert_null (self->sentence);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Enough that a spreadsheet takes seconds. */
#define N_MANY 8000

static GtkProgressBar *
find_progress (TideExportDialog *dialog)
{
  return GTK_PROGRESS_BAR (tide_test_find_child (GTK_WIDGET (dialog), GTK_TYPE_PROGRESS_BAR));
}

/* Whoever gives up has the choices at once, however far the threads have come; these go on for a
 * while with nobody to tell, and write no file. */
static void
test_given_up (Fixture *self, gconstpointer data)
{
  const double fraction = GPOINTER_TO_UINT (data) / 100.0;
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "given-up.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TideSnapshot) snapshot = tide_bench_register_new (N_MANY);
  TideExportDialog *dialog = TIDE_EXPORT_DIALOG (tide_export_dialog_new ());
  g_autoptr (GtkWidget) held = g_object_ref_sink (GTK_WIDGET (dialog));
  GWeakRef alive;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  tide_export_dialog_set_register (dialog, snapshot, NULL, NULL);
  g_signal_connect_swapped (dialog, "exported", G_CALLBACK (on_exported), self);
  adw_dialog_present (ADW_DIALOG (dialog), self->window);
  while (tide_export_dialog_is_busy (dialog))
    tide_test_settle (20);

  tide_export_dialog_save (dialog, file);
  while (gtk_progress_bar_get_fraction (find_progress (dialog)) < fraction)
    tide_test_settle (20);
  g_assert_true (tide_export_dialog_is_busy (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "export.cancel", NULL);
  g_assert_false (tide_export_dialog_is_busy (dialog));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (find_progress (dialog))));

  /* The threads hold the dialog as long as they work. */
  g_weak_ref_init (&alive, dialog);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  g_clear_object (&held);
  for (gpointer object; (object = g_weak_ref_get (&alive)) != NULL;)
    {
      g_object_unref (object);
      tide_test_settle (50);
    }
  g_weak_ref_clear (&alive);
  g_assert_null (self->sentence);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static AdwSwitchRow *
find_switch (TideExportDialog *dialog, const char *title)
{
  GtkWidget *label = tide_test_find_label (GTK_WIDGET (dialog), title);

  return ADW_SWITCH_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_SWITCH_ROW));
}

/* What is chosen is chosen the next time too, but for names, which are asked for anew. */
static void
test_remembered (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("io.github.tideline_app.Tideline");
  TideExportDialog *next = TIDE_EXPORT_DIALOG (tide_export_dialog_new ());
  g_autoptr (GtkWidget) held = g_object_ref_sink (GTK_WIDGET (next));
  g_autoptr (TideSnapshot) snapshot = tide_test_register_new_snapshot ();
  g_autofree char *format = NULL;

  tide_export_dialog_bind_settings (self->dialog, settings);
  tide_export_dialog_choose_format (self->dialog, TIDE_EXPORT_CSV);
  tide_test_settle (100);
  adw_switch_row_set_active (find_switch (self->dialog, "Decimal Comma"), TRUE);
  format = g_settings_get_string (settings, "export-format");
  g_assert_cmpstr (format, ==, "csv");

  tide_export_dialog_bind_settings (next, settings);
  tide_export_dialog_set_register (next, snapshot, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (next), self->window);
  while (tide_export_dialog_is_busy (next))
    tide_test_settle (20);
  g_assert_true (adw_switch_row_get_active (find_switch (next, "Decimal Comma")));
  g_assert_nonnull (tide_test_find_label (
      GTK_WIDGET (next), "Nothing in the file says which cells are numbers or dates."));
  adw_dialog_force_close (ADW_DIALOG (next));
  wait_until_idle (self);
}

/* Why, and what to do; the choices are there again. */
static void
test_failed (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "nowhere", "x.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tide_export_dialog_save (self->dialog, file);
  wait_until_idle (self);
  tide_test_settle (100);
  g_assert_nonnull (tide_test_find_label (self->window, "Not Exported"));
  g_assert_null (self->sentence);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  tide_ui_init ();

#define ADD(name)                                                                                  \
  g_test_add ("/export-dialog/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (filtered);
  ADD (whole);
  ADD (workbook);
  ADD (losses);
  ADD (cancelled);
  ADD (failed);
  ADD (remembered);
  g_test_add ("/export-dialog/given-up/early", Fixture, GUINT_TO_POINTER (0), set_up, test_given_up,
              tear_down);
  g_test_add ("/export-dialog/given-up/halfway", Fixture, GUINT_TO_POINTER (50), set_up,
              test_given_up, tear_down);
  g_test_add ("/export-dialog/given-up/packing", Fixture, GUINT_TO_POINTER (100), set_up,
              test_given_up, tear_down);

  return g_test_run ();
}
