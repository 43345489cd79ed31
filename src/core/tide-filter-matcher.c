/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-counting.h"
#include "core/tide-filter-private.h"
#include "core/tide-search.h"

#include <string.h>

typedef GHashTable *(*MakeSet) (TideSnapshot *snapshot, const GPtrArray *values);

struct _TideMatcher
{
  TideFilter *filter;     /* owned */
  TideSnapshot *snapshot; /* owned */
  TideSearch *search;     /* owned; NULL for no words */

  /* owned, of owned sets that must each be met; NULL asks for nothing */
  GPtrArray *sectors;
  GPtrArray *divisions;
  GPtrArray *stages;
  GPtrArray *statuses;
  GPtrArray *events;
  GPtrArray *later_events;
  GPtrArray *parties;
  GPtrArray *party_kinds;
  GHashTable *tags; /* owned; NULL asks for nothing */

  gboolean is_staged;    /* a range of stages is asked for */
  TideStage first_stage; /* TIDE_N_STAGES where there is none in the range */
  TideStage last_stage;

  /* owned, nullable, of owned crosswalks */
  GPtrArray *taxonomies;        /* classified in one of these */
  GPtrArray *also_taxonomies;   /* and in each of these */
  GPtrArray *not_taxonomies;    /* in none of these */
  GPtrArray *mapped_taxonomies; /* in each of these by way of another one */
  GPtrArray *open_taxonomies;   /* not with all of it in each of these */
  GPtrArray *crosswalks;        /* those in which the sectors asked for stand */

  TideAmountCriteria amounts;
  TideDateCriteria dates;
  guint32 checks;        /* those asked for, of TIDE_CHECK_BIT() */
  GHashTable *umbrellas; /* owned; NULL unless it matters what totals count */
};

/* Making ready -------------------------------------------------------------------------------- */

static GHashTable *
make_set (TideSnapshot *snapshot, const GPtrArray *values)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < values->len; i++)
    g_hash_table_add (set, g_ptr_array_index (values, i));

  return set;
}

static char *
get_parent (TideRecordKind kind, const TidePayload *payload)
{
  return kind == TIDE_RECORD_SECTOR ? ((const TideSectorPayload *) payload)->parent
                                    : ((const TideDivisionPayload *) payload)->parent;
}

static gboolean
is_below (TideSnapshot *snapshot, TideRecordKind kind, const TidePayload *payload, GHashTable *set)
{
  for (guint i = 0; i < TIDE_MAX_ANCESTORS && payload != NULL; i++)
    {
      const char *parent = get_parent (kind, payload);

      if (parent == NULL)
        return FALSE;
      if (g_hash_table_contains (set, parent))
        return TRUE;
      payload = tide_snapshot_lookup (snapshot, kind, parent);
    }

  return FALSE;
}

/* The records named, and all below them unless the record itself is meant. */
static GHashTable *
make_tree_set (TideSnapshot *snapshot, TideRecordKind kind, const GPtrArray *values)
{
  const GPtrArray *records = tide_snapshot_get_records (snapshot, kind);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < values->len; i++)
    {
      char *value = g_ptr_array_index (values, i);

      if (value[0] == TIDE_FILTER_ITSELF)
        g_hash_table_add (set, value + 1);
      else
        g_hash_table_add (named, value);
    }

  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      TidePayload *payload = g_ptr_array_index (records, i);

      if (g_hash_table_contains (named, payload->id) || is_below (snapshot, kind, payload, named))
        g_hash_table_add (set, payload->id);
    }
  if (g_hash_table_contains (named, TIDE_FILTER_NONE))
    g_hash_table_add (set, (char *) TIDE_FILTER_NONE);

  return set;
}

static GHashTable *
make_sector_set (TideSnapshot *snapshot, const GPtrArray *values)
{
  return make_tree_set (snapshot, TIDE_RECORD_SECTOR, values);
}

static GHashTable *
make_division_set (TideSnapshot *snapshot, const GPtrArray *values)
{
  return make_tree_set (snapshot, TIDE_RECORD_DIVISION, values);
}

/* One set of all alternatives, and one of each value that must hold beside them. */
static GPtrArray *
make_sets (TideSnapshot *snapshot, const GPtrArray *values, MakeSet make)
{
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();
  GPtrArray *sets;

  if (tide_entries_get_n (values) == 0)
    return NULL;

  sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < values->len; i++)
    {
      char *value = g_ptr_array_index (values, i);
      g_autoptr (GPtrArray) also = NULL;

      if (value[0] != TIDE_FILTER_ALSO)
        {
          g_ptr_array_add (alternatives, value);
          continue;
        }
      also = g_ptr_array_new ();
      g_ptr_array_add (also, value + 1);
      g_ptr_array_add (sets, make (snapshot, also));
    }
  if (alternatives->len > 0)
    g_ptr_array_add (sets, make (snapshot, alternatives));

  return sets;
}

/* No stage is beyond one of a later program, nor before it. */
static void
read_stages (TideMatcher *self)
{
  const char *from = self->filter->stage_from;
  const char *to = self->filter->stage_to;
  const int first = from != NULL ? tide_codes_find (TIDE_CODES_STAGE, from) : TIDE_STAGE_LEAD;
  const int last = to != NULL ? tide_codes_find (TIDE_CODES_STAGE, to) : TIDE_STAGE_AT_CAPACITY;

  self->is_staged = from != NULL || to != NULL;
  self->first_stage = first >= 0 ? (TideStage) first : TIDE_N_STAGES;
  self->last_stage = (TideStage) last;
}

static void
add_crosswalk (GPtrArray **crosswalks, TideSnapshot *snapshot, const char *taxonomy)
{
  if (*crosswalks == NULL)
    *crosswalks = g_ptr_array_new_with_free_func ((GDestroyNotify) tide_crosswalk_free);
  g_ptr_array_add (*crosswalks, tide_crosswalk_new (snapshot, taxonomy));
}

static void
read_taxonomies (TideMatcher *self)
{
  for (guint i = 0; i < tide_entries_get_n (self->filter->taxonomies); i++)
    {
      const char *value = g_ptr_array_index (self->filter->taxonomies, i);
      const char *bare = value[0] == TIDE_FILTER_ALSO ? value + 1 : value;
      GPtrArray **crosswalks = bare[0] == TIDE_FILTER_NOT      ? &self->not_taxonomies
                               : bare[0] == TIDE_FILTER_MAPPED ? &self->mapped_taxonomies
                               : bare[0] == TIDE_FILTER_OPEN   ? &self->open_taxonomies
                               : bare != value                 ? &self->also_taxonomies
                                                               : &self->taxonomies;

      add_crosswalk (crosswalks, self->snapshot, tide_filter_value_get_id (value));
    }
}

/* The taxonomies whose classes are asked for, each once. */
static void
read_crosswalks (TideMatcher *self)
{
  g_autoptr (GHashTable) taxonomies = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tide_entries_get_n (self->filter->sectors); i++)
    {
      const char *id = tide_filter_value_get_id (g_ptr_array_index (self->filter->sectors, i));
      const TidePayload *sector = tide_snapshot_lookup (self->snapshot, TIDE_RECORD_SECTOR, id);

      if (sector != NULL && TIDE_SECTOR_PAYLOAD (sector)->taxonomy != NULL
          && g_hash_table_add (taxonomies, TIDE_SECTOR_PAYLOAD (sector)->taxonomy))
        add_crosswalk (&self->crosswalks, self->snapshot, TIDE_SECTOR_PAYLOAD (sector)->taxonomy);
    }
}

/**
 * tide_matcher_new:
 * @filter: a filter
 * @snapshot: the register
 *
 * Makes a filter ready; later changes of @filter do not concern it.
 *
 * Returns: (transfer full): the matcher
 */
TideMatcher *
tide_matcher_new (const TideFilter *filter, TideSnapshot *snapshot)
{
  TideMatcher *self = g_new0 (TideMatcher, 1);

  self->filter = tide_filter_copy (filter);
  self->snapshot = tide_snapshot_ref (snapshot);
  filter = self->filter;

  self->search = tide_search_new (filter->text);
  self->sectors = make_sets (snapshot, filter->sectors, make_sector_set);
  self->divisions = make_sets (snapshot, filter->divisions, make_division_set);
  self->stages = make_sets (snapshot, filter->stages, make_set);
  self->statuses = make_sets (snapshot, filter->statuses, make_set);
  self->events = make_sets (snapshot, filter->events, make_set);
  self->later_events = make_sets (snapshot, filter->later_events, make_set);
  self->parties = make_sets (snapshot, filter->parties, make_set);
  self->party_kinds = make_sets (snapshot, filter->party_kinds, make_set);
  if (tide_entries_get_n (filter->tags) > 0)
    self->tags = make_set (snapshot, filter->tags);
  read_stages (self);
  read_taxonomies (self);
  read_crosswalks (self);
  tide_date_criteria_init (&self->dates, filter, snapshot);
  tide_amount_criteria_init (&self->amounts, filter, snapshot,
                             make_sets (snapshot, filter->currencies, make_set));
  self->checks = tide_filter_get_checks (filter);
  if (filter->counting != NULL)
    self->umbrellas = tide_snapshot_find_umbrellas (snapshot);

  return self;
}

/**
 * tide_matcher_free:
 * @self: (transfer full): a matcher
 */
void
tide_matcher_free (TideMatcher *self)
{
  GPtrArray **arrays[] = { &self->sectors,           &self->divisions,       &self->stages,
                           &self->statuses,          &self->events,          &self->later_events,
                           &self->parties,           &self->party_kinds,     &self->taxonomies,
                           &self->mapped_taxonomies, &self->open_taxonomies, &self->crosswalks,
                           &self->not_taxonomies,    &self->also_taxonomies };

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_clear_pointer (arrays[i], g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->umbrellas, g_hash_table_unref);
  tide_amount_criteria_clear (&self->amounts);
  g_clear_pointer (&self->search, tide_search_free);
  tide_payload_unref (&self->filter->base);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/* Matching ------------------------------------------------------------------------------------ */

static gboolean
lets_through (const GPtrArray *sets, const char *value)
{
  for (guint i = 0; i < tide_entries_get_n (sets); i++)
    if (!g_hash_table_contains (g_ptr_array_index (sets, i),
                                value != NULL ? value : TIDE_FILTER_NONE))
      return FALSE;

  return TRUE;
}

/* Whether each set is met by one value at least. */
static gboolean
each_is_met (const GPtrArray *sets,
             gboolean (*meets) (TideMatcher *, const TideProjectPayload *, GHashTable *),
             TideMatcher *self,
             const TideProjectPayload *project)
{
  for (guint i = 0; i < tide_entries_get_n (sets); i++)
    if (!meets (self, project, g_ptr_array_index (sets, i)))
      return FALSE;

  return TRUE;
}

static gboolean
meets_sectors (TideMatcher *self, const TideProjectPayload *project, GHashTable *set)
{
  if (tide_entries_get_n (project->sectors) == 0)
    return g_hash_table_contains (set, TIDE_FILTER_NONE);

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      if (entry->sector != NULL && g_hash_table_contains (set, entry->sector))
        return TRUE;
    }
  for (guint i = 0; i < tide_entries_get_n (self->crosswalks); i++)
    if (tide_project_is_mapped_into (project, g_ptr_array_index (self->crosswalks, i),
                                     self->snapshot, set))
      return TRUE;

  return FALSE;
}

static gboolean
meets_parties (TideMatcher *self, const TideProjectPayload *project, GHashTable *set)
{
  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      if (entry->party != NULL && g_hash_table_contains (set, entry->party))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_party_kind (TideMatcher *self, const TideParticipation *entry)
{
  const TidePayload *party = tide_snapshot_lookup (self->snapshot, TIDE_RECORD_PARTY, entry->party);
  const char *kind = party != NULL ? TIDE_PARTY_PAYLOAD (party)->kind : NULL;

  return kind != NULL && tide_codes_find (TIDE_CODES_PARTY_KIND, kind) >= 0 ? kind : NULL;
}

static gboolean
meets_party_kinds (TideMatcher *self, const TideProjectPayload *project, GHashTable *set)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const char *kind = get_party_kind (self, g_ptr_array_index (project->parties, i));

      if (kind != NULL && g_hash_table_contains (set, kind))
        return TRUE;
      is_known |= kind != NULL;
    }

  return !is_known && g_hash_table_contains (set, TIDE_FILTER_NONE);
}

static gboolean
meets_later_events (TideMatcher *self, const TideProjectPayload *project, GHashTable *set)
{
  if (project->event != NULL && g_hash_table_contains (set, project->event))
    return FALSE;

  for (guint i = 0; i < tide_entries_get_n (project->later_events); i++)
    if (g_hash_table_contains (set, g_ptr_array_index (project->later_events, i)))
      return TRUE;
  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->event != NULL && g_hash_table_contains (set, amount->event))
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches_taxonomies (TideMatcher *self, const TideProjectPayload *project)
{
  gboolean is_mapped;
  gboolean is_found = self->taxonomies == NULL;

  for (guint i = 0; i < tide_entries_get_n (self->taxonomies) && !is_found; i++)
    is_found
        = tide_project_is_placed (project, g_ptr_array_index (self->taxonomies, i), &is_mapped);
  for (guint i = 0; i < tide_entries_get_n (self->also_taxonomies) && is_found; i++)
    is_found = tide_project_is_placed (project, g_ptr_array_index (self->also_taxonomies, i),
                                       &is_mapped);
  for (guint i = 0; i < tide_entries_get_n (self->not_taxonomies) && is_found; i++)
    is_found = !tide_project_is_placed (project, g_ptr_array_index (self->not_taxonomies, i),
                                        &is_mapped);
  for (guint i = 0; i < tide_entries_get_n (self->mapped_taxonomies) && is_found; i++)
    is_found = tide_project_is_placed (project, g_ptr_array_index (self->mapped_taxonomies, i),
                                       &is_mapped)
               && is_mapped;
  for (guint i = 0; i < tide_entries_get_n (self->open_taxonomies) && is_found; i++)
    is_found = tide_project_is_open (project, g_ptr_array_index (self->open_taxonomies, i));

  return is_found;
}

static const char *
get_stage (const TideProjectPayload *project)
{
  guint n = tide_entries_get_n (project->stages);

  return n > 0 ? ((const TideStageEntry *) g_ptr_array_index (project->stages, n - 1))->stage
               : NULL;
}

static gboolean
matches_stage_range (const TideMatcher *self, const TideProjectPayload *project)
{
  return !self->is_staged
         || (project->stage >= TIDE_STAGE_LEAD && project->stage >= self->first_stage
             && project->stage <= self->last_stage);
}

static gboolean
matches_tags (const TideMatcher *self, const TideProjectPayload *project)
{
  if (self->tags == NULL)
    return TRUE;

  for (guint i = 0; i < tide_entries_get_n (project->tags); i++)
    if (g_hash_table_contains (self->tags, g_ptr_array_index (project->tags, i)))
      return TRUE;

  return FALSE;
}

static const char *
get_status (const TideProjectPayload *project)
{
  guint n = tide_entries_get_n (project->statuses);

  return n > 0 ? ((const TideStatusEntry *) g_ptr_array_index (project->statuses, n - 1))->status
               : tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);
}

static TideExclusion
get_exclusion (TideMatcher *self, const TideProjectPayload *project)
{
  const TideExclusion exclusion = tide_project_get_exclusion (project, self->umbrellas);
  TideProjectSum sum;

  if (exclusion != TIDE_EXCLUSION_NONE || !tide_date_is_set (&self->filter->period))
    return exclusion;

  tide_project_sum (project, &self->amounts.valuation, self->amounts.rates, self->amounts.events,
                    &sum);

  return tide_project_sum_get_exclusion (&sum);
}

static gboolean
matches_checks (const TideMatcher *self, const TideProjectPayload *project)
{
  if (tide_entries_get_n (self->filter->checks) == 0)
    return TRUE;

  return (tide_checks_get_set_of (tide_snapshot_get_checks (self->snapshot), project)
          & self->checks)
         != 0;
}

static gboolean
matches_counting (TideMatcher *self, const TideProjectPayload *project)
{
  const char *asked = self->filter->counting;
  TideExclusion exclusion;

  if (asked == NULL)
    return TRUE;
  if (strcmp (asked, "cohort") == 0 || strcmp (asked, "no-cohort") == 0)
    return (tide_project_get_cohort_exclusion (project, self->umbrellas) == TIDE_EXCLUSION_NONE)
           == (strcmp (asked, "cohort") == 0);

  exclusion = get_exclusion (self, project);
  if (exclusion == TIDE_EXCLUSION_NONE)
    return strcmp (asked, "live") == 0;

  return strcmp (asked, "excluded") == 0
         || g_strcmp0 (asked, tide_exclusion_get_code (exclusion)) == 0;
}

static gboolean
matches_words (const TideMatcher *self, const TideProjectPayload *project, const char *search_text)
{
  g_autofree char *made = NULL;

  if (self->search == NULL)
    return TRUE;
  if (search_text == NULL)
    search_text = made = tide_project_dup_search_text (project, self->snapshot);

  return tide_search_rank (self->search, search_text) != TIDE_SEARCH_NO_RANK;
}

/**
 * tide_matcher_matches:
 * @self: a matcher
 * @project: a project of its snapshot
 *
 * Returns: whether the filter lets @project through. What an `amount`, `counting`, `date` or end of
 * a range of stages of a later program asks for is not known, and lets nothing through.
 */
gboolean
tide_matcher_matches (TideMatcher *self, const TideProjectPayload *project)
{
  return tide_matcher_matches_with_text (self, project, NULL);
}

/**
 * tide_matcher_matches_with_text:
 * @self: a matcher
 * @project: a project of its snapshot
 * @search_text: (nullable): what tide_project_dup_search_text() gave for it; %NULL to make it
 *
 * Like tide_matcher_matches(), for those who keep the search texts of many projects.
 *
 * Returns: whether the filter lets @project through
 */
gboolean
tide_matcher_matches_with_text (TideMatcher *self,
                                const TideProjectPayload *project,
                                const char *search_text)
{
  return lets_through (self->stages, get_stage (project)) && matches_stage_range (self, project)
         && lets_through (self->statuses, get_status (project))
         && lets_through (self->divisions, project->division)
         && lets_through (self->events, project->event)
         && each_is_met (self->later_events, meets_later_events, self, project)
         && each_is_met (self->sectors, meets_sectors, self, project)
         && matches_taxonomies (self, project)
         && each_is_met (self->parties, meets_parties, self, project)
         && each_is_met (self->party_kinds, meets_party_kinds, self, project)
         && matches_tags (self, project) && tide_date_criteria_match (&self->dates, project)
         && matches_counting (self, project) && tide_amount_criteria_match (&self->amounts, project)
         && matches_checks (self, project) && matches_words (self, project, search_text);
}
