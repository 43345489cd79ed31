/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-mark.h"

#include <math.h>

/**
 * TideChartMark:
 *
 * One mark of a chart: what can be pointed at, has the focus and is met by screen readers as an
 * item of a list. It consists of parts, boxes and labels whose looks are the style sheet's; where
 * they stand is told by the area it is in.
 */
typedef struct
{
  TideChartItem *item; /* owned, nullable */
  GPtrArray *parts;    /* owned array of children */
  GArray *boxes;       /* owned array of TideBox: one for each part, in the area's coordinates */
  char *tooltip;       /* owned, nullable */
  TideBox slot;        /* in the area's coordinates */
} TideChartMarkPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (TideChartMark, tide_chart_mark, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideChartMarkPrivate *
get_private (TideChartMark *self)
{
  return tide_chart_mark_get_instance_private (self);
}

static gboolean
on_activate_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate (widget);
}

static void
place_child (GtkWidget *child, const TideBox *box, const TideBox *origin)
{
  int x = (int) (round (box->x) - round (origin->x));
  int y = (int) (round (box->y) - round (origin->y));
  int width = (int) (round (box->x + box->width) - round (box->x));
  int height = (int) (round (box->y + box->height) - round (box->y));

  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
place_parts (TideChartMark *self)
{
  TideChartMarkPrivate *priv = get_private (self);

  for (guint i = 0; i < priv->parts->len; i++)
    {
      const TideBox *box = &g_array_index (priv->boxes, TideBox, i);
      gboolean is_visible = box->width > 0 && box->height > 0;

      gtk_widget_set_child_visible (g_ptr_array_index (priv->parts, i), is_visible);
      if (is_visible)
        place_child (g_ptr_array_index (priv->parts, i), box, &priv->slot);
    }
}

static void
tide_chart_mark_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TideChartMarkPrivate *priv = get_private (TIDE_CHART_MARK (widget));

  /* Its size follows from the chart's, but GTK wants children measured before they are placed. */
  for (guint i = 0; i < priv->parts->len; i++)
    gtk_widget_measure (g_ptr_array_index (priv->parts, i), orientation, -1, NULL, NULL, NULL,
                        NULL);

  *minimum = *natural = 0;
}

static void
tide_chart_mark_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_parts (TIDE_CHART_MARK (widget));
}

static void
tide_chart_mark_dispose (GObject *object)
{
  TideChartMarkPrivate *priv = get_private (TIDE_CHART_MARK (object));

  g_clear_object (&priv->item);
  g_clear_pointer (&priv->parts, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_chart_mark_parent_class)->dispose (object);
}

static void
tide_chart_mark_finalize (GObject *object)
{
  TideChartMarkPrivate *priv = get_private (TIDE_CHART_MARK (object));

  g_array_unref (priv->boxes);
  g_free (priv->tooltip);

  G_OBJECT_CLASS (tide_chart_mark_parent_class)->finalize (object);
}

static void
tide_chart_mark_class_init (TideChartMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[]
      = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  object_class->dispose = tide_chart_mark_dispose;
  object_class->finalize = tide_chart_mark_finalize;
  widget_class->measure = tide_chart_mark_measure;
  widget_class->size_allocate = tide_chart_mark_size_allocate;

  /**
   * TideChartMark::activated:
   *
   * The mark was activated.
   */
  signals[ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST | G_SIGNAL_ACTION,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, on_activate_key, NULL);

  gtk_widget_class_set_css_name (widget_class, "chartmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tide_chart_mark_init (TideChartMark *self)
{
  TideChartMarkPrivate *priv = get_private (self);

  priv->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  priv->boxes = g_array_new (FALSE, TRUE, sizeof (TideBox));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * tide_chart_mark_new:
 *
 * Returns: (transfer floating): a mark without parts
 */
GtkWidget *
tide_chart_mark_new (void)
{
  return g_object_new (TIDE_TYPE_CHART_MARK, NULL);
}

/**
 * tide_chart_mark_create_box:
 * @css_name: what the style sheet knows it by
 *
 * Returns: (transfer floating): a part that is filled
 */
GtkWidget *
tide_chart_mark_create_box (const char *css_name)
{
  return g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/**
 * tide_chart_mark_create_label:
 * @css_class: what the style sheet knows it by
 *
 * Returns: (transfer floating): a part that is a text on one line
 */
GtkWidget *
tide_chart_mark_create_label (const char *css_class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "xalign",
                      0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

/**
 * tide_chart_mark_add_part:
 * @self: a mark
 * @part: (transfer floating): a widget that answers to nothing
 *
 * Adds a part, above those that are there.
 */
void
tide_chart_mark_add_part (TideChartMark *self, GtkWidget *part)
{
  TideChartMarkPrivate *priv = get_private (self);

  gtk_widget_set_parent (part, GTK_WIDGET (self));
  g_ptr_array_add (priv->parts, part);
  g_array_set_size (priv->boxes, priv->parts->len);
}

/**
 * tide_chart_mark_get_part:
 * @self: a mark
 * @index: which part, in the order in which they were added
 *
 * Returns: (transfer none): the part
 */
GtkWidget *
tide_chart_mark_get_part (TideChartMark *self, guint index)
{
  return g_ptr_array_index (get_private (self)->parts, index);
}

void
tide_chart_mark_set_item (TideChartMark *self, TideChartItem *item)
{
  g_set_object (&get_private (self)->item, item);
}

/**
 * tide_chart_mark_get_item:
 * @self: a mark
 *
 * Returns: (transfer none) (nullable): what it stands for
 */
TideChartItem *
tide_chart_mark_get_item (TideChartMark *self)
{
  return get_private (self)->item;
}

/**
 * tide_chart_mark_describe:
 * @self: a mark that has its item
 * @name: what screen readers say, its position included
 * @tooltip: what the tooltip says before the item's description
 *
 * Sets its texts. The item's description is added to both.
 */
void
tide_chart_mark_describe (TideChartMark *self, const char *name, const char *tooltip)
{
  TideChartMarkPrivate *priv = get_private (self);
  const char *description = tide_chart_item_get_description (priv->item);

  if (description == NULL)
    description = "";

  g_free (priv->tooltip);
  priv->tooltip = g_strconcat (tooltip, *description != '\0' ? "\n" : "", description, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

const char *
tide_chart_mark_get_tooltip (TideChartMark *self)
{
  return get_private (self)->tooltip;
}

/**
 * tide_chart_mark_place:
 * @self: a mark
 * @slot: where it stands, in its parent's coordinates
 * @boxes: (array): where its parts stand, in its parent's coordinates; parts without width or
 *   height are not shown
 *
 * Allocates the mark.
 */
void
tide_chart_mark_place (TideChartMark *self, const TideBox *slot, const TideBox *boxes)
{
  TideChartMarkPrivate *priv = get_private (self);

  priv->slot = *slot;
  for (guint i = 0; i < priv->parts->len; i++)
    g_array_index (priv->boxes, TideBox, i) = boxes[i];

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  place_child (GTK_WIDGET (self), slot, &(TideBox) { 0 });
  /* An unchanged slot is not allocated again, but what is in it may have moved. */
  place_parts (self);
}

void
tide_chart_mark_set_highlighted (TideChartMark *self, gboolean is_highlighted)
{
  if (is_highlighted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "highlighted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "highlighted");
}
