/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-briefing.h"

/**
 * tide_briefing_run_new:
 * @text: what is read
 * @key: (nullable): of a number, what it is a number of
 * @origin: (transfer full) (nullable): of a number, what is behind it
 *
 * Returns: (transfer full): a piece of a paragraph
 */
TideBriefingRun *
tide_briefing_run_new (const char *text, const char *key, TideOrigin *origin)
{
  TideBriefingRun *self = g_new0 (TideBriefingRun, 1);

  self->text = g_strdup (text);
  self->key = g_strdup (key);
  self->origin = origin;

  return self;
}

/**
 * tide_briefing_run_free:
 * @self: (transfer full): a piece of a paragraph
 */
void
tide_briefing_run_free (TideBriefingRun *self)
{
  g_free (self->text);
  g_free (self->key);
  g_clear_pointer (&self->origin, tide_origin_unref);
  g_free (self);
}

/**
 * tide_briefing_paragraph_new:
 * @style: what it is
 *
 * Returns: (transfer full): a paragraph without a word, to be filled
 */
TideBriefingParagraph *
tide_briefing_paragraph_new (TideBriefingStyle style)
{
  TideBriefingParagraph *self = g_new0 (TideBriefingParagraph, 1);

  self->style = style;
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_briefing_run_free);

  return self;
}

/**
 * tide_briefing_paragraph_free:
 * @self: (transfer full): a paragraph
 */
void
tide_briefing_paragraph_free (TideBriefingParagraph *self)
{
  g_ptr_array_unref (self->runs);
  g_free (self);
}

/**
 * tide_briefing_new:
 * @language: the language it is written in
 * @paragraphs: (transfer full) (element-type TideBriefingParagraph): what it says
 * @projects: (transfer full) (array zero-terminated=1): ids of the projects it counts, sorted
 *
 * Returns: (transfer full): a briefing
 */
TideBriefing *
tide_briefing_new (TideLanguage language, GPtrArray *paragraphs, char **projects)
{
  TideBriefing *self = g_atomic_rc_box_new0 (TideBriefing);

  self->language = language;
  self->paragraphs = paragraphs;
  self->projects = projects;

  return self;
}

/**
 * tide_briefing_set_register:
 * @self: a briefing that is being made, which nobody else has yet
 * @snapshot: the register it was written from, as it stood
 * @includes_names: whether confidential projects are named
 *
 * Says where its figures come from.
 */
void
tide_briefing_set_register (TideBriefing *self, TideSnapshot *snapshot, gboolean includes_names)
{
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  self->snapshot = tide_snapshot_ref (snapshot);
  self->includes_names = includes_names;
}

/**
 * tide_briefing_ref:
 * @self: a briefing
 *
 * Returns: (transfer full): @self
 */
TideBriefing *
tide_briefing_ref (TideBriefing *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideBriefing *self = data;

  g_ptr_array_unref (self->paragraphs);
  g_strfreev (self->projects);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
}

/**
 * tide_briefing_unref:
 * @self: (transfer full): a briefing
 */
void
tide_briefing_unref (TideBriefing *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tide_briefing_list_numbers:
 * @self: a briefing, which must live as long as the list
 *
 * Returns: (transfer container) (element-type TideBriefingRun): its numbers, as they are read
 */
GPtrArray *
tide_briefing_list_numbers (const TideBriefing *self)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const TideBriefingParagraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      for (guint j = 0; j < paragraph->runs->len; j++)
        {
          TideBriefingRun *run = g_ptr_array_index (paragraph->runs, j);

          if (run->origin != NULL)
            g_ptr_array_add (numbers, run);
        }
    }

  return numbers;
}
