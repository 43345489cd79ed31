/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-growth-text.h"

#include <glib/gi18n-lib.h>

static char *
dup_line (const TideIndicatorPayload *indicator, const TideGrowth *growth, TideLanguage language)
{
  char from[TIDE_DATE_TEXT_SIZE];
  char to[TIDE_DATE_TEXT_SIZE];
  char rate[TIDE_DECIMAL_TEXT_SIZE];
  const char *text = tide_text_get (&indicator->name, language);
  g_autofree char *name = tide_text_dup_isolated (text != NULL ? text : indicator->base.id);

  tide_date_format (&growth->from, from, sizeof from);
  tide_date_format (&growth->to, to, sizeof to);
  tide_decimal_format (&growth->rate, rate, sizeof rate);

  /* Translators: an indicator, a growth in per cent, the first and the last year, and on what basis
   * the growth was worked out: “Output value: 16.3 % a year from 2015 to 2022 (as published)” */
  return g_strdup_printf (_ ("%s: %s %% a year from %s to %s (%s)"), name, rate, from, to,
                          growth->basis != NULL ? tide_codes_get_label (TIDE_CODES_GROWTH_BASIS,
                                                                        growth->basis, language)
                                                : "—");
}

/**
 * tide_growth_dup_text:
 * @snapshot: a snapshot
 * @language: language of the person
 *
 * Returns: (transfer full): the published growth of the indicators, a line each; empty for none
 */
char *
tide_growth_dup_text (TideSnapshot *snapshot, TideLanguage language)
{
  const GPtrArray *indicators = tide_snapshot_get_records (snapshot, TIDE_RECORD_INDICATOR);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    {
      const TideIndicatorPayload *indicator = g_ptr_array_index (indicators, i);

      for (guint j = 0; j < tide_entries_get_n (indicator->growth); j++)
        {
          const TideGrowth *growth = g_ptr_array_index (indicator->growth, j);
          g_autofree char *line = NULL;

          if (!growth->rate.is_set)
            continue;

          line = dup_line (indicator, growth, language);
          if (text->len > 0)
            g_string_append_c (text, '\n');
          g_string_append (text, line);
        }
    }

  return g_string_free (text, FALSE);
}
