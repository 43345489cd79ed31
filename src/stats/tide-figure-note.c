/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-figure-note.h"

/**
 * tide_figure_note_new:
 * @text: (transfer full): a sentence about a figure
 * @n: the number in it
 * @filter: (transfer full) (nullable): which projects it speaks of
 *
 * Returns: (transfer full): a line of an explanation
 */
TideFigureNote *
tide_figure_note_new (char *text, guint n, TideFilter *filter)
{
  TideFigureNote *self = g_new0 (TideFigureNote, 1);

  self->text = text;
  self->n = n;
  self->filter = filter;

  return self;
}

/**
 * tide_figure_note_free:
 * @self: (transfer full): a line of an explanation
 */
void
tide_figure_note_free (TideFigureNote *self)
{
  g_free (self->text);
  if (self->filter != NULL)
    tide_payload_unref (&self->filter->base);
  g_free (self);
}
