/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-ink.h"

#include "chart/tide-chart-text.h"

/* Points of 1/72 inch: what a unit of a page is. */
#define RESOLUTION 72.0
#define BODY_SIZE 8.5
/* Space between the lines of a text, in their heights. */
#define LINE_SPACING 1.05f

static const struct
{
  double size;
  PangoWeight weight;
  double grey;
} inks[TIDE_N_INKS] = {
  [TIDE_INK_BODY] = { BODY_SIZE, PANGO_WEIGHT_NORMAL, 0 },
  [TIDE_INK_STRONG] = { BODY_SIZE, PANGO_WEIGHT_BOLD, 0 },
  [TIDE_INK_SMALL] = { 7.5, PANGO_WEIGHT_NORMAL, 0.32 },
  [TIDE_INK_LABEL] = { 8, PANGO_WEIGHT_NORMAL, 0.32 },
  [TIDE_INK_HEADING] = { 11, PANGO_WEIGHT_BOLD, 0 },
  [TIDE_INK_TITLE] = { 17, PANGO_WEIGHT_BOLD, 0 },
  [TIDE_INK_FIGURE] = { 13, PANGO_WEIGHT_BOLD, 0 },
  [TIDE_INK_TEXT] = { 10.5, PANGO_WEIGHT_NORMAL, 0 },
};

/**
 * tide_ink_new_context:
 *
 * Returns: (transfer full): what makes texts of reports, for the present thread only
 */
PangoContext *
tide_ink_new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_size (font, pango_units_from_double (BODY_SIZE));
  pango_context_set_font_description (context, font);
  pango_cairo_context_set_resolution (context, RESOLUTION);
  /* What is measured is what is printed, at any size. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

/**
 * tide_ink_new_layout:
 * @context: from tide_ink_new_context()
 * @ink: how its text looks
 *
 * Returns: (transfer full): a layout without a text
 */
PangoLayout *
tide_ink_new_layout (PangoContext *context, TideInk ink)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font
      = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_size (font, pango_units_from_double (inks[ink].size));
  pango_font_description_set_weight (font, inks[ink].weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, LINE_SPACING);

  return layout;
}

/**
 * tide_ink_set_text:
 * @layout: a layout
 * @text: what it shows; never markup
 *
 * Figures get the same width, and Han characters the glyphs of simplified Chinese.
 */
void
tide_ink_set_text (PangoLayout *layout, const char *text)
{
  g_autoptr (PangoAttrList) attributes = tide_chart_text_new_attributes (text, "zh-hans");

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
}

/**
 * tide_ink_get_size:
 * @ink: an ink
 *
 * Returns: the size of its font, in points
 */
double
tide_ink_get_size (TideInk ink)
{
  return inks[ink].size;
}

/**
 * tide_ink_get_height:
 * @layout: a layout
 *
 * Returns: its height, in points
 */
double
tide_ink_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return pango_units_to_double (height);
}

/**
 * tide_ink_show:
 * @cr: where to draw
 * @layout: a layout
 * @ink: how its text looks
 * @x: its left edge
 * @y: its upper edge
 */
void
tide_ink_show (cairo_t *cr, PangoLayout *layout, TideInk ink, double x, double y)
{
  const double grey = inks[ink].grey;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}
