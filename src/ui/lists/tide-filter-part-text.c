/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-part.h"

#include "ui/lists/tide-filter-value-text.h"

#include <glib/gi18n-lib.h>

/* So many values are told, the others counted. */
#define MAX_TOLD 3

static const char *
get_code_label (TideCodeSet set, const char *code)
{
  return tide_codes_get_label (set, code, tide_language_get_default ());
}

/* The end of a range, in the currency in which the filter tells amounts. */
static char *
dup_bound (TideRegister *reg, const TideFilter *filter, const TideDecimal *bound)
{
  const TideSettings *settings = tide_register_get_settings (reg);
  const char *currency = filter->currency != NULL ? filter->currency : settings->currency;
  TideMoney money;

  if (currency != NULL && tide_money_init (&money, bound, currency))
    return tide_money_dup_text (&money, tide_unit_get_shown (settings->unit),
                                tide_language_get_default ());

  return tide_decimal_dup_text (bound);
}

static char *
dup_amounts (TideRegister *reg, const TideFilter *filter)
{
  g_autofree char *from = dup_bound (reg, filter, &filter->amount_from);
  g_autofree char *to = dup_bound (reg, filter, &filter->amount_to);

  if (!filter->amount_to.is_set)
    /* Translators: a filter: amounts of this sum or more */
    return g_strdup_printf (_ ("at least %s"), from);
  if (!filter->amount_from.is_set)
    /* Translators: a filter: amounts of this sum or less */
    return g_strdup_printf (_ ("at most %s"), to);

  /* Translators: a filter: amounts of the first sum or more, and of the second one or less */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static char *
dup_stages (const TideFilter *filter)
{
  const char *from
      = filter->stage_from != NULL ? get_code_label (TIDE_CODES_STAGE, filter->stage_from) : NULL;
  const char *to
      = filter->stage_to != NULL ? get_code_label (TIDE_CODES_STAGE, filter->stage_to) : NULL;

  if (to == NULL)
    /* Translators: a filter: projects that have come to this stage or further */
    return g_strdup_printf (_ ("Stage ≥ %s"), from);
  if (from == NULL)
    /* Translators: a filter: projects that have come to this stage and no further */
    return g_strdup_printf (_ ("Stage ≤ %s"), to);

  /* Translators: a filter: projects in the first stage, the second one, or between them */
  return g_strdup_printf (_ ("Stage %s to %s"), from, to);
}

/* What is not dated by a range but has a date at all. */
static char *
dup_range_of_dates (const TideFilter *filter, const char *which)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *from = tide_date_dup_label (&filter->date_from, language);
  g_autofree char *to = tide_date_dup_label (&filter->date_to, language);

  if (*from == '\0' && *to == '\0')
    /* Translators: a filter: the date of a stage or plan, such as “Signed”, is known */
    return g_strdup_printf (_ ("%s: any date"), which);
  if (*to == '\0')
    /* Translators: a filter: which date, such as “Signed”, and the first one */
    return g_strdup_printf (_ ("%s: from %s"), which, from);
  if (*from == '\0')
    /* Translators: a filter: which date, such as “Signed”, and the last one */
    return g_strdup_printf (_ ("%s: until %s"), which, to);
  if (g_str_equal (from, to))
    /* Translators: a filter: which date, such as “Signed”, and the year, month or day */
    return g_strdup_printf (_ ("%s: in %s"), which, from);

  /* Translators: a filter: which date, such as “Signed”, the first one and the last one */
  return g_strdup_printf (_ ("%s: %s to %s"), which, from, to);
}

static char *
dup_dates (TideRegister *reg, const TideFilter *filter)
{
  g_autofree char *which = filter->date != NULL
                               ? tide_filter_value_dup_label (reg, "date", filter->date)
                               : g_strdup (_ ("No Known Date"));
  g_autofree char *isolated = tide_text_dup_isolated (which);
  g_autofree char *range = dup_range_of_dates (filter, isolated);

  if (g_strcmp0 (filter->date_match, "possibly") == 0)
    /* Translators: a filter: dates that may lie in a range, as they are not known to the day */
    return g_strdup_printf (_ ("%s, possibly"), range);
  if (filter->date_match != NULL && !g_str_equal (filter->date_match, "certainly"))
    return g_strdup_printf ("%s (%s)", range, filter->date_match);

  return g_steal_pointer (&range);
}

static char *
dup_value (TideRegister *reg, const char *member, const char *value)
{
  g_autofree char *isolated = tide_text_dup_isolated (value);

  if (g_str_equal (member, "text"))
    /* Translators: a filter: words that are searched for */
    return g_strdup_printf (_ ("“%s”"), isolated);
  if (g_str_equal (member, "period"))
    /* Translators: a filter: amounts dated within a period, such as 2023 */
    return g_strdup_printf (_ ("dated %s"), isolated);
  if (g_str_equal (member, "currency"))
    /* Translators: amounts are converted into this currency */
    return g_strdup_printf (_ ("told in %s"), isolated);
  if (g_str_equal (member, "rate-set"))
    /* Translators: %s is the name of a set of exchange rates */
    return g_strdup_printf (_ ("At rates of “%s”"), isolated);

  return tide_filter_value_dup_label (reg, member, value);
}

static char *
dup_alternatives (TideRegister *reg, const char *member, GStrv values)
{
  const guint n = g_strv_length (values);
  const guint n_told = n > MAX_TOLD ? MAX_TOLD - 1 : n;
  g_autofree char *first = dup_value (reg, member, values[0]);
  g_autofree char *told = n > 1 ? tide_text_dup_isolated (first) : g_strdup (first);

  for (guint i = 1; i < n_told; i++)
    {
      g_autofree char *before = g_steal_pointer (&told);
      g_autofree char *value = dup_value (reg, member, values[i]);
      g_autofree char *isolated = tide_text_dup_isolated (value);

      /* Translators: values of a filter of which one is enough: “Signed or Started” */
      told = g_strdup_printf (_ ("%s or %s"), before, isolated);
    }
  if (n_told < n)
    {
      g_autofree char *before = g_steal_pointer (&told);

      told = g_strdup_printf (
          /* Translators: values of a filter of which one is enough, and how many further ones */
          ngettext ("%s or %u more", "%s or %u more", n - n_told), before, n - n_told);
    }

  return g_steal_pointer (&told);
}

static gboolean
speaks_of_amounts (const TideFilterCriterion *criterion)
{
  static const char *const names[] = { "amount", "amount-from", "period", "currencies", NULL };

  return g_strv_contains (names, criterion->name);
}

static char *
dup_plain_label (const TideFilterPart *part, TideRegister *reg, const TideFilter *filter)
{
  switch (part->criterion->editor)
    {
    case TIDE_FILTER_EDITOR_STAGES:
      return dup_stages (filter);
    case TIDE_FILTER_EDITOR_AMOUNTS:
      return dup_amounts (reg, filter);
    case TIDE_FILTER_EDITOR_DATES:
      return dup_dates (reg, filter);
    case TIDE_FILTER_EDITOR_NONE:
    case TIDE_FILTER_EDITOR_SEARCH:
    case TIDE_FILTER_EDITOR_CHOICES:
    default:
      return dup_alternatives (reg, part->criterion->name, part->values);
    }
}

/**
 * tide_filter_part_dup_label:
 * @part: a part of @filter
 * @reg: a register
 * @filter: the filter
 *
 * Returns: (transfer full): what @part asks for; of amounts of one kind, with the kind
 */
char *
tide_filter_part_dup_label (const TideFilterPart *part, TideRegister *reg, const TideFilter *filter)
{
  g_autofree char *label = dup_plain_label (part, reg, filter);

  if (filter->amount_kind == NULL || !speaks_of_amounts (part->criterion))
    return g_steal_pointer (&label);

  /* Translators: a kind of amounts and what a filter asks of them: “Agreement: no exchange rate” */
  return g_strdup_printf (_ ("%s: %s"),
                          get_code_label (TIDE_CODES_AMOUNT_KIND, filter->amount_kind), label);
}
