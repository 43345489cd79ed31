/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-line.h"

#include <string.h>

/* In sizes of the font: all lines have one height, whichever fonts their characters need. */
#define LINE_HEIGHT 1.6
#define ASCENT 1.15
/* Of numbers above the line. */
#define NUMBER_SCALE 0.62
#define NUMBER_RISE 0.33
/* A long paragraph is broken bit by bit, each of so many bytes, as breaking takes longer the more
 * there is of it. */
#define BIT 4096

/**
 * tide_report_line_free:
 * @self: (transfer full): a line
 */
void
tide_report_line_free (TideReportLine *self)
{
  g_free (self->text);
  g_free (self->bullet);
  g_array_unref (self->marks);
  g_free (self);
}

/**
 * tide_report_line_get_height:
 * @self: a line
 *
 * Returns: how high it is, in points
 */
double
tide_report_line_get_height (const TideReportLine *self)
{
  return LINE_HEIGHT * tide_ink_get_size (self->ink);
}

static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* A number is never at the beginning of a line: nothing is broken from the character before it on.
 */
static void
insert_number (PangoAttrList *attributes, TideInk ink, const char *text, gsize start, gsize end)
{
  const char *before = start > 0 ? g_utf8_prev_char (text + start) : text;

  insert (attributes, pango_attr_scale_new (NUMBER_SCALE), start, end);
  insert (attributes,
          pango_attr_rise_new (pango_units_from_double (NUMBER_RISE * tide_ink_get_size (ink))),
          start, end);
  insert (attributes, pango_attr_allow_breaks_new (FALSE), (gsize) (before - text), end);
}

static void
insert_mark (PangoAttrList *attributes, TideReportMarkKind kind, gsize start, gsize end)
{
  static const PangoUnderline underlines[] = {
    [TIDE_REPORT_MARK_PLAIN] = PANGO_UNDERLINE_SINGLE,
    [TIDE_REPORT_MARK_LOW] = PANGO_UNDERLINE_LOW,
    [TIDE_REPORT_MARK_DOUBLE] = PANGO_UNDERLINE_DOUBLE,
    [TIDE_REPORT_MARK_WAVY] = PANGO_UNDERLINE_ERROR,
  };

  insert (attributes, pango_attr_underline_new (underlines[kind]), start, end);
  if (kind == TIDE_REPORT_MARK_DOUBLE || kind == TIDE_REPORT_MARK_WAVY)
    insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
}

/* Marks of a text that begins @offset bytes into that of the marks. */
static void
set_text (PangoLayout *layout,
          TideInk ink,
          const char *text,
          const GArray *marks,
          guint first,
          gsize offset)
{
  const gsize length = strlen (text);
  PangoAttrList *attributes;

  tide_ink_set_text (layout, text);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  for (guint i = first; marks != NULL && i < marks->len; i++)
    {
      const TideReportMark *mark = &g_array_index (marks, TideReportMark, i);
      const gsize start = MAX (mark->start, offset) - offset;
      const gsize end = mark->end - MIN (mark->end, offset);

      if (start >= length)
        break;
      if (end <= start)
        continue;
      if (mark->kind == TIDE_REPORT_MARK_NUMBER)
        insert_number (attributes, ink, text, start, MIN (end, length));
      else
        insert_mark (attributes, mark->kind, start, MIN (end, length));
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/**
 * tide_report_line_draw:
 * @self: a line
 * @context: makes its text
 * @cr: where to
 * @y: its upper edge
 * @width: the width that there is, with what it is set in
 */
void
tide_report_line_draw (
    const TideReportLine *self, PangoContext *context, cairo_t *cr, double y, double width)
{
  g_autoptr (PangoLayout) layout = tide_ink_new_layout (context, self->ink);
  const double base = y + ASCENT * tide_ink_get_size (self->ink);

  if (self->bullet != NULL)
    {
      tide_ink_set_text (layout, self->bullet);
      tide_ink_show (cr, layout, self->ink, 0,
                     base - pango_units_to_double (pango_layout_get_baseline (layout)));
    }
  set_text (layout, self->ink, self->text, self->marks, 0, 0);
  if (self->is_justified)
    {
      pango_layout_set_width (layout, pango_units_from_double (width - self->indent));
      pango_layout_set_justify (layout, TRUE);
      pango_layout_set_justify_last_line (layout, TRUE);
    }
  tide_ink_show (cr, layout, self->ink, self->indent,
                 base - pango_units_to_double (pango_layout_get_baseline (layout)));
}

/* Breaking ----------------------------------------------------------------------------------- */

static GArray *
cut_marks (const GArray *marks, guint *first, gsize start, gsize end)
{
  GArray *cut = g_array_new (FALSE, FALSE, sizeof (TideReportMark));

  for (guint i = *first; marks != NULL && i < marks->len; i++)
    {
      TideReportMark mark = g_array_index (marks, TideReportMark, i);

      if (mark.start >= end)
        break;
      if (mark.end <= start)
        {
          *first = i + 1;
          continue;
        }
      mark.start = MAX (mark.start, start) - start;
      mark.end = MIN (mark.end, end) - start;
      g_array_append_val (cut, mark);
    }

  return cut;
}

static TideReportLine *
new_line (const TideReportParagraph *paragraph, gsize start, gsize length, guint *first_mark)
{
  TideReportLine *self = g_new0 (TideReportLine, 1);

  /* The space at which it is broken takes no room. */
  while (length > 0 && paragraph->text[start + length - 1] == ' ')
    length--;
  self->ink = paragraph->ink;
  self->text = g_strndup (paragraph->text + start, length);
  self->marks = cut_marks (paragraph->marks, first_mark, start, start + length);
  self->bullet = start == 0 ? g_strdup (paragraph->bullet) : NULL;
  self->indent = paragraph->indent;

  return self;
}

static gsize
get_bit_length (const char *text, gsize left)
{
  return left <= BIT ? left : (gsize) (g_utf8_find_prev_char (text, text + BIT + 1) - text);
}

/**
 * tide_report_paragraph_break:
 * @paragraph: a paragraph
 * @context: makes its text
 * @width: the width that there is, with what it is set in
 * @take: (scope call): takes each line
 * @data: for @take
 *
 * Breaks it into lines.
 */
void
tide_report_paragraph_break (const TideReportParagraph *paragraph,
                             PangoContext *context,
                             double width,
                             TideReportLineTaken take,
                             gpointer data)
{
  g_autoptr (PangoLayout) layout = tide_ink_new_layout (context, paragraph->ink);
  const gsize length = strlen (paragraph->text);
  guint first_mark = 0;
  gsize at = 0;

  pango_layout_set_width (layout, pango_units_from_double (width - paragraph->indent));
  do
    {
      const gsize bit_length = get_bit_length (paragraph->text + at, length - at);
      g_autofree char *bit = g_strndup (paragraph->text + at, bit_length);
      const gboolean is_end = at + bit_length == length;
      gsize next = bit_length;

      set_text (layout, paragraph->ink, bit, paragraph->marks, first_mark, at);
      for (GSList *i = pango_layout_get_lines_readonly (layout); i != NULL; i = i->next)
        {
          const PangoLayoutLine *line = i->data;
          TideReportLine *broken;

          /* The last line of a bit goes on in the next one. */
          if (!is_end && i->next == NULL && line->start_index > 0)
            {
              next = (gsize) line->start_index;
              break;
            }
          broken = new_line (paragraph, at + (gsize) line->start_index, (gsize) line->length,
                             &first_mark);
          broken->is_justified = paragraph->is_justified && !(is_end && i->next == NULL);
          take (broken, is_end && i->next == NULL, data);
        }
      at += next;
    }
  while (at < length);
}
