/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "codec/tide-export.h"

G_BEGIN_DECLS

/* A column that is a member of the record or entry, or of an object in it. */
typedef enum
{
  TIDE_EXPORT_VALUE,
  TIDE_EXPORT_ENGLISH,
  TIDE_EXPORT_CHINESE,
  TIDE_EXPORT_LABEL,
} TideExportFacet;

typedef struct
{
  const TideMember *object; /* nullable */
  const TideMember *member;
  TideExportFacet facet;
  char *title; /* owned */
} TideExportCell;

/* A register that is being written. */
typedef struct
{
  TideSnapshot *snapshot;
  const TideExportOptions *options;
  GHashTable *hidden; /* owned: ids of parties that may not be told */
} TideExport;

void tide_export_init (TideExport *self, TideSnapshot *snapshot, const TideExportOptions *options);
void tide_export_clear (TideExport *self);
gboolean tide_export_withholds (const TideExport *self, const TidePayload *record);
const char *tide_export_get_label (const TideExport *self, TideRecordKind kind, const char *id);
const char *tide_export_get_record_label (const TideExport *self, const TidePayload *record);

const TideShape *tide_export_type_get_rows (TideExportType type, TideRecordKind *kind, char **path);
char *tide_export_type_dup_title (TideExportType type);

GArray *tide_export_cells_new (const TideShape *shape);
void tide_export_cells_append (const GArray *cells, GArray *columns);
void tide_export_cells_write (const TideExport *self,
                              const GArray *cells,
                              const TidePayload *record,
                              const TidePayload *holder,
                              TideTableWriter *writer);

/* What the sheet of projects tells beside their members. */
typedef struct
{
  GPtrArray *titles; /* owned, of char */
  GArray *sums;      /* owned, of the kinds and currencies that there are */
} TideExportSummary;

gboolean tide_export_summary_has_title (const char *title);
void tide_export_summary_init (TideExportSummary *self, TideSnapshot *snapshot);
void tide_export_summary_clear (TideExportSummary *self);
void tide_export_summary_append (TideExportSummary *self, GArray *columns);
void tide_export_summary_write (const TideExportSummary *self,
                                const TideExport *export,
                                const TideProjectPayload *project,
                                TideTableWriter *writer);

G_END_DECLS
