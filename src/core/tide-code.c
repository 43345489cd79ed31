/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-code.h"

#include <string.h>

/* The words are those of data/schema/tideline-register-1.schema.json. */

typedef struct
{
  const char *code;
  const char *label[2];
  const char *definition[2];
} TideCode;

#define CODE(code_, en, zh)                                                                        \
  {                                                                                                \
    .code = code_, .label = { en, zh }                                                             \
  }
#define DEFINED(code_, en, zh, en_definition, zh_definition)                                       \
  {                                                                                                \
    .code = code_, .label = { en, zh }, .definition = { en_definition, zh_definition }             \
  }

static const TideCode stages[] = {
  DEFINED ("lead",
           "Lead",
           "线索",
           "Somebody may be interested; nobody has been spoken to.",
           "可能有投资意愿，尚未接触。"),
  DEFINED ("negotiating",
           "Negotiating",
           "在谈",
           "The investor is in talks about this project.",
           "正与投资方就项目洽谈。"),
  DEFINED ("intention",
           "Intention",
           "意向",
           "An intention has been declared or a framework agreed, without an obligation.",
           "已表明意向或签订框架协议，尚无约束力。"),
  DEFINED ("signed",
           "Signed",
           "签约",
           "An agreement about the project has been signed.",
           "已签订项目协议。"),
  DEFINED ("registered",
           "Registered",
           "注册/落地",
           "The project's company is registered here, or the project has settled here.",
           "项目公司已在本地注册，或项目已落户。"),
  DEFINED (
      "started", "Started", "开工", "Construction or fitting-out has begun.", "已开始建设或装修。"),
  DEFINED ("completed",
           "Completed",
           "竣工",
           "Construction is complete and accepted.",
           "建设完成并通过验收。"),
  DEFINED ("producing",
           "Producing",
           "投产",
           "It produces, or has opened for business.",
           "已开始生产或营业。"),
  DEFINED ("at-capacity",
           "At capacity",
           "达产",
           "It has reached the capacity it was planned for.",
           "已达到设计产能。"),
};

static const TideCode statuses[] = {
  DEFINED ("normal",
           "Normal",
           "正常",
           "It goes on; also ends an earlier status.",
           "正常推进；也表示此前的状态已结束。"),
  DEFINED ("paused", "Paused", "暂停", "It rests, for the reason given.", "因所述原因暂停推进。"),
  DEFINED ("terminated",
           "Terminated",
           "终止",
           "It has been given up. It leaves the live totals and stays in its event's cohort.",
           "项目已放弃；不计入现有合计，仍计入所属活动的签约基数。"),
  DEFINED ("handed-over",
           "Handed over",
           "移交",
           "Another place or office follows it now.",
           "现由其他地区或单位跟进。"),
};

static const TideCode amount_kinds[] = {
  DEFINED ("intention",
           "Intention",
           "意向",
           "Investment that was declared as an intention.",
           "以意向方式宣布的投资。"),
  DEFINED ("agreement",
           "Agreement",
           "协议投资",
           "Total investment in a signed agreement.",
           "已签协议约定的总投资。"),
  DEFINED ("foreign-contracted",
           "Contracted foreign investment",
           "合同外资",
           "Foreign capital that contracts provide for; a reduction is negative.",
           "合同约定的外资；减资为负数。"),
  DEFINED ("foreign-utilised",
           "Utilised foreign investment",
           "实际使用外资",
           "Foreign capital that was paid in and is in use.",
           "已到账并投入使用的外资。"),
  DEFINED ("arrived",
           "Arrived",
           "到位资金",
           "Money that has arrived, from wherever.",
           "已经到位的资金，不论来源。"),
  DEFINED ("fixed-asset",
           "Fixed-asset investment",
           "固定资产投资",
           "Investment made in buildings and equipment.",
           "用于建筑和设备的投资。"),
};

static const TideCode party_kinds[] = {
  DEFINED ("central-enterprise",
           "Central enterprise",
           "央企",
           "Owned by the central state.",
           "由中央管理的国有企业。"),
  DEFINED ("state-owned",
           "Local state-owned enterprise",
           "地方国企",
           "Owned by a province, city or county.",
           "由省、市或县所有的企业。"),
  CODE ("private", "Private enterprise", "民企"),
  CODE ("foreign", "Foreign enterprise", "外资"),
  CODE ("institute", "Institute or university", "科研院所"),
  CODE ("public", "Government", "政府"),
};

static const TideCode party_roles[] = {
  CODE ("investor", "Investor", "投资方"), CODE ("operator", "Operator", "运营方"),
  CODE ("partner", "Partner", "合作方"),   CODE ("host", "Host", "承接方"),
  CODE ("adviser", "Adviser", "顾问"),
};

static const TideCode division_kinds[] = {
  CODE ("province", "Province", "省"),
  CODE ("city", "City", "地级市"),
  CODE ("district", "District", "区"),
  CODE ("county", "County", "县"),
  CODE ("county-level-city", "County-level city", "县级市"),
  CODE ("town", "Town", "镇"),
  DEFINED ("functional-zone",
           "Functional zone",
           "功能区",
           "A zone run by its own committee. It has a parent and is never added on top of it.",
           "由管委会管理的区域；有上级区划，不与上级重复计算。"),
};

static const TideCode activity_kinds[] = {
  CODE ("visit", "Visit", "走访"), CODE ("meeting", "Meeting", "会议"),
  CODE ("call", "Call", "电话"),   CODE ("problem", "Problem", "问题"),
  CODE ("note", "Note", "记录"),
};

static const TideCode relations[] = {
  DEFINED ("same",
           "Same",
           "相同",
           "The same class in another version, whatever its name there.",
           "另一版本中的同一类别，名称可能不同。"),
  DEFINED (
      "narrower", "Narrower", "较窄", "This class is a part of the other.", "本类是对方的一部分。"),
  DEFINED ("broader", "Broader", "较宽", "This class holds the other.", "本类包含对方。"),
  DEFINED ("related", "Related", "相关", "The two overlap.", "两者有重叠。"),
};

static const TideCode tiers[] = {
  CODE ("trillion", "Trillion-level", "万亿级"),
  CODE ("five-hundred-billion", "Five-hundred-billion-level", "五千亿级"),
  CODE ("hundred-billion", "Hundred-billion-level", "千亿级"),
  CODE ("landmark", "Landmark", "标志性"),
  CODE ("strategic", "Strategic", "战略性"),
  CODE ("future", "Emerging and future", "新兴和未来"),
};

static const TideCode units[] = {
  CODE ("one", "One", "一"),           CODE ("ten-thousand", "Ten thousand", "万"),
  CODE ("million", "Million", "百万"), CODE ("100-million", "A hundred million", "亿"),
  CODE ("billion", "Billion", "十亿"),
};

static const TideCode measures[] = {
  DEFINED ("output",
           "Output value",
           "总产值",
           "Counts inputs again in every plant; never added to added value.",
           "各厂重复计入投入；不与增加值相加。"),
  DEFINED ("added-value", "Added value", "增加值", "Output net of inputs.", "扣除投入后的产出。"),
  CODE ("revenue", "Revenue", "营业收入"),
  CODE ("investment", "Investment", "投资额"),
  CODE ("enterprises", "Enterprises", "企业数"),
  CODE ("research-centres", "Research centres", "研究中心"),
  CODE ("research-teams", "Research teams", "科研团队"),
  CODE ("talents", "Core talents", "核心人才"),
  CODE ("academicians", "Academicians", "院士"),
  CODE ("staff", "Staff", "员工"),
  CODE ("pilot-projects", "Pilot projects", "试点项目"),
};

static const TideCode scopes[] = {
  CODE ("all", "All", "全部"),
  DEFINED ("above-size",
           "Above designated size",
           "规模以上",
           "Industrial enterprises with a main-business revenue of 20 million yuan a year or more; "
           "they change every year.",
           "年主营业务收入2000万元及以上的工业企业；名单逐年变化。"),
};

static const TideCode growth_bases[] = {
  DEFINED (
      "nominal", "Nominal", "现价", "Computed from levels at current prices.", "按现价水平计算。"),
  DEFINED ("comparable-price",
           "Comparable prices",
           "可比价",
           "Price changes taken out.",
           "剔除价格变动。"),
  DEFINED (
      "as-published", "As published", "按公布", "The publisher does not say.", "公布方未说明。"),
};

static const TideCode rate_kinds[] = {
  DEFINED ("mid", "Mid rate", "中间价", "Central rate of one day.", "当日中间价。"),
  CODE ("annual-average", "Annual average", "年平均"),
};

static const TideCode platform_kinds[] = {
  CODE ("laboratory", "Laboratory", "实验室"), CODE ("university", "University", "大学"),
  CODE ("zone", "Innovation zone", "科创区"),  CODE ("pilot", "Pilot programme", "试点"),
  CODE ("incubator", "Incubator", "孵化器"),
};

static const TideCode result_kinds[] = {
  DEFINED ("technology",
           "Technology",
           "技术",
           "Goes from sample to pilot to product.",
           "由样品经中试到产品。"),
  DEFINED ("team",
           "Team",
           "团队",
           "Goes from team to incubating to enterprise.",
           "由团队经孵化到企业。"),
};

static const TideCode result_stages[] = {
  CODE ("sample", "Sample", "样品"),         CODE ("pilot", "Pilot", "中试"),
  CODE ("product", "Product", "产品"),       CODE ("team", "Team", "团队"),
  CODE ("incubating", "Incubating", "孵化"), CODE ("enterprise", "Enterprise", "企业"),
};

static const TideCode parts[] = {
  DEFINED ("foreign", "Foreign", "外资", "Of which foreign investment.", "其中外资。"),
  DEFINED ("manufacturing", "Manufacturing", "制造业", "Of which manufacturing.", "其中制造业。"),
  DEFINED ("main-venue",
           "Main venue",
           "主会场",
           "Of which signed at the main venue.",
           "其中在主会场签约。"),
};

#define SET(list) { list, G_N_ELEMENTS (list) }

static const struct
{
  const TideCode *codes;
  guint n;
} sets[TIDE_N_CODE_SETS] = {
  [TIDE_CODES_STAGE] = SET (stages),
  [TIDE_CODES_STATUS] = SET (statuses),
  [TIDE_CODES_AMOUNT_KIND] = SET (amount_kinds),
  [TIDE_CODES_PARTY_KIND] = SET (party_kinds),
  [TIDE_CODES_PARTY_ROLE] = SET (party_roles),
  [TIDE_CODES_DIVISION_KIND] = SET (division_kinds),
  [TIDE_CODES_ACTIVITY_KIND] = SET (activity_kinds),
  [TIDE_CODES_RELATION] = SET (relations),
  [TIDE_CODES_TIER] = SET (tiers),
  [TIDE_CODES_UNIT] = SET (units),
  [TIDE_CODES_MEASURE] = SET (measures),
  [TIDE_CODES_SCOPE] = SET (scopes),
  [TIDE_CODES_GROWTH_BASIS] = SET (growth_bases),
  [TIDE_CODES_RATE_KIND] = SET (rate_kinds),
  [TIDE_CODES_PLATFORM_KIND] = SET (platform_kinds),
  [TIDE_CODES_RESULT_KIND] = SET (result_kinds),
  [TIDE_CODES_RESULT_STAGE] = SET (result_stages),
  [TIDE_CODES_PART] = SET (parts),
};

G_STATIC_ASSERT (G_N_ELEMENTS (stages) == TIDE_N_STAGES);
G_STATIC_ASSERT (G_N_ELEMENTS (statuses) == TIDE_N_STATUSES);
G_STATIC_ASSERT (G_N_ELEMENTS (amount_kinds) == TIDE_N_AMOUNT_KINDS);

/**
 * tide_codes_get_n:
 * @set: a vocabulary
 *
 * Returns: how many codes it has
 */
guint
tide_codes_get_n (TideCodeSet set)
{
  g_return_val_if_fail (set < TIDE_N_CODE_SETS, 0);

  return sets[set].n;
}

/**
 * tide_codes_get_code:
 * @set: a vocabulary
 * @index: which code, from 0
 *
 * Returns: (transfer none): the word of the file
 */
const char *
tide_codes_get_code (TideCodeSet set, guint index)
{
  g_return_val_if_fail (set < TIDE_N_CODE_SETS, NULL);
  g_return_val_if_fail (index < sets[set].n, NULL);

  return sets[set].codes[index].code;
}

/**
 * tide_codes_find:
 * @set: a vocabulary
 * @code: (nullable): a word of a file
 *
 * Returns: the index of @code, -1 if this program does not know it
 */
int
tide_codes_find (TideCodeSet set, const char *code)
{
  g_return_val_if_fail (set < TIDE_N_CODE_SETS, -1);

  if (code == NULL)
    return -1;
  for (guint i = 0; i < sets[set].n; i++)
    if (strcmp (sets[set].codes[i].code, code) == 0)
      return (int) i;

  return -1;
}

/**
 * tide_codes_get_label:
 * @set: a vocabulary
 * @code: (nullable): a word of a file
 * @language: the language wanted
 *
 * Returns: (transfer none) (nullable): what people call it; @code itself if it is unknown
 */
const char *
tide_codes_get_label (TideCodeSet set, const char *code, TideLanguage language)
{
  int index = tide_codes_find (set, code);

  return index >= 0 ? sets[set].codes[index].label[language == TIDE_LANGUAGE_ZH] : code;
}

/**
 * tide_codes_get_definition:
 * @set: a vocabulary
 * @code: (nullable): a word of a file
 * @language: the language wanted
 *
 * Returns: (transfer none) (nullable): the sentence that says when it applies, %NULL where the word
 *   speaks for itself or is unknown
 */
const char *
tide_codes_get_definition (TideCodeSet set, const char *code, TideLanguage language)
{
  int index = tide_codes_find (set, code);

  return index >= 0 ? sets[set].codes[index].definition[language == TIDE_LANGUAGE_ZH] : NULL;
}
