/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-reconciliation-text.h"

#include "core/tide-record.h"
#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"
#include "stats/tide-figure.h"

#include <glib/gi18n-lib.h>

static gboolean
has_money (const TideMoney *money)
{
  return money->currency[0] != '\0';
}

static char *
dup_kind (const TideReconciliationRow *self, TideLanguage language)
{
  const char *kind = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, self->kind, language);
  g_autofree char *part = NULL;

  if (self->part == NULL)
    return g_strdup (kind);

  part = g_utf8_strdown (tide_codes_get_label (TIDE_CODES_PART, self->part, language), -1);

  /* Translators: a kind of amount, and the part of it that is meant: “Intention, of which
   * foreign” */
  return g_strdup_printf (_ ("%s, of which %s"), kind, part);
}

/**
 * tide_reconciliation_row_dup_title:
 * @self: a row
 * @snapshot: the register
 * @language: language of the person
 *
 * Returns: (transfer full): what is compared; it may hold text of the user
 */
char *
tide_reconciliation_row_dup_title (const TideReconciliationRow *self,
                                   TideSnapshot *snapshot,
                                   TideLanguage language)
{
  const TidePayload *sector;

  if (self->figure == TIDE_RECONCILED_PROJECTS)
    return g_strdup (_ ("Projects"));
  if (self->figure == TIDE_RECONCILED_AMOUNT)
    return dup_kind (self, language);

  sector = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, self->sector);

  return g_strdup (sector != NULL ? tide_payload_get_label (sector, language) : self->sector);
}

/**
 * tide_reconciliation_row_dup_declared:
 * @self: a row
 * @unit: unit of amounts
 * @language: language of the person
 *
 * Returns: (transfer full): what was declared; a dash for nothing
 */
char *
tide_reconciliation_row_dup_declared (const TideReconciliationRow *self,
                                      TideUnit unit,
                                      TideLanguage language)
{
  if (self->verdict == TIDE_VERDICT_NOT_DECLARED)
    return g_strdup ("—");
  if (self->figure == TIDE_RECONCILED_PROJECTS)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->n_declared);
  if (self->figure == TIDE_RECONCILED_FIELD)
    return g_strdup (_ ("named"));
  if (has_money (&self->money_declared))
    return tide_money_dup_text (&self->money_declared, unit, language);

  return self->declared->written != NULL ? tide_text_dup_isolated (self->declared->written)
                                         : g_strdup ("—");
}

/**
 * tide_reconciliation_row_dup_recorded:
 * @self: a row
 * @unit: unit of amounts
 * @language: language of the person
 *
 * Returns: (transfer full): what is recorded; a dash for nothing, words where none of it has a rate
 */
char *
tide_reconciliation_row_dup_recorded (const TideReconciliationRow *self,
                                      TideUnit unit,
                                      TideLanguage language)
{
  if (self->figure != TIDE_RECONCILED_AMOUNT)
    return g_strdup_printf ("%u", self->n_recorded);
  if (self->verdict == TIDE_VERDICT_NOT_RECORDED || !has_money (&self->money_recorded))
    return g_strdup ("—");
  if (self->verdict == TIDE_VERDICT_UNKNOWN && self->money_recorded.minor == 0)
    return g_strdup (_ ("No Rate"));

  return tide_money_dup_text (&self->money_recorded, unit, language);
}

static char *
dup_count_difference (const TideReconciliationRow *self)
{
  const gint64 difference = (gint64) self->n_recorded - self->n_declared;
  const guint n = (guint) MIN (ABS (difference), G_MAXINT);

  if (difference < 0)
    /* Translators: how many projects fewer are recorded than were declared */
    return g_strdup_printf (ngettext ("%u fewer", "%u fewer", n), n);

  /* Translators: how many projects more are recorded than were declared */
  return g_strdup_printf (ngettext ("%u more", "%u more", n), n);
}

static char *
dup_difference (const TideReconciliationRow *self, TideUnit unit, TideLanguage language)
{
  TideMoney difference = self->difference;
  g_autofree char *text = NULL;

  if (self->figure != TIDE_RECONCILED_AMOUNT)
    return dup_count_difference (self);

  if (difference.minor < 0)
    tide_money_negate (&difference);
  text = tide_money_dup_text (&difference, unit, language);
  if (self->verdict == TIDE_VERDICT_LESS)
    /* Translators: how much less money is recorded than was declared */
    return g_strdup_printf (_ ("%s less"), text);

  /* Translators: how much more money is recorded than was declared */
  return g_strdup_printf (_ ("%s more"), text);
}

/**
 * tide_reconciliation_row_dup_verdict:
 * @self: a row
 * @unit: unit of amounts
 * @language: language of the person
 *
 * Returns: (transfer full): how what is recorded stands to what was declared, in words
 */
char *
tide_reconciliation_row_dup_verdict (const TideReconciliationRow *self,
                                     TideUnit unit,
                                     TideLanguage language)
{
  switch (self->verdict)
    {
    case TIDE_VERDICT_SAME:
      return g_strdup (self->figure == TIDE_RECONCILED_FIELD ? _ ("recorded") : _ ("as declared"));
    case TIDE_VERDICT_ROUNDED:
      return g_strdup (_ ("as declared, within what was rounded"));
    case TIDE_VERDICT_LESS:
    case TIDE_VERDICT_MORE:
      return dup_difference (self, unit, language);
    case TIDE_VERDICT_NOT_RECORDED:
      return g_strdup (_ ("nothing recorded"));
    case TIDE_VERDICT_NOT_DECLARED:
      return g_strdup (_ ("not declared"));
    case TIDE_VERDICT_UNKNOWN:
    default:
      return g_strdup (_ ("cannot be compared"));
    }
}

/* Notes ------------------------------------------------------------------------------------- */

static char *
dup_reason (const TideReconciledGroup *group, gboolean is_amount)
{
  const guint n = group->n;

  switch (group->reason)
    {
    case TIDE_RECONCILED_COUNTED:
      return g_strdup_printf (
          /* Translators: how many projects a total counts */
          ngettext ("%u project counted", "%u projects counted", n), n);
    case TIDE_RECONCILED_ADDED:
      return g_strdup_printf (
          is_amount
              /* Translators: how many projects were signed earlier and increased at this event */
              ? ngettext ("%u signed elsewhere first: only what was added here is counted",
                          "%u signed elsewhere first: only what was added here is counted", n)
              /* Translators: how many projects of this event were signed at another one before */
              : ngettext ("%u signed elsewhere first, and counted there",
                          "%u signed elsewhere first, and counted there", n),
          n);
    case TIDE_RECONCILED_EXCLUDED:
      /* Translators: a number of projects and why they are left out of a total */
      return g_strdup_printf (ngettext ("%u left out: %s", "%u left out: %s", n), n,
                              tide_exclusion_get_label (group->exclusion));
    case TIDE_RECONCILED_ELSEWHERE:
      return g_strdup_printf (
          /* Translators: how many projects of this event were shown at another one too */
          ngettext ("%u shown again elsewhere: what was added there is counted there",
                    "%u shown again elsewhere: what was added there is counted there", n),
          n);
    case TIDE_RECONCILED_WITHOUT_AMOUNT:
      return g_strdup_printf (
          /* Translators: how many of an event's projects have no amount of a kind */
          ngettext ("%u without such an amount", "%u without such an amount", n), n);
    case TIDE_RECONCILED_UNPRICED:
    default:
      return g_strdup_printf (
          /* Translators: how many of an event's projects have an amount without exchange rate */
          ngettext ("%u with an amount that has no rate", "%u with an amount that has no rate", n),
          n);
    }
}

static char *
dup_group (const TideReconciledGroup *group,
           gboolean is_amount,
           TideUnit unit,
           TideLanguage language)
{
  g_autofree char *reason = dup_reason (group, is_amount);
  g_autofree char *sum = NULL;

  if (group->n_priced == 0 || group->is_overflow || group->reason == TIDE_RECONCILED_UNPRICED)
    return g_steal_pointer (&reason);

  sum = tide_money_dup_text (&group->sum, unit, language);

  /* Translators: what is told of some projects, and their sum of money */
  return g_strdup_printf (_ ("%s (%s)"), reason, sum);
}

static void
add_note (GPtrArray *notes, char *text)
{
  g_ptr_array_add (notes, tide_figure_note_new (text, 0, NULL));
}

static void
add_missing (GPtrArray *notes, guint n)
{
  if (n > 0)
    add_note (notes, g_strdup_printf (
                         /* Translators: how many projects were declared at an event, but are not
                          * in the register */
                         ngettext ("%u declared project is not recorded",
                                   "%u declared projects are not recorded", n),
                         n));
}

static void
add_written (GPtrArray *notes, const TideAmount *declared)
{
  g_autofree char *written = NULL;

  if (declared == NULL || declared->written == NULL)
    return;

  written = tide_text_dup_isolated (declared->written);
  /* Translators: %s is an amount as somebody wrote it */
  add_note (notes, g_strdup_printf (_ ("Declared as “%s”"), written));
}

static void
add_amount_notes (GPtrArray *notes,
                  const TideReconciliationRow *self,
                  TideSnapshot *snapshot,
                  TideLanguage language)
{
  const TideValuation valuation = { .kind = TIDE_AMOUNT_KIND_UNKNOWN };

  add_written (notes, self->declared);
  if (self->part != NULL)
    add_note (notes, g_strdup (_ ("What is recorded in other currencies than the register’s is "
                                  "taken for foreign investment")));
  add_note (notes, tide_figure_dup_rates (snapshot, &valuation, language));
}

/**
 * tide_reconciliation_row_list_notes:
 * @self: a row
 * @reconciliation: what it is a row of
 * @unit: unit of amounts
 * @language: language of the person
 *
 * Returns: (transfer full) (element-type TideFigureNote): what explains the figures and their
 *   difference; those that count projects have the filter that opens these
 */
GPtrArray *
tide_reconciliation_row_list_notes (const TideReconciliationRow *self,
                                    const TideReconciliation *reconciliation,
                                    TideUnit unit,
                                    TideLanguage language)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_figure_note_free);
  const gboolean is_amount = self->figure == TIDE_RECONCILED_AMOUNT;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const TideReconciledGroup *group = g_ptr_array_index (self->groups, i);

      g_ptr_array_add (notes, tide_figure_note_new (dup_group (group, is_amount, unit, language),
                                                    group->n, tide_filter_copy (group->filter)));
    }
  if (self->figure == TIDE_RECONCILED_PROJECTS)
    add_missing (notes, reconciliation->n_missing);
  if (is_amount)
    add_amount_notes (notes, self, reconciliation->snapshot, language);

  return notes;
}
