/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideGroupBy:
 *
 * What a list of projects is grouped by.
 */
typedef enum
{
  TIDE_GROUP_BY_NONE,
  TIDE_GROUP_BY_SECTOR,
  TIDE_GROUP_BY_DIVISION,
  TIDE_GROUP_BY_STAGE,
  TIDE_GROUP_BY_EVENT,
  TIDE_GROUP_BY_STATUS,
  TIDE_GROUP_BY_PARTY,
  TIDE_N_GROUP_BYS,
} TideGroupBy;

const char *tide_group_by_to_code (TideGroupBy group_by);
gboolean tide_group_by_from_code (const char *code, TideGroupBy *group_by);

/* The rank of the group of what belongs to none: behind all others. */
#define TIDE_PROJECT_GROUPING_REST G_MAXUINT

/**
 * TideProjectGrouping:
 *
 * The groups of a list of projects, ranked as the vocabulary is. A project belongs to one group: by
 * sector, to that of its largest class in the main taxonomy, by party, to that of its investor with
 * the largest share; the first of equals.
 */
typedef struct _TideProjectGrouping TideProjectGrouping;

TideProjectGrouping *tide_project_grouping_new (TideGroupBy group_by, TideSnapshot *snapshot);
void tide_project_grouping_free (TideProjectGrouping *self);

guint tide_project_grouping_get_rank (TideProjectGrouping *self, const TideProjectPayload *project);
guint tide_project_grouping_get_n_ranks (TideProjectGrouping *self);
const char *tide_project_grouping_get_key (TideProjectGrouping *self, guint rank);
char *tide_project_grouping_dup_label (TideProjectGrouping *self, guint rank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideProjectGrouping, tide_project_grouping_free)

G_END_DECLS
