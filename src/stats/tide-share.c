/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-share.h"

#include "core/tide-crosswalk.h"

static guint
find_largest (const guint64 *numbers, guint n)
{
  guint largest = 0;

  for (guint i = 1; i < n; i++)
    if (numbers[i] > numbers[largest])
      largest = i;

  return largest;
}

/**
 * tide_share:
 * @whole: an amount in minor units
 * @weights: (array length=n_weights): parts of it, 0 or more, not all 0
 * @n_weights: how many, at least 1
 * @parts: (out caller-allocates) (array length=n_weights): where the parts go
 *
 * Divides an amount in proportion to @weights so that the parts add up to it to the minor unit:
 * each part is rounded down, and the units left over go to the largest remainders, earlier parts
 * first (method of largest remainders).
 */
void
tide_share (gint64 whole, const gint64 *weights, guint n_weights, gint64 *parts)
{
  const gboolean is_negative = whole < 0;
  const guint64 units = is_negative ? (guint64) 0 - (guint64) whole : (guint64) whole;
  g_autofree guint64 *remainders = g_new0 (guint64, n_weights);
  unsigned __int128 total = 0;
  guint64 rest = units;

  for (guint i = 0; i < n_weights; i++)
    total += (guint64) weights[i];
  g_return_if_fail (total > 0);

  for (guint i = 0; i < n_weights; i++)
    {
      const unsigned __int128 product = (unsigned __int128) units * (guint64) weights[i];
      const guint64 part = (guint64) (product / total);

      remainders[i] = (guint64) (product % total);
      rest -= part;
      parts[i] = (gint64) part;
    }

  for (; rest > 0; rest--)
    {
      const guint largest = find_largest (remainders, n_weights);

      parts[largest]++;
      remainders[largest] = 0;
    }

  if (is_negative)
    for (guint i = 0; i < n_weights; i++)
      parts[i] = -parts[i];
}

/**
 * tide_weights_close:
 * @weights: (element-type gint64): the shares of the classes of a project
 *
 * Appends what they leave open, so that all add up to a whole; nothing where they exceed it.
 */
void
tide_weights_close (GArray *weights)
{
  gint64 open = TIDE_WHOLE_WEIGHT;

  for (guint i = 0; i < weights->len; i++)
    if (__builtin_sub_overflow (open, g_array_index (weights, gint64, i), &open))
      open = 0;
  open = MAX (open, 0);
  g_array_append_val (weights, open);
}
