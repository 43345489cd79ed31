/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-core"

#include "core/tide-observation-edit.h"

#include "core/tide-observation-edit-private.h"
#include "core/tide-observation-text.h"

#include <glib/gi18n-lib.h>

#define PUBLISHED_BASIS "as-published"

static TideDraft *
find_entry (TideDraft *draft, const char *list, gconstpointer entry)
{
  g_autofree char *key = entry != NULL ? tide_payload_dup_key (entry) : NULL;

  return key != NULL ? tide_draft_find_entry (draft, list, key) : NULL;
}

/*
 * tide_observation_edit_begin:
 * @edit: (out): what was begun; its draft is to be let go
 * @reg: a register
 * @id: id of an indicator
 *
 * Returns: %FALSE where the register does not have it any more
 */
gboolean
tide_observation_edit_begin (TideObservationEdit *edit, TideRegister *reg, const char *id)
{
  const TidePayload *indicator = tide_register_lookup_payload (reg, TIDE_RECORD_INDICATOR, id);

  if (indicator == NULL)
    return FALSE;

  *edit = (TideObservationEdit) {
    .draft = tide_draft_new (reg, TIDE_RECORD_INDICATOR, indicator),
    .unit = (const TideScale *) TIDE_INDICATOR_PAYLOAD (indicator)->unit,
  };

  return TRUE;
}

/*
 * tide_observation_edit_choose:
 * @edit: what was begun
 * @row: (nullable): the row to edit; %NULL for a new one
 */
void
tide_observation_edit_choose (TideObservationEdit *edit, const TideObservationRow *row)
{
  edit->observation
      = row != NULL ? find_entry (edit->draft, "observations", row->observation) : NULL;
  edit->growth = row != NULL ? find_entry (edit->draft, "growth", row->growth) : NULL;
  edit->series_break = row != NULL ? find_entry (edit->draft, "breaks", row->series_break) : NULL;
}

static void
set (TideDraft *entry, const char *member, const char *text)
{
  tide_field_set_text (tide_draft_get_field (entry, member), text);
}

static const char *
get (TideDraft *entry, const char *member)
{
  return tide_field_get_text (tide_draft_get_field (entry, member));
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Parts of a row that it does not have yet ---------------------------------------------------- */

static const char *
get_period (const TideObservationEdit *edit)
{
  if (edit->observation != NULL)
    return get (edit->observation, "period");
  if (edit->growth != NULL)
    return get (edit->growth, "to");

  return edit->series_break != NULL ? get (edit->series_break, "before") : "";
}

static TideDraft *
ensure_observation (TideObservationEdit *edit, const char *period)
{
  if (edit->observation == NULL)
    {
      edit->observation = tide_draft_append_entry (edit->draft, "observations");
      set (edit->observation, "period", period);
    }

  return edit->observation;
}

/* The same period a year before. */
static char *
dup_year_before (const char *period)
{
  TideDate date;

  if (!tide_date_recognise (period, &date) || date.year <= 1)
    return g_strdup ("");

  date.year--;

  return tide_date_dup_text (&date);
}

static TideDraft *
ensure_growth (TideObservationEdit *edit, const char *period)
{
  if (edit->growth == NULL)
    {
      g_autofree char *from = dup_year_before (period);

      edit->growth = tide_draft_append_entry (edit->draft, "growth");
      set (edit->growth, "to", period);
      set (edit->growth, "from", from);
      set (edit->growth, "basis", PUBLISHED_BASIS);
    }

  return edit->growth;
}

/* What is typed in the columns ---------------------------------------------------------------- */

static void
change_period (TideObservationEdit *edit, const char *text)
{
  if (edit->observation != NULL)
    set (edit->observation, "period", text);
  if (edit->growth != NULL)
    set (edit->growth, "to", text);
  if (edit->series_break != NULL)
    set (edit->series_break, "before", text);
}

/* Words are kept as they are written; a number alone says no more than the value. */
static char *
change_value (TideObservationEdit *edit, const char *period, const char *text)
{
  g_autoptr (TideProblem) problem = NULL;
  g_autofree char *number = NULL;
  TideDecimal value;

  if (!is_given (text))
    {
      if (edit->observation != NULL)
        {
          set (edit->observation, "written", "");
          set (edit->observation, "value", "");
        }
      return NULL;
    }

  problem = tide_observation_text_read (text, edit->unit, &value);
  if (problem != NULL)
    return tide_problem_dup_sentence (problem);

  number = tide_decimal_dup_text (&value);
  ensure_observation (edit, period);
  set (edit->observation, "written", g_str_equal (number, text) ? "" : text);
  set (edit->observation, "value", number);

  return NULL;
}

static void
change_growth (TideObservationEdit *edit, const char *period, const char *text)
{
  if (is_given (text))
    set (ensure_growth (edit, period), "rate", text);
  else if (edit->growth != NULL)
    {
      tide_draft_remove_entry (edit->draft, "growth", edit->growth);
      edit->growth = NULL;
    }
}

static void
change_break (TideObservationEdit *edit, const char *period, const char *text)
{
  if (!is_given (text))
    {
      if (edit->series_break != NULL)
        tide_draft_remove_entry (edit->draft, "breaks", edit->series_break);
      edit->series_break = NULL;
      return;
    }

  if (edit->series_break == NULL)
    {
      edit->series_break = tide_draft_append_entry (edit->draft, "breaks");
      set (edit->series_break, "before", period);
    }
  set (edit->series_break, "reason",
       g_str_equal (text, tide_observation_get_bare_break ()) ? "" : text);
}

/* One source for all that the row says. */
static void
change_source (TideObservationEdit *edit, const char *text)
{
  if (edit->observation != NULL)
    set (edit->observation, "source", text);
  if (edit->growth != NULL)
    set (edit->growth, "source", text);
  if (edit->series_break != NULL)
    set (edit->series_break, "source", text);
}

static void
change_of_growth (TideObservationEdit *edit, const char *member, const char *text)
{
  if (edit->growth != NULL && (is_given (text) || !g_str_equal (member, "from")))
    set (edit->growth, member, text);
}

/*
 * tide_observation_edit_change:
 * @edit: what was begun
 * @texts: (array fixed-size=8): what was typed in each column, %NULL where nothing was
 *
 * Types it into the drafts of the chosen row.
 *
 * Returns: (transfer full) (nullable): what is wrong with the value, which no field can say
 */
char *
tide_observation_edit_change (TideObservationEdit *edit, const char *const *texts)
{
  const char *typed = texts[TIDE_OBSERVATION_PERIOD];
  g_autofree char *period = g_strdup (typed != NULL ? typed : get_period (edit));
  char *problem = NULL;

  if (typed != NULL)
    change_period (edit, typed);
  if (texts[TIDE_OBSERVATION_VALUE] != NULL)
    problem = change_value (edit, period, texts[TIDE_OBSERVATION_VALUE]);
  if (texts[TIDE_OBSERVATION_GROWTH] != NULL)
    change_growth (edit, period, texts[TIDE_OBSERVATION_GROWTH]);
  if (texts[TIDE_OBSERVATION_SINCE] != NULL)
    change_of_growth (edit, "from", texts[TIDE_OBSERVATION_SINCE]);
  if (texts[TIDE_OBSERVATION_BASIS] != NULL)
    change_of_growth (edit, "basis", texts[TIDE_OBSERVATION_BASIS]);
  if (texts[TIDE_OBSERVATION_REVISION] != NULL && edit->observation != NULL)
    set (edit->observation, "revision", texts[TIDE_OBSERVATION_REVISION]);
  if (texts[TIDE_OBSERVATION_BREAK] != NULL)
    change_break (edit, period, texts[TIDE_OBSERVATION_BREAK]);
  if (texts[TIDE_OBSERVATION_SOURCE] != NULL)
    change_source (edit, texts[TIDE_OBSERVATION_SOURCE]);

  return problem;
}

/* Problems ------------------------------------------------------------------------------------ */

static gboolean
is_field (TideDraft *entry, const char *member, TideField *field)
{
  return entry != NULL && tide_draft_get_field (entry, member) == field;
}

static TideObservationColumn
find_column (const TideObservationEdit *edit, TideField *field, TideObservationColumn otherwise)
{
  const struct
  {
    TideDraft *entry;
    const char *member;
    TideObservationColumn column;
  } places[] = {
    { edit->observation, "period", TIDE_OBSERVATION_PERIOD },
    { edit->growth, "to", TIDE_OBSERVATION_PERIOD },
    { edit->series_break, "before", TIDE_OBSERVATION_PERIOD },
    { edit->observation, "value", TIDE_OBSERVATION_VALUE },
    { edit->observation, "written", TIDE_OBSERVATION_VALUE },
    { edit->growth, "rate", TIDE_OBSERVATION_GROWTH },
    { edit->growth, "from", TIDE_OBSERVATION_SINCE },
    { edit->growth, "basis", TIDE_OBSERVATION_BASIS },
    { edit->observation, "revision", TIDE_OBSERVATION_REVISION },
    { edit->series_break, "reason", TIDE_OBSERVATION_BREAK },
    { edit->observation, "source", TIDE_OBSERVATION_SOURCE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (is_field (places[i].entry, places[i].member, field))
      return places[i].column;

  return otherwise;
}

static TideObservationColumn
find_first_typed (const char *const *texts)
{
  for (guint i = 0; i < TIDE_N_OBSERVATION_COLUMNS; i++)
    if (texts[i] != NULL)
      return (TideObservationColumn) i;

  return TIDE_OBSERVATION_PERIOD;
}

static char *
commit (TideObservationEdit *edit, const char *step_name, TideObservationColumn *column)
{
  g_autoptr (GError) error = NULL;
  TideField *field = tide_draft_check (edit->draft);

  if (field != NULL)
    {
      *column = find_column (edit, field, *column);
      return g_strdup (tide_field_get_problem (field));
    }

  tide_draft_set_step_name (edit->draft, step_name);
  if (!tide_draft_commit (edit->draft, NULL, &error))
    return g_strdup (error->message);

  return NULL;
}

/**
 * tide_observation_can_add:
 * @texts: (array fixed-size=8): what is typed in each column of a new row, %NULL for nothing
 *
 * Returns: whether it is enough to be kept: a period, and something that is said of it
 */
gboolean
tide_observation_can_add (const char *const *texts)
{
  return is_given (texts[TIDE_OBSERVATION_PERIOD])
         && (is_given (texts[TIDE_OBSERVATION_VALUE]) || is_given (texts[TIDE_OBSERVATION_GROWTH])
             || is_given (texts[TIDE_OBSERVATION_BREAK]));
}

/**
 * tide_observation_edit:
 * @reg: a register
 * @indicator: id of an indicator
 * @row: (nullable): the row that is edited; %NULL for a new one
 * @texts: (array fixed-size=8): what was typed in each column, %NULL where nothing was
 * @column: (out): where the problem is
 *
 * Takes what was typed in a row into the register, as one step.
 *
 * Returns: (transfer full) (nullable): what is wrong with it, for the person; %NULL where the
 *   register has it now
 */
char *
tide_observation_edit (TideRegister *reg,
                       const char *indicator,
                       const TideObservationRow *row,
                       const char *const *texts,
                       TideObservationColumn *column)
{
  TideObservationEdit edit = { 0 };
  char *problem;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  *column = find_first_typed (texts);
  if (!tide_observation_edit_begin (&edit, reg, indicator))
    return g_strdup (_ ("This indicator is not in the register any more."));

  tide_observation_edit_choose (&edit, row);
  problem = tide_observation_edit_change (&edit, texts);
  if (problem != NULL)
    *column = TIDE_OBSERVATION_VALUE;
  else
    problem = commit (&edit, row != NULL ? "edit-observation" : "add-observation", column);
  g_clear_object (&edit.draft);

  return problem;
}

/**
 * tide_observation_remove:
 * @reg: a register
 * @indicator: id of an indicator
 * @row: one of its rows
 * @error: return location
 *
 * Removes all that the row says, as one step.
 *
 * Returns: whether it is gone
 */
gboolean
tide_observation_remove (TideRegister *reg,
                         const char *indicator,
                         const TideObservationRow *row,
                         GError **error)
{
  TideObservationEdit edit = { 0 };
  gboolean is_done;

  g_return_val_if_fail (TIDE_IS_REGISTER (reg), FALSE);

  if (!tide_observation_edit_begin (&edit, reg, indicator))
    return TRUE;

  tide_observation_edit_choose (&edit, row);
  if (edit.observation != NULL)
    tide_draft_remove_entry (edit.draft, "observations", edit.observation);
  if (edit.growth != NULL)
    tide_draft_remove_entry (edit.draft, "growth", edit.growth);
  if (edit.series_break != NULL)
    tide_draft_remove_entry (edit.draft, "breaks", edit.series_break);
  tide_draft_set_step_name (edit.draft, "remove-observation");
  is_done = tide_draft_commit (edit.draft, NULL, error);
  g_clear_object (&edit.draft);

  return is_done;
}
