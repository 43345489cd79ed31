/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tide-register-later.h"
#include "ui/lists/tide-filter-bar.h"
#include "ui/lists/tide-filter-chip.h"
#include "ui/lists/tide-projects-footer.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-project-details.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/tide-ui.h"

#include "tide-test-register.h"
#include "tide-test-widgets.h"

#include <adwaita.h>

#define TITLE "Projects under test"

typedef struct
{
  TideRegister *reg;
  TideProjectsPage *page;
  TideProjectsTable *table;
  GtkWidget *window;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reg = tide_test_register_new ();
  fixture->page = g_object_new (TIDE_TYPE_PROJECTS_PAGE, "register", fixture->reg, NULL);
  fixture->table = (TideProjectsTable *) tide_test_find_child (GTK_WIDGET (fixture->page),
                                                               TIDE_TYPE_PROJECTS_TABLE);
  fixture->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (fixture->window), TITLE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (200);
  g_assert_null (fixture->page);
  g_assert_finalize_object (fixture->reg);
}

static guint
get_n_projects (Fixture *fixture)
{
  return tide_list_get_n (tide_register_get_list (fixture->reg, TIDE_RECORD_PROJECT));
}

static guint
get_n_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tide_projects_table_get_view (fixture->table)));
}

/* Keys pressed as a person presses them: on the display, whatever has the focus. */
static void
press (Fixture *fixture, const char *const *keys)
{
  static const char *const start[] = { "xdotool",     "search", "--onlyvisible", "--name",  TITLE,
                                       "windowfocus", "--sync", "key",           "--delay", "60" };
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (start); i++)
    g_ptr_array_add (command, (char *) start[i]);
  for (; *keys != NULL; keys++)
    g_ptr_array_add (command, (char *) *keys);
  g_ptr_array_add (command, NULL);

  process = g_subprocess_newv ((const char *const *) command->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  while (g_subprocess_get_identifier (process) != NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  tide_test_settle (200);
  g_assert_true (g_subprocess_get_successful (process));
}

static void
test_empty (void)
{
  TideProjectsPage *page = g_object_ref_sink (g_object_new (TIDE_TYPE_PROJECTS_PAGE, NULL));

  g_assert_null (tide_projects_page_get_register (page));
  g_assert_true (tide_filter_is_empty (tide_projects_page_get_filter (page)));
  g_assert_finalize_object (page);
}

static void
test_shows_projects (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (get_n_rows (fixture), ==, get_n_projects (fixture));
}

/* The cell of a row that shows @text. */
static GtkWidget *
find_cell (GtkWidget *widget, const char *text)
{
  if (GTK_IS_INSCRIPTION (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *cell = find_cell (child, text);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

static gboolean
asks_for_tooltip (GtkWidget *cell)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean has_text = FALSE;

  g_signal_emit_by_name (cell, "query-tooltip", 0, 0, FALSE, tooltip, &has_text);

  return has_text;
}

/* All digits of a rounded sum, worked out when they are asked for. */
static void
test_amount_has_tooltip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell = find_cell (GTK_WIDGET (fixture->table), "16");

  g_assert_nonnull (cell);
  g_assert_true (gtk_widget_get_has_tooltip (cell));
  g_assert_null (gtk_widget_get_tooltip_text (cell));
  g_assert_true (asks_for_tooltip (cell));
  g_assert_false (asks_for_tooltip (find_cell (GTK_WIDGET (fixture->table), "Battery plant")));
}

static void
test_filter_has_chips (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new ();
  TideFilterBar *bar
      = (TideFilterBar *) tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_FILTER_BAR);

  tide_filter_add ((TideFilter *) filter, "stages", "signed");
  tide_filter_set_text ((TideFilter *) filter, "2023-001");
  tide_projects_page_set_filter (fixture->page, TIDE_FILTER (filter));
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
  g_assert_cmpuint (tide_filter_bar_get_filter (bar)->stages->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.clear-filters", NULL);
  g_assert_true (tide_filter_is_empty (tide_projects_page_get_filter (fixture->page)));
  g_assert_cmpuint (get_n_rows (fixture), ==, get_n_projects (fixture));
}

static GtkWidget *
find_chip (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text))
    return gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chip (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The text of the filter stands in the search field too, and goes from there with its chip. */
static void
test_text_has_a_chip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_FILTER_BAR);
  GtkEditable *entry
      = (GtkEditable *) tide_test_find_child (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *chip;

  gtk_editable_set_text (entry, "Battery");
  tide_test_settle (200);
  chip = gtk_widget_get_ancestor (find_chip (bar, "“"), TIDE_TYPE_FILTER_CHIP);
  g_assert_nonnull (chip);
  g_assert_cmpuint (get_n_rows (fixture), ==, 2);

  gtk_widget_activate_action (chip, "chip.remove", NULL);
  tide_test_settle (200);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_null (find_chip (bar, "“"));
  g_assert_cmpuint (get_n_rows (fixture), ==, 3);
}

static GtkWidget *
get_footer (Fixture *fixture)
{
  return tide_test_find_child (GTK_WIDGET (fixture->page), TIDE_TYPE_PROJECTS_FOOTER);
}

/* p1 is left out, as p2 is part of it. */
static void
test_footer (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = tide_projects_table_get_selection (fixture->table);

  g_assert_nonnull (tide_test_find_label (get_footer (fixture), "3 projects"));
  g_assert_nonnull (tide_test_find_label (get_footer (fixture), "Agreement: —"));

  gtk_selection_model_select_all (selection);
  tide_test_settle (200);
  g_assert_nonnull (tide_test_find_label (get_footer (fixture), "3 of 3 selected"));
  g_signal_emit_by_name (find_chip (get_footer (fixture), "1 left out"), "clicked");
  tide_test_settle (200);
  g_assert_cmpstr (tide_projects_page_get_selected_id (fixture->page), ==, "p1");
  g_assert_nonnull (tide_test_find_label (get_footer (fixture), "1 of 3 selected"));

  gtk_selection_model_unselect_all (selection);
  tide_test_settle (200);
  g_signal_emit_by_name (find_chip (get_footer (fixture), "1 left out"), "clicked");
  g_assert_cmpuint (get_n_rows (fixture), ==, 1);
}

static void
test_groups_are_kept (Fixture *fixture, gconstpointer data)
{
  TideProjectGroups *groups = tide_projects_table_get_groups (fixture->table);
  g_autoptr (GVariant) view = NULL;

  tide_projects_table_set_group_by (fixture->table, "stage");
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "group.toggle", "s", "signed");
  tide_test_settle (200);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (groups)), ==, 3);
  view = tide_page_dup_view (TIDE_PAGE (fixture->page));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.unfold-all", NULL);
  tide_projects_table_set_group_by (fixture->table, "none");
  tide_test_settle (200);
  g_assert_cmpuint (tide_project_groups_get_n (groups), ==, 0);

  tide_page_restore_view (TIDE_PAGE (fixture->page), view);
  tide_test_settle (200);
  g_assert_cmpstr (tide_projects_table_get_group_by (fixture->table), ==, "stage");
  g_assert_true (tide_project_group_get_folded (tide_project_groups_find (groups, 0)));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (fixture->table), "Signed"));

  tide_projects_page_reveal (fixture->page, "p1");
  g_assert_false (tide_project_group_get_folded (tide_project_groups_find (groups, 0)));
  g_assert_cmpstr (tide_projects_page_get_selected_id (fixture->page), ==, "p1");
}

static void
test_fold_keys (Fixture *fixture, gconstpointer data)
{
  const char *const left[] = { "Left", NULL };
  const char *const right[] = { "Right", NULL };
  TideProjectGroups *groups = tide_projects_table_get_groups (fixture->table);

  tide_projects_table_set_group_by (fixture->table, "stage");
  tide_projects_page_reveal (fixture->page, "p2");
  tide_test_settle (200);
  press (fixture, left);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (groups)), ==, 2);
  g_assert_cmpuint (tide_projects_table_get_n_selected (fixture->table), ==, 0);
  press (fixture, right);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (groups)), ==, 3);
}

static void
test_details_follow (Fixture *fixture, gconstpointer data)
{
  TideProjectDetails *details = (TideProjectDetails *) tide_test_find_child (
      GTK_WIDGET (fixture->page), TIDE_TYPE_PROJECT_DETAILS);

  tide_projects_page_reveal (fixture->page, "p1");
  g_assert_cmpstr (tide_record_get_id (TIDE_RECORD (tide_project_details_get_project (details))),
                   ==, "p1");
  tide_projects_page_reveal (fixture->page, "p3");
  g_assert_cmpstr (tide_record_get_id (TIDE_RECORD (tide_project_details_get_project (details))),
                   ==, "p3");
}

static void
test_duplicate_and_undo (Fixture *fixture, gconstpointer data)
{
  guint n = get_n_projects (fixture);

  tide_projects_page_reveal (fixture->page, "p1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "project.duplicate", NULL);
  g_assert_cmpuint (get_n_projects (fixture), ==, n + 1);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (get_n_projects (fixture), ==, n);
}

static void
test_delete_selected (Fixture *fixture, gconstpointer data)
{
  gtk_selection_model_select_all (tide_projects_table_get_selection (fixture->table));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "project.delete", NULL);
  g_assert_cmpuint (get_n_projects (fixture), ==, 0);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (get_n_projects (fixture), ==, 3);
  g_assert_false (tide_register_get_can_undo (fixture->reg));
}

/* Many go in a thread, and come back in one step. */
static void
test_delete_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TideStep) step = tide_step_new ("add-project", NULL);
  const guint n = TIDE_MANY_EDITS + 1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%u", i);

      tide_step_add_record (step, TIDE_RECORD_PROJECT,
                            tide_payload_seal (tide_test_payload_new (TIDE_RECORD_PROJECT, id, id)),
                            i + 3);
    }
  g_assert_true (tide_register_apply (fixture->reg, step, NULL));
  gtk_selection_model_select_all (tide_projects_table_get_selection (fixture->table));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "project.delete", NULL);
  g_assert_cmpuint (get_n_projects (fixture), ==, n + 3);
  while (get_n_projects (fixture) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (tide_register_undo (fixture->reg));
  g_assert_cmpuint (get_n_projects (fixture), ==, n + 3);
}

static void
test_delete_key_in_table (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "Delete", NULL };

  tide_projects_page_reveal (fixture->page, "p2");
  press (fixture, keys);
  g_assert_cmpuint (get_n_projects (fixture), ==, 2);
  g_assert_null (tide_register_lookup (fixture->reg, TIDE_RECORD_PROJECT, "p2"));
}

/* Whatever goes, the next one is there to go too. */
static void
test_delete_key_again (Fixture *fixture, gconstpointer data)
{
  const char *const keys[] = { "Delete", "Delete", "Delete", NULL };

  tide_projects_page_reveal (fixture->page, "p2");
  press (fixture, keys);
  g_assert_cmpuint (get_n_projects (fixture), ==, 0);
}

static void
test_keys_in_search (Fixture *fixture, gconstpointer data)
{
  const char *const keys[]
      = { "p",      "a",      "ctrl+a",       "Delete", "Delete", "x", "ctrl+z",
          "ctrl+z", "ctrl+z", "ctrl+shift+z", "ctrl+d", "z",      NULL };
  GtkEditable *entry
      = (GtkEditable *) tide_test_find_child (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  tide_projects_page_reveal (fixture->page, "p1");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "project.duplicate", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "projects.find", NULL);
  press (fixture, keys);
  g_assert_true (g_str_has_suffix (gtk_editable_get_text (entry), "z"));
  g_assert_cmpuint (get_n_projects (fixture), ==, 4);
  g_assert_true (tide_register_get_can_undo (fixture->reg));
  g_assert_false (tide_register_get_can_redo (fixture->reg));
}

/* Behind a page to go back to, as in a collapsed window: what does not fit is a warning. */
static void
test_narrow (void)
{
  g_autoptr (TideRegister) reg = tide_test_register_new ();
  GtkWidget *page = g_object_new (TIDE_TYPE_PROJECTS_PAGE, "register", reg, NULL);
  GtkWidget *view = adw_navigation_view_new ();
  GtkWidget *window = gtk_window_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            adw_navigation_page_new (gtk_label_new ("Pages"), "Pages"));
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), adw_navigation_page_new (page, "Projects"));
  gtk_window_set_titlebar (GTK_WINDOW (window), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  tide_test_settle (200);
  g_assert_cmpint (gtk_widget_get_width (page), <=, 360);
  g_assert_cmpint (gtk_widget_get_width (page), >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  tide_test_settle (200);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  tide_ui_init ();

  g_test_add_func ("/ui/projects-page/empty", test_empty);
  ADD ("/ui/projects-page/shows-projects", test_shows_projects);
  ADD ("/ui/projects-page/filter-has-chips", test_filter_has_chips);
  ADD ("/ui/projects-page/text-has-a-chip", test_text_has_a_chip);
  ADD ("/ui/projects-page/footer", test_footer);
  ADD ("/ui/projects-page/groups-are-kept", test_groups_are_kept);
  ADD ("/ui/projects-page/fold-keys", test_fold_keys);
  ADD ("/ui/projects-page/details-follow", test_details_follow);
  ADD ("/ui/projects-page/duplicate-and-undo", test_duplicate_and_undo);
  ADD ("/ui/projects-page/amount-has-tooltip", test_amount_has_tooltip);
  ADD ("/ui/projects-page/delete-selected", test_delete_selected);
  ADD ("/ui/projects-page/delete-many", test_delete_many);
  ADD ("/ui/projects-page/delete-key-in-table", test_delete_key_in_table);
  ADD ("/ui/projects-page/delete-key-again", test_delete_key_again);
  ADD ("/ui/projects-page/keys-in-search", test_keys_in_search);
  g_test_add_func ("/ui/projects-page/narrow", test_narrow);

  return g_test_run ();
}
