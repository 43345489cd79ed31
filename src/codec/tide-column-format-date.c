/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format-private.h"

#include <string.h>

/* Years in which a row of digits may be meant as a date. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100

/* Days since 1899-12-30, as spreadsheets count them, from 1954 to 2118. */
#define FIRST_SERIAL_DAY 20000
#define LAST_SERIAL_DAY 80000

/* Groups of digits with one sign between them, and a time behind them. */
typedef struct
{
  guint values[3];
  guint lengths[3];
  guint n;
  char separator;
} Digits;

/* A time of day behind a day: "T08:30:00", " 8:30 AM", " 00:00:00.000Z". */
static gboolean
is_time (const char *p)
{
  if (*p != ' ' && *p != 'T')
    return FALSE;
  p++;

  return g_ascii_isdigit (*p) && strchr (p, ':') != NULL
         && strspn (p, "0123456789:.+-Z AMPamp") == strlen (p);
}

static const char *
skip_space (const char *p)
{
  return *p == ' ' ? p + 1 : p;
}

static gboolean
take_number (Digits *digits, const char **p)
{
  guint value = 0;
  guint n = 0;

  for (; g_ascii_isdigit ((*p)[n]); n++)
    if (n < 9)
      value = value * 10 + (guint) ((*p)[n] - '0');
  if (n == 0 || n > 8)
    return FALSE;

  digits->values[digits->n] = value;
  digits->lengths[digits->n++] = n;
  *p += n;
  return TRUE;
}

/* The sign before the next number; FALSE where there is none. */
static gboolean
take_separator (Digits *digits, const char **p)
{
  const char *sign = skip_space (*p);

  if (*sign == '\0' || strchr ("-/.", *sign) == NULL
      || (digits->separator != 0 && digits->separator != *sign))
    return FALSE;

  digits->separator = *sign;
  *p = skip_space (sign + 1);
  return TRUE;
}

static gboolean
take_digits (Digits *digits, const char *p)
{
  *digits = (Digits) { 0 };
  do
    if (!take_number (digits, &p))
      return FALSE;
  while (digits->n < 3 && take_separator (digits, &p));

  return *p == '\0' || (digits->n == 3 && is_time (p));
}

static gboolean
is_year (guint value)
{
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/* 20230815 or 202308 */
static TideDateForm
split_digits (TideColumnDate *date, guint value, guint length)
{
  date->n_parts = length == 8 ? 3 : 2;
  date->parts[0] = length == 8 ? value / 10000 : value / 100;
  date->parts[1] = length == 8 ? value / 100 % 100 : value % 100;
  date->parts[2] = length == 8 ? value % 100 : 0;

  return is_year (date->parts[0]) && date->parts[1] >= 1 && date->parts[1] <= 12
                 && (length == 6 || (date->parts[2] >= 1 && date->parts[2] <= 31))
             ? TIDE_DATE_FORM_CALENDAR
             : TIDE_DATE_FORM_NONE;
}

static TideDateForm
judge_one (TideColumnDate *date, const Digits *digits)
{
  date->n_parts = 1;
  date->parts[0] = digits->values[0];
  if (digits->lengths[0] == 4)
    return is_year (digits->values[0]) ? TIDE_DATE_FORM_CALENDAR : TIDE_DATE_FORM_NONE;
  if (digits->lengths[0] == 8 || digits->lengths[0] == 6)
    return split_digits (date, digits->values[0], digits->lengths[0]);

  return TIDE_DATE_FORM_NONE;
}

/* 2023-08 or 8/2023 */
static TideDateForm
judge_two (TideColumnDate *date, const Digits *digits)
{
  const guint year = digits->lengths[0] == 4 ? 0 : 1;

  date->n_parts = 2;
  date->parts[0] = digits->values[year];
  date->parts[1] = digits->values[1 - year];
  if (digits->lengths[year] != 4 || digits->lengths[1 - year] > 2)
    return TIDE_DATE_FORM_NONE;
  if (digits->separator == '.')
    return is_year (date->parts[0]) ? TIDE_DATE_FORM_CALENDAR : TIDE_DATE_FORM_NONE;

  return TIDE_DATE_FORM_PLAIN;
}

/* Which of the first two is the day, where the year stands last. */
static TideDateForm
judge_order (const Digits *digits)
{
  const guint first = digits->values[0];
  const guint second = digits->values[1];

  if (first == second)
    return TIDE_DATE_FORM_PLAIN;
  if (first > 12)
    return TIDE_DATE_FORM_DAY_FIRST;
  if (second > 12)
    return TIDE_DATE_FORM_MONTH_FIRST;

  return digits->separator == '.' ? TIDE_DATE_FORM_DOTTED : TIDE_DATE_FORM_EITHER;
}

static TideDateForm
judge_three (TideColumnDate *date, const Digits *digits)
{
  const gboolean begins = digits->lengths[0] == 4;
  const guint year = begins ? 0 : 2;

  date->n_parts = 3;
  date->parts[0] = digits->values[year];
  date->parts[1] = digits->values[begins ? 1 : 0];
  date->parts[2] = digits->values[begins ? 2 : 1];
  if (digits->lengths[year] != 4 || digits->lengths[1] > 2 || digits->lengths[2 - year] > 2)
    return TIDE_DATE_FORM_NONE;

  return begins ? TIDE_DATE_FORM_PLAIN : judge_order (digits);
}

static gboolean
judge (TideColumnDate *date, const Digits *digits)
{
  if (digits->n == 1)
    date->form = judge_one (date, digits);
  else if (digits->n == 2)
    date->form = judge_two (date, digits);
  else
    date->form = judge_three (date, digits);

  return date->form != TIDE_DATE_FORM_NONE;
}

/*
 * tide_column_date_scan:
 * @date: (out): what is found
 * @folded: a folded cell
 *
 * Looks at a date in nothing but digits and signs, maybe with a time behind it, and at what it
 * proves of the order of day and month.
 *
 * Returns: whether it is one
 */
gboolean
tide_column_date_scan (TideColumnDate *date, const char *folded)
{
  Digits digits;

  date->form = TIDE_DATE_FORM_NONE;

  return take_digits (&digits, folded) && judge (date, &digits);
}

/* Puts the day behind the month, where the year stands last. */
static TideCellReason
settle (TideColumnDate *date, TideDateOrder order)
{
  const gboolean is_day_first
      = date->form == TIDE_DATE_FORM_DAY_FIRST
        || (date->form == TIDE_DATE_FORM_DOTTED && order != TIDE_DATE_ORDER_MONTH_FIRST)
        || (date->form == TIDE_DATE_FORM_EITHER && order == TIDE_DATE_ORDER_DAY_FIRST);

  if (date->form == TIDE_DATE_FORM_EITHER && order == TIDE_DATE_ORDER_EACH)
    return TIDE_CELL_REASON_EITHER_DATE;
  if ((date->form == TIDE_DATE_FORM_DAY_FIRST && order == TIDE_DATE_ORDER_MONTH_FIRST)
      || (date->form == TIDE_DATE_FORM_MONTH_FIRST && order == TIDE_DATE_ORDER_DAY_FIRST))
    return TIDE_CELL_REASON_UNREAL_DATE;

  if (is_day_first)
    {
      const guint day = date->parts[1];

      date->parts[1] = date->parts[2];
      date->parts[2] = day;
    }
  return TIDE_CELL_REASON_NONE;
}

static TideCellReason
make_date (const TideColumnDate *parts, TideDate *date)
{
  char text[TIDE_DATE_TEXT_SIZE];

  if (parts->n_parts == 1)
    g_snprintf (text, sizeof text, "%04u", parts->parts[0]);
  else if (parts->n_parts == 2)
    g_snprintf (text, sizeof text, "%04u-%02u", parts->parts[0], parts->parts[1]);
  else
    g_snprintf (text, sizeof text, "%04u-%02u-%02u", parts->parts[0], parts->parts[1],
                parts->parts[2]);
  if (tide_date_parse (text, FALSE, date) && tide_date_is_real (date))
    return TIDE_CELL_REASON_NONE;

  *date = (TideDate) { 0 };
  return TIDE_CELL_REASON_UNREAL_DATE;
}

/* Strokes and hyphens beside letters as spaces, "15-Aug-2023"; but for those of quarters. */
static void
spread_words (char *words)
{
  if (strpbrk (words, "QqHh") == NULL)
    g_strdelimit (words, "-/", ' ');
}

/* Nor does a day end with the time of it. */
static void
drop_time (char *words)
{
  char *space = strrchr (words, ' ');

  if (space != NULL && is_time (space))
    *space = '\0';
}

static gboolean
has_letters (const char *folded)
{
  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalpha (*p))
      return TRUE;

  return FALSE;
}

/*
 * tide_column_date_recognise:
 * @folded: a folded cell
 * @date: (out): the date; unset on failure
 *
 * Understands dates with words, maybe with a time behind them: `2023年8月`, `15-Aug-2023`, `Q3
 * 2023`.
 *
 * Returns: whether it is one
 */
gboolean
tide_column_date_recognise (const char *folded, TideDate *date)
{
  char words[TIDE_FOLDED_CELL_SIZE];

  if (tide_date_recognise (folded, date))
    return TRUE;

  g_strlcpy (words, folded, sizeof words);
  if (strchr (folded, ':') != NULL)
    drop_time (words);
  if (has_letters (words))
    spread_words (words);
  return strcmp (words, folded) != 0 && tide_date_recognise (words, date);
}

/* Whether it would be a date with the first two digits of the year put before @p. */
static gboolean
is_date_with_century (const char *folded, const char *p)
{
  g_autofree char *text = g_strdup_printf ("%.*s20%s", (int) (p - folded), folded, p);
  TideColumnDate scan;
  TideDate date;

  return tide_column_date_scan (&scan, text) || tide_column_date_recognise (text, &date);
}

/* 15/08/23, Aug-23, 15 Aug '23, 23年8月 */
static gboolean
has_short_year (const char *folded)
{
  const gsize length = strlen (folded);
  const char *last = folded + (length > 2 ? length - 2 : 0);

  if (last > folded && last[-1] == '\'')
    {
      g_autofree char *plain = g_strdup_printf ("%.*s%s", (int) (last - folded - 1), folded, last);

      return has_short_year (plain);
    }
  if (length > 2 && g_ascii_isdigit (last[0]) && g_ascii_isdigit (last[1])
      && !g_ascii_isdigit (last[-1]) && is_date_with_century (folded, last))
    return TRUE;

  return g_ascii_isdigit (folded[0]) && g_ascii_isdigit (folded[1]) && !g_ascii_isdigit (folded[2])
         && is_date_with_century (folded, folded);
}

/* 2023年上半年, 2023H1, H2 2023 */
static gboolean
is_half_year (const char *folded)
{
  const char *letter = strpbrk (folded, "Hh");

  if (strstr (folded, "半年") != NULL)
    return TRUE;

  return letter != NULL && (letter[1] == '1' || letter[1] == '2')
         && strspn (folded, "0123456789Hh -/.") == strlen (folded);
}

static gboolean
is_serial_day (const char *folded)
{
  const gsize n = strspn (folded, "0123456789");
  const guint64 value = g_ascii_strtoull (folded, NULL, 10);

  return n == 5 && (folded[n] == '\0' || folded[n] == '.') && value >= FIRST_SERIAL_DAY
         && value <= LAST_SERIAL_DAY;
}

static TideCellReason
blame (const char *folded)
{
  if (is_half_year (folded))
    return TIDE_CELL_REASON_HALF_YEAR;
  if (is_serial_day (folded))
    return TIDE_CELL_REASON_SERIAL_DAY;

  return has_short_year (folded) ? TIDE_CELL_REASON_SHORT_YEAR : TIDE_CELL_REASON_NO_DATE;
}

/* A number of a spreadsheet has lost the zero of 2023.10. */
static gboolean
has_lost_zero (TideCellKind kind, const char *folded)
{
  return kind == TIDE_CELL_NUMBER && strlen (folded) == strlen ("2023.1")
         && g_str_has_suffix (folded, ".1");
}

/*
 * tide_column_format_read_date:
 * @self: the format of a column of dates
 * @kind: what the file says that the cell is
 * @folded: the cell, folded
 * @date: (out): the date; unset on failure
 *
 * Returns: why it cannot be read
 */
TideCellReason
tide_column_format_read_date (const TideColumnFormat *self,
                              TideCellKind kind,
                              const char *folded,
                              TideDate *date)
{
  TideColumnDate scan;
  TideCellReason reason;

  *date = (TideDate) { 0 };
  if (kind == TIDE_CELL_BOOLEAN || kind == TIDE_CELL_PERCENT
      || strpbrk (folded, "0123456789") == NULL)
    return TIDE_CELL_REASON_NO_DATE;
  if (!tide_column_date_scan (&scan, folded))
    return tide_column_date_recognise (folded, date) ? TIDE_CELL_REASON_NONE : blame (folded);
  if (has_lost_zero (kind, folded))
    return TIDE_CELL_REASON_LOST_ZERO;

  reason = settle (&scan, self->date_order);
  return reason != TIDE_CELL_REASON_NONE ? reason : make_date (&scan, date);
}
