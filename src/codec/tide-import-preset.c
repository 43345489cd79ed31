/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-preset.h"

#include "codec/tide-column-names.h"
#include "codec/tide-import-codes.h"

#include <string.h>

/* A table that was saved with one more title above is still the same. */
#define MAX_HEADER_ROW 20

/**
 * tide_import_preset_dup_fingerprint:
 * @table: a table
 * @header_row: the row with the names of its columns
 *
 * Returns: (transfer full): what tables of the same columns have in common: the folded names, and
 *   their order
 */
char *
tide_import_preset_dup_fingerprint (const TideTable *table, guint header_row)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < tide_table_get_n_columns (table); i++)
    {
      g_autofree char *folded = tide_column_name_fold (tide_table_get_text (table, header_row, i));

      g_checksum_update (checksum, (const guchar *) folded, (gssize) strlen (folded) + 1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static const TidePayload *
find_fingerprint (const GPtrArray *presets, const char *fingerprint)
{
  for (guint i = 0; i < tide_entries_get_n (presets); i++)
    if (g_strcmp0 (TIDE_PRESET_PAYLOAD (g_ptr_array_index (presets, i))->fingerprint, fingerprint)
        == 0)
      return g_ptr_array_index (presets, i);

  return NULL;
}

/**
 * tide_import_preset_find:
 * @snapshot: a register
 * @table: a table
 *
 * Looks for the preset that was kept for tables with this header, wherever it stands among the
 * first rows.
 *
 * Returns: (transfer none) (nullable): the preset
 */
const TidePayload *
tide_import_preset_find (TideSnapshot *snapshot, const TideTable *table)
{
  const GPtrArray *presets = tide_snapshot_get_records (snapshot, TIDE_RECORD_PRESET);
  const guint n = MIN (tide_table_get_n_rows (table), MAX_HEADER_ROW);

  for (guint i = 0; tide_entries_get_n (presets) > 0 && i < n; i++)
    {
      g_autofree char *fingerprint = tide_import_preset_dup_fingerprint (table, i);
      const TidePayload *preset = find_fingerprint (presets, fingerprint);

      if (preset != NULL)
        return preset;
    }

  return NULL;
}

/* From presets -------------------------------------------------------------------------------- */

static void
read_columns (TideImportPlan *plan, const TidePresetPayload *preset)
{
  for (guint i = 0; i < tide_entries_get_n (preset->columns); i++)
    {
      const TidePresetColumn *entry = g_ptr_array_index (preset->columns, i);
      TideImportColumn *column
          = entry->position.value >= 0 && entry->position.value < plan->columns->len
                ? tide_import_plan_get_column (plan, (guint) entry->position.value)
                : NULL;
      const int role
          = entry->role != NULL ? tide_codes_find (TIDE_CODES_PARTY_ROLE, entry->role) : -1;

      if (column == NULL)
        continue;
      column->field = tide_import_field_from_code (entry->field);
      column->is_key = entry->is_key;
      if (role >= 0)
        column->role = tide_codes_get_code (TIDE_CODES_PARTY_ROLE, (guint) role);
      if (entry->format == NULL || !tide_column_format_from_text (&column->format, entry->format))
        column->format
            = (TideColumnFormat) { .kind = tide_import_field_get_column_kind (column->field) };
    }
}

static void
read_constants (TideImportPlan *plan, const TidePresetPayload *preset)
{
  for (guint i = 0; i < tide_entries_get_n (preset->constants); i++)
    {
      const TidePresetConstant *entry = g_ptr_array_index (preset->constants, i);
      const TideImportField field = tide_import_field_from_code (entry->field);

      if (tide_import_field_can_be_constant (field))
        tide_import_plan_set_constant (plan, field, entry->text);
    }
}

static void
read_values (TideImportPlan *plan, const TidePresetPayload *preset)
{
  for (guint i = 0; i < tide_entries_get_n (preset->values); i++)
    {
      const TidePresetValue *entry = g_ptr_array_index (preset->values, i);
      const int kind
          = tide_import_field_get_value_kind (tide_import_field_from_code (entry->field));
      const TideImportAct act = (TideImportAct) MAX (tide_import_act_from_code (entry->act), 0);

      if (kind < 0 || (act == TIDE_IMPORT_TAKE && entry->target == NULL)
          || (act == TIDE_IMPORT_NEW
              && !tide_import_value_kind_can_create ((TideImportValueKind) kind)))
        continue;
      tide_import_plan_decide (plan, (TideImportValueKind) kind, entry->text, act, entry->target);
    }
}

static guint
find_header (const TidePresetPayload *preset, const TideTable *table)
{
  const guint n = MIN (tide_table_get_n_rows (table), MAX_HEADER_ROW);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *fingerprint = tide_import_preset_dup_fingerprint (table, i);

      if (g_strcmp0 (fingerprint, preset->fingerprint) == 0)
        return i;
    }

  return preset->header_row.is_set ? (guint) preset->header_row.value : TIDE_IMPORT_NO_ROW;
}

/**
 * tide_import_plan_new_from_preset:
 * @preset: a preset
 * @table: a table, which need not have the header that the preset was kept for
 *
 * Returns: (transfer full): the plan that was kept, for @table. What the preset says that this
 *   program does not know is left out.
 */
TideImportPlan *
tide_import_plan_new_from_preset (const TidePayload *preset, const TideTable *table)
{
  const TidePresetPayload *payload = TIDE_PRESET_PAYLOAD (preset);
  TideImportPlan *plan = tide_import_plan_new (tide_table_get_n_columns (table));
  gint64 below = payload->first_row.is_set ? payload->first_row.value : 0;

  plan->subject = g_strcmp0 (payload->subject, "observations") == 0 ? TIDE_IMPORT_OBSERVATIONS
                                                                    : TIDE_IMPORT_PROJECTS;
  plan->header_row = find_header (payload, table);
  if (payload->header_row.is_set && plan->header_row != TIDE_IMPORT_NO_ROW)
    below += (gint64) plan->header_row - payload->header_row.value;
  plan->first_row = (guint) CLAMP (below, 0, TIDE_TABLE_MAX_ROWS);
  plan->policy = (TideImportPolicy) MAX (tide_import_policy_from_code (payload->policy), 0);
  plan->repeats = (TideImportRepeat) MAX (tide_import_repeat_from_code (payload->repeats), 0);
  plan->clears = payload->clears;
  plan->taxonomy = g_strdup (payload->taxonomy);
  plan->language = g_strcmp0 (payload->language, "zh") == 0 ? TIDE_LANGUAGE_ZH : TIDE_LANGUAGE_EN;
  read_columns (plan, payload);
  read_constants (plan, payload);
  read_values (plan, payload);

  return plan;
}

/* To presets ---------------------------------------------------------------------------------- */

static TidePayload *
entry_new (const char *list)
{
  const TideShape *shape = tide_shape_for_kind (TIDE_RECORD_PRESET);

  return tide_payload_new (tide_shape_find (shape, list)->shape, NULL);
}

static const char *
get_header (const TideImportPlan *plan, const TideTable *table, guint column)
{
  const char *header = plan->header_row != TIDE_IMPORT_NO_ROW
                           ? tide_table_get_text (table, plan->header_row, column)
                           : "";

  return *header != '\0' ? header : NULL;
}

static void
write_column (TidePayload *preset, const TideImportPlan *plan, const TideTable *table, guint index)
{
  const TideImportColumn *column = tide_import_plan_get_column (plan, index);
  TidePayload *entry = entry_new ("columns");
  TidePresetColumn *kept = (TidePresetColumn *) entry;
  g_autofree char *format = tide_column_format_to_text (&column->format);

  kept->position = (TideCount) { index, TRUE };
  kept->is_key = column->is_key && tide_import_field_can_be_key (column->field);
  tide_payload_set_string (&kept->header, get_header (plan, table, index));
  if (column->field != TIDE_IMPORT_NOTHING)
    {
      tide_payload_set_string (&kept->field, tide_import_field_get_code (column->field));
      tide_payload_set_string (&kept->format, format);
      tide_payload_set_interned (&kept->role, column->role);
    }
  tide_payload_add_entry (preset, "columns", entry);
}

static void
write_constant (TidePayload *preset, const TideImportPlan *plan, TideImportField field)
{
  TidePayload *entry = entry_new ("constants");

  tide_payload_set_string (&((TidePresetConstant *) entry)->field,
                           tide_import_field_get_code (field));
  tide_payload_set_string (&((TidePresetConstant *) entry)->text, plan->constants[field]);
  tide_payload_add_entry (preset, "constants", entry);
}

static const char *
get_value_field (TideImportValueKind kind)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    if (tide_import_field_get_value_kind ((TideImportField) i) == (int) kind)
      return tide_import_field_get_code ((TideImportField) i);

  return NULL;
}

static void
write_value (TidePayload *preset,
             TideImportValueKind kind,
             const char *text,
             const TideImportDecision *decision)
{
  TidePayload *entry = entry_new ("values");
  TidePresetValue *kept = (TidePresetValue *) entry;

  tide_payload_set_string (&kept->field, get_value_field (kind));
  tide_payload_set_string (&kept->text, text);
  tide_payload_set_string (&kept->act, tide_import_act_get_code (decision->act));
  tide_payload_set_string (&kept->target, decision->target);
  tide_payload_add_entry (preset, "values", entry);
}

/* In an order of their own, so that the same plan gives the same bytes. */
static void
write_values (TidePayload *preset, const TideImportPlan *plan, TideImportValueKind kind)
{
  g_autoptr (GPtrArray) texts = g_hash_table_get_keys_as_ptr_array (plan->decisions[kind]);

  g_ptr_array_sort_values (texts, (GCompareFunc) strcmp);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      if (*text != '\0')
        write_value (preset, kind, text, g_hash_table_lookup (plan->decisions[kind], text));
    }
}

static void
write_lists (TidePayload *preset, const TideImportPlan *plan, const TideTable *table)
{
  for (guint i = 0; i < plan->columns->len; i++)
    write_column (preset, plan, table, i);
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    if (plan->constants[i] != NULL)
      write_constant (preset, plan, (TideImportField) i);
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    write_values (preset, plan, (TideImportValueKind) i);
}

/**
 * tide_import_preset_new:
 * @plan: a plan
 * @table: its table
 * @name: what the preset is called, in the person's language
 * @id: its id
 *
 * Returns: (transfer full): the preset that keeps the plan, but for answers to single rows
 */
TidePayload *
tide_import_preset_new (const TideImportPlan *plan,
                        const TideTable *table,
                        const char *name,
                        const char *id)
{
  const gboolean has_header = plan->header_row != TIDE_IMPORT_NO_ROW;
  const gboolean is_chinese = tide_language_get_default () == TIDE_LANGUAGE_ZH;
  g_autofree char *fingerprint
      = has_header ? tide_import_preset_dup_fingerprint (table, plan->header_row) : NULL;
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_PRESET), id);
  TidePresetPayload *preset = (TidePresetPayload *) payload;

  tide_text_init (&preset->name, is_chinese ? NULL : name, is_chinese ? name : NULL);
  tide_payload_set_string (&preset->fingerprint, fingerprint);
  tide_payload_set_string (&preset->subject,
                           plan->subject == TIDE_IMPORT_OBSERVATIONS ? "observations" : "projects");
  preset->header_row = (TideCount) { has_header ? plan->header_row : 0, has_header };
  preset->first_row = (TideCount) { plan->first_row, TRUE };
  tide_payload_set_string (&preset->policy, tide_import_policy_get_code (plan->policy));
  tide_payload_set_string (&preset->repeats, tide_import_repeat_get_code (plan->repeats));
  preset->clears = plan->clears;
  tide_payload_set_string (&preset->taxonomy, plan->taxonomy);
  tide_payload_set_string (&preset->language, plan->language == TIDE_LANGUAGE_ZH ? "zh" : "en");
  write_lists (payload, plan, table);

  return tide_payload_seal (payload);
}

/* What a later program knows of an entry goes with it. */
static void
keep_unknown (TidePayload *preset, const TidePayload *known, const char *list)
{
  const TideMember *member = tide_shape_find (preset->shape, list);
  GPtrArray *entries = G_STRUCT_MEMBER (GPtrArray *, preset, member->offset);

  for (guint i = 0; i < tide_entries_get_n (entries); i++)
    {
      TidePayload *entry = g_ptr_array_index (entries, i);
      g_autofree char *key = tide_payload_dup_key (entry);
      const TidePayload *old_entry = tide_payload_find_entry (known, list, key);
      TidePayload *kept;

      if (old_entry == NULL || old_entry->extra == NULL)
        continue;
      kept = tide_payload_copy (entry);
      tide_payload_set_string (&kept->extra, old_entry->extra);
      tide_payload_unref (entry);
      g_ptr_array_index (entries, i) = tide_payload_seal (kept);
    }
}

/* What the plan does not say of the preset stays. */
static TidePayload *
renew (const TidePayload *preset, const TidePayload *known)
{
  TidePayload *renewed = tide_payload_copy (preset);
  TideText *name = &((TidePresetPayload *) renewed)->name;
  const TidePresetPayload *old = TIDE_PRESET_PAYLOAD (known);

  if (name->en == NULL)
    tide_payload_set_string (&name->en, old->name.en);
  if (name->zh == NULL)
    tide_payload_set_string (&name->zh, old->name.zh);
  tide_payload_set_string (&((TidePresetPayload *) renewed)->notes, old->notes);
  keep_unknown (renewed, known, "columns");
  keep_unknown (renewed, known, "constants");
  keep_unknown (renewed, known, "values");

  return renewed;
}

/**
 * tide_import_preset_new_step:
 * @reg: a register
 * @plan: a plan
 * @table: its table
 * @name: what the preset is called, in the person's language
 *
 * Returns: (transfer full): the step that keeps the plan, in place of the one that was kept for the
 *   same header; empty where nothing changes
 */
TideStep *
tide_import_preset_new_step (TideRegister *reg,
                             const TideImportPlan *plan,
                             const TideTable *table,
                             const char *name)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);
  const TidePayload *known = tide_import_preset_find (snapshot, table);
  g_autofree char *id
      = known != NULL ? g_strdup (known->id) : tide_clock_dup_id (tide_register_get_clock (reg));
  g_autoptr (TidePayload) preset = tide_import_preset_new (plan, table, name, id);

  return known != NULL
             ? tide_register_new_change_step (reg, TIDE_RECORD_PRESET, known, renew (preset, known))
             : tide_register_new_add_step (reg, TIDE_RECORD_PRESET, tide_payload_ref (preset));
}
