/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-xlsx-date.h"

#include <math.h>
#include <string.h>

#define SECONDS_OF_DAY (24 * 60 * 60)

/* 31 December 9999 in days since the day before 1900. */
#define LAST_DAY 2958465

/* What the days of the system that begins in 1904 lack. */
#define DAYS_TO_1904 1462

/* The day that spreadsheets count and no calendar has: 29 February 1900. */
#define UNREAL_DAY 60

#define ANY_DATE (TIDE_XLSX_SHOWS_YEAR | TIDE_XLSX_SHOWS_MONTH | TIDE_XLSX_SHOWS_DAY)

static void
format_time (gint64 seconds, char *buffer, gsize size)
{
  g_snprintf (buffer, size, "%02" G_GINT64_FORMAT ":%02d:%02d", seconds / 3600,
              (int) (seconds / 60 % 60), (int) (seconds % 60));
}

/* Without the parts that the format leaves out and that say nothing. */
static void
format_day (const GDate *date, TideXlsxShown shown, char *buffer, gsize size)
{
  guint day = g_date_get_day (date);
  guint month = g_date_get_month (date);
  gboolean has_month = (shown & (TIDE_XLSX_SHOWS_MONTH | TIDE_XLSX_SHOWS_DAY)) != 0;

  if (day == 1 && month == 1 && !has_month)
    g_snprintf (buffer, size, "%04u", g_date_get_year (date));
  else if (day == 1 && (shown & TIDE_XLSX_SHOWS_DAY) == 0)
    g_snprintf (buffer, size, "%04u-%02u", g_date_get_year (date), month);
  else
    g_snprintf (buffer, size, "%04u-%02u-%02u", g_date_get_year (date), month, day);
}

static gboolean
init_day (GDate *date, gint64 day)
{
  /* Days before the one that never was are counted from a day later. */
  guint base = day < UNREAL_DAY ? 31 : 30;

  if (day < 1 || day == UNREAL_DAY || day > LAST_DAY)
    return FALSE;

  g_date_set_dmy (date, (GDateDay) base, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, (guint) day);

  return TRUE;
}

static TideCellKind
format_date (gint64 day, gint64 seconds, TideXlsxShown shown, char *buffer, gsize size)
{
  GDate date;
  gsize length;

  g_date_clear (&date, 1);
  if (!init_day (&date, day))
    return TIDE_CELL_EMPTY;
  if ((shown & TIDE_XLSX_SHOWS_TIME) == 0 || seconds == 0)
    {
      format_day (&date, shown & TIDE_XLSX_SHOWS_TIME ? ANY_DATE : shown, buffer, size);
      return TIDE_CELL_DATE;
    }

  format_day (&date, ANY_DATE, buffer, size);
  length = strlen (buffer);
  buffer[length++] = 'T';
  format_time (seconds, buffer + length, size - length);

  return TIDE_CELL_DATE;
}

/**
 * tide_xlsx_date_format:
 * @serial: a date as spreadsheets keep it: days, and parts of a day
 * @is_1904: whether the days begin on 1 January 1904 with 0, not on 1 January 1900 with 1
 * @shown: what the format of the cell shows, which is something
 * @buffer: (out caller-allocates): the text of the cell
 * @size: bytes of @buffer, at least %TIDE_XLSX_DATE_SIZE
 *
 * Writes a date with as much precision as its format shows, to the nearest second. Days before
 * March 1900 are counted as spreadsheet programs do, which take 1900 for a leap year.
 *
 * Returns: the kind of the cell: a date; a text for a time of day or a length of time;
 *   %TIDE_CELL_EMPTY where it is no day between 1900 and 9999
 */
TideCellKind
tide_xlsx_date_format (
    double serial, gboolean is_1904, TideXlsxShown shown, char *buffer, gsize size)
{
  gint64 seconds;

  if (serial < 0 || serial > LAST_DAY + 1.0)
    return TIDE_CELL_EMPTY;

  seconds = (gint64) floor (serial * SECONDS_OF_DAY + 0.5);
  if ((shown & TIDE_XLSX_SHOWS_DURATION) != 0
      || (seconds < SECONDS_OF_DAY && (shown & ANY_DATE) == 0))
    {
      format_time (seconds, buffer, size);
      return TIDE_CELL_TEXT;
    }

  return format_date (seconds / SECONDS_OF_DAY + (is_1904 ? DAYS_TO_1904 : 0),
                      seconds % SECONDS_OF_DAY, shown, buffer, size);
}

/**
 * tide_xlsx_date_format_iso:
 * @text: a date as ISO 8601 writes it, as some cells have it
 * @buffer: (out caller-allocates): the text of the cell
 * @size: bytes of @buffer, at least %TIDE_XLSX_DATE_SIZE
 *
 * Returns: the kind of the cell: a date; a text for a time of day; %TIDE_CELL_EMPTY where it is
 * none of these
 */
TideCellKind
tide_xlsx_date_format_iso (const char *text, char *buffer, gsize size)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gboolean is_time = strlen (text) > 2 && text[2] == ':';
  gboolean has_time = strchr (text, 'T') != NULL;
  g_autofree char *whole = g_strconcat (is_time ? "2000-01-01T" : "", text,
                                        is_time || has_time ? "" : "T00:00:00", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (whole, utc);
  g_autofree char *formatted = NULL;

  if (time == NULL)
    return TIDE_CELL_EMPTY;

  if (is_time)
    formatted = g_date_time_format (time, "%H:%M:%S");
  else if (g_date_time_get_hour (time) + g_date_time_get_minute (time)
               + g_date_time_get_second (time)
           == 0)
    formatted = g_date_time_format (time, "%Y-%m-%d");
  else
    formatted = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
  g_strlcpy (buffer, formatted, size);

  return is_time ? TIDE_CELL_TEXT : TIDE_CELL_DATE;
}
