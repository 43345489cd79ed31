/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"

G_BEGIN_DECLS

/**
 * TideColumnPicker:
 *
 * A writer that hands on the columns that are wanted, in the order wanted, to another one.
 */
#define TIDE_TYPE_COLUMN_PICKER (tide_column_picker_get_type ())
G_DECLARE_FINAL_TYPE (TideColumnPicker, tide_column_picker, TIDE, COLUMN_PICKER, TideTableWriter)

TideColumnPicker *tide_column_picker_new (TideTableWriter *writer, const char *const *titles);
const char *tide_column_picker_get_unknown (TideColumnPicker *self);

G_END_DECLS
