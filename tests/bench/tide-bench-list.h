/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-totals.h"

G_BEGIN_DECLS

/* What stands behind the table of projects, and how long the main loop is held by what it does. */
typedef struct
{
  TideRegister *reg; /* not owned */
  TideView *view;
  TideProjectGroups *groups;
  GtkSelectionModel *selection;
  TideProjectTotals *totals;
  guint n_done;    /* how often something was done, to do it otherwise the next time */
  guint n_pending; /* what threads are still at */
} TideBenchList;

typedef void (*TideBenchAct) (TideBenchList *list);

void tide_bench_list_init (TideBenchList *self, TideRegister *reg);
void tide_bench_list_clear (TideBenchList *self);
double tide_bench_list_settle (TideBenchList *self);
double tide_bench_list_hold (TideBenchList *self, TideBenchAct act);

G_END_DECLS
