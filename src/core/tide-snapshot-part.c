/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-snapshot-part.h"

#include "core/tide-references-private.h"
#include "core/tide-register-private.h"

/* What a part is made of. */
typedef struct
{
  TideSnapshot *snapshot;
  GHashTable *records[TIDE_N_RECORD_KINDS]; /* owned: ids of the vocabulary that comes along */
  GQueue waiting;                           /* of TidePayload: whose references are not known yet */
} Part;

/* What projects are pasted into. */
typedef struct
{
  TideSnapshot *snapshot;
  TideClock *clock;
  GHashTable *ids;     /* owned: new ids of the projects, by those they have in the part */
  GHashTable *numbers; /* owned: that are taken */
  TideStep *step;
} Paste;

/* Copying ------------------------------------------------------------------------------------- */

static void
part_init (Part *self, TideSnapshot *snapshot)
{
  self->snapshot = snapshot;
  g_queue_init (&self->waiting);
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    self->records[i] = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
part_clear (Part *self)
{
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    g_hash_table_unref (self->records[i]);
  g_queue_clear (&self->waiting);
}

static gboolean
collect_reference (TideRecordKind kind, const char *id, gpointer data)
{
  Part *self = data;
  const TidePayload *record;

  if (kind == TIDE_RECORD_PROJECT || g_hash_table_contains (self->records[kind], id))
    return TRUE;

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
    tide_payload_foreach_reference (g_ptr_array_index (projects, i), collect_reference, self);
  while ((record = g_queue_pop_head (&self->waiting)) != NULL)
    tide_payload_foreach_reference (record, collect_reference, self);
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
 * others, such as the taxonomies of their sectors. What they say of other projects stays in them.
 *
 * Returns: (transfer full): what tide_snapshot_new_paste_step() adds to a register
 */
TideSnapshot *
tide_snapshot_new_part (TideSnapshot *self, const GPtrArray *projects)
{
  TideSnapshot *snapshot = tide_snapshot_new ();
  Part part;

  part_init (&part, self);
  collect (&part, projects);
  tide_snapshot_add (snapshot, TIDE_RECORD_REGISTER,
                     tide_payload_ref (&tide_snapshot_get_settings (self)->base));
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind != TIDE_RECORD_REGISTER)
      add_vocabulary (&part, snapshot, kind);
  for (guint i = 0; i < projects->len; i++)
    tide_snapshot_add (snapshot, TIDE_RECORD_PROJECT,
                       tide_payload_ref (g_ptr_array_index (projects, i)));
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
 * Returns: whether a project tells its output or tax, which is in the register's currency, and
 *   means something else in a register of another one
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
add_missing (Paste *self, TideSnapshot *part, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (part, kind);
  guint n = tide_entries_get_n (tide_snapshot_get_records (self->snapshot, kind));

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      TidePayload *record = g_ptr_array_index (records, i);

      if (tide_snapshot_lookup (self->snapshot, kind, record->id) == NULL)
        tide_step_add_record (self->step, kind, record, n++);
    }
}

static void
find_numbers (Paste *self)
{
  const GPtrArray *projects = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (project->number != NULL)
        g_hash_table_add (self->numbers, g_strdup (project->number));
    }
}

static void
make_ids (Paste *self, const GPtrArray *projects)
{
  for (guint i = 0; i < projects->len; i++)
    g_hash_table_insert (self->ids, ((TidePayload *) g_ptr_array_index (projects, i))->id,
                         tide_clock_dup_id (self->clock));
}

/* What a reference to a project becomes: those that are pasted too have new ids, and some are not
 * in the register. */
static const char *
find_renewed (Paste *self, const char *id)
{
  const char *renewed = g_hash_table_lookup (self->ids, id);

  if (renewed == NULL && tide_snapshot_lookup (self->snapshot, TIDE_RECORD_PROJECT, id) != NULL)
    return id;

  return renewed;
}

static GPtrArray *
renew_ids (Paste *self, const GPtrArray *ids)
{
  GPtrArray *renewed = tide_strings_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = find_renewed (self, g_ptr_array_index (ids, i));

      if (id != NULL)
        g_ptr_array_add (renewed, g_ref_string_new_intern (id));
    }

  return renewed;
}

static void
renew_references (Paste *self, TideProjectPayload *project)
{
  g_autoptr (GPtrArray) distinct_from = g_steal_pointer (&project->distinct_from);

  if (project->parent != NULL)
    tide_payload_set_interned (&project->parent, find_renewed (self, project->parent));
  if (distinct_from != NULL)
    project->distinct_from = renew_ids (self, distinct_from);
}

static void
add_project (Paste *self, const TidePayload *project)
{
  g_autoptr (TidePayload) copy = tide_payload_copy (project);
  TideProjectPayload *added = (TideProjectPayload *) copy;

  tide_payload_set_string (&copy->id, g_hash_table_lookup (self->ids, project->id));
  renew_references (self, added);
  if (added->number != NULL && !g_hash_table_add (self->numbers, g_strdup (added->number)))
    tide_payload_set_string (&added->number, NULL);
  tide_project_make_new (copy, self->clock);
  tide_payload_seal (copy);
  tide_step_add_record (self->step, TIDE_RECORD_PROJECT, copy, 0);
}

static void
paste_init (Paste *self, TideSnapshot *snapshot, TideClock *clock, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);

  self->snapshot = snapshot;
  self->clock = clock;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->step = tide_step_new ("paste-projects", count, NULL);
}

/**
 * tide_snapshot_new_paste_step:
 * @self: a register
 * @part: projects and what they refer to, of this or of another register
 * @clock: gives ids and time; no other thread may use it meanwhile
 *
 * Makes the step that adds the projects under new ids. What they refer to is found by its id, and
 * added where this register does not have it; references to projects that are in neither are left
 * out, and so is a number that another project has. May be called in any thread.
 *
 * Returns: (transfer full): the step
 */
TideStep *
tide_snapshot_new_paste_step (TideSnapshot *self, TideSnapshot *part, TideClock *clock)
{
  const GPtrArray *projects = tide_snapshot_get_records (part, TIDE_RECORD_PROJECT);
  Paste paste;

  paste_init (&paste, self, clock, projects->len);
  find_numbers (&paste);
  make_ids (&paste, projects);
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (kind != TIDE_RECORD_REGISTER && kind != TIDE_RECORD_PROJECT)
      add_missing (&paste, part, kind);
  for (guint i = 0; i < projects->len; i++)
    add_project (&paste, g_ptr_array_index (projects, i));
  g_hash_table_unref (paste.ids);
  g_hash_table_unref (paste.numbers);

  return paste.step;
}
