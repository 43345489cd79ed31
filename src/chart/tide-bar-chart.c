/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-chart.h"

#include "chart/tide-bar-area.h"
#include "chart/tide-chart-data.h"
#include "chart/tide-chart-text.h"

#include <glib/gi18n-lib.h>

/* The style sheet's colours, see TideBarMark. */
#define N_COLOURS 6

/**
 * TideBarChart:
 *
 * A chart of bars, horizontal (the default) or as columns, with the values written at them.
 *
 * The bars are #TideBar objects in a list model. Bars with the same label stand together, one for
 * each series. Tab enters the chart, the arrow keys, Home and End move a cursor over its bars, and
 * Enter, Space and a click activate one. Screen readers meet a list with one item for each bar:
 * made for up to about 60 of them. Title and legend are those of the #TideChartFrame around it.
 *
 * #GtkOrientable's orientation is the direction in which the bars run.
 */
struct _TideBarChart
{
  GtkWidget parent_instance;

  GListModel *model;   /* owned, nullable */
  TideBarTable *table; /* owned: all bars of the model */
  GHashTable *hidden;  /* owned set of labels: the series that are not drawn */
  char *title;         /* owned, nullable */
  char *unit_label;    /* owned, nullable */
  char *empty_text;    /* owned, nullable */
  char *language;      /* owned, nullable */
  double unit_divisor;
  GtkOrientation orientation;
  gboolean stacked;

  GtkWidget *empty_label; /* template children */
  TideBarArea *area;
};

static char *
tide_bar_chart_dup_title (TideChartData *data)
{
  return g_strdup (TIDE_BAR_CHART (data)->title);
}

static TideChartTable *
tide_bar_chart_dup_table (TideChartData *data)
{
  TideBarChart *self = TIDE_BAR_CHART (data);

  return tide_bar_table_write (self->table, self->unit_label);
}

static guint
tide_bar_chart_get_n_series (TideChartData *data)
{
  return TIDE_BAR_CHART (data)->table->series->len;
}

static const char *
get_series (TideBarChart *self, guint series)
{
  return g_ptr_array_index (self->table->series, series);
}

static char *
tide_bar_chart_dup_series_label (TideChartData *data, guint series)
{
  return g_strdup (get_series (TIDE_BAR_CHART (data), series));
}

static gboolean
tide_bar_chart_is_series_shown (TideChartData *data, guint series)
{
  TideBarChart *self = TIDE_BAR_CHART (data);

  return !g_hash_table_contains (self->hidden, get_series (self, series));
}

static void
show_bars (TideBarChart *self)
{
  gboolean is_empty = self->table->bars->len == 0;

  gtk_widget_set_visible (self->empty_label, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->area), !is_empty);
  tide_bar_area_set_table (self->area, tide_bar_table_new_without (self->model, self->hidden));
}

static void
tide_bar_chart_show_series (TideChartData *data, guint series, gboolean is_shown)
{
  TideBarChart *self = TIDE_BAR_CHART (data);

  if (is_shown)
    g_hash_table_remove (self->hidden, get_series (self, series));
  else
    g_hash_table_add (self->hidden, g_strdup (get_series (self, series)));
  show_bars (self);
}

static GtkWidget *
tide_bar_chart_create_swatch (TideChartData *data, guint series)
{
  GtkWidget *swatch
      = g_object_new (GTK_TYPE_BOX, "css-name", "barswatch", "valign", GTK_ALIGN_CENTER,
                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  g_autofree char *colour = g_strdup_printf ("series-%u", series % N_COLOURS + 1);

  gtk_widget_add_css_class (swatch, colour);

  return swatch;
}

static void
tide_bar_chart_data_init (TideChartDataInterface *iface)
{
  iface->dup_title = tide_bar_chart_dup_title;
  iface->dup_table = tide_bar_chart_dup_table;
  iface->get_n_series = tide_bar_chart_get_n_series;
  iface->dup_series_label = tide_bar_chart_dup_series_label;
  iface->is_series_shown = tide_bar_chart_is_series_shown;
  iface->show_series = tide_bar_chart_show_series;
  iface->create_swatch = tide_bar_chart_create_swatch;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TideBarChart,
                               tide_bar_chart,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ORIENTABLE, NULL)
                                   G_IMPLEMENT_INTERFACE (TIDE_TYPE_CHART_DATA,
                                                          tide_bar_chart_data_init))

typedef enum
{
  PROP_MODEL = 1,
  PROP_TITLE,
  PROP_UNIT_LABEL,
  PROP_UNIT_DIVISOR,
  PROP_STACKED,
  PROP_EMPTY_TEXT,
  PROP_LANGUAGE,
  PROP_CURSOR,
  PROP_ORIENTATION,
} TideBarChartProperty;

static GParamSpec *props[PROP_CURSOR + 1];

enum
{
  BAR_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_gone (gpointer series, gpointer value, gpointer table)
{
  GPtrArray *names = ((TideBarTable *) table)->series;

  return !g_ptr_array_find_with_equal_func (names, series, g_str_equal, NULL);
}

/* Series that are gone are not hidden any more, nor is one that is alone. */
static void
forget_hidden (TideBarChart *self)
{
  g_hash_table_foreach_remove (self->hidden, is_gone, self->table);
  if (g_hash_table_size (self->hidden) == self->table->series->len)
    g_hash_table_remove_all (self->hidden);
}

static void
update_bars (TideBarChart *self)
{
  g_clear_pointer (&self->table, tide_bar_table_free);
  self->table = tide_bar_table_new (self->model);
  forget_hidden (self);
  show_bars (self);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
}

static void
update_empty_text (TideBarChart *self)
{
  const char *text = self->empty_text != NULL ? self->empty_text : _ ("Nothing to Show");

  tide_chart_text_set (GTK_LABEL (self->empty_label), text, self->language);
}

static void
update_title (TideBarChart *self)
{
  const char *title = self->title != NULL ? self->title : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
set_orientation (TideBarChart *self, GtkOrientation orientation)
{
  gboolean is_vertical = orientation == GTK_ORIENTATION_VERTICAL;

  if (self->orientation == orientation)
    return;

  self->orientation = orientation;
  tide_bar_area_set_direction (self->area, is_vertical ? TIDE_BAR_VERTICAL : TIDE_BAR_HORIZONTAL);
  g_object_notify (G_OBJECT (self), "orientation");
}

static void
on_area_activated (TideChartArea *area, TideChartItem *bar, TideBarChart *self)
{
  g_signal_emit (self, signals[BAR_ACTIVATED], 0, bar);
}

static void
on_area_cursor_moved (TideChartArea *area, TideBarChart *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURSOR]);
}

static gboolean
tide_bar_chart_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_BAR_CHART (widget)->area));
}

static void
tide_bar_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideBarChart *self = TIDE_BAR_CHART (object);

  switch ((TideBarChartProperty) id)
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
    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, self->empty_text);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_CURSOR:
      g_value_set_uint (value, tide_bar_chart_get_cursor (self));
      break;
    case PROP_ORIENTATION:
      g_value_set_enum (value, self->orientation);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bar_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideBarChart *self = TIDE_BAR_CHART (object);

  switch ((TideBarChartProperty) id)
    {
    case PROP_MODEL:
      tide_bar_chart_set_model (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      tide_bar_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_UNIT_LABEL:
      tide_bar_chart_set_unit_label (self, g_value_get_string (value));
      break;
    case PROP_UNIT_DIVISOR:
      tide_bar_chart_set_unit_divisor (self, g_value_get_double (value));
      break;
    case PROP_STACKED:
      tide_bar_chart_set_stacked (self, g_value_get_boolean (value));
      break;
    case PROP_EMPTY_TEXT:
      tide_bar_chart_set_empty_text (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      tide_bar_chart_set_language (self, g_value_get_string (value));
      break;
    case PROP_CURSOR:
      tide_bar_chart_set_cursor (self, g_value_get_uint (value));
      break;
    case PROP_ORIENTATION:
      set_orientation (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_bar_chart_dispose (GObject *object)
{
  TideBarChart *self = TIDE_BAR_CHART (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_BAR_CHART);

  G_OBJECT_CLASS (tide_bar_chart_parent_class)->dispose (object);
}

static void
tide_bar_chart_finalize (GObject *object)
{
  TideBarChart *self = TIDE_BAR_CHART (object);

  tide_bar_table_free (self->table);
  g_hash_table_unref (self->hidden);
  g_free (self->title);
  g_free (self->unit_label);
  g_free (self->empty_text);
  g_free (self->language);

  G_OBJECT_CLASS (tide_bar_chart_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * TideBarChart:model:
   *
   * The bars: a list of #TideBar.
   */
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  /**
   * TideBarChart:title:
   *
   * What the chart shows: its accessible name, and the heading of its frame.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TideBarChart:unit-label:
   *
   * Name of the axis' unit.
   */
  props[PROP_UNIT_LABEL] = g_param_spec_string ("unit-label", NULL, NULL, NULL, flags);
  /**
   * TideBarChart:unit-divisor:
   *
   * How many of the values' units make one of the axis' unit, above 0.
   */
  props[PROP_UNIT_DIVISOR]
      = g_param_spec_double ("unit-divisor", NULL, NULL, G_MINDOUBLE, G_MAXDOUBLE, 1, flags);
  /**
   * TideBarChart:stacked:
   *
   * Whether the series of a category stand on top of each other instead of side by side.
   */
  props[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE, flags);
  /**
   * TideBarChart:empty-text:
   *
   * What is said where there are no bars; %NULL for a general sentence.
   */
  props[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  /**
   * TideBarChart:language:
   *
   * The language whose glyphs Han characters get.
   */
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "zh-hans", flags);
  /**
   * TideBarChart:cursor:
   *
   * Position among the bars that are shown of the one that the keys act on,
   * %GTK_INVALID_LIST_POSITION before the first visit.
   */
  props[PROP_CURSOR]
      = g_param_spec_uint ("cursor", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  g_object_class_override_property (object_class, PROP_ORIENTATION, "orientation");
}

static void
tide_bar_chart_class_init (TideBarChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_bar_chart_get_property;
  object_class->set_property = tide_bar_chart_set_property;
  object_class->dispose = tide_bar_chart_dispose;
  object_class->finalize = tide_bar_chart_finalize;
  widget_class->grab_focus = tide_bar_chart_grab_focus;

  install_properties (object_class);

  /**
   * TideBarChart::bar-activated:
   * @bar: the bar
   *
   * A bar was clicked, or activated with the keyboard.
   */
  signals[BAR_ACTIVATED]
      = g_signal_new ("bar-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_BAR);

  g_type_ensure (TIDE_TYPE_BAR_AREA);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/chart/tide-bar-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, TideBarChart, empty_label);
  gtk_widget_class_bind_template_child (widget_class, TideBarChart, area);
  gtk_widget_class_bind_template_callback (widget_class, on_area_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_area_cursor_moved);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tide_bar_chart_init (TideBarChart *self)
{
  GtkLayoutManager *layout;

  self->hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unit_divisor = 1;
  self->language = g_strdup ("zh-hans");
  gtk_widget_init_template (GTK_WIDGET (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  tide_chart_area_set_language (TIDE_CHART_AREA (self->area), self->language);
  update_title (self);
  update_empty_text (self);
  update_bars (self);
}

/**
 * tide_bar_chart_new:
 *
 * Returns: (transfer floating): a chart without bars
 */
GtkWidget *
tide_bar_chart_new (void)
{
  return g_object_new (TIDE_TYPE_BAR_CHART, NULL);
}

GListModel *
tide_bar_chart_get_model (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), NULL);

  return self->model;
}

void
tide_bar_chart_set_model (TideBarChart *self, GListModel *model)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update_bars, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (update_bars), self,
                             G_CONNECT_SWAPPED);

  update_bars (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

const char *
tide_bar_chart_get_title (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), NULL);

  return self->title;
}

void
tide_bar_chart_set_title (TideBarChart *self, const char *title)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));

  if (!g_set_str (&self->title, title))
    return;

  update_title (self);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
tide_bar_chart_get_unit_label (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), NULL);

  return self->unit_label;
}

void
tide_bar_chart_set_unit_label (TideBarChart *self, const char *unit_label)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));

  if (!g_set_str (&self->unit_label, unit_label))
    return;

  tide_bar_area_set_unit (self->area, self->unit_label, self->unit_divisor);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT_LABEL]);
}

double
tide_bar_chart_get_unit_divisor (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), 1);

  return self->unit_divisor;
}

void
tide_bar_chart_set_unit_divisor (TideBarChart *self, double unit_divisor)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));
  g_return_if_fail (unit_divisor > 0);

  if (!(self->unit_divisor < unit_divisor) && !(self->unit_divisor > unit_divisor))
    return;

  self->unit_divisor = unit_divisor;
  tide_bar_area_set_unit (self->area, self->unit_label, self->unit_divisor);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT_DIVISOR]);
}

gboolean
tide_bar_chart_get_stacked (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), FALSE);

  return self->stacked;
}

void
tide_bar_chart_set_stacked (TideBarChart *self, gboolean stacked)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));

  stacked = !!stacked;
  if (self->stacked == stacked)
    return;

  self->stacked = stacked;
  tide_bar_area_set_arrangement (self->area, stacked ? TIDE_BAR_STACKED : TIDE_BAR_GROUPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STACKED]);
}

const char *
tide_bar_chart_get_empty_text (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), NULL);

  return self->empty_text;
}

void
tide_bar_chart_set_empty_text (TideBarChart *self, const char *empty_text)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));

  if (!g_set_str (&self->empty_text, empty_text))
    return;

  update_empty_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY_TEXT]);
}

const char *
tide_bar_chart_get_language (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), NULL);

  return self->language;
}

void
tide_bar_chart_set_language (TideBarChart *self, const char *language)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));

  if (!g_set_str (&self->language, language))
    return;

  tide_chart_area_set_language (TIDE_CHART_AREA (self->area), self->language);
  update_empty_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
}

/**
 * tide_bar_chart_get_cursor:
 * @self: a chart
 *
 * Returns: position of the bar that the keys act on, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_bar_chart_get_cursor (TideBarChart *self)
{
  g_return_val_if_fail (TIDE_IS_BAR_CHART (self), GTK_INVALID_LIST_POSITION);

  return tide_chart_area_get_cursor (TIDE_CHART_AREA (self->area));
}

/**
 * tide_bar_chart_set_cursor:
 * @self: a chart
 * @cursor: a position; %GTK_INVALID_LIST_POSITION for none
 *
 * Moves the cursor; the focus goes with it if it is inside the chart.
 */
void
tide_bar_chart_set_cursor (TideBarChart *self, guint cursor)
{
  g_return_if_fail (TIDE_IS_BAR_CHART (self));

  tide_chart_area_set_cursor (TIDE_CHART_AREA (self->area), cursor);
}
