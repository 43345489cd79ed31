/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

/* Around the chart, in pixels. */
#define MARGIN 18
/* Pixels of a picture to one of the screen. */
#define SCALE 2
/* A PDF counts in points of 1/72 inch, CSS in pixels of 1/96 inch. */
#define POINTS 0.75

/**
 * tide_chart_format_get_extension:
 * @format: a format
 *
 * Returns: how names of such files end, without the dot
 */
const char *
tide_chart_format_get_extension (TideChartFormat format)
{
  static const char *const extensions[] = { "png", "svg", "pdf" };

  g_return_val_if_fail (format <= TIDE_CHART_PDF, NULL);

  return extensions[format];
}

static void
queue_draw_all (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    queue_draw_all (child);
}

/* The widget's own nodes are those of its style: it is drawn once more, and again as it was at the
 * next frame. */
static GskRenderNode *
draw_exported (GtkWidget *widget, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_widget_add_css_class (widget, "exported");
  queue_draw_all (widget);

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 },
                             &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, MARGIN));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_NATIVE (child))
        gtk_widget_snapshot_child (widget, child, snapshot);
    }

  gtk_widget_remove_css_class (widget, "exported");
  queue_draw_all (widget);

  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * tide_chart_picture_new:
 * @widget: a mapped widget whose style sheet has rules for the class `exported`
 * @title: (nullable): what it shows
 *
 * Takes what the widget shows, in the colours of paper and without what is there for keyboard and
 * pointer, and a margin around it.
 *
 * Returns: (transfer full): the picture
 */
TideChartPicture *
tide_chart_picture_new (GtkWidget *widget, const char *title)
{
  TideChartPicture *self = g_new0 (TideChartPicture, 1);

  self->width = gtk_widget_get_width (widget) + 2 * MARGIN;
  self->height = gtk_widget_get_height (widget) + 2 * MARGIN;
  self->node = draw_exported (widget, self->width, self->height);
  self->title = g_strdup (title);

  return self;
}

/**
 * tide_chart_picture_free:
 * @self: (transfer full): a picture
 *
 * Frees it.
 */
void
tide_chart_picture_free (TideChartPicture *self)
{
  gsk_render_node_unref (self->node);
  g_free (self->title);
  g_free (self);
}

static void
draw (const TideChartPicture *self, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (self->node, cr);
  cairo_destroy (cr);
}

static cairo_surface_t *
create_image (const TideChartPicture *self)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->width * SCALE, self->height * SCALE);

  draw (self, surface, SCALE);
  cairo_surface_flush (surface);

  return surface;
}

static GdkTexture *
create_texture (cairo_surface_t *image)
{
  const int width = cairo_image_surface_get_width (image);
  const int height = cairo_image_surface_get_height (image);
  const gsize stride = (gsize) cairo_image_surface_get_stride (image);
  g_autoptr (GBytes) pixels = g_bytes_new_with_free_func (
      cairo_image_surface_get_data (image), stride * (gsize) height,
      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (image));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, stride);
}

/**
 * tide_chart_picture_render:
 * @self: a picture
 *
 * Returns: (transfer full): its pixels, two for one of the screen in each direction
 */
GdkTexture *
tide_chart_picture_render (const TideChartPicture *self)
{
  cairo_surface_t *image = create_image (self);
  GdkTexture *texture = create_texture (image);

  cairo_surface_destroy (image);

  return texture;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* What is drawn already, and has to be put into words of the format. */
typedef struct
{
  TideChartFormat format;
  cairo_surface_t *surface;
  GByteArray *bytes;
} Work;

static void
work_free (Work *work)
{
  cairo_surface_destroy (work->surface);
  g_clear_pointer (&work->bytes, g_byte_array_unref);
  g_free (work);
}

static cairo_surface_t *
create_surface (const TideChartPicture *self, TideChartFormat format, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case TIDE_CHART_SVG:
      surface
          = cairo_svg_surface_create_for_stream (append_bytes, bytes, self->width, self->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      draw (self, surface, 1);
      break;
    case TIDE_CHART_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, self->width * POINTS,
                                                     self->height * POINTS);
      if (self->title != NULL)
        cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
      draw (self, surface, POINTS);
      break;
    case TIDE_CHART_PNG:
    default:
      surface = create_image (self);
      break;
    }

  return surface;
}

/* Compressing pixels and choosing the glyphs of fonts is what takes long. */
static void
finish_work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  cairo_status_t status;

  if (work->format == TIDE_CHART_PNG)
    {
      g_autoptr (GdkTexture) texture = create_texture (work->surface);

      g_task_return_pointer (task, gdk_texture_save_to_png_bytes (texture),
                             (GDestroyNotify) g_bytes_unref);
      return;
    }

  cairo_surface_finish (work->surface);
  status = cairo_surface_status (work->surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s",
                             cairo_status_to_string (status));
  else
    g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&work->bytes)),
                           (GDestroyNotify) g_bytes_unref);
}

/**
 * tide_chart_picture_write_async:
 * @self: a picture; it may be freed at once
 * @format: as what
 * @cancellable: (nullable): a cancellable
 * @callback: called when done, or when not
 * @data: what is passed to @callback
 *
 * Draws it, and writes the file in another thread. In SVG and PDF text and shapes stay such; the
 * text of a PDF can be selected.
 */
void
tide_chart_picture_write_async (const TideChartPicture *self,
                                TideChartFormat format,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Work *work = g_new0 (Work, 1);

  work->format = format;
  work->bytes = g_byte_array_new ();
  work->surface = create_surface (self, format, work->bytes);
  g_task_set_source_tag (task, tide_chart_picture_write_async);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, finish_work);
}

/**
 * tide_chart_picture_write_finish:
 * @result: what the callback was given
 * @error: (nullable): location of an error
 *
 * Returns: (transfer full): the file, %NULL with @error set where cairo failed or it was cancelled
 */
GBytes *
tide_chart_picture_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tide_chart_picture_write_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
