/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/tide-filter.h"

G_BEGIN_DECLS

/**
 * TideFigureNote:
 * @text: a sentence about a figure
 * @n: the number in it: how many projects @filter lets through
 * @filter: (nullable): which projects it speaks of; %NULL for a sentence that counts none
 *
 * One line of what explains a figure.
 */
typedef struct
{
  char *text;
  guint n;
  TideFilter *filter;
} TideFigureNote;

TideFigureNote *tide_figure_note_new (char *text, guint n, TideFilter *filter);
void tide_figure_note_free (TideFigureNote *self);

G_END_DECLS
