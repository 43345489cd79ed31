/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-step.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TideStep, tide_step, tide_step_ref, tide_step_unref)

#define UNDO_NAME "undo"

static TideStep *
step_new_take (char *name, char **args)
{
  TideStep *self = g_new0 (TideStep, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = name;
  self->args = args;
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_edit_free);

  return self;
}

static void
init_object (TideValue *value, const TidePayload *payload)
{
  *value = (TideValue) { .kind = TIDE_MEMBER_OBJECT, .as.object = tide_payload_ref (payload) };
}

/**
 * tide_step_new:
 * @name: code of the act, such as `edit-project`
 * @...: (nullable): arguments of the name, ended by %NULL
 *
 * Returns: (transfer full): a step without edits
 */
TideStep *
tide_step_new (const char *name, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;
  const char *arg;
  va_list list;

  va_start (list, name);
  while ((arg = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (builder, arg);
  va_end (list);

  args = g_strv_builder_end (builder);

  return step_new_take (g_strdup (name), args[0] != NULL ? g_steal_pointer (&args) : NULL);
}

/**
 * tide_step_ref:
 * @self: a step
 *
 * Returns: (transfer full): @self, of which the caller holds a reference
 */
TideStep *
tide_step_ref (TideStep *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * tide_step_unref:
 * @self: (transfer full): a step
 */
void
tide_step_unref (TideStep *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->args);
  g_free (self->author);
  g_ptr_array_unref (self->edits);
  g_free (self->extra);
  g_free (self);
}

/**
 * tide_step_invert:
 * @self: a step
 *
 * Makes the step that takes @self back. It is called `undo`, with the name and arguments of @self;
 * what takes an `undo` back is called like the step undone.
 *
 * Returns: (transfer full): a step without id, time and author
 */
TideStep *
tide_step_invert (const TideStep *self)
{
  gboolean is_undo = strcmp (self->name, UNDO_NAME) == 0 && self->args != NULL;
  TideStep *inverse;

  if (is_undo)
    {
      char **args = self->args[1] != NULL ? g_strdupv (self->args + 1) : NULL;

      inverse = step_new_take (g_strdup (self->args[0]), args);
    }
  else
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      g_strv_builder_add (builder, self->name);
      if (self->args != NULL)
        g_strv_builder_addv (builder, (const char **) self->args);
      inverse = step_new_take (g_strdup (UNDO_NAME), g_strv_builder_end (builder));
    }

  for (guint i = self->edits->len; i > 0; i--)
    g_ptr_array_add (inverse->edits, tide_edit_invert (g_ptr_array_index (self->edits, i - 1)));

  return inverse;
}

/**
 * tide_step_repeat:
 * @self: a step
 *
 * Returns: (transfer full): a step that does the same once more, without id, time and author
 */
TideStep *
tide_step_repeat (const TideStep *self)
{
  TideStep *again = step_new_take (g_strdup (self->name), g_strdupv (self->args));

  for (guint i = 0; i < self->edits->len; i++)
    g_ptr_array_add (again->edits, tide_edit_copy (g_ptr_array_index (self->edits, i)));
  again->extra = g_strdup (self->extra);

  return again;
}

/**
 * tide_step_add_set:
 * @self: a step
 * @kind: kind of the record
 * @record: id of the record
 * @list: (nullable): path of an entry list, where a member of an entry is set
 * @entry: (nullable): key of the entry
 * @member: path of the member
 * @before: the value it has
 * @after: the value it gets, of the same kind
 */
void
tide_step_add_set (TideStep *self,
                   TideRecordKind kind,
                   const char *record,
                   const char *list,
                   const char *entry,
                   const char *member,
                   const TideValue *before,
                   const TideValue *after)
{
  TideEdit *edit = tide_edit_new (TIDE_EDIT_SET, kind, record);

  edit->list = g_strdup (list);
  edit->entry = g_strdup (entry);
  edit->member = g_strdup (member);
  tide_value_copy (before, &edit->before);
  tide_value_copy (after, &edit->after);
  g_ptr_array_add (self->edits, edit);
}

/**
 * tide_step_add_entry:
 * @self: a step
 * @kind: kind of the record
 * @record: id of the record
 * @list: path of the entry list
 * @entry: (transfer none): a sealed entry to add
 * @position: where it goes, in a list that keeps its order
 */
void
tide_step_add_entry (TideStep *self,
                     TideRecordKind kind,
                     const char *record,
                     const char *list,
                     const TidePayload *entry,
                     guint position)
{
  TideEdit *edit = tide_edit_new (TIDE_EDIT_ADD, kind, record);

  edit->list = g_strdup (list);
  edit->entry = tide_payload_dup_key (entry);
  edit->position = position;
  edit->before.kind = TIDE_MEMBER_OBJECT;
  init_object (&edit->after, entry);
  g_ptr_array_add (self->edits, edit);
}

/**
 * tide_step_remove_entry:
 * @self: a step
 * @kind: kind of the record
 * @record: id of the record
 * @list: path of the entry list
 * @entry: (transfer none): the entry to remove, as it is
 * @position: where it stands, in a list that keeps its order
 */
void
tide_step_remove_entry (TideStep *self,
                        TideRecordKind kind,
                        const char *record,
                        const char *list,
                        const TidePayload *entry,
                        guint position)
{
  TideEdit *edit = tide_edit_new (TIDE_EDIT_REMOVE, kind, record);

  edit->list = g_strdup (list);
  edit->entry = tide_payload_dup_key (entry);
  edit->position = position;
  edit->after.kind = TIDE_MEMBER_OBJECT;
  init_object (&edit->before, entry);
  g_ptr_array_add (self->edits, edit);
}

/**
 * tide_step_add_record:
 * @self: a step
 * @kind: kind of the record
 * @payload: (transfer none): a sealed record to add
 * @position: where it goes, among a vocabulary that keeps its order
 */
void
tide_step_add_record (TideStep *self, TideRecordKind kind, TidePayload *payload, guint position)
{
  TideEdit *edit = tide_edit_new (TIDE_EDIT_ADD, kind, payload->id);

  edit->position = position;
  edit->before.kind = TIDE_MEMBER_OBJECT;
  init_object (&edit->after, payload);
  g_ptr_array_add (self->edits, edit);
}

/**
 * tide_step_remove_record:
 * @self: a step
 * @kind: kind of the record
 * @payload: (transfer none): the record to remove, as it is
 * @position: where it stands, among a vocabulary that keeps its order
 */
void
tide_step_remove_record (TideStep *self, TideRecordKind kind, TidePayload *payload, guint position)
{
  TideEdit *edit = tide_edit_new (TIDE_EDIT_REMOVE, kind, payload->id);

  edit->position = position;
  edit->after.kind = TIDE_MEMBER_OBJECT;
  init_object (&edit->before, payload);
  g_ptr_array_add (self->edits, edit);
}

/**
 * tide_step_find_added:
 * @self: a step
 * @kind: kind of a record
 *
 * Returns: (transfer none) (nullable): id of the first record of that kind that the step adds
 */
const char *
tide_step_find_added (const TideStep *self, TideRecordKind kind)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (self->edits, i);

      if (edit->kind == TIDE_EDIT_ADD && edit->record_kind == kind && edit->list == NULL)
        return edit->record;
    }

  return NULL;
}

/**
 * tide_step_is_empty:
 * @self: a step
 *
 * Returns: whether it changes nothing
 */
gboolean
tide_step_is_empty (const TideStep *self)
{
  return self->edits->len == 0;
}
