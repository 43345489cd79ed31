/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-figure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tide_figure_new:
 * @currency: ISO 4217 code of the base
 *
 * Returns: (transfer full): a figure that has counted nothing yet, with an empty filter
 */
TideFigure *
tide_figure_new (const char *currency)
{
  TideFigure *self = g_new0 (TideFigure, 1);

  self->sums = g_array_new (FALSE, TRUE, sizeof (TideMoney));
  g_strlcpy (self->base.currency, currency != NULL ? currency : "", sizeof self->base.currency);
  self->filter = tide_filter_new ();

  return self;
}

/**
 * tide_figure_free:
 * @self: (transfer full): a figure
 */
void
tide_figure_free (TideFigure *self)
{
  g_array_unref (self->sums);
  tide_payload_unref ((TidePayload *) self->filter);
  g_free (self);
}

/**
 * tide_figure_get_n_excluded:
 * @self: a figure
 *
 * Returns: how many projects were left out, for whatever reason
 */
guint
tide_figure_get_n_excluded (const TideFigure *self)
{
  guint n = 0;

  for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
    n += self->n_excluded[i];

  return n;
}

/**
 * tide_figure_get_n_without_amount:
 * @self: a figure
 *
 * Returns: how many of the counted projects have no amount of the kind asked for
 */
guint
tide_figure_get_n_without_amount (const TideFigure *self)
{
  return self->n_counted - self->n_with_amount;
}

/**
 * tide_figure_add_sum:
 * @self: a figure
 * @money: an amount as recorded
 *
 * Adds to the sum of that currency.
 */
void
tide_figure_add_sum (TideFigure *self, const TideMoney *money)
{
  for (guint i = 0; i < self->sums->len; i++)
    {
      TideMoney *sum = &g_array_index (self->sums, TideMoney, i);

      if (strcmp (sum->currency, money->currency) == 0)
        {
          if (!tide_money_add (sum, money))
            self->is_overflow = TRUE;
          return;
        }
    }

  g_array_append_val (self->sums, *money);
}

/**
 * tide_figure_add_base:
 * @self: a figure
 * @money: an amount in the base currency
 */
void
tide_figure_add_base (TideFigure *self, const TideMoney *money)
{
  if (!tide_money_add (&self->base, money))
    self->is_overflow = TRUE;
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TideMoney *) a)->currency, ((const TideMoney *) b)->currency);
}

/**
 * tide_figure_sort_sums:
 * @self: a figure
 *
 * Orders the sums by currency code, so that the order of the records does not show in the result.
 */
void
tide_figure_sort_sums (TideFigure *self)
{
  g_array_sort (self->sums, compare_sums);
}

/**
 * tide_exclusion_get_label:
 * @exclusion: a reason
 *
 * Returns: (transfer none): the reason, translated
 */
const char *
tide_exclusion_get_label (TideExclusion exclusion)
{
  switch (exclusion)
    {
    case TIDE_EXCLUSION_TERMINATED:
      return C_ ("exclusion", "terminated");
    case TIDE_EXCLUSION_NOT_COUNTED:
      return C_ ("exclusion", "marked as not counting");
    case TIDE_EXCLUSION_UMBRELLA:
      return C_ ("exclusion", "umbrella of other projects");
    case TIDE_EXCLUSION_UNKNOWN_STATUS:
      return C_ ("exclusion", "status unknown to this version");
    case TIDE_EXCLUSION_NONE:
    case TIDE_N_EXCLUSIONS:
    default:
      return "";
    }
}
