/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-grouping.h"

#include "core/tide-investor.h"
#include "core/tide-record.h"
#include "stats/tide-main-taxonomy.h"

#include <glib/gi18n-lib.h>

#define NONE "none"

static const char *const codes[TIDE_N_GROUP_BYS] = {
  [TIDE_GROUP_BY_NONE] = NONE,           [TIDE_GROUP_BY_SECTOR] = "sector",
  [TIDE_GROUP_BY_DIVISION] = "division", [TIDE_GROUP_BY_STAGE] = "stage",
  [TIDE_GROUP_BY_EVENT] = "event",       [TIDE_GROUP_BY_STATUS] = "status",
  [TIDE_GROUP_BY_PARTY] = "party",
};

struct _TideProjectGrouping
{
  TideGroupBy group_by;
  TideSnapshot *snapshot; /* owned: what keys and labels are found in */
  const char *taxonomy;   /* nullable: by sector, the main one */
  GPtrArray *keys;        /* owned, of owned strings: by rank */
  GHashTable *ranks;      /* owned: keys of @keys to rank + 1 */
};

/**
 * tide_group_by_to_code:
 * @group_by: what to group by
 *
 * Returns: (transfer none): the word for it
 */
const char *
tide_group_by_to_code (TideGroupBy group_by)
{
  g_return_val_if_fail (group_by < TIDE_N_GROUP_BYS, NULL);

  return codes[group_by];
}

/**
 * tide_group_by_from_code:
 * @code: (nullable): a word
 * @group_by: (out): what it stands for; untouched where it is unknown
 *
 * Returns: whether @code is known
 */
gboolean
tide_group_by_from_code (const char *code, TideGroupBy *group_by)
{
  for (guint i = 0; i < TIDE_N_GROUP_BYS; i++)
    if (g_strcmp0 (code, codes[i]) == 0)
      {
        *group_by = (TideGroupBy) i;
        return TRUE;
      }

  return FALSE;
}

static guint
ensure_rank (TideProjectGrouping *self, const char *key)
{
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks, key));
  char *owned;

  if (found > 0)
    return found - 1;

  owned = g_strdup (key);
  g_ptr_array_add (self->keys, owned);
  g_hash_table_insert (self->ranks, owned, GUINT_TO_POINTER (self->keys->len));

  return self->keys->len - 1;
}

static void
add_codes (TideProjectGrouping *self, TideCodeSet set)
{
  for (guint i = 0; i < tide_codes_get_n (set); i++)
    ensure_rank (self, tide_codes_get_code (set, i));
}

static void
add_records (TideProjectGrouping *self, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *payload = g_ptr_array_index (records, i);

      ensure_rank (self, payload->id);
    }
}

static void
add_vocabulary (TideProjectGrouping *self)
{
  switch (self->group_by)
    {
    case TIDE_GROUP_BY_SECTOR:
      self->taxonomy = tide_snapshot_find_main_taxonomy (self->snapshot);
      add_records (self, TIDE_RECORD_SECTOR);
      break;
    case TIDE_GROUP_BY_DIVISION:
      add_records (self, TIDE_RECORD_DIVISION);
      break;
    case TIDE_GROUP_BY_STAGE:
      add_codes (self, TIDE_CODES_STAGE);
      break;
    case TIDE_GROUP_BY_EVENT:
      add_records (self, TIDE_RECORD_EVENT);
      break;
    case TIDE_GROUP_BY_STATUS:
      add_codes (self, TIDE_CODES_STATUS);
      break;
    case TIDE_GROUP_BY_PARTY:
      add_records (self, TIDE_RECORD_PARTY);
      break;
    case TIDE_GROUP_BY_NONE:
    case TIDE_N_GROUP_BYS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tide_project_grouping_new:
 * @group_by: what to group by, but not by nothing
 * @snapshot: the register
 *
 * Returns: (transfer full): the groups of its vocabulary
 */
TideProjectGrouping *
tide_project_grouping_new (TideGroupBy group_by, TideSnapshot *snapshot)
{
  TideProjectGrouping *self = g_new0 (TideProjectGrouping, 1);

  self->group_by = group_by;
  self->snapshot = tide_snapshot_ref (snapshot);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->ranks = g_hash_table_new (g_str_hash, g_str_equal);
  add_vocabulary (self);

  return self;
}

/**
 * tide_project_grouping_free:
 * @self: (transfer full): a grouping
 */
void
tide_project_grouping_free (TideProjectGrouping *self)
{
  g_hash_table_unref (self->ranks);
  g_ptr_array_unref (self->keys);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

static gboolean
is_in_main_taxonomy (TideProjectGrouping *self, const TideClassification *entry)
{
  const TidePayload *sector
      = tide_snapshot_lookup (self->snapshot, TIDE_RECORD_SECTOR, entry->sector);

  return sector != NULL && g_strcmp0 (TIDE_SECTOR_PAYLOAD (sector)->taxonomy, self->taxonomy) == 0;
}

static const char *
find_main_sector (TideProjectGrouping *self, const TideProjectPayload *project)
{
  const TideClassification *best = NULL;

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      if (!is_in_main_taxonomy (self, entry))
        continue;
      if (best == NULL
          || (entry->share.is_set
              && (!best->share.is_set || tide_decimal_compare (&entry->share, &best->share) > 0)))
        best = entry;
    }

  return best != NULL ? best->sector : NULL;
}

static const char *
find_stage (const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->stages);

  return n > 0 ? ((const TideStageEntry *) g_ptr_array_index (project->stages, n - 1))->stage
               : NULL;
}

static const char *
find_status (const TideProjectPayload *project)
{
  const guint n = tide_entries_get_n (project->statuses);

  return n > 0 ? ((const TideStatusEntry *) g_ptr_array_index (project->statuses, n - 1))->status
               : tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);
}

static const char *
find_party (const TideProjectPayload *project)
{
  const TideParticipation *investor = tide_project_find_investor (project);

  return investor != NULL ? investor->party : NULL;
}

static const char *
find_key (TideProjectGrouping *self, const TideProjectPayload *project)
{
  switch (self->group_by)
    {
    case TIDE_GROUP_BY_SECTOR:
      return find_main_sector (self, project);
    case TIDE_GROUP_BY_DIVISION:
      return project->division;
    case TIDE_GROUP_BY_STAGE:
      return find_stage (project);
    case TIDE_GROUP_BY_EVENT:
      return project->event;
    case TIDE_GROUP_BY_STATUS:
      return find_status (project);
    case TIDE_GROUP_BY_PARTY:
      return find_party (project);
    case TIDE_GROUP_BY_NONE:
    case TIDE_N_GROUP_BYS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tide_project_grouping_get_rank:
 * @self: a grouping
 * @project: a project
 *
 * A code that the vocabulary does not have gets a group behind it.
 *
 * Returns: the rank of the project's group, or %TIDE_PROJECT_GROUPING_REST
 */
guint
tide_project_grouping_get_rank (TideProjectGrouping *self, const TideProjectPayload *project)
{
  const char *key = find_key (self, project);

  return key != NULL ? ensure_rank (self, key) : TIDE_PROJECT_GROUPING_REST;
}

/**
 * tide_project_grouping_get_n_ranks:
 * @self: a grouping
 *
 * Returns: how many groups there are beside the rest; all ranks are below
 */
guint
tide_project_grouping_get_n_ranks (TideProjectGrouping *self)
{
  return self->keys->len;
}

/**
 * tide_project_grouping_get_key:
 * @self: a grouping
 * @rank: rank of a group
 *
 * Returns: (transfer none): its code or id, or `none`
 */
const char *
tide_project_grouping_get_key (TideProjectGrouping *self, guint rank)
{
  return rank < self->keys->len ? g_ptr_array_index (self->keys, rank) : NONE;
}

static const char *
get_rest_label (TideGroupBy group_by)
{
  switch (group_by)
    {
    case TIDE_GROUP_BY_SECTOR:
      return _ ("No Sector");
    case TIDE_GROUP_BY_DIVISION:
      return _ ("No Division");
    case TIDE_GROUP_BY_EVENT:
      return _ ("No Event");
    case TIDE_GROUP_BY_PARTY:
      return _ ("No Investor");
    case TIDE_GROUP_BY_NONE:
    case TIDE_GROUP_BY_STAGE:
    case TIDE_GROUP_BY_STATUS:
    case TIDE_N_GROUP_BYS:
    default:
      return _ ("No Stage");
    }
}

static const char *
get_record_label (TideProjectGrouping *self, TideRecordKind kind, const char *key)
{
  const TidePayload *payload = tide_snapshot_lookup (self->snapshot, kind, key);

  return payload != NULL ? tide_payload_get_label (payload, tide_language_get_default ()) : key;
}

/**
 * tide_project_grouping_dup_label:
 * @self: a grouping
 * @rank: rank of a group
 *
 * Returns: (transfer full): the name of the group in the person's language
 */
char *
tide_project_grouping_dup_label (TideProjectGrouping *self, guint rank)
{
  const char *key = tide_project_grouping_get_key (self, rank);
  const TideLanguage language = tide_language_get_default ();

  if (rank >= self->keys->len)
    return g_strdup (get_rest_label (self->group_by));

  switch (self->group_by)
    {
    case TIDE_GROUP_BY_SECTOR:
      return g_strdup (get_record_label (self, TIDE_RECORD_SECTOR, key));
    case TIDE_GROUP_BY_DIVISION:
      return g_strdup (get_record_label (self, TIDE_RECORD_DIVISION, key));
    case TIDE_GROUP_BY_EVENT:
      return g_strdup (get_record_label (self, TIDE_RECORD_EVENT, key));
    case TIDE_GROUP_BY_PARTY:
      return g_strdup (get_record_label (self, TIDE_RECORD_PARTY, key));
    case TIDE_GROUP_BY_STATUS:
      return g_strdup (tide_codes_get_label (TIDE_CODES_STATUS, key, language));
    case TIDE_GROUP_BY_NONE:
    case TIDE_GROUP_BY_STAGE:
    case TIDE_N_GROUP_BYS:
    default:
      return g_strdup (tide_codes_get_label (TIDE_CODES_STAGE, key, language));
    }
}
