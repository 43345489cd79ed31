/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format.h"

#include <string.h>

/* Other ways to write a word of a unit, in lower case. */
static const struct
{
  const char *from;
  const char *to;
} rewritings[] = {
  { "'000s", " thousand" },
  { "’000s", " thousand" },
  { "'000", " thousand" },
  { "’000", " thousand" },
  { "000's", " thousand" },
  { "000s", " thousand" },
  { "millions of ", "million " },
  { "billions of ", "billion " },
  { "thousands of ", "thousand " },
  { "单位", "" },
  { "计价", "" },
  { "unit", "" },
  { "in ", "" },
  { ":", "" },
  { "/", " " },
};

static const char *const percent_words[]
    = { "%", "percent", "per cent", "pct", "百分比", "百分数", NULL };

/* The exponent of a power of ten from 1 on; -1 for any other number. */
static int
find_exponent (const TideDecimal *value)
{
  gint64 rest;
  int exponent = 0;

  if (!tide_decimal_rescale (value, 0, &rest) || rest < 1)
    return -1;
  for (; rest % 10 == 0; rest /= 10)
    exponent++;

  return rest == 1 ? exponent : -1;
}

static gboolean
read_amount_of_one (TideColumnFormat *self, const char *text)
{
  TideAmountReading reading;
  int exponent;

  if (tide_amount_text_read (text, NULL, &reading) != TIDE_AMOUNT_OK)
    return FALSE;

  exponent = find_exponent (&reading.value);
  if (exponent < 0 || (exponent == 0 && !reading.has_currency))
    return FALSE;

  self->kind = TIDE_COLUMN_AMOUNT;
  self->exponent = (guint8) exponent;
  g_strlcpy (self->currency, reading.currency, sizeof self->currency);
  return TRUE;
}

/* A unit is what makes an amount of a 1 that stands somewhere in it: "US$ [1] m", "[1]万元". */
static gboolean
read_money (TideColumnFormat *self, const char *unit)
{
  if (strpbrk (unit, "123456789") != NULL)
    return strspn (unit, "0123456789 ") < strlen (unit) && read_amount_of_one (self, unit);

  for (const char *p = unit;; p = g_utf8_next_char (p))
    {
      g_autofree char *text = g_strdup_printf ("%.*s 1 %s", (int) (p - unit), unit, p);

      if (read_amount_of_one (self, text))
        return TRUE;
      if (*p == '\0')
        return FALSE;
    }
}

static char *
dup_rewritten (const char *unit)
{
  g_autofree char *lower = g_utf8_strdown (unit, -1);
  GString *text = g_string_new (lower);

  for (gsize i = 0; i < G_N_ELEMENTS (rewritings); i++)
    g_string_replace (text, rewritings[i].from, rewritings[i].to, 0);

  return g_strstrip (g_string_free (text, FALSE));
}

/* No unit has a name that is longer. */
#define LONGEST_UNIT 48
#define LONGEST_UNIT_AT_END 24

static gboolean
read_unit (TideColumnFormat *self, const char *unit)
{
  g_autofree char *text = NULL;

  if (strlen (unit) > LONGEST_UNIT)
    return FALSE;

  text = dup_rewritten (unit);
  /* Lengths are in m. */
  if (text[0] == '\0' || (g_ascii_isalpha (text[0]) && text[1] == '\0'))
    return FALSE;
  if (g_strv_contains (percent_words, text))
    {
      self->kind = TIDE_COLUMN_PERCENT;
      return TRUE;
    }

  return read_money (self, text);
}

/* A header that is longer is a paragraph. */
#define LONGEST_HEADER 256

/* "name (unit) rest" */
static char *
take_bracket (TideColumnFormat *self, const char *header, const char *open, const char *close)
{
  g_autofree char *unit = g_strndup (open + 1, (gsize) (close - open - 1));

  if (!read_unit (self, unit))
    return NULL;

  return g_strdup_printf ("%.*s%s", (int) (open - header), header, close + 1);
}

static char *
take_brackets (TideColumnFormat *self, const char *header)
{
  for (const char *open = strpbrk (header, "(["); open != NULL; open = strpbrk (open + 1, "(["))
    {
      const char *close = strchr (open, *open == '(' ? ')' : ']');
      char *name = close != NULL ? take_bracket (self, header, open, close) : NULL;

      if (name != NULL)
        return name;
    }

  return NULL;
}

/* "name/unit", "name, unit", "name: unit", "name in unit" */
static char *
take_tail (TideColumnFormat *self, const char *header)
{
  static const char *const signs[] = { ",", "/", ":", ";", " in ", " - ", "_", "、", NULL };

  for (guint i = 0; signs[i] != NULL; i++)
    for (const char *sign = strstr (header, signs[i]); sign != NULL;
         sign = strstr (sign + 1, signs[i]))
      if (sign > header && read_unit (self, sign + strlen (signs[i])))
        return g_strndup (header, (gsize) (sign - header));

  return NULL;
}

/* Whether a unit is written so that it cannot be the end of another word. */
static gboolean
is_certain (const TideColumnFormat *self, const char *unit)
{
  if (self->kind == TIDE_COLUMN_PERCENT)
    return strcmp (unit, "%") == 0;
  if (strcmp (unit, "元") == 0 || g_ascii_strcasecmp (unit, "won") == 0)
    return FALSE;

  return self->currency[0] != '\0' ? strlen (unit) > 2 : strlen (unit) > 4;
}

/* "name unit", "总投资亿元" */
static char *
take_end (TideColumnFormat *self, const char *header)
{
  for (const char *p = g_utf8_next_char (header); *p != '\0'; p = g_utf8_next_char (p))
    {
      TideColumnFormat format = *self;
      const gboolean is_word = p[-1] == ' ' || (guchar) *p >= 0x80 || *p == '%';

      if (is_word && *p != ' ' && strlen (p) <= LONGEST_UNIT_AT_END && read_unit (&format, p)
          && is_certain (&format, p))
        {
          *self = format;
          return g_strndup (header, (gsize) (p - header));
        }
    }

  return NULL;
}

static char *
dup_plain (const char *header)
{
  g_autofree char *normal = g_utf8_normalize (header, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_new (normal);

  g_string_replace (plain, "【", "[", 0);
  g_string_replace (plain, "】", "]", 0);
  g_string_replace (plain, "〔", "[", 0);
  g_string_replace (plain, "〕", "]", 0);
  g_strdelimit (plain->str, "\r\n\t", ' ');

  return g_strstrip (g_string_free (plain, FALSE));
}

/**
 * tide_column_format_take_unit:
 * @self: a format; kind, unit and currency are set where the header names a unit
 * @header: the header of a column: `投资额（万元）`, `Amount (US$ m)`, `Growth, %`
 *
 * Looks for the unit of a column in its header.
 *
 * Returns: (transfer full): the header without the unit, in Unicode's compatibility form
 */
char *
tide_column_format_take_unit (TideColumnFormat *self, const char *header)
{
  g_autofree char *plain = dup_plain (header);
  char *name;

  if (strlen (plain) > LONGEST_HEADER)
    return g_steal_pointer (&plain);

  name = take_brackets (self, plain);
  if (name == NULL)
    name = take_tail (self, plain);
  if (name == NULL && plain[0] != '\0')
    name = take_end (self, plain);

  return name != NULL ? g_strstrip (name) : g_steal_pointer (&plain);
}

/**
 * tide_column_format_read_unit:
 * @self: the format of a column of amounts; its currency and unit are set where @text names them
 * @text: what a cell of another column says of them: `USD`, `美元`, `万元`
 *
 * Takes over what a row says of the unit of its amounts; a unit that it does not name remains that
 * of the column.
 *
 * Returns: %FALSE where @text is no unit
 */
gboolean
tide_column_format_read_unit (TideColumnFormat *self, const char *text)
{
  g_autofree char *plain = dup_plain (text);
  TideColumnFormat of_row = { 0 };

  if (!read_unit (&of_row, plain) || of_row.kind != TIDE_COLUMN_AMOUNT)
    return FALSE;

  if (of_row.currency[0] != '\0')
    g_strlcpy (self->currency, of_row.currency, sizeof self->currency);
  if (of_row.exponent > 0)
    self->exponent = of_row.exponent;
  return TRUE;
}
