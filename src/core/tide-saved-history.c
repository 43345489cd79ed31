/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-saved-history-private.h"

/*
 * tide_saved_history_init:
 * @self: (out): a history without steps
 */
void
tide_saved_history_init (TideSavedHistory *self)
{
  *self = (TideSavedHistory) { 0 };
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_step_unref);
}

/*
 * tide_saved_history_clear:
 * @self: a history
 */
void
tide_saved_history_clear (TideSavedHistory *self)
{
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->last_dropped, tide_step_unref);
}

/*
 * tide_saved_history_read:
 * @self: a history
 * @snapshot: what is in the file now
 *
 * Takes the history of @snapshot. What is to be dropped stays so, unless it is gone already: a
 * person may have asked for it while @snapshot was being saved.
 */
void
tide_saved_history_read (TideSavedHistory *self, TideSnapshot *snapshot)
{
  const GPtrArray *steps = tide_snapshot_get_history (snapshot);

  g_ptr_array_set_size (self->steps, 0);
  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (self->steps, tide_step_ref (g_ptr_array_index (steps, i)));
  g_set_str (&self->from, tide_snapshot_get_history_from (snapshot));
  if (tide_saved_history_get_n_dropped (self) == 0)
    g_clear_pointer (&self->last_dropped, tide_step_unref);
}

/*
 * tide_saved_history_write:
 * @self: a history
 * @snapshot: a snapshot that is not shared yet
 * @is_trimmed: whether to leave out what is to be dropped
 */
void
tide_saved_history_write (const TideSavedHistory *self, TideSnapshot *snapshot, gboolean is_trimmed)
{
  const guint n_dropped = is_trimmed ? tide_saved_history_get_n_dropped (self) : 0;

  for (guint i = n_dropped; i < self->steps->len; i++)
    tide_snapshot_add_history (snapshot, tide_step_ref (g_ptr_array_index (self->steps, i)));
  tide_snapshot_set_history_from (snapshot, n_dropped > 0 ? self->last_dropped->id : self->from);
}

/*
 * tide_saved_history_count_before:
 * @self: a history
 * @time: seconds since 1970 UTC
 *
 * Returns: how many steps from the first were done before @time, up to the first that was not: what
 *   is kept has no gap, whatever the clocks said
 */
guint
tide_saved_history_count_before (const TideSavedHistory *self, gint64 time)
{
  guint n = 0;

  while (n < self->steps->len && ((TideStep *) g_ptr_array_index (self->steps, n))->time < time)
    n++;

  return n;
}

/*
 * tide_saved_history_get_n_dropped:
 * @self: a history
 *
 * Returns: how many steps from the first the next save leaves out
 */
guint
tide_saved_history_get_n_dropped (const TideSavedHistory *self)
{
  guint index;

  if (self->last_dropped == NULL || !g_ptr_array_find (self->steps, self->last_dropped, &index))
    return 0;

  return index + 1;
}

/*
 * tide_saved_history_drop:
 * @self: a history
 * @n: how many steps from the first the next save shall leave out; 0 for none
 */
void
tide_saved_history_drop (TideSavedHistory *self, guint n)
{
  g_clear_pointer (&self->last_dropped, tide_step_unref);
  if (n > 0)
    self->last_dropped = tide_step_ref (g_ptr_array_index (self->steps, n - 1));
}
