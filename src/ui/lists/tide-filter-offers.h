/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"

G_BEGIN_DECLS

/**
 * TideFilterOffer:
 * @value: (nullable): a value of the criterion; %NULL for the name of those that follow
 * @label: what it is called
 * @folded: @label, folded for searching
 * @depth: how many stand above it
 * @n_projects: how many projects have it; -1 where that is not told
 *
 * What a person may choose as the value of a criterion.
 */
typedef struct
{
  char *value;
  char *label;
  char *folded;
  guint depth;
  int n_projects;
} TideFilterOffer;

GPtrArray *tide_filter_offers_new (TideSnapshot *snapshot, const char *member);
TideFilterOffer *tide_filter_offer_new (const char *value, const char *label, guint depth);

G_END_DECLS
