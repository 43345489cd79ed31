/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-view-private.h"

#include "ui/tide-shortcuts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MARGIN 24 /* around the text */
#define INDENT 18 /* of the items of a list */

G_DEFINE_FINAL_TYPE (TideBriefingView, tide_briefing_view, GTK_TYPE_TEXT_VIEW)

enum
{
  NUMBER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (TideBriefingView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/*
 * tide_briefing_view_activate_number:
 * @self: a text
 * @number: which number, from 0
 */
void
tide_briefing_view_activate_number (TideBriefingView *self, guint number)
{
  g_signal_emit (self, signals[NUMBER_ACTIVATED], 0, number);
}

/* The text ---------------------------------------------------------------------------------- */

static void
insert_run (TideBriefingView *self, GtkTextIter *iter, const TideBriefingRun *run)
{
  GtkTextBuffer *buffer = get_buffer (self);
  TideBriefingNumber number = { .start = gtk_text_iter_get_offset (iter), .run = run };

  if (run->origin == NULL)
    {
      gtk_text_buffer_insert (buffer, iter, run->text, -1);
      return;
    }

  gtk_text_buffer_insert_with_tags (buffer, iter, run->text, -1, self->number_tag, NULL);
  number.end = gtk_text_iter_get_offset (iter);
  g_array_append_val (self->numbers, number);
}

static void
insert_paragraph (TideBriefingView *self, GtkTextIter *iter, const TideBriefingParagraph *paragraph)
{
  GtkTextBuffer *buffer = get_buffer (self);
  const int offset = gtk_text_iter_get_offset (iter);
  GtkTextIter start;

  if (paragraph->style == TIDE_BRIEFING_ITEM)
    gtk_text_buffer_insert (buffer, iter, "• ", -1);
  for (guint i = 0; i < paragraph->runs->len; i++)
    insert_run (self, iter, g_ptr_array_index (paragraph->runs, i));

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  if (paragraph->style == TIDE_BRIEFING_HEADING)
    gtk_text_buffer_apply_tag (buffer, self->heading_tag, &start, iter);
  else if (paragraph->style == TIDE_BRIEFING_ITEM)
    gtk_text_buffer_apply_tag (buffer, self->item_tag, &start, iter);
}

static void
fill (TideBriefingView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  g_array_set_size (self->numbers, 0);
  gtk_text_buffer_set_text (buffer, "", -1);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  for (guint i = 0; self->briefing != NULL && i < self->briefing->paragraphs->len; i++)
    {
      if (i > 0)
        gtk_text_buffer_insert (buffer, &iter, "\n", -1);
      insert_paragraph (self, &iter, g_ptr_array_index (self->briefing->paragraphs, i));
    }

  gtk_text_buffer_get_start_iter (buffer, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static gboolean
is_same_paragraph (const TideBriefingParagraph *a, const TideBriefingParagraph *b)
{
  if (a->style != b->style || a->runs->len != b->runs->len)
    return FALSE;

  for (guint i = 0; i < a->runs->len; i++)
    {
      const TideBriefingRun *first = g_ptr_array_index (a->runs, i);
      const TideBriefingRun *second = g_ptr_array_index (b->runs, i);

      if ((first->origin == NULL) != (second->origin == NULL)
          || !g_str_equal (first->text, second->text))
        return FALSE;
    }

  return TRUE;
}

static gboolean
reads_the_same (const TideBriefing *a, const TideBriefing *b)
{
  if (a == NULL || b == NULL || a->paragraphs->len != b->paragraphs->len)
    return FALSE;

  for (guint i = 0; i < a->paragraphs->len; i++)
    if (!is_same_paragraph (g_ptr_array_index (a->paragraphs, i),
                            g_ptr_array_index (b->paragraphs, i)))
      return FALSE;

  return TRUE;
}

/* A text that reads the same stays as it is, with the numbers of the new one behind it. */
static void
take_numbers (TideBriefingView *self)
{
  g_autoptr (GPtrArray) runs = tide_briefing_list_numbers (self->briefing);

  for (guint i = 0; i < self->numbers->len; i++)
    g_array_index (self->numbers, TideBriefingNumber, i).run = g_ptr_array_index (runs, i);
}

/* The popover ------------------------------------------------------------------------------- */

static void
drop_popover (TideBriefingView *self)
{
  if (self->popover == NULL)
    return;

  gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
}

static void
tide_briefing_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TideBriefingView *self = TIDE_BRIEFING_VIEW (widget);

  GTK_WIDGET_CLASS (tide_briefing_view_parent_class)
      ->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (self->popover);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_briefing_view_dispose (GObject *object)
{
  drop_popover (TIDE_BRIEFING_VIEW (object));

  G_OBJECT_CLASS (tide_briefing_view_parent_class)->dispose (object);
}

static void
tide_briefing_view_finalize (GObject *object)
{
  TideBriefingView *self = TIDE_BRIEFING_VIEW (object);

  g_clear_pointer (&self->briefing, tide_briefing_unref);
  g_array_unref (self->numbers);

  G_OBJECT_CLASS (tide_briefing_view_parent_class)->finalize (object);
}

static void
tide_briefing_view_class_init (TideBriefingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_briefing_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = tide_briefing_view_finalize;
  widget_class->size_allocate = tide_briefing_view_size_allocate;

  /**
   * TideBriefingView::number-activated:
   * @self: the text
   * @number: which number, from 0
   *
   * The person wants to know what is behind a number.
   */
  signals[NUMBER_ACTIVATED]
      = g_signal_new ("number-activated", TIDE_TYPE_BRIEFING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  tide_briefing_view_install_number_actions (widget_class);
}

static void
make_tags (TideBriefingView *self)
{
  GtkTextBuffer *buffer = get_buffer (self);

  self->heading_tag
      = gtk_text_buffer_create_tag (buffer, NULL, "scale", PANGO_SCALE_LARGE, "weight",
                                    PANGO_WEIGHT_BOLD, "pixels-above-lines", 12, NULL);
  self->item_tag = gtk_text_buffer_create_tag (buffer, NULL, "left-margin", MARGIN + INDENT,
                                               "indent", -INDENT, NULL);
  self->number_tag
      = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

static void
update_colour (TideBriefingView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA colour;

  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), &colour);
  g_object_set (self->number_tag, "foreground-rgba", &colour, NULL);
}

/* Texts know these keys themselves: the controller that is added last gets them first. */
static void
add_controllers (TideBriefingView *self)
{
  tide_briefing_view_add_pointer (self);
  tide_shortcuts_add_controller (GTK_WIDGET (self), TIDE_SHORTCUTS_BRIEFING);
}

static void
tide_briefing_view_init (TideBriefingView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->numbers = g_array_new (FALSE, FALSE, sizeof (TideBriefingNumber));
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, MARGIN);
  gtk_text_view_set_right_margin (view, MARGIN);
  gtk_text_view_set_top_margin (view, MARGIN);
  gtk_text_view_set_bottom_margin (view, MARGIN);
  gtk_text_view_set_pixels_below_lines (view, 9);
  gtk_text_view_set_pixels_inside_wrap (view, 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the briefing"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Ctrl+Down goes to the next number, Enter tells what is "
                                     "behind it"),
                                  -1);
  make_tags (self);
  add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_colour), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (update_colour), self,
                           G_CONNECT_SWAPPED);
  update_colour (self);
}

/**
 * tide_briefing_view_get_briefing:
 * @self: a text
 *
 * Returns: (transfer none) (nullable): the briefing that is shown
 */
TideBriefing *
tide_briefing_view_get_briefing (TideBriefingView *self)
{
  g_return_val_if_fail (TIDE_IS_BRIEFING_VIEW (self), NULL);

  return self->briefing;
}

/* The line that is at the top stays there. */
static int
get_top_line (TideBriefingView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);

  return visible.y > 0 ? gtk_text_iter_get_line (&iter) : 0;
}

static void
scroll_to_line (TideBriefingView *self, int line)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextMark *mark;
  GtkTextIter iter;

  if (line == 0)
    return;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, line);
  mark = gtk_text_buffer_get_mark (buffer, "top");
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "top", &iter, TRUE);
  gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, 0);
}

static void
write_anew (TideBriefingView *self)
{
  g_autofree char *key = tide_briefing_view_dup_present_key (self);
  const int line = get_top_line (self);

  drop_popover (self);
  fill (self);
  scroll_to_line (self, line);
  if (key != NULL)
    tide_briefing_view_select_key (self, key);
}

/**
 * tide_briefing_view_set_briefing:
 * @self: a text
 * @briefing: (nullable): what is to be read; %NULL for nothing
 *
 * Shows another briefing at the same place; one that reads the same moves nothing.
 */
void
tide_briefing_view_set_briefing (TideBriefingView *self, TideBriefing *briefing)
{
  g_autoptr (TideBriefing) before = NULL;
  gboolean is_same;

  g_return_if_fail (TIDE_IS_BRIEFING_VIEW (self));

  if (self->briefing == briefing)
    return;

  /* The runs of the old one are still asked for their keys. */
  before = g_steal_pointer (&self->briefing);
  is_same = reads_the_same (before, briefing);
  if (briefing != NULL)
    self->briefing = tide_briefing_ref (briefing);
  if (is_same)
    take_numbers (self);
  else
    write_anew (self);
}

/**
 * tide_briefing_view_get_n_numbers:
 * @self: a text
 *
 * Returns: how many numbers it has
 */
guint
tide_briefing_view_get_n_numbers (TideBriefingView *self)
{
  g_return_val_if_fail (TIDE_IS_BRIEFING_VIEW (self), 0);

  return self->numbers->len;
}

/**
 * tide_briefing_view_get_number:
 * @self: a text
 * @number: which number, from 0
 *
 * Returns: (transfer none): the number, which lives as long as the briefing is shown
 */
const TideBriefingRun *
tide_briefing_view_get_number (TideBriefingView *self, guint number)
{
  g_return_val_if_fail (TIDE_IS_BRIEFING_VIEW (self), NULL);
  g_return_val_if_fail (number < self->numbers->len, NULL);

  return g_array_index (self->numbers, TideBriefingNumber, number).run;
}

static void
get_area (TideBriefingView *self, guint number, GdkRectangle *area)
{
  const TideBriefingNumber *place = &g_array_index (self->numbers, TideBriefingNumber, number);
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, place->start);
  gtk_text_view_get_iter_location (view, &iter, area);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, place->end);
  gtk_text_view_get_iter_location (view, &iter, &end);
  if (end.y == area->y)
    area->width = MAX (end.x - area->x, 1);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x,
                                         &area->y);
}

/**
 * tide_briefing_view_popup:
 * @self: a text
 * @number: which number, from 0
 * @popover: (transfer floating): what is to be shown at it
 */
void
tide_briefing_view_popup (TideBriefingView *self, guint number, GtkPopover *popover)
{
  GdkRectangle area;

  g_return_if_fail (TIDE_IS_BRIEFING_VIEW (self));
  g_return_if_fail (number < self->numbers->len);
  g_return_if_fail (GTK_IS_POPOVER (popover));

  drop_popover (self);
  self->popover = popover;
  tide_briefing_view_select_number (self, number);
  get_area (self, number, &area);
  gtk_widget_set_parent (GTK_WIDGET (popover), GTK_WIDGET (self));
  gtk_popover_set_pointing_to (popover, &area);
  gtk_popover_popup (popover);
}
