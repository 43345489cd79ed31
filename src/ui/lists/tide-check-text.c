/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-check-text.h"

#include <glib/gi18n-lib.h>

/* How a verdict is told besides its word: by a sign, a colour and lines. Each is enough. */
static const struct
{
  const char *icon;
  const char *style;
  PangoUnderline underline;
  PangoOverline overline;
} verdicts[TIDE_N_TEXT_FINDING_VERDICTS] = {
  [TIDE_TEXT_FINDING_RECOGNISED]
  = { "mark-location-symbolic", "check-recognised", PANGO_UNDERLINE_NONE, PANGO_OVERLINE_NONE },
  [TIDE_TEXT_FINDING_WRONG_NAME]
  = { "document-edit-symbolic", "check-wrong-name", PANGO_UNDERLINE_ERROR, PANGO_OVERLINE_NONE },
  [TIDE_TEXT_FINDING_REPRODUCES]
  = { "object-select-symbolic", "check-reproduces", PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_NONE },
  [TIDE_TEXT_FINDING_DIFFERS]
  = { "dialog-warning-symbolic", "check-differs", PANGO_UNDERLINE_DOUBLE, PANGO_OVERLINE_NONE },
  [TIDE_TEXT_FINDING_CONFLICTS]
  = { "dialog-error-symbolic", "check-conflicts", PANGO_UNDERLINE_SINGLE, PANGO_OVERLINE_SINGLE },
  [TIDE_TEXT_FINDING_SUSPICIOUS_UNIT] = { "dialog-information-symbolic", "check-suspicious-unit",
                                          PANGO_UNDERLINE_DOUBLE, PANGO_OVERLINE_SINGLE },
  [TIDE_TEXT_FINDING_CANNOT_BE_CHECKED]
  = { "dialog-question-symbolic", "check-open", PANGO_UNDERLINE_NONE, PANGO_OVERLINE_SINGLE },
};

/**
 * tide_check_text_get_icon:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the name of its sign
 */
const char *
tide_check_text_get_icon (TideTextFindingVerdict verdict)
{
  return verdicts[verdict].icon;
}

/**
 * tide_check_text_get_style:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the style class that gives it its colour
 */
const char *
tide_check_text_get_style (TideTextFindingVerdict verdict)
{
  return verdicts[verdict].style;
}

/**
 * tide_check_text_get_underline:
 * @verdict: a verdict
 *
 * Returns: the line below what has it, in texts; with the line above, no two verdicts are alike but
 *   for what is only recognised, which has no line
 */
PangoUnderline
tide_check_text_get_underline (TideTextFindingVerdict verdict)
{
  return verdicts[verdict].underline;
}

PangoOverline
tide_check_text_get_overline (TideTextFindingVerdict verdict)
{
  return verdicts[verdict].overline;
}

/**
 * tide_check_text_dup_quote:
 * @reading: a text that was read
 * @finding: one of its findings
 *
 * Returns: (transfer full): the words of the text, in one line
 */
char *
tide_check_text_dup_quote (TideReading *reading, const TideTextFinding *finding)
{
  char *quote
      = g_strndup (tide_reading_get_text (reading) + finding->start, finding->end - finding->start);

  return g_strdelimit (quote, "\n\r\t", ' ');
}

/* A part of the summary; %u is how many. */
static char *
dup_part (TideTextFindingVerdict verdict, guint n)
{
  switch (verdict)
    {
    case TIDE_TEXT_FINDING_REPRODUCES:
      /* Translators: of the findings in a text: 20 reproduce */
      return g_strdup_printf (ngettext ("%u reproduces", "%u reproduce", n), n);
    case TIDE_TEXT_FINDING_DIFFERS:
      /* Translators: of the findings in a text: 2 differ */
      return g_strdup_printf (ngettext ("%u differs", "%u differ", n), n);
    case TIDE_TEXT_FINDING_CONFLICTS:
      /* Translators: of the findings in a text: 2 conflict */
      return g_strdup_printf (ngettext ("%u conflicts", "%u conflict", n), n);
    case TIDE_TEXT_FINDING_SUSPICIOUS_UNIT:
      /* Translators: of the findings in a text */
      return g_strdup_printf (ngettext ("%u suspicious unit", "%u suspicious units", n), n);
    case TIDE_TEXT_FINDING_WRONG_NAME:
      /* Translators: of the findings in a text */
      return g_strdup_printf (ngettext ("%u wrong name", "%u wrong names", n), n);
    case TIDE_TEXT_FINDING_CANNOT_BE_CHECKED:
      /* Translators: of the findings in a text */
      return g_strdup_printf (ngettext ("%u cannot be checked", "%u cannot be checked", n), n);
    case TIDE_TEXT_FINDING_RECOGNISED:
    case TIDE_N_TEXT_FINDING_VERDICTS:
    default:
      /* Translators: of the findings in a text: names that are only recognised */
      return g_strdup_printf (ngettext ("%u recognised", "%u recognised", n), n);
    }
}

/**
 * tide_check_text_dup_summary:
 * @counts: (array fixed-size=7): how many findings have each verdict
 *
 * Returns: (transfer full): all of it in one sentence, what needs attention first
 */
char *
tide_check_text_dup_summary (const guint *counts)
{
  static const TideTextFindingVerdict order[] = {
    TIDE_TEXT_FINDING_CONFLICTS,         TIDE_TEXT_FINDING_DIFFERS,
    TIDE_TEXT_FINDING_SUSPICIOUS_UNIT,   TIDE_TEXT_FINDING_WRONG_NAME,
    TIDE_TEXT_FINDING_REPRODUCES,        TIDE_TEXT_FINDING_RECOGNISED,
    TIDE_TEXT_FINDING_CANNOT_BE_CHECKED,
  };
  g_autoptr (GString) parts = g_string_new (NULL);
  g_autofree char *total = NULL;
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *part = NULL;

      n += counts[order[i]];
      if (counts[order[i]] == 0)
        continue;
      part = dup_part (order[i], counts[order[i]]);
      if (parts->len > 0)
        /* Translators: between the parts of: 2 differ, 20 reproduce */
        g_string_append (parts, C_ ("list of verdicts", ", "));
      g_string_append (parts, part);
    }
  if (n == 0)
    return g_strdup (_ ("Nothing was found in the text."));

  /* Translators: how many findings there are in a text */
  total = g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);

  /* Translators: how many findings, and how many of them are what: 3 findings: 2 reproduce, … */
  return g_strdup_printf (C_ ("list of verdicts", "%s: %s"), total, parts->str);
}
