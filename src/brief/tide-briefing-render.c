/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-briefing.h"

#include "brief/tide-markdown.h"

#include <string.h>

/* What a format puts around paragraphs, and how it writes what is read. */
typedef struct
{
  const char *before[3]; /* by style */
  const char *after[3];
  const char *before_items;
  const char *after_items;
  const char *between; /* paragraphs, where not both are items */
  void (*write) (GString *text, const char *words);
} Format;

static void
write_plain (GString *text, const char *words)
{
  g_string_append (text, words);
}

static void
write_html (GString *text, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (text, escaped);
}

static void
write_markdown (GString *text, const char *words)
{
  tide_markdown_write (text, words, strlen (words));
}

static const Format plain = {
  .before = { "", "", "• " },
  .after = { "\n", "\n", "\n" },
  .before_items = "",
  .after_items = "",
  .between = "\n",
  .write = write_plain,
};

static const Format html = {
  .before = { "<h2>", "<p>", "<li>" },
  .after = { "</h2>\n", "</p>\n", "</li>\n" },
  .before_items = "<ul>\n",
  .after_items = "</ul>\n",
  .between = "",
  .write = write_html,
};

static const Format markdown = {
  .before = { "## ", "", "- " },
  .after = { "\n", "\n", "\n" },
  .before_items = "",
  .after_items = "",
  .between = "\n",
  .write = write_markdown,
};

static void
write_run (GString *text, const Format *format, const TideBriefingRun *run, GArray *places)
{
  TideBriefingPlace place = { .start = text->len, .run = run };

  format->write (text, run->text);
  place.length = text->len - place.start;
  if (places != NULL && run->origin != NULL)
    g_array_append_val (places, place);
}

static gboolean
is_item (const TideBriefing *self, guint index)
{
  return index < self->paragraphs->len
         && ((TideBriefingParagraph *) g_ptr_array_index (self->paragraphs, index))->style
                == TIDE_BRIEFING_ITEM;
}

static void
write_paragraph (
    GString *text, const Format *format, const TideBriefing *self, guint index, GArray *places)
{
  const TideBriefingParagraph *paragraph = g_ptr_array_index (self->paragraphs, index);
  const gboolean follows_item = index > 0 && is_item (self, index - 1);

  if (index > 0 && !(follows_item && is_item (self, index)))
    g_string_append (text, format->between);
  if (is_item (self, index) && !follows_item)
    g_string_append (text, format->before_items);

  g_string_append (text, format->before[paragraph->style]);
  for (guint i = 0; i < paragraph->runs->len; i++)
    write_run (text, format, g_ptr_array_index (paragraph->runs, i), places);
  g_string_append (text, format->after[paragraph->style]);

  if (is_item (self, index) && !is_item (self, index + 1))
    g_string_append (text, format->after_items);
}

static char *
render (const TideBriefing *self, const Format *format, GArray **places)
{
  GString *text = g_string_new (NULL);

  if (places != NULL)
    *places = g_array_new (FALSE, FALSE, sizeof (TideBriefingPlace));
  for (guint i = 0; i < self->paragraphs->len; i++)
    write_paragraph (text, format, self, i, places != NULL ? *places : NULL);

  return g_string_free_and_steal (text);
}

/**
 * tide_briefing_dup_text:
 * @self: a briefing
 * @places: (out) (optional) (transfer full) (element-type TideBriefingPlace): where its numbers are
 *
 * Returns: (transfer full): it as plain text, with a blank line between paragraphs
 */
char *
tide_briefing_dup_text (const TideBriefing *self, GArray **places)
{
  return render (self, &plain, places);
}

/**
 * tide_briefing_dup_html:
 * @self: a briefing
 * @places: (out) (optional) (transfer full) (element-type TideBriefingPlace): where its numbers are
 *
 * Returns: (transfer full): it as a fragment of HTML, every text in it escaped
 */
char *
tide_briefing_dup_html (const TideBriefing *self, GArray **places)
{
  return render (self, &html, places);
}

/**
 * tide_briefing_dup_markdown:
 * @self: a briefing
 * @places: (out) (optional) (transfer full) (element-type TideBriefingPlace): where its numbers are
 *
 * Returns: (transfer full): it as Markdown, every character escaped that means something there
 */
char *
tide_briefing_dup_markdown (const TideBriefing *self, GArray **places)
{
  return render (self, &markdown, places);
}

/**
 * tide_briefing_dup_html_document:
 * @self: a briefing
 *
 * Returns: (transfer full): it as a whole document of HTML, which names its language and encoding,
 *   every text in it escaped
 */
char *
tide_briefing_dup_html_document (const TideBriefing *self)
{
  g_autofree char *title = tide_briefing_dup_title (self);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *body = tide_briefing_dup_html (self, NULL);

  return g_strdup_printf ("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<title>%s</title>\n</head>\n<body>\n%s</body>\n</html>\n",
                          self->language == TIDE_LANGUAGE_ZH ? "zh-Hans" : "en", escaped, body);
}
