/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-line-chart.h"

#include "chart/tide-chart-text.h"
#include "chart/tide-line-area.h"
#include "chart/tide-line-swatch.h"
#include "chart/tide-line-text.h"

#include <glib/gi18n-lib.h>

/**
 * TideLineChart:
 *
 * A chart of lines or areas over time, or over numbers.
 *
 * The points are #TidePoint objects in a list model, in any order. A missing value is a gap; a
 * break ends a line with a mark. Tab enters the chart, Left, Right, Home and End move a cursor
 * along a line, Up and Down to another one, and Enter, Space and a click activate a point. Screen
 * readers meet a list with an item for each point; of more than 60 a picture with a description,
 * which announces the point at the cursor. Title and legend are those of the frame around it.
 */
struct _TideLineChart
{
  GtkWidget parent_instance;

  GListModel *model; /* owned, nullable */
  char *title;       /* owned, nullable */
  char *unit_label;  /* owned, nullable */
  char *empty_text;  /* owned, nullable */
  char *language;    /* owned, nullable */
  double unit_divisor;
  TideLineKind kind;

  GtkWidget *empty_label; /* template children */
  TideLineArea *area;
};

G_DEFINE_ENUM_TYPE (TideLineKind,
                    tide_line_kind,
                    G_DEFINE_ENUM_VALUE (TIDE_LINE_LINES, "lines"),
                    G_DEFINE_ENUM_VALUE (TIDE_LINE_AREAS, "areas"),
                    G_DEFINE_ENUM_VALUE (TIDE_LINE_STACKED, "stacked"))

static const char *
get_series (TideLineChart *self, guint series)
{
  return g_ptr_array_index (tide_line_area_get_table (self->area)->series, series);
}

static char *
tide_line_chart_dup_title (TideChartData *data)
{
  return g_strdup (TIDE_LINE_CHART (data)->title);
}

static TideChartTable *
tide_line_chart_dup_table (TideChartData *data)
{
  TideLineChart *self = TIDE_LINE_CHART (data);

  return tide_line_text_create_table (tide_line_area_get_table (self->area), self->unit_label);
}

static guint
tide_line_chart_get_n_series (TideChartData *data)
{
  return tide_line_area_get_table (TIDE_LINE_CHART (data)->area)->series->len;
}

static char *
tide_line_chart_dup_series_label (TideChartData *data, guint series)
{
  return g_strdup (get_series (TIDE_LINE_CHART (data), series));
}

static gboolean
tide_line_chart_is_series_shown (TideChartData *data, guint series)
{
  TideLineChart *self = TIDE_LINE_CHART (data);

  return tide_line_area_is_series_shown (self->area, get_series (self, series));
}

static void
tide_line_chart_show_series (TideChartData *data, guint series, gboolean is_shown)
{
  TideLineChart *self = TIDE_LINE_CHART (data);

  tide_line_area_show_series (self->area, get_series (self, series), is_shown);
}

static GtkWidget *
tide_line_chart_create_swatch (TideChartData *data, guint series)
{
  return tide_line_swatch_new (series, TIDE_LINE_CHART (data)->kind);
}

static void
tide_line_chart_data_init (TideChartDataInterface *iface)
{
  iface->dup_title = tide_line_chart_dup_title;
  iface->dup_table = tide_line_chart_dup_table;
  iface->get_n_series = tide_line_chart_get_n_series;
  iface->dup_series_label = tide_line_chart_dup_series_label;
  iface->is_series_shown = tide_line_chart_is_series_shown;
  iface->show_series = tide_line_chart_show_series;
  iface->create_swatch = tide_line_chart_create_swatch;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TideLineChart,
                               tide_line_chart,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_CHART_DATA,
                                                      tide_line_chart_data_init))

typedef enum
{
  PROP_MODEL = 1,
  PROP_TITLE,
  PROP_UNIT_LABEL,
  PROP_UNIT_DIVISOR,
  PROP_KIND,
  PROP_EMPTY_TEXT,
  PROP_LANGUAGE,
  PROP_CURSOR,
} TideLineChartProperty;

static GParamSpec *props[PROP_CURSOR + 1];

enum
{
  POINT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
update_points (TideLineChart *self)
{
  g_autoptr (TideLineTable) table = tide_line_table_new (self->model);
  gboolean is_empty = !table->has_values;

  gtk_widget_set_visible (self->empty_label, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->area), !is_empty);
  tide_line_area_set_table (self->area, g_steal_pointer (&table));
  tide_chart_data_changed (TIDE_CHART_DATA (self));
}

static void
update_empty_text (TideLineChart *self)
{
  const char *text = self->empty_text != NULL ? self->empty_text : _ ("Nothing to Show");

  tide_chart_text_set (GTK_LABEL (self->empty_label), text, self->language);
}

static void
on_area_activated (TideLineArea *area, TidePoint *point, TideLineChart *self)
{
  g_signal_emit (self, signals[POINT_ACTIVATED], 0, point);
}

static void
on_area_cursor_moved (TideLineArea *area, TideLineChart *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURSOR]);
}

static gboolean
tide_line_chart_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_LINE_CHART (widget)->area));
}

static void
tide_line_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideLineChart *self = TIDE_LINE_CHART (object);

  switch ((TideLineChartProperty) id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_UNIT_LABEL:
      g_value_set_string (value, self->unit_label);
      break;
    case PROP_UNIT_DIVISOR:
      g_value_set_double (value, self->unit_divisor);
      break;
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, self->empty_text);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_CURSOR:
      g_value_set_uint (value, tide_line_chart_get_cursor (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_line_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideLineChart *self = TIDE_LINE_CHART (object);

  switch ((TideLineChartProperty) id)
    {
    case PROP_MODEL:
      tide_line_chart_set_model (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      tide_line_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_UNIT_LABEL:
      tide_line_chart_set_unit_label (self, g_value_get_string (value));
      break;
    case PROP_UNIT_DIVISOR:
      tide_line_chart_set_unit_divisor (self, g_value_get_double (value));
      break;
    case PROP_KIND:
      tide_line_chart_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_EMPTY_TEXT:
      tide_line_chart_set_empty_text (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      tide_line_chart_set_language (self, g_value_get_string (value));
      break;
    case PROP_CURSOR:
      tide_line_chart_set_cursor (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_line_chart_dispose (GObject *object)
{
  TideLineChart *self = TIDE_LINE_CHART (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_LINE_CHART);

  G_OBJECT_CLASS (tide_line_chart_parent_class)->dispose (object);
}

static void
tide_line_chart_finalize (GObject *object)
{
  TideLineChart *self = TIDE_LINE_CHART (object);

  g_free (self->title);
  g_free (self->unit_label);
  g_free (self->empty_text);
  g_free (self->language);

  G_OBJECT_CLASS (tide_line_chart_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * TideLineChart:model:
   *
   * The points: a list of #TidePoint.
   */
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  /**
   * TideLineChart:title:
   *
   * What the chart shows: its name for screen readers, and for the frame around it.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TideLineChart:unit-label:
   *
   * Name of the value axis' unit.
   */
  props[PROP_UNIT_LABEL] = g_param_spec_string ("unit-label", NULL, NULL, NULL, flags);
  /**
   * TideLineChart:unit-divisor:
   *
   * How many of the values' units make one of the axis' unit, above 0.
   */
  props[PROP_UNIT_DIVISOR]
      = g_param_spec_double ("unit-divisor", NULL, NULL, G_MINDOUBLE, G_MAXDOUBLE, 1, flags);
  /**
   * TideLineChart:kind:
   *
   * Whether lines, areas or stacked areas are drawn.
   */
  props[PROP_KIND]
      = g_param_spec_enum ("kind", NULL, NULL, TIDE_TYPE_LINE_KIND, TIDE_LINE_LINES, flags);
  /**
   * TideLineChart:empty-text:
   *
   * What is said where no value is known; %NULL for a general sentence.
   */
  props[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  /**
   * TideLineChart:language:
   *
   * The language whose glyphs Han characters get.
   */
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "zh-hans", flags);
  /**
   * TideLineChart:cursor:
   *
   * Position of the point that the keys act on, %GTK_INVALID_LIST_POSITION before the first visit.
   */
  props[PROP_CURSOR]
      = g_param_spec_uint ("cursor", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_line_chart_class_init (TideLineChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_line_chart_get_property;
  object_class->set_property = tide_line_chart_set_property;
  object_class->dispose = tide_line_chart_dispose;
  object_class->finalize = tide_line_chart_finalize;
  widget_class->grab_focus = tide_line_chart_grab_focus;

  install_properties (object_class);

  /**
   * TideLineChart::point-activated:
   * @point: the point
   *
   * A point was clicked, or activated with the keyboard.
   */
  signals[POINT_ACTIVATED]
      = g_signal_new ("point-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_POINT);

  g_type_ensure (TIDE_TYPE_LINE_AREA);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/chart/tide-line-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, TideLineChart, empty_label);
  gtk_widget_class_bind_template_child (widget_class, TideLineChart, area);
  gtk_widget_class_bind_template_callback (widget_class, on_area_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_area_cursor_moved);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "linechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tide_line_chart_init (TideLineChart *self)
{
  GtkLayoutManager *layout;

  self->unit_divisor = 1;
  self->language = g_strdup ("zh-hans");
  gtk_widget_init_template (GTK_WIDGET (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  tide_line_area_set_language (self->area, self->language);
  update_empty_text (self);
  update_points (self);
}

/**
 * tide_line_chart_new:
 *
 * Returns: (transfer floating): a chart without points
 */
GtkWidget *
tide_line_chart_new (void)
{
  return g_object_new (TIDE_TYPE_LINE_CHART, NULL);
}

GListModel *
tide_line_chart_get_model (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), NULL);

  return self->model;
}

void
tide_line_chart_set_model (TideLineChart *self, GListModel *model)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));
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

const char *
tide_line_chart_get_title (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), NULL);

  return self->title;
}

void
tide_line_chart_set_title (TideLineChart *self, const char *title)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));

  if (!g_set_str (&self->title, title))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  tide_line_area_set_title (self->area, title);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
tide_line_chart_get_unit_label (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), NULL);

  return self->unit_label;
}

void
tide_line_chart_set_unit_label (TideLineChart *self, const char *unit_label)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));

  if (!g_set_str (&self->unit_label, unit_label))
    return;

  tide_line_area_set_unit (self->area, self->unit_label, self->unit_divisor);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT_LABEL]);
}

double
tide_line_chart_get_unit_divisor (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), 1);

  return self->unit_divisor;
}

void
tide_line_chart_set_unit_divisor (TideLineChart *self, double unit_divisor)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));
  g_return_if_fail (unit_divisor > 0);

  if (!(self->unit_divisor < unit_divisor) && !(self->unit_divisor > unit_divisor))
    return;

  self->unit_divisor = unit_divisor;
  tide_line_area_set_unit (self->area, self->unit_label, self->unit_divisor);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT_DIVISOR]);
}

TideLineKind
tide_line_chart_get_kind (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), TIDE_LINE_LINES);

  return self->kind;
}

void
tide_line_chart_set_kind (TideLineChart *self, TideLineKind kind)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  tide_line_area_set_kind (self->area, kind);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

const char *
tide_line_chart_get_empty_text (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), NULL);

  return self->empty_text;
}

void
tide_line_chart_set_empty_text (TideLineChart *self, const char *empty_text)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));

  if (!g_set_str (&self->empty_text, empty_text))
    return;

  update_empty_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY_TEXT]);
}

const char *
tide_line_chart_get_language (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), NULL);

  return self->language;
}

void
tide_line_chart_set_language (TideLineChart *self, const char *language)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));

  if (!g_set_str (&self->language, language))
    return;

  tide_line_area_set_language (self->area, self->language);
  update_empty_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
}

/**
 * tide_line_chart_get_cursor:
 * @self: a chart
 *
 * Returns: position of the point that the keys act on, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_line_chart_get_cursor (TideLineChart *self)
{
  g_return_val_if_fail (TIDE_IS_LINE_CHART (self), GTK_INVALID_LIST_POSITION);

  return tide_line_area_get_cursor (self->area);
}

/**
 * tide_line_chart_set_cursor:
 * @self: a chart
 * @cursor: a position; %GTK_INVALID_LIST_POSITION for none
 *
 * Moves the cursor; the focus goes with it if it is inside the chart.
 */
void
tide_line_chart_set_cursor (TideLineChart *self, guint cursor)
{
  g_return_if_fail (TIDE_IS_LINE_CHART (self));

  tide_line_area_set_cursor (self->area, cursor);
}
