/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-checks.h"
#include "core/tide-filter.h"

G_BEGIN_DECLS

/**
 * TideAttentionCount:
 * @check: a check that finds something
 * @n_projects: in how many projects
 * @filter: opens exactly those
 */
typedef struct
{
  TideCheck check;
  guint n_projects;
  TideFilter *filter;
} TideAttentionCount;

/**
 * TideAttentionPlace:
 * @row: position of a project among those of the snapshot
 * @check: a check that finds something in it
 */
typedef struct
{
  guint row;
  TideCheck check;
} TideAttentionPlace;

/**
 * TideAttention:
 * @snapshot: the register
 * @counts: (element-type TideAttentionCount): the checks that find something, those that matter
 *   most first
 * @n_projects: in how many projects any of them does; less than the sum of the counts where one
 *   project has several
 * @filter: opens exactly those
 *
 * What needs attention in a register.
 */
typedef struct
{
  TideSnapshot *snapshot;
  GPtrArray *counts;
  guint n_projects;
  TideFilter *filter;
} TideAttention;

TideAttention *tide_attention_new (TideSnapshot *snapshot);
void tide_attention_free (TideAttention *self);
GArray *tide_attention_dup_places (const TideAttention *self, guint32 set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideAttention, tide_attention_free)

G_END_DECLS
