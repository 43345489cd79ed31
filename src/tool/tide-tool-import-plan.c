/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-import.h"

#include "codec/tide-column-names.h"
#include "codec/tide-import-codes.h"
#include "codec/tide-import-preset.h"
#include "tool/tide-tool-filter.h"
#include "tool/tide-tool-table.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The word for no preset, where the one for the header is not wanted. */
#define NO_PRESET "none"

/* How a plan is being made. */
typedef struct
{
  TideToolImported *imported;
  const TideToolImport *typed;
  const TideToolVerb *verb;
} Maker;

/* Columns ------------------------------------------------------------------------------------ */

static gboolean
has_header (const Maker *self, guint column, const char *typed)
{
  g_autofree char *wanted = tide_column_name_fold (typed);
  g_autofree char *found
      = tide_column_name_fold (tide_tool_import_get_header (self->imported, column));

  return *wanted != '\0' && strcmp (wanted, found) == 0;
}

/* By its name in the header, else by its number from 1; G_MAXUINT, and a sentence, for none. */
static guint
find_column (const Maker *self, const char *typed)
{
  const guint n = self->imported->plan->columns->len;
  guint found = G_MAXUINT;
  guint64 number;

  for (guint i = 0; i < n; i++)
    {
      if (!has_header (self, i, typed))
        continue;
      if (found != G_MAXUINT)
        {
          tide_tool_verb_refuse (self->verb,
                                 /* Translators: %s is what was typed */
                                 _ ("Several columns are called “%s”: tell their number instead."),
                                 typed);
          return G_MAXUINT;
        }
      found = i;
    }
  if (found == G_MAXUINT && g_ascii_string_to_unsigned (typed, 10, 1, n, &number, NULL))
    found = (guint) number - 1;
  if (found == G_MAXUINT)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (self->verb, _ ("The table has no column “%s”."), typed);

  return found;
}

/* Takes "column=value" apart; a column may have the sign in its name, a value of the program has
 * not. */
static gboolean
split (const Maker *self, const char *option, const char *typed, char **name, char **value)
{
  const char *sign = strcmp (option, "map") == 0 ? strrchr (typed, '=') : strchr (typed, '=');

  if (sign == NULL || sign == typed)
    {
      /* Translators: an option, and what was typed */
      tide_tool_verb_refuse (self->verb, _ ("“--%s” needs an equals sign in “%s”."), option, typed);
      return FALSE;
    }

  *name = g_strndup (typed, (gsize) (sign - typed));
  *value = g_strdup (sign + 1);

  return TRUE;
}

static gboolean
read_field (const Maker *self, const char *typed, TideImportField *field)
{
  *field = tide_import_field_from_code (typed);
  if (*field != TIDE_IMPORT_NOTHING
      || strcmp (typed, tide_import_field_get_code (TIDE_IMPORT_NOTHING)) == 0)
    return TRUE;

  /* Translators: %s is what was typed */
  tide_tool_verb_refuse (self->verb, _ ("There is no field “%s”."), typed);

  return FALSE;
}

static void
take_field (const Maker *self, guint index, TideImportField field)
{
  TideImportPlan *plan = self->imported->plan;
  TideImportColumn *column = tide_import_plan_get_column (plan, index);
  TideColumnGuess guess;

  column->field = field;
  column->is_key = FALSE;
  tide_column_guess (&guess, self->imported->table, index,
                     tide_tool_import_get_header (self->imported, index), plan->first_row);
  tide_import_column_take_guess (column, &guess);
}

static gboolean
map_columns (const Maker *self)
{
  for (guint i = 0; self->typed->map != NULL && self->typed->map[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *word = NULL;
      TideImportField field;
      guint column;

      if (!split (self, "map", self->typed->map[i], &name, &word)
          || !read_field (self, word, &field))
        return FALSE;
      column = find_column (self, name);
      if (column == G_MAXUINT)
        return FALSE;
      take_field (self, column, field);
    }

  return TRUE;
}

static gboolean
read_formats (const Maker *self)
{
  for (guint i = 0; self->typed->read != NULL && self->typed->read[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      TideColumnFormat format;
      guint column;

      if (!split (self, "read", self->typed->read[i], &name, &text))
        return FALSE;
      if (!tide_column_format_from_text (&format, text))
        {
          /* Translators: %s is what was typed */
          tide_tool_verb_refuse (self->verb, _ ("Cells cannot be read as “%s”."), text);
          return FALSE;
        }
      column = find_column (self, name);
      if (column == G_MAXUINT)
        return FALSE;
      tide_import_plan_get_column (self->imported->plan, column)->format = format;
    }

  return TRUE;
}

/* Words that hold for all columns. */
static gboolean
read_signs (const Maker *self)
{
  const char *decimal = self->typed->decimal;
  const char *order = self->typed->date_order;
  const gboolean has_comma = g_strcmp0 (decimal, "comma") == 0;
  const gboolean has_day = g_strcmp0 (order, "day-first") == 0;

  if (decimal != NULL && !has_comma && strcmp (decimal, "point") != 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (self->verb, _ ("There is no decimal sign “%s”."), decimal);
  else if (order != NULL && !has_day && strcmp (order, "month-first") != 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (self->verb, _ ("There is no order of dates “%s”."), order);
  else
    {
      for (guint i = 0; i < self->imported->plan->columns->len; i++)
        {
          TideColumnFormat *format = &tide_import_plan_get_column (self->imported->plan, i)->format;

          if (decimal != NULL && format->kind != TIDE_COLUMN_TEXT
              && format->kind != TIDE_COLUMN_DATE)
            format->decimal = has_comma ? ',' : '.';
          if (order != NULL && format->kind == TIDE_COLUMN_DATE)
            format->date_order = has_day ? TIDE_DATE_ORDER_DAY_FIRST : TIDE_DATE_ORDER_MONTH_FIRST;
        }
      return TRUE;
    }

  return FALSE;
}

static gboolean
choose_key (const Maker *self)
{
  TideImportPlan *plan = self->imported->plan;
  g_auto (GStrv) names = NULL;

  if (self->typed->key == NULL)
    {
      if (self->typed->map != NULL && !tide_import_plan_has_key (plan))
        tide_import_plan_choose_key (plan);
      return TRUE;
    }

  names = g_strsplit (self->typed->key, ",", -1);
  for (guint i = 0; i < plan->columns->len; i++)
    tide_import_plan_get_column (plan, i)->is_key = FALSE;
  for (guint i = 0; names[i] != NULL; i++)
    {
      const guint column = find_column (self, names[i]);

      if (column == G_MAXUINT)
        return FALSE;
      if (!tide_import_field_can_be_key (tide_import_plan_get_column (plan, column)->field))
        {
          /* Translators: %s is what was typed */
          tide_tool_verb_refuse (self->verb, _ ("The column “%s” tells no projects apart."),
                                 names[i]);
          return FALSE;
        }
      tide_import_plan_get_column (plan, column)->is_key = TRUE;
    }

  return TRUE;
}

/* The whole ---------------------------------------------------------------------------------- */

static gboolean
set_constants (const Maker *self)
{
  for (guint i = 0; self->typed->set != NULL && self->typed->set[i] != NULL; i++)
    {
      g_autofree char *word = NULL;
      g_autofree char *text = NULL;
      TideImportField field;

      if (!split (self, "set", self->typed->set[i], &word, &text)
          || !read_field (self, word, &field))
        return FALSE;
      if (!tide_import_field_can_be_constant (field))
        {
          /* Translators: %s is what was typed */
          tide_tool_verb_refuse (self->verb, _ ("“%s” cannot be the same in all rows."), word);
          return FALSE;
        }
      tide_import_plan_set_constant (self->imported->plan, field, text);
    }

  return TRUE;
}

static gboolean
read_words (const Maker *self)
{
  TideImportPlan *plan = self->imported->plan;
  const TideToolImport *typed = self->typed;
  const int policy = typed->matching != NULL ? tide_import_policy_from_code (typed->matching)
                                             : (int) plan->policy;
  const int repeats = typed->repeats != NULL ? tide_import_repeat_from_code (typed->repeats)
                                             : (int) plan->repeats;

  if (policy < 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (self->verb, _ ("Rows of known projects cannot be treated as “%s”."),
                           typed->matching);
  else if (repeats < 0)
    /* Translators: %s is what was typed */
    tide_tool_verb_refuse (self->verb, _ ("Repeated rows cannot be treated as “%s”."),
                           typed->repeats);
  else
    {
      plan->policy = (TideImportPolicy) policy;
      plan->repeats = (TideImportRepeat) repeats;
      plan->clears |= typed->clears;
      return tide_tool_read_language (typed->language, self->verb, &plan->language);
    }

  return FALSE;
}

/* What the rows are decides which fields columns may be taken as. */
static gboolean
choose_subject (const Maker *self)
{
  TideImportPlan *plan = self->imported->plan;
  const gboolean is_observations = g_strcmp0 (self->typed->rows, "observations") == 0;

  if (self->typed->rows == NULL)
    return TRUE;
  if (!is_observations && strcmp (self->typed->rows, "projects") != 0)
    {
      /* Translators: %s is what was typed */
      tide_tool_verb_refuse (self->verb, _ ("Rows cannot be “%s”."), self->typed->rows);
      return FALSE;
    }

  plan->subject = is_observations ? TIDE_IMPORT_OBSERVATIONS : TIDE_IMPORT_PROJECTS;
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const TideImportSubject subject
          = tide_import_field_get_subject (tide_import_plan_get_column (plan, i)->field);

      if (subject != TIDE_IMPORT_ANYTHING && subject != plan->subject)
        take_field (self, i, TIDE_IMPORT_NOTHING);
    }

  return TRUE;
}

static guint
find_row (const TideTable *table, guint line)
{
  for (guint i = 0; i < tide_table_get_n_rows (table); i++)
    if (tide_table_get_line (table, i) == line)
      return i;

  return TIDE_IMPORT_NO_ROW;
}

static TideToolStatus
take_header_row (const Maker *self, TideSnapshot *snapshot)
{
  const char *typed = self->typed->header_row;
  guint row = TIDE_IMPORT_NO_ROW;
  guint64 line;

  if (!g_ascii_string_to_unsigned (typed, 10, 0, G_MAXUINT, &line, NULL))
    /* Translators: %s is what was typed */
    return tide_tool_verb_refuse (self->verb, _ ("“%s” is no row."), typed);
  if (line > 0)
    row = find_row (self->imported->table, (guint) line);
  if (line > 0 && row == TIDE_IMPORT_NO_ROW)
    {
      /* Translators: a file, and a row of it */
      g_printerr (_ ("%s: There is no row %s."), self->imported->table_name, typed);
      g_printerr ("\n");
      return TIDE_TOOL_REFUSED;
    }

  self->imported->plan = tide_import_plan_new_guess_at (self->imported->table, snapshot, row);

  return TIDE_TOOL_DONE;
}

static TideToolStatus
take_preset (const Maker *self, TideSnapshot *snapshot)
{
  TideToolImported *imported = self->imported;
  const char *typed = self->typed->preset;
  const TidePayload *preset = typed == NULL ? tide_import_preset_find (snapshot, imported->table)
                              : strcmp (typed, NO_PRESET) == 0
                                  ? NULL
                                  : tide_tool_find_record (snapshot, TIDE_RECORD_PRESET, typed);

  if (preset != NULL)
    {
      imported->preset = tide_payload_ref (preset);
      imported->plan = tide_import_plan_new_from_preset (preset, imported->table);
    }
  else if (typed != NULL && strcmp (typed, NO_PRESET) != 0)
    {
      /* Translators: the first %s is a file, the second what was typed */
      g_printerr (_ ("%s: There is no preset “%s”."), imported->register_name, typed);
      g_printerr ("\n");
      return TIDE_TOOL_REFUSED;
    }
  else
    {
      imported->plan = tide_import_plan_new_guess (imported->table, snapshot);
    }

  return TIDE_TOOL_DONE;
}

static TideToolStatus
choose_taxonomy (const Maker *self, TideSnapshot *snapshot)
{
  const TidePayload *taxonomy;

  if (self->typed->taxonomy == NULL)
    return TIDE_TOOL_DONE;

  taxonomy = tide_tool_find_record (snapshot, TIDE_RECORD_TAXONOMY, self->typed->taxonomy);
  if (taxonomy == NULL)
    {
      g_printerr (_ ("%s: There is no taxonomy “%s”."), self->imported->register_name,
                  self->typed->taxonomy);
      g_printerr ("\n");
      return TIDE_TOOL_REFUSED;
    }
  g_set_str (&self->imported->plan->taxonomy, taxonomy->id);

  return TIDE_TOOL_DONE;
}

/**
 * tide_tool_import_make_plan:
 * @self: an import with a table
 * @typed: what was typed
 * @verb: the command
 * @snapshot: the register
 *
 * Understands the table by a preset, else by guessing, as the window does; what was typed has the
 * last word.
 *
 * Returns: %TIDE_TOOL_DONE where there is a plan; else what is wrong has been told
 */
TideToolStatus
tide_tool_import_make_plan (TideToolImported *self,
                            const TideToolImport *typed,
                            const TideToolVerb *verb,
                            TideSnapshot *snapshot)
{
  const Maker maker = { self, typed, verb };
  TideToolStatus status;

  if (typed->header_row != NULL && typed->preset != NULL)
    return tide_tool_verb_refuse (verb, _ ("A preset says which row is the header."));

  status = typed->header_row != NULL ? take_header_row (&maker, snapshot)
                                     : take_preset (&maker, snapshot);
  if (status == TIDE_TOOL_DONE)
    status = choose_taxonomy (&maker, snapshot);
  if (status != TIDE_TOOL_DONE)
    return status;
  if (!choose_subject (&maker) || !map_columns (&maker) || !read_signs (&maker)
      || !read_formats (&maker) || !choose_key (&maker) || !set_constants (&maker)
      || !read_words (&maker))
    return TIDE_TOOL_WRONG_USAGE;

  self->problem = tide_import_plan_dup_problem (self->plan);

  return TIDE_TOOL_DONE;
}

/**
 * tide_tool_import_dup_doubt:
 * @self: an import with a plan
 * @column: a column, from 0
 *
 * Returns: (transfer full) (nullable): what is open about how its cells are read
 */
char *
tide_tool_import_dup_doubt (const TideToolImported *self, guint column)
{
  const TideImportColumn *taken = tide_import_plan_get_column (self->plan, column);
  TideColumnGuess guess;

  if (taken->field == TIDE_IMPORT_NOTHING || taken->format.decimal != 0
      || taken->format.date_order != TIDE_DATE_ORDER_EACH)
    return NULL;

  tide_column_guess (&guess, self->table, column, tide_tool_import_get_header (self, column),
                     self->plan->first_row);
  tide_column_guess_set_kind (&guess, taken->format.kind);

  return tide_column_guess_dup_doubt (&guess, self->table, column);
}
