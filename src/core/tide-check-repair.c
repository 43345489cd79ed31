/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-check.h"

static const TideDecimal whole = { .mantissa = 100, .is_set = TRUE };

static void
replace (TidePayload **place, TidePayload *mended)
{
  tide_payload_unref (*place);
  *place = tide_payload_seal (mended);
}

/* The place of @entry in a list of a copy, whose entries are those of the original. */
static TidePayload **
find_place (GPtrArray *entries, const TidePayload *entry)
{
  guint index;

  if (entries == NULL || !g_ptr_array_find (entries, entry, &index))
    return NULL;

  return (TidePayload **) &g_ptr_array_index (entries, index);
}

static gboolean
mend_amount (const TideFinding *finding, TideProjectPayload *copy)
{
  TidePayload **place = find_place (copy->amounts, finding->entry);
  TideAmount *mended;

  if (place == NULL)
    return FALSE;

  mended = (TideAmount *) tide_payload_copy (*place);
  if (finding->check == TIDE_CHECK_UNIT_SLIP)
    {
      mended->value = finding->value;
      mended->precision = finding->precision;
    }
  else
    tide_payload_set_string (&mended->currency, finding->currency);
  replace (place, &mended->base);

  return TRUE;
}

static guint
count_classes (const TideProjectPayload *project, TideSnapshot *snapshot, const char *taxonomy)
{
  guint n = 0;

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);
      const TidePayload *sector
          = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, entry->sector);

      n += sector != NULL && g_strcmp0 (TIDE_SECTOR_PAYLOAD (sector)->taxonomy, taxonomy) == 0;
    }

  return n;
}

/* The only class is the whole. */
static gboolean
mend_shares (const TideFinding *finding, TideProjectPayload *copy, TideSnapshot *snapshot)
{
  TidePayload **place = find_place (copy->sectors, finding->entry);
  TideClassification *mended;

  if (place == NULL || count_classes (copy, snapshot, finding->other) != 1)
    return FALSE;

  mended = (TideClassification *) tide_payload_copy (*place);
  mended->share = whole;
  replace (place, &mended->base);

  return TRUE;
}

static gboolean
mend_plans (TideProjectPayload *copy)
{
  TidePlans *mended = (TidePlans *) tide_payload_copy (copy->plans);
  const TideDate start = mended->start;

  mended->start = mended->completion;
  mended->completion = start;
  replace (&copy->plans, &mended->base);

  return !tide_date_is_set (&mended->production)
         || !tide_date_is_before (&mended->production, &mended->start);
}

/**
 * tide_finding_dup_mended:
 * @finding: what was found
 * @project: the sealed project it was found in
 * @snapshot: the register
 *
 * Mends what there is one certain way to mend: an amount takes the value or the currency of its
 * text, the only class of a taxonomy the share of 100, and planned dates of start and completion
 * change places.
 *
 * Returns: (transfer full) (nullable): the project without the finding, sealed; %NULL where only a
 *   person can know
 */
TidePayload *
tide_finding_dup_mended (const TideFinding *finding,
                         const TideProjectPayload *project,
                         TideSnapshot *snapshot)
{
  g_autoptr (TidePayload) copy = NULL;
  gboolean is_mended = FALSE;

  if (finding->check != TIDE_CHECK_UNIT_SLIP && finding->check != TIDE_CHECK_CURRENCY_DIFFERS
      && finding->check != TIDE_CHECK_SHARES_NOT_WHOLE
      && finding->check != TIDE_CHECK_PLANS_BACKWARDS)
    return NULL;

  copy = tide_payload_copy (&project->base);
  if (finding->check == TIDE_CHECK_SHARES_NOT_WHOLE)
    is_mended = mend_shares (finding, (TideProjectPayload *) copy, snapshot);
  else if (finding->check != TIDE_CHECK_PLANS_BACKWARDS)
    is_mended = mend_amount (finding, (TideProjectPayload *) copy);
  else if (g_str_equal (finding->member, "plans/completion"))
    is_mended = mend_plans ((TideProjectPayload *) copy);

  return is_mended ? tide_payload_seal (g_steal_pointer (&copy)) : NULL;
}
