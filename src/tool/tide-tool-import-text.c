/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "codec/tide-import-codes.h"
#include "codec/tide-import-report.h"
#include "core/tide-record.h"
#include "stats/tide-import-totals.h"

#include <glib/gi18n-lib.h>

static void
append_source (GString *text, const TideToolImported *self)
{
  g_autofree char *sheet = tide_table_source_dup_sheet_name (self->source, self->choice.sheet);

  if (tide_table_source_get_kind (self->source) == TIDE_TABLE_SOURCE_TEXT)
    {
      const TideEncoding encoding = self->choice.options.encoding;

      /* Translators: a file, the id of an encoding, how sure it is, and the sign between cells */
      g_string_append_printf (text, _ ("%s: read as %s (%u %% sure), cells separated by “%s”"),
                              self->table_name, tide_encoding_get_id (encoding),
                              tide_table_source_get_confidence (self->source, encoding),
                              self->choice.options.separator == '\t'
                                  ? "tab"
                                  : (char[]) { self->choice.options.separator, '\0' });
    }
  else
    {
      /* Translators: a file, and a sheet of it */
      g_string_append_printf (text, _ ("%s: sheet “%s”"), self->table_name, sheet);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; self->notes[i] != NULL; i++)
    g_string_append_printf (text, "%s: %s\n", self->table_name, self->notes[i]);
}

static void
append_column (GString *text, const TideToolImported *self, guint index)
{
  const TideImportColumn *column = tide_import_plan_get_column (self->plan, index);
  g_autofree char *format = tide_column_format_to_text (&column->format);
  g_autofree char *doubt = tide_tool_import_dup_doubt (self, index);

  /* Translators: a column by its number and name, and a word for what it is taken as */
  g_string_append_printf (text, _ ("column %u, “%s”: %s"), index + 1,
                          tide_tool_import_get_header (self, index),
                          tide_import_field_get_code (column->field));
  if (column->field != TIDE_IMPORT_NOTHING)
    g_string_append_printf (text, ", %s", format);
  if (column->is_key)
    /* Translators: of a column that tells projects apart */
    g_string_append_printf (text, ", %s", _ ("key"));
  g_string_append_c (text, '\n');
  if (doubt != NULL)
    {
      /* Translators: what has to be decided about a column, by its number */
      g_string_append_printf (text, _ ("To decide: column %u: %s"), index + 1, doubt);
      g_string_append_c (text, '\n');
    }
}

static void
append_plan (GString *text, const TideToolImported *self)
{
  if (self->plan == NULL)
    {
      g_string_append (text, _ ("written by Tideline: rows are told apart by their ids"));
      g_string_append_c (text, '\n');
      return;
    }

  if (self->preset != NULL)
    {
      /* Translators: the name of a preset */
      g_string_append_printf (text, _ ("understood by the preset “%s”"),
                              tide_payload_get_label (self->preset, tide_language_get_default ()));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < self->plan->columns->len; i++)
    append_column (text, self, i);
  if (self->problem != NULL)
    {
      /* Translators: what has to be decided */
      g_string_append_printf (text, _ ("To decide: %s"), self->problem);
      g_string_append_c (text, '\n');
    }
}

/* The place of a row, as those of a register's problems. */
static void
append_place (GString *text, const TideToolImported *self, guint row, guint column)
{
  g_string_append_printf (text, "%s:%u:", self->table_name, tide_tool_import_get_line (self, row));
  if (column != TIDE_IMPORT_NO_ROW)
    g_string_append_printf (text, "%u:", column + 1);
}

static void
append_problems (GString *text, const TideToolImported *self, const TideImportRow *row)
{
  for (guint i = 0; i < row->n_problems; i++)
    {
      const TideImportProblem *problem
          = tide_import_trial_get_problem (self->trial, row->first_problem + i);

      append_place (text, self, row->row, problem->column);
      if (problem->field != TIDE_IMPORT_NOTHING)
        g_string_append_printf (text, " %s:", tide_import_field_get_code (problem->field));
      g_string_append_printf (text, " %s\n", problem->reason);
    }
}

static void
append_rows (GString *text, const TideToolImported *self)
{
  for (guint i = 0; i < tide_import_trial_get_n_rows (self->trial); i++)
    {
      const TideImportRow *row = tide_import_trial_get_row (self->trial, i);
      g_autofree char *reason = NULL;

      if (row->verdict == TIDE_IMPORT_REFUSED)
        {
          append_problems (text, self, row);
          continue;
        }
      reason = tide_import_report_dup_reason (self->trial, row);
      if (reason == NULL)
        continue;
      append_place (text, self, row->row, TIDE_IMPORT_NO_ROW);
      g_string_append_printf (text, " %s\n", reason);
    }
}

static void
append_names (GString *text, const TideToolImported *self)
{
  for (guint i = 0; self->values != NULL && i < tide_import_values_get_n (self->values); i++)
    {
      const TideImportValue *value = tide_import_values_get (self->values, i);

      if (tide_import_value_get_act (value, self->plan, NULL) != TIDE_IMPORT_UNDECIDED)
        continue;
      g_string_append_printf (
          text,
          /* Translators: a kind of names, one of them, in how many rows and in which first */
          ngettext ("To decide: %s “%s”, in %u row, first in row %u",
                    "To decide: %s “%s”, in %u rows, first in row %u", value->n_rows),
          tide_import_value_kind_get_code (value->kind), value->text, value->n_rows,
          tide_tool_import_get_line (self, value->first_row));
      if (value->target != NULL)
        {
          char score[G_ASCII_DTOSTR_BUF_SIZE];

          /* Translators: the id of a record that a name is like, and how much, from 0 to 1 */
          g_string_append_printf (text, _ (", like %s (%s)"), value->target,
                                  g_ascii_formatd (score, sizeof score, "%.2f", value->score));
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_counts (GString *text, const TideToolImported *self)
{
  for (guint i = 0; i < TIDE_N_IMPORT_VERDICTS; i++)
    if (tide_import_trial_count (self->trial, (TideImportVerdict) i) > 0)
      g_string_append_printf (text, "%s: %u\n",
                              tide_import_verdict_get_label ((TideImportVerdict) i),
                              tide_import_trial_count (self->trial, (TideImportVerdict) i));
}

static void
append_totals (GString *text, const TideToolImported *self)
{
  g_autoptr (GArray) totals = tide_import_totals_new (tide_import_trial_get_before (self->trial),
                                                      tide_import_trial_get_after (self->trial));

  for (guint i = 0; i < totals->len; i++)
    {
      const TideImportTotal *total = &g_array_index (totals, TideImportTotal, i);
      const char *kind = tide_codes_get_label (
          TIDE_CODES_AMOUNT_KIND, tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) total->kind),
          tide_language_get_default ());
      g_autofree char *before = tide_money_dup_exact (&total->before, tide_language_get_default ());
      g_autofree char *after = tide_money_dup_exact (&total->after, tide_language_get_default ());

      if (total->is_overflow)
        g_string_append_printf (text, "%s (%s): %s\n", kind, total->currency,
                                _ ("Too Large to Add Up"));
      else
        g_string_append_printf (text, "%s: %s → %s\n", kind, before, after);
    }
}

static void
append_end (GString *text, const TideToolImported *self)
{
  if (self->is_written)
    g_string_append (text, _ ("The register is written."));
  else
    g_string_append (text, _ ("No register is written."));
  g_string_append_c (text, '\n');
}

/**
 * tide_tool_import_write_text:
 * @self: an import
 *
 * Returns: (transfer full): for people: how the table was understood, each row that is left out
 *   with its place, what has to be decided, counts, and totals before and after
 */
GBytes *
tide_tool_import_write_text (const TideToolImported *self)
{
  GString *text = g_string_new (NULL);

  append_source (text, self);
  append_plan (text, self);
  if (self->trial != NULL)
    {
      append_rows (text, self);
      append_names (text, self);
      append_counts (text, self);
      append_totals (text, self);
    }
  append_end (text, self);

  return g_string_free_to_bytes (text);
}
