/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-recent-menu.h"

#include "app/tide-recent.h"

#define MAX_ITEMS 10

/* Menus do not shorten their labels. In columns, of which Han take two. */
#define TITLE_WIDTH 40
#define NAMESAKE_WIDTH 22

static guint
get_width (const char *character)
{
  return g_unichar_iswide (g_utf8_get_char (character)) ? 2 : 1;
}

static char *
shorten_end (const char *text, guint width)
{
  const char *end = text;

  for (guint used = 0; *end != '\0'; end = g_utf8_next_char (end))
    {
      used += get_width (end);
      if (used > width)
        return g_strdup_printf ("%.*s…", (int) (end - text), text);
    }

  return g_strdup (text);
}

/* What tells places apart comes last. */
static char *
shorten_start (const char *text, guint width)
{
  const char *start = text + strlen (text);

  for (guint used = 0; start > text;)
    {
      const char *previous = g_utf8_prev_char (start);

      used += get_width (previous);
      if (used > width)
        return g_strdup_printf ("…%s", start);
      start = previous;
    }

  return g_strdup (text);
}

static gboolean
has_namesake (GListModel *recents, TideRecent *recent)
{
  for (guint i = 0; i < g_list_model_get_n_items (recents); i++)
    {
      g_autoptr (TideRecent) other = g_list_model_get_item (recents, i);

      if (other != recent
          && g_strcmp0 (tide_recent_get_title (other), tide_recent_get_title (recent)) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
dup_label (GListModel *recents, TideRecent *recent)
{
  const char *title = tide_recent_get_title (recent);
  const char *place = tide_recent_get_place (recent);
  const gboolean is_ambiguous = title == NULL || has_namesake (recents, recent);
  g_autoptr (GString) label = g_string_new (NULL);

  if (title != NULL)
    {
      g_autofree char *shown = shorten_end (title, is_ambiguous ? NAMESAKE_WIDTH : TITLE_WIDTH);

      g_string_append_printf (label, "\u2068%s\u2069", shown);
    }
  if (is_ambiguous && place != NULL)
    {
      g_autofree char *shown = shorten_start (place, NAMESAKE_WIDTH);

      g_string_append_printf (label, "%s\u2068%s\u2069", title != NULL ? " – " : "", shown);
    }
  /* An underline in the label of a menu would become a mnemonic. */
  g_string_replace (label, "_", "__", 0);

  return g_string_free_and_steal (g_steal_pointer (&label));
}

/**
 * tide_recent_menu_new:
 * @recents: #TideRecent, the last one first
 * @except: (nullable): a file that is open already where the menu stands
 *
 * Returns: (transfer full): the latest of @recents, each with the action `app.open-recent`; perhaps
 *   none
 */
GMenu *
tide_recent_menu_new (GListModel *recents, GFile *except)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (recents); i++)
    {
      g_autoptr (TideRecent) recent = g_list_model_get_item (recents, i);
      GFile *file = tide_recent_get_file (recent);
      g_autofree char *label = dup_label (recents, recent);
      g_autofree char *uri = g_file_get_uri (file);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      if (except != NULL && g_file_equal (file, except))
        continue;

      g_menu_item_set_action_and_target (item, "app.open-recent", "s", uri);
      g_menu_append_item (menu, item);
      if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == MAX_ITEMS)
        break;
    }

  return menu;
}
