/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/tide-bar-chart.h"
#include "chart/tide-chart-frame.h"
#include "chart/tide-chart-legend.h"
#include "chart/tide-chart-table-view.h"
#include "chart/tide-chart.h"

#include "tide-test-widgets.h"

#include <string.h>

typedef struct
{
  GtkWidget *window;
  TideChartFrame *frame;
  GListStore *store;
} Fixture;

static void
append (GListStore *store, const char *label, const char *series, double value, const char *text)
{
  g_autoptr (TideBar) bar = tide_bar_new (NULL, label, series, value, text);

  g_list_store_append (store, bar);
}

static GListStore *
create_store (void)
{
  GListStore *store = g_list_store_new (TIDE_TYPE_BAR);

  append (store, "新能源", "Agreed", 211, "211.0 亿元");
  append (store, "新能源", "Arrived", -20.5, "\u221220.5 亿元");
  append (store, "=Robotics", "Agreed", 88.4, "88.4 亿元");

  return store;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  TideBarChart *chart = TIDE_BAR_CHART (tide_bar_chart_new ());

  fixture->store = create_store ();
  tide_bar_chart_set_title (chart, "协议/到位 <b>");
  tide_bar_chart_set_unit_label (chart, "亿元");
  tide_bar_chart_set_model (chart, G_LIST_MODEL (fixture->store));
  fixture->frame = TIDE_CHART_FRAME (tide_chart_frame_new (TIDE_CHART_DATA (chart)));
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 480, 360);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->frame));
  gtk_window_present (GTK_WINDOW (fixture->window));
  tide_test_settle (100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  TideChartFrame *frame = fixture->frame;

  g_object_add_weak_pointer (G_OBJECT (frame), (gpointer *) &fixture->frame);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tide_test_settle (0);
  g_assert_null (fixture->frame);
  g_assert_finalize_object (fixture->store);
}

static void
act (Fixture *fixture, const char *action, const char *target)
{
  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->frame), action, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->frame), action, NULL));
}

static GtkWidget *
find (Fixture *fixture, GType type)
{
  GtkWidget *found = tide_test_find_child (GTK_WIDGET (fixture->frame), type);

  g_assert_nonnull (found);

  return found;
}

/* Files -------------------------------------------------------------------------------------- */

typedef struct
{
  GBytes *bytes;
  char *name;
} Saved;

static void
on_save_requested (TideChartFrame *frame, GBytes *bytes, const char *name, Saved *saved)
{
  saved->bytes = g_bytes_ref (bytes);
  saved->name = g_strdup (name);
}

static GBytes *
save (Fixture *fixture, const char *extension)
{
  Saved saved = { 0 };
  g_autofree char *expected = g_strconcat ("协议-到位 -b-.", extension, NULL);
  gulong handler
      = g_signal_connect (fixture->frame, "save-requested", G_CALLBACK (on_save_requested), &saved);

  /* As closing a menu does. */
  gtk_widget_queue_resize (gtk_widget_get_first_child (GTK_WIDGET (fixture->frame)));
  act (fixture, "chart.save-picture", extension);
  while (saved.bytes == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->frame, handler);
  g_assert_cmpstr (saved.name, ==, expected);
  g_free (saved.name);

  return saved.bytes;
}

static const guchar *
get_pixel (const guchar *pixels, gsize stride, int x, int y)
{
  return pixels + (gsize) y * stride + (gsize) x * 4;
}

/* Twice as large as on the screen and, as the window is dark, paper all the same. */
static void
test_png (Fixture *fixture, gconstpointer data)
{
  const int width = 2 * (gtk_widget_get_width (GTK_WIDGET (fixture->frame)) + 36);
  const int height = 2 * (gtk_widget_get_height (GTK_WIDGET (fixture->frame)) + 36);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  gboolean has_blue = FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (tide_chart_frame_get_chart (fixture->frame)));
  bytes = save (fixture, "png");
  texture = gdk_texture_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, width);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, height);

  pixels = g_malloc ((gsize) width * 4 * (gsize) height);
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  g_assert_cmpint (*get_pixel (pixels, (gsize) width * 4, 2, 2), ==, 255);
  g_assert_cmpint (*get_pixel (pixels, (gsize) width * 4, width - 3, height / 2), ==, 255);
  for (int i = 0; i < width * height && !has_blue; i++)
    has_blue = pixels[i * 4] > 180 && pixels[i * 4 + 2] < 80;
  g_assert_true (has_blue);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->frame), "exported"));
}

static void
on_svg_element (GMarkupParseContext *context,
                const char *name,
                const char **attributes,
                const char **values,
                gpointer data,
                GError **error)
{
  guint *counts = data;

  counts[0] += strstr (name, "image") != NULL;
  counts[1] += g_str_equal (name, "path");
  counts[2] += g_str_equal (name, "use");
}

/* Shapes and glyphs, no pixels. */
static void
test_svg (Fixture *fixture, gconstpointer data)
{
  const GMarkupParser parser = { .start_element = on_svg_element };
  g_autoptr (GBytes) bytes = save (fixture, "svg");
  g_autoptr (GError) error = NULL;
  guint counts[3] = { 0 };
  g_autoptr (GMarkupParseContext) context
      = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, counts, NULL);
  gsize size;
  const char *svg = g_bytes_get_data (bytes, &size);

  g_assert_true (g_markup_parse_context_parse (context, svg, (gssize) size, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts[0], ==, 0);
  g_assert_cmpuint (counts[1], >, 10);
  g_assert_cmpuint (counts[2], >, 10);
}

static char *
inflate (const char *start, gsize size)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) packed
      = g_memory_input_stream_new_from_data (start, (gssize) size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (packed, G_CONVERTER (zlib));
  g_autofree char *text = g_malloc0 (1 << 20);

  /* What is not compressed in this way is not of interest. */
  if (!g_input_stream_read_all (stream, text, (1 << 20) - 1, NULL, NULL, NULL))
    return g_strdup ("");

  return g_steal_pointer (&text);
}

/* What all streams of a PDF hold, one after the other. */
static char *
dup_streams (GBytes *pdf)
{
  GString *streams = g_string_new (NULL);
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *end = data + size;

  for (const char *at = data; (at = memmem (at, (gsize) (end - at), "stream\n", 7)) != NULL;)
    {
      g_autofree char *text = NULL;
      const char *stop;

      at += strlen ("stream\n");
      stop = memmem (at, (gsize) (end - at), "endstream", 9);
      g_assert_nonnull (stop);
      text = inflate (at, (gsize) (stop - at));
      g_string_append (streams, text);
      at = stop + strlen ("endstream");
    }

  return g_string_free_and_steal (streams);
}

/* Its fonts say which character each glyph stands for, so that text can be selected and found. */
static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  static const gunichar expected[] = { 0x65b0, 0x80fd, 0x6e90, 0x4ebf, 0x5143, 'R', '8' };
  g_autoptr (GBytes) bytes = save (fixture, "pdf");
  g_autofree char *streams = dup_streams (bytes);

  g_assert_true (g_str_has_prefix (g_bytes_get_data (bytes, NULL), "%PDF-"));
  g_assert_null (strstr (streams, "/Subtype /Image"));
  g_assert_nonnull (strstr (streams, "begincmap"));
  g_assert_null (strstr (streams, "<fffd>"));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *code = g_strdup_printf ("<%04x>", expected[i]);

      if (strstr (streams, code) == NULL)
        g_test_fail_printf ("U+%04X is not in the text", expected[i]);
    }
}

/* Clipboard ---------------------------------------------------------------------------------- */

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static char *
offer_as_text (GdkContentProvider *content)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));

  return g_value_dup_string (&value);
}

static char *
offer_as (GdkContentProvider *content, const char *type)
{
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) result = NULL;

  gdk_content_provider_write_mime_type_async (content, type, text, G_PRIORITY_DEFAULT, NULL,
                                              on_read, &result);
  g_assert_true (gdk_content_provider_write_mime_type_finish (content, wait_for (&result), NULL));
  g_output_stream_write_all (text, "", 1, NULL, NULL, NULL);
  g_output_stream_close (text, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (text));
}

/* What the act puts on the clipboard. */
static GdkContentProvider *
copy (Fixture *fixture, const char *action)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);

  gdk_clipboard_set_content (clipboard, NULL);
  act (fixture, action, NULL);
  while (gdk_clipboard_get_content (clipboard) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_object_ref (gdk_clipboard_get_content (clipboard));
}

#define TSV "Category\tAgreed (亿元)\tArrived (亿元)\n新能源\t211.0\t-20.5\n'=Robotics\t88.4\t\n"

/* The numbers are handed on with a name that tells their format. */
static void
on_data_requested (TideChartFrame *frame, const TideChartTable *table, const char *name, char **got)
{
  g_autofree char *tsv = tide_chart_table_to_tsv (table);

  *got = g_strconcat (name, "\n", tsv, NULL);
}

static void
test_data (Fixture *fixture, gconstpointer data)
{
  g_autofree char *got = NULL;

  g_signal_connect (fixture->frame, "data-requested", G_CALLBACK (on_data_requested), &got);
  act (fixture, "chart.show-table", NULL);
  act (fixture, "chart.save-data", "xlsx");
  g_assert_cmpstr (got, ==, "协议-到位 -b-.xlsx\n" TSV);
}

static void
test_copy_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) content = copy (fixture, "chart.copy-table");
  g_autofree char *text = offer_as_text (content);
  g_autofree char *tsv = offer_as (content, "text/tab-separated-values");
  g_autofree char *html = offer_as (content, "text/html");

  g_assert_cmpstr (text, ==, TSV);
  g_assert_cmpstr (tsv, ==, TSV);
  g_assert_nonnull (strstr (html, "<tr><th>新能源</th><td align=\"right\">211.0</td>"));
}

static void
test_copy_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkContentProvider) content = copy (fixture, "chart.copy");
  g_autofree char *text = offer_as_text (content);
  g_autofree char *svg = offer_as (content, "image/svg+xml");
  g_auto (GValue) texture = G_VALUE_INIT;

  g_value_init (&texture, GDK_TYPE_TEXTURE);
  g_assert_true (gdk_content_provider_get_value (content, &texture, NULL));
  g_assert_cmpint (gdk_texture_get_width (g_value_get_object (&texture)), ==,
                   2 * (gtk_widget_get_width (GTK_WIDGET (fixture->frame)) + 36));
  g_assert_cmpstr (text, ==, TSV);
  g_assert_nonnull (strstr (svg, "</svg>"));
}

/* Views -------------------------------------------------------------------------------------- */

static void
test_table (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chart = GTK_WIDGET (tide_chart_frame_get_chart (fixture->frame));
  GtkWidget *view = find (fixture, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *text = NULL;

  gtk_widget_grab_focus (chart);
  act (fixture, "chart.show-table", NULL);
  tide_test_settle (50);
  g_assert_false (gtk_widget_get_mapped (chart));
  g_assert_true (gtk_widget_get_mapped (view));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  g_assert_nonnull (tide_test_find_label (view, "\u221220.5"));
  g_assert_nonnull (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                             GTK_TYPE_COLUMN_VIEW));

  gtk_selection_model_select_item (model, 1, TRUE);
  content = copy (fixture, "chart.copy");
  text = offer_as_text (content);
  g_assert_cmpstr (text, ==, "Category\tAgreed (亿元)\tArrived (亿元)\n'=Robotics\t88.4\t\n");

  /* Of what is not drawn there is no picture. */
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->frame), "chart.copy-picture", NULL));
  append (fixture->store, "New materials", "Agreed", 1, "1 亿元");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);

  act (fixture, "chart.show-chart", NULL);
  g_assert_false (gtk_widget_get_visible (find (fixture, TIDE_TYPE_CHART_TABLE_VIEW)));
  g_assert_true (gtk_widget_get_visible (chart));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), chart));
}

static GtkToggleButton *
get_toggle (Fixture *fixture, guint index)
{
  GtkWidget *button = gtk_widget_get_first_child (find (fixture, TIDE_TYPE_CHART_LEGEND));

  while (index-- > 0)
    button = gtk_widget_get_next_sibling (button);

  return GTK_TOGGLE_BUTTON (button);
}

static void
test_legend (Fixture *fixture, gconstpointer data)
{
  TideChartData *chart = tide_chart_frame_get_chart (fixture->frame);

  gtk_test_accessible_assert_property (get_toggle (fixture, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Arrived");
  gtk_widget_grab_focus (GTK_WIDGET (get_toggle (fixture, 0)));
  gtk_widget_activate (GTK_WIDGET (get_toggle (fixture, 0)));
  tide_test_settle (300);
  g_assert_false (tide_chart_data_is_series_shown (chart, 0));
  gtk_test_accessible_assert_state (get_toggle (fixture, 0), GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_toggle (fixture, 0))));

  gtk_toggle_button_set_active (get_toggle (fixture, 1), FALSE);
  g_assert_true (gtk_toggle_button_get_active (get_toggle (fixture, 1)));
  g_assert_true (tide_chart_data_is_series_shown (chart, 1));

  /* Who shows it elsewhere finds it so in the legend. */
  tide_chart_data_show_series (chart, 0, TRUE);
  g_assert_true (gtk_toggle_button_get_active (get_toggle (fixture, 0)));

  g_list_store_remove (fixture->store, 1);
  g_assert_false (gtk_widget_get_visible (find (fixture, TIDE_TYPE_CHART_LEGEND)));
}

static void
test_legend_wraps (Fixture *fixture, gconstpointer data)
{
  GtkWidget *legend = find (fixture, TIDE_TYPE_CHART_LEGEND);
  int minimum, low, high;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *series = g_strdup_printf ("Series with a name %u", i);

      append (fixture->store, "新能源", series, i, "1");
    }

  gtk_widget_measure (legend, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (legend, GTK_ORIENTATION_VERTICAL, 2000, NULL, &low, NULL, NULL);
  gtk_widget_measure (legend, GTK_ORIENTATION_VERTICAL, 320, NULL, &high, NULL, NULL);
  g_assert_cmpint (minimum, <, 320);
  g_assert_cmpint (high, >, 3 * low);
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *menu = find (fixture, GTK_TYPE_POPOVER_MENU);
  GtkWidget *button = find (fixture, GTK_TYPE_MENU_BUTTON);

  g_assert_nonnull (gtk_widget_get_tooltip_text (button));
  menu = gtk_widget_get_last_child (GTK_WIDGET (fixture->frame));
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  gtk_widget_grab_focus (GTK_WIDGET (tide_chart_frame_get_chart (fixture->frame)));
  act (fixture, "chart.show-menu", NULL);
  tide_test_settle (100);
  g_assert_true (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  g_assert_true (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu))
                 == gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));
}

static void
test_builder (void)
{
  const char *ui = "<interface><object class='TideChartFrame' id='frame'>"
                   "<child type='action'><object class='GtkButton'>"
                   "<property name='label'>Explain</property></object></child>"
                   "<child><object class='TideBarChart'>"
                   "<property name='title'>Output</property></object></child>"
                   "</object></interface>";
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (ui, -1);
  TideChartFrame *frame = TIDE_CHART_FRAME (gtk_builder_get_object (builder, "frame"));

  g_assert_true (TIDE_IS_BAR_CHART (tide_chart_frame_get_chart (frame)));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (frame), "Output"));
  g_assert_nonnull (tide_test_find_label (GTK_WIDGET (frame), "Explain"));
  gtk_test_accessible_assert_property (frame, GTK_ACCESSIBLE_PROPERTY_LABEL, "Output");
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart/chart-frame/png", test_png },
    { "/chart/chart-frame/svg", test_svg },
    { "/chart/chart-frame/pdf", test_pdf },
    { "/chart/chart-frame/data", test_data },
    { "/chart/chart-frame/copy-table", test_copy_table },
    { "/chart/chart-frame/copy-picture", test_copy_picture },
    { "/chart/chart-frame/table", test_table },
    { "/chart/chart-frame/legend", test_legend },
    { "/chart/chart-frame/legend-wraps", test_legend_wraps },
    { "/chart/chart-frame/menu", test_menu },
  };

  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", TRUE, NULL);
  tide_chart_init ();

  g_test_add_func ("/chart/chart-frame/builder", test_builder);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
