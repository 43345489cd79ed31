/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-register.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The field of a problem with one of the two dates. */
#define TIDE_AS_OF_TRUE_ON "true-on"
#define TIDE_AS_OF_KNOWN_ON "known-on"

/**
 * TideMoment:
 * @true_on: what is dated after its last day has not happened yet; unset for all that is recorded
 * @known_on: what was recorded after its last day is not known yet; unset for now
 *
 * The two dates on which a register may be looked at: the world on one of them, as it was known on
 * the other.
 */
typedef struct
{
  TideDate true_on;
  TideDate known_on;
} TideMoment;

/**
 * TideAsOf:
 * @moment: the two dates
 * @snapshot: the register at that moment, its history up to it; its day is the earlier of the two
 * @n_rewound: steps that were not done yet
 * @n_left_out: records that are not there yet, by kind
 * @n_later: entries of those that are there which are dated later, and left out
 * @n_undated: entries of those that are there which are not dated: they stay, as nobody can tell
 * @is_before_history: whether the history begins later than the moment: what was in the register
 *   before its first step counts as known
 *
 * A register as it stood. Immutable, shared between threads, counted.
 */
typedef struct
{
  TideMoment moment;
  TideSnapshot *snapshot;
  guint n_rewound;
  guint n_left_out[TIDE_N_RECORD_KINDS];
  guint n_later;
  guint n_undated;
  gboolean is_before_history;
} TideAsOf;

gboolean tide_moment_equal (const TideMoment *a, const TideMoment *b);
gboolean tide_moment_is_now (const TideMoment *self);
TideProblem *tide_moment_find_problem (const TideMoment *self, TideSnapshot *snapshot);

TideAsOf *tide_as_of_new (TideSnapshot *snapshot,
                          const TideMoment *moment,
                          GCancellable *cancellable,
                          GError **error);
TideAsOf *tide_as_of_ref (TideAsOf *self);
void tide_as_of_unref (TideAsOf *self);

TideRegister *tide_as_of_new_register (TideAsOf *self);

void tide_as_of_compute_async (TideSnapshot *snapshot,
                               const TideMoment *moment,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
TideAsOf *tide_as_of_compute_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideAsOf, tide_as_of_unref)

G_END_DECLS
