/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-collection.h"
#include "brief/tide-phrase.h"
#include "core/tide-code.h"
#include "core/tide-investor.h"

static gboolean
is_secret (const TideCollection *self, const TideProjectPayload *project)
{
  return project->confidential && !self->options->includes_names;
}

static const char *
get_name (const TideCollection *self, const TideProjectPayload *project)
{
  if (!is_secret (self, project))
    return tide_collection_get_text (self, &project->name);
  if (project->code_name != NULL)
    return project->code_name;

  return tide_collection_choose (self, "A confidential project", "一个保密项目");
}

static const char *
get_party (const TideCollection *self, const TideProjectPayload *project)
{
  const TideParticipation *first = tide_project_find_first_party (project);

  if (first == NULL || is_secret (self, project))
    return NULL;

  return tide_collection_get_label (self, TIDE_RECORD_PARTY, first->party);
}

/* How far it is, and beside that whether it goes on. */
static char *
dup_stage (const TideCollection *self, const TideProjectPayload *project)
{
  g_autofree char *stage = NULL;
  const char *status = NULL;

  if (project->stage < 0)
    return NULL;

  stage = tide_phrase_dup_stage (tide_codes_get_code (TIDE_CODES_STAGE, (guint) project->stage),
                                 &project->stage_date, self->language);
  if (project->status == TIDE_STATUS_PAUSED)
    status = tide_collection_choose (self, ", paused", "（暂停）");
  else if (project->status == TIDE_STATUS_HANDED_OVER)
    status = tide_collection_choose (self, ", handed over", "（已移交）");

  return g_strconcat (stage, status, NULL);
}

static void
add_amount (TideCollection *self, TideFacts *item, const TideProjectPayload *project, guint row)
{
  const char *kind = tide_collection_get_kind (self->main_kind);
  g_autoptr (TideFigure) figure = tide_figure_new_of_rows (self->columns[self->main_kind], &row, 1);
  g_autofree char *before = tide_collection_dup_before (self, kind);
  const TideMoney *money = &figure->base;

  if (figure->is_overflow || figure->sums->len == 0)
    return;
  /* An amount in one currency stands as it was written, whatever its rate. */
  if (figure->sums->len == 1 || figure->n_priced == 0)
    money = &g_array_index (figure->sums, TideMoney, 0);

  tide_facts_take_number (item, "project.amount", before,
                          tide_phrase_dup_amount (money, self->unit, self->language), NULL,
                          tide_origin_new_entry (TIDE_RULE_RECORDED, TIDE_RECORD_PROJECT,
                                                 project->base.id, "amounts", NULL));
}

static void
add_project (TideCollection *self, const TideProjectPayload *project, guint row)
{
  TideFacts *item = tide_facts_add_item (self->facts, "project", project->base.id);

  tide_facts_set_words (item, "project.name", get_name (self, project));
  tide_facts_set_words (item, "project.party", get_party (self, project));
  tide_facts_take_words (item, "project.place",
                         tide_collection_dup_division (self, project->division));
  tide_facts_take_words (item, "project.stage", dup_stage (self, project));
  add_amount (self, item, project, row);
}

/* Whatever the template says of each project, it is told that these are not all. */
static void
add_rest (TideCollection *self, guint n_named)
{
  const guint n_counted = self->total->n_counted;
  const gboolean is_chinese = self->language == TIDE_LANGUAGE_ZH;
  g_autofree char *all = tide_phrase_dup_count (n_counted, "project", self->language);
  g_autofree char *named = tide_phrase_dup_number (n_named, self->language);
  g_autofree char *before = is_chinese ? NULL : g_strdup_printf ("the first %s of ", named);
  g_autofree char *after = is_chinese ? g_strdup_printf ("中的前%s个", named) : NULL;
  TideFacts *item = tide_facts_add_item (self->facts, "project", "more");

  tide_facts_take_words (item, "project.name",
                         tide_phrase_dup_more (n_counted - n_named, "project", self->language));
  tide_facts_take_number (self->facts, "projects.named", before, g_steal_pointer (&all), after,
                          tide_origin_new_figure (TIDE_RULE_COUNT, self->total, NULL, NULL));
}

/**
 * tide_collection_add_projects:
 * @self: a collection
 *
 * Adds the projects that are counted, in the order of the register, the first
 * %TIDE_BRIEFING_MAX_NAMED of them, and how many more there are as the last item. Of a confidential
 * one only the code name, the place, the stage and the amount are told, unless names are asked for.
 */
void
tide_collection_add_projects (TideCollection *self)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (TideMatcher) matcher = tide_matcher_new (self->total->filter, self->snapshot);
  guint n = 0;

  for (guint row = 0; row < tide_entries_get_n (projects) && n < TIDE_BRIEFING_MAX_NAMED; row++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, row);

      if (!tide_matcher_matches (matcher, project))
        continue;
      add_project (self, project, row);
      n++;
    }

  if (n < self->total->n_counted)
    add_rest (self, n);
}
