/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/tide-recent-row.h"
#include "app/tide-welcome-page.h"
#include "app/tide-window.h"

#include "tide-test-widgets.h"

#include <adwaita.h>

#define STRANGE "<b>&\"x\"</b>\u202e_x"

/* A window with the page alone. The files it lists do not exist. */
typedef struct
{
  TideContext *context;
  TideSession *session;
  GtkWindow *window;
  TideWelcomePage *page;
  GFile *opened;
} Fixture;

static gboolean
shows_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;

  return FALSE;
}

static void
on_open_requested (Fixture *fixture, GFile *file)
{
  g_set_object (&fixture->opened, file);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);

  fixture->context = tide_context_new (clock);
  fixture->session = tide_context_get_session (fixture->context);
  fixture->page = g_object_new (TIDE_TYPE_WELCOME_PAGE, NULL);
  g_signal_connect_swapped (fixture->page, "open-requested", G_CALLBACK (on_open_requested),
                            fixture);
  tide_welcome_page_set_context (fixture->page, fixture->context);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 360, 720);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->page));
  gtk_window_present (fixture->window);
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  tide_session_forget_all (fixture->session);
  while (tide_session_get_writing (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);
  g_clear_object (&fixture->opened);
  g_assert_finalize_object (fixture->context);
}

static void
remember (Fixture *fixture, const char *name, const char *title)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_get_user_data_dir (), name, NULL);
  g_autofree char *place = g_strconcat ("~/", name, NULL);

  tide_session_remember (fixture->session, file, title, place);
}

static GtkListBoxRow *
get_row (Fixture *fixture, int index)
{
  GtkWidget *row = tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_RECENT_ROW);
  GtkWidget *list = row != NULL ? gtk_widget_get_parent (row) : NULL;

  return list != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index) : NULL;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_row (fixture, 0));
  g_assert_false (shows_label (GTK_WIDGET (fixture->page), "Recent Registers"));
  g_assert_true (shows_label (GTK_WIDGET (fixture->page), "Explore the Ningbo Sample"));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  remember (fixture, "a.tideline", "Ningbo");
  remember (fixture, STRANGE, STRANGE);
  tide_test_settle (100);

  g_assert_true (shows_label (GTK_WIDGET (fixture->page), "Recent Registers"));
  row = GTK_WIDGET (get_row (fixture, 0));
  g_assert_true (shows_label (row, STRANGE));
  g_assert_true (shows_label (row, "~/" STRANGE));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, STRANGE);
  row = GTK_WIDGET (get_row (fixture, 1));
  g_assert_true (shows_label (row, "Ningbo"));
  g_assert_true (shows_label (row, "~/a.tideline"));
  g_assert_null (get_row (fixture, 2));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  remember (fixture, "a.tideline", "Ningbo");
  tide_test_settle (100);
  g_signal_emit_by_name (get_row (fixture, 0), "activate");
  tide_test_settle (100);

  g_assert_nonnull (fixture->opened);
  g_assert_nonnull (tide_session_find (fixture->session, fixture->opened));
}

/* What is missing says so as soon as somebody looks, and no longer once it is there again. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file
      = g_file_new_build_filename (g_get_user_data_dir (), "there.tideline", NULL);
  TideRecent *recent;

  remember (fixture, "there.tideline", "Ningbo");
  recent = tide_session_find (fixture->session, file);
  gtk_widget_unmap (GTK_WIDGET (fixture->page));
  gtk_widget_map (GTK_WIDGET (fixture->page));
  while (!tide_recent_get_missing (recent))
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);
  g_assert_true (shows_label (GTK_WIDGET (get_row (fixture, 0)), "File not found"));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (get_row (fixture, 0))));

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "", 0, NULL));
  gtk_widget_unmap (GTK_WIDGET (fixture->page));
  gtk_widget_map (GTK_WIDGET (fixture->page));
  while (tide_recent_get_missing (recent))
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);
  g_assert_false (shows_label (GTK_WIDGET (get_row (fixture, 0)), "File not found"));
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = GTK_WIDGET (fixture->page);
  GtkWidget *row;

  remember (fixture, "a.tideline", "Ningbo");
  remember (fixture, "b.tideline", "Hangzhou");
  tide_test_settle (100);
  row = GTK_WIDGET (get_row (fixture, 0));
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_activate_action (row, "recent.forget", NULL));
  tide_test_settle (100);
  g_assert_null (get_row (fixture, 1));
  g_assert_true (shows_label (GTK_WIDGET (get_row (fixture, 0)), "Ningbo"));
  g_assert_true (gtk_window_get_focus (fixture->window) == GTK_WIDGET (get_row (fixture, 0)));
  g_assert_true (shows_label (page, "Register removed from the list"));

  gtk_widget_activate_action (page, "recents.undo-forget", NULL);
  tide_test_settle (100);
  g_assert_true (shows_label (GTK_WIDGET (get_row (fixture, 0)), "Hangzhou"));

  gtk_widget_activate_action (page, "recents.forget-all", NULL);
  tide_test_settle (100);
  g_assert_null (get_row (fixture, 0));
  g_assert_false (shows_label (page, "Recent Registers"));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (fixture->window)));
}

/* Each row: hours before noon of 15 November 2023, UTC, and the words. */
typedef struct
{
  int hours;
  const char *words;
} TimeCase;

static const TimeCase time_cases[] = {
  { 0, "Today at 12:00" },      { 12, "Today at 00:00" },         { -3, "Today at 15:00" },
  { 13, "Yesterday at 23:00" }, { 36, "Yesterday at 00:00" },     { 37, "13 November 2023" },
  { -13, "16 November 2023" },  { 24 * 365, "15 November 2022" },
};

static void
test_time (void)
{
  const gint64 noon = 1700049600;

  for (gsize i = 0; i < G_N_ELEMENTS (time_cases); i++)
    {
      g_autofree char *words
          = tide_recent_row_dup_time (noon - (gint64) time_cases[i].hours * 60 * 60, noon);

      g_assert_cmpstr (words, ==, time_cases[i].words);
    }
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_window_init_resources ();

  ADD ("/welcome-page/empty", test_empty);
  ADD ("/welcome-page/rows", test_rows);
  ADD ("/welcome-page/open", test_open);
  ADD ("/welcome-page/missing", test_missing);
  ADD ("/welcome-page/forget", test_forget);
  g_test_add_func ("/welcome-page/time", test_time);

  return g_test_run ();
}
