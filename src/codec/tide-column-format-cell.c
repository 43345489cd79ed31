/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format-private.h"

#include <string.h>

/* What people write where they have no value, folded and in lower case. */
static const char *const unknown_words[] = {
  "-",
  "--",
  "---",
  "/",
  "//",
  "\\",
  "?",
  "??",
  "...",
  "…",
  "……",
  "n/a",
  "#n/a",
  "na",
  "n.a.",
  "n.a",
  "n/d",
  "n.d.",
  "nan",
  "null",
  "(null)",
  "none",
  "tbd",
  "t.b.d.",
  "tba",
  "tbc",
  "unknown",
  "undisclosed",
  "not disclosed",
  "not available",
  "not known",
  "not yet known",
  "to be determined",
  "to be confirmed",
  "pending",
  "confidential",
  "未知",
  "不详",
  "不明",
  "未透露",
  "未披露",
  "未公布",
  "未公开",
  "不公开",
  "未定",
  "未明确",
  "未确定",
  "待定",
  "待确定",
  "待明确",
  "待核实",
  "待核",
  "待补充",
  "待补",
  "待查",
  "待报",
  "暂无",
  "暂缺",
  "暂未确定",
  "保密",
  "涉密",
  "无",
  "没有",
  "空",
};

/* The longest of them, in bytes. */
#define LONGEST_UNKNOWN_WORD 16

/* Signs that stand for one of ASCII in a cell; 0 for those that mean nothing. */
static gunichar
fold_sign (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xfee0;

  switch (c)
    {
    case 0x00a0: /* no-break space, and other widths of it */
    case 0x2000 ... 0x200a:
    case 0x202f:
    case 0x205f:
    case 0x3000:
      return ' ';
    case 0x2010 ... 0x2015: /* hyphens and dashes */
    case 0x2212:            /* minus */
    case 0xfe63:
      return '-';
    case 0x2018: /* apostrophes */
    case 0x2019:
    case 0x02bc:
    case 0x00b4:
      return '\'';
    case 0xfe6a:
      return '%';
    case 0xffe0 ... 0xffe1:
      return c == 0xffe0 ? 0x00a2 : 0x00a3;
    case 0xffe5:
      return 0x00a5;
    case 0x200b ... 0x200f: /* of no width, and marks of direction */
    case 0x202a ... 0x202e:
    case 0x2060:
    case 0x2066 ... 0x2069:
    case 0xfeff:
      return 0;
    default:
      return c;
    }
}

static gboolean
is_space (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/*
 * tide_column_cell_fold:
 * @text: a cell, in UTF-8
 * @folded: where it goes: full-width characters, dashes and spaces of every width as those of
 *   ASCII, one space where there were several, none at the ends
 *
 * Returns: %FALSE for a cell that is too long to be anything but text
 */
gboolean
tide_column_cell_fold (const char *text, char folded[TIDE_FOLDED_CELL_SIZE])
{
  gsize length = 0;
  const char *p = text;

  folded[0] = '\0';
  while (*p != '\0')
    {
      const gboolean is_ascii = (guchar) *p < 0x80;
      const gunichar c = is_ascii ? (gunichar) *p : fold_sign (g_utf8_get_char (p));

      p = is_ascii ? p + 1 : g_utf8_next_char (p);
      if (length + 7 > TIDE_FOLDED_CELL_SIZE)
        return FALSE;
      if (c == 0 || (is_space (c) && (length == 0 || folded[length - 1] == ' ')))
        continue;
      if (c < 0x80)
        folded[length++] = is_space (c) ? ' ' : (char) c;
      else
        length += (gsize) g_unichar_to_utf8 (c, folded + length);
    }
  if (length > 0 && folded[length - 1] == ' ')
    length--;
  folded[length] = '\0';

  return TRUE;
}

static gpointer
make_unknown_words (gpointer data)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (unknown_words); i++)
    g_hash_table_add (words, (gpointer) unknown_words[i]);

  return words;
}

/*
 * tide_column_cell_is_unknown:
 * @folded: a folded cell
 *
 * Returns: whether it says that there is no value, or none that is known
 */
gboolean
tide_column_cell_is_unknown (const char *folded)
{
  static GOnce once = G_ONCE_INIT;
  char lower[LONGEST_UNKNOWN_WORD + 1];
  gsize length = strlen (folded);

  if (length == 0 || length > LONGEST_UNKNOWN_WORD)
    return FALSE;

  for (gsize i = 0; i <= length; i++)
    lower[i] = g_ascii_tolower (folded[i]);

  return g_hash_table_contains (g_once (&once, make_unknown_words, NULL), lower);
}
