/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-words.h"

/*
 * The words by which texts are read, both languages side by side. A space stands for any white
 * space or hyphens; of words that begin alike the longest counts, within one class. English words
 * are looked for with and without a plural “s”.
 */
#define OF(text, of) { text, TIDE_CUE_OF, TIDE_FINDING_OF_##of }
#define NOUN(text, noun) { text, TIDE_CUE_NOUN, TIDE_NOUN_##noun }
#define CUE(text, class) { text, TIDE_CUE_##class, 0 }

const TideCueWord tide_cue_words[] = {
  OF ("intention", INTENTION), OF ("intended", INTENTION), OF ("intend to invest", INTENTION),
  OF ("intends to invest", INTENTION), OF ("letter of intent", INTENTION),
  OF ("letters of intent", INTENTION), OF ("intention agreement", INTENTION),
  OF ("cooperation intention", INTENTION), OF ("意向", INTENTION), OF ("意向协议", INTENTION),
  OF ("意向签约", INTENTION), OF ("agreement", AGREEMENT), OF ("agreed", AGREEMENT),
  OF ("signed", AGREEMENT), OF ("contracts", AGREEMENT), OF ("signing", AGREEMENT),
  OF ("签约", AGREEMENT), OF ("协议", AGREEMENT), OF ("签订", AGREEMENT),
  OF ("签署", AGREEMENT), OF ("contracted foreign", FOREIGN_CONTRACTED),
  OF ("foreign contracted", FOREIGN_CONTRACTED),
  OF ("contractual foreign", FOREIGN_CONTRACTED), OF ("合同外资", FOREIGN_CONTRACTED),
  OF ("合同利用外资", FOREIGN_CONTRACTED), OF ("foreign capital actually used", FOREIGN_UTILISED),
  OF ("foreign capital actually utilised", FOREIGN_UTILISED),
  OF ("foreign capital actually utilized", FOREIGN_UTILISED),
  OF ("foreign investment actually used", FOREIGN_UTILISED),
  OF ("foreign investment actually utilised", FOREIGN_UTILISED),
  OF ("actually used foreign", FOREIGN_UTILISED), OF ("actual use of foreign", FOREIGN_UTILISED),
  OF ("actually utilised foreign", FOREIGN_UTILISED),
  OF ("actual foreign", FOREIGN_UTILISED), OF ("utilised foreign", FOREIGN_UTILISED),
  OF ("utilized foreign", FOREIGN_UTILISED), OF ("实际使用外资", FOREIGN_UTILISED),
  OF ("实际利用外资", FOREIGN_UTILISED), OF ("实到外资", FOREIGN_UTILISED),
  OF ("实际外资", FOREIGN_UTILISED), OF ("arrived", ARRIVED), OF ("arrival", ARRIVED),
  OF ("in place", ARRIVED), OF ("is in the bank", ARRIVED), OF ("paid in", ARRIVED), OF ("disbursed", ARRIVED),
  OF ("received", ARRIVED), OF ("到位", ARRIVED), OF ("到账", ARRIVED),
  OF ("fixed asset investment", FIXED_ASSET), OF ("investment in fixed asset", FIXED_ASSET),
  OF ("fixed asset", FIXED_ASSET), OF ("固定资产投资", FIXED_ASSET), OF ("固投", FIXED_ASSET),
  OF ("output value", OUTPUT), OF ("output", OUTPUT), OF ("产值", OUTPUT),
  OF ("总产值", OUTPUT), OF ("added value", ADDED_VALUE), OF ("value added", ADDED_VALUE),
  OF ("增加值", ADDED_VALUE), OF ("revenue", REVENUE), OF ("turnover", REVENUE),
  OF ("operating income", REVENUE), OF ("营业收入", REVENUE), OF ("营收", REVENUE),
  OF ("主营业务收入", REVENUE), OF ("gdp", GDP), OF ("gross domestic product", GDP),
  OF ("生产总值", GDP), OF ("地区生产总值", GDP), OF ("profit", PROFIT), OF ("利润", PROFIT),
  OF ("利润总额", PROFIT), OF ("tax", TAX), OF ("taxes", TAX), OF ("tax revenue", TAX),
  OF ("税收", TAX), OF ("税收收入", TAX), OF ("纳税", TAX), OF ("税金", TAX),
  OF ("exports", EXPORTS), OF ("export value", EXPORTS), OF ("出口", EXPORTS),
  OF ("出口额", EXPORTS), OF ("research and development", R_AND_D), OF ("r&d", R_AND_D),
  OF ("研发投入", R_AND_D), OF ("研发经费", R_AND_D), OF ("研发费用", R_AND_D),

  NOUN ("project", PROJECTS), NOUN ("pilot project", PILOT_PROJECTS), NOUN ("项目", PROJECTS),
  NOUN ("试点项目", PILOT_PROJECTS), NOUN ("试点", PILOT_PROJECTS),
  NOUN ("research centre", RESEARCH_CENTRES), NOUN ("research center", RESEARCH_CENTRES),
  NOUN ("研究中心", RESEARCH_CENTRES), NOUN ("research team", RESEARCH_TEAMS),
  NOUN ("team", RESEARCH_TEAMS), NOUN ("团队", RESEARCH_TEAMS), NOUN ("talent", TALENTS),
  NOUN ("人才", TALENTS), NOUN ("academician", ACADEMICIANS), NOUN ("院士", ACADEMICIANS),
  NOUN ("principal investigator", PRINCIPAL_INVESTIGATORS),
  NOUN ("pi", PRINCIPAL_INVESTIGATORS), NOUN ("学术带头人", PRINCIPAL_INVESTIGATORS),
  NOUN ("platform", PLATFORMS), NOUN ("平台", PLATFORMS), NOUN ("enterprise", ENTERPRISES),
  NOUN ("firm", ENTERPRISES), NOUN ("company", ENTERPRISES), NOUN ("companies", ENTERPRISES),
  NOUN ("企业", ENTERPRISES), NOUN ("公司", ENTERPRISES), NOUN ("job", JOBS),
  NOUN ("posts", JOBS), NOUN ("岗位", JOBS), NOUN ("patent", PATENTS), NOUN ("专利", PATENTS),
  NOUN ("field", FIELDS), NOUN ("领域", FIELDS), NOUN ("cluster", CLUSTERS),
  NOUN ("集群", CLUSTERS), NOUN ("parks", PARKS), NOUN ("park", PARKS), NOUN ("园区", PARKS),
  NOUN ("country", COUNTRIES), NOUN ("countries", COUNTRIES), NOUN ("国家", COUNTRIES),

  CUE ("foreign", FOREIGN), CUE ("from abroad", FOREIGN), CUE ("overseas", FOREIGN),
  CUE ("外资", FOREIGN), CUE ("外商", FOREIGN),

  CUE ("including", PART), CUE ("includes", PART), CUE ("include", PART),
  CUE ("of which", PART), CUE ("of them", PART), CUE ("among them", PART),
  CUE ("contains", PART), CUE ("其中", PART), CUE ("含", PART), CUE ("包括", PART),
  CUE ("made up of", BREAKDOWN), CUE ("consists of", BREAKDOWN), CUE ("consist of", BREAKDOWN),
  CUE ("composed of", BREAKDOWN), CUE ("for the rest", BREAKDOWN), CUE ("the rest", BREAKDOWN),
  CUE ("the remaining", BREAKDOWN), CUE ("the other", BREAKDOWN), CUE ("the remainder", BREAKDOWN),
  CUE ("其余", BREAKDOWN), CUE ("组成", BREAKDOWN), CUE ("构成", BREAKDOWN),
  CUE ("剩余", BREAKDOWN), CUE ("合计", SUM), CUE ("共计", SUM), CUE ("总计", SUM),
  CUE ("in total", SUM), CUE ("in all", SUM), CUE ("altogether", SUM), CUE ("together", SUM),
  CUE ("overlap", OVERLAP), CUE ("several classes", OVERLAP), CUE ("do both", OVERLAP),
  CUE ("交叉", OVERLAP), CUE ("重复统计", OVERLAP), CUE ("重叠", OVERLAP),

  CUE ("plan to", TARGET), CUE ("plans to", TARGET), CUE ("planned", TARGET),
  CUE ("is to", TARGET), CUE ("are to", TARGET), CUE ("aim", TARGET), CUE ("aims to", TARGET),
  CUE ("target", TARGET), CUE ("goal", TARGET), CUE ("forecast", TARGET),
  CUE ("hope to", TARGET), CUE ("hopes to", TARGET), CUE ("hoped", TARGET),
  CUE ("strive", TARGET), CUE ("projected", TARGET), CUE ("by the end of the plan", TARGET),
  CUE ("计划", TARGET), CUE ("力争", TARGET), CUE ("目标", TARGET), CUE ("希望", TARGET),
  CUE ("达产后", TARGET), CUE ("投产后", TARGET), CUE ("将达", TARGET), CUE ("将突破", TARGET),
  CUE ("将超过", TARGET), CUE ("full operation", TARGET), CUE ("full capacity", TARGET),
  CUE ("fully operational", TARGET), CUE ("when completed", TARGET),
  CUE ("on completion", TARGET), CUE ("will reach", TARGET), CUE ("will exceed", TARGET),
  CUE ("will come to", TARGET), CUE ("wants to", TARGET), CUE ("seeks to", TARGET), CUE ("规划", TARGET), CUE ("拟建", TARGET), CUE ("拟于", TARGET), CUE ("拟投资", TARGET), CUE ("拟引进", TARGET), CUE ("争取", TARGET),
  CUE ("预测", TARGET), CUE ("有望", TARGET), CUE ("力求", TARGET),
  CUE ("预计", EXPECTED), CUE ("预期", EXPECTED), CUE ("expected", EXPECTED),
  CUE ("expects", EXPECTED),
  CUE ("if", DENIED), { "would", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, CUE ("might", DENIED), CUE ("could", DENIED),
  { "rumour", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "rumoured", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "rumored", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE },
  { "rumor", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "did not", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, { "does not", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE },
  { "do not", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, { "not", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, { "never", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, CUE ("neither", DENIED), CUE ("said to have", DENIED), CUE ("据说", DENIED),
  { "are no", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE },
  { "is no", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE },
  { "has no", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE },
  { "have no", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE },
  CUE ("were to", DENIED), { "denied", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "denies", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE },
  { "deny", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "no longer", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, { "allegedly", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE },
  CUE ("suppose", DENIED), CUE ("unless", DENIED), CUE ("whether", DENIED),
  CUE ("如果", DENIED), CUE ("要是", DENIED), CUE ("假如", DENIED), CUE ("假设", DENIED),
  CUE ("倘若", DENIED), CUE ("若能", DENIED), CUE ("若要", DENIED), { "传言", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "传闻", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE },
  { "据传", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "否认", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "并非", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, { "不是", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE },
  { "没有", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, { "并未", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, { "未能", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE }, CUE ("是否", DENIED),
  { "不实", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "谣传", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "网传", TIDE_CUE_DENIED, TIDE_DENIED_ANYWHERE }, { "未达", TIDE_CUE_DENIED, TIDE_DENIED_CLAUSE },
  CUE ("but", CONTRAST), CUE ("instead", CONTRAST), CUE ("而是", CONTRAST),
  CUE ("实为", CONTRAST), CUE ("实际为", CONTRAST), CUE ("应为", CONTRAST),

  CUE ("strategic emerging industries", SEI), CUE ("strategic emerging industry", SEI),
  CUE ("strategic and emerging industries", SEI), CUE ("战略性新兴产业", SEI),
  CUE ("战新产业", SEI), CUE ("战略新兴产业", SEI),
  CUE ("as a whole", WHOLE), CUE ("the province", WHOLE), CUE ("province wide", WHOLE),
  CUE ("nationwide", WHOLE), CUE ("whole country", WHOLE), CUE ("all industry", WHOLE),
  CUE ("全省", WHOLE), CUE ("全国", WHOLE), CUE ("该省", WHOLE), CUE ("外省", WHOLE),

  CUE ("up", UP), CUE ("grew", UP), CUE ("grow", UP), CUE ("grown", UP), CUE ("growth", UP),
  CUE ("rose", UP), CUE ("rise", UP), CUE ("risen", UP), CUE ("rising", UP), CUE ("increase", UP),
  CUE ("increased", UP), CUE ("expanded", UP), CUE ("climbed", UP), CUE ("jumped", UP),
  CUE ("higher", UP), CUE ("gain", UP), CUE ("gained", UP), CUE ("growing", UP),
  CUE ("annual rate", UP), CUE ("advanced", UP), CUE ("soared", UP), CUE ("surged", UP),
  CUE ("增长", UP), CUE ("增幅", UP), CUE ("增速", UP), CUE ("增长率", UP), CUE ("复合增长率", UP), CUE ("growth rate", UP), CUE ("同比", UP), CUE ("年均", UP),
  CUE ("上升", UP), CUE ("提高", UP), CUE ("增加了", UP), CUE ("提升", UP), CUE ("扩大", UP),
  CUE ("增加", UP), CUE ("上涨", UP), CUE ("改善", UP),
  CUE ("fell", DOWN), CUE ("fall", DOWN), CUE ("fallen", DOWN), CUE ("down", DOWN),
  CUE ("declined", DOWN), CUE ("decline", DOWN), CUE ("dropped", DOWN), CUE ("drop", DOWN),
  CUE ("decreased", DOWN), CUE ("decrease", DOWN), CUE ("shrank", DOWN), CUE ("lower", DOWN),
  CUE ("lost", DOWN), CUE ("slipped", DOWN), CUE ("下降", DOWN), CUE ("减少", DOWN),
  CUE ("回落", DOWN), CUE ("下滑", DOWN), CUE ("降低", DOWN), CUE ("下跌", DOWN),
  CUE ("收窄", DOWN), CUE ("负增长", DOWN),
  CUE ("accounts for", SHARE), CUE ("accounted for", SHARE), CUE ("account for", SHARE),
  CUE ("made up", SHARE), CUE ("makes up", SHARE), CUE ("share", SHARE),
  CUE ("proportion", SHARE), CUE ("占", SHARE), CUE ("占比", SHARE), CUE ("比重", SHARE),
  CUE ("率", SHARE), CUE ("arrival rate", SHARE), CUE ("completion rate", SHARE),
  CUE ("a year", ANNUAL), CUE ("annually", ANNUAL), CUE ("per year", ANNUAL),
  CUE ("per annum", ANNUAL), CUE ("annual", ANNUAL), CUE ("compound", ANNUAL),
  CUE ("each year", ANNUAL), CUE ("every year", ANNUAL), CUE ("yearly", ANNUAL),
  CUE ("年均", ANNUAL), CUE ("复合", ANNUAL), CUE ("年平均", ANNUAL),
  CUE ("year on year", YEAR_ON_YEAR), CUE ("than a year before", YEAR_ON_YEAR),
  CUE ("than a year earlier", YEAR_ON_YEAR), CUE ("than the year before", YEAR_ON_YEAR),
  CUE ("over the year before", YEAR_ON_YEAR), CUE ("from a year earlier", YEAR_ON_YEAR),
  CUE ("同比", YEAR_ON_YEAR), CUE ("比上年", YEAR_ON_YEAR), CUE ("较上年", YEAR_ON_YEAR),
  CUE ("比上一年", YEAR_ON_YEAR),

  CUE ("meeting", MEETING), CUE ("conference", MEETING), CUE ("对接会", MEETING),
  CUE ("推介会", MEETING), CUE ("大会", MEETING), CUE ("会议", MEETING), CUE ("laboratory", LABORATORY),
  CUE ("lab", LABORATORY), CUE ("实验室", LABORATORY), CUE ("university", UNIVERSITY),
  CUE ("大学", UNIVERSITY),
  CUE ("equal to", CONVERSION), CUE ("equivalent to", CONVERSION), CUE ("or about", CONVERSION),
  CUE ("折合", CONVERSION), CUE ("约合", CONVERSION), CUE ("合人民币", CONVERSION),
  CUE ("converted", CONVERSION), CUE ("折", CONVERSION), CUE ("or roughly", CONVERSION),
  CUE ("equivalent", CONVERSION), CUE ("i.e.", SAME), CUE ("that is", SAME), CUE ("or", SAME),
  CUE ("即", SAME), CUE ("namely", SAME), CUE ("respectively", RESPECTIVELY),
  CUE ("分别", RESPECTIVELY),
  CUE ("of", STOP), CUE ("in", STOP), CUE ("from", STOP), CUE ("to", STOP), CUE ("is", STOP),
  CUE ("was", STOP), CUE ("are", STOP), CUE ("were", STOP), CUE ("by", STOP), CUE ("at", STOP),
  CUE ("for", STOP), CUE ("with", STOP), CUE ("the", STOP), CUE ("that", STOP),
  CUE ("who", STOP), CUE ("which", STOP), CUE ("on", STOP), CUE ("per", STOP),
  CUE ("have", STOP), CUE ("has", STOP), CUE ("had", STOP), CUE ("as", STOP),
  CUE ("year", STOP), CUE ("month", STOP), CUE ("day", STOP), CUE ("week", STOP),
  CUE ("hour", STOP), CUE ("people", STOP), CUE ("percent", STOP), CUE ("million", STOP),
  CUE ("billion", STOP), CUE ("yuan", STOP), CUE ("dollar", STOP),
  CUE ("together they", PRONOUN), CUE ("they", PRONOUN), CUE ("their", PRONOUN),
  CUE ("it", PRONOUN), CUE ("its", PRONOUN), CUE ("these", PRONOUN), CUE ("共", PRONOUN),
  CUE ("in the bank", ARRIVAL), CUE ("arrived", ARRIVAL), CUE ("in place", ARRIVAL),
  CUE ("paid in", ARRIVAL), CUE ("disbursed", ARRIVAL), CUE ("arrival", ARRIVAL),
  CUE ("到位", ARRIVAL), CUE ("到账", ARRIVAL), CUE ("received", ARRIVAL),

  CUE ("industry above designated size", INDUSTRY),
  CUE ("industries above designated size", INDUSTRY), CUE ("规上工业", INDUSTRY),
  CUE ("规模以上工业", INDUSTRY), CUE ("规上产值", INDUSTRY), CUE ("in total", IN_TOTAL),
  CUE ("altogether", IN_TOTAL), CUE ("累计", IN_TOTAL), CUE ("总共", IN_TOTAL),

  CUE ("copyright", FURNITURE), CUE ("©", FURNITURE), CUE ("all rights reserved", FURNITURE),
  CUE ("icp", FURNITURE), CUE ("tel:", FURNITURE), CUE ("fax:", FURNITURE),
  CUE ("phone:", FURNITURE), { "hotline", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("min read", FURNITURE),
  { "views", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("best viewed", FURNITURE), { "contents", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  CUE ("issn", FURNITURE), CUE ("isbn", FURNITURE), CUE ("cookies", FURNITURE),
  CUE ("you may also like", FURNITURE), CUE ("read next", FURNITURE),
  CUE ("related articles", FURNITURE), CUE ("ad:", FURNITURE), { "advertisement", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  CUE ("call 1", FURNITURE), { "humidity", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("home >", FURNITURE),
  CUE ("share:", FURNITURE), CUE ("posted 2", FURNITURE), CUE ("updated 2", FURNITURE),
  CUE ("published 2", FURNITURE), CUE ("www.", FURNITURE), CUE ("http", FURNITURE),
  CUE (".jpg", FURNITURE), CUE (".png", FURNITURE), CUE ("photo 1", FURNITURE),
  { "comments", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, { "subscribe", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, { "sign in", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  { "log in", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("print this page", FURNITURE), { "font size", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  CUE ("版权所有", FURNITURE), CUE ("公网安备", FURNITURE), { "备案", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  { "热线", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("联系电话", FURNITURE), CUE ("电话：", FURNITURE),
  { "传真", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, { "邮编", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("责任编辑", FURNITURE),
  CUE ("来源：", FURNITURE), CUE ("发布时间", FURNITURE), CUE ("阅读：", FURNITURE),
  CUE ("阅读 ", FURNITURE), CUE ("上一篇", FURNITURE), CUE ("下一篇", FURNITURE),
  CUE ("分享到", FURNITURE), { "点赞", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, { "转发", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  CUE ("扫码关注", FURNITURE), CUE ("热点：", FURNITURE), { "广告", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  { "登录", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("刊号", FURNITURE), CUE ("首页 >", FURNITURE),
  CUE ("首页>", FURNITURE), { "目录", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK }, CUE ("目　录", FURNITURE),
  CUE ("字号：", FURNITURE), CUE ("不得转载", FURNITURE), { "浏览", TIDE_CUE_FURNITURE, TIDE_FURNITURE_WEAK },
  CUE ("会议现场）", FURNITURE), CUE ("供图）", FURNITURE), CUE ("评论 ", FURNITURE),
  CUE ("相关阅读", FURNITURE), CUE ("推荐阅读", FURNITURE), CUE ("点击量", FURNITURE),
  CUE ("公告栏", FURNITURE), CUE ("地址：", FURNITURE), CUE ("address:", FURNITURE),
  CUE ("最佳浏览", FURNITURE), CUE ("分辨率", FURNITURE),
  { NULL, 0, 0 },
};

const TideWord tide_currency_prefixes[] = {
  { "us$", TIDE_SIGN_USD }, { "usd", TIDE_SIGN_USD }, { "hk$", TIDE_SIGN_HKD },
  { "hkd", TIDE_SIGN_HKD }, { "$", TIDE_SIGN_USD }, { "€", TIDE_SIGN_EUR },
  { "eur", TIDE_SIGN_EUR }, { "¥", TIDE_SIGN_CNY }, { "rmb", TIDE_SIGN_CNY },
  { "cny", TIDE_SIGN_CNY }, { "jpy", TIDE_SIGN_JPY }, { "人民币", TIDE_SIGN_CNY },
  { "美元", TIDE_SIGN_USD }, { NULL, 0 },
};

const TideWord tide_currency_suffixes[] = {
  { "元人民币", TIDE_SIGN_CNY }, { "元", TIDE_SIGN_CNY }, { "圆", TIDE_SIGN_CNY },
  { "人民币", TIDE_SIGN_CNY }, { "美元", TIDE_SIGN_USD }, { "美金", TIDE_SIGN_USD },
  { "港元", TIDE_SIGN_HKD }, { "港币", TIDE_SIGN_HKD }, { "欧元", TIDE_SIGN_EUR },
  { "日元", TIDE_SIGN_JPY }, { "yuan", TIDE_SIGN_CNY }, { "rmb", TIDE_SIGN_CNY },
  { "cny", TIDE_SIGN_CNY }, { "renminbi", TIDE_SIGN_CNY }, { "us dollars", TIDE_SIGN_USD },
  { "u.s. dollars", TIDE_SIGN_USD }, { "us dollar", TIDE_SIGN_USD }, { "usd", TIDE_SIGN_USD },
  { "hong kong dollars", TIDE_SIGN_HKD }, { "hk dollars", TIDE_SIGN_HKD },
  { "dollars", TIDE_SIGN_USD }, { "dollar", TIDE_SIGN_USD }, { "euros", TIDE_SIGN_EUR },
  { "euro", TIDE_SIGN_EUR }, { "eur", TIDE_SIGN_EUR }, { "yen", TIDE_SIGN_JPY }, { NULL, 0 },
};

/* Powers of ten; longer words first where one begins like another. */
const TideWord tide_scale_words[] = {
  { "万亿", 12 }, { "千亿", 11 }, { "百亿", 10 }, { "十亿", 9 }, { "亿", 8 }, { "千万", 7 },
  { "百万", 6 }, { "万", 4 }, { "trillion", 12 }, { "billion", 9 }, { "million", 6 },
  { "thousand", 3 }, { "tn", 12 }, { "bn", 9 }, { "mn", 6 }, { "m", 6 }, { NULL, 0 },
};

const TideWord tide_number_words[] = {
  { "two", 2 }, { "three", 3 }, { "four", 4 }, { "five", 5 }, { "six", 6 }, { "seven", 7 },
  { "eight", 8 }, { "nine", 9 }, { "ten", 10 }, { "eleven", 11 }, { "twelve", 12 },
  { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 },
  { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 },
  { "thirty", 30 }, { "forty", 40 }, { "fifty", 50 }, { "sixty", 60 }, { "seventy", 70 },
  { "eighty", 80 }, { "ninety", 90 }, { "one", 1 }, { "hundred", 100 }, { NULL, 0 },
};

const TideWord tide_qualifiers_before[] = {
  { "more than", TIDE_FINDING_MORE_THAN }, { "over", TIDE_FINDING_MORE_THAN },
  { "exceeding", TIDE_FINDING_MORE_THAN }, { "exceeded", TIDE_FINDING_MORE_THAN },
  { "exceeds", TIDE_FINDING_MORE_THAN }, { "above", TIDE_FINDING_MORE_THAN },
  { "surpassed", TIDE_FINDING_MORE_THAN }, { "surpassing", TIDE_FINDING_MORE_THAN },
  { "at least", TIDE_FINDING_MORE_THAN }, { "逾", TIDE_FINDING_MORE_THAN },
  { "超", TIDE_FINDING_MORE_THAN }, { "超过", TIDE_FINDING_MORE_THAN },
  { "突破", TIDE_FINDING_MORE_THAN }, { "nearly", TIDE_FINDING_NEARLY },
  { "almost", TIDE_FINDING_NEARLY }, { "close to", TIDE_FINDING_NEARLY },
  { "近", TIDE_FINDING_NEARLY }, { "接近", TIDE_FINDING_NEARLY },
  { "about", TIDE_FINDING_ABOUT }, { "around", TIDE_FINDING_ABOUT },
  { "some", TIDE_FINDING_ABOUT }, { "roughly", TIDE_FINDING_ABOUT },
  { "approximately", TIDE_FINDING_ABOUT }, { "约", TIDE_FINDING_ABOUT },
  { "约为", TIDE_FINDING_ABOUT }, { "大约", TIDE_FINDING_ABOUT }, { NULL, 0 },
};

const TideWord tide_qualifiers_after[] = {
  { "左右", TIDE_FINDING_ABOUT }, { "上下", TIDE_FINDING_ABOUT }, { "or so", TIDE_FINDING_ABOUT },
  { NULL, 0 },
};

const char *const tide_measure_words[]
    = { "个", "家", "名", "位", "人", "支", "件", "项", "所", "座", "只", "处", NULL };

const char *const tide_months[]
    = { "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
        "sept", "oct", "nov", "dec", NULL };

/* Words before a year. */
const char *const tide_year_leads[]
    = { "in", "since", "by", "between", "from", "to", "of", "until", "during", "years", "over",
        "and", "after", "before", "for", "year", "through", "till", "end of", "mid", "early",
        "late", "than", "against", "with", "or", NULL };

/* Places that have districts of their own. */
const char *const tide_elsewhere[]
    = { "hangzhou", "shanghai", "beijing", "tianjin", "chongqing", "shenzhen", "guangzhou",
        "nanjing", "suzhou", "wenzhou", "shaoxing", "jiaxing", "huzhou", "taizhou", "jinhua",
        "zhoushan", "wuhan", "chengdu", "xi'an", "qingdao", "xiamen", NULL };

const char *
tide_noun_code_get_text (TideNounCode noun)
{
  static const char *const texts[] = {
    NULL,           "projects",     "pilot-projects",          "research-centres",
    "research-teams", "talents",    "academicians",            "principal-investigators",
    "platforms",    "enterprises",  "jobs",                    "patents",
    "fields",       "clusters",     "parks",                   "countries",
  };

  return texts[noun];
}

TideNounCode
tide_noun_code_from_text (const char *text)
{
  for (guint noun = TIDE_NOUN_PROJECTS; noun < TIDE_N_NOUNS; noun++)
    if (g_strcmp0 (text, tide_noun_code_get_text ((TideNounCode) noun)) == 0)
      return (TideNounCode) noun;

  return TIDE_NOUN_NONE;
}

const char *
tide_currency_sign_get_code (TideCurrencySign sign)
{
  static const char *const codes[] = { NULL, "CNY", "USD", "EUR", "HKD", "JPY", "mixed" };

  return codes[sign];
}

TideCurrencySign
tide_currency_sign_from_code (const char *code)
{
  for (guint sign = TIDE_SIGN_CNY; sign < TIDE_SIGN_MIXED; sign++)
    if (g_strcmp0 (code, tide_currency_sign_get_code ((TideCurrencySign) sign)) == 0)
      return (TideCurrencySign) sign;

  return TIDE_SIGN_NONE;
}
