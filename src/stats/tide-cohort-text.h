/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-cohort.h"

G_BEGIN_DECLS

const char *tide_cohort_part_get_label (TideCohortPart part);
char *tide_cohort_dup_share (const TideCohort *self, TideCohortPart part);
char *tide_cohort_dup_arrived_share (const TideCohort *self);
char *tide_cohort_dup_rest (const TideCohort *self);
GPtrArray *tide_cohort_list_count_notes (const TideCohort *self, TideSnapshot *snapshot);
GPtrArray *tide_cohort_list_money_notes (const TideCohort *self,
                                         TideSnapshot *snapshot,
                                         TideUnit unit,
                                         TideLanguage language);

G_END_DECLS
