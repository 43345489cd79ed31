/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart of the gallery beside a picture of it that was looked at once: light, dark and from
 * right to left. Both are made small and alike in size first, so that a letter more or less of a
 * font does not count, but a bar, a line or a colour does. What has changed on purpose is kept by
 *
 *     TIDE_KEEP_PICTURES=1 ./dev exec tests/with-display env G_TEST_SRCDIR=. \
 *       build/tests/chart/test-chart-pictures -p /chart/pictures/bars-one
 *
 * which writes tests/chart/pictures; without -p those of all charts. Look at them with "./dev
 * shots" before. */

#include "chart/tide-chart-frame.h"
#include "chart/tide-chart.h"

#include "tide-shots-gallery.h"
#include "tide-test-widgets.h"

#include <adwaita.h>

#include <math.h>

/* Size of a small picture, in cells. */
#define COLUMNS 32
#define ROWS 24
#define CHANNELS 3
#define CELL_BYTES (COLUMNS * ROWS * CHANNELS)
#define N_LOOKS 3
#define WIDTH 480

/* A difference that is seen in a cell, and how many of the cells may have one; of 255. */
#define SEEN 40
#define MOST_SEEN 0.03
#define MOST_ON_AVERAGE 5.0

static const struct
{
  const char *name;
  AdwColorScheme scheme;
  GtkTextDirection direction;
} looks[N_LOOKS] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_LTR },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK, GTK_TEXT_DIR_LTR },
  { "mirrored", ADW_COLOR_SCHEME_FORCE_LIGHT, GTK_TEXT_DIR_RTL },
};

static GtkWidget *
create_content (const ShotsChart *chart)
{
  GtkWidget *widget = chart->create (chart->data);

  return TIDE_IS_CHART_DATA (widget) ? tide_chart_frame_new (TIDE_CHART_DATA (widget)) : widget;
}

static GtkWidget *
show (const ShotsChart *chart, guint look)
{
  GtkWidget *window = adw_window_new ();

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[look].scheme);
  gtk_widget_set_default_direction (looks[look].direction);
  gtk_widget_set_direction (window, looks[look].direction);
  adw_window_set_content (ADW_WINDOW (window), create_content (chart));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, -1);
  gtk_window_present (GTK_WINDOW (window));
  tide_test_settle (60);

  return window;
}

static GdkTexture *
take_picture (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  const float width = (float) gtk_widget_get_width (window);
  const float height = (float) gtk_widget_get_height (window);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/* The mean colour of a cell; of the pixels, four bytes each, the first three count. */
static void
fill_cell (const guchar *pixels, int width, int height, int column, int row, guchar *cell)
{
  const int left = column * width / COLUMNS;
  const int right = MAX ((column + 1) * width / COLUMNS, left + 1);
  const int top = row * height / ROWS;
  const int bottom = MAX ((row + 1) * height / ROWS, top + 1);

  for (int channel = 0; channel < CHANNELS; channel++)
    {
      double sum = 0;

      for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
          sum += pixels[((gsize) y * (gsize) width + (gsize) x) * 4 + (gsize) channel];
      cell[channel] = (guchar) round (sum / ((right - left) * (bottom - top)));
    }
}

static guchar *
download (GdkTexture *texture)
{
  GdkTextureDownloader *downloader = gdk_texture_downloader_new (texture);
  const gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  guchar *pixels = g_malloc (stride * (gsize) gdk_texture_get_height (texture));

  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  gdk_texture_downloader_download_into (downloader, pixels, stride);
  gdk_texture_downloader_free (downloader);

  return pixels;
}

static void
shrink (GdkTexture *texture, guchar *cells)
{
  g_autofree guchar *pixels = download (texture);

  for (int row = 0; row < ROWS; row++)
    for (int column = 0; column < COLUMNS; column++)
      fill_cell (pixels, gdk_texture_get_width (texture), gdk_texture_get_height (texture), column,
                 row, cells + (row * COLUMNS + column) * CHANNELS);
}

/* All looks of a chart, below one another. */
static guchar *
draw (const ShotsChart *chart)
{
  guchar *cells = g_malloc (N_LOOKS * CELL_BYTES);

  for (guint i = 0; i < N_LOOKS; i++)
    {
      GtkWidget *window = show (chart, i);
      g_autoptr (GdkTexture) texture = take_picture (window);

      shrink (texture, cells + i * CELL_BYTES);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);

  return cells;
}

static void
keep (const guchar *cells, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GBytes) bytes = g_bytes_new (cells, N_LOOKS * CELL_BYTES);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
      COLUMNS, N_LOOKS * ROWS, GDK_MEMORY_R8G8B8, bytes, COLUMNS * CHANNELS);

  g_mkdir_with_parents (folder, 0755);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static guchar *
load (const char *path)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_filename (path, NULL);
  g_autofree guchar *pixels = NULL;
  guchar *cells;

  if (texture == NULL)
    return NULL;

  g_assert_cmpint (gdk_texture_get_width (texture), ==, COLUMNS);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, N_LOOKS * ROWS);
  pixels = download (texture);
  cells = g_malloc (N_LOOKS * CELL_BYTES);
  for (gsize i = 0; i < N_LOOKS * CELL_BYTES; i++)
    cells[i] = pixels[i / CHANNELS * 4 + i % CHANNELS];

  return cells;
}

static gboolean
is_alike (const guchar *cells, const guchar *kept)
{
  guint n_seen = 0;
  double sum = 0;

  for (gsize i = 0; i < CELL_BYTES; i++)
    {
      const int difference = ABS (cells[i] - kept[i]);

      sum += difference;
      n_seen += difference > SEEN;
    }

  return n_seen <= MOST_SEEN * CELL_BYTES && sum / CELL_BYTES <= MOST_ON_AVERAGE;
}

static void
test_picture (gconstpointer data)
{
  const ShotsChart *chart = data;
  g_autofree char *file = g_strconcat (chart->name, ".png", NULL);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "tests", "chart", "pictures", file, NULL);
  g_autofree guchar *cells = draw (chart);
  g_autofree guchar *kept = NULL;

  if (g_getenv ("TIDE_KEEP_PICTURES") != NULL)
    keep (cells, path);

  kept = load (path);
  if (kept == NULL)
    {
      g_test_fail_printf ("no picture is kept: see the head of test-chart-pictures.c");
      return;
    }

  for (guint i = 0; i < N_LOOKS; i++)
    {
      if (!is_alike (cells + i * CELL_BYTES, kept + i * CELL_BYTES))
        g_test_fail_printf ("%s looks different", looks[i].name);
    }
}

static const ShotsChart *
find_chart (const char *name)
{
  for (const ShotsChart *chart = shots_bars; chart->name != NULL; chart++)
    {
      if (g_str_equal (chart->name, name))
        return chart;
    }

  g_assert_not_reached ();
}

/* What a person would see is seen here: bars on one another, other colours, the other direction. */
static void
test_differences (void)
{
  g_autofree guchar *grouped = draw (find_chart ("bars-negative-columns"));
  g_autofree guchar *stacked = draw (find_chart ("bars-stacked-columns"));

  g_assert_true (is_alike (grouped, grouped));
  for (guint i = 0; i < N_LOOKS; i++)
    g_assert_false (is_alike (grouped + i * CELL_BYTES, stacked + i * CELL_BYTES));
  g_assert_false (is_alike (grouped, grouped + CELL_BYTES));
  g_assert_false (is_alike (grouped, grouped + 2 * CELL_BYTES));
}

/* Names -------------------------------------------------------------------------------------- */

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_text (child))
        return TRUE;
    }

  return FALSE;
}

/* Of these the part within has the focus, which is told of by the name of the whole. */
static gboolean
is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_MENU_BUTTON (parent) || GTK_IS_COLUMN_VIEW (parent);
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (is_part (widget))
    return is_named (gtk_widget_get_parent (widget));

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || has_text (widget);
}

static gboolean
needs_name (GtkWidget *widget)
{
  static const GtkAccessibleRole named[]
      = { GTK_ACCESSIBLE_ROLE_BUTTON, GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON,
          GTK_ACCESSIBLE_ROLE_LIST,   GTK_ACCESSIBLE_ROLE_LIST_ITEM,
          GTK_ACCESSIBLE_ROLE_METER,  GTK_ACCESSIBLE_ROLE_IMG };
  const GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (GTK_IS_IMAGE (widget) || GTK_IS_WINDOW (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    {
      if (named[i] == role)
        return TRUE;
    }

  return gtk_widget_get_focusable (widget);
}

static void
check_names (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (needs_name (widget) && !is_named (widget))
    g_test_fail_printf ("%s has no name", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

/* Whatever can have the focus, or is told of, says what it is; as a table too. */
static void
test_names (gconstpointer data)
{
  GtkWidget *window = show (data, 0);
  GtkWidget *content = adw_window_get_content (ADW_WINDOW (window));

  check_names (content);
  if (TIDE_IS_CHART_FRAME (content))
    {
      tide_chart_frame_set_shows_table (TIDE_CHART_FRAME (content), TRUE);
      tide_test_settle (60);
      check_names (content);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (const ShotsChart *chart, gpointer data)
{
  g_autofree char *picture = g_strconcat ("/chart/pictures/", chart->name, NULL);
  g_autofree char *names = g_strconcat ("/chart/names/", chart->name, NULL);

  g_test_add_data_func (picture, chart, test_picture);
  g_test_add_data_func (names, chart, test_names);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  tide_chart_init ();
  g_test_add_func ("/chart/picture-differences", test_differences);
  shots_gallery_visit (NULL, add_tests, NULL);

  return g_test_run ();
}
