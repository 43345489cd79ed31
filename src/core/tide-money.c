/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-money.h"

#include <string.h>

#define NO_UNIT (-1)

/* A choice of the person at the machine, not of a register. */
static int preferred_unit = NO_UNIT;

/* How many digits behind the point a shown amount has, unless more are needed to show anything. */
#define USUAL_DECIMALS 2

G_DEFINE_BOXED_TYPE (TideMoney, tide_money, tide_money_copy, tide_money_free)

/* Currencies ---------------------------------------------------------------------------------- */

typedef struct
{
  const char *code;
  int digits; /* of the minor unit, ISO 4217 */
  const char *name[2];
  const char *prefix; /* before a number in English; NULL for the code */
  const char *suffix; /* after a number in English, where it stands there */
  const char *unit;   /* after a number in Chinese */
} TideCurrency;

static const TideCurrency currencies[] = {
  { "CNY", 2, { "Chinese yuan", "人民币" }, NULL, "yuan", "元" },
  { "USD", 2, { "US dollar", "美元" }, "US$", NULL, "美元" },
  { "EUR", 2, { "Euro", "欧元" }, "€", NULL, "欧元" },
  { "HKD", 2, { "Hong Kong dollar", "港元" }, "HK$", NULL, "港元" },
  { "JPY", 0, { "Japanese yen", "日元" }, NULL, NULL, "日元" },
  { "GBP", 2, { "Pound sterling", "英镑" }, "£", NULL, "英镑" },
  { "KRW", 0, { "South Korean won", "韩元" }, NULL, NULL, "韩元" },
  { "TWD", 2, { "New Taiwan dollar", "新台币" }, NULL, NULL, "新台币" },
  { "SGD", 2, { "Singapore dollar", "新加坡元" }, NULL, NULL, "新加坡元" },
  { "AUD", 2, { "Australian dollar", "澳大利亚元" }, NULL, NULL, "澳大利亚元" },
  { "CAD", 2, { "Canadian dollar", "加拿大元" }, NULL, NULL, "加拿大元" },
  { "CHF", 2, { "Swiss franc", "瑞士法郎" }, NULL, NULL, "瑞士法郎" },
  { "MOP", 2, { "Macanese pataca", "澳门元" }, NULL, NULL, "澳门元" },
  { "NZD", 2, { "New Zealand dollar", "新西兰元" }, NULL, NULL, "新西兰元" },
  { "SEK", 2, { "Swedish krona", "瑞典克朗" }, NULL, NULL, "瑞典克朗" },
  { "NOK", 2, { "Norwegian krone", "挪威克朗" }, NULL, NULL, "挪威克朗" },
  { "DKK", 2, { "Danish krone", "丹麦克朗" }, NULL, NULL, "丹麦克朗" },
  { "PLN", 2, { "Polish zloty", "波兰兹罗提" }, NULL, NULL, "波兰兹罗提" },
  { "CZK", 2, { "Czech koruna", "捷克克朗" }, NULL, NULL, "捷克克朗" },
  { "HUF", 2, { "Hungarian forint", "匈牙利福林" }, NULL, NULL, "匈牙利福林" },
  { "RUB", 2, { "Russian rouble", "俄罗斯卢布" }, NULL, NULL, "俄罗斯卢布" },
  { "TRY", 2, { "Turkish lira", "土耳其里拉" }, NULL, NULL, "土耳其里拉" },
  { "INR", 2, { "Indian rupee", "印度卢比" }, NULL, NULL, "印度卢比" },
  { "IDR", 2, { "Indonesian rupiah", "印尼盾" }, NULL, NULL, "印尼盾" },
  { "MYR", 2, { "Malaysian ringgit", "马来西亚林吉特" }, NULL, NULL, "马来西亚林吉特" },
  { "THB", 2, { "Thai baht", "泰铢" }, NULL, NULL, "泰铢" },
  { "PHP", 2, { "Philippine peso", "菲律宾比索" }, NULL, NULL, "菲律宾比索" },
  { "VND", 0, { "Vietnamese dong", "越南盾" }, NULL, NULL, "越南盾" },
  { "KZT", 2, { "Kazakhstani tenge", "哈萨克斯坦坚戈" }, NULL, NULL, "哈萨克斯坦坚戈" },
  { "AED", 2, { "UAE dirham", "阿联酋迪拉姆" }, NULL, NULL, "阿联酋迪拉姆" },
  { "SAR", 2, { "Saudi riyal", "沙特里亚尔" }, NULL, NULL, "沙特里亚尔" },
  { "KWD", 3, { "Kuwaiti dinar", "科威特第纳尔" }, NULL, NULL, "科威特第纳尔" },
  { "BHD", 3, { "Bahraini dinar", "巴林第纳尔" }, NULL, NULL, "巴林第纳尔" },
  { "ILS", 2, { "Israeli shekel", "以色列谢克尔" }, NULL, NULL, "以色列谢克尔" },
  { "ZAR", 2, { "South African rand", "南非兰特" }, NULL, NULL, "南非兰特" },
  { "BRL", 2, { "Brazilian real", "巴西雷亚尔" }, NULL, NULL, "巴西雷亚尔" },
  { "MXN", 2, { "Mexican peso", "墨西哥比索" }, NULL, NULL, "墨西哥比索" },
};

static const TideCurrency *
find_currency (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (currencies); i++)
    if (strcmp (currencies[i].code, code) == 0)
      return &currencies[i];

  return NULL;
}

static gpointer
make_currency_list (gpointer data)
{
  const char **list = g_new0 (const char *, G_N_ELEMENTS (currencies) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    list[i] = currencies[i].code;

  return list;
}

/**
 * tide_currency_get_digits:
 * @currency: (nullable): ISO 4217 code
 *
 * Returns: digits of the minor unit, 0 to 3; -1 for a currency that is not known
 */
int
tide_currency_get_digits (const char *currency)
{
  const TideCurrency *found = find_currency (currency);

  return found != NULL ? found->digits : -1;
}

/**
 * tide_currency_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): codes of the known currencies, the most used
 *   first
 */
const char *const *
tide_currency_list (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_currency_list, NULL);
}

/**
 * tide_currency_get_name:
 * @currency: (nullable): ISO 4217 code
 * @language: the language wanted
 *
 * Returns: (transfer none) (nullable): the currency's name; @currency itself if it is not known
 */
const char *
tide_currency_get_name (const char *currency, TideLanguage language)
{
  const TideCurrency *found = find_currency (currency);

  return found != NULL ? found->name[language == TIDE_LANGUAGE_ZH] : currency;
}

/* Amounts ------------------------------------------------------------------------------------- */

static __int128
power_of_ten (guint exponent)
{
  __int128 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}

/* Divides and rounds half away from zero; @divisor is positive. */
static __int128
divide_rounded (__int128 dividend, __int128 divisor)
{
  __int128 quotient = dividend / divisor;
  __int128 rest = dividend % divisor;

  if (rest < 0)
    rest = -rest;
  if (rest >= divisor - rest)
    quotient += dividend < 0 ? -1 : 1;

  return quotient;
}

static guint
get_digits (const TideMoney *money)
{
  return (guint) MAX (tide_currency_get_digits (money->currency), 0);
}

/**
 * tide_money_copy:
 * @money: an amount
 *
 * Returns: (transfer full): a copy
 */
TideMoney *
tide_money_copy (const TideMoney *money)
{
  return g_memdup2 (money, sizeof *money);
}

/**
 * tide_money_free:
 * @money: (transfer full): an amount
 */
void
tide_money_free (TideMoney *money)
{
  g_free (money);
}

/**
 * tide_money_init:
 * @money: (out): the amount; no money on failure
 * @value: how many units of the currency, set
 * @currency: ISO 4217 code
 *
 * Returns: %FALSE if the currency is not known, @value is finer than its minor unit, or too large
 */
gboolean
tide_money_init (TideMoney *money, const TideDecimal *value, const char *currency)
{
  int digits = tide_currency_get_digits (currency);

  *money = (TideMoney) { 0 };
  if (digits < 0 || !value->is_set || !tide_decimal_rescale (value, (guint) digits, &money->minor))
    return FALSE;

  g_strlcpy (money->currency, currency, sizeof money->currency);
  return TRUE;
}

/**
 * tide_money_to_decimal:
 * @money: an amount
 * @value: (out): how many units of the currency, with all digits of its minor unit; unset for no
 *   money
 */
void
tide_money_to_decimal (const TideMoney *money, TideDecimal *value)
{
  *value = (TideDecimal) { 0 };
  if (money->currency[0] == '\0')
    return;

  value->mantissa = money->minor;
  value->scale = (guint8) get_digits (money);
  value->is_set = TRUE;
}

/**
 * tide_money_add:
 * @sum: (inout): the sum so far; no money takes the currency of @addend
 * @addend: what to add
 *
 * Returns: %FALSE if the currencies differ or the sum does not fit; then @sum is as it was
 */
gboolean
tide_money_add (TideMoney *sum, const TideMoney *addend)
{
  gint64 total;

  if (addend->currency[0] == '\0')
    return TRUE;
  if (sum->currency[0] == '\0')
    {
      *sum = *addend;
      return TRUE;
    }
  if (strcmp (sum->currency, addend->currency) != 0
      || __builtin_add_overflow (sum->minor, addend->minor, &total) || total == G_MININT64)
    return FALSE;

  sum->minor = total;
  return TRUE;
}

/**
 * tide_money_negate:
 * @money: (inout): an amount
 *
 * Returns: %FALSE if the result does not fit
 */
gboolean
tide_money_negate (TideMoney *money)
{
  return !__builtin_sub_overflow (0, money->minor, &money->minor);
}

/**
 * tide_money_convert:
 * @money: an amount
 * @rate: what one unit of its currency is worth in units of @currency; above zero
 * @currency: ISO 4217 code of the other currency
 * @converted: (out): the result; no money on failure
 *
 * Converts exactly and rounds once, to the other currency's minor unit, halves away from zero.
 *
 * Returns: %FALSE if a currency is not known, the rate is not above zero or the result does not fit
 */
gboolean
tide_money_convert (const TideMoney *money,
                    const TideDecimal *rate,
                    const char *currency,
                    TideMoney *converted)
{
  int from_digits = tide_currency_get_digits (money->currency);
  int to_digits = tide_currency_get_digits (currency);
  __int128 product;
  int exponent;

  *converted = (TideMoney) { 0 };
  if (from_digits < 0 || to_digits < 0 || !rate->is_set || rate->mantissa <= 0)
    return FALSE;

  product = (__int128) money->minor * rate->mantissa;
  exponent = to_digits - from_digits - rate->scale;
  if (exponent < 0)
    product = divide_rounded (product, power_of_ten ((guint) -exponent));
  else if (__builtin_mul_overflow (product, power_of_ten ((guint) exponent), &product))
    return FALSE;
  if (product > G_MAXINT64 || product < -G_MAXINT64)
    return FALSE;

  converted->minor = (gint64) product;
  g_strlcpy (converted->currency, currency, sizeof converted->currency);
  return TRUE;
}

/* Units --------------------------------------------------------------------------------------- */

static const struct
{
  const char *code;
  guint exponent;
  const char *words[2]; /* between number and currency */
} units[] = {
  [TIDE_UNIT_ONE] = { "one", 0, { "", "" } },
  [TIDE_UNIT_TEN_THOUSAND] = { "ten-thousand", 4, { "10,000", "万" } },
  [TIDE_UNIT_MILLION] = { "million", 6, { "million", "百万" } },
  [TIDE_UNIT_HUNDRED_MILLION] = { "100-million", 8, { "100 million", "亿" } },
  [TIDE_UNIT_BILLION] = { "billion", 9, { "billion", "十亿" } },
};

/* The unit in which @language writes amounts of about the size of @unit. */
static TideUnit
get_written_unit (TideUnit unit, TideLanguage language)
{
  switch (unit)
    {
    case TIDE_UNIT_TEN_THOUSAND:
    case TIDE_UNIT_MILLION:
      return language == TIDE_LANGUAGE_ZH ? TIDE_UNIT_TEN_THOUSAND : TIDE_UNIT_MILLION;
    case TIDE_UNIT_HUNDRED_MILLION:
    case TIDE_UNIT_BILLION:
      return language == TIDE_LANGUAGE_ZH ? TIDE_UNIT_HUNDRED_MILLION : TIDE_UNIT_BILLION;
    case TIDE_UNIT_ONE:
    default:
      return TIDE_UNIT_ONE;
    }
}

/**
 * tide_unit_from_code:
 * @code: (nullable): word of a file
 *
 * Returns: the unit; %TIDE_UNIT_ONE, which is never wrong, for none or one that is not known
 */
TideUnit
tide_unit_from_code (const char *code)
{
  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].code, code) == 0)
      return (TideUnit) i;

  return TIDE_UNIT_ONE;
}

/**
 * tide_unit_prefer:
 * @code: (nullable): word of a unit; %NULL or another word for the unit of each register
 *
 * Chooses the unit in which the whole program shows amounts. Call it on the main thread.
 */
void
tide_unit_prefer (const char *code)
{
  int preferred = NO_UNIT;

  for (gsize i = 0; code != NULL && i < G_N_ELEMENTS (units); i++)
    if (strcmp (units[i].code, code) == 0)
      preferred = (int) i;

  g_atomic_int_set (&preferred_unit, preferred);
}

/**
 * tide_unit_get_shown:
 * @code: (nullable): the unit of a register, as its file has it
 *
 * Returns: the unit in which its amounts are shown: the one chosen with tide_unit_prefer(), else
 *   that of the register
 */
TideUnit
tide_unit_get_shown (const char *code)
{
  const int preferred = g_atomic_int_get (&preferred_unit);

  return preferred != NO_UNIT ? (TideUnit) preferred : tide_unit_from_code (code);
}

/**
 * tide_unit_to_code:
 * @unit: a unit
 *
 * Returns: (transfer none): the word of the file
 */
const char *
tide_unit_to_code (TideUnit unit)
{
  g_return_val_if_fail (unit < G_N_ELEMENTS (units), NULL);

  return units[unit].code;
}

/**
 * tide_unit_get_factor:
 * @unit: a unit
 *
 * Returns: how many units of a currency it is, a power of ten
 */
gint64
tide_unit_get_factor (TideUnit unit)
{
  g_return_val_if_fail (unit < G_N_ELEMENTS (units), 1);

  return (gint64) power_of_ten (units[unit].exponent);
}

/**
 * tide_unit_dup_label:
 * @unit: a unit
 * @currency: ISO 4217 code
 * @language: the language wanted
 *
 * Names a unit for the head of a column or the axis of a chart whose numbers are those of
 * tide_money_dup_number(): `100 million yuan`, `US$ million`, `亿元`, `万美元`.
 *
 * Returns: (transfer full): the label
 */
char *
tide_unit_dup_label (TideUnit unit, const char *currency, TideLanguage language)
{
  const TideCurrency *found = find_currency (currency);
  const char *words;
  const char *name;

  g_return_val_if_fail (unit < G_N_ELEMENTS (units), NULL);

  words = units[unit].words[language == TIDE_LANGUAGE_ZH];
  if (language == TIDE_LANGUAGE_ZH)
    return g_strconcat (words, found != NULL ? found->unit : currency, NULL);
  if (found != NULL && found->suffix != NULL)
    return g_strconcat (words, words[0] != '\0' ? " " : "", found->suffix, NULL);

  name = found != NULL && found->prefix != NULL ? found->prefix : currency;
  return g_strconcat (name, words[0] != '\0' ? " " : "", words, NULL);
}

/* Numbers as text ----------------------------------------------------------------------------- */

/* Writes @digits / 10^@decimals, thousands grouped. */
static char *
dup_grouped (guint64 digits, guint decimals)
{
  guint64 power = (guint64) power_of_ten (decimals);
  g_autofree char *whole = g_strdup_printf ("%" G_GUINT64_FORMAT, digits / power);
  gsize length = strlen (whole);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, whole[i]);
    }
  if (decimals > 0)
    g_string_append_printf (text, ".%0*" G_GUINT64_FORMAT, (int) decimals, digits % power);

  return g_string_free (text, FALSE);
}

static guint64
get_magnitude (const TideMoney *money)
{
  return money->minor < 0 ? -(guint64) money->minor : (guint64) money->minor;
}

static gboolean
is_rounded_to_nothing (guint64 rounded, guint64 exact)
{
  return rounded < 10 && exact > 0;
}

/* The number without its sign, in @unit. */
static char *
dup_magnitude (const TideMoney *money, TideUnit unit)
{
  guint scale = get_digits (money) + units[unit].exponent;
  guint64 exact = get_magnitude (money);
  guint decimals = unit == TIDE_UNIT_ONE ? scale : MIN (USUAL_DECIMALS, scale);
  guint64 rounded = (guint64) divide_rounded (exact, power_of_ten (scale - decimals));

  if (unit == TIDE_UNIT_ONE)
    return exact % (guint64) power_of_ten (scale) == 0
               ? dup_grouped (exact / (guint64) power_of_ten (scale), 0)
               : dup_grouped (exact, scale);

  while (is_rounded_to_nothing (rounded, exact) && decimals < scale)
    {
      decimals++;
      rounded = (guint64) divide_rounded (exact, power_of_ten (scale - decimals));
    }
  while (decimals > 0 && rounded % 10 == 0)
    {
      decimals--;
      rounded /= 10;
    }

  return dup_grouped (rounded, decimals);
}

static char *
dup_with_currency (const TideMoney *money,
                   const char *number,
                   const char *words,
                   TideLanguage language)
{
  const TideCurrency *found = find_currency (money->currency);
  const char *sign = money->minor < 0 ? "-" : "";
  const char *space = words[0] != '\0' ? " " : "";

  if (language == TIDE_LANGUAGE_ZH)
    return g_strconcat (sign, number, words, found != NULL ? found->unit : money->currency, NULL);
  if (found != NULL && found->suffix != NULL)
    return g_strconcat (sign, number, space, words, " ", found->suffix, NULL);
  if (found != NULL && found->prefix != NULL)
    return g_strconcat (sign, found->prefix, number, space, words, NULL);

  return g_strconcat (sign, money->currency, " ", number, space, words, NULL);
}

/**
 * tide_money_dup_text:
 * @money: an amount
 * @unit: the unit wanted
 * @language: the language wanted
 *
 * Writes an amount as a sentence would: `16 billion yuan`, `160亿元`, `US$1.06 billion`. Each
 * language has its own units: in English 10^4 becomes million and 10^8 billion, in Chinese million
 * becomes 万 and billion 亿. At most two digits behind the point, unless fewer than two digits of
 * the amount would remain; independent of the locale.
 *
 * Returns: (transfer full): the text, empty for no money
 */
char *
tide_money_dup_text (const TideMoney *money, TideUnit unit, TideLanguage language)
{
  g_autofree char *number = NULL;
  TideUnit written = get_written_unit (unit, language);

  if (money->currency[0] == '\0')
    return g_strdup ("");

  number = dup_magnitude (money, written);
  return dup_with_currency (money, number, units[written].words[language == TIDE_LANGUAGE_ZH],
                            language);
}

/**
 * tide_money_dup_number:
 * @money: an amount
 * @unit: the unit
 *
 * Writes an amount for a table whose head names the unit (tide_unit_dup_label()): `160`, `1,234.5`.
 * At most two digits behind the point, unless fewer than two digits of the amount would remain.
 *
 * Returns: (transfer full): the number, empty for no money
 */
char *
tide_money_dup_number (const TideMoney *money, TideUnit unit)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (unit < G_N_ELEMENTS (units), NULL);

  if (money->currency[0] == '\0')
    return g_strdup ("");

  number = dup_magnitude (money, unit);
  return g_strconcat (money->minor < 0 ? "-" : "", number, NULL);
}

/**
 * tide_money_dup_exact:
 * @money: an amount
 * @language: the language wanted
 *
 * Writes all digits: `CNY 16,000,000,000.00`, `16,000,000,000.00元`.
 *
 * Returns: (transfer full): the text, empty for no money
 */
char *
tide_money_dup_exact (const TideMoney *money, TideLanguage language)
{
  g_autofree char *number = NULL;
  const char *sign = money->minor < 0 ? "-" : "";

  if (money->currency[0] == '\0')
    return g_strdup ("");

  number = dup_grouped (get_magnitude (money), get_digits (money));
  if (language == TIDE_LANGUAGE_ZH)
    return dup_with_currency (money, number, "", language);

  return g_strconcat (money->currency, " ", sign, number, NULL);
}
