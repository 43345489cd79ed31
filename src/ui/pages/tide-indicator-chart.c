/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-indicator-chart.h"

#include "chart/tide-line-chart.h"
#include "stats/tide-indicator-share-text.h"
#include "stats/tide-series-text.h"
#include "ui/lists/tide-indicator-text.h"
#include "ui/pages/tide-indicator-points.h"
#include "ui/tide-chart-file.h"
#include "ui/tide-chart-sheet-file.h"

#include <glib/gi18n-lib.h>

struct _TideIndicatorChart
{
  AdwBin parent_instance;

  GPtrArray *series; /* owned: of TideSeries */

  /* template children */
  TideLineChart *chart;
  AdwToggleGroup *mode_group;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (TideIndicatorChart, tide_indicator_chart, ADW_TYPE_BIN)

typedef enum
{
  PROP_MODE = 1,
} TideIndicatorChartProperty;

static GParamSpec *props[PROP_MODE + 1];

static const struct
{
  const char *name;
  TideIndicatorMode mode;
  const char *title;
} modes[] = {
  { "levels", TIDE_INDICATOR_LEVELS, N_ ("Levels") },
  { "index", TIDE_INDICATOR_INDEX, N_ ("Index") },
  { "growth", TIDE_INDICATOR_GROWTH, N_ ("Growth From the Year Before") },
  { "log", TIDE_INDICATOR_LOG, N_ ("Levels, Logarithmic") },
};

static guint
find_mode (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (modes[i].name, name))
      return i;

  return 0;
}

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* What the chart shows of each series and what it leaves out, as its account says. */
static void
append_account (GString *text, const TideSeries *series, TideLanguage language)
{
  g_autofree char *name
      = tide_text_dup_isolated (tide_indicator_get_name (series->indicator, language));
  g_autofree char *account = tide_series_dup_account (series);
  g_auto (GStrv) lines = g_strsplit (account, "\n", -1);
  g_autofree char *joined = g_strjoinv (" · ", lines);
  /* Translators: the name of an indicator, and what a chart shows of it and what it leaves out */
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), name, joined);

  append_line (text, line);
}

static void
append_left_out (GString *text, TideIndicatorMode mode, guint n)
{
  g_autofree char *line = NULL;

  if (n == 0)
    return;

  if (mode == TIDE_INDICATOR_GROWTH)
    line = g_strdup_printf (
        /* Translators: how many values have nothing to be compared with */
        ngettext ("%u value without growth: there is no comparable value of the year before",
                  "%u values without growth: there is no comparable value of the year before", n),
        n);
  else if (mode == TIDE_INDICATOR_LOG)
    line = g_strdup_printf (
        /* Translators: how many values a logarithmic axis cannot show */
        ngettext ("%u value that is not above zero has no logarithm",
                  "%u values that are not above zero have no logarithm", n),
        n);
  else
    line = g_strdup_printf (
        /* Translators: how many values cannot be told as an index */
        ngettext ("%u value without an index", "%u values without an index", n), n);
  append_line (text, line);
}

static const char *
find_mode_note (TideIndicatorMode wanted, TideIndicatorMode shown)
{
  if (wanted != shown)
    return _ ("The units differ, so that one axis cannot show the values: this is an index, in per "
              "cent of the first value since the last break");
  if (shown == TIDE_INDICATOR_INDEX)
    return _ ("In per cent of the first value since the last break");
  if (shown == TIDE_INDICATOR_GROWTH)
    return _ ("Computed from the values at current prices");
  if (shown == TIDE_INDICATOR_LOG)
    return _ ("Equal distances are equal growth; 3 is 1,000");

  return NULL;
}

static char *
dup_axis_unit (TideIndicatorChart *self, TideIndicatorMode mode, TideLanguage language)
{
  g_autofree char *unit = NULL;

  if (mode == TIDE_INDICATOR_GROWTH || mode == TIDE_INDICATOR_INDEX)
    return g_strdup ("%");

  unit = self->series->len > 0
             ? tide_indicator_dup_unit (
                   ((const TideSeries *) g_ptr_array_index (self->series, 0))->indicator, language)
             : NULL;
  if (mode == TIDE_INDICATOR_LOG && unit != NULL)
    /* Translators: unit of a logarithmic axis, whose numbers are exponents */
    return g_strdup_printf (_ ("powers of ten of %s"), unit);

  return g_steal_pointer (&unit);
}

static void
update (TideIndicatorChart *self)
{
  const TideLanguage language = tide_language_get_default ();
  const guint index = find_mode (tide_indicator_chart_get_mode (self));
  const TideIndicatorMode wanted = modes[index].mode;
  const gboolean is_level = wanted == TIDE_INDICATOR_LEVELS || wanted == TIDE_INDICATOR_LOG;
  const TideIndicatorMode shown = is_level && !tide_indicator_points_have_one_unit (self->series)
                                      ? TIDE_INDICATOR_INDEX
                                      : wanted;
  g_autoptr (GListStore) points = g_list_store_new (TIDE_TYPE_POINT);
  g_autoptr (GString) note = g_string_new (find_mode_note (wanted, shown));
  g_autofree char *unit = dup_axis_unit (self, shown, language);
  guint n_left_out = 0;

  for (guint i = 0; i < self->series->len; i++)
    n_left_out += tide_indicator_points_append (points, g_ptr_array_index (self->series, i), shown,
                                                language);
  append_left_out (note, shown, n_left_out);
  for (guint i = 0; i < self->series->len; i++)
    append_account (note, g_ptr_array_index (self->series, i), language);

  tide_line_chart_set_title (self->chart,
                             _ (modes[shown != wanted ? TIDE_INDICATOR_INDEX : index].title));
  tide_line_chart_set_unit_label (self->chart, unit);
  tide_line_chart_set_model (self->chart, G_LIST_MODEL (points));
  gtk_label_set_text (self->note, note->str);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note->len > 0);
}

static void
on_mode_changed (TideIndicatorChart *self)
{
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODE]);
}

static void
on_save_requested (TideIndicatorChart *self, GBytes *bytes, const char *name)
{
  tide_chart_file_choose (GTK_WIDGET (self), bytes, name);
}

static void
on_data_requested (TideIndicatorChart *self, const TideChartTable *table, const char *name)
{
  tide_chart_sheet_file_choose (GTK_WIDGET (self), table, name);
}

static void
tide_indicator_chart_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideIndicatorChart *self = TIDE_INDICATOR_CHART (object);

  switch ((TideIndicatorChartProperty) id)
    {
    case PROP_MODE:
      g_value_set_string (value, tide_indicator_chart_get_mode (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicator_chart_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TideIndicatorChart *self = TIDE_INDICATOR_CHART (object);

  switch ((TideIndicatorChartProperty) id)
    {
    case PROP_MODE:
      tide_indicator_chart_set_mode (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicator_chart_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_INDICATOR_CHART);

  G_OBJECT_CLASS (tide_indicator_chart_parent_class)->dispose (object);
}

static void
tide_indicator_chart_finalize (GObject *object)
{
  g_ptr_array_unref (TIDE_INDICATOR_CHART (object)->series);

  G_OBJECT_CLASS (tide_indicator_chart_parent_class)->finalize (object);
}

static void
tide_indicator_chart_class_init (TideIndicatorChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_indicator_chart_get_property;
  object_class->set_property = tide_indicator_chart_set_property;
  object_class->dispose = tide_indicator_chart_dispose;
  object_class->finalize = tide_indicator_chart_finalize;

  props[PROP_MODE]
      = g_param_spec_string ("mode", NULL, NULL, "levels",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-indicator-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorChart, chart);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorChart, mode_group);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorChart, note);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_data_requested);
}

static void
tide_indicator_chart_init (TideIndicatorChart *self)
{
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_series_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * tide_indicator_chart_show:
 * @self: a chart
 * @reg: (nullable): a register
 * @indicators: ids of its indicators; others are ignored
 *
 * Shows them as they are now.
 */
void
tide_indicator_chart_show (TideIndicatorChart *self,
                           TideRegister *reg,
                           const char *const *indicators)
{
  g_return_if_fail (TIDE_IS_INDICATOR_CHART (self));

  g_ptr_array_set_size (self->series, 0);
  for (guint i = 0; reg != NULL && indicators[i] != NULL; i++)
    {
      const TidePayload *payload
          = tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, indicators[i]);
      const TideIndicatorPayload *indicator = TIDE_INDICATOR_PAYLOAD (payload);

      if (payload != NULL)
        g_ptr_array_add (self->series,
                         tide_series_new (indicator, tide_series_choose_precision (indicator)));
    }
  update (self);
}

/**
 * tide_indicator_chart_get_mode:
 * @self: a chart
 *
 * Returns: (transfer none): what is asked for: `levels`, `index`, `growth` or `log`
 */
const char *
tide_indicator_chart_get_mode (TideIndicatorChart *self)
{
  const char *name;

  g_return_val_if_fail (TIDE_IS_INDICATOR_CHART (self), NULL);

  name = adw_toggle_group_get_active_name (self->mode_group);

  return name != NULL ? name : modes[0].name;
}

/**
 * tide_indicator_chart_set_mode:
 * @self: a chart
 * @mode: (nullable): what is asked for; another word is `levels`
 */
void
tide_indicator_chart_set_mode (TideIndicatorChart *self, const char *mode)
{
  g_return_if_fail (TIDE_IS_INDICATOR_CHART (self));

  adw_toggle_group_set_active_name (self->mode_group, modes[find_mode (mode)].name);
}
