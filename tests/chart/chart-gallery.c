/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the charts in their edge cases into PNG files, to be looked at:
 * chart-gallery FOLDER [SIZE OF THE TEXT]; set ADW_DEBUG_COLOR_SCHEME and ADW_DEBUG_HIGH_CONTRAST
 * as needed. */

#include "chart/tide-bar-chart.h"
#include "chart/tide-chart.h"

#include <adwaita.h>

#include <stdlib.h>

typedef struct
{
  const char *label;
  const char *series;
  double value;
  const char *text;
} Row;

typedef struct
{
  const char *name;
  const char *title;
  const char *unit;
  GtkOrientation orientation;
  gboolean is_stacked;
  gboolean is_mirrored;
  int width;
  Row rows[12];
} Picture;

#define HORIZONTAL GTK_ORIENTATION_HORIZONTAL
#define VERTICAL GTK_ORIENTATION_VERTICAL
#define COLUMNS                                                                                    \
  { { "2015", "Output value", 2224, "2,224 亿元" },                                                \
    { "2015", "Added value", 437, "437 亿元" },                                                    \
    { "2022", "Output value", 6411, "6,411 亿元" },                                                \
    { "2022", "Added value", 1374, "1,374 亿元" } }
#define SECTORS                                                                                    \
  {                                                                                                \
    { "New energy", NULL, 211, "211.0 亿元" }, { "Robotics", NULL, 88.4, "88.4 亿元" },            \
        { "Information technology", NULL, 64.25, "64.3 亿元" },                                    \
        { "Marine equipment and offshore engineering", NULL, 21, "21.0 亿元" },                    \
        { "生物医药", NULL, 3.2, "3.2 亿元" }, { "New materials", NULL, 0, "0 亿元" },             \
    {                                                                                              \
      "Smart transportation", NULL, -1, NULL                                                       \
    }                                                                                              \
  }
#define QUARTERS                                                                                   \
  { { "Q1", "Agreed", 60, "60" },         { "Q1", "Arrived", 21, "21" },                           \
    { "Q1", "Withdrawn", -9, "\u22129" }, { "Q2", "Agreed", 44, "44" },                            \
    { "Q2", "Arrived", 30, "30" },        { "Q2", "Withdrawn", -2, "\u22122" },                    \
    { "Q3", "Agreed", 71, "71" },         { "Q3", "Arrived", 12, "12" },                           \
    { "Q3", "Withdrawn", 0, "0" } }

static const Picture pictures[] = {
  { "sectors", "Amounts by Sector", "亿元", HORIZONTAL, FALSE, FALSE, 640, SECTORS },
  { "sectors-narrow", "Amounts by Sector", "亿元", HORIZONTAL, FALSE, FALSE, 300, SECTORS },
  { "sectors-mirrored", "Amounts by Sector", "亿元", HORIZONTAL, FALSE, TRUE, 640, SECTORS },
  { "columns", "Strategic Emerging Industries", "亿元", VERTICAL, FALSE, FALSE, 520, COLUMNS },
  { "columns-narrow", "Strategic Emerging Industries", "亿元", VERTICAL, FALSE, FALSE, 300,
    COLUMNS },
  { "columns-mirrored", "Strategic Emerging Industries", "亿元", VERTICAL, FALSE, TRUE, 520,
    COLUMNS },
  { "grouped", "Agreed and Arrived", "亿元", HORIZONTAL, FALSE, FALSE, 640, QUARTERS },
  { "stacked", "Agreed and Arrived", "亿元", HORIZONTAL, TRUE, FALSE, 640, QUARTERS },
  { "stacked-columns", "Agreed and Arrived", "亿元", VERTICAL, TRUE, FALSE, 520, QUARTERS },
  { "negative-columns", "Agreed and Arrived", "亿元", VERTICAL, FALSE, FALSE, 520, QUARTERS },
  { "one",
    "Projects by Stage",
    "projects",
    HORIZONTAL,
    FALSE,
    FALSE,
    480,
    { { "Lead", NULL, 1, "1" } } },
  { "zero",
    "Projects by Stage",
    "projects",
    HORIZONTAL,
    FALSE,
    FALSE,
    480,
    { { "Lead", NULL, 0, "0" }, { "Signed", NULL, 0, "0" } } },
  { "missing",
    "Projects by Stage",
    "projects",
    HORIZONTAL,
    FALSE,
    FALSE,
    480,
    { { "Lead", NULL, -1, NULL }, { "Signed", NULL, -1, "amount unknown" } } },
  { "empty", "Projects by Stage", "projects", HORIZONTAL, FALSE, FALSE, 480, { { NULL } } },
};

static GListModel *
create_model (const Picture *picture)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_BAR);

  for (const Row *row = picture->rows; row->label != NULL; row++)
    {
      gboolean is_missing = row->value < 0 && (row->text == NULL || g_ascii_isalpha (*row->text));
      g_autoptr (TideBar) bar
          = is_missing ? tide_bar_new_without_value (NULL, row->label, row->series, row->text)
                       : tide_bar_new (NULL, row->label, row->series, row->value, row->text);

      g_list_store_append (store, bar);
    }

  return G_LIST_MODEL (store);
}

static void
iterate_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
save (GtkWidget *widget, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  if (!gdk_texture_save_to_png (texture, path))
    g_error ("%s could not be written", path);
}

static void
draw (const Picture *picture, const char *folder)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chart = tide_bar_chart_new ();
  g_autoptr (GListModel) model = create_model (picture);
  g_autofree char *file = g_strconcat (picture->name, ".png", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  gtk_widget_set_direction (window, picture->is_mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_widget_set_default_direction (picture->is_mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  tide_bar_chart_set_title (TIDE_BAR_CHART (chart), picture->title);
  tide_bar_chart_set_unit_label (TIDE_BAR_CHART (chart), picture->unit);
  tide_bar_chart_set_stacked (TIDE_BAR_CHART (chart), picture->is_stacked);
  tide_bar_chart_set_model (TIDE_BAR_CHART (chart), model);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (chart), picture->orientation);

  g_object_set (frame, "margin-top", 12, "margin-bottom", 12, "margin-start", 12, "margin-end", 12,
                NULL);
  gtk_box_append (GTK_BOX (frame), chart);
  gtk_box_append (GTK_BOX (card), frame);
  gtk_widget_add_css_class (card, "card");
  g_object_set (card, "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6,
                NULL);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  adw_window_set_content (ADW_WINDOW (window), card);
  gtk_window_set_default_size (GTK_WINDOW (window), picture->width, -1);
  gtk_window_present (GTK_WINDOW (window));
  tide_bar_chart_set_cursor (TIDE_BAR_CHART (chart), 1);
  gtk_widget_grab_focus (chart);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);

  iterate_for (400);
  save (window, path);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (argc < 2 || argc > 3)
    {
      g_printerr ("usage: chart-gallery FOLDER [SIZE OF THE TEXT]\n");
      return EXIT_FAILURE;
    }

  adw_init ();
  tide_chart_init ();
  if (argc == 3)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                  (int) (96 * PANGO_SCALE * g_ascii_strtod (argv[2], NULL)), NULL);
  g_mkdir_with_parents (argv[1], 0755);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    draw (&pictures[i], argv[1]);

  return EXIT_SUCCESS;
}
