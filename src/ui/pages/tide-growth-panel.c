/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-growth-panel.h"

#include "stats/tide-growth-rate-text.h"
#include "stats/tide-series.h"
#include "ui/pages/tide-published-row.h"

#include <glib/gi18n-lib.h>

struct _TideGrowthPanel
{
  AdwPreferencesGroup parent_instance;

  /* template children */
  AdwComboRow *from_row;
  AdwComboRow *to_row;
  AdwActionRow *result_row;
  GtkLabel *value_label;

  TidePayload *indicator;    /* owned, nullable */
  GArray *periods;           /* owned, of TideDate: what can be chosen */
  GPtrArray *published_rows; /* owned, of borrowed rows */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TideGrowthPanel, tide_growth_panel, ADW_TYPE_PREFERENCES_GROUP)

typedef enum
{
  PROP_INDICATOR = 1,
} TideGrowthPanelProperty;

enum
{
  SPAN_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_INDICATOR + 1];
static guint signals[N_SIGNALS];

static const TideIndicatorPayload *
get_indicator (TideGrowthPanel *self)
{
  return TIDE_INDICATOR_PAYLOAD (self->indicator);
}

/* Periods ----------------------------------------------------------------------------------- */

static guint
find_period (TideGrowthPanel *self, const TideDate *period)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (tide_date_equal (&g_array_index (self->periods, TideDate, i), period))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
add_period (TideGrowthPanel *self, const TideDate *period)
{
  if (tide_date_is_real (period) && find_period (self, period) == GTK_INVALID_LIST_POSITION)
    g_array_append_val (self->periods, *period);
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  return tide_date_compare (a, b);
}

/* Those with a value, and those that somebody has published a rate for. */
static void
collect_periods (TideGrowthPanel *self)
{
  const TideIndicatorPayload *indicator = get_indicator (self);

  g_array_set_size (self->periods, 0);
  if (indicator == NULL)
    return;

  for (guint i = 0; i < tide_entries_get_n (indicator->observations); i++)
    {
      const TideObservation *observation = g_ptr_array_index (indicator->observations, i);

      if (observation->value.is_set)
        add_period (self, &observation->period);
    }
  for (guint i = 0; i < tide_entries_get_n (indicator->growth); i++)
    {
      const TideGrowth *growth = g_ptr_array_index (indicator->growth, i);

      add_period (self, &growth->from);
      add_period (self, &growth->to);
    }

  g_array_sort (self->periods, compare_periods);
}

static GListModel *
create_labels (TideGrowthPanel *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->periods->len; i++)
    gtk_string_list_take (labels, tide_date_dup_label (&g_array_index (self->periods, TideDate, i),
                                                       tide_language_get_default ()));

  return G_LIST_MODEL (labels);
}

static void
fill_periods (TideGrowthPanel *self)
{
  g_autoptr (GListModel) labels = NULL;

  collect_periods (self);
  labels = create_labels (self);
  adw_combo_row_set_model (self->from_row, labels);
  adw_combo_row_set_model (self->to_row, labels);
}

static void
get_selected (TideGrowthPanel *self, AdwComboRow *row, TideDate *period)
{
  const guint selected = adw_combo_row_get_selected (row);

  *period = selected < self->periods->len ? g_array_index (self->periods, TideDate, selected)
                                          : (TideDate) { 0 };
}

static gboolean
select_span (TideGrowthPanel *self, const TideDate *from, const TideDate *to)
{
  const guint first = find_period (self, from);
  const guint last = find_period (self, to);

  if (first == GTK_INVALID_LIST_POSITION || last == GTK_INVALID_LIST_POSITION)
    return FALSE;

  adw_combo_row_set_selected (self->from_row, first);
  adw_combo_row_set_selected (self->to_row, last);

  return TRUE;
}

/* The longest span that is published, else from the first to the last value. */
static void
select_usual_span (TideGrowthPanel *self)
{
  const TideIndicatorPayload *indicator = get_indicator (self);
  const TideGrowth *longest = NULL;
  g_autoptr (TideSeries) series = NULL;

  for (guint i = 0; i < tide_entries_get_n (indicator->growth); i++)
    {
      const TideGrowth *growth = g_ptr_array_index (indicator->growth, i);

      if (growth->rate.is_set
          && (longest == NULL
              || growth->to.year - growth->from.year > longest->to.year - longest->from.year))
        longest = growth;
    }
  if (longest != NULL && select_span (self, &longest->from, &longest->to))
    return;

  series = tide_series_new (indicator, tide_series_choose_precision (indicator));
  if (series->n_points > 0)
    select_span (self, &series->points[0].observation->period,
                 &series->points[series->n_points - 1].observation->period);
}

/* Results ----------------------------------------------------------------------------------- */

static void
add_line (GString *text, const char *line)
{
  if (line == NULL)
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* The ends of the interval, how they were worked out, and what was published for the same span. */
static char *
dup_account (TideGrowthPanel *self, const TideGrowthRate *rate)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) published
      = tide_growth_list_published (get_indicator (self), &rate->from, &rate->to);
  g_autofree char *refusal = tide_growth_rate_dup_refusal (rate, tide_language_get_default ());
  g_autofree char *interval = tide_growth_rate_dup_interval (rate);
  g_autofree char *formula = tide_growth_rate_dup_formula (rate);

  add_line (text, refusal);
  if (interval != NULL)
    /* Translators: %s is an interval of per cents: “16.323 to 16.333 %” */
    g_string_append_printf (text, _ ("The rounding of the values allows %s"), interval);
  add_line (text, formula);
  for (guint i = 0; i < published->len; i++)
    {
      g_autofree char *verdict
          = tide_growth_rate_dup_verdict (rate, g_ptr_array_index (published, i));

      add_line (text, verdict);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_result (TideGrowthPanel *self)
{
  g_autofree char *value = NULL;
  g_autofree char *account = NULL;
  g_autofree char *formula = NULL;
  TideGrowthRate rate;
  TideDate from;
  TideDate to;

  tide_growth_panel_get_span (self, &from, &to);
  tide_growth_rate_init (&rate, get_indicator (self), &from, &to);
  value = tide_growth_rate_dup_value (&rate);
  account = dup_account (self, &rate);
  formula = tide_growth_rate_dup_formula (&rate);

  gtk_label_set_text (self->value_label, value);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value_label), formula);
  adw_action_row_set_subtitle (self->result_row, account);
}

static void
on_published_activated (TideGrowthPanel *self, AdwActionRow *row)
{
  const TideGrowth *growth = g_object_get_data (G_OBJECT (row), "growth");

  tide_growth_panel_choose_span (self, &growth->from, &growth->to);
  g_signal_emit (self, signals[SPAN_CHANGED], 0);
}

static GtkWidget *
create_published_row (TideGrowthPanel *self, TideGrowth *growth)
{
  GtkWidget *row = tide_published_row_new (get_indicator (self), growth);

  g_object_set_data_full (G_OBJECT (row), "growth", tide_payload_ref (&growth->base),
                          (GDestroyNotify) tide_payload_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_published_activated), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static void
show_published (TideGrowthPanel *self)
{
  const TideIndicatorPayload *indicator = get_indicator (self);

  for (guint i = 0; i < self->published_rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_ptr_array_index (self->published_rows, i));
  g_ptr_array_set_size (self->published_rows, 0);

  for (guint i = 0; indicator != NULL && i < tide_entries_get_n (indicator->growth); i++)
    {
      TideGrowth *growth = g_ptr_array_index (indicator->growth, i);
      GtkWidget *row;

      if (!growth->rate.is_set)
        continue;

      row = create_published_row (self, growth);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->published_rows, row);
    }
}

static void
on_period_selected (TideGrowthPanel *self)
{
  if (self->is_filling || self->indicator == NULL)
    return;

  show_result (self);
  g_signal_emit (self, signals[SPAN_CHANGED], 0);
}

static void
tide_growth_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideGrowthPanel *self = TIDE_GROWTH_PANEL (object);

  switch ((TideGrowthPanelProperty) id)
    {
    case PROP_INDICATOR:
      g_value_set_boxed (value, self->indicator);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_growth_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideGrowthPanel *self = TIDE_GROWTH_PANEL (object);

  switch ((TideGrowthPanelProperty) id)
    {
    case PROP_INDICATOR:
      tide_growth_panel_set_indicator (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_growth_panel_dispose (GObject *object)
{
  TideGrowthPanel *self = TIDE_GROWTH_PANEL (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_GROWTH_PANEL);

  G_OBJECT_CLASS (tide_growth_panel_parent_class)->dispose (object);
}

static void
tide_growth_panel_finalize (GObject *object)
{
  TideGrowthPanel *self = TIDE_GROWTH_PANEL (object);

  g_clear_pointer (&self->indicator, tide_payload_unref);
  g_array_unref (self->periods);
  g_ptr_array_unref (self->published_rows);

  G_OBJECT_CLASS (tide_growth_panel_parent_class)->finalize (object);
}

static void
tide_growth_panel_class_init (TideGrowthPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_growth_panel_get_property;
  object_class->set_property = tide_growth_panel_set_property;
  object_class->dispose = tide_growth_panel_dispose;
  object_class->finalize = tide_growth_panel_finalize;

  props[PROP_INDICATOR]
      = g_param_spec_boxed ("indicator", NULL, NULL, TIDE_TYPE_PAYLOAD,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SPAN_CHANGED] = g_signal_new ("span-changed", TIDE_TYPE_GROWTH_PANEL, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-growth-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TideGrowthPanel, from_row);
  gtk_widget_class_bind_template_child (widget_class, TideGrowthPanel, to_row);
  gtk_widget_class_bind_template_child (widget_class, TideGrowthPanel, result_row);
  gtk_widget_class_bind_template_child (widget_class, TideGrowthPanel, value_label);
  gtk_widget_class_bind_template_callback (widget_class, on_period_selected);
}

static void
tide_growth_panel_init (TideGrowthPanel *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (TideDate));
  self->published_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_growth_panel_new:
 *
 * Returns: (transfer floating): a panel without an indicator
 */
GtkWidget *
tide_growth_panel_new (void)
{
  return g_object_new (TIDE_TYPE_GROWTH_PANEL, NULL);
}

/**
 * tide_growth_panel_get_indicator:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): the indicator
 */
const TidePayload *
tide_growth_panel_get_indicator (TideGrowthPanel *self)
{
  g_return_val_if_fail (TIDE_IS_GROWTH_PANEL (self), NULL);

  return self->indicator;
}

/**
 * tide_growth_panel_set_indicator:
 * @self: a panel
 * @indicator: (nullable): a sealed indicator
 *
 * Shows another indicator, or what became of the same one by an edit; the chosen periods stay as
 * far as they are still there, but not the only one there was before the second. Without an
 * indicator the panel is hidden.
 */
void
tide_growth_panel_set_indicator (TideGrowthPanel *self, const TidePayload *indicator)
{
  g_autoptr (TidePayload) before = NULL;
  TideDate from;
  TideDate to;
  gboolean had_choice;

  g_return_if_fail (TIDE_IS_GROWTH_PANEL (self));

  if (self->indicator == indicator)
    return;

  had_choice = self->periods->len > 1;
  tide_growth_panel_get_span (self, &from, &to);
  before = g_steal_pointer (&self->indicator);
  self->indicator = indicator != NULL ? tide_payload_ref (indicator) : NULL;

  self->is_filling = TRUE;
  fill_periods (self);
  if (indicator != NULL
      && (before == NULL || g_strcmp0 (before->id, indicator->id) != 0 || !had_choice
          || !select_span (self, &from, &to)))
    select_usual_span (self);
  self->is_filling = FALSE;

  show_published (self);
  if (indicator != NULL)
    show_result (self);
  gtk_widget_set_visible (GTK_WIDGET (self), indicator != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INDICATOR]);
}

/**
 * tide_growth_panel_get_span:
 * @self: a panel
 * @from: (out caller-allocates): the first period, unset where none can be chosen
 * @to: (out caller-allocates): the last one
 */
void
tide_growth_panel_get_span (TideGrowthPanel *self, TideDate *from, TideDate *to)
{
  g_return_if_fail (TIDE_IS_GROWTH_PANEL (self));

  get_selected (self, self->from_row, from);
  get_selected (self, self->to_row, to);
}

/**
 * tide_growth_panel_choose_span:
 * @self: a panel
 * @from: a period
 * @to: another one
 *
 * Returns: %FALSE where one of them cannot be chosen; then nothing is changed
 */
gboolean
tide_growth_panel_choose_span (TideGrowthPanel *self, const TideDate *from, const TideDate *to)
{
  gboolean is_there;

  g_return_val_if_fail (TIDE_IS_GROWTH_PANEL (self), FALSE);

  self->is_filling = TRUE;
  is_there = select_span (self, from, to);
  self->is_filling = FALSE;
  if (is_there)
    show_result (self);

  return is_there;
}
