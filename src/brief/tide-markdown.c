/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-markdown.h"

#include <string.h>

/* Where a line begins, more characters mean something: those of lists, underlined headings and
 * numbers with a point behind them; and what is indented is code. */
static gsize
write_line_start (GString *text, const char *words, gsize length)
{
  gsize at = 0;
  gsize digits;

  while (at < length && (words[at] == ' ' || words[at] == '\t'))
    at++;
  if (at < length && strchr ("-+=", words[at]) != NULL)
    {
      g_string_append_c (text, '\\');
      g_string_append_c (text, words[at]);
      return at + 1;
    }

  for (digits = at; digits < length && g_ascii_isdigit (words[digits]); digits++)
    ;
  if (digits > at && digits < length && (words[digits] == '.' || words[digits] == ')'))
    {
      g_string_append_len (text, words + at, (gssize) (digits - at));
      g_string_append_c (text, '\\');
      g_string_append_c (text, words[digits]);
      return digits + 1;
    }

  return at;
}

static gboolean
begins_line (const GString *text)
{
  return text->len == 0 || text->str[text->len - 1] == '\n' || g_str_equal (text->str, "- ")
         || g_str_has_suffix (text->str, "\n- ");
}

/**
 * tide_markdown_write:
 * @text: Markdown so far
 * @words: what is to be read, in which nothing is markup
 * @length: how many bytes of it
 *
 * Appends words with every character escaped that means something. A line begins where @text is
 * empty or ends in a line end, or in one and the dash of an item.
 */
void
tide_markdown_write (GString *text, const char *words, gsize length)
{
  gsize at = 0;

  while (at < length)
    {
      if (begins_line (text))
        at += write_line_start (text, words + at, length - at);
      if (at >= length)
        return;
      if (strchr ("\\`*_[]<>#|~&$", words[at]) != NULL)
        g_string_append_c (text, '\\');
      if (words[at] != '\r')
        g_string_append_c (text, words[at]);
      at++;
    }
}
