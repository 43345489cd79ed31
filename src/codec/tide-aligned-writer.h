/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"

G_BEGIN_DECLS

/**
 * TideAlignedWriter:
 *
 * Writes sheets as plain text for a terminal: columns below one another, numbers to the right, wide
 * characters counted as two. Line breaks and control characters of cells become spaces.
 */
#define TIDE_TYPE_ALIGNED_WRITER (tide_aligned_writer_get_type ())
G_DECLARE_FINAL_TYPE (TideAlignedWriter, tide_aligned_writer, TIDE, ALIGNED_WRITER, TideTableWriter)

TideTableWriter *tide_aligned_writer_new (gboolean drops_empty);

G_END_DECLS
