/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table.h"
#include "codec/tide-xlsx-place.h"

G_BEGIN_DECLS

/**
 * TideXlsxMerges:
 *
 * The merged cells of a sheet. They are gathered while the sheet is read, as they stand behind its
 * cells, and say what the covered cells show when it is read once more.
 */
typedef struct _TideXlsxMerges TideXlsxMerges;

TideXlsxMerges *tide_xlsx_merges_new (void);
void tide_xlsx_merges_free (TideXlsxMerges *self);
void tide_xlsx_merges_add (TideXlsxMerges *self, const TideXlsxRange *range);
gboolean tide_xlsx_merges_is_empty (const TideXlsxMerges *self);
void tide_xlsx_merges_prepare (TideXlsxMerges *self, guint n_columns);
gboolean tide_xlsx_merges_begin (TideXlsxMerges *self,
                                 const TideXlsxPlace *place,
                                 TideCellKind kind,
                                 const char *text,
                                 gsize length,
                                 gboolean is_number);
const char *
tide_xlsx_merges_get (const TideXlsxMerges *self, const TideXlsxPlace *place, TideCellKind *kind);
guint tide_xlsx_merges_get_end (TideXlsxMerges *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideXlsxMerges, tide_xlsx_merges_free)

G_END_DECLS
