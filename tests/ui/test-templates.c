/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every widget that a `.ui` file can name is made, shown and let go, with warnings fatal. There is
 * an icon of each name that it gives. */

#include "ui/tide-ui.h"

#include "tide-test-widgets.h"

#include <adwaita.h>

static void
show_widget (GtkWidget *window, GtkWidget *widget)
{
  if (ADW_IS_DIALOG (widget))
    {
      adw_dialog_present (ADW_DIALOG (widget), window);
      tide_test_settle (0);
      adw_dialog_force_close (ADW_DIALOG (widget));
    }
  else
    {
      adw_window_set_content (ADW_WINDOW (window), widget);
      tide_test_settle (0);
      adw_window_set_content (ADW_WINDOW (window), NULL);
    }
  tide_test_settle (0);
}

static void
check_icons (GtkWidget *widget)
{
  const char *icon = GTK_IS_IMAGE (widget) ? gtk_image_get_icon_name (GTK_IMAGE (widget)) : NULL;

  if (icon != NULL
      && !gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                   icon))
    {
      g_test_message ("there is no icon “%s”", icon);
      g_test_fail ();
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_icons (child);
}

static void
test_widget (gconstpointer data)
{
  const GType type = GPOINTER_TO_SIZE (data);
  GtkWidget *window = adw_window_new ();
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_present (GTK_WINDOW (window));
  tide_test_settle (0);
  check_icons (widget);
  show_widget (window, widget);
  gtk_window_destroy (GTK_WINDOW (window));
  tide_test_settle (0);
  g_assert_finalize_object (widget);
}

/* What cannot be without a register is shown by the tests of its own. */
static gboolean
stands_alone (GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n);

  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (g_type_name (pspecs[i]->owner_type), "Tide")
        && (pspecs[i]->flags & G_PARAM_CONSTRUCT_ONLY) != 0)
      return FALSE;

  return TRUE;
}

static void
add_tests (GType parent)
{
  guint n;
  g_autofree GType *children = g_type_children (parent, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/templates/%s", g_type_name (children[i]));

      if (g_str_has_prefix (g_type_name (children[i]), "Tide") && !G_TYPE_IS_ABSTRACT (children[i])
          && stands_alone (children[i]))
        g_test_add_data_func (path, GSIZE_TO_POINTER (children[i]), test_widget);
      add_tests (children[i]);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_ui_init ();
  add_tests (GTK_TYPE_WIDGET);

  return g_test_run ();
}
