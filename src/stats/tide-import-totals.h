/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-snapshot.h"

G_BEGIN_DECLS

/**
 * TideImportTotal:
 * @kind: a kind of amounts
 * @currency: their currency
 * @n_before: how many projects that count in totals have such an amount
 * @n_after: how many will
 * @before: what those amounts come to
 * @after: what they will come to
 * @is_overflow: a sum went beyond what can be held; @before and @after are then not to be shown
 */
typedef struct
{
  TideAmountKind kind;
  char currency[4];
  guint n_before;
  guint n_after;
  TideMoney before;
  TideMoney after;
  gboolean is_overflow;
} TideImportTotal;

GArray *tide_import_totals_new (TideSnapshot *before, TideSnapshot *after);

G_END_DECLS
