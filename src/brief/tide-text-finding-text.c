/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-text-finding.h"

#include "brief/tide-phrase.h"
#include "core/tide-code.h"

#include <glib/gi18n-lib.h>

/* The units of one language, the usual one for large amounts first. */
static const TideUnit units[][2] = {
  [TIDE_LANGUAGE_EN] = { TIDE_UNIT_BILLION, TIDE_UNIT_MILLION },
  [TIDE_LANGUAGE_ZH] = { TIDE_UNIT_HUNDRED_MILLION, TIDE_UNIT_TEN_THOUSAND },
};

/* The largest unit that the amount has one of; a smaller one if that holds all digits. */
static TideUnit
choose_unit (const TideMoney *money, TideLanguage language)
{
  gint64 minor = 1;
  guint i = 0;

  for (int digits = tide_currency_get_digits (money->currency); digits > 0; digits--)
    minor *= 10;
  while (i < 2 && ABS (money->minor) / minor < tide_unit_get_factor (units[language][i]))
    i++;
  if (i == 2)
    return TIDE_UNIT_ONE;
  if (i == 0 && tide_phrase_is_rounded (money, units[language][0], language)
      && !tide_phrase_is_rounded (money, units[language][1], language))
    return units[language][1];

  return units[language][i];
}

static char *
dup_money (const char *digits, const char *currency, TideLanguage language)
{
  TideDecimal value;
  TideMoney money;

  if (tide_decimal_parse (digits, &value) != TIDE_DECIMAL_OK
      || !tide_money_init (&money, &value, currency))
    return g_strconcat (currency, " ", digits, NULL);

  return tide_phrase_dup_amount (&money, choose_unit (&money, language), language);
}

/* A number as a person reads it, in the language of the program. */
static char *
dup_number (const TideTextFinding *self, const char *digits)
{
  const TideLanguage language = tide_language_get_default ();
  const char *unit = self->computed_unit != NULL ? self->computed_unit : self->unit;
  g_autofree char *number = NULL;

  if (self->kind == TIDE_TEXT_FINDING_AMOUNT || self->kind == TIDE_TEXT_FINDING_LEVEL)
    return dup_money (digits, unit, language);
  if (self->kind == TIDE_TEXT_FINDING_COUNT)
    return tide_phrase_dup_number (g_ascii_strtoll (digits, NULL, 10), language);

  number = tide_text_take_number (g_strdup (digits));
  if (g_strcmp0 (unit, "percentage-points") == 0)
    /* Translators: a number of percentage points, such as 1.8 */
    return g_strdup_printf (_ ("%s percentage points"), number);
  if (g_strcmp0 (unit, "times") == 0)
    /* Translators: how many times as much, such as 3.1 */
    return g_strdup_printf (_ ("%s times as much"), number);
  if (g_strcmp0 (unit, "times-more") == 0)
    /* Translators: by how many times it is more, such as 2.1: three times as much */
    return g_strdup_printf (_ ("%s times more"), number);

  /* Translators: a number in per cent, such as 16.3 */
  return g_strdup_printf (_ ("%s %%"), number);
}

/* What was computed, and between what it may lie. */
static char *
dup_computed (const TideTextFinding *self)
{
  g_autofree char *number = dup_number (self, self->computed);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (g_strcmp0 (self->low, self->high) == 0)
    return g_steal_pointer (&number);

  low = dup_number (self, self->low);
  high = dup_number (self, self->high);

  /* Translators: a number, and between what it may lie, as what it follows from was rounded */
  return g_strdup_printf (_ ("%s, by rounding %s to %s"), number, low, high);
}

static char *
dup_rank (const TideTextFinding *self)
{
  if (self->should_be == NULL)
    return g_strdup (_ ("The division is of another rank."));

  /* Translators: %s is a kind of division, such as “County-level city” */
  return g_strdup_printf (_ ("The division is of another rank: %s."),
                          tide_codes_get_label (TIDE_CODES_DIVISION_KIND, self->should_be,
                                                tide_language_get_default ()));
}

/* Why there is no verdict, as a sentence. */
static const char *
get_reason_text (TideTextFindingReason reason)
{
  static const char *const texts[TIDE_N_TEXT_FINDING_REASONS] = {
    [TIDE_TEXT_FINDING_NO_REASON]
    = N_ ("It cannot be checked: the register has nothing to compare it with."),
    [TIDE_TEXT_FINDING_NO_SUCH_FACT]
    = N_ ("It cannot be checked: the register has nothing to compare it with."),
    [TIDE_TEXT_FINDING_NO_KIND]
    = N_ ("It cannot be checked: the text does not say what kind of amount "
          "it is, and the register has several."),
    [TIDE_TEXT_FINDING_NO_YEAR] = N_ ("It cannot be checked: the text gives no year."),
    [TIDE_TEXT_FINDING_NO_RATE]
    = N_ ("It cannot be checked: the register has no exchange rate for it."),
    [TIDE_TEXT_FINDING_AMBIGUOUS]
    = N_ ("It cannot be checked: the text does not say which of several is meant."),
    [TIDE_TEXT_FINDING_ACROSS_A_BREAK]
    = N_ ("It cannot be checked: the series was counted differently "
          "in between, and its levels do not compare."),
    [TIDE_TEXT_FINDING_COMPARABLE_PRICES]
    = N_ ("It cannot be checked: growth over the year before is told at comparable prices, and "
          "does not follow from levels."),
    [TIDE_TEXT_FINDING_TARGET] = N_ ("It is not checked: it is meant for later."),
    [TIDE_TEXT_FINDING_NOT_ASSERTED]
    = N_ ("It is not checked: the text does not say that it is so."),
    [TIDE_TEXT_FINDING_IS_THRESHOLD] = N_ ("It is not checked: it is the limit of a class."),
    [TIDE_TEXT_FINDING_WRONG_RANK] = N_ ("The division is of another rank."),
    [TIDE_TEXT_FINDING_UNKNOWN_DIVISION] = N_ ("The register has no such division."),
    [TIDE_TEXT_FINDING_TWO_CURRENCIES] = N_ ("One number has two currencies."),
    [TIDE_TEXT_FINDING_CONFIDENTIAL]
    = N_ ("It is not checked: what the register says of it is confidential."),
    [TIDE_TEXT_FINDING_MORE_THAN_WHOLE] = N_ ("It is a part, and more than its whole."),
  };

  return _ (texts[reason]);
}

static char *
dup_reproduces (const TideTextFinding *self)
{
  g_autofree char *computed = NULL;

  if (self->computed == NULL)
    return g_strdup (_ ("The register gives it."));

  computed = dup_computed (self);
  if (self->others != NULL && self->record == NULL)
    /* Translators: %s is a number, and between what it may lie by rounding */
    return g_strdup_printf (_ ("It follows from other figures of the text: %s."), computed);
  if (self->kind == TIDE_TEXT_FINDING_GROWTH && g_strcmp0 (self->path, "observations") == 0)
    /* Translators: two years; a growth, and between what it may lie by rounding */
    return g_strdup_printf (_ ("It follows from the levels of %u and %u: %s."), self->from,
                            self->to, computed);
  if (self->kind == TIDE_TEXT_FINDING_SHARE)
    /* Translators: %s is a share, and between what it may lie by rounding */
    return g_strdup_printf (_ ("It follows from the register: %s."), computed);

  /* Translators: %s is a number, and between what it may lie by rounding */
  return g_strdup_printf (_ ("The register gives it: %s."), computed);
}

static char *
dup_differs (const TideTextFinding *self, const char *computed)
{
  if (self->kind == TIDE_TEXT_FINDING_GROWTH && g_strcmp0 (self->path, "observations") == 0)
    /* Translators: two years; a growth, and between what it may lie by rounding */
    return g_strdup_printf (_ ("The levels of %u and %u give %s."), self->from, self->to, computed);

  /* Translators: %s is a number, and between what it may lie by rounding */
  return g_strdup_printf (_ ("The register gives %s."), computed);
}

static char *
dup_should_be (const TideTextFinding *self)
{
  g_autofree char *computed = NULL;

  if (self->computed == NULL)
    return g_strdup (get_reason_text (self->reason));

  computed = dup_computed (self);
  if (self->verdict == TIDE_TEXT_FINDING_DIFFERS)
    return dup_differs (self, computed);
  if (self->verdict == TIDE_TEXT_FINDING_SUSPICIOUS_UNIT)
    /* Translators: %s is a number, and between what it may lie by rounding */
    return g_strdup_printf (_ ("The unit may be wrong: it should be %s."), computed);
  if (self->reason == TIDE_TEXT_FINDING_MORE_THAN_WHOLE)
    /* Translators: %s is a number, and between what it may lie by rounding */
    return g_strdup_printf (_ ("It is a part, and more than its whole: %s."), computed);

  /* Translators: %s is a number, and between what it may lie by rounding */
  return g_strdup_printf (_ ("The text itself gives %s."), computed);
}

/**
 * tide_text_finding_dup_sentence:
 * @self: a finding
 *
 * Numbers are told as people read them, rounded to two decimals where that says enough; the members
 * of @self have them exactly. tide_reading_dup_basis() says of which rows and figures they are.
 *
 * Returns: (transfer full): what is to be said of it, in the language of the program
 */
char *
tide_text_finding_dup_sentence (const TideTextFinding *self)
{
  switch (self->verdict)
    {
    case TIDE_TEXT_FINDING_RECOGNISED:
      return g_strdup (_ ("Recognised."));
    case TIDE_TEXT_FINDING_REPRODUCES:
      return dup_reproduces (self);
    case TIDE_TEXT_FINDING_WRONG_NAME:
      return self->reason == TIDE_TEXT_FINDING_WRONG_RANK
                 ? dup_rank (self)
                 : g_strdup (get_reason_text (self->reason));
    case TIDE_TEXT_FINDING_CANNOT_BE_CHECKED:
      return g_strdup (get_reason_text (self->reason));
    case TIDE_TEXT_FINDING_DIFFERS:
    case TIDE_TEXT_FINDING_CONFLICTS:
    case TIDE_TEXT_FINDING_SUSPICIOUS_UNIT:
      return dup_should_be (self);
    case TIDE_N_TEXT_FINDING_VERDICTS:
    default:
      return g_strdup ("");
    }
}
