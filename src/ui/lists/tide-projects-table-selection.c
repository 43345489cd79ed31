/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

/**
 * tide_projects_table_dup_selected_ids:
 * @self: a table
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the selected projects, in their order
 */
char **
tide_projects_table_dup_selected_ids (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      {
        g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

        if (TIDE_IS_PROJECT (item))
          g_strv_builder_add (ids, tide_record_get_id (TIDE_RECORD (item)));
      }
    while (gtk_bitset_iter_next (&iter, &position));

  return g_strv_builder_end (ids);
}

static char *
dup_id_at (TideProjectsTable *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return TIDE_IS_PROJECT (item) ? g_strdup (tide_record_get_id (TIDE_RECORD (item))) : NULL;
}

/**
 * tide_projects_table_dup_next_id:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): id of the project that comes into the place of the selected
 *   ones once they are gone: the one after them, or else before them
 */
char *
tide_projects_table_dup_next_id (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  char *id = NULL;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_is_empty (selected))
    return NULL;

  for (guint i = gtk_bitset_get_maximum (selected) + 1; i < n && id == NULL; i++)
    id = dup_id_at (self, i);
  for (guint i = gtk_bitset_get_minimum (selected); i > 0 && id == NULL; i--)
    id = dup_id_at (self, i - 1);

  return id;
}

/**
 * tide_projects_table_get_n_selected:
 * @self: a table
 *
 * Returns: how many projects are selected
 */
guint
tide_projects_table_get_n_selected (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  guint n;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  n = (guint) gtk_bitset_get_size (selected);
  for (guint i = 0; i < tide_project_groups_get_n (self->groups); i++)
    {
      guint start, n_projects;
      TideProjectGroup *group = tide_project_groups_get (self->groups, i, &start, &n_projects);

      if (tide_project_group_get_folded (group)
          && gtk_bitset_contains (selected, tide_project_groups_from_view (self->groups, start)))
        n--;
    }

  return n;
}

/**
 * tide_projects_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the selected project, if exactly one is
 */
TideProject *
tide_projects_table_get_selected (TideProjectsTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GObject) item = NULL;

  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) != 1)
    return NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));

  return TIDE_IS_PROJECT (item) ? TIDE_PROJECT (item) : NULL;
}

/**
 * tide_projects_table_reveal:
 * @self: a table
 * @id: id of a project
 *
 * Selects the project alone, scrolls to it and moves the focus there, unfolding its group; does
 * nothing where the filter hides it.
 */
void
tide_projects_table_reveal (TideProjectsTable *self, const char *id)
{
  guint view_position, position;

  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  if (!tide_view_find (self->view, id, &view_position))
    return;

  position = tide_project_groups_from_view (self->groups, view_position);
  if (tide_project_groups_get_n (self->groups) > 0)
    {
      tide_project_groups_fold (self->groups, tide_project_groups_find (self->groups, position),
                                FALSE);
      position = tide_project_groups_from_view (self->groups, view_position);
    }
  gtk_column_view_scroll_to (self->column_view, position, NULL,
                             GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}
