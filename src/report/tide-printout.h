/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing.h"
#include "brief/tide-reading.h"
#include "report/tide-report-paper.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * TidePrintoutStyle:
 * @paper: on which paper, upright
 * @time: when it is made, in seconds since 1970 UTC
 * @tells_sources: of a briefing, whether its numbers are numbered, and a list at the end tells
 * where each comes from
 */
typedef struct
{
  TidePaper paper;
  gint64 time;
  gboolean tells_sources;
} TidePrintoutStyle;

/**
 * TidePrintout:
 *
 * A text laid out on pages: a briefing, or one that was checked. Immutable and reference-counted:
 * any thread may draw it.
 */
typedef struct _TidePrintout TidePrintout;

TidePrintout *tide_printout_new_briefing (TideBriefing *briefing,
                                          const TidePrintoutStyle *style,
                                          GCancellable *cancellable,
                                          GError **error);
TidePrintout *tide_printout_new_reading (TideReading *reading,
                                         const char *name,
                                         const TidePrintoutStyle *style,
                                         GCancellable *cancellable,
                                         GError **error);
TidePrintout *tide_printout_ref (TidePrintout *self);
void tide_printout_unref (TidePrintout *self);

TidePaper tide_printout_get_paper (TidePrintout *self);
guint tide_printout_get_n_pages (TidePrintout *self);
void tide_printout_draw_page (TidePrintout *self, guint page, cairo_t *cr);
GBytes *tide_printout_write_pdf (TidePrintout *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TidePrintout, tide_printout_unref)

G_END_DECLS
