/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-report"

#include "report/tide-printout-private.h"

/* In points. */
#define HEADING_GAP 10.0
#define TEXT_GAP 5.0
#define ITEM_GAP 2.0
#define ITEM_INDENT 14.0
#define SOURCES_GAP 20.0

/* Words of the pages are those of the briefing's language, whatever the program's is. */
static const char *
choose (const TideBriefing *briefing, const char *en, const char *zh)
{
  return briefing->language == TIDE_LANGUAGE_ZH ? zh : en;
}

static void
add_gap (TidePrintoutJob *job, TideBriefingStyle style)
{
  static const double gaps[] = { [TIDE_BRIEFING_HEADING] = HEADING_GAP,
                                 [TIDE_BRIEFING_TEXT] = TEXT_GAP,
                                 [TIDE_BRIEFING_ITEM] = ITEM_GAP };

  tide_report_flow_add_gap (job->flow, gaps[style]);
}

/* Chinese lines end at one edge, as they can be broken nearly anywhere; English ones would be torn
 * apart. */
static void
add_paragraph (TidePrintoutJob *job,
               const TideBriefing *briefing,
               const TideBriefingParagraph *paragraph,
               gboolean is_first,
               guint *n_numbers)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TideReportMark));
  const gboolean is_heading = paragraph->style == TIDE_BRIEFING_HEADING;
  const gboolean is_item = paragraph->style == TIDE_BRIEFING_ITEM;

  for (guint i = 0; i < paragraph->runs->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (paragraph->runs, i);

      g_string_append (text, run->text);
      if (run->origin != NULL && job->style->tells_sources)
        tide_printout_append_number (text, marks, ++*n_numbers);
    }
  tide_report_flow_add_paragraph (
      job->flow, &(TideReportParagraph) { .ink = !is_heading ? TIDE_INK_TEXT
                                                 : is_first  ? TIDE_INK_TITLE
                                                             : TIDE_INK_HEADING,
                                          .text = text->str,
                                          .marks = marks,
                                          .bullet = is_item ? "•" : NULL,
                                          .indent = is_item ? ITEM_INDENT : 0,
                                          .is_justified
                                          = !is_heading && briefing->language == TIDE_LANGUAGE_ZH,
                                          .keeps_with_next = is_heading });
}

static gboolean
add_paragraphs (TidePrintoutJob *job, const TideBriefing *briefing, GError **error)
{
  guint n_numbers = 0;

  for (guint i = 0; i < briefing->paragraphs->len; i++)
    {
      const TideBriefingParagraph *paragraph = g_ptr_array_index (briefing->paragraphs, i);
      const TideBriefingParagraph *before
          = i > 0 ? g_ptr_array_index (briefing->paragraphs, i - 1) : NULL;

      /* A gap would part a heading from what follows it. */
      if (before != NULL && before->style != TIDE_BRIEFING_HEADING)
        add_gap (job, paragraph->style);
      add_paragraph (job, briefing, paragraph, i == 0, &n_numbers);
      if (!tide_printout_job_go_on (job, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_sources (TidePrintoutJob *job, const TideBriefing *briefing, GError **error)
{
  const TideReportColumn columns[] = {
    { "", 0.08, FALSE },
    { choose (briefing, "Figure", "数字"), 0.28, FALSE },
    { choose (briefing, "Rule and source", "规则与来源"), 0.64, FALSE },
  };
  g_autoptr (GPtrArray) numbers = tide_briefing_list_numbers (briefing);

  if (numbers->len == 0)
    return TRUE;

  tide_report_flow_add_gap (job->flow, SOURCES_GAP);
  tide_report_flow_add_text (job->flow, TIDE_INK_HEADING,
                             choose (briefing, "Where the figures come from", "数据来源"), TRUE);
  tide_report_flow_begin_table (job->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < numbers->len; i++)
    {
      const TideBriefingRun *run = g_ptr_array_index (numbers, i);
      g_autofree char *number = g_strdup_printf ("[%u]", i + 1);
      g_autofree char *source = tide_briefing_dup_source (briefing, run->origin);
      const char *const cells[] = { number, run->text, source, NULL };

      tide_report_flow_add_row (job->flow, TIDE_REPORT_ROW_PLAIN, cells);
      if (!tide_printout_job_go_on (job, error))
        return FALSE;
    }
  tide_report_flow_end_table (job->flow);

  return TRUE;
}

/**
 * tide_printout_new_briefing:
 * @briefing: a briefing
 * @style: how it is to look
 * @cancellable: (nullable): a cancellable
 * @error: (nullable): location of an error: cancelled, or %TIDE_REPORT_ERROR_TOO_LONG
 *
 * Lays a briefing out on pages, in its own language. Any thread may call it; it needs no display.
 *
 * Returns: (transfer full) (nullable): the pages
 */
TidePrintout *
tide_printout_new_briefing (TideBriefing *briefing,
                            const TidePrintoutStyle *style,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (TidePrintoutJob) job = { 0 };
  g_autofree char *title = tide_briefing_dup_title (briefing);
  g_autofree char *register_title = tide_briefing_dup_register_title (briefing);
  const TideSettings *settings
      = briefing->snapshot != NULL ? tide_snapshot_get_settings (briefing->snapshot) : NULL;

  tide_printout_job_init (&job, style, cancellable);
  if (!add_paragraphs (&job, briefing, error))
    return NULL;
  if (style->tells_sources && !add_sources (&job, briefing, error))
    return NULL;

  return tide_printout_job_finish (&job, title, register_title,
                                   settings != NULL ? settings->time_zone : NULL,
                                   briefing->language);
}
