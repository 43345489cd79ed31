/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-figure-text.h"

#include "core/tide-record.h"
#include "stats/tide-figure-note.h"

#include <glib/gi18n-lib.h>

static void
add_note (GPtrArray *notes, char *text, guint n, TideFilter *filter)
{
  g_ptr_array_add (notes, tide_figure_note_new (text, n, filter));
}

static void
add_exclusions (GPtrArray *notes, const TideFigure *figure)
{
  for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
    {
      const guint n = figure->n_excluded[i];

      if (n > 0)
        add_note (notes,
                  /* Translators: a number of projects and why they are left out of a total */
                  g_strdup_printf (ngettext ("%u left out: %s", "%u left out: %s", n), n,
                                   tide_exclusion_get_label ((TideExclusion) i)),
                  n, tide_figure_dup_exclusion_filter (figure, (TideExclusion) i));
    }
}

/**
 * tide_figure_dup_value:
 * @figure: a figure
 * @unit: unit to show it in
 * @language: language of the person
 *
 * Returns: (transfer full): the priced amounts in one currency; a dash where there are no amounts,
 *   and words where none of them has a rate
 */
char *
tide_figure_dup_value (const TideFigure *figure, TideUnit unit, TideLanguage language)
{
  if (figure->is_overflow)
    return g_strdup (_ ("Too Large to Add Up"));
  if (figure->n_with_amount == 0 || figure->base.currency[0] == '\0')
    return g_strdup ("—");
  if (figure->n_priced == 0)
    return g_strdup (_ ("No Rate"));

  return tide_money_dup_text (&figure->base, unit, language);
}

/**
 * tide_figure_dup_exact:
 * @figure: a figure
 * @language: language of the person
 *
 * Returns: (transfer full) (nullable): its amount to the last digit; %NULL where there is none
 */
char *
tide_figure_dup_exact (const TideFigure *figure, TideLanguage language)
{
  if (figure->is_overflow || figure->n_priced == 0 || figure->base.currency[0] == '\0')
    return NULL;

  return tide_money_dup_exact (&figure->base, language);
}

static char *
dup_set_name (TideSnapshot *snapshot, const char *rate_set, TideLanguage language, TideDate *fixed)
{
  const TidePayload *set = tide_snapshot_lookup (snapshot, TIDE_RECORD_RATE_SET, rate_set);

  *fixed = set != NULL ? TIDE_RATE_SET_PAYLOAD (set)->date : (TideDate) { 0 };

  return tide_text_dup_isolated (set != NULL ? tide_payload_get_label (set, language) : rate_set);
}

/**
 * tide_figure_dup_rates:
 * @snapshot: a snapshot
 * @valuation: how amounts are told
 * @language: language of the person
 *
 * Returns: (transfer full): at which rates amounts in other currencies are told, as a sentence
 */
char *
tide_figure_dup_rates (TideSnapshot *snapshot,
                       const TideValuation *valuation,
                       TideLanguage language)
{
  const char *rate_set = valuation->rate_set != NULL
                             ? valuation->rate_set
                             : tide_snapshot_get_settings (snapshot)->rate_set;
  g_autofree char *name = NULL;
  char date[TIDE_DATE_TEXT_SIZE];
  TideDate fixed;

  if (rate_set == NULL)
    return g_strdup (_ ("Without rates: amounts in other currencies are counted, not priced"));

  name = dup_set_name (snapshot, rate_set, language, &fixed);
  if (!tide_date_is_set (&fixed))
    /* Translators: %s is the name of a set of exchange rates */
    return g_strdup_printf (_ ("At rates of “%s”, of each amount’s own date"), name);

  tide_date_format (&fixed, date, sizeof date);

  /* Translators: the name of a set of exchange rates, and the date whose rates are used */
  return g_strdup_printf (_ ("At rates of “%s”, of %s"), name, date);
}

/**
 * tide_figure_list_count_notes:
 * @figure: a figure
 * @rule: (nullable): what it counts, in words
 *
 * Returns: (transfer full) (element-type TideFigureNote): what was counted and what was left out
 */
GPtrArray *
tide_figure_list_count_notes (const TideFigure *figure, const char *rule)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_figure_note_free);

  if (rule != NULL)
    add_note (notes, g_strdup (rule), 0, NULL);
  add_note (notes,
            g_strdup_printf (
                /* Translators: how many projects a total counts */
                ngettext ("%u project counted", "%u projects counted", figure->n_counted),
                figure->n_counted),
            figure->n_counted, figure->filter != NULL ? tide_filter_copy (figure->filter) : NULL);
  add_exclusions (notes, figure);

  return notes;
}

static char *
dup_part_text (TideFigurePart part, guint n)
{
  switch (part)
    {
    case TIDE_FIGURE_WITHOUT_AMOUNT:
      return g_strdup_printf (
          /* Translators: how many of the projects counted have no such amount */
          ngettext ("%u of them without such an amount", "%u of them without such an amount", n),
          n);
    case TIDE_FIGURE_FOREIGN:
      return g_strdup_printf (
          /* Translators: how many projects have one in another currency */
          ngettext ("%u of them with an amount in another currency",
                    "%u of them with an amount in another currency", n),
          n);
    case TIDE_FIGURE_UNPRICED:
      return g_strdup_printf (
          /* Translators: how many projects have an amount without exchange rate */
          ngettext ("%u of them with an amount that has no rate",
                    "%u of them with an amount that has no rate", n),
          n);
    case TIDE_FIGURE_VAGUE:
      return g_strdup_printf (
          /* Translators: how many projects have an amount that is not in the total */
          ngettext ("%u of them with an amount not dated to the period",
                    "%u of them with an amount not dated to the period", n),
          n);
    case TIDE_FIGURE_UNCLASSIFIED:
      return g_strdup_printf (
          /* Translators: how many projects have amounts that belong to no sector */
          ngettext ("%u of them not classified in full", "%u of them not classified in full", n),
          n);
    case TIDE_FIGURE_MAPPED:
      return g_strdup_printf (
          /* Translators: how many projects have a sector of another taxonomy */
          ngettext ("%u of them classified by way of another classification",
                    "%u of them classified by way of another classification", n),
          n);
    case TIDE_FIGURE_WITH_AMOUNT:
    case TIDE_N_FIGURE_PARTS:
    default:
      return NULL;
    }
}

static void
add_parts (GPtrArray *notes, const TideFigure *figure, const char *taxonomy)
{
  for (guint i = 0; i < TIDE_N_FIGURE_PARTS; i++)
    {
      const TideFigurePart part = (TideFigurePart) i;
      const guint n = tide_figure_get_n_part (figure, part);
      char *text = n > 0 ? dup_part_text (part, n) : NULL;

      if (text != NULL)
        add_note (notes, text, n, tide_figure_dup_part_filter (figure, part, taxonomy));
    }
}

/**
 * tide_figure_add_amount_notes:
 * @notes: (element-type TideFigureNote): notes on what was counted
 * @figure: a figure
 * @snapshot: the register it was worked out of
 * @valuation: how its amounts are told
 * @taxonomy: (nullable): by which it is divided
 * @language: language of the person
 *
 * Adds what was without an amount and not priced, the sums as recorded, and by which rates.
 */
void
tide_figure_add_amount_notes (GPtrArray *notes,
                              const TideFigure *figure,
                              TideSnapshot *snapshot,
                              const TideValuation *valuation,
                              const char *taxonomy,
                              TideLanguage language)
{
  add_parts (notes, figure, taxonomy);

  for (guint i = 0; i < figure->sums->len && !figure->is_overflow; i++)
    add_note (notes, tide_money_dup_exact (&g_array_index (figure->sums, TideMoney, i), language),
              0, NULL);

  if (figure->n_foreign > 0)
    add_note (notes, tide_figure_dup_rates (snapshot, valuation, language), 0, NULL);
}

/**
 * tide_figure_dup_amount_explanation:
 * @figure: a figure whose amounts are told as the register tells them
 * @snapshot: the register it was worked out of
 * @language: language of the person
 *
 * Returns: (transfer full): what was counted, left out, not priced, and by which rates, in lines
 */
char *
tide_figure_dup_amount_explanation (const TideFigure *figure,
                                    TideSnapshot *snapshot,
                                    TideLanguage language)
{
  const TideValuation valuation = { .kind = TIDE_AMOUNT_KIND_UNKNOWN };
  g_autoptr (GPtrArray) notes = tide_figure_list_count_notes (figure, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  tide_figure_add_amount_notes (notes, figure, snapshot, &valuation, NULL, language);
  for (guint i = 0; i < notes->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, ((const TideFigureNote *) g_ptr_array_index (notes, i))->text);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
