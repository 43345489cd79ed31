/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog of keys, and the table behind it against what the whole program can do. */

#include "app/tide-application.h"
#include "app/tide-recent-row.h"
#include "app/tide-shortcut-row.h"
#include "app/tide-shortcuts-dialog.h"
#include "app/tide-sidebar-filter-row.h"
#include "app/tide-window.h"
#include "chart/tide-bar-area.h"
#include "chart/tide-bar-mark.h"
#include "chart/tide-chart-frame.h"
#include "ui/dialogs/tide-report-dialog.h"
#include "ui/dialogs/tide-vocabulary-dialog.h"
#include "ui/lists/tide-board.h"
#include "ui/lists/tide-divisions-table.h"
#include "ui/lists/tide-events-table.h"
#include "ui/lists/tide-filter-chip.h"
#include "ui/lists/tide-observations-table.h"
#include "ui/lists/tide-platforms-list.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/lists/tide-results-board.h"
#include "ui/lists/tide-sectors-table.h"
#include "ui/pages/tide-briefing-view.h"
#include "ui/pages/tide-check-pane.h"
#include "ui/pages/tide-divisions-page.h"
#include "ui/pages/tide-events-page.h"
#include "ui/pages/tide-history-page.h"
#include "ui/pages/tide-indicators-page.h"
#include "ui/pages/tide-innovation-page.h"
#include "ui/pages/tide-project-details.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/pages/tide-sectors-page.h"
#include "ui/rows/tide-column-row.h"

#include "tide-test-widgets.h"

static TideApplication *application;

static gboolean
has_class_action (GType type, const char *wanted)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const char *name, *property;
  const GVariantType *parameter;
  GType owner;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &name,
                                                   &parameter, &property);
       i++)
    if (g_str_equal (name, wanted))
      return TRUE;

  return FALSE;
}

static gboolean
has_list_action (const char *name)
{
  g_autoptr (GtkWidget) table = g_object_ref_sink (g_object_new (TIDE_TYPE_PROJECTS_TABLE, NULL));
  g_autoptr (GObject) actions
      = G_OBJECT (tide_projects_table_new_actions (TIDE_PROJECTS_TABLE (table)));

  return g_action_group_has_action (G_ACTION_GROUP (actions), name);
}

static gboolean
has_action (const char *action)
{
  const GType types[]
      = { TIDE_TYPE_WINDOW,          TIDE_TYPE_PROJECTS_PAGE,      TIDE_TYPE_SECTORS_PAGE,
          TIDE_TYPE_SECTORS_TABLE,   TIDE_TYPE_VOCABULARY_DIALOG,  TIDE_TYPE_RECENT_ROW,
          TIDE_TYPE_HISTORY_PAGE,    TIDE_TYPE_SIDEBAR_FILTER_ROW, TIDE_TYPE_REPORT_DIALOG,
          TIDE_TYPE_FILTER_CHIP,     TIDE_TYPE_PROJECT_DETAILS,    TIDE_TYPE_BOARD,
          TIDE_TYPE_INDICATORS_PAGE, TIDE_TYPE_OBSERVATIONS_TABLE, TIDE_TYPE_EVENTS_PAGE,
          TIDE_TYPE_EVENTS_TABLE,    TIDE_TYPE_COLUMN_ROW,         TIDE_TYPE_DIVISIONS_PAGE,
          TIDE_TYPE_DIVISIONS_TABLE, TIDE_TYPE_INNOVATION_PAGE,    TIDE_TYPE_RESULTS_BOARD,
          TIDE_TYPE_PLATFORMS_LIST,  TIDE_TYPE_BRIEFING_VIEW,      TIDE_TYPE_CHECK_PANE };

  if (g_str_has_prefix (action, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (application), action + strlen ("app."));

  if (g_str_has_prefix (action, "list."))
    return has_list_action (action + strlen ("list."));

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (has_class_action (types[i], action))
      return TRUE;

  return FALSE;
}

static void
test_actions (void)
{
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    if (shortcuts[i].action != NULL && !has_action (shortcuts[i].action))
      g_error ("there is no action %s", shortcuts[i].action);
}

static void
test_accelerators (void)
{
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; i < n; i++)
    if (shortcuts[i].scope == TIDE_SHORTCUTS_APPLICATION)
      g_assert_true (g_strv_contains ((const char *const *) actions, shortcuts[i].action));
  for (gsize i = 0; actions[i] != NULL; i++)
    g_assert_nonnull (tide_shortcuts_find (actions[i]));
}

/* The keys of a widget's class, which GTK keeps in a controller of this name. */
static GPtrArray *
find_triggers (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GPtrArray *triggers = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_strcmp0 (gtk_event_controller_get_name (controller), "gtk-widget-class-shortcuts") != 0)
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          g_ptr_array_add (triggers,
                           gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut)));
        }
    }

  return triggers;
}

static gboolean
is_in (GPtrArray *triggers, const char *trigger)
{
  return g_ptr_array_find_with_equal_func (triggers, trigger, g_str_equal, NULL);
}

static gboolean
is_double (const char *trigger)
{
  return strstr (trigger, "KP_") != NULL || strstr (trigger, "ISO_") != NULL;
}

static char *
dup_trigger (const char *key)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  return gtk_shortcut_trigger_to_string (trigger);
}

static gboolean
is_listed (const char *trigger, TideShortcutScope scope, TideShortcutGroup group)
{
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      if (shortcuts[i].scope != scope || shortcuts[i].group != group)
        continue;
      for (gsize j = 0; shortcuts[i].keys[j] != NULL; j++)
        {
          g_autofree char *listed = dup_trigger (shortcuts[i].keys[j]);

          if (g_str_equal (listed, trigger))
            return TRUE;
        }
    }

  return FALSE;
}

/* Both ways: what is heard beyond what is inherited is listed, and what is listed is heard. */
static void
compare (GPtrArray *heard, GPtrArray *inherited, TideShortcutScope scope, TideShortcutGroup group)
{
  guint n, n_listed = 0;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < heard->len; i++)
    {
      const char *trigger = g_ptr_array_index (heard, i);

      if (!is_double (trigger) && (inherited == NULL || !is_in (inherited, trigger))
          && !is_listed (trigger, scope, group))
        g_error ("%s is not listed", trigger);
    }

  for (guint i = 0; i < n; i++)
    for (gsize j = 0; shortcuts[i].keys[j] != NULL; j++)
      if (shortcuts[i].scope == scope && shortcuts[i].group == group)
        {
          g_autofree char *trigger = dup_trigger (shortcuts[i].keys[j]);

          if (!is_in (heard, trigger))
            g_error ("%s is listed, but nobody hears it", trigger);
          n_listed++;
        }
  g_assert_cmpuint (n_listed, >, 0);
}

static void
test_window (void)
{
  g_autoptr (GtkWidget) window = g_object_ref_sink (g_object_new (TIDE_TYPE_WINDOW, NULL));
  g_autoptr (GtkWidget) plain = g_object_ref_sink (adw_application_window_new (NULL));
  g_autoptr (GPtrArray) heard = find_triggers (window);
  g_autoptr (GPtrArray) inherited = find_triggers (plain);

  compare (heard, inherited, TIDE_SHORTCUTS_WINDOW, TIDE_SHORTCUT_GROUP_EDITING);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (plain));
}

static void
compare_rows (GType type, TideShortcutScope scope, TideShortcutGroup group)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (g_object_new (type, NULL));
  g_autoptr (GtkWidget) plain = g_object_ref_sink (g_object_new (g_type_parent (type), NULL));
  g_autoptr (GPtrArray) heard = find_triggers (row);
  g_autoptr (GPtrArray) inherited = find_triggers (plain);

  compare (heard, inherited, scope, group);
}

static void
test_recents (void)
{
  compare_rows (TIDE_TYPE_RECENT_ROW, TIDE_SHORTCUTS_RECENTS, TIDE_SHORTCUT_GROUP_REGISTERS);
}

static void
test_saved_filters (void)
{
  compare_rows (TIDE_TYPE_SIDEBAR_FILTER_ROW, TIDE_SHORTCUTS_SAVED_FILTERS,
                TIDE_SHORTCUT_GROUP_PROJECTS);
}

static void
test_charts (void)
{
  g_autoptr (GtkWidget) area = g_object_ref_sink (g_object_new (TIDE_TYPE_BAR_AREA, NULL));
  g_autoptr (GtkWidget) mark = g_object_ref_sink (g_object_new (TIDE_TYPE_BAR_MARK, NULL));
  g_autoptr (GtkWidget) frame = g_object_ref_sink (tide_chart_frame_new (NULL));
  g_autoptr (GPtrArray) heard = find_triggers (area);
  g_autoptr (GPtrArray) of_mark = find_triggers (mark);
  g_autoptr (GPtrArray) of_frame = find_triggers (frame);

  g_ptr_array_extend_and_steal (heard, g_steal_pointer (&of_mark));
  g_ptr_array_extend_and_steal (heard, g_steal_pointer (&of_frame));
  compare (heard, NULL, TIDE_SHORTCUTS_TOOLKIT, TIDE_SHORTCUT_GROUP_CHARTS);
}

/* The lists have the keys of the window too, which does not hear what is pressed in a dialog. */
static void
test_lists (void)
{
  g_autoptr (TideClock) clock = tide_clock_new_fixed (1700000000);
  g_autoptr (TideRegister) reg = tide_register_new (clock, NULL);
  g_autoptr (GtkWidget) plain = g_object_ref_sink (GTK_WIDGET (adw_dialog_new ()));
  g_autoptr (GPtrArray) inherited = find_triggers (plain);
  g_autoptr (GPtrArray) heard = NULL;
  AdwDialog *dialog = tide_vocabulary_dialog_new (reg, TIDE_RECORD_PARTY);
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  g_object_ref_sink (dialog);
  heard = find_triggers (GTK_WIDGET (dialog));
  for (guint i = 0; i < n; i++)
    if (shortcuts[i].scope == TIDE_SHORTCUTS_WINDOW)
      {
        char *trigger = dup_trigger (shortcuts[i].keys[0]);

        g_assert_true (is_in (heard, trigger));
        g_ptr_array_add (inherited, trigger);
      }
  compare (heard, inherited, TIDE_SHORTCUTS_VOCABULARY, TIDE_SHORTCUT_GROUP_LISTS);
  g_object_unref (dialog);
}

/* The dialog ---------------------------------------------------------------------------------- */

static void
add_rows (GtkWidget *widget, GPtrArray *rows)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (TIDE_IS_SHORTCUT_ROW (widget))
    g_ptr_array_add (rows, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_rows (child, rows);
}

static GPtrArray *
search (AdwDialog *dialog, const char *text)
{
  GtkWidget *content = adw_dialog_get_child (dialog);
  GtkWidget *entry = tide_test_find_child (content, GTK_TYPE_SEARCH_ENTRY);
  GPtrArray *rows = g_ptr_array_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  tide_test_settle (0);
  add_rows (content, rows);

  return rows;
}

static void
test_dialog (void)
{
  GtkWidget *window = adw_window_new ();
  AdwDialog *dialog = tide_shortcuts_dialog_new ();
  guint n;

  tide_shortcuts_get (&n);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_present (dialog, window);
  tide_test_settle (0);

  {
    g_autoptr (GPtrArray) all = search (dialog, "");
    g_autoptr (GPtrArray) by_title = search (dialog, " UNDER another ");
    g_autoptr (GPtrArray) by_key = search (dialog, "f9");
    g_autoptr (GPtrArray) by_keys = search (dialog, "ctrl+q");
    g_autoptr (GPtrArray) none = search (dialog, "xyzzy");

    g_assert_cmpuint (all->len, ==, n);
    g_assert_cmpuint (by_title->len, ==, 1);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (by_title->pdata[0]),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "Save under another name, Control Shift S");
    g_assert_cmpuint (by_key->len, ==, 1);
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (by_key->pdata[0]),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "Show or hide the sidebar, F9");
    g_assert_cmpuint (by_keys->len, ==, 1);
    g_assert_cmpuint (none->len, ==, 0);
  }

  adw_dialog_force_close (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
  tide_test_settle (0);
}

static void
test_spoken (void)
{
  g_autofree char *comma = tide_shortcut_dup_spoken (tide_shortcuts_find ("app.preferences"));
  g_autofree char *menu = tide_shortcut_dup_spoken (tide_shortcuts_find ("vocabulary.show-menu"));
  g_auto (GStrv) caps = tide_shortcut_dup_caps (tide_shortcuts_find ("app.shortcuts"), 0);

  g_assert_cmpstr (comma, ==, "Preferences, Control Comma");
  g_assert_cmpstr (menu, ==, "Menu of the record, Shift F10 or Menu");
  g_assert_cmpstrv (caps, ((const char *[]) { "Ctrl", "?", NULL }));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  gtk_test_init (&argc, &argv, NULL);
  application = tide_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/shortcuts-dialog/actions", test_actions);
  g_test_add_func ("/shortcuts-dialog/accelerators", test_accelerators);
  g_test_add_func ("/shortcuts-dialog/window", test_window);
  g_test_add_func ("/shortcuts-dialog/recents", test_recents);
  g_test_add_func ("/shortcuts-dialog/saved-filters", test_saved_filters);
  g_test_add_func ("/shortcuts-dialog/charts", test_charts);
  g_test_add_func ("/shortcuts-dialog/lists", test_lists);
  g_test_add_func ("/shortcuts-dialog/spoken", test_spoken);
  g_test_add_func ("/shortcuts-dialog/dialog", test_dialog);
  result = g_test_run ();
  g_object_unref (application);

  return result;
}
