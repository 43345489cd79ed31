/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-as-of.h"
#include "core/tide-filter.h"
#include "tool/tide-tool-verb.h"

G_BEGIN_DECLS

/**
 * TideToolScope:
 * @filter: (nullable): see tide_tool_filter_new()
 * @search: (nullable): words that projects must have, found as the window finds them
 * @true_on: (nullable): the date on which the world is looked at
 * @known_on: (nullable): the date up to which the history counts
 *
 * What was typed to say which projects are meant, and when. Owns its strings.
 */
typedef struct
{
  char *filter;
  char *search;
  char *true_on;
  char *known_on;
} TideToolScope;

void tide_tool_scope_clear (TideToolScope *self);
void tide_tool_scope_add_options (TideToolScope *self, GOptionContext *context);
gboolean tide_tool_scope_read_moment (const TideToolScope *self,
                                      const TideToolVerb *verb,
                                      TideMoment *moment);
TideSnapshot *tide_tool_scope_read (const TideToolScope *self,
                                    const char *argument,
                                    const TideMoment *moment,
                                    TidePayload **filter);
GPtrArray *tide_tool_list_projects (TideSnapshot *snapshot, const TideFilter *filter);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TideToolScope, tide_tool_scope_clear)

G_END_DECLS
