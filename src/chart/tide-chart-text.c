/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-text.h"

#include <string.h>

static gboolean
has_han (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN)
        return TRUE;
    }

  return FALSE;
}

/* Fontconfig knows scripts of Chinese by countries only. It then finds the face that has the glyphs
 * for their characters, not one that has them as variants of others: of those a PDF could not tell
 * which characters they are. */
static PangoLanguage *
find_language (const char *language)
{
  if (g_ascii_strcasecmp (language, "zh-hans") == 0)
    language = "zh-cn";
  else if (g_ascii_strcasecmp (language, "zh-hant") == 0)
    language = "zh-tw";

  return pango_language_from_string (language);
}

static gboolean
has_letter (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        return TRUE;
    }

  return FALSE;
}

/* A line of figures and signs alone would be turned around where lines are read from right to left:
 * the minus of “−5” would stand behind it. */
static gboolean
is_to_be_isolated (GtkLabel *label, const char *text)
{
  return gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL && *text != '\0'
         && !has_letter (text);
}

/**
 * tide_chart_text_new_attributes:
 * @text: what is written
 * @language: (nullable): language of Han characters, such as `zh-hans`
 *
 * Without a language, Han characters get the glyphs of whichever font comes first, often Japanese
 * ones; other text keeps the language of the interface, and with it its font.
 *
 * Returns: (transfer full): the attributes that give Han characters the glyphs of @language
 */
PangoAttrList *
tide_chart_text_new_attributes (const char *text, const char *language)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (language != NULL && has_han (text))
    pango_attr_list_insert (attributes, pango_attr_language_new (find_language (language)));

  return attributes;
}

/**
 * tide_chart_text_set:
 * @label: a label
 * @text: (nullable): what it shows; never markup
 * @language: (nullable): language of Han characters, such as `zh-hans`
 *
 * Sets the text, as tide_chart_text_new_attributes() says.
 */
void
tide_chart_text_set (GtkLabel *label, const char *text, const char *language)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (text == NULL)
    text = "";

  attributes = tide_chart_text_new_attributes (text, language);

  if (is_to_be_isolated (label, text))
    {
      g_autofree char *isolated = g_strconcat ("\u2066", text, "\u2069", NULL);

      gtk_label_set_text (label, isolated);
    }
  else
    gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
}

/**
 * tide_chart_text_break_at_spaces:
 * @label: a label that wraps
 *
 * Keeps its words whole, where Han text may otherwise break between any two characters: “亿元” is
 * not to stand on two lines.
 */
void
tide_chart_text_break_at_spaces (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  PangoAttrList *before = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrList) attributes
      = before != NULL ? pango_attr_list_copy (before) : pango_attr_list_new ();

  for (const char *word = text; *word != '\0';)
    {
      gsize length = strcspn (word, " ");

      if (length > 0)
        {
          PangoAttribute *whole = pango_attr_allow_breaks_new (FALSE);

          whole->start_index = (guint) (word - text);
          whole->end_index = (guint) (word - text + length);
          pango_attr_list_insert (attributes, whole);
        }

      word += length;
      word += strspn (word, " ");
    }

  gtk_label_set_attributes (label, attributes);
}

/**
 * tide_chart_text_wrap:
 * @label: a label that ellipsizes
 * @lines: how many lines it may have
 *
 * Lets it wrap.
 */
void
tide_chart_text_wrap (GtkLabel *label, int lines)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, lines);
}

/**
 * tide_chart_text_measure_width:
 * @label: a label
 *
 * Returns: the width that its text takes on one line; 0 without a text
 */
int
tide_chart_text_measure_width (GtkWidget *label)
{
  int natural;

  if (*gtk_label_get_text (GTK_LABEL (label)) == '\0')
    return 0;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/**
 * tide_chart_text_measure_height:
 * @label: a label
 * @width: the width that it gets, if it needs no more
 *
 * Returns: the height that its text takes; 0 without a text
 */
int
tide_chart_text_measure_height (GtkWidget *label, int width)
{
  int minimum;
  int natural;

  if (*gtk_label_get_text (GTK_LABEL (label)) == '\0')
    return 0;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural, NULL,
                      NULL);

  return natural;
}

/**
 * tide_chart_text_get_line_height:
 * @widget: a widget
 *
 * Returns: the height of a line of its text, in pixels
 */
int
tide_chart_text_get_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (height);
}
