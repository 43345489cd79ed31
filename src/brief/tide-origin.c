/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-origin.h"

static const struct
{
  const char *code;
  const char *label[2];
} rules[TIDE_N_RULES] = {
  [TIDE_RULE_COUNT] = { "count", { "Projects, each counted once", "项目数，每个项目计一次" } },
  [TIDE_RULE_TOTAL]
  = { "total",
      { "Amounts of one kind, added up in one currency", "同一口径金额，折合同一币种合计" } },
  [TIDE_RULE_CURRENCY] = { "currency",
                           { "Amounts of one kind and one currency, added up as recorded",
                             "同一口径、同一币种金额，按原币合计" } },
  [TIDE_RULE_SHARE_OF_COUNT]
  = { "share-of-count", { "Projects in per cent of all of them", "项目数占比" } },
  [TIDE_RULE_SHARE_OF_AMOUNT]
  = { "share-of-amount", { "Amounts in per cent of those of all projects", "金额占比" } },
  [TIDE_RULE_COHORT] = { "cohort",
                         { "Of the projects signed at the event, terminated ones included",
                           "以该活动签约项目为基数，含已终止项目" } },
  [TIDE_RULE_ARRIVED] = { "arrived",
                          { "Arrived in per cent of agreed, of the projects signed at the event",
                            "该活动签约项目到位资金占协议投资额的比重" } },
  [TIDE_RULE_DECLARED] = { "declared", { "As declared", "按公布数" } },
  [TIDE_RULE_RECORDED] = { "recorded", { "As recorded", "按台账记录" } },
  [TIDE_RULE_PUBLISHED] = { "published", { "As published", "按公布数" } },
  [TIDE_RULE_GROWTH] = { "growth",
                         { "Compound annual growth of levels at current prices; the first year is "
                           "the base",
                           "按现价水平计算的年均复合增长率，以首年为基期" } },
};

static TideFilter *
dup_sealed (const TideFilter *filter)
{
  if (filter == NULL)
    return NULL;

  return (TideFilter *) tide_payload_seal ((TidePayload *) tide_filter_copy (filter));
}

static TideOrigin *
create (TideOriginKind kind, TideOriginRule rule)
{
  TideOrigin *self = g_atomic_rc_box_new0 (TideOrigin);

  self->kind = kind;
  self->rule = rule;
  self->record_kind = TIDE_RECORD_NONE;

  return self;
}

/**
 * tide_origin_new_figure:
 * @rule: how the number comes about
 * @figure: what was counted
 * @whole: (nullable): of a share, the whole
 * @rate_set: (nullable): id of the rates that told the amounts
 *
 * Returns: (transfer full): what is behind a number of projects or of their amounts
 */
TideOrigin *
tide_origin_new_figure (TideOriginRule rule,
                        const TideFigure *figure,
                        const TideFigure *whole,
                        const char *rate_set)
{
  TideOrigin *self = create (TIDE_ORIGIN_PROJECTS, rule);

  self->filter = dup_sealed (figure->filter);
  self->n = figure->n_counted;
  if (whole != NULL)
    {
      self->whole = dup_sealed (whole->filter);
      self->n_whole = whole->n_counted;
    }
  if (rule != TIDE_RULE_COUNT && rule != TIDE_RULE_SHARE_OF_COUNT)
    {
      self->currency = g_strdup (figure->base.currency);
      self->rate_set = figure->n_foreign > 0 ? g_strdup (rate_set) : NULL;
    }

  return self;
}

/**
 * tide_origin_new_filter:
 * @rule: how the number comes about
 * @filter: (transfer full): opens exactly the projects that were counted
 * @n: how many these are
 *
 * Returns: (transfer full): what is behind a number of projects
 */
TideOrigin *
tide_origin_new_filter (TideOriginRule rule, TideFilter *filter, guint n)
{
  TideOrigin *self = create (TIDE_ORIGIN_PROJECTS, rule);

  self->filter = (TideFilter *) tide_payload_seal ((TidePayload *) filter);
  self->n = n;

  return self;
}

/**
 * tide_origin_new_entry:
 * @rule: how the number comes about
 * @kind: the kind of record
 * @record: its id
 * @path: the member, or the list of the entry
 * @entry: (nullable): the entry
 *
 * Returns: (transfer full): what is behind a number that a record says itself
 */
TideOrigin *
tide_origin_new_entry (TideOriginRule rule,
                       TideRecordKind kind,
                       const char *record,
                       const char *path,
                       const TidePayload *entry)
{
  TideOrigin *self = create (TIDE_ORIGIN_ENTRY, rule);

  self->record_kind = kind;
  self->record = g_strdup (record);
  self->path = g_strdup (path);
  self->entry = entry != NULL ? tide_payload_dup_key (entry) : NULL;

  return self;
}

/**
 * tide_origin_new_growth:
 * @indicator: id of an indicator
 * @from: the first period
 * @to: the last one
 *
 * Returns: (transfer full): what is behind a growth rate that was worked out
 */
TideOrigin *
tide_origin_new_growth (const char *indicator, const TideDate *from, const TideDate *to)
{
  TideOrigin *self = create (TIDE_ORIGIN_GROWTH, TIDE_RULE_GROWTH);

  self->record_kind = TIDE_RECORD_INDICATOR;
  self->record = g_strdup (indicator);
  self->path = g_strdup ("observations");
  self->from = *from;
  self->to = *to;

  return self;
}

/**
 * tide_origin_ref:
 * @self: what is behind a number
 *
 * Returns: (transfer full): @self
 */
TideOrigin *
tide_origin_ref (TideOrigin *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TideOrigin *self = data;

  g_clear_pointer ((TidePayload **) &self->filter, tide_payload_unref);
  g_clear_pointer ((TidePayload **) &self->whole, tide_payload_unref);
  g_free (self->currency);
  g_free (self->rate_set);
  g_free (self->record);
  g_free (self->path);
  g_free (self->entry);
}

/**
 * tide_origin_unref:
 * @self: (transfer full): what is behind a number
 */
void
tide_origin_unref (TideOrigin *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * tide_origin_rule_get_code:
 * @rule: a rule
 *
 * Returns: (transfer none): the word by which machines know it
 */
const char *
tide_origin_rule_get_code (TideOriginRule rule)
{
  g_return_val_if_fail (rule < TIDE_N_RULES, "");

  return rules[rule].code;
}

/**
 * tide_origin_rule_get_label:
 * @rule: a rule
 * @language: language of the briefing
 *
 * Returns: (transfer none): the rule in words
 */
const char *
tide_origin_rule_get_label (TideOriginRule rule, TideLanguage language)
{
  g_return_val_if_fail (rule < TIDE_N_RULES, "");

  return rules[rule].label[language == TIDE_LANGUAGE_ZH];
}
