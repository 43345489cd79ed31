/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-format.h"

#include "core/tide-amount-text.h"

#include <string.h>

typedef struct
{
  TideXlsxFormat *format;
  GString *before; /* owned */
  GString *after;  /* owned */
  char last;       /* the last letter of a date: m after h is minutes */
  guint n_months;
  gboolean has_digits;
  gboolean is_scaled; /* what it shows is not the number with something beside it */
} Parser;

/* The formats that have a number instead of a code in files (ECMA-376-1, 18.8.30); those of East
 * Asia as they are in China. */
static const struct
{
  guint id;
  const char *code;
} built_in[] = {
  { 9, "0%" },
  { 10, "0.00%" },
  { 14, "yyyy-m-d" },
  { 15, "d-mmm-yy" },
  { 16, "d-mmm" },
  { 17, "mmm-yy" },
  { 18, "h:mm AM/PM" },
  { 19, "h:mm:ss AM/PM" },
  { 20, "h:mm" },
  { 21, "h:mm:ss" },
  { 22, "yyyy-m-d h:mm" },
  { 27, "yyyy\"年\"m\"月\"" },
  { 28, "m\"月\"d\"日\"" },
  { 29, "m\"月\"d\"日\"" },
  { 30, "m-d-yy" },
  { 31, "yyyy\"年\"m\"月\"d\"日\"" },
  { 32, "h\"时\"mm\"分\"" },
  { 33, "h\"时\"mm\"分\"ss\"秒\"" },
  { 34, "h\"时\"mm\"分\"" },
  { 35, "h\"时\"mm\"分\"ss\"秒\"" },
  { 36, "yyyy\"年\"m\"月\"" },
  { 45, "mm:ss" },
  { 46, "[h]:mm:ss" },
  { 47, "mm:ss.0" },
  { 50, "yyyy\"年\"m\"月\"" },
  { 51, "m\"月\"d\"日\"" },
  { 52, "yyyy\"年\"m\"月\"" },
  { 53, "m\"月\"d\"日\"" },
  { 54, "m\"月\"d\"日\"" },
  { 55, "h\"时\"mm\"分\"" },
  { 56, "h\"时\"mm\"分\"ss\"秒\"" },
  { 57, "yyyy\"年\"m\"月\"" },
  { 58, "m\"月\"d\"日\"" },
};

/**
 * tide_xlsx_format_get_built_in:
 * @id: the number of a format
 *
 * Returns: (transfer none) (nullable): its code, or %NULL for a format that only shapes numbers, or
 *   that the file has to tell
 */
const char *
tide_xlsx_format_get_built_in (guint id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (built_in[i].id == id)
      return built_in[i].code;

  return NULL;
}

static void
add_literal (Parser *self, const char *text, gsize length)
{
  if (length == 1 && strchr (" ()-+/:", text[0]) != NULL)
    return;

  /* A point of its own is a decimal point in 0!.0,"万", which divides by ten thousand. */
  if (length == 1 && text[0] == '.')
    self->is_scaled = TRUE;
  g_string_append_len (self->has_digits ? self->after : self->before, text, (gssize) length);
}

static void
add_date_letter (Parser *self, char letter, guint n_letters)
{
  TideXlsxShown *shown = &self->format->shown;
  gboolean is_minutes = letter == 'm' && n_letters <= 2 && self->last == 'h';

  if (strchr ("yeb", letter) != NULL)
    *shown |= TIDE_XLSX_SHOWS_YEAR;
  else if (letter == 'd' || (letter == 'a' && n_letters > 2))
    *shown |= TIDE_XLSX_SHOWS_DAY;
  else if (letter == 'm' && !is_minutes)
    self->n_months++;
  else if (letter != 'a')
    *shown |= TIDE_XLSX_SHOWS_TIME;

  /* What stood before seconds were minutes. */
  if (letter == 's' && self->last == 'm')
    self->n_months--;
  self->last = is_minutes ? 'h' : letter;
}

/* What stands in brackets at @p: a currency, a length of time, or a colour or condition. */
static const char *
take_brackets (Parser *self, const char *p)
{
  const char *begin = p + 1;
  gsize length = strcspn (begin, "]");
  char letter = g_ascii_tolower (*begin);

  /* Other numbers may have another unit. */
  if (strchr ("<>=", *begin) != NULL)
    self->is_scaled = TRUE;
  else if (*begin == '$')
    add_literal (self, begin + 1, strcspn (begin + 1, "-]"));
  else if (length > 0
           && strspn (begin, "hH") + strspn (begin, "mM") + strspn (begin, "sS") == length)
    {
      self->format->shown |= TIDE_XLSX_SHOWS_DURATION;
      self->last = letter == 'm' ? 'h' : letter;
    }

  return begin[length] == ']' ? begin + length + 1 : begin + length;
}

static const char *
take_quoted (Parser *self, const char *p)
{
  gsize length = strcspn (p + 1, "\"");

  add_literal (self, p + 1, length);

  return p[1 + length] == '"' ? p + length + 2 : p + length + 1;
}

static const char *
skip_escaped (const char *p)
{
  return p[1] == '\0' ? p + 1 : g_utf8_next_char (p + 1);
}

/* The character behind @p, which stands for itself. */
static const char *
take_escaped (Parser *self, const char *p)
{
  const char *next = skip_escaped (p);

  add_literal (self, p + 1, (gsize) (next - p - 1));

  return next;
}

static gboolean
is_digit (char c)
{
  return c == '0' || c == '#' || c == '?';
}

/* A comma behind all digits divides by a thousand. */
static const char *
take_comma (Parser *self, const char *p)
{
  if (self->has_digits && !is_digit (p[1]))
    self->is_scaled = TRUE;

  return p + 1;
}

static const char *
take_letters (Parser *self, const char *p)
{
  char letter = g_ascii_tolower (*p);
  guint n_letters = 0;

  if (g_ascii_strncasecmp (p, "General", 7) == 0)
    {
      self->has_digits = TRUE;
      return p + 7;
    }
  if (letter == 'e' && (p[1] == '+' || p[1] == '-'))
    return p + 2;
  if (g_ascii_strncasecmp (p, "AM/PM", 5) == 0 || g_ascii_strncasecmp (p, "A/P", 3) == 0)
    {
      self->format->shown |= TIDE_XLSX_SHOWS_TIME;
      return p + (g_ascii_tolower (p[1]) == 'm' ? 5 : 3);
    }

  while (g_ascii_tolower (p[n_letters]) == letter)
    n_letters++;
  if (strchr ("yebdamhs", letter) != NULL)
    add_date_letter (self, letter, n_letters);

  return p + n_letters;
}

static const char *
take_digit (Parser *self, const char *p)
{
  if (self->after->len > 0)
    self->is_scaled = TRUE;
  self->has_digits = TRUE;

  return p + 1;
}

static const char *
take_piece (Parser *self, const char *p)
{
  if (g_ascii_isalpha (*p))
    return take_letters (self, p);

  if (is_digit (*p))
    return take_digit (self, p);

  switch (*p)
    {
    case '"':
      return take_quoted (self, p);
    case '\\':
    case '!':
      return take_escaped (self, p);
    case '_':
    case '*':
      return skip_escaped (p);
    case '[':
      return take_brackets (self, p);
    case ',':
      return take_comma (self, p);
    case '%':
      self->format->is_percent = TRUE;
      return p + 1;
    case '.':
    case '@':
      return p + 1;
    default:
      add_literal (self, p, (gsize) (g_utf8_next_char (p) - p));
      return g_utf8_next_char (p);
    }
}

/* Whether both beside a number are an amount of money. */
static gboolean
is_money (const char *before, const char *after)
{
  g_autofree char *text = g_strconcat (before, "1", after, NULL);
  TideAmountReading reading;

  if (tide_amount_text_read (text, NULL, &reading) != TIDE_AMOUNT_OK)
    return FALSE;

  return reading.has_currency || !g_str_is_ascii (after);
}

static void
keep_money (Parser *self)
{
  const char *before = g_strstrip (self->before->str);
  const char *after = g_strstrip (self->after->str);
  gboolean is_plain = self->format->shown == 0 && !self->format->is_percent && !self->is_scaled;

  if (is_plain && self->has_digits && (before[0] != '\0' || after[0] != '\0')
      && is_money (before, after))
    {
      self->format->before = g_strdup (before);
      self->format->after = g_strdup (after);
    }
}

/**
 * tide_xlsx_format_parse:
 * @code: a format of numbers, such as `#,##0.00" 万元"` or `yyyy-mm-dd`
 *
 * Reads a format: the part of it that is for numbers above zero. A currency or unit of money is
 * kept where the number that it shows is the number itself.
 *
 * Returns: (transfer full): what it says about the numbers in it
 */
TideXlsxFormat *
tide_xlsx_format_parse (const char *code)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  Parser self = { .format = g_new0 (TideXlsxFormat, 1), .before = before, .after = after };

  for (const char *p = code; *p != '\0' && *p != ';';)
    p = take_piece (&self, p);
  if (self.n_months > 0)
    self.format->shown |= TIDE_XLSX_SHOWS_MONTH;
  keep_money (&self);

  return self.format;
}

/**
 * tide_xlsx_format_free:
 * @self: (transfer full): a format
 */
void
tide_xlsx_format_free (TideXlsxFormat *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->before);
  g_free (self->after);
  g_free (self);
}
