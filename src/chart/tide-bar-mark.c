/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-mark.h"

#include "chart/tide-chart-text.h"

#include <glib/gi18n-lib.h>

/* How many colours the style sheet knows; further series start over. */
#define N_COLOURS 6
/* A value's text takes no more lines than this above a column. */
#define MAX_LINES 2

/* One bar with the text of its value. What it looks like is the style sheet's; where it stands is
 * told by the area it is in. */
struct _TideBarMark
{
  TideChartMark parent_instance;

  GtkWidget *text; /* unowned: a part */
  gboolean is_text_inside;
};

G_DEFINE_FINAL_TYPE (TideBarMark, tide_bar_mark, TIDE_TYPE_CHART_MARK)

static TideBar *
get_bar (TideBarMark *self)
{
  return TIDE_BAR (tide_chart_mark_get_item (TIDE_CHART_MARK (self)));
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
dup_tooltip (TideBar *bar)
{
  const char *series = tide_bar_get_series (bar);
  const char *value = tide_chart_item_get_spoken_value (TIDE_CHART_ITEM (bar));
  GString *tooltip = g_string_new (tide_bar_get_label (bar));

  g_string_append_c (tooltip, '\n');
  if (has_text (series))
    {
      /* Each is kept together if it runs in another direction than the other. */
      g_autofree char *before = g_strconcat ("\u2068", series, "\u2069", NULL);
      g_autofree char *after = g_strconcat ("\u2068", value, "\u2069", NULL);

      /* Translators: in the tooltip of a chart's bar: series, value. */
      g_string_append_printf (tooltip, C_ ("bar chart", "%s: %s"), before, after);
    }
  else
    g_string_append (tooltip, value);

  return g_string_free_and_steal (tooltip);
}

static void
describe (TideBarMark *self, const TideBarMarkStyle *style)
{
  TideBar *bar = get_bar (self);
  const char *label = or_empty (tide_bar_get_label (bar));
  const char *series = tide_bar_get_series (bar);
  const char *value = tide_chart_item_get_spoken_value (TIDE_CHART_ITEM (bar));
  g_autofree char *tooltip = dup_tooltip (bar);
  g_autofree char *name = NULL;

  if (has_text (series))
    /* Translators: spoken for a bar of a chart: category, series: value, position of count. */
    name = g_strdup_printf (_ ("%s, %s: %s, %u of %u"), label, series, value, style->position + 1,
                            style->n_bars);
  else
    /* Translators: spoken for a bar of a chart: category: value, position of count. */
    name = g_strdup_printf (_ ("%s: %s, %u of %u"), label, value, style->position + 1,
                            style->n_bars);

  tide_chart_mark_describe (TIDE_CHART_MARK (self), name, tooltip);
}

static void
update_classes (TideBarMark *self, const TideBarMarkStyle *style)
{
  gboolean is_vertical = style->direction == TIDE_BAR_VERTICAL;
  gboolean is_stacked = style->arrangement == TIDE_BAR_STACKED;
  g_autofree char *series = g_strdup_printf ("series-%u", style->series % N_COLOURS + 1);
  const char *classes[] = {
    series,
    is_vertical ? "vertical" : "horizontal",
    is_stacked ? "stacked" : "grouped",
    tide_bar_get_value (get_bar (self)) < 0 ? "negative" : "positive",
    tide_bar_has_value (get_bar (self)) ? "known" : "missing",
    NULL,
  };

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

/* The middle of a bar for the text inside it, as large as the text needs; nothing if that is more
 * than the bar has. */
static TideBox
get_inner_text_box (TideBarMark *self, const TideBox *bar)
{
  int width;
  int height;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  if (width > bar->width || height > bar->height)
    return (TideBox) { 0 };

  return (TideBox) {
    .x = bar->x + (bar->width - width) / 2,
    .y = bar->y + (bar->height - height) / 2,
    .width = width,
    .height = height,
  };
}

static void
tide_bar_mark_class_init (TideBarMarkClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "barmark");
}

static void
tide_bar_mark_init (TideBarMark *self)
{
  self->text = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "lines", MAX_LINES, NULL);
  tide_chart_mark_add_part (TIDE_CHART_MARK (self), tide_chart_mark_create_box ("bar"));
  tide_chart_mark_add_part (TIDE_CHART_MARK (self), self->text);
}

/**
 * tide_bar_mark_new:
 *
 * Returns: (transfer floating): a mark without a bar
 */
GtkWidget *
tide_bar_mark_new (void)
{
  return g_object_new (TIDE_TYPE_BAR_MARK, NULL);
}

/**
 * tide_bar_mark_set_style:
 * @self: a mark that has its bar
 * @style: what it has to know of its chart
 *
 * Shows its bar.
 */
void
tide_bar_mark_set_style (TideBarMark *self, const TideBarMarkStyle *style)
{
  TideBar *bar = get_bar (self);
  gboolean is_inside = style->arrangement == TIDE_BAR_STACKED;
  gboolean is_above = style->direction == TIDE_BAR_VERTICAL && !is_inside;
  GtkLabel *text = GTK_LABEL (self->text);

  self->is_text_inside = is_inside;

  tide_chart_text_set (text, tide_chart_item_get_shown_value (TIDE_CHART_ITEM (bar)),
                       style->language);
  tide_chart_text_break_at_spaces (text);
  gtk_label_set_wrap (text, is_above);
  gtk_label_set_wrap_mode (text, PANGO_WRAP_WORD);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  gtk_label_set_yalign (text, is_above && tide_bar_get_value (bar) >= 0 ? 1 : 0.5f);

  update_classes (self, style);
  describe (self, style);
}

/**
 * tide_bar_mark_measure_text:
 * @self: a mark
 * @room: width that the text has above a column, or -1 beside a horizontal bar
 *
 * Returns: how much the text takes along the value axis; 0 if there is none, or it has no room
 */
double
tide_bar_mark_measure_text (TideBarMark *self, double room)
{
  int minimum;
  int natural;
  int line;

  if (!has_text (gtk_label_get_text (GTK_LABEL (self->text))))
    return 0;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  if (room < 0)
    return natural;
  if (minimum > (int) room)
    return 0;

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, (int) room, &minimum, &natural, NULL,
                      NULL);

  return natural > MAX_LINES * line ? 0 : natural;
}

/**
 * tide_bar_mark_place:
 * @self: a mark
 * @place: where it stands, in its parent's coordinates
 *
 * Allocates the mark.
 */
void
tide_bar_mark_place (TideBarMark *self, const TideBarPlace *place)
{
  const TideBox boxes[] = {
    place->bar,
    self->is_text_inside ? get_inner_text_box (self, &place->bar) : place->text,
  };

  tide_chart_mark_place (TIDE_CHART_MARK (self), &place->slot, boxes);
}
