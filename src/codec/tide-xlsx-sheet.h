/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-xlsx-cell.h"

G_BEGIN_DECLS

TideTable *tide_xlsx_sheet_read (TideArchive *archive,
                                 const char *part,
                                 const TideXlsxBook *book,
                                 TideSpreadsheetNotes *notes,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
