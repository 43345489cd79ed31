/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-divisions-page-private.h"

/* The division that is meant ---------------------------------------------------------------- */

/*
 * tide_divisions_page_find:
 * @self: a page
 * @id: (nullable): id of a division
 *
 * Returns: (transfer none) (nullable): the division
 */
const TideDivisionPayload *
tide_divisions_page_find (TideDivisionsPage *self, const char *id)
{
  const TidePayload *payload
      = self->reg != NULL && id != NULL
            ? tide_register_lookup_payload (self->reg, TIDE_RECORD_DIVISION, id)
            : NULL;

  return payload != NULL ? TIDE_DIVISION_PAYLOAD (payload) : NULL;
}

/*
 * tide_divisions_page_get_open:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the page of the division that is shown; %NULL for the table
 */
TideDivisionPage *
tide_divisions_page_get_open (TideDivisionsPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return TIDE_IS_DIVISION_PAGE (page) ? TIDE_DIVISION_PAGE (page) : NULL;
}

/*
 * tide_divisions_page_get_division:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the division that is open, or else the one selected
 */
const TideDivisionPayload *
tide_divisions_page_get_division (TideDivisionsPage *self)
{
  TideDivisionPage *open = tide_divisions_page_get_open (self);

  return tide_divisions_page_find (self, open != NULL
                                             ? tide_division_page_get_division (open)
                                             : tide_divisions_table_get_selected (self->table));
}

/* The pages above the table ----------------------------------------------------------------- */

static void
on_projects_requested (TideDivisionsPage *self, TidePayload *filter)
{
  tide_divisions_page_request_projects (self, filter);
}

/*
 * tide_divisions_page_open:
 * @self: a page
 * @id: id of a division; one that is not there opens nothing
 * @is_animated: whether the person has asked for it
 */
void
tide_divisions_page_open (TideDivisionsPage *self, const char *id, gboolean is_animated)
{
  TideDivisionPage *page;

  if (tide_divisions_page_find (self, id) == NULL)
    return;

  page = tide_division_page_new (self->reg, id, tide_divisions_table_get_amount_kind (self->table));
  g_signal_connect_object (page, "filter-requested", G_CALLBACK (on_projects_requested), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_set_animate_transitions (self->view, is_animated);
  adw_navigation_view_push (self->view, ADW_NAVIGATION_PAGE (page));
  adw_navigation_view_set_animate_transitions (self->view, TRUE);
}

/* Keeps the table and, where it is so wished, those pages whose division is still there. */
static void
keep_pages (TideDivisionsPage *self, gboolean keeps_divisions)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = g_list_model_get_n_items (stack);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (!TIDE_IS_DIVISION_PAGE (page)
          || (keeps_divisions
              && tide_divisions_page_find (
                     self, tide_division_page_get_division (TIDE_DIVISION_PAGE (page)))
                     != NULL))
        g_ptr_array_add (kept, g_steal_pointer (&page));
    }

  if (kept->len < n)
    adw_navigation_view_replace (self->view, (AdwNavigationPage **) kept->pdata, (int) kept->len);
}

/*
 * tide_divisions_page_close_all:
 * @self: a page
 *
 * Goes back to the table.
 */
void
tide_divisions_page_close_all (TideDivisionsPage *self)
{
  keep_pages (self, FALSE);
}

/*
 * tide_divisions_page_close_gone:
 * @self: a page
 *
 * Closes the pages of divisions that the register does not have any more.
 */
void
tide_divisions_page_close_gone (TideDivisionsPage *self)
{
  keep_pages (self, TRUE);
}

static void
open_division (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);

  tide_divisions_page_open (self, tide_divisions_page_get_division (self)->base.id, TRUE);
}

static void
show_division (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_divisions_page_open (TIDE_DIVISIONS_PAGE (widget), g_variant_get_string (parameter, NULL),
                            TRUE);
}

/*
 * tide_divisions_page_install_open:
 * @widget_class: the class of the page
 */
void
tide_divisions_page_install_open (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "division.open", NULL, open_division);
  gtk_widget_class_install_action (widget_class, "division.show", "s", show_division);
}
