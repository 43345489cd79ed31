/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-register-state-private.h"

#include <glib/gi18n-lib.h>

/*
 * tide_register_try:
 * @snapshot: a register as it is
 * @step: a step
 * @trust: what it may be trusted with
 * @error: return location
 *
 * Tries a step out, in any thread.
 *
 * Returns: (transfer full) (nullable): what comes out, for tide_register_do() or
 *   tide_register_go_to(); %NULL where the step does not fit or would leave doubts
 */
TideTransaction *
tide_register_try (TideSnapshot *snapshot, const TideStep *step, TideTrust trust, GError **error)
{
  g_autoptr (TideTransaction) transaction = tide_transaction_new (snapshot);

  if (!tide_transaction_add_step (transaction, step) || !tide_transaction_seal (transaction)
      || (trust == TIDE_TRUST_NOTHING
          && (!tide_transaction_has_targets (transaction)
              || tide_transaction_has_loop (transaction))))
    {
      tide_register_set_conflict (error);
      return NULL;
    }

  if (trust == TIDE_TRUST_NOTHING && tide_transaction_leaves_references (transaction))
    {
      g_set_error_literal (error, TIDE_REGISTER_ERROR, TIDE_REGISTER_ERROR_REFERRED_TO,
                           _ ("Other records refer to what would be deleted."));
      return NULL;
    }

  return g_steal_pointer (&transaction);
}

/*
 * tide_register_apply_step:
 * @self: a register
 * @step: a step
 * @repaired: (nullable): the problem that it mends, which is dropped then; other doubts may remain
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
tide_register_apply_step (TideRegister *self, TideStep *step, TideProblem *repaired, GError **error)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideTransaction) transaction = NULL;

  g_return_val_if_fail (!self->is_stepping, tide_register_set_conflict (error));

  snapshot = tide_register_dup_snapshot (self);
  transaction = tide_register_try (snapshot, step,
                                   repaired != NULL ? TIDE_TRUST_STATE : TIDE_TRUST_NOTHING, error);
  if (transaction == NULL)
    return FALSE;

  tide_register_do (self, step, transaction, repaired);

  return TRUE;
}

/*
 * tide_register_travel:
 * @self: a register
 * @step: leads from the present state to one that has been before
 * @n_done: how many steps are done then
 *
 * Returns: whether it was applied
 */
gboolean
tide_register_travel (TideRegister *self, TideStep *step, guint n_done)
{
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideTransaction) transaction = NULL;

  g_return_val_if_fail (!self->is_stepping, FALSE);

  snapshot = tide_register_dup_snapshot (self);
  transaction = tide_register_try (snapshot, step, TIDE_TRUST_STATE, NULL);
  if (transaction == NULL)
    {
      g_critical ("A step does not fit the state it led to");
      return FALSE;
    }

  tide_register_go_to (self, step, transaction, n_done);

  return TRUE;
}

/*
 * tide_register_can_apply:
 * @self: a register
 * @step: a step
 * @error: return location
 *
 * Returns: whether tide_register_apply() would do @step, read-only or not
 */
gboolean
tide_register_can_apply (TideRegister *self, const TideStep *step, GError **error)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self);
  g_autoptr (TideTransaction) transaction
      = tide_register_try (snapshot, step, TIDE_TRUST_NOTHING, error);

  return transaction != NULL;
}
