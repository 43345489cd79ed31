/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-rate-sets.h"

#include "core/tide-register-private.h"

#include <string.h>

static const char *
get_label (const TidePayload *record, const char *set)
{
  const char *label
      = record != NULL ? tide_payload_get_label (record, tide_language_get_default ()) : NULL;

  return label != NULL ? label : set;
}

static const TideRatePayload *
get_rate (TideRegister *self, guint index)
{
  TideList *list = tide_register_get_list (self, TIDE_RECORD_RATE);

  return TIDE_RATE_PAYLOAD (tide_list_get_payload (list, index));
}

static guint
get_n_rates (TideRegister *self)
{
  return tide_list_get_n (tide_register_get_list (self, TIDE_RECORD_RATE));
}

static TideStep *
create_step (TideRegister *self, const char *name, const char *set)
{
  return tide_step_new (name, tide_register_get_rate_set_label (self, set), NULL);
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *label = tide_register_get_rate_set_label (data, *(const char *const *) a);
  const char *other = tide_register_get_rate_set_label (data, *(const char *const *) b);
  const int order = g_utf8_collate (label, other);

  return order != 0 ? order : strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tide_register_dup_rate_sets:
 * @self: a register
 *
 * Returns: (transfer full): the ids of its sets of exchange rates by their names: those that have a
 *   record, that a rate names or that the register uses
 */
GStrv
tide_register_dup_rate_sets (TideRegister *self)
{
  TideList *records = tide_register_get_list (self, TIDE_RECORD_RATE_SET);
  const char *used = tide_register_get_settings (self)->rate_set;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < tide_list_get_n (records); i++)
    g_hash_table_add (seen, (gpointer) tide_record_get_id (tide_list_get (records, i)));
  for (guint i = 0; i < get_n_rates (self); i++)
    if (get_rate (self, i)->set != NULL)
      g_hash_table_add (seen, get_rate (self, i)->set);
  if (used != NULL)
    g_hash_table_add (seen, (gpointer) used);

  ids = g_hash_table_get_keys_as_ptr_array (seen);
  g_ptr_array_sort_with_data (ids, compare_labels, self);
  for (guint i = 0; i < ids->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (ids, i));

  return g_strv_builder_end (builder);
}

/**
 * tide_register_get_rate_set_label:
 * @self: a register
 * @set: id of a set of rates, with or without a record
 *
 * Returns: (transfer none): its name in the person's language; @set where it has none
 */
const char *
tide_register_get_rate_set_label (TideRegister *self, const char *set)
{
  return get_label (tide_register_lookup_payload (self, TIDE_RECORD_RATE_SET, set), set);
}

/**
 * tide_snapshot_get_rate_set_label:
 * @self: a snapshot
 * @set: id of a set of rates, with or without a record
 *
 * Returns: (transfer none): its name in the person's language; @set where it has none
 */
const char *
tide_snapshot_get_rate_set_label (TideSnapshot *self, const char *set)
{
  return get_label (tide_snapshot_lookup (self, TIDE_RECORD_RATE_SET, set), set);
}

/**
 * tide_register_count_rates:
 * @self: a register
 * @set: id of a set of rates
 *
 * Returns: how many rates it has
 */
guint
tide_register_count_rates (TideRegister *self, const char *set)
{
  guint n = 0;

  for (guint i = 0; i < get_n_rates (self); i++)
    n += g_strcmp0 (get_rate (self, i)->set, set) == 0;

  return n;
}

/**
 * tide_register_new_use_rate_set_step:
 * @self: a register
 * @set: id of a set of rates
 *
 * Returns: (transfer full): the step that makes it the one which totals use
 */
TideStep *
tide_register_new_use_rate_set_step (TideRegister *self, const char *set)
{
  const TidePayload *before = &tide_register_get_settings (self)->base;
  TidePayload *after = tide_payload_copy (before);
  TideStep *step = create_step (self, "use-rate-set", set);

  tide_payload_set_string (&((TideSettings *) after)->rate_set, set);
  tide_register_add_change (self, step, TIDE_RECORD_REGISTER, before, after);

  return step;
}

static void
append_suffix (char **text, const char *suffix)
{
  g_autofree char *joined = *text != NULL ? g_strconcat (*text, suffix, NULL) : NULL;

  tide_payload_set_string (text, joined);
}

static TidePayload *
dup_record (TideRegister *self, const char *set)
{
  const TidePayload *record = tide_register_lookup_payload (self, TIDE_RECORD_RATE_SET, set);
  TidePayload *copy;

  if (record != NULL)
    return tide_payload_copy (record);

  copy = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_RATE_SET), NULL);
  tide_payload_set_string (&((TideRateSetPayload *) copy)->name.en, set);

  return copy;
}

/**
 * tide_register_new_duplicate_rate_set_step:
 * @self: a register
 * @set: id of a set of rates
 *
 * Returns: (transfer full): the step that adds a set with the same rates, whose name says so
 */
TideStep *
tide_register_new_duplicate_rate_set_step (TideRegister *self, const char *set)
{
  g_autoptr (TidePayload) record = dup_record (self, set);
  TideRateSetPayload *copy = (TideRateSetPayload *) record;
  g_autofree char *id = tide_clock_dup_id (tide_register_get_clock (self));
  TideStep *step = create_step (self, "duplicate-rate-set", set);

  tide_payload_set_string (&record->id, id);
  append_suffix (&copy->name.en, " (copy)");
  append_suffix (&copy->name.zh, "（副本）");
  tide_step_add_record (step, TIDE_RECORD_RATE_SET, tide_payload_seal (record), 0);

  for (guint i = 0; i < get_n_rates (self); i++)
    {
      g_autoptr (TidePayload) rate = NULL;

      if (g_strcmp0 (get_rate (self, i)->set, set) != 0)
        continue;

      rate = tide_payload_copy (&get_rate (self, i)->base);
      tide_payload_set_string (&((TideRatePayload *) rate)->set, id);
      tide_step_add_record (step, TIDE_RECORD_RATE, tide_payload_seal (rate), 0);
    }

  return step;
}

/* Clears @set where a record names it. */
static void
clear_name (TideRegister *self, TideStep *step, TideRecordKind kind, const char *set)
{
  TideList *list = tide_register_get_list (self, kind);
  const TideMember *member = tide_shape_find (tide_shape_for_kind (kind), "rate-set");

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *before = tide_list_get_payload (list, i);
      TidePayload *after;

      if (g_strcmp0 (G_STRUCT_MEMBER (const char *, before, member->offset), set) != 0)
        continue;

      after = tide_payload_copy (before);
      tide_payload_set_string (G_STRUCT_MEMBER_P (after, member->offset), NULL);
      tide_register_add_change (self, step, kind, before, after);
    }
}

/**
 * tide_register_new_delete_rate_set_step:
 * @self: a register
 * @set: id of a set of rates
 *
 * Makes the step that removes a set with its rates. Saved filters, and the register, that name it
 * name none afterwards.
 *
 * Returns: (transfer full): the step
 */
TideStep *
tide_register_new_delete_rate_set_step (TideRegister *self, const char *set)
{
  TideList *records = tide_register_get_list (self, TIDE_RECORD_RATE_SET);
  TideStep *step = create_step (self, "delete-rate-set", set);
  guint position;

  clear_name (self, step, TIDE_RECORD_REGISTER, set);
  clear_name (self, step, TIDE_RECORD_FILTER, set);
  for (guint i = get_n_rates (self); i > 0; i--)
    if (g_strcmp0 (get_rate (self, i - 1)->set, set) == 0)
      tide_step_remove_record (step, TIDE_RECORD_RATE,
                               (TidePayload *) &get_rate (self, i - 1)->base, i - 1);
  if (tide_list_find (records, set, &position))
    tide_step_remove_record (step, TIDE_RECORD_RATE_SET,
                             (TidePayload *) tide_list_get_payload (records, position), position);

  return step;
}
