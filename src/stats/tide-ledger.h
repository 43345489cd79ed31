/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-payloads.h"

G_BEGIN_DECLS

/**
 * TideLedgerLine:
 * @amount: (transfer none): the entry, borrowed from the project
 * @is_summed: whether it is part of the running total; not so where it does not count or where
 *   nothing, or a currency that is not known, was written
 * @running: what the kind comes to in that currency up to and with this entry; no money where it is
 *   not part of it, or where the sum is too large
 *
 * One entry of a ledger.
 */
typedef struct
{
  const TideAmount *amount;
  gboolean is_summed;
  TideMoney running;
} TideLedgerLine;

/**
 * TideLedgerGroup:
 * @kind: (transfer none) (nullable): code of the kind, borrowed from the project
 * @lines: (element-type TideLedgerLine): the entries, by date
 * @totals: (element-type TideMoney): what they come to, one a currency, in the order in which the
 *   currencies occur
 * @n_not_counted: how many entries are marked as not counted
 * @n_unknown: how many say no amount that is known
 * @is_too_large: whether a total is left out as no number can hold it
 *
 * All entries of one kind, as only these are ever added.
 */
typedef struct
{
  const char *kind;
  GArray *lines;
  GArray *totals;
  guint n_not_counted;
  guint n_unknown;
  gboolean is_too_large;
} TideLedgerGroup;

GPtrArray *tide_ledger_new (const TideProjectPayload *project);

G_END_DECLS
