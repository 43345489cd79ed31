/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-figure-text.h"

#include <glib/gi18n-lib.h>

static void
append_line (GString *text, char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
  g_free (line);
}

static void
append_counts (GString *text, const TideFigure *figure)
{
  append_line (text, g_strdup_printf (
                         /* Translators: how many projects a total counts */
                         ngettext ("%u project counted", "%u projects counted", figure->n_counted),
                         figure->n_counted));
  for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
    {
      if (figure->n_excluded[i] == 0)
        continue;

      append_line (
          text,
          /* Translators: a number of projects and why they are left out of a total */
          g_strdup_printf (ngettext ("%u left out: %s", "%u left out: %s", figure->n_excluded[i]),
                           figure->n_excluded[i], tide_exclusion_get_label ((TideExclusion) i)));
    }
}

/**
 * tide_figure_dup_value:
 * @figure: a figure
 * @unit: unit of the register
 * @language: language of the person
 *
 * Returns: (transfer full): the priced amounts in the register's currency; a dash where there are
 * none
 */
char *
tide_figure_dup_value (const TideFigure *figure, TideUnit unit, TideLanguage language)
{
  if (figure->is_overflow)
    return g_strdup (_ ("Too Large to Add Up"));
  if (figure->n_with_amount == 0 || figure->base.currency[0] == '\0')
    return g_strdup ("—");

  return tide_money_dup_text (&figure->base, unit, language);
}

/**
 * tide_figure_dup_count_explanation:
 * @figure: a figure
 *
 * Returns: (transfer full): what was counted and what was left out, in lines
 */
char *
tide_figure_dup_count_explanation (const TideFigure *figure)
{
  GString *text = g_string_new (NULL);

  append_counts (text, figure);

  return g_string_free (text, FALSE);
}

/**
 * tide_figure_dup_amount_explanation:
 * @figure: a figure
 * @settings: of the register
 * @language: language of the person
 *
 * Returns: (transfer full): what was counted, left out, not priced, and by which rates, in lines
 */
char *
tide_figure_dup_amount_explanation (const TideFigure *figure,
                                    const TideSettings *settings,
                                    TideLanguage language)
{
  GString *text = g_string_new (NULL);
  const guint n_without = tide_figure_get_n_without_amount (figure);

  append_counts (text, figure);
  if (n_without > 0)
    /* Translators: how many of the projects counted have no amount of this kind */
    append_line (text, g_strdup_printf (ngettext ("%u of them without such an amount",
                                                  "%u of them without such an amount", n_without),
                                        n_without));
  if (figure->n_unpriced > 0)
    /* Translators: how many of the projects counted have an amount that has no exchange rate */
    append_line (text, g_strdup_printf (ngettext ("%u of them with an amount that has no rate",
                                                  "%u of them with an amount that has no rate",
                                                  figure->n_unpriced),
                                        figure->n_unpriced));

  for (guint i = 0; i < figure->sums->len && !figure->is_overflow; i++)
    append_line (text,
                 tide_money_dup_exact (&g_array_index (figure->sums, TideMoney, i), language));

  if (figure->n_foreign > 0 && settings->rate_set != NULL)
    /* Translators: %s is the name of a set of exchange rates */
    append_line (text, g_strdup_printf (_ ("At rates of “%s”"), settings->rate_set));

  return g_string_free (text, FALSE);
}
