/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-html-value.h"

#include <math.h>
#include <string.h>

/* The day that LibreOffice counts days from, as a Julian day of GLib: 30 December 1899. */
#define FIRST_DAY 693594

#define LAST_DAY 2958465 /* 31 December 9999 */

/* The code of a format without what it shows as it stands, its colours and its conditions. */
static char *
dup_code (const char *format)
{
  const char *code = strchr (format, ';') != NULL ? strchr (format, ';') + 1 : "";
  GString *bare = g_string_new (NULL);
  char until = '\0';

  /* "1033;0;YYYY-MM-DD": the language of the table, that of the format, the format */
  if (strchr (code, ';') != NULL)
    code = strchr (code, ';') + 1;
  for (; *code != '\0'; code++)
    if (until != '\0')
      until = *code == until ? '\0' : until;
    else if (*code == '"' || *code == '[')
      until = *code == '"' ? '"' : ']';
    else if (*code == '\\' && code[1] != '\0')
      code++;
    else
      g_string_append_c (bare, g_ascii_toupper (*code));

  return g_string_free (bare, FALSE);
}

static gboolean
is_number (const char *text)
{
  char *end;

  return *text != '\0' && strspn (text, "+-.0123456789eE") == strlen (text)
         && isfinite (g_ascii_strtod (text, &end)) && *end == '\0';
}

/* A hundred times a number, without a detour by binary fractions. */
static void
append_percent (GString *value, const char *number)
{
  const char *exponent = strpbrk (number, "eE");
  const gsize length = exponent != NULL ? (gsize) (exponent - number) : strlen (number);
  const char *point = memchr (number, '.', length);
  const gsize whole = point != NULL ? (gsize) (point - number) : length;
  const gsize n_decimals = point != NULL ? length - whole - 1 : 0;
  const gsize sign = *number == '-' || *number == '+';
  const gsize begin = value->len + sign;

  g_string_append_len (value, number, (gssize) whole);
  for (gsize i = 0; i < 2; i++)
    g_string_append_c (value, i < n_decimals ? point[1 + i] : '0');
  while (value->len > begin + 1 && value->str[begin] == '0')
    g_string_erase (value, (gssize) begin, 1);
  if (n_decimals > 2)
    g_string_append_printf (value, ".%.*s", (int) (n_decimals - 2), point + 3);
  if (exponent != NULL)
    g_string_append (value, exponent);
}

/* Which of year, month and day a format shows; their letters are those of its language, and differ
 * from each other. */
static guint
count_date_letters (const char *code)
{
  guint32 seen = 0;
  guint count = 0;

  for (const char *c = code; *c != '\0'; c++)
    if (g_ascii_isupper (*c) && strchr ("HSN", *c) == NULL && (seen & (1u << (*c - 'A'))) == 0)
      {
        seen |= 1u << (*c - 'A');
        count++;
      }

  return count;
}

static gboolean
append_date (GString *value, double days, guint n_parts)
{
  GDate date;

  if (n_parts == 0 || days < 1 || days > LAST_DAY)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, FIRST_DAY + (guint32) days);
  g_string_append_printf (value, "%04u", g_date_get_year (&date));
  if (n_parts > 1)
    g_string_append_printf (value, "-%02u", (guint) g_date_get_month (&date));
  if (n_parts > 2)
    g_string_append_printf (value, "-%02u", (guint) g_date_get_day (&date));

  return TRUE;
}

/* What is shown before and after the digits: signs of currencies, units. */
static void
append_with_unit (GString *value, const char *number, const char *shown)
{
  static const char digits[] = "0123456789";
  const char *first = strpbrk (shown, digits);
  const char *last = shown + strlen (shown);

  while (first != NULL && last > first && !g_ascii_isdigit (last[-1]))
    last--;
  for (const char *c = shown; first != NULL && c < first; c++)
    if (strchr ("-+( .", *c) == NULL)
      g_string_append_c (value, *c);
  g_string_append (value, number);
  for (; *last != '\0'; last++)
    if (*last != ')')
      g_string_append_c (value, *last);
}

static gboolean
has_unit (const char *shown)
{
  for (const char *c = shown; *c != '\0'; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      if (g_unichar_type (character) == G_UNICODE_CURRENCY_SYMBOL
          || (g_unichar_isalpha (character) && character != 'E' && character != 'e'))
        return TRUE;
    }

  return FALSE;
}

/**
 * tide_html_value_read:
 * @number: what LibreOffice says the value of the cell is, its attribute `sdval`
 * @format: (nullable): how it is shown, its attribute `sdnum`: "1033;0;YYYY-MM-DD"
 * @shown: the text of the cell
 * @value: (inout): where the value is appended, as tables have it
 *
 * Reads the exact value of a cell that shows a rounded number, or a date in any language.
 *
 * Returns: what the cell is; %TIDE_CELL_EMPTY where @number is none, or where what is shown says
 *   more: a time of day
 */
TideCellKind
tide_html_value_read (const char *number, const char *format, const char *shown, GString *value)
{
  g_autofree char *code = dup_code (format != NULL ? format : "");

  if (!is_number (number))
    return TIDE_CELL_EMPTY;

  if (strcmp (code, "BOOLEAN") == 0)
    {
      g_string_append (value, g_ascii_strtod (number, NULL) > 0 ? "true" : "false");
      return TIDE_CELL_BOOLEAN;
    }
  if (strchr (code, '%') != NULL)
    {
      append_percent (value, number);
      return TIDE_CELL_PERCENT;
    }
  if (*code != '\0' && strpbrk (code, "0#?@") == NULL && strcmp (code, "GENERAL") != 0
      && strcmp (code, "STANDARD") != 0)
    return strchr (code, ':') == NULL
                   && append_date (value, g_ascii_strtod (number, NULL), count_date_letters (code))
               ? TIDE_CELL_DATE
               : TIDE_CELL_EMPTY;
  if (has_unit (shown))
    {
      append_with_unit (value, number, shown);
      return TIDE_CELL_TEXT;
    }
  g_string_append (value, number);

  return TIDE_CELL_NUMBER;
}
