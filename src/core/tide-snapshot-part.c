/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-snapshot-part.h"

#include "core/tide-references-private.h"
#include "core/tide-register-private.h"

/* What a part is made of. */
typedef struct
{
  TideSnapshot *snapshot;
  GHashTable *records[TIDE_N_RECORD_KINDS]; /* owned: ids of those that come along */
  GHashTable *outside;                      /* owned: ids of projects that do not */
  GQueue waiting;                           /* of TidePayload: whose references are not known yet */
} Part;

/* Copying ------------------------------------------------------------------------------------- */

static void
part_init (Part *self, TideSnapshot *snapshot)
{
  self->snapshot = snapshot;
  self->outside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_queue_init (&self->waiting);
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    self->records[i] = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
part_clear (Part *self)
{
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    g_hash_table_unref (self->records[i]);
  g_hash_table_unref (self->outside);
  g_queue_clear (&self->waiting);
}

static gboolean
collect_reference (TideRecordKind kind, const char *id, gpointer data)
{
  Part *self = data;
  const TidePayload *record;

  if (g_hash_table_contains (self->records[kind], id))
    return TRUE;
  if (kind == TIDE_RECORD_PROJECT)
    {
      g_hash_table_add (self->outside, g_strdup (id));
      return TRUE;
    }

  record = tide_snapshot_lookup (self->snapshot, kind, id);
  if (record == NULL)
    return TRUE;

  g_hash_table_add (self->records[kind], record->id);
  g_queue_push_tail (&self->waiting, (gpointer) record);

  return TRUE;
}

static void
collect (Part *self, const GPtrArray *projects)
{
  const TidePayload *record;

  for (guint i = 0; i < projects->len; i++)
    g_hash_table_add (self->records[TIDE_RECORD_PROJECT],
                      ((TidePayload *) g_ptr_array_index (projects, i))->id);
  for (guint i = 0; i < projects->len; i++)
    tide_payload_foreach_reference (g_ptr_array_index (projects, i), collect_reference, self);
  while ((record = g_queue_pop_head (&self->waiting)) != NULL)
    tide_payload_foreach_reference (record, collect_reference, self);
}

/* The register of a part refers to nothing that may be missing in it. */
static TidePayload *
dup_settings (TideSnapshot *snapshot)
{
  TidePayload *copy = tide_payload_copy (&tide_snapshot_get_settings (snapshot)->base);
  TideSettings *settings = (TideSettings *) copy;

  tide_payload_set_interned (&settings->division, NULL);
  tide_payload_set_interned (&settings->rate_set, NULL);
  tide_payload_set_string (&settings->notes, NULL);

  return copy;
}

static void
add_vocabulary (Part *self, TideSnapshot *part, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (self->snapshot, kind);

  if (g_hash_table_size (self->records[kind]) == 0)
    return;

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      if (g_hash_table_contains (self->records[kind], record->id))
        tide_snapshot_add (part, kind, tide_payload_ref (record));
    }
}

/**
 * tide_snapshot_new_part:
 * @self: a register
 * @projects: (element-type TideProjectPayload): some of its projects
 *
 * Makes a register of nothing but some projects and all that they refer to, directly or by way of
 * others, such as the taxonomies of their sectors. What they say of projects that are not among
 * them is left out.
 *
 * Returns: (transfer full): the register
 */
TideSnapshot *
tide_snapshot_new_part (TideSnapshot *self, const GPtrArray *projects)
{
  TideSnapshot *snapshot = tide_snapshot_new ();
  Part part;

  part_init (&part, self);
  collect (&part, projects);
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER, dup_settings (self));
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind != TIDE_RECORD_REGISTER && kind != TIDE_RECORD_PROJECT)
      add_vocabulary (&part, snapshot, kind);
  for (guint i = 0; i < projects->len; i++)
    {
      const TidePayload *project = g_ptr_array_index (projects, i);
      TidePayload *without
          = tide_payload_replace_references (project, TIDE_RECORD_PROJECT, part.outside, NULL);

      tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT,
                         without != NULL ? without : tide_payload_ref (project));
    }
  part_clear (&part);

  return snapshot;
}

static gboolean
has_money (const TidePayload *effects)
{
  return effects != NULL
         && (((const TideEffects *) effects)->output.is_set
             || ((const TideEffects *) effects)->tax.is_set);
}

/**
 * tide_snapshot_has_effects:
 * @self: a register
 *
 * Returns: whether a project says something in the register's currency, which means something else
 *   in a register of another one
 */
gboolean
tide_snapshot_has_effects (TideSnapshot *self)
{
  const GPtrArray *projects = tide_snapshot_get_records (self, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (has_money (project->expected) || has_money (project->actual))
        return TRUE;
    }

  return FALSE;
}

/* Pasting ------------------------------------------------------------------------------------- */

static void
add_missing (TideRegister *self, TideStep *step, TideSnapshot *part, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (part, kind);
  guint n = tide_list_get_n (tide_register_get_list (self, kind));

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      TidePayload *record = g_ptr_array_index (records, i);

      if (tide_register_lookup_payload (self, kind, record->id) == NULL)
        tide_step_add_record (step, kind, record, n++);
    }
}

static GHashTable *
find_numbers (TideRegister *self)
{
  TideList *projects = tide_register_get_list (self, TIDE_RECORD_PROJECT);
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < tide_list_get_n (projects); i++)
    {
      const char *number = TIDE_PROJECT_PAYLOAD (tide_list_get_payload (projects, i))->number;

      if (number != NULL)
        g_hash_table_add (numbers, g_strdup (number));
    }

  return numbers;
}

static GHashTable *
make_ids (TideRegister *self, const GPtrArray *projects)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < projects->len; i++)
    g_hash_table_insert (ids, ((TidePayload *) g_ptr_array_index (projects, i))->id,
                         tide_clock_dup_id (tide_register_get_clock (self)));

  return ids;
}

/* References among the projects, which all get new ids, follow them. */
static void
renew_references (TideProjectPayload *project, GHashTable *ids)
{
  if (project->parent != NULL)
    tide_payload_set_interned (&project->parent, g_hash_table_lookup (ids, project->parent));
  for (guint i = 0; i < tide_entries_get_n (project->distinct_from); i++)
    {
      char *old = g_ptr_array_index (project->distinct_from, i);
      const char *renewed = g_hash_table_lookup (ids, old);

      g_ptr_array_index (project->distinct_from, i) = g_ref_string_new_intern (renewed);
      g_ref_string_release (old);
    }
}

static void
add_project (TideRegister *self,
             TideStep *step,
             const TidePayload *project,
             GHashTable *ids,
             GHashTable *numbers)
{
  TidePayload *copy = tide_payload_copy (project);
  TideProjectPayload *added = (TideProjectPayload *) copy;

  tide_payload_set_string (&copy->id, g_hash_table_lookup (ids, project->id));
  renew_references (added, ids);
  if (added->number != NULL && !g_hash_table_add (numbers, g_strdup (added->number)))
    tide_payload_set_string (&added->number, NULL);
  tide_register_make_new (self, copy);
  tide_payload_seal (copy);
  tide_step_add_record (step, TIDE_RECORD_PROJECT, copy, 0);
  tide_payload_unref (copy);
}

/**
 * tide_register_new_paste_step:
 * @self: a register
 * @part: projects and what they refer to, of this or of another register
 *
 * Makes the step that adds the projects under new ids. What they refer to is found by its id, and
 * added where this register does not have it; a number that another project has is left out.
 *
 * Returns: (transfer full): the step
 */
TideStep *
tide_register_new_paste_step (TideRegister *self, TideSnapshot *part)
{
  const GPtrArray *projects = tide_snapshot_get_records (part, TIDE_RECORD_PROJECT);
  g_autofree char *count = g_strdup_printf ("%u", projects->len);
  g_autoptr (GHashTable) ids = make_ids (self, projects);
  g_autoptr (GHashTable) numbers = find_numbers (self);
  TideStep *step = tide_step_new ("paste-projects", count, NULL);

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind != TIDE_RECORD_REGISTER && kind != TIDE_RECORD_PROJECT)
      add_missing (self, step, part, kind);
  for (guint i = 0; i < projects->len; i++)
    add_project (self, step, g_ptr_array_index (projects, i), ids, numbers);

  return step;
}
