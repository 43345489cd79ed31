/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-overview-charts.h"

#include "chart/tide-bar-chart.h"
#include "ui/pages/tide-growth-text.h"
#include "report/tide-overview-bars.h"
#include "ui/pages/tide-overview-card.h"
#include "ui/tide-chart-file.h"
#include "ui/tide-chart-sheet-file.h"

/* The cards that show one part each, and whether they show amounts at first. */
static const struct
{
  const char *name; /* in the kept view */
  TideOverviewPart part;
  gboolean shows_amounts;
} cards[] = {
  { "stages", TIDE_OVERVIEW_STAGES, FALSE },       { "divisions", TIDE_OVERVIEW_DIVISIONS, FALSE },
  { "sectors", TIDE_OVERVIEW_SECTORS, TRUE },      { "time", TIDE_OVERVIEW_AGREED_OVER_TIME, TRUE },
  { "parties", TIDE_OVERVIEW_PARTY_KINDS, FALSE }, { "sizes", TIDE_OVERVIEW_SIZES, FALSE },
};

struct _TideOverviewCharts
{
  AdwBin parent_instance;

  /* template children */
  TideOverviewCard *cards[G_N_ELEMENTS (cards)];
  GtkWidget *pipeline_row;
  GtkWidget *parties_row;
  GtkWidget *indicators_card;
  TideBarChart *indicators_chart;
  GtkLabel *growth_label;

  gboolean is_columned;
  gboolean is_narrow;
};

G_DEFINE_FINAL_TYPE (TideOverviewCharts, tide_overview_charts, ADW_TYPE_BIN)

typedef enum
{
  PROP_COLUMNED = 1,
  PROP_NARROW,
} TideOverviewChartsProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_NARROW + 1];
static guint signals[N_SIGNALS];

static void
show_time (TideOverviewCard *card, TideOverview *overview, const TideOverviewStyle *style)
{
  const TideOverviewSeries series[]
      = { { overview->parts[TIDE_OVERVIEW_AGREED_OVER_TIME],
            tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, "agreement", style->language),
            TIDE_AMOUNT_KIND_AGREEMENT },
          { overview->parts[TIDE_OVERVIEW_ARRIVED_OVER_TIME],
            tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, "arrived", style->language),
            TIDE_AMOUNT_KIND_ARRIVED } };

  tide_overview_card_show (card, overview, series, G_N_ELEMENTS (series), style);
}

static void
show_part (TideOverviewCard *card,
           TideOverview *overview,
           TideOverviewPart part,
           const TideOverviewStyle *style)
{
  const TideOverviewSeries series
      = { overview->parts[part], NULL, overview->question->valuation.kind };

  if (part == TIDE_OVERVIEW_AGREED_OVER_TIME)
    show_time (card, overview, style);
  else
    tide_overview_card_show (card, overview, &series, 1, style);
}

static void
show_growth (TideOverviewCharts *self, TideSnapshot *snapshot, TideLanguage language)
{
  g_autofree char *growth = tide_growth_dup_text (snapshot, language);

  gtk_label_set_text (self->growth_label, growth);
  gtk_widget_set_visible (GTK_WIDGET (self->growth_label), *growth != '\0');
}

/* Observed values are of the register's own currency, at no rate. */
static void
show_indicators (TideOverviewCharts *self, TideSnapshot *snapshot, const TideOverviewStyle *style)
{
  const char *currency = tide_snapshot_get_settings (snapshot)->currency;
  g_autoptr (GListModel) bars
      = tide_overview_bars_of_indicators (snapshot, style->chart_unit, style->language);
  g_autofree char *label = tide_unit_dup_label (style->chart_unit, currency, style->language);

  tide_bar_chart_set_unit_label (self->indicators_chart, label);
  tide_bar_chart_set_unit_divisor (self->indicators_chart,
                                   (double) tide_unit_get_factor (style->chart_unit));
  tide_bar_chart_set_model (self->indicators_chart, bars);
  show_growth (self, snapshot, style->language);
  gtk_widget_set_visible (self->indicators_card, g_list_model_get_n_items (bars) > 0);
}

static void
on_save_requested (TideOverviewCharts *self, GBytes *bytes, const char *name)
{
  tide_chart_file_choose (GTK_WIDGET (self), bytes, name);
}

static void
on_data_requested (TideOverviewCharts *self, const TideChartTable *table, const char *name)
{
  tide_chart_sheet_file_choose (GTK_WIDGET (self), table, name);
}

static void
on_filter_requested (TideOverviewCharts *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
arrange_row (GtkWidget *row, gboolean is_columned)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (row), is_columned ? GTK_ORIENTATION_HORIZONTAL
                                                                    : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (GTK_BOX (row), is_columned);
}

static void
set_columned (TideOverviewCharts *self, gboolean is_columned)
{
  if (self->is_columned == is_columned)
    return;

  self->is_columned = is_columned;
  arrange_row (self->pipeline_row, is_columned);
  arrange_row (self->parties_row, is_columned);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLUMNED]);
}

static void
update_upright (TideOverviewCharts *self)
{
  const GtkOrientation orientation
      = self->is_narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->indicators_chart), orientation);
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    if (cards[i].part == TIDE_OVERVIEW_AGREED_OVER_TIME)
      tide_overview_card_set_orientation (self->cards[i], orientation);
}

static void
set_narrow (TideOverviewCharts *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  update_upright (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NARROW]);
}

static void
tide_overview_charts_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideOverviewCharts *self = TIDE_OVERVIEW_CHARTS (object);

  switch ((TideOverviewChartsProperty) id)
    {
    case PROP_COLUMNED:
      g_value_set_boolean (value, self->is_columned);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_charts_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TideOverviewCharts *self = TIDE_OVERVIEW_CHARTS (object);

  switch ((TideOverviewChartsProperty) id)
    {
    case PROP_COLUMNED:
      set_columned (self, g_value_get_boolean (value));
      break;
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_charts_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_OVERVIEW_CHARTS);

  G_OBJECT_CLASS (tide_overview_charts_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-overview-charts.ui");
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *id = g_strconcat (cards[i].name, "_card", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, id, FALSE,
                                                 G_STRUCT_OFFSET (TideOverviewCharts, cards)
                                                     + (gssize) (i * sizeof (TideOverviewCard *)));
    }
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCharts, pipeline_row);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCharts, parties_row);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCharts, indicators_card);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCharts, indicators_chart);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCharts, growth_label);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_save_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_data_requested);
}

static void
tide_overview_charts_class_init (TideOverviewChartsClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tide_overview_charts_get_property;
  object_class->set_property = tide_overview_charts_set_property;
  object_class->dispose = tide_overview_charts_dispose;

  props[PROP_COLUMNED] = g_param_spec_boolean ("columned", NULL, NULL, TRUE, flags);
  props[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_OVERVIEW_CHARTS, G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
tide_overview_charts_init (TideOverviewCharts *self)
{
  self->is_columned = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_upright (self);
}

/**
 * tide_overview_charts_show:
 * @self: the charts
 * @overview: an overview
 * @style: how it is worded
 */
void
tide_overview_charts_show (TideOverviewCharts *self,
                           TideOverview *overview,
                           const TideOverviewStyle *style)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CHARTS (self));

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    show_part (self->cards[i], overview, cards[i].part, style);
  show_indicators (self, overview->snapshot, style);
}

/**
 * tide_overview_charts_reset:
 * @self: the charts
 *
 * Shows counts and amounts where it did at first.
 */
void
tide_overview_charts_reset (TideOverviewCharts *self)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CHARTS (self));

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    tide_overview_card_set_shows_amounts (self->cards[i], cards[i].shows_amounts);
}

/**
 * tide_overview_charts_keep:
 * @self: the charts
 * @view: a dictionary
 *
 * Puts into @view which charts show amounts.
 */
void
tide_overview_charts_keep (TideOverviewCharts *self, GVariantDict *view)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CHARTS (self));

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    g_variant_dict_insert (view, cards[i].name, "b",
                           tide_overview_card_get_shows_amounts (self->cards[i]));
}

/**
 * tide_overview_charts_restore:
 * @self: the charts
 * @view: a dictionary, such as tide_overview_charts_keep() filled
 */
void
tide_overview_charts_restore (TideOverviewCharts *self, GVariantDict *view)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CHARTS (self));

  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      gboolean shows_amounts = cards[i].shows_amounts;

      g_variant_dict_lookup (view, cards[i].name, "b", &shows_amounts);
      tide_overview_card_set_shows_amounts (self->cards[i], shows_amounts);
    }
}
