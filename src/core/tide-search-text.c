/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter.h"
#include "core/tide-search.h"

/* What stands between two texts, so that no word reaches from one into the next. */
#define SEPARATOR '\n'

/* Folds each part on its own: most are ASCII, which is folded at a fraction of the price. */
static void
append (GString *text, const char *part)
{
  g_autofree char *folded = NULL;

  if (part == NULL || part[0] == '\0')
    return;

  folded = tide_text_fold (part);
  g_string_append (text, folded);
  g_string_append_c (text, SEPARATOR);
}

static void
append_text (GString *text, const TideText *part)
{
  append (text, part->en);
  append (text, part->zh);
}

static void
append_vocabulary (GString *text, const TideProjectPayload *project, TideSnapshot *snapshot)
{
  const TidePayload *found;

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      found = tide_snapshot_lookup (snapshot, TIDE_RECORD_PARTY, entry->party);
      if (found != NULL)
        append_text (text, &((const TidePartyPayload *) found)->name);
    }
  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      found = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, entry->sector);
      if (found != NULL)
        append_text (text, &((const TideSectorPayload *) found)->name);
    }

  found = tide_snapshot_lookup (snapshot, TIDE_RECORD_DIVISION, project->division);
  if (found != NULL)
    append_text (text, &((const TideDivisionPayload *) found)->name);

  found = tide_snapshot_lookup (snapshot, TIDE_RECORD_EVENT, project->event);
  if (found != NULL)
    append_text (text, &((const TideEventPayload *) found)->name);
}

/* The present stage by its labels, and what was noted with every stage. */
static void
append_stages (GString *text, const TideProjectPayload *project)
{
  guint n = tide_entries_get_n (project->stages);

  for (guint i = 0; i < n; i++)
    {
      const TideStageEntry *entry = g_ptr_array_index (project->stages, i);

      append (text, entry->note);
      if (i + 1 == n)
        {
          append (text, tide_codes_get_label (TIDE_CODES_STAGE, entry->stage, TIDE_LANGUAGE_EN));
          append (text, tide_codes_get_label (TIDE_CODES_STAGE, entry->stage, TIDE_LANGUAGE_ZH));
        }
    }
}

/**
 * tide_project_dup_search_text:
 * @project: a project
 * @snapshot: the register it is in
 *
 * Gathers all text by which a project is found: number, names, code name, parties, sectors,
 * division, event, unit in charge, tags, notes, and the present stage in both languages. The names
 * of confidential projects are in it too: their owner looks for them. Number, names and code name
 * stand before %TIDE_SEARCH_REST, all else behind it.
 *
 * Returns: (transfer full): the text, folded as tide_text_fold() does
 */
char *
tide_project_dup_search_text (const TideProjectPayload *project, TideSnapshot *snapshot)
{
  GString *text = g_string_new (NULL);

  append (text, project->number);
  append_text (text, &project->name);
  append (text, project->code_name);
  g_string_append_c (text, TIDE_SEARCH_REST);
  append_vocabulary (text, project, snapshot);
  append_stages (text, project);
  append (text, project->in_charge);
  for (guint i = 0; i < tide_entries_get_n (project->tags); i++)
    append (text, g_ptr_array_index (project->tags, i));
  append (text, project->notes);

  return g_string_free_and_steal (text);
}
