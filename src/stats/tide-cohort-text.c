/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-cohort-text.h"

#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

/* What is told of the parts; those of the steps are their labels. */
static const char *const labels[TIDE_COHORT_N_PARTS] = {
  [TIDE_COHORT_SIGNED] = NC_ ("cohort", "Signed"),
  [TIDE_COHORT_REGISTERED] = NC_ ("cohort", "Registered"),
  [TIDE_COHORT_STARTED] = NC_ ("cohort", "Started"),
  [TIDE_COHORT_PRODUCING] = NC_ ("cohort", "Producing"),
  [TIDE_COHORT_TERMINATED] = NC_ ("cohort", "Terminated since, and still among those signed"),
  [TIDE_COHORT_NOT_SIGNED] = NC_ ("cohort", "Not signed yet"),
  [TIDE_COHORT_NO_STAGE] = NC_ ("cohort", "Of no known stage"),
  [TIDE_COHORT_LEFT_OUT]
  = NC_ ("cohort", "Left out: umbrellas, marked as not counting, or of a word unknown here"),
  [TIDE_COHORT_AGREED] = NC_ ("cohort", "With an agreed amount"),
  [TIDE_COHORT_NOT_AGREED] = NC_ ("cohort", "Without an agreed amount"),
  [TIDE_COHORT_AGREED_UNPRICED] = NC_ ("cohort", "With an agreed amount that has no rate"),
  [TIDE_COHORT_ARRIVED] = NC_ ("cohort", "With funds that have arrived"),
  [TIDE_COHORT_NOT_ARRIVED] = NC_ ("cohort", "Without word of arrived funds"),
  [TIDE_COHORT_ARRIVED_UNPRICED] = NC_ ("cohort", "With arrived funds that have no rate"),
};

/**
 * tide_cohort_part_get_label:
 * @part: a part of a cohort
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
tide_cohort_part_get_label (TideCohortPart part)
{
  g_return_val_if_fail (part < TIDE_COHORT_N_PARTS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "cohort", labels[part]);
}

static char *
format_permille (guint permille)
{
  /* Translators: a share in per cent */
  return g_strdup_printf (_ ("%.1f %%"), permille / 10.0);
}

/**
 * tide_cohort_dup_share:
 * @self: a cohort
 * @part: a part of those signed
 *
 * Returns: (transfer full): its share in those signed; a dash where nothing was signed
 */
char *
tide_cohort_dup_share (const TideCohort *self, TideCohortPart part)
{
  guint permille;

  return tide_cohort_get_share (self, part, &permille) ? format_permille (permille)
                                                       : g_strdup ("—");
}

/**
 * tide_cohort_dup_arrived_share:
 * @self: a cohort
 *
 * Returns: (transfer full): what has arrived of what was agreed; a dash where that is not known
 */
char *
tide_cohort_dup_arrived_share (const TideCohort *self)
{
  guint permille;

  return tide_cohort_get_arrived_share (self, &permille) ? format_permille (permille)
                                                         : g_strdup ("—");
}

static char *
dup_part (const TideCohort *self, TideCohortPart part)
{
  /* Translators: what is told of some projects, and how many they are */
  return g_strdup_printf (_ ("%s: %u"), tide_cohort_part_get_label (part), self->n[part]);
}

/**
 * tide_cohort_dup_rest:
 * @self: a cohort
 *
 * Returns: (transfer full): who does not go on to the later steps, and who is not among those
 *   signed, in one line; empty where all do and are
 */
char *
tide_cohort_dup_rest (const TideCohort *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint part = TIDE_COHORT_TERMINATED; part <= TIDE_COHORT_LEFT_OUT; part++)
    if (self->n[part] > 0)
      {
        g_autofree char *told = dup_part (self, (TideCohortPart) part);

        if (text->len > 0)
          g_string_append (text, " · ");
        g_string_append (text, told);
      }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
add_part (GPtrArray *notes, const TideCohort *self, TideCohortPart part, TideSnapshot *snapshot)
{
  if (self->n[part] == 0)
    return;

  g_ptr_array_add (notes, tide_figure_note_new (dup_part (self, part), self->n[part],
                                                tide_cohort_dup_filter (self, part, snapshot)));
}

static void
add_text (GPtrArray *notes, char *text)
{
  g_ptr_array_add (notes, tide_figure_note_new (text, 0, NULL));
}

/**
 * tide_cohort_list_count_notes:
 * @self: a cohort
 * @snapshot: the register it was counted in
 *
 * Returns: (transfer full) (element-type TideFigureNote): what was counted, and what was not
 */
GPtrArray *
tide_cohort_list_count_notes (const TideCohort *self, TideSnapshot *snapshot)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_figure_note_free);

  add_text (notes, g_strdup (_ ("Projects that were first signed here, by how far they have come. "
                                "What was terminated remains among those signed.")));
  for (guint part = TIDE_COHORT_SIGNED; part <= TIDE_COHORT_LEFT_OUT; part++)
    add_part (notes, self, (TideCohortPart) part, snapshot);

  return notes;
}

/**
 * tide_cohort_list_money_notes:
 * @self: a cohort
 * @snapshot: the register it was counted in
 * @unit: unit of amounts
 * @language: language of the person
 *
 * Returns: (transfer full) (element-type TideFigureNote): what the arrived share is made of
 */
GPtrArray *
tide_cohort_list_money_notes (const TideCohort *self,
                              TideSnapshot *snapshot,
                              TideUnit unit,
                              TideLanguage language)
{
  const TideValuation valuation = { .kind = TIDE_AMOUNT_KIND_UNKNOWN };
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_figure_note_free);

  add_text (notes, g_strdup (_ ("What has arrived, divided by what was agreed, of all projects "
                                "signed here as far as their amounts are priced.")));
  if (!self->is_overflow)
    {
      g_autofree char *agreed = tide_money_dup_text (&self->agreed, unit, language);
      g_autofree char *arrived = tide_money_dup_text (&self->arrived, unit, language);

      /* Translators: two sums of money */
      add_text (notes, g_strdup_printf (_ ("%s arrived of %s agreed"), arrived, agreed));
    }
  for (guint part = TIDE_COHORT_AGREED; part < TIDE_COHORT_N_PARTS; part++)
    add_part (notes, self, (TideCohortPart) part, snapshot);
  add_text (notes, tide_figure_dup_rates (snapshot, &valuation, language));

  return notes;
}
