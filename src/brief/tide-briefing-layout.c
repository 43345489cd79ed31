/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-briefing-fill.h"

#include <string.h>

/* A text on its way to paragraphs. */
typedef struct
{
  TideLanguage language;
  GPtrArray *paragraphs;          /* owned */
  TideBriefingParagraph *current; /* borrowed from @paragraphs; NULL between paragraphs */
  TideBriefingStyle next_style;   /* of the paragraph that begins next */
  GString *text;                  /* owned: plain text since the last number */
  guint n_lines;                  /* line ends since the last word */
  gboolean has_space;             /* spaces since the last word */
} Layout;

static void
flush_text (Layout *self)
{
  if (self->text->len > 0)
    g_ptr_array_add (self->current->runs, tide_briefing_run_new (self->text->str, NULL, NULL));
  g_string_truncate (self->text, 0);
}

static void
end_paragraph (Layout *self)
{
  if (self->current == NULL)
    return;

  flush_text (self);
  self->current = NULL;
}

static gboolean
follows_line (const Layout *self)
{
  return self->current == NULL || self->n_lines > 0;
}

static void
begin_paragraph (Layout *self, TideBriefingStyle style)
{
  end_paragraph (self);
  self->next_style = style;
  self->n_lines = 0;
  self->has_space = FALSE;
}

/* Chinese signs bring their own space. */
static gboolean
follows_wide_sign (const Layout *self)
{
  static const char *const signs[] = { "。", "，", "；", "：", "）", "、" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_suffix (self->text->str, signs[i]))
      return TRUE;

  return FALSE;
}

/* What lies between the last word and the next one. No space stands before a sign that ends
 * something, as where the part before it was left out. */
static void
write_gap (Layout *self, const char *next)
{
  const gboolean ends
      = (*next != '\0' && strchr (",.;:)", *next) != NULL) || follows_wide_sign (self);

  if (self->n_lines > 1
      || (self->n_lines > 0 && self->current != NULL && self->current->style != TIDE_BRIEFING_TEXT))
    end_paragraph (self);

  if (self->current == NULL)
    {
      self->current = tide_briefing_paragraph_new (self->next_style);
      g_ptr_array_add (self->paragraphs, self->current);
      self->next_style = TIDE_BRIEFING_TEXT;
    }
  else if (!ends && (self->has_space || (self->n_lines > 0 && self->language == TIDE_LANGUAGE_EN)))
    g_string_append_c (self->text, ' ');

  self->n_lines = 0;
  self->has_space = FALSE;
}

static const char *
take_mark (Layout *self, const char *at)
{
  if (!follows_line (self) || at[0] == '\0' || at[1] != ' ' || (at[0] != '#' && at[0] != '-'))
    return at;

  begin_paragraph (self, *at == '#' ? TIDE_BRIEFING_HEADING : TIDE_BRIEFING_ITEM);

  return at + 2;
}

static void
write_wording (Layout *self, const char *words)
{
  for (const char *at = take_mark (self, words); *at != '\0';)
    {
      if (*at == '\n')
        {
          self->n_lines++;
          if (self->current == NULL)
            self->next_style = TIDE_BRIEFING_TEXT;
          at = take_mark (self, at + 1);
        }
      else if (g_ascii_isspace (*at))
        {
          self->has_space = TRUE;
          at++;
        }
      else
        {
          write_gap (self, at);
          for (; *at != '\0' && !g_ascii_isspace (*at); at++)
            g_string_append_c (self->text, *at);
        }
    }
}

/* A line end of a name is none of the briefing. */
static void
write_words (Layout *self, const char *words)
{
  g_autofree char *line = g_strdelimit (g_strdup (words), "\n\r\t", ' ');

  write_gap (self, line);
  g_string_append (self->text, line);
}

static void
write_piece (Layout *self, TideBriefingPiece *piece)
{
  if (piece->is_wording)
    write_wording (self, piece->run->text);
  else if (piece->run->origin == NULL)
    write_words (self, piece->run->text);
  else
    {
      write_gap (self, piece->run->text);
      flush_text (self);
      g_ptr_array_add (self->current->runs, g_steal_pointer (&piece->run));
    }
}

/*
 * tide_briefing_lay_out:
 * @pieces: (element-type TideBriefingPiece): the words; numbers are taken out of it
 * @language: language of the briefing
 *
 * Makes paragraphs: blank lines, headings and items begin one, other line ends are spaces in
 * English and nothing in Chinese, and several spaces are one.
 *
 * Returns: (transfer full) (element-type TideBriefingParagraph): the paragraphs
 */
GPtrArray *
tide_briefing_lay_out (GArray *pieces, TideLanguage language)
{
  Layout self = { .language = language, .next_style = TIDE_BRIEFING_TEXT };

  self.paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_briefing_paragraph_free);
  self.text = g_string_new (NULL);
  for (guint i = 0; i < pieces->len; i++)
    write_piece (&self, &g_array_index (pieces, TideBriefingPiece, i));
  end_paragraph (&self);
  g_string_free (self.text, TRUE);

  return self.paragraphs;
}
