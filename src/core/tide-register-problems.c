/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-state-private.h"

/**
 * tide_register_take_problems:
 * @self: a register
 * @problems: (transfer full) (element-type TideProblem): the doubts that its file raises; the
 *   register is read-only while any remains
 */
void
tide_register_take_problems (TideRegister *self, GPtrArray *problems)
{
  g_autoptr (GPtrArray) taken = problems;
  TideAppearance before;

  g_return_if_fail (TIDE_IS_REGISTER (self));

  tide_register_read_appearance (self, &before);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (self->problems, tide_problem_ref (g_ptr_array_index (taken, i)));
  tide_register_notify_differences (self, &before);
}

/**
 * tide_register_get_problems:
 * @self: a register
 *
 * Returns: (transfer none) (element-type TideProblem): the problems that remain
 */
GPtrArray *
tide_register_get_problems (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->problems;
}

/**
 * tide_register_get_read_only:
 * @self: a register
 *
 * Returns: whether problems remain, so that only repairs are possible, or it can never be changed
 */
gboolean
tide_register_get_read_only (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), TRUE);

  return self->problems->len > 0 || self->is_view;
}

/**
 * tide_register_make_read_only:
 * @self: a register
 *
 * Has it refuse every change from now on, as it shows another moment than the present.
 */
void
tide_register_make_read_only (TideRegister *self)
{
  TideAppearance before;

  g_return_if_fail (TIDE_IS_REGISTER (self));

  tide_register_read_appearance (self, &before);
  self->is_view = TRUE;
  tide_register_notify_differences (self, &before);
}

/**
 * tide_register_repair:
 * @self: a register
 * @problem: one of its problems, with a repair
 * @error: return location
 *
 * Does the step that mends @problem and drops it. %TIDE_REGISTER_ERROR_CONFLICT where there is none
 * or it does not fit.
 *
 * Returns: whether it was done
 */
gboolean
tide_register_repair (TideRegister *self, TideProblem *problem, GError **error)
{
  g_autoptr (TideProblem) kept = tide_problem_ref (problem);

  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);
  g_return_val_if_fail (g_ptr_array_find (self->problems, problem, NULL),
                        tide_register_set_conflict (error));

  if (self->is_view)
    return tide_register_set_read_only (self, error);
  if (kept->repair == NULL)
    return tide_register_set_conflict (error);

  return tide_register_apply_step (self, kept->repair, kept, error);
}

static gboolean
edit_equal (const TideEdit *a, const TideEdit *b)
{
  return a->kind == b->kind && a->record_kind == b->record_kind
         && g_strcmp0 (a->record, b->record) == 0 && g_strcmp0 (a->list, b->list) == 0
         && g_strcmp0 (a->entry, b->entry) == 0 && g_strcmp0 (a->member, b->member) == 0
         && tide_value_equal (&a->before, &b->before) && tide_value_equal (&a->after, &b->after);
}

static gboolean
has_same_edits (const TideStep *a, const TideStep *b)
{
  if (a->edits->len != b->edits->len)
    return FALSE;

  for (guint i = 0; i < a->edits->len; i++)
    if (!edit_equal (g_ptr_array_index (a->edits, i), g_ptr_array_index (b->edits, i)))
      return FALSE;

  return TRUE;
}

/**
 * tide_register_apply_again:
 * @self: a register
 * @step: a step that had been done on the same state before, such as one from a journal
 * @error: return location
 *
 * Does @step as tide_register_apply() does. While problems remain it may be the repair of one of
 * them, which is dropped then.
 *
 * Returns: whether it was done
 */
gboolean
tide_register_apply_again (TideRegister *self, TideStep *step, GError **error)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), FALSE);

  for (guint i = 0; i < self->problems->len; i++)
    {
      g_autoptr (TideProblem) problem = tide_problem_ref (g_ptr_array_index (self->problems, i));

      if (problem->repair != NULL && has_same_edits (problem->repair, step))
        return tide_register_apply_step (self, step, problem, error);
    }

  return tide_register_apply (self, step, error);
}
