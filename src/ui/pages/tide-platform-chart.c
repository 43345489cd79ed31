/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-platform-chart.h"

#include "chart/tide-line-chart.h"
#include "chart/tide-point.h"
#include "ui/lists/tide-innovation-text.h"
#include "ui/tide-chart-file.h"
#include "ui/tide-chart-sheet-file.h"

#include <glib/gi18n-lib.h>

struct _TidePlatformChart
{
  AdwBin parent_instance;

  TidePayload *platform; /* owned; nullable */
  GPtrArray *measures;   /* owned, nullable, of words of the platform */
  char *measure;         /* owned; nullable: all */
  gboolean is_filling;   /* the choice follows the platform, not the person */

  /* template children */
  TideLineChart *chart;
  GtkDropDown *choice;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (TidePlatformChart, tide_platform_chart, ADW_TYPE_BIN)

static TidePointPrecision
get_precision (const TideDate *date)
{
  switch ((TidePrecision) date->precision)
    {
    case TIDE_PRECISION_QUARTER:
      return TIDE_POINT_QUARTER;
    case TIDE_PRECISION_MONTH:
      return TIDE_POINT_MONTH;
    case TIDE_PRECISION_DAY:
      return TIDE_POINT_DAY;
    case TIDE_PRECISION_YEAR:
    case TIDE_PRECISION_NONE:
    default:
      return TIDE_POINT_YEAR;
    }
}

static void
append_point (GListStore *points, const TidePlatformCount *count, const char *name)
{
  g_autofree char *text = tide_innovation_dup_count (count);
  g_autofree char *description
      = count->written != NULL ? tide_text_dup_isolated (count->written) : NULL;
  g_autoptr (TidePoint) point
      = g_object_new (TIDE_TYPE_POINT, "id", count->measure, "series", name, "x",
                      (double) tide_date_get_first_day (&count->date), "precision",
                      get_precision (&count->date), "value", tide_decimal_to_double (&count->value),
                      "value-text", text, "description", description, NULL);

  g_list_store_append (points, point);
}

/* Returns how many have no date or no number. */
static guint
append_measure (TidePlatformChart *self, GListStore *points, const char *measure)
{
  const GPtrArray *counts = TIDE_PLATFORM_PAYLOAD (self->platform)->counts;
  const char *name
      = tide_codes_get_label (TIDE_CODES_MEASURE, measure, tide_language_get_default ());
  guint n_left_out = 0;

  for (guint i = 0; i < tide_entries_get_n (counts); i++)
    {
      const TidePlatformCount *count = g_ptr_array_index (counts, i);

      if (g_strcmp0 (count->measure, measure) != 0)
        continue;
      if (count->value.is_set && tide_date_is_set (&count->date))
        append_point (points, count, name);
      else
        n_left_out++;
    }

  return n_left_out;
}

static void
show_note (TidePlatformChart *self, guint n_left_out)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: how many counts of a platform a chart cannot show */
      ngettext ("%u count without a date or a number", "%u counts without a date or a number",
                n_left_out),
      n_left_out);

  gtk_label_set_text (self->note, text);
  gtk_widget_set_visible (GTK_WIDGET (self->note), n_left_out > 0);
}

static void
draw (TidePlatformChart *self)
{
  g_autoptr (GListStore) points = g_list_store_new (TIDE_TYPE_POINT);
  guint n_left_out = 0;

  for (guint i = 0; i < self->measures->len; i++)
    {
      const char *measure = g_ptr_array_index (self->measures, i);

      if (self->measure == NULL || g_str_equal (self->measure, measure))
        n_left_out += append_measure (self, points, measure);
    }
  tide_line_chart_set_model (self->chart, G_LIST_MODEL (points));
  show_note (self, n_left_out);
}

/* All of them come first. */
static void
fill_choice (TidePlatformChart *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("All Measures"));
  for (guint i = 0; i < self->measures->len; i++)
    {
      const char *measure = g_ptr_array_index (self->measures, i);

      gtk_string_list_append (
          names, tide_codes_get_label (TIDE_CODES_MEASURE, measure, tide_language_get_default ()));
      if (g_strcmp0 (self->measure, measure) == 0)
        selected = i + 1;
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->choice), self->measures->len > 1);
  if (selected == 0)
    g_clear_pointer (&self->measure, g_free);
}

static void
on_selected_changed (TidePlatformChart *self)
{
  const guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->is_filling || self->platform == NULL)
    return;

  g_set_str (&self->measure, selected > 0 && selected <= self->measures->len
                                 ? g_ptr_array_index (self->measures, selected - 1)
                                 : NULL);
  draw (self);
}

static void
on_save_requested (TidePlatformChart *self, GBytes *bytes, const char *name)
{
  tide_chart_file_choose (GTK_WIDGET (self), bytes, name);
}

static void
on_data_requested (TidePlatformChart *self, const TideChartTable *table, const char *name)
{
  tide_chart_sheet_file_choose (GTK_WIDGET (self), table, name);
}

static void
tide_platform_chart_dispose (GObject *object)
{
  TidePlatformChart *self = TIDE_PLATFORM_CHART (object);

  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PLATFORM_CHART);

  G_OBJECT_CLASS (tide_platform_chart_parent_class)->dispose (object);
}

static void
tide_platform_chart_finalize (GObject *object)
{
  TidePlatformChart *self = TIDE_PLATFORM_CHART (object);

  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->platform, tide_payload_unref);
  g_free (self->measure);

  G_OBJECT_CLASS (tide_platform_chart_parent_class)->finalize (object);
}

static void
tide_platform_chart_class_init (TidePlatformChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_platform_chart_dispose;
  object_class->finalize = tide_platform_chart_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-platform-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePlatformChart, chart);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformChart, choice);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformChart, note);
  gtk_widget_class_bind_template_callback (widget_class, on_save_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_data_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_selected_changed);
}

static void
tide_platform_chart_init (TidePlatformChart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_line_chart_set_title (self->chart, _ ("Counts Over Time"));
}

/**
 * tide_platform_chart_show:
 * @self: a chart
 * @platform: a sealed platform
 *
 * Shows its counts as they are; the measure that was chosen stays so while the platform has it.
 */
void
tide_platform_chart_show (TidePlatformChart *self, const TidePlatformPayload *platform)
{
  g_return_if_fail (TIDE_IS_PLATFORM_CHART (self));

  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->platform, tide_payload_unref);
  self->platform = tide_payload_ref (&platform->base);
  self->measures = tide_innovation_list_measures (platform);
  fill_choice (self);
  draw (self);
}

/**
 * tide_platform_chart_choose:
 * @self: a chart that shows a platform
 * @measure: (nullable): one of its measures; %NULL for all
 */
void
tide_platform_chart_choose (TidePlatformChart *self, const char *measure)
{
  g_return_if_fail (TIDE_IS_PLATFORM_CHART (self));

  g_set_str (&self->measure, measure);
  fill_choice (self);
  draw (self);
}
