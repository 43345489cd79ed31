/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-history-names.h"

#include "core/tide-rate-rules.h"
#include "core/tide-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UNDO_NAME "undo"

struct _TideHistoryNames
{
  gatomicrefcount ref_count;
  TideSnapshot *snapshot; /* owned */
  TideSnapshot *other;    /* owned, nullable */
  GPtrArray *steps;       /* owned, of owned TideStep */

  GMutex mutex; /* guards making the indexes */
  GHashTable
      *gone[TIDE_N_RECORD_KINDS]; /* owned, id to owned TidePayload; made when first needed */
};

/* What was said of a record that is set in part: as much of it as says what it is called. */
static TidePayload *
create_named (const TideEdit *edit)
{
  g_autoptr (TidePayload) payload
      = tide_payload_new (tide_shape_for_kind (edit->record_kind), edit->record);
  const TideValue *value = tide_value_is_set (&edit->after) ? &edit->after : &edit->before;

  tide_payload_set_value_at (payload, edit->member, value);
  tide_payload_seal (payload);

  return tide_payload_get_label (payload, TIDE_LANGUAGE_EN) != NULL ? g_steal_pointer (&payload)
                                                                    : NULL;
}

static void
add_edit (TideHistoryNames *self, const TideEdit *edit)
{
  GHashTable *gone = self->gone[edit->record_kind];
  const TideValue *whole = edit->kind == TIDE_EDIT_ADD ? &edit->after : &edit->before;
  TidePayload *payload = NULL;

  if (edit->list != NULL)
    return;

  if (edit->kind != TIDE_EDIT_SET)
    payload = whole->as.object != NULL ? tide_payload_ref (whole->as.object) : NULL;
  else if (!g_hash_table_contains (gone, edit->record))
    payload = create_named (edit);
  if (payload != NULL)
    g_hash_table_insert (gone, g_strdup (edit->record), payload);
}

static void
ensure_gone (TideHistoryNames *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->gone[0] != NULL)
    return;

  for (guint kind = TIDE_N_RECORD_KINDS; kind > 0; kind--)
    self->gone[kind - 1] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                  (GDestroyNotify) tide_payload_unref);
  for (guint i = 0; self->steps != NULL && i < self->steps->len; i++)
    {
      const TideStep *step = g_ptr_array_index (self->steps, i);

      for (guint j = 0; j < step->edits->len; j++)
        add_edit (self, g_ptr_array_index (step->edits, j));
    }
}

/* What a step says of the one record that it is about: of `edit-project`, the project. */
static const char *
get_argument (const TideStep *step, TideRecordKind kind)
{
  const char *const *args = (const char *const *) step->args;
  const char *name = step->name;
  const char *act;

  if (strcmp (name, UNDO_NAME) == 0 && args != NULL && args[0] != NULL)
    name = *args++;
  act = strchr (name, '-');
  if (args == NULL || act == NULL || strcmp (act + 1, tide_shape_for_kind (kind)->name) != 0)
    return NULL;

  return args[0] != NULL && args[0][0] != '\0' ? args[0] : NULL;
}

/**
 * tide_history_names_new:
 * @snapshot: the register as it is
 * @other: (nullable): the register as it was, whose records count where @snapshot has none
 * @steps: (nullable) (element-type TideStep): a history, whose records count where there is none
 *   else
 *
 * Returns: (transfer full): the names
 */
TideHistoryNames *
tide_history_names_new (TideSnapshot *snapshot, TideSnapshot *other, GPtrArray *steps)
{
  TideHistoryNames *self = g_new0 (TideHistoryNames, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->snapshot = tide_snapshot_ref (snapshot);
  self->other = other != NULL ? tide_snapshot_ref (other) : NULL;
  self->steps = steps != NULL ? g_ptr_array_ref (steps) : NULL;

  return self;
}

/**
 * tide_history_names_ref:
 * @self: names
 *
 * Returns: (transfer full): @self
 */
TideHistoryNames *
tide_history_names_ref (TideHistoryNames *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_history_names_unref:
 * @self: (transfer full): names
 */
void
tide_history_names_unref (TideHistoryNames *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    g_clear_pointer (&self->gone[kind], g_hash_table_unref);
  tide_snapshot_unref (self->snapshot);
  g_clear_pointer (&self->other, tide_snapshot_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * tide_history_names_get_time_zone:
 * @self: names
 *
 * Returns: (transfer none) (nullable): where the register makes days of time stamps
 */
const char *
tide_history_names_get_time_zone (TideHistoryNames *self)
{
  return tide_snapshot_get_settings (self->snapshot)->time_zone;
}

/**
 * tide_history_names_lookup:
 * @self: names
 * @kind: kind of a record
 * @id: its id
 *
 * Returns: (transfer none) (nullable): the record as it is, else as it was when it was last heard
 *   of, perhaps in part
 */
const TidePayload *
tide_history_names_lookup (TideHistoryNames *self, TideRecordKind kind, const char *id)
{
  const TidePayload *payload;

  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  if (id == NULL)
    return NULL;

  payload = tide_snapshot_lookup (self->snapshot, kind, id);
  if (payload == NULL && self->other != NULL)
    payload = tide_snapshot_lookup (self->other, kind, id);
  if (payload != NULL)
    return payload;

  ensure_gone (self);

  return g_hash_table_lookup (self->gone[kind], id);
}

/**
 * tide_history_names_dup_name:
 * @self: names
 * @step: (nullable): the step that speaks of it
 * @kind: kind of a record
 * @id: its id
 *
 * Returns: (transfer full): what the record is called; @id only where nothing else is known of it
 */
char *
tide_history_names_dup_name (TideHistoryNames *self,
                             const TideStep *step,
                             TideRecordKind kind,
                             const char *id)
{
  const TidePayload *payload = tide_history_names_lookup (self, kind, id);
  const char *name
      = payload != NULL ? tide_payload_get_label (payload, tide_language_get_default ()) : NULL;

  if (kind == TIDE_RECORD_RATE && payload != NULL)
    return tide_rate_dup_name (TIDE_RATE_PAYLOAD (payload));
  if (name == NULL && kind == TIDE_RECORD_PROJECT && payload != NULL)
    name = TIDE_PROJECT_PAYLOAD (payload)->code_name;
  if (name == NULL && step != NULL)
    name = get_argument (step, kind);
  if (name == NULL && payload != NULL)
    name = _ ("Without a Name");

  return g_strdup (name != NULL ? name : id);
}
