/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-import-check-page.h"
#include "ui/dialogs/tide-import-column-row.h"
#include "ui/dialogs/tide-import-columns-page.h"
#include "ui/dialogs/tide-import-constants-group.h"
#include "ui/dialogs/tide-import-dialog.h"
#include "ui/dialogs/tide-import-source-page.h"
#include "ui/dialogs/tide-import-values-page.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  TideRegister *reg;
  GtkWidget *window;
  AdwDialog *dialog; /* nullable */
  char *path;
  char *imported; /* nullable: the label of what was done */
} Fixture;

static void
on_imported (Fixture *self, TideStep *step)
{
  self->imported = tide_step_dup_label (step);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const char *text = data;

  self->reg = tide_test_register_new ();
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), gtk_label_new ("register"));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  gtk_window_present (GTK_WINDOW (self->window));

  self->path = g_build_filename (g_get_tmp_dir (), "tide-test-import.csv", NULL);
  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  {
    g_autoptr (GFile) file = g_file_new_for_path (self->path);

    self->dialog = g_object_ref_sink (tide_import_dialog_new (self->reg, file));
  }
  g_signal_connect_swapped (self->dialog, "imported", G_CALLBACK (on_imported), self);
  adw_dialog_present (self->dialog, self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->dialog != NULL)
    adw_dialog_force_close (self->dialog);
  gtk_window_destroy (GTK_WINDOW (self->window));
  tide_test_settle (50);
  if (self->dialog != NULL)
    g_assert_finalize_object (self->dialog);
  g_assert_finalize_object (self->reg);
  g_remove (self->path);
  g_free (self->path);
  g_free (self->imported);
}

static GtkWidget *
find (Fixture *self, GType type)
{
  return tide_test_find_child (GTK_WIDGET (self->dialog), type);
}

static GtkWidget *
find_titled (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);

  return found;
}

static GtkWidget *
find_row (Fixture *self, const char *title)
{
  GtkWidget *row = find_titled (GTK_WIDGET (self->dialog), title);

  g_assert_nonnull (row);

  return row;
}

static GtkButton *
get_next (Fixture *self)
{
  return GTK_BUTTON (adw_dialog_get_default_widget (self->dialog));
}

static gboolean
waits_for_next (Fixture *self)
{
  for (guint i = 0; i < 200; i++)
    {
      if (gtk_widget_is_sensitive (GTK_WIDGET (get_next (self))))
        return TRUE;
      tide_test_settle (20);
    }

  return FALSE;
}

/* Goes on, and waits for the page. */
static void
go_on (Fixture *self, GType page)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (find (self, ADW_TYPE_NAVIGATION_VIEW));

  g_assert_true (waits_for_next (self));
  g_signal_emit_by_name (get_next (self), "clicked");
  for (guint i = 0; i < 200; i++)
    {
      if (G_OBJECT_TYPE (adw_navigation_view_get_visible_page (view)) == page)
        break;
      tide_test_settle (20);
    }
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (adw_navigation_view_get_visible_page (view)), ==,
                   g_type_name (page));
  tide_test_settle (400);
}

static void
import (Fixture *self)
{
  g_assert_true (waits_for_next (self));
  g_assert_cmpstr (gtk_button_get_label (get_next (self)), ==, "_Import");
  g_signal_emit_by_name (get_next (self), "clicked");
  for (guint i = 0; i < 200 && self->imported == NULL; i++)
    tide_test_settle (20);
  g_assert_nonnull (self->imported);
}

static guint
count_projects (Fixture *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

  return tide_entries_get_n (tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT));
}

static const char known[] = "Name,Agreement amount (USD million),Sector\n"
                            "Turbines,12.5,Energy\n"
                            "Hulls,\"1,200\",Sea\n";

static void
test_imports (Fixture *self, gconstpointer data)
{
  const guint n = count_projects (self);

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  g_assert_cmpuint (count_projects (self), ==, n);
  import (self);
  g_assert_cmpstr (self->imported, ==, "Import 2 Rows");
  g_assert_cmpuint (count_projects (self), ==, n + 2);
  g_assert_true (tide_register_undo (self->reg));
  g_assert_cmpuint (count_projects (self), ==, n);
}

/* What is remembered is taken back with the rows. */
static void
test_remembers (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  row = find_row (self, "Remember for Such Tables");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  import (self);
  {
    g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

    g_assert_cmpuint (tide_entries_get_n (tide_snapshot_get_records (snapshot, TIDE_RECORD_PRESET)),
                      ==, 1);
  }
  g_assert_true (tide_register_undo (self->reg));
  {
    g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);

    g_assert_cmpuint (tide_entries_get_n (tide_snapshot_get_records (snapshot, TIDE_RECORD_PRESET)),
                      ==, 0);
  }
}

static const char unknown[] = "Name,Sector\nTurbines,Zeppelins\nHulls,Sea\n";

static void
test_values (Fixture *self, gconstpointer data)
{
  const guint n = count_projects (self);

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  go_on (self, TIDE_TYPE_IMPORT_VALUES_PAGE);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (self->dialog), "Zeppelins"));
  gtk_widget_activate_action (find (self, TIDE_TYPE_IMPORT_VALUES_PAGE), "import-values.decide",
                              "(uu)", (guint) TIDE_IMPORT_VALUE_SECTOR, 2u);
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  import (self);
  g_assert_cmpuint (count_projects (self), ==, n + 2);
}

/* Who changes a column is told again what comes of it. */
static void
test_column (Fixture *self, gconstpointer data)
{
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (find (self, ADW_TYPE_NAVIGATION_VIEW));
  GtkWidget *row;

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  adw_navigation_view_pop (view);
  tide_test_settle (400);
  row = find (self, TIDE_TYPE_IMPORT_COLUMN_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  row = tide_test_find_child (row, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), TIDE_IMPORT_NOTES);
  g_assert_false (tide_test_find_label (GTK_WIDGET (self->dialog), "Notes") == NULL);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), TIDE_IMPORT_NAME);
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  import (self);
}

/* A column keeps that it tells records apart while another field is looked for. */
static void
test_key (Fixture *self, gconstpointer data)
{
  const TideImportColumn *column;
  GtkWidget *row;
  GtkWidget *combo;
  TideImportJob *job;

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  row = find (self, TIDE_TYPE_IMPORT_COLUMN_ROW);
  job = tide_import_column_row_get_job (TIDE_IMPORT_COLUMN_ROW (row));
  column = tide_import_plan_get_column (tide_import_job_get_plan (job), 0);
  g_assert_true (column->is_key);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  combo = tide_test_find_child (row, ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), TIDE_IMPORT_NOTES);
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), TIDE_IMPORT_NAME_EN);
  g_assert_true (column->is_key);
}

static const char parties[] = "Name,Investor\nTurbines,Maker\n";

/* What every row says, and what the parties of a column do, comes to the register. */
static void
test_constant (Fixture *self, gconstpointer data)
{
  GtkWidget *group;
  GtkWidget *row;
  g_autoptr (TideSnapshot) snapshot = NULL;
  const GPtrArray *projects;
  const TideProjectPayload *project;

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  group = find (self, TIDE_TYPE_IMPORT_CONSTANTS_GROUP);
  gtk_widget_activate_action (group, "constants.add", "u", (guint) TIDE_IMPORT_AMOUNT_DATE);
  row = tide_test_find_child (group, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "soon");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_next (self))));
  gtk_widget_activate_action (group, "constants.remove", "u", (guint) TIDE_IMPORT_AMOUNT_DATE);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_next (self))));
  gtk_widget_activate_action (group, "constants.add", "u", (guint) TIDE_IMPORT_IN_CHARGE);
  row = tide_test_find_child (group, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "Bureau of Commerce");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find_row (self, "Investor")), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (self, "Role")),
                              (guint) tide_codes_find (TIDE_CODES_PARTY_ROLE, "partner"));
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  import (self);

  snapshot = tide_register_dup_snapshot (self->reg);
  projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  project = g_ptr_array_index (projects, projects->len - 1);
  for (guint i = 0; i < projects->len; i++)
    if (g_strcmp0 (TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->name.en, "Turbines")
        == 0)
      project = g_ptr_array_index (projects, i);
  g_assert_cmpstr (project->in_charge, ==, "Bureau of Commerce");
  g_assert_cmpstr (((TideParticipation *) g_ptr_array_index (project->parties, 0))->role, ==,
                   "partner");
}

static const char likes[] = "Name,Investor,Unit in charge\n"
                            "Harbour cranes,Maker,One\n"
                            "Harbour cranes project,Maker,Two\n";

/* What may be the same is shown side by side, and whoever looks says what becomes of it. */
static void
test_likes (Fixture *self, gconstpointer data)
{
  const guint n = count_projects (self);
  GtkWidget *list;
  AdwDialog *alert;

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  g_assert_nonnull (
      tide_test_find_label (GTK_WIDGET (self->dialog), "New: 2 · May Be the Same: 1"));
  list = tide_test_find_child (find (self, TIDE_TYPE_IMPORT_CHECK_PAGE), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 1u);
  tide_test_settle (400);
  alert = adw_window_get_visible_dialog (ADW_WINDOW (self->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (alert));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (alert), "Already There"));
  g_signal_emit_by_name (alert, "response::update", "update");
  adw_dialog_force_close (alert);
  tide_test_settle (600);
  import (self);
  g_assert_cmpuint (count_projects (self), ==, n + 1);
}

static void
test_report (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "tide-test-left-out.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;

  go_on (self, TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  go_on (self, TIDE_TYPE_IMPORT_VALUES_PAGE);
  go_on (self, TIDE_TYPE_IMPORT_CHECK_PAGE);
  tide_import_check_page_save (TIDE_IMPORT_CHECK_PAGE (find (self, TIDE_TYPE_IMPORT_CHECK_PAGE)),
                               file);
  for (guint i = 0; i < 200 && !g_file_test (path, G_FILE_TEST_EXISTS); i++)
    tide_test_settle (20);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Zeppelins"));
  g_assert_null (strstr (text, "Hulls"));
  g_remove (path);
}

/* A wrong file is told where it was chosen, and nothing can be done with it. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  GtkWidget *banner = find (self, ADW_TYPE_BANNER);

  for (guint i = 0; i < 200 && !adw_banner_get_revealed (ADW_BANNER (banner)); i++)
    tide_test_settle (20);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_next (self))));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  tide_ui_init ();

#define ADD(name, text)                                                                            \
  g_test_add ("/import-dialog/" #name, Fixture, text, set_up, test_##name, tear_down)
  ADD (imports, known);
  ADD (remembers, known);
  ADD (column, known);
  ADD (key, known);
  ADD (constant, parties);
  ADD (values, unknown);
  ADD (likes, likes);
  ADD (report, unknown);
  ADD (empty, "");

  return g_test_run ();
}
