/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables that are opened, dropped or named on the command line come to the dialog of imports. */

#include "app/tide-application.h"
#include "app/tide-window.h"
#include "ui/dialogs/tide-import-dialog.h"

#include "tide-test-widgets.h"

#include <glib/gstdio.h>

typedef struct
{
  TideApplication *application; /* not owned */
  char *folder;
  GFile *reg;
  GFile *doubted; /* a register that is read-only */
  GFile *csv;     /* whose name says something else */
  GFile *page;
  GFile *list;    /* whose name alone tells */
  GFile *picture; /* whose name says table */
} Fixture;

static GFile *
write_file (Fixture *fixture, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
copy_registers (Fixture *fixture)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "data", "samples", "made-up.tideline", NULL);
  g_autoptr (GString) text = NULL;
  g_autofree char *sample = NULL;

  g_assert_true (g_file_get_contents (path, &sample, NULL, NULL));
  fixture->reg = write_file (fixture, "made-up.tideline", sample, -1);
  text = g_string_new (sample);
  g_assert_cmpuint (g_string_replace (text, "\n  \"division\": \"", "\n  \"division\": \"no", 1),
                    ==, 1);
  fixture->doubted = write_file (fixture, "doubted.tideline", text->str, -1);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("tideline-XXXXXX", NULL);
  copy_registers (fixture);
  fixture->csv = write_file (fixture, "table.dat", "Name;Sector\nTurbines;Sea\n", -1);
  fixture->page = write_file (fixture, "page", "<table><tr><td>Name<tr><td>Turbines</table>", -1);
  fixture->list = write_file (fixture, "list.csv", "Name\nTurbines\n", -1);
  fixture->picture = write_file (fixture, "picture.csv", "\x89PNG\r\n\x1a\n", -1);
  fixture->application = TIDE_APPLICATION (g_application_get_default ());
}

static GList *
get_windows (Fixture *fixture)
{
  return gtk_application_get_windows (GTK_APPLICATION (fixture->application));
}

static void
remove_file (GFile **file)
{
  g_unlink (g_file_peek_path (*file));
  g_clear_object (file);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = g_list_copy (get_windows (fixture));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  tide_test_settle (200);
  g_assert_null (get_windows (fixture));
  remove_file (&fixture->reg);
  remove_file (&fixture->doubted);
  remove_file (&fixture->csv);
  remove_file (&fixture->page);
  remove_file (&fixture->list);
  remove_file (&fixture->picture);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

/* Dialogs ----------------------------------------------------------------------------------- */

static guint
count_dialogs (TideWindow *window)
{
  g_autoptr (GListModel) dialogs
      = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (window));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      n += TIDE_IS_IMPORT_DIALOG (dialog);
    }

  return n;
}

static AdwDialog *
get_dialog (TideWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  return TIDE_IS_IMPORT_DIALOG (dialog) ? dialog : NULL;
}

/* The file that a dialog is about, by its name. */
static void
assert_shows (AdwDialog *dialog, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  g_assert_nonnull (dialog);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (dialog), name));
}

static TideWindow *
wait_for_dialog (Fixture *fixture)
{
  for (guint i = 0; i < 500; i++)
    {
      for (GList *l = get_windows (fixture); l != NULL; l = l->next)
        if (get_dialog (l->data) != NULL)
          {
            tide_test_settle (100);
            return l->data;
          }
      tide_test_settle (20);
    }

  g_assert_not_reached ();
}

static void
close_dialog (TideWindow *window)
{
  adw_dialog_close (get_dialog (window));
  tide_test_settle (600);
}

static void
open_files (Fixture *fixture, GFile *first, GFile *second)
{
  GFile *files[] = { first, second };

  g_application_open (G_APPLICATION (fixture->application), files, second != NULL ? 2 : 1, "");
}

static TideWindow *
open_register (Fixture *fixture, GFile *file)
{
  open_files (fixture, file, NULL);
  for (guint i = 0; i < 500; i++)
    {
      TideWindow *window = get_windows (fixture) != NULL ? get_windows (fixture)->data : NULL;

      if (window != NULL && tide_window_has_file (window, file))
        return window;
      tide_test_settle (20);
    }

  g_assert_not_reached ();
}

/* Tests ------------------------------------------------------------------------------------- */

static void
test_into_open_register (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_register (fixture, fixture->reg);

  open_files (fixture, fixture->csv, NULL);
  g_assert_true (wait_for_dialog (fixture) == window);
  assert_shows (get_dialog (window), fixture->csv);
  g_assert_cmpuint (g_list_length (get_windows (fixture)), ==, 1);
  close_dialog (window);
  g_assert_true (tide_window_has_file (window, fixture->reg));
}

/* Presses the button that goes on until there is none. */
static void
go_to_end (TideWindow *window)
{
  for (guint i = 0; i < 500 && get_dialog (window) != NULL; i++)
    {
      GtkWidget *button = adw_dialog_get_default_widget (get_dialog (window));

      if (gtk_widget_is_sensitive (button))
        g_signal_emit_by_name (button, "clicked");
      tide_test_settle (50);
    }
  g_assert_null (get_dialog (window));
}

/* What was imported can be undone from where it is told. */
static void
test_undo_offered (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_register (fixture, fixture->reg);
  TideRegister *reg = tide_document_get_register (tide_window_get_document (window));

  open_files (fixture, fixture->page, NULL);
  wait_for_dialog (fixture);
  go_to_end (window);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (window), "Import 1 Row"));
  g_assert_true (tide_register_undo (reg));
  tide_test_settle (100);
}

/* Nothing is open: the table comes into a new register. */
static void
test_into_new_register (Fixture *fixture, gconstpointer data)
{
  TideWindow *window;

  open_files (fixture, fixture->page, NULL);
  window = wait_for_dialog (fixture);
  assert_shows (get_dialog (window), fixture->page);
  g_assert_nonnull (tide_window_get_document (window));
  g_assert_cmpuint (g_list_length (get_windows (fixture)), ==, 1);
  close_dialog (window);
}

/* A register that comes before a table is the one that it is for. */
static void
test_with_register (Fixture *fixture, gconstpointer data)
{
  TideWindow *window;

  open_files (fixture, fixture->reg, fixture->csv);
  window = wait_for_dialog (fixture);
  g_assert_true (tide_window_has_file (window, fixture->reg));
  close_dialog (window);
}

static void
test_by_name (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_register (fixture, fixture->reg);

  open_files (fixture, fixture->list, fixture->picture);
  wait_for_dialog (fixture);
  assert_shows (get_dialog (window), fixture->list);
  close_dialog (window);
  assert_shows (get_dialog (window), fixture->picture);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (get_dialog (window)),
                                          "The file is a picture, not a table."));
  close_dialog (window);
}

/* One dialog after the other, and each table once. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_register (fixture, fixture->reg);
  GFile *files[] = { fixture->csv, fixture->page, fixture->list };

  g_application_open (G_APPLICATION (fixture->application), files, G_N_ELEMENTS (files), "");
  wait_for_dialog (fixture);
  tide_test_settle (200);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_cmpuint (count_dialogs (window), ==, 1);
      assert_shows (get_dialog (window), files[i]);
      g_assert_false (tide_window_is_free (window));
      close_dialog (window);
    }
  g_assert_cmpuint (count_dialogs (window), ==, 0);
}

/* What is read-only takes no table, and what waited is forgotten. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_register (fixture, fixture->doubted);

  tide_test_settle (100);
  open_files (fixture, fixture->csv, fixture->page);
  tide_test_settle (500);
  g_assert_cmpuint (count_dialogs (window), ==, 0);
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (window),
                                          "No table can be imported into a read-only register"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (TideApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = tide_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  ADD ("/window-import/into-open-register", test_into_open_register);
  ADD ("/window-import/undo-offered", test_undo_offered);
  ADD ("/window-import/into-new-register", test_into_new_register);
  ADD ("/window-import/with-register", test_with_register);
  ADD ("/window-import/by-name", test_by_name);
  ADD ("/window-import/several", test_several);
  ADD ("/window-import/read-only", test_read_only);

  return g_test_run ();
}
