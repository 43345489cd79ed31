/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-text.h"

#include "codec/tide-table.h"
#include "codec/tide-xml.h"

#include <string.h>

#define ESCAPE_LENGTH 7 /* _x000D_ */

/**
 * tide_xlsx_text_init:
 * @self: (out caller-allocates): the text of an item
 *
 * Makes it empty.
 */
void
tide_xlsx_text_init (TideXlsxText *self)
{
  *self = (TideXlsxText) { .text = g_string_new (NULL) };
}

/**
 * tide_xlsx_text_clear:
 * @self: the text of an item
 *
 * Lets its memory go.
 */
void
tide_xlsx_text_clear (TideXlsxText *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/**
 * tide_xlsx_text_reset:
 * @self: the text of an item
 *
 * Begins another item.
 */
void
tide_xlsx_text_reset (TideXlsxText *self)
{
  g_string_truncate (self->text, 0);
  self->n_readings = 0;
  self->in_run = FALSE;
}

/**
 * tide_xlsx_text_start:
 * @self: the text of an item
 * @name: the name of an element that begins in the item
 * @attribute_names: names of its attributes
 * @attribute_values: their values
 */
void
tide_xlsx_text_start (TideXlsxText *self,
                      const char *name,
                      const char **attribute_names,
                      const char **attribute_values)
{
  if (strcmp (name, "rPh") == 0)
    self->n_readings++;
  else if (strcmp (name, "t") == 0 && self->n_readings == 0)
    {
      self->in_run = TRUE;
      self->run = self->text->len;
      self->keeps_space
          = g_strcmp0 (tide_xml_get_attribute (attribute_names, attribute_values, "xml:space"),
                       "preserve")
            == 0;
    }
}

/* The character that stands escaped at @at, or 0 where none does. */
static gunichar
read_escape (const char *at)
{
  gunichar character = 0;

  if (at[0] != '_' || at[1] != 'x')
    return 0;

  for (guint i = 2; i < ESCAPE_LENGTH - 1; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      character = character * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
    }

  return at[ESCAPE_LENGTH - 1] == '_' ? character : 0;
}

/* The same for a character that is escaped as a pair of surrogates. */
static gunichar
read_pair (const char *at, gunichar high)
{
  gunichar low = high >= 0xd800 && high < 0xdc00 ? read_escape (at + ESCAPE_LENGTH) : 0;

  return low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : 0;
}

/* Takes the escape at @at off, if there is one; returns what stands behind it. */
static const char *
take_escape (const char *at, GString *text)
{
  gunichar character = read_escape (at);
  gunichar pair = read_pair (at, character);

  if (pair != 0)
    character = pair;
  if (character == 0 || !g_unichar_validate (character))
    {
      g_string_append_c (text, '_');
      return at + 1;
    }

  g_string_append_unichar (text, character);

  return at + (pair != 0 ? 2 * ESCAPE_LENGTH : ESCAPE_LENGTH);
}

static void
join_line_ends (GString *text, gsize from)
{
  char *to = text->str + from;

  for (const char *p = to; *p != '\0'; p++)
    if (*p != '\r')
      *to++ = *p;
    else if (p[1] != '\n')
      *to++ = '\n';

  g_string_truncate (text, (gsize) (to - text->str));
}

/**
 * tide_xlsx_text_unescape:
 * @text: a text
 * @from: where to begin in it
 *
 * Takes off the escapes of characters that XML cannot hold, such as _x000D_ (ECMA-376-1, 22.4.2.4),
 * but for the NUL. Lines end in LF after that.
 */
void
tide_xlsx_text_unescape (GString *text, gsize from)
{
  if (strstr (text->str + from, "_x") != NULL)
    {
      g_autofree char *escaped = g_strdup (text->str + from);
      const char *p = escaped;

      g_string_truncate (text, from);
      while (*p != '\0')
        if (*p == '_')
          p = take_escape (p, text);
        else
          g_string_append_c (text, *p++);
    }
  if (strchr (text->str + from, '\r') != NULL)
    join_line_ends (text, from);
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Spaces around a run count only where it says so. */
static void
strip_run (TideXlsxText *self)
{
  GString *text = self->text;
  gsize begin = self->run;

  while (text->len > self->run && is_space (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  while (begin < text->len && is_space (text->str[begin]))
    begin++;
  g_string_erase (text, (gssize) self->run, (gssize) (begin - self->run));
}

/**
 * tide_xlsx_text_end:
 * @self: the text of an item
 * @name: the name of an element that ends in the item
 */
void
tide_xlsx_text_end (TideXlsxText *self, const char *name)
{
  if (strcmp (name, "rPh") == 0 && self->n_readings > 0)
    self->n_readings--;
  else if (strcmp (name, "t") == 0 && self->in_run)
    {
      self->in_run = FALSE;
      if (!self->keeps_space)
        strip_run (self);
      tide_xlsx_text_unescape (self->text, self->run);
    }
}

/**
 * tide_xlsx_text_add:
 * @self: the text of an item
 * @text: what stands between two tags in the item
 * @length: bytes of it
 *
 * Adds a piece of text where it belongs to a run; not much of one that is too long for a cell.
 */
void
tide_xlsx_text_add (TideXlsxText *self, const char *text, gsize length)
{
  if (self->in_run && self->text->len <= TIDE_TABLE_MAX_CELL)
    g_string_append_len (self->text, text, (gssize) length);
}
