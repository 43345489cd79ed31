/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-report.h"

#include "codec/tide-csv-writer.h"
#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

static gboolean
is_left_out (const TideImportRow *row)
{
  return row->verdict == TIDE_IMPORT_REFUSED || row->verdict == TIDE_IMPORT_SKIPPED
         || row->verdict == TIDE_IMPORT_REPEATED || row->verdict == TIDE_IMPORT_ASKED;
}

/**
 * tide_import_report_is_empty:
 * @trial: a trial
 *
 * Returns: whether no row is left out but those that have nothing
 */
gboolean
tide_import_report_is_empty (const TideImportTrial *trial)
{
  return tide_import_trial_count (trial, TIDE_IMPORT_REFUSED)
             + tide_import_trial_count (trial, TIDE_IMPORT_SKIPPED)
             + tide_import_trial_count (trial, TIDE_IMPORT_REPEATED)
             + tide_import_trial_count (trial, TIDE_IMPORT_ASKED)
         == 0;
}

/* As people count it: from 1, in its sheet. */
static guint
get_number (const TideImportRow *row)
{
  return row->row - row->first_row + 1;
}

/* A row of another sheet is counted from where the first begins. */
static guint
get_other_number (const TideImportRow *row)
{
  return row->other + 1 - (row->other >= row->first_row ? row->first_row : 0);
}

static void
append_problem (GString *text, const TideImportProblem *problem)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  if (problem->field != TIDE_IMPORT_NOTHING)
    /* Translators: what a column of a table is taken as, then what is wrong with a cell of it */
    g_string_append_printf (text, _ ("%s: %s"), tide_import_field_get_label (problem->field),
                            problem->reason);
  else
    g_string_append (text, problem->reason);
}

static char *
dup_likeness (const TideImportRow *row)
{
  const char *label;
  g_autofree char *isolated = NULL;

  if (row->like == NULL)
    return NULL;

  label = tide_payload_get_label (row->like, tide_language_get_default ());
  isolated = tide_text_dup_isolated (label != NULL ? label : "");
  if (row->other != TIDE_IMPORT_NO_ROW)
    /* Translators: the name of a project, and a row of a table, counted from 1 */
    return g_strdup_printf (_ ("It may be the same as “%s” of row %u."), isolated, row->other + 1);

  /* Translators: %s is the name of a project */
  return g_strdup_printf (_ ("It may be the same as “%s” in the register."), isolated);
}

/**
 * tide_import_report_dup_reason:
 * @trial: a trial
 * @row: one of its rows
 *
 * Returns: (transfer full) (nullable): why the row is left out, or what it may be the same as,
 *   translated, which may hold text of the table; %NULL where there is nothing to say
 */
char *
tide_import_report_dup_reason (const TideImportTrial *trial, const TideImportRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (row->verdict)
    {
    case TIDE_IMPORT_REFUSED:
      for (guint i = 0; i < row->n_problems; i++)
        append_problem (text, tide_import_trial_get_problem (trial, row->first_problem + i));
      return g_string_free_and_steal (g_steal_pointer (&text));
    case TIDE_IMPORT_REPEATED:
      /* Translators: %u is a row of a table, counted from 1 */
      return g_strdup_printf (_ ("It has the key of row %u."), get_other_number (row));
    case TIDE_IMPORT_SKIPPED:
      return g_strdup (row->before != NULL
                           ? _ ("The register has a record with its key.")
                           : _ ("Left out by choice, as its project may be there already."));
    case TIDE_IMPORT_ASKED:
      return g_strdup (_ ("The register has a record with its key, and nobody has said what "
                          "becomes of it."));
    case TIDE_IMPORT_CREATED:
      return dup_likeness (row);
    case TIDE_IMPORT_UPDATED:
    case TIDE_IMPORT_UNCHANGED:
    case TIDE_IMPORT_BLANK:
    case TIDE_N_IMPORT_VERDICTS:
    default:
      return NULL;
    }
}

static GPtrArray *
create_titles (guint n, gboolean has_sheets)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (titles, g_strdup (_ ("Row")));
  g_ptr_array_add (titles, g_strdup (_ ("Verdict")));
  g_ptr_array_add (titles, g_strdup (_ ("Reason")));
  if (has_sheets)
    g_ptr_array_add (titles, g_strdup (_ ("Sheet")));
  for (guint i = 0; i < n; i++)
    /* Translators: %u is a column of a table, counted from 1 */
    g_ptr_array_add (titles, g_strdup_printf (_ ("Column %u"), i + 1));

  return titles;
}

static void
begin_sheet (TideTableWriter *writer, guint n, gboolean has_sheets)
{
  g_autoptr (GPtrArray) titles = create_titles (n, has_sheets);
  g_autofree TideTableColumn *columns = g_new0 (TideTableColumn, titles->len);

  for (guint i = 0; i < titles->len; i++)
    {
      columns[i].title = g_ptr_array_index (titles, i);
      columns[i].type = i == 0 ? TIDE_TABLE_NUMBER : TIDE_TABLE_TEXT;
    }
  tide_table_writer_begin_sheet (writer, "rows", columns, titles->len);
}

static void
write_row (TideTableWriter *writer,
           const TideImportTrial *trial,
           const TideTable *table,
           const TideImportRow *row)
{
  g_autofree char *reason = tide_import_report_dup_reason (trial, row);
  const TideDecimal number = { .mantissa = get_number (row), .is_set = TRUE };

  tide_table_writer_add_decimal (writer, &number);
  tide_table_writer_add_text (writer, tide_import_verdict_get_label (row->verdict));
  tide_table_writer_add_text (writer, reason);
  if (row->sheet != NULL)
    tide_table_writer_add_text (writer, row->sheet);
  for (guint i = 0; i < tide_table_get_n_columns (table); i++)
    tide_table_writer_add_text (writer, tide_table_get_text (table, row->row, i));
  tide_table_writer_end_row (writer);
}

/* Either all rows are of sheets or none is. */
static gboolean
has_sheets (const TideImportTrial *trial)
{
  return tide_import_trial_get_n_rows (trial) > 0
         && tide_import_trial_get_row (trial, 0)->sheet != NULL;
}

/**
 * tide_import_report_new_csv:
 * @trial: a trial
 * @table: its table
 *
 * Returns: (transfer full): the rows that are left out, each with the number of its row, from 1,
 *   its verdict, the reason, the sheet where there are several, and all its cells, as delimited
 * text in UTF-8
 */
GBytes *
tide_import_report_new_csv (const TideImportTrial *trial, const TideTable *table)
{
  g_autoptr (TideTableWriter) writer = tide_csv_writer_new (&TIDE_CSV_STYLE_COMMA);

  begin_sheet (writer, tide_table_get_n_columns (table), has_sheets (trial));
  for (guint i = 0; i < tide_import_trial_get_n_rows (trial); i++)
    {
      const TideImportRow *row = tide_import_trial_get_row (trial, i);

      if (is_left_out (row))
        write_row (writer, trial, table, row);
    }

  return tide_table_writer_end (writer, NULL);
}
