/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-amount-text.h"

#include <string.h>

/* 1,000 trillion, so that thousands of them add up to what #TideMoney holds. More than all the
 * world makes in a year is a slip of the unit. */
#define AMOUNT_MOST G_GINT64_CONSTANT (1000000000000000)

/*
 * amount   = "(" signed ")" | signed
 * signed   = [sign] [currency] [sign] number [scale] { integer scale } [currency] [currency]
 * sign     = "+" | "-", or what Chinese ledgers write for them
 * number   = digits, grouped in thousands by one of , ' or space, or not at all; point, digits
 *
 * The text is folded first (Unicode NFKC, lower case), so that full-width characters and no-break
 * spaces need no thought here.
 */

typedef struct
{
  const char *word;
  const char *currency;
} TideCurrencyWord;

/* Words for currencies besides their codes, folded; a longer word before its own beginning. */
static const TideCurrencyWord currency_words[] = {
  { "us dollars", "USD" }, { "us dollar", "USD" }, { "u.s. dollars", "USD" },
  { "dollars", "USD" },    { "dollar", "USD" },    { "u.s.$", "USD" },
  { "us$", "USD" },        { "美元", "USD" },      { "美金", "USD" },
  { "hk dollars", "HKD" }, { "hk$", "HKD" },       { "港元", "HKD" },
  { "港币", "HKD" },       { "nt$", "TWD" },       { "新台币", "TWD" },
  { "s$", "SGD" },         { "新加坡元", "SGD" },  { "新元", "SGD" },
  { "a$", "AUD" },         { "澳元", "AUD" },      { "c$", "CAD" },
  { "加元", "CAD" },       { "$", "USD" },         { "元人民币", "CNY" },
  { "人民币元", "CNY" },   { "人民币", "CNY" },    { "renminbi", "CNY" },
  { "rmb", "CNY" },        { "yuan", "CNY" },      { "cn¥", "CNY" },
  { "元", "CNY" },         { "euros", "EUR" },     { "euro", "EUR" },
  { "€", "EUR" },          { "欧元", "EUR" },      { "pounds", "GBP" },
  { "£", "GBP" },          { "英镑", "GBP" },      { "日元", "JPY" },
  { "yen", "JPY" },        { "韩元", "KRW" },      { "₩", "KRW" },
  { "won", "KRW" },        { "瑞士法郎", "CHF" },  { "卢布", "RUB" },
  { "₹", "INR" },
};

/* Powers of ten; a longer word before its own beginning. */
static const struct
{
  const char *word;
  guint exponent;
} scale_words[] = {
  { "万亿", 12 },
  { "千亿", 11 },
  { "百亿", 10 },
  { "十亿", 9 },
  { "亿", 8 },
  { "千万", 7 },
  { "百万", 6 },
  { "十万", 5 },
  { "万", 4 },
  { "千", 3 },
  { "hundred million", 8 },
  { "ten thousand", 4 },
  { "trillions", 12 },
  { "trillion", 12 },
  { "billions", 9 },
  { "billion", 9 },
  { "millions", 6 },
  { "million", 6 },
  { "thousands", 3 },
  { "thousand", 3 },
  { "crores", 7 },
  { "crore", 7 },
  { "lakhs", 5 },
  { "lakh", 5 },
  { "trn", 12 },
  { "tn", 12 },
  { "bn", 9 },
  { "mrd", 9 },
  { "mln", 6 },
  { "mio", 6 },
  { "mn", 6 },
  { "b", 9 },
  { "m", 6 },
  { "k", 3 },
};

/* What has been read so far. */
typedef struct
{
  const char *p;       /* the rest of the text */
  const char *offered; /* the default currency, or NULL */
  char currency[4];    /* the one that was written, or empty */
  __int128 digits;     /* all digits as an integer */
  guint decimals;      /* how many of them stand behind the point */
  gboolean is_negative;
  gboolean is_out_of_range;
} TideScan;

static void
skip_space (TideScan *scan)
{
  while (*scan->p == ' ')
    scan->p++;
}

static gboolean
take_word (TideScan *scan, const char *word)
{
  gsize length = strlen (word);

  if (strncmp (scan->p, word, length) != 0)
    return FALSE;
  /* "m" must not be the beginning of another word, "m元" and "m." are fine. */
  if (g_ascii_isalpha (word[length - 1]) && g_ascii_isalpha (scan->p[length]))
    return FALSE;

  scan->p += length;
  skip_space (scan);
  return TRUE;
}

static gboolean
take_one_of (TideScan *scan, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (take_word (scan, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
take_sign (TideScan *scan)
{
  static const char *const minus[] = { "-", "−", "减资", "减少", "核减", NULL };
  static const char *const plus[] = { "+", "增资", "增加", "追加", NULL };
  const gboolean is_minus = take_one_of (scan, minus);

  if (is_minus)
    scan->is_negative = !scan->is_negative;

  return is_minus || take_one_of (scan, plus);
}

/* A code ("usd160m" too, so that letters behind it do not matter). */
static const char *
take_currency_code (TideScan *scan)
{
  const char *const *codes = tide_currency_list ();

  for (gsize i = 0; codes[i] != NULL; i++)
    if (g_ascii_strncasecmp (scan->p, codes[i], 3) == 0 && !g_ascii_isalpha (scan->p[3]))
      {
        scan->p += 3;
        skip_space (scan);
        return codes[i];
      }

  return NULL;
}

static const char *
take_currency_word (TideScan *scan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (currency_words); i++)
    if (take_word (scan, currency_words[i].word))
      return currency_words[i].currency;

  /* One sign for yuan and yen: the register's currency decides. */
  if (take_word (scan, "¥"))
    return g_strcmp0 (scan->offered, "JPY") == 0 ? "JPY" : "CNY";

  return NULL;
}

/* Reads a currency if there is one; FALSE if it contradicts an earlier one. */
static gboolean
read_currency (TideScan *scan)
{
  const char *currency = take_currency_word (scan);

  if (currency == NULL)
    currency = take_currency_code (scan);
  if (currency == NULL)
    return TRUE;
  if (scan->currency[0] != '\0' && strcmp (scan->currency, currency) != 0)
    return FALSE;

  g_strlcpy (scan->currency, currency, sizeof scan->currency);
  return TRUE;
}

static void
add_digit (TideScan *scan)
{
  if (scan->digits > G_MAXINT64)
    scan->is_out_of_range = TRUE;
  else
    scan->digits = scan->digits * 10 + (*scan->p - '0');
  scan->p++;
}

static guint
read_digits (TideScan *scan)
{
  guint n = 0;

  for (; g_ascii_isdigit (*scan->p); n++)
    add_digit (scan);

  return n;
}

static gboolean
is_group (const char *p, char separator)
{
  return p[0] == separator && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2])
         && g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]);
}

/* FALSE for no number, or one whose separators leave its value in doubt. */
static gboolean
read_number (TideScan *scan)
{
  guint n = read_digits (scan);
  char separator = *scan->p;

  if (n == 0)
    return FALSE;
  if (n <= 3 && separator != '\0' && strchr (",' ", separator) != NULL)
    while (is_group (scan->p, separator))
      {
        scan->p++;
        read_digits (scan);
      }
  if (*scan->p == '.')
    {
      scan->p++;
      scan->decimals = read_digits (scan);
      if (scan->decimals == 0)
        return FALSE;
    }
  if (*scan->p == '.' || *scan->p == ',' || *scan->p == '\'')
    return FALSE;

  skip_space (scan);
  return TRUE;
}

static gboolean
take_scale (TideScan *scan, guint *exponent)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scale_words); i++)
    if (take_word (scan, scale_words[i].word))
      {
        *exponent = scale_words[i].exponent;
        /* "bn." and "m." are written too. */
        if (g_ascii_isalpha (scale_words[i].word[0]) && take_word (scan, "."))
          skip_space (scan);
        return TRUE;
      }

  *exponent = 0;
  return FALSE;
}

/* "1亿2000万": whole numbers of ever smaller units, gathered as digits of the smallest. */
static gboolean
read_smaller_parts (TideScan *scan, guint *exponent)
{
  while (g_ascii_isdigit (*scan->p))
    {
      TideScan part = { .p = scan->p };
      guint smaller;

      if (scan->decimals > 0 || *exponent == 0 || !read_number (&part) || part.decimals > 0
          || !take_scale (&part, &smaller) || smaller >= *exponent)
        return FALSE;

      scan->is_out_of_range |= part.is_out_of_range || scan->digits > G_MAXINT64;
      if (!scan->is_out_of_range)
        {
          for (guint i = smaller; i < *exponent; i++)
            scan->digits *= 10;
          scan->digits += part.digits;
        }
      scan->p = part.p;
      *exponent = smaller;
    }

  return TRUE;
}

/* The whole text; FALSE if it is not an amount. */
static gboolean
read_amount (TideScan *scan, guint *exponent)
{
  gboolean in_brackets = take_word (scan, "(");
  gboolean has_sign;

  scan->is_negative = in_brackets;
  has_sign = take_sign (scan);
  if (!read_currency (scan))
    return FALSE;
  has_sign = (!has_sign && take_sign (scan)) || has_sign;
  if ((in_brackets && has_sign) || !read_number (scan))
    return FALSE;

  take_scale (scan, exponent);
  if (!read_smaller_parts (scan, exponent) || !read_currency (scan) || !read_currency (scan))
    return FALSE;
  if (in_brackets && !take_word (scan, ")"))
    return FALSE;

  return *scan->p == '\0';
}

/* Digits and their power of ten as a decimal; FALSE if it does not fit. */
static gboolean
make_decimal (__int128 digits, int exponent, TideDecimal *decimal)
{
  for (; exponent > 0; exponent--)
    {
      digits *= 10;
      if (digits > G_MAXINT64)
        return FALSE;
    }
  if (digits > G_MAXINT64 || exponent < -TIDE_DECIMAL_MAX_SCALE)
    return FALSE;

  decimal->mantissa = (gint64) digits;
  decimal->scale = (guint8) -exponent;
  decimal->is_set = TRUE;
  return TRUE;
}

static TideAmountResult
finish_reading (TideScan *scan, guint scale, TideAmountReading *reading)
{
  int exponent = (int) scale - (int) scan->decimals;
  int digits = tide_currency_get_digits (reading->currency);
  TideMoney money;

  if (scan->is_out_of_range)
    return TIDE_AMOUNT_OUT_OF_RANGE;

  /* Zeros beyond the minor unit say nothing. */
  while (digits >= 0 && exponent < -digits && scan->digits % 10 == 0)
    {
      scan->digits /= 10;
      exponent++;
    }
  if (digits >= 0 && exponent < -digits)
    return TIDE_AMOUNT_TOO_PRECISE;
  if (!make_decimal (scan->digits, exponent, &reading->value)
      || !make_decimal (1, exponent, &reading->precision)
      || (digits >= 0 && !tide_money_init (&money, &reading->value, reading->currency)))
    return TIDE_AMOUNT_OUT_OF_RANGE;

  if (scan->is_negative)
    reading->value.mantissa = -reading->value.mantissa;
  return TIDE_AMOUNT_OK;
}

/* Full-width characters to ASCII, any space to one, lower case. */
static char *
dup_folded (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *trimmed = normal != NULL ? tide_text_normalise (normal) : NULL;
  GString *folded;

  if (trimmed == NULL)
    return NULL;

  folded = g_string_new (NULL);
  for (const char *p = trimmed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (folded, c < 0x80 ? (gunichar) g_ascii_tolower ((char) c) : c);
      else if (folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }

  return g_string_free (folded, FALSE);
}

/**
 * tide_amount_text_read:
 * @text: what a person typed or a cell holds: `160亿`, `16 bn`, `US$1.06bn`, `1,600,000万元`, …
 * @default_currency: (nullable): ISO 4217 code, taken where the text names no currency
 * @reading: (out): what it means; cleared unless the result is %TIDE_AMOUNT_OK
 *
 * Understands an amount of money. The point is the decimal point in every locale; a comma or space
 * groups thousands. Brackets and `减资` mean a negative amount. `$` alone is the US dollar and `¥`
 * the yuan, or the yen where that is the default. Two currencies on one number, and separators that
 * leave the value in doubt, are refused.
 *
 * Returns: %TIDE_AMOUNT_TOO_PRECISE for more digits than the currency's minor unit has,
 *   %TIDE_AMOUNT_OUT_OF_RANGE for an amount that #TideMoney cannot hold
 */
TideAmountResult
tide_amount_text_read (const char *text, const char *default_currency, TideAmountReading *reading)
{
  g_autofree char *folded = text != NULL ? dup_folded (text) : NULL;
  TideScan scan = { .p = folded, .offered = default_currency };
  TideAmountResult result;
  guint exponent = 0;

  *reading = (TideAmountReading) { 0 };
  if (folded == NULL)
    return TIDE_AMOUNT_EMPTY;
  if (!read_amount (&scan, &exponent))
    return TIDE_AMOUNT_UNREADABLE;

  reading->has_currency = scan.currency[0] != '\0';
  if (reading->has_currency)
    g_strlcpy (reading->currency, scan.currency, sizeof reading->currency);
  else if (default_currency != NULL)
    g_strlcpy (reading->currency, default_currency, sizeof reading->currency);

  result = finish_reading (&scan, exponent, reading);
  if (result != TIDE_AMOUNT_OK)
    *reading = (TideAmountReading) { 0 };
  return result;
}

/**
 * tide_amount_is_too_large:
 * @value: how many units of a currency, or of anything else that a register measures
 *
 * Returns: whether it is above 10^15 or below -10^15, which forms do not take
 */
gboolean
tide_amount_is_too_large (const TideDecimal *value)
{
  const TideDecimal most = { .mantissa = AMOUNT_MOST, .is_set = TRUE };
  const TideDecimal least = { .mantissa = -AMOUNT_MOST, .is_set = TRUE };

  return tide_decimal_compare (value, &most) > 0 || tide_decimal_compare (value, &least) < 0;
}
