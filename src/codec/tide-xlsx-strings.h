/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-archive.h"

G_BEGIN_DECLS

/**
 * TIDE_XLSX_MAX_STRINGS:
 *
 * How many texts the cells of a spreadsheet may share.
 */
#define TIDE_XLSX_MAX_STRINGS 5000000

/**
 * TideXlsxStrings:
 *
 * The texts that the cells of a spreadsheet share.
 */
typedef struct _TideXlsxStrings TideXlsxStrings;

TideXlsxStrings *tide_xlsx_strings_read (TideArchive *archive,
                                         const char *part,
                                         GCancellable *cancellable,
                                         GError **error);
void tide_xlsx_strings_free (TideXlsxStrings *self);
const char *tide_xlsx_strings_get (const TideXlsxStrings *self, guint64 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideXlsxStrings, tide_xlsx_strings_free)

G_END_DECLS
