/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-checks.h"
#include "core/tide-convert.h"
#include "core/tide-crosswalk.h"
#include "core/tide-filter.h"

G_BEGIN_DECLS

/* What is asked of the amounts of a project, made ready. */
typedef struct
{
  const TideFilter *filter; /* borrowed */
  TideValuation valuation;  /* borrows from the filter */
  TideRates *rates;         /* owned */
  GHashTable *events;       /* owned, nullable: whose amounts are meant */
  GPtrArray *currencies;    /* owned, nullable, of owned sets that must each be met */
  char **words;             /* owned, nullable */
  gboolean is_asked;        /* anything at all */
} TideAmountCriteria;

/* Of what the date is that a filter asks for. */
typedef enum
{
  TIDE_DATED_ANYHOW, /* nothing is asked */
  TIDE_DATED_STAGE,
  TIDE_DATED_PLAN,
  TIDE_DATED_TIME,
  TIDE_DATED_UNKNOWN, /* nothing can be dated so */
} TideDated;

/* What is asked of one of the dates of a project, made ready. */
typedef struct
{
  TideDated which;
  TideStage stage;      /* of TIDE_DATED_STAGE */
  goffset offset;       /* where the date of a plan, or the time, stands */
  gboolean is_possibly; /* it is enough that the date meets the range */
  guint32 first;        /* days of the range, as g_date_get_julian() counts; 0 for no beginning */
  guint32 last;         /* G_MAXUINT32 for no end */
  gint64 start;         /* the same in seconds since 1970, for times */
  gint64 end;           /* the first moment after it */
} TideDateCriteria;

void tide_amount_criteria_init (TideAmountCriteria *self,
                                const TideFilter *filter,
                                TideSnapshot *snapshot,
                                GPtrArray *currencies);
void tide_amount_criteria_clear (TideAmountCriteria *self);
gboolean
tide_amount_criteria_match (const TideAmountCriteria *self, const TideProjectPayload *project);

void
tide_date_criteria_init (TideDateCriteria *self, const TideFilter *filter, TideSnapshot *snapshot);
gboolean tide_date_criteria_match (const TideDateCriteria *self, const TideProjectPayload *project);

gboolean tide_project_is_placed (const TideProjectPayload *project,
                                 const TideCrosswalk *crosswalk,
                                 gboolean *is_mapped);
gboolean tide_project_is_mapped_into (const TideProjectPayload *project,
                                      const TideCrosswalk *crosswalk,
                                      TideSnapshot *snapshot,
                                      GHashTable *sectors);
gboolean tide_project_is_open (const TideProjectPayload *project, const TideCrosswalk *crosswalk);

guint32 tide_filter_get_checks (const TideFilter *filter);

G_END_DECLS
