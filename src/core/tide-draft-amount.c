/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-amount-text.h"
#include "core/tide-field-private.h"

#include <glib/gi18n-lib.h>

/* Whether it is that of an amount of money. */
gboolean
tide_draft_is_amount (const TideShape *shape)
{
  return shape->seal == tide_shape_amount.seal;
}

static gboolean
is_currency_known (TideDraft *self)
{
  return self->chosen_currency != NULL && tide_currency_get_digits (self->chosen_currency) >= 0;
}

static TideAmountResult
read_amount (TideDraft *self, TideAmountReading *reading)
{
  const char *currency = is_currency_known (self)
                             ? self->chosen_currency
                             : tide_register_get_settings (self->reg)->currency;
  TideAmountResult result
      = tide_amount_text_read (tide_field_get_text (self->amount_written), currency, reading);

  return result == TIDE_AMOUNT_OK && tide_amount_is_too_large (&reading->value)
             ? TIDE_AMOUNT_OUT_OF_RANGE
             : result;
}

void
tide_draft_choose_currency (TideDraft *self)
{
  g_clear_pointer (&self->chosen_currency, g_free);
  if (*tide_field_get_text (self->amount_currency) != '\0')
    self->chosen_currency = g_ascii_strup (tide_field_get_text (self->amount_currency), -1);
}

/* A word in capitals that stands where a code of a currency does: `100 XYZ`. */
static char *
dup_strange_currency (const char *text)
{
  static const char *const pattern = "^\\W*([A-Z]{3})[\\W\\d]|[\\W\\d]([A-Z]{3})\\W*$";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *code = NULL;

  if (!g_regex_match (regex, text, G_REGEX_MATCH_DEFAULT, &match))
    return NULL;

  code = g_match_info_fetch (match, g_match_info_get_match_count (match) - 1);

  return tide_currency_get_digits (code) < 0 ? g_steal_pointer (&code) : NULL;
}

static TideProblem *
create_unreadable_problem (const char *text)
{
  g_autofree char *currency = dup_strange_currency (text);

  return currency != NULL ? tide_problem_new (TIDE_PROBLEM_UNKNOWN_CURRENCY, currency, NULL)
                          : tide_problem_new (TIDE_PROBLEM_UNREADABLE_AMOUNT, text, NULL);
}

static TideProblem *
create_amount_problem (TideDraft *self, TideAmountResult result)
{
  const char *text = tide_field_get_text (self->amount_written);

  switch (result)
    {
    case TIDE_AMOUNT_UNREADABLE:
      return create_unreadable_problem (text);
    case TIDE_AMOUNT_OUT_OF_RANGE:
      return tide_problem_new (TIDE_PROBLEM_AMOUNT_TOO_LARGE, text, NULL);
    case TIDE_AMOUNT_TOO_PRECISE:
      return tide_problem_new (TIDE_PROBLEM_TOO_PRECISE, text, NULL);
    case TIDE_AMOUNT_OK:
    case TIDE_AMOUNT_EMPTY:
      return NULL;
    default:
      g_assert_not_reached ();
    }
}

/* The exact value, and how far it is certain where that is not to the last unit. */
static char *
dup_money (const TideMoney *money, const TideDecimal *precision)
{
  const TideDecimal one = { .mantissa = 1, .is_set = TRUE };
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *exact = tide_money_dup_exact (money, language);
  g_autofree char *certain = NULL;
  TideMoney unit;

  if (!precision->is_set || tide_decimal_compare (precision, &one) <= 0
      || !tide_money_init (&unit, precision, money->currency))
    return g_strconcat ("= ", exact, NULL);

  certain = tide_money_dup_text (&unit, TIDE_UNIT_ONE, language);

  /* Translators: the exact value of an amount, and the last certain unit of it */
  return g_strdup_printf (_ ("= %s, certain to %s"), exact, certain);
}

static void
show_money (TideDraft *self,
            const TideDecimal *value,
            const TideDecimal *precision,
            const char *currency)
{
  g_autofree char *text = NULL;
  TideMoney money;

  if (value->is_set && currency != NULL && tide_money_init (&money, value, currency))
    text = dup_money (&money, precision);

  tide_field_set_understood (self->amount_written, text);
}

/* Shows what the amount is taken to mean; its text may name another currency than was chosen. */
void
tide_draft_understand_amount (TideDraft *self)
{
  TideAmountReading reading = { 0 };
  TideAmountResult result = read_amount (self, &reading);
  gboolean is_read = result == TIDE_AMOUNT_OK;
  gboolean is_chosen = !is_read || (!reading.has_currency && self->chosen_currency != NULL);

  self->is_reading_amount = TRUE;
  tide_field_set_text (self->amount_currency, is_chosen ? self->chosen_currency : reading.currency);
  self->is_reading_amount = FALSE;

  show_money (self, &reading.value, &reading.precision, is_read ? reading.currency : NULL);
  tide_field_take_problem (self->amount_written, create_amount_problem (self, result));
}

gboolean
tide_draft_is_amount_changed (TideDraft *self)
{
  return self->amount_written != NULL
         && (tide_field_get_changed (self->amount_written)
             || tide_field_get_changed (self->amount_currency));
}

void
tide_draft_apply_amount (TideDraft *self, TidePayload *payload)
{
  TideAmount *amount = (TideAmount *) payload;
  TideAmountReading reading = { 0 };

  if (!tide_draft_is_amount_changed (self))
    return;

  amount->value = (TideDecimal) { 0 };
  amount->precision = (TideDecimal) { 0 };
  if (read_amount (self, &reading) != TIDE_AMOUNT_OK)
    return;

  amount->value = reading.value;
  amount->precision = reading.precision;
  tide_payload_set_string (&amount->currency, reading.currency);
}

void
tide_draft_show_original_amount (TideDraft *self)
{
  const TideAmount *amount = (const TideAmount *) self->original;

  show_money (self, &amount->value, &amount->precision, amount->currency);
}

void
tide_draft_begin_amount (TideDraft *self)
{
  const TideAmount *amount = (const TideAmount *) self->original;

  self->amount_written = tide_draft_get_field (self, "written");
  self->amount_currency = tide_draft_get_field (self, "currency");
  self->chosen_currency = g_strdup (amount->currency);
  if (amount->written == NULL && amount->value.is_set)
    {
      g_autofree char *text = tide_decimal_dup_text (&amount->value);

      tide_field_reset (self->amount_written, text);
    }
  tide_draft_show_original_amount (self);
}
