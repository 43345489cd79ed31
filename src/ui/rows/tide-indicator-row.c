/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-indicator-row.h"

#include "chart/tide-sparkline.h"
#include "stats/tide-series.h"
#include "ui/lists/tide-indicator-text.h"

#include <glib/gi18n-lib.h>

struct _TideIndicatorRow
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  TideRecord *record;  /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the record */

  /* template children */
  GtkCheckButton *check;
  GtkLabel *name;
  GtkLabel *details;
  GtkLabel *latest;
  TideSparkline *sparkline;
};

G_DEFINE_FINAL_TYPE (TideIndicatorRow, tide_indicator_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_CHOSEN = 1,
} TideIndicatorRowProperty;

static GParamSpec *props[PROP_CHOSEN + 1];

static const TideIndicatorPayload *
get_indicator (TideIndicatorRow *self)
{
  return TIDE_INDICATOR_PAYLOAD (tide_record_get_payload (self->record));
}

static char *
dup_latest (const TideSeries *series)
{
  const TideObservation *observation;
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;

  if (series->n_points == 0)
    return g_strdup (_ ("No values yet"));

  observation = series->points[series->n_points - 1].observation;
  value = tide_indicator_dup_value (series->indicator, observation, tide_language_get_default ());
  period = tide_date_dup_label (&observation->period, tide_language_get_default ());

  /* Translators: the latest value of an indicator, and the year or quarter that it is of: “641.1
   * billion yuan in 2022” */
  return g_strdup_printf (_ ("%s in %s"), value, period);
}

static void
show_line (TideIndicatorRow *self, const TideSeries *series)
{
  g_autofree double *values = g_new (double, series->n_points);

  for (guint i = 0; i < series->n_points; i++)
    values[i] = tide_decimal_to_double (&series->points[i].observation->value);
  tide_sparkline_set_values (self->sparkline, values, series->n_points);
  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), series->n_points > 1);
}

static void
show (TideIndicatorRow *self)
{
  const TideIndicatorPayload *indicator = get_indicator (self);
  const char *name = tide_indicator_get_name (indicator, tide_language_get_default ());
  g_autofree char *isolated = tide_text_dup_isolated (name);
  g_autofree char *details
      = tide_indicator_dup_details (self->reg, indicator, tide_language_get_default ());
  g_autoptr (TideSeries) series
      = tide_series_new (indicator, tide_series_choose_precision (indicator));
  g_autofree char *latest = dup_latest (series);
  /* Translators: %s is the name of an indicator, which is drawn in the chart if this is ticked */
  g_autofree char *label = g_strdup_printf (_ ("Show “%s” in the chart"), isolated);

  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->details, details);
  gtk_label_set_text (self->latest, latest);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  show_line (self, series);
}

static void
on_check_toggled (TideIndicatorRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHOSEN]);
}

static void
tide_indicator_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideIndicatorRow *self = TIDE_INDICATOR_ROW (object);

  switch ((TideIndicatorRowProperty) id)
    {
    case PROP_CHOSEN:
      g_value_set_boolean (value, tide_indicator_row_get_chosen (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicator_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideIndicatorRow *self = TIDE_INDICATOR_ROW (object);

  switch ((TideIndicatorRowProperty) id)
    {
    case PROP_CHOSEN:
      tide_indicator_row_set_chosen (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicator_row_dispose (GObject *object)
{
  TideIndicatorRow *self = TIDE_INDICATOR_ROW (object);

  g_clear_object (&self->links);
  g_clear_object (&self->record);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_INDICATOR_ROW);

  G_OBJECT_CLASS (tide_indicator_row_parent_class)->dispose (object);
}

static void
tide_indicator_row_class_init (TideIndicatorRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_indicator_row_get_property;
  object_class->set_property = tide_indicator_row_set_property;
  object_class->dispose = tide_indicator_row_dispose;

  props[PROP_CHOSEN]
      = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (TIDE_TYPE_SPARKLINE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-indicator-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorRow, check);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorRow, name);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorRow, details);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorRow, latest);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorRow, sparkline);
  gtk_widget_class_bind_template_callback (widget_class, on_check_toggled);
}

static void
tide_indicator_row_init (TideIndicatorRow *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_RECORD);
  g_signal_group_connect_swapped (self->links, "notify::payload", G_CALLBACK (show), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_indicator_row_new:
 *
 * Returns: (transfer floating): a row without an indicator
 */
GtkWidget *
tide_indicator_row_new (void)
{
  return g_object_new (TIDE_TYPE_INDICATOR_ROW, NULL);
}

/**
 * tide_indicator_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the indicator it shows
 */
TideRecord *
tide_indicator_row_get_record (TideIndicatorRow *self)
{
  g_return_val_if_fail (TIDE_IS_INDICATOR_ROW (self), NULL);

  return self->record;
}

/**
 * tide_indicator_row_set_record:
 * @self: a row
 * @reg: (nullable): the register of the indicator
 * @record: (nullable): the indicator it shows
 */
void
tide_indicator_row_set_record (TideIndicatorRow *self, TideRegister *reg, TideRecord *record)
{
  g_return_if_fail (TIDE_IS_INDICATOR_ROW (self));

  g_set_object (&self->reg, reg);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->links, record);
  if (record != NULL)
    show (self);
}

/**
 * tide_indicator_row_get_chosen:
 * @self: a row
 *
 * Returns: whether it is ticked
 */
gboolean
tide_indicator_row_get_chosen (TideIndicatorRow *self)
{
  g_return_val_if_fail (TIDE_IS_INDICATOR_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * tide_indicator_row_set_chosen:
 * @self: a row
 * @chosen: whether it is ticked
 */
void
tide_indicator_row_set_chosen (TideIndicatorRow *self, gboolean chosen)
{
  g_return_if_fail (TIDE_IS_INDICATOR_ROW (self));

  gtk_check_button_set_active (self->check, chosen);
}
