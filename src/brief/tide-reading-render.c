/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-render.h"

#include "brief/tide-markdown.h"
#include "brief/tide-reading-segment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A document on its way. */
typedef struct
{
  GString *text; /* owned */
  TideReading *reading;
  const GPtrArray *findings;
} Document;

static void
document_init (Document *self, TideReading *reading)
{
  self->text = g_string_new (NULL);
  self->reading = reading;
  self->findings = tide_reading_get_findings (reading);
}

static const TideTextFinding *
get_finding (const Document *self, guint position)
{
  return g_ptr_array_index (self->findings, position);
}

static gboolean
is_chinese (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

static const char *
get_language_tag (gboolean chinese)
{
  return chinese ? "zh-Hans" : "en";
}

/**
 * tide_reading_count:
 * @self: a reading
 * @verdict: what is to be said of a finding
 *
 * Returns: of how many findings it is to be said
 */
guint
tide_reading_count (TideReading *self, TideTextFindingVerdict verdict)
{
  const GPtrArray *findings = tide_reading_get_findings (self);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += ((const TideTextFinding *) g_ptr_array_index (findings, i))->verdict == verdict ? 1 : 0;

  return n;
}

/* HTML ------------------------------------------------------------------------------------------
 */

/* Marks differ without colours, too. */
static const char style[]
    = "body{max-width:48em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.5}\n"
      ".text{white-space:pre-wrap;overflow-wrap:anywhere}\n"
      "mark{background:#eee;color:inherit;text-decoration:underline dotted}\n"
      "mark.reproduces{background:#e2f3e5;text-decoration:underline}\n"
      "mark.differs,mark.conflicts{background:#fbdcd9;text-decoration:underline double;"
      "font-weight:bold}\n"
      "mark.suspicious-unit,mark.wrong-name{background:#fdeecb;text-decoration:underline wavy;"
      "font-weight:bold}\n"
      "sup{line-height:0}\n";

static void
write_escaped (GString *text, const char *words, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (words, (gssize) length);

  g_string_append (text, escaped);
}

static void
write_html_head (Document *self)
{
  const gboolean chinese = tide_language_get_default () == TIDE_LANGUAGE_ZH;

  g_string_append_printf (self->text,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<title>",
                          get_language_tag (chinese));
  write_escaped (self->text, _ ("Checked Text"), strlen (_ ("Checked Text")));
  g_string_append_printf (self->text, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<h1>",
                          style);
  write_escaped (self->text, _ ("Checked Text"), strlen (_ ("Checked Text")));
  g_string_append (self->text, "</h1>\n");
}

static void
write_html_summary (Document *self)
{
  g_string_append (self->text, "<ul>\n");
  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    {
      const guint n = tide_reading_count (self->reading, (TideTextFindingVerdict) i);
      const char *label = tide_text_finding_verdict_get_label ((TideTextFindingVerdict) i);

      if (n == 0)
        continue;
      g_string_append (self->text, "<li>");
      write_escaped (self->text, label, strlen (label));
      g_string_append_printf (self->text, ": %u</li>\n", n);
    }
  g_string_append (self->text, "</ul>\n");
}

static void
write_html_segment (Document *self,
                    const TideReadingSegments *segments,
                    const TideReadingSegment *segment)
{
  const char *text = tide_reading_get_text (self->reading);

  if (segment->finding >= 0)
    g_string_append_printf (
        self->text, "<mark class=\"%s\">",
        tide_text_finding_verdict_get_code (get_finding (self, (guint) segment->finding)->verdict));
  write_escaped (self->text, text + segment->start, segment->end - segment->start);
  if (segment->finding >= 0)
    g_string_append (self->text, "</mark>");
  for (guint i = 0; i < segment->n_ended; i++)
    {
      const guint number = g_array_index (segments->ended, guint, segment->first_ended + i) + 1;

      g_string_append_printf (self->text,
                              "<sup id=\"text-%u\"><a href=\"#finding-%u\">[%u]</a></sup>", number,
                              number, number);
    }
}

static void
write_html_text (Document *self)
{
  g_autoptr (TideReadingSegments) segments = tide_reading_split (self->reading);

  g_string_append_printf (self->text, "<div class=\"text\" lang=\"%s\">",
                          get_language_tag (is_chinese (tide_reading_get_text (self->reading))));
  for (guint i = 0; i < segments->segments->len; i++)
    write_html_segment (self, segments, &g_array_index (segments->segments, TideReadingSegment, i));
  g_string_append (self->text, "</div>\n");
}

/* “16.3%”: Growth, Reproduces. The register gives it: 16.3 %. */
static char *
dup_line (Document *self, guint position)
{
  const TideTextFinding *finding = get_finding (self, position);
  const char *kind = tide_text_finding_kind_get_label (finding->kind);
  const char *verdict = tide_text_finding_verdict_get_label (finding->verdict);
  g_autofree char *words = tide_reading_dup_words (self->reading, finding);
  g_autofree char *explanation = NULL;

  if (finding->verdict == TIDE_TEXT_FINDING_RECOGNISED)
    /* Translators: words of a text, what kind of thing they are, and what is said of it */
    return g_strdup_printf (_ ("“%s”: %s, %s."), words, kind, verdict);

  explanation = tide_reading_dup_explanation (self->reading, position);

  /* Translators: words of a text, what kind of thing they are, what is said of it, and sentences
   * about that */
  return g_strdup_printf (_ ("“%s”: %s, %s. %s"), words, kind, verdict, explanation);
}

static void
write_html_findings (Document *self)
{
  g_autoptr (GArray) places = tide_reading_list_places (self->reading);

  g_string_append (self->text, "<h2>");
  write_escaped (self->text, _ ("Findings"), strlen (_ ("Findings")));
  g_string_append (self->text, "</h2>\n<ol>\n");
  for (guint i = 0; i < self->findings->len; i++)
    {
      const TideReadingPlace *place = &g_array_index (places, TideReadingPlace, i);
      g_autofree char *line = dup_line (self, i);

      g_string_append_printf (self->text, "<li id=\"finding-%u\"><a href=\"#text-%u\">%u:%u</a> ",
                              i + 1, i + 1, place->line, place->column);
      write_escaped (self->text, line, strlen (line));
      g_string_append (self->text, "</li>\n");
    }
  g_string_append (self->text, "</ol>\n</body>\n</html>\n");
}

/**
 * tide_reading_dup_html:
 * @self: a reading
 *
 * Returns: (transfer full): a whole document of HTML: how many findings there are by verdict, the
 *   text with each of them marked and numbered, and a list of them, each with a link to the other
 */
char *
tide_reading_dup_html (TideReading *self)
{
  Document document;

  document_init (&document, self);
  write_html_head (&document);
  write_html_summary (&document);
  write_html_text (&document);
  write_html_findings (&document);

  return g_string_free_and_steal (document.text);
}

/* Markdown --------------------------------------------------------------------------------------
 */

static void
write_words (Document *self, const char *words)
{
  tide_markdown_write (self->text, words, strlen (words));
}

static void
write_markdown_heading (Document *self, const char *sign, const char *words)
{
  g_string_append_printf (self->text, "%s ", sign);
  write_words (self, words);
  g_string_append (self->text, "\n\n");
}

static void
write_markdown_summary (Document *self)
{
  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    {
      const guint n = tide_reading_count (self->reading, (TideTextFindingVerdict) i);

      if (n == 0)
        continue;
      g_string_append (self->text, "- ");
      write_words (self, tide_text_finding_verdict_get_label ((TideTextFindingVerdict) i));
      g_string_append_printf (self->text, ": %u\n", n);
    }
  g_string_append_c (self->text, '\n');
}

static void
write_markdown_text (Document *self)
{
  g_autoptr (TideReadingSegments) segments = tide_reading_split (self->reading);
  const char *text = tide_reading_get_text (self->reading);

  for (guint i = 0; i < segments->segments->len; i++)
    {
      const TideReadingSegment *segment
          = &g_array_index (segments->segments, TideReadingSegment, i);

      if (segment->finding >= 0)
        g_string_append (self->text, "<mark>");
      tide_markdown_write (self->text, text + segment->start, segment->end - segment->start);
      if (segment->finding >= 0)
        g_string_append (self->text, "</mark>");
      for (guint j = 0; j < segment->n_ended; j++)
        {
          const guint n = g_array_index (segments->ended, guint, segment->first_ended + j) + 1;

          g_string_append_printf (self->text, "<sup>[%u](#finding-%u)</sup>", n, n);
        }
    }
  g_string_append (self->text, "\n\n");
}

static void
write_markdown_findings (Document *self)
{
  g_autoptr (GArray) places = tide_reading_list_places (self->reading);

  write_markdown_heading (self, "##", _ ("Findings"));
  for (guint i = 0; i < self->findings->len; i++)
    {
      const TideReadingPlace *place = &g_array_index (places, TideReadingPlace, i);
      g_autofree char *line = dup_line (self, i);

      g_string_append_printf (self->text, "%u. <a id=\"finding-%u\"></a>%u:%u ", i + 1, i + 1,
                              place->line, place->column);
      write_words (self, line);
      g_string_append_c (self->text, '\n');
    }
}

/**
 * tide_reading_dup_markdown:
 * @self: a reading
 *
 * Returns: (transfer full): as Markdown what tide_reading_dup_html() says
 */
char *
tide_reading_dup_markdown (TideReading *self)
{
  Document document;

  document_init (&document, self);
  write_markdown_heading (&document, "#", _ ("Checked Text"));
  write_markdown_summary (&document);
  write_markdown_text (&document);
  write_markdown_findings (&document);

  return g_string_free_and_steal (document.text);
}
