/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-taxonomies.h"

static const TideSectorPayload *
get_sector (TideRegister *self, guint index)
{
  TideList *list = tide_register_get_list (self, TIDE_RECORD_SECTOR);

  return TIDE_SECTOR_PAYLOAD (tide_list_get_payload (list, index));
}

static guint
get_n (TideRegister *self, TideRecordKind kind)
{
  return tide_list_get_n (tide_register_get_list (self, kind));
}

static void
append_suffix (char **text, const char *suffix)
{
  g_autofree char *joined = *text != NULL ? g_strconcat (*text, suffix, NULL) : NULL;

  tide_payload_set_string (text, joined);
}

/* The ids of the copies of the classes, by those of the classes. */
static GHashTable *
make_ids (TideRegister *self, const char *taxonomy)
{
  TideClock *clock = tide_register_get_clock (self);
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < get_n (self, TIDE_RECORD_SECTOR); i++)
    {
      const TideSectorPayload *sector = get_sector (self, i);

      if (g_strcmp0 (sector->taxonomy, taxonomy) == 0)
        g_hash_table_insert (ids, sector->base.id, tide_clock_dup_id (clock));
    }

  return ids;
}

static TidePayload *
dup_taxonomy (const TidePayload *original, const char *id)
{
  TidePayload *record = tide_payload_copy (original);
  TideTaxonomyPayload *copy = (TideTaxonomyPayload *) record;

  tide_payload_set_string (&record->id, id);
  append_suffix (&copy->name.en, " (copy)");
  append_suffix (&copy->name.zh, "（副本）");
  copy->retired = FALSE;

  return tide_payload_seal (record);
}

/* A copied class is the same as the one that it comes from, so that the projects of one show in the
 * other too. */
static void
map_to_original (TideSectorPayload *copy, const TideSectorPayload *original)
{
  const TideMember *member = tide_shape_find (original->base.shape, "maps-to");
  TidePayload *entry = tide_payload_new (member->shape, NULL);
  TideMapping *mapping = (TideMapping *) entry;

  tide_payload_set_string (&mapping->sector, original->base.id);
  tide_payload_set_string (&mapping->relation, "same");
  if (copy->maps_to == NULL)
    copy->maps_to = tide_entries_new ();
  g_ptr_array_add (copy->maps_to, tide_payload_seal (entry));
}

static TidePayload *
dup_sector (const TideSectorPayload *original, const char *taxonomy, GHashTable *ids)
{
  TidePayload *record = tide_payload_copy (&original->base);
  TideSectorPayload *copy = (TideSectorPayload *) record;

  tide_payload_set_string (&record->id, g_hash_table_lookup (ids, original->base.id));
  tide_payload_set_interned (&copy->taxonomy, taxonomy);
  if (original->parent != NULL)
    tide_payload_set_interned (&copy->parent, g_hash_table_lookup (ids, original->parent));
  map_to_original (copy, original);

  return tide_payload_seal (record);
}

/**
 * tide_register_new_duplicate_taxonomy_step:
 * @self: a register
 * @taxonomy: id of a taxonomy
 * @id: (out) (transfer full): id of the copy
 *
 * Returns: (transfer full) (nullable): the step that adds a taxonomy with the same classes under
 *   new ids, whose name says so; each class maps where its original does, and to that as the same.
 *   %NULL if there is no such taxonomy
 */
TideStep *
tide_register_new_duplicate_taxonomy_step (TideRegister *self, const char *taxonomy, char **id)
{
  const TidePayload *original = tide_register_lookup_payload (self, TIDE_RECORD_TAXONOMY, taxonomy);
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (TidePayload) copy = NULL;
  TideStep *step;
  guint n_sectors = get_n (self, TIDE_RECORD_SECTOR);

  if (original == NULL)
    return NULL;

  *id = tide_clock_dup_id (tide_register_get_clock (self));
  ids = make_ids (self, taxonomy);
  copy = dup_taxonomy (original, *id);
  step = tide_step_new ("duplicate-taxonomy",
                        tide_payload_get_label (original, tide_language_get_default ()), NULL);
  tide_step_add_record (step, TIDE_RECORD_TAXONOMY, copy, get_n (self, TIDE_RECORD_TAXONOMY));

  for (guint i = 0; i < get_n (self, TIDE_RECORD_SECTOR); i++)
    {
      const TideSectorPayload *sector = get_sector (self, i);
      g_autoptr (TidePayload) sector_copy = NULL;

      if (!g_hash_table_contains (ids, sector->base.id))
        continue;

      sector_copy = dup_sector (sector, *id, ids);
      tide_step_add_record (step, TIDE_RECORD_SECTOR, sector_copy, n_sectors++);
    }

  return step;
}

/**
 * tide_register_is_sector_offered:
 * @self: a register
 * @sector: one of its classes
 *
 * Returns: whether it is offered where a class is chosen: neither it is retired nor its taxonomy
 */
gboolean
tide_register_is_sector_offered (TideRegister *self, const TideSectorPayload *sector)
{
  const TidePayload *taxonomy
      = sector->taxonomy != NULL
            ? tide_register_lookup_payload (self, TIDE_RECORD_TAXONOMY, sector->taxonomy)
            : NULL;

  return !sector->retired && (taxonomy == NULL || !TIDE_TAXONOMY_PAYLOAD (taxonomy)->retired);
}
