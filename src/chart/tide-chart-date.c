/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-chart"

#include "chart/tide-chart-date.h"

#include <glib/gi18n-lib.h>

/* The first and the last day that is written: those of the years 1 to 9999. */
#define FIRST_DAY 1.0
#define LAST_DAY 3652059.0

static void
init_date (GDate *date, double day)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) CLAMP (day, FIRST_DAY, LAST_DAY));
}

static char *
format (const GDate *date, const char *format_string)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (
      g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (time, format_string);
}

static guint
get_quarter (const GDate *date)
{
  return ((guint) g_date_get_month (date) - 1) / 3 + 1;
}

/**
 * tide_chart_date_dup_text:
 * @day: a day, as in #GDate
 * @unit: how exactly it is known
 *
 * Returns: (transfer full): the year, quarter, month or day, with its year
 */
char *
tide_chart_date_dup_text (double day, TideTimeUnit unit)
{
  GDate date;

  init_date (&date, day);
  switch (unit)
    {
    case TIDE_TIME_YEAR:
      /* Translators: a year, see g_date_time_format() */
      return format (&date, _ ("%Y"));
    case TIDE_TIME_QUARTER:
      /* Translators: a quarter of a year: number, year */
      return g_strdup_printf (_ ("Q%u %u"), get_quarter (&date), (guint) g_date_get_year (&date));
    case TIDE_TIME_MONTH:
      /* Translators: a month with its year, see g_date_time_format() */
      return format (&date, _ ("%B %Y"));
    case TIDE_TIME_DAY:
    default:
      /* Translators: a day, such as 3 May 2026, see g_date_time_format() */
      return format (&date, _ ("%-d %B %Y"));
    }
}

/**
 * tide_chart_date_dup_code:
 * @day: a day, as in #GDate
 * @unit: how exactly it is known
 *
 * Returns: (transfer full): the date as programs read it: 2023, 2023-Q1, 2023-08, 2023-08-15
 */
char *
tide_chart_date_dup_code (double day, TideTimeUnit unit)
{
  GDate date;
  guint year, month;

  init_date (&date, day);
  year = g_date_get_year (&date);
  month = (guint) g_date_get_month (&date);
  switch (unit)
    {
    case TIDE_TIME_YEAR:
      return g_strdup_printf ("%04u", year);
    case TIDE_TIME_QUARTER:
      return g_strdup_printf ("%04u-Q%u", year, get_quarter (&date));
    case TIDE_TIME_MONTH:
      return g_strdup_printf ("%04u-%02u", year, month);
    case TIDE_TIME_DAY:
    default:
      return g_strdup_printf ("%04u-%02u-%02u", year, month, (guint) g_date_get_day (&date));
    }
}

static char *
dup_short_text (const GDate *date, TideTimeUnit unit)
{
  switch (unit)
    {
    case TIDE_TIME_QUARTER:
      /* Translators: a quarter at the axis of a chart, without its year */
      return g_strdup_printf (_ ("Q%u"), get_quarter (date));
    case TIDE_TIME_MONTH:
      /* Translators: a short month at the axis of a chart, see g_date_time_format();
       * xgettext:no-c-format */
      return format (date, _ ("%b"));
    case TIDE_TIME_YEAR:
    case TIDE_TIME_DAY:
    default:
      /* Translators: a day and short month at the axis of a chart, see g_date_time_format();
       * xgettext:no-c-format */
      return format (date, _ ("%-d %b"));
    }
}

/**
 * tide_chart_date_dup_tick:
 * @ticks: ticks
 * @index: which tick
 *
 * Returns: (transfer full): what is written at the tick. Those shorter than a year have the year
 *   below them where it begins.
 */
char *
tide_chart_date_dup_tick (const TideTimeTicks *ticks, guint index)
{
  double day = tide_time_ticks_get_day (ticks, index);
  g_autofree char *year = tide_chart_date_dup_text (day, TIDE_TIME_YEAR);
  g_autofree char *text = NULL;
  GDate date;

  if (ticks->unit == TIDE_TIME_YEAR)
    return g_steal_pointer (&year);

  init_date (&date, day);
  text = dup_short_text (&date, ticks->unit);

  return tide_time_ticks_begins_year (ticks, index) ? g_strconcat (text, "\n", year, NULL)
                                                    : g_steal_pointer (&text);
}
