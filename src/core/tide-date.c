/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-date.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (TideDate, tide_date, tide_date_copy, tide_date_free)

/* What people write. Groups: y year, m month, d day, q quarter, n name of a month. */
static const char *const patterns[] = {
  "^(?<y>[0-9]{4}) ?年?$",
  "^(?<y>[0-9]{4})(?: ?[-/.] ?| ?年 ?)(?<m>[0-9]{1,2}) ?月?$",
  "^(?<y>[0-9]{4}) ?([-/.]) ?(?<m>[0-9]{1,2}) ?\\2 ?(?<d>[0-9]{1,2})$",
  "^(?<y>[0-9]{4}) ?年 ?(?<m>[0-9]{1,2}) ?月 ?(?<d>[0-9]{1,2}) ?[日号]?$",
  "^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$",
  "^(?<y>[0-9]{4})[-/. ]?Q(?<q>[1-4])$",
  "^Q(?<q>[1-4])[-/. ]?(?<y>[0-9]{4})$",
  "^(?<y>[0-9]{4}) ?年? ?第? ?(?<q>[1-4一二三四]) ?季度?$",
  "^(?<n>[a-z]{3,9})\\.?,? (?<y>[0-9]{4})$",
  "^(?<d>[0-9]{1,2})(?:st|nd|rd|th)? (?<n>[a-z]{3,9})\\.?,? (?<y>[0-9]{4})$",
  "^(?<n>[a-z]{3,9})\\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>[0-9]{4})$",
};

static const char *const month_names[]
    = { "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december" };

static gboolean
is_leap_year (guint year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static guint
get_days_in_month (guint year, guint month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap_year (year) ? 29 : days[month - 1];
}

/* Days since the day before 0001-01-01, as GDate counts them. */
static guint32
get_julian (guint year, guint month, guint day)
{
  static const guint16 days_before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
  guint past = year - 1;
  guint leap = month > 2 && is_leap_year (year) ? 1 : 0;

  return past * 365 + past / 4 - past / 100 + past / 400 + days_before[month - 1] + leap
         + MIN (day, get_days_in_month (year, month));
}

/* Exactly @n digits; moves @text behind them. */
static gboolean
take_digits (const char **text, guint n, guint min, guint max, guint *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *value = *value * 10 + (guint) ((*text)[i] - '0');
    }

  *text += n;
  return *value >= min && *value <= max;
}

static gboolean
take_char (const char **text, char wanted)
{
  if (**text != wanted)
    return FALSE;

  (*text)++;
  return TRUE;
}

static void
init_parts (TideDate *date, guint year, guint quarter, guint month, guint day)
{
  date->year = (gint16) year;
  date->quarter = (guint8) quarter;
  date->month = (guint8) month;
  date->day = (guint8) day;
  date->precision = day > 0       ? TIDE_PRECISION_DAY
                    : month > 0   ? TIDE_PRECISION_MONTH
                    : quarter > 0 ? TIDE_PRECISION_QUARTER
                                  : TIDE_PRECISION_YEAR;
}

static gpointer
compile_patterns (gpointer data)
{
  GRegex **expressions = g_new0 (GRegex *, G_N_ELEMENTS (patterns));

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      expressions[i] = g_regex_new (patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE,
                                    G_REGEX_MATCH_DEFAULT, NULL);
      g_assert (expressions[i] != NULL);
    }

  return expressions;
}

static guint
fetch_number (GMatchInfo *match, const char *group)
{
  static const char *const quarters[] = { "一", "二", "三", "四" };
  g_autofree char *text = g_match_info_fetch_named (match, group);

  if (text == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (quarters); i++)
    if (strcmp (text, quarters[i]) == 0)
      return i + 1;

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

/* The month, 0 where the pattern has none, 13 where the word is no month. */
static guint
fetch_month (GMatchInfo *match)
{
  g_autofree char *digits = g_match_info_fetch_named (match, "m");
  g_autofree char *name = g_match_info_fetch_named (match, "n");

  if (digits != NULL)
    {
      guint month = (guint) g_ascii_strtoull (digits, NULL, 10);

      return month == 0 ? 13 : month;
    }
  if (name == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    {
      gsize length = strlen (name);

      if (g_ascii_strcasecmp (name, "sept") == 0
              ? i == 8
              : (length == 3 || length == strlen (month_names[i]))
                    && g_ascii_strncasecmp (name, month_names[i], length) == 0)
        return i + 1;
    }

  return 13;
}

static gboolean
read_match (GMatchInfo *match, TideDate *date)
{
  guint year = fetch_number (match, "y");
  guint month = fetch_month (match);
  g_autofree char *day_text = g_match_info_fetch_named (match, "d");
  guint day = fetch_number (match, "d");

  if (year == 0 || month > 12 || day > 31 || (day_text != NULL && day == 0))
    return FALSE;

  init_parts (date, year, fetch_number (match, "q"), month, day);
  if (tide_date_is_real (date))
    return TRUE;

  *date = (TideDate) { 0 };
  return FALSE;
}

/**
 * tide_date_copy:
 * @date: a date
 *
 * Returns: (transfer full): a copy
 */
TideDate *
tide_date_copy (const TideDate *date)
{
  return g_memdup2 (date, sizeof *date);
}

/**
 * tide_date_free:
 * @date: (transfer full): a date
 */
void
tide_date_free (TideDate *date)
{
  g_free (date);
}

/**
 * tide_date_parse:
 * @text: `2023`, `2023-08`, `2023-08-15`, or `2023-Q3`
 * @allow_quarter: whether quarters are allowed
 * @date: (out): where the date goes; unset on failure
 *
 * Reads a date as files hold it. A day up to 31 that its month does not have is read as written;
 * tide_date_is_real() tells.
 *
 * Returns: whether @text is a date
 */
gboolean
tide_date_parse (const char *text, gboolean allow_quarter, TideDate *date)
{
  guint year;
  guint quarter = 0;
  guint month = 0;
  guint day = 0;

  *date = (TideDate) { 0 };
  if (!take_digits (&text, 4, 1, 9999, &year))
    return FALSE;
  if (take_char (&text, '-'))
    {
      if (allow_quarter && take_char (&text, 'Q'))
        {
          if (!take_digits (&text, 1, 1, 4, &quarter))
            return FALSE;
        }
      else if (!take_digits (&text, 2, 1, 12, &month))
        return FALSE;
      else if (take_char (&text, '-') && !take_digits (&text, 2, 1, 31, &day))
        return FALSE;
    }
  if (*text != '\0')
    return FALSE;

  init_parts (date, year, quarter, month, day);
  return TRUE;
}

/**
 * tide_date_recognise:
 * @text: what a person typed: `2023年8月`, `2023/8/15`, `2023.8`, `Aug 2023`, `2023年第三季度`, …
 * @date: (out): where the date goes; unset on failure
 *
 * Understands a date with the year written in four digits; full-width digits are digits. An
 * all-digit date with the year last is refused, as nobody can tell the day from the month.
 *
 * Returns: whether @text is a date that exists
 */
gboolean
tide_date_recognise (const char *text, TideDate *date)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *folded = NULL;
  g_autofree char *trimmed = NULL;
  GRegex **expressions;

  *date = (TideDate) { 0 };
  folded = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  trimmed = folded != NULL ? tide_text_normalise (folded) : NULL;
  if (trimmed == NULL)
    return FALSE;

  expressions = g_once (&once, compile_patterns, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (expressions[i], trimmed, G_REGEX_MATCH_DEFAULT, &match))
        return read_match (match, date);
    }

  return FALSE;
}

/**
 * tide_date_format:
 * @date: a date
 * @buffer: where the text goes
 * @size: size of @buffer, at least %TIDE_DATE_TEXT_SIZE
 *
 * Writes a date as files hold it; nothing for an unset one.
 *
 * Returns: (transfer none): @buffer
 */
const char *
tide_date_format (const TideDate *date, char *buffer, gsize size)
{
  switch ((TidePrecision) date->precision)
    {
    case TIDE_PRECISION_YEAR:
      g_snprintf (buffer, size, "%04u", (guint) date->year);
      break;
    case TIDE_PRECISION_QUARTER:
      g_snprintf (buffer, size, "%04u-Q%u", (guint) date->year, date->quarter);
      break;
    case TIDE_PRECISION_MONTH:
      g_snprintf (buffer, size, "%04u-%02u", (guint) date->year, date->month);
      break;
    case TIDE_PRECISION_DAY:
      g_snprintf (buffer, size, "%04u-%02u-%02u", (guint) date->year, date->month, date->day);
      break;
    case TIDE_PRECISION_NONE:
    default:
      buffer[0] = '\0';
      break;
    }

  return buffer;
}

/**
 * tide_date_dup_text:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): the text of a file, %NULL for an unset date
 */
char *
tide_date_dup_text (const TideDate *date)
{
  char buffer[TIDE_DATE_TEXT_SIZE];

  if (!tide_date_is_set (date))
    return NULL;

  return g_strdup (tide_date_format (date, buffer, sizeof buffer));
}

/**
 * tide_date_dup_label:
 * @date: a date
 * @language: language of the person
 *
 * Returns: (transfer full): a year or a quarter as it is called; any other date as files hold it
 */
char *
tide_date_dup_label (const TideDate *date, TideLanguage language)
{
  static const char *const quarters[] = { "", "一", "二", "三", "四" };
  char buffer[TIDE_DATE_TEXT_SIZE];

  if (date->precision == TIDE_PRECISION_QUARTER && language == TIDE_LANGUAGE_ZH)
    return g_strdup_printf ("%04d年第%s季度", date->year, quarters[date->quarter]);
  if (date->precision == TIDE_PRECISION_QUARTER)
    return g_strdup_printf ("Q%u %04d", date->quarter, date->year);
  if (date->precision == TIDE_PRECISION_YEAR && language == TIDE_LANGUAGE_ZH)
    return g_strdup_printf ("%04d年", date->year);

  return g_strdup (tide_date_format (date, buffer, sizeof buffer));
}

/**
 * tide_date_is_real:
 * @date: a date
 *
 * Returns: whether it is set and exists in the calendar
 */
gboolean
tide_date_is_real (const TideDate *date)
{
  return tide_date_is_set (date)
         && (date->precision != TIDE_PRECISION_DAY
             || date->day <= get_days_in_month ((guint) date->year, date->month));
}

/**
 * tide_date_get_first_day:
 * @date: a date
 *
 * Returns: the first day it may mean, counted as g_date_get_julian() does; 0 if unset. For a day
 *   that does not exist, the last day of its month.
 */
guint32
tide_date_get_first_day (const TideDate *date)
{
  guint month;

  if (!tide_date_is_set (date))
    return 0;

  month = date->quarter > 0 ? (guint) date->quarter * 3 - 2 : MAX (date->month, 1);
  return get_julian ((guint) date->year, month, MAX (date->day, 1));
}

/**
 * tide_date_get_last_day:
 * @date: a date
 *
 * Returns: the last day it may mean, counted as g_date_get_julian() does; 0 if unset. For a day
 *   that does not exist, the last day of its month.
 */
guint32
tide_date_get_last_day (const TideDate *date)
{
  guint month;

  if (!tide_date_is_set (date))
    return 0;

  month = date->quarter > 0 ? (guint) date->quarter * 3 : date->month > 0 ? date->month : 12;
  return get_julian ((guint) date->year, month, date->day > 0 ? date->day : 31);
}

/**
 * tide_date_compare:
 * @a: a date
 * @b: another
 *
 * Orders dates by their first day, then the coarser first; an unset date comes before all others.
 *
 * Returns: less than, equal to or greater than 0
 */
int
tide_date_compare (const TideDate *a, const TideDate *b)
{
  guint32 first_a = tide_date_get_first_day (a);
  guint32 first_b = tide_date_get_first_day (b);

  if (first_a != first_b)
    return first_a < first_b ? -1 : 1;
  if (a->precision != b->precision)
    return (int) a->precision - (int) b->precision;

  return (int) a->day - (int) b->day;
}

/**
 * tide_date_equal:
 * @a: a date
 * @b: another
 *
 * Returns: whether both are the same date with the same precision
 */
gboolean
tide_date_equal (const TideDate *a, const TideDate *b)
{
  return a->precision == b->precision && a->year == b->year && a->quarter == b->quarter
         && a->month == b->month && a->day == b->day;
}

/**
 * tide_date_is_before:
 * @a: a date
 * @b: another
 *
 * Returns: whether @a is certainly before @b: both are set, and all days of @a come before all of
 *   @b
 */
gboolean
tide_date_is_before (const TideDate *a, const TideDate *b)
{
  return tide_date_is_set (a) && tide_date_is_set (b)
         && tide_date_get_last_day (a) < tide_date_get_first_day (b);
}

/**
 * tide_date_init_from_julian:
 * @date: (out): where the day goes
 * @day: a day as g_date_get_julian() counts them, up to the end of the year 9999
 */
void
tide_date_init_from_julian (TideDate *date, guint32 day)
{
  GDate calendar;

  g_return_if_fail (g_date_valid_julian (day));

  g_date_clear (&calendar, 1);
  g_date_set_julian (&calendar, day);
  *date = (TideDate) { 0 };
  init_parts (date, g_date_get_year (&calendar), 0, (guint) g_date_get_month (&calendar),
              g_date_get_day (&calendar));
}

/**
 * tide_date_init_from_time:
 * @date: (out): where the day goes; unset for a time beyond the years 1 to 9999
 * @seconds: seconds since 1970 UTC
 * @time_zone: (nullable): name of a time zone, such as `Asia/Shanghai`; UTC if unknown
 *
 * Says which day it was at that time in that zone; the machine's own zone plays no part.
 */
void
tide_date_init_from_time (TideDate *date, gint64 seconds, const char *time_zone)
{
  g_autoptr (GTimeZone) zone = time_zone != NULL ? g_time_zone_new_identifier (time_zone) : NULL;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = NULL;

  *date = (TideDate) { 0 };
  if (utc == NULL)
    return;

  local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  if (local == NULL)
    return;

  init_parts (date, (guint) g_date_time_get_year (local), 0, (guint) g_date_time_get_month (local),
              (guint) g_date_time_get_day_of_month (local));
}
