/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-drawing.h"

#include "chart/tide-bar-plan.h"
#include "chart/tide-chart-text.h"

/* The style sheet's sizes: of what is written at bars and at the axis. */
#define VALUE_SCALE 0.9
#define AXIS_SCALE 0.82
#define RADIUS 2.5f
#define LABEL_LINES 2
#define LEGEND_GAP 0.8
#define N_COLOURS 6

/* The style sheet's colours where the text is black, as it is on paper. */
static const char *const colours[N_COLOURS]
    = { "#2f74c9", "#cc6000", "#1c7a8b", "#743489", "#22925e", "#5e6f80" };
static const GdkRGBA text_colour = { 0, 0, 0, 1 };
static const GdkRGBA dim_colour = { 0.3f, 0.3f, 0.3f, 1 };
static const GdkRGBA grid_colour = { 0.85f, 0.85f, 0.85f, 1 };
static const GdkRGBA baseline_colour = { 0.45f, 0.45f, 0.45f, 1 };

/* The texts of a chart, ready to be measured and drawn. */
typedef struct
{
  const TideBarDrawing *drawing;
  PangoContext *context;
  GPtrArray *labels; /* owned, of PangoLayout: by category */
  GPtrArray *values; /* owned, of PangoLayout: by bar */
  PangoLayout *unit; /* owned, nullable */
  GPtrArray *legend; /* owned, of PangoLayout: by series; none where there is one */
  double line;
  double axis_line;
} Texts;

static PangoLayout *
create_layout (PangoContext *context, const char *text, double scale, const char *language)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font
      = pango_font_description_copy (pango_context_get_font_description (context));
  g_autoptr (PangoAttrList) attributes = tide_chart_text_new_attributes (text, language);

  pango_font_description_set_size (font,
                                   (int) (pango_font_description_get_size (font) * scale + 0.5));
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return pango_units_to_double (height);
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return pango_units_to_double (width);
}

static double
measure_line (PangoContext *context, double scale)
{
  g_autoptr (PangoLayout) layout = create_layout (context, "0", scale, NULL);

  return get_height (layout);
}

static void
create_values (Texts *self)
{
  const TideBarTable *table = self->drawing->table;

  for (guint i = 0; i < table->bars->len; i++)
    {
      TideChartItem *bar = g_ptr_array_index (table->bars, i);
      const char *text = tide_chart_item_get_shown_value (bar);
      PangoLayout *layout = create_layout (self->context, text != NULL ? text : "", VALUE_SCALE,
                                           self->drawing->language);

      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      g_ptr_array_add (self->values, layout);
    }
}

static void
create_labels (Texts *self)
{
  const TideBarTable *table = self->drawing->table;

  for (guint i = 0; i < table->categories->len; i++)
    {
      PangoLayout *layout = create_layout (self->context, g_ptr_array_index (table->categories, i),
                                           1, self->drawing->language);

      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      if (self->drawing->direction == TIDE_BAR_VERTICAL)
        {
          pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
          pango_layout_set_height (layout, -LABEL_LINES);
        }
      g_ptr_array_add (self->labels, layout);
    }

  for (guint i = 0; i < table->series->len && table->series->len > 1; i++)
    g_ptr_array_add (self->legend,
                     create_layout (self->context, g_ptr_array_index (table->series, i),
                                    VALUE_SCALE, self->drawing->language));
}

static void
texts_init (Texts *self, const TideBarDrawing *drawing, PangoContext *context)
{
  *self = (Texts) {
    .drawing = drawing,
    .context = context,
    .labels = g_ptr_array_new_with_free_func (g_object_unref),
    .values = g_ptr_array_new_with_free_func (g_object_unref),
    .legend = g_ptr_array_new_with_free_func (g_object_unref),
    .line = measure_line (context, 1),
    .axis_line = measure_line (context, AXIS_SCALE),
  };
  if (drawing->unit != NULL)
    self->unit = create_layout (context, drawing->unit, AXIS_SCALE, drawing->language);
  create_labels (self);
  create_values (self);
}

static void
texts_clear (Texts *self)
{
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->legend);
  g_clear_object (&self->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static double
measure_widest_label (gpointer owner)
{
  Texts *self = owner;
  double widest = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PangoLayout *label = g_ptr_array_index (self->labels, i);

      pango_layout_set_width (label, -1);
      widest = MAX (widest, get_width (label));
    }

  return widest;
}

static double
measure_tallest_label (gpointer owner, double width)
{
  Texts *self = owner;
  double tallest = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PangoLayout *label = g_ptr_array_index (self->labels, i);

      pango_layout_set_width (label, pango_units_from_double (width));
      tallest = MAX (tallest, get_height (label));
    }

  return tallest;
}

/* A value that is wider than its column is not written: the table below the chart has it. */
static double
measure_value (gpointer owner, guint bar, double room)
{
  Texts *self = owner;
  PangoLayout *value = g_ptr_array_index (self->values, bar);

  if (*pango_layout_get_text (value) == '\0')
    return 0;
  if (room < 0)
    return get_width (value);

  return get_width (value) <= room ? get_height (value) : 0;
}

static double
measure_number (gpointer owner, const char *number)
{
  Texts *self = owner;
  g_autoptr (PangoLayout) layout = create_layout (self->context, number, AXIS_SCALE, NULL);

  return get_width (layout);
}

static void
init_plan (Texts *self, TideBarPlan *plan, TideBarRuler *ruler)
{
  *ruler = (TideBarRuler) {
    .owner = self,
    .line = self->line,
    .unit_width = self->unit != NULL ? get_width (self->unit) : 0,
    .unit_height = self->unit != NULL ? get_height (self->unit) : 0,
    .measure_widest_label = measure_widest_label,
    .measure_tallest_label = measure_tallest_label,
    .measure_value = measure_value,
    .numbers = { .measure = measure_number, .owner = self, .line = self->axis_line },
  };
  *plan = (TideBarPlan) {
    .table = self->drawing->table,
    .direction = self->drawing->direction,
    .arrangement = TIDE_BAR_GROUPED,
    .divisor = self->drawing->divisor,
    .ruler = ruler,
  };
}

static double
get_legend_height (const Texts *self)
{
  return self->legend->len > 0 ? (1 + LEGEND_GAP) * self->line : 0;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

/* Every other series is striped too: colour is not the only difference. */
static void
draw_swatch (GtkSnapshot *snapshot, const graphene_rect_t *box, guint series)
{
  static const GskColorStop stops[] = { { 0, { 1, 1, 1, 0.35f } },
                                        { 0.33f, { 1, 1, 1, 0.35f } },
                                        { 0.33f, { 1, 1, 1, 0 } },
                                        { 1, { 1, 1, 1, 0 } } };
  GdkRGBA colour;

  gdk_rgba_parse (&colour, colours[series % N_COLOURS]);
  gtk_snapshot_append_color (snapshot, &colour, box);
  if (series % 2 == 1)
    gtk_snapshot_append_repeating_linear_gradient (
        snapshot, box, &GRAPHENE_POINT_INIT (box->origin.x, box->origin.y),
        &GRAPHENE_POINT_INIT (box->origin.x + 3, box->origin.y + 3), stops, G_N_ELEMENTS (stops));
}

/* Round where the bar ends, square where it begins. */
static void
draw_bar (GtkSnapshot *snapshot,
          const TideBox *bar,
          TideBarDirection direction,
          gboolean is_negative,
          guint series)
{
  const graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) bar->x, (float) bar->y,
                                                   (float) bar->width, (float) bar->height);
  const graphene_size_t none = GRAPHENE_SIZE_INIT (0, 0);
  const graphene_size_t round = GRAPHENE_SIZE_INIT (RADIUS, RADIUS);
  const gboolean is_vertical = direction == TIDE_BAR_VERTICAL;
  const gboolean at_start = is_vertical ? !is_negative : is_negative;
  GskRoundedRect shape;

  if (!(bar->width > 0) || !(bar->height > 0))
    return;

  gsk_rounded_rect_init (&shape, &rect, at_start ? &round : &none,
                         is_vertical == at_start ? &round : &none, at_start ? &none : &round,
                         is_vertical == at_start ? &none : &round);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  draw_swatch (snapshot, &rect, series);
  gtk_snapshot_pop (snapshot);
}

static void
draw_value (GtkSnapshot *snapshot, PangoLayout *value, const TideBox *box)
{
  if (*pango_layout_get_text (value) == '\0' || !(box->width > 0) || !(box->height > 0))
    return;

  draw_layout (snapshot, value, box->x + (box->width - get_width (value)) / 2,
               box->y + (box->height - get_height (value)) / 2, &text_colour);
}

static void
draw_bars (const Texts *self, GtkSnapshot *snapshot, const TideBarLayout *layout)
{
  const TideBarTable *table = self->drawing->table;

  for (guint i = 0; i < table->bars->len; i++)
    {
      const TideBarPlace *place = &layout->places[table->cells[i]];
      const double value = tide_bar_get_value (g_ptr_array_index (table->bars, i));

      draw_bar (snapshot, &place->bar, self->drawing->direction, value < 0,
                table->cells[i] % table->series->len);
      draw_value (snapshot, g_ptr_array_index (self->values, i), &place->text);
    }
}

static void
draw_labels (const Texts *self, GtkSnapshot *snapshot, const TideBarLayout *layout)
{
  const gboolean is_vertical = self->drawing->direction == TIDE_BAR_VERTICAL;

  for (guint i = 0; i < self->labels->len; i++)
    {
      PangoLayout *label = g_ptr_array_index (self->labels, i);
      const TideBox *box = &layout->labels[i];
      double y = box->y;

      pango_layout_set_width (label, pango_units_from_double (box->width));
      if (!is_vertical)
        y += (box->height - get_height (label)) / 2;
      draw_layout (snapshot, label, box->x, y, &text_colour);
    }

  if (self->unit != NULL)
    draw_layout (snapshot, self->unit, layout->unit.x,
                 layout->unit.y + (layout->unit.height - get_height (self->unit)) / 2, &dim_colour);
}

static void
draw_axis (const Texts *self,
           GtkSnapshot *snapshot,
           const TideBarSpec *spec,
           const TideBarLayout *layout)
{
  const TideAxisColours axis_colours
      = { .text = dim_colour, .grid = grid_colour, .baseline = baseline_colour };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *positions = g_new (double, spec->ticks.n_ticks);
  g_autoptr (GArray) bands = tide_bar_plan_find_bands (spec, layout);
  TideAxisTicks ticks
      = { .texts = texts, .positions = positions, .zero = G_MAXUINT, .room = spec->width };
  const TideChartAxisPlace place = {
    .orientation
    = spec->direction == TIDE_BAR_VERTICAL ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
    .plot = layout->plot,
    .gap = spec->gap,
    .bands = (const TideBox *) bands->data,
    .n_bands = bands->len,
  };

  for (guint i = 0; i < spec->ticks.n_ticks; i++)
    {
      const double value = tide_ticks_get_value (&spec->ticks, i);
      g_autofree char *number = tide_axis_dup_number (&spec->ticks, i);

      positions[i] = tide_bar_layout_get_position (layout, value);
      g_ptr_array_add (texts, create_layout (self->context, number, AXIS_SCALE, NULL));
      if (!(value < 0) && !(value > 0))
        ticks.zero = i;
    }
  tide_axis_draw (snapshot, &place, &ticks, &axis_colours);
}

static void
draw_legend (const Texts *self, GtkSnapshot *snapshot)
{
  const float side = (float) (0.8 * self->line);
  double x = 0;

  for (guint i = 0; i < self->legend->len; i++)
    {
      PangoLayout *name = g_ptr_array_index (self->legend, i);
      const graphene_rect_t box
          = GRAPHENE_RECT_INIT ((float) x, (float) (self->line - side) / 2, side, side);

      draw_swatch (snapshot, &box, i);
      draw_layout (snapshot, name, x + side * 1.4, (self->line - get_height (name)) / 2,
                   &text_colour);
      x += side * 1.4 + get_width (name) + 1.5 * self->line;
    }
}

/**
 * tide_bar_drawing_get_height:
 * @self: a drawing
 * @context: makes its texts
 * @width: the width it gets
 *
 * Returns: the height that suits it
 */
double
tide_bar_drawing_get_height (const TideBarDrawing *self, PangoContext *context, double width)
{
  g_auto (Texts) texts;
  TideBarRuler ruler;
  TideBarPlan plan;
  int minimum;
  int natural;

  texts_init (&texts, self, context);
  init_plan (&texts, &plan, &ruler);
  tide_bar_plan_measure_height (&plan, width, &minimum, &natural);

  return natural + get_legend_height (&texts);
}

/**
 * tide_bar_drawing_render:
 * @self: a drawing
 * @context: makes its texts
 * @width: the width it gets
 * @height: the height it gets
 *
 * Returns: (transfer full) (nullable): the chart, to be drawn anywhere; %NULL where it is empty
 */
GskRenderNode *
tide_bar_drawing_render (const TideBarDrawing *self,
                         PangoContext *context,
                         double width,
                         double height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (TideBarLayout) layout = NULL;
  g_auto (Texts) texts;
  TideBarRuler ruler;
  TideBarPlan plan;
  TideBarSpec spec;

  texts_init (&texts, self, context);
  init_plan (&texts, &plan, &ruler);
  layout = tide_bar_plan_lay_out (&plan, width, height - get_legend_height (&texts), &spec);

  draw_legend (&texts, snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) get_legend_height (&texts)));
  draw_axis (&texts, snapshot, &spec, layout);
  draw_labels (&texts, snapshot, layout);
  draw_bars (&texts, snapshot, layout);

  return gtk_snapshot_free_to_node (snapshot);
}
