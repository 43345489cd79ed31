/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-report-preview.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH 220
#define LEAST_HEIGHT 260

struct _TideReportPreview
{
  GtkWidget parent_instance;

  TideReport *report; /* owned, nullable */
  guint page;
};

G_DEFINE_FINAL_TYPE (TideReportPreview, tide_report_preview, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PAGE = 1,
} TideReportPreviewProperty;

static GParamSpec *props[PROP_PAGE + 1];

static void
tide_report_preview_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

/* The edge of the paper, which may lie on white. */
static void
draw_edge (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  const float widths[] = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  colour.alpha *= 0.2f;
  gsk_rounded_rect_init_from_rect (&outline, paper, 0);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (const GdkRGBA[]) { colour, colour, colour, colour });
}

/* Paper is white, whatever the colours of the screen. */
static void
tide_report_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideReportPreview *self = TIDE_REPORT_PREVIEW (widget);
  const double room_x = gtk_widget_get_width (widget);
  const double room_y = gtk_widget_get_height (widget);
  graphene_rect_t paper;
  double width;
  double height;
  double scale;
  cairo_t *cr;

  if (self->report == NULL)
    return;

  tide_report_get_size (self->report, &width, &height);
  scale = MIN (room_x / width, room_y / height);
  graphene_rect_init (&paper, (float) ((room_x - width * scale) / 2),
                      (float) ((room_y - height * scale) / 2), (float) (width * scale),
                      (float) (height * scale));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &paper);

  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  cairo_scale (cr, scale, scale);
  tide_report_draw_page (self->report, self->page, cr);
  cairo_destroy (cr);
  draw_edge (widget, snapshot, &paper);
}

static void
tide_report_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideReportPreviewProperty) id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, tide_report_preview_get_page (TIDE_REPORT_PREVIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_report_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideReportPreviewProperty) id)
    {
    case PROP_PAGE:
      tide_report_preview_set_page (TIDE_REPORT_PREVIEW (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_report_preview_finalize (GObject *object)
{
  g_clear_pointer (&TIDE_REPORT_PREVIEW (object)->report, tide_report_unref);

  G_OBJECT_CLASS (tide_report_preview_parent_class)->finalize (object);
}

static void
tide_report_preview_class_init (TideReportPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_report_preview_get_property;
  object_class->set_property = tide_report_preview_set_property;
  object_class->finalize = tide_report_preview_finalize;
  widget_class->measure = tide_report_preview_measure;
  widget_class->snapshot = tide_report_preview_snapshot;

  props[PROP_PAGE]
      = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "reportpreview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tide_report_preview_init (TideReportPreview *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Preview of a Page"), -1);
}

/**
 * tide_report_preview_set_report:
 * @self: a preview
 * @report: (nullable): what it shows, from its first page on
 */
void
tide_report_preview_set_report (TideReportPreview *self, TideReport *report)
{
  g_return_if_fail (TIDE_IS_REPORT_PREVIEW (self));

  g_clear_pointer (&self->report, tide_report_unref);
  self->report = report != NULL ? tide_report_ref (report) : NULL;
  self->page = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}

/**
 * tide_report_preview_get_page:
 * @self: a preview
 *
 * Returns: which page it shows, from 0
 */
guint
tide_report_preview_get_page (TideReportPreview *self)
{
  g_return_val_if_fail (TIDE_IS_REPORT_PREVIEW (self), 0);

  return self->page;
}

/**
 * tide_report_preview_set_page:
 * @self: a preview
 * @page: which page to show, from 0; nothing happens where the report does not have it
 */
void
tide_report_preview_set_page (TideReportPreview *self, guint page)
{
  g_return_if_fail (TIDE_IS_REPORT_PREVIEW (self));

  if (self->page == page || self->report == NULL || page >= tide_report_get_n_pages (self->report))
    return;

  self->page = page;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
}
