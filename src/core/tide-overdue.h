/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideOverdueRule:
 * @TIDE_OVERDUE_NONE: it is not overdue
 * @TIDE_OVERDUE_STAGE: it is longer in its stage than the register allows for that stage
 * @TIDE_OVERDUE_CHANGE: nobody has changed it for longer than the register allows
 *
 * The rule by which a project is overdue.
 */
typedef enum
{
  TIDE_OVERDUE_NONE,
  TIDE_OVERDUE_STAGE,
  TIDE_OVERDUE_CHANGE,
} TideOverdueRule;

/**
 * TideOverdue:
 * @rule: the rule; the other members mean nothing where it is %TIDE_OVERDUE_NONE
 * @since: the first day on which it certainly was overdue, counted as g_date_get_julian() does
 * @limit: the most days that the rule allows
 * @days: how many days it certainly has been, more than @limit
 */
typedef struct
{
  TideOverdueRule rule;
  guint32 since;
  guint limit;
  guint days;
} TideOverdue;

gboolean tide_project_get_overdue (const TideProjectPayload *project,
                                   TideSnapshot *snapshot,
                                   TideOverdue *overdue);

G_END_DECLS
