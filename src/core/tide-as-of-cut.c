/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-as-of-private.h"

#include "core/tide-payloads.h"
#include "core/tide-references-private.h"

/* After how many records somebody may have changed their mind. */
#define PATIENCE 4096

/* The entries that are dated. Those that tell how far a record has come can hold it without a
 * date: it may have come there earlier. */
static const struct
{
  TideRecordKind kind;
  gsize entries;
  gsize date;
  gboolean holds;
} logs[] = {
#define LOG(record_kind, Record, list, Entry, member, is_held)                                     \
  { record_kind, G_STRUCT_OFFSET (Record, list), G_STRUCT_OFFSET (Entry, member), is_held }
  LOG (TIDE_RECORD_PROJECT, TideProjectPayload, stages, TideStageEntry, date, TRUE),
  LOG (TIDE_RECORD_PROJECT, TideProjectPayload, statuses, TideStatusEntry, date, FALSE),
  LOG (TIDE_RECORD_PROJECT, TideProjectPayload, amounts, TideAmount, date, FALSE),
  LOG (TIDE_RECORD_PROJECT, TideProjectPayload, activities, TideActivity, date, FALSE),
  LOG (TIDE_RECORD_INDICATOR, TideIndicatorPayload, observations, TideObservation, period, FALSE),
  LOG (TIDE_RECORD_INDICATOR, TideIndicatorPayload, growth, TideGrowth, to, FALSE),
  LOG (TIDE_RECORD_INDICATOR, TideIndicatorPayload, breaks, TideBreak, before, FALSE),
  LOG (TIDE_RECORD_PLATFORM, TidePlatformPayload, counts, TidePlatformCount, date, FALSE),
  LOG (TIDE_RECORD_RESULT, TideResultPayload, stages, TideResultStage, date, TRUE),
#undef LOG
};

/* How the entries of a record lie to the day. */
typedef struct
{
  guint n_later;
  guint n_earlier;
  guint n_undated;
  gboolean is_held;
} Tally;

typedef struct
{
  TideAsOf *as_of;
  TideSnapshot *before;                  /* owned */
  TideSnapshot *after;                   /* owned */
  guint32 day;                           /* the last one that is seen */
  GHashTable *gone[TIDE_N_RECORD_KINDS]; /* owned, nullable, of borrowed ids */
} Cut;

static void
cut_clear (Cut *self)
{
  tide_snapshot_unref (self->before);
  tide_snapshot_unref (self->after);
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    g_clear_pointer (&self->gone[i], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cut, cut_clear)

static gboolean
is_later (const Cut *self, const TideDate *date)
{
  return tide_date_is_set (date) && tide_date_get_last_day (date) > self->day;
}

static const GPtrArray *
get_entries (const TidePayload *record, gsize offset)
{
  return G_STRUCT_MEMBER (const GPtrArray *, record, offset);
}

static const TideDate *
get_date (const GPtrArray *entries, guint index, gsize offset)
{
  return G_STRUCT_MEMBER_P (g_ptr_array_index (entries, index), offset);
}

static void
count_entries (
    const Cut *self, const GPtrArray *entries, gsize offset, gboolean holds, Tally *tally)
{
  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      const TideDate *date = get_date (entries, i, offset);

      if (is_later (self, date))
        tally->n_later++;
      else if (tide_date_is_set (date))
        tally->n_earlier++;
      else
        {
          tally->n_undated++;
          tally->is_held = tally->is_held || holds;
        }
    }
}

static const GPtrArray *
get_declared (const TidePayload *event)
{
  const TideDeclared *declared = (const TideDeclared *) TIDE_EVENT_PAYLOAD (event)->declared;

  return declared != NULL ? declared->amounts : NULL;
}

static void
count_record (const Cut *self, TideRecordKind kind, const TidePayload *record, Tally *tally)
{
  *tally = (Tally) { 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    if (logs[i].kind == kind)
      count_entries (self, get_entries (record, logs[i].entries), logs[i].date, logs[i].holds,
                     tally);
  if (kind == TIDE_RECORD_EVENT)
    count_entries (self, get_declared (record), G_STRUCT_OFFSET (TideAmount, date), FALSE, tally);
}

/* A target of an event that is not there yet would become one of everything. */
static gboolean
is_target_of_gone (const Cut *self, const TidePayload *target)
{
  const char *event = ((const TideTargetPayload *) target)->event;

  return event != NULL && self->gone[TIDE_RECORD_EVENT] != NULL
         && g_hash_table_contains (self->gone[TIDE_RECORD_EVENT], event);
}

static gboolean
is_gone (const Cut *self, TideRecordKind kind, const TidePayload *record)
{
  Tally tally;

  switch ((guint) kind)
    {
    case TIDE_RECORD_EVENT:
      return is_later (self, &TIDE_EVENT_PAYLOAD (record)->date);
    case TIDE_RECORD_RATE:
      return is_later (self, &TIDE_RATE_PAYLOAD (record)->date);
    case TIDE_RECORD_TARGET:
      return is_target_of_gone (self, record);
    case TIDE_RECORD_PROJECT:
    case TIDE_RECORD_RESULT:
      count_record (self, kind, record, &tally);
      return tally.n_later > 0 && tally.n_earlier == 0 && !tally.is_held;
    default:
      return FALSE;
    }
}

static gboolean
find_gone (Cut *self, TideRecordKind kind, GCancellable *cancellable, GError **error)
{
  const GPtrArray *records = tide_snapshot_get_records (self->before, kind);

  for (guint i = 0; i < records->len; i++)
    {
      TidePayload *record = g_ptr_array_index (records, i);

      if (i % PATIENCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!is_gone (self, kind, record))
        continue;

      if (self->gone[kind] == NULL)
        self->gone[kind] = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_add (self->gone[kind], record->id);
      self->as_of->n_left_out[kind]++;
    }

  return TRUE;
}

static void
drop_later (const Cut *self, GPtrArray **entries, gsize offset)
{
  for (guint i = *entries != NULL ? (*entries)->len : 0; i > 0; i--)
    if (is_later (self, get_date (*entries, i - 1, offset)))
      g_ptr_array_remove_index (*entries, i - 1);
  if (*entries != NULL && (*entries)->len == 0)
    g_clear_pointer (entries, g_ptr_array_unref);
}

static void
drop_later_declared (const Cut *self, TideEventPayload *event)
{
  TideDeclared *declared;

  if (event->declared == NULL)
    return;

  declared = (TideDeclared *) tide_payload_copy (event->declared);
  drop_later (self, &declared->amounts, G_STRUCT_OFFSET (TideAmount, date));
  tide_payload_unref (event->declared);
  event->declared = tide_payload_seal (&declared->base);
}

static TidePayload *
drop_later_entries (const Cut *self, TideRecordKind kind, const TidePayload *record)
{
  TidePayload *copy = tide_payload_copy (record);

  for (gsize i = 0; i < G_N_ELEMENTS (logs); i++)
    if (logs[i].kind == kind)
      drop_later (self, G_STRUCT_MEMBER_P (copy, logs[i].entries), logs[i].date);
  if (kind == TIDE_RECORD_EVENT)
    drop_later_declared (self, (TideEventPayload *) copy);

  return tide_payload_seal (copy);
}

/* Takes @record. */
static TidePayload *
clear_references (const Cut *self, TidePayload *record)
{
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      TidePayload *cleared;

      if (self->gone[kind] == NULL || kind == TIDE_RECORD_RATE)
        continue;

      cleared = tide_payload_replace_references (record, kind, self->gone[kind], NULL);
      if (cleared == NULL)
        continue;

      tide_payload_unref (record);
      record = cleared;
    }

  return record;
}

/* Takes @record. What is fixed to a later date is told at the rates of the last day. */
static TidePayload *
fix_rate_set (const Cut *self, TidePayload *record)
{
  TidePayload *copy;

  if (!is_later (self, &TIDE_RATE_SET_PAYLOAD (record)->date))
    return record;

  copy = tide_payload_copy (record);
  tide_date_init_from_julian (&((TideRateSetPayload *) copy)->date, self->day);
  tide_payload_unref (record);

  return tide_payload_seal (copy);
}

static TidePayload *
cut_record (Cut *self, TideRecordKind kind, const TidePayload *record)
{
  TidePayload *result;
  Tally tally;

  count_record (self, kind, record, &tally);
  self->as_of->n_later += tally.n_later;
  self->as_of->n_undated += tally.n_undated;

  result = tally.n_later > 0 ? drop_later_entries (self, kind, record) : tide_payload_ref (record);
  result = clear_references (self, result);

  return kind == TIDE_RECORD_RATE_SET ? fix_rate_set (self, result) : result;
}

static gboolean
cut_records (Cut *self, TideRecordKind kind, GCancellable *cancellable, GError **error)
{
  const GPtrArray *records = tide_snapshot_get_records (self->before, kind);

  for (guint i = 0; i < records->len; i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      if (i % PATIENCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->gone[kind] == NULL || !g_hash_table_contains (self->gone[kind], record->id))
        tide_snapshot_add (self->after, kind, cut_record (self, kind, record));
    }

  return TRUE;
}

static void
keep_history (Cut *self)
{
  const GPtrArray *steps = tide_snapshot_get_history (self->before);

  for (guint i = 0; i < steps->len; i++)
    tide_snapshot_add_history (self->after, tide_step_ref (g_ptr_array_index (steps, i)));
  tide_snapshot_set_history_from (self->after, tide_snapshot_get_history_from (self->before));
  tide_snapshot_set_day (self->after, tide_snapshot_get_day (self->before));
}

/*
 * tide_as_of_cut:
 * @self: a register as it stood, not shared yet
 * @day: Julian, the last day that is seen
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Takes out of the snapshot what is dated later, by the rules of tide_as_of_new(), and counts it.
 *
 * Returns: whether it was not stopped
 */
gboolean
tide_as_of_cut (TideAsOf *self, guint32 day, GCancellable *cancellable, GError **error)
{
  /* Events first, as targets go with them. */
  static const TideRecordKind dated[]
      = { TIDE_RECORD_EVENT, TIDE_RECORD_PROJECT, TIDE_RECORD_RESULT, TIDE_RECORD_RATE,
          TIDE_RECORD_TARGET };
  g_auto (Cut) cut = {
    .as_of = self,
    .before = tide_snapshot_ref (self->snapshot),
    .after = tide_snapshot_new (),
    .day = day,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dated); i++)
    if (!find_gone (&cut, dated[i], cancellable, error))
      return FALSE;
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    if (!cut_records (&cut, kind, cancellable, error))
      return FALSE;

  keep_history (&cut);
  tide_snapshot_unref (self->snapshot);
  self->snapshot = tide_snapshot_ref (cut.after);

  return TRUE;
}
