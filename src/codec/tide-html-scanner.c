/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-html-scanner.h"

#include "codec/tide-html-entity.h"

#include <string.h>

/* Elements whose text is not for people. */
static const char *const silent[] = { "style", "script", "title", "xml" };

static const char *
find (const char *text, const char *end, const char *what)
{
  const char *found = memmem (text, (gsize) (end - text), what, strlen (what));

  return found != NULL ? found + strlen (what) : end;
}

/* Quotation marks count only where a value begins. */
static const char *
find_tag_end (const char *text, const char *end)
{
  while (text < end && *text != '>')
    if (*text == '=' && text + 1 < end && (text[1] == '"' || text[1] == '\''))
      {
        const char *quote = memchr (text + 2, text[1], (gsize) (end - text) - 2);

        text = quote != NULL ? quote + 1 : end;
      }
    else
      text++;

  return text;
}

static const char *
skip_silent (const char *text, const char *end, const char *name)
{
  const gsize length = strlen (name);

  for (; (text = memmem (text, (gsize) (end - text), "</", 2)) != NULL; text += 2)
    if ((gsize) (end - text) >= length + 2 && g_ascii_strncasecmp (text + 2, name, length) == 0)
      return text;

  return end;
}

/**
 * tide_html_tag_scan:
 * @text: HTML that begins with `<`
 * @end: its end
 * @tag: (out): the tag; its name is empty for a comment or a declaration
 *
 * Reads a tag. What is never closed goes on to the end of the text, and the contents of elements
 * such as `style` are left out.
 *
 * Returns: where the text goes on; @text where the `<` is no more than that
 */
const char *
tide_html_tag_scan (const char *text, const char *end, TideHtmlTag *tag)
{
  const char *c = text + 1;
  gsize n = 0;

  *tag = (TideHtmlTag) { 0 };
  if (end - c >= 3 && strncmp (c, "!--", 3) == 0)
    return find (c + 3, end, "-->");
  if (c < end && (*c == '!' || *c == '?'))
    return find (c, end, ">");
  tag->is_end = c < end && *c == '/';
  c += tag->is_end;
  if (c >= end || !g_ascii_isalpha (*c))
    return text;

  for (; c < end && (g_ascii_isalnum (*c) || *c == ':' || *c == '-'); c++)
    if (n + 1 < TIDE_HTML_NAME_SIZE)
      tag->name[n++] = g_ascii_tolower (*c);
  tag->attributes = c;
  c = find_tag_end (c, end);
  tag->length = (gsize) (c - tag->attributes);
  c = MIN (c + 1, end);
  for (gsize i = 0; i < G_N_ELEMENTS (silent); i++)
    if (!tag->is_end && strcmp (tag->name, silent[i]) == 0)
      return skip_silent (c, end, tag->name);

  return c;
}

static char *
dup_decoded (const char *text, gsize length)
{
  GString *decoded = g_string_new (NULL);

  for (gsize i = 0; i < length;)
    {
      gunichar character;
      const gsize size
          = text[i] == '&' ? tide_html_entity_read (text + i, length - i, &character) : 0;

      if (size > 0)
        g_string_append_unichar (decoded, character);
      else
        g_string_append_c (decoded, text[i]);
      i += MAX (size, 1);
    }

  return g_string_free (decoded, FALSE);
}

/* Where the value of an attribute ends that begins at c, behind its quotation mark. */
static const char *
find_value_end (const char *c, const char *end, char quote)
{
  while (c < end && (quote != '\0' ? *c != quote : !g_ascii_isspace (*c)))
    c++;

  return c;
}

/**
 * tide_html_tag_dup_attribute:
 * @tag: a tag, whose text is still there
 * @name: the name of an attribute, in small letters
 *
 * Returns: (transfer full) (nullable): its value; %NULL where it has none
 */
char *
tide_html_tag_dup_attribute (const TideHtmlTag *tag, const char *name)
{
  const char *end = tag->attributes + tag->length;
  const char *c = tag->attributes;

  while (c < end)
    {
      const char *begin, *stop;
      char quote;

      while (c < end && (g_ascii_isspace (*c) || *c == '/'))
        c++;
      begin = c;
      while (c < end && *c != '=' && !g_ascii_isspace (*c))
        c++;
      stop = c;
      if (c >= end || *c != '=')
        continue;
      c++;
      quote = c < end && (*c == '"' || *c == '\'') ? *c++ : '\0';
      if ((gsize) (stop - begin) == strlen (name)
          && g_ascii_strncasecmp (begin, name, strlen (name)) == 0)
        return dup_decoded (c, (gsize) (find_value_end (c, end, quote) - c));
      c = find_value_end (c, end, quote);
      if (c < end && quote != '\0')
        c++;
    }

  return NULL;
}
