/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tide-config.h"

#include "app/tide-application.h"
#include "app/tide-welcome-page.h"
#include "app/tide-window.h"
#include "ui/lists/tide-observations-table.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/lists/tide-sectors-table.h"
#include "ui/pages/tide-history-page.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/pages/tide-division-page.h"
#include "ui/pages/tide-sectors-page.h"

#include "tide-test-widgets.h"

#include <glib/gstdio.h>

/* The program, which is the same for every test, and two registers in a folder. */
typedef struct
{
  TideApplication *application; /* not owned */
  char *folder;
  GFile *ningbo;
  GFile *made_up;
} Fixture;

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
  fixture->application = TIDE_APPLICATION (g_application_get_default ());
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
  tide_test_settle (100);
  g_assert_cmpuint (get_n_windows (fixture), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_windows (fixture);
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
  tide_test_settle (100);

  return window;
}

static TideProjectsPage *
get_projects_page (TideWindow *window)
{
  return TIDE_PROJECTS_PAGE (tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_PROJECTS_PAGE));
}

static TideProjectsTable *
get_projects_table (TideWindow *window)
{
  return TIDE_PROJECTS_TABLE (tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_PROJECTS_TABLE));
}

static TideSectorsTable *
get_sectors_table (TideWindow *window)
{
  return TIDE_SECTORS_TABLE (tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_SECTORS_TABLE));
}

static GtkStack *
get_pages (TideWindow *window)
{
  return GTK_STACK (gtk_widget_get_parent (GTK_WIDGET (get_projects_page (window))));
}

/* Of what was opened last, the first. */
static TideWindow *
start_again (Fixture *fixture)
{
  TideWindow *window;

  g_application_activate (G_APPLICATION (fixture->application));
  window = wait_for_file (fixture, fixture->made_up);
  tide_test_settle (100);

  return window;
}

static void
leave_everything (TideWindow *window)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();
  TideProjectsTable *projects = get_projects_table (window);
  TideSectorsTable *sectors = get_sectors_table (window);

  tide_filter_add ((TideFilter *) filter, "stages", "producing");
  tide_filter_add ((TideFilter *) filter, "stages", "signed");
  tide_filter_add ((TideFilter *) filter, "statuses", "normal");
  tide_filter_set_text ((TideFilter *) filter, "plant");
  tide_projects_page_set_filter (get_projects_page (window), TIDE_FILTER (filter));
  tide_projects_table_set_sort_by (projects, "amount");
  tide_projects_table_set_descending (projects, TRUE);
  tide_projects_table_set_amount_kind (projects, "arrived");
  gtk_selection_model_select_item (tide_projects_table_get_selection (projects), 1, TRUE);
  gtk_stack_set_visible_child_name (get_pages (window), "sectors");
  tide_sectors_table_set_amount_kind (sectors, "intention");
  tide_test_settle (100);
  gtk_selection_model_select_item (tide_sectors_table_get_selection (sectors), 2, TRUE);
  tide_test_settle (100);
}

/* Every member of what a page shows, as one text to compare. */
static char *
dup_views (TideWindow *window)
{
  GtkStack *stack = get_pages (window);
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (stack);
  g_autoptr (GString) text = g_string_new (gtk_stack_get_visible_child_name (stack));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GtkStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = gtk_stack_page_get_child (page);

      if (TIDE_IS_PAGE (child))
        {
          g_autoptr (GVariant) view = tide_page_dup_view (TIDE_PAGE (child));
          g_autofree char *printed = g_variant_print (view, FALSE);

          g_string_append_printf (text, "\n%s", printed);
        }
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
test_left_and_found (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->made_up);
  g_autofree char *fresh = dup_views (window);
  g_autofree char *left = NULL;
  g_autofree char *found = NULL;

  leave_everything (window);
  left = dup_views (window);
  g_assert_cmpstr (left, !=, fresh);
  g_assert_nonnull (strstr (left, "'selected'"));
  close_windows (fixture);

  found = dup_views (start_again (fixture));
  g_assert_cmpstr (found, ==, left);
}

/* Each row: what a page is told to show again, of another time or program. */
static const char *const strange_views[] = {
  "@a{sv} {}",
  "{'filter': <'x'>, 'sort-by': <3>, 'descending': <'x'>, 'amount-kind': <true>, 'selected': "
  "<[1]>}",
  "{'sort-by': <'x'>, 'amount-kind': <'x'>, 'selected': <'x'>, 'taxonomy': <'x'>}",
  "{'sort-by': <''>, 'amount-kind': <''>, 'selected': <''>, 'taxonomy': <''>}",
  "{'filter': <{'stages': <['x', '=', '!']>, 'sectors': <['x', '=', '!', '=x']>,"
  " 'divisions': <['x', '=']>, 'events': <['x']>, 'parties': <['x']>, 'currencies': <['x']>,"
  " 'taxonomies': <['!']>, 'statuses': <['x']>, 'amount-kind': <'x'>, 'amount': <'x'>,"
  " 'counting': <'x'>, 'text': <'\u202e <b>'>}>}",
};

static void
test_strange_views (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->made_up);
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (get_pages (window));

  for (gsize i = 0; i < G_N_ELEMENTS (strange_views); i++)
    {
      g_autoptr (GVariant) view
          = g_variant_parse (G_VARIANT_TYPE_VARDICT, strange_views[i], NULL, NULL, NULL);

      g_assert_nonnull (view);
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (pages)); j++)
        {
          g_autoptr (GtkStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), j);

          gtk_stack_set_visible_child (get_pages (window), gtk_stack_page_get_child (page));
          if (TIDE_IS_PAGE (gtk_stack_page_get_child (page)))
            tide_page_restore_view (TIDE_PAGE (gtk_stack_page_get_child (page)), view);
          tide_test_settle (100);
        }
    }
}

/* Started again, the program shows the welcome page instead of what is gone. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  TideWindow *window;

  open_file (fixture, fixture->ningbo);
  close_windows (fixture);
  g_assert_no_errno (g_unlink (g_file_peek_path (fixture->ningbo)));
  g_application_activate (G_APPLICATION (fixture->application));
  tide_test_settle (100);
  window = TIDE_WINDOW (gtk_application_get_active_window (get_application (fixture)));
  g_assert_true (
      gtk_widget_get_mapped (tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_WELCOME_PAGE)));
  g_assert_false (tide_window_has_file (window, fixture->ningbo));
}

static GtkDropTarget *
get_drop_target (TideWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static gboolean
drop (TideWindow *window, GSList *files)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (get_drop_target (window), "drop", &value, 10.0, 10.0, &is_taken);

  return is_taken;
}

static void
test_drop (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->ningbo);
  g_autoptr (GSList) files = g_slist_append (NULL, fixture->made_up);

  g_assert_false (drop (window, NULL));
  g_assert_true (drop (window, files));
  g_assert_true (wait_for_file (fixture, fixture->made_up) != window);

  /* What is open already is not opened twice. */
  g_assert_true (drop (window, files));
  tide_test_settle (100);
  g_assert_cmpuint (get_n_windows (fixture), ==, 2);
}

static void
test_wrong_drop (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->ningbo);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GSList) files = g_slist_append (NULL, folder);

  g_assert_true (drop (window, files));
  while (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);
  g_assert_cmpuint (get_n_windows (fixture), ==, 1);
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/* Where the columns go away before those who listen to them. */
static void
test_closed_with_selection (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->made_up);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  tide_projects_table_set_sort_by (get_projects_table (window), "amount");
  tide_test_settle (100);
  gtk_selection_model_select_item (tide_projects_table_get_selection (get_projects_table (window)),
                                   1, TRUE);
  tide_test_settle (100);
  close_windows (fixture);
}

static void
assert_history_of_record (TideWindow *window, const char *name)
{
  g_autofree char *hint = g_strdup_printf ("Remove “%s”", name);
  GtkWidget *page = gtk_stack_get_visible_child (get_pages (window));
  GtkWidget *label;

  tide_test_settle (100);
  g_assert_true (TIDE_IS_HISTORY_PAGE (page));
  label = tide_test_find_label (page, name);
  g_assert_nonnull (label);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON)),
                   ==, hint);
}

static void
show_sectors (TideWindow *window)
{
  gtk_stack_set_visible_child_name (get_pages (window), "sectors");
  tide_test_settle (100);
}

/* From a sector, a classification, a party and a project there is a way to their changes. */
static void
test_show_history (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->ningbo);
  TideRegister *reg = tide_document_get_register (tide_window_get_document (window));
  GtkWidget *page = tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_SECTORS_PAGE);
  TideList *parties = tide_register_get_list (reg, TIDE_RECORD_PARTY);
  TideRecord *party = tide_list_get (parties, 0);
  const char *taxonomy;
  AdwDialog *dialog;

  show_sectors (window);
  taxonomy = tide_sectors_table_get_taxonomy (get_sectors_table (window));
  g_assert_true (gtk_widget_activate_action (page, "taxonomy.show-history", NULL));
  assert_history_of_record (
      window,
      tide_payload_get_label (tide_register_lookup_payload (reg, TIDE_RECORD_TAXONOMY, taxonomy),
                              tide_language_get_default ()));

  show_sectors (window);
  gtk_selection_model_select_item (tide_sectors_table_get_selection (get_sectors_table (window)), 0,
                                   TRUE);
  tide_test_settle (50);
  g_assert_true (gtk_widget_activate_action (page, "sector.show-history", NULL));
  assert_history_of_record (
      window,
      tide_payload_get_label (&tide_sector_node_get_sector (
                                   tide_sectors_table_get_selected (get_sectors_table (window)))
                                   ->base,
                              tide_language_get_default ()));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.parties", NULL);
  tide_test_settle (300);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "vocabulary.select", "s",
                              tide_record_get_id (tide_list_get (parties, 1)));
  tide_test_settle (50);

  /* A form leaves another record selected when it closes, and the way to its history open. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "vocabulary.edit", NULL);
  tide_test_settle (300);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "vocabulary.select", "s",
                              tide_record_get_id (party));
  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  tide_test_settle (300);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "vocabulary.show-history", NULL));
  assert_history_of_record (window, tide_payload_get_label (tide_record_get_payload (party),
                                                            tide_language_get_default ()));
}

/* From wherever an indicator is named to its page; one that is gone leads nowhere. */
static void
test_show_indicator (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->ningbo);
  TideRegister *reg = tide_document_get_register (tide_window_get_document (window));
  TideList *indicators = tide_register_get_list (reg, TIDE_RECORD_INDICATOR);
  TideRecord *indicator = tide_list_get (indicators, tide_list_get_n (indicators) - 1);
  GtkWidget *table;

  gtk_stack_set_visible_child_name (get_pages (window), "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-indicator", "s", "gone");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (window)), ==, "overview");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-indicator", "s",
                              tide_record_get_id (indicator));
  tide_test_settle (200);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (window)), ==, "indicators");
  table = tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_OBSERVATIONS_TABLE);
  g_assert_cmpstr (tide_observations_table_get_indicator (TIDE_OBSERVATIONS_TABLE (table)), ==,
                   tide_record_get_id (indicator));
}

/* From its name, or from the list of divisions, which goes. */
static void
test_show_division (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->ningbo);
  AdwDialog *dialog;
  GtkWidget *page;

  gtk_stack_set_visible_child_name (get_pages (window), "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-division", "s", "gone");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (window)), ==, "overview");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-division", "s", "330281");
  tide_test_settle (300);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (window)), ==, "divisions");
  page = tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_DIVISION_PAGE);
  g_assert_cmpstr (tide_division_page_get_division (TIDE_DIVISION_PAGE (page)), ==, "330281");

  gtk_stack_set_visible_child_name (get_pages (window), "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.divisions", NULL);
  tide_test_settle (300);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "vocabulary.select", "s", "330211");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "vocabulary.show-page", NULL));
  tide_test_settle (500);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (window)), ==, "divisions");
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  page = tide_test_find_child (GTK_WIDGET (window), TIDE_TYPE_DIVISION_PAGE);
  g_assert_cmpstr (tide_division_page_get_division (TIDE_DIVISION_PAGE (page)), ==, "330211");
}

/* Asked for twice before it is there, a register has one window. */
static void
test_opened_twice (Fixture *fixture, gconstpointer data)
{
  GFile *files[] = { fixture->ningbo, fixture->ningbo };

  g_application_open (G_APPLICATION (fixture->application), files, G_N_ELEMENTS (files), "");
  wait_for_file (fixture, fixture->ningbo);
  tide_test_settle (100);
  g_assert_cmpuint (get_n_windows (fixture), ==, 1);
}

static void
save_and_close (Fixture *fixture, TideWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  g_assert_true (tide_document_get_busy (tide_window_get_document (window)));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_cmpuint (get_n_windows (fixture), ==, 1);
  while (get_n_windows (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (100);
}

/* The window goes as soon as the save is over, however that ended. */
static void
test_closed_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save_and_close (fixture, open_file (fixture, fixture->ningbo));

  open_file (fixture, fixture->ningbo);
  g_file_set_contents (g_file_peek_path (fixture->ningbo), "{}", -1, &error);
  g_assert_no_error (error);
  save_and_close (fixture, wait_for_file (fixture, fixture->ningbo));
}

/* Nobody is told any more that it was not opened, nor that a version of it is kept. */
static void
test_closed_while_opening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_application_open (G_APPLICATION (fixture->application), &fixture->made_up, 1, "");
  close_windows (fixture);

  g_file_set_contents (g_file_peek_path (fixture->ningbo), "{", -1, &error);
  g_assert_no_error (error);
  for (guint delay = 0; delay < 8; delay++)
    {
      g_application_open (G_APPLICATION (fixture->application), &fixture->ningbo, 1, "");
      for (guint i = 0; i < delay; i++)
        g_main_context_iteration (NULL, TRUE);
      for (GList *l = gtk_application_get_windows (get_application (fixture)); l != NULL;
           l = gtk_application_get_windows (get_application (fixture)))
        gtk_window_destroy (l->data);
      tide_test_settle (50);
    }
}

static void
count (guint *n)
{
  (*n)++;
}

static TideRegister *
get_register (TideWindow *window)
{
  TideDocument *document = tide_window_get_document (window);

  return document != NULL ? tide_document_get_register (document) : NULL;
}

static TideStep *
duplicate_first (TideRegister *reg)
{
  TideRecord *first = tide_list_get (tide_register_get_list (reg, TIDE_RECORD_PROJECT), 0);

  return tide_register_new_duplicate_step (reg, tide_record_get_id (first));
}

/* What a crash of the register that the window shows would leave; the window goes. */
static GPtrArray *
leave_change (TideWindow *window)
{
  g_autofree char *folder
      = g_build_filename (g_get_user_state_dir (), "tideline", "journals", NULL);
  g_autoptr (TideStep) step = duplicate_first (get_register (window));
  GPtrArray *readings = NULL;

  g_assert_true (tide_register_apply (get_register (window), step, NULL));
  tide_document_leave_journal (tide_window_get_document (window));
  gtk_window_destroy (GTK_WINDOW (window));
  while (readings == NULL || readings->len == 0)
    {
      g_clear_pointer (&readings, g_ptr_array_unref);
      tide_test_settle (10);
      readings = tide_journal_list (folder, NULL);
    }

  return readings;
}

/* What is to be recovered comes while the file is being opened: the register as it is in the file
 * is not shown before it, as what somebody typed there would go with it. */
static void
test_recovered_while_opening (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) readings = leave_change (open_file (fixture, fixture->ningbo));
  guint n_shown = 0;
  TideWindow *window;

  g_application_open (G_APPLICATION (fixture->application), &fixture->ningbo, 1, "");
  window = gtk_application_get_windows (get_application (fixture))->data;
  g_signal_connect_swapped (window, "notify::document", G_CALLBACK (count), &n_shown);
  tide_window_recover (window, g_ptr_array_index (readings, 0));
  while (get_register (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (200);

  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_true (tide_register_get_can_undo (get_register (window)));
  g_signal_handlers_disconnect_by_func (window, count, &n_shown);
  g_assert_true (tide_register_undo (get_register (window)));
}

/* Where somebody types, nothing else is shown. */
static void
test_open_form (Fixture *fixture, gconstpointer data)
{
  TideWindow *window;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "new", NULL);
  window = TIDE_WINDOW (gtk_application_get_active_window (get_application (fixture)));
  while (tide_window_get_document (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tide_window_is_free (window));

  gtk_widget_activate_action (GTK_WIDGET (window), "projects.add", NULL);
  tide_test_settle (300);
  g_assert_false (tide_window_is_free (window));
  g_assert_true (open_file (fixture, fixture->ningbo) != window);

  adw_dialog_force_close (
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  tide_test_settle (300);
  g_assert_true (tide_window_is_free (window));
}

static AdwDialog *
wait_for_alert (TideWindow *window)
{
  AdwDialog *dialog;

  do
    {
      g_main_context_iteration (NULL, TRUE);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
    }
  while (!ADW_IS_ALERT_DIALOG (dialog));

  return dialog;
}

/* What is typed belongs to the register that goes: a person is warned, and the form goes with it.
 */
static void
test_reload_with_form (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->ningbo);
  TideDocument *document = tide_window_get_document (window);
  g_autoptr (GError) error = NULL;
  AdwDialog *alert;

  gtk_widget_activate_action (GTK_WIDGET (window), "projects.add", NULL);
  tide_test_settle (300);
  g_file_copy (fixture->made_up, fixture->ningbo, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.save", NULL);
  alert = wait_for_alert (window);
  g_assert_cmpint (adw_alert_dialog_get_response_appearance (ADW_ALERT_DIALOG (alert), "reload"),
                   ==, ADW_RESPONSE_DESTRUCTIVE);
  g_signal_emit_by_name (alert, "response::reload", "reload");
  adw_dialog_force_close (alert);
  while (tide_window_get_document (window) == document)
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (300);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/* The first frame does not wait for what there is nothing to show in yet. */
static void
test_pages_later (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  g_application_activate (G_APPLICATION (fixture->application));
  while (get_n_windows (fixture) == 0)
    g_main_context_iteration (NULL, TRUE);
  window = GTK_WIDGET (gtk_application_get_active_window (get_application (fixture)));
  g_assert_null (tide_test_find_child (window, TIDE_TYPE_PROJECTS_PAGE));

  while (tide_test_find_child (window, TIDE_TYPE_HISTORY_PAGE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (tide_projects_page_get_register (get_projects_page (TIDE_WINDOW (window))));
}

/* As of -------------------------------------------------------------------------------------- */

static void
look_back (TideWindow *window)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.as-of", NULL);
  tide_test_settle (300);
  dialog = GTK_WIDGET (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_widget_activate_action (dialog, "as-of.show", NULL);
  while (tide_projects_page_get_register (get_projects_page (window))
         == tide_document_get_register (tide_window_get_document (window)))
    g_main_context_iteration (NULL, TRUE);
  tide_test_settle (300);
}

/* What would change something opens no form. */
static void
assert_refused (TideWindow *window)
{
  static const char *const acts[]
      = { "projects.add",          "project.edit",   "project.move-stage",
          "project.change-status", "win.undo",       "win.register-properties",
          "win.version-history",   "project.delete", "project.duplicate" };

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (get_projects_table (window)), acts[i], NULL);
      g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
    }
}

static void
edit_register (TideRegister *reg)
{
  const TidePayload *before = &tide_register_get_settings (reg)->base;
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  g_autoptr (TideStep) step = tide_step_new ("edit-register", NULL);

  tide_payload_set_string (&((TideSettings *) after)->notes, "Typed now");
  tide_step_add_difference (step, TIDE_RECORD_REGISTER, before, tide_payload_seal (after));
  g_assert_true (tide_register_apply (reg, step, NULL));
}

/* Everything is shown as it stood, nothing can be changed, and the way back leads to where one was,
 * with what was not saved. */
static void
test_as_of (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->made_up);
  TideRegister *reg = tide_document_get_register (tide_window_get_document (window));
  TideRegister *view;
  g_autofree char *left = NULL;
  g_autofree char *seen = NULL;
  g_autofree char *back = NULL;

  edit_register (reg);
  leave_everything (window);
  left = dup_views (window);
  look_back (window);
  seen = dup_views (window);
  view = tide_projects_page_get_register (get_projects_page (window));

  g_assert_true (view != reg);
  g_assert_true (tide_register_get_read_only (view));
  g_assert_cmpstr (seen, ==, left);
  g_assert_true (tide_document_get_modified (tide_window_get_document (window)));
  assert_refused (window);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.return-to-now", NULL);
  tide_test_settle (300);
  back = dup_views (window);
  g_assert_true (tide_projects_page_get_register (get_projects_page (window)) == reg);
  g_assert_cmpstr (back, ==, left);
  g_assert_true (tide_register_undo (reg));
}

/* What changes the register leads back to it. */
static void
test_as_of_left (Fixture *fixture, gconstpointer data)
{
  TideWindow *window = open_file (fixture, fixture->made_up);
  TideRegister *reg = tide_document_get_register (tide_window_get_document (window));

  look_back (window);
  edit_register (reg);
  g_assert_true (tide_projects_page_get_register (get_projects_page (window)) == reg);
  g_assert_true (tide_register_undo (reg));
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

  ADD ("/window/pages-later", test_pages_later);
  ADD ("/window/left-and-found", test_left_and_found);
  ADD ("/window/strange-views", test_strange_views);
  ADD ("/window/gone", test_gone);
  ADD ("/window/drop", test_drop);
  ADD ("/window/wrong-drop", test_wrong_drop);
  ADD ("/window/show-history", test_show_history);
  ADD ("/window/show-indicator", test_show_indicator);
  ADD ("/window/show-division", test_show_division);
  ADD ("/window/opened-twice", test_opened_twice);
  ADD ("/window/closed-with-selection", test_closed_with_selection);
  ADD ("/window/closed-while-saving", test_closed_while_saving);
  ADD ("/window/closed-while-opening", test_closed_while_opening);
  ADD ("/window/recovered-while-opening", test_recovered_while_opening);
  ADD ("/window/open-form", test_open_form);
  ADD ("/window/reload-with-form", test_reload_with_form);
  ADD ("/window/as-of", test_as_of);
  ADD ("/window/as-of-left", test_as_of_left);

  return g_test_run ();
}
