/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-flow.h"

#include "report/tide-report-piece.h"

/* Above this height, in points, a row goes on in another one, which has so many lines, as no row is
 * higher than a page. */
#define MAX_HEIGHT 190.0
#define MAX_LINES 14
/* Lines of a text that stand on one page. */
#define WHOLE_LINES 4
#define CHART_GAP 6.0

struct _TideReportPages
{
  GPtrArray *tables; /* owned, of owned TideReportTable */
  GPtrArray *pages;  /* owned, of owned GPtrArray of owned TideReportPiece */
  double width;
};

struct _TideReportFlow
{
  TideReportPages *pages; /* owned */
  PangoContext *context;  /* owned */
  PangoLayout *layouts[TIDE_N_INKS];
  TideReportTable *table; /* borrowed, nullable: the one that is open */
  GPtrArray *pending;     /* owned, of owned TideReportPiece: to be kept together */
  double width;
  double height;
  double y; /* where the next piece stands */
};

static void
free_page (gpointer page)
{
  g_ptr_array_unref (page);
}

/**
 * tide_report_flow_new:
 * @width: width of the pages, without their margins
 * @height: height of the pages, without their margins
 *
 * Returns: (transfer full): a flow onto pages of that size
 */
TideReportFlow *
tide_report_flow_new (double width, double height)
{
  TideReportFlow *self = g_new0 (TideReportFlow, 1);

  self->pages = g_new0 (TideReportPages, 1);
  self->pages->width = width;
  self->pages->tables = g_ptr_array_new_with_free_func (tide_report_table_free);
  self->pages->pages = g_ptr_array_new_with_free_func (free_page);
  self->context = tide_ink_new_context ();
  self->pending = g_ptr_array_new_with_free_func (tide_report_piece_free);
  self->width = width;
  self->height = height;
  for (guint i = 0; i < TIDE_N_INKS; i++)
    self->layouts[i] = tide_ink_new_layout (self->context, (TideInk) i);
  tide_report_flow_break (self);

  return self;
}

/**
 * tide_report_flow_free:
 * @self: (transfer full): a flow
 *
 * Frees it.
 */
void
tide_report_flow_free (TideReportFlow *self)
{
  g_clear_pointer (&self->pages, tide_report_pages_free);
  for (guint i = 0; i < TIDE_N_INKS; i++)
    g_object_unref (self->layouts[i]);
  g_object_unref (self->context);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

static GPtrArray *
get_page (TideReportFlow *self)
{
  return g_ptr_array_index (self->pages->pages, self->pages->pages->len - 1);
}

static void
put (TideReportFlow *self, TideReportPiece *piece)
{
  piece->y = self->y;
  self->y += piece->height;
  g_ptr_array_add (get_page (self), piece);
}

static TideReportPiece *
new_head (TideReportFlow *self)
{
  return tide_report_piece_new_row (self->table, TIDE_REPORT_ROW_HEAD,
                                    (const char *const *) self->table->titles, self->layouts,
                                    self->width);
}

static void
start_page (TideReportFlow *self, gboolean needs_head)
{
  g_ptr_array_add (self->pages->pages, g_ptr_array_new_with_free_func (tide_report_piece_free));
  self->y = 0;
  if (needs_head && self->table != NULL && self->table->has_titles)
    put (self, new_head (self));
}

/* What is to be kept together is put where it has room for all of it. */
static void
flush (TideReportFlow *self)
{
  double height = 0;
  const TideReportPiece *first;

  if (self->pending->len == 0)
    return;

  first = g_ptr_array_index (self->pending, 0);
  for (guint i = 0; i < self->pending->len; i++)
    height += ((TideReportPiece *) g_ptr_array_index (self->pending, i))->height;
  if (self->y > 0 && self->y + height > self->height)
    start_page (self, first->table == self->table && first->row != TIDE_REPORT_ROW_HEAD);
  while (self->pending->len > 0)
    put (self, g_ptr_array_steal_index (self->pending, 0));
}

static void
take (TideReportFlow *self, TideReportPiece *piece)
{
  g_ptr_array_add (self->pending, piece);
  if (!piece->keeps_with_next)
    flush (self);
}

static void
take_text (TideReportFlow *self, TideInk ink, const char *text, gboolean keeps_with_next)
{
  TideReportPiece *piece = tide_report_piece_new_text (ink, text, self->layouts, self->width);

  piece->keeps_with_next = keeps_with_next;
  take (self, piece);
}

static GStrv
split_lines (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (GSList *at = pango_layout_get_lines_readonly (layout); at != NULL; at = at->next)
    {
      const PangoLayoutLine *line = at->data;

      g_strv_builder_take (lines, g_strndup (text + line->start_index, (gsize) line->length));
    }

  return g_strv_builder_end (lines);
}

/**
 * tide_report_flow_add_text:
 * @self: a flow
 * @ink: how it looks
 * @text: a text of any length; never markup
 * @keeps_with_next: whether it stands on the page of what follows
 */
void
tide_report_flow_add_text (TideReportFlow *self,
                           TideInk ink,
                           const char *text,
                           gboolean keeps_with_next)
{
  PangoLayout *layout = self->layouts[ink];
  g_auto (GStrv) lines = NULL;

  pango_layout_set_width (layout, pango_units_from_double (self->width));
  tide_ink_set_text (layout, text);
  if (pango_layout_get_line_count (layout) <= WHOLE_LINES)
    {
      take_text (self, ink, text, keeps_with_next);
      return;
    }

  lines = split_lines (layout);
  for (gsize i = 0; lines[i] != NULL; i++)
    take_text (self, ink, lines[i], keeps_with_next && lines[i + 1] == NULL);
}

/* Lines on their way onto pages. */
typedef struct
{
  TideReportFlow *flow;
  guint n;               /* lines so far */
  TideReportPiece *held; /* owned, nullable: the last of them */
  gboolean keeps_with_next;
} Lines;

/* Neither the first line of several stands alone at the end of a page, nor the last one at the
 * beginning of one. */
static void
take_line (TideReportLine *line, gboolean is_last, gpointer data)
{
  Lines *lines = data;
  TideReportPiece *piece = tide_report_piece_new_line (line);

  if (lines->held != NULL)
    {
      lines->held->keeps_with_next = lines->n == 1 || is_last;
      take (lines->flow, g_steal_pointer (&lines->held));
    }
  lines->n++;
  if (is_last)
    {
      piece->keeps_with_next = lines->keeps_with_next;
      take (lines->flow, piece);
    }
  else
    lines->held = piece;
}

/**
 * tide_report_flow_add_paragraph:
 * @self: a flow
 * @paragraph: a paragraph of any length
 *
 * Adds it line by line, so that it may go on on the next page.
 */
void
tide_report_flow_add_paragraph (TideReportFlow *self, const TideReportParagraph *paragraph)
{
  Lines lines = { .flow = self, .keeps_with_next = paragraph->keeps_with_next };

  tide_report_paragraph_break (paragraph, self->context, self->width, take_line, &lines);
}

/**
 * tide_report_flow_add_gap:
 * @self: a flow
 * @height: how much stays free, in points; nothing at the beginning of a page
 */
void
tide_report_flow_add_gap (TideReportFlow *self, double height)
{
  flush (self);
  if (self->y > 0)
    self->y += height;
}

/**
 * tide_report_flow_begin_table:
 * @self: a flow
 * @columns: (array length=n_columns): the columns; copied
 * @n_columns: how many, at most %TIDE_REPORT_MAX_COLUMNS
 *
 * What follows are rows of it; its titles stand on each of its pages.
 */
void
tide_report_flow_begin_table (TideReportFlow *self,
                              const TideReportColumn *columns,
                              guint n_columns)
{
  g_return_if_fail (n_columns > 0 && n_columns <= TIDE_REPORT_MAX_COLUMNS);

  self->table = tide_report_table_new (columns, n_columns);
  g_ptr_array_add (self->pages->tables, self->table);
  if (self->table->has_titles)
    g_ptr_array_add (self->pending, new_head (self));
}

/* Cuts what is longer than a row may be; what is left of the cells goes on in another one. */
static gboolean
cut_cells (TideReportFlow *self, TideReportRow row, char **cells, char **rest)
{
  const TideReportTable *table = self->table;
  PangoLayout *layout = self->layouts[tide_report_row_get_ink (row)];
  gboolean is_cut = FALSE;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const PangoLayoutLine *line;

      pango_layout_set_width (layout, pango_units_from_double (tide_report_table_get_cell_width (
                                          table, row, i, self->width)));
      tide_ink_set_text (layout, cells[i]);
      if (pango_layout_get_line_count (layout) <= MAX_LINES)
        {
          rest[i] = g_strdup ("");
          continue;
        }

      line = pango_layout_get_line_readonly (layout, MAX_LINES);
      rest[i] = g_strdup (cells[i] + line->start_index);
      cells[i][line->start_index] = '\0';
      is_cut = TRUE;
    }

  return is_cut;
}

static gboolean
is_heading (TideReportRow row)
{
  return row == TIDE_REPORT_ROW_HEAD || row == TIDE_REPORT_ROW_GROUP
         || row == TIDE_REPORT_ROW_CAPTION || row == TIDE_REPORT_ROW_FIGURE;
}

static void
take_row (TideReportFlow *self, TideReportPiece *piece)
{
  piece->keeps_with_next = is_heading (piece->row);
  take (self, piece);
}

/**
 * tide_report_flow_add_row:
 * @self: a flow with an open table
 * @row: how the row looks
 * @cells: (array zero-terminated=1): what stands in it; fewer than the columns are left empty
 *
 * What is longer than a page goes on in further rows.
 */
void
tide_report_flow_add_row (TideReportFlow *self, TideReportRow row, const char *const *cells)
{
  g_auto (GStrv) left = NULL;
  TideReportPiece *piece;

  g_return_if_fail (self->table != NULL);

  piece = tide_report_piece_new_row (self->table, row, cells, self->layouts, self->width);
  if (piece->height <= MAX_HEIGHT)
    {
      take_row (self, piece);
      return;
    }

  tide_report_piece_free (piece);
  left = g_strdupv ((GStrv) cells);
  while (left != NULL)
    {
      g_auto (GStrv) rest = g_new0 (char *, g_strv_length (left) + 1);
      const gboolean is_cut = cut_cells (self, row, left, rest);

      take_row (self, tide_report_piece_new_row (self->table, row, (const char *const *) left,
                                                 self->layouts, self->width));
      g_strfreev (left);
      left = is_cut ? g_steal_pointer (&rest) : NULL;
    }
}

/**
 * tide_report_flow_end_table:
 * @self: a flow with an open table
 *
 * What follows is no row of it.
 */
void
tide_report_flow_end_table (TideReportFlow *self)
{
  flush (self);
  self->table = NULL;
}

/**
 * tide_report_flow_take_chart:
 * @self: a flow
 * @chart: (transfer full): a chart
 *
 * Adds it, as high as suits it, but no higher than a page.
 */
void
tide_report_flow_take_chart (TideReportFlow *self, TideReportChart *chart)
{
  TideReportPiece *piece = tide_report_piece_new_chart (chart, self->context, self->width);
  double above = 0;

  for (guint i = 0; i < self->pending->len; i++)
    above += ((TideReportPiece *) g_ptr_array_index (self->pending, i))->height;
  piece->height = MIN (piece->height + CHART_GAP, self->height - above);
  take (self, piece);
}

/**
 * tide_report_flow_break:
 * @self: a flow
 *
 * What follows stands on a new page.
 */
void
tide_report_flow_break (TideReportFlow *self)
{
  flush (self);
  if (self->pages->pages->len == 0 || self->y > 0)
    start_page (self, TRUE);
}

/**
 * tide_report_flow_get_n_pages:
 * @self: a flow
 *
 * Returns: how many pages there are so far
 */
guint
tide_report_flow_get_n_pages (TideReportFlow *self)
{
  return self->pages->pages->len;
}

/**
 * tide_report_flow_finish:
 * @self: a flow, to which nothing more is added
 *
 * Returns: (transfer full): the pages
 */
TideReportPages *
tide_report_flow_finish (TideReportFlow *self)
{
  flush (self);

  return g_steal_pointer (&self->pages);
}

/**
 * tide_report_pages_free:
 * @self: (transfer full): pages
 *
 * Frees them.
 */
void
tide_report_pages_free (TideReportPages *self)
{
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * tide_report_pages_get_n:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
tide_report_pages_get_n (const TideReportPages *self)
{
  return self->pages->len;
}

/**
 * tide_report_pages_draw:
 * @self: pages
 * @page: which of them, from 0
 * @cr: where to; its origin is where the margins meet
 *
 * Draws what stands between the margins, in points.
 */
void
tide_report_pages_draw (const TideReportPages *self, guint page, cairo_t *cr)
{
  const GPtrArray *pieces = g_ptr_array_index (self->pages, page);
  PangoContext *context = tide_ink_new_context ();

  for (guint i = 0; i < pieces->len; i++)
    tide_report_piece_draw (g_ptr_array_index (pieces, i), context, cr, self->width);
  g_object_unref (context);
}
