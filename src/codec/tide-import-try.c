/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include "core/tide-project-rules.h"

#include <glib/gi18n-lib.h>

/* Where the doubts about a row's project are counted. */
typedef struct
{
  TideImportWork *work;
  guint row;
  gboolean is_seen[TIDE_N_CHECKS];
} Doubts;

static void
judge (TideImportSaid *said,
       TideImportVerdict verdict,
       const TidePayload *before,
       const TidePayload *after)
{
  tide_import_said_judge (said, verdict, TIDE_IMPORT_NO_ROW, TIDE_RECORD_PROJECT, before, after);
}

static TideImportSlot *
get_slot (TideImportWork *work, guint index)
{
  return &g_array_index (work->slots, TideImportSlot, index);
}

static void
count_doubt (const TideFinding *finding, gpointer data)
{
  Doubts *doubts = data;

  if (doubts->is_seen[finding->check])
    return;

  doubts->is_seen[finding->check] = TRUE;
  if (doubts->work->n_doubts[finding->check]++ == 0)
    doubts->work->first_doubts[finding->check] = doubts->row;
}

/* Numbers are unique among the projects that there will be. */
static void
check_number (TideImportSaid *said, const TideProjectPayload *project)
{
  const char *owner
      = project->number != NULL ? g_hash_table_lookup (said->work->numbers, project->number) : NULL;

  if (owner != NULL && !g_str_equal (owner, project->base.id))
    tide_import_said_refuse (said, TIDE_IMPORT_NUMBER,
                             g_strdup (_ ("Another project has this number.")));
}

static void
check (TideImportSaid *said, const TidePayload *before, const TidePayload *after)
{
  g_autoptr (TideProblem) problem = NULL;

  if (tide_text_is_empty (&TIDE_PROJECT_PAYLOAD (after)->name))
    {
      tide_import_said_refuse (
          said, TIDE_IMPORT_NAME,
          g_strdup (_ ("There is no name, and the register has no project with the row's key.")));
      return;
    }

  check_number (said, TIDE_PROJECT_PAYLOAD (after));
  problem = tide_project_find_flaw (said->work->snapshot, (const TideProjectPayload *) before,
                                    TIDE_PROJECT_PAYLOAD (after));
  if (problem != NULL)
    tide_import_said_refuse (said, TIDE_IMPORT_NOTHING, tide_problem_dup_sentence (problem));
}

static void
accept (TideImportSaid *said, const TidePayload *project)
{
  TideImportWork *work = said->work;
  const TideProjectPayload *payload = TIDE_PROJECT_PAYLOAD (project);
  Doubts doubts = { .work = work, .row = said->row };

  tide_import_said_use (said);
  tide_import_parties_tell (said);
  g_hash_table_add (work->ids, project->id);
  if (payload->number != NULL)
    g_hash_table_insert (work->numbers, payload->number, project->id);
  tide_project_find_doubts (payload, work->snapshot, FALSE, count_doubt, &doubts);
}

/* An id that another project has already is not given once more. */
static TidePayload *
renew (TideImportSaid *said, TidePayload *candidate)
{
  TideImportWork *work = said->work;

  if (!g_hash_table_contains (work->ids, candidate->id)
      && tide_snapshot_lookup (work->snapshot, TIDE_RECORD_PROJECT, candidate->id) == NULL)
    return candidate;

  tide_payload_unref (candidate);
  g_clear_pointer (&said->texts[TIDE_IMPORT_ID], g_free);

  return tide_import_project_new (said, NULL);
}

static void
create (TideImportSaid *said, TidePayload *candidate)
{
  TideImportWork *work = said->work;
  TidePayload *made = renew (said, candidate);
  const TidePayload *project;
  TideImportSlot slot = { .row = said->row };

  check (said, NULL, made);
  if (tide_import_said_is_refused (said))
    {
      judge (said, TIDE_IMPORT_REFUSED, NULL, tide_import_work_keep (work, made));
      return;
    }

  project = tide_import_work_pack (work, made);
  slot.current = project;
  g_array_append_val (work->slots, slot);
  if (work->keys != NULL && work->plan->repeats != TIDE_IMPORT_REPEAT_CREATE)
    tide_import_keys_add (work->keys, project, work->slots->len - 1);
  accept (said, project);
  judge (said, TIDE_IMPORT_CREATED, NULL, project);
}

/* What the row makes of a project, or the project itself where that is the same; NULL where the row
 * is refused, and judged so. */
static const TidePayload *
make_update (TideImportSaid *said, const TidePayload *before)
{
  TidePayload *after;
  gboolean is_same;

  g_array_set_size (said->work->problems, said->first_problem);
  after = tide_import_project_new (said, before);
  is_same = tide_payload_equal (before, after);
  if (!is_same)
    check (said, before, after);
  if (tide_import_said_is_refused (said))
    {
      judge (said, TIDE_IMPORT_REFUSED, before, tide_import_work_keep (said->work, after));
      return NULL;
    }
  if (!is_same)
    return tide_import_work_pack (said->work, after);

  tide_payload_unref (after);

  return before;
}

static void
judge_unchanged (TideImportSaid *said, const TidePayload *before)
{
  accept (said, before);
  judge (said, TIDE_IMPORT_UNCHANGED, before, before);
}

static void
update (TideImportSaid *said, guint index)
{
  const TidePayload *before = get_slot (said->work, index)->current;
  const TidePayload *after = make_update (said, before);

  if (after == NULL)
    return;

  get_slot (said->work, index)->row = said->row;
  if (after == before)
    {
      judge_unchanged (said, before);
      return;
    }

  accept (said, after);
  get_slot (said->work, index)->current = after;
  judge (said, TIDE_IMPORT_UPDATED, before, after);
}

static void
ask (TideImportSaid *said, guint index)
{
  const TidePayload *before = get_slot (said->work, index)->current;
  const TidePayload *after = make_update (said, before);

  if (after == before)
    judge_unchanged (said, before);
  else if (after != NULL)
    judge (said, TIDE_IMPORT_ASKED, before, after);
}

static void
repeat (TideImportSaid *said, guint index, TidePayload *candidate)
{
  const TideImportSlot *slot = get_slot (said->work, index);

  switch (said->work->plan->repeats)
    {
    case TIDE_IMPORT_REPEAT_MERGE:
      tide_payload_unref (candidate);
      update (said, index);
      break;
    case TIDE_IMPORT_REPEAT_CREATE:
      create (said, candidate);
      break;
    case TIDE_IMPORT_REPEAT_SKIP:
    case TIDE_N_IMPORT_REPEATS:
    default:
      g_array_set_size (said->work->problems, said->first_problem);
      tide_import_said_judge (said, TIDE_IMPORT_REPEATED, slot->row, TIDE_RECORD_PROJECT,
                              slot->current, tide_import_work_keep (said->work, candidate));
      break;
    }
}

static void
meet (TideImportSaid *said, guint index, TidePayload *candidate)
{
  TideImportSlot *slot = get_slot (said->work, index);

  switch (tide_import_plan_get_answer (said->work->plan, said->row))
    {
    case TIDE_IMPORT_CREATE:
      slot->row = said->row;
      create (said, candidate);
      return;
    case TIDE_IMPORT_SKIP:
      g_array_set_size (said->work->problems, said->first_problem);
      slot->row = said->row;
      judge (said, TIDE_IMPORT_SKIPPED, slot->current, NULL);
      break;
    case TIDE_IMPORT_ASK:
      slot->row = said->row;
      ask (said, index);
      break;
    case TIDE_IMPORT_UPDATE:
    case TIDE_N_IMPORT_POLICIES:
    default:
      update (said, index);
      break;
    }
  tide_payload_unref (candidate);
}

static gboolean
find_settled (TideImportWork *work, const TideImportSettlement *settlement, guint *index)
{
  for (guint i = 0; i < work->slots->len; i++)
    {
      const TideImportSlot *slot = get_slot (work, i);

      if (settlement->id != NULL ? g_str_equal (slot->current->id, settlement->id)
                                 : slot->row == settlement->row)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* A row without the key of any project, which becomes one unless a person has said that it is. */
static void
settle (TideImportSaid *said, TidePayload *candidate)
{
  const TideImportSettlement *settlement
      = tide_import_plan_get_settlement (said->work->plan, said->row);
  guint index;

  if (settlement != NULL && settlement->policy == TIDE_IMPORT_SKIP)
    {
      g_array_set_size (said->work->problems, said->first_problem);
      judge (said, TIDE_IMPORT_SKIPPED, NULL, tide_import_work_keep (said->work, candidate));
    }
  else if (settlement != NULL && settlement->policy == TIDE_IMPORT_UPDATE
           && find_settled (said->work, settlement, &index))
    {
      tide_payload_unref (candidate);
      update (said, index);
    }
  else
    create (said, candidate);
}

/*
 * tide_import_try_project:
 * @work: work
 * @said: what a row says
 *
 * Finds out what becomes of a row that is a project.
 */
void
tide_import_try_project (TideImportWork *work, TideImportSaid *said)
{
  TidePayload *candidate;
  gboolean is_ambiguous = FALSE;
  guint index;

  if (said->n_said == 0 || tide_import_said_is_refused (said))
    {
      judge (said, said->n_said == 0 ? TIDE_IMPORT_BLANK : TIDE_IMPORT_REFUSED, NULL, NULL);
      return;
    }

  candidate = tide_import_project_new (said, NULL);
  if (work->keys == NULL || !tide_import_keys_find (work->keys, candidate, &index, &is_ambiguous))
    {
      if (is_ambiguous)
        tide_import_said_refuse (said, TIDE_IMPORT_NOTHING,
                                 g_strdup (_ ("Several projects have the row's key.")));
      settle (said, candidate);
    }
  else if (get_slot (work, index)->row != TIDE_IMPORT_NO_ROW)
    repeat (said, index, candidate);
  else
    meet (said, index, candidate);
}
