/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"

G_BEGIN_DECLS

/**
 * TideJsonTableWriter:
 *
 * Writes a sheet as JSON: an array with an object a row, whose members are called as the columns
 * are. Numbers and dates are texts, so that no program rounds them; empty cells are left out.
 */
#define TIDE_TYPE_JSON_TABLE_WRITER (tide_json_table_writer_get_type ())
G_DECLARE_FINAL_TYPE (
    TideJsonTableWriter, tide_json_table_writer, TIDE, JSON_TABLE_WRITER, TideTableWriter)

TideTableWriter *tide_json_table_writer_new (void);

G_END_DECLS
