/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-project-rules-private.h"

#include "core/tide-crosswalk.h"

#include <string.h>

static const TideDecimal whole = { .mantissa = 100, .is_set = TRUE };
static const TideDecimal nothing = { .mantissa = 0, .is_set = TRUE };

/* Where the problems of one project go. */
typedef struct
{
  TideRegister *reg;
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
get_taxonomy (TideRegister *reg, const char *sector)
{
  const TidePayload *payload = tide_register_lookup_payload (reg, TIDE_RECORD_SECTOR, sector);

  return payload != NULL ? TIDE_SECTOR_PAYLOAD (payload)->taxonomy : NULL;
}

/* The shares given within the taxonomy of the class at @index; FALSE where they are too large. */
static gboolean
sum_shares (TideRegister *reg, const TideProjectPayload *project, guint index, TideDecimal *sum)
{
  const TideClassification *first = g_ptr_array_index (project->sectors, index);
  const char *taxonomy = get_taxonomy (reg, first->sector);

  *sum = nothing;
  for (guint i = 0; i < project->sectors->len; i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      if (entry->share.is_set && g_strcmp0 (get_taxonomy (reg, entry->sector), taxonomy) == 0
          && !tide_decimal_add (sum, &entry->share))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_whole (TideRegister *reg, const TideProjectPayload *project, guint index, TideDecimal *sum)
{
  return sum_shares (reg, project, index, sum) && tide_decimal_compare (sum, &whole) == 0;
}

/* Whether an earlier class of the same taxonomy has a share. */
static gboolean
is_repeated (TideRegister *reg, const TideProjectPayload *project, guint index)
{
  const TideClassification *entry = g_ptr_array_index (project->sectors, index);
  const char *taxonomy = get_taxonomy (reg, entry->sector);

  for (guint i = 0; i < index; i++)
    {
      const TideClassification *earlier = g_ptr_array_index (project->sectors, i);

      if (earlier->share.is_set && g_strcmp0 (get_taxonomy (reg, earlier->sector), taxonomy) == 0)
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
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_PROJECT);
  const char *number = self->project->number;

  if (number == NULL)
    return;

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *other = tide_list_get_payload (list, i);

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
is_own_part (TideRegister *reg, const TideProjectPayload *project)
{
  const char *parent = project->parent;

  for (guint i = 0; parent != NULL && i < TIDE_MAX_ANCESTORS; i++)
    {
      const TidePayload *above;

      if (g_strcmp0 (parent, project->base.id) == 0)
        return TRUE;

      above = tide_register_lookup_payload (reg, TIDE_RECORD_PROJECT, parent);
      parent = above != NULL ? TIDE_PROJECT_PAYLOAD (above)->parent : NULL;
    }

  return FALSE;
}

static void
check_parent (const Check *self)
{
  if (is_own_part (self->reg, self->project))
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
      const TidePayload *target = tide_register_lookup_payload (self->reg, member->target, id);
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

      id = get_taxonomy (self->reg, entry->sector);
      if (!entry->share.is_set || id == NULL || is_repeated (self->reg, self->project, i)
          || is_whole (self->reg, self->project, i, &sum))
        continue;

      taxonomy = tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY, id);
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

/*
 * tide_project_check:
 * @reg: the register it is or shall be in
 * @project: a project, whose entries are sealed
 * @report_problem: called for each problem; it does not own the problem
 * @data: for @report_problem
 *
 * A project needs a name in one language, a number that no other project has, a reason where it is
 * paused or terminated, shares that add up to 100 within each taxonomy, and entries that say what
 * they are about.
 */
void
tide_project_check (TideRegister *reg,
                    const TideProjectPayload *project,
                    TideProjectReport report_problem,
                    gpointer data)
{
  const Check check = { reg, project, report_problem, data };

  check_number (&check);
  check_name (&check);
  check_required (&check, "parties", project->parties);
  check_unique (&check, "parties", "party", project->parties);
  check_required (&check, "sectors", project->sectors);
  check_unique (&check, "sectors", "sector", project->sectors);
  check_shares (&check);
  check_parent (&check);
  check_required (&check, "stages", project->stages);
  check_required (&check, "statuses", project->statuses);
  check_statuses (&check);
  check_required (&check, "amounts", project->amounts);
  check_amounts (&check);
}

/*
 * tide_project_mend_shares:
 * @reg: the register it is in
 * @payload: (transfer full): a sealed record
 *
 * Clears the shares of a project's classes that do not add up to 100 within their taxonomy, as
 * happens when a class goes; they are mentions then.
 *
 * Returns: (transfer full): @payload or what takes its place
 */
TidePayload *
tide_project_mend_shares (TideRegister *reg, TidePayload *payload)
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

      if (!((TideClassification *) entry)->share.is_set || is_whole (reg, project, i, &sum))
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
