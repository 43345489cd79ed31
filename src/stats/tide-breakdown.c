/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-stats"

#include "stats/tide-breakdown.h"

#include "core/tide-convert.h"

#include <string.h>

#define NONE "none"
/* Shares have at most six digits behind the point: 100 % is 10^8 of the smallest part. */
#define SHARE_SCALE 6
#define WHOLE_SHARE ((gint64) 100 * 1000 * 1000)

/* What one project brings to a figure. */
typedef struct
{
  const TideProjectPayload *project;
  GArray *sums; /* of TideMoney, by currency */
  TideMoney base;
  guint n_entries;
  guint n_unpriced;
  gboolean is_foreign;
  gboolean is_overflow;
} Contribution;

typedef struct
{
  TideSnapshot *snapshot;
  TideGrouping grouping;
  const char *taxonomy;
  TideAmountKind kind;
  const char *currency;
  TideBreakdown *result;
  GHashTable *by_key; /* borrowed keys and TideGroups */
} Run;

static void
group_free (TideGroup *group)
{
  g_free (group->key);
  tide_text_clear (&group->label);
  tide_figure_free (group->figure);
  g_free (group);
}

/**
 * tide_money_share:
 * @whole: an amount
 * @weights: (array length=n_weights): parts of it, 0 or more
 * @n_weights: how many, at least 1
 * @parts: (out caller-allocates) (array length=n_weights): where the parts go
 *
 * Divides an amount in proportion to @weights so that the parts add up to it to the minor unit:
 * each part is rounded down, and the units left over go to the largest remainders, earlier parts
 * first (method of largest remainders).
 */
void
tide_money_share (const TideMoney *whole, const gint64 *weights, guint n_weights, TideMoney *parts)
{
  const gboolean is_negative = whole->minor < 0;
  const guint64 units = is_negative ? (guint64) 0 - (guint64) whole->minor : (guint64) whole->minor;
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
      parts[i] = *whole;
      parts[i].minor = (gint64) part;
    }

  for (; rest > 0; rest--)
    {
      guint largest = 0;

      for (guint i = 1; i < n_weights; i++)
        if (remainders[i] > remainders[largest])
          largest = i;
      parts[largest].minor++;
      remainders[largest] = 0;
    }

  if (is_negative)
    for (guint i = 0; i < n_weights; i++)
      parts[i].minor = -parts[i].minor;
}

static void
add_to_sums (Contribution *self, const TideMoney *money)
{
  for (guint i = 0; i < self->sums->len; i++)
    {
      TideMoney *sum = &g_array_index (self->sums, TideMoney, i);

      if (strcmp (sum->currency, money->currency) == 0)
        {
          self->is_overflow |= !tide_money_add (sum, money);
          return;
        }
    }

  g_array_append_val (self->sums, *money);
}

static void
contribution_init (Contribution *self, Run *run, const TideProjectPayload *project)
{
  self->project = project;
  g_array_set_size (self->sums, 0);
  self->is_foreign = FALSE;
  self->is_overflow = !tide_project_sum_amounts (project, run->snapshot, run->kind, &self->base,
                                                 &self->n_entries, &self->n_unpriced);

  for (guint i = 0; i < tide_entries_get_n (project->amounts); i++)
    {
      const TideAmount *amount = g_ptr_array_index (project->amounts, i);

      if (amount->rank != run->kind || !amount->counted || amount->money.currency[0] == '\0')
        continue;

      add_to_sums (self, &amount->money);
      if (strcmp (amount->money.currency, run->currency) != 0)
        self->is_foreign = TRUE;
    }
}

static void
figure_count (TideFigure *figure, const Contribution *contribution)
{
  figure->n_counted++;
  figure->n_with_amount += contribution->n_entries > 0;
  figure->n_foreign += contribution->is_foreign;
  figure->n_unpriced += contribution->n_unpriced > 0;
  figure->is_overflow |= contribution->is_overflow;
}

static void
figure_add (TideFigure *figure, const Contribution *contribution)
{
  figure_count (figure, contribution);
  for (guint i = 0; i < contribution->sums->len; i++)
    tide_figure_add_sum (figure, &g_array_index (contribution->sums, TideMoney, i));
  if (contribution->base.currency[0] != '\0')
    tide_figure_add_base (figure, &contribution->base);
}

/* What stands below a sector or division has a group of its own. */
static char *
dup_itself (const char *key)
{
  return strcmp (key, NONE) == 0 ? g_strdup (key)
                                 : g_strdup_printf ("%c%s", TIDE_FILTER_ITSELF, key);
}

static void
add_criterion (Run *run, TideFilter *filter, const char *key)
{
  g_autofree char *value = NULL;

  switch (run->grouping)
    {
    case TIDE_GROUPING_STAGE:
      tide_filter_add (filter, "stages", key);
      break;

    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TREE:
      if (strcmp (key, NONE) == 0)
        {
          value = g_strdup_printf ("%c%s", TIDE_FILTER_NOT, run->taxonomy);
          tide_filter_add (filter, "taxonomies", value);
        }
      else
        {
          value = run->grouping == TIDE_GROUPING_SECTOR ? dup_itself (key) : g_strdup (key);
          tide_filter_add (filter, "sectors", value);
        }
      break;

    case TIDE_GROUPING_DIVISION:
      value = dup_itself (key);
      tide_filter_add (filter, "divisions", value);
      break;

    case TIDE_GROUPING_CURRENCY:
    default:
      tide_filter_add (filter, "currencies", key);
      break;
    }
}

static void
set_filter (Run *run, TideFigure *figure, const TideFilter *filter, const char *key)
{
  tide_payload_unref ((TidePayload *) figure->filter);
  figure->filter = filter != NULL ? tide_filter_copy (filter) : tide_filter_new ();
  tide_payload_set_string (&figure->filter->counting, "live");
  tide_payload_set_interned (&figure->filter->amount_kind,
                             tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, run->kind));
  if (key != NULL)
    add_criterion (run, figure->filter, key);
}

static TideGroup *
add_group (Run *run, const char *key, const char *en, const char *zh)
{
  TideGroup *group = g_new0 (TideGroup, 1);

  group->key = g_strdup (key);
  tide_text_init (&group->label, en, zh);
  group->figure = tide_figure_new (run->currency);
  set_filter (run, group->figure, run->result->total->filter, key);
  g_ptr_array_add (run->result->groups, group);
  g_hash_table_insert (run->by_key, group->key, group);

  return group;
}

static TideGroup *
ensure_group (Run *run, const char *key)
{
  TideGroup *group = g_hash_table_lookup (run->by_key, key);

  if (group != NULL)
    return group;
  if (strcmp (key, NONE) != 0)
    return add_group (run, key, key, key);

  switch (run->grouping)
    {
    case TIDE_GROUPING_STAGE:
      return add_group (run, NONE, "No stage", "未定阶段");
    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TREE:
      return add_group (run, NONE, "Unclassified", "未分类");
    case TIDE_GROUPING_DIVISION:
      return add_group (run, NONE, "No division", "未定区划");
    case TIDE_GROUPING_CURRENCY:
    default:
      return add_group (run, NONE, "No amount", "未填金额");
    }
}

static void
add_vocabulary (Run *run)
{
  const GPtrArray *records;

  switch (run->grouping)
    {
    case TIDE_GROUPING_STAGE:
      for (guint i = 0; i < TIDE_N_STAGES; i++)
        {
          const char *code = tide_codes_get_code (TIDE_CODES_STAGE, i);

          add_group (run, code, tide_codes_get_label (TIDE_CODES_STAGE, code, TIDE_LANGUAGE_EN),
                     tide_codes_get_label (TIDE_CODES_STAGE, code, TIDE_LANGUAGE_ZH));
        }
      break;

    case TIDE_GROUPING_SECTOR:
    case TIDE_GROUPING_SECTOR_TREE:
      records = tide_snapshot_get_records (run->snapshot, TIDE_RECORD_SECTOR);
      for (guint i = 0; i < tide_entries_get_n (records); i++)
        {
          const TideSectorPayload *sector = g_ptr_array_index (records, i);

          if (g_strcmp0 (sector->taxonomy, run->taxonomy) == 0)
            add_group (run, sector->base.id, sector->name.en, sector->name.zh);
        }
      break;

    case TIDE_GROUPING_DIVISION:
      records = tide_snapshot_get_records (run->snapshot, TIDE_RECORD_DIVISION);
      for (guint i = 0; i < tide_entries_get_n (records); i++)
        {
          const TideDivisionPayload *division = g_ptr_array_index (records, i);

          add_group (run, division->base.id, division->name.en, division->name.zh);
        }
      break;

    case TIDE_GROUPING_CURRENCY:
    default:
      break;
    }
}

static gint64
get_weight (const TideClassification *classification, guint n_classes)
{
  gint64 weight = 0;

  if (!classification->share.is_set)
    return n_classes == 1 ? WHOLE_SHARE : 0;
  if (!tide_decimal_rescale (&classification->share, SHARE_SCALE, &weight) || weight < 0)
    return 0;

  return weight;
}

/* The classes of one project within the taxonomy, and last a weight for what they leave open. */
static GPtrArray *
collect_classes (Run *run, const TideProjectPayload *project, GArray *weights)
{
  GPtrArray *classes = g_ptr_array_new ();
  gint64 given = 0;

  for (guint i = 0; i < tide_entries_get_n (project->sectors); i++)
    {
      TideClassification *entry = g_ptr_array_index (project->sectors, i);

      if (g_hash_table_contains (run->by_key, entry->sector))
        g_ptr_array_add (classes, entry);
    }

  for (guint i = 0; i < classes->len; i++)
    {
      const gint64 weight = get_weight (g_ptr_array_index (classes, i), classes->len);

      given += weight;
      g_array_append_val (weights, weight);
    }

  given = MAX (WHOLE_SHARE - given, 0);
  g_array_append_val (weights, given);

  return classes;
}

/* The group of a sector and, in a tree, of those above it, as far as they are not among @groups. */
static void
collect_groups (Run *run, const char *key, GPtrArray *groups)
{
  while (key != NULL)
    {
      TideGroup *group = ensure_group (run, key);
      const TidePayload *sector;

      if (g_ptr_array_find (groups, group, NULL))
        return;

      g_ptr_array_add (groups, group);
      sector = run->grouping == TIDE_GROUPING_SECTOR_TREE
                   ? tide_snapshot_lookup (run->snapshot, TIDE_RECORD_SECTOR, key)
                   : NULL;
      key = sector != NULL ? TIDE_SECTOR_PAYLOAD (sector)->parent : NULL;
      if (key != NULL && !g_hash_table_contains (run->by_key, key))
        return;
    }
}

static void
add_share (Run *run, const char *key, const TideMoney *part, gboolean is_base)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  collect_groups (run, key, groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (groups, i);

      if (is_base)
        tide_figure_add_base (group->figure, part);
      else
        tide_figure_add_sum (group->figure, part);
    }
}

static void
add_shares (Run *run, GPtrArray *classes, GArray *weights, const TideMoney *whole, gboolean is_base)
{
  g_autofree TideMoney *parts = g_new0 (TideMoney, weights->len);

  if (whole->currency[0] == '\0')
    return;

  tide_money_share (whole, (const gint64 *) (gpointer) weights->data, weights->len, parts);
  for (guint i = 0; i < weights->len; i++)
    {
      const TideClassification *entry = i < classes->len ? g_ptr_array_index (classes, i) : NULL;

      if (parts[i].minor != 0)
        add_share (run, entry != NULL ? entry->sector : NONE, &parts[i], is_base);
    }
}

static void
add_by_sector (Run *run, const Contribution *contribution)
{
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) classes = collect_classes (run, contribution->project, weights);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < classes->len; i++)
    {
      const TideClassification *entry = g_ptr_array_index (classes, i);

      collect_groups (run, entry->sector, groups);
    }
  if (classes->len == 0)
    collect_groups (run, NONE, groups);
  for (guint i = 0; i < groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (groups, i);

      figure_count (group->figure, contribution);
    }

  for (guint i = 0; i < contribution->sums->len; i++)
    add_shares (run, classes, weights, &g_array_index (contribution->sums, TideMoney, i), FALSE);
  add_shares (run, classes, weights, &contribution->base, TRUE);
}

static void
add_by_currency (Run *run, const Contribution *contribution)
{
  for (guint i = 0; i < contribution->sums->len; i++)
    {
      const TideMoney *sum = &g_array_index (contribution->sums, TideMoney, i);
      TideFigure *figure = ensure_group (run, sum->currency)->figure;

      figure_count (figure, contribution);
      tide_figure_add_sum (figure, sum);
    }
}

static const char *
get_group_key (Run *run, const TideProjectPayload *project)
{
  const TideStageEntry *last;

  if (run->grouping == TIDE_GROUPING_DIVISION)
    return project->division != NULL ? project->division : NONE;

  if (tide_entries_get_n (project->stages) == 0)
    return NONE;

  last = g_ptr_array_index (project->stages, project->stages->len - 1);

  return last->stage;
}

static void
add_contribution (Run *run, const Contribution *contribution)
{
  figure_add (run->result->total, contribution);

  if (run->grouping == TIDE_GROUPING_SECTOR || run->grouping == TIDE_GROUPING_SECTOR_TREE)
    add_by_sector (run, contribution);
  else if (run->grouping == TIDE_GROUPING_CURRENCY)
    add_by_currency (run, contribution);
  else
    figure_add (ensure_group (run, get_group_key (run, contribution->project))->figure,
                contribution);
}

static void
add_projects (Run *run, const TideFilter *filter)
{
  const GPtrArray *projects = tide_snapshot_get_records (run->snapshot, TIDE_RECORD_PROJECT);
  g_autoptr (GHashTable) umbrellas = tide_snapshot_find_umbrellas (run->snapshot);
  g_autoptr (TideMatcher) matcher
      = filter != NULL ? tide_matcher_new (filter, run->snapshot) : NULL;
  Contribution contribution = { .sums = g_array_new (FALSE, FALSE, sizeof (TideMoney)) };

  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    {
      const TideProjectPayload *project = g_ptr_array_index (projects, i);
      TideExclusion exclusion;

      if (matcher != NULL && !tide_matcher_matches (matcher, project))
        continue;

      exclusion = tide_project_get_exclusion (project, umbrellas);
      if (exclusion != TIDE_EXCLUSION_NONE)
        {
          run->result->total->n_excluded[exclusion]++;
          continue;
        }

      contribution_init (&contribution, run, project);
      add_contribution (run, &contribution);
    }

  g_array_unref (contribution.sums);
}

/* What belongs to no group is shown last, whenever it was met. */
static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  const TideGroup *first = *(TideGroup *const *) a;
  const TideGroup *second = *(TideGroup *const *) b;
  const TideGrouping grouping = *(const TideGrouping *) data;
  const int order = (strcmp (first->key, NONE) == 0) - (strcmp (second->key, NONE) == 0);

  if (order == 0 && grouping == TIDE_GROUPING_CURRENCY)
    return strcmp (first->key, second->key);

  return order;
}

/**
 * tide_breakdown_new:
 * @snapshot: a snapshot of the register
 * @grouping: what to group by
 * @taxonomy: (nullable): for sectors, the taxonomy's id
 * @kind: which kind of amounts to add; kinds are never mixed
 * @filter: (nullable): which projects to look at
 *
 * Counts and adds up the live projects. A pure function: any thread may call it, and the order of
 * the records does not matter.
 *
 * Returns: (transfer full): the whole and its parts
 */
TideBreakdown *
tide_breakdown_new (TideSnapshot *snapshot,
                    TideGrouping grouping,
                    const char *taxonomy,
                    TideAmountKind kind,
                    const TideFilter *filter)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  TideBreakdown *self = g_new0 (TideBreakdown, 1);
  Run run = { .snapshot = snapshot,
              .grouping = grouping,
              .taxonomy = taxonomy,
              .kind = kind,
              .currency = settings->currency != NULL ? settings->currency : "",
              .result = self,
              .by_key = by_key };

  self->total = tide_figure_new (run.currency);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  set_filter (&run, self->total, filter, NULL);

  add_vocabulary (&run);
  add_projects (&run, filter);

  tide_figure_sort_sums (self->total);
  for (guint i = 0; i < self->groups->len; i++)
    {
      TideGroup *group = g_ptr_array_index (self->groups, i);

      tide_figure_sort_sums (group->figure);
    }
  g_ptr_array_sort_with_data (self->groups, compare_groups, &grouping);

  return self;
}

/**
 * tide_breakdown_free:
 * @self: (transfer full): a breakdown
 */
void
tide_breakdown_free (TideBreakdown *self)
{
  tide_figure_free (self->total);
  g_ptr_array_unref (self->groups);
  g_free (self);
}
