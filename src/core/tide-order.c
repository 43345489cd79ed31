/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-order.h"

#include "core/tide-convert.h"

#include <string.h>

static const char *const codes[] = {
  [TIDE_ORDER_NAME] = "name",       [TIDE_ORDER_NUMBER] = "number",
  [TIDE_ORDER_SECTOR] = "sector",   [TIDE_ORDER_DIVISION] = "division",
  [TIDE_ORDER_STAGE] = "stage",     [TIDE_ORDER_AMOUNT] = "amount",
  [TIDE_ORDER_EVENT] = "event",     [TIDE_ORDER_STATUS] = "status",
  [TIDE_ORDER_UPDATED] = "updated",
};

static void
set_text (TideSortKey *key, const char *text)
{
  key->is_missing = text == NULL || text[0] == '\0';
  if (!key->is_missing)
    key->text = g_utf8_collate_key (text, -1);
}

static void
set_name (const TideOrder *order, TideSortKey *key, const TideText *name)
{
  set_text (key, name != NULL ? tide_text_get (name, order->language) : NULL);
}

/* A rank; a code of a later program comes after those that are known. */
static void
set_rank (TideSortKey *key, int rank, int n_ranks)
{
  key->number = rank >= 0 ? rank : n_ranks;
}

static const char *
get_sector_id (const TideProjectPayload *project)
{
  if (tide_entries_get_n (project->sectors) == 0)
    return NULL;

  return ((const TideClassification *) g_ptr_array_index (project->sectors, 0))->sector;
}

static const TideText *
find_sector_name (const TideProjectPayload *project, TideSnapshot *snapshot)
{
  const TidePayload *sector
      = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, get_sector_id (project));

  return sector != NULL ? &((const TideSectorPayload *) sector)->name : NULL;
}

static const TideText *
find_division_name (const TideProjectPayload *project, TideSnapshot *snapshot)
{
  const TidePayload *division
      = tide_snapshot_lookup (snapshot, TIDE_RECORD_DIVISION, project->division);

  return division != NULL ? &((const TideDivisionPayload *) division)->name : NULL;
}

static const TideText *
find_event_name (const TideProjectPayload *project, TideSnapshot *snapshot)
{
  const TidePayload *event
      = project->event != NULL ? tide_snapshot_lookup (snapshot, TIDE_RECORD_EVENT, project->event)
                               : NULL;

  return event != NULL ? &((const TideEventPayload *) event)->name : NULL;
}

static void
set_amount (const TideOrder *order,
            const TideProjectPayload *project,
            TideSnapshot *snapshot,
            TideSortKey *key)
{
  guint n_entries;
  guint n_unpriced;
  TideMoney base;
  gboolean fits = tide_project_sum_amounts (project, snapshot, order->amount_kind, &base,
                                            &n_entries, &n_unpriced);

  key->is_missing = !fits || n_entries == n_unpriced;
  key->number = base.minor;
}

/**
 * tide_order_key_to_code:
 * @key: a key
 *
 * Returns: (transfer none): its word in settings and on the command line
 */
const char *
tide_order_key_to_code (TideOrderKey key)
{
  g_return_val_if_fail (key < G_N_ELEMENTS (codes), NULL);

  return codes[key];
}

/**
 * tide_order_key_from_code:
 * @code: a word
 * @key: (out): the key it means; untouched if it means none
 *
 * Returns: whether @code is the word of a key
 */
gboolean
tide_order_key_from_code (const char *code, TideOrderKey *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i], code) == 0)
      {
        *key = (TideOrderKey) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * tide_order_make_key:
 * @order: an order
 * @project: a project
 * @snapshot: the register it is in
 * @key: (out): its sort key; end it with tide_sort_key_clear()
 *
 * Makes ready what projects are compared by. Texts sort as the process's locale has it, numbers of
 * projects with the digits in them as numbers. Of several sectors the first counts. An amount
 * without any rate, or too large to be held, is missing.
 */
void
tide_order_make_key (const TideOrder *order,
                     const TideProjectPayload *project,
                     TideSnapshot *snapshot,
                     TideSortKey *key)
{
  *key = (TideSortKey) { 0 };

  switch (order->key)
    {
    case TIDE_ORDER_NAME:
      set_name (order, key, &project->name);
      break;
    case TIDE_ORDER_NUMBER:
      key->is_missing = project->number == NULL;
      if (!key->is_missing)
        key->text = g_utf8_collate_key_for_filename (project->number, -1);
      break;
    case TIDE_ORDER_SECTOR:
      set_name (order, key, find_sector_name (project, snapshot));
      break;
    case TIDE_ORDER_DIVISION:
      set_name (order, key, find_division_name (project, snapshot));
      break;
    case TIDE_ORDER_STAGE:
      set_rank (key, project->stage, TIDE_N_STAGES);
      key->is_missing = project->stage == TIDE_STAGE_NONE;
      break;
    case TIDE_ORDER_AMOUNT:
      set_amount (order, project, snapshot, key);
      break;
    case TIDE_ORDER_EVENT:
      set_name (order, key, find_event_name (project, snapshot));
      break;
    case TIDE_ORDER_STATUS:
      set_rank (key, project->status, TIDE_N_STATUSES);
      break;
    case TIDE_ORDER_UPDATED:
      key->number = project->updated;
      key->is_missing = project->updated == 0;
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * tide_order_get_shared_id:
 * @order: an order
 * @project: a project
 *
 * Returns: (transfer none) (nullable): id of the record whose name is the project's key, where
 *   there is one: projects with the same have the same key
 */
const char *
tide_order_get_shared_id (const TideOrder *order, const TideProjectPayload *project)
{
  switch ((guint) order->key)
    {
    case TIDE_ORDER_SECTOR:
      return get_sector_id (project);
    case TIDE_ORDER_DIVISION:
      return project->division;
    case TIDE_ORDER_EVENT:
      return project->event;
    default:
      return NULL;
    }
}

/**
 * tide_order_compare:
 * @order: the order for which both keys were made
 * @a: a key
 * @b: another
 *
 * Compares two keys. What is missing comes last in either direction.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tide_order_compare (const TideOrder *order, const TideSortKey *a, const TideSortKey *b)
{
  int result;

  if (a->is_missing || b->is_missing)
    return (int) a->is_missing - (int) b->is_missing;

  result = a->text != NULL ? strcmp (a->text, b->text)
                           : (a->number > b->number) - (a->number < b->number);

  return order->descending ? -result : result;
}

/**
 * tide_sort_key_clear:
 * @key: a key
 */
void
tide_sort_key_clear (TideSortKey *key)
{
  g_clear_pointer (&key->text, g_free);
}
