/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-json-text.h"

#include <string.h>

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))
#define HIGH_BITS EACH_BYTE (0x80)

static inline gboolean
is_plain (guchar c)
{
  return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
}

/* Eight bytes at a time: whether one is a control character, a quote, a backslash, or not ASCII. */
static inline gboolean
has_special (guint64 word)
{
  guint64 quote = word ^ EACH_BYTE ('"');
  guint64 backslash = word ^ EACH_BYTE ('\\');

  return ((word | ((word - EACH_BYTE (0x20)) & ~word) | ((quote - EACH_BYTE (1)) & ~quote)
           | ((backslash - EACH_BYTE (1)) & ~backslash))
          & HIGH_BITS)
         != 0;
}

static inline const char *
skip_plain (const char *p, const char *end)
{
  while (end - p >= 8)
    {
      guint64 word;

      memcpy (&word, p, sizeof word);
      if (has_special (word))
        break;
      p += 8;
    }
  while (p < end && is_plain (*p))
    p++;

  return p;
}

/* Length of the UTF-8 sequence that starts with the byte lead; 0 where none may. */
static inline guint
sequence_length (guchar lead)
{
  if (lead < 0x80)
    return 1;
  if (lead < 0xc2)
    return 0;
  if (lead < 0xe0)
    return 2;
  if (lead < 0xf0)
    return 3;
  return lead < 0xf5 ? 4 : 0;
}

/* Whether second may follow lead: rules out overlong forms, surrogates, what is above U+10FFFF. */
static inline gboolean
is_second (guchar lead, guchar second)
{
  switch (lead)
    {
    case 0xe0:
      return second >= 0xa0 && second <= 0xbf;
    case 0xed:
      return second >= 0x80 && second <= 0x9f;
    case 0xf0:
      return second >= 0x90 && second <= 0xbf;
    case 0xf4:
      return second >= 0x80 && second <= 0x8f;
    default:
      return second >= 0x80 && second <= 0xbf;
    }
}

/* Returns the length of the character at p, or 0 and the reason. */
static inline guint
check_sequence (const char *p, const char *end, TideProblemCode *code)
{
  guint length = sequence_length (*p);
  guint present = MIN ((gsize) length, (gsize) (end - p));

  *code = TIDE_PROBLEM_NOT_UTF8;
  if (length == 0 || (present > 1 && !is_second (p[0], p[1])))
    return 0;
  for (guint i = 2; i < present; i++)
    {
      if (((guchar) p[i] & 0xc0) != 0x80)
        return 0;
    }
  if (present < length)
    {
      *code = TIDE_PROBLEM_TRUNCATED;
      return 0;
    }

  return length;
}

/* The number that four hexadecimal digits at p stand for, or -1. */
static int
read_hex (const char *p, const char *end)
{
  int value = 0;

  if (end - p < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  return value;
}

static inline gboolean
is_high_surrogate (int unit)
{
  return unit >= 0xd800 && unit <= 0xdbff;
}

static inline gboolean
is_low_surrogate (int unit)
{
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/* Whether the text stops within an escape that is right as far as it goes. */
static gboolean
is_cut_escape (const char *p, const char *end)
{
  for (guint i = 0; p < end; i++, p++)
    {
      if (i >= 6 || (i == 0 && *p != '\\') || (i == 1 && *p != 'u')
          || (i > 1 && !g_ascii_isxdigit (*p)))
        return FALSE;
    }

  return TRUE;
}

/* Returns the length of the escape at p, a backslash, or 0 and the reason. */
static guint
check_escape (const char *p, const char *end, TideProblemCode *code)
{
  int unit, low;

  *code = TIDE_PROBLEM_BAD_ESCAPE;
  if (end - p >= 2 && p[1] != '\0' && strchr ("\"\\/bfnrt", p[1]) != NULL)
    return 2;

  unit = end - p >= 2 && p[1] == 'u' ? read_hex (p + 2, end) : -1;
  if (unit < 0)
    {
      if (is_cut_escape (p, end))
        *code = TIDE_PROBLEM_TRUNCATED;
      return 0;
    }
  if (unit == 0)
    {
      *code = TIDE_PROBLEM_NUL_CHARACTER;
      return 0;
    }
  if (!is_high_surrogate (unit))
    return is_low_surrogate (unit) ? 0 : 6;

  low = end - p >= 8 && p[6] == '\\' && p[7] == 'u' ? read_hex (p + 8, end) : -1;
  if (is_low_surrogate (low))
    return 12;
  if (is_cut_escape (p + 6, end))
    *code = TIDE_PROBLEM_TRUNCATED;
  return 0;
}

/**
 * tide_json_text_check:
 * @cursor: (inout): the first byte after the opening quote; afterwards the first byte after the
 *   closing quote, or the byte at fault
 * @end: the end of the file's text
 * @escaped: (out): whether there are escapes to decode
 * @code: (out): what is wrong, where something is
 *
 * Checks one string: UTF-8 without surrogates or overlong forms, no control characters, escapes
 * that are right, surrogates in pairs, no NUL, and at most %TIDE_JSON_TEXT_MAX bytes.
 *
 * Returns: whether the string is sound
 */
gboolean
tide_json_text_check (const char **cursor,
                      const char *end,
                      gboolean *escaped,
                      TideProblemCode *code)
{
  const char *begin = *cursor;
  const char *p = begin;

  *escaped = FALSE;
  for (;;)
    {
      guint length;

      p = skip_plain (p, end);
      if (p - begin > TIDE_JSON_TEXT_MAX)
        {
          *cursor = begin - 1;
          *code = TIDE_PROBLEM_STRING_TOO_LONG;
          return FALSE;
        }
      *cursor = p;
      if (p == end)
        {
          *code = TIDE_PROBLEM_TRUNCATED;
          return FALSE;
        }
      if (*p == '"')
        {
          *cursor = p + 1;
          return TRUE;
        }
      if ((guchar) *p < 0x20)
        {
          *code = *p == '\0' ? TIDE_PROBLEM_NUL_CHARACTER : TIDE_PROBLEM_CONTROL_CHARACTER;
          return FALSE;
        }

      if (*p == '\\')
        {
          *escaped = TRUE;
          length = check_escape (p, end, code);
        }
      else
        {
          length = check_sequence (p, end, code);
        }
      if (length == 0)
        return FALSE;
      p += length;
    }
}

/**
 * tide_json_text_check_character:
 * @at: where a character starts
 * @end: the end of the text, after @at
 * @code: (out): what is wrong, where something is
 *
 * Returns: whether a whole character of valid UTF-8 other than NUL stands at @at
 */
gboolean
tide_json_text_check_character (const char *at, const char *end, TideProblemCode *code)
{
  if (*at == '\0')
    {
      *code = TIDE_PROBLEM_NUL_CHARACTER;
      return FALSE;
    }

  return check_sequence (at, end, code) > 0;
}

static const char *
decode_escape (GString *out, const char *p)
{
  int unit;

  switch (p[1])
    {
    case 'b':
      g_string_append_c (out, '\b');
      return p + 2;
    case 'f':
      g_string_append_c (out, '\f');
      return p + 2;
    case 'n':
      g_string_append_c (out, '\n');
      return p + 2;
    case 'r':
      g_string_append_c (out, '\r');
      return p + 2;
    case 't':
      g_string_append_c (out, '\t');
      return p + 2;
    case 'u':
      break;
    default:
      g_string_append_c (out, p[1]);
      return p + 2;
    }

  unit = read_hex (p + 2, p + 6);
  if (!is_high_surrogate (unit))
    {
      g_string_append_unichar (out, unit);
      return p + 6;
    }
  g_string_append_unichar (out,
                           0x10000 + ((unit - 0xd800) << 10) + (read_hex (p + 8, p + 12) - 0xdc00));
  return p + 12;
}

/**
 * tide_json_text_decode:
 * @out: where the text is appended
 * @begin: the first byte after the opening quote
 * @end: the closing quote
 *
 * Decodes one string that tide_json_text_check() found sound.
 */
void
tide_json_text_decode (GString *out, const char *begin, const char *end)
{
  const char *p = begin;

  while (p < end)
    {
      const char *backslash = memchr (p, '\\', end - p);

      if (backslash == NULL)
        backslash = end;
      g_string_append_len (out, p, backslash - p);
      p = backslash < end ? decode_escape (out, backslash) : end;
    }
}

static void
append_escape (GString *out, guchar c)
{
  static const char letters[] = "\b\f\n\r\t\"\\";
  static const char escapes[] = "bfnrt\"\\";
  const char *letter = strchr (letters, c);

  if (letter != NULL)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, escapes[letter - letters]);
    }
  else
    {
      g_string_append_printf (out, "\\u%04x", c);
    }
}

/**
 * tide_json_text_append:
 * @out: where the string is appended
 * @text: valid UTF-8
 *
 * Writes @text as a JSON string with its quotes. Escaped are the quote, the backslash and what is
 * below U+0020; everything else stands as it is.
 */
void
tide_json_text_append (GString *out, const char *text)
{
  const char *p = text;
  const char *end = text + strlen (text);

  g_string_append_c (out, '"');
  while (p < end)
    {
      const char *run = p;

      while (p < end && ((p = skip_plain (p, end)), p < end) && (guchar) *p >= 0x80)
        p++;
      g_string_append_len (out, run, p - run);
      if (p < end)
        append_escape (out, *p++);
    }
  g_string_append_c (out, '"');
}
