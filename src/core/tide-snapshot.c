/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-snapshot.h"

#include "core/tide-checks.h"
#include "core/tide-rates.h"
#include "core/tide-snapshot-private.h"

#include <string.h>

struct _TideSnapshot
{
  gatomicrefcount ref_count;
  GPtrArray *records[TIDE_N_RECORD_KINDS]; /* owned, of owned TidePayload */
  GPtrArray *history;                      /* owned, of owned TideStep */
  char *history_from;                      /* owned */
  guint32 day;                             /* Julian; 0 where it is not known */
  GPtrArray *done;                         /* owned, nullable, of owned TideStep */
  TidePayload *no_settings;                /* owned, stands in where there are none */

  GMutex mutex;                                 /* guards the two below, and putting in order */
  gboolean is_in_order[TIDE_N_RECORD_KINDS];    /* whether records are by id */
  GHashTable *index_by_id[TIDE_N_RECORD_KINDS]; /* owned, made when first needed */

  TideRates *rates;           /* owned, atomic, made when first needed */
  GMutex checks_mutex;        /* held while the checks are run */
  TideChecks *checks;         /* owned, made when first needed; read atomically */
  TideChecks *earlier_checks; /* owned, nullable: of the register before its last changes */
};

G_DEFINE_BOXED_TYPE (TideSnapshot, tide_snapshot, tide_snapshot_ref, tide_snapshot_unref)

static int
compare_ids (const TidePayload *a, const TidePayload *b)
{
  return g_strcmp0 (a->id, b->id);
}

static void
ensure_order (TideSnapshot *self, TideRecordKind kind)
{
  if (self->is_in_order[kind])
    return;

  g_ptr_array_sort_values (self->records[kind], (GCompareFunc) compare_ids);
  self->is_in_order[kind] = TRUE;
}

/* Projects may be 100,000 and are seldom asked for: no table is made for them. */
static const TidePayload *
find_in_order (const GPtrArray *records, const char *id)
{
  guint low = 0;
  guint high = records->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const TidePayload *payload = g_ptr_array_index (records, middle);
      const int order = g_strcmp0 (payload->id, id);

      if (order == 0)
        return payload;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static GHashTable *
ensure_index (TideSnapshot *self, TideRecordKind kind)
{
  const GPtrArray *records = self->records[kind];
  GHashTable *index = self->index_by_id[kind];

  if (index != NULL)
    return index;

  index = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < records->len; i++)
    {
      TidePayload *payload = g_ptr_array_index (records, i);

      if (payload->id != NULL)
        g_hash_table_insert (index, payload->id, payload);
    }
  self->index_by_id[kind] = index;

  return index;
}

/*
 * tide_snapshot_set_done:
 * @self: a snapshot that is not shared yet
 * @done: (transfer full) (element-type TideStep): the steps that led to it in this session, by
 * which the register knows it again once it is saved
 */
void
tide_snapshot_set_done (TideSnapshot *self, GPtrArray *done)
{
  g_clear_pointer (&self->done, g_ptr_array_unref);
  self->done = done;
}

/*
 * tide_snapshot_get_done:
 * @self: a snapshot
 *
 * Returns: (transfer none) (nullable) (element-type TideStep): what tide_snapshot_set_done() was
 *   given
 */
GPtrArray *
tide_snapshot_get_done (TideSnapshot *self)
{
  return self->done;
}

/*
 * tide_snapshot_dup_checks:
 * @self: (nullable): a snapshot
 *
 * Returns: (transfer full) (nullable): what the checks found in it, or in the register before, as
 *   far as anybody has asked
 */
TideChecks *
tide_snapshot_dup_checks (TideSnapshot *self)
{
  TideChecks *checks = self != NULL ? g_atomic_pointer_get (&self->checks) : NULL;

  if (checks == NULL && self != NULL)
    checks = self->earlier_checks;

  return checks != NULL ? tide_checks_ref (checks) : NULL;
}

/*
 * tide_snapshot_take_earlier_checks:
 * @self: a snapshot that is not shared yet
 * @checks: (transfer full) (nullable): what the checks found in the register before
 */
void
tide_snapshot_take_earlier_checks (TideSnapshot *self, TideChecks *checks)
{
  g_clear_pointer (&self->earlier_checks, tide_checks_unref);
  self->earlier_checks = checks;
}

/*
 * tide_snapshot_add_all:
 * @self: a snapshot that is not shared yet and has no records of the kind
 * @kind: kind of the records
 * @payloads: (element-type TidePayload): sealed records in order, which nobody changes any more
 */
void
tide_snapshot_add_all (TideSnapshot *self, TideRecordKind kind, const GPtrArray *payloads)
{
  g_ptr_array_unref (self->records[kind]);
  self->records[kind] = g_ptr_array_ref ((GPtrArray *) payloads);
}

/**
 * tide_snapshot_new:
 *
 * Returns: (transfer full): an empty snapshot, which its maker fills before sharing it
 */
TideSnapshot *
tide_snapshot_new (void)
{
  TideSnapshot *self = g_new0 (TideSnapshot, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_mutex_init (&self->checks_mutex);
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    {
      self->records[i] = tide_entries_new ();
      self->is_in_order[i] = TRUE;
    }
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
  self->no_settings
      = tide_payload_seal (tide_payload_new (tide_shape_for_kind (TIDE_RECORD_REGISTER), NULL));

  return self;
}

/**
 * tide_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideSnapshot *
tide_snapshot_ref (TideSnapshot *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_snapshot_unref:
 * @self: (transfer full): a snapshot
 */
void
tide_snapshot_unref (TideSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    {
      g_clear_pointer (&self->index_by_id[i], g_hash_table_unref);
      g_ptr_array_unref (self->records[i]);
    }
  g_clear_pointer (&self->rates, tide_rates_unref);
  g_ptr_array_unref (self->history);
  g_free (self->history_from);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  tide_payload_unref (self->no_settings);
  g_clear_pointer (&self->checks, tide_checks_unref);
  g_clear_pointer (&self->earlier_checks, tide_checks_unref);
  g_mutex_clear (&self->checks_mutex);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * tide_snapshot_add:
 * @self: a snapshot that is not shared yet
 * @kind: kind of the record
 * @payload: (transfer full): the record, which is sealed
 *
 * Adds a record. Vocabulary keeps the order in which it is added, other records are put in order
 * of their ids.
 */
void
tide_snapshot_add (TideSnapshot *self, TideRecordKind kind, TidePayload *payload)
{
  GPtrArray *records;

  g_return_if_fail (kind < TIDE_N_RECORD_KINDS);
  g_return_if_fail (payload->shape == tide_shape_for_kind (kind));

  records = self->records[kind];
  tide_payload_seal (payload);
  if (!payload->shape->is_ordered && records->len > 0
      && compare_ids (g_ptr_array_index (records, records->len - 1), payload) > 0)
    self->is_in_order[kind] = FALSE;
  g_ptr_array_add (records, payload);
  g_clear_pointer (&self->index_by_id[kind], g_hash_table_unref);
}

/**
 * tide_snapshot_add_history:
 * @self: a snapshot that is not shared yet
 * @step: (transfer full): a step later than those added before
 */
void
tide_snapshot_add_history (TideSnapshot *self, TideStep *step)
{
  g_ptr_array_add (self->history, step);
}

/**
 * tide_snapshot_set_history_from:
 * @self: a snapshot that is not shared yet
 * @history_from: (nullable): id of the step before the first one kept, where the history has been
 *   trimmed
 */
void
tide_snapshot_set_history_from (TideSnapshot *self, const char *history_from)
{
  g_set_str (&self->history_from, history_from);
}

/**
 * tide_snapshot_set_day:
 * @self: a snapshot that is not shared yet
 * @day: Julian day, in the register's time zone, on which it is taken; 0 where it does not matter
 */
void
tide_snapshot_set_day (TideSnapshot *self, guint32 day)
{
  self->day = day;
}

/**
 * tide_snapshot_get_day:
 * @self: a snapshot
 *
 * Returns: the day on which the register is looked at, for what depends on it, such as being
 *   overdue; 0 where there is none, and nothing is overdue
 */
guint32
tide_snapshot_get_day (TideSnapshot *self)
{
  return self->day;
}

/**
 * tide_snapshot_get_settings:
 * @self: a snapshot
 *
 * Returns: (transfer none): the register's own record; one without values where it has none
 */
const TideSettings *
tide_snapshot_get_settings (TideSnapshot *self)
{
  const GPtrArray *records = self->records[TIDE_RECORD_REGISTER];

  return TIDE_SETTINGS (records->len > 0 ? g_ptr_array_index (records, 0) : self->no_settings);
}

/**
 * tide_snapshot_get_records:
 * @self: a snapshot
 * @kind: kind of records
 *
 * Returns: (transfer none) (element-type TidePayload): the records in the order of the file
 */
const GPtrArray *
tide_snapshot_get_records (TideSnapshot *self, TideRecordKind kind)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  ensure_order (self, kind);

  return self->records[kind];
}

/**
 * tide_snapshot_lookup:
 * @self: a snapshot
 * @kind: kind of the record
 * @id: (nullable): its id
 *
 * Returns: (transfer none) (nullable): the record
 */
const TidePayload *
tide_snapshot_lookup (TideSnapshot *self, TideRecordKind kind, const char *id)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  if (id == NULL)
    return NULL;

  locker = g_mutex_locker_new (&self->mutex);
  if (kind == TIDE_RECORD_PROJECT)
    {
      ensure_order (self, kind);
      return find_in_order (self->records[kind], id);
    }

  return g_hash_table_lookup (ensure_index (self, kind), id);
}

/**
 * tide_snapshot_get_rates:
 * @self: a snapshot, to which no rate is added any more
 *
 * Returns: (transfer none): the rates of the register's own set into its own currency
 */
TideRates *
tide_snapshot_get_rates (TideSnapshot *self)
{
  TideRates *rates = g_atomic_pointer_get (&self->rates);

  if (rates != NULL)
    return rates;

  rates = tide_rates_new (self, NULL, NULL);
  if (g_atomic_pointer_compare_and_exchange (&self->rates, NULL, rates))
    return rates;

  tide_rates_unref (rates);
  return g_atomic_pointer_get (&self->rates);
}

/**
 * tide_snapshot_get_history:
 * @self: a snapshot
 *
 * Returns: (transfer none) (element-type TideStep): the steps, oldest first
 */
const GPtrArray *
tide_snapshot_get_history (TideSnapshot *self)
{
  return self->history;
}

/**
 * tide_snapshot_get_history_from:
 * @self: a snapshot
 *
 * Returns: (transfer none) (nullable): id of the step before the first one kept, where the history
 *   has been trimmed
 */
const char *
tide_snapshot_get_history_from (TideSnapshot *self)
{
  return self->history_from;
}

/**
 * tide_snapshot_get_checks:
 * @self: a snapshot
 *
 * Runs the checks when they are first asked for, which takes long in a large register, and less
 * where those of the register before its last changes had been asked for too. Another thread that
 * asks meanwhile waits.
 *
 * Returns: (transfer none): what all checks find
 */
TideChecks *
tide_snapshot_get_checks (TideSnapshot *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->checks_mutex);

  if (self->checks == NULL)
    g_atomic_pointer_set (&self->checks, tide_checks_new (self, self->earlier_checks));

  return self->checks;
}
