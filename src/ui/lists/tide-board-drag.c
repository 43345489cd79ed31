/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-board-private.h"

/* How near to an edge the board scrolls, and how far in each frame; in pixels. Columns scroll up
 * and down by themselves. */
#define EDGE 48
#define STEP 12

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  TideBoard *self = TIDE_BOARD (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + self->direction * STEP);

  return G_SOURCE_CONTINUE;
}

static int
find_direction (TideBoard *self, double x)
{
  if (x < EDGE)
    return -1;

  return x > gtk_widget_get_width (GTK_WIDGET (self)) - EDGE ? 1 : 0;
}

/* The adjustment grows to the right, whatever the direction of text. */
static void
on_drag_moved (GtkDropControllerMotion *motion, double x, double y, TideBoard *self)
{
  self->direction = find_direction (self, x);
  if (self->direction == 0)
    tide_board_stop_scrolling (self);
  else if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_drag_left (GtkDropControllerMotion *motion, TideBoard *self)
{
  tide_board_stop_scrolling (self);
}

/*
 * tide_board_install_drag:
 * @widget_class: class of the board
 *
 * Installs what lets it scroll where something is dragged to its edges.
 */
void
tide_board_install_drag (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_drag_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_left);
}

/*
 * tide_board_stop_scrolling:
 * @self: a board
 */
void
tide_board_stop_scrolling (TideBoard *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
}
