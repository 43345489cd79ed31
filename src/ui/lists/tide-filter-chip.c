/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-chip.h"

#include "ui/lists/tide-filter-choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The word of `amount` holds several where each of them must be met. */
static gboolean
is_words (const char *member)
{
  return strcmp (member, "amount") == 0;
}

static void
add_strings (GStrvBuilder *chips, const GPtrArray *strings)
{
  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    g_strv_builder_add (chips, g_ptr_array_index (strings, i));
}

static void
add_string (GStrvBuilder *chips, const char *member, const char *string)
{
  g_auto (GStrv) words = NULL;

  if (string == NULL)
    return;
  if (!is_words (member))
    {
      g_strv_builder_add (chips, string);
      return;
    }

  words = g_strsplit (string, " ", -1);
  g_strv_builder_addv (chips, (const char **) words);
}

/**
 * tide_filter_dup_chips:
 * @filter: a filter
 * @member: a criterion, by the name of its member
 *
 * Returns: (transfer full) (array zero-terminated=1): the values that it asks for, one for each
 *   chip: ids, codes, or a period or number as the file has it
 */
GStrv
tide_filter_dup_chips (const TideFilter *filter, const char *member)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);
  g_autoptr (GStrvBuilder) chips = g_strv_builder_new ();
  TideValue value;

  g_return_val_if_fail (found != NULL, NULL);

  tide_payload_get_value (&filter->base, found, &value);
  if (found->kind == TIDE_MEMBER_STRINGS)
    add_strings (chips, value.as.strings);
  else if (found->kind == TIDE_MEMBER_PERIOD)
    {
      if (tide_date_is_set (&value.as.date))
        g_strv_builder_take (chips, tide_date_dup_text (&value.as.date));
    }
  else if (found->kind == TIDE_MEMBER_DECIMAL)
    {
      if (value.as.decimal.is_set)
        g_strv_builder_take (chips, tide_decimal_dup_text (&value.as.decimal));
    }
  else
    add_string (chips, member, value.as.string);

  return g_strv_builder_end (chips);
}

/* The bound of a range, in the currency in which the filter tells amounts. */
static char *
dup_bound (TideRegister *reg, const TideFilter *filter, const char *member, const char *value)
{
  const TideSettings *settings = tide_register_get_settings (reg);
  const char *currency = filter->currency != NULL ? filter->currency : settings->currency;
  g_autofree char *text = NULL;
  TideDecimal decimal;
  TideMoney money;

  if (tide_decimal_parse (value, &decimal) && currency != NULL
      && tide_money_init (&money, &decimal, currency))
    text = tide_money_dup_text (&money, tide_unit_get_shown (settings->unit),
                                tide_language_get_default ());
  else
    text = g_strdup (value);

  if (g_str_equal (member, "amount-from"))
    /* Translators: a filter: amounts of this sum or more */
    return g_strdup_printf (_ ("at least %s"), text);

  /* Translators: a filter: amounts of this sum or less */
  return g_strdup_printf (_ ("at most %s"), text);
}

static char *
dup_own_label (TideRegister *reg, const TideFilter *filter, const char *member, const char *value)
{
  g_autofree char *isolated = tide_text_dup_isolated (value);

  if (g_str_equal (member, "amount-from") || g_str_equal (member, "amount-to"))
    return dup_bound (reg, filter, member, value);
  if (g_str_equal (member, "period"))
    /* Translators: a filter: amounts dated within a period, such as 2023 */
    return g_strdup_printf (_ ("dated %s"), isolated);
  if (g_str_equal (member, "currency"))
    /* Translators: amounts are converted into this currency */
    return g_strdup_printf (_ ("told in %s"), isolated);
  if (g_str_equal (member, "rate-set"))
    /* Translators: %s is the name of a set of exchange rates */
    return g_strdup_printf (_ ("At rates of “%s”"), isolated);

  return tide_filter_choice_dup_label (reg, member, value);
}

static gboolean
speaks_of_amounts (const char *member)
{
  static const char *const members[]
      = { "amount", "amount-from", "amount-to", "period", "currencies", NULL };

  return g_strv_contains (members, member);
}

/**
 * tide_filter_chip_dup_label:
 * @reg: a register
 * @filter: the filter
 * @member: one of its criteria
 * @value: one of its values, from tide_filter_dup_chips()
 *
 * Returns: (transfer full): what @value asks for; of amounts of one kind, with the kind
 */
char *
tide_filter_chip_dup_label (TideRegister *reg,
                            const TideFilter *filter,
                            const char *member,
                            const char *value)
{
  g_autofree char *label = dup_own_label (reg, filter, member, value);

  if (filter->amount_kind == NULL || !speaks_of_amounts (member))
    return g_steal_pointer (&label);

  /* Translators: a kind of amounts and what a filter asks of them: “Agreement: no exchange rate” */
  return g_strdup_printf (_ ("%s: %s"),
                          tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, filter->amount_kind,
                                                tide_language_get_default ()),
                          label);
}

static void
remove_word (TideFilter *filter, const char *member, const char *word)
{
  g_auto (GStrv) words = tide_filter_dup_chips (filter, member);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;
  g_autofree char *joined = NULL;

  for (gsize i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], word) != 0)
      g_strv_builder_add (builder, words[i]);
  kept = g_strv_builder_end (builder);
  joined = kept[0] != NULL ? g_strjoinv (" ", kept) : NULL;
  tide_payload_set_string (&filter->amount, joined);
}

/**
 * tide_filter_remove_chip:
 * @filter: a filter that is not shared
 * @member: a criterion, by the name of its member
 * @value: one of its values, from tide_filter_dup_chips()
 *
 * Asks for @value no more.
 */
void
tide_filter_remove_chip (TideFilter *filter, const char *member, const char *value)
{
  if (is_words (member))
    remove_word (filter, member, value);
  else
    tide_filter_remove (filter, member, value);
}
