/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-order.h"

#include "core/tide-convert.h"
#include "core/tide-investor.h"
#include "core/tide-stage-time.h"

#include <string.h>

static const char *const codes[] = {
  [TIDE_ORDER_NAME] = "name",
  [TIDE_ORDER_OTHER_NAME] = "other-name",
  [TIDE_ORDER_NUMBER] = "number",
  [TIDE_ORDER_SECTOR] = "sector",
  [TIDE_ORDER_DIVISION] = "division",
  [TIDE_ORDER_STAGE] = "stage",
  [TIDE_ORDER_STAGE_TIME] = "stage-time",
  [TIDE_ORDER_INVESTOR] = "investor",
  [TIDE_ORDER_AMOUNT] = "amount",
  [TIDE_ORDER_INTENTION] = "intention",
  [TIDE_ORDER_AGREEMENT] = "agreement",
  [TIDE_ORDER_FOREIGN_CONTRACTED] = "foreign-contracted",
  [TIDE_ORDER_FOREIGN_UTILISED] = "foreign-utilised",
  [TIDE_ORDER_ARRIVED] = "arrived",
  [TIDE_ORDER_FIXED_ASSET] = "fixed-asset",
  [TIDE_ORDER_EVENT] = "event",
  [TIDE_ORDER_STATUS] = "status",
  [TIDE_ORDER_IN_CHARGE] = "in-charge",
  [TIDE_ORDER_TAGS] = "tags",
  [TIDE_ORDER_SIGNED] = "signed",
  [TIDE_ORDER_PLANNED_START] = "planned-start",
  [TIDE_ORDER_PLANNED_COMPLETION] = "planned-completion",
  [TIDE_ORDER_PLANNED_PRODUCTION] = "planned-production",
  [TIDE_ORDER_CREATED] = "created",
  [TIDE_ORDER_UPDATED] = "updated",
};

G_STATIC_ASSERT (G_N_ELEMENTS (codes) == TIDE_N_ORDER_KEYS);
G_STATIC_ASSERT (TIDE_ORDER_FIXED_ASSET - TIDE_ORDER_INTENTION + 1 == TIDE_N_AMOUNT_KINDS);

/* Dates are compared by their first day, then the coarser comes first. */
#define DATE_SPAN_BITS 12

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

static const char *
get_party_id (const TideProjectPayload *project)
{
  const TideParticipation *party = tide_project_find_first_party (project);

  return party != NULL ? party->party : NULL;
}

static const TideText *
find_party_name (const TideProjectPayload *project, TideSnapshot *snapshot)
{
  const char *id = get_party_id (project);
  const TidePayload *party
      = id != NULL ? tide_snapshot_lookup (snapshot, TIDE_RECORD_PARTY, id) : NULL;

  return party != NULL ? &TIDE_PARTY_PAYLOAD (party)->name : NULL;
}

static void
set_date (TideSortKey *key, const TideDate *date)
{
  const guint32 first = date != NULL ? tide_date_get_first_day (date) : 0;

  key->is_missing = first == 0;
  if (!key->is_missing)
    key->number
        = ((gint64) (first + 1) << DATE_SPAN_BITS) - (tide_date_get_last_day (date) - first) - 1;
}

static const TideDate *
find_plan (const TideOrder *order, const TideProjectPayload *project)
{
  const TidePlans *plans = (const TidePlans *) project->plans;

  if (plans == NULL)
    return NULL;
  if (order->key == TIDE_ORDER_PLANNED_START)
    return &plans->start;

  return order->key == TIDE_ORDER_PLANNED_COMPLETION ? &plans->completion : &plans->production;
}

static void
set_stage_time (const TideProjectPayload *project, TideSnapshot *snapshot, TideSortKey *key)
{
  TideDays days = { 0 };

  if (tide_entries_get_n (project->stages) > 0)
    tide_project_get_stage_days (project, project->stages->len - 1,
                                 tide_snapshot_get_day (snapshot), &days);
  key->is_missing = !days.is_known;
  key->number = ((gint64) days.min << 32) + days.max;
}

static void
set_tags (TideSortKey *key, const TideProjectPayload *project)
{
  g_autofree char *tags = tide_project_dup_tags (project);

  set_text (key, tags);
}

static void
set_time (TideSortKey *key, gint64 seconds)
{
  key->number = seconds;
  key->is_missing = seconds == 0;
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
  TideAmountKind kind = order->amount_kind;
  gboolean fits;

  tide_order_get_amount_kind (order, &kind);
  fits = tide_project_sum_amounts (project, snapshot, kind, &base, &n_entries, &n_unpriced);

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
 * tide_order_get_amount_kind:
 * @order: an order
 * @kind: (out): the kind of amount that it sorts by; untouched if it sorts by something else
 *
 * Returns: whether it sorts by amounts
 */
gboolean
tide_order_get_amount_kind (const TideOrder *order, TideAmountKind *kind)
{
  if (order->key == TIDE_ORDER_AMOUNT)
    *kind = order->amount_kind;
  else if (order->key >= TIDE_ORDER_INTENTION && order->key <= TIDE_ORDER_FIXED_ASSET)
    *kind = (TideAmountKind) (order->key - TIDE_ORDER_INTENTION);
  else
    return FALSE;

  return TRUE;
}

/**
 * tide_project_find_signed:
 * @project: a project
 *
 * Returns: (transfer none) (nullable): the date on which it first came to be signed, which may be
 *   unset; %NULL where its stages do not say that it was
 */
const TideDate *
tide_project_find_signed (const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->stages); i++)
    {
      const TideStageEntry *entry = g_ptr_array_index (project->stages, i);

      if (entry->rank == TIDE_STAGE_SIGNED)
        return &entry->date;
    }

  return NULL;
}

/**
 * tide_project_dup_tags:
 * @project: a project
 *
 * Returns: (transfer full) (nullable): its tags with commas between them; %NULL for none
 */
char *
tide_project_dup_tags (const TideProjectPayload *project)
{
  GString *text;

  if (tide_entries_get_n (project->tags) == 0)
    return NULL;

  text = g_string_new (g_ptr_array_index (project->tags, 0));
  for (guint i = 1; i < project->tags->len; i++)
    g_string_append_printf (text, ", %s", (const char *) g_ptr_array_index (project->tags, i));

  return g_string_free (text, FALSE);
}

/**
 * tide_order_make_key:
 * @order: an order
 * @project: a project
 * @snapshot: the register it is in
 * @key: (out): its sort key; end it with tide_sort_key_clear()
 *
 * Makes ready what projects are compared by. Texts sort as the process's locale has it, numbers of
 * projects with the digits in them as numbers. Of several sectors the first counts, of several
 * parties the main investor. An amount without any rate, or too large to be held, is missing.
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
    case TIDE_ORDER_OTHER_NAME:
      set_text (key, tide_text_get_other (&project->name, order->language));
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
    case TIDE_ORDER_STAGE_TIME:
      set_stage_time (project, snapshot, key);
      break;
    case TIDE_ORDER_INVESTOR:
      set_name (order, key, find_party_name (project, snapshot));
      break;
    case TIDE_ORDER_AMOUNT:
    case TIDE_ORDER_INTENTION:
    case TIDE_ORDER_AGREEMENT:
    case TIDE_ORDER_FOREIGN_CONTRACTED:
    case TIDE_ORDER_FOREIGN_UTILISED:
    case TIDE_ORDER_ARRIVED:
    case TIDE_ORDER_FIXED_ASSET:
      set_amount (order, project, snapshot, key);
      break;
    case TIDE_ORDER_EVENT:
      set_name (order, key, find_event_name (project, snapshot));
      break;
    case TIDE_ORDER_STATUS:
      set_rank (key, project->status, TIDE_N_STATUSES);
      break;
    case TIDE_ORDER_IN_CHARGE:
      set_text (key, project->in_charge);
      break;
    case TIDE_ORDER_TAGS:
      set_tags (key, project);
      break;
    case TIDE_ORDER_SIGNED:
      set_date (key, tide_project_find_signed (project));
      break;
    case TIDE_ORDER_PLANNED_START:
    case TIDE_ORDER_PLANNED_COMPLETION:
    case TIDE_ORDER_PLANNED_PRODUCTION:
      set_date (key, find_plan (order, project));
      break;
    case TIDE_ORDER_CREATED:
      set_time (key, project->created);
      break;
    case TIDE_ORDER_UPDATED:
      set_time (key, project->updated);
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
 * Returns: (transfer none) (nullable): id of the record whose name is the project's key, or the
 *   text that it has in common with others, where there is one: projects with the same have the
 *   same key
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
    case TIDE_ORDER_INVESTOR:
      return get_party_id (project);
    case TIDE_ORDER_IN_CHARGE:
      return project->in_charge;
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
