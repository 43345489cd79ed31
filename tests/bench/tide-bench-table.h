/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Heads the table that tide_bench_table_add() goes on with. */
void tide_bench_table_begin (const char *what, const char *reference);

/*
 * Prints one line: what was measured, ours and the reference's in unit, their ratio, and the goal
 * in words. No time is asserted: what counts are ratios of one run.
 */
void tide_bench_table_add (
    const char *what, double ours, double theirs, const char *unit, const char *goal);

/* The same where there is nothing to compare it with. */
void tide_bench_table_add_ours (const char *what, double ours, const char *unit, const char *goal);

G_END_DECLS
