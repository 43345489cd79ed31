/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-column-choice.h"

#include <string.h>

G_STATIC_ASSERT (TIDE_N_ORDER_KEYS <= 32);

/* By how much a key makes a column wider or narrower, in pixels. */
#define WIDTH_STEP 20

/* From where the keys begin with a column that takes what is left, in pixels. */
#define FLEXIBLE_WIDTH 240

static void
init_default (TideColumnChoice *self)
{
  guint n;
  const TideProjectColumn *columns = tide_project_columns_get (&n);

  *self = (TideColumnChoice) { 0 };
  for (guint i = 0; i < n; i++)
    self->columns[i]
        = (TideChosenColumn) { .column = &columns[i], .is_shown = columns[i].is_shown };
}

/* "sector" or, where it has another width, "sector=180" */
static gboolean
read_word (const char *word, TideOrderKey *key, int *width)
{
  const char *sign = strchr (word, '=');
  g_autofree char *code = sign != NULL ? g_strndup (word, (gsize) (sign - word)) : g_strdup (word);
  guint64 number;

  *width = 0;
  if (!tide_order_key_from_code (code, key))
    return FALSE;
  if (sign != NULL
      && g_ascii_string_to_unsigned (sign + 1, 10, TIDE_COLUMN_MIN_WIDTH, TIDE_COLUMN_MAX_WIDTH,
                                     &number, NULL))
    *width = (int) number;

  return TRUE;
}

/**
 * tide_column_choice_init:
 * @self: (out): a choice
 * @words: (nullable) (array zero-terminated=1): what tide_column_choice_dup_words() gave; empty for
 *   the columns that are shown unless a person chooses otherwise
 *
 * Unknown words are passed over. The name is always shown.
 */
void
tide_column_choice_init (TideColumnChoice *self, const char *const *words)
{
  guint n_read = 0;

  init_default (self);
  if (words == NULL || words[0] == NULL)
    return;

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    self->columns[i].is_shown = self->columns[i].column->key == TIDE_ORDER_NAME;
  for (guint i = 0; words[i] != NULL; i++)
    {
      TideOrderKey key;
      int width;
      guint position;

      if (!read_word (words[i], &key, &width))
        continue;
      position = tide_column_choice_find (self, key);
      if (position < n_read)
        continue;
      tide_column_choice_move (self, position, n_read);
      self->columns[n_read].is_shown = TRUE;
      self->columns[n_read++].width = width;
    }
}

/**
 * tide_column_choice_dup_words:
 * @self: a choice
 *
 * Returns: (transfer full) (array zero-terminated=1): the columns that are shown, first to last, as
 *   words; none where that is as it is unless a person chooses otherwise
 */
char **
tide_column_choice_dup_words (const TideColumnChoice *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < TIDE_N_ORDER_KEYS && !tide_column_choice_is_default (self); i++)
    {
      const TideChosenColumn *chosen = &self->columns[i];
      const char *code = tide_order_key_to_code (chosen->column->key);

      if (chosen->is_shown && chosen->width > 0)
        g_strv_builder_take (words, g_strdup_printf ("%s=%d", code, chosen->width));
      else if (chosen->is_shown)
        g_strv_builder_add (words, code);
    }

  return g_strv_builder_end (words);
}

/**
 * tide_column_choice_equal:
 * @a: a choice
 * @b: another one
 *
 * Returns: whether they show the same columns in the same order and width
 */
gboolean
tide_column_choice_equal (const TideColumnChoice *a, const TideColumnChoice *b)
{
  guint j = 0;

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    {
      if (!a->columns[i].is_shown)
        continue;
      while (j < TIDE_N_ORDER_KEYS && !b->columns[j].is_shown)
        j++;
      if (j == TIDE_N_ORDER_KEYS || a->columns[i].column != b->columns[j].column
          || a->columns[i].width != b->columns[j].width)
        return FALSE;
      j++;
    }

  return tide_column_choice_get_shown (a) == tide_column_choice_get_shown (b);
}

/**
 * tide_column_choice_is_default:
 * @self: a choice
 *
 * Returns: whether it is as it is unless a person chooses otherwise
 */
gboolean
tide_column_choice_is_default (const TideColumnChoice *self)
{
  TideColumnChoice standard;

  init_default (&standard);

  return tide_column_choice_equal (self, &standard);
}

/**
 * tide_column_choice_find:
 * @self: a choice
 * @key: what a column shows
 *
 * Returns: at which position the column stands
 */
guint
tide_column_choice_find (const TideColumnChoice *self, TideOrderKey key)
{
  guint position = 0;

  while (self->columns[position].column->key != key)
    position++;

  return position;
}

/**
 * tide_column_choice_move:
 * @self: a choice
 * @from: position of a column
 * @to: position at which it stands afterwards
 */
void
tide_column_choice_move (TideColumnChoice *self, guint from, guint to)
{
  const TideChosenColumn moved = self->columns[from];

  g_return_if_fail (from < TIDE_N_ORDER_KEYS && to < TIDE_N_ORDER_KEYS);

  if (from < to)
    memmove (&self->columns[from], &self->columns[from + 1], (to - from) * sizeof moved);
  else
    memmove (&self->columns[to + 1], &self->columns[to], (from - to) * sizeof moved);
  self->columns[to] = moved;
}

static int
get_standard_width (const TideProjectColumn *column)
{
  return column->width > 0 ? column->width : FLEXIBLE_WIDTH;
}

/**
 * tide_chosen_column_get_width:
 * @self: a column of a choice
 *
 * Returns: how wide it is, in pixels; of a column that takes what is left, a usual width
 */
int
tide_chosen_column_get_width (const TideChosenColumn *self)
{
  return self->width > 0 ? self->width : get_standard_width (self->column);
}

/**
 * tide_column_choice_widen:
 * @self: a choice
 * @position: position of a column
 * @steps: how many steps wider it is to be; narrower where negative
 */
void
tide_column_choice_widen (TideColumnChoice *self, guint position, int steps)
{
  TideChosenColumn *chosen = &self->columns[position];
  const int width = CLAMP (tide_chosen_column_get_width (chosen) + steps * WIDTH_STEP,
                           TIDE_COLUMN_MIN_WIDTH, TIDE_COLUMN_MAX_WIDTH);

  g_return_if_fail (position < TIDE_N_ORDER_KEYS);

  chosen->width = width != chosen->column->width ? width : 0;
}

/**
 * tide_column_choice_get_shown:
 * @self: a choice
 *
 * Returns: the columns that are shown: bit 1 << #TideOrderKey of each
 */
guint32
tide_column_choice_get_shown (const TideColumnChoice *self)
{
  guint32 shown = 0;

  for (guint i = 0; i < TIDE_N_ORDER_KEYS; i++)
    if (self->columns[i].is_shown)
      shown |= (guint32) 1 << self->columns[i].column->key;

  return shown;
}
