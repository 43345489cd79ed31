/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-column-format-private.h"

#include <string.h>

/* More groups of digits than any number has that fits. */
#define MAX_GROUPS 16

/* As many digits as a binary number of a spreadsheet keeps for certain. */
#define CERTAIN_DIGITS 15

/* Farther apart than any two units. */
#define MAX_EXPONENT 40

typedef struct
{
  guint lengths[MAX_GROUPS];
  char separators[MAX_GROUPS]; /* the one behind each group */
  guint n;
} Groups;

/* How many digits stand at @p. */
static guint
count_digits (const char *p)
{
  guint n = 0;

  while (g_ascii_isdigit (p[n]))
    n++;

  return n;
}

/* Whether the sign at @p stands between the digits of one number. */
static gboolean
is_separator (const char *p)
{
  if (*p == '.' || *p == ',')
    return g_ascii_isdigit (p[1]);

  return (*p == ' ' || *p == '\'') && count_digits (p + 1) == 3;
}

static gboolean
take_digits (TideColumnNumber *number, Groups *groups, const char **p)
{
  const guint n = count_digits (*p);

  if (groups->n == MAX_GROUPS || number->n_digits + n > TIDE_COLUMN_NUMBER_DIGITS)
    return FALSE;

  memcpy (number->digits + number->n_digits, *p, n);
  number->n_digits += n;
  groups->lengths[groups->n++] = n;
  *p += n;
  return TRUE;
}

static gboolean
take_groups (TideColumnNumber *number, Groups *groups, const char *p)
{
  if (!take_digits (number, groups, &p))
    return FALSE;
  while (is_separator (p))
    {
      groups->separators[groups->n - 1] = *p++;
      if (!take_digits (number, groups, &p))
        return FALSE;
    }

  number->end = p;
  return TRUE;
}

/* E and its number, where nothing follows that makes a word of it. */
static void
take_exponent (TideColumnNumber *number)
{
  const char *p = number->end;
  guint n;

  if (*p != 'e' && *p != 'E')
    return;
  p++;
  if (*p == '+' || *p == '-')
    p++;
  n = count_digits (p);
  if (n == 0 || n > 3 || g_ascii_isalpha (p[n]))
    return;

  number->exponent = (int) g_ascii_strtoll (number->end + 1, NULL, 10);
  number->end = p + n;
}

/* Whether the first @n groups are those of one whole number: 1,234,567 or 12,34,567. */
static gboolean
are_grouped (const Groups *groups, guint n)
{
  const char separator = groups->separators[0];
  const guint inner = separator == ',' && n > 2 ? groups->lengths[1] : 3;

  if (n == 1)
    return TRUE;
  if (groups->lengths[0] > inner || groups->lengths[n - 1] != 3 || inner < 2 || inner > 3)
    return FALSE;
  for (guint i = 1; i < n - 1; i++)
    if (groups->separators[i] != separator || groups->lengths[i] != inner)
      return FALSE;

  return TRUE;
}

static TideNumberForm
form_of_decimal (char decimal)
{
  return decimal == '.' ? TIDE_NUMBER_FORM_POINT : TIDE_NUMBER_FORM_COMMA;
}

static TideNumberForm
form_of_grouping (char grouping)
{
  if (grouping == '.')
    return TIDE_NUMBER_FORM_COMMA;

  return grouping == ',' ? TIDE_NUMBER_FORM_POINT : TIDE_NUMBER_FORM_PLAIN;
}

static void
judge (TideColumnNumber *number, const Groups *groups)
{
  const guint n = groups->n;
  const char last = n > 1 ? groups->separators[n - 2] : 0;
  const char first = n > 1 ? groups->separators[0] : 0;
  const gboolean is_whole
      = number->digits[0] != '0' && number->exponent == 0 && are_grouped (groups, n);
  const gboolean is_split
      = (last == '.' || last == ',') && (n == 2 || first != last) && are_grouped (groups, n - 1);

  number->separator = last;
  number->n_behind = n > 1 ? groups->lengths[n - 1] : 0;
  number->is_split = is_split && !is_whole;
  if (n == 1)
    number->form = TIDE_NUMBER_FORM_PLAIN;
  else if (is_whole && is_split)
    number->form = TIDE_NUMBER_FORM_EITHER;
  else if (is_split)
    number->form = form_of_decimal (last);
  else
    number->form = is_whole ? form_of_grouping (last) : TIDE_NUMBER_FORM_NONE;

  if (number->form != TIDE_NUMBER_FORM_EITHER)
    number->grouping = is_whole ? last : n > 2 ? first : 0;
}

/* .5, which nobody takes for the end of a word. */
static gboolean
begins_with_point (const char *folded, const char *start)
{
  return start > folded && start[-1] == '.'
         && (start - 1 == folded || strchr (" -+($", start[-2]) != NULL);
}

/* As if a zero stood before it. */
static void
begin_with_zero (TideColumnNumber *number, Groups *groups)
{
  groups->separators[0] = '.';
  groups->lengths[0] = 1;
  groups->n = 1;
  number->digits[number->n_digits++] = '0';
  number->start--;
}

/*
 * tide_column_number_scan:
 * @number: (out): what is found; it points into @folded
 * @folded: a folded cell
 *
 * Finds the first number of a cell, and what the signs between its digits prove.
 *
 * Returns: whether there is one
 */
gboolean
tide_column_number_scan (TideColumnNumber *number, const char *folded)
{
  Groups groups = { 0 };
  const char *start = folded;

  while (*start != '\0' && !g_ascii_isdigit (*start))
    start++;

  number->form = TIDE_NUMBER_FORM_NONE;
  number->grouping = 0;
  number->exponent = 0;
  number->n_digits = 0;
  number->start = start;
  if (*start == '\0')
    return FALSE;
  if (begins_with_point (folded, start))
    begin_with_zero (number, &groups);
  if (!take_groups (number, &groups, start))
    return FALSE;

  take_exponent (number);
  number->digits[number->n_digits] = '\0';
  judge (number, &groups);
  return number->form != TIDE_NUMBER_FORM_NONE;
}

/*
 * tide_column_number_settle:
 * @number: a number
 * @decimal: the decimal sign of its column, or 0
 *
 * Decides what a number means that may mean two things.
 *
 * Returns: %FALSE where it still may, or has other signs than the column
 */
gboolean
tide_column_number_settle (TideColumnNumber *number, char decimal)
{
  if (number->form == TIDE_NUMBER_FORM_EITHER)
    {
      number->is_split = number->separator == decimal;
      return decimal != 0;
    }
  if (number->form == TIDE_NUMBER_FORM_POINT)
    return decimal != ',';

  return number->form != TIDE_NUMBER_FORM_COMMA || decimal != '.';
}

static guint
count_leading_zeros (const TideColumnNumber *number)
{
  return (guint) strspn (number->digits, "0");
}

static void
drop_last_digit (TideColumnNumber *number)
{
  number->digits[--number->n_digits] = '\0';
  number->n_behind--;
}

/* One more in the last place; a number of nines gets a digit more. */
static void
round_up (TideColumnNumber *number)
{
  guint i = number->n_digits;

  while (i > 0 && number->digits[i - 1] == '9')
    number->digits[--i] = '0';
  if (i > 0)
    number->digits[i - 1]++;
  else if (number->n_digits < TIDE_COLUMN_NUMBER_DIGITS)
    {
      memmove (number->digits + 1, number->digits, number->n_digits + 1);
      number->digits[0] = '1';
      number->n_digits++;
    }
}

/*
 * tide_column_number_drop_noise:
 * @number: a number of a spreadsheet, settled
 *
 * Rounds it to the 15 digits that a spreadsheet shows at most: 1601.9 may be kept as
 * 1601.9000000000001.
 */
void
tide_column_number_drop_noise (TideColumnNumber *number)
{
  const guint zeros = count_leading_zeros (number);
  char dropped = '0';

  if (!number->is_split || number->n_digits - zeros <= CERTAIN_DIGITS)
    return;

  while (number->n_behind > 0 && number->n_digits - zeros > CERTAIN_DIGITS)
    {
      dropped = number->digits[number->n_digits - 1];
      drop_last_digit (number);
    }
  if (dropped >= '5')
    round_up (number);
  while (number->n_behind > 0 && number->digits[number->n_digits - 1] == '0')
    drop_last_digit (number);
}

/*
 * tide_column_number_dup_text:
 * @number: a number, settled
 * @exponent: the power of ten of its unit
 *
 * Returns: (transfer full) (nullable): the number in ones as decimal text; %NULL if it is far too
 *   large or small
 */
char *
tide_column_number_dup_text (const TideColumnNumber *number, int exponent)
{
  const int shift = number->exponent + exponent;
  const int decimals = (number->is_split ? (int) number->n_behind : 0) - shift;
  const char *digits = number->digits + MIN (count_leading_zeros (number), number->n_digits - 1);
  const int n = (int) strlen (digits);
  GString *text;

  if (ABS (shift) > MAX_EXPONENT)
    return NULL;

  text = g_string_sized_new (TIDE_FOLDED_CELL_SIZE);
  for (int i = n; i <= decimals; i++)
    g_string_append_c (text, '0');
  g_string_append (text, digits);
  for (int i = decimals; i < 0 && digits[0] != '0'; i++)
    g_string_append_c (text, '0');
  if (decimals > 0)
    g_string_insert_c (text, (gssize) text->len - decimals, '.');

  return g_string_free (text, FALSE);
}
