/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-area.h"

#include "chart/tide-bar-mark.h"
#include "chart/tide-bar-plan.h"
#include "chart/tide-chart-axis.h"
#include "chart/tide-chart-text.h"

#include <math.h>

#define LABEL_LINES 2

/* The bars of a chart with their labels and axis. */
struct _TideBarArea
{
  TideChartArea parent_instance;

  TideBarTable *table;   /* owned */
  TideBarLayout *layout; /* owned, nullable: what was allocated last */
  GPtrArray *labels;     /* owned array of children: GtkLabel by category */
  GtkWidget *axis;       /* owned as a child */
  GtkWidget *unit;       /* owned as a child */
  TideBarDirection direction;
  TideBarArrangement arrangement;
  double divisor;
};

G_DEFINE_FINAL_TYPE (TideBarArea, tide_bar_area, TIDE_TYPE_CHART_AREA)

static TideBarMark *
get_mark (TideBarArea *self, guint position)
{
  return TIDE_BAR_MARK (tide_chart_area_get_mark (TIDE_CHART_AREA (self), position));
}

static const char *
get_language (TideBarArea *self)
{
  return tide_chart_area_get_language (TIDE_CHART_AREA (self));
}

static guint
find_position (TideBarArea *self, guint cell)
{
  for (guint i = 0; i < self->table->bars->len; i++)
    {
      if (self->table->cells[i] == cell)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static guint
tide_bar_area_pick (TideChartArea *area, double x, double y)
{
  TideBarArea *self = TIDE_BAR_AREA (area);
  guint cell = self->layout != NULL ? tide_bar_layout_find (self->layout, x, y) : TIDE_BAR_NONE;

  return cell == TIDE_BAR_NONE ? GTK_INVALID_LIST_POSITION : find_position (self, cell);
}

static guint
tide_bar_area_move (TideChartArea *area, guint position, TideBarMove move)
{
  TideBarArea *self = TIDE_BAR_AREA (area);
  guint cell = position < self->table->bars->len ? self->table->cells[position] : TIDE_BAR_NONE;

  if (self->layout == NULL)
    return GTK_INVALID_LIST_POSITION;

  cell = tide_bar_layout_move (self->layout, cell, move);

  return cell == TIDE_BAR_NONE ? GTK_INVALID_LIST_POSITION : find_position (self, cell);
}

static int
measure_widest_label (TideBarArea *self)
{
  int widest = 0;
  int natural;

  for (guint i = 0; i < self->labels->len; i++)
    {
      gtk_widget_measure (g_ptr_array_index (self->labels, i), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                          &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }

  return widest;
}

static int
measure_tallest_label (TideBarArea *self, int width)
{
  int tallest = 0;
  int natural;

  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (self->labels, i);
      int minimum;

      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural,
                          NULL, NULL);
      tallest = MAX (tallest, natural);
    }

  return tallest;
}

static gboolean
has_unit (TideBarArea *self)
{
  return *gtk_label_get_text (GTK_LABEL (self->unit)) != '\0';
}

static void
measure_unit (TideBarArea *self, int *width, int *height)
{
  *width = *height = 0;

  if (!has_unit (self))
    return;

  gtk_widget_measure (self->unit, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (self->unit, GTK_ORIENTATION_VERTICAL, -1, NULL, height, NULL, NULL);
}

static double
measure_labels_widest (gpointer self)
{
  return measure_widest_label (self);
}

static double
measure_labels_tallest (gpointer self, double width)
{
  return measure_tallest_label (self, (int) width);
}

static double
measure_value (gpointer self, guint bar, double room)
{
  return tide_bar_mark_measure_text (get_mark (self, bar), room);
}

static void
init_plan (TideBarArea *self, TideBarPlan *plan, TideBarRuler *ruler)
{
  int unit_width;
  int unit_height;

  measure_unit (self, &unit_width, &unit_height);
  *ruler = (TideBarRuler) {
    .owner = self,
    .line = tide_chart_text_get_line_height (GTK_WIDGET (self)),
    .unit_width = unit_width,
    .unit_height = unit_height,
    .measure_widest_label = measure_labels_widest,
    .measure_tallest_label = measure_labels_tallest,
    .measure_value = measure_value,
    .numbers = tide_chart_axis_get_ruler (TIDE_CHART_AXIS (self->axis)),
  };
  *plan = (TideBarPlan) {
    .table = self->table,
    .direction = self->direction,
    .arrangement = self->arrangement,
    .is_mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .divisor = self->divisor,
    .ruler = ruler,
  };
}

static void
place_axis (TideBarArea *self, const TideBarSpec *spec)
{
  TideChartAxis *axis = TIDE_CHART_AXIS (self->axis);
  gboolean is_vertical = spec->direction == TIDE_BAR_VERTICAL;
  g_autoptr (GArray) bands = tide_bar_plan_find_bands (spec, self->layout);
  g_autofree double *positions = g_new (double, spec->ticks.n_ticks);
  TideChartAxisPlace place = {
    .orientation = is_vertical ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
    .is_mirrored = spec->is_mirrored,
    .plot = self->layout->plot,
    .gap = spec->gap,
    .bands = (const TideBox *) bands->data,
    .n_bands = bands->len,
  };

  for (guint i = 0; i < spec->ticks.n_ticks; i++)
    positions[i]
        = tide_bar_layout_get_position (self->layout, tide_ticks_get_value (&spec->ticks, i));

  tide_chart_axis_place (axis, &place);
  tide_chart_axis_set_ticks (axis, &spec->ticks, positions);
}

static void
place_widget (GtkWidget *widget, const TideBox *box)
{
  int minimum;
  int height;
  int width = (int) box->width;
  double y = box->y;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  if (height > box->height)
    y -= (height - box->height) / 2;

  gtk_widget_size_allocate (
      widget,
      &(GtkAllocation) { (int) box->x, (int) round (y), width, MAX (height, (int) box->height) },
      -1);
}

static void
update_labels (TideBarArea *self)
{
  gboolean is_vertical = self->direction == TIDE_BAR_VERTICAL;

  for (guint i = 0; i < self->labels->len; i++)
    {
      GtkLabel *label = g_ptr_array_index (self->labels, i);

      tide_chart_text_set (label, g_ptr_array_index (self->table->categories, i),
                           get_language (self));
      gtk_label_set_xalign (label, is_vertical ? 0.5f : 0);
      gtk_label_set_yalign (label, is_vertical ? 0 : 0.5f);
      gtk_label_set_wrap (label, is_vertical);
      gtk_label_set_lines (label, is_vertical ? LABEL_LINES : -1);
      gtk_label_set_justify (label, is_vertical ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
    }
}

/* Others keep their colours when a series is hidden. */
static guint
get_series_number (TideBarArea *self, guint position)
{
  return g_array_index (self->table->numbers, guint,
                        self->table->cells[position] % self->table->series->len);
}

static void
update_marks (TideBarArea *self)
{
  for (guint i = 0; i < self->table->bars->len; i++)
    {
      TideBarMarkStyle style = {
        .direction = self->direction,
        .arrangement = self->arrangement,
        .series = get_series_number (self, i),
        .position = i,
        .n_bars = self->table->bars->len,
        .language = get_language (self),
      };

      tide_bar_mark_set_style (get_mark (self, i), &style);
    }
}

static void
add_label (TideBarArea *self)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      "ellipsize", PANGO_ELLIPSIZE_END, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "category");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  g_ptr_array_add (self->labels, label);
}

static void
resize_labels (TideBarArea *self, guint n_labels)
{
  g_ptr_array_set_size (self->labels, (int) MIN (n_labels, self->labels->len));
  while (self->labels->len < n_labels)
    add_label (self);
}

static GtkWidget *
tide_bar_area_create_mark (TideChartArea *area)
{
  return tide_bar_mark_new ();
}

static void
tide_bar_area_update (TideChartArea *area)
{
  TideBarArea *self = TIDE_BAR_AREA (area);
  g_autofree char *unit = g_strdup (gtk_label_get_text (GTK_LABEL (self->unit)));

  g_clear_pointer (&self->layout, tide_bar_layout_free);
  resize_labels (self, self->table->categories->len);
  update_labels (self);
  update_marks (self);
  tide_chart_text_set (GTK_LABEL (self->unit), unit, get_language (self));
}

static GtkSizeRequestMode
tide_bar_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tide_bar_area_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TideBarArea *self = TIDE_BAR_AREA (widget);
  TideBarRuler ruler;
  TideBarPlan plan;
  int width;

  init_plan (self, &plan, &ruler);
  tide_bar_plan_measure_width (&plan, minimum, &width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = width;
  else
    tide_bar_plan_measure_height (&plan, for_size < 0 ? width : for_size, minimum, natural);
}

static void
tide_bar_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideBarArea *self = TIDE_BAR_AREA (widget);
  TideBarRuler ruler;
  TideBarPlan plan;
  TideBarSpec spec;

  init_plan (self, &plan, &ruler);
  g_clear_pointer (&self->layout, tide_bar_layout_free);
  self->layout = tide_bar_plan_lay_out (&plan, width, height, &spec);

  gtk_widget_set_child_visible (self->unit, has_unit (self));
  if (has_unit (self))
    place_widget (self->unit, &self->layout->unit);
  for (guint i = 0; i < self->labels->len; i++)
    place_widget (g_ptr_array_index (self->labels, i), &self->layout->labels[i]);
  for (guint i = 0; i < self->table->bars->len; i++)
    tide_bar_mark_place (get_mark (self, i), &self->layout->places[self->table->cells[i]]);

  place_axis (self, &spec);
  gtk_widget_measure (self->axis, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->axis, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
tide_bar_area_dispose (GObject *object)
{
  TideBarArea *self = TIDE_BAR_AREA (object);

  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->axis, gtk_widget_unparent);
  g_clear_pointer (&self->unit, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_bar_area_parent_class)->dispose (object);
}

static void
tide_bar_area_finalize (GObject *object)
{
  TideBarArea *self = TIDE_BAR_AREA (object);

  tide_bar_table_free (self->table);
  g_clear_pointer (&self->layout, tide_bar_layout_free);

  G_OBJECT_CLASS (tide_bar_area_parent_class)->finalize (object);
}

static void
tide_bar_area_class_init (TideBarAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TideChartAreaClass *area_class = TIDE_CHART_AREA_CLASS (klass);

  object_class->dispose = tide_bar_area_dispose;
  object_class->finalize = tide_bar_area_finalize;
  widget_class->get_request_mode = tide_bar_area_get_request_mode;
  widget_class->measure = tide_bar_area_measure;
  widget_class->size_allocate = tide_bar_area_size_allocate;
  area_class->create_mark = tide_bar_area_create_mark;
  area_class->update = tide_bar_area_update;
  area_class->pick = tide_bar_area_pick;
  area_class->move = tide_bar_area_move;

  gtk_widget_class_set_css_name (widget_class, "bararea");
}

static void
tide_bar_area_init (TideBarArea *self)
{
  self->table = tide_bar_table_new (NULL);
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->divisor = 1;

  self->axis = tide_chart_axis_new ();
  gtk_widget_set_parent (self->axis, GTK_WIDGET (self));

  self->unit = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->unit, "unit");
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
}

/**
 * tide_bar_area_set_table:
 * @self: an area
 * @table: (transfer full): what it shows
 *
 * Shows other bars.
 */
void
tide_bar_area_set_table (TideBarArea *self, TideBarTable *table)
{
  tide_bar_table_free (self->table);
  self->table = table;
  tide_chart_area_set_items (TIDE_CHART_AREA (self), table->bars);
}

void
tide_bar_area_set_direction (TideBarArea *self, TideBarDirection direction)
{
  self->direction = direction;
  tide_chart_area_update (TIDE_CHART_AREA (self));
}

void
tide_bar_area_set_arrangement (TideBarArea *self, TideBarArrangement arrangement)
{
  self->arrangement = arrangement;
  tide_chart_area_update (TIDE_CHART_AREA (self));
}

/**
 * tide_bar_area_set_unit:
 * @self: an area
 * @label: (nullable): name of the axis' unit
 * @divisor: how many of the values' units make one of the axis'
 *
 * Sets the axis' unit.
 */
void
tide_bar_area_set_unit (TideBarArea *self, const char *label, double divisor)
{
  self->divisor = divisor;
  tide_chart_text_set (GTK_LABEL (self->unit), label, get_language (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
