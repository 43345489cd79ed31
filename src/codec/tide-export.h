/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-csv-writer.h"
#include "codec/tide-progress.h"
#include "core/tide-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideExportFormat:
 *
 * The formats of tables that a register is written in.
 */
typedef enum
{
  TIDE_EXPORT_CSV,
  TIDE_EXPORT_TSV,
  TIDE_EXPORT_XLSX,
  TIDE_EXPORT_MARKDOWN,
  TIDE_N_EXPORT_FORMATS,
} TideExportFormat;

/**
 * TideExportType:
 * @TIDE_EXPORT_PROJECTS: a row a project, with its sums by kind and currency
 * @TIDE_EXPORT_PARTICIPATIONS: a row a party of a project
 * @TIDE_EXPORT_CLASSIFICATIONS: a row a sector of a project
 * @TIDE_EXPORT_DECLARED: a row an amount that an event declared
 *
 * What the rows of a sheet are.
 */
typedef enum
{
  TIDE_EXPORT_PROJECTS,
  TIDE_EXPORT_AMOUNTS,
  TIDE_EXPORT_STAGES,
  TIDE_EXPORT_STATUSES,
  TIDE_EXPORT_PARTICIPATIONS,
  TIDE_EXPORT_CLASSIFICATIONS,
  TIDE_EXPORT_ACTIVITIES,
  TIDE_EXPORT_PARTIES,
  TIDE_EXPORT_INDICATORS,
  TIDE_EXPORT_OBSERVATIONS,
  TIDE_EXPORT_GROWTH,
  TIDE_EXPORT_BREAKS,
  TIDE_EXPORT_TARGETS,
  TIDE_EXPORT_EVENTS,
  TIDE_EXPORT_DECLARED,
  TIDE_EXPORT_PLATFORMS,
  TIDE_EXPORT_COUNTS,
  TIDE_EXPORT_RESULTS,
  TIDE_EXPORT_RESULT_STAGES,
  TIDE_EXPORT_DIVISIONS,
  TIDE_EXPORT_TAXONOMIES,
  TIDE_EXPORT_SECTORS,
  TIDE_EXPORT_MAPPINGS,
  TIDE_EXPORT_SOURCES,
  TIDE_EXPORT_RATE_SETS,
  TIDE_EXPORT_RATES,
  TIDE_N_EXPORT_TYPES,
} TideExportType;

#define TIDE_EXPORT_ALL_TYPES ((1u << TIDE_N_EXPORT_TYPES) - 1)

/**
 * TideExportOptions:
 * @format: the format
 * @types: the types that are written, a bit each; of CSV and TSV the first of them alone
 * @csv: how delimited text is written; its separator is of no account for TSV
 * @language: in which language the records that are referred to are named
 * @includes_names: whether confidential projects are named, with their parties
 *
 * What is written, and how.
 */
typedef struct
{
  TideExportFormat format;
  guint types;
  TideCsvStyle csv;
  TideLanguage language;
  gboolean includes_names;
} TideExportOptions;

const char *tide_export_format_get_code (TideExportFormat format);
int tide_export_format_from_code (const char *code);
int tide_export_format_from_path (const char *path);
const char *tide_export_type_get_name (TideExportType type);
int tide_export_type_from_name (const char *name);
TideRecordKind tide_export_type_get_record (TideExportType type);

GBytes *tide_export_write (TideSnapshot *snapshot,
                           const TideExportOptions *options,
                           guint *n_rows,
                           TideProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);
void tide_export_write_sheet (TideSnapshot *snapshot,
                              const TideExportOptions *options,
                              TideExportType type,
                              TideTableWriter *writer);
void tide_export_write_projects (TideSnapshot *snapshot,
                                 const GPtrArray *projects,
                                 const TideExportOptions *options,
                                 TideExportType type,
                                 TideTableWriter *writer);

G_END_DECLS
