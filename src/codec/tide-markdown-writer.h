/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"

G_BEGIN_DECLS

/**
 * TideMarkdownWriter:
 *
 * Writes sheets as tables of Markdown, each below a heading that names it. Numbers stand to the
 * right. Nothing in a cell is taken for markup; line breaks become `<br>`.
 */
#define TIDE_TYPE_MARKDOWN_WRITER (tide_markdown_writer_get_type ())
G_DECLARE_FINAL_TYPE (
    TideMarkdownWriter, tide_markdown_writer, TIDE, MARKDOWN_WRITER, TideTableWriter)

TideTableWriter *tide_markdown_writer_new (void);

G_END_DECLS
