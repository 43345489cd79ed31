/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-overview-card.h"

#include "chart/tide-bar-chart.h"
#include "stats/tide-figure-text.h"
#include "report/tide-overview-bars.h"
#include "ui/rows/tide-explain-button.h"
#include "ui/tide-chart-file.h"
#include "ui/tide-chart-sheet-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _TideOverviewCard
{
  AdwBin parent_instance;

  /* template children */
  TideBarChart *chart;
  AdwToggleGroup *measure_group;
  TideExplainButton *explain_button;

  char *projects_title;
  char *amounts_title;
  char *rule; /* nullable: what is counted, in words */
  gboolean keeps_empty;

  TideOverview *overview;                              /* owned, nullable until there is one */
  TideOverviewSeries series[TIDE_OVERVIEW_MAX_SERIES]; /* of the overview */
  guint n_series;
  TideOverviewStyle style;
};

G_DEFINE_FINAL_TYPE (TideOverviewCard, tide_overview_card, ADW_TYPE_BIN)

typedef enum
{
  PROP_PROJECTS_TITLE = 1,
  PROP_AMOUNTS_TITLE,
  PROP_RULE,
  PROP_KEEPS_EMPTY,
  PROP_SHOWS_AMOUNTS,
} TideOverviewCardProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SHOWS_AMOUNTS + 1];
static guint signals[N_SIGNALS];

static void
update_title (TideOverviewCard *self)
{
  const gboolean is_money = tide_overview_card_get_shows_amounts (self);
  const char *title = is_money ? self->amounts_title : self->projects_title;

  tide_bar_chart_set_title (self->chart, title);
  tide_bar_chart_set_empty_text (self->chart,
                                 is_money ? _ ("No Amounts of This Kind") : _ ("No Projects Yet"));
  if (title != NULL)
    tide_explain_button_set_title (self->explain_button, title);
}

static void
update_unit (TideOverviewCard *self)
{
  const TideUnit unit = self->style.chart_unit;
  const char *currency = self->series[0].breakdown->total->base.currency;
  g_autofree char *label = NULL;

  if (tide_overview_card_get_shows_amounts (self))
    label = tide_unit_dup_label (unit, currency, self->style.language);
  tide_bar_chart_set_unit_label (self->chart, label);
  tide_bar_chart_set_unit_divisor (self->chart,
                                   label != NULL ? (double) tide_unit_get_factor (unit) : 1);
}

static void
update_bars (TideOverviewCard *self)
{
  const TideOverviewScale scale = { .is_money = tide_overview_card_get_shows_amounts (self),
                                    .keeps_empty = self->keeps_empty,
                                    .unit = self->style.chart_unit,
                                    .language = self->style.language };
  g_autoptr (GListStore) bars = g_list_store_new (TIDE_TYPE_BAR);

  for (guint i = 0; i < self->n_series; i++)
    {
      const char prefix[] = { (char) ('0' + i), '/', '\0' };

      tide_overview_bars_add (bars, self->series[i].breakdown, self->series[i].name, &scale,
                              prefix);
    }
  tide_bar_chart_set_model (self->chart, G_LIST_MODEL (bars));
}

static void
add_amount_notes (TideOverviewCard *self, GPtrArray *notes)
{
  for (guint i = 0; i < self->n_series; i++)
    {
      TideValuation valuation = self->overview->question->valuation;

      valuation.kind = self->series[i].kind;
      if (self->series[i].name != NULL)
        g_ptr_array_add (notes, tide_figure_note_new (g_strdup (self->series[i].name), 0, NULL));
      tide_figure_add_amount_notes (notes, self->series[i].breakdown->total,
                                    self->overview->snapshot, &valuation,
                                    self->overview->question->taxonomy, self->style.language);
    }
}

static void
update_notes (TideOverviewCard *self)
{
  GPtrArray *notes = tide_figure_list_count_notes (self->series[0].breakdown->total, self->rule);

  if (tide_overview_card_get_shows_amounts (self))
    add_amount_notes (self, notes);
  tide_explain_button_take_notes (self->explain_button, notes);
}

static void
update (TideOverviewCard *self)
{
  update_title (self);
  if (self->overview == NULL)
    return;

  update_unit (self);
  update_bars (self);
  update_notes (self);
}

static void
on_measure_changed (TideOverviewCard *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWS_AMOUNTS]);
}

static void
on_save_requested (TideOverviewCard *self, GBytes *bytes, const char *name)
{
  tide_chart_file_choose (GTK_WIDGET (self), bytes, name);
}

static void
on_data_requested (TideOverviewCard *self, const TideChartTable *table, const char *name)
{
  tide_chart_sheet_file_choose (GTK_WIDGET (self), table, name);
}

static void
on_filter_requested (TideOverviewCard *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

/* The id of a bar is the number of its series and the key of its group. */
static void
on_bar_activated (TideOverviewCard *self, TideBar *bar)
{
  const char *id = tide_bar_get_id (bar);
  const TideBreakdown *breakdown = self->series[id[0] - '0'].breakdown;

  const TideGroup *group = tide_breakdown_find (breakdown, id + 2);

  g_signal_emit (self, signals[FILTER_REQUESTED], 0, group->figure->filter);
}

static void
tide_overview_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideOverviewCard *self = TIDE_OVERVIEW_CARD (object);

  switch ((TideOverviewCardProperty) id)
    {
    case PROP_PROJECTS_TITLE:
      g_value_set_string (value, self->projects_title);
      break;
    case PROP_AMOUNTS_TITLE:
      g_value_set_string (value, self->amounts_title);
      break;
    case PROP_RULE:
      g_value_set_string (value, self->rule);
      break;
    case PROP_KEEPS_EMPTY:
      g_value_set_boolean (value, self->keeps_empty);
      break;
    case PROP_SHOWS_AMOUNTS:
      g_value_set_boolean (value, tide_overview_card_get_shows_amounts (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideOverviewCard *self = TIDE_OVERVIEW_CARD (object);

  switch ((TideOverviewCardProperty) id)
    {
    case PROP_PROJECTS_TITLE:
      self->projects_title = g_value_dup_string (value);
      break;
    case PROP_AMOUNTS_TITLE:
      self->amounts_title = g_value_dup_string (value);
      break;
    case PROP_RULE:
      self->rule = g_value_dup_string (value);
      break;
    case PROP_KEEPS_EMPTY:
      self->keeps_empty = g_value_get_boolean (value);
      break;
    case PROP_SHOWS_AMOUNTS:
      tide_overview_card_set_shows_amounts (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_overview_card_constructed (GObject *object)
{
  G_OBJECT_CLASS (tide_overview_card_parent_class)->constructed (object);

  update_title (TIDE_OVERVIEW_CARD (object));
}

static void
tide_overview_card_dispose (GObject *object)
{
  TideOverviewCard *self = TIDE_OVERVIEW_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_OVERVIEW_CARD);
  g_clear_pointer (&self->overview, tide_overview_unref);

  G_OBJECT_CLASS (tide_overview_card_parent_class)->dispose (object);
}

static void
tide_overview_card_finalize (GObject *object)
{
  TideOverviewCard *self = TIDE_OVERVIEW_CARD (object);

  g_free (self->projects_title);
  g_free (self->amounts_title);
  g_free (self->rule);

  G_OBJECT_CLASS (tide_overview_card_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  props[PROP_PROJECTS_TITLE] = g_param_spec_string ("projects-title", NULL, NULL, NULL, once);
  props[PROP_AMOUNTS_TITLE] = g_param_spec_string ("amounts-title", NULL, NULL, NULL, once);
  props[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, once);
  props[PROP_KEEPS_EMPTY] = g_param_spec_boolean ("keeps-empty", NULL, NULL, FALSE, once);
  props[PROP_SHOWS_AMOUNTS]
      = g_param_spec_boolean ("shows-amounts", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
tide_overview_card_class_init (TideOverviewCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_overview_card_get_property;
  object_class->set_property = tide_overview_card_set_property;
  object_class->constructed = tide_overview_card_constructed;
  object_class->dispose = tide_overview_card_dispose;
  object_class->finalize = tide_overview_card_finalize;

  install_properties (object_class);
  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", TIDE_TYPE_OVERVIEW_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-overview-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCard, chart);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCard, measure_group);
  gtk_widget_class_bind_template_child (widget_class, TideOverviewCard, explain_button);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_save_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_data_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_measure_changed);
}

static void
tide_overview_card_init (TideOverviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_overview_card_show:
 * @self: a card
 * @overview: an overview
 * @series: (array length=n_series): what of it
 * @n_series: how many series, 1 or 2
 * @style: how it is worded
 */
void
tide_overview_card_show (TideOverviewCard *self,
                         TideOverview *overview,
                         const TideOverviewSeries *series,
                         guint n_series,
                         const TideOverviewStyle *style)
{
  TideOverview *old;

  g_return_if_fail (TIDE_IS_OVERVIEW_CARD (self));
  g_return_if_fail (n_series > 0 && n_series <= TIDE_OVERVIEW_MAX_SERIES);

  old = self->overview;
  self->overview = tide_overview_ref (overview);
  g_clear_pointer (&old, tide_overview_unref);
  memcpy (self->series, series, n_series * sizeof *series);
  self->n_series = n_series;
  self->style = *style;
  update (self);
}

gboolean
tide_overview_card_get_shows_amounts (TideOverviewCard *self)
{
  g_return_val_if_fail (TIDE_IS_OVERVIEW_CARD (self), FALSE);

  return g_strcmp0 (adw_toggle_group_get_active_name (self->measure_group), "amounts") == 0;
}

void
tide_overview_card_set_shows_amounts (TideOverviewCard *self, gboolean shows_amounts)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CARD (self));

  if (tide_overview_card_get_shows_amounts (self) != shows_amounts)
    adw_toggle_group_set_active_name (self->measure_group, shows_amounts ? "amounts" : "projects");
}

/**
 * tide_overview_card_set_orientation:
 * @self: a card
 * @orientation: where its bars run
 */
void
tide_overview_card_set_orientation (TideOverviewCard *self, GtkOrientation orientation)
{
  g_return_if_fail (TIDE_IS_OVERVIEW_CARD (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->chart), orientation);
}
