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

void tide_amount_criteria_init (TideAmountCriteria *self,
                                const TideFilter *filter,
                                TideSnapshot *snapshot,
                                GPtrArray *currencies);
void tide_amount_criteria_clear (TideAmountCriteria *self);
gboolean
tide_amount_criteria_match (const TideAmountCriteria *self, const TideProjectPayload *project);

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
