/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-cohort-comparison.h"

G_BEGIN_DECLS

/**
 * TideCohortItem:
 *
 * A cohort as it stands in a comparison. Properties, all texts to be read only: `name`, `declared`,
 * `signed`, `registered`, `started`, `producing` (with their shares), `agreed`, `arrived`.
 */
#define TIDE_TYPE_COHORT_ITEM (tide_cohort_item_get_type ())
G_DECLARE_FINAL_TYPE (TideCohortItem, tide_cohort_item, TIDE, COHORT_ITEM, GObject)

TideCohortItem *
tide_cohort_item_new (const TideCohortLine *line, TideUnit unit, TideLanguage language);

const char *tide_cohort_item_get_name (TideCohortItem *self);
const TideCohort *tide_cohort_item_get_cohort (TideCohortItem *self);

G_END_DECLS
