/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-finding.h"

#include <glib/gi18n-lib.h>

TideFinding *
tide_finding_ref (TideFinding *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (TideFinding *self)
{
  g_free (self->value);
  g_free (self->unit);
  g_free (self->precision);
  g_free (self->computed);
  g_free (self->low);
  g_free (self->high);
  g_free (self->should_be);
  g_free (self->record);
  g_free (self->path);
  g_clear_pointer (&self->others, g_array_unref);
}

void
tide_finding_unref (TideFinding *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * tide_finding_kind_get_code:
 * @kind: a kind
 *
 * Returns: its name in files and on the command line
 */
const char *
tide_finding_kind_get_code (TideFindingKind kind)
{
  static const char *const codes[TIDE_N_FINDING_KINDS]
      = { "amount",   "level", "count",   "growth", "share",    "year", "span",
          "division", "field", "project", "party",  "platform", "event" };

  return codes[kind];
}

const char *
tide_finding_of_get_code (TideFindingOf of)
{
  static const char *const codes[TIDE_N_FINDING_OFS] = { "unknown",
                                                         "intention",
                                                         "agreement",
                                                         "foreign-contracted",
                                                         "foreign-utilised",
                                                         "arrived",
                                                         "fixed-asset",
                                                         "output",
                                                         "added-value",
                                                         "revenue",
                                                         "gdp",
                                                         "profit",
                                                         "tax",
                                                         "exports",
                                                         "r-and-d",
                                                         "tier",
                                                         "threshold" };

  return codes[of];
}

const char *
tide_finding_verdict_get_code (TideFindingVerdict verdict)
{
  static const char *const codes[TIDE_N_FINDING_VERDICTS]
      = { "recognised", "wrong-name",      "reproduces",       "differs",
          "conflicts",  "suspicious-unit", "cannot-be-checked" };

  return codes[verdict];
}

/**
 * tide_finding_reason_get_code:
 * @reason: a reason
 *
 * Returns: (nullable): its name on the command line
 */
const char *
tide_finding_reason_get_code (TideFindingReason reason)
{
  static const char *const codes[TIDE_N_FINDING_REASONS]
      = { NULL,        "no-such-fact",   "no-kind",           "no-year",        "no-rate",
          "ambiguous", "across-a-break", "comparable-prices", "target",         "not-asserted",
          "threshold", "wrong-rank",     "unknown-division",  "two-currencies", "confidential" };

  return codes[reason];
}

/* Why, as a sentence. */
static const char *
get_reason_text (TideFindingReason reason)
{
  static const char *const texts[TIDE_N_FINDING_REASONS] = {
    [TIDE_FINDING_NO_REASON] = N_ ("The register has nothing to compare it with."),
    [TIDE_FINDING_NO_SUCH_FACT] = N_ ("The register has nothing to compare it with."),
    [TIDE_FINDING_NO_KIND] = N_ ("The text does not say what kind of amount it is."),
    [TIDE_FINDING_NO_YEAR] = N_ ("The text gives no year."),
    [TIDE_FINDING_NO_RATE] = N_ ("The register has no exchange rate for it."),
    [TIDE_FINDING_AMBIGUOUS] = N_ ("The text does not say which one is meant."),
    [TIDE_FINDING_ACROSS_A_BREAK] = N_ ("The series breaks in between."),
    [TIDE_FINDING_COMPARABLE_PRICES]
    = N_ ("Growth at comparable prices does not follow from levels."),
    [TIDE_FINDING_TARGET] = N_ ("It is meant for later."),
    [TIDE_FINDING_NOT_ASSERTED] = N_ ("The text does not say that it is so."),
    [TIDE_FINDING_IS_THRESHOLD] = N_ ("It is the limit of a class."),
    [TIDE_FINDING_WRONG_RANK] = N_ ("The division is of another rank."),
    [TIDE_FINDING_UNKNOWN_DIVISION] = N_ ("The register has no such division."),
    [TIDE_FINDING_TWO_CURRENCIES] = N_ ("One number has two currencies."),
    [TIDE_FINDING_CONFIDENTIAL] = N_ ("What the register says of it is confidential."),
  };

  return _ (texts[reason]);
}

static char *
dup_should_be (const TideFinding *self)
{
  const gboolean is_exact = g_strcmp0 (self->low, self->high) == 0;

  if (self->computed == NULL)
    return g_strdup (get_reason_text (self->reason));
  if (self->verdict == TIDE_FINDING_DIFFERS)
    {
      if (is_exact)
        /* Translators: %s is a number */
        return g_strdup_printf (_ ("The register gives %s."), self->computed);
      /* Translators: a number, and between what it may lie by rounding */
      return g_strdup_printf (_ ("The register gives %s (by rounding %s to %s)."), self->computed,
                              self->low, self->high);
    }
  if (self->verdict == TIDE_FINDING_CONFLICTS)
    {
      if (is_exact)
        /* Translators: %s is a number */
        return g_strdup_printf (_ ("The text itself gives %s."), self->computed);
      /* Translators: a number, and between what it may lie by rounding */
      return g_strdup_printf (_ ("The text itself gives %s (by rounding %s to %s)."),
                              self->computed, self->low, self->high);
    }
  if (is_exact)
    /* Translators: %s is a number */
    return g_strdup_printf (_ ("The unit may be wrong: it should be %s."), self->computed);

  /* Translators: a number, and between what it may lie by rounding */
  return g_strdup_printf (_ ("The unit may be wrong: it should be %s (by rounding %s to %s)."),
                          self->computed, self->low, self->high);
}

/**
 * tide_finding_dup_sentence:
 * @self: a finding
 *
 * Returns: (transfer full): what is to be said of it, in the language of the program
 */
char *
tide_finding_dup_sentence (const TideFinding *self)
{
  if (self->verdict == TIDE_FINDING_RECOGNISED)
    return g_strdup (_ ("Recognised."));
  if (self->verdict == TIDE_FINDING_REPRODUCES)
    return g_strdup (self->others != NULL && self->record == NULL
                         ? _ ("It follows from other figures of the text.")
                         : _ ("The register gives it."));
  if (self->verdict == TIDE_FINDING_WRONG_NAME || self->verdict == TIDE_FINDING_CANNOT_BE_CHECKED)
    return g_strdup (get_reason_text (self->reason));

  return dup_should_be (self);
}
