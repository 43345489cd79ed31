/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-bar-mark.h"

#include "chart/tide-chart-text.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* How many colours the style sheet knows; further series start over. */
#define N_COLOURS 6
/* A value's text takes no more lines than this above a column. */
#define MAX_LINES 2

/* One bar with the text of its value. What it looks like is the style sheet's; where it stands is
 * told by the area it is in. */
struct _TideBarMark
{
  GtkWidget parent_instance;

  TideBar *bar;       /* owned, nullable */
  GtkWidget *fill;    /* owned as a child */
  GtkWidget *text;    /* owned as a child */
  TideBarPlace place; /* in the area's coordinates */
  gboolean is_text_inside;
};

G_DEFINE_FINAL_TYPE (TideBarMark, tide_bar_mark, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_value_text (TideBar *bar)
{
  const char *text = tide_bar_get_value_text (bar);

  if (text != NULL)
    return text;

  return tide_bar_has_value (bar) ? "" : "—";
}

static const char *
get_spoken_value (TideBar *bar)
{
  const char *text = tide_bar_get_value_text (bar);

  if (text != NULL)
    return text;

  return tide_bar_has_value (bar) ? "" : C_ ("bar chart", "no value");
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

static void
update_accessible (TideBarMark *self, const TideBarMarkStyle *style)
{
  const char *label = or_empty (tide_bar_get_label (self->bar));
  const char *series = tide_bar_get_series (self->bar);
  const char *value = get_spoken_value (self->bar);
  g_autofree char *name = NULL;

  if (has_text (series))
    /* Translators: spoken for a bar of a chart: category, series: value, position of count. */
    name = g_strdup_printf (_ ("%s, %s: %s, %u of %u"), label, series, value, style->position + 1,
                            style->n_bars);
  else
    /* Translators: spoken for a bar of a chart: category: value, position of count. */
    name = g_strdup_printf (_ ("%s: %s, %u of %u"), label, value, style->position + 1,
                            style->n_bars);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  or_empty (tide_bar_get_description (self->bar)), -1);
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
    tide_bar_get_value (self->bar) < 0 ? "negative" : "positive",
    tide_bar_has_value (self->bar) ? "known" : "missing",
    NULL,
  };

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
}

static gboolean
on_activate_key (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate (widget);
}

static void
place_child (GtkWidget *child, const TideBox *box, const TideBox *origin)
{
  int x = (int) (round (box->x) - round (origin->x));
  int y = (int) (round (box->y) - round (origin->y));
  int width = (int) (round (box->x + box->width) - round (box->x));
  int height = (int) (round (box->y + box->height) - round (box->y));

  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* The middle of a bar for the text inside it, as large as the text needs. */
static TideBox
get_inner_text_box (TideBarMark *self)
{
  const TideBox *bar = &self->place.bar;
  int width;
  int height;

  gtk_widget_measure (self->text, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  return (TideBox) {
    .x = bar->x + (bar->width - width) / 2,
    .y = bar->y + (bar->height - height) / 2,
    .width = width,
    .height = height,
  };
}

static void
place_children (TideBarMark *self)
{
  const TideBox *bar = &self->place.bar;
  TideBox text = self->is_text_inside ? get_inner_text_box (self) : self->place.text;
  gboolean is_visible = text.width > 0 && text.height > 0;

  if (self->is_text_inside)
    is_visible = is_visible && text.width <= bar->width && text.height <= bar->height;

  place_child (self->fill, bar, &self->place.slot);
  gtk_widget_set_child_visible (self->text, is_visible);
  if (is_visible)
    place_child (self->text, &text, &self->place.slot);
}

static void
tide_bar_mark_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  TideBarMark *self = TIDE_BAR_MARK (widget);

  /* Its size follows from the chart's, but GTK wants children measured before they are placed. */
  gtk_widget_measure (self->fill, orientation, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->text, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = 0;
}

static void
tide_bar_mark_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place_children (TIDE_BAR_MARK (widget));
}

static void
tide_bar_mark_dispose (GObject *object)
{
  TideBarMark *self = TIDE_BAR_MARK (object);

  g_clear_object (&self->bar);
  g_clear_pointer (&self->fill, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (tide_bar_mark_parent_class)->dispose (object);
}

static void
tide_bar_mark_class_init (TideBarMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[]
      = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  object_class->dispose = tide_bar_mark_dispose;
  widget_class->measure = tide_bar_mark_measure;
  widget_class->size_allocate = tide_bar_mark_size_allocate;

  /**
   * TideBarMark::activated:
   *
   * The bar was activated.
   */
  signals[ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST | G_SIGNAL_ACTION,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, on_activate_key, NULL);

  gtk_widget_class_set_css_name (widget_class, "barmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tide_bar_mark_init (TideBarMark *self)
{
  self->fill = g_object_new (GTK_TYPE_BOX, "css-name", "bar", "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->text = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "lines", MAX_LINES, NULL);
  gtk_widget_set_parent (self->fill, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
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
 * tide_bar_mark_set_bar:
 * @self: a mark
 * @bar: the bar it shows
 * @style: what it has to know of its chart
 *
 * Shows another bar.
 */
void
tide_bar_mark_set_bar (TideBarMark *self, TideBar *bar, const TideBarMarkStyle *style)
{
  gboolean is_inside = style->arrangement == TIDE_BAR_STACKED;
  gboolean is_above = style->direction == TIDE_BAR_VERTICAL && !is_inside;
  GtkLabel *text = GTK_LABEL (self->text);

  g_set_object (&self->bar, bar);
  self->is_text_inside = is_inside;

  tide_chart_text_set (text, get_value_text (bar), style->language);
  tide_chart_text_break_at_spaces (text);
  gtk_label_set_wrap (text, is_above);
  gtk_label_set_wrap_mode (text, PANGO_WRAP_WORD);
  gtk_label_set_justify (text, GTK_JUSTIFY_CENTER);
  gtk_label_set_yalign (text, is_above && tide_bar_get_value (bar) >= 0 ? 1 : 0.5f);

  update_classes (self, style);
  update_accessible (self, style);
}

/**
 * tide_bar_mark_get_bar:
 * @self: a mark
 *
 * Returns: (transfer none) (nullable): the bar it shows
 */
TideBar *
tide_bar_mark_get_bar (TideBarMark *self)
{
  return self->bar;
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
  self->place = *place;
  place_child (GTK_WIDGET (self), &place->slot, &(TideBox) { 0 });
  /* An unchanged slot is not allocated again, but what is in it may have moved. */
  place_children (self);
}

void
tide_bar_mark_set_highlighted (TideBarMark *self, gboolean is_highlighted)
{
  if (is_highlighted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "highlighted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "highlighted");
}

/**
 * tide_bar_mark_dup_tooltip:
 * @self: a mark
 *
 * Returns: (transfer full): category, series with value, and description, a line each
 */
char *
tide_bar_mark_dup_tooltip (TideBarMark *self)
{
  const char *series = tide_bar_get_series (self->bar);
  const char *value = get_spoken_value (self->bar);
  const char *description = tide_bar_get_description (self->bar);
  GString *tooltip = g_string_new (tide_bar_get_label (self->bar));

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

  if (has_text (description))
    g_string_append_printf (tooltip, "\n%s", description);

  return g_string_free_and_steal (tooltip);
}
