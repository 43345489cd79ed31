/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/dialogs/tide-report-dialog.h"
#include "ui/lists/tide-board.h"
#include "ui/lists/tide-filter-chip.h"
#include "ui/lists/tide-indicators-list.h"
#include "ui/lists/tide-observations-table.h"
#include "ui/lists/tide-platforms-list.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/lists/tide-results-board.h"
#include "ui/lists/tide-sectors-table.h"
#include "ui/pages/tide-history-page.h"
#include "ui/pages/tide-projects-page.h"
#include "ui/rows/tide-column-row.h"
#include "ui/tide-shortcuts.h"
#include "ui/tide-ui.h"

#include <adwaita.h>

#include <string.h>

/* Whether the two can work at the same moment. */
static gboolean
can_collide (const TideShortcut *a, const TideShortcut *b)
{
  if (a->scope == TIDE_SHORTCUTS_TOOLKIT || b->scope == TIDE_SHORTCUTS_TOOLKIT)
    return FALSE;

  return a->scope == b->scope || a->scope == TIDE_SHORTCUTS_APPLICATION
         || b->scope == TIDE_SHORTCUTS_APPLICATION;
}

static gboolean
share_key (const TideShortcut *a, const TideShortcut *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->keys) && a->keys[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (b->keys) && b->keys[j] != NULL; j++)
      if (strcmp (a->keys[i], b->keys[j]) == 0)
        return TRUE;

  return FALSE;
}

static void
test_keys (void)
{
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (shortcuts[i].n_shown, >, 0);
      g_assert_nonnull (tide_shortcut_group_get_title (shortcuts[i].group));
      g_assert_cmpint (shortcuts[i].action == NULL, ==,
                       shortcuts[i].scope == TIDE_SHORTCUTS_TOOLKIT);
      for (guint j = 0; j < shortcuts[i].n_shown; j++)
        {
          g_autofree char *label = tide_shortcut_dup_label (&shortcuts[i], j);

          g_assert_cmpstr (label, !=, "");
        }
      for (guint j = 0; j < G_N_ELEMENTS (shortcuts[i].keys) && shortcuts[i].keys[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (shortcuts[i].keys[j], &key, &modifiers));
          g_assert_cmpuint (key, !=, 0);
        }
      for (guint j = 0; j < i; j++)
        if (can_collide (&shortcuts[i], &shortcuts[j]) && share_key (&shortcuts[i], &shortcuts[j]))
          g_error ("“%s” and “%s” share a key", shortcuts[i].action, shortcuts[j].action);
    }
}

/* A key in a text means something there: it must not be an accelerator. */
static void
test_keys_of_texts (void)
{
  static const char *const keys[]
      = { "Delete",     "BackSpace",  "<Control>a", "<Control>z", "<Control><Shift>z",
          "<Control>u", "<Control>c", "<Control>x", "<Control>v" };
  guint n;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (keys); j++)
      if (shortcuts[i].scope == TIDE_SHORTCUTS_APPLICATION)
        g_assert_false (g_strv_contains (shortcuts[i].keys, keys[j]));
}

typedef struct
{
  GType (*get_type) (void);
  TideShortcutScope scope;
  TideShortcutScope shared; /* the same, or another one that it has as well */
} Class;

static const Class classes[] = {
  { tide_projects_page_get_type, TIDE_SHORTCUTS_PROJECTS_PAGE, TIDE_SHORTCUTS_PROJECTS_PAGE },
  { tide_projects_table_get_type, TIDE_SHORTCUTS_PROJECTS_TABLE, TIDE_SHORTCUTS_PROJECTS_TABLE },
  { tide_board_get_type, TIDE_SHORTCUTS_BOARD, TIDE_SHORTCUTS_PROJECTS_TABLE },
  { tide_column_row_get_type, TIDE_SHORTCUTS_COLUMN_ROW, TIDE_SHORTCUTS_COLUMN_ROW },
  { tide_filter_chip_get_type, TIDE_SHORTCUTS_FILTER_CHIP, TIDE_SHORTCUTS_FILTER_CHIP },
  { tide_sectors_table_get_type, TIDE_SHORTCUTS_SECTORS_TABLE, TIDE_SHORTCUTS_SECTORS_TABLE },
  { tide_indicators_list_get_type, TIDE_SHORTCUTS_INDICATORS_LIST, TIDE_SHORTCUTS_INDICATORS_LIST },
  { tide_observations_table_get_type, TIDE_SHORTCUTS_OBSERVATIONS_TABLE,
    TIDE_SHORTCUTS_OBSERVATIONS_TABLE },
  { tide_platforms_list_get_type, TIDE_SHORTCUTS_PLATFORMS_LIST, TIDE_SHORTCUTS_PLATFORMS_LIST },
  { tide_results_board_get_type, TIDE_SHORTCUTS_RESULTS_BOARD, TIDE_SHORTCUTS_RESULTS_BOARD },
  { tide_history_page_get_type, TIDE_SHORTCUTS_HISTORY_PAGE, TIDE_SHORTCUTS_HISTORY_PAGE },
  { tide_report_dialog_get_type, TIDE_SHORTCUTS_REPORT_DIALOG, TIDE_SHORTCUTS_REPORT_DIALOG },
};

static char *
dup_bound_action (GtkShortcut *shortcut)
{
  GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

  return GTK_IS_NAMED_ACTION (action)
             ? g_strdup (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action)))
             : NULL;
}

static gboolean
is_of (const Class *class, const TideShortcut *shortcut)
{
  return shortcut->scope == class->scope || shortcut->scope == class->shared;
}

static guint
count_bound (const Class *class, const char *action, GtkShortcutTrigger *trigger)
{
  guint n, n_found = 0;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    {
      if (!is_of (class, &shortcuts[i]) || g_strcmp0 (shortcuts[i].action, action) != 0)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (shortcuts[i].keys) && shortcuts[i].keys[j] != NULL; j++)
        {
          g_autoptr (GtkShortcutTrigger) expected
              = gtk_shortcut_trigger_parse_string (shortcuts[i].keys[j]);

          n_found += gtk_shortcut_trigger_equal (expected, trigger);
        }
    }

  return n_found;
}

/* What a class binds beyond GTK's own stands in the table, and what stands there is bound. */
static void
test_bindings (gconstpointer data)
{
  const Class *class = data;
  g_autoptr (GTypeClass) type_class = g_type_class_ref (class->get_type ());
  g_autoptr (GtkWidget) widget = g_object_ref_sink (g_object_new (class->get_type (), NULL));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  guint n, n_keys = 0, n_bound = 0;
  const TideShortcut *shortcuts = tide_shortcuts_get (&n);

  for (guint i = 0; i < n; i++)
    if (is_of (class, &shortcuts[i]))
      n_keys += g_strv_length ((char **) shortcuts[i].keys);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          g_autofree char *action = dup_bound_action (shortcut);

          if (action == NULL)
            continue;
          g_assert_cmpuint (count_bound (class, action, gtk_shortcut_get_trigger (shortcut)), ==,
                            1);
          n_bound++;
        }
    }
  g_assert_cmpuint (n_keys, >, 0);
  g_assert_cmpuint (n_bound, ==, n_keys);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();

  g_test_add_func ("/shortcuts/keys", test_keys);
  g_test_add_func ("/shortcuts/keys-of-texts", test_keys_of_texts);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      g_autofree char *path
          = g_strconcat ("/shortcuts/bindings/", g_type_name (classes[i].get_type ()), NULL);

      g_test_add_data_func (path, &classes[i], test_bindings);
    }

  return g_test_run ();
}
