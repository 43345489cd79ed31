/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-state-private.h"

#include "core/tide-snapshot-private.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
steps_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
}

static GPtrArray *
copy_steps (const GPtrArray *steps, guint n)
{
  GPtrArray *copy = steps_new ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (copy, tide_step_ref (g_ptr_array_index (steps, i)));

  return copy;
}

/* How many steps the saved and the present state have in common. */
static guint
count_common (TideRegister *self)
{
  guint n = 0;

  while (n < self->n_done && n < self->saved->len
         && g_ptr_array_index (self->steps, n) == g_ptr_array_index (self->saved, n))
    n++;

  return n;
}

/**
 * tide_register_get_inverse:
 * @self: a register
 * @step: one of its steps
 *
 * Returns: (transfer none) (nullable): the step that takes back @step, with an id of its own, and
 *   the same one until the register is saved without @step; %NULL for one that is not saved
 */
TideStep *
tide_register_get_inverse (TideRegister *self, TideStep *step)
{
  TideStep *inverse;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  inverse = g_hash_table_lookup (self->inverses, step);
  if (inverse != NULL || !g_ptr_array_find (self->saved, step, NULL))
    return inverse;

  inverse = tide_step_invert (step);
  tide_register_stamp (self, inverse);
  g_hash_table_insert (self->inverses, step, inverse);

  return inverse;
}

/**
 * tide_register_dup_undone_steps:
 * @self: a register
 *
 * Returns: (transfer full) (element-type TideStep): the steps that can be redone and are not saved,
 *   the next one last
 */
GPtrArray *
tide_register_dup_undone_steps (TideRegister *self)
{
  GPtrArray *steps;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  steps = steps_new ();
  for (guint i = self->steps->len; i > self->n_done; i--)
    {
      TideStep *step = g_ptr_array_index (self->steps, i - 1);

      if (i > self->saved->len || g_ptr_array_index (self->saved, i - 1) != step)
        g_ptr_array_add (steps, tide_step_ref (step));
    }

  return steps;
}

/**
 * tide_register_dup_unsaved_steps:
 * @self: a register
 *
 * Lists what leads from the saved state to the present one: the inverses of steps that had been
 * saved and were undone since, as tide_register_get_inverse() gives them, then the steps done
 * since.
 *
 * Returns: (transfer full) (element-type TideStep): the steps; empty where nothing is unsaved
 */
GPtrArray *
tide_register_dup_unsaved_steps (TideRegister *self)
{
  GPtrArray *steps;
  guint n_common;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  steps = steps_new ();
  n_common = count_common (self);
  for (guint i = self->saved->len; i > n_common; i--)
    {
      TideStep *saved = g_ptr_array_index (self->saved, i - 1);

      g_ptr_array_add (steps, tide_step_ref (tide_register_get_inverse (self, saved)));
    }
  for (guint i = n_common; i < self->n_done; i++)
    g_ptr_array_add (steps, tide_step_ref (g_ptr_array_index (self->steps, i)));

  return steps;
}

/**
 * tide_register_dup_snapshot_to_save:
 * @self: a register
 *
 * Takes a snapshot whose history leads up to it: steps that had been saved and were undone since
 * are taken back in it, then come those done since. It begins where tide_register_trim_history()
 * has trimmed it.
 *
 * Returns: (transfer full): the snapshot, to be given to tide_register_mark_saved() once it is
 * saved
 */
TideSnapshot *
tide_register_dup_snapshot_to_save (TideRegister *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  TideSnapshot *snapshot;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  snapshot = tide_register_create_snapshot (self, TRUE);
  steps = tide_register_dup_unsaved_steps (self);
  for (guint i = 0; i < steps->len; i++)
    tide_snapshot_add_history (snapshot, tide_step_ref (g_ptr_array_index (steps, i)));
  tide_snapshot_set_done (snapshot, copy_steps (self->steps, self->n_done));

  return snapshot;
}

/**
 * tide_register_dup_snapshot_with_history:
 * @self: a register
 *
 * Returns: (transfer full): the register as it is now, with the whole history that leads up to it,
 *   what is not saved yet and what the next save leaves out included
 */
TideSnapshot *
tide_register_dup_snapshot_with_history (TideRegister *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  TideSnapshot *snapshot;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  snapshot = tide_register_create_snapshot (self, FALSE);
  steps = tide_register_dup_unsaved_steps (self);
  for (guint i = 0; i < steps->len; i++)
    tide_snapshot_add_history (snapshot, tide_step_ref (g_ptr_array_index (steps, i)));

  return snapshot;
}

/**
 * tide_register_count_steps:
 * @self: a register
 *
 * Returns: how many steps its history has, those included that are not saved yet
 */
guint
tide_register_count_steps (TideRegister *self)
{
  const guint n_common = count_common (self);

  return self->history.steps->len + (self->saved->len - n_common) + (self->n_done - n_common);
}

/**
 * tide_register_count_steps_before:
 * @self: a register
 * @time: seconds since 1970 UTC
 *
 * Returns: how many steps of the saved history tide_register_trim_history() would drop
 */
guint
tide_register_count_steps_before (TideRegister *self, gint64 time)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), 0);

  return tide_saved_history_count_before (&self->history, time);
}

/**
 * tide_register_trim_history:
 * @self: a register
 * @time: seconds since 1970 UTC
 * @error: return location
 *
 * Has the next save leave out the steps that were saved and done before @time, up to the first that
 * was not. From then on the register cannot be shown as it stood earlier. Until it is saved,
 * nothing is lost and tide_register_keep_history() takes it back; it is no step, is not undone or
 * redone, and a crash before the save forgets it. Refused with %TIDE_REGISTER_ERROR_READ_ONLY, and
 * with %TIDE_REGISTER_ERROR_NOTHING_TO_TRIM where no more would go than goes already.
 *
 * Returns: whether it will be done
 */
gboolean
tide_register_trim_history (TideRegister *self, gint64 time, GError **error)
{
  guint n;
  TideAppearance before;

  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  if (tide_register_get_read_only (self))
    return tide_register_set_read_only (self, error);

  n = tide_saved_history_count_before (&self->history, time);
  if (n <= tide_register_get_n_trimmed (self))
    {
      g_set_error_literal (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_NOTHING_TO_TRIM,
                           _ ("The history has no earlier steps."));
      return FALSE;
    }

  tide_register_read_appearance (self, &before);
  tide_saved_history_drop (&self->history, n);
  tide_register_notify_differences (self, &before);

  return TRUE;
}

/**
 * tide_register_keep_history:
 * @self: a register
 *
 * Takes back what tide_register_trim_history() has announced and no save has done yet.
 */
void
tide_register_keep_history (TideRegister *self)
{
  TideAppearance before;

  g_return_if_fail (TIDE_IS_REGISTER (self));

  tide_register_read_appearance (self, &before);
  tide_saved_history_drop (&self->history, 0);
  tide_register_notify_differences (self, &before);
}

/**
 * tide_register_get_n_trimmed:
 * @self: a register
 *
 * Returns: how many steps the next save leaves out of the history
 */
guint
tide_register_get_n_trimmed (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), 0);

  return tide_saved_history_get_n_dropped (&self->history);
}

/**
 * tide_register_get_modified:
 * @self: a register
 *
 * Returns: whether it differs from what was saved last, its history included
 */
gboolean
tide_register_get_modified (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  return self->n_done != self->saved->len || count_common (self) != self->n_done
         || tide_register_get_n_trimmed (self) > 0;
}

/* The history holds @step and what takes it back: if it is done again, that is another step. */
static void
renew_step (TideRegister *self, TideStep *step)
{
  guint index;

  if (!g_ptr_array_find (self->steps, step, &index))
    return;

  g_ptr_array_index (self->steps, index) = tide_step_repeat (step);
  tide_register_stamp (self, g_ptr_array_index (self->steps, index));
  tide_step_unref (step);
}

static void
take_saved (TideRegister *self, GPtrArray *saved)
{
  g_autoptr (GPtrArray) before = self->saved;

  self->saved = g_ptr_array_ref (saved);
  for (guint i = before->len; i > 0; i--)
    {
      TideStep *step = g_ptr_array_index (before, i - 1);

      if (i <= saved->len && g_ptr_array_index (saved, i - 1) == step)
        break;
      g_hash_table_remove (self->inverses, step);
      renew_step (self, step);
    }
}

/**
 * tide_register_mark_saved:
 * @self: a register
 * @saved: what tide_register_dup_snapshot_to_save() gave and is in the file now
 *
 * What was done while it was being saved stays unsaved.
 */
void
tide_register_mark_saved (TideRegister *self, TideSnapshot *saved)
{
  GPtrArray *done = tide_snapshot_get_done (saved);
  TideAppearance before;

  g_return_if_fail (TIDE_IS_REGISTER (self));
  g_return_if_fail (done != NULL);

  tide_register_read_appearance (self, &before);
  take_saved (self, done);
  tide_saved_history_read (&self->history, saved);
  tide_register_drop_snapshot (self);
  tide_register_notify_differences (self, &before);
}
