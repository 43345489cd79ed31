/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format-private.h"

#include <string.h>

/* A column with more ways to put words around numbers than that is text. */
#define MAX_SHAPES 512

/* What a cell looks like by itself. */
typedef enum
{
  LOOKS_LIKE_TEXT = 1, /* so that none is NULL in a hash table */
  LOOKS_LIKE_CODE,     /* 007, or too many digits for a number */
  LOOKS_LIKE_NUMBER,
  LOOKS_LIKE_CALENDAR, /* 2023: a number or a date */
  LOOKS_LIKE_AMOUNT,
  LOOKS_LIKE_PERCENT,
  LOOKS_LIKE_DATE,
  N_LOOKS,
} Look;

typedef struct
{
  TideColumnGuess *guess;
  GHashTable *shapes; /* of Look, owned: by cells whose digits are ones */
  guint looks[N_LOOKS];
  guint row;
} Survey;

static void
count (Survey *survey, TideColumnCount *cells)
{
  if (cells->n_cells++ == 0)
    cells->first_row = survey->row;
}

static void
count_number (Survey *survey, const TideColumnNumber *number)
{
  TideColumnGuess *guess = survey->guess;

  if (number->form == TIDE_NUMBER_FORM_POINT)
    count (survey, &guess->point);
  else if (number->form == TIDE_NUMBER_FORM_COMMA)
    count (survey, &guess->comma);
  else if (number->form == TIDE_NUMBER_FORM_EITHER)
    {
      if (guess->either_number.n_cells == 0)
        guess->either_sign = number->separator;
      count (survey, &guess->either_number);
    }
  if (number->grouping != 0)
    guess->format.grouping = number->grouping;
}

static void
count_date (Survey *survey, const TideColumnDate *date)
{
  TideColumnGuess *guess = survey->guess;

  if (date->form == TIDE_DATE_FORM_DAY_FIRST || date->form == TIDE_DATE_FORM_DOTTED)
    count (survey, &guess->day_first);
  else if (date->form == TIDE_DATE_FORM_MONTH_FIRST)
    count (survey, &guess->month_first);
  else if (date->form == TIDE_DATE_FORM_EITHER)
    count (survey, &guess->either_date);
}

/* Numbers alone ------------------------------------------------------------------------------- */

static gboolean
is_code (const TideColumnNumber *number)
{
  return number->form == TIDE_NUMBER_FORM_PLAIN
         && ((number->digits[0] == '0' && number->n_digits > 1) || number->n_digits > 15);
}

static Look
look_at_number (Survey *survey, const char *folded)
{
  TideColumnNumber number;
  TideColumnDate date;

  if (tide_column_date_scan (&date, folded) && date.form != TIDE_DATE_FORM_CALENDAR)
    {
      count_date (survey, &date);
      return LOOKS_LIKE_DATE;
    }
  if (!tide_column_number_scan (&number, folded))
    return LOOKS_LIKE_TEXT;
  if (number.end[strspn (number.end, " -)")] != '\0')
    return LOOKS_LIKE_TEXT;

  count_number (survey, &number);
  if (date.form == TIDE_DATE_FORM_CALENDAR)
    return LOOKS_LIKE_CALENDAR;

  return is_code (&number) ? LOOKS_LIKE_CODE : LOOKS_LIKE_NUMBER;
}

/* Numbers with words -------------------------------------------------------------------------- */

static Look
look_at_amount (const char *shape)
{
  TideColumnNumber number;
  g_autofree char *text = NULL;
  TideAmountReading reading;

  if (!tide_column_number_scan (&number, shape))
    return LOOKS_LIKE_TEXT;

  text = g_strdup_printf ("%.*s1%s", (int) (number.start - shape), shape, number.end);
  if (tide_amount_text_read (text, NULL, &reading) == TIDE_AMOUNT_OK)
    return LOOKS_LIKE_AMOUNT;

  return LOOKS_LIKE_TEXT;
}

static Look
look_at_shape (const char *shape)
{
  const TideColumnFormat percentages = { .kind = TIDE_COLUMN_PERCENT, .decimal = '.' };
  g_auto (TideCellReading) reading = { 0 };
  TideDate date;

  if (tide_column_date_recognise (shape, &date))
    return LOOKS_LIKE_DATE;
  if (strstr (shape, "年") != NULL)
    return LOOKS_LIKE_TEXT;
  if ((strchr (shape, '%') != NULL || strstr (shape, "百分之") != NULL)
      && tide_column_format_read_text (&percentages, TIDE_CELL_TEXT, shape, &reading)
             == TIDE_CELL_IS_READ)
    return LOOKS_LIKE_PERCENT;

  return look_at_amount (shape);
}

/* Columns have few ways to write a cell, and the words of each are read once. */
static Look
find_look (Survey *survey, const char *folded)
{
  char shape[TIDE_FOLDED_CELL_SIZE];
  Look look;
  gsize i;

  for (i = 0; folded[i] != '\0'; i++)
    shape[i] = g_ascii_isdigit (folded[i]) ? '1' : folded[i];
  shape[i] = '\0';

  look = (Look) GPOINTER_TO_UINT (g_hash_table_lookup (survey->shapes, shape));
  if (look != 0)
    return look;
  if (g_hash_table_size (survey->shapes) >= MAX_SHAPES)
    return LOOKS_LIKE_TEXT;

  look = look_at_shape (shape);
  g_hash_table_insert (survey->shapes, g_strdup (shape), GUINT_TO_POINTER ((guint) look));
  return look;
}

static Look
look_at_words (Survey *survey, const char *folded)
{
  const Look look = find_look (survey, folded);
  TideColumnNumber number;

  if ((look == LOOKS_LIKE_AMOUNT || look == LOOKS_LIKE_PERCENT)
      && tide_column_number_scan (&number, folded))
    count_number (survey, &number);

  return look;
}

/* Cells --------------------------------------------------------------------------------------- */

static Look
look_at_text (Survey *survey, const char *folded)
{
  const char *digit = strpbrk (folded, "0123456789");

  if (digit == NULL)
    return LOOKS_LIKE_TEXT;
  if (folded[strspn (folded, "0123456789.,' +-()/:TZEe")] == '\0')
    return look_at_number (survey, folded);

  return look_at_words (survey, folded);
}

static void
look_at_cell (Survey *survey, TideCellKind kind, const char *text)
{
  char folded[TIDE_FOLDED_CELL_SIZE];
  const gboolean is_short = tide_column_cell_fold (text, folded);

  if (kind == TIDE_CELL_ERROR || (is_short && folded[0] == '\0')
      || (is_short && tide_column_cell_is_unknown (folded)))
    return;

  if (!is_short || kind == TIDE_CELL_BOOLEAN)
    survey->looks[LOOKS_LIKE_TEXT]++;
  else if (kind == TIDE_CELL_DATE)
    survey->looks[LOOKS_LIKE_DATE]++;
  else if (kind == TIDE_CELL_PERCENT)
    survey->looks[LOOKS_LIKE_PERCENT]++;
  else if (kind == TIDE_CELL_NUMBER)
    {
      TideColumnDate date;
      const gboolean is_calendar
          = tide_column_date_scan (&date, folded) && date.form == TIDE_DATE_FORM_CALENDAR;

      survey->looks[is_calendar ? LOOKS_LIKE_CALENDAR : LOOKS_LIKE_NUMBER]++;
    }
  else
    survey->looks[look_at_text (survey, folded)]++;
}

/* Decisions ----------------------------------------------------------------------------------- */

/* Whether a header speaks of time, so that 2023 is a year. */
static gboolean
is_about_time (const char *header)
{
  static const char *const words[]
      = { "年", "月", "日期", "时间", "期", "year", "month", "date", "period", "time", NULL };
  g_autofree char *folded = tide_text_fold (header);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
is_share (guint part, guint percent, guint whole)
{
  return part > 0 && (guint64) part * 100 >= (guint64) percent * whole;
}

static TideColumnKind
decide (const Survey *survey, const char *header)
{
  const guint *looks = survey->looks;
  const guint n_dates = looks[LOOKS_LIKE_DATE] + looks[LOOKS_LIKE_CALENDAR];
  const guint n_numbers
      = looks[LOOKS_LIKE_NUMBER] + looks[LOOKS_LIKE_CALENDAR] + looks[LOOKS_LIKE_AMOUNT];
  const TideColumnKind named = survey->guess->format.kind;
  guint n = 0;

  for (guint i = 0; i < N_LOOKS; i++)
    n += looks[i];

  if (n == 0)
    return named;
  if (looks[LOOKS_LIKE_DATE] > 0 && is_share (n_dates, 60, n))
    return TIDE_COLUMN_DATE;
  if (is_share (looks[LOOKS_LIKE_CALENDAR], 90, n) && is_about_time (header))
    return TIDE_COLUMN_DATE;
  if (is_share (looks[LOOKS_LIKE_PERCENT] + n_numbers, 60, n)
      && (named == TIDE_COLUMN_PERCENT || looks[LOOKS_LIKE_PERCENT] > n_numbers))
    return TIDE_COLUMN_PERCENT;
  if ((named == TIDE_COLUMN_AMOUNT || looks[LOOKS_LIKE_AMOUNT] > 0) && is_share (n_numbers, 50, n))
    return TIDE_COLUMN_AMOUNT;
  if (looks[LOOKS_LIKE_CODE] == 0 && is_share (n_numbers, 80, n))
    return TIDE_COLUMN_NUMBER;

  return TIDE_COLUMN_TEXT;
}

static void
settle_decimal (TideColumnGuess *guess)
{
  const guint n_point = guess->point.n_cells;
  const guint n_comma = guess->comma.n_cells;

  if (n_point > 0 && n_comma > 0)
    guess->doubts |= TIDE_COLUMN_DOUBT_MIXED_DECIMAL;
  else if (n_point > 0)
    guess->format.decimal = '.';
  else if (n_comma > 0)
    guess->format.decimal = ',';
  else if (guess->either_number.n_cells > 0)
    guess->doubts |= TIDE_COLUMN_DOUBT_DECIMAL;
}

static void
settle_order (TideColumnGuess *guess)
{
  const guint n_day = guess->day_first.n_cells;
  const guint n_month = guess->month_first.n_cells;

  if (n_day > 0 && n_month > 0)
    guess->doubts |= TIDE_COLUMN_DOUBT_MIXED_DATE_ORDER;
  else if (n_day > 0)
    guess->format.date_order = TIDE_DATE_ORDER_DAY_FIRST;
  else if (n_month > 0)
    guess->format.date_order = TIDE_DATE_ORDER_MONTH_FIRST;
  else if (guess->either_date.n_cells > 0)
    guess->doubts |= TIDE_COLUMN_DOUBT_DATE_ORDER;
}

/**
 * tide_column_guess_set_kind:
 * @guess: a guess
 * @kind: what the cells are
 *
 * Takes the column as something else than it looked like, and says anew what is open about it.
 */
void
tide_column_guess_set_kind (TideColumnGuess *guess, TideColumnKind kind)
{
  guess->format.kind = kind;
  guess->format.decimal = 0;
  guess->format.date_order = TIDE_DATE_ORDER_EACH;
  guess->doubts = TIDE_COLUMN_DOUBT_NONE;
  if (kind == TIDE_COLUMN_DATE)
    settle_order (guess);
  else if (kind != TIDE_COLUMN_TEXT)
    settle_decimal (guess);
}

/**
 * tide_column_guess:
 * @guess: (out): what was found
 * @table: a table
 * @column: a column, from 0
 * @header: its header; empty for none
 * @first_row: the first row behind the header, from 0
 *
 * Looks at all cells of a column for how they are to be read. Where one cell proves it, it is so
 * for those that may mean two things; where none does, or some prove one thing and some another,
 * the guess says so.
 */
void
tide_column_guess (TideColumnGuess *guess,
                   const TideTable *table,
                   guint column,
                   const char *header,
                   guint first_row)
{
  Survey survey = { .guess = guess };
  g_autofree char *name = NULL;

  *guess = (TideColumnGuess) { 0 };
  name = tide_column_format_take_unit (&guess->format, header);
  survey.shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (survey.row = first_row; survey.row < tide_table_get_n_rows (table); survey.row++)
    look_at_cell (&survey, tide_table_get_kind (table, survey.row, column),
                  tide_table_get_text (table, survey.row, column));

  tide_column_guess_set_kind (guess, decide (&survey, name));
  g_hash_table_unref (survey.shapes);
}

/* One cell alone with a comma is more often thousands, with a point more often decimals. */
static char
find_likely_decimal (const TideColumnGuess *guess)
{
  if (guess->point.n_cells != guess->comma.n_cells)
    return guess->point.n_cells > guess->comma.n_cells ? '.' : ',';

  return guess->either_sign == '.' && guess->either_number.n_cells > 2 ? ',' : '.';
}

/**
 * tide_column_guess_get_alternatives:
 * @guess: a guess
 * @alternatives: (out): the formats between which the person has to choose, the likelier first
 *
 * Returns: 2 where there is a doubt, 0 where there is none
 */
guint
tide_column_guess_get_alternatives (const TideColumnGuess *guess, TideColumnFormat alternatives[2])
{
  const char decimal = find_likely_decimal (guess);
  const gboolean is_month_first = guess->month_first.n_cells > guess->day_first.n_cells;

  if (guess->doubts == TIDE_COLUMN_DOUBT_NONE)
    return 0;

  alternatives[0] = guess->format;
  alternatives[1] = guess->format;
  if (guess->format.kind == TIDE_COLUMN_DATE)
    {
      alternatives[0].date_order
          = is_month_first ? TIDE_DATE_ORDER_MONTH_FIRST : TIDE_DATE_ORDER_DAY_FIRST;
      alternatives[1].date_order
          = is_month_first ? TIDE_DATE_ORDER_DAY_FIRST : TIDE_DATE_ORDER_MONTH_FIRST;
    }
  else
    {
      alternatives[0].decimal = decimal;
      alternatives[1].decimal = decimal == '.' ? ',' : '.';
    }

  return 2;
}
