/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-table-writer.h"
#include "tool/tide-tool-verb.h"

G_BEGIN_DECLS

/**
 * TideToolFormat:
 * @TIDE_TOOL_TABLE: for people, at a terminal
 *
 * In which format answers are given. What is not for people depends on no locale.
 */
typedef enum
{
  TIDE_TOOL_TABLE,
  TIDE_TOOL_CSV,
  TIDE_TOOL_TSV,
  TIDE_TOOL_JSON,
  TIDE_TOOL_MARKDOWN,
} TideToolFormat;

/**
 * TideToolTable:
 * @format: (nullable): a format
 * @language: (nullable): a language
 * @output: (nullable): path or URI of the file to write; %NULL for the standard output
 *
 * What was typed to say how an answer is given. Owns its strings.
 */
typedef struct
{
  char *format;
  char *language;
  char *output;
} TideToolTable;

void tide_tool_table_clear (TideToolTable *self);
void tide_tool_table_add_options (TideToolTable *self, GOptionContext *context);
gboolean tide_tool_table_read (const TideToolTable *self,
                               const TideToolVerb *verb,
                               TideToolFormat *format,
                               TideLanguage *language);
gboolean
tide_tool_read_language (const char *typed, const TideToolVerb *verb, TideLanguage *language);
TideTableWriter *tide_tool_format_new_writer (TideToolFormat format, gboolean drops_empty);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideToolTable, tide_tool_table_clear)

G_END_DECLS
