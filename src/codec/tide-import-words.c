/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include <string.h>

typedef struct
{
  const char *word; /* folded */
  const char *code;
} Word;

/* What tables say instead of the words of the program. */
static const Word stage_words[] = {
  { "储备", "lead" },
  { "谋划", "lead" },
  { "意向线索", "lead" },
  { "在谈项目", "negotiating" },
  { "洽谈", "negotiating" },
  { "在洽谈", "negotiating" },
  { "正在洽谈", "negotiating" },
  { "跟踪", "negotiating" },
  { "对接", "negotiating" },
  { "拟签约", "intention" },
  { "达成意向", "intention" },
  { "意向签约", "intention" },
  { "意向性", "intention" },
  { "已签约", "signed" },
  { "签订", "signed" },
  { "签约项目", "signed" },
  { "正式签约", "signed" },
  { "已签订", "signed" },
  { "协议", "signed" },
  { "落地", "registered" },
  { "已落地", "registered" },
  { "注册", "registered" },
  { "已注册", "registered" },
  { "立项", "registered" },
  { "注册落地", "registered" },
  { "已立项", "registered" },
  { "已备案", "registered" },
  { "动工", "started" },
  { "已开工", "started" },
  { "在建", "started" },
  { "建设中", "started" },
  { "开工建设", "started" },
  { "已动工", "started" },
  { "完工", "completed" },
  { "已竣工", "completed" },
  { "建成", "completed" },
  { "已建成", "completed" },
  { "已投产", "producing" },
  { "投产运营", "producing" },
  { "运营", "producing" },
  { "投入使用", "producing" },
  { "已运营", "producing" },
  { "已达产", "at-capacity" },
  { "满产", "at-capacity" },
  { "达产达效", "at-capacity" },
  { "prospect", "lead" },
  { "pipeline", "lead" },
  { "in negotiation", "negotiating" },
  { "in talks", "negotiating" },
  { "letter of intent", "intention" },
  { "loi", "intention" },
  { "mou", "intention" },
  { "contracted", "signed" },
  { "agreed", "signed" },
  { "settled", "registered" },
  { "landed", "registered" },
  { "under construction", "started" },
  { "construction", "started" },
  { "built", "completed" },
  { "finished", "completed" },
  { "operating", "producing" },
  { "operational", "producing" },
  { "in operation", "producing" },
  { "in production", "producing" },
  { "full capacity", "at-capacity" },
};

static const Word status_words[] = {
  { "正常推进", "normal" },    { "推进中", "normal" },        { "进行中", "normal" },
  { "active", "normal" },      { "ongoing", "normal" },       { "停滞", "paused" },
  { "暂缓", "paused" },        { "停工", "paused" },          { "搁置", "paused" },
  { "suspended", "paused" },   { "on hold", "paused" },       { "取消", "terminated" },
  { "已终止", "terminated" },  { "中止", "terminated" },      { "流失", "terminated" },
  { "退出", "terminated" },    { "cancelled", "terminated" }, { "canceled", "terminated" },
  { "dropped", "terminated" }, { "已移交", "handed-over" },   { "转出", "handed-over" },
};

static const Word party_kind_words[] = {
  { "中央企业", "central-enterprise" },
  { "soe", "state-owned" },
  { "国企", "state-owned" },
  { "国有企业", "state-owned" },
  { "国有", "state-owned" },
  { "市属国企", "state-owned" },
  { "民营", "private" },
  { "民营企业", "private" },
  { "私营", "private" },
  { "私营企业", "private" },
  { "内资", "private" },
  { "外企", "foreign" },
  { "外资企业", "foreign" },
  { "外商", "foreign" },
  { "外商投资企业", "foreign" },
  { "外商独资", "foreign" },
  { "高校", "institute" },
  { "院所", "institute" },
  { "研究院", "institute" },
  { "university", "institute" },
  { "政府机构", "public" },
  { "政府部门", "public" },
  { "government", "public" },
};

static const Word country_words[] = {
  { "中国", "CN" },         { "china", "CN" },       { "内资", "CN" },
  { "中国香港", "HK" },     { "香港", "HK" },        { "hong kong", "HK" },
  { "中国台湾", "TW" },     { "台湾", "TW" },        { "taiwan", "TW" },
  { "中国澳门", "MO" },     { "澳门", "MO" },        { "macao", "MO" },
  { "美国", "US" },         { "usa", "US" },         { "united states", "US" },
  { "德国", "DE" },         { "germany", "DE" },     { "日本", "JP" },
  { "japan", "JP" },        { "韩国", "KR" },        { "south korea", "KR" },
  { "korea", "KR" },        { "新加坡", "SG" },      { "singapore", "SG" },
  { "英国", "GB" },         { "uk", "GB" },          { "united kingdom", "GB" },
  { "法国", "FR" },         { "france", "FR" },      { "意大利", "IT" },
  { "italy", "IT" },        { "荷兰", "NL" },        { "netherlands", "NL" },
  { "瑞士", "CH" },         { "switzerland", "CH" }, { "瑞典", "SE" },
  { "sweden", "SE" },       { "西班牙", "ES" },      { "spain", "ES" },
  { "加拿大", "CA" },       { "canada", "CA" },      { "澳大利亚", "AU" },
  { "australia", "AU" },    { "比利时", "BE" },      { "belgium", "BE" },
  { "奥地利", "AT" },       { "austria", "AT" },     { "丹麦", "DK" },
  { "denmark", "DK" },      { "芬兰", "FI" },        { "finland", "FI" },
  { "以色列", "IL" },       { "israel", "IL" },      { "印度", "IN" },
  { "india", "IN" },        { "马来西亚", "MY" },    { "malaysia", "MY" },
  { "泰国", "TH" },         { "thailand", "TH" },    { "越南", "VN" },
  { "viet nam", "VN" },     { "vietnam", "VN" },     { "印度尼西亚", "ID" },
  { "indonesia", "ID" },    { "俄罗斯", "RU" },      { "russia", "RU" },
  { "巴西", "BR" },         { "brazil", "BR" },      { "匈牙利", "HU" },
  { "hungary", "HU" },      { "波兰", "PL" },        { "poland", "PL" },
  { "捷克", "CZ" },         { "czechia", "CZ" },     { "沙特阿拉伯", "SA" },
  { "saudi arabia", "SA" }, { "阿联酋", "AE" },      { "united arab emirates", "AE" },
};

/* What names of places end with, that is left out as often as not. */
static const char *const place_endings[] = {
  "新区", "区", "县", "市", "镇", "街道", " district", " county", " city", " town",
};

static const char *
find (const Word *words, gsize n, const char *folded)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (words[i].word, folded) == 0)
      return words[i].code;

  return NULL;
}

/*
 * tide_import_words_find:
 * @kind: what it may name
 * @folded: a folded text
 *
 * Returns: (nullable): the code that it is another word for
 */
const char *
tide_import_words_find (TideImportValueKind kind, const char *folded)
{
  switch ((guint) kind)
    {
    case TIDE_IMPORT_VALUE_STAGE:
      return find (stage_words, G_N_ELEMENTS (stage_words), folded);
    case TIDE_IMPORT_VALUE_STATUS:
      return find (status_words, G_N_ELEMENTS (status_words), folded);
    case TIDE_IMPORT_VALUE_PARTY_KIND:
      return find (party_kind_words, G_N_ELEMENTS (party_kind_words), folded);
    default:
      return NULL;
    }
}

static gboolean
is_country_code (const char *text)
{
  return strlen (text) == 2 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]);
}

/*
 * tide_import_words_find_country:
 * @text: a code of two letters, or a name
 *
 * Returns: (nullable): the code, an interned string; %NULL for a name that is not known
 */
const char *
tide_import_words_find_country (const char *text)
{
  g_autofree char *folded = tide_text_fold (text);
  g_autofree char *upper = NULL;
  const char *code = find (country_words, G_N_ELEMENTS (country_words), folded);

  if (code != NULL || !is_country_code (folded))
    return code;

  upper = g_ascii_strup (folded, -1);

  return g_intern_string (upper);
}

/*
 * tide_import_words_dup_place:
 * @folded: the folded name of a place
 *
 * Returns: (transfer full): the name without the ending that says what it is, where more than one
 *   character is left
 */
char *
tide_import_words_dup_place (const char *folded)
{
  for (gsize i = 0; i < G_N_ELEMENTS (place_endings); i++)
    {
      const gsize length = strlen (folded);
      const gsize ending = strlen (place_endings[i]);

      if (g_str_has_suffix (folded, place_endings[i])
          && g_utf8_strlen (folded, (gssize) (length - ending)) > 1)
        return g_strndup (folded, length - ending);
    }

  return g_strdup (folded);
}
