/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-field-text-private.h"

#include "core/tide-amount-text.h"
#include "core/tide-clock.h"
#include "core/tide-money.h"

#include <string.h>

#define MAX_SHARE_DIGITS 6
#define MAX_COUNT G_GINT64_CONSTANT (1000000000)

/* A date that is typed is of our times; another one is a slip of the hand. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100

static const char *
get_separator (TideMemberKind kind)
{
  return kind == TIDE_MEMBER_REFERENCES ? "\n" : ", ";
}

static char *
join_strings (const GPtrArray *strings, const char *separator)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    {
      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, g_ptr_array_index (strings, i));
    }

  return g_string_free_and_steal (text);
}

/* Tags are set apart by commas of either script, references by line breaks. */
static GPtrArray *
split_strings (TideMemberKind kind, const char *text)
{
  GPtrArray *strings = tide_strings_new ();
  g_autofree char *plain = g_strdup (text);
  g_auto (GStrv) words = NULL;

  if (kind == TIDE_MEMBER_STRINGS)
    {
      g_autoptr (GString) folded = g_string_new (plain);

      g_string_replace (folded, "，", ",", 0);
      g_string_replace (folded, "、", ",", 0);
      g_string_replace (folded, "\n", ",", 0);
      g_set_str (&plain, folded->str);
    }

  words = g_strsplit (plain, kind == TIDE_MEMBER_STRINGS ? "," : "\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = tide_text_normalise (words[i]);

      if (word != NULL && !g_ptr_array_find_with_equal_func (strings, word, g_str_equal, NULL))
        g_ptr_array_add (strings, kind == TIDE_MEMBER_REFERENCES ? g_ref_string_new_intern (word)
                                                                 : g_ref_string_new (word));
    }

  return strings;
}

static TideProblem *
read_decimal (TideDecimal *decimal, const TideMember *member, const char *text)
{
  const TideDecimal zero = { .mantissa = 0, .is_set = TRUE };
  const TideDecimal hundred = { .mantissa = 100, .is_set = TRUE };
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  gboolean is_share = strcmp (member->name, "share") == 0;

  if (folded != NULL && (member->flags & TIDE_MEMBER_SHARE) && strcmp (member->name, "value") != 0
      && g_str_has_suffix (folded, "%"))
    folded[strlen (folded) - 1] = '\0';
  if (folded != NULL)
    g_strstrip (folded);

  if (folded == NULL || tide_decimal_parse (folded, decimal) == TIDE_DECIMAL_BAD_SYNTAX)
    return tide_problem_new (TIDE_PROBLEM_UNREADABLE_NUMBER, text, NULL);

  if (!decimal->is_set || tide_amount_is_too_large (decimal))
    return tide_problem_new (TIDE_PROBLEM_OUT_OF_RANGE, text, NULL);

  if (is_share
      && (tide_decimal_compare (decimal, &zero) < 0
          || tide_decimal_compare (decimal, &hundred) > 0))
    return tide_problem_new (TIDE_PROBLEM_NOT_A_SHARE, text, NULL);

  if ((member->flags & TIDE_MEMBER_SHARE) && decimal->scale > MAX_SHARE_DIGITS)
    return tide_problem_new (TIDE_PROBLEM_TOO_PRECISE, text, NULL);

  return NULL;
}

static TideProblem *
read_count (TideCount *count, const char *text)
{
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  if (folded == NULL
      || !g_ascii_string_to_signed (g_strstrip (folded), 10, 0, G_MAXINT64, &count->value, NULL))
    return tide_problem_new (TIDE_PROBLEM_UNREADABLE_NUMBER, text, NULL);
  if (count->value > MAX_COUNT)
    return tide_problem_new (TIDE_PROBLEM_OUT_OF_RANGE, text, NULL);

  count->is_set = TRUE;

  return NULL;
}

static TideProblem *
read_date (TideDate *date, const TideMember *member, const char *text)
{
  const gboolean allow_quarter = member->kind == TIDE_MEMBER_PERIOD;

  if (!tide_date_recognise (text, date)
      || (!allow_quarter && date->precision == TIDE_PRECISION_QUARTER))
    return tide_problem_new (TIDE_PROBLEM_UNREADABLE_DATE, text, NULL);

  if (date->year < FIRST_YEAR || date->year > LAST_YEAR)
    return tide_problem_new (TIDE_PROBLEM_FAR_DATE, text, G_STRINGIFY (FIRST_YEAR),
                             G_STRINGIFY (LAST_YEAR), NULL);

  return NULL;
}

static TideProblem *
read_currency (char **string, const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  tide_payload_set_string (string, upper);

  return tide_currency_get_digits (upper) >= 0
             ? NULL
             : tide_problem_new (TIDE_PROBLEM_UNKNOWN_CURRENCY, text, NULL);
}

static TideProblem *
read_country (char **string, const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  tide_payload_set_string (string, upper);

  return strlen (upper) == 2 && g_ascii_isupper (upper[0]) && g_ascii_isupper (upper[1])
             ? NULL
             : tide_problem_new (TIDE_PROBLEM_UNKNOWN_COUNTRY, text, NULL);
}

static TideProblem *
read_time_zone (char **string, const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (text);

  tide_payload_set_string (string, text);

  return zone != NULL ? NULL : tide_problem_new (TIDE_PROBLEM_UNKNOWN_TIME_ZONE, text, NULL);
}

static TideProblem *
read_name_of_set (char **string, const char *text)
{
  tide_payload_set_string (string, text);

  return tide_id_is_valid (text) ? NULL : tide_problem_new (TIDE_PROBLEM_BAD_ID, text, NULL);
}

static TideProblem *
read_string (char **string, const TideMember *member, const char *text)
{
  static const struct
  {
    const char *member;
    TideProblem *(*read) (char **string, const char *text);
  } readers[] = {
    { "currency", read_currency },    { "country", read_country }, { "time-zone", read_time_zone },
    { "rate-set", read_name_of_set }, { "set", read_name_of_set }, { "from", read_currency },
    { "to", read_currency },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (member->name, readers[i].member) == 0)
      return readers[i].read (string, text);

  tide_payload_set_string (string, text);

  return NULL;
}

static void
read_part (TideText *value, const char *part, const char *text)
{
  tide_payload_set_string (strcmp (part, "zh") == 0 ? &value->zh : &value->en, text);
}

/*
 * tide_value_dup_text:
 * @value: a value of a kind that a field can show
 * @part: (nullable): of a text, `en` or `zh`
 *
 * Returns: (transfer full): how @value stands in a field; empty where there is none
 */
char *
tide_value_dup_text (const TideValue *value, const char *part)
{
  const char *text = NULL;

  if (!tide_value_is_set (value))
    return g_strdup ("");

  switch ((guint) value->kind)
    {
    case TIDE_MEMBER_STRING:
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      return g_strdup (value->as.string);
    case TIDE_MEMBER_TEXT:
      text = strcmp (part, "zh") == 0 ? value->as.text.zh : value->as.text.en;
      return g_strdup (text != NULL ? text : "");
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return tide_date_dup_text (&value->as.date);
    case TIDE_MEMBER_DECIMAL:
      return tide_decimal_dup_text (&value->as.decimal);
    case TIDE_MEMBER_COUNT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->as.count.value);
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      return join_strings (value->as.strings, get_separator (value->kind));
    default:
      return g_strdup ("");
    }
}

/*
 * tide_value_read_text:
 * @value: (inout): a value of @member's kind; of a text, the other language stays
 * @member: the member it is for
 * @part: (nullable): of a text, `en` or `zh`
 * @text: what stands in a field
 *
 * Returns: (transfer full) (nullable): why @text cannot be understood; then @value is unset
 */
TideProblem *
tide_value_read_text (TideValue *value,
                      const TideMember *member,
                      const char *part,
                      const char *text)
{
  g_autofree char *normal = tide_text_normalise (text);
  TideProblem *problem = NULL;

  if (member->kind == TIDE_MEMBER_TEXT)
    {
      read_part (&value->as.text, part, normal);
      return NULL;
    }

  tide_value_clear (value);
  if (normal == NULL)
    return NULL;

  switch ((guint) member->kind)
    {
    case TIDE_MEMBER_STRING:
      problem = read_string (&value->as.string, member, normal);
      break;
    case TIDE_MEMBER_CODE:
    case TIDE_MEMBER_REFERENCE:
      tide_payload_set_interned (&value->as.string, normal);
      break;
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      problem = read_date (&value->as.date, member, normal);
      break;
    case TIDE_MEMBER_DECIMAL:
      problem = read_decimal (&value->as.decimal, member, normal);
      break;
    case TIDE_MEMBER_COUNT:
      problem = read_count (&value->as.count, normal);
      break;
    case TIDE_MEMBER_STRINGS:
    case TIDE_MEMBER_REFERENCES:
      value->as.strings = split_strings (member->kind, normal);
      break;
    default:
      g_assert_not_reached ();
    }

  if (problem != NULL)
    tide_value_clear (value);

  return problem;
}
