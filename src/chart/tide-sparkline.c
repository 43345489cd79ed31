/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-sparkline.h"

#include "chart/tide-chart-text.h"
#include "chart/tide-line-text.h"

#include <math.h>

#define LINE_WIDTH 1.5f
/* Sizes in heights of a line of text. */
#define LEAST_WIDTH 2.0
#define NATURAL_WIDTH 5.0
#define HEIGHT 1.2
#define DOT_SIZE 0.16
/* Everything is scaled to these two ticks. */
#define UNIT_TICKS ((TideTicks) { .n_ticks = 2, .mantissa = 1, .divisor = 1 })

/**
 * TideSparkline:
 *
 * A line as small as a word: without axes, from its lowest value at the bottom to its highest at
 * the top, with a dot at the last one. Missing values are gaps. For screen readers it is a picture
 * with a description; its name is its owner's to give.
 */
struct _TideSparkline
{
  GtkWidget parent_instance;

  GListModel *model;    /* owned, nullable */
  TideLineTable *table; /* owned: its first series is drawn */
  GtkWidget *last;      /* owned as a child: has the colour of the dot */
  GArray *points;       /* owned array of TideLinePoint: what is drawn, from 0 to 1 */
};

G_DEFINE_FINAL_TYPE (TideSparkline, tide_sparkline, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_MODEL = 1,
} TideSparklineProperty;

static GParamSpec *props[PROP_MODEL + 1];

/* Scales the points to what lies between the lowest and the highest; what is level lies half-way.
 */
static void
scale_points (GArray *points)
{
  double low = G_MAXDOUBLE;
  double high = -G_MAXDOUBLE;

  for (guint i = 0; i < points->len; i++)
    {
      const TideLinePoint *point = &g_array_index (points, TideLinePoint, i);

      if (!point->has_value)
        continue;
      low = MIN (low, point->value);
      high = MAX (high, point->value);
    }

  for (guint i = 0; i < points->len; i++)
    {
      TideLinePoint *point = &g_array_index (points, TideLinePoint, i);

      point->value = high > low ? (point->value - low) / (high - low) : 0.5;
    }
}

static void
describe (TideSparkline *self)
{
  g_autofree char *summary = tide_line_text_dup_summary (self->table);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  summary, -1);
}

static void
update_points (TideSparkline *self)
{
  g_clear_pointer (&self->table, tide_line_table_free);
  self->table = tide_line_table_new (self->model);

  g_array_set_size (self->points, 0);
  if (self->table->series->len > 0)
    {
      guint n_points;
      const TideLinePoint *points = tide_line_table_get_line (self->table, 0, &n_points);

      g_array_append_vals (self->points, points, n_points);
    }

  scale_points (self->points);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static TideLineLayout *
create_layout (TideSparkline *self, double inset)
{
  const TideLineSeries series = {
    .points = (const TideLinePoint *) self->points->data,
    .n_points = self->points->len,
  };
  const TideLineSpec spec = {
    .is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .n_series = 1,
    .series = &series,
    .ticks = UNIT_TICKS,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = MAX (0, gtk_widget_get_height (GTK_WIDGET (self)) - 2 * inset),
    .inset = inset,
  };

  return tide_line_layout_new (&spec);
}

/* A value that stands alone is a line too short to see, of which the round ends make a dot. */
static GskPath *
create_line_path (const GArray *trace)
{
  GskPathBuilder *builder = gsk_path_builder_new ();

  for (guint i = 0; i < trace->len; i++)
    {
      const TideLineDot *dot = &g_array_index (trace, TideLineDot, i);

      if (!dot->is_linked)
        gsk_path_builder_move_to (builder, (float) dot->x - 0.05f, (float) dot->y);
      gsk_path_builder_line_to (builder, (float) dot->x, (float) dot->y);
    }

  return gsk_path_builder_free_to_path (builder);
}

static void
append_line (TideSparkline *self, GtkSnapshot *snapshot, const GArray *trace)
{
  g_autoptr (GskPath) path = create_line_path (trace);
  GskStroke *stroke = gsk_stroke_new (LINE_WIDTH);
  GdkRGBA color;

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_widget_get_color (GTK_WIDGET (self), &color);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gsk_stroke_free (stroke);
}

static void
append_last (TideSparkline *self, GtkSnapshot *snapshot, const TideLineDot *dot, double size)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT ((float) dot->x, (float) dot->y),
                               (float) size);
  path = gsk_path_builder_free_to_path (builder);
  gtk_widget_get_color (self->last, &color);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &color);
}

static void
tide_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TideSparkline *self = TIDE_SPARKLINE (widget);
  double size = DOT_SIZE * tide_chart_text_get_line_height (widget);
  g_autoptr (TideLineLayout) layout = create_layout (self, size);
  g_autoptr (GArray) trace = tide_line_layout_trace (layout, 0, 1);

  if (trace->len == 0)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) size));
  append_line (self, snapshot, trace);
  append_last (self, snapshot, &g_array_index (trace, TideLineDot, trace->len - 1), size);
  gtk_snapshot_restore (snapshot);
}

static void
tide_sparkline_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  double line = tide_chart_text_get_line_height (widget);
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = (int) ceil ((is_width ? LEAST_WIDTH : HEIGHT) * line);
  *natural = (int) ceil ((is_width ? NATURAL_WIDTH : HEIGHT) * line);
}

static void
tide_sparkline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideSparkline *self = TIDE_SPARKLINE (object);

  switch ((TideSparklineProperty) id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sparkline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideSparkline *self = TIDE_SPARKLINE (object);

  switch ((TideSparklineProperty) id)
    {
    case PROP_MODEL:
      tide_sparkline_set_model (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sparkline_dispose (GObject *object)
{
  TideSparkline *self = TIDE_SPARKLINE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->last, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_sparkline_parent_class)->dispose (object);
}

static void
tide_sparkline_finalize (GObject *object)
{
  TideSparkline *self = TIDE_SPARKLINE (object);

  tide_line_table_free (self->table);
  g_array_unref (self->points);

  G_OBJECT_CLASS (tide_sparkline_parent_class)->finalize (object);
}

static void
tide_sparkline_class_init (TideSparklineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_sparkline_get_property;
  object_class->set_property = tide_sparkline_set_property;
  object_class->dispose = tide_sparkline_dispose;
  object_class->finalize = tide_sparkline_finalize;
  widget_class->measure = tide_sparkline_measure;
  widget_class->snapshot = tide_sparkline_snapshot;

  /**
   * TideSparkline:model:
   *
   * The points: a list of #TidePoint, of which the first series is drawn.
   */
  props[PROP_MODEL]
      = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tide_sparkline_init (TideSparkline *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (TideLinePoint));
  self->last
      = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->last, "last");
  gtk_widget_set_child_visible (self->last, FALSE);
  gtk_widget_set_parent (self->last, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update_points (self);
}

/**
 * tide_sparkline_new:
 *
 * Returns: (transfer floating): a line without points
 */
GtkWidget *
tide_sparkline_new (void)
{
  return g_object_new (TIDE_TYPE_SPARKLINE, NULL);
}

GListModel *
tide_sparkline_get_model (TideSparkline *self)
{
  g_return_val_if_fail (TIDE_IS_SPARKLINE (self), NULL);

  return self->model;
}

void
tide_sparkline_set_model (TideSparkline *self, GListModel *model)
{
  g_return_if_fail (TIDE_IS_SPARKLINE (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update_points, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (update_points), self,
                             G_CONNECT_SWAPPED);

  update_points (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

/**
 * tide_sparkline_set_values:
 * @self: a sparkline
 * @values: (array length=n_values): the values, one after the other; not a number where one is
 *   missing
 * @n_values: how many there are
 *
 * Draws numbers that are at hand, in place of a model. Its description says them as they are.
 */
void
tide_sparkline_set_values (TideSparkline *self, const double *values, guint n_values)
{
  g_autoptr (GListStore) store = g_list_store_new (TIDE_TYPE_POINT);

  g_return_if_fail (TIDE_IS_SPARKLINE (self));

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *text = g_strdup_printf ("%'g", values[i]);
      g_autoptr (TidePoint) point
          = isfinite (values[i])
                ? tide_point_new (NULL, NULL, i + 1, TIDE_POINT_NUMBER, values[i], text)
                : tide_point_new_without_value (NULL, NULL, i + 1, TIDE_POINT_NUMBER, NULL);

      g_list_store_append (store, point);
    }

  tide_sparkline_set_model (self, G_LIST_MODEL (store));
}
