/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-report-paper.h"

/* Sizes in points of 1/72 inch, by ISO 216 and ANSI/ASME Y14.1. */
static const struct
{
  const char *code;
  double width;
  double height;
} papers[TIDE_N_PAPERS] = {
  [TIDE_PAPER_A4] = { "a4", 595.276, 841.89 },
  [TIDE_PAPER_LETTER] = { "letter", 612, 792 },
};

/**
 * tide_paper_to_code:
 * @paper: a size of paper
 *
 * Returns: (transfer none): the word that settings keep
 */
const char *
tide_paper_to_code (TidePaper paper)
{
  g_return_val_if_fail (paper < TIDE_N_PAPERS, NULL);

  return papers[paper].code;
}

/**
 * tide_paper_from_code:
 * @code: a word, perhaps of a later program
 *
 * Returns: the size of paper; A4 for what is not known
 */
TidePaper
tide_paper_from_code (const char *code)
{
  for (guint i = 0; i < TIDE_N_PAPERS; i++)
    if (g_strcmp0 (papers[i].code, code) == 0)
      return (TidePaper) i;

  return TIDE_PAPER_A4;
}

/**
 * tide_paper_get_size:
 * @paper: a size of paper
 * @is_landscape: whether it lies on its side
 * @width: (out): the width in points
 * @height: (out): the height in points
 */
void
tide_paper_get_size (TidePaper paper, gboolean is_landscape, double *width, double *height)
{
  g_return_if_fail (paper < TIDE_N_PAPERS);

  *width = is_landscape ? papers[paper].height : papers[paper].width;
  *height = is_landscape ? papers[paper].width : papers[paper].height;
}
