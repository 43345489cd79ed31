/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-draft-private.h"

#include "core/tide-field-private.h"
#include "core/tide-register-private.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (TideDraft, tide_draft, G_TYPE_OBJECT)

typedef enum
{
  PROP_CHANGED = 1,
  PROP_N_PROBLEMS,
} TideDraftProperty;

static GParamSpec *props[PROP_N_PROBLEMS + 1];

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
part_free (TideDraftPart *part)
{
  g_free (part->path);
  g_clear_object (&part->field);
  g_clear_object (&part->entries);
  g_free (part);
}

/*
 * tide_draft_find_part:
 * @self: a draft
 * @path: path of a field or of a list of entries
 *
 * Returns: (transfer none) (nullable): the part
 */
TideDraftPart *
tide_draft_find_part (TideDraft *self, const char *path)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (strcmp (part->path, path) == 0)
        return part;
    }

  return NULL;
}

/*
 * tide_draft_part_get:
 * @part: a list of entries
 * @index: which one
 *
 * Returns: (transfer none): the draft of the entry
 */
TideDraft *
tide_draft_part_get (const TideDraftPart *part, guint index)
{
  g_autoptr (TideDraft) entry = g_list_model_get_item (G_LIST_MODEL (part->entries), index);

  return entry;
}

/*
 * tide_draft_part_get_n:
 * @part: a list of entries
 *
 * Returns: how many it has
 */
guint
tide_draft_part_get_n (const TideDraftPart *part)
{
  return g_list_model_get_n_items (G_LIST_MODEL (part->entries));
}

/*
 * tide_draft_is_meant:
 * @entry: the draft of an entry
 *
 * Returns: %FALSE for an entry that was added and left empty, which is none
 */
gboolean
tide_draft_is_meant (TideDraft *entry)
{
  return !entry->is_new || tide_draft_get_changed (entry)
         || !tide_payload_is_empty (entry->original);
}

static guint
count_originals (const TidePayload *original, const char *list)
{
  g_auto (TideValue) value = { 0 };

  tide_payload_get_value_at (original, list, &value);

  return tide_entries_get_n (value.as.entries);
}

/*
 * tide_draft_is_list_changed:
 * @self: a draft
 * @part: a list of its entries
 *
 * Returns: whether an entry was changed, added or removed
 */
gboolean
tide_draft_is_list_changed (TideDraft *self, const TideDraftPart *part)
{
  guint n_kept = 0;

  for (guint i = 0; i < tide_draft_part_get_n (part); i++)
    {
      TideDraft *entry = tide_draft_part_get (part, i);

      if (tide_draft_get_changed (entry))
        return TRUE;
      n_kept += !tide_payload_is_empty (entry->original);
    }

  return n_kept != count_originals (self->original, part->path);
}

static guint
count_problems (TideDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->field != NULL)
        n += tide_field_get_problem (part->field) != NULL;
      else
        for (guint j = 0; j < tide_draft_part_get_n (part); j++)
          n += count_problems (tide_draft_part_get (part, j));
    }

  return n;
}

static void
update (TideDraft *self)
{
  gboolean changed = tide_draft_get_changed (self);
  guint n_problems = count_problems (self);

  if (self->was_changed != changed)
    {
      self->was_changed = changed;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
    }

  if (self->n_problems != n_problems)
    {
      self->n_problems = n_problems;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PROBLEMS]);
    }

  if (self->owner != NULL)
    update (self->owner);
  else
    g_signal_emit (self, signals[EDITED], 0);
}

/* Callbacks --------------------------------------------------------------------------------- */

static void
on_field_edited (TideDraft *self, GParamSpec *pspec, TideField *field)
{
  if (self->is_reading_amount)
    return;

  if (field == self->amount_currency)
    tide_draft_choose_currency (self);
  if (self->amount_written != NULL
      && (field == self->amount_written || field == self->amount_currency))
    tide_draft_understand_amount (self);
  if (self->kind == TIDE_RECORD_RATE)
    tide_draft_understand_rate (self);
  else if (self->kind == TIDE_RECORD_TARGET)
    tide_draft_understand_target (self);
  tide_draft_check_place (self);
  tide_draft_understand_validity (self, field);

  update (self);
}

static void
on_field_problem (TideDraft *self, GParamSpec *pspec, TideField *field)
{
  update (self);
}

/* Making ------------------------------------------------------------------------------------ */

static void
add_field (TideDraft *self, const TideMember *member, const char *path, const char *language)
{
  TideDraftPart *part = g_new0 (TideDraftPart, 1);

  part->field = tide_field_new (member, path, language, self->original);
  part->path = g_strdup (tide_field_get_path (part->field));
  g_ptr_array_add (self->parts, part);

  g_signal_connect_object (part->field, "notify::text", G_CALLBACK (on_field_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (part->field, "notify::active", G_CALLBACK (on_field_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (part->field, "notify::problem", G_CALLBACK (on_field_problem), self,
                           G_CONNECT_SWAPPED);
}

static TideDraftPart *
add_list (TideDraft *self, const TideMember *member, const char *path)
{
  TideDraftPart *part = g_new0 (TideDraftPart, 1);

  part->path = g_strdup (path);
  part->shape = member->shape;
  part->entries = g_list_store_new (TIDE_TYPE_DRAFT);
  g_ptr_array_add (self->parts, part);

  return part;
}

static gboolean
is_value_of_target (const TideShape *shape, const TideMember *member)
{
  return shape == tide_shape_for_kind (TIDE_RECORD_TARGET)
         && (strcmp (member->name, "value") == 0 || strcmp (member->name, "currency") == 0);
}

static gboolean
is_derived (const TideShape *shape, const TideMember *member)
{
  return is_value_of_target (shape, member) || member->kind == TIDE_MEMBER_TIME
         || (member->flags & TIDE_MEMBER_IMPLICIT)
         || (tide_draft_is_amount (shape)
             && (strcmp (member->name, "value") == 0 || strcmp (member->name, "precision") == 0));
}

static TideDraft *
draft_new (TideRegister *reg, TideRecordKind kind, const TidePayload *original, gboolean is_new);

static void
add_entries (TideDraft *self, const TideMember *member, const char *path)
{
  TideDraftPart *part = add_list (self, member, path);
  g_auto (TideValue) value = { 0 };

  tide_payload_get_value_at (self->original, path, &value);
  for (guint i = 0; i < tide_entries_get_n (value.as.entries); i++)
    {
      const TidePayload *payload = g_ptr_array_index (value.as.entries, i);
      g_autoptr (TideDraft) entry = draft_new (self->reg, self->kind, payload, self->is_new);

      entry->owner = self;
      g_list_store_append (part->entries, entry);
    }
}

static void
add_parts (TideDraft *self, const TideShape *shape, const char *prefix)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const TideMember *member = &shape->members[i];
      g_autofree char *path = prefix != NULL ? g_strconcat (prefix, "/", member->name, NULL)
                                             : g_strdup (member->name);

      if (is_derived (shape, member))
        continue;

      if (member->kind == TIDE_MEMBER_TEXT)
        {
          add_field (self, member, path, "en");
          add_field (self, member, path, "zh");
        }
      else if (member->kind == TIDE_MEMBER_OBJECT)
        add_parts (self, member->shape, path);
      else if (member->kind == TIDE_MEMBER_ENTRIES)
        add_entries (self, member, path);
      else
        add_field (self, member, path, NULL);
    }
}

static TideDraft *
draft_new (TideRegister *reg, TideRecordKind kind, const TidePayload *original, gboolean is_new)
{
  TideDraft *self = g_object_new (TIDE_TYPE_DRAFT, NULL);

  self->reg = g_object_ref (reg);
  self->kind = kind;
  self->is_new = is_new;
  if (is_new && original->id != NULL)
    {
      TidePayload *copy = tide_payload_copy (original);

      tide_payload_set_string (&copy->id, NULL);
      self->original = tide_payload_seal (copy);
    }
  else
    self->original = tide_payload_ref (original);

  add_parts (self, self->original->shape, NULL);
  if (tide_draft_is_amount (self->original->shape))
    tide_draft_begin_amount (self);
  if (kind == TIDE_RECORD_TARGET)
    tide_draft_begin_target (self);

  return self;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideDraft *self = TIDE_DRAFT (object);

  switch ((TideDraftProperty) id)
    {
    case PROP_CHANGED:
      g_value_set_boolean (value, tide_draft_get_changed (self));
      break;
    case PROP_N_PROBLEMS:
      g_value_set_uint (value, self->n_problems);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_draft_dispose (GObject *object)
{
  TideDraft *self = TIDE_DRAFT (object);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      for (guint j = 0; part->entries != NULL && j < tide_draft_part_get_n (part); j++)
        tide_draft_part_get (part, j)->owner = NULL;
    }
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_draft_parent_class)->dispose (object);
}

static void
tide_draft_finalize (GObject *object)
{
  TideDraft *self = TIDE_DRAFT (object);

  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->original, tide_payload_unref);
  g_free (self->chosen_currency);
  g_free (self->step_name);
  g_free (self->needed);
  g_clear_pointer (&self->companions, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_draft_parent_class)->finalize (object);
}

static void
tide_draft_class_init (TideDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = tide_draft_get_property;
  object_class->dispose = tide_draft_dispose;
  object_class->finalize = tide_draft_finalize;

  props[PROP_CHANGED] = g_param_spec_boolean ("changed", NULL, NULL, FALSE, flags);
  props[PROP_N_PROBLEMS] = g_param_spec_uint ("n-problems", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[EDITED] = g_signal_new ("edited", TIDE_TYPE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
tide_draft_init (TideDraft *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
}

/**
 * tide_draft_new:
 * @reg: the register
 * @kind: kind of the record
 * @payload: (nullable): a record to edit; without an id, what a new record begins with; %NULL for a
 *   new record that begins empty
 *
 * Returns: (transfer full): a draft that has not been touched
 */
TideDraft *
tide_draft_new (TideRegister *reg, TideRecordKind kind, const TidePayload *payload)
{
  /* Sealing gives an id to what has none of its own. */
  const gboolean is_new = payload == NULL || payload->id == NULL;
  g_autoptr (TidePayload) original = NULL;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (kind < TIDE_N_RECORD_KINDS, NULL);

  if (payload != NULL)
    original = payload->is_sealed ? tide_payload_ref (payload)
                                  : tide_payload_seal (tide_payload_copy (payload));
  else
    original = tide_payload_seal (tide_payload_new (tide_shape_for_kind (kind), NULL));

  return draft_new (reg, kind, original, is_new);
}

/**
 * tide_draft_new_entry:
 * @reg: the register
 * @kind: kind of the records that have the list
 * @list: an entry list
 *
 * An entry that stands alone, for what is added to records otherwise than in their forms. It can be
 * read with tide_draft_dup_payload(), but neither checked nor committed as a record can.
 *
 * Returns: (transfer full): a draft without values
 */
TideDraft *
tide_draft_new_entry (TideRegister *reg, TideRecordKind kind, const char *list)
{
  g_autoptr (TidePayload) empty = NULL;
  const TideMember *member;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  member = tide_shape_find (tide_shape_for_kind (kind), list);
  g_return_val_if_fail (member != NULL && member->kind == TIDE_MEMBER_ENTRIES, NULL);

  empty = tide_payload_seal (tide_payload_new (member->shape, NULL));

  return draft_new (reg, kind, empty, TRUE);
}

/**
 * tide_draft_get_field:
 * @self: a draft
 * @path: a member: `number`, `name/en`, `plans/start`
 *
 * Returns: (transfer none) (nullable): the field
 */
TideField *
tide_draft_get_field (TideDraft *self, const char *path)
{
  const TideDraftPart *part;

  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  part = tide_draft_find_part (self, path);

  return part != NULL ? part->field : NULL;
}

/**
 * tide_draft_get_entries:
 * @self: a draft
 * @list: an entry list: `amounts`, `declared/amounts`
 *
 * Returns: (transfer none) (nullable): the drafts of the entries
 */
GListModel *
tide_draft_get_entries (TideDraft *self, const char *list)
{
  const TideDraftPart *part;

  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  part = tide_draft_find_part (self, list);

  return part != NULL ? G_LIST_MODEL (part->entries) : NULL;
}

/**
 * tide_draft_find_entry:
 * @self: a draft
 * @list: an entry list
 * @key: key of an entry (tide_payload_dup_key()) as it was before it was touched
 *
 * Returns: (transfer none) (nullable): the draft of the entry; %NULL if there is none, or no more
 */
TideDraft *
tide_draft_find_entry (TideDraft *self, const char *list, const char *key)
{
  const TideDraftPart *part;

  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  part = tide_draft_find_part (self, list);
  g_return_val_if_fail (part != NULL && part->entries != NULL, NULL);

  for (guint i = 0; i < tide_draft_part_get_n (part); i++)
    {
      TideDraft *entry = tide_draft_part_get (part, i);
      g_autofree char *found = entry->is_new ? NULL : tide_payload_dup_key (entry->original);

      if (found != NULL && strcmp (found, key) == 0)
        return entry;
    }

  return NULL;
}

/**
 * tide_draft_append_entry:
 * @self: a draft
 * @list: an entry list
 *
 * Adds an empty entry at the end. As long as nothing is typed in it, it is none.
 *
 * Returns: (transfer none): the draft of the entry
 */
TideDraft *
tide_draft_append_entry (TideDraft *self, const char *list)
{
  TideDraftPart *part;
  g_autoptr (TidePayload) empty = NULL;
  g_autoptr (TideDraft) entry = NULL;

  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  part = tide_draft_find_part (self, list);
  g_return_val_if_fail (part != NULL && part->entries != NULL, NULL);

  empty = tide_payload_seal (tide_payload_new (part->shape, NULL));
  entry = draft_new (self->reg, self->kind, empty, TRUE);
  entry->owner = self;
  g_list_store_append (part->entries, entry);

  return tide_draft_part_get (part, tide_draft_part_get_n (part) - 1);
}

/**
 * tide_draft_remove_entry:
 * @self: a draft
 * @list: an entry list
 * @entry: the draft of one of its entries
 */
void
tide_draft_remove_entry (TideDraft *self, const char *list, TideDraft *entry)
{
  const TideDraftPart *part;
  guint position;

  g_return_if_fail (TIDE_IS_DRAFT (self));

  part = tide_draft_find_part (self, list);
  g_return_if_fail (part != NULL && part->entries != NULL);

  if (!g_list_store_find (part->entries, entry, &position))
    return;

  entry->owner = NULL;
  g_list_store_remove (part->entries, position);
  update (self);
}

/**
 * tide_draft_get_changed:
 * @self: a draft
 *
 * Returns: whether anything was touched and differs from what it began with
 */
gboolean
tide_draft_get_changed (TideDraft *self)
{
  g_return_val_if_fail (TIDE_IS_DRAFT (self), FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TideDraftPart *part = g_ptr_array_index (self->parts, i);

      if (part->field != NULL ? tide_field_get_changed (part->field)
                              : tide_draft_is_list_changed (self, part))
        return TRUE;
    }

  return FALSE;
}

/**
 * tide_draft_get_n_problems:
 * @self: a draft
 *
 * Returns: how many of its fields have a problem, those of its entries included
 */
guint
tide_draft_get_n_problems (TideDraft *self)
{
  g_return_val_if_fail (TIDE_IS_DRAFT (self), 0);

  return self->n_problems;
}

/**
 * tide_draft_get_original:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the record or entry it was made from; %NULL if it is new
 */
const TidePayload *
tide_draft_get_original (TideDraft *self)
{
  g_return_val_if_fail (TIDE_IS_DRAFT (self), NULL);

  return self->is_new ? NULL : self->original;
}

/**
 * tide_draft_get_kind:
 * @self: a draft
 *
 * Returns: kind of the record
 */
TideRecordKind
tide_draft_get_kind (TideDraft *self)
{
  g_return_val_if_fail (TIDE_IS_DRAFT (self), TIDE_RECORD_PROJECT);

  return self->kind;
}

/**
 * tide_draft_set_open:
 * @self: a draft of a record
 * @is_open: whether a form shows it
 *
 * Adds it to those that tide_register_get_drafts() lists, or takes it away: what is typed in an
 * open form shall not be lost before it is saved.
 */
void
tide_draft_set_open (TideDraft *self, gboolean is_open)
{
  g_return_if_fail (TIDE_IS_DRAFT (self));

  if (self->is_open == is_open)
    return;

  self->is_open = is_open;
  if (is_open)
    tide_register_add_draft (self->reg, self);
  else
    tide_register_remove_draft (self->reg, self);
}
