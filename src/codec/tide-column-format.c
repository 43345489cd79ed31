/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format.h"

#include <string.h>

static const char *const kind_words[TIDE_N_COLUMN_KINDS] = {
  [TIDE_COLUMN_TEXT] = "text",     [TIDE_COLUMN_NUMBER] = "number",
  [TIDE_COLUMN_AMOUNT] = "amount", [TIDE_COLUMN_PERCENT] = "percent",
  [TIDE_COLUMN_DATE] = "date",
};

static const struct
{
  const char *word;
  char sign;
} sign_words[] = {
  { "point", '.' },
  { "comma", ',' },
  { "space", ' ' },
  { "apostrophe", '\'' },
};

/**
 * tide_column_format_equal:
 * @a: a format
 * @b: another
 *
 * Returns: whether both read every cell alike, and show it alike
 */
gboolean
tide_column_format_equal (const TideColumnFormat *a, const TideColumnFormat *b)
{
  return a->kind == b->kind && a->date_order == b->date_order && a->decimal == b->decimal
         && a->grouping == b->grouping && a->exponent == b->exponent
         && strcmp (a->currency, b->currency) == 0;
}

static void
append_sign (GString *text, const char *name, char sign)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sign_words); i++)
    if (sign_words[i].sign == sign)
      g_string_append_printf (text, " %s=%s", name, sign_words[i].word);
}

/**
 * tide_column_format_to_text:
 * @self: a format
 *
 * Returns: (transfer full): the text of a preset, such as `amount decimal=comma unit=4
 *   currency=CNY`
 */
char *
tide_column_format_to_text (const TideColumnFormat *self)
{
  GString *text;

  g_return_val_if_fail (self->kind < TIDE_N_COLUMN_KINDS, NULL);

  text = g_string_new (kind_words[self->kind]);
  append_sign (text, "decimal", self->decimal);
  append_sign (text, "grouping", self->grouping);
  if (self->exponent > 0)
    g_string_append_printf (text, " unit=%u", self->exponent);
  if (self->currency[0] != '\0')
    g_string_append_printf (text, " currency=%s", self->currency);
  if (self->date_order == TIDE_DATE_ORDER_DAY_FIRST)
    g_string_append (text, " order=day-first");
  else if (self->date_order == TIDE_DATE_ORDER_MONTH_FIRST)
    g_string_append (text, " order=month-first");

  return g_string_free (text, FALSE);
}

static gboolean
read_kind (TideColumnFormat *self, const char *word)
{
  for (guint i = 0; i < TIDE_N_COLUMN_KINDS; i++)
    if (strcmp (kind_words[i], word) == 0)
      {
        self->kind = (TideColumnKind) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_sign (char *sign, const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sign_words); i++)
    if (strcmp (sign_words[i].word, word) == 0)
      {
        *sign = sign_words[i].sign;
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_unit (TideColumnFormat *self, const char *digits)
{
  guint64 exponent;

  if (!g_ascii_string_to_unsigned (digits, 10, 0, TIDE_DECIMAL_MAX_SCALE, &exponent, NULL))
    return FALSE;

  self->exponent = (guint8) exponent;
  return TRUE;
}

static gboolean
read_currency (TideColumnFormat *self, const char *code)
{
  if (strlen (code) != 3)
    return FALSE;

  g_strlcpy (self->currency, code, sizeof self->currency);
  return TRUE;
}

static gboolean
read_order (TideColumnFormat *self, const char *word)
{
  if (strcmp (word, "day-first") == 0)
    self->date_order = TIDE_DATE_ORDER_DAY_FIRST;
  else if (strcmp (word, "month-first") == 0)
    self->date_order = TIDE_DATE_ORDER_MONTH_FIRST;

  return self->date_order != TIDE_DATE_ORDER_EACH;
}

static gboolean
read_member (TideColumnFormat *self, const char *member)
{
  const char *value;

  if (g_str_has_prefix (member, "decimal="))
    return read_sign (&self->decimal, member + strlen ("decimal="))
           && (self->decimal == '.' || self->decimal == ',');
  if (g_str_has_prefix (member, "grouping="))
    return read_sign (&self->grouping, member + strlen ("grouping="));
  if (g_str_has_prefix (member, "unit="))
    return read_unit (self, member + strlen ("unit="));
  if (g_str_has_prefix (member, "currency="))
    return read_currency (self, member + strlen ("currency="));

  value = g_str_has_prefix (member, "order=") ? member + strlen ("order=") : "";
  return read_order (self, value);
}

/**
 * tide_column_format_from_text:
 * @self: (out): where the format goes; text on failure
 * @text: what tide_column_format_to_text() wrote
 *
 * Returns: whether @text is a format
 */
gboolean
tide_column_format_from_text (TideColumnFormat *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean is_format;

  *self = (TideColumnFormat) { 0 };
  is_format = words[0] != NULL && read_kind (self, words[0]);
  for (guint i = 1; is_format && words[i] != NULL; i++)
    is_format = read_member (self, words[i]);

  if (!is_format)
    *self = (TideColumnFormat) { 0 };
  return is_format;
}
