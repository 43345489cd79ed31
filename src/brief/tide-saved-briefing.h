/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "brief/tide-briefing-options.h"
#include "brief/tide-briefing.h"

G_BEGIN_DECLS

/**
 * TideBriefingChange:
 * @key: (nullable): of a number, what it is a number of
 * @then: (nullable): what was said; %NULL for a number that was not there
 * @now: (nullable): what would be said; %NULL for a number that is not there any more
 * @project: (nullable): of a project that is counted no longer, or only now, its id
 * @sentence: what has changed, in the language of the briefing
 *
 * One thing that has changed since a briefing was written.
 */
typedef struct
{
  char *key;
  char *then;
  char *now;
  char *project;
  char *sentence;
} TideBriefingChange;

TidePayload *tide_briefing_save (const TideBriefing *self,
                                 const TideBriefingOptions *options,
                                 const TideText *name,
                                 gint64 written);
TideBriefingOptions *tide_briefing_options_new_saved (const TideBriefingPayload *saved);
GPtrArray *tide_briefing_compare (const TideBriefingPayload *saved,
                                  const TideBriefing *now,
                                  TideSnapshot *snapshot);

G_END_DECLS
