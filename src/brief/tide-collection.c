/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-collection.h"

#include "brief/tide-phrase.h"
#include "core/tide-code.h"
#include "core/tide-record.h"

#include <string.h>

static TideFigure *
count (const TideCollection *self, TideAmountKind kind)
{
  g_autoptr (TideBreakdown) breakdown
      = tide_breakdown_new (self->columns[kind], TIDE_GROUPING_STAGE, NULL, self->filter);

  return g_steal_pointer (&breakdown->total);
}

/* The kind asked for, else the one that most of the projects have, the first of equals. */
static void
choose_kind (TideCollection *self)
{
  const int wanted = self->options->amount_kind != NULL
                         ? tide_codes_find (TIDE_CODES_AMOUNT_KIND, self->options->amount_kind)
                         : -1;

  for (guint kind = 0; kind < TIDE_N_AMOUNT_KINDS; kind++)
    {
      g_autoptr (TideFigure) figure = NULL;

      if (self->total != NULL && g_cancellable_is_cancelled (self->cancellable))
        break;
      figure = count (self, (TideAmountKind) kind);
      if (self->total != NULL && (int) kind != wanted
          && (wanted >= 0 || figure->n_with_amount <= self->total->n_with_amount))
        continue;
      g_clear_pointer (&self->total, tide_figure_free);
      self->total = g_steal_pointer (&figure);
      self->main_kind = (TideAmountKind) kind;
      if ((int) kind == wanted)
        break;
    }
}

/* Where nobody has chosen one, that in which texts of the language tell investments. */
static TideUnit
get_unit (const TideBriefingOptions *options, const TideSettings *settings)
{
  const char *code = options->unit != NULL ? options->unit : settings->unit;

  return code != NULL ? tide_unit_from_code (code) : TIDE_UNIT_HUNDRED_MILLION;
}

/**
 * tide_collection_new:
 * @snapshot: the register, which must live as long as the collection
 * @options: what is asked for, too
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer full) (nullable): a collection with the projects counted, but no facts yet;
 *   %NULL where it was cancelled
 */
TideCollection *
tide_collection_new (TideSnapshot *snapshot,
                     const TideBriefingOptions *options,
                     GCancellable *cancellable)
{
  const TideSettings *settings = tide_snapshot_get_settings (snapshot);
  TideCollection *self = g_new0 (TideCollection, 1);
  TideValuation valuation = { .currency = options->currency, .rate_set = options->rate_set };

  self->snapshot = snapshot;
  self->options = options;
  self->cancellable = cancellable;
  self->language = options->language;
  self->unit = get_unit (options, settings);
  self->rate_set = options->rate_set != NULL ? options->rate_set : settings->rate_set;
  self->filter = tide_briefing_options_dup_filter (options, snapshot);
  self->facts = tide_facts_new ();
  for (guint kind = 0; kind < TIDE_N_AMOUNT_KINDS; kind++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          tide_collection_free (self);
          return NULL;
        }
      valuation.kind = (TideAmountKind) kind;
      self->columns[kind] = tide_columns_new (snapshot, &valuation, NULL);
    }
  choose_kind (self);

  return self;
}

/**
 * tide_collection_free:
 * @self: (transfer full): a collection
 */
void
tide_collection_free (TideCollection *self)
{
  tide_payload_unref (&self->filter->base);
  for (guint kind = 0; kind < TIDE_N_AMOUNT_KINDS; kind++)
    g_clear_pointer (&self->columns[kind], tide_columns_unref);
  g_clear_pointer (&self->total, tide_figure_free);
  tide_facts_free (self->facts);
  g_free (self);
}

/* Words --------------------------------------------------------------------------------------- */

/**
 * tide_collection_choose:
 * @self: a collection
 * @en: English words
 * @zh: Chinese words
 *
 * Returns: (transfer none): those of the language of the briefing
 */
const char *
tide_collection_choose (const TideCollection *self, const char *en, const char *zh)
{
  return self->language == TIDE_LANGUAGE_ZH ? zh : en;
}

/**
 * tide_collection_get_kind:
 * @kind: a kind of amounts
 *
 * Returns: (transfer none): its code
 */
const char *
tide_collection_get_kind (TideAmountKind kind)
{
  return tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) kind);
}

/**
 * tide_collection_get_text:
 * @self: a collection
 * @text: a name in two languages
 *
 * Returns: (transfer none) (nullable): it in the language of the briefing, else in the other
 */
const char *
tide_collection_get_text (const TideCollection *self, const TideText *text)
{
  return tide_text_get (text, self->language);
}

/**
 * tide_collection_get_label:
 * @self: a collection
 * @kind: a kind of record
 * @id: (nullable): id of one of them
 *
 * Returns: (transfer none) (nullable): what it is called
 */
const char *
tide_collection_get_label (const TideCollection *self, TideRecordKind kind, const char *id)
{
  const TidePayload *record = id != NULL ? tide_snapshot_lookup (self->snapshot, kind, id) : NULL;

  return record != NULL ? tide_payload_get_label (record, self->language) : id;
}

/* What stands behind the name of a division in English, by its kind. */
static const char *
get_rank (const TideDivisionPayload *division)
{
  static const char *const ranks[][2]
      = { { "district", " District" }, { "county", " County" }, { "county-level-city", " City" } };

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_strcmp0 (division->kind, ranks[i][0]) == 0)
      return ranks[i][1];

  return "";
}

/**
 * tide_collection_dup_division:
 * @self: a collection
 * @id: (nullable): id of a division
 *
 * Returns: (transfer full) (nullable): its name with its rank, as a county is no city: `Yuyao City`
 */
char *
tide_collection_dup_division (const TideCollection *self, const char *id)
{
  const TidePayload *record
      = id != NULL ? tide_snapshot_lookup (self->snapshot, TIDE_RECORD_DIVISION, id) : NULL;
  const TideDivisionPayload *division = TIDE_DIVISION_PAYLOAD (record);
  const char *name = tide_collection_get_label (self, TIDE_RECORD_DIVISION, id);
  const char *rank = record != NULL ? get_rank (division) : "";

  if (name == NULL || self->language == TIDE_LANGUAGE_ZH || division == NULL
      || division->name.en == NULL || g_str_has_suffix (name, rank))
    return g_strdup (name);

  return g_strconcat (name, rank, NULL);
}

/**
 * tide_collection_dup_before:
 * @self: a collection
 * @kind: code of a kind of amounts
 *
 * Returns: (transfer full): what stands before each amount of that kind
 */
char *
tide_collection_dup_before (const TideCollection *self, const char *kind)
{
  return g_strconcat (tide_phrase_get_kind (kind, self->language),
                      tide_phrase_get_of (self->language), NULL);
}

/* Figures ------------------------------------------------------------------------------------- */

/* What an amount leaves out. */
static const char *
get_rest (const TideCollection *self, const TideFigure *figure)
{
  if (figure->n_priced > 0 && figure->n_unpriced > 0)
    return tide_collection_choose (self, " without those that have no rate",
                                   "（不含缺少汇率的部分）");
  if (figure->n_priced == 0 && figure->sums->len > 1)
    return tide_collection_choose (self, " and amounts in other currencies",
                                   "（另有其他币种金额）");

  return NULL;
}

/**
 * tide_collection_add_amount:
 * @self: a collection
 * @facts: facts of it
 * @name: name of a placeholder
 * @kind: code of the kind of amounts
 * @figure: what was counted
 *
 * Says the total, with its kind, in the currency of the briefing; where nothing has a rate, that of
 * the first currency as recorded. What that leaves out is said; without any amount nothing is.
 */
void
tide_collection_add_amount (TideCollection *self,
                            TideFacts *facts,
                            const char *name,
                            const char *kind,
                            const TideFigure *figure)
{
  const gboolean is_priced = figure->n_priced > 0;
  g_autofree char *before = NULL;
  const TideMoney *money = &figure->base;

  if (figure->n_with_amount == 0 || figure->is_overflow || (!is_priced && figure->sums->len == 0))
    return;
  if (!is_priced)
    money = &g_array_index (figure->sums, TideMoney, 0);

  before = tide_collection_dup_before (self, kind);
  tide_facts_take_number (facts, name, before,
                          tide_phrase_dup_amount (money, self->unit, self->language),
                          get_rest (self, figure),
                          tide_origin_new_figure (is_priced ? TIDE_RULE_TOTAL : TIDE_RULE_CURRENCY,
                                                  figure, NULL, self->rate_set));
}

/**
 * tide_collection_add_count:
 * @self: a collection
 * @facts: facts of it
 * @name: name of a placeholder
 * @figure: what was counted
 */
void
tide_collection_add_count (TideCollection *self,
                           TideFacts *facts,
                           const char *name,
                           const TideFigure *figure)
{
  tide_facts_take_count (facts, name, figure->n_counted,
                         tide_phrase_dup_count (figure->n_counted, "project", self->language),
                         tide_origin_new_figure (TIDE_RULE_COUNT, figure, NULL, NULL));
}

/* What a share is a share of: before it in Chinese, behind it in English. */
static char *
dup_whole (const TideCollection *self, TideOriginRule rule)
{
  const char *kind
      = tide_phrase_get_kind (tide_collection_get_kind (self->main_kind), self->language);

  if (rule == TIDE_RULE_SHARE_OF_COUNT)
    kind = tide_collection_choose (self, "the projects", "项目数");

  return self->language == TIDE_LANGUAGE_ZH ? g_strconcat (kind, "的", NULL)
                                            : g_strconcat (" of ", kind, NULL);
}

/**
 * tide_collection_add_share:
 * @self: a collection
 * @facts: facts of it
 * @name: name of a placeholder
 * @rule: whether projects or amounts are compared with all
 * @figure: what was counted
 *
 * Says the share, and of what. Amounts have no share in a total that some of them are not in.
 */
void
tide_collection_add_share (TideCollection *self,
                           TideFacts *facts,
                           const char *name,
                           TideOriginRule rule,
                           const TideFigure *figure)
{
  double percent;
  const gboolean is_there = rule == TIDE_RULE_SHARE_OF_COUNT
                                ? tide_figure_get_count_share (figure, self->total, &percent)
                                : figure->n_priced > 0 && self->total->n_unpriced == 0
                                      && tide_figure_get_share (figure, self->total, &percent);

  if (is_there)
    {
      const gboolean is_chinese = self->language == TIDE_LANGUAGE_ZH;
      g_autofree char *whole = dup_whole (self, rule);

      tide_facts_take_number (facts, name, is_chinese ? whole : NULL,
                              tide_phrase_dup_percent (percent, self->language),
                              is_chinese ? NULL : whole,
                              tide_origin_new_figure (rule, figure, self->total, self->rate_set));
    }
}
