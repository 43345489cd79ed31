/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-bulk-value-private.h"

/* Shares are counted in units of a millionth of a per cent, the finest that a file holds, and come
 * out in hundredths of a per cent. */
#define FINEST_SCALE 6
#define SHARE_SCALE 2
#define WHOLE 10000

/* A class of one taxonomy, and what becomes of its share. */
typedef struct
{
  guint index;
  gint64 before;
  gint64 after;
  gint64 remainder;
} Share;

static const TideClassification *
as_class (const TidePayload *entry)
{
  return (const TideClassification *) entry;
}

static const char *
get_taxonomy (TideSnapshot *snapshot, const TidePayload *entry)
{
  const TidePayload *sector
      = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, as_class (entry)->sector);

  return sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->taxonomy : NULL;
}

static GArray *
collect (TideSnapshot *snapshot, const GPtrArray *sectors, guint first)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));
  const char *taxonomy = get_taxonomy (snapshot, g_ptr_array_index (sectors, first));

  for (guint i = 0; i < sectors->len; i++)
    {
      const TidePayload *entry = g_ptr_array_index (sectors, i);
      Share share = { .index = i };

      if (taxonomy != NULL && g_strcmp0 (get_taxonomy (snapshot, entry), taxonomy) == 0
          && as_class (entry)->share.is_set
          && tide_decimal_rescale (&as_class (entry)->share, FINEST_SCALE, &share.before))
        g_array_append_val (shares, share);
    }

  return shares;
}

static gint64
sum_up (const GArray *shares)
{
  gint64 sum = 0;

  for (guint i = 0; i < shares->len; i++)
    sum += g_array_index (shares, Share, i).before;

  return sum;
}

/* The method of largest remainders, so that the parts add up to 100 to the last digit. */
static void
divide (GArray *shares, gint64 sum)
{
  gint64 left = WHOLE;

  for (guint i = 0; i < shares->len; i++)
    {
      Share *share = &g_array_index (shares, Share, i);

      share->after = share->before * WHOLE / sum;
      share->remainder = share->before * WHOLE % sum;
      left -= share->after;
    }

  for (; left > 0; left--)
    {
      Share *largest = &g_array_index (shares, Share, 0);

      for (guint i = 1; i < shares->len; i++)
        if (g_array_index (shares, Share, i).remainder > largest->remainder)
          largest = &g_array_index (shares, Share, i);
      largest->after++;
      largest->remainder = -1;
    }
}

static TideDecimal
to_decimal (gint64 hundredths)
{
  guint8 scale = SHARE_SCALE;

  while (scale > 0 && hundredths % 10 == 0)
    {
      hundredths /= 10;
      scale--;
    }

  return (TideDecimal) { .mantissa = hundredths, .scale = scale, .is_set = TRUE };
}

static void
write_shares (GPtrArray *sectors, const GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      gpointer *entry = &g_ptr_array_index (sectors, share->index);
      TidePayload *copy = tide_payload_copy (*entry);

      ((TideClassification *) copy)->share = to_decimal (share->after);
      tide_payload_unref (*entry);
      *entry = tide_payload_seal (copy);
    }
}

/*
 * tide_bulk_scale_shares:
 * @project: a project that is not sealed
 * @snapshot: the register it is in
 *
 * Scales the shares that do not add up to 100 within their taxonomy so that they do, in proportion
 * and to hundredths of a per cent. Shares that are all nothing stay as they are.
 */
void
tide_bulk_scale_shares (TidePayload *project, TideSnapshot *snapshot)
{
  GPtrArray *sectors = ((TideProjectPayload *) project)->sectors;

  for (guint i = 0; i < tide_entries_get_n (sectors); i++)
    {
      g_autoptr (GArray) shares = collect (snapshot, sectors, i);
      const gint64 sum = sum_up (shares);

      if (shares->len == 0 || g_array_index (shares, Share, 0).index != i || sum <= 0
          || sum == G_GINT64_CONSTANT (100000000))
        continue;

      divide (shares, sum);
      write_shares (sectors, shares);
    }
}
