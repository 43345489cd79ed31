/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"

/* Whether a record stands somewhere below another one, by what the register says. */
static gboolean
stands_below (TideDraft *self, const char *id, const char *above)
{
  const TideMember *member = tide_shape_find (tide_shape_for_kind (self->kind), "parent");
  guint n = tide_list_get_n (tide_register_get_list (self->reg, self->kind));

  for (; n > 0; n--)
    {
      const TidePayload *payload = tide_register_lookup_payload (self->reg, self->kind, id);

      id = payload != NULL ? G_STRUCT_MEMBER (const char *, payload, member->offset) : NULL;
      if (id == NULL)
        return FALSE;
      if (g_str_equal (id, above))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_label (TideDraft *self, TideRecordKind kind, const char *id)
{
  const TidePayload *payload = tide_register_lookup_payload (self->reg, kind, id);
  const char *label
      = payload != NULL ? tide_payload_get_label (payload, tide_language_get_default ()) : NULL;

  return label != NULL ? label : id;
}

static void
check_parent (TideDraft *self)
{
  const char *own = self->original->id;
  TideField *field = tide_draft_get_field (self, "parent");
  const char *parent = tide_field_get_text (field);

  if (own == NULL || !tide_field_get_changed (field) || tide_field_get_problem (field) != NULL)
    return;

  if (g_str_equal (parent, own))
    tide_field_take_problem (field, tide_problem_new (TIDE_PROBLEM_BELOW_ITSELF, NULL));
  else if (stands_below (self, parent, own))
    tide_field_take_problem (field, tide_problem_new (TIDE_PROBLEM_BELOW_ITSELF,
                                                      get_label (self, self->kind, parent), NULL));
}

/* Mappings ---------------------------------------------------------------------------------- */

/* Looks for a way along the mappings of the register from @from to @own, and gathers the classes
 * between the two, the last one first. */
static gboolean
find_way (
    TideDraft *self, const char *from, const char *own, GHashTable *visited, GPtrArray *between)
{
  const TidePayload *payload = tide_register_lookup_payload (self->reg, TIDE_RECORD_SECTOR, from);
  const GPtrArray *mappings = payload != NULL ? TIDE_SECTOR_PAYLOAD (payload)->maps_to : NULL;

  if (g_str_equal (from, own))
    return TRUE;
  if (!g_hash_table_add (visited, (char *) from))
    return FALSE;

  for (guint i = 0; i < tide_entries_get_n (mappings); i++)
    {
      const TideMapping *mapping = g_ptr_array_index (mappings, i);

      if (mapping->sector == NULL || !find_way (self, mapping->sector, own, visited, between))
        continue;
      if (!g_str_equal (mapping->sector, own))
        g_ptr_array_add (between, mapping->sector);
      return TRUE;
    }

  return FALSE;
}

static TideProblem *
new_loop (TideDraft *self, const char *sector, const GPtrArray *between)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = between->len; i > 0; i--)
    {
      const char *id = g_ptr_array_index (between, i - 1);
      g_autofree char *name = tide_text_dup_isolated (get_label (self, TIDE_RECORD_SECTOR, id));

      g_string_append_printf (names, "%s%s", names->len > 0 ? " → " : "", name);
    }

  return tide_problem_new (TIDE_PROBLEM_MAPS_BACK, get_label (self, TIDE_RECORD_SECTOR, sector),
                           between->len > 0 ? names->str : NULL, NULL);
}

/* What a form has not touched stays as the file has it. */
static void
check_mapping (TideDraft *self, TideDraft *entry)
{
  const char *own = self->original->id;
  TideField *field = tide_draft_get_field (entry, "sector");
  const char *sector = tide_field_get_text (field);
  g_autoptr (GHashTable) visited = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) between = g_ptr_array_new ();

  if (own == NULL || *sector == '\0' || tide_field_get_problem (field) != NULL
      || (!entry->is_new && !tide_field_get_changed (field)))
    return;

  if (g_str_equal (sector, own))
    tide_field_take_problem (field, tide_problem_new (TIDE_PROBLEM_MAPS_BACK, NULL));
  else if (find_way (self, sector, own, visited, between))
    tide_field_take_problem (field, new_loop (self, sector, between));
}

static void
check_mappings (TideDraft *self)
{
  const TideDraftPart *part = tide_draft_find_part (self, "maps-to");

  for (guint i = 0; i < tide_draft_part_get_n (part); i++)
    check_mapping (self, tide_draft_part_get (part, i));
}

/*
 * tide_draft_check_place:
 * @self: a draft, whose fields have been looked at alone
 *
 * Tells where a sector or division would come to stand below itself, and where the mappings of a
 * sector would lead back to it. Drafts of other records have no place.
 */
void
tide_draft_check_place (TideDraft *self)
{
  if (self->owner != NULL)
    {
      if (self->kind == TIDE_RECORD_SECTOR)
        check_mapping (self->owner, self);
      return;
    }

  if (self->kind == TIDE_RECORD_SECTOR || self->kind == TIDE_RECORD_DIVISION)
    check_parent (self);
  if (self->kind == TIDE_RECORD_SECTOR)
    check_mappings (self);
}
