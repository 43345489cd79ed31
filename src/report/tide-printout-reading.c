/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-printout-private.h"

#include "brief/tide-reading-render.h"
#include "brief/tide-reading-segment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In points. */
#define PART_GAP 14.0
#define LINE_GAP 3.0

/* A line of the text on its way. */
typedef struct
{
  TidePrintoutJob *job;
  GString *text;
  GArray *marks;
} Line;

static TideReportMarkKind
get_mark_kind (TideTextFindingVerdict verdict)
{
  switch (verdict)
    {
    case TIDE_TEXT_FINDING_DIFFERS:
    case TIDE_TEXT_FINDING_CONFLICTS:
      return TIDE_REPORT_MARK_DOUBLE;
    case TIDE_TEXT_FINDING_WRONG_NAME:
    case TIDE_TEXT_FINDING_SUSPICIOUS_UNIT:
      return TIDE_REPORT_MARK_WAVY;
    case TIDE_TEXT_FINDING_CANNOT_BE_CHECKED:
      return TIDE_REPORT_MARK_LOW;
    case TIDE_TEXT_FINDING_RECOGNISED:
    case TIDE_TEXT_FINDING_REPRODUCES:
    case TIDE_N_TEXT_FINDING_VERDICTS:
    default:
      return TIDE_REPORT_MARK_PLAIN;
    }
}

static void
add_summary (TidePrintoutJob *job, TideReading *reading, const char *name)
{
  static const TideReportColumn columns[] = { { NULL, 0.35, FALSE }, { NULL, 0.1, TRUE } };

  tide_report_flow_add_text (job->flow, TIDE_INK_TITLE, name, TRUE);
  tide_report_flow_begin_table (job->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < TIDE_N_TEXT_FINDING_VERDICTS; i++)
    {
      const guint n = tide_reading_count (reading, (TideTextFindingVerdict) i);
      g_autofree char *number = g_strdup_printf ("%u", n);
      const char *const cells[]
          = { tide_text_finding_verdict_get_label ((TideTextFindingVerdict) i), number, NULL };

      if (n > 0)
        tide_report_flow_add_row (job->flow, TIDE_REPORT_ROW_BARE, cells);
    }
  tide_report_flow_end_table (job->flow);
  tide_report_flow_add_gap (job->flow, LINE_GAP);
  tide_report_flow_add_text (
      job->flow, TIDE_INK_SMALL,
      tide_reading_get_findings (reading)->len > 0
          ? _ ("Underlined twice: differs, or conflicts inside the text. With a wave: suspicious "
               "unit, or wrong name or rank. The numbers are those of the list of findings at the "
               "end.")
          : _ ("Nothing was found that can be checked."),
      FALSE);
  tide_report_flow_add_gap (job->flow, PART_GAP);
}

static gboolean
end_line (Line *line, GError **error)
{
  if (line->text->len == 0)
    tide_report_flow_add_gap (line->job->flow, LINE_GAP);
  else
    tide_report_flow_add_paragraph (
        line->job->flow, &(TideReportParagraph) {
                             .ink = TIDE_INK_TEXT, .text = line->text->str, .marks = line->marks });
  g_string_truncate (line->text, 0);
  g_array_set_size (line->marks, 0);

  return tide_printout_job_go_on (line->job, error);
}

static void
append_words (Line *line, const char *words, gsize length, const TideTextFinding *finding)
{
  TideReportMark mark = { .start = line->text->len };

  g_string_append_len (line->text, words, (gssize) length);
  mark.end = line->text->len;
  if (finding == NULL || length == 0)
    return;

  mark.kind = get_mark_kind (finding->verdict);
  g_array_append_val (line->marks, mark);
}

/* Line ends of the text stay. */
static gboolean
append_segment (Line *line,
                const char *text,
                const TideReadingSegment *segment,
                const TideTextFinding *finding,
                GError **error)
{
  gsize at = segment->start;

  while (at < segment->end)
    {
      const char *next = memchr (text + at, '\n', segment->end - at);
      const gsize end = next != NULL ? (gsize) (next - text) : segment->end;
      const gboolean has_return = next != NULL && end > at && text[end - 1] == '\r';

      append_words (line, text + at, end - at - (has_return ? 1 : 0), finding);
      if (next != NULL && !end_line (line, error))
        return FALSE;
      at = end + (next != NULL ? 1 : 0);
    }

  return TRUE;
}

static gboolean
add_text (TidePrintoutJob *job, TideReading *reading, GError **error)
{
  const char *text = tide_reading_get_text (reading);
  const GPtrArray *findings = tide_reading_get_findings (reading);
  g_autoptr (TideReadingSegments) segments = tide_reading_split (reading);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TideReportMark));
  Line line = { .job = job, .text = words, .marks = marks };

  for (guint i = 0; i < segments->segments->len; i++)
    {
      const TideReadingSegment *segment
          = &g_array_index (segments->segments, TideReadingSegment, i);
      const TideTextFinding *finding
          = segment->finding >= 0 ? g_ptr_array_index (findings, segment->finding) : NULL;

      if (!append_segment (&line, text, segment, finding, error))
        return FALSE;
      for (guint j = 0; j < segment->n_ended; j++)
        tide_printout_append_number (
            words, marks, g_array_index (segments->ended, guint, segment->first_ended + j) + 1);
    }

  return end_line (&line, error);
}

static gboolean
add_findings (TidePrintoutJob *job, TideReading *reading, GError **error)
{
  const TideReportColumn columns[] = {
    { "", 0.08, FALSE },
    { C_ ("of a text", "Place"), 0.09, FALSE },
    { C_ ("of a text", "Words"), 0.25, FALSE },
    { C_ ("of a text", "Verdict"), 0.22, FALSE },
    { _ ("Explanation"), 0.36, FALSE },
  };
  const GPtrArray *findings = tide_reading_get_findings (reading);
  g_autoptr (GArray) places = tide_reading_list_places (reading);

  if (findings->len == 0)
    return TRUE;

  tide_report_flow_add_gap (job->flow, PART_GAP);
  tide_report_flow_add_text (job->flow, TIDE_INK_HEADING, _ ("Findings"), TRUE);
  tide_report_flow_begin_table (job->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < findings->len; i++)
    {
      const TideTextFinding *finding = g_ptr_array_index (findings, i);
      const TideReadingPlace *place = &g_array_index (places, TideReadingPlace, i);
      g_autofree char *number = g_strdup_printf ("[%u]", i + 1);
      g_autofree char *where = g_strdup_printf ("%u:%u", place->line, place->column);
      g_autofree char *words = tide_reading_dup_words (reading, finding);
      g_autofree char *explanation = finding->verdict != TIDE_TEXT_FINDING_RECOGNISED
                                         ? tide_reading_dup_explanation (reading, i)
                                         : g_strdup ("");
      g_autofree char *verdict
          = g_strdup_printf ("%s · %s", tide_text_finding_kind_get_label (finding->kind),
                             tide_text_finding_verdict_get_label (finding->verdict));
      const char *const cells[] = { number, where, words, verdict, explanation, NULL };

      tide_report_flow_add_row (job->flow, TIDE_REPORT_ROW_PLAIN, cells);
      if (!tide_printout_job_go_on (job, error))
        return FALSE;
    }
  tide_report_flow_end_table (job->flow);

  return TRUE;
}

/**
 * tide_printout_new_reading:
 * @reading: a text that was checked
 * @name: what it is called
 * @style: how it is to look
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): location of an error: cancelled, or %TIDE_REPORT_ERROR_TOO_LONG
 *
 * Lays out how many findings there are by verdict, the text with each of them marked, and a list of
 * them, in the language of the program. Any thread may call it; it needs no display.
 *
 * Returns: (transfer full) (nullable): the pages
 */
TidePrintout *
tide_printout_new_reading (TideReading *reading,
                           const char *name,
                           const TidePrintoutStyle *style,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (TidePrintoutJob) job = { 0 };
  const TideSettings *settings = tide_snapshot_get_settings (tide_reading_get_snapshot (reading));
  const TideLanguage language = tide_language_get_default ();
  const char *register_title = tide_text_get (&settings->title, language);

  tide_printout_job_init (&job, style, cancellable);
  add_summary (&job, reading, name);
  if (!add_text (&job, reading, error) || !add_findings (&job, reading, error))
    return NULL;

  return tide_printout_job_finish (
      &job, name, register_title != NULL ? register_title : _ ("Untitled Register"),
      settings->time_zone, language);
}
