/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/lists/tide-project-columns.h"

G_BEGIN_DECLS

/**
 * TideChosenColumn:
 * @column: which
 * @is_shown: whether it is shown
 * @width: in pixels; 0 for that of @column
 */
typedef struct
{
  const TideProjectColumn *column;
  gboolean is_shown;
  int width;
} TideChosenColumn;

/**
 * TideColumnChoice:
 * @columns: all columns, in the order in which they stand
 *
 * Which columns of the list of projects a person wants to see, in which order, how wide.
 */
typedef struct
{
  TideChosenColumn columns[TIDE_N_ORDER_KEYS];
} TideColumnChoice;

/* Narrower, a column could not be seen any more, nor taken hold of. */
#define TIDE_COLUMN_MIN_WIDTH 40
#define TIDE_COLUMN_MAX_WIDTH 2000

void tide_column_choice_init (TideColumnChoice *self, const char *const *words);
char **tide_column_choice_dup_words (const TideColumnChoice *self);
gboolean tide_column_choice_equal (const TideColumnChoice *a, const TideColumnChoice *b);
gboolean tide_column_choice_is_default (const TideColumnChoice *self);
guint tide_column_choice_find (const TideColumnChoice *self, TideOrderKey key);
void tide_column_choice_move (TideColumnChoice *self, guint from, guint to);
int tide_chosen_column_get_width (const TideChosenColumn *self);
void tide_column_choice_widen (TideColumnChoice *self, guint position, int steps);
guint32 tide_column_choice_get_shown (const TideColumnChoice *self);

G_END_DECLS
