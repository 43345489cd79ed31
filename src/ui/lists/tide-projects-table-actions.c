/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "ui/dialogs/tide-columns-dialog.h"

static void
choose_columns (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_dialog_present (tide_columns_dialog_new (data), GTK_WIDGET (data));
}

static void
edit_cell (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tide_projects_table_edit_cell (data);
}

static void
copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tide_projects_table_copy (data, FALSE);
}

static void
copy_with_names (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tide_projects_table_copy (data, TRUE);
}

static void
paste (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tide_projects_table_paste (data);
}

static void
set_enabled (TideProjectsTable *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/*
 * tide_projects_table_update_actions:
 * @self: a table
 *
 * Enables what can be done now.
 */
void
tide_projects_table_update_actions (TideProjectsTable *self)
{
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);

  if (self->actions == NULL)
    return;

  set_enabled (self, "choose-columns", gtk_widget_get_mapped (GTK_WIDGET (self)));
  set_enabled (self, "copy", tide_projects_table_get_n_selected (self) > 0);
  set_enabled (self, "copy-with-names", tide_projects_table_get_n_selected (self) > 0);
  set_enabled (self, "paste", can_write);
  set_enabled (self, "edit-cell", can_write);
}

/**
 * tide_projects_table_new_actions:
 * @self: a table
 *
 * Returns: (transfer full): what can be done with the list, to be inserted as `list` above it and
 *   its menus
 */
GActionGroup *
tide_projects_table_new_actions (TideProjectsTable *self)
{
  static const char *const properties[] = { "sort-by", "descending", "amount-kind", "group-by" };
  static const GActionEntry entries[] = {
    { .name = "choose-columns", .activate = choose_columns },
    { .name = "edit-cell", .activate = edit_cell },
    { .name = "copy", .activate = copy },
    { .name = "copy-with-names", .activate = copy_with_names },
    { .name = "paste", .activate = paste },
  };

  GActionGroup *actions;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  actions = G_ACTION_GROUP (g_simple_action_group_new ());
  g_set_weak_pointer (&self->actions, actions);
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autoptr (GPropertyAction) action
          = g_property_action_new (properties[i], self, properties[i]);

      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (tide_projects_table_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed",
                           G_CALLBACK (tide_projects_table_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (tide_projects_table_update_actions), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (tide_projects_table_update_actions), NULL);
  tide_projects_table_update_actions (self);

  return actions;
}
