/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-config.h"

#include "app/tide-application.h"
#include "app/tide-window.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-projects-page.h"

#include <glib/gstdio.h>

/* The program without its main loop, and two registers in a folder. */
typedef struct
{
  TideApplication *application;
  char *folder;
  GFile *ningbo;
  GFile *made_up;
} Fixture;

static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 10;

  while (g_get_monotonic_time () < end || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GFile *
copy_sample (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (GFile) sample = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GFile *copy = g_file_new_build_filename (folder, name, NULL);

  g_file_copy (sample, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return copy;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("tideline-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->ningbo = copy_sample (fixture->folder, "ningbo.tideline");
  fixture->made_up = copy_sample (fixture->folder, "made-up.tideline");
  fixture->application = tide_application_new ();
  g_application_set_flags (G_APPLICATION (fixture->application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
}

static GtkApplication *
get_application (Fixture *fixture)
{
  return GTK_APPLICATION (fixture->application);
}

static guint
get_n_windows (Fixture *fixture)
{
  return g_list_length (gtk_application_get_windows (get_application (fixture)));
}

static void
close_windows (Fixture *fixture)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (get_application (fixture)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  settle ();
  g_assert_cmpuint (get_n_windows (fixture), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_windows (fixture);
  g_clear_object (&fixture->application);
  g_unlink (g_file_peek_path (fixture->ningbo));
  g_unlink (g_file_peek_path (fixture->made_up));
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_clear_object (&fixture->ningbo);
  g_clear_object (&fixture->made_up);
  g_free (fixture->folder);
}

static TideWindow *
wait_for_file (Fixture *fixture, GFile *file)
{
  for (;;)
    {
      for (GList *l = gtk_application_get_windows (get_application (fixture)); l != NULL;
           l = l->next)
        if (tide_window_has_file (l->data, file))
          return l->data;
      g_main_context_iteration (NULL, TRUE);
    }
}

static TideWindow *
open_file (Fixture *fixture, GFile *file)
{
  TideWindow *window;

  g_application_open (G_APPLICATION (fixture->application), &file, 1, "");
  window = wait_for_file (fixture, file);
  settle ();

  return window;
}

/* Where the columns go away before those who listen to them. */
static void
test_closed_with_selection (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->made_up);
  GtkWidget *page = find_child (GTK_WIDGET (window), TIDE_TYPE_PROJECTS_PAGE);
  GtkWidget *table = find_child (page, TIDE_TYPE_PROJECTS_TABLE);
  g_autoptr (TidePayload) filter = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  filter = (TidePayload *) tide_filter_new ();
  tide_filter_set_text ((TideFilter *) filter, "park");
  tide_projects_page_set_filter (TIDE_PROJECTS_PAGE (page), TIDE_FILTER (filter));
  tide_projects_table_set_sort_by (TIDE_PROJECTS_TABLE (table), "amount");
  settle ();
  gtk_widget_grab_focus (table);
  gtk_selection_model_select_item (tide_projects_table_get_selection (TIDE_PROJECTS_TABLE (table)),
                                   1, TRUE);
  settle ();
  close_windows (fixture);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("/window/closed-with-selection", test_closed_with_selection);

  return g_test_run ();
}
