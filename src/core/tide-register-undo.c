/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-state-private.h"

/**
 * tide_register_get_can_undo:
 * @self: a register
 *
 * Returns: whether there is a step to undo
 */
gboolean
tide_register_get_can_undo (TideRegister *self)
{
  return tide_register_get_undo_step (self) != NULL && !tide_register_get_read_only (self);
}

/**
 * tide_register_get_can_redo:
 * @self: a register
 *
 * Returns: whether there is a step to redo
 */
gboolean
tide_register_get_can_redo (TideRegister *self)
{
  return tide_register_get_redo_step (self) != NULL && !tide_register_get_read_only (self);
}

/**
 * tide_register_get_undo_step:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): the step that was done last
 */
TideStep *
tide_register_get_undo_step (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

/**
 * tide_register_get_redo_step:
 * @self: a register
 *
 * Returns: (transfer none) (nullable): the step that was undone last
 */
TideStep *
tide_register_get_redo_step (TideRegister *self)
{
  g_return_val_if_fail (TIDE_IS_REGISTER (self), NULL);

  return self->n_done < self->steps->len ? g_ptr_array_index (self->steps, self->n_done) : NULL;
}

/**
 * tide_register_undo:
 * @self: a register
 *
 * Returns: whether there was a step to undo
 */
gboolean
tide_register_undo (TideRegister *self)
{
  g_autoptr (TideStep) inverse = NULL;

  if (!tide_register_get_can_undo (self))
    return FALSE;

  inverse = tide_step_invert (tide_register_get_undo_step (self));

  return tide_register_travel (self, inverse, self->n_done - 1);
}

/**
 * tide_register_redo:
 * @self: a register
 *
 * Returns: whether there was a step to redo
 */
gboolean
tide_register_redo (TideRegister *self)
{
  g_autoptr (TideStep) step = NULL;

  if (!tide_register_get_can_redo (self))
    return FALSE;

  step = tide_step_ref (tide_register_get_redo_step (self));

  return tide_register_travel (self, step, self->n_done + 1);
}
