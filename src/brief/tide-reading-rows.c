/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-brief"

#include "brief/tide-reading-render.h"

/**
 * tide_reading_list_places:
 * @self: a reading
 *
 * Returns: (transfer full) (element-type TideReadingPlace): where each of its findings begins, for
 *   people
 */
GArray *
tide_reading_list_places (TideReading *self)
{
  const GPtrArray *findings = tide_reading_get_findings (self);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (TideReadingPlace), findings->len);
  const char *text = tide_reading_get_text (self);
  const char *at = text;
  TideReadingPlace place = { .line = 1, .column = 1 };

  for (guint i = 0; i < findings->len; i++)
    {
      const TideTextFinding *finding = g_ptr_array_index (findings, i);

      for (; at < text + finding->start; at = g_utf8_next_char (at))
        {
          place.column = *at == '\n' ? 1 : place.column + 1;
          place.line += *at == '\n' ? 1 : 0;
        }
      g_array_append_val (places, place);
    }

  return places;
}

/**
 * tide_reading_dup_words:
 * @self: a reading
 * @finding: one of its findings
 *
 * Returns: (transfer full): the words of the text, on one line
 */
char *
tide_reading_dup_words (TideReading *self, const TideTextFinding *finding)
{
  char *words
      = g_strndup (tide_reading_get_text (self) + finding->start, finding->end - finding->start);

  return g_strdelimit (words, "\n\r\t", ' ');
}

/**
 * tide_reading_dup_explanation:
 * @self: a reading
 * @index: position of a finding
 *
 * Returns: (transfer full): what is to be said of it, and what that stands on, in the language of
 *   the program
 */
char *
tide_reading_dup_explanation (TideReading *self, guint index)
{
  const TideTextFinding *finding = g_ptr_array_index (tide_reading_get_findings (self), index);
  g_autofree char *sentence = tide_text_finding_dup_sentence (finding);
  g_autofree char *basis = tide_reading_dup_basis (self, index);

  return basis != NULL ? g_strconcat (sentence, " ", basis, NULL) : g_steal_pointer (&sentence);
}

/**
 * tide_reading_column_get_code:
 * @column: a column
 *
 * Returns: what it is called in files, in every language
 */
const char *
tide_reading_column_get_code (TideReadingColumn column)
{
  static const char *const codes[TIDE_N_READING_COLUMNS]
      = { "place", "words", "kind",          "verdict", "value",  "unit",       "computed",
          "low",   "high",  "computed-unit", "type",    "record", "explanation" };

  g_return_val_if_fail (column < TIDE_N_READING_COLUMNS, "");

  return codes[column];
}

/**
 * tide_reading_column_is_number:
 * @column: a column
 *
 * Returns: whether its cells are decimal numbers, unless they are empty; those of
 *   %TIDE_READING_VALUE may be others, too
 */
gboolean
tide_reading_column_is_number (TideReadingColumn column)
{
  return column == TIDE_READING_VALUE || column == TIDE_READING_COMPUTED
         || column == TIDE_READING_LOW || column == TIDE_READING_HIGH;
}

static char **
new_row (TideReading *self, guint index, const TideReadingPlace *place)
{
  const TideTextFinding *finding = g_ptr_array_index (tide_reading_get_findings (self), index);
  char **cells = g_new0 (char *, TIDE_N_READING_COLUMNS + 1);

  cells[TIDE_READING_PLACE] = g_strdup_printf ("%u:%u", place->line, place->column);
  cells[TIDE_READING_WORDS] = tide_reading_dup_words (self, finding);
  cells[TIDE_READING_KIND] = g_strdup (tide_text_finding_kind_get_code (finding->kind));
  cells[TIDE_READING_VERDICT] = g_strdup (tide_text_finding_verdict_get_code (finding->verdict));
  cells[TIDE_READING_VALUE] = g_strdup (finding->value);
  cells[TIDE_READING_UNIT] = g_strdup (finding->unit);
  cells[TIDE_READING_COMPUTED] = g_strdup (finding->computed);
  cells[TIDE_READING_LOW] = g_strdup (finding->low);
  cells[TIDE_READING_HIGH] = g_strdup (finding->high);
  cells[TIDE_READING_COMPUTED_UNIT] = g_strdup (finding->computed_unit);
  if (finding->record != NULL)
    cells[TIDE_READING_TYPE] = g_strdup (tide_record_kind_get_list (finding->record_kind));
  cells[TIDE_READING_RECORD] = g_strdup (finding->record);
  cells[TIDE_READING_EXPLANATION] = tide_reading_dup_explanation (self, index);
  for (guint i = 0; i < TIDE_N_READING_COLUMNS; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");

  return cells;
}

/**
 * tide_reading_list_rows:
 * @self: a reading
 *
 * Returns: (transfer full) (element-type GStrv): its findings as rows of a table, each with a cell
 *   for each #TideReadingColumn
 */
GPtrArray *
tide_reading_list_rows (TideReading *self)
{
  const GPtrArray *findings = tide_reading_get_findings (self);
  g_autoptr (GArray) places = tide_reading_list_places (self);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (rows, new_row (self, i, &g_array_index (places, TideReadingPlace, i)));

  return rows;
}
