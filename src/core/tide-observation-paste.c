/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-observation-paste.h"

#include "core/tide-observation-edit-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define N_PASTED_COLUMNS 3 /* period, value, growth */

typedef struct
{
  TideObservationEdit edit;
  GArray *rows;          /* owned: of the indicator as it is */
  GHashTable *periods;   /* owned: those that were pasted */
  GStrvBuilder *refused; /* owned */
  guint n_taken;
} Paste;

static const TideObservationRow *
find_row (Paste *paste, const TideDate *period)
{
  for (guint i = 0; i < paste->rows->len; i++)
    {
      const TideObservationRow *row = &g_array_index (paste->rows, TideObservationRow, i);

      if (tide_date_equal (&row->period, period)
          && (row->observation == NULL || row->observation->revision == NULL))
        return row;
    }

  return NULL;
}

static void
refuse (Paste *paste, guint number, const char *reason)
{
  g_strv_builder_take (
      paste->refused,
      /* Translators: the number of a row that was pasted, and what is wrong with it
       */
      g_strdup_printf (_ ("Row %u: %s"), number, reason));
}

static void
refuse_as (Paste *paste, guint number, TideProblemCode code, const char *text)
{
  g_autoptr (TideProblem) problem = tide_problem_new (code, text, NULL);
  g_autofree char *sentence = tide_problem_dup_sentence (problem);

  refuse (paste, number, sentence);
}

static const char *
find_problem (TideDraft *entry, const char *member)
{
  return entry != NULL ? tide_field_get_problem (tide_draft_get_field (entry, member)) : NULL;
}

static const char *
find_any_problem (const TideObservationEdit *edit)
{
  const char *problem = find_problem (edit->observation, "period");

  if (problem == NULL)
    problem = find_problem (edit->observation, "value");
  if (problem == NULL)
    problem = find_problem (edit->growth, "to");

  return problem != NULL ? problem : find_problem (edit->growth, "rate");
}

static void
take_back_entry (TideDraft *draft, const char *list, TideDraft *entry, const char *const *members)
{
  const TidePayload *original = entry != NULL ? tide_draft_get_original (entry) : NULL;

  if (entry != NULL && original == NULL)
    tide_draft_remove_entry (draft, list, entry);
  for (guint i = 0; original != NULL && members[i] != NULL; i++)
    {
      g_auto (TideValue) value = { 0 };
      g_autofree char *text = NULL;

      tide_payload_get_value_at (original, members[i], &value);
      if (value.kind == TIDE_MEMBER_DECIMAL)
        text = value.as.decimal.is_set ? tide_decimal_dup_text (&value.as.decimal) : NULL;
      else
        text = g_strdup (value.as.string);
      tide_field_set_text (tide_draft_get_field (entry, members[i]), text);
    }
}

/* Leaves the row as it was. */
static void
take_back (const TideObservationEdit *edit)
{
  static const char *const of_observation[] = { "written", "value", NULL };
  static const char *const of_growth[] = { "rate", NULL };

  take_back_entry (edit->draft, "observations", edit->observation, of_observation);
  take_back_entry (edit->draft, "growth", edit->growth, of_growth);
}

static void
take_cells (Paste *paste, guint number, const TideDate *period, char *const *cells)
{
  const char *texts[TIDE_N_OBSERVATION_COLUMNS] = { NULL };
  const TideObservationRow *row = find_row (paste, period);
  g_autofree char *day = tide_date_dup_text (period);
  g_autofree char *problem = NULL;

  if (row == NULL)
    texts[TIDE_OBSERVATION_PERIOD] = day;
  texts[TIDE_OBSERVATION_VALUE] = *cells[1] != '\0' ? cells[1] : NULL;
  texts[TIDE_OBSERVATION_GROWTH] = *cells[2] != '\0' ? cells[2] : NULL;

  tide_observation_edit_choose (&paste->edit, row);
  problem = tide_observation_edit_change (&paste->edit, texts);
  if (problem == NULL)
    problem = g_strdup (find_any_problem (&paste->edit));
  if (problem == NULL)
    {
      paste->n_taken++;
      return;
    }

  take_back (&paste->edit);
  refuse (paste, number, problem);
}

static void
take_row (Paste *paste, guint number, char *const *cells)
{
  TideDate period;
  g_autofree char *day = NULL;

  if (!tide_date_recognise (cells[0], &period))
    {
      refuse_as (paste, number, TIDE_PROBLEM_UNREADABLE_DATE, cells[0]);
      return;
    }
  if (*cells[1] == '\0' && *cells[2] == '\0')
    {
      refuse (paste, number, _ ("There is no value."));
      return;
    }

  day = tide_date_dup_text (&period);
  if (!g_hash_table_add (paste->periods, g_strdup (day)))
    refuse_as (paste, number, TIDE_PROBLEM_NOT_UNIQUE, day);
  else
    take_cells (paste, number, &period, cells);
}

static void
take_line (Paste *paste, guint number, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", -1);
  char *cells[N_PASTED_COLUMNS] = { (char *) "", (char *) "", (char *) "" };
  gboolean is_empty = TRUE;

  for (guint i = 0; parts[i] != NULL && i < N_PASTED_COLUMNS; i++)
    {
      cells[i] = g_strstrip (parts[i]);
      is_empty = is_empty && *cells[i] == '\0';
    }

  if (!is_empty)
    take_row (paste, number, cells);
}

static void
take_lines (Paste *paste, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    take_line (paste, i + 1, lines[i]);
}

static gboolean
commit (Paste *paste, GError **error)
{
  if (paste->n_taken == 0 || !tide_draft_get_changed (paste->edit.draft))
    return TRUE;

  tide_draft_set_step_name (paste->edit.draft, "paste-observations");

  return tide_draft_commit (paste->edit.draft, NULL, error);
}

/**
 * tide_observation_paste_is_table:
 * @text: the text of a clipboard
 *
 * Returns: whether it is rows of a spreadsheet rather than the text of one cell
 */
gboolean
tide_observation_paste_is_table (const char *text)
{
  return strpbrk (text, "\t\n") != NULL;
}

/**
 * tide_observation_paste_new:
 * @reg: a register
 * @indicator: id of an indicator
 * @text: rows of a spreadsheet: period, value and, if wanted, published growth, with tabs between
 *   them
 * @error: return location
 *
 * Takes the rows that can be understood into the register, as one step. A period that is there gets
 * the new value; a row that cannot be understood, or tells a period once more, changes nothing.
 *
 * Returns: (transfer full) (nullable): what became of the rows; %NULL with an error
 */
TideObservationPaste *
tide_observation_paste_new (TideRegister *reg,
                            const char *indicator,
                            const char *text,
                            GError **error)
{
  const TidePayload *payload;
  Paste paste = { 0 };
  TideObservationPaste *self = NULL;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);

  payload = tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, indicator);
  g_return_val_if_fail (payload != NULL, NULL);

  tide_observation_edit_begin (&paste.edit, reg, indicator);
  paste.rows = tide_observation_rows_new (TIDE_INDICATOR_PAYLOAD (payload));
  paste.periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  paste.refused = g_strv_builder_new ();
  take_lines (&paste, text);

  if (commit (&paste, error))
    {
      self = g_new0 (TideObservationPaste, 1);
      self->n_taken = paste.n_taken;
      self->refused = g_strv_builder_end (paste.refused);
    }

  g_array_unref (paste.rows);
  g_hash_table_unref (paste.periods);
  g_strv_builder_unref (paste.refused);
  g_clear_object (&paste.edit.draft);

  return self;
}

/**
 * tide_observation_paste_free:
 * @self: what became of rows
 */
void
tide_observation_paste_free (TideObservationPaste *self)
{
  g_strfreev (self->refused);
  g_free (self);
}
