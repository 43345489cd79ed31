/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-plan.h"

#include "codec/tide-import-private.h"

#include <glib/gi18n-lib.h>

/* What tells records apart, the surest first; names only together with nothing else. */
static const TideImportField key_fields[] = {
  TIDE_IMPORT_ID,      TIDE_IMPORT_NUMBER,   TIDE_IMPORT_NAME_ZH,
  TIDE_IMPORT_NAME_EN, TIDE_IMPORT_NAME,     TIDE_IMPORT_CODE_NAME,
  TIDE_IMPORT_PARTY,   TIDE_IMPORT_DIVISION, TIDE_IMPORT_EVENT,
};

/* The fields that a row without them may take from the plan. */
static const TideImportField constant_fields[] = {
  TIDE_IMPORT_PARTY,     TIDE_IMPORT_PARTY_COUNTRY, TIDE_IMPORT_PARTY_KIND, TIDE_IMPORT_SECTOR,
  TIDE_IMPORT_DIVISION,  TIDE_IMPORT_EVENT,         TIDE_IMPORT_STAGE,      TIDE_IMPORT_STAGE_DATE,
  TIDE_IMPORT_STATUS,    TIDE_IMPORT_STATUS_REASON, TIDE_IMPORT_CURRENCY,   TIDE_IMPORT_AMOUNT_DATE,
  TIDE_IMPORT_IN_CHARGE, TIDE_IMPORT_TAGS,          TIDE_IMPORT_INDICATOR,  TIDE_IMPORT_PERIOD,
  TIDE_IMPORT_UNIT,      TIDE_IMPORT_SOURCE,
};

static const struct
{
  TideImportField field;
  TideRecordKind record;
  TideCodeSet codes;
  gboolean can_create;
} value_kinds[TIDE_N_IMPORT_VALUE_KINDS] = {
  [TIDE_IMPORT_VALUE_SECTOR] = { TIDE_IMPORT_SECTOR, TIDE_RECORD_SECTOR, 0, TRUE },
  [TIDE_IMPORT_VALUE_DIVISION] = { TIDE_IMPORT_DIVISION, TIDE_RECORD_DIVISION, 0, TRUE },
  [TIDE_IMPORT_VALUE_EVENT] = { TIDE_IMPORT_EVENT, TIDE_RECORD_EVENT, 0, TRUE },
  [TIDE_IMPORT_VALUE_PARTY] = { TIDE_IMPORT_PARTY, TIDE_RECORD_PARTY, 0, TRUE },
  [TIDE_IMPORT_VALUE_SOURCE] = { TIDE_IMPORT_SOURCE, TIDE_RECORD_SOURCE, 0, TRUE },
  [TIDE_IMPORT_VALUE_INDICATOR] = { TIDE_IMPORT_INDICATOR, TIDE_RECORD_INDICATOR, 0, TRUE },
  [TIDE_IMPORT_VALUE_STAGE] = { TIDE_IMPORT_STAGE, TIDE_RECORD_NONE, TIDE_CODES_STAGE, FALSE },
  [TIDE_IMPORT_VALUE_STATUS] = { TIDE_IMPORT_STATUS, TIDE_RECORD_NONE, TIDE_CODES_STATUS, FALSE },
  [TIDE_IMPORT_VALUE_PARTY_KIND]
  = { TIDE_IMPORT_PARTY_KIND, TIDE_RECORD_NONE, TIDE_CODES_PARTY_KIND, FALSE },
};

static gboolean
contains (const TideImportField *fields, gsize n, TideImportField field)
{
  for (gsize i = 0; i < n; i++)
    if (fields[i] == field)
      return TRUE;

  return FALSE;
}

static TideImportDecision *
decision_new (TideImportAct act, const char *target)
{
  TideImportDecision *decision = g_new (TideImportDecision, 1);

  *decision = (TideImportDecision) { act, g_strdup (target) };

  return decision;
}

static void
decision_free (TideImportDecision *decision)
{
  g_free (decision->target);
  g_free (decision);
}

static void
plan_init_tables (TideImportPlan *self)
{
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    self->decisions[i]
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) decision_free);
  self->answers = g_hash_table_new (NULL, NULL);
  self->settlements = tide_import_settlements_new ();
}

/**
 * tide_import_plan_new:
 * @n_columns: how many columns the table has
 *
 * Returns: (transfer full): a plan for projects that leaves every column out, with the names of the
 *   columns in the first row
 */
TideImportPlan *
tide_import_plan_new (guint n_columns)
{
  TideImportPlan *self = g_new0 (TideImportPlan, 1);

  self->subject = TIDE_IMPORT_PROJECTS;
  self->first_row = 1;
  self->columns = g_array_new (FALSE, TRUE, sizeof (TideImportColumn));
  g_array_set_size (self->columns, n_columns);
  self->language = TIDE_LANGUAGE_EN;
  plan_init_tables (self);

  return self;
}

/**
 * tide_import_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): a plan of its own that says the same
 */
TideImportPlan *
tide_import_plan_copy (const TideImportPlan *self)
{
  TideImportPlan *copy = g_memdup2 (self, sizeof *self);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  copy->columns = g_array_copy (self->columns);
  copy->taxonomy = g_strdup (self->taxonomy);
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    copy->constants[i] = g_strdup (self->constants[i]);
  plan_init_tables (copy);
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    {
      g_hash_table_iter_init (&iter, self->decisions[i]);
      while (g_hash_table_iter_next (&iter, &key, &value))
        {
          const TideImportDecision *decision = value;

          g_hash_table_insert (copy->decisions[i], g_strdup (key),
                               decision_new (decision->act, decision->target));
        }
    }
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->answers, key, value);
  tide_import_settlements_copy (self->settlements, copy);

  return copy;
}

/**
 * tide_import_plan_free:
 * @self: (transfer full): a plan
 */
void
tide_import_plan_free (TideImportPlan *self)
{
  g_array_unref (self->columns);
  g_free (self->taxonomy);
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    g_free (self->constants[i]);
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    g_hash_table_unref (self->decisions[i]);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->settlements);
  g_free (self);
}

/* Columns ------------------------------------------------------------------------------------- */

/**
 * tide_import_plan_get_column:
 * @self: a plan
 * @column: which column, from 0
 *
 * Returns: (transfer none) (nullable): the column, which may be changed; %NULL where there is none
 */
TideImportColumn *
tide_import_plan_get_column (const TideImportPlan *self, guint column)
{
  return column < self->columns->len ? &g_array_index (self->columns, TideImportColumn, column)
                                     : NULL;
}

/**
 * tide_import_plan_has_field:
 * @self: a plan
 * @field: a field
 *
 * Returns: whether a column is taken as it
 */
gboolean
tide_import_plan_has_field (const TideImportPlan *self, TideImportField field)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (tide_import_plan_get_column (self, i)->field == field)
      return TRUE;

  return FALSE;
}

/**
 * tide_import_field_can_be_key:
 * @field: a field
 *
 * Returns: whether it may be part of what tells projects apart
 */
gboolean
tide_import_field_can_be_key (TideImportField field)
{
  return contains (key_fields, G_N_ELEMENTS (key_fields), field);
}

/**
 * tide_import_plan_has_key:
 * @self: a plan
 *
 * Returns: whether a column is part of the key
 */
gboolean
tide_import_plan_has_key (const TideImportPlan *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const TideImportColumn *column = tide_import_plan_get_column (self, i);

      if (column->is_key && tide_import_field_can_be_key (column->field))
        return TRUE;
    }

  return FALSE;
}

/**
 * tide_import_plan_choose_key:
 * @self: a plan
 *
 * Makes the column that tells projects apart best the key, and no other: their id, else their
 * number, else a name.
 */
void
tide_import_plan_choose_key (TideImportPlan *self)
{
  gboolean is_chosen = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    tide_import_plan_get_column (self, i)->is_key = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (key_fields) && key_fields[i] != TIDE_IMPORT_PARTY; i++)
    for (guint j = 0; j < self->columns->len && !is_chosen; j++)
      if (tide_import_plan_get_column (self, j)->field == key_fields[i])
        is_chosen = tide_import_plan_get_column (self, j)->is_key = TRUE;
}

static gboolean
has_or_is_constant (const TideImportPlan *self, TideImportField field)
{
  return tide_import_plan_has_field (self, field) || self->constants[field] != NULL;
}

static gboolean
has_name (const TideImportPlan *self)
{
  return tide_import_plan_has_field (self, TIDE_IMPORT_NAME)
         || tide_import_plan_has_field (self, TIDE_IMPORT_NAME_ZH)
         || tide_import_plan_has_field (self, TIDE_IMPORT_NAME_EN);
}

static const char *
find_missing_of_observations (const TideImportPlan *self)
{
  const gboolean is_wide = tide_import_plan_has_field (self, TIDE_IMPORT_PERIOD_VALUE);

  if (!has_or_is_constant (self, TIDE_IMPORT_INDICATOR))
    return _ ("Choose which column names the indicator, or choose one indicator for all rows.");
  if (!is_wide && !has_or_is_constant (self, TIDE_IMPORT_PERIOD))
    return _ ("Choose which column has the period, or which columns have the values of periods.");
  if (!is_wide && !tide_import_plan_has_field (self, TIDE_IMPORT_VALUE)
      && !tide_import_plan_has_field (self, TIDE_IMPORT_GROWTH))
    return _ ("Choose which column has the value or the growth.");

  return NULL;
}

static const char *
find_repeated (const TideImportPlan *self)
{
  gboolean seen[TIDE_N_IMPORT_FIELDS] = { FALSE };

  for (guint i = 0; i < self->columns->len; i++)
    {
      const TideImportField field = tide_import_plan_get_column (self, i)->field;

      if (seen[field] && !tide_import_field_is_repeatable (field))
        return tide_import_field_get_label (field);
      seen[field] = TRUE;
    }

  return NULL;
}

static char *
dup_problem_of_constants (const TideImportPlan *self)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      const TideImportField field = (TideImportField) i;
      g_autofree char *problem = self->constants[i] != NULL
                                     ? tide_import_constant_dup_problem (field, self->constants[i])
                                     : NULL;

      if (problem != NULL)
        /* Translators: what every row of a table says, such as Event, then what is wrong with it */
        return g_strdup_printf (_ ("%s of every row: %s"), tide_import_field_get_label (field),
                                problem);
    }

  return NULL;
}

/**
 * tide_import_plan_dup_problem:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): why nothing can come of it, a translated sentence; %NULL
 *   where it is complete
 */
char *
tide_import_plan_dup_problem (const TideImportPlan *self)
{
  const char *repeated = find_repeated (self);

  if (repeated != NULL)
    /* Translators: %s is what columns of a table may be taken as, such as Division */
    return g_strdup_printf (_ ("More than one column is taken as “%s”."), repeated);
  if (self->subject == TIDE_IMPORT_OBSERVATIONS)
    {
      const char *missing = find_missing_of_observations (self);

      return missing != NULL ? g_strdup (missing) : dup_problem_of_constants (self);
    }
  if (!has_name (self) && !tide_import_plan_has_key (self))
    return g_strdup (_ ("Choose which column has the name of the project, or its key."));

  return dup_problem_of_constants (self);
}

/* Constants ----------------------------------------------------------------------------------- */

/**
 * tide_import_field_can_be_constant:
 * @field: a field
 *
 * Returns: whether a plan may give it to all rows that do not have it
 */
gboolean
tide_import_field_can_be_constant (TideImportField field)
{
  return contains (constant_fields, G_N_ELEMENTS (constant_fields), field);
}

/**
 * tide_import_plan_set_constant:
 * @self: a plan
 * @field: a field that may be constant
 * @text: (nullable): what every row says that says nothing else of it: a name, a code or an id, or
 * a date; %NULL for nothing
 */
void
tide_import_plan_set_constant (TideImportPlan *self, TideImportField field, const char *text)
{
  g_return_if_fail (tide_import_field_can_be_constant (field));

  g_set_str (&self->constants[field], text != NULL && *text != '\0' ? text : NULL);
}

/* Values -------------------------------------------------------------------------------------- */

/**
 * tide_import_field_get_value_kind:
 * @field: a field
 *
 * Returns: a #TideImportValueKind, what its texts are names of; -1 for a field of something else
 */
int
tide_import_field_get_value_kind (TideImportField field)
{
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    if (value_kinds[i].field == field)
      return (int) i;

  return -1;
}

/**
 * tide_import_value_kind_get_record:
 * @kind: a kind of values
 *
 * Returns: the kind of records that they name; %TIDE_RECORD_NONE for codes
 */
TideRecordKind
tide_import_value_kind_get_record (TideImportValueKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS, TIDE_RECORD_NONE);

  return value_kinds[kind].record;
}

/**
 * tide_import_value_kind_get_codes:
 * @kind: a kind of values that are codes
 *
 * Returns: the vocabulary that they name
 */
TideCodeSet
tide_import_value_kind_get_codes (TideImportValueKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS, TIDE_CODES_STAGE);

  return value_kinds[kind].codes;
}

/**
 * tide_import_value_kind_can_create:
 * @kind: a kind of values
 *
 * Returns: whether a text that is not known can become a new record. A sector needs the plan to
 *   have a taxonomy besides.
 */
gboolean
tide_import_value_kind_can_create (TideImportValueKind kind)
{
  g_return_val_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS, FALSE);

  return value_kinds[kind].can_create;
}

static char *
dup_decision_key (const char *text)
{
  g_autofree char *normal = tide_text_normalise (text);

  return tide_text_fold (normal != NULL ? normal : "");
}

/**
 * tide_import_plan_decide:
 * @self: a plan
 * @kind: what @text is the name of
 * @text: a text of the table
 * @act: what becomes of it
 * @target: (nullable): id of the record or code that it means, where it is taken
 *
 * Decides what becomes of a text, whatever it may have been matched to.
 */
void
tide_import_plan_decide (TideImportPlan *self,
                         TideImportValueKind kind,
                         const char *text,
                         TideImportAct act,
                         const char *target)
{
  g_return_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS);
  g_return_if_fail (act != TIDE_IMPORT_TAKE || target != NULL);
  g_return_if_fail (act != TIDE_IMPORT_NEW || value_kinds[kind].can_create);

  g_hash_table_insert (self->decisions[kind], dup_decision_key (text),
                       decision_new (act, act == TIDE_IMPORT_TAKE ? target : NULL));
}

/**
 * tide_import_plan_forget:
 * @self: a plan
 * @kind: what @text is the name of
 * @text: a text of the table
 *
 * Takes a decision back, so that the text is what it was matched to.
 */
void
tide_import_plan_forget (TideImportPlan *self, TideImportValueKind kind, const char *text)
{
  g_autofree char *key = dup_decision_key (text);

  g_return_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS);

  g_hash_table_remove (self->decisions[kind], key);
}

/**
 * tide_import_plan_get_decision:
 * @self: a plan
 * @kind: what @text is the name of
 * @text: a text of the table
 *
 * Returns: (transfer none) (nullable): what was decided about it
 */
const TideImportDecision *
tide_import_plan_get_decision (const TideImportPlan *self,
                               TideImportValueKind kind,
                               const char *text)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (kind < TIDE_N_IMPORT_VALUE_KINDS, NULL);

  if (g_hash_table_size (self->decisions[kind]) == 0)
    return NULL;

  key = dup_decision_key (text);

  return g_hash_table_lookup (self->decisions[kind], key);
}

/* Answers ------------------------------------------------------------------------------------- */

/**
 * tide_import_plan_answer:
 * @self: a plan
 * @row: a row of the table, from 0
 * @policy: what becomes of it; %TIDE_IMPORT_ASK to take an answer back
 *
 * Answers for a row whose key is that of a record. Answers belong to one table and are not kept in
 * presets.
 */
void
tide_import_plan_answer (TideImportPlan *self, guint row, TideImportPolicy policy)
{
  if (policy == TIDE_IMPORT_ASK)
    g_hash_table_remove (self->answers, GUINT_TO_POINTER (row));
  else
    g_hash_table_insert (self->answers, GUINT_TO_POINTER (row), GUINT_TO_POINTER (policy));
}

/**
 * tide_import_plan_get_answer:
 * @self: a plan
 * @row: a row of the table, from 0
 *
 * Returns: what becomes of the row where its key is that of a record
 */
TideImportPolicy
tide_import_plan_get_answer (const TideImportPlan *self, guint row)
{
  gpointer value;

  if (self->policy == TIDE_IMPORT_ASK
      && g_hash_table_lookup_extended (self->answers, GUINT_TO_POINTER (row), NULL, &value))
    return (TideImportPolicy) GPOINTER_TO_UINT (value);

  return self->policy;
}
