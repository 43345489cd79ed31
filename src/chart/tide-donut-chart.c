/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-donut-chart.h"

#include "chart/tide-donut-area.h"
#include "chart/tide-share-text.h"
#include "plot/tide-donut-layout.h"

#include <glib/gi18n-lib.h>

/**
 * TideDonutChart:
 *
 * Parts of a whole as slices of a ring: up to six #TideChartItem and a rest, which the owner of the
 * model gathers. Angles are read worse than lengths: a chart of bars is the better choice unless
 * all that matters is that there are few parts of one whole. What would be untrue as a ring is not
 * drawn: negative parts, and parts that add up to more than the whole.
 */
struct _TideDonutChart
{
  TideItemChart parent_instance;

  char *total_text; /* owned, nullable */
  double whole;     /* below 0 for the sum of the parts */
};

G_DEFINE_FINAL_TYPE (TideDonutChart, tide_donut_chart, TIDE_TYPE_ITEM_CHART)

typedef enum
{
  PROP_WHOLE = 1,
  PROP_TOTAL_TEXT,
} TideDonutChartProperty;

static GParamSpec *props[PROP_TOTAL_TEXT + 1];

static TideDonutCell *
create_cells (GPtrArray *items)
{
  TideDonutCell *cells = g_new0 (TideDonutCell, items->len);

  for (guint i = 0; i < items->len; i++)
    cells[i] = (TideDonutCell) {
      .has_value = tide_chart_item_has_value (g_ptr_array_index (items, i)),
      .value = tide_chart_item_get_value (g_ptr_array_index (items, i)),
    };

  return cells;
}

static double
get_real_whole (TideDonutChart *self, const TideDonutCell *cells, guint n_cells)
{
  return self->whole < 0 ? tide_donut_add_up (cells, n_cells) : self->whole;
}

static char *
dup_sentence (TideDonutVerdict verdict, guint n_items)
{
  switch (verdict)
    {
    case TIDE_DONUT_NEGATIVE:
      return g_strdup (_ ("Not drawn: negative values cannot be parts of a ring."));
    case TIDE_DONUT_TOO_MANY:
      /* Translators: instead of a chart; both are numbers of parts. */
      return g_strdup_printf (_ ("Not drawn: a ring has room for %u parts, not for %u."),
                              (guint) TIDE_DONUT_MAX_SLICES, n_items);
    case TIDE_DONUT_EXCEEDED:
      return g_strdup (_ ("Not drawn: the parts add up to more than the whole."));
    case TIDE_DONUT_DRAWN:
    case TIDE_DONUT_EMPTY:
      return NULL;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_nothing (GPtrArray *items, double whole)
{
  return items->len > 0 && !(whole > 0);
}

static char *
tide_donut_chart_dup_refusal (TideItemChart *chart)
{
  TideDonutChart *self = TIDE_DONUT_CHART (chart);
  const char *empty_text = tide_item_chart_get_empty_text (chart);
  g_autoptr (GPtrArray) items = tide_item_chart_create_items (chart);
  g_autofree TideDonutCell *cells = create_cells (items);
  double whole = get_real_whole (self, cells, items->len);
  char *sentence = dup_sentence (tide_donut_judge (cells, items->len, whole), items->len);

  if (sentence != NULL || !is_nothing (items, whole))
    return sentence;

  return g_strdup (empty_text != NULL ? empty_text : _ ("Nothing to Show"));
}

static void
take_row (TideChartTable *table, TideChartItem *item, double whole)
{
  const char *label = tide_chart_item_get_label (item);
  const char *value = tide_chart_item_get_value_text (item);
  g_autofree char *share = tide_chart_item_has_value (item)
                               ? tide_share_text_new (tide_chart_item_get_value (item), whole)
                               : NULL;
  const char *const cells[] = {
    label != NULL ? label : "",
    value != NULL ? value : "",
    share != NULL ? share : "",
    NULL,
  };

  tide_chart_table_take_row (table, g_strdupv ((GStrv) cells));
}

static TideChartTable *
tide_donut_chart_dup_table (TideItemChart *chart)
{
  TideDonutChart *self = TIDE_DONUT_CHART (chart);
  TideChartTable *table = tide_chart_table_new ();
  g_autoptr (GPtrArray) items = tide_item_chart_create_items (chart);
  g_autofree TideDonutCell *cells = create_cells (items);
  double whole = get_real_whole (self, cells, items->len);

  tide_chart_table_take_column (table, g_strdup (C_ ("chart", "Name")));
  tide_chart_table_take_column (table, g_strdup (C_ ("chart", "Value")));
  tide_chart_table_take_column (table, g_strdup (_ ("Share of the Whole")));
  for (guint i = 0; i < items->len; i++)
    take_row (table, g_ptr_array_index (items, i), whole);

  return table;
}

static void
tide_donut_chart_prepare (TideItemChart *chart)
{
  TideDonutChart *self = TIDE_DONUT_CHART (chart);
  g_autoptr (GPtrArray) items = tide_item_chart_create_items (chart);
  g_autofree TideDonutCell *cells = create_cells (items);

  tide_donut_area_set_whole (TIDE_DONUT_AREA (tide_item_chart_get_area (chart)),
                             get_real_whole (self, cells, items->len), self->total_text);
}

static void
tide_donut_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideDonutChart *self = TIDE_DONUT_CHART (object);

  switch ((TideDonutChartProperty) id)
    {
    case PROP_WHOLE:
      g_value_set_double (value, self->whole);
      break;
    case PROP_TOTAL_TEXT:
      g_value_set_string (value, self->total_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_donut_chart_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideDonutChart *self = TIDE_DONUT_CHART (object);

  switch ((TideDonutChartProperty) id)
    {
    case PROP_WHOLE:
      tide_donut_chart_set_whole (self, g_value_get_double (value));
      break;
    case PROP_TOTAL_TEXT:
      tide_donut_chart_set_total_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_donut_chart_finalize (GObject *object)
{
  TideDonutChart *self = TIDE_DONUT_CHART (object);

  g_free (self->total_text);

  G_OBJECT_CLASS (tide_donut_chart_parent_class)->finalize (object);
}

static void
tide_donut_chart_class_init (TideDonutChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  TideItemChartClass *chart_class = TIDE_ITEM_CHART_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_donut_chart_get_property;
  object_class->set_property = tide_donut_chart_set_property;
  object_class->finalize = tide_donut_chart_finalize;
  chart_class->area_type = TIDE_TYPE_DONUT_AREA;
  chart_class->dup_refusal = tide_donut_chart_dup_refusal;
  chart_class->dup_table = tide_donut_chart_dup_table;
  chart_class->prepare = tide_donut_chart_prepare;

  /**
   * TideDonutChart:whole:
   *
   * What the items are parts of, in the values' units; below 0 for the sum of those that are known.
   * Where they are less, the rest of the ring stays empty.
   */
  props[PROP_WHOLE] = g_param_spec_double ("whole", NULL, NULL, -1, G_MAXDOUBLE, -1, flags);
  /**
   * TideDonutChart:total-text:
   *
   * What is written in the middle: the whole as it is shown, unit included.
   */
  props[PROP_TOTAL_TEXT] = g_param_spec_string ("total-text", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "donutchart");
}

static void
tide_donut_chart_init (TideDonutChart *self)
{
  self->whole = -1;
}

/**
 * tide_donut_chart_new:
 *
 * Returns: (transfer floating): a chart without slices
 */
GtkWidget *
tide_donut_chart_new (void)
{
  return g_object_new (TIDE_TYPE_DONUT_CHART, NULL);
}

/**
 * tide_donut_chart_get_whole:
 * @self: a chart
 *
 * Returns: what the items are parts of; below 0 for the sum of those that are known
 */
double
tide_donut_chart_get_whole (TideDonutChart *self)
{
  g_return_val_if_fail (TIDE_IS_DONUT_CHART (self), -1);

  return self->whole;
}

void
tide_donut_chart_set_whole (TideDonutChart *self, double whole)
{
  g_return_if_fail (TIDE_IS_DONUT_CHART (self));

  if (!(self->whole < whole) && !(self->whole > whole))
    return;

  self->whole = whole;
  tide_item_chart_update (TIDE_ITEM_CHART (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WHOLE]);
}

const char *
tide_donut_chart_get_total_text (TideDonutChart *self)
{
  g_return_val_if_fail (TIDE_IS_DONUT_CHART (self), NULL);

  return self->total_text;
}

void
tide_donut_chart_set_total_text (TideDonutChart *self, const char *total_text)
{
  g_return_if_fail (TIDE_IS_DONUT_CHART (self));

  if (!g_set_str (&self->total_text, total_text))
    return;

  tide_item_chart_update (TIDE_ITEM_CHART (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TOTAL_TEXT]);
}
