/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-words.h"

/* Currencies, scales, numbers and what is said around them, both languages side by side. */

const TideWord tide_currency_prefixes[] = {
  { "us$", TIDE_SIGN_USD },  { "usd", TIDE_SIGN_USD },
  { "hk$", TIDE_SIGN_HKD },  { "hkd", TIDE_SIGN_HKD },
  { "$", TIDE_SIGN_USD },    { "€", TIDE_SIGN_EUR },
  { "eur", TIDE_SIGN_EUR },  { "¥", TIDE_SIGN_CNY },
  { "rmb", TIDE_SIGN_CNY },  { "cny", TIDE_SIGN_CNY },
  { "jpy", TIDE_SIGN_JPY },  { "人民币", TIDE_SIGN_CNY },
  { "美元", TIDE_SIGN_USD }, { NULL, 0 },
};

const TideWord tide_currency_suffixes[] = {
  { "元人民币", TIDE_SIGN_CNY },
  { "元", TIDE_SIGN_CNY },
  { "圆", TIDE_SIGN_CNY },
  { "人民币", TIDE_SIGN_CNY },
  { "美元", TIDE_SIGN_USD },
  { "美金", TIDE_SIGN_USD },
  { "港元", TIDE_SIGN_HKD },
  { "港币", TIDE_SIGN_HKD },
  { "欧元", TIDE_SIGN_EUR },
  { "日元", TIDE_SIGN_JPY },
  { "yuan", TIDE_SIGN_CNY },
  { "rmb", TIDE_SIGN_CNY },
  { "cny", TIDE_SIGN_CNY },
  { "renminbi", TIDE_SIGN_CNY },
  { "us dollars", TIDE_SIGN_USD },
  { "u.s. dollars", TIDE_SIGN_USD },
  { "us dollar", TIDE_SIGN_USD },
  { "usd", TIDE_SIGN_USD },
  { "hong kong dollars", TIDE_SIGN_HKD },
  { "hk dollars", TIDE_SIGN_HKD },
  { "dollars", TIDE_SIGN_USD },
  { "dollar", TIDE_SIGN_USD },
  { "euros", TIDE_SIGN_EUR },
  { "euro", TIDE_SIGN_EUR },
  { "eur", TIDE_SIGN_EUR },
  { "yen", TIDE_SIGN_JPY },
  { NULL, 0 },
};

/* Powers of ten; longer words first where one begins like another. */
const TideWord tide_scale_words[] = {
  { "万亿", 12 },   { "千亿", 11 },    { "百亿", 10 }, { "十亿", 9 },      { "亿", 8 },
  { "千万", 7 },    { "百万", 6 },     { "万", 4 },    { "trillion", 12 }, { "billion", 9 },
  { "million", 6 }, { "thousand", 3 }, { "tn", 12 },   { "bn", 9 },        { "mn", 6 },
  { "m", 6 },       { NULL, 0 },
};

const TideWord tide_number_words[] = {
  { "two", 2 },        { "three", 3 },     { "four", 4 },      { "five", 5 },     { "six", 6 },
  { "seven", 7 },      { "eight", 8 },     { "nine", 9 },      { "ten", 10 },     { "eleven", 11 },
  { "twelve", 12 },    { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 }, { "sixteen", 16 },
  { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 },  { "thirty", 30 },
  { "forty", 40 },     { "fifty", 50 },    { "sixty", 60 },    { "seventy", 70 }, { "eighty", 80 },
  { "ninety", 90 },    { "one", 1 },       { "hundred", 100 }, { NULL, 0 },
};

const TideWord tide_qualifiers_before[] = {
  { "more than", TIDE_TEXT_FINDING_MORE_THAN },
  { "over", TIDE_TEXT_FINDING_MORE_THAN },
  { "exceeding", TIDE_TEXT_FINDING_MORE_THAN },
  { "exceeded", TIDE_TEXT_FINDING_MORE_THAN },
  { "exceeds", TIDE_TEXT_FINDING_MORE_THAN },
  { "above", TIDE_TEXT_FINDING_MORE_THAN },
  { "surpassed", TIDE_TEXT_FINDING_MORE_THAN },
  { "surpassing", TIDE_TEXT_FINDING_MORE_THAN },
  { "at least", TIDE_TEXT_FINDING_MORE_THAN },
  { "逾", TIDE_TEXT_FINDING_MORE_THAN },
  { "超", TIDE_TEXT_FINDING_MORE_THAN },
  { "超过", TIDE_TEXT_FINDING_MORE_THAN },
  { "突破", TIDE_TEXT_FINDING_MORE_THAN },
  { "no fewer than", TIDE_TEXT_FINDING_MORE_THAN },
  { "no less than", TIDE_TEXT_FINDING_MORE_THAN },
  { "not fewer than", TIDE_TEXT_FINDING_MORE_THAN },
  { "not less than", TIDE_TEXT_FINDING_MORE_THAN },
  { "不少于", TIDE_TEXT_FINDING_MORE_THAN },
  { "不低于", TIDE_TEXT_FINDING_MORE_THAN },
  { "fewer than", TIDE_TEXT_FINDING_LESS_THAN },
  { "less than", TIDE_TEXT_FINDING_LESS_THAN },
  { "below", TIDE_TEXT_FINDING_LESS_THAN },
  { "under", TIDE_TEXT_FINDING_LESS_THAN },
  { "just under", TIDE_TEXT_FINDING_LESS_THAN },
  { "不足", TIDE_TEXT_FINDING_LESS_THAN },
  { "不到", TIDE_TEXT_FINDING_LESS_THAN },
  { "低于", TIDE_TEXT_FINDING_LESS_THAN },
  { "少于", TIDE_TEXT_FINDING_LESS_THAN },
  { "up to", TIDE_TEXT_FINDING_UP_TO },
  { "at most", TIDE_TEXT_FINDING_UP_TO },
  { "no more than", TIDE_TEXT_FINDING_UP_TO },
  { "not more than", TIDE_TEXT_FINDING_UP_TO },
  { "not exceeding", TIDE_TEXT_FINDING_UP_TO },
  { "不超过", TIDE_TEXT_FINDING_UP_TO },
  { "不多于", TIDE_TEXT_FINDING_UP_TO },
  { "不高于", TIDE_TEXT_FINDING_UP_TO },
  { "至多", TIDE_TEXT_FINDING_UP_TO },
  { "最多", TIDE_TEXT_FINDING_UP_TO },
  { "nearly", TIDE_TEXT_FINDING_NEARLY },
  { "almost", TIDE_TEXT_FINDING_NEARLY },
  { "close to", TIDE_TEXT_FINDING_NEARLY },
  { "近", TIDE_TEXT_FINDING_NEARLY },
  { "接近", TIDE_TEXT_FINDING_NEARLY },
  { "about", TIDE_TEXT_FINDING_ABOUT },
  { "around", TIDE_TEXT_FINDING_ABOUT },
  { "some", TIDE_TEXT_FINDING_ABOUT },
  { "roughly", TIDE_TEXT_FINDING_ABOUT },
  { "approximately", TIDE_TEXT_FINDING_ABOUT },
  { "约", TIDE_TEXT_FINDING_ABOUT },
  { "约为", TIDE_TEXT_FINDING_ABOUT },
  { "大约", TIDE_TEXT_FINDING_ABOUT },
  { NULL, 0 },
};

const TideWord tide_qualifiers_after[] = {
  { "左右", TIDE_TEXT_FINDING_ABOUT },
  { "上下", TIDE_TEXT_FINDING_ABOUT },
  { "or so", TIDE_TEXT_FINDING_ABOUT },
  { NULL, 0 },
};

const char *const tide_measure_words[]
    = { "个", "家", "名", "位", "人", "支", "件", "项", "所", "座", "只", "处", NULL };

const char *const tide_months[]
    = { "january", "february", "march",    "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "jan",   "feb", "mar",  "apr",  "jun",    "jul",
        "aug",     "sep",      "sept",     "oct",   "nov", "dec",  NULL };

/* Words before a year. */
const char *const tide_year_leads[]
    = { "in",     "since", "by",    "between", "from",   "to",      "of",   "until",   "during",
        "years",  "over",  "and",   "after",   "before", "for",     "year", "through", "till",
        "end of", "mid",   "early", "late",    "than",   "against", "with", "or",      NULL };

/* Places that have districts of their own. */
const char *const tide_elsewhere[]
    = { "hangzhou",  "shanghai", "beijing", "tianjin",  "chongqing", "shenzhen",
        "guangzhou", "nanjing",  "suzhou",  "wenzhou",  "shaoxing",  "jiaxing",
        "huzhou",    "taizhou",  "jinhua",  "zhoushan", "wuhan",     "chengdu",
        "xi'an",     "qingdao",  "xiamen",  NULL };

const char *
tide_noun_code_get_text (TideNounCode noun)
{
  static const char *const texts[] = {
    NULL,
    "projects",
    "pilot-projects",
    "research-centres",
    "research-teams",
    "talents",
    "academicians",
    "principal-investigators",
    "platforms",
    "enterprises",
    "jobs",
    "patents",
    "fields",
    "clusters",
    "parks",
    "countries",
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
