/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-project-parts.h"

struct _TideProjectParts
{
  GObject parent_instance;

  TideRegister *reg;     /* owned, nullable */
  GHashTable *parts;     /* owned, nullable until it is known: ids to arrays of payloads */
  GCancellable *looking; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (TideProjectParts, tide_project_parts, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
add_part (GHashTable *parts, TideProjectPayload *part)
{
  GPtrArray *array = g_hash_table_lookup (parts, part->parent);

  if (array == NULL)
    {
      array = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_payload_unref);
      g_hash_table_insert (parts, g_strdup (part->parent), array);
    }
  g_ptr_array_add (array, tide_payload_ref (&part->base));
}

static void
find (GTask *task, gpointer source, gpointer snapshot, GCancellable *cancellable)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GHashTable *parts
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      TideProjectPayload *project = g_ptr_array_index (projects, i);

      if (project->parent != NULL)
        add_part (parts, project);
    }
  g_task_return_pointer (task, parts, (GDestroyNotify) g_hash_table_unref);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  GHashTable *parts = g_task_propagate_pointer (G_TASK (result), NULL);
  TideProjectParts *self = data;

  /* It was cancelled, and the object may be gone. */
  if (parts == NULL)
    return;

  g_clear_object (&self->looking);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  self->parts = parts;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (TideProjectParts *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
}

static void
look (TideProjectParts *self)
{
  g_autoptr (GTask) task = NULL;

  stop (self);
  self->looking = g_cancellable_new ();
  task = g_task_new (NULL, self->looking, on_found, self);
  g_task_set_static_name (task, "tide-project-parts");
  g_task_set_task_data (task, tide_register_dup_snapshot (self->reg),
                        (GDestroyNotify) tide_snapshot_unref);
  g_task_run_in_thread (task, find);
}

static void
tide_project_parts_dispose (GObject *object)
{
  TideProjectParts *self = TIDE_PROJECT_PARTS (object);

  tide_project_parts_set_register (self, NULL);

  G_OBJECT_CLASS (tide_project_parts_parent_class)->dispose (object);
}

static void
tide_project_parts_class_init (TideProjectPartsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_project_parts_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_project_parts_init (TideProjectParts *self)
{
}

/**
 * tide_project_parts_new:
 *
 * Returns: (transfer full): an object without a register
 */
TideProjectParts *
tide_project_parts_new (void)
{
  return g_object_new (TIDE_TYPE_PROJECT_PARTS, NULL);
}

/**
 * tide_project_parts_set_register:
 * @self: an object
 * @reg: (nullable): the register to look at
 */
void
tide_project_parts_set_register (TideProjectParts *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_PROJECT_PARTS (self));

  if (self->reg == reg)
    return;

  stop (self);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  if (self->reg != NULL)
    g_signal_handlers_disconnect_by_data (self->reg, self);
  g_set_object (&self->reg, reg);
  if (reg == NULL)
    return;

  g_signal_connect_object (reg, "stepped", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
  look (self);
}

/**
 * tide_project_parts_is_known:
 * @self: an object
 *
 * Returns: whether it has been found out; after a step, as it was before until `changed`
 */
gboolean
tide_project_parts_is_known (TideProjectParts *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_PARTS (self), FALSE);

  return self->parts != NULL;
}

/**
 * tide_project_parts_lookup:
 * @self: an object
 * @id: id of a project
 *
 * Returns: (transfer none) (nullable) (element-type TideProjectPayload): the projects that are
 * parts of it, valid until `changed`; %NULL where there are none, or it is not yet known
 */
const GPtrArray *
tide_project_parts_lookup (TideProjectParts *self, const char *id)
{
  g_return_val_if_fail (TIDE_IS_PROJECT_PARTS (self), NULL);

  return self->parts != NULL ? g_hash_table_lookup (self->parts, id) : NULL;
}
