/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-placeholder.h"

#define WORD(name_, list_, en, zh)                                                                 \
  {                                                                                                \
    .name = name_, .list = list_, .label = { en, zh }                                              \
  }
#define COUNT(name_, list_, en, zh)                                                                \
  {                                                                                                \
    .name = name_, .list = list_, .is_count = TRUE, .label = { en, zh }                            \
  }
#define LIST(name_, list_, en, zh)                                                                 \
  {                                                                                                \
    .name = name_, .list = list_, .is_list = TRUE, .label = { en, zh }                             \
  }

static const TidePlaceholder placeholders[] = {
  WORD ("register.title", NULL, "Title of the register", "台账名称"),
  WORD ("as-of", NULL, "The date that is looked at", "数据截止日期"),
  WORD ("rates", NULL, "The rates of the amounts", "所用汇率"),
  WORD ("filter.name", NULL, "Name of the filter", "筛选条件名称"),
  WORD ("period.span", NULL, "The period", "时间范围"),

  WORD ("event.name", NULL, "Name of the event", "活动名称"),
  WORD ("event.venue", NULL, "Where it was held", "活动地点"),
  WORD ("event.when", NULL, "When it was held", "活动时间"),
  WORD ("event.fields", NULL, "The fields that were named", "公布的领域"),
  COUNT ("event.fields.count", NULL, "How many fields were named", "公布的领域数"),
  COUNT ("event.projects.count", NULL, "How many projects were declared", "公布的项目数"),
  LIST ("declared", NULL, "The amounts declared, by kind", "公布的金额，按口径"),
  WORD ("declared.amount", "declared", "A declared amount, with its kind", "公布的金额及口径"),
  LIST ("declared-foreign", "declared", "Its foreign parts", "其中外资"),
  WORD ("declared-foreign.amount", "declared-foreign", "A foreign part", "外资部分"),

  COUNT ("projects.count", NULL, "How many projects are counted", "项目数"),
  COUNT ("projects.terminated", NULL, "How many were terminated", "已终止项目数"),
  LIST ("kind", NULL, "The kinds of amounts", "金额口径"),
  WORD ("kind.name", "kind", "What it is called", "口径名称"),
  WORD ("kind.amount", "kind", "The total, with its kind", "合计金额及口径"),
  COUNT ("kind.count", "kind", "How many projects have such an amount", "有该口径金额的项目数"),
  WORD ("kind.unknown", "kind", "How many state no amount", "未披露金额的项目数"),
  COUNT ("kind.unpriced", "kind", "How many have no rate", "缺少汇率的项目数"),
  LIST ("foreign", "kind", "Its currencies other than the register's", "其中外币部分"),
  WORD ("foreign.amount",
        "foreign",
        "An amount in its own currency, with its kind",
        "外币金额及口径"),
  COUNT ("foreign.count", "foreign", "How many projects have one", "外币项目数"),

  LIST ("size", NULL, "The size classes", "规模分档"),
  WORD ("size.name", "size", "From how much on", "规模下限"),
  COUNT ("size.count", "size", "How many projects there are", "该档项目数"),
  WORD ("size.share", "size", "Their share of the projects", "该档项目占比"),
  WORD ("size.amount", "size", "Their amount, with its kind", "该档金额及口径"),
  LIST ("taxonomy", NULL, "The classifications in use", "所用分类"),
  WORD ("taxonomy.name", "taxonomy", "Name of the classification", "分类名称"),
  LIST ("field", "taxonomy", "Its fields with projects", "有项目的领域"),
  WORD ("field.name", "field", "Name of the field", "领域名称"),
  COUNT ("field.count", "field", "How many projects there are", "该领域项目数"),
  WORD ("field.amount", "field", "Their amount, with its kind", "该领域金额及口径"),
  WORD ("field.share", "field", "Their share of the amount, with its kind", "该领域金额占比及口径"),
  LIST ("division", NULL, "The divisions with projects", "有项目的区县（市）"),
  WORD ("division.name", "division", "Name of the division", "区县（市）名称"),
  COUNT ("division.count", "division", "How many projects there are", "该地项目数"),
  WORD ("division.amount", "division", "Their amount, with its kind", "该地金额及口径"),
  WORD ("division.share",
        "division",
        "Their share of the amount, with its kind",
        "该地金额占比及口径"),
  LIST ("stage", NULL, "The stages with projects", "有项目的阶段"),
  WORD ("stage.name", "stage", "Name of the stage", "阶段名称"),
  COUNT ("stage.count", "stage", "How many projects there are", "该阶段项目数"),

  WORD ("projects.named", NULL, "Which of the projects are named", "列出的项目范围"),
  LIST ("project", NULL, "The projects", "项目"),
  WORD ("project.name", "project", "Name of the project", "项目名称"),
  WORD ("project.party", "project", "Its first party", "投资方"),
  WORD ("project.place", "project", "Where it is", "项目所在地"),
  WORD ("project.stage", "project", "How far it is, and since when", "项目阶段及时间"),
  WORD ("project.amount", "project", "Its amount, with its kind", "项目金额及口径"),

  LIST ("indicator", NULL, "The indicators", "指标"),
  WORD ("indicator.name", "indicator", "Name of the indicator", "指标名称"),
  WORD ("indicator.when", "indicator", "The last period", "最近时期"),
  WORD ("indicator.value", "indicator", "Its value", "最近数值"),
  WORD ("indicator.from", "indicator", "The first period of the growth", "增长基期"),
  WORD ("indicator.start", "indicator", "Its value", "基期数值"),
  WORD ("indicator.growth", "indicator", "The growth a year, worked out", "计算的年均增速"),
  WORD ("indicator.basis", "indicator", "What it is worked out of", "计算口径"),
  WORD ("indicator.break", "indicator", "The break before it", "口径变化"),
  LIST ("published", "indicator", "The published growth rates", "公布的增速"),
  WORD ("published.rate", "published", "A published growth rate", "公布的增速"),
  WORD ("published.basis", "published", "Its basis", "公布的口径"),
  WORD ("published.span", "published", "Its span", "公布的时期"),
  WORD ("published.verdict", "published", "Whether the levels give it", "能否由数值得出"),

  LIST ("platform", NULL, "The platforms", "创新平台"),
  WORD ("platform.name", "platform", "Name of the platform", "平台名称"),
  WORD ("platform.date", "platform", "When all of it was so", "统计时间（一致时）"),
  LIST ("count", "platform", "Its latest counts", "最新统计"),
  WORD ("count.value", "count", "A count", "统计数"),
  WORD ("count.date", "count", "When it was so many, where that differs", "统计时间（各不相同时）"),
  LIST ("part", "count", "Its parts", "其中"),
  WORD ("part.value", "part", "A part", "其中的统计数"),

  LIST ("cohort", NULL, "Earlier events", "往届活动"),
  WORD ("cohort.name", "cohort", "Name of the event", "活动名称"),
  COUNT ("cohort.signed", "cohort", "How many projects were signed there", "签约项目数"),
  WORD ("cohort.registered", "cohort", "How many of these are registered", "已注册占比"),
  WORD ("cohort.started", "cohort", "How many have started", "已开工占比"),
  WORD ("cohort.producing", "cohort", "How many produce", "已投产占比"),
  WORD ("cohort.arrived", "cohort", "How much of the agreed money has arrived", "资金到位率"),
};

/**
 * tide_placeholder_list:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): all that a template may hold
 */
const TidePlaceholder *
tide_placeholder_list (guint *n)
{
  *n = G_N_ELEMENTS (placeholders);

  return placeholders;
}

static const TidePlaceholder *
find (const char *name, gboolean is_list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (placeholders[i].is_list == is_list && g_str_equal (placeholders[i].name, name))
      return &placeholders[i];

  return NULL;
}

/**
 * tide_placeholder_find:
 * @name: what stands between braces
 *
 * Returns: (transfer none) (nullable): the placeholder; %NULL for a list, too
 */
const TidePlaceholder *
tide_placeholder_find (const char *name)
{
  return find (name, FALSE);
}

/**
 * tide_placeholder_find_list:
 * @name: what stands behind `each` or `list`
 *
 * Returns: (transfer none) (nullable): the list
 */
const TidePlaceholder *
tide_placeholder_find_list (const char *name)
{
  return find (name, TRUE);
}

/**
 * tide_placeholder_is_within:
 * @inner: (nullable): the list that is gone through at a place; %NULL for none
 * @list: (nullable): the list that a placeholder belongs to
 *
 * Returns: whether the placeholder may stand at that place
 */
gboolean
tide_placeholder_is_within (const TidePlaceholder *inner, const char *list)
{
  if (list == NULL)
    return TRUE;

  while (inner != NULL && !g_str_equal (inner->name, list))
    inner = inner->list != NULL ? tide_placeholder_find_list (inner->list) : NULL;

  return inner != NULL;
}

/**
 * tide_placeholder_get_label:
 * @self: a placeholder
 * @language: language of the person
 *
 * Returns: (transfer none): what it stands for
 */
const char *
tide_placeholder_get_label (const TidePlaceholder *self, TideLanguage language)
{
  return self->label[language == TIDE_LANGUAGE_ZH];
}
