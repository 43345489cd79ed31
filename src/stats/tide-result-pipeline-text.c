/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-result-pipeline.h"

#include <glib/gi18n-lib.h>

static void
append (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

/**
 * tide_pipeline_step_dup_share:
 * @self: a step
 *
 * Returns: (transfer full): how many went on, of how many, and what share that is
 */
char *
tide_pipeline_step_dup_share (const TidePipelineStep *self)
{
  if (self->n_from == 0)
    return g_strdup (_ ("None came so far"));

  return g_strdup_printf (
      /* Translators: how many results of research went on to the next stage, of how many, and what
       * share that is */
      ngettext ("%u of %u went on (%.1f %%)", "%u of %u went on (%.1f %%)", self->n_from),
      self->n_to, self->n_from, 100.0 * self->n_to / self->n_from);
}

static char *
dup_median (const TidePipelineStep *self)
{
  if (self->median.min == self->median.max)
    return g_strdup_printf (
        /* Translators: the median time from one stage to the next */
        ngettext ("in %u day (median)", "in %u days (median)", self->median.max), self->median.max);

  return g_strdup_printf (
      /* Translators: the fewest and the most days that the median time from one stage to the next
       * may be */
      _ ("in %u to %u days (median)"), self->median.min, self->median.max);
}

/**
 * tide_pipeline_step_dup_time:
 * @self: a step
 *
 * Returns: (transfer full): how long it took, of how many, and which were left out; empty where
 *   nobody went on
 */
char *
tide_pipeline_step_dup_time (const TidePipelineStep *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->median.is_known)
    {
      append (text, dup_median (self));
      /* Translators: of how many results a time is the median */
      append (text, g_strdup_printf (ngettext ("of %u result", "of %u results", self->n_timed),
                                     self->n_timed));
    }
  if (self->n_undated > 0)
    append (text, g_strdup_printf (
                      /* Translators: how many results have no date for one of two stages */
                      ngettext ("%u without both dates", "%u without both dates", self->n_undated),
                      self->n_undated));
  if (self->n_backwards > 0)
    append (text,
            g_strdup_printf (
                /* Translators: how many results came to a later stage before the earlier one */
                ngettext ("%u with dates that run backwards", "%u with dates that run backwards",
                          self->n_backwards),
                self->n_backwards));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_pipeline_track_dup_outcome:
 * @self: a track
 *
 * Returns: (transfer full): of how many results, how many became projects, and how many companies
 */
char *
tide_pipeline_track_dup_outcome (const TidePipelineTrack *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how many results of research there are */
  append (text,
          g_strdup_printf (ngettext ("%u result", "%u results", self->n_results), self->n_results));
  append (text, g_strdup_printf (
                    /* Translators: how many results of research became investment projects */
                    ngettext ("%u became a project", "%u became projects", self->n_became_project),
                    self->n_became_project));
  append (text, g_strdup_printf (
                    /* Translators: how many results of research became companies */
                    ngettext ("%u became a company", "%u became companies", self->n_became_company),
                    self->n_became_company));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * tide_result_pipeline_dup_left_out:
 * @self: what was counted
 *
 * Returns: (transfer full): how many results were counted, and which were left out
 */
char *
tide_result_pipeline_dup_left_out (const TideResultPipeline *self)
{
  const guint n = self->n_results - self->n_no_stage - self->n_unknown_stage;
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how many results of research were counted */
  append (text, g_strdup_printf (ngettext ("%u result counted", "%u results counted", n), n));
  if (self->n_no_stage > 0)
    append (text, g_strdup_printf (
                      /* Translators: how many results of research nobody has given a stage */
                      ngettext ("%u left out without a stage", "%u left out without a stage",
                                self->n_no_stage),
                      self->n_no_stage));
  if (self->n_unknown_stage > 0)
    append (text, g_strdup_printf (
                      /* Translators: how many results are at a stage that only a later version of
                       * the program knows */
                      ngettext ("%u left out with a stage that this version does not know",
                                "%u left out with a stage that this version does not know",
                                self->n_unknown_stage),
                      self->n_unknown_stage));

  return g_string_free_and_steal (g_steal_pointer (&text));
}
