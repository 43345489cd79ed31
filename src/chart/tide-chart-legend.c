/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-legend.h"

#include "chart/tide-chart-text.h"
#include "chart/tide-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define GAP 6

/**
 * TideChartLegend:
 *
 * The series of a chart, each with a picture of how it is drawn, as buttons that show and hide
 * them. The last one that is shown stays. There is nothing to see of it for less than two series.
 */
struct _TideChartLegend
{
  GtkWidget parent_instance;

  TideChartData *chart; /* owned, nullable */
  char *language;       /* owned, nullable */
  GPtrArray *buttons;   /* owned array of children: GtkToggleButton by series */
  GPtrArray *labels;    /* owned array of strings: what the buttons were made for */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (TideChartLegend, tide_chart_legend, GTK_TYPE_WIDGET)

static gboolean
is_shown (TideChartLegend *self, guint series)
{
  return tide_chart_data_is_series_shown (self->chart, series);
}

static void
update_button (TideChartLegend *self, guint series)
{
  GtkToggleButton *button = g_ptr_array_index (self->buttons, series);

  gtk_toggle_button_set_active (button, is_shown (self, series));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), is_shown (self, series)
                                                        ? C_ ("legend", "Hide in the Chart")
                                                        : C_ ("legend", "Show in the Chart"));
}

static void
update_states (TideChartLegend *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    update_button (self, i);
  self->is_updating = FALSE;
}

static void
on_toggled (GtkToggleButton *button, TideChartLegend *self)
{
  const gboolean is_active = gtk_toggle_button_get_active (button);
  guint series;

  if (self->is_updating || !g_ptr_array_find (self->buttons, button, &series))
    return;

  tide_chart_data_show_series (self->chart, series, is_active);
  if (is_shown (self, series) == is_active)
    return;

  update_states (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("The last one stays in the chart."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GtkWidget *
create_button (TideChartLegend *self, guint series, const char *text)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *swatch = tide_chart_data_create_swatch (self->chart, series);

  tide_chart_text_set (GTK_LABEL (label), text, self->language);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (swatch != NULL)
    gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);

  return button;
}

static GPtrArray *
list_labels (TideChartLegend *self)
{
  const guint n_series = self->chart != NULL ? tide_chart_data_get_n_series (self->chart) : 0;
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_series; i++)
    {
      char *label = tide_chart_data_dup_series_label (self->chart, i);

      g_ptr_array_add (labels, label != NULL ? label : g_strdup (""));
    }

  return labels;
}

static gboolean
are_labels (TideChartLegend *self, GPtrArray *labels)
{
  if (labels->len != self->labels->len || labels->len != self->buttons->len)
    return FALSE;

  for (guint i = 0; i < labels->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (labels, i), g_ptr_array_index (self->labels, i)))
        return FALSE;
    }

  return TRUE;
}

static void
update_buttons (TideChartLegend *self)
{
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkWidget *button = create_button (self, i, g_ptr_array_index (self->labels, i));

      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }
}

static void
update (TideChartLegend *self)
{
  g_autoptr (GPtrArray) labels = list_labels (self);

  /* Buttons that stay keep the focus. */
  if (!are_labels (self, labels))
    {
      g_ptr_array_unref (self->labels);
      self->labels = g_steal_pointer (&labels);
      update_buttons (self);
    }

  update_states (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->buttons->len > 1);
}

static void
tide_chart_legend_dispose (GObject *object)
{
  TideChartLegend *self = TIDE_CHART_LEGEND (object);

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_clear_object (&self->chart);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_chart_legend_parent_class)->dispose (object);
}

static void
tide_chart_legend_finalize (GObject *object)
{
  TideChartLegend *self = TIDE_CHART_LEGEND (object);

  g_ptr_array_unref (self->labels);
  g_free (self->language);

  G_OBJECT_CLASS (tide_chart_legend_parent_class)->finalize (object);
}

static void
tide_chart_legend_class_init (TideChartLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_chart_legend_dispose;
  object_class->finalize = tide_chart_legend_finalize;

  gtk_widget_class_set_css_name (widget_class, "chartlegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tide_chart_legend_init (TideChartLegend *self)
{
  self->buttons = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->labels = list_labels (self);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), tide_wrap_layout_new (GAP));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("legend", "Legend"), -1);
}

/**
 * tide_chart_legend_new:
 *
 * Returns: (transfer floating): a legend of no chart
 */
GtkWidget *
tide_chart_legend_new (void)
{
  return g_object_new (TIDE_TYPE_CHART_LEGEND, NULL);
}

/**
 * tide_chart_legend_set_chart:
 * @self: a legend
 * @chart: (nullable): the chart that it explains
 *
 * Shows the series of another chart.
 */
void
tide_chart_legend_set_chart (TideChartLegend *self, TideChartData *chart)
{
  g_return_if_fail (TIDE_IS_CHART_LEGEND (self));
  g_return_if_fail (chart == NULL || TIDE_IS_CHART_DATA (chart));

  if (self->chart == chart)
    return;

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_set_object (&self->chart, chart);
  if (chart != NULL)
    g_signal_connect_swapped (chart, "chart-changed", G_CALLBACK (update), self);
  g_ptr_array_set_size (self->labels, 0);
  update (self);
}

/**
 * tide_chart_legend_set_language:
 * @self: a legend
 * @language: (nullable): language of Han characters
 *
 * Sets whose glyphs Han characters get.
 */
void
tide_chart_legend_set_language (TideChartLegend *self, const char *language)
{
  g_return_if_fail (TIDE_IS_CHART_LEGEND (self));

  if (g_set_str (&self->language, language))
    update_buttons (self);
  update_states (self);
}
