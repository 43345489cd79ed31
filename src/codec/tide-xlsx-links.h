/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-archive.h"

G_BEGIN_DECLS

/**
 * TideXlsxLinks:
 *
 * The parts of an archive that one of its parts refers to.
 */
typedef struct _TideXlsxLinks TideXlsxLinks;

TideXlsxLinks *tide_xlsx_links_read (TideArchive *archive,
                                     const char *source,
                                     GCancellable *cancellable,
                                     GError **error);
void tide_xlsx_links_free (TideXlsxLinks *self);
const char *tide_xlsx_links_find (const TideXlsxLinks *self, const char *type);
const char *tide_xlsx_links_get (const TideXlsxLinks *self, const char *id, const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideXlsxLinks, tide_xlsx_links_free)

G_END_DECLS
