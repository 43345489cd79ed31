/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-report-private.h"

G_BEGIN_DECLS

/* One project on its way. */
typedef struct
{
  TideReportJob *job;
  TideReportFlow *flow;
  const TideReportRequest *request;
  const TideProjectPayload *project;
  gboolean withholds; /* names, and texts that may tell them */
} TideSheet;

const char *tide_sheet_get_label (TideSheet *self, TideCodeSet set, const char *code);
const char *tide_sheet_get_free_text (TideSheet *self, const char *text);
void tide_sheet_begin (TideSheet *self,
                       const char *heading,
                       const TideReportColumn *columns,
                       guint n_columns);
void tide_sheet_add_row (TideSheet *self, TideReportRow row, const char *const *cells);
void tide_sheet_end (TideSheet *self);

void tide_sheet_add_amounts (TideSheet *self);

G_END_DECLS
