/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-collection.h"
#include "brief/tide-phrase.h"
#include "core/tide-code.h"
#include "core/tide-record.h"

/* The placeholders of one list of classes. */
typedef struct
{
  const char *list;
  const char *name;
  const char *count;
  const char *amount;
  const char *share;
} Words;

static const Words fields = { "field", "field.name", "field.count", "field.amount", "field.share" };
static const Words divisions
    = { "division", "division.name", "division.count", "division.amount", "division.share" };

static gboolean
is_shown (const TideGroup *group)
{
  return group->figure->n_counted > 0 && !g_str_equal (group->key, TIDE_FILTER_NONE);
}

static void
add_class (
    TideCollection *self, TideFacts *facts, const Words *words, const TideGroup *group, char *name)
{
  TideFacts *item = tide_facts_add_item (facts, words->list, group->key);

  tide_facts_take_words (item, words->name, name);
  tide_collection_add_count (self, item, words->count, group->figure);
  tide_collection_add_amount (self, item, words->amount, tide_collection_get_kind (self->main_kind),
                              group->figure);
  tide_collection_add_share (self, item, words->share, TIDE_RULE_SHARE_OF_AMOUNT, group->figure);
}

static TideBreakdown *
count (const TideCollection *self, TideGrouping grouping, const char *taxonomy)
{
  return tide_breakdown_new (self->columns[self->main_kind], grouping, taxonomy, self->filter);
}

/* Sizes --------------------------------------------------------------------------------------- */

static char *
dup_threshold (const TideCollection *self, const TideGroup *group)
{
  const TideDecimal value
      = { .mantissa = g_ascii_strtoll (group->key, NULL, 10) * 100 * 1000 * 1000, .is_set = TRUE };
  g_autofree char *text = NULL;
  TideMoney money;

  tide_money_init (&money, &value, self->total->base.currency);
  text = tide_phrase_dup_amount (&money, self->unit, self->language);

  return self->language == TIDE_LANGUAGE_ZH ? g_strconcat (text, "及以上", NULL)
                                            : g_strconcat ("at least ", text, NULL);
}

static void
add_sizes (TideCollection *self)
{
  g_autoptr (TideBreakdown) breakdown = count (self, TIDE_GROUPING_SIZE, NULL);

  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);
      TideFacts *item;

      if (!is_shown (group) || !g_ascii_isdigit (*group->key))
        continue;

      item = tide_facts_add_item (self->facts, "size", group->key);
      tide_facts_take_words (item, "size.name", dup_threshold (self, group));
      tide_collection_add_count (self, item, "size.count", group->figure);
      tide_collection_add_amount (self, item, "size.amount",
                                  tide_collection_get_kind (self->main_kind), group->figure);
      tide_collection_add_share (self, item, "size.share", TIDE_RULE_SHARE_OF_COUNT, group->figure);
    }
}

/* Fields -------------------------------------------------------------------------------------- */

/* Whether the projects are classified there themselves, and not only by way of another one. */
static gboolean
is_in_use (const TideBreakdown *breakdown)
{
  return breakdown->total->n_unclassified + breakdown->total->n_mapped
         < breakdown->total->n_counted;
}

static void
add_taxonomy (TideCollection *self, const TideTaxonomyPayload *taxonomy)
{
  g_autoptr (TideBreakdown) breakdown = count (self, TIDE_GROUPING_SECTOR_TOP, taxonomy->base.id);
  TideFacts *item;

  if (!is_in_use (breakdown))
    return;

  item = tide_facts_add_item (self->facts, "taxonomy", taxonomy->base.id);
  tide_facts_set_words (item, "taxonomy.name", tide_collection_get_text (self, &taxonomy->name));
  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);

      if (is_shown (group))
        add_class (self, item, &fields, group,
                   g_strdup (tide_collection_get_text (self, &group->label)));
    }
}

static void
add_fields (TideCollection *self)
{
  const GPtrArray *taxonomies = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_TAXONOMY);

  for (guint i = 0; i < tide_entries_get_n (taxonomies); i++)
    add_taxonomy (self, g_ptr_array_index (taxonomies, i));
}

/* Divisions and stages ------------------------------------------------------------------------ */

static void
add_divisions (TideCollection *self)
{
  g_autoptr (TideBreakdown) breakdown = count (self, TIDE_GROUPING_DIVISION_TOP, NULL);

  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);

      if (is_shown (group))
        add_class (self, self->facts, &divisions, group,
                   tide_collection_dup_division (self, group->key));
    }
}

static void
add_stages (TideCollection *self)
{
  g_autoptr (TideBreakdown) breakdown = count (self, TIDE_GROUPING_STAGE, NULL);

  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);
      TideFacts *item;

      if (!is_shown (group))
        continue;

      item = tide_facts_add_item (self->facts, "stage", group->key);
      tide_facts_take_words (item, "stage.name",
                             tide_phrase_dup_stage (group->key, NULL, self->language));
      tide_collection_add_count (self, item, "stage.count", group->figure);
    }
}

/**
 * tide_collection_add_classes:
 * @self: a collection
 *
 * Adds size classes, fields, divisions and stages, as far as projects are in them. The share of a
 * size class is one of the projects, that of a field or a division one of the amounts.
 */
void
tide_collection_add_classes (TideCollection *self)
{
  if ((self->options->parts & TIDE_PART_SIZES) != 0)
    add_sizes (self);
  if ((self->options->parts & TIDE_PART_FIELDS) != 0)
    add_fields (self);
  if ((self->options->parts & TIDE_PART_DIVISIONS) != 0)
    add_divisions (self);
  if ((self->options->parts & TIDE_PART_STAGES) != 0)
    add_stages (self);
}
