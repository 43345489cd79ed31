/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-column-format.h"

G_BEGIN_DECLS

char *tide_import_cell_dup_reading (const TideColumnFormat *format,
                                    const TideTable *table,
                                    guint row,
                                    guint column);

G_END_DECLS
