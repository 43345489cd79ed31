/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (TideProjectsPage,
                               tide_projects_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_projects_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
  PROP_FILTER,
} TideProjectsPageProperty;

static GParamSpec *props[PROP_FILTER + 1];

/*
 * tide_projects_page_get_view:
 * @self: a page
 *
 * Returns: (transfer none): the projects shown, with their filter and order
 */
TideView *
tide_projects_page_get_view (TideProjectsPage *self)
{
  return tide_projects_table_get_view (self->table);
}

static char *
dup_count (TideProjectsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (tide_projects_page_get_view (self)));
  guint n_total = tide_view_get_n_total (tide_projects_page_get_view (self));

  if (n != n_total)
    return g_strdup_printf (
        /* Translators: how many projects match the filter, of how many */
        ngettext ("%u of %u project", "%u of %u projects", n_total), n, n_total);

  /* Translators: how many projects there are */
  return g_strdup_printf (ngettext ("%u project", "%u projects", n_total), n_total);
}

static char *
dup_subtitle (TideProjectsPage *self)
{
  g_autofree char *count = dup_count (self);
  g_autofree char *typed = NULL;

  if (!tide_view_get_is_similar (tide_projects_page_get_view (self)))
    return g_steal_pointer (&count);

  typed = tide_text_dup_isolated (tide_view_get_filter (tide_projects_page_get_view (self))->text);
  /* Translators: how many projects were found, such as "2 of 62 projects", and the text that was
   * searched, to which all of them are only similar */
  return g_strdup_printf (_ ("%s similar to “%s”"), count, typed);
}

static void
update_title (TideProjectsPage *self)
{
  g_autofree char *text = dup_subtitle (self);

  if (g_strcmp0 (adw_window_title_get_subtitle (self->title), text) == 0)
    return;

  adw_window_title_set_subtitle (self->title, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

/*
 * tide_projects_page_update_stack:
 * @self: a page
 *
 * Shows the projects, or why there are none.
 */
void
tide_projects_page_update_stack (TideProjectsPage *self)
{
  const char *name = self->is_board ? "board" : "table";

  if (tide_view_get_n_total (tide_projects_page_get_view (self)) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (tide_projects_page_get_view (self))) == 0)
    name = "no-match";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), !g_str_equal (name, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->footer),
                          g_str_equal (name, "table") || g_str_equal (name, "board"));
  update_title (self);
}

static void
update_selection (TideProjectsPage *self)
{
  const guint n = tide_projects_table_get_n_selected (self->table);
  gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);

  tide_project_details_set_n_selected (self->details, n);
  tide_project_details_set_project (self->details, tide_projects_table_get_selected (self->table));
  gtk_widget_set_visible (self->edit_button, n == 1);
  gtk_widget_set_visible (self->project_menu_button, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.open", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.show-details", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.show-history", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.duplicate", n == 1 && can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.delete", n > 0 && can_write);
  tide_projects_page_update_bulk_actions (self, can_write ? n : 0);
}

static void
update_footer (TideProjectsPage *self)
{
  tide_projects_footer_show (self->footer, self->reg,
                             tide_projects_table_get_amount_kind (self->table),
                             tide_project_totals_get_total (self->totals),
                             tide_project_totals_get_selected (self->totals));
}

static void
update_kind (TideProjectsPage *self)
{
  const char *code = tide_projects_table_get_amount_kind (self->table);
  const TideAmountKind kind = (TideAmountKind) tide_codes_find (TIDE_CODES_AMOUNT_KIND, code);

  tide_project_totals_set_kind (self->totals, kind);
  tide_board_set_amount_kind (self->board, kind);
}

/*
 * tide_projects_page_update_folding:
 * @self: a page
 *
 * Groups can be folded where there are any.
 */
void
tide_projects_page_update_folding (TideProjectsPage *self)
{
  const gboolean is_grouped
      = !self->is_board && !g_str_equal (tide_projects_table_get_group_by (self->table), "none");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projects.fold-all", is_grouped);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projects.unfold-all", is_grouped);
}

static void
on_filter_changed (TideProjectsPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTER]);
}

static void
tide_projects_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (object);

  switch ((TideProjectsPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, tide_projects_page_get_filter (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_projects_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (object);

  switch ((TideProjectsPageProperty) id)
    {
    case PROP_REGISTER:
      tide_projects_page_set_register (self, g_value_get_object (value));
      break;
    case PROP_FILTER:
      tide_projects_page_set_filter (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_projects_page_dispose (GObject *object)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (object);

  if (self->totals != NULL)
    g_signal_handlers_disconnect_by_func (self->totals, update_footer, self);
  g_clear_object (&self->totals);
  if (self->board != NULL)
    tide_board_set_rows (self->board, NULL, NULL);
  g_clear_object (&self->grouping_item);
  g_clear_object (&self->register_links);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_projects_page_parent_class)->dispose (object);
}

static void
tide_projects_page_finalize (GObject *object)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (object);

  g_strfreev (self->table_folded);
  g_free (self->table_group_by);

  G_OBJECT_CLASS (tide_projects_page_parent_class)->finalize (object);
}

static void
tide_projects_page_class_init (TideProjectsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_projects_page_get_property;
  object_class->set_property = tide_projects_page_set_property;
  object_class->dispose = tide_projects_page_dispose;
  object_class->finalize = tide_projects_page_finalize;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_FILTER]
      = g_param_spec_boxed ("filter", NULL, NULL, TIDE_TYPE_PAYLOAD,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-projects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, amount_kinds_section);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, bulk_bar);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, board);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, look_group);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, grouping_section);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, footer);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, details);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, project_menu_button);
  tide_projects_page_install_board (widget_class);
  tide_projects_page_install_filter (widget_class);
  tide_projects_page_install_actions (widget_class);
  tide_projects_page_install_bulk_actions (widget_class);
}

static void
tide_projects_page_init (TideProjectsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_projects_page_fill_amount_kinds (self);
  tide_projects_page_set_up_view (self);
  tide_projects_page_set_up_board (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  g_signal_connect_object (tide_projects_table_get_selection (self->table), "selection-changed",
                           G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tide_projects_table_get_selection (self->table), "items-changed",
                           G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tide_projects_page_get_view (self), "notify::n-items",
                           G_CALLBACK (tide_projects_page_update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tide_projects_page_get_view (self), "notify::n-total",
                           G_CALLBACK (tide_projects_page_update_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tide_projects_page_get_view (self), "notify::filter",
                           G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  self->register_links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->register_links, "notify::read-only",
                                  G_CALLBACK (update_selection), self);
  self->totals = tide_project_totals_new (tide_projects_table_get_groups (self->table),
                                          tide_projects_table_get_selection (self->table));
  g_signal_connect_object (self->totals, "changed", G_CALLBACK (update_footer), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::amount-kind", G_CALLBACK (update_kind), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::group-by",
                           G_CALLBACK (tide_projects_page_update_folding), self, G_CONNECT_SWAPPED);
  tide_projects_page_update_stack (self);
  update_selection (self);
  tide_projects_page_update_folding (self);
}

/**
 * tide_projects_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose projects are shown
 */
TideRegister *
tide_projects_page_get_register (TideProjectsPage *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_projects_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose projects are shown
 *
 * The filter of the register before is dropped.
 */
void
tide_projects_page_set_register (TideProjectsPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_PROJECTS_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  tide_projects_page_fill_amount_kinds (self);
  tide_projects_page_clear_filters (self);
  tide_project_details_set_register (self->details, reg);
  tide_filter_bar_set_register (self->filter_bar, reg);
  tide_projects_table_set_register (self->table, reg);
  tide_board_set_register (self->board, reg);
  g_signal_group_set_target (self->register_links, reg);
  tide_projects_page_update_stack (self);
  update_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_projects_page_reveal:
 * @self: a page
 * @id: id of a project
 *
 * Selects the project and scrolls to it; does nothing where the filter hides it.
 */
void
tide_projects_page_reveal (TideProjectsPage *self, const char *id)
{
  g_return_if_fail (TIDE_IS_PROJECTS_PAGE (self));

  if (self->is_board)
    tide_board_select (self->board, (const char *const[]) { id, NULL });
  else
    tide_projects_table_reveal (self->table, id);
}

/**
 * tide_projects_page_dup_selected_ids:
 * @self: a page
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the projects that are selected
 */
GStrv
tide_projects_page_dup_selected_ids (TideProjectsPage *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  return tide_projects_table_dup_selected_ids (self->table);
}

/**
 * tide_projects_page_get_selected_id:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the id of the project that is selected, if it is one
 */
const char *
tide_projects_page_get_selected_id (TideProjectsPage *self)
{
  TideProject *project;

  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  project = tide_projects_table_get_selected (self->table);

  return project != NULL ? tide_record_get_id (TIDE_RECORD (project)) : NULL;
}

/**
 * tide_projects_page_bind_settings:
 * @self: a page
 * @settings: of the person, who has chosen columns before and may choose others
 */
void
tide_projects_page_bind_settings (TideProjectsPage *self, GSettings *settings)
{
  g_return_if_fail (TIDE_IS_PROJECTS_PAGE (self));

  g_settings_bind (settings, "project-columns", self->table, "columns", G_SETTINGS_BIND_DEFAULT);
}
