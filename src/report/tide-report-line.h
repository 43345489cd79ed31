/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report-ink.h"

G_BEGIN_DECLS

/**
 * TideReportMarkKind:
 * @TIDE_REPORT_MARK_NUMBER: a small number above the line, which stays with what it follows
 * @TIDE_REPORT_MARK_PLAIN: underlined
 * @TIDE_REPORT_MARK_LOW: underlined farther below
 * @TIDE_REPORT_MARK_DOUBLE: bold, and underlined twice
 * @TIDE_REPORT_MARK_WAVY: bold, and underlined by a wave
 *
 * How a part of a paragraph is marked, on paper without colours.
 */
typedef enum
{
  TIDE_REPORT_MARK_NUMBER,
  TIDE_REPORT_MARK_PLAIN,
  TIDE_REPORT_MARK_LOW,
  TIDE_REPORT_MARK_DOUBLE,
  TIDE_REPORT_MARK_WAVY,
} TideReportMarkKind;

/**
 * TideReportMark:
 * @start: where it begins, in bytes of the paragraph
 * @end: where it ends
 * @kind: how it looks
 */
typedef struct
{
  gsize start;
  gsize end;
  TideReportMarkKind kind;
} TideReportMark;

/**
 * TideReportParagraph:
 * @ink: how it looks
 * @text: what it says, without line ends; never markup
 * @marks: (nullable) (element-type TideReportMark): its marks, in order, none within another
 * @bullet: (nullable): what stands before its first line
 * @indent: how far it is set in, in points
 * @is_justified: whether its lines end at one edge, but for the last one
 * @keeps_with_next: whether its end stands on the page of what follows
 */
typedef struct
{
  TideInk ink;
  const char *text;
  const GArray *marks;
  const char *bullet;
  double indent;
  gboolean is_justified;
  gboolean keeps_with_next;
} TideReportParagraph;

/* One line of a paragraph. */
typedef struct
{
  TideInk ink;
  char *text;    /* owned */
  GArray *marks; /* owned, of TideReportMark within the line */
  char *bullet;  /* owned, nullable */
  double indent;
  gboolean is_justified;
} TideReportLine;

void tide_report_line_free (TideReportLine *self);
double tide_report_line_get_height (const TideReportLine *self);
void tide_report_line_draw (
    const TideReportLine *self, PangoContext *context, cairo_t *cr, double y, double width);

typedef void (*TideReportLineTaken) (TideReportLine *line, gboolean is_last, gpointer data);

void tide_report_paragraph_break (const TideReportParagraph *paragraph,
                                  PangoContext *context,
                                  double width,
                                  TideReportLineTaken take,
                                  gpointer data);

G_END_DECLS
