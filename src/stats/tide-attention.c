/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-attention.h"

static TideFilter *
create_filter (const char *code)
{
  TideFilter *filter = tide_filter_new ();

  tide_filter_add (filter, "checks", code);

  return (TideFilter *) tide_payload_seal (&filter->base);
}

static void
count_free (gpointer data)
{
  TideAttentionCount *count = data;

  tide_payload_unref (&count->filter->base);
  g_free (count);
}

/**
 * tide_attention_new:
 * @snapshot: a register
 *
 * Counts what the checks find. Any thread may call it; in a large register it takes long where
 * tide_snapshot_get_checks() does.
 *
 * Returns: (transfer full): what needs attention
 */
TideAttention *
tide_attention_new (TideSnapshot *snapshot)
{
  const TideChecks *checks = tide_snapshot_get_checks (snapshot);
  TideAttention *self = g_new0 (TideAttention, 1);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->counts = g_ptr_array_new_with_free_func (count_free);
  self->n_projects = tide_checks_count (checks, G_MAXUINT32);
  self->filter = create_filter (TIDE_CHECKS_ANY);

  for (guint check = 0; check < TIDE_N_CHECKS; check++)
    {
      const guint n = tide_checks_count (checks, TIDE_CHECK_BIT (check));
      const TideAttentionCount count
          = { check, n, n > 0 ? create_filter (tide_check_get_code (check)) : NULL };

      if (n > 0)
        g_ptr_array_add (self->counts, g_memdup2 (&count, sizeof count));
    }

  return self;
}

/**
 * tide_attention_free:
 * @self: (transfer full): what needs attention
 */
void
tide_attention_free (TideAttention *self)
{
  tide_payload_unref (&self->filter->base);
  g_ptr_array_unref (self->counts);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/**
 * tide_attention_dup_places:
 * @self: what needs attention
 * @set: checks, of %TIDE_CHECK_BIT()
 *
 * Returns: (transfer full) (element-type TideAttentionPlace): where these checks find something,
 *   project by project
 */
GArray *
tide_attention_dup_places (const TideAttention *self, guint32 set)
{
  const TideChecks *checks = tide_snapshot_get_checks (self->snapshot);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (TideAttentionPlace));

  for (guint row = 0; row < tide_checks_get_n_rows (checks); row++)
    for (guint32 left = tide_checks_get_set (checks, row) & set; left != 0; left &= left - 1)
      {
        const TideAttentionPlace place = { row, (TideCheck) g_bit_nth_lsf (left, -1) };

        g_array_append_val (places, place);
      }

  return places;
}
