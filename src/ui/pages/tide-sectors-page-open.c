/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sectors-page-private.h"

/* The page of one sector that is shown ----------------------------------------------------------
 */

/*
 * tide_sectors_page_get_open:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the page of the sector that is shown; %NULL for the table
 */
TideSectorPage *
tide_sectors_page_get_open (TideSectorsPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return TIDE_IS_SECTOR_PAGE (page) ? TIDE_SECTOR_PAGE (page) : NULL;
}

static const TideSectorPayload *
find_sector (TideSectorsPage *self, const char *id)
{
  const TidePayload *payload
      = self->reg != NULL ? tide_register_lookup_payload (self->reg, TIDE_RECORD_SECTOR, id) : NULL;

  return payload != NULL ? TIDE_SECTOR_PAYLOAD (payload) : NULL;
}

/*
 * tide_sectors_page_get_sector:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the sector that is open, or else the one selected
 */
const TideSectorPayload *
tide_sectors_page_get_sector (TideSectorsPage *self)
{
  TideSectorPage *open = tide_sectors_page_get_open (self);
  TideSectorNode *node = tide_sectors_table_get_selected (self->table);

  if (open != NULL)
    return find_sector (self, tide_sector_page_get_sector (open));

  return node != NULL ? tide_sector_node_get_sector (node) : NULL;
}

/* Opening and closing ----------------------------------------------------------------------- */

static void
on_projects_requested (TideSectorsPage *self, TidePayload *filter)
{
  tide_sectors_page_request_projects (self, filter);
}

/*
 * tide_sectors_page_open:
 * @self: a page
 * @sector: id of a sector; one that is not there opens nothing
 * @is_animated: whether the person has asked for it
 */
void
tide_sectors_page_open (TideSectorsPage *self, const char *sector, gboolean is_animated)
{
  TideSectorPage *page;

  if (find_sector (self, sector) == NULL)
    return;

  page = tide_sector_page_new (self->reg, sector, tide_sectors_table_get_amount_kind (self->table));
  g_signal_connect_object (page, "filter-requested", G_CALLBACK (on_projects_requested), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_set_animate_transitions (self->navigation, is_animated);
  adw_navigation_view_push (self->navigation, ADW_NAVIGATION_PAGE (page));
  adw_navigation_view_set_animate_transitions (self->navigation, TRUE);
}

/* Keeps the table and those pages that @self still has the sector of, where it is so wished. */
static void
keep_pages (TideSectorsPage *self, gboolean keeps_sectors)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->navigation);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = g_list_model_get_n_items (stack);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (!TIDE_IS_SECTOR_PAGE (page)
          || (keeps_sectors
              && find_sector (self, tide_sector_page_get_sector (TIDE_SECTOR_PAGE (page))) != NULL))
        g_ptr_array_add (kept, g_steal_pointer (&page));
    }

  if (kept->len < n)
    adw_navigation_view_replace (self->navigation, (AdwNavigationPage **) kept->pdata,
                                 (int) kept->len);
}

/*
 * tide_sectors_page_close_all:
 * @self: a page
 *
 * Goes back to the table.
 */
void
tide_sectors_page_close_all (TideSectorsPage *self)
{
  keep_pages (self, FALSE);
}

/*
 * tide_sectors_page_close_gone:
 * @self: a page
 *
 * Closes the pages of sectors that the register does not have any more.
 */
void
tide_sectors_page_close_gone (TideSectorsPage *self)
{
  keep_pages (self, TRUE);
}

static void
open_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  tide_sectors_page_open (self, tide_sectors_page_get_sector (self)->base.id, TRUE);
}

static void
show_sector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_sectors_page_open (TIDE_SECTORS_PAGE (widget), g_variant_get_string (parameter, NULL), TRUE);
}

/*
 * tide_sectors_page_install_open:
 * @widget_class: the class of the page
 */
void
tide_sectors_page_install_open (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sector.open", NULL, open_sector);
  gtk_widget_class_install_action (widget_class, "sector.show", "s", show_sector);
}
