/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-comparison.h"

#include "core/tide-edit-private.h"

#include <string.h>

#define NOWHERE G_MAXUINT

/* The records of one kind on both sides. */
typedef struct
{
  TideRecordKind kind;
  GPtrArray *before; /* owned, of owned TidePayload */
  GPtrArray *after;  /* owned, of owned TidePayload */
  guint *origins;    /* owned, of each record after, where it stands before, or NOWHERE */
  guint8 *stays; /* owned, of each record after, whether it is there before and keeps its place */
  guint8 *goes;  /* owned, of each record before, whether it is taken out of its place */
  GArray *order; /* owned, of guint: the records after, as the register will hold them */
} Pairing;

static GPtrArray *
copy_records (TideSnapshot *snapshot, TideRecordKind kind)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);
  GPtrArray *copy = tide_entries_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (copy, tide_payload_ref (g_ptr_array_index (records, i)));

  return copy;
}

/* A register is the same one whatever its own record is called. */
static void
adopt_settings (Pairing *self)
{
  TidePayload *before;
  TidePayload *after;

  if (self->before->len == 0 || self->after->len == 0)
    {
      g_ptr_array_set_size (self->before, 0);
      g_ptr_array_set_size (self->after, 0);
      return;
    }

  before = g_ptr_array_index (self->before, 0);
  after = g_ptr_array_index (self->after, 0);
  if (g_strcmp0 (before->id, after->id) == 0)
    return;

  g_ptr_array_index (self->after, 0) = tide_payload_copy (after);
  tide_payload_unref (after);
  after = g_ptr_array_index (self->after, 0);
  tide_payload_set_string (&after->id, before->id);
  tide_payload_seal (after);
}

/* The file holds sectors by taxonomy, so that only their order within it means anything. */
static const char *
get_group (TideRecordKind kind, const TidePayload *payload)
{
  const char *taxonomy
      = kind == TIDE_RECORD_SECTOR ? TIDE_SECTOR_PAYLOAD (payload)->taxonomy : NULL;

  return taxonomy != NULL ? taxonomy : "";
}

static void
find_origins (Pairing *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->before->len; i++)
    {
      const TidePayload *payload = g_ptr_array_index (self->before, i);

      g_hash_table_insert (places, payload->id, GUINT_TO_POINTER (i));
    }

  for (guint i = 0; i < self->after->len; i++)
    {
      const TidePayload *payload = g_ptr_array_index (self->after, i);
      gpointer place;

      self->origins[i] = g_hash_table_lookup_extended (places, payload->id, NULL, &place)
                             ? GPOINTER_TO_UINT (place)
                             : NOWHERE;
    }
}

/* Groups to the places of their records after. */
static GHashTable *
group_records (const Pairing *self)
{
  GHashTable *groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->after->len; i++)
    {
      const char *name = get_group (self->kind, g_ptr_array_index (self->after, i));
      GArray *group = g_hash_table_lookup (groups, name);

      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, (gpointer) name, group);
        }
      g_array_append_val (group, i);
    }

  return groups;
}

static gboolean
stays_in_group (const Pairing *self, guint i)
{
  const guint origin = self->origins[i];

  return origin != NOWHERE
         && g_str_equal (get_group (self->kind, g_ptr_array_index (self->before, origin)),
                         get_group (self->kind, g_ptr_array_index (self->after, i)));
}

/* Lets those of a group keep their places that are a longest run in the order of before. */
static void
keep_longest_run (Pairing *self, const GArray *group)
{
  g_autofree guint *ends = g_new (guint, group->len); /* the best end of a run of each length */
  g_autofree guint *previous = g_new (guint, self->after->len);
  guint length = 0;

  for (guint i = 0; i < group->len; i++)
    {
      const guint record = g_array_index (group, guint, i);
      guint low = 0;
      guint high = length;

      if (!stays_in_group (self, record))
        continue;

      while (low < high)
        {
          const guint middle = low + (high - low) / 2;

          if (self->origins[ends[middle]] < self->origins[record])
            low = middle + 1;
          else
            high = middle;
        }
      previous[record] = low > 0 ? ends[low - 1] : NOWHERE;
      ends[low] = record;
      length = MAX (length, low + 1);
    }

  for (guint i = length > 0 ? ends[length - 1] : NOWHERE; i != NOWHERE; i = previous[i])
    self->stays[i] = TRUE;
}

/* Appends what a group has up to and with @last. */
static void
append_group (Pairing *self, GArray *group, guint last)
{
  guint n = 0;

  while (n < group->len && g_array_index (group, guint, n) <= last)
    n++;
  g_array_append_vals (self->order, group->data, n);
  g_array_remove_range (group, 0, n);
}

/* Those that stay keep the order of before; the others follow their neighbours of after. */
static void
arrange (Pairing *self)
{
  g_autoptr (GHashTable) groups = group_records (self);
  g_autofree guint *fates = g_new (guint, self->before->len + 1);
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    keep_longest_run (self, group);

  for (guint i = 0; i < self->before->len; i++)
    fates[i] = NOWHERE;
  for (guint i = 0; i < self->after->len; i++)
    if (self->stays[i])
      fates[self->origins[i]] = i;

  for (guint i = 0; i < self->before->len; i++)
    if (fates[i] != NOWHERE)
      {
        const TidePayload *payload = g_ptr_array_index (self->after, fates[i]);

        append_group (self, g_hash_table_lookup (groups, get_group (self->kind, payload)),
                      fates[i]);
      }

  for (guint i = 0; i < self->after->len; i++)
    {
      const TidePayload *payload = g_ptr_array_index (self->after, i);

      append_group (self, g_hash_table_lookup (groups, get_group (self->kind, payload)),
                    self->after->len);
    }
}

static void
keep_all (Pairing *self)
{
  for (guint i = 0; i < self->after->len; i++)
    {
      self->stays[i] = self->origins[i] != NOWHERE;
      g_array_append_val (self->order, i);
    }
}

static void
pairing_init (Pairing *self, TideSnapshot *from, TideSnapshot *to, TideRecordKind kind)
{
  self->kind = kind;
  self->before = copy_records (from, kind);
  self->after = copy_records (to, kind);
  if (kind == TIDE_RECORD_REGISTER)
    adopt_settings (self);

  self->origins = g_new (guint, self->after->len + 1);
  self->stays = g_new0 (guint8, self->after->len + 1);
  self->goes = g_new (guint8, self->before->len + 1);
  self->order = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->after->len);
  find_origins (self);
  if (tide_shape_for_kind (kind)->is_ordered)
    arrange (self);
  else
    keep_all (self);

  memset (self->goes, TRUE, self->before->len + 1);
  for (guint i = 0; i < self->after->len; i++)
    if (self->stays[i])
      self->goes[self->origins[i]] = FALSE;
}

static void
pairing_clear (Pairing *self)
{
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self->origins);
  g_free (self->stays);
  g_free (self->goes);
  g_array_unref (self->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pairing, pairing_clear)

static void
count (const Pairing *self, TideComparison *counts)
{
  guint n_common = 0;

  for (guint i = 0; i < self->after->len; i++)
    {
      const guint origin = self->origins[i];

      if (origin == NOWHERE)
        {
          counts->n_added++;
          continue;
        }

      n_common++;
      if (!self->stays[i]
          || !tide_payload_equal (g_ptr_array_index (self->before, origin),
                                  g_ptr_array_index (self->after, i)))
        counts->n_changed++;
    }
  counts->n_removed += self->before->len - n_common;
}

/* Whether the edits of @step from @first on make @after of @before. */
static gboolean
is_whole (const TideStep *step, guint first, const TidePayload *before, const TidePayload *after)
{
  g_autoptr (TidePayload) result = tide_payload_copy (before);

  for (guint i = first; i < step->edits->len; i++)
    if (!tide_edit_apply (g_ptr_array_index (step->edits, i), result))
      return FALSE;

  return tide_payload_equal (tide_payload_seal (result), after);
}

static void
add_change (
    TideStep *step, TideRecordKind kind, guint place, TidePayload *before, TidePayload *after)
{
  const guint first = step->edits->len;

  if (tide_payload_equal (before, after))
    return;

  tide_step_add_difference (step, kind, before, after);
  if (is_whole (step, first, before, after))
    return;

  /* Members that this program does not know travel with the whole record alone. */
  g_ptr_array_set_size (step->edits, (int) first);
  tide_step_remove_record (step, kind, before, place);
  tide_step_add_record (step, kind, after, place);
}

/* From the end first, then from the beginning, so that each position is true as its edit applies.
 */
static void
add_edits (const Pairing *self, TideStep *step)
{
  for (guint i = self->before->len; i > 0; i--)
    if (self->goes[i - 1])
      tide_step_remove_record (step, self->kind, g_ptr_array_index (self->before, i - 1), i - 1);

  for (guint i = 0; i < self->order->len; i++)
    {
      const guint record = g_array_index (self->order, guint, i);
      TidePayload *after = g_ptr_array_index (self->after, record);

      if (self->stays[record])
        add_change (step, self->kind, i, g_ptr_array_index (self->before, self->origins[record]),
                    after);
      else
        tide_step_add_record (step, self->kind, after, i);
    }
}

static void
compare (TideSnapshot *from, TideSnapshot *to, TideStep *step, TideComparison *counts)
{
  *counts = (TideComparison) { 0 };
  for (guint kind = 0; kind < TIDE_N_RECORD_KINDS; kind++)
    {
      g_auto (Pairing) pairing = { 0 };

      pairing_init (&pairing, from, to, kind);
      count (&pairing, counts);
      if (step != NULL)
        add_edits (&pairing, step);
    }
}

/**
 * tide_comparison_count:
 * @from: the earlier snapshot
 * @to: the later snapshot
 * @counts: (out caller-allocates): by how many records they differ
 *
 * Compares two snapshots record by record, members that this program does not know included. Takes
 * as long as there are records, so it is for a thread.
 */
void
tide_comparison_count (TideSnapshot *from, TideSnapshot *to, TideComparison *counts)
{
  compare (from, to, NULL, counts);
}

/**
 * tide_comparison_is_empty:
 * @counts: what was counted
 *
 * Returns: whether no record differs
 */
gboolean
tide_comparison_is_empty (const TideComparison *counts)
{
  return counts->n_added == 0 && counts->n_changed == 0 && counts->n_removed == 0;
}

/**
 * tide_comparison_new_step:
 * @from: the snapshot of a register
 * @to: the state it shall have
 * @name: name of the step
 * @arg: (nullable): argument of the name
 * @counts: (out caller-allocates) (optional): by how many records they differ
 *
 * Makes the one step which, applied to a register that is as @from, makes it as @to, except for the
 * id of the register's own record and for the history. The step fits only as a whole: in the middle
 * of it a record may refer to one that comes later.
 *
 * A record that differs gets the edits of tide_step_add_difference(). Where these would not do,
 * because members that this program does not know differ, it is removed and added again whole; so
 * is a vocabulary's record that changes its place among the others.
 *
 * A step that leads to a state with references to nothing is refused by tide_register_apply().
 * Takes as long as there are records, so it is for a thread.
 *
 * Returns: (transfer full): the step, empty where nothing differs
 */
TideStep *
tide_comparison_new_step (
    TideSnapshot *from, TideSnapshot *to, const char *name, const char *arg, TideComparison *counts)
{
  TideStep *step = tide_step_new (name, arg, NULL);
  TideComparison counted;

  compare (from, to, step, &counted);
  if (counts != NULL)
    *counts = counted;

  return step;
}
