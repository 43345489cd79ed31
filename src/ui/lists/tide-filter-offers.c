/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-filter-offers.h"

#include "core/tide-check.h"
#include "ui/lists/tide-filter-value-text.h"

#include <string.h>

#define MAX_DEPTH 4

static void
offer_free (gpointer data)
{
  TideFilterOffer *offer = data;

  g_free (offer->value);
  g_free (offer->label);
  g_free (offer->folded);
  g_free (offer);
}

/**
 * tide_filter_offer_new:
 * @value: (nullable): a value of a criterion
 * @label: what it is called
 * @depth: how many stand above it
 *
 * Returns: (transfer full): an offer that tells no projects
 */
TideFilterOffer *
tide_filter_offer_new (const char *value, const char *label, guint depth)
{
  TideFilterOffer *self = g_new (TideFilterOffer, 1);

  *self = (TideFilterOffer) { .value = g_strdup (value),
                              .label = g_strdup (label),
                              .folded = tide_text_fold (label),
                              .depth = depth,
                              .n_projects = -1 };

  return self;
}

static const char *
get_label (const TidePayload *payload)
{
  const char *label = tide_payload_get_label (payload, tide_language_get_default ());

  return label != NULL ? label : payload->id;
}

static void
add_record (GPtrArray *offers, const TidePayload *payload, guint depth)
{
  g_ptr_array_add (offers, tide_filter_offer_new (payload->id, get_label (payload), depth));
}

static void
add_word (GPtrArray *offers, const char *member, const char *word)
{
  g_autofree char *label = tide_filter_value_dup_label (NULL, member, word);

  g_ptr_array_add (offers, tide_filter_offer_new (word, label, 0));
}

static void
add_codes (GPtrArray *offers, const char *member, TideCodeSet set)
{
  for (guint i = 0; i < tide_codes_get_n (set); i++)
    add_word (offers, member, tide_codes_get_code (set, i));
}

static void
add_checks (GPtrArray *offers)
{
  add_word (offers, "checks", TIDE_CHECKS_ANY);
  for (guint check = 0; check < TIDE_N_CHECKS; check++)
    add_word (offers, "checks", tide_check_get_code (check));
}

/* Trees ------------------------------------------------------------------------------------- */

static const char *
get_parent (TideRecordKind kind, const TidePayload *payload)
{
  return kind == TIDE_RECORD_SECTOR ? TIDE_SECTOR_PAYLOAD (payload)->parent
                                    : TIDE_DIVISION_PAYLOAD (payload)->parent;
}

/* A loop of parents is a problem that the register may be opened with. */
static guint
get_depth (TideSnapshot *snapshot, TideRecordKind kind, const TidePayload *payload)
{
  guint depth = 0;

  while (depth < MAX_DEPTH && get_parent (kind, payload) != NULL)
    {
      payload = tide_snapshot_lookup (snapshot, kind, get_parent (kind, payload));
      if (payload == NULL)
        break;
      depth++;
    }

  return depth;
}

static void
add_tree (GPtrArray *offers, TideSnapshot *snapshot, TideRecordKind kind, const char *taxonomy)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *payload = g_ptr_array_index (records, i);

      if (kind != TIDE_RECORD_SECTOR
          || g_strcmp0 (TIDE_SECTOR_PAYLOAD (payload)->taxonomy, taxonomy) == 0)
        add_record (offers, payload, get_depth (snapshot, kind, payload));
    }
}

/* The taxonomies in which a project is classified: the others would offer what finds nothing. */
static GHashTable *
find_taxonomies (TideSnapshot *snapshot)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);

      for (guint j = 0; j < tide_entries_get_n (project->sectors); j++)
        {
          const TideClassification *entry = g_ptr_array_index (project->sectors, j);
          const TidePayload *sector
              = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, entry->sector);

          if (sector != NULL && TIDE_SECTOR_PAYLOAD (sector)->taxonomy != NULL)
            g_hash_table_add (found, TIDE_SECTOR_PAYLOAD (sector)->taxonomy);
        }
    }

  return found;
}

static void
add_sectors (GPtrArray *offers, TideSnapshot *snapshot)
{
  g_autoptr (GHashTable) used = find_taxonomies (snapshot);
  const GPtrArray *taxonomies = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);

  for (guint i = 0; i < tide_entries_get_n (taxonomies); i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (taxonomies, i);

      if (!g_hash_table_contains (used, taxonomy->id))
        continue;

      g_ptr_array_add (offers, tide_filter_offer_new (NULL, get_label (taxonomy), 0));
      add_tree (offers, snapshot, TIDE_RECORD_SECTOR, taxonomy->id);
    }
}

/* Counted lists ----------------------------------------------------------------------------- */

typedef void (*Count) (GHashTable *counts, const TideProjectPayload *project);

static void
count_one (GHashTable *counts, const char *value)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, value));

  g_hash_table_insert (counts, (char *) value, GUINT_TO_POINTER (n + 1));
}

static void
count_event (GHashTable *counts, const TideProjectPayload *project)
{
  if (project->event != NULL)
    count_one (counts, project->event);
}

/* A party may have several roles in one project. */
static gboolean
was_counted (const GPtrArray *parties, guint n, const char *party)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (((const TideParticipation *) g_ptr_array_index (parties, i))->party, party) == 0)
      return TRUE;

  return FALSE;
}

static void
count_parties (GHashTable *counts, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      if (entry->party != NULL && !was_counted (project->parties, i, entry->party))
        count_one (counts, entry->party);
    }
}

static void
count_tags (GHashTable *counts, const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (project->tags); i++)
    {
      const char *tag = g_ptr_array_index (project->tags, i);
      gboolean is_repeated = FALSE;

      for (guint j = 0; j < i; j++)
        is_repeated |= strcmp (g_ptr_array_index (project->tags, j), tag) == 0;
      if (!is_repeated)
        count_one (counts, tag);
    }
}

static GHashTable *
count_projects (TideSnapshot *snapshot, Count count)
{
  const GPtrArray *projects = tide_snapshot_get_records (snapshot, TIDE_RECORD_PROJECT);
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    count (counts, g_ptr_array_index (projects, i));

  return counts;
}

/* Those with most projects come first. */
static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const TideFilterOffer *first = *(const TideFilterOffer *const *) a;
  const TideFilterOffer *second = *(const TideFilterOffer *const *) b;

  if (first->n_projects != second->n_projects)
    return first->n_projects > second->n_projects ? -1 : 1;

  return g_utf8_collate (first->label, second->label);
}

static void
add_counted_records (GPtrArray *offers, TideSnapshot *snapshot, TideRecordKind kind, Count count)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);
  g_autoptr (GHashTable) counts = count_projects (snapshot, count);

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *payload = g_ptr_array_index (records, i);
      TideFilterOffer *offer;

      add_record (offers, payload, 0);
      offer = g_ptr_array_index (offers, offers->len - 1);
      offer->n_projects = (int) GPOINTER_TO_UINT (g_hash_table_lookup (counts, payload->id));
    }
  g_ptr_array_sort (offers, compare_offers);
}

static void
add_tags (GPtrArray *offers, TideSnapshot *snapshot)
{
  g_autoptr (GHashTable) counts = count_projects (snapshot, count_tags);
  GHashTableIter iter;
  gpointer tag;
  gpointer n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &tag, &n))
    {
      TideFilterOffer *offer = tide_filter_offer_new (tag, tag, 0);

      offer->n_projects = (int) GPOINTER_TO_UINT (n);
      g_ptr_array_add (offers, offer);
    }
  g_ptr_array_sort (offers, compare_offers);
}

/**
 * tide_filter_offers_new:
 * @snapshot: the register, which outlives no offer: they hold texts of their own
 * @member: a criterion with a list of values
 *
 * Finds all that can be chosen, in the order in which it is offered. Takes a while where there are
 * many projects; may run in any thread.
 *
 * Returns: (transfer full) (element-type TideFilterOffer): the offers
 */
GPtrArray *
tide_filter_offers_new (TideSnapshot *snapshot, const char *member)
{
  static const char *const known_for_none[]
      = { "sectors", "divisions", "stages", "events", "party-kinds", NULL };
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);

  if (g_str_equal (member, "sectors"))
    add_sectors (offers, snapshot);
  else if (g_str_equal (member, "divisions"))
    add_tree (offers, snapshot, TIDE_RECORD_DIVISION, NULL);
  else if (g_str_equal (member, "stages"))
    add_codes (offers, member, TIDE_CODES_STAGE);
  else if (g_str_equal (member, "statuses"))
    add_codes (offers, member, TIDE_CODES_STATUS);
  else if (g_str_equal (member, "events"))
    add_counted_records (offers, snapshot, TIDE_RECORD_EVENT, count_event);
  else if (g_str_equal (member, "parties"))
    add_counted_records (offers, snapshot, TIDE_RECORD_PARTY, count_parties);
  else if (g_str_equal (member, "party-kinds"))
    add_codes (offers, member, TIDE_CODES_PARTY_KIND);
  else if (g_str_equal (member, "checks"))
    add_checks (offers);
  else
    add_tags (offers, snapshot);
  if (g_strv_contains (known_for_none, member))
    add_word (offers, member, TIDE_FILTER_NONE);

  return offers;
}
