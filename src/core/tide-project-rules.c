/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-project-rules-private.h"

#include "core/tide-crosswalk.h"
#include "core/tide-project-rules.h"
#include "core/tide-record.h"

#include <string.h>

static const TideDecimal whole = { .mantissa = 100, .is_set = TRUE };
static const TideDecimal nothing = { .mantissa = 0, .is_set = TRUE };

/* Where the problems of one project go. */
typedef struct
{
  TideSnapshot *snapshot;
  const TideProjectPayload *project;
  TideProjectReport report;
  gpointer data;
} Check;

static void
report (const Check *self, TideProblem *problem, const char *list, guint index, const char *path)
{
  self->report (problem, list, index, path, self->data);
  tide_problem_unref (problem);
}

static const char *
get_taxonomy (TideSnapshot *snapshot, const char *sector)
{
  const TidePayload *payload = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, sector);

  return payload != NULL ? TIDE_SECTOR_PAYLOAD (payload)->taxonomy : NULL;
}

/* The shares given within the taxonomy of the class at @index; FALSE where they are too large. */
static gboolean
sum_shares (TideSnapshot *snapshot,
            const TideProjectPayload *project,
            guint index,
            TideDecimal *sum)
{
  const TideClassification *first = g_ptr_array_index (project->sectors, index);
  const char *taxonomy = get_taxonomy (snapshot, first->sector);

  *sum = nothing;
  for (guint i = 0; i < project->sectors->len; i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      if (entry->share.is_set && g_strcmp0 (get_taxonomy (snapshot, entry->sector), taxonomy) == 0
          && !tide_decimal_add (sum, &entry->share))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_whole (TideSnapshot *snapshot, const TideProjectPayload *project, guint index, TideDecimal *sum)
{
  return sum_shares (snapshot, project, index, sum) && tide_decimal_compare (sum, &whole) == 0;
}

/* Whether an earlier class of the same taxonomy has a share. */
static gboolean
is_repeated (TideSnapshot *snapshot, const TideProjectPayload *project, guint index)
{
  const TideClassification *entry = g_ptr_array_index (project->sectors, index);
  const char *taxonomy = get_taxonomy (snapshot, entry->sector);

  for (guint i = 0; i < index; i++)
    {
      const TideClassification *earlier = g_ptr_array_index (project->sectors, i);

      if (earlier->share.is_set
          && g_strcmp0 (get_taxonomy (snapshot, earlier->sector), taxonomy) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_name (const Check *self)
{
  if (tide_text_is_empty (&self->project->name))
    report (self, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL), NULL, 0, "name/en");
}

static void
check_number (const Check *self)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);
  const char *number = self->project->number;

  if (number == NULL)
    return;

  for (guint i = 0; i < projects->len; i++)
    {
      const TidePayload *other = g_ptr_array_index (projects, i);

      if (g_strcmp0 (TIDE_PROJECT_PAYLOAD (other)->number, number) == 0
          && g_strcmp0 (other->id, self->project->base.id) != 0)
        {
          report (self, tide_problem_new (TIDE_PROBLEM_NOT_UNIQUE, number, NULL), NULL, 0,
                  "number");
          return;
        }
    }
}

/* Whether it is a part of itself: the parent of its parent, and so on. */
static gboolean
is_own_part (TideSnapshot *snapshot, const TideProjectPayload *project)
{
  const char *parent = project->parent;

  for (guint i = 0; parent != NULL && i < TIDE_MAX_ANCESTORS; i++)
    {
      const TidePayload *above;

      if (g_strcmp0 (parent, project->base.id) == 0)
        return TRUE;

      above = tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, parent);
      parent = above != NULL ? TIDE_PROJECT_PAYLOAD (above)->parent : NULL;
    }

  return FALSE;
}

static void
check_parent (const Check *self)
{
  if (is_own_part (self->snapshot, self->project))
    report (self,
            tide_problem_new (
                TIDE_PROBLEM_LOOP,
                tide_payload_get_label (&self->project->base, tide_language_get_default ()), NULL),
            NULL, 0, "parent");
}

static void
check_required (const Check *self, const char *list, const GPtrArray *entries)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      const TidePayload *entry = g_ptr_array_index (entries, i);

      for (guint m = 0; m < entry->shape->n_members; m++)
        if ((entry->shape->members[m].flags & TIDE_MEMBER_REQUIRED)
            && !tide_payload_has_value (entry, &entry->shape->members[m]))
          report (self, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL), list, i,
                  entry->shape->members[m].name);
    }
}

/* Entries that are told apart by what they say must not say the same. */
static void
check_unique (const Check *self, const char *list, const char *path, const GPtrArray *entries)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      const TidePayload *entry = g_ptr_array_index (entries, i);
      const TideMember *member = tide_shape_find (entry->shape, path);
      const char *id = G_STRUCT_MEMBER (const char *, entry, member->offset);
      const TidePayload *target = tide_snapshot_lookup (self->snapshot, member->target, id);
      const char *label
          = target != NULL ? tide_payload_get_label (target, tide_language_get_default ()) : NULL;

      if (id != NULL && !g_hash_table_add (keys, tide_payload_dup_key (entry)))
        report (self, tide_problem_new (TIDE_PROBLEM_NOT_UNIQUE, label != NULL ? label : id, NULL),
                list, i, path);
    }
}

static void
check_shares (const Check *self)
{
  const GPtrArray *sectors = self->project->sectors;

  for (guint i = 0; i < tide_entries_get_n (sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (sectors, i);
      const TidePayload *taxonomy;
      g_autofree char *text = NULL;
      const char *id;
      TideDecimal sum;

      id = get_taxonomy (self->snapshot, entry->sector);
      if (!entry->share.is_set || id == NULL || is_repeated (self->snapshot, self->project, i)
          || is_whole (self->snapshot, self->project, i, &sum))
        continue;

      taxonomy = tide_snapshot_lookup (self->snapshot, TIDE_RECORD_TAXONOMY, id);
      text = tide_decimal_dup_text (&sum);
      report (self,
              tide_problem_new (
                  TIDE_PROBLEM_SHARES_NOT_WHOLE, text,
                  taxonomy != NULL ? tide_payload_get_label (taxonomy, tide_language_get_default ())
                                   : id,
                  NULL),
              "sectors", i, "share");
    }
}

static void
check_statuses (const Check *self)
{
  const GPtrArray *statuses = self->project->statuses;

  for (guint i = 0; i < tide_entries_get_n (statuses); i++)
    {
      const TideStatusEntry *entry = g_ptr_array_index (statuses, i);

      if ((entry->rank == TIDE_STATUS_PAUSED || entry->rank == TIDE_STATUS_TERMINATED)
          && entry->reason == NULL)
        report (self, tide_problem_new (TIDE_PROBLEM_REASON_MISSING, NULL), "statuses", i,
                "reason");
    }
}

static void
check_amounts (const Check *self)
{
  const GPtrArray *amounts = self->project->amounts;

  for (guint i = 0; i < tide_entries_get_n (amounts); i++)
    {
      const TideAmount *entry = g_ptr_array_index (amounts, i);

      if (!entry->value.is_set)
        report (self, tide_problem_new (TIDE_PROBLEM_REQUIRED, NULL), "amounts", i, "written");
    }
}

/* All but what other projects may have as well. */
static void
check_alone (const Check *self)
{
  const TideProjectPayload *project = self->project;

  check_name (self);
  check_required (self, "parties", project->parties);
  check_unique (self, "parties", "party", project->parties);
  check_required (self, "sectors", project->sectors);
  check_unique (self, "sectors", "sector", project->sectors);
  check_shares (self);
  check_parent (self);
  check_required (self, "stages", project->stages);
  check_required (self, "statuses", project->statuses);
  check_statuses (self);
  check_required (self, "amounts", project->amounts);
  check_amounts (self);
}

/* The problems that a project must not come to have. */
typedef struct
{
  GHashTable *known;  /* owned, of sentences */
  TideProblem *first; /* owned; nullable */
} NewProblem;

static void
know_problem (TideProblem *problem, const char *list, guint index, const char *path, gpointer data)
{
  NewProblem *self = data;

  g_hash_table_add (self->known, tide_problem_dup_sentence (problem));
}

static void
note_problem (TideProblem *problem, const char *list, guint index, const char *path, gpointer data)
{
  NewProblem *self = data;
  g_autofree char *sentence = tide_problem_dup_sentence (problem);

  if (self->first == NULL && !g_hash_table_contains (self->known, sentence))
    self->first = tide_problem_ref (problem);
}

/*
 * tide_project_check:
 * @snapshot: the register it is or shall be in
 * @project: a project, whose entries are sealed
 * @report_problem: called for each problem; it does not own the problem
 * @data: for @report_problem
 *
 * A project needs a name in one language, a number that no other project has, a reason where it is
 * paused or terminated, shares that add up to 100 within each taxonomy, and entries that say what
 * they are about.
 */
void
tide_project_check (TideSnapshot *snapshot,
                    const TideProjectPayload *project,
                    TideProjectReport report_problem,
                    gpointer data)
{
  const Check check = { snapshot, project, report_problem, data };

  check_number (&check);
  check_alone (&check);
}

/*
 * tide_project_find_new_problem:
 * @snapshot: the register it is in
 * @before: (nullable): the project as it is
 * @after: the project as it shall be, sealed
 *
 * Returns: (transfer full) (nullable): what would be wrong with it that is not wrong with it now
 */
TideProblem *
tide_project_find_new_problem (TideSnapshot *snapshot,
                               const TideProjectPayload *before,
                               const TideProjectPayload *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NewProblem found = { known, NULL };
  const Check check_before = { snapshot, before, know_problem, &found };
  const Check check_after = { snapshot, after, note_problem, &found };

  if (before == NULL || g_strcmp0 (before->number, after->number) != 0)
    check_number (&check_after);
  if (before != NULL)
    check_alone (&check_before);
  check_alone (&check_after);

  return found.first;
}

/**
 * tide_project_find_flaw:
 * @snapshot: the register it is in
 * @before: (nullable): the project as it is
 * @project: the project as it shall be, sealed
 *
 * Looks at a project by itself, without regard to whether another one has its number.
 *
 * Returns: (transfer full) (nullable): what would be wrong with it that is not wrong with it now
 */
TideProblem *
tide_project_find_flaw (TideSnapshot *snapshot,
                        const TideProjectPayload *before,
                        const TideProjectPayload *project)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NewProblem found = { known, NULL };
  const Check check_before = { snapshot, before, know_problem, &found };
  const Check check_after = { snapshot, project, note_problem, &found };

  if (before != NULL)
    check_alone (&check_before);
  check_alone (&check_after);

  return found.first;
}

/*
 * tide_project_mend_shares:
 * @snapshot: the register it is in
 * @payload: (transfer full): a sealed record
 *
 * Clears the shares of a project's classes that do not add up to 100 within their taxonomy, as
 * happens when a class goes; they are mentions then.
 *
 * Returns: (transfer full): @payload or what takes its place
 */
TidePayload *
tide_project_mend_shares (TideSnapshot *snapshot, TidePayload *payload)
{
  const TideProjectPayload *project = TIDE_PROJECT_PAYLOAD (payload);
  TidePayload *copy;
  gboolean is_mended = FALSE;

  if (payload->shape != &tide_shape_project)
    return payload;

  copy = tide_payload_copy (payload);
  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      TidePayload *entry = g_ptr_array_index (project->sectors, i);
      GPtrArray *sectors = ((TideProjectPayload *) copy)->sectors;
      TidePayload *mended;
      TideDecimal sum;

      if (!((TideClassification *) entry)->share.is_set || is_whole (snapshot, project, i, &sum))
        continue;

      mended = tide_payload_copy (entry);
      ((TideClassification *) mended)->share = (TideDecimal) { 0 };
      tide_payload_unref (g_ptr_array_index (sectors, i));
      g_ptr_array_index (sectors, i) = tide_payload_seal (mended);
      is_mended = TRUE;
    }

  tide_payload_unref (is_mended ? payload : copy);

  return is_mended ? tide_payload_seal (copy) : payload;
}
