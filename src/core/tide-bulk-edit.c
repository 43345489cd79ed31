/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-bulk-edit.h"

#include "core/tide-bulk-value-private.h"
#include "core/tide-project-rules-private.h"
#include "core/tide-step-records-private.h"

#include <string.h>

static const char *const step_names[TIDE_N_BULK_ACTS] = {
  [TIDE_BULK_SET] = "set-in-projects",
  [TIDE_BULK_ADD] = "add-in-projects",
  [TIDE_BULK_REMOVE] = "remove-in-projects",
  [TIDE_BULK_CLEAR] = "clear-in-projects",
};

/* One edit being tried on all projects. */
typedef struct
{
  const TideBulkEdit *edit;
  TideBulkField field;
  TideValue value; /* to set, add or remove */
  TideSnapshot *snapshot;
  TideClock *clock;
  gint64 now;
  TideBulkResult *result;
} Trial;

static void
free_refusal (gpointer data)
{
  TideBulkRefusal *refusal = data;

  tide_payload_unref (refusal->project);
  tide_problem_unref (refusal->problem);
  g_free (refusal);
}

static gboolean
is_list (const TideMember *member)
{
  return member->kind == TIDE_MEMBER_STRINGS || member->kind == TIDE_MEMBER_REFERENCES
         || member->kind == TIDE_MEMBER_ENTRIES;
}

static TidePayload *
dup_changed (const Trial *self, const TidePayload *before)
{
  TidePayload *after = tide_payload_copy (before);
  g_auto (TideValue) value = { 0 };

  tide_payload_get_value_at (before, self->field.path, &value);
  tide_bulk_value_change (&value, &self->field, self->edit->act, &self->value, self->clock);
  tide_payload_set_value_at (after, self->field.path, &value);
  if (self->edit->scales)
    tide_bulk_scale_shares (after, self->snapshot);

  return tide_payload_seal (after);
}

static void
refuse (Trial *self, const TidePayload *project, TideProblem *problem)
{
  TideBulkRefusal *refusal = g_new (TideBulkRefusal, 1);

  *refusal = (TideBulkRefusal) { tide_payload_ref (project), problem };
  g_ptr_array_add (self->result->refusals, refusal);
}

static void
try_project (Trial *self, const TidePayload *before)
{
  g_autoptr (TidePayload) after = dup_changed (self, before);
  TideProblem *problem;

  self->result->n_projects++;
  if (tide_payload_equal (before, after))
    {
      self->result->n_same++;
      return;
    }

  problem = tide_project_find_new_problem (self->snapshot, TIDE_PROJECT_PAYLOAD (before),
                                           TIDE_PROJECT_PAYLOAD (after));
  if (problem != NULL)
    {
      refuse (self, before, problem);
      return;
    }

  tide_step_add_change (self->result->step, TIDE_RECORD_PROJECT, before, g_steal_pointer (&after),
                        self->now);
  self->result->n_changed++;
}

/* The step is named by what it does, and how many projects it does it to. */
static void
name_step (TideBulkResult *self, const TideBulkEdit *edit)
{
  g_autofree char *count = g_strdup_printf ("%u", self->n_changed);
  g_autoptr (TideStep) step = tide_step_new (step_names[edit->act], count, edit->path, NULL);

  g_strfreev (self->step->args);
  self->step->args = g_steal_pointer (&step->args);
}

static void
add_paths (GStrvBuilder *paths, const TideShape *shape, const char *prefix)
{
  for (guint i = 0; i < shape->n_members; i++)
    {
      const TideMember *member = &shape->members[i];
      g_autofree char *path = prefix != NULL ? g_strconcat (prefix, "/", member->name, NULL)
                                             : g_strdup (member->name);

      if (member->kind == TIDE_MEMBER_OBJECT)
        add_paths (paths, member->shape, path);
      else if (member->kind == TIDE_MEMBER_TEXT)
        {
          g_strv_builder_take (paths, g_strconcat (path, "/en", NULL));
          g_strv_builder_take (paths, g_strconcat (path, "/zh", NULL));
        }
      else if (member->kind != TIDE_MEMBER_TIME)
        g_strv_builder_add (paths, path);
    }
}

/**
 * tide_bulk_dup_paths:
 *
 * Returns: (transfer full) (array zero-terminated=1): the fields of projects that can be changed in
 *   several at once, in the order of the file
 */
char **
tide_bulk_dup_paths (void)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  add_paths (paths, &tide_shape_project, NULL);

  return g_strv_builder_end (paths);
}

/**
 * tide_bulk_can:
 * @path: a field of projects
 * @act: an act
 *
 * Returns: whether @act can be done to the field: one value is set or cleared, something is added
 *   to and removed from lists, a boolean is never without a value, and what belongs to one project
 *   alone, such as its number, can only be cleared
 */
gboolean
tide_bulk_can (const char *path, TideBulkAct act)
{
  g_auto (TideBulkField) field = { 0 };

  if (!tide_bulk_field_init (&field, path) || field.member->kind == TIDE_MEMBER_TIME
      || field.member->kind == TIDE_MEMBER_OBJECT)
    return FALSE;
  if (field.member->flags & TIDE_MEMBER_OWN)
    return act == TIDE_BULK_CLEAR;
  if (field.member->kind == TIDE_MEMBER_BOOLEAN)
    return act == TIDE_BULK_SET;

  return act == TIDE_BULK_SET || act == TIDE_BULK_CLEAR || is_list (field.member);
}

/**
 * tide_bulk_has_value:
 * @path: a field of projects
 * @values: a sealed project
 *
 * Returns: whether @values has something there to set, add or remove
 */
gboolean
tide_bulk_has_value (const char *path, const TidePayload *values)
{
  g_auto (TideBulkField) field = { 0 };
  g_auto (TideValue) value = { 0 };
  const char *text;

  if (!tide_bulk_field_init (&field, path)
      || !tide_payload_get_value_at (values, field.path, &value))
    return FALSE;
  if (field.member->kind == TIDE_MEMBER_BOOLEAN)
    return TRUE;
  if (field.part == NULL)
    return tide_value_is_set (&value);

  text = strcmp (field.part, "zh") == 0 ? value.as.text.zh : value.as.text.en;

  return text != NULL;
}

/**
 * tide_bulk_edit_new:
 * @path: a field of projects
 * @act: what becomes of it, which tide_bulk_can() allows
 * @values: (nullable): a sealed project that has the value in the same field; none to clear
 * @scales: whether shares that do not add up any more are scaled
 *
 * Returns: (transfer full): an edit, which any one thread may try
 */
TideBulkEdit *
tide_bulk_edit_new (const char *path, TideBulkAct act, const TidePayload *values, gboolean scales)
{
  TideBulkEdit *self;

  g_return_val_if_fail (tide_bulk_can (path, act), NULL);
  g_return_val_if_fail (act == TIDE_BULK_CLEAR || values != NULL, NULL);

  self = g_new0 (TideBulkEdit, 1);
  self->path = g_strdup (path);
  self->act = act;
  self->values = values != NULL ? tide_payload_ref (values) : NULL;
  self->scales = scales;

  return self;
}

/**
 * tide_bulk_edit_free:
 * @self: (transfer full): an edit
 */
void
tide_bulk_edit_free (TideBulkEdit *self)
{
  g_free (self->path);
  g_clear_pointer (&self->values, tide_payload_unref);
  g_free (self);
}

/**
 * tide_bulk_edit_try:
 * @self: an edit
 * @snapshot: the register
 * @ids: (array zero-terminated=1): ids of projects; those that are gone are passed over
 * @now: when it is done, in seconds since 1970 UTC
 * @cancellable: (nullable): to give up; then the result says nothing
 *
 * Works out what becomes of each project. One that would come to have a problem it does not have
 * now, as its form would tell it, stays as it is. Takes as long as there are projects, so it is for
 * a thread where there are many.
 *
 * Returns: (transfer full): the step, and what becomes of whom
 */
TideBulkResult *
tide_bulk_edit_try (const TideBulkEdit *self,
                    TideSnapshot *snapshot,
                    const char *const *ids,
                    gint64 now,
                    GCancellable *cancellable)
{
  TideBulkResult *result = g_new0 (TideBulkResult, 1);
  g_autoptr (TideClock) clock = tide_clock_new ();
  Trial trial
      = { .edit = self, .snapshot = snapshot, .clock = clock, .now = now, .result = result };

  result->step = tide_step_new (step_names[self->act], NULL);
  result->refusals = g_ptr_array_new_with_free_func (free_refusal);
  tide_bulk_field_init (&trial.field, self->path);
  trial.value.kind = trial.field.member->kind;
  if (self->values != NULL)
    tide_payload_get_value_at (self->values, trial.field.path, &trial.value);

  for (guint i = 0; ids[i] != NULL && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const TidePayload *project = tide_snapshot_lookup (snapshot, TIDE_RECORD_PROJECT, ids[i]);

      if (project != NULL)
        try_project (&trial, project);
    }

  name_step (result, self);
  tide_value_clear (&trial.value);
  tide_bulk_field_clear (&trial.field);

  return result;
}

/**
 * tide_bulk_result_free:
 * @self: (transfer full): a result
 */
void
tide_bulk_result_free (TideBulkResult *self)
{
  tide_step_unref (self->step);
  g_ptr_array_unref (self->refusals);
  g_free (self);
}
