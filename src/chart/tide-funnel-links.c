/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-funnel-links.h"

/* What leads from the band of one stage to that of the next. Nothing in it answers to anything. */
struct _TideFunnelLinks
{
  GtkWidget parent_instance;

  GArray *bands; /* owned array of TideBox: the upper and the lower band of each link in turn */
};

G_DEFINE_FINAL_TYPE (TideFunnelLinks, tide_funnel_links, GTK_TYPE_WIDGET)

static void
add_link (GskPathBuilder *builder, const TideBox *upper, const TideBox *lower)
{
  float top = (float) (upper->y + upper->height);
  float bottom = (float) lower->y;

  gsk_path_builder_move_to (builder, (float) upper->x, top);
  gsk_path_builder_line_to (builder, (float) (upper->x + upper->width), top);
  gsk_path_builder_line_to (builder, (float) (lower->x + lower->width), bottom);
  gsk_path_builder_line_to (builder, (float) lower->x, bottom);
  gsk_path_builder_close (builder);
}

static void
tide_funnel_links_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideFunnelLinks *self = TIDE_FUNNEL_LINKS (widget);
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;

  for (guint i = 0; i + 1 < self->bands->len; i += 2)
    add_link (builder, &g_array_index (self->bands, TideBox, i),
              &g_array_index (self->bands, TideBox, i + 1));

  path = gsk_path_builder_free_to_path (builder);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
}

static void
tide_funnel_links_finalize (GObject *object)
{
  TideFunnelLinks *self = TIDE_FUNNEL_LINKS (object);

  g_array_unref (self->bands);

  G_OBJECT_CLASS (tide_funnel_links_parent_class)->finalize (object);
}

static void
tide_funnel_links_class_init (TideFunnelLinksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = tide_funnel_links_finalize;
  widget_class->snapshot = tide_funnel_links_snapshot;

  gtk_widget_class_set_css_name (widget_class, "funnellinks");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tide_funnel_links_init (TideFunnelLinks *self)
{
  self->bands = g_array_new (FALSE, FALSE, sizeof (TideBox));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_funnel_links_new:
 *
 * Returns: (transfer floating): no links
 */
GtkWidget *
tide_funnel_links_new (void)
{
  return g_object_new (TIDE_TYPE_FUNNEL_LINKS, NULL);
}

/**
 * tide_funnel_links_set_layout:
 * @self: the links
 * @layout: where everything stands
 *
 * Takes over the bands' places; it must have its parent's allocation.
 */
void
tide_funnel_links_set_layout (TideFunnelLinks *self, const TideFunnelLayout *layout)
{
  g_array_set_size (self->bands, 0);
  for (guint i = 1; i < layout->n_stages; i++)
    {
      if (!layout->places[i].has_link)
        continue;

      g_array_append_val (self->bands, layout->places[i - 1].band);
      g_array_append_val (self->bands, layout->places[i].band);
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
