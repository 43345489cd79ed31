/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MARGIN 24 /* around the text */
#define INDENT 18 /* of the items of a list */

struct _TideBriefingView
{
  GtkTextView parent_instance;

  TideBriefing *briefing; /* owned, nullable */
  GtkTextTag *heading_tag;
  GtkTextTag *item_tag;
  GtkTextTag *number_tag;
};

G_DEFINE_FINAL_TYPE (TideBriefingView, tide_briefing_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (TideBriefingView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* The text ---------------------------------------------------------------------------------- */

static void
insert_paragraph (TideBriefingView *self, GtkTextIter *iter, const TideBriefingParagraph *paragraph)
{
  GtkTextBuffer *buffer = get_buffer (self);
  const int offset = gtk_text_iter_get_offset (iter);
  GtkTextIter start;

  if (paragraph->style == TIDE_BRIEFING_ITEM)
    gtk_text_buffer_insert (buffer, iter, "• ", -1);
  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (paragraph->runs, i);

      if (run->origin != NULL)
        gtk_text_buffer_insert_with_tags (buffer, iter, run->text, -1, self->number_tag, NULL);
      else
        gtk_text_buffer_insert (buffer, iter, run->text, -1);
    }

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

static void
update_colour (TideBriefingView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  GdkRGBA colour;

  adw_rgba_to_standalone (accent, adw_style_manager_get_dark (manager), &colour);
  g_object_set (self->number_tag, "foreground-rgba", &colour, NULL);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_briefing_view_finalize (GObject *object)
{
  TideBriefingView *self = TIDE_BRIEFING_VIEW (object);

  g_clear_pointer (&self->briefing, tide_briefing_unref);

  G_OBJECT_CLASS (tide_briefing_view_parent_class)->finalize (object);
}

static void
tide_briefing_view_class_init (TideBriefingViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tide_briefing_view_finalize;
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
tide_briefing_view_init (TideBriefingView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();

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
                                  _ ("Text of the briefing"), -1);
  make_tags (self);
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

/**
 * tide_briefing_view_set_briefing:
 * @self: a text
 * @briefing: (nullable): what is to be read; %NULL for nothing
 */
void
tide_briefing_view_set_briefing (TideBriefingView *self, TideBriefing *briefing)
{
  g_return_if_fail (TIDE_IS_BRIEFING_VIEW (self));

  if (self->briefing == briefing)
    return;

  g_clear_pointer (&self->briefing, tide_briefing_unref);
  if (briefing != NULL)
    self->briefing = tide_briefing_ref (briefing);
  fill (self);
}
