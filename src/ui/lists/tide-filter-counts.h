/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

G_BEGIN_DECLS

/**
 * TideFilterCounts:
 *
 * How many projects each saved filter of a register lets through, counted in a thread and again
 * after each step. Property: `register`. Signal: `changed` when the counts are new.
 */
#define TIDE_TYPE_FILTER_COUNTS (tide_filter_counts_get_type ())
G_DECLARE_FINAL_TYPE (TideFilterCounts, tide_filter_counts, TIDE, FILTER_COUNTS, GObject)

TideFilterCounts *tide_filter_counts_new (void);

TideRegister *tide_filter_counts_get_register (TideFilterCounts *self);
void tide_filter_counts_set_register (TideFilterCounts *self, TideRegister *reg);
gboolean tide_filter_counts_find (TideFilterCounts *self, const char *id, guint *count);

G_END_DECLS
