/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-projects-table-private.h"

#include "ui/lists/tide-project-group-header.h"
#include "ui/lists/tide-project-group-text.h"
#include "ui/lists/tide-table-keys.h"

#include <glib/gi18n-lib.h>

/* Headers ------------------------------------------------------------------------------------- */

static void
show_header (TideProjectsTable *self, GtkListHeader *header)
{
  GtkWidget *child = gtk_list_header_get_child (header);
  TideProjectGroup *group = NULL;

  if (gtk_list_header_get_item (header) != NULL)
    group = tide_project_groups_find (self->groups, gtk_list_header_get_start (header));
  tide_project_group_header_set_group (TIDE_PROJECT_GROUP_HEADER (child), self->reg, group);
}

/* A header may come to stand above another group without being bound anew. */
static void
on_header_moved (GtkListHeader *header, GParamSpec *pspec, TideProjectsTable *self)
{
  if (gtk_list_header_get_child (header) != NULL)
    show_header (self, header);
}

static void
on_header_setup (GtkSignalListItemFactory *factory, GtkListHeader *header, TideProjectsTable *self)
{
  gtk_list_header_set_child (header, g_object_new (TIDE_TYPE_PROJECT_GROUP_HEADER, NULL));
  g_signal_connect_object (header, "notify::start", G_CALLBACK (on_header_moved), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (header, "notify::item", G_CALLBACK (on_header_moved), self,
                           G_CONNECT_DEFAULT);
}

static void
on_header_bind (GtkSignalListItemFactory *factory, GtkListHeader *header, TideProjectsTable *self)
{
  show_header (self, header);
}

static void
on_header_unbind (GtkSignalListItemFactory *factory, GtkListHeader *header, TideProjectsTable *self)
{
  tide_project_group_header_set_group (
      TIDE_PROJECT_GROUP_HEADER (gtk_list_header_get_child (header)), NULL, NULL);
}

static void
on_header_teardown (GtkSignalListItemFactory *factory,
                    GtkListHeader *header,
                    TideProjectsTable *self)
{
  g_signal_handlers_disconnect_by_func (header, on_header_moved, self);
}

/* Without a group there is no header, but one section all the same. */
static void
on_regrouped (TideView *view, TideProjectsTable *self)
{
  gtk_column_view_set_header_factory (
      self->column_view,
      tide_view_get_shown_group_by (view) != TIDE_GROUP_BY_NONE ? self->group_headers : NULL);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->groups)) > 0)
    gtk_column_view_scroll_to (self->column_view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
}

/* Folding ------------------------------------------------------------------------------------- */

/* The header has no focus, so that its subtotal would not be heard. */
static void
announce (TideProjectsTable *self, TideProjectGroup *group)
{
  TideSnapshot *snapshot = tide_view_get_snapshot (self->view);
  g_autofree char *name = tide_project_group_text_dup_name (group);
  g_autofree char *sum = tide_project_group_text_dup_sum (group, snapshot);
  /* Translators: a group that was folded or unfolded, read aloud: its name and how many projects it
   * has, and their subtotal */
  g_autofree char *text = g_strdup_printf (C_ ("group", "%s: %s"), name, sum);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The focus stays with the group: on the row that stands for it, or on its first project. */
static void
fold (TideProjectsTable *self, TideProjectGroup *group, gboolean folded)
{
  const gboolean had_focus = tide_projects_table_find_focused (self) != GTK_INVALID_LIST_POSITION;

  tide_project_groups_fold (self->groups, group, folded);
  announce (self, group);
  if (had_focus)
    gtk_column_view_scroll_to (self->column_view,
                               tide_project_groups_get_position (self->groups, group), NULL,
                               GTK_LIST_SCROLL_FOCUS, NULL);
}

/* Unfolds or folds the group of the row that has the focus; one that is so already leaves the key
 * to the view. */
static gboolean
on_fold_pressed (GtkWidget *widget, GVariant *args, gpointer data)
{
  TideProjectsTable *self = data;
  const gboolean is_right = g_variant_get_boolean (args);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const guint position = tide_projects_table_find_focused (self);
  TideProjectGroup *group = position != GTK_INVALID_LIST_POSITION
                                ? tide_project_groups_find (self->groups, position)
                                : NULL;
  const gboolean folded = is_right == is_rtl;

  if (group == NULL || tide_project_group_get_folded (group) == folded)
    return GDK_EVENT_PROPAGATE;

  fold (self, group, folded);

  return GDK_EVENT_STOP;
}

static TideProjectGroup *
find_group (TideProjectsTable *self, const char *key)
{
  for (guint i = 0; i < tide_project_groups_get_n (self->groups); i++)
    {
      guint start, n;
      TideProjectGroup *group = tide_project_groups_get (self->groups, i, &start, &n);

      if (g_str_equal (tide_project_group_get_key (group), key))
        return group;
    }

  return NULL;
}

static void
toggle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsTable *self = TIDE_PROJECTS_TABLE (widget);
  TideProjectGroup *group = find_group (self, g_variant_get_string (parameter, NULL));

  if (group != NULL)
    fold (self, group, !tide_project_group_get_folded (group));
}

/**
 * tide_projects_table_install_groups:
 * @widget_class: class of the table
 *
 * Installs the actions of the groups.
 */
void
tide_projects_table_install_groups (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "group.toggle", "s", toggle);
}

/**
 * tide_projects_table_set_up_groups:
 * @self: a table that is being made
 */
void
tide_projects_table_set_up_groups (TideProjectsTable *self)
{
  self->group_headers = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (self->group_headers, "setup", G_CALLBACK (on_header_setup), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->group_headers, "bind", G_CALLBACK (on_header_bind), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->group_headers, "unbind", G_CALLBACK (on_header_unbind), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->group_headers, "teardown", G_CALLBACK (on_header_teardown), self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (self->view, "regrouped", G_CALLBACK (on_regrouped), self,
                           G_CONNECT_DEFAULT);
  tide_table_add_fold_keys (GTK_WIDGET (self->column_view), on_fold_pressed, self);
}

/**
 * tide_projects_table_get_groups:
 * @self: a table
 *
 * Returns: (transfer none): the rows of the table, by group where they are grouped
 */
TideProjectGroups *
tide_projects_table_get_groups (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return self->groups;
}

/**
 * tide_projects_table_get_group_by:
 * @self: a table
 *
 * Returns: (transfer none): code of what the projects are grouped by
 */
const char *
tide_projects_table_get_group_by (TideProjectsTable *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_TABLE (self), NULL);

  return tide_group_by_to_code (tide_view_get_group_by (self->view));
}

/**
 * tide_projects_table_set_group_by:
 * @self: a table
 * @code: code of a #TideGroupBy; one that there is not changes nothing
 *
 * All groups are unfolded at first.
 */
void
tide_projects_table_set_group_by (TideProjectsTable *self, const char *code)
{
  TideGroupBy group_by;

  g_return_if_fail (TIDE_IS_PROJECTS_TABLE (self));

  if (!tide_group_by_from_code (code, &group_by) || group_by == tide_view_get_group_by (self->view))
    return;

  tide_view_set_group_by (self->view, group_by);
  g_object_notify (G_OBJECT (self), "group-by");
}
