/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "codec/tide-import-codes.h"
#include "codec/tide-json-emitter.h"
#include "stats/tide-import-totals.h"

#include <string.h>

static void
emit_text (TideJsonEmitter *self, const char *name, const char *text)
{
  if (text == NULL)
    return;

  tide_json_emitter_name (self, name);
  tide_json_emitter_string (self, text);
}

static void
emit_count (TideJsonEmitter *self, const char *name, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  tide_json_emitter_name (self, name);
  tide_json_emitter_raw (self, number, -1);
}

static void
emit_flag (TideJsonEmitter *self, const char *name, gboolean flag)
{
  tide_json_emitter_name (self, name);
  tide_json_emitter_raw (self, flag ? "true" : "false", -1);
}

static void
begin_item (TideJsonEmitter *self)
{
  tide_json_emitter_item (self);
  tide_json_emitter_begin_line (self);
  tide_json_emitter_begin_object (self);
}

static void
end_item (TideJsonEmitter *self)
{
  tide_json_emitter_end_object (self);
  tide_json_emitter_end_line (self);
}

static void
begin_list (TideJsonEmitter *self, const char *name)
{
  tide_json_emitter_name (self, name);
  tide_json_emitter_begin_array (self);
}

static void
emit_source (TideJsonEmitter *self, const TideToolImported *imported)
{
  const TideDelimitedOptions *options = &imported->choice.options;
  g_autofree char *sheet
      = tide_table_source_dup_sheet_name (imported->source, imported->choice.sheet);

  emit_text (self, "register", imported->register_name);
  emit_text (self, "table", imported->table_name);
  if (tide_table_source_get_kind (imported->source) == TIDE_TABLE_SOURCE_TEXT)
    {
      emit_text (self, "encoding", tide_encoding_get_id (options->encoding));
      emit_count (self, "confidence",
                  tide_table_source_get_confidence (imported->source, options->encoding));
      emit_text (self, "separator", (char[]) { options->separator, '\0' });
    }
  else
    {
      emit_text (self, "sheet", sheet);
    }
  begin_list (self, "notes");
  for (guint i = 0; imported->notes[i] != NULL; i++)
    {
      tide_json_emitter_item (self);
      tide_json_emitter_string (self, imported->notes[i]);
    }
  tide_json_emitter_end_array (self);
}

static void
emit_column (TideJsonEmitter *self, const TideToolImported *imported, guint index)
{
  const TideImportColumn *column = tide_import_plan_get_column (imported->plan, index);
  g_autofree char *format = tide_column_format_to_text (&column->format);
  g_autofree char *doubt = tide_tool_import_dup_doubt (imported, index);

  begin_item (self);
  emit_count (self, "column", index + 1);
  emit_text (self, "header", tide_tool_import_get_header (imported, index));
  emit_text (self, "field", tide_import_field_get_code (column->field));
  if (column->field != TIDE_IMPORT_NOTHING)
    emit_text (self, "format", format);
  emit_flag (self, "key", column->is_key);
  emit_text (self, "doubt", doubt);
  end_item (self);
}

static void
emit_plan (TideJsonEmitter *self, const TideToolImported *imported)
{
  const TideImportPlan *plan = imported->plan;

  emit_flag (self, "own", plan == NULL);
  if (plan == NULL)
    return;

  emit_text (self, "preset", imported->preset != NULL ? imported->preset->id : NULL);
  emit_text (self, "subject",
             plan->subject == TIDE_IMPORT_OBSERVATIONS ? "observations" : "projects");
  if (plan->header_row != TIDE_IMPORT_NO_ROW)
    emit_count (self, "header-row", tide_tool_import_get_line (imported, plan->header_row));
  emit_text (self, "policy", tide_import_policy_get_code (plan->policy));
  emit_text (self, "repeats", tide_import_repeat_get_code (plan->repeats));
  begin_list (self, "columns");
  for (guint i = 0; i < plan->columns->len; i++)
    emit_column (self, imported, i);
  tide_json_emitter_end_array (self);
  emit_text (self, "problem", imported->problem);
}

static void
emit_value (TideJsonEmitter *self, const TideToolImported *imported, const TideImportValue *value)
{
  const char *target = NULL;
  const TideImportAct act = tide_import_value_get_act (value, imported->plan, &target);
  char score[G_ASCII_DTOSTR_BUF_SIZE];

  begin_item (self);
  emit_text (self, "kind", tide_import_value_kind_get_code (value->kind));
  emit_text (self, "text", value->text);
  emit_count (self, "rows", value->n_rows);
  if (value->n_rows > 0)
    emit_count (self, "row", tide_tool_import_get_line (imported, value->first_row));
  emit_text (self, "match", tide_import_match_get_code (value->match));
  if (value->match == TIDE_IMPORT_MATCH_SIMILAR)
    {
      emit_text (self, "like", value->target);
      tide_json_emitter_name (self, "score");
      tide_json_emitter_raw (self, g_ascii_formatd (score, sizeof score, "%.4f", value->score), -1);
    }
  emit_text (self, "act", tide_import_act_get_code (act));
  emit_text (self, "target", target);
  end_item (self);
}

static void
emit_problem (TideJsonEmitter *self,
              const TideToolImported *imported,
              const TideImportProblem *problem)
{
  begin_item (self);
  if (problem->column != TIDE_IMPORT_NO_ROW)
    {
      emit_count (self, "column", problem->column + 1);
      emit_text (self, "header", tide_tool_import_get_header (imported, problem->column));
    }
  if (problem->field != TIDE_IMPORT_NOTHING)
    emit_text (self, "field", tide_import_field_get_code (problem->field));
  emit_text (self, "text", problem->text);
  emit_text (self, "reason", problem->reason);
  end_item (self);
}

static void
emit_row (TideJsonEmitter *self, const TideToolImported *imported, const TideImportRow *row)
{
  const TidePayload *record = row->before != NULL ? row->before : row->after;

  begin_item (self);
  emit_count (self, "row", tide_tool_import_get_line (imported, row->row));
  emit_text (self, "verdict", tide_import_verdict_get_code (row->verdict));
  if (row->other != TIDE_IMPORT_NO_ROW)
    emit_count (self, "repeats", tide_tool_import_get_line (imported, row->other));
  if (record != NULL && row->verdict != TIDE_IMPORT_REFUSED)
    emit_text (self, "id", record->id);
  if (row->n_problems > 0)
    {
      begin_list (self, "problems");
      for (guint i = 0; i < row->n_problems; i++)
        emit_problem (self, imported,
                      tide_import_trial_get_problem (imported->trial, row->first_problem + i));
      tide_json_emitter_end_array (self);
    }
  end_item (self);
}

static void
emit_counts (TideJsonEmitter *self, const TideImportTrial *trial)
{
  tide_json_emitter_name (self, "counts");
  tide_json_emitter_begin_object (self);
  for (guint i = 0; i < TIDE_N_IMPORT_VERDICTS; i++)
    emit_count (self, tide_import_verdict_get_code ((TideImportVerdict) i),
                tide_import_trial_count (trial, (TideImportVerdict) i));
  tide_json_emitter_end_object (self);

  tide_json_emitter_name (self, "new");
  tide_json_emitter_begin_object (self);
  for (guint i = 0; i < TIDE_N_RECORD_KINDS; i++)
    if (tide_import_trial_count_new (trial, (TideRecordKind) i) > 0)
      emit_count (self, tide_record_kind_get_list ((TideRecordKind) i),
                  tide_import_trial_count_new (trial, (TideRecordKind) i));
  tide_json_emitter_end_object (self);
}

static void
emit_money (TideJsonEmitter *self, const char *name, const TideMoney *money)
{
  g_autofree char *text = NULL;
  TideDecimal decimal;

  tide_money_to_decimal (money, &decimal);
  text = tide_decimal_dup_text (&decimal);
  emit_text (self, name, text);
}

static void
emit_total (TideJsonEmitter *self, const TideImportTotal *total)
{
  begin_item (self);
  emit_text (self, "amount-kind",
             tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) total->kind));
  emit_text (self, "currency", total->currency);
  emit_count (self, "projects-before", total->n_before);
  emit_count (self, "projects-after", total->n_after);
  if (!total->is_overflow)
    {
      emit_money (self, "before", &total->before);
      emit_money (self, "after", &total->after);
    }
  emit_flag (self, "too-large", total->is_overflow);
  end_item (self);
}

static void
emit_trial (TideJsonEmitter *self, const TideToolImported *imported)
{
  const TideImportTrial *trial = imported->trial;
  g_autoptr (GArray) totals = tide_import_totals_new (tide_import_trial_get_before (trial),
                                                      tide_import_trial_get_after (trial));

  begin_list (self, "names");
  for (guint i = 0; imported->values != NULL && i < tide_import_values_get_n (imported->values);
       i++)
    emit_value (self, imported, tide_import_values_get (imported->values, i));
  tide_json_emitter_end_array (self);

  begin_list (self, "rows");
  for (guint i = 0; i < tide_import_trial_get_n_rows (trial); i++)
    emit_row (self, imported, tide_import_trial_get_row (trial, i));
  tide_json_emitter_end_array (self);

  emit_counts (self, trial);
  begin_list (self, "totals");
  for (guint i = 0; i < totals->len; i++)
    emit_total (self, &g_array_index (totals, TideImportTotal, i));
  tide_json_emitter_end_array (self);
}

/**
 * tide_tool_import_write_json:
 * @self: an import
 *
 * Returns: (transfer full): for programs: one object with how the table was understood (`own` where
 *   Tideline has written it, else `columns`, `names`), what becomes of each row (`rows`, `counts`,
 * `new`), `totals` before and after as decimal text, and whether the register is `written`. Rows
 * and columns count from 1, as people see them; reasons are sentences in the person's language.
 */
GBytes *
tide_tool_import_write_json (const TideToolImported *self)
{
  TideJsonEmitter emitter;

  tide_json_emitter_init (&emitter);
  tide_json_emitter_begin_object (&emitter);
  emit_source (&emitter, self);
  emit_plan (&emitter, self);
  if (self->trial != NULL)
    emit_trial (&emitter, self);
  emit_flag (&emitter, "written", self->is_written);
  tide_json_emitter_end_object (&emitter);
  tide_json_emitter_raw (&emitter, "\n", 1);

  return tide_json_emitter_free_to_bytes (&emitter);
}
