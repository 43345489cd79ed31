/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideDays:
 * @is_known: whether anything can be said
 * @min: the fewest days it may be
 * @max: the most days it may be
 *
 * A number of days between two dates, which is a range where a date is known to the month or year
 * only.
 */
typedef struct
{
  gboolean is_known;
  guint min;
  guint max;
} TideDays;

void tide_days_between (TideDays *days, const TideDate *from, guint32 first, guint32 last);
void tide_project_get_stage_days (const TideProjectPayload *project,
                                  guint index,
                                  guint32 day,
                                  TideDays *days);

G_END_DECLS
