/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

#include "ui/dialogs/tide-move-dialog.h"

#define IDS "ids"

/* Table or board ---------------------------------------------------------------------------- */

/* A board is always by stage. */
static void
update_menu (TideProjectsPage *self)
{
  g_menu_remove_all (self->grouping_section);
  if (!self->is_board)
    g_menu_append_item (self->grouping_section, self->grouping_item);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projects.show-table", self->is_board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projects.show-board", !self->is_board);
  tide_projects_page_update_folding (self);
}

static void
fold_where_grouped (TideProjectsPage *self)
{
  TideView *view = tide_projects_page_get_view (self);
  g_auto (GStrv) folded = NULL;

  if (self->is_board || self->table_folded == NULL
      || tide_view_get_group_by (view) != tide_view_get_shown_group_by (view))
    return;

  folded = g_steal_pointer (&self->table_folded);
  tide_project_groups_set_folded (tide_projects_table_get_groups (self->table),
                                  (const char *const *) folded);
}

/* What the table groups by, and which of its groups are folded, is as it was when it comes back. */
static void
begin_board (TideProjectsPage *self)
{
  TideProjectGroups *groups = tide_projects_table_get_groups (self->table);

  g_set_str (&self->table_group_by, tide_projects_table_get_group_by (self->table));
  if (self->table_folded == NULL)
    self->table_folded = tide_project_groups_dup_folded (groups);
  tide_project_groups_fold_all (groups, FALSE);
  tide_projects_table_set_group_by (self->table, "stage");
  tide_board_set_rows (self->board, groups, tide_projects_table_get_selection (self->table));
}

static void
end_board (TideProjectsPage *self)
{
  tide_board_set_rows (self->board, NULL, NULL);
  tide_projects_table_set_group_by (self->table, self->table_group_by);
  g_clear_pointer (&self->table_group_by, g_free);
  fold_where_grouped (self);
}

static void
on_look_chosen (TideProjectsPage *self)
{
  tide_projects_page_show_board (
      self, g_strcmp0 (adw_toggle_group_get_active_name (self->look_group), "board") == 0);
}

static void
show_look (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  tide_projects_page_show_board (self, g_str_equal (name, "projects.show-board"));
  tide_projects_page_focus_list (self);
}

/* Moving ------------------------------------------------------------------------------------ */

static void
on_moved (TideMoveDialog *dialog, gpointer data)
{
  gboolean *has_moved = data;

  *has_moved = TRUE;
}

/* The focus follows the cards; those that nobody moved have it by themselves. */
static void
on_dialog_closed (AdwDialog *dialog, TideProjectsPage *self)
{
  const char *const *ids = g_object_get_data (G_OBJECT (dialog), IDS);

  if (!*(gboolean *) g_object_get_data (G_OBJECT (dialog), "has-moved"))
    return;

  tide_board_select (self->board, ids);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
on_move_requested (TideBoard *board, const char *stage, TideProjectsPage *self)
{
  g_auto (GStrv) ids = tide_projects_page_dup_selected_ids (self);
  gboolean *has_moved = g_new0 (gboolean, 1);
  TideMoveDialog *dialog = tide_move_dialog_new (self->reg, "stages", (const char *const *) ids);

  tide_move_dialog_choose (dialog, stage);
  g_object_set_data_full (G_OBJECT (dialog), IDS, g_steal_pointer (&ids),
                          (GDestroyNotify) g_strfreev);
  g_object_set_data_full (G_OBJECT (dialog), "has-moved", has_moved, g_free);
  g_signal_connect (dialog, "moved", G_CALLBACK (on_moved), has_moved);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_dialog_closed), self,
                           G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* For the page ------------------------------------------------------------------------------ */

/*
 * tide_projects_page_show_board:
 * @self: a page
 * @is_board: whether to show the projects as a board rather than as a table
 */
void
tide_projects_page_show_board (TideProjectsPage *self, gboolean is_board)
{
  if (self->is_board == is_board)
    return;

  self->is_board = is_board;
  if (is_board)
    begin_board (self);
  else
    end_board (self);
  update_menu (self);
  adw_toggle_group_set_active_name (self->look_group, is_board ? "board" : "table");
  tide_projects_page_update_stack (self);
}

/*
 * tide_projects_page_focus_list:
 * @self: a page
 *
 * Moves the focus to the projects, in the table or on the board.
 */
void
tide_projects_page_focus_list (TideProjectsPage *self)
{
  gtk_widget_grab_focus (self->is_board ? GTK_WIDGET (self->board) : GTK_WIDGET (self->table));
}

/*
 * tide_projects_page_get_group_by:
 * @self: a page
 *
 * Returns: (transfer none): code of what the table groups by, on view or not
 */
const char *
tide_projects_page_get_group_by (TideProjectsPage *self)
{
  return self->is_board ? self->table_group_by : tide_projects_table_get_group_by (self->table);
}

/*
 * tide_projects_page_dup_folded:
 * @self: a page
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of the table's groups that are folded
 */
GStrv
tide_projects_page_dup_folded (TideProjectsPage *self)
{
  if (self->table_folded != NULL)
    return g_strdupv (self->table_folded);

  return tide_project_groups_dup_folded (tide_projects_table_get_groups (self->table));
}

/*
 * tide_projects_page_group_table:
 * @self: a page
 * @code: code of a #TideGroupBy; one that there is not changes nothing
 *
 * While there is a board, the table is grouped once it comes back.
 */
void
tide_projects_page_group_table (TideProjectsPage *self, const char *code)
{
  TideGroupBy group_by;

  if (!self->is_board)
    tide_projects_table_set_group_by (self->table, code);
  else if (tide_group_by_from_code (code, &group_by))
    g_set_str (&self->table_group_by, code);
}

/*
 * tide_projects_page_fold_table:
 * @self: a page
 * @folded: (array zero-terminated=1): keys of the table's groups to fold; all others are unfolded
 *
 * Groups that are not there yet are folded once they are.
 */
void
tide_projects_page_fold_table (TideProjectsPage *self, const char *const *folded)
{
  g_strfreev (self->table_folded);
  self->table_folded = g_strdupv ((GStrv) folded);
  fold_where_grouped (self);
}

/*
 * tide_projects_page_install_board:
 * @widget_class: class of the page
 *
 * Installs what chooses between table and board, and what the board calls.
 */
void
tide_projects_page_install_board (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_look_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_move_requested);
  gtk_widget_class_install_action (widget_class, "projects.show-table", NULL, show_look);
  gtk_widget_class_install_action (widget_class, "projects.show-board", NULL, show_look);
}

/*
 * tide_projects_page_set_up_board:
 * @self: a page that is being made
 */
void
tide_projects_page_set_up_board (TideProjectsPage *self)
{
  self->grouping_item = g_menu_item_new_from_model (G_MENU_MODEL (self->grouping_section), 0);
  g_signal_connect_object (tide_projects_page_get_view (self), "regrouped",
                           G_CALLBACK (fold_where_grouped), self, G_CONNECT_SWAPPED);
  update_menu (self);
}
