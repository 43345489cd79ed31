/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

static void
tide_projects_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (page);
  const char *sort_by = tide_projects_table_get_sort_by (self->table);
  const char *selected = tide_projects_page_get_selected_id (self);
  g_auto (GStrv) folded = tide_projects_page_dup_folded (self);
  g_auto (GStrv) folded_columns = tide_board_dup_folded (self->board);

  g_variant_dict_insert_value (
      view, "filter",
      tide_filter_to_variant (tide_view_get_filter (tide_projects_page_get_view (self))));
  if (sort_by != NULL)
    g_variant_dict_insert (view, "sort-by", "s", sort_by);
  g_variant_dict_insert (view, "descending", "b", tide_projects_table_get_descending (self->table));
  g_variant_dict_insert (view, "amount-kind", "s",
                         tide_projects_table_get_amount_kind (self->table));
  if (selected != NULL)
    g_variant_dict_insert (view, "selected", "s", selected);
  g_variant_dict_insert (view, "group-by", "s", tide_projects_page_get_group_by (self));
  g_variant_dict_insert (view, "folded", "^as", folded);
  g_variant_dict_insert (view, "board", "b", self->is_board);
  g_variant_dict_insert (view, "folded-columns", "^as", folded_columns);
}

static void
tide_projects_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (page);
  g_autoptr (GVariant) kept = g_variant_dict_lookup_value (view, "filter", G_VARIANT_TYPE_VARDICT);
  const char *text;
  gboolean descending, is_board;
  g_auto (GStrv) folded = NULL;
  g_auto (GStrv) folded_columns = NULL;

  if (kept != NULL)
    {
      g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new_from_variant (kept);

      tide_projects_page_set_filter (self, TIDE_FILTER (filter));
    }
  if (g_variant_dict_lookup (view, "amount-kind", "&s", &text))
    tide_projects_table_set_amount_kind (self->table, text);
  if (g_variant_dict_lookup (view, "sort-by", "&s", &text))
    tide_projects_table_set_sort_by (self->table, text);
  if (g_variant_dict_lookup (view, "descending", "b", &descending))
    tide_projects_table_set_descending (self->table, descending);
  if (g_variant_dict_lookup (view, "group-by", "&s", &text))
    tide_projects_page_group_table (self, text);
  if (g_variant_dict_lookup (view, "folded", "^as", &folded))
    tide_projects_page_fold_table (self, (const char *const *) folded);
  if (g_variant_dict_lookup (view, "folded-columns", "^as", &folded_columns))
    tide_board_set_folded (self->board, (const char *const *) folded_columns);
  if (g_variant_dict_lookup (view, "board", "b", &is_board))
    tide_projects_page_show_board (self, is_board);
  if (g_variant_dict_lookup (view, "selected", "&s", &text))
    tide_projects_page_reveal (self, text);
}

/*
 * tide_projects_page_page_init:
 * @iface: the interface of pages
 */
void
tide_projects_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_projects_page_keep_view;
  iface->restore_view = tide_projects_page_restore_view;
}

/*
 * tide_projects_page_fill_amount_kinds:
 * @self: a page
 *
 * Makes the menu of the kinds of amounts, in the person's language.
 */
void
tide_projects_page_fill_amount_kinds (TideProjectsPage *self)
{
  g_menu_remove_all (self->amount_kinds_section);
  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    {
      const char *code = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (
          tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, code, tide_language_get_default ()), NULL);

      g_menu_item_set_action_and_target (item, "list.amount-kind", "s", code);
      g_menu_append_item (self->amount_kinds_section, item);
    }
}

/*
 * tide_projects_page_set_up_view:
 * @self: a page that is being made
 *
 * Adds the actions of its list, such as `list.sort-by`, and the columns that a person has chosen to
 * those that can be sorted by.
 */
void
tide_projects_page_set_up_view (TideProjectsPage *self)
{
  GActionGroup *actions = tide_projects_table_new_actions (self->table);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", actions);
  g_object_unref (actions);
  g_menu_append_section (self->sort_menu, NULL, tide_projects_table_get_more_orders (self->table));
}
