/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-private.h"

/* How much of the whole is done between two reports. */
#define LEAST_STEP 0.01

/* How often it is asked whether it is to go on. */
#define TURNS 64

static void
tell (TideReader *self, double fraction)
{
  if (self->progress == NULL || fraction < self->told + LEAST_STEP)
    return;

  self->told = fraction;
  self->progress (MIN (fraction, 1), self->progress_data);
}

/**
 * tide_reader_begin_stage:
 * @self: a reader
 * @share: how much of the whole the stage is, about
 *
 * Ends the stage before and begins the next one.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
tide_reader_begin_stage (TideReader *self, double share)
{
  self->done += self->share;
  self->share = share;
  if (!self->is_cancelled)
    tell (self, self->done);
  self->is_cancelled = self->is_cancelled || g_cancellable_is_cancelled (self->cancellable);

  return !self->is_cancelled;
}

/**
 * tide_reader_goes_on:
 * @self: a reader
 * @i: how far a loop of the stage is
 * @n: how far it goes
 *
 * Tells how much is done, now and then, and asks whether it was cancelled.
 *
 * Returns: whether the loop goes on
 */
gboolean
tide_reader_goes_on (TideReader *self, guint i, guint n)
{
  if (i >= n || self->is_cancelled)
    return FALSE;
  if (self->turns++ % TURNS != 0)
    return TRUE;

  tell (self, self->done + self->share * i / n);
  self->is_cancelled = g_cancellable_is_cancelled (self->cancellable);

  return !self->is_cancelled;
}
