/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/tide-printout.h"
#include "report/tide-report-flow.h"

G_BEGIN_DECLS

/* A printout on its way. */
typedef struct
{
  const TidePrintoutStyle *style; /* borrowed */
  GCancellable *cancellable;      /* borrowed, nullable */
  TideReportFlow *flow;           /* owned */
} TidePrintoutJob;

void tide_printout_job_init (TidePrintoutJob *self,
                             const TidePrintoutStyle *style,
                             GCancellable *cancellable);
void tide_printout_job_clear (TidePrintoutJob *self);
gboolean tide_printout_job_go_on (TidePrintoutJob *self, GError **error);
void tide_printout_append_number (GString *text, GArray *marks, guint number);
TidePrintout *tide_printout_job_finish (TidePrintoutJob *self,
                                        const char *title,
                                        const char *register_title,
                                        const char *time_zone,
                                        TideLanguage language);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TidePrintoutJob, tide_printout_job_clear)

G_END_DECLS
