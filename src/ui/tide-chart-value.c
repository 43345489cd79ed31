/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/tide-chart-value.h"

#include <string.h>

#define MINUS "\u2212"

/* Marks of direction that stand around what a chart shows, and say nothing. */
static char *
dup_bare (const char *text)
{
  GString *bare = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (c != 0x2068 && c != 0x2069)
        g_string_append_unichar (bare, c);
    }

  return g_strstrip (g_string_free_and_steal (bare));
}

/* The sign as programs write it; returns where the digits begin. */
static const char *
read_sign (const char *text, GString *number)
{
  const gboolean has_minus = g_str_has_prefix (text, MINUS);

  if (has_minus || *text == '-')
    g_string_append_c (number, '-');
  if (has_minus)
    return text + strlen (MINUS);

  return *text == '-' || *text == '+' ? text + 1 : text;
}

static gboolean
is_group (const char *text)
{
  return *text == ',' && g_ascii_isdigit (text[1]) && g_ascii_isdigit (text[2])
         && g_ascii_isdigit (text[3]) && !g_ascii_isdigit (text[4]);
}

/* Digits with commas between groups of three, and a decimal point. */
static const char *
read_digits (const char *text, GString *number)
{
  while (g_ascii_isdigit (*text) || is_group (text))
    {
      if (*text != ',')
        g_string_append_c (number, *text);
      text++;
    }
  if (*text != '.' || !g_ascii_isdigit (text[1]))
    return text;

  do
    g_string_append_c (number, *text++);
  while (g_ascii_isdigit (*text));

  return text;
}

static gboolean
has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

/* A no-break space may stand before a unit. */
static const char *
skip_space (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/**
 * tide_chart_value_read:
 * @text: a value as a chart shows it: `1,600.5`, `−3.2 亿元`, `16.3 %`
 * @decimal: (out caller-allocates): its number
 *
 * Reads the number at the beginning of the text. What has more than one number is none.
 *
 * Returns: (transfer full) (nullable): the unit behind the number, empty where there is none; %NULL
 *   if the text is no number
 */
char *
tide_chart_value_read (const char *text, TideDecimal *decimal)
{
  g_autofree char *bare = dup_bare (text);
  g_autoptr (GString) number = g_string_new (NULL);
  const char *digits = read_sign (bare, number);
  const char *rest;

  if (!g_ascii_isdigit (*digits))
    return NULL;

  rest = read_digits (digits, number);
  if (has_digit (rest) || tide_decimal_parse (number->str, decimal) != TIDE_DECIMAL_OK)
    return NULL;

  return g_strdup (skip_space (rest));
}
