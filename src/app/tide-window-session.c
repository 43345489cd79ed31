/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-window-private.h"

#include "app/tide-recent-menu.h"
#include "ui/pages/tide-page.h"

#include <glib/gi18n-lib.h>

/* Where the menu of recent registers stands: after New and Open. */
#define RECENT_MENU_POSITION 2

static TideSession *
get_session (TideWindow *self)
{
  return tide_context_get_session (self->context);
}

static GFile *
get_file (TideWindow *self)
{
  return self->document != NULL ? tide_document_get_file (self->document) : NULL;
}

static GVariant *
make_pages_view (TideWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (self->page_stack);
  g_auto (GVariantDict) views = G_VARIANT_DICT_INIT (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (GtkStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *child = gtk_stack_page_get_child (page);

      if (TIDE_IS_PAGE (child))
        {
          g_autoptr (GVariant) view = tide_page_dup_view (TIDE_PAGE (child));

          g_variant_dict_insert_value (&views, gtk_stack_page_get_name (page), view);
        }
    }

  return g_variant_dict_end (&views);
}

static void
restore_pages (TideWindow *self, GVariant *views)
{
  GVariantIter iter;
  const char *name;
  GVariant *view;

  g_variant_iter_init (&iter, views);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &view))
    {
      GtkWidget *child = gtk_stack_get_child_by_name (self->page_stack, name);

      if (TIDE_IS_PAGE (child) && g_variant_is_of_type (view, G_VARIANT_TYPE_VARDICT))
        tide_page_restore_view (TIDE_PAGE (child), view);
    }
}

/**
 * tide_window_update_recent_menu:
 * @self: a window
 *
 * Lists the other registers opened last in the menu, if there are any.
 */
void
tide_window_update_recent_menu (TideWindow *self)
{
  GListModel *recents = tide_session_get_recents (get_session (self));
  g_autoptr (GMenu) menu = tide_recent_menu_new (recents, get_file (self));

  if (g_menu_model_get_n_items (G_MENU_MODEL (self->file_section)) > RECENT_MENU_POSITION)
    g_menu_remove (self->file_section, RECENT_MENU_POSITION);
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0)
    g_menu_insert_submenu (self->file_section, RECENT_MENU_POSITION, _ ("Open _Recent"),
                           G_MENU_MODEL (menu));
}

/**
 * tide_window_keep_view:
 * @self: a window
 *
 * Has what it shows of its register remembered for the next time.
 */
void
tide_window_keep_view (TideWindow *self)
{
  g_auto (GVariantDict) view = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *title = NULL;
  g_autoptr (GVariant) kept = NULL;

  if (get_file (self) == NULL)
    return;

  title = tide_document_dup_name (self->document, tide_language_get_default ());
  g_variant_dict_insert (&view, "page", "s", tide_window_get_page_name (self));
  g_variant_dict_insert_value (&view, "pages", make_pages_view (self));
  kept = g_variant_ref_sink (g_variant_dict_end (&view));
  tide_session_keep_view (get_session (self), get_file (self), title, kept);
}

/**
 * tide_window_restore_view:
 * @self: a window whose register has just been opened
 *
 * Shows what was shown of the register when it was left, as far as that is known.
 */
void
tide_window_restore_view (TideWindow *self)
{
  TideRecent *recent
      = get_file (self) != NULL ? tide_session_find (get_session (self), get_file (self)) : NULL;
  g_auto (GVariantDict) view = { 0 };
  g_autoptr (GVariant) pages = NULL;
  const char *page;

  if (recent == NULL || tide_recent_get_view (recent) == NULL)
    return;

  g_variant_dict_init (&view, tide_recent_get_view (recent));
  pages = g_variant_dict_lookup_value (&view, "pages", G_VARIANT_TYPE_VARDICT);
  if (pages != NULL)
    restore_pages (self, pages);
  if (g_variant_dict_lookup (&view, "page", "&s", &page))
    {
      tide_window_show_page (self, page);
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
    }
}

/**
 * tide_window_remember_file:
 * @self: a window
 *
 * Puts the file of its register, if it has one, in front of the recent ones.
 */
void
tide_window_remember_file (TideWindow *self)
{
  g_autofree char *title = NULL;

  if (get_file (self) == NULL)
    return;

  title = tide_document_dup_name (self->document, tide_language_get_default ());
  tide_session_remember (get_session (self), get_file (self), title,
                         tide_document_get_place (self->document));
}
