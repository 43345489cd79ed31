/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-collection.h"
#include "brief/tide-phrase.h"
#include "core/tide-record.h"

#include <string.h>

/* A part of the projects, by whether or how they have an amount. */
static TideOrigin *
part_origin_new (const TideFigure *total, TideFigurePart part)
{
  return tide_origin_new_filter (TIDE_RULE_COUNT, tide_figure_dup_part_filter (total, part, NULL),
                                 tide_figure_get_n_part (total, part));
}

static void
add_part (TideCollection *self,
          TideFacts *item,
          const char *name,
          const TideFigure *total,
          TideFigurePart part)
{
  const guint n = tide_figure_get_n_part (total, part);

  if (n > 0)
    tide_facts_take_count (item, name, n, tide_phrase_dup_count (n, "project", self->language),
                           part_origin_new (total, part));
}

static void
add_unknown (TideCollection *self, TideFacts *item, const TideFigure *total)
{
  const guint n = tide_figure_get_n_without_amount (total);

  if (n > 0)
    tide_facts_take_number (item, "kind.unknown", NULL,
                            tide_phrase_dup_unknown (n, total->n_counted, self->language), NULL,
                            part_origin_new (total, TIDE_FIGURE_WITHOUT_AMOUNT));
}

static const TideMoney *
find_sum (const TideFigure *figure, const char *currency)
{
  for (guint i = 0; i < figure->sums->len; i++)
    {
      const TideMoney *sum = &g_array_index (figure->sums, TideMoney, i);

      if (strcmp (sum->currency, currency) == 0)
        return sum;
    }

  return NULL;
}

/* The currency in which the total is told, which is none of the other ones. */
static const char *
get_main_currency (const TideFigure *total)
{
  return total->n_priced > 0 || total->sums->len == 0
             ? total->base.currency
             : g_array_index (total->sums, TideMoney, 0).currency;
}

static void
add_foreign (TideCollection *self,
             TideFacts *item,
             const char *kind,
             const TideBreakdown *breakdown)
{
  g_autofree char *before = tide_collection_dup_before (self, kind);

  for (guint i = 0; i < breakdown->groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (breakdown->groups, i);
      const TideMoney *sum = find_sum (group->figure, group->key);
      TideFacts *foreign;

      if (sum == NULL || group->figure->is_overflow
          || strcmp (group->key, get_main_currency (breakdown->total)) == 0)
        continue;

      foreign = tide_facts_add_item (item, "foreign", group->key);
      tide_facts_take_number (
          foreign, "foreign.amount", before,
          tide_phrase_dup_amount (sum, self->unit, self->language), NULL,
          tide_origin_new_figure (TIDE_RULE_CURRENCY, group->figure, NULL, self->rate_set));
      tide_collection_add_count (self, foreign, "foreign.count", group->figure);
    }
}

static gboolean
add_kind (TideCollection *self, TideAmountKind kind)
{
  const char *code = tide_collection_get_kind (kind);
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (self->columns[kind], TIDE_GROUPING_CURRENCY, NULL, self->filter);
  TideFacts *item;

  if (breakdown->total->n_with_amount == 0)
    return FALSE;

  item = tide_facts_add_item (self->facts, "kind", code);
  tide_facts_set_words (item, "kind.name", tide_phrase_get_kind (code, self->language));
  tide_collection_add_amount (self, item, "kind.amount", code, breakdown->total);
  add_part (self, item, "kind.count", breakdown->total, TIDE_FIGURE_WITH_AMOUNT);
  if (breakdown->total->n_priced > 0)
    add_part (self, item, "kind.unpriced", breakdown->total, TIDE_FIGURE_UNPRICED);
  add_unknown (self, item, breakdown->total);
  add_foreign (self, item, code, breakdown);

  return breakdown->total->n_foreign > breakdown->total->n_unpriced;
}

static char *
dup_rates (const TideCollection *self)
{
  const char *name = tide_collection_get_label (self, TIDE_RECORD_RATE_SET, self->rate_set);
  const TidePayload *set
      = tide_snapshot_lookup (self->snapshot, TIDE_RECORD_RATE_SET, self->rate_set);
  g_autofree char *date
      = set != NULL ? tide_phrase_dup_date (&TIDE_RATE_SET_PAYLOAD (set)->date, self->language)
                    : g_strdup ("");

  if (self->language == TIDE_LANGUAGE_ZH)
    return *date != '\0' ? g_strdup_printf ("“%s”%s", name, date) : g_strdup_printf ("“%s”", name);

  return *date != '\0' ? g_strdup_printf ("“%s” of %s", name, date)
                       : g_strdup_printf ("“%s”", name);
}

static void
add_terminated (TideCollection *self)
{
  const guint n = self->total->n_excluded[TIDE_EXCLUSION_TERMINATED];

  if (n > 0)
    tide_facts_take_count (
        self->facts, "projects.terminated", n, tide_phrase_dup_count (n, "project", self->language),
        tide_origin_new_filter (
            TIDE_RULE_COUNT,
            tide_figure_dup_exclusion_filter (self->total, TIDE_EXCLUSION_TERMINATED), n));
}

/**
 * tide_collection_add_totals:
 * @self: a collection
 *
 * Adds how many projects there are and what each kind of amounts comes to. Amounts of different
 * kinds are never added.
 */
void
tide_collection_add_totals (TideCollection *self)
{
  gboolean has_rates = FALSE;

  tide_collection_add_count (self, self->facts, "projects.count", self->total);
  add_terminated (self);
  for (guint kind = 0; kind < TIDE_N_AMOUNT_KINDS; kind++)
    has_rates |= add_kind (self, (TideAmountKind) kind);
  if (has_rates && self->rate_set != NULL)
    tide_facts_take_words (self->facts, "rates", dup_rates (self));
}
