/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What Tideline itself has written, on its way back through the dialog of imports. */

#include "codec/tide-export.h"
#include "codec/tide-json-reader.h"
#include "ui/dialogs/tide-import-check-page.h"
#include "ui/dialogs/tide-import-columns-page.h"
#include "ui/dialogs/tide-import-dialog.h"
#include "ui/dialogs/tide-import-job.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

typedef struct
{
  TideSnapshot *sample;
  GFile *file;
  TideRegister *reg;  /* nullable */
  TideImportJob *job; /* nullable */
} Fixture;

static TideSnapshot *
read_sample (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "made-up.tideline", NULL);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (mapped);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  TideSnapshot *snapshot = tide_json_read (bytes, NULL, NULL, NULL, NULL, &problems, &error);

  g_assert_no_error (error);

  return snapshot;
}

static void
write_tables (Fixture *self, TideExportFormat format, guint types)
{
  const TideExportOptions options = { .format = format,
                                      .types = types,
                                      .csv = { .separator = ',', .decimal_sign = '.' },
                                      .includes_names = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = tide_export_write (self->sample, &options, NULL, NULL, NULL, NULL, &error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (self->file, data, length, NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFileIOStream) stream = NULL;

  *self = (Fixture) { .sample = read_sample () };
  self->file = g_file_new_tmp ("tide-test-XXXXXX.xlsx", &stream, NULL);
  write_tables (self, TIDE_EXPORT_XLSX, TIDE_EXPORT_ALL_TYPES);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  tide_test_settle (50);
  if (self->job != NULL)
    g_assert_finalize_object (self->job);
  if (self->reg != NULL)
    g_assert_finalize_object (self->reg);
  g_file_delete (self->file, NULL, NULL);
  g_object_unref (self->file);
  tide_snapshot_unref (self->sample);
}

static void
make_register (Fixture *self, TideSnapshot *snapshot)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (TIDE_TEST_TIME);

  self->reg = tide_register_new_from_snapshot (snapshot, clock, "Tester");
}

static void
wait_for (Fixture *self)
{
  while (tide_import_job_is_busy (self->job))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_file (Fixture *self)
{
  self->job = tide_import_job_new (self->reg);
  tide_import_reading_open (tide_import_job_get_reading (self->job), self->file);
  wait_for (self);
  g_assert_nonnull (tide_import_job_get_plan (self->job));
}

static TideImportTrial *
try_rows (Fixture *self)
{
  TideImportTrial *trial;

  tide_import_job_try (self->job);
  wait_for (self);
  trial = tide_import_job_get_trial (self->job);
  g_assert_nonnull (trial);

  return trial;
}

/* A step that gives the first project another number. */
static void
renumber_project (Fixture *self)
{
  const TidePayload *before
      = g_ptr_array_index (tide_snapshot_get_records (self->sample, TIDE_RECORD_PROJECT), 0);
  TidePayload *after = tide_payload_copy (before);
  g_autoptr (TideStep) step = tide_step_new ("edit", "", NULL);
  g_autoptr (GError) error = NULL;

  tide_test_payload_set (after, "number", "Another number");
  tide_payload_seal (after);
  tide_step_add_difference (step, TIDE_RECORD_PROJECT, before, after);
  tide_register_apply (self->reg, step, &error);
  g_assert_no_error (error);
  tide_payload_unref (after);
}

static void
test_unchanged (Fixture *self, gconstpointer data)
{
  TideImportTrial *trial;
  guint n;

  make_register (self, self->sample);
  open_file (self);
  g_assert_true (tide_import_job_takes_own (self->job));
  g_assert_nonnull (tide_import_reading_get_own (tide_import_job_get_reading (self->job), &n));
  g_assert_cmpuint (n, ==, TIDE_N_EXPORT_TYPES);

  trial = try_rows (self);
  g_assert_cmpuint (tide_import_trial_get_n_rows (trial), >, 100);
  g_assert_cmpuint (tide_import_trial_count (trial, TIDE_IMPORT_UNCHANGED), ==,
                    tide_import_trial_get_n_rows (trial));
  g_assert_true (tide_step_is_empty (tide_import_trial_get_step (trial)));
}

static void
assert_same_number (TideSnapshot *a, TideSnapshot *b)
{
  const TidePayload *project
      = g_ptr_array_index (tide_snapshot_get_records (b, TIDE_RECORD_PROJECT), 0);
  g_auto (TideValue) one = { 0 };
  g_auto (TideValue) other = { 0 };

  tide_payload_get_value_at (tide_snapshot_lookup (a, TIDE_RECORD_PROJECT, project->id), "number",
                             &one);
  tide_payload_get_value_at (project, "number", &other);
  g_assert_true (tide_value_equal (&one, &other));
}

/* It is done in one step, and no plan is kept. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  TideImportTrial *trial;
  g_autoptr (TideSnapshot) after = NULL;
  guint n_steps;

  make_register (self, self->sample);
  renumber_project (self);
  n_steps = tide_register_count_steps (self->reg);
  open_file (self);
  trial = try_rows (self);
  g_assert_cmpuint (tide_import_trial_count (trial, TIDE_IMPORT_UPDATED), ==, 1);
  g_assert_cmpuint (tide_import_trial_count (trial, TIDE_IMPORT_UNCHANGED), ==,
                    tide_import_trial_get_n_rows (trial) - 1);

  tide_import_job_apply (self->job, TRUE);
  wait_for (self);
  after = tide_register_dup_snapshot (self->reg);
  g_assert_cmpuint (tide_register_count_steps (self->reg), ==, n_steps + 1);
  g_assert_cmpuint (tide_entries_get_n (tide_snapshot_get_records (after, TIDE_RECORD_PRESET)), ==,
                    0);
  assert_same_number (after, self->sample);
}

static void
assert_same_records (TideSnapshot *a, TideSnapshot *b, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (a, kind);

  g_assert_cmpuint (tide_entries_get_n (records), >, 0);
  g_assert_cmpuint (tide_entries_get_n (records), ==,
                    tide_entries_get_n (tide_snapshot_get_records (b, kind)));
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      g_assert_true (tide_payload_equal (record, tide_snapshot_lookup (b, kind, record->id)));
    }
}

static void
test_into_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (TideSnapshot) nothing = tide_snapshot_new ();
  TideImportTrial *trial;

  tide_snapshot_add (nothing, TIDE_RECORD_REGISTER,
                     tide_payload_ref (&tide_snapshot_get_settings (self->sample)->base));
  make_register (self, nothing);
  open_file (self);
  trial = try_rows (self);
  g_assert_cmpuint (tide_import_trial_count (trial, TIDE_IMPORT_CREATED), ==,
                    tide_import_trial_get_n_rows (trial));
  assert_same_records (self->sample, tide_import_trial_get_after (trial), TIDE_RECORD_PROJECT);
  assert_same_records (self->sample, tide_import_trial_get_after (trial), TIDE_RECORD_PARTY);
  assert_same_records (self->sample, tide_import_trial_get_after (trial), TIDE_RECORD_EVENT);
}

/* A list of projects alone is somebody's table like any other. */
static void
test_list_of_projects (Fixture *self, gconstpointer data)
{
  make_register (self, self->sample);
  write_tables (self, TIDE_EXPORT_CSV, 1u << TIDE_EXPORT_PROJECTS);
  open_file (self);
  g_assert_false (tide_import_job_takes_own (self->job));
}

static void
test_parties_alone (Fixture *self, gconstpointer data)
{
  TideImportTrial *trial;

  make_register (self, self->sample);
  write_tables (self, TIDE_EXPORT_CSV, 1u << TIDE_EXPORT_PARTIES);
  open_file (self);
  g_assert_true (tide_import_job_takes_own (self->job));
  trial = try_rows (self);
  g_assert_cmpuint (tide_import_trial_count (trial, TIDE_IMPORT_UNCHANGED), ==,
                    tide_import_trial_get_n_rows (trial));
}

/* What was found out is not true any more once it is to be taken another way. */
static void
test_another_way (Fixture *self, gconstpointer data)
{
  make_register (self, self->sample);
  open_file (self);
  try_rows (self);
  tide_import_job_set_takes_own (self->job, FALSE);
  g_assert_false (tide_import_job_takes_own (self->job));
  g_assert_null (tide_import_job_get_trial (self->job));
  g_assert_true (tide_import_job_get_tried_table (self->job)
                 == tide_import_job_get_table (self->job));
}

/* The dialog --------------------------------------------------------------------------------- */

static gboolean
comes_to (AdwDialog *dialog, GType page)
{
  GtkWidget *next = adw_dialog_get_default_widget (dialog);
  AdwNavigationView *view
      = ADW_NAVIGATION_VIEW (tide_test_find_child (GTK_WIDGET (dialog), ADW_TYPE_NAVIGATION_VIEW));

  for (guint i = 0; i < 500 && !gtk_widget_is_sensitive (next); i++)
    tide_test_settle (20);
  g_signal_emit_by_name (next, "clicked");
  for (guint i = 0; i < 500; i++)
    {
      if (G_OBJECT_TYPE (adw_navigation_view_get_visible_page (view)) == page)
        return TRUE;
      tide_test_settle (20);
    }

  return FALSE;
}

static void
test_dialog (Fixture *self, gconstpointer data)
{
  const gboolean takes_own = GPOINTER_TO_INT (data);
  GtkWidget *window = adw_window_new ();
  GtkWidget *row;
  AdwDialog *dialog;

  make_register (self, self->sample);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_present (GTK_WINDOW (window));
  dialog = tide_import_dialog_new (self->reg, self->file);
  adw_dialog_present (dialog, window);
  row = tide_test_find_child (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW);
  for (guint i = 0; i < 500 && !gtk_widget_get_mapped (row); i++)
    tide_test_settle (20);
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Records are told apart by their ids. Sheets taken: 26 of 26.");
  g_assert_false (
      gtk_widget_get_mapped (tide_test_find_child (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW)));

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), takes_own);
  g_assert_true (
      comes_to (dialog, takes_own ? TIDE_TYPE_IMPORT_CHECK_PAGE : TIDE_TYPE_IMPORT_COLUMNS_PAGE));
  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  tide_test_settle (50);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  ADD ("/import-own/unchanged", test_unchanged);
  ADD ("/import-own/changed", test_changed);
  ADD ("/import-own/into-empty", test_into_empty);
  ADD ("/import-own/list-of-projects", test_list_of_projects);
  ADD ("/import-own/parties-alone", test_parties_alone);
  ADD ("/import-own/another-way", test_another_way);
  g_test_add ("/import-own/dialog", Fixture, GINT_TO_POINTER (TRUE), set_up, test_dialog,
              tear_down);
  g_test_add ("/import-own/dialog-in-columns", Fixture, GINT_TO_POINTER (FALSE), set_up,
              test_dialog, tear_down);

  return g_test_run ();
}
