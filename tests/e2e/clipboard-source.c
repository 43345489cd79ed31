/* SPDX-License-Identifier: GPL-3.0-or-later */

/* clipboard-source TEXT PAGE: holds the clipboard as a spreadsheet does from which cells were
 * copied: as text and as a page. Says so once it does, and ends when it is killed. */

#include <gtk/gtk.h>

#include <string.h>

static GdkContentProvider *
provide (const char *type, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return gdk_content_provider_new_for_bytes (type, bytes);
}

int
main (int argc, char **argv)
{
  GdkContentProvider *kinds[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  if (argc != 3)
    return 2;

  gtk_init ();
  kinds[0] = provide ("text/plain;charset=utf-8", argv[1]);
  kinds[1] = provide ("text/html", argv[2]);
  provider = gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));
  if (!gdk_clipboard_set_content (gdk_display_get_clipboard (gdk_display_get_default ()), provider))
    return 1;
  g_print ("held\n");

  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
