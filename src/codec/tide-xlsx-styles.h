/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-archive.h"
#include "codec/tide-xlsx-format.h"

G_BEGIN_DECLS

/**
 * TIDE_XLSX_MAX_STYLES:
 *
 * How many styles cells may have, and how many formats the styles.
 */
#define TIDE_XLSX_MAX_STYLES 100000

/**
 * TideXlsxStyles:
 *
 * The formats of numbers in the styles of cells.
 */
typedef struct _TideXlsxStyles TideXlsxStyles;

TideXlsxStyles *tide_xlsx_styles_read (TideArchive *archive,
                                       const char *part,
                                       GCancellable *cancellable,
                                       GError **error);
void tide_xlsx_styles_free (TideXlsxStyles *self);
const TideXlsxFormat *tide_xlsx_styles_get_format (TideXlsxStyles *self, guint style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideXlsxStyles, tide_xlsx_styles_free)

G_END_DECLS
