/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-html-entity.h"

#include <string.h>

#define LONGEST_NAME 10
#define REPLACEMENT 0xfffd

/* U+00A0 to U+00FF, in order: the names of HTML 2. */
static const char *const latin[]
    = { "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
        "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
        "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
        "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
        "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
        "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
        "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
        "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
        "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
        "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
        "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml" };

static const struct
{
  const char *name;
  gunichar character;
} others[] = {
  { "amp", '&' },      { "lt", '<' },        { "gt", '>' },       { "quot", '"' },
  { "apos", '\'' },    { "euro", 0x20ac },   { "ndash", 0x2013 }, { "mdash", 0x2014 },
  { "lsquo", 0x2018 }, { "rsquo", 0x2019 },  { "ldquo", 0x201c }, { "rdquo", 0x201d },
  { "bull", 0x2022 },  { "hellip", 0x2026 }, { "minus", 0x2212 }, { "ensp", 0x2002 },
  { "emsp", 0x2003 },  { "thinsp", 0x2009 }, { "trade", 0x2122 }, { "OElig", 0x152 },
  { "oelig", 0x153 },  { "Scaron", 0x160 },  { "scaron", 0x161 }, { "Yuml", 0x178 },
};

static gunichar
find_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    if (strcmp (latin[i], name) == 0)
      return 0xa0 + i;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (others[i].name, name) == 0)
      return others[i].character;

  return 0;
}

static gunichar
read_number (const char *text)
{
  const gboolean is_hex = *text == 'x' || *text == 'X';
  char *end;
  const guint64 code = g_ascii_strtoull (text + is_hex, &end, is_hex ? 16 : 10);

  if (!g_ascii_isxdigit (text[is_hex]) || *end != '\0')
    return 0;

  return code > 0 && code < 0x110000 && g_unichar_validate ((gunichar) code) ? (gunichar) code
                                                                             : REPLACEMENT;
}

/**
 * tide_html_entity_read:
 * @text: HTML that begins with an ampersand
 * @length: bytes of @text
 * @character: (out): the character that is meant; left alone where there is none
 *
 * Reads a character that is written by its number or by its name, such as `&euro;`. The semicolon
 * may be missing behind a number only.
 *
 * Returns: how many bytes it has; 0 where the ampersand is no more than that
 */
gsize
tide_html_entity_read (const char *text, gsize length, gunichar *character)
{
  char name[LONGEST_NAME + 1] = "";
  const gboolean is_number = length > 1 && text[1] == '#';
  gsize n = 0, begin = is_number ? 2 : 1;
  gunichar found;

  while (begin + n < length && n < LONGEST_NAME && g_ascii_isalnum (text[begin + n]))
    {
      name[n] = text[begin + n];
      n++;
    }
  if (n == 0)
    return 0;

  found = is_number ? read_number (name) : find_name (name);
  if (found == 0)
    return 0;

  if (begin + n < length && text[begin + n] == ';')
    n++;
  else if (!is_number)
    return 0;

  *character = found;

  return begin + n;
}
