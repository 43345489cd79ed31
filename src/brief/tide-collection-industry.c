/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-collection.h"
#include "brief/tide-phrase.h"
#include "core/tide-code.h"
#include "core/tide-record.h"
#include "stats/tide-indicator-span.h"
#include "stats/tide-platform-counts.h"

#include <string.h>

/* Indicators ---------------------------------------------------------------------------------- */

/* The value of an observation as money; FALSE where it is none. */
static gboolean
get_money (const TideScale *unit, const TideDecimal *value, TideMoney *money)
{
  TideDecimal product = { .scale = value->scale + unit->scale.scale, .is_set = TRUE };

  if (unit->currency == NULL || product.scale > TIDE_DECIMAL_MAX_SCALE
      || __builtin_mul_overflow (value->mantissa, unit->scale.is_set ? unit->scale.mantissa : 1,
                                 &product.mantissa))
    return FALSE;

  return tide_money_init (money, &product, unit->currency);
}

static char *
dup_value (const TideCollection *self,
           const TideIndicatorPayload *indicator,
           const TideDecimal *value)
{
  const TideScale *unit = (const TideScale *) indicator->unit;
  g_autofree char *number = NULL;
  TideMoney money;

  if (unit != NULL && get_money (unit, value, &money))
    return tide_phrase_dup_amount (&money, self->unit, self->language);
  if (unit != NULL && unit->name != NULL && strcmp (unit->name, "%") != 0)
    return tide_phrase_dup_quantity (value, unit->name, self->language);

  number = tide_decimal_dup_text (value);
  if (unit == NULL || unit->name == NULL)
    return g_steal_pointer (&number);

  return g_strconcat (number, tide_collection_choose (self, " %", "%"), NULL);
}

/* An indicator of enterprises above a size says so, as those of all are another number. */
static char *
dup_name (const TideCollection *self, const TideIndicatorPayload *indicator)
{
  const char *name = tide_collection_get_text (self, &indicator->name);
  const char *scope = tide_collection_choose (self, "above designated size", "规模以上");

  if (name == NULL || g_strcmp0 (indicator->scope, "above-size") != 0
      || strstr (name, scope) != NULL)
    return g_strdup (name);

  return self->language == TIDE_LANGUAGE_ZH ? g_strdup_printf ("%s（%s）", name, scope)
                                            : g_strdup_printf ("%s (%s)", name, scope);
}

static TideOrigin *
observation_origin_new (const TideIndicatorPayload *indicator, const TideObservation *observation)
{
  return tide_origin_new_entry (TIDE_RULE_RECORDED, TIDE_RECORD_INDICATOR, indicator->base.id,
                                "observations", &observation->base);
}

static const char *
get_basis (const TideCollection *self, const TideGrowth *published)
{
  if (g_strcmp0 (published->basis, "nominal") == 0)
    return tide_collection_choose (self, "at current prices", "按现价");
  if (g_strcmp0 (published->basis, "comparable-price") == 0)
    return tide_collection_choose (self, "at comparable prices", "按可比价");

  return tide_collection_choose (self, "basis not stated", "未说明口径");
}

/* Only money has prices. */
static const char *
get_computed_basis (const TideCollection *self, const TideIndicatorPayload *indicator)
{
  const TideScale *unit = (const TideScale *) indicator->unit;

  if (unit != NULL && unit->currency != NULL)
    return tide_collection_choose (self, "computed from levels at current prices",
                                   "按现价水平计算");

  return tide_collection_choose (self, "computed from the numbers recorded", "按记录数计算");
}

static char *
dup_verdict (const TideCollection *self,
             const TideIndicatorPayload *indicator,
             const TideGrowth *published)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE];
  char high[G_ASCII_DTOSTR_BUF_SIZE];
  TideGrowthRate rate;

  tide_growth_rate_init (&rate, indicator, &published->from, &published->to);
  switch (tide_growth_rate_judge (&rate, published))
    {
    case TIDE_VERDICT_REPRODUCES:
      return g_strdup (
          tide_collection_choose (self, "which the levels reproduce", "与数值计算结果一致"));
    case TIDE_VERDICT_DIFFERS:
      g_ascii_formatd (low, sizeof low, "%.3f", rate.low);
      g_ascii_formatd (high, sizeof high, "%.3f", rate.high);
      return self->language == TIDE_LANGUAGE_ZH
                 ? g_strdup_printf ("与数值计算结果（%s%%至%s%%）不一致", low, high)
                 : g_strdup_printf ("which the levels do not reproduce: they give %s to %s %%", low,
                                    high);
    case TIDE_VERDICT_OTHER_BASIS:
      return g_strdup (tide_collection_choose (self, "on another basis than the levels",
                                               "口径与数值不同，不作比较"));
    case TIDE_VERDICT_NOT_COMPUTED:
    case TIDE_VERDICT_NO_RATE:
    default:
      return g_strdup (tide_collection_choose (self, "which the levels neither confirm nor refute",
                                               "无法由数值核算"));
    }
}

static void
add_published (TideCollection *self,
               TideFacts *item,
               const TideIndicatorPayload *indicator,
               const TideGrowth *published)
{
  g_autofree char *key = tide_payload_dup_key (&published->base);
  g_autofree char *number = tide_decimal_dup_text (&published->rate);
  TideFacts *facts = tide_facts_add_item (item, "published", key);

  tide_facts_take_number (facts, "published.rate", NULL,
                          g_strconcat (number, tide_collection_choose (self, " %", "%"), NULL),
                          NULL,
                          tide_origin_new_entry (TIDE_RULE_PUBLISHED, TIDE_RECORD_INDICATOR,
                                                 indicator->base.id, "growth", &published->base));
  tide_facts_set_words (facts, "published.basis", get_basis (self, published));
  tide_facts_take_words (facts, "published.span",
                         tide_phrase_dup_span (&published->from, &published->to, self->language));
  tide_facts_take_words (facts, "published.verdict", dup_verdict (self, indicator, published));
}

static void
add_growth (TideCollection *self,
            TideFacts *item,
            const TideIndicatorPayload *indicator,
            const TideGrowthRate *growth)
{
  if (growth->refusal != TIDE_GROWTH_COMPUTED)
    return;

  tide_facts_take_words (item, "indicator.from",
                         tide_phrase_dup_date (&growth->from, self->language));
  tide_facts_take_number (item, "indicator.start", NULL,
                          dup_value (self, indicator, &growth->start->value), NULL,
                          observation_origin_new (indicator, growth->start));
  tide_facts_take_number (item, "indicator.growth", NULL,
                          tide_phrase_dup_percent (growth->rate, self->language), NULL,
                          tide_origin_new_growth (indicator->base.id, &growth->from, &growth->to));
  tide_facts_set_words (item, "indicator.basis", get_computed_basis (self, indicator));
}

static void
add_indicator (TideCollection *self, const TideIndicatorPayload *indicator)
{
  TideIndicatorSpan span;
  TideFacts *item;

  if (!tide_indicator_span_init (&span, indicator))
    return;

  item = tide_facts_add_item (self->facts, "indicator", indicator->base.id);
  tide_facts_take_words (item, "indicator.name", dup_name (self, indicator));
  tide_facts_take_words (item, "indicator.when",
                         tide_phrase_dup_when (&span.last->period, self->language));
  tide_facts_take_number (item, "indicator.value", NULL,
                          dup_value (self, indicator, &span.last->value), NULL,
                          observation_origin_new (indicator, span.last));
  if (span.series_break != NULL)
    tide_facts_take_words (item, "indicator.break",
                           tide_phrase_dup_date (&span.series_break->before, self->language));
  add_growth (self, item, indicator, &span.growth);
  for (guint i = 0; i < tide_entries_get_n (indicator->growth); i++)
    {
      const TideGrowth *published = g_ptr_array_index (indicator->growth, i);

      if (published->rate.is_set && tide_date_equal (&published->to, &span.last->period))
        add_published (self, item, indicator, published);
    }
}

/**
 * tide_collection_add_indicators:
 * @self: a collection
 *
 * Adds the last value of each indicator, and its growth since the first one that was counted in the
 * same way, beside the published growth up to that period.
 */
void
tide_collection_add_indicators (TideCollection *self)
{
  const GPtrArray *indicators = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_INDICATOR);

  for (guint i = 0; i < tide_entries_get_n (indicators); i++)
    add_indicator (self, g_ptr_array_index (indicators, i));
}

/* Platforms ----------------------------------------------------------------------------------- */

static gboolean
have_one_date (const GPtrArray *counts)
{
  const TidePlatformCount *first = g_ptr_array_index (counts, 0);

  for (guint i = 1; i < counts->len; i++)
    if (!tide_date_equal (&((const TidePlatformCount *) g_ptr_array_index (counts, i))->date,
                          &first->date))
      return FALSE;

  return tide_date_is_set (&first->date);
}

static TideFacts *
add_count (TideCollection *self,
           TideFacts *facts,
           const char *list,
           const char *name,
           const TidePlatformPayload *platform,
           const TidePlatformCount *count)
{
  TideFacts *item = tide_facts_add_item (facts, list, count->measure);

  tide_facts_take_number (item, name, NULL,
                          tide_phrase_dup_quantity (&count->value, count->measure, self->language),
                          NULL,
                          tide_origin_new_entry (TIDE_RULE_RECORDED, TIDE_RECORD_PLATFORM,
                                                 platform->base.id, "counts", &count->base));

  return item;
}

static void
add_parts (TideCollection *self,
           TideFacts *item,
           const TidePlatformPayload *platform,
           const GPtrArray *counts,
           const TidePlatformCount *whole)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const TidePlatformCount *count = g_ptr_array_index (counts, i);

      if (g_strcmp0 (count->part_of, whole->measure) == 0
          && tide_date_equal (&count->date, &whole->date))
        add_count (self, item, "part", "part.value", platform, count);
    }
}

/* Whether it is told as a part of another one. */
static gboolean
is_told_as_part (const GPtrArray *counts, const TidePlatformCount *count)
{
  for (guint i = 0; i < counts->len && count->part_of != NULL; i++)
    {
      const TidePlatformCount *whole = g_ptr_array_index (counts, i);

      if (g_strcmp0 (whole->measure, count->part_of) == 0 && whole->part_of == NULL)
        return tide_date_equal (&whole->date, &count->date);
    }

  return FALSE;
}

static void
add_platform (TideCollection *self, const TidePlatformPayload *platform)
{
  g_autoptr (GPtrArray) counts = tide_platform_list_latest_counts (platform);
  TideFacts *item;

  if (counts->len == 0)
    return;

  item = tide_facts_add_item (self->facts, "platform", platform->base.id);
  tide_facts_set_words (item, "platform.name", tide_collection_get_text (self, &platform->name));
  if (have_one_date (counts))
    tide_facts_take_words (
        item, "platform.date",
        tide_phrase_dup_date (&((const TidePlatformCount *) g_ptr_array_index (counts, 0))->date,
                              self->language));

  for (guint i = 0; i < counts->len; i++)
    {
      const TidePlatformCount *count = g_ptr_array_index (counts, i);
      TideFacts *facts;

      if (is_told_as_part (counts, count))
        continue;

      facts = add_count (self, item, "count", "count.value", platform, count);
      if (!have_one_date (counts))
        tide_facts_take_words (facts, "count.date",
                               tide_phrase_dup_date (&count->date, self->language));
      add_parts (self, facts, platform, counts, count);
    }
}

/**
 * tide_collection_add_platforms:
 * @self: a collection
 *
 * Adds the latest count of everything that was counted of each platform, with its date.
 */
void
tide_collection_add_platforms (TideCollection *self)
{
  const GPtrArray *platforms = tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PLATFORM);

  for (guint i = 0; i < tide_entries_get_n (platforms); i++)
    add_platform (self, g_ptr_array_index (platforms, i));
}
