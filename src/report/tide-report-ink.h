/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  TIDE_INK_BODY,
  TIDE_INK_STRONG,
  TIDE_INK_SMALL,
  TIDE_INK_LABEL,
  TIDE_INK_HEADING,
  TIDE_INK_TITLE,
  TIDE_INK_FIGURE,
  TIDE_INK_TEXT,
  TIDE_N_INKS,
} TideInk;

PangoContext *tide_ink_new_context (void);
PangoLayout *tide_ink_new_layout (PangoContext *context, TideInk ink);
void tide_ink_set_text (PangoLayout *layout, const char *text);
double tide_ink_get_size (TideInk ink);
double tide_ink_get_height (PangoLayout *layout);
void tide_ink_show (cairo_t *cr, PangoLayout *layout, TideInk ink, double x, double y);

G_END_DECLS
