/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"

G_BEGIN_DECLS

/**
 * TideHtmlGrid:
 *
 * Lays the cells of an HTML table into the rows and columns of a #TideTable, as far as they span.
 */
typedef struct _TideHtmlGrid TideHtmlGrid;

TideHtmlGrid *tide_html_grid_new (void);
void tide_html_grid_free (TideHtmlGrid *self);
void tide_html_grid_add (
    TideHtmlGrid *self, TideCellKind kind, const char *text, guint n_columns, guint n_rows);
gboolean tide_html_grid_end_row (TideHtmlGrid *self, GError **error);
TideTable *tide_html_grid_end (TideHtmlGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideHtmlGrid, tide_html_grid_free)

G_END_DECLS
