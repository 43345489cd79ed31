/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-item-chart.h"

#include "chart/tide-chart-data.h"
#include "chart/tide-chart-text.h"

#include <glib/gi18n-lib.h>

/**
 * TideItemChart:
 *
 * A chart with one mark for each #TideChartItem of a list model: what funnels, bullets and donuts
 * have in common. Tab enters the chart, the arrow keys, Home and End move a cursor over its marks,
 * and Enter, Space and a click activate one. Screen readers meet a list with one item for each
 * mark: made for up to about 60 of them.
 */
typedef struct
{
  GListModel *model; /* owned, nullable */
  char *title;       /* owned, nullable */
  char *unit_label;  /* owned, nullable */
  char *empty_text;  /* owned, nullable */
  char *language;    /* owned, nullable */
  double unit_divisor;

  TideChartArea *area;    /* unowned: a child */
  GtkWidget *empty_label; /* template child */
} TideItemChartPrivate;

static void tide_item_chart_data_init (TideChartDataInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TideItemChart,
                                  tide_item_chart,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (TideItemChart)
                                      G_IMPLEMENT_INTERFACE (TIDE_TYPE_CHART_DATA,
                                                             tide_item_chart_data_init))

typedef enum
{
  PROP_MODEL = 1,
  PROP_TITLE,
  PROP_UNIT_LABEL,
  PROP_UNIT_DIVISOR,
  PROP_EMPTY_TEXT,
  PROP_LANGUAGE,
  PROP_CURSOR,
} TideItemChartProperty;

static GParamSpec *props[PROP_CURSOR + 1];

enum
{
  ITEM_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static TideItemChartPrivate *
get_private (TideItemChart *self)
{
  return tide_item_chart_get_instance_private (self);
}

static char *
dup_refusal (TideItemChart *self)
{
  TideItemChartClass *klass = TIDE_ITEM_CHART_GET_CLASS (self);

  return klass->dup_refusal != NULL ? klass->dup_refusal (self) : NULL;
}

static void
update_empty_text (TideItemChart *self, const char *refusal)
{
  TideItemChartPrivate *priv = get_private (self);
  const char *text = priv->empty_text != NULL ? priv->empty_text : _ ("Nothing to Show");

  tide_chart_text_set (GTK_LABEL (priv->empty_label), refusal != NULL ? refusal : text,
                       priv->language);
}

static void
update_title (TideItemChart *self)
{
  TideItemChartPrivate *priv = get_private (self);
  const char *title = priv->title != NULL ? priv->title : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->area), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
show_unit (TideItemChart *self)
{
  TideItemChartClass *klass = TIDE_ITEM_CHART_GET_CLASS (self);

  if (klass->show_unit != NULL)
    klass->show_unit (self);

  tide_chart_data_changed (TIDE_CHART_DATA (self));
}

static void
on_area_activated (TideItemChart *self, TideChartItem *item)
{
  g_signal_emit (self, signals[ITEM_ACTIVATED], 0, item);
}

static void
on_area_cursor_moved (TideItemChart *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CURSOR]);
}

static char *
tide_item_chart_dup_title (TideChartData *data)
{
  return g_strdup (get_private (TIDE_ITEM_CHART (data))->title);
}

static TideChartTable *
tide_item_chart_dup_table (TideChartData *data)
{
  return TIDE_ITEM_CHART_GET_CLASS (data)->dup_table (TIDE_ITEM_CHART (data));
}

static void
tide_item_chart_data_init (TideChartDataInterface *iface)
{
  iface->dup_title = tide_item_chart_dup_title;
  iface->dup_table = tide_item_chart_dup_table;
}

static gboolean
tide_item_chart_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (get_private (TIDE_ITEM_CHART (widget))->area));
}

static void
tide_item_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideItemChart *self = TIDE_ITEM_CHART (object);
  TideItemChartPrivate *priv = get_private (self);

  switch ((TideItemChartProperty) id)
    {
    case PROP_MODEL:
      g_value_set_object (value, priv->model);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_UNIT_LABEL:
      g_value_set_string (value, priv->unit_label);
      break;
    case PROP_UNIT_DIVISOR:
      g_value_set_double (value, priv->unit_divisor);
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, priv->empty_text);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, priv->language);
      break;
    case PROP_CURSOR:
      g_value_set_uint (value, tide_item_chart_get_cursor (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_item_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideItemChart *self = TIDE_ITEM_CHART (object);

  switch ((TideItemChartProperty) id)
    {
    case PROP_MODEL:
      tide_item_chart_set_model (self, g_value_get_object (value));
      break;
    case PROP_TITLE:
      tide_item_chart_set_title (self, g_value_get_string (value));
      break;
    case PROP_UNIT_LABEL:
      tide_item_chart_set_unit_label (self, g_value_get_string (value));
      break;
    case PROP_UNIT_DIVISOR:
      tide_item_chart_set_unit_divisor (self, g_value_get_double (value));
      break;
    case PROP_EMPTY_TEXT:
      tide_item_chart_set_empty_text (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      tide_item_chart_set_language (self, g_value_get_string (value));
      break;
    case PROP_CURSOR:
      tide_item_chart_set_cursor (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_item_chart_constructed (GObject *object)
{
  TideItemChart *self = TIDE_ITEM_CHART (object);
  TideItemChartPrivate *priv = get_private (self);

  G_OBJECT_CLASS (tide_item_chart_parent_class)->constructed (object);

  priv->area = g_object_new (TIDE_ITEM_CHART_GET_CLASS (self)->area_type, "vexpand", TRUE, NULL);
  gtk_widget_insert_before (GTK_WIDGET (priv->area), GTK_WIDGET (self), priv->empty_label);
  g_signal_connect_swapped (priv->area, "activated", G_CALLBACK (on_area_activated), self);
  g_signal_connect_swapped (priv->area, "cursor-moved", G_CALLBACK (on_area_cursor_moved), self);

  tide_chart_area_set_language (priv->area, priv->language);
  update_title (self);
  tide_item_chart_update (self);
}

static void
tide_item_chart_dispose (GObject *object)
{
  TideItemChart *self = TIDE_ITEM_CHART (object);
  TideItemChartPrivate *priv = get_private (self);

  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_data (priv->model, self);
  g_clear_object (&priv->model);
  g_clear_pointer ((GtkWidget **) &priv->area, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_ITEM_CHART);

  G_OBJECT_CLASS (tide_item_chart_parent_class)->dispose (object);
}

static void
tide_item_chart_finalize (GObject *object)
{
  TideItemChartPrivate *priv = get_private (TIDE_ITEM_CHART (object));

  g_free (priv->title);
  g_free (priv->unit_label);
  g_free (priv->empty_text);
  g_free (priv->language);

  G_OBJECT_CLASS (tide_item_chart_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * TideItemChart:model:
   *
   * The items: a list of what the kind of chart shows.
   */
  props[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  /**
   * TideItemChart:title:
   *
   * What the chart shows: its accessible name. The frame around it writes it.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /**
   * TideItemChart:unit-label:
   *
   * Name of the unit, at the axis if there is one.
   */
  props[PROP_UNIT_LABEL] = g_param_spec_string ("unit-label", NULL, NULL, NULL, flags);
  /**
   * TideItemChart:unit-divisor:
   *
   * How many of the values' units make one of that unit, above 0.
   */
  props[PROP_UNIT_DIVISOR]
      = g_param_spec_double ("unit-divisor", NULL, NULL, G_MINDOUBLE, G_MAXDOUBLE, 1, flags);
  /**
   * TideItemChart:empty-text:
   *
   * What is said where there are no items; %NULL for a general sentence.
   */
  props[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  /**
   * TideItemChart:language:
   *
   * The language whose glyphs Han characters get.
   */
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, "zh-hans", flags);
  /**
   * TideItemChart:cursor:
   *
   * Position of the mark that the keys act on, %GTK_INVALID_LIST_POSITION before the first visit.
   */
  props[PROP_CURSOR]
      = g_param_spec_uint ("cursor", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_item_chart_class_init (TideItemChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_item_chart_get_property;
  object_class->set_property = tide_item_chart_set_property;
  object_class->constructed = tide_item_chart_constructed;
  object_class->dispose = tide_item_chart_dispose;
  object_class->finalize = tide_item_chart_finalize;
  widget_class->grab_focus = tide_item_chart_grab_focus;

  install_properties (object_class);

  /**
   * TideItemChart::item-activated:
   * @item: the item
   *
   * A mark was clicked, or activated with the keyboard.
   */
  signals[ITEM_ACTIVATED]
      = g_signal_new ("item-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_CHART_ITEM);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/chart/tide-item-chart.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TideItemChart, empty_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tide_item_chart_init (TideItemChart *self)
{
  TideItemChartPrivate *priv = get_private (self);
  GtkLayoutManager *layout;

  priv->unit_divisor = 1;
  priv->language = g_strdup ("zh-hans");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "itemchart");

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * tide_item_chart_get_area:
 * @self: a chart
 *
 * Returns: (transfer none): what its marks stand in
 */
TideChartArea *
tide_item_chart_get_area (TideItemChart *self)
{
  return get_private (self)->area;
}

/**
 * tide_item_chart_create_items:
 * @self: a chart
 *
 * Returns: (transfer full) (element-type TideChartItem): the model's items as they are now
 */
GPtrArray *
tide_item_chart_create_items (TideItemChart *self)
{
  GListModel *model = get_private (self)->model;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (items, g_list_model_get_item (model, i));

  return items;
}

/**
 * tide_item_chart_update:
 * @self: a chart
 *
 * Shows the items as they are now, or says why not.
 */
void
tide_item_chart_update (TideItemChart *self)
{
  TideItemChartPrivate *priv = get_private (self);
  g_autoptr (GPtrArray) items = tide_item_chart_create_items (self);
  g_autofree char *refusal = dup_refusal (self);
  gboolean is_empty = items->len == 0 || refusal != NULL;

  if (is_empty)
    g_ptr_array_set_size (items, 0);
  if (TIDE_ITEM_CHART_GET_CLASS (self)->prepare != NULL)
    TIDE_ITEM_CHART_GET_CLASS (self)->prepare (self);

  update_empty_text (self, refusal);
  gtk_widget_set_visible (priv->empty_label, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (priv->area), !is_empty);
  tide_chart_area_set_items (priv->area, items);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
}

GListModel *
tide_item_chart_get_model (TideItemChart *self)
{
  g_return_val_if_fail (TIDE_IS_ITEM_CHART (self), NULL);

  return get_private (self)->model;
}

void
tide_item_chart_set_model (TideItemChart *self, GListModel *model)
{
  TideItemChartPrivate *priv = get_private (self);

  g_return_if_fail (TIDE_IS_ITEM_CHART (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (priv->model == model)
    return;

  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_func (priv->model, tide_item_chart_update, self);
  g_set_object (&priv->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (tide_item_chart_update), self,
                             G_CONNECT_SWAPPED);

  tide_item_chart_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODEL]);
}

const char *
tide_item_chart_get_title (TideItemChart *self)
{
  g_return_val_if_fail (TIDE_IS_ITEM_CHART (self), NULL);

  return get_private (self)->title;
}

void
tide_item_chart_set_title (TideItemChart *self, const char *title)
{
  g_return_if_fail (TIDE_IS_ITEM_CHART (self));

  if (!g_set_str (&get_private (self)->title, title))
    return;

  update_title (self);
  tide_chart_data_changed (TIDE_CHART_DATA (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

const char *
tide_item_chart_get_unit_label (TideItemChart *self)
{
  g_return_val_if_fail (TIDE_IS_ITEM_CHART (self), NULL);

  return get_private (self)->unit_label;
}

void
tide_item_chart_set_unit_label (TideItemChart *self, const char *unit_label)
{
  g_return_if_fail (TIDE_IS_ITEM_CHART (self));

  if (!g_set_str (&get_private (self)->unit_label, unit_label))
    return;

  show_unit (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT_LABEL]);
}

double
tide_item_chart_get_unit_divisor (TideItemChart *self)
{
  g_return_val_if_fail (TIDE_IS_ITEM_CHART (self), 1);

  return get_private (self)->unit_divisor;
}

void
tide_item_chart_set_unit_divisor (TideItemChart *self, double unit_divisor)
{
  TideItemChartPrivate *priv = get_private (self);

  g_return_if_fail (TIDE_IS_ITEM_CHART (self));
  g_return_if_fail (unit_divisor > 0);

  if (!(priv->unit_divisor < unit_divisor) && !(priv->unit_divisor > unit_divisor))
    return;

  priv->unit_divisor = unit_divisor;
  show_unit (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNIT_DIVISOR]);
}

const char *
tide_item_chart_get_empty_text (TideItemChart *self)
{
  g_return_val_if_fail (TIDE_IS_ITEM_CHART (self), NULL);

  return get_private (self)->empty_text;
}

void
tide_item_chart_set_empty_text (TideItemChart *self, const char *empty_text)
{
  g_autofree char *refusal = NULL;

  g_return_if_fail (TIDE_IS_ITEM_CHART (self));

  if (!g_set_str (&get_private (self)->empty_text, empty_text))
    return;

  refusal = dup_refusal (self);
  update_empty_text (self, refusal);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EMPTY_TEXT]);
}

const char *
tide_item_chart_get_language (TideItemChart *self)
{
  g_return_val_if_fail (TIDE_IS_ITEM_CHART (self), NULL);

  return get_private (self)->language;
}

void
tide_item_chart_set_language (TideItemChart *self, const char *language)
{
  TideItemChartPrivate *priv = get_private (self);

  g_return_if_fail (TIDE_IS_ITEM_CHART (self));

  if (!g_set_str (&priv->language, language))
    return;

  tide_chart_area_set_language (priv->area, priv->language);
  tide_item_chart_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LANGUAGE]);
}

/**
 * tide_item_chart_get_cursor:
 * @self: a chart
 *
 * Returns: position of the mark that the keys act on, or %GTK_INVALID_LIST_POSITION
 */
guint
tide_item_chart_get_cursor (TideItemChart *self)
{
  g_return_val_if_fail (TIDE_IS_ITEM_CHART (self), GTK_INVALID_LIST_POSITION);

  return tide_chart_area_get_cursor (get_private (self)->area);
}

/**
 * tide_item_chart_set_cursor:
 * @self: a chart
 * @cursor: a position; %GTK_INVALID_LIST_POSITION for none
 *
 * Moves the cursor; the focus goes with it if it is inside the chart.
 */
void
tide_item_chart_set_cursor (TideItemChart *self, guint cursor)
{
  g_return_if_fail (TIDE_IS_ITEM_CHART (self));

  tide_chart_area_set_cursor (get_private (self)->area, cursor);
}
