/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-session-text.h"

#define HEAD "Tideline Session"
#define VERSION 1

/* Nobody looks at a register in so many ways; more is not kept, or not ours. */
#define MAX_TEXT (1024 * 1024)
#define MAX_VIEW (16 * 1024)

/* The last second of the year 9999. */
#define MAX_TIME G_GINT64_CONSTANT (253402300799)

static void
set_string (GKeyFile *keys, const char *group, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (keys, group, key, text);
}

static void
write_recent (GKeyFile *keys, const char *group, TideRecent *recent)
{
  g_autofree char *uri = g_file_get_uri (tide_recent_get_file (recent));
  GVariant *view = tide_recent_get_view (recent);

  set_string (keys, group, "uri", uri);
  set_string (keys, group, "title", tide_recent_get_title (recent));
  set_string (keys, group, "place", tide_recent_get_place (recent));
  g_key_file_set_int64 (keys, group, "opened", tide_recent_get_opened (recent));
  if (view != NULL)
    {
      g_autofree char *text = g_variant_print (view, FALSE);

      if (strlen (text) <= MAX_VIEW)
        set_string (keys, group, "view", text);
    }
}

/**
 * tide_session_text_write:
 * @recents: #TideRecent, the last one first
 *
 * Returns: (transfer full): the text of the file that keeps them
 */
char *
tide_session_text_write (GListModel *recents)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_integer (keys, HEAD, "version", VERSION);
  for (guint i = 0; i < g_list_model_get_n_items (recents); i++)
    {
      g_autoptr (TideRecent) recent = g_list_model_get_item (recents, i);
      g_autofree char *group = g_strdup_printf ("Register %u", i + 1);

      write_recent (keys, group, recent);
    }

  return g_key_file_to_data (keys, NULL, NULL);
}

static GVariant *
read_view (GKeyFile *keys, const char *group)
{
  g_autofree char *text = g_key_file_get_string (keys, group, "view", NULL);

  if (text == NULL || strlen (text) > MAX_VIEW)
    return NULL;

  return g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
}

static TideRecent *
read_recent (GKeyFile *keys, const char *group)
{
  g_autofree char *uri = g_key_file_get_string (keys, group, "uri", NULL);
  g_autofree char *title = g_key_file_get_string (keys, group, "title", NULL);
  g_autofree char *place = g_key_file_get_string (keys, group, "place", NULL);
  g_autoptr (GVariant) view = read_view (keys, group);
  g_autoptr (GFile) file = NULL;
  TideRecent *recent;

  if (uri == NULL || !g_uri_is_valid (uri, G_URI_FLAGS_ENCODED, NULL))
    return NULL;

  file = g_file_new_for_uri (uri);
  recent = tide_recent_new (file);
  tide_recent_set_title (recent, title);
  tide_recent_set_place (recent, place);
  tide_recent_set_opened (recent,
                          CLAMP (g_key_file_get_int64 (keys, group, "opened", NULL), 0, MAX_TIME));
  tide_recent_set_view (recent, view);

  return recent;
}

static gboolean
has_file (GPtrArray *recents, GFile *file)
{
  for (guint i = 0; i < recents->len; i++)
    if (g_file_equal (tide_recent_get_file (g_ptr_array_index (recents, i)), file))
      return TRUE;

  return FALSE;
}

/**
 * tide_session_text_read:
 * @text: what the file holds, whatever that is
 * @length: its length in bytes
 *
 * Reads what tide_session_text_write() wrote. A text of another kind, or of another version of the
 * program, remembers nothing; what is damaged in it is left out.
 *
 * Returns: (transfer full) (element-type TideRecent): at most %TIDE_SESSION_MAX_RECENTS registers,
 *   each file once
 */
GPtrArray *
tide_session_text_read (const char *text, gsize length)
{
  g_autoptr (GPtrArray) recents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (length > MAX_TEXT || !g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL)
      || g_key_file_get_integer (keys, HEAD, "version", NULL) != VERSION)
    return g_steal_pointer (&recents);

  groups = g_key_file_get_groups (keys, NULL);
  for (gsize i = 0; groups[i] != NULL && recents->len < TIDE_SESSION_MAX_RECENTS; i++)
    {
      g_autoptr (TideRecent) recent = read_recent (keys, groups[i]);

      if (recent != NULL && !has_file (recents, tide_recent_get_file (recent)))
        g_ptr_array_add (recents, g_steal_pointer (&recent));
    }

  return g_steal_pointer (&recents);
}
