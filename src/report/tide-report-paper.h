/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TidePaper:
 *
 * A size of paper.
 */
typedef enum
{
  TIDE_PAPER_A4,
  TIDE_PAPER_LETTER,
  TIDE_N_PAPERS,
} TidePaper;

const char *tide_paper_to_code (TidePaper paper);
TidePaper tide_paper_from_code (const char *code);
void tide_paper_get_size (TidePaper paper, gboolean is_landscape, double *width, double *height);

G_END_DECLS
