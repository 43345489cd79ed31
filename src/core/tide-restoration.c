/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-restoration.h"

#include "core/tide-payload-private.h"
#include "core/tide-project-rules-private.h"
#include "core/tide-references-private.h"
#include "core/tide-register-private.h"

#include <string.h>

static gboolean
is_equal (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

static gboolean
is_of_sum (const TideEdit *edit)
{
  static const char *const members[] = { "value", "currency", "written", "precision", NULL };

  return edit->kind == TIDE_EDIT_SET && g_strv_contains (members, edit->member);
}

/* What makes sense together only comes back together: an amount and how it was written, the shares
 * of the sectors of one project. */
static gboolean
belongs_to (const TideEdit *edit, const TideEdit *other)
{
  if (edit == other)
    return TRUE;
  if (edit->record_kind != other->record_kind || !is_equal (edit->record, other->record)
      || !is_equal (edit->list, other->list))
    return FALSE;
  if (edit->record_kind == TIDE_RECORD_PROJECT && is_equal (edit->list, "sectors"))
    return TRUE;

  return is_equal (edit->entry, other->entry) && is_of_sum (edit) && is_of_sum (other);
}

static gboolean
has_target (TideRecordKind kind, const char *id, gpointer data)
{
  return tide_register_lookup (data, kind, id) != NULL;
}

/* What would be wrong with the project that is not wrong with it now. */
static TideProblem *
find_problem (TideRegister *reg, const TidePayload *before, const TidePayload *after)
{
  g_autoptr (TideSnapshot) snapshot = NULL;

  if (after->shape != &tide_shape_project)
    return NULL;

  snapshot = tide_register_dup_snapshot (reg);

  return tide_project_find_new_problem (snapshot,
                                        before != NULL ? TIDE_PROJECT_PAYLOAD (before) : NULL,
                                        TIDE_PROJECT_PAYLOAD (after));
}

static void
set_object (TideValue *value, const TidePayload *payload)
{
  *value = (TideValue) { .kind = TIDE_MEMBER_OBJECT };
  if (payload != NULL)
    value->as.object = tide_payload_ref (payload);
}

/* What stands in @record where @edit changed it; FALSE where the entry is gone. */
static gboolean
get_present (const TideEdit *edit, const TidePayload *record, TideValue *present)
{
  const TidePayload *payload = record;

  if (edit->list != NULL)
    payload = tide_payload_find_entry (record, edit->list, edit->entry);
  if (edit->kind == TIDE_EDIT_SET)
    return payload != NULL && tide_payload_get_value_at (payload, edit->member, present);

  set_object (present, payload);

  return TRUE;
}

/* Puts what was there before @edit into @record, which is not sealed. */
static gboolean
put_back (const TideEdit *edit, TidePayload *record)
{
  GPtrArray *entries;
  int index;

  if (edit->list == NULL)
    return tide_payload_set_value_at (record, edit->member, &edit->before);

  entries = tide_payload_ensure_entries (record, edit->list);
  index = entries != NULL ? tide_entries_find (entries, edit->entry) : -1;
  if (entries == NULL)
    return FALSE;

  if (edit->kind == TIDE_EDIT_SET)
    {
      g_autoptr (TidePayload) copy = NULL;

      if (index < 0)
        return FALSE;

      copy = tide_payload_copy (g_ptr_array_index (entries, index));
      if (!tide_payload_set_value_at (copy, edit->member, &edit->before))
        return FALSE;
      tide_payload_unref (g_ptr_array_index (entries, index));
      g_ptr_array_index (entries, index) = tide_payload_seal (g_steal_pointer (&copy));
      return TRUE;
    }

  if (index >= 0)
    g_ptr_array_remove_index (entries, (guint) index);
  if (edit->before.as.object != NULL)
    g_ptr_array_insert (entries, index >= 0 ? index : (int) MIN (edit->position, entries->len),
                        tide_payload_ref (edit->before.as.object));

  return TRUE;
}

static TideStep *
create_step (const TidePayload *record)
{
  return tide_step_new ("restore-value",
                        tide_payload_get_label (record, tide_language_get_default ()), NULL);
}

/* Refuses what the register would not take. */
static void
try_step (TideRestoration *self, TideRegister *reg)
{
  g_autoptr (GError) error = NULL;

  if (tide_step_is_empty (self->step))
    self->state = TIDE_RESTORATION_SAME;
  else if (!tide_register_can_apply (reg, self->step, &error))
    self->state = g_error_matches (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_REFERRED_TO)
                      ? TIDE_RESTORATION_REFERRED_TO
                      : TIDE_RESTORATION_INVALID;
}

/* Says of a record that is to be as @after whether it may be so. */
static void
judge (TideRestoration *self,
       TideRegister *reg,
       const TidePayload *before,
       const TidePayload *after)
{
  if (!tide_payload_foreach_reference (after, has_target, reg))
    self->state = TIDE_RESTORATION_DANGLING;
  else if ((self->problem = find_problem (reg, before, after)) != NULL)
    self->state = TIDE_RESTORATION_INVALID;
}

/* Whether an edit that goes with another is undone already, or still as it left things. */
static void
compare_companion (const TideEdit *edit,
                   const TidePayload *record,
                   gboolean *is_same,
                   gboolean *is_ready)
{
  g_auto (TideValue) present = { 0 };

  if (!get_present (edit, record, &present))
    return;

  *is_same = *is_same && tide_value_equal (&present, &edit->before);
  *is_ready = *is_ready && tide_value_equal (&present, &edit->after);
}

static void
restore_inside (TideRestoration *self,
                TideRegister *reg,
                const TideStep *step,
                const TideEdit *edit,
                const TidePayload *before)
{
  g_autoptr (TidePayload) after = tide_payload_copy (before);
  gboolean is_same = TRUE;
  gboolean is_ready = TRUE;

  /* The last one first, as when a step is undone. */
  for (guint i = step->edits->len; i > 0; i--)
    {
      const TideEdit *other = g_ptr_array_index (step->edits, i - 1);

      if (!belongs_to (edit, other))
        continue;
      compare_companion (other, before, &is_same, &is_ready);
      if (!put_back (other, after))
        {
          self->state = TIDE_RESTORATION_GONE;
          return;
        }
    }

  self->state = is_same    ? TIDE_RESTORATION_SAME
                : is_ready ? TIDE_RESTORATION_READY
                           : TIDE_RESTORATION_CHANGED;
  if (is_same)
    return;

  tide_payload_seal (after);
  judge (self, reg, before, after);
  self->step = create_step (before);
  tide_register_add_change (reg, self->step, edit->record_kind, before, g_steal_pointer (&after));
}

static void
remove_record (TideRestoration *self,
               TideRegister *reg,
               const TideEdit *edit,
               const TidePayload *present)
{
  TideList *list = tide_register_get_list (reg, edit->record_kind);
  guint position = 0;

  if (present == NULL)
    {
      self->state = TIDE_RESTORATION_SAME;
      return;
    }

  while (tide_list_get_payload (list, position) != present)
    position++;
  self->state = tide_value_equal (&self->present, &edit->after) ? TIDE_RESTORATION_READY
                                                                : TIDE_RESTORATION_CHANGED;
  self->step = create_step (present);
  tide_step_remove_record (self->step, edit->record_kind, (TidePayload *) present, position);
}

static void
add_record (TideRestoration *self,
            TideRegister *reg,
            const TideEdit *edit,
            const TidePayload *present)
{
  TidePayload *before = edit->before.as.object;

  if (before == NULL)
    {
      self->state = TIDE_RESTORATION_UNKNOWN;
      return;
    }

  if (present != NULL && tide_payload_equal (present, before))
    {
      self->state = TIDE_RESTORATION_SAME;
      return;
    }

  self->state = present != NULL ? TIDE_RESTORATION_CHANGED : TIDE_RESTORATION_READY;
  self->step = create_step (before);
  if (present != NULL)
    tide_register_add_change (reg, self->step, edit->record_kind, present,
                              tide_payload_copy (before));
  else
    tide_step_add_record (self->step, edit->record_kind, before, edit->position);
  judge (self, reg, present, before);
}

/**
 * tide_restoration_new:
 * @reg: a register
 * @step: a step of its history
 * @edit: (nullable): one of the step's edits
 *
 * Makes the step that brings back what was there before @edit: sets the value again, removes what
 * was added, adds what was removed. What makes sense together only comes back together: an amount
 * and how it was written, the sectors of a project with their shares. A register that is read-only
 * is not asked here.
 *
 * Returns: (transfer full): whether and how it can be done
 */
TideRestoration *
tide_restoration_new (TideRegister *reg, const TideStep *step, const TideEdit *edit)
{
  TideRestoration *self = g_new0 (TideRestoration, 1);
  const TidePayload *record;

  self->state = TIDE_RESTORATION_UNKNOWN;
  if (edit == NULL)
    return self;

  self->present.kind = edit->before.kind;
  record = tide_register_lookup_payload (reg, edit->record_kind, edit->record);
  if (record == NULL && (edit->kind == TIDE_EDIT_SET || edit->list != NULL))
    {
      self->state = TIDE_RESTORATION_GONE;
      return self;
    }

  if (edit->kind != TIDE_EDIT_SET && edit->list == NULL)
    set_object (&self->present, record);
  else if (!get_present (edit, record, &self->present))
    {
      self->state = TIDE_RESTORATION_GONE;
      return self;
    }

  if (edit->kind == TIDE_EDIT_SET || edit->list != NULL)
    restore_inside (self, reg, step, edit, record);
  else if (edit->kind == TIDE_EDIT_ADD)
    remove_record (self, reg, edit, record);
  else
    add_record (self, reg, edit, record);

  if (self->state == TIDE_RESTORATION_READY || self->state == TIDE_RESTORATION_CHANGED)
    try_step (self, reg);
  if (self->state != TIDE_RESTORATION_READY && self->state != TIDE_RESTORATION_CHANGED)
    g_clear_pointer (&self->step, tide_step_unref);

  return self;
}

/**
 * tide_restoration_free:
 * @self: (transfer full): a restoration
 */
void
tide_restoration_free (TideRestoration *self)
{
  g_clear_pointer (&self->step, tide_step_unref);
  tide_value_clear (&self->present);
  g_clear_pointer (&self->problem, tide_problem_unref);
  g_free (self);
}
