/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-phrase.h"

#include "brief/tide-noun.h"
#include "core/tide-code.h"

#include <math.h>
#include <string.h>

#define MORE_THAN_MANY 999950.0 /* per cent; what is more has no place in a sentence */

static gboolean
is_chinese (TideLanguage language)
{
  return language == TIDE_LANGUAGE_ZH;
}

/**
 * tide_phrase_dup_number:
 * @n: a number of things
 * @language: language of the briefing
 *
 * English groups digits by thousands, Chinese official style does not.
 *
 * Returns: (transfer full): `1,640` or `1640`
 */
char *
tide_phrase_dup_number (gint64 n, TideLanguage language)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  GString *text = g_string_new (digits);
  const gsize start = n < 0 ? 1 : 0;

  for (gsize i = text->len; !is_chinese (language) && i > start + 3; i -= 3)
    g_string_insert_c (text, (gssize) i - 3, ',');

  return g_string_free_and_steal (text);
}

/**
 * tide_phrase_dup_count:
 * @n: how many
 * @noun: code of a noun (tide_noun_find()); another word is told as it is written
 * @language: language of the briefing
 *
 * Returns: (transfer full): `17 projects`, `1 project`, `17个项目`
 */
char *
tide_phrase_dup_count (gint64 n, const char *noun, TideLanguage language)
{
  const TideNoun *found = tide_noun_find (noun);
  g_autofree char *number = tide_phrase_dup_number (n, language);

  if (found == NULL)
    return is_chinese (language) ? g_strdup_printf ("%s（%s）", number, noun)
                                 : g_strdup_printf ("%s (%s)", number, noun);
  if (is_chinese (language))
    return g_strconcat (number, found->classifier, found->zh, NULL);

  return g_strconcat (number, " ", n == 1 ? found->one : found->many, NULL);
}

/**
 * tide_phrase_dup_more:
 * @n: how many are not named
 * @noun: code of a noun (tide_noun_find())
 * @language: language of the briefing
 *
 * Returns: (transfer full): what stands behind those that are: `17 more projects`, `另外17个项目`
 */
char *
tide_phrase_dup_more (gint64 n, const char *noun, TideLanguage language)
{
  const TideNoun *found = tide_noun_find (noun);
  g_autofree char *number = tide_phrase_dup_number (n, language);

  g_return_val_if_fail (found != NULL, NULL);

  if (is_chinese (language))
    return g_strconcat ("另外", number, found->classifier, found->zh, NULL);

  return g_strconcat (number, " more ", n == 1 ? found->one : found->many, NULL);
}

/* How many minor units of a currency the last digit that tide_money_dup_text() may show is worth.
 */
static gint64
get_shown_step (const TideMoney *money, TideUnit unit)
{
  const int digits = tide_currency_get_digits (money->currency);
  gint64 step = tide_unit_get_factor (unit);

  for (int i = 0; i < MAX (digits, 0); i++)
    step *= 10;

  return step >= 100 ? step / 100 : 1;
}

/* Each language has its own units, as in tide_money_dup_text(). 亿 has no English word: what is
 * less than a billion is told in millions. */
static TideUnit
get_written_unit (const TideMoney *money, TideUnit unit, TideLanguage language)
{
  if (unit == TIDE_UNIT_TEN_THOUSAND || unit == TIDE_UNIT_MILLION)
    return is_chinese (language) ? TIDE_UNIT_TEN_THOUSAND : TIDE_UNIT_MILLION;
  if (unit != TIDE_UNIT_HUNDRED_MILLION && unit != TIDE_UNIT_BILLION)
    return unit;
  if (is_chinese (language))
    return TIDE_UNIT_HUNDRED_MILLION;

  return unit == TIDE_UNIT_HUNDRED_MILLION
                 && ABS (money->minor) / 100 < get_shown_step (money, TIDE_UNIT_BILLION)
             ? TIDE_UNIT_MILLION
             : TIDE_UNIT_BILLION;
}

/**
 * tide_phrase_is_rounded:
 * @money: an amount
 * @unit: the unit wanted
 * @language: language of the briefing
 *
 * Returns: whether the two decimals of a sentence do not hold all of it
 */
gboolean
tide_phrase_is_rounded (const TideMoney *money, TideUnit unit, TideLanguage language)
{
  const TideUnit written = get_written_unit (money, unit, language);

  return written != TIDE_UNIT_ONE && money->minor % get_shown_step (money, written) != 0;
}

/**
 * tide_phrase_dup_amount:
 * @money: an amount
 * @unit: the unit wanted
 * @language: language of the briefing
 *
 * An amount of which digits are left out says so. In units of 亿 what is less than a billion is
 * told in millions in English.
 *
 * Returns: (transfer full): `16 billion yuan`, `160亿元`, `about 16.03 billion yuan`,
 * `约160.25亿元`
 */
char *
tide_phrase_dup_amount (const TideMoney *money, TideUnit unit, TideLanguage language)
{
  g_autofree char *text
      = tide_money_dup_text (money, get_written_unit (money, unit, language), language);
  g_autoptr (GString) written = g_string_new (text);

  if (is_chinese (language))
    g_string_replace (written, ",", "", 0);
  if (tide_phrase_is_rounded (money, unit, language))
    g_string_prepend (written, is_chinese (language) ? "约" : "about ");

  return g_string_free_and_steal (g_steal_pointer (&written));
}

/**
 * tide_phrase_dup_quantity:
 * @value: a number, which need not be whole
 * @noun: code of a noun
 * @language: language of the briefing
 *
 * Returns: (transfer full): `10 research centres`, `10个研究中心`, `2.5 (hectares)`
 */
char *
tide_phrase_dup_quantity (const TideDecimal *value, const char *noun, TideLanguage language)
{
  g_autofree char *digits = NULL;
  gint64 whole = 0;

  if (tide_decimal_rescale (value, 0, &whole))
    return tide_phrase_dup_count (whole, noun, language);

  digits = tide_decimal_dup_text (value);
  if (is_chinese (language))
    return g_strdup_printf ("%s（%s）", digits, noun);

  return g_strdup_printf ("%s (%s)", digits, noun);
}

/**
 * tide_phrase_dup_percent:
 * @percent: per cent
 * @language: language of the briefing
 *
 * Returns: (transfer full): with one decimal: `16.3 %`, `16.3%`; a share that is not zero is not
 *   told as one
 */
char *
tide_phrase_dup_percent (double percent, TideLanguage language)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *space = is_chinese (language) ? "" : " ";

  if (!isfinite (percent) || fabs (percent) > MORE_THAN_MANY)
    return g_strdup (is_chinese (language) ? "过大" : "beyond measure");
  if (fabs (percent) > 0 && fabs (percent) < 0.05)
    return is_chinese (language) ? g_strdup ("不足0.1%") : g_strdup ("less than 0.1 %");

  g_ascii_formatd (digits, sizeof digits, "%.1f", percent);

  return g_strconcat (digits, space, "%", NULL);
}

/**
 * tide_phrase_dup_permille:
 * @permille: a share in tenths of a per cent, rounded by who counted
 * @language: language of the briefing
 *
 * Returns: (transfer full): `93.6 %`, `93.6%`
 */
char *
tide_phrase_dup_permille (guint permille, TideLanguage language)
{
  return g_strdup_printf (is_chinese (language) ? "%u.%u%%" : "%u.%u %%", permille / 10,
                          permille % 10);
}

/**
 * tide_phrase_get_separator:
 * @index: place of an item in a list, from 0
 * @n: how many items there are
 * @language: language of the briefing
 *
 * Returns: (transfer none): what stands before the item
 */
const char *
tide_phrase_get_separator (guint index, guint n, TideLanguage language)
{
  if (index == 0)
    return "";
  if (index + 1 == n)
    return is_chinese (language) ? "和" : " and ";

  return is_chinese (language) ? "、" : ", ";
}

/**
 * tide_phrase_dup_list:
 * @words: (array zero-terminated=1): the items
 * @language: language of the briefing
 *
 * Returns: (transfer full): `a, b and c`, `a、b和c`
 */
char *
tide_phrase_dup_list (const char *const *words, TideLanguage language)
{
  const guint n = g_strv_length ((char **) words);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, tide_phrase_get_separator (i, n, language));
      g_string_append (text, words[i]);
    }

  return g_string_free_and_steal (text);
}

/* Dates --------------------------------------------------------------------------------------- */

static char *
dup_chinese_date (const TideDate *date)
{
  switch ((TidePrecision) date->precision)
    {
    case TIDE_PRECISION_YEAR:
      return g_strdup_printf ("%d年", date->year);
    case TIDE_PRECISION_QUARTER:
      return g_strdup_printf (
          "%d年第%s季度", date->year,
          ((const char *[]) { "一", "二", "三", "四" })[(date->quarter - 1) & 3]);
    case TIDE_PRECISION_MONTH:
      return g_strdup_printf ("%d年%d月", date->year, date->month);
    case TIDE_PRECISION_DAY:
      return g_strdup_printf ("%d年%d月%d日", date->year, date->month, date->day);
    case TIDE_PRECISION_NONE:
    default:
      return g_strdup ("");
    }
}

static const char *
get_month (const TideDate *date)
{
  static const char *const months[]
      = { "January", "February", "March",     "April",   "May",      "June",
          "July",    "August",   "September", "October", "November", "December" };

  return months[CLAMP (date->month, 1, 12) - 1];
}

static char *
dup_english_date (const TideDate *date)
{
  static const char *const quarters[] = { "first", "second", "third", "fourth" };

  switch ((TidePrecision) date->precision)
    {
    case TIDE_PRECISION_YEAR:
      return g_strdup_printf ("%d", date->year);
    case TIDE_PRECISION_QUARTER:
      return g_strdup_printf ("the %s quarter of %d", quarters[(date->quarter - 1) & 3],
                              date->year);
    case TIDE_PRECISION_MONTH:
      return g_strdup_printf ("%s %d", get_month (date), date->year);
    case TIDE_PRECISION_DAY:
      return g_strdup_printf ("%d %s %d", date->day, get_month (date), date->year);
    case TIDE_PRECISION_NONE:
    default:
      return g_strdup ("");
    }
}

/**
 * tide_phrase_dup_date:
 * @date: a date
 * @language: language of the briefing
 *
 * Returns: (transfer full): as exactly as it is known: `2023`, `the third quarter of 2023`, `August
 *   2023`, `15 August 2023`; `2023年8月15日`; empty for none
 */
char *
tide_phrase_dup_date (const TideDate *date, TideLanguage language)
{
  return is_chinese (language) ? dup_chinese_date (date) : dup_english_date (date);
}

/**
 * tide_phrase_dup_when:
 * @date: a date
 * @language: language of the briefing
 *
 * Returns: (transfer full): with its preposition: `in 2023`, `on 15 August 2023`, `2023年`
 */
char *
tide_phrase_dup_when (const TideDate *date, TideLanguage language)
{
  g_autofree char *text = tide_phrase_dup_date (date, language);

  if (is_chinese (language) || *text == '\0')
    return g_steal_pointer (&text);

  return g_strconcat (date->precision == TIDE_PRECISION_DAY ? "on " : "in ", text, NULL);
}

/**
 * tide_phrase_dup_span:
 * @from: the first date; unset for none
 * @to: the last date; unset for none
 * @language: language of the briefing
 *
 * Returns: (transfer full): `from 2015 to 2022`, `since 2015`, `until 2022`, `in 2022` where both
 *   are the same; `2015年至2022年`
 */
char *
tide_phrase_dup_span (const TideDate *from, const TideDate *to, TideLanguage language)
{
  g_autofree char *first = tide_phrase_dup_date (from, language);
  g_autofree char *last = tide_phrase_dup_date (to, language);

  if (tide_date_equal (from, to))
    return tide_phrase_dup_when (from, language);
  if (is_chinese (language))
    {
      if (*last == '\0')
        return g_strconcat (first, "以来", NULL);
      return *first == '\0' ? g_strconcat ("截至", last, NULL)
                            : g_strconcat (first, "至", last, NULL);
    }
  if (*last == '\0')
    return g_strconcat ("since ", first, NULL);

  return *first == '\0' ? g_strconcat ("until ", last, NULL)
                        : g_strconcat ("from ", first, " to ", last, NULL);
}

/* Amounts that nobody knows ------------------------------------------------------------------- */

static char *
dup_small_number (guint n)
{
  static const char *const words[]
      = { "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" };

  return n < G_N_ELEMENTS (words) ? g_strdup (words[n])
                                  : tide_phrase_dup_number (n, TIDE_LANGUAGE_EN);
}

/**
 * tide_phrase_dup_unknown:
 * @n: how many have no stated amount, at least 1
 * @n_all: of how many
 * @language: language of the briefing
 *
 * Returns: (transfer full): `two of them without a stated amount`, `none of them with a stated
 *   amount`; `其中2个未披露金额`, `均未披露金额`
 */
char *
tide_phrase_dup_unknown (guint n, guint n_all, TideLanguage language)
{
  g_autofree char *number = NULL;

  if (n == n_all && n_all == 1)
    return g_strdup (is_chinese (language) ? "未披露金额" : "without a stated amount");
  if (n == n_all)
    return g_strdup (is_chinese (language) ? "均未披露金额" : "none of them with a stated amount");
  if (is_chinese (language))
    return g_strdup_printf ("其中%u个未披露金额", n);

  number = dup_small_number (n);

  return g_strconcat (number, " of them without a stated amount", NULL);
}

/* Stages ------------------------------------------------------------------------------------- */

static const struct
{
  const char *en;
  const char *zh;
  gboolean lasts; /* whether it is said since when, and not when it happened */
} stage_words[TIDE_N_STAGES] = {
  [TIDE_STAGE_LEAD] = { "a lead", "处于线索阶段", TRUE },
  [TIDE_STAGE_NEGOTIATING] = { "under negotiation", "在谈", TRUE },
  [TIDE_STAGE_INTENTION] = { "declared as an intention", "达成意向", FALSE },
  [TIDE_STAGE_SIGNED] = { "signed", "签约", FALSE },
  [TIDE_STAGE_REGISTERED] = { "registered", "注册落地", FALSE },
  [TIDE_STAGE_STARTED] = { "under construction", "开工", TRUE },
  [TIDE_STAGE_COMPLETED] = { "completed", "竣工", FALSE },
  [TIDE_STAGE_PRODUCING] = { "in production", "投产", TRUE },
  [TIDE_STAGE_AT_CAPACITY] = { "at capacity", "达产", TRUE },
};

/**
 * tide_phrase_dup_stage:
 * @stage: code of a stage
 * @date: (nullable): when it was reached
 * @language: language of the briefing
 *
 * Returns: (transfer full): `signed in 2023`, `under construction since August 2023`, `2023年签约`;
 * a code that is not known as it is written
 */
char *
tide_phrase_dup_stage (const char *stage, const TideDate *date, TideLanguage language)
{
  const int index = tide_codes_find (TIDE_CODES_STAGE, stage);
  g_autofree char *day = date != NULL ? tide_phrase_dup_date (date, language) : g_strdup ("");
  g_autofree char *when = NULL;

  if (index < 0)
    return g_strdup (stage);
  if (is_chinese (language))
    return g_strconcat (day, stage_words[index].zh, NULL);
  if (*day == '\0')
    return g_strdup (stage_words[index].en);

  when = stage_words[index].lasts ? g_strconcat ("since ", day, NULL)
                                  : tide_phrase_dup_when (date, language);

  return g_strconcat (stage_words[index].en, " ", when, NULL);
}

/**
 * tide_phrase_get_kind:
 * @kind: code of a kind of amounts
 * @language: language of the briefing
 *
 * No amount stands in a briefing without what it is an amount of.
 *
 * Returns: (transfer none): the kind as it stands before an amount: `agreed investment`,
 * `协议投资额`; a code that is not known as it is written
 */
const char *
tide_phrase_get_kind (const char *kind, TideLanguage language)
{
  static const char *const names[TIDE_N_AMOUNT_KINDS][2] = {
    [TIDE_AMOUNT_KIND_INTENTION] = { "intended investment", "意向投资额" },
    [TIDE_AMOUNT_KIND_AGREEMENT] = { "agreed investment", "协议投资额" },
    [TIDE_AMOUNT_KIND_FOREIGN_CONTRACTED] = { "contracted foreign investment", "合同外资" },
    [TIDE_AMOUNT_KIND_FOREIGN_UTILISED] = { "utilised foreign investment", "实际使用外资" },
    [TIDE_AMOUNT_KIND_ARRIVED] = { "arrived funds", "到位资金" },
    [TIDE_AMOUNT_KIND_FIXED_ASSET] = { "fixed-asset investment", "固定资产投资额" },
  };
  const int index = tide_codes_find (TIDE_CODES_AMOUNT_KIND, kind);

  return index >= 0 ? names[index][is_chinese (language)] : kind;
}

/**
 * tide_phrase_get_of:
 * @language: language of the briefing
 *
 * Returns: (transfer none): what stands between a kind and its amount
 */
const char *
tide_phrase_get_of (TideLanguage language)
{
  return is_chinese (language) ? "" : " of ";
}
