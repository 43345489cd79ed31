/* SPDX-License-Identifier: GPL-3.0-or-later */

/* tide-shots FOLDER NAME WIDTH HEIGHT [--short | --charts [PREFIX]]: every page and chart as a
 * picture in this language, scheme and size, or those alone that show most, or the charts alone
 * whose names begin so, and what a person would stumble over in it. Ends with 1 where there is any.
 * TIDE_SHOTS_MIRRORED and TIDE_SHOTS_LARGE show the pages from right to left, and with text of one
 * and a half times its size. */

#include "tide-shots.h"

#include "tide-config.h"

#include <glib/gi18n-lib.h>

#include <locale.h>

void
shots_settle (guint milliseconds)
{
  const gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
}

void
shots_report (Shots *shots, const char *fault, const char *what)
{
  shots->n_faults++;
  g_printerr ("%s-%s: %s: %s\n", shots->scene, shots->name, fault, what);
}

static void
save_picture (Shots *shots)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (shots->front));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = g_strdup_printf ("%s-%s.png", shots->scene, shots->name);
  g_autofree char *path = g_build_filename (shots->folder, file, NULL);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (shots->front)),
                          gtk_widget_get_height (GTK_WIDGET (shots->front)));
  shots_draw_popovers (snapshot, GTK_WIDGET (shots->front));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (shots->front)), node,
                                         NULL);
  if (!gdk_texture_save_to_png (texture, path))
    shots_report (shots, "not written", path);
}

/* Looks at the window as it is now. */
void
shots_take (Shots *shots, const char *scene)
{
  shots_settle (400);
  shots->scene = scene;
  save_picture (shots);
  shots_check (shots);
}

/* What the desktop's settings would ask for. */
static void
set_needs (void)
{
  if (g_getenv ("TIDE_SHOTS_MIRRORED") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_getenv ("TIDE_SHOTS_LARGE") != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Shots shots = { 0 };
  gboolean is_of_charts;

  if (argc < 5 || argc > 7)
    {
      g_printerr ("usage: tide-shots FOLDER NAME WIDTH HEIGHT [--short | --charts [PREFIX]]\n");
      return 2;
    }

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TIDE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  shots.folder = argv[1];
  shots.name = argv[2];
  shots.width = (int) g_ascii_strtoll (argv[3], NULL, 10);
  shots.height = (int) g_ascii_strtoll (argv[4], NULL, 10);
  shots.is_short = argc > 5 && g_str_equal (argv[5], "--short");
  is_of_charts = argc > 5 && g_str_equal (argv[5], "--charts");
  shots_prepare ();
  shots.application = tide_application_new ();
  g_application_set_flags (G_APPLICATION (shots.application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (shots.application), NULL, &error))
    {
      g_printerr ("tide-shots: %s\n", error->message);
      return 1;
    }

  set_needs ();
  if (!is_of_charts)
    shots_take_scenes (&shots);
  shots_take_charts (&shots, argc > 6 ? argv[6] : NULL);
  g_object_unref (shots.application);

  return shots.n_faults > 0;
}
