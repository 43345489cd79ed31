/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-wrap-layout.h"

/* Children one after the other, in as many lines as they need. */
struct _TideWrapLayout
{
  GtkLayoutManager parent_instance;

  int gap; /* between children, and between lines */
};

G_DEFINE_FINAL_TYPE (TideWrapLayout, tide_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child begins. */
typedef struct
{
  TideWrapLayout *layout;
  int width; /* of all lines */
  int x;
  int y;
  int line_height;
} Pen;

static GtkRequisition
measure_child (GtkWidget *child, int width)
{
  GtkRequisition size;
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &size.width, NULL, NULL);
  size.width = MAX (minimum, MIN (size.width, width));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);

  return size;
}

static GtkAllocation
place_child (Pen *pen, GtkWidget *child)
{
  const GtkRequisition size = measure_child (child, pen->width);
  GtkAllocation place;

  if (pen->x > 0 && pen->x + size.width > pen->width)
    {
      pen->x = 0;
      pen->y += pen->line_height + pen->layout->gap;
      pen->line_height = 0;
    }

  place = (GtkAllocation) { pen->x, pen->y, size.width, size.height };
  pen->x += size.width + pen->layout->gap;
  pen->line_height = MAX (pen->line_height, size.height);

  return place;
}

static GtkWidget *
get_next (GtkWidget *widget, GtkWidget *child)
{
  child = child != NULL ? gtk_widget_get_next_sibling (child) : gtk_widget_get_first_child (widget);
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
measure_widths (TideWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;

  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->gap : 0);
    }
}

static GtkSizeRequestMode
tide_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tide_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  TideWrapLayout *self = TIDE_WRAP_LAYOUT (manager);
  Pen pen = { .layout = self, .width = for_size };
  int width;

  measure_widths (self, widget, minimum, natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  width = *natural;
  if (for_size < 0)
    pen.width = width;
  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child))
    place_child (&pen, child);
  *minimum = *natural = pen.y + pen.line_height;
}

static void
tide_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  const gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { .layout = TIDE_WRAP_LAYOUT (manager), .width = width };

  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child))
    {
      GtkAllocation place = place_child (&pen, child);

      if (is_mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
tide_wrap_layout_class_init (TideWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = tide_wrap_layout_get_request_mode;
  layout_class->measure = tide_wrap_layout_measure;
  layout_class->allocate = tide_wrap_layout_allocate;
}

static void
tide_wrap_layout_init (TideWrapLayout *self)
{
}

/**
 * tide_wrap_layout_new:
 * @gap: distance between children and between lines, in pixels
 *
 * Returns: (transfer full): a layout of lines that children fill from their start
 */
GtkLayoutManager *
tide_wrap_layout_new (int gap)
{
  TideWrapLayout *self = g_object_new (TIDE_TYPE_WRAP_LAYOUT, NULL);

  self->gap = gap;

  return GTK_LAYOUT_MANAGER (self);
}
