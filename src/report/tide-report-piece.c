/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-piece.h"

#include "chart/tide-bar-drawing.h"

/* Around the text of a cell, in points. */
#define PAD_X 3.5
#define PAD_Y 3.0
#define TEXT_GAP 2.0
#define LINE 0.5

static const struct
{
  TideInk ink;
  gboolean is_wide; /* the first cell runs over all columns that are left empty */
  double pad_y;
} rows[] = {
  [TIDE_REPORT_ROW_PLAIN] = { TIDE_INK_BODY, FALSE, PAD_Y },
  [TIDE_REPORT_ROW_BARE] = { TIDE_INK_BODY, FALSE, 1.2 },
  [TIDE_REPORT_ROW_HEAD] = { TIDE_INK_LABEL, FALSE, PAD_Y },
  [TIDE_REPORT_ROW_GROUP] = { TIDE_INK_STRONG, TRUE, 4.5 },
  [TIDE_REPORT_ROW_TOTAL] = { TIDE_INK_STRONG, TRUE, PAD_Y },
  [TIDE_REPORT_ROW_NOTE] = { TIDE_INK_SMALL, TRUE, 1.0 },
  [TIDE_REPORT_ROW_CAPTION] = { TIDE_INK_LABEL, FALSE, 1.5 },
  [TIDE_REPORT_ROW_FIGURE] = { TIDE_INK_FIGURE, FALSE, 0.5 },
  [TIDE_REPORT_ROW_REMARK] = { TIDE_INK_SMALL, FALSE, 1.0 },
};

/**
 * tide_report_table_new:
 * @columns: (array length=n_columns): columns
 * @n_columns: how many
 *
 * Returns: (transfer full): a table of them
 */
TideReportTable *
tide_report_table_new (const TideReportColumn *columns, guint n_columns)
{
  TideReportTable *self = g_new0 (TideReportTable, 1);

  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    {
      self->shares[i] = columns[i].share;
      self->are_numbers[i] = columns[i].is_number;
      self->titles[i] = g_strdup (columns[i].title != NULL ? columns[i].title : "");
      self->has_titles |= columns[i].title != NULL;
    }

  return self;
}

/**
 * tide_report_table_free:
 * @table: (transfer full): a table
 *
 * Frees it.
 */
void
tide_report_table_free (gpointer table)
{
  TideReportTable *self = table;

  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->titles[i]);
  g_free (self);
}

/* Where a cell ends: behind its column, or where a wide one meets the last column. */
static guint
get_end (const TideReportTable *self, TideReportRow row, guint column)
{
  if (!rows[row].is_wide || column > 0)
    return column + 1;

  return row == TIDE_REPORT_ROW_TOTAL ? self->n_columns - 1 : self->n_columns;
}

static double
get_edge (const TideReportTable *self, guint column, double width)
{
  double share = 0;

  for (guint i = 0; i < column; i++)
    share += self->shares[i];

  return share * width;
}

static guint
get_column (const TideReportTable *self, TideReportRow row, guint cell)
{
  return cell == 0 ? 0 : get_end (self, row, 0) + cell - 1;
}

/**
 * tide_report_table_get_cell_width:
 * @self: a table
 * @row: how the row of the cell looks
 * @cell: which cell of the row
 * @width: width of the table
 *
 * Returns: the width that its text has
 */
double
tide_report_table_get_cell_width (const TideReportTable *self,
                                  TideReportRow row,
                                  guint cell,
                                  double width)
{
  const guint column = get_column (self, row, cell);

  return get_edge (self, get_end (self, row, column), width) - get_edge (self, column, width)
         - 2 * PAD_X;
}

/**
 * tide_report_row_get_ink:
 * @row: how a row looks
 *
 * Returns: how its text does
 */
TideInk
tide_report_row_get_ink (TideReportRow row)
{
  return rows[row].ink;
}

/**
 * tide_report_piece_new_text:
 * @ink: how it looks
 * @text: a text
 * @layouts: (array): a layout for each ink, to measure with
 * @width: the width it has
 *
 * Returns: (transfer full): the text as a piece
 */
TideReportPiece *
tide_report_piece_new_text (TideInk ink, const char *text, PangoLayout **layouts, double width)
{
  TideReportPiece *self = g_new0 (TideReportPiece, 1);

  self->ink = ink;
  self->cells = g_new0 (char *, 2);
  self->cells[0] = g_strdup (text);
  pango_layout_set_width (layouts[ink], pango_units_from_double (width));
  tide_ink_set_text (layouts[ink], text);
  self->height = tide_ink_get_height (layouts[ink]) + TEXT_GAP;

  return self;
}

static gboolean
is_shown (const char *cell)
{
  return *cell != '\0';
}

/**
 * tide_report_piece_new_row:
 * @table: a table
 * @row: how it looks
 * @cells: (array zero-terminated=1): what stands in it
 * @layouts: (array): a layout for each ink, to measure with
 * @width: width of the table
 *
 * Returns: (transfer full): a row, as high as its highest cell
 */
TideReportPiece *
tide_report_piece_new_row (const TideReportTable *table,
                           TideReportRow row,
                           const char *const *cells,
                           PangoLayout **layouts,
                           double width)
{
  TideReportPiece *self = g_new0 (TideReportPiece, 1);
  PangoLayout *layout;

  self->table = table;
  self->row = row;
  self->ink = rows[row].ink;
  self->cells = g_strdupv ((GStrv) cells);
  layout = layouts[self->ink];
  for (guint i = 0; cells[i] != NULL; i++)
    {
      pango_layout_set_width (layout, pango_units_from_double (
                                          tide_report_table_get_cell_width (table, row, i, width)));
      tide_ink_set_text (layout, cells[i]);
      self->height = MAX (self->height, tide_ink_get_height (layout));
    }
  self->height += 2 * rows[row].pad_y;

  return self;
}

static void
init_drawing (TideBarDrawing *drawing, const TideReportChart *chart)
{
  *drawing = (TideBarDrawing) {
    .table = chart->table,
    .direction = chart->direction,
    .unit = chart->unit,
    .divisor = chart->divisor,
    .language = "zh-hans",
  };
}

/**
 * tide_report_piece_new_chart:
 * @chart: (transfer full): a chart
 * @context: to measure with
 * @width: the width it has
 *
 * Returns: (transfer full): the chart as a piece, as high as suits it
 */
TideReportPiece *
tide_report_piece_new_chart (TideReportChart *chart, PangoContext *context, double width)
{
  TideReportPiece *self = g_new0 (TideReportPiece, 1);
  TideBarDrawing drawing;

  self->chart = chart;
  init_drawing (&drawing, chart);
  self->height = tide_bar_drawing_get_height (&drawing, context, width);

  return self;
}

/**
 * tide_report_piece_new_line:
 * @line: (transfer full): a line of a paragraph
 *
 * Returns: (transfer full): the line as a piece
 */
TideReportPiece *
tide_report_piece_new_line (TideReportLine *line)
{
  TideReportPiece *self = g_new0 (TideReportPiece, 1);

  self->line = line;
  self->height = tide_report_line_get_height (line);

  return self;
}

/**
 * tide_report_chart_free:
 * @self: (transfer full): a chart
 *
 * Frees it.
 */
void
tide_report_chart_free (TideReportChart *self)
{
  tide_bar_table_free (self->table);
  g_free (self->unit);
  g_free (self);
}

/**
 * tide_report_piece_free:
 * @piece: (transfer full): a piece
 *
 * Frees it.
 */
void
tide_report_piece_free (gpointer piece)
{
  TideReportPiece *self = piece;

  g_strfreev (self->cells);
  g_clear_pointer (&self->chart, tide_report_chart_free);
  g_clear_pointer (&self->line, tide_report_line_free);
  g_free (self);
}

static void
draw_line (cairo_t *cr, double y, double width, double thickness, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, 0, y - thickness / 2, width, thickness);
  cairo_fill (cr);
}

static void
draw_background (const TideReportPiece *self, cairo_t *cr, double width)
{
  const double bottom = self->y + self->height;

  switch (self->row)
    {
    case TIDE_REPORT_ROW_PLAIN:
      draw_line (cr, bottom, width, LINE / 2, 0.75);
      break;
    case TIDE_REPORT_ROW_HEAD:
      draw_line (cr, bottom, width, 2 * LINE, 0.25);
      break;
    case TIDE_REPORT_ROW_GROUP:
      cairo_set_source_rgb (cr, 0.94, 0.95, 0.97);
      cairo_rectangle (cr, 0, self->y + 1.5, width, self->height - 1.5);
      cairo_fill (cr);
      break;
    case TIDE_REPORT_ROW_TOTAL:
      draw_line (cr, self->y, width, LINE, 0.25);
      break;
    case TIDE_REPORT_ROW_BARE:
    case TIDE_REPORT_ROW_NOTE:
    case TIDE_REPORT_ROW_CAPTION:
    case TIDE_REPORT_ROW_FIGURE:
    case TIDE_REPORT_ROW_REMARK:
    default:
      break;
    }
}

static void
draw_row (const TideReportPiece *self, PangoContext *context, cairo_t *cr, double width)
{
  g_autoptr (PangoLayout) layout = tide_ink_new_layout (context, self->ink);

  draw_background (self, cr, width);
  for (guint i = 0; self->cells[i] != NULL; i++)
    {
      const guint column = get_column (self->table, self->row, i);
      const gboolean is_number = self->table->are_numbers[column] && (i > 0 || column > 0);

      if (!is_shown (self->cells[i]))
        continue;

      pango_layout_set_width (layout, pango_units_from_double (tide_report_table_get_cell_width (
                                          self->table, self->row, i, width)));
      pango_layout_set_alignment (layout, is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      tide_ink_set_text (layout, self->cells[i]);
      tide_ink_show (cr, layout, self->ink, get_edge (self->table, column, width) + PAD_X,
                     self->y + rows[self->row].pad_y);
    }
}

static void
draw_text (const TideReportPiece *self, PangoContext *context, cairo_t *cr, double width)
{
  g_autoptr (PangoLayout) layout = tide_ink_new_layout (context, self->ink);

  pango_layout_set_width (layout, pango_units_from_double (width));
  tide_ink_set_text (layout, self->cells[0]);
  tide_ink_show (cr, layout, self->ink, 0, self->y);
}

static void
draw_chart (const TideReportPiece *self, PangoContext *context, cairo_t *cr, double width)
{
  TideBarDrawing drawing;
  GskRenderNode *node;

  init_drawing (&drawing, self->chart);
  node = tide_bar_drawing_render (&drawing, context, width, self->height);
  if (node == NULL)
    return;

  cairo_save (cr);
  cairo_translate (cr, 0, self->y);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  gsk_render_node_unref (node);
}

/**
 * tide_report_piece_draw:
 * @self: a piece
 * @context: makes its texts
 * @cr: where to
 * @width: width of what stands between the margins
 */
void
tide_report_piece_draw (const TideReportPiece *self,
                        PangoContext *context,
                        cairo_t *cr,
                        double width)
{
  if (self->line != NULL)
    tide_report_line_draw (self->line, context, cr, self->y, width);
  else if (self->chart != NULL)
    draw_chart (self, context, cr, width);
  else if (self->table != NULL)
    draw_row (self, context, cr, width);
  else
    draw_text (self, context, cr, width);
}
