/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideComparison:
 * @n_added: records that only the later snapshot has
 * @n_changed: records that both have with different values or, of a vocabulary, in another order
 * @n_removed: records that only the earlier snapshot has
 *
 * By how much two snapshots differ. The register's own record counts like the others; the history
 * is no record.
 */
typedef struct
{
  guint n_added;
  guint n_changed;
  guint n_removed;
} TideComparison;

void tide_comparison_count (TideSnapshot *from, TideSnapshot *to, TideComparison *counts);
gboolean tide_comparison_is_empty (const TideComparison *counts);
TideStep *tide_comparison_new_step (TideSnapshot *from,
                                    TideSnapshot *to,
                                    const char *name,
                                    const char *arg,
                                    TideComparison *counts);

G_END_DECLS
