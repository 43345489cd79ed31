/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

/* A longer line is a paragraph, which may say “copyright” or “views” itself. */
#define LONGEST_FURNITURE 160

static guint
skip_digits (const TideReader *self, guint at)
{
  while (at < self->n && g_unichar_isdigit (self->chars[at]))
    at++;

  return at;
}

/* Table of contents: dots, and a number at the end of the line. */
static gboolean
is_leader (const TideReader *self, guint start, guint end)
{
  guint last = end;
  guint dots = 0;

  while (last > start && self->chars[last - 1] == ' ')
    last--;
  while (last > start && g_unichar_isdigit (self->chars[last - 1]))
    last--;
  if (last == end)
    return FALSE;
  while (last > start && self->chars[last - 1] == ' ')
    last--;
  for (; last > start && (self->chars[last - 1] == '.' || self->chars[last - 1] == 0x2026); last--)
    dots += self->chars[last - 1] == '.' ? 1 : 3;

  return dots >= 3;
}

/* 第3页, 第17版, 第46期, 12幢, 47号 */
static gboolean
is_ordinal_page (const TideReader *self, guint at)
{
  static const char *const units[] = { "页", "版", "期", NULL };
  const guint end = skip_digits (self, at + 1);

  return self->chars[at] == 0x7b2c && end > at + 1 && tide_reader_match_any (self, end, units) != 0;
}

static gboolean
is_address (const TideReader *self, guint at)
{
  static const char *const streets[] = { "路", "街", "大道", "巷", NULL };
  static const char *const roads[] = { " road", " street", " avenue", NULL };
  guint end;

  if (!g_unichar_isdigit (self->chars[at])
      || (at > 0 && g_unichar_isalnum (self->chars[at - 1]) && self->chars[at - 1] < 0x80))
    return FALSE;

  end = skip_digits (self, at);
  if (tide_reader_match (self, end, "号") != 0 || tide_reader_match (self, end, "弄") != 0)
    return tide_reader_ends_with_any (self, at, streets);
  if (self->chars[end] != ' ')
    return FALSE;
  for (end++; end < self->n && g_unichar_isalpha (self->chars[end]); end++)
    continue;

  return self->chars[end] == ' ' && tide_reader_match_any (self, end, roads) != 0;
}

/* “page 3”, “no. 46” and “vol. 2” in a line that ends in no full stop; telephone numbers. */
static gboolean
is_numbered (const TideReader *self, guint at, gboolean is_sentence)
{
  static const char *const words[] = { "page",  "version", "vol.", "no.",  "photo",    "figure",
                                       "table", "图",      "表",   "room", "building", NULL };
  guint end = tide_reader_match_any (self, at, words);

  if (self->chars[at] == '0' && !(at > 0 && g_unichar_isdigit (self->chars[at - 1]))
      && skip_digits (self, at) - at >= 3 && self->chars[skip_digits (self, at)] == '-'
      && skip_digits (self, at) - at <= 4)
    return TRUE;
  if (end == 0 || is_sentence)
    return FALSE;

  end = tide_reader_skip_space (self, end);

  return g_unichar_isdigit (self->chars[end]);
}

static gboolean
has_word (const TideReader *self, guint start, guint end, gboolean is_sentence)
{
  for (guint i = tide_reader_first_cue (self, start); i < self->cues->len; i++)
    {
      const TideCue *cue = &g_array_index (self->cues, TideCue, i);

      if (cue->start >= end)
        break;
      if (cue->class == TIDE_CUE_FURNITURE && !(is_sentence && cue->value == TIDE_FURNITURE_WEAK))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_furniture (const TideReader *self, guint start, guint end)
{
  guint last = end;
  gboolean is_sentence;

  while (last > start && self->chars[last - 1] == ' ')
    last--;
  if (last == start || last - start > LONGEST_FURNITURE)
    return FALSE;
  if (is_leader (self, start, end))
    return TRUE;

  is_sentence = self->chars[last - 1] == '.' || self->chars[last - 1] == 0x3002;
  for (guint i = start; i < last; i++)
    if (is_ordinal_page (self, i) || (!is_sentence && is_address (self, i))
        || is_numbered (self, i, is_sentence))
      return TRUE;

  return has_word (self, start, last, is_sentence);
}

/**
 * tide_reader_mask_furniture:
 * @self: a reader that has its cues
 *
 * Marks the lines that belong to the page and not to the text. Paragraphs are never marked whole.
 */
void
tide_reader_mask_furniture (TideReader *self)
{
  guint start = 0;
  guint title = 0;

  for (guint i = 0; tide_reader_goes_on (self, i, self->n + 1); i++)
    if (i == self->n || self->chars[i] == '\n')
      {
        if (is_furniture (self, start, i))
          for (guint j = start; j < i; j++)
            self->masks[j] |= TIDE_MASK_FURNITURE;
        start = i + 1;
      }
  for (guint i = 0; i < self->n; i++)
    {
      if (self->chars[i] == 0x300a)
        title++;
      else if (self->chars[i] == 0x300b && title > 0)
        title--;
      else if (self->chars[i] == '\n')
        title = 0;
      if (title > 0)
        self->masks[i] |= TIDE_MASK_TITLE;
    }
}
