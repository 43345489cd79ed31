/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"

G_BEGIN_DECLS

/**
 * TideToolExport:
 * @output: (nullable): path or URI of the file to write; %NULL for the standard output
 * @format: (nullable): a format; %NULL for that of @output's ending, else CSV
 * @type: (nullable): name of a sheet; %NULL for all, or of formats with one sheet, the projects
 * @filter: (nullable): id or name of a saved filter
 * @separator: (nullable): a word for what stands between cells
 * @has_decimal_comma: whether numbers have a decimal comma
 * @has_bom: whether delimited text begins with a byte order mark
 * @includes_names: whether confidential projects are named
 *
 * What was typed.
 */
typedef struct
{
  char *output;
  char *format;
  char *type;
  char *filter;
  char *separator;
  gboolean has_decimal_comma;
  gboolean has_bom;
  gboolean includes_names;
} TideToolExport;

gboolean tide_tool_export_read_options (const TideToolExport *self,
                                        TideExportOptions *options,
                                        char **sentence);
int tide_tool_export (const char *argument,
                      const TideToolExport *self,
                      const TideExportOptions *options);

G_END_DECLS
