/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-cohort.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TideCohortLine:
 * @event: (nullable): the event; %NULL for a year
 * @year: the year in which the events were held; 0 for events without a date, and for an event
 * @n_events: how many events it is about
 * @n_declared: how many projects were declared there, as far as that is known
 * @n_undeclared: at how many of the events nobody has declared a number
 * @cohort: what became of those signed there
 *
 * One of the cohorts that are compared.
 */
typedef struct
{
  TidePayload *event;
  int year;
  guint n_events;
  guint64 n_declared;
  guint n_undeclared;
  TideCohort *cohort;
} TideCohortLine;

/**
 * TideCohortComparison:
 * @snapshot: the register
 * @lines: (element-type TideCohortLine): one for each event, or year; by date, and those without
 *   one last
 * @whole: all of them together; its counts are the sums of theirs, as a project was first signed at
 *   one event only
 *
 * Cohorts beside each other.
 */
typedef struct
{
  TideSnapshot *snapshot;
  GPtrArray *lines;
  TideCohortLine *whole;
} TideCohortComparison;

TideCohortComparison *
tide_cohort_comparison_new (TideSnapshot *snapshot, const char *const *events, gboolean by_year);
void tide_cohort_comparison_free (TideCohortComparison *self);

void tide_cohort_comparison_compute_async (TideSnapshot *snapshot,
                                           const char *const *events,
                                           gboolean by_year,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
TideCohortComparison *tide_cohort_comparison_compute_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TideCohortComparison, tide_cohort_comparison_free)

G_END_DECLS
