/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

/* The numbers of the text: going from one to the next, and opening them by keys and the pointer. */

#include "ui/pages/tide-briefing-view-private.h"

#include <glib/gi18n-lib.h>

/* Numbers ----------------------------------------------------------------------------------- */

static int
get_cursor (TideBriefingView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return gtk_text_iter_get_offset (&iter);
}

/* Returns the number of numbers where there is none. */
static guint
find_number (TideBriefingView *self, int offset)
{
  guint i = 0;

  while (i < self->numbers->len
         && (offset < g_array_index (self->numbers, TideBriefingNumber, i).start
             || offset >= g_array_index (self->numbers, TideBriefingNumber, i).end))
    i++;

  return i;
}

/*
 * tide_briefing_view_select_number:
 * @self: a text
 * @number: which number, from 0
 *
 * Puts the cursor on it.
 */
void
tide_briefing_view_select_number (TideBriefingView *self, guint number)
{
  const TideBriefingNumber *place = &g_array_index (self->numbers, TideBriefingNumber, number);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, place->start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, place->end);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

/*
 * tide_briefing_view_select_key:
 * @self: a text
 * @key: key of a number; where no number has it by now, nothing changes
 */
void
tide_briefing_view_select_key (TideBriefingView *self, const char *key)
{
  guint i = 0;

  while (i < self->numbers->len
         && g_strcmp0 (g_array_index (self->numbers, TideBriefingNumber, i).run->key, key) != 0)
    i++;

  if (i < self->numbers->len)
    tide_briefing_view_select_number (self, i);
}

/* The text tells by itself where its cursor is; what the number is comes from around it. */
static void
announce (TideBriefingView *self, guint number)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));
  const TideBriefingRun *run = g_array_index (self->numbers, TideBriefingNumber, number).run;
  g_autofree char *text = g_strdup_printf (
      /* Translators: read aloud; a number of a briefing, and how it comes about */
      _ ("%s: %s"), run->text,
      tide_origin_rule_get_label (run->origin->rule, tide_language_get_default ()));

  gtk_accessible_announce (GTK_ACCESSIBLE (around), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
go_to_number (TideBriefingView *self, guint number)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  tide_briefing_view_select_number (self, number);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer), 0.1,
                                FALSE, 0, 0);
  announce (self, number);
}

/* The number that the cursor is on. At the beginning of the text, where it is before anybody has
 * moved it, it must be selected; elsewhere another text may have taken the selection away. */
static guint
find_present (TideBriefingView *self)
{
  const int cursor = get_cursor (self);

  if (cursor == 0
      && !gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return self->numbers->len;

  return find_number (self, cursor);
}

/*
 * tide_briefing_view_dup_present_key:
 * @self: a text
 *
 * Returns: (transfer full) (nullable): key of the number that the cursor is on
 */
char *
tide_briefing_view_dup_present_key (TideBriefingView *self)
{
  const guint number = find_present (self);

  return number < self->numbers->len
             ? g_strdup (g_array_index (self->numbers, TideBriefingNumber, number).run->key)
             : NULL;
}

static void
go_to_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingView *self = TIDE_BRIEFING_VIEW (widget);
  const gboolean is_on_one = find_present (self) < self->numbers->len;
  const int cursor = get_cursor (self) + (is_on_one ? 1 : 0);
  guint i = 0;

  while (i < self->numbers->len
         && g_array_index (self->numbers, TideBriefingNumber, i).start < cursor)
    i++;
  if (i < self->numbers->len)
    go_to_number (self, i);
  else
    gtk_widget_error_bell (widget);
}

static void
go_to_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingView *self = TIDE_BRIEFING_VIEW (widget);
  const int cursor = get_cursor (self);
  guint i = self->numbers->len;

  while (i > 0 && g_array_index (self->numbers, TideBriefingNumber, i - 1).start >= cursor)
    i--;
  if (i > 0)
    go_to_number (self, i - 1);
  else
    gtk_widget_error_bell (widget);
}

static void
open_number (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideBriefingView *self = TIDE_BRIEFING_VIEW (widget);
  const guint number = find_number (self, get_cursor (self));

  if (number < self->numbers->len)
    tide_briefing_view_activate_number (self, number);
}

/*
 * tide_briefing_view_install_number_actions:
 * @widget_class: the class of the text
 */
void
tide_briefing_view_install_number_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "number.next", NULL, go_to_next);
  gtk_widget_class_install_action (widget_class, "number.previous", NULL, go_to_previous);
  gtk_widget_class_install_action (widget_class, "number.open", NULL, open_number);
}

/* The pointer ------------------------------------------------------------------------------- */

static guint
find_number_at (TideBriefingView *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return self->numbers->len;

  return find_number (self, gtk_text_iter_get_offset (&iter));
}

static gboolean
is_selecting (TideBriefingView *self, guint number)
{
  GtkTextIter start;
  GtkTextIter end;

  return gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                               &start, &end)
         && (gtk_text_iter_get_offset (&start)
                 != g_array_index (self->numbers, TideBriefingNumber, number).start
             || gtk_text_iter_get_offset (&end)
                    != g_array_index (self->numbers, TideBriefingNumber, number).end);
}

/* Who has dragged across a text wants to copy it. */
static void
on_released (TideBriefingView *self, int n_press, double x, double y)
{
  const guint number = find_number_at (self, x, y);

  if (n_press == 1 && number < self->numbers->len && !is_selecting (self, number))
    tide_briefing_view_activate_number (self, number);
}

static void
on_motion (TideBriefingView *self, double x, double y)
{
  const gboolean is_number = find_number_at (self, x, y) < self->numbers->len;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_number ? "pointer" : "text");
}

/*
 * tide_briefing_view_add_pointer:
 * @self: a text
 *
 * Lets the pointer activate numbers.
 */
void
tide_briefing_view_add_pointer (TideBriefingView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
