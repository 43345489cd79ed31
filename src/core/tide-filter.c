/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-filter.h"

#include "core/tide-convert.h"
#include "core/tide-counting.h"

#include <string.h>

/* The value by which filters ask for projects without a sector, division, stage or event. */
#define NONE "none"

/* No chain of parents is longer in earnest; a loop ends here. */
#define MAX_ANCESTORS 64

struct _TideMatcher
{
  TideFilter *filter;     /* owned */
  TideSnapshot *snapshot; /* owned */
  char **words;           /* owned, folded; NULL for no words */

  /* owned sets of what is let through; NULL asks for nothing */
  GHashTable *sectors;
  GHashTable *taxonomies;     /* the sectors of these taxonomies */
  GHashTable *not_taxonomies; /* the sectors of those kept out */
  GHashTable *divisions;
  GHashTable *stages;
  GHashTable *statuses;
  GHashTable *events;
  GHashTable *parties;
  GHashTable *currencies;

  GHashTable *umbrellas; /* owned; NULL unless it matters what totals count */
};

/* Filters ------------------------------------------------------------------------------------- */

/**
 * tide_filter_new:
 *
 * Returns: (transfer full): a filter that asks for nothing
 */
TideFilter *
tide_filter_new (void)
{
  return (TideFilter *) tide_payload_new (&tide_shape_filter, NULL);
}

/**
 * tide_filter_copy:
 * @filter: a filter
 *
 * Returns: (transfer full): a copy that can be changed
 */
TideFilter *
tide_filter_copy (const TideFilter *filter)
{
  return (TideFilter *) tide_payload_copy (&filter->base);
}

/* Says of which amounts the criteria speak, or how they are told; asks for nothing by itself. */
static gboolean
is_explanation (const TideMember *member)
{
  static const char *const names[]
      = { "name", "amount-kind", "currency", "rate-set", "period", NULL };

  return g_strv_contains (names, member->name);
}

/**
 * tide_filter_is_empty:
 * @filter: a filter
 *
 * Returns: whether it lets every project through
 */
gboolean
tide_filter_is_empty (const TideFilter *filter)
{
  for (guint i = 0; i < tide_shape_filter.n_members; i++)
    {
      const TideMember *member = &tide_shape_filter.members[i];

      if (!is_explanation (member) && tide_payload_has_value (&filter->base, member))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_string (const GPtrArray *strings, const char *wanted)
{
  for (guint i = 0; i < tide_entries_get_n (strings); i++)
    if (strcmp (g_ptr_array_index (strings, i), wanted) == 0)
      return TRUE;

  return FALSE;
}

/**
 * tide_filter_add:
 * @filter: a filter that is not shared
 * @member: member of the filter: `stages`, `amount-kind`, …
 * @value: an id, a code, or `none` where the member knows it; a period or number as the file has
 * it, which is left unset where it cannot be read
 *
 * Adds @value to the values of a list, once; of a member with one value, replaces it.
 */
void
tide_filter_add (TideFilter *filter, const char *member, const char *value)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);

  g_return_if_fail (found != NULL && found->kind != TIDE_MEMBER_TEXT);

  if (found->kind == TIDE_MEMBER_STRINGS)
    {
      if (!has_string (G_STRUCT_MEMBER (GPtrArray *, filter, found->offset), value))
        tide_payload_add_string (&filter->base, member, value);
    }
  else if (found->kind == TIDE_MEMBER_CODE)
    tide_payload_set_interned (G_STRUCT_MEMBER_P (filter, found->offset), value);
  else if (found->kind == TIDE_MEMBER_PERIOD)
    tide_date_parse (value, TRUE, G_STRUCT_MEMBER_P (filter, found->offset));
  else if (found->kind == TIDE_MEMBER_DECIMAL)
    tide_decimal_parse (value, G_STRUCT_MEMBER_P (filter, found->offset));
  else
    tide_payload_set_string (G_STRUCT_MEMBER_P (filter, found->offset), value);
}

/**
 * tide_filter_remove:
 * @filter: a filter that is not shared
 * @member: a criterion, by the name of its member
 * @value: the value to take away
 *
 * Takes @value out of a list, or unsets a member that has it as its one value; a period or number
 * is unset whatever it is.
 */
void
tide_filter_remove (TideFilter *filter, const char *member, const char *value)
{
  const TideMember *found = tide_shape_find (&tide_shape_filter, member);

  g_return_if_fail (found != NULL && found->kind != TIDE_MEMBER_TEXT);

  if (found->kind == TIDE_MEMBER_STRINGS)
    {
      GPtrArray *strings = G_STRUCT_MEMBER (GPtrArray *, filter, found->offset);

      for (guint i = tide_entries_get_n (strings); i > 0; i--)
        if (strcmp (g_ptr_array_index (strings, i - 1), value) == 0)
          g_ptr_array_remove_index (strings, i - 1);
    }
  else if (found->kind == TIDE_MEMBER_PERIOD)
    G_STRUCT_MEMBER (TideDate, filter, found->offset) = (TideDate) { 0 };
  else if (found->kind == TIDE_MEMBER_DECIMAL)
    G_STRUCT_MEMBER (TideDecimal, filter, found->offset) = (TideDecimal) { 0 };
  else if (g_strcmp0 (G_STRUCT_MEMBER (char *, filter, found->offset), value) == 0)
    tide_payload_set_string (G_STRUCT_MEMBER_P (filter, found->offset), NULL);
}

/**
 * tide_filter_set_text:
 * @filter: a filter that is not shared
 * @text: (nullable): words that must all occur
 */
void
tide_filter_set_text (TideFilter *filter, const char *text)
{
  g_autofree char *words = tide_text_normalise (text);

  tide_payload_set_string (&filter->text, words);
}

/**
 * tide_filter_value_get_id:
 * @value: a value of a criterion
 *
 * Returns: (transfer none): the id in it, without its mark
 */
const char *
tide_filter_value_get_id (const char *value)
{
  return value[0] == TIDE_FILTER_ITSELF || value[0] == TIDE_FILTER_NOT ? value + 1 : value;
}

/* Making ready -------------------------------------------------------------------------------- */

static GHashTable *
make_set (const GPtrArray *strings)
{
  GHashTable *set;

  if (tide_entries_get_n (strings) == 0)
    return NULL;

  set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < strings->len; i++)
    g_hash_table_add (set, g_ptr_array_index (strings, i));

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
  for (guint i = 0; i < MAX_ANCESTORS && payload != NULL; i++)
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
  g_autoptr (GHashTable) named = NULL;
  GHashTable *set;

  if (tide_entries_get_n (values) == 0)
    return NULL;

  named = g_hash_table_new (g_str_hash, g_str_equal);
  set = g_hash_table_new (g_str_hash, g_str_equal);
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
  if (g_hash_table_contains (named, NONE))
    g_hash_table_add (set, (char *) NONE);

  return set;
}

static GHashTable *
make_taxonomy_set (TideSnapshot *snapshot, const GPtrArray *values, gboolean is_not)
{
  const GPtrArray *sectors = tide_snapshot_get_records (snapshot, TIDE_RECORD_SECTOR);
  g_autoptr (GHashTable) taxonomies = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *set;

  for (guint i = 0; i < tide_entries_get_n (values); i++)
    {
      const char *value = g_ptr_array_index (values, i);

      if ((value[0] == TIDE_FILTER_NOT) == is_not)
        g_hash_table_add (taxonomies, (char *) tide_filter_value_get_id (value));
    }
  if (g_hash_table_size (taxonomies) == 0)
    return NULL;

  set = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < tide_entries_get_n (sectors); i++)
    {
      TideSectorPayload *sector = g_ptr_array_index (sectors, i);

      if (sector->taxonomy != NULL && g_hash_table_contains (taxonomies, sector->taxonomy))
        g_hash_table_add (set, sector->base.id);
    }

  return set;
}

static char **
make_words (const char *text)
{
  g_autofree char *folded = text != NULL ? tide_text_fold (text) : NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) parts = NULL;

  if (folded == NULL)
    return NULL;

  /* Folding has made the ideographic space an ordinary one. */
  builder = g_strv_builder_new ();
  parts = g_strsplit_set (folded, " \t\n", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
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

  self->words = make_words (filter->text);
  self->sectors = make_tree_set (snapshot, TIDE_RECORD_SECTOR, filter->sectors);
  self->taxonomies = make_taxonomy_set (snapshot, filter->taxonomies, FALSE);
  self->not_taxonomies = make_taxonomy_set (snapshot, filter->taxonomies, TRUE);
  self->divisions = make_tree_set (snapshot, TIDE_RECORD_DIVISION, filter->divisions);
  self->stages = make_set (filter->stages);
  self->statuses = make_set (filter->statuses);
  self->events = make_set (filter->events);
  self->parties = make_set (filter->parties);
  self->currencies = make_set (filter->currencies);
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
  GHashTable **sets[]
      = { &self->sectors,    &self->taxonomies, &self->not_taxonomies, &self->divisions,
          &self->stages,     &self->statuses,   &self->events,         &self->parties,
          &self->currencies, &self->umbrellas };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    g_clear_pointer (sets[i], g_hash_table_unref);
  g_strfreev (self->words);
  tide_payload_unref (&self->filter->base);
  tide_snapshot_unref (self->snapshot);
  g_free (self);
}

/* Matching ------------------------------------------------------------------------------------ */

static gboolean
lets_through (GHashTable *set, const char *value)
{
  return set == NULL || g_hash_table_contains (set, value != NULL ? value : NONE);
}

static gboolean
is_classified (GHashTable *sectors, const TideProjectPayload *project)
{
  if (sectors == NULL)
    return FALSE;

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      const TideClassification *entry = g_ptr_array_index (project->sectors, i);

      if (entry->sector != NULL && g_hash_table_contains (sectors, entry->sector))
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches_sectors (GHashTable *set, const TideProjectPayload *project)
{
  if (set == NULL)
    return TRUE;
  if (tide_entries_get_n (project->sectors) == 0)
    return g_hash_table_contains (set, NONE);

  return is_classified (set, project);
}

static gboolean
matches_parties (GHashTable *set, const TideProjectPayload *project)
{
  if (set == NULL)
    return TRUE;

  for (guint i = 0; i < tide_entries_get_n (project->parties); i++)
    {
      const TideParticipation *entry = g_ptr_array_index (project->parties, i);

      if (entry->party != NULL && g_hash_table_contains (set, entry->party))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_stage (const TideProjectPayload *project)
{
  guint n = tide_entries_get_n (project->stages);

  return n > 0 ? ((const TideStageEntry *) g_ptr_array_index (project->stages, n - 1))->stage
               : NULL;
}

static const char *
get_status (const TideProjectPayload *project)
{
  guint n = tide_entries_get_n (project->statuses);

  return n > 0 ? ((const TideStatusEntry *) g_ptr_array_index (project->statuses, n - 1))->status
               : tide_codes_get_code (TIDE_CODES_STATUS, TIDE_STATUS_NORMAL);
}

static gboolean
is_meant (const TideMatcher *self, const TideAmount *amount)
{
  const char *kind = self->filter->amount_kind;

  return amount->counted && amount->value.is_set
         && (kind == NULL || g_strcmp0 (amount->kind, kind) == 0);
}

static gboolean
has_rate (const TideMatcher *self, const TideAmount *amount)
{
  const char *currency = tide_snapshot_get_settings (self->snapshot)->currency;

  if (amount->money.currency[0] == '\0')
    return FALSE;

  return g_strcmp0 (amount->money.currency, currency) == 0
         || tide_snapshot_find_rate (self->snapshot, amount->money.currency, currency,
                                     &amount->date)
                != NULL;
}

static gboolean
is_foreign (const TideMatcher *self, const TideAmount *amount)
{
  const char *currency = tide_snapshot_get_settings (self->snapshot)->currency;

  return amount->money.currency[0] != '\0' && g_strcmp0 (amount->money.currency, currency) != 0;
}

static gboolean
matches_amounts (const TideMatcher *self, const TideProjectPayload *project)
{
  const char *asked = self->filter->amount;
  guint n = 0;
  guint n_unpriced = 0;
  guint n_foreign = 0;
  gboolean has_currency = self->currencies == NULL;

  if (asked == NULL && has_currency)
    return TRUE;

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (!is_meant (self, amount))
        continue;

      n++;
      n_unpriced += asked != NULL && !has_rate (self, amount);
      n_foreign += asked != NULL && is_foreign (self, amount);
      has_currency = has_currency
                     || (amount->currency != NULL
                         && g_hash_table_contains (self->currencies, amount->currency));
    }

  if (!has_currency)
    return FALSE;
  if (asked == NULL)
    return TRUE;
  if (strcmp (asked, NONE) == 0)
    return n == 0;
  if (strcmp (asked, "foreign") == 0)
    return n_foreign > 0;

  return strcmp (asked, "unpriced") == 0 && n_unpriced > 0;
}

static gboolean
matches_counting (const TideMatcher *self, const TideProjectPayload *project)
{
  const char *asked = self->filter->counting;
  gboolean is_live;

  if (asked == NULL)
    return TRUE;

  is_live = tide_project_get_exclusion (project, self->umbrellas) == TIDE_EXCLUSION_NONE;
  return strcmp (asked, is_live ? "live" : "excluded") == 0;
}

static gboolean
matches_words (const TideMatcher *self, const TideProjectPayload *project, const char *search_text)
{
  g_autofree char *made = NULL;

  if (self->words == NULL)
    return TRUE;
  if (search_text == NULL)
    search_text = made = tide_project_dup_search_text (project, self->snapshot);

  for (gsize i = 0; self->words[i] != NULL; i++)
    if (strstr (search_text, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * tide_matcher_matches:
 * @self: a matcher
 * @project: a project of its snapshot
 *
 * Returns: whether the filter lets @project through. What an `amount` or `counting` of a later
 *   program asks for is not known, and lets nothing through.
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
  return lets_through (self->stages, get_stage (project))
         && lets_through (self->statuses, get_status (project))
         && lets_through (self->divisions, project->division)
         && lets_through (self->events, project->event) && matches_sectors (self->sectors, project)
         && matches_sectors (self->taxonomies, project)
         && !is_classified (self->not_taxonomies, project)
         && matches_parties (self->parties, project) && matches_counting (self, project)
         && matches_amounts (self, project) && matches_words (self, project, search_text);
}
