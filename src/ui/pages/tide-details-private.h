/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/pages/tide-details-section.h"

G_BEGIN_DECLS

/* What fills the sections of the details, one file each. */

/* tide-details-summary.c */
void tide_details_fill_summary (TideDetailsSection *section,
                                TideRegister *reg,
                                const TideProjectPayload *project);
char *tide_details_dup_share (const TideDecimal *share);

/* tide-details-origin.c */
void tide_details_append_origin (TideDetailsSection *section,
                                 TideRegister *reg,
                                 const TideProjectPayload *project);

/* tide-details-timeline.c */
void tide_details_fill_timeline (TideDetailsSection *section,
                                 TideRegister *reg,
                                 const TideProjectPayload *project);
char *tide_details_dup_overdue (TideRegister *reg, const TideProjectPayload *project);

/* tide-details-statuses.c */
void tide_details_fill_statuses (TideDetailsSection *section,
                                 TideRegister *reg,
                                 const TideProjectPayload *project);

/* tide-details-ledger.c */
void tide_details_fill_amounts (TideDetailsSection *section,
                                TideRegister *reg,
                                const TideProjectPayload *project);

/* tide-details-parties.c */
void tide_details_fill_parties (TideDetailsSection *section,
                                TideRegister *reg,
                                const TideProjectPayload *project);

/* tide-details-activities.c */
void tide_details_fill_activities (TideDetailsSection *section,
                                   TideRegister *reg,
                                   const TideProjectPayload *project);

/* tide-details-plans.c */
void tide_details_fill_plans (TideDetailsSection *section,
                              TideRegister *reg,
                              const TideProjectPayload *project);
void tide_details_fill_notes (TideDetailsSection *section,
                              TideRegister *reg,
                              const TideProjectPayload *project);

/* tide-details-sources.c */
void tide_details_fill_sources (TideDetailsSection *section,
                                TideRegister *reg,
                                const TideProjectPayload *project);

/* tide-details-history.c */
void tide_details_fill_history (TideDetailsSection *section,
                                TideRegister *reg,
                                const TideProjectPayload *project);

G_END_DECLS
