/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/tide-breakdown.h"

G_BEGIN_DECLS

/*
 * A register in yuan with the rates of the set `mid`, but no project: taxonomy `new` with the
 * classes `energy`, below it `wind` and below that `blade`, and `robots`; taxonomy `old` with
 * `power` (narrower than energy), `machines` (broader than robots), `grids` (the same as wind and
 * robots), `pumps` (nothing) and below power `coal`; division `city`, the register's own, in it
 * `north` and `south`, and in south the zone `harbour`; events `fair` and `expo`; parties `lab`
 * (institute), `firm` (private) and `office` (of a kind that nobody knows); 7 yuan a dollar from
 * 2022 on, 7.2 from 2023-07-01, and no rate for the euro.
 */
TideSnapshot *tide_test_totals_new (void);

/*
 * Adds a project from words: division=ID event=ID later=ID parent=ID stage=CODE status=CODE
 * class=ID or class=ID:SHARE, party=ID, amount=KIND:VALUE:CURRENCY:DATE:EVENT (date and event may
 * be empty), uncounted.
 */
void tide_test_totals_add (TideSnapshot *snapshot, const char *id, const char *words);

TideColumns *
tide_test_totals_make_columns (TideSnapshot *snapshot, TideAmountKind kind, const char *period);
guint tide_test_totals_count (TideSnapshot *snapshot, const TideFilter *filter);
char *tide_test_totals_dup_ids (TideSnapshot *snapshot, const TideFilter *filter);
void tide_test_totals_assert_opens (TideSnapshot *snapshot,
                                    const TideFigure *figure,
                                    const char *taxonomy);
void tide_test_totals_assert_same_figures (const TideFigure *a, const TideFigure *b);
void tide_test_totals_assert_same (const TideBreakdown *a, const TideBreakdown *b);

G_END_DECLS
