/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A date of a project is of our times; another one is a slip. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2100

static void
figure_clear (gpointer data)
{
  TideImportFigure *figure = data;

  g_free (figure->written);
}

/*
 * tide_import_said_init:
 * @self: what rows say
 * @work: what they are read for
 *
 * Makes it ready for the first row.
 */
void
tide_import_said_init (TideImportSaid *self, TideImportWork *work)
{
  *self = (TideImportSaid) { .work = work };
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    self->namings[i] = g_array_new (FALSE, FALSE, sizeof (TideImportNaming));
  self->figures = g_array_new (FALSE, FALSE, sizeof (TideImportFigure));
  g_array_set_clear_func (self->figures, figure_clear);
}

static void
forget_row (TideImportSaid *self)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      g_clear_pointer (&self->texts[i], g_free);
      self->dates[i] = (TideDate) { 0 };
      self->is_said[i] = FALSE;
      self->is_mapped[i] = FALSE;
      self->columns[i] = TIDE_IMPORT_NO_ROW;
    }
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    g_array_set_size (self->namings[i], 0);
  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    {
      g_free (self->amounts[i].written);
      self->amounts[i] = (TideImportMoney) { 0 };
    }
  g_array_set_size (self->figures, 0);
  self->n_said = 0;
}

/*
 * tide_import_said_clear:
 * @self: what a row says
 *
 * Lets go what it owns.
 */
void
tide_import_said_clear (TideImportSaid *self)
{
  if (self->figures == NULL)
    return;

  forget_row (self);
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    g_array_unref (self->namings[i]);
  g_array_unref (self->figures);
}

/* Problems ------------------------------------------------------------------------------------ */

static void
refuse_cell (
    TideImportSaid *self, TideImportField field, guint column, const char *text, char *reason)
{
  tide_import_work_add_problem (self->work, self->row, column, field, text, reason);
}

/*
 * tide_import_said_refuse:
 * @self: what a row says
 * @field: the field that is not right
 * @reason: (transfer full): why, translated
 *
 * Refuses the row.
 */
void
tide_import_said_refuse (TideImportSaid *self, TideImportField field, char *reason)
{
  const guint column = self->columns[field];

  refuse_cell (self, field, column,
               column != TIDE_IMPORT_NO_ROW
                   ? tide_table_get_text (self->work->table, self->row, column)
                   : NULL,
               reason);
}

static char *
dup_undecided_reason (TideImportValueKind kind, const char *text)
{
  const char *const sentences[TIDE_N_IMPORT_VALUE_KINDS] = {
    /* Translators: %s is a name in a table */
    [TIDE_IMPORT_VALUE_SECTOR] = _ ("The sector “%s” is not decided about."),
    /* Translators: %s is a name in a table */
    [TIDE_IMPORT_VALUE_DIVISION] = _ ("The division “%s” is not decided about."),
    /* Translators: %s is a name in a table */
    [TIDE_IMPORT_VALUE_EVENT] = _ ("The event “%s” is not decided about."),
    /* Translators: %s is a name in a table */
    [TIDE_IMPORT_VALUE_PARTY] = _ ("The party “%s” is not decided about."),
    /* Translators: %s is a name in a table */
    [TIDE_IMPORT_VALUE_SOURCE] = _ ("The source “%s” is not decided about."),
    /* Translators: %s is a name in a table */
    [TIDE_IMPORT_VALUE_INDICATOR] = _ ("The indicator “%s” is not decided about."),
    /* Translators: %s is a word in a table */
    [TIDE_IMPORT_VALUE_STAGE] = _ ("The stage “%s” is not decided about."),
    /* Translators: %s is a word in a table */
    [TIDE_IMPORT_VALUE_STATUS] = _ ("The status “%s” is not decided about."),
    /* Translators: %s is a word in a table */
    [TIDE_IMPORT_VALUE_PARTY_KIND] = _ ("The kind of party “%s” is not decided about."),
  };
  g_autofree char *isolated = tide_text_dup_isolated (text);
  g_autoptr (GString) sentence = g_string_new (sentences[kind]);

  g_string_replace (sentence, "%s", isolated, 1);

  return g_string_free_and_steal (g_steal_pointer (&sentence));
}

/* Cells --------------------------------------------------------------------------------------- */

static void
note (TideImportSaid *self, TideImportField field, guint column)
{
  self->is_said[field] = TRUE;
  self->columns[field] = column;
  if (column != TIDE_IMPORT_NO_ROW)
    self->n_said++;
}

static void
take_names (
    TideImportSaid *self, TideImportField field, guint column, const char *role, const char *text)
{
  const TideImportValueKind kind = (TideImportValueKind) tide_import_field_get_value_kind (field);
  const GArray *pieces = tide_import_values_find_pieces (self->work->values, kind, text);

  for (guint i = 0; pieces != NULL && i < pieces->len; i++)
    {
      const TideImportPiece *piece = &g_array_index (pieces, TideImportPiece, i);
      const TideImportMeaning *meaning = tide_import_meaning_of (self->work, piece->value);
      const TideImportNaming naming = { piece->value, piece->share, role };

      if (meaning->act == TIDE_IMPORT_UNDECIDED)
        refuse_cell (self, field, column, text,
                     dup_undecided_reason (
                         kind, tide_import_values_get (self->work->values, piece->value)->text));
      else if (meaning->act != TIDE_IMPORT_IGNORE)
        g_array_append_val (self->namings[kind], naming);
      note (self, field, column);
    }
}

static char *
dup_date_problem (TideImportField field, const TideDate *date)
{
  if (date->precision == TIDE_PRECISION_QUARTER && field != TIDE_IMPORT_PERIOD)
    return g_strdup (_ ("Dates of projects are years, months or days, not quarters."));
  if (date->year < FIRST_YEAR || date->year > LAST_YEAR)
    /* Translators: the first and the last year that a date may have */
    return g_strdup_printf (_ ("Only years from %d to %d can be meant."), FIRST_YEAR, LAST_YEAR);

  return NULL;
}

static void
take_date (TideImportSaid *self,
           TideImportField field,
           guint column,
           const TideDate *date,
           const char *text)
{
  char *reason = dup_date_problem (field, date);

  if (reason != NULL)
    refuse_cell (self, field, column, text, reason);
  else
    self->dates[field] = *date;
}

/* The amounts of the row have been read with it. */
static void
check_currency (TideImportSaid *self, guint column, const char *text)
{
  TideColumnFormat format = { .kind = TIDE_COLUMN_AMOUNT };

  if (!tide_column_format_read_unit (&format, text))
    refuse_cell (self, TIDE_IMPORT_CURRENCY, column, text, g_strdup (_ ("No such currency.")));
}

static void
take_country (TideImportSaid *self, guint column, const char *text)
{
  const char *code = tide_import_words_find_country (text);

  if (code != NULL)
    g_set_str (&self->texts[TIDE_IMPORT_PARTY_COUNTRY], code);
  else
    refuse_cell (self, TIDE_IMPORT_PARTY_COUNTRY, column, text,
                 g_strdup (_ ("This country is not known; write its code of two letters.")));
}

static void
take_id (TideImportSaid *self, guint column, const char *text)
{
  if (tide_id_is_valid (text))
    g_set_str (&self->texts[TIDE_IMPORT_ID], text);
  else
    refuse_cell (self, TIDE_IMPORT_ID, column, text,
                 g_strdup (_ ("This is no identifier of a record.")));
}

/* Several columns of notes become paragraphs. */
static void
take_text (TideImportSaid *self, TideImportField field, guint column, const char *text)
{
  g_autofree char *earlier = g_steal_pointer (&self->texts[field]);

  self->texts[field] = earlier != NULL ? g_strconcat (earlier, "\n", text, NULL) : g_strdup (text);
  if (strlen (self->texts[field]) > TIDE_TABLE_MAX_CELL)
    refuse_cell (self, field, column, NULL, g_strdup (_ ("All of it together is too long.")));
}

static void
take_words (TideImportSaid *self, TideImportField field, guint column, const char *text)
{
  switch ((guint) field)
    {
    case TIDE_IMPORT_ID:
      take_id (self, column, text);
      break;
    case TIDE_IMPORT_CURRENCY:
      check_currency (self, column, text);
      break;
    case TIDE_IMPORT_PARTY_COUNTRY:
      take_country (self, column, text);
      break;
    default:
      take_text (self, field, column, text);
      break;
    }
}

/* Figures ------------------------------------------------------------------------------------- */

static gboolean
is_plain (const TideColumnFormat *format, const char *text)
{
  return format->exponent == 0 && format->currency[0] == '\0'
         && strspn (text, "+-0123456789.,' ") == strlen (text);
}

static void
take_figure (TideImportSaid *self,
             TideImportField field,
             guint column,
             const TideColumnFormat *format,
             const TideCellReading *reading,
             const char *text)
{
  TideImportFigure figure = { .column = column, .is_growth = field == TIDE_IMPORT_GROWTH };

  if (field == TIDE_IMPORT_PERIOD_VALUE)
    figure.period = self->work->periods[column];
  figure.is_money = format->kind == TIDE_COLUMN_AMOUNT;
  figure.number = figure.is_money ? reading->amount.value : reading->number;
  figure.is_plain = is_plain (format, text);
  figure.exponent = format->exponent;
  g_strlcpy (figure.currency, reading->amount.currency, sizeof figure.currency);
  figure.written = g_strstrip (g_strdup (text));
  g_array_append_val (self->figures, figure);
}

static gboolean
is_figure (TideImportField field)
{
  return field == TIDE_IMPORT_VALUE || field == TIDE_IMPORT_PERIOD_VALUE
         || field == TIDE_IMPORT_GROWTH;
}

static const char *
find_text (const TideImportSaid *self, TideImportField field)
{
  const GArray *columns = self->work->plan->columns;
  const char *constant = self->work->plan->constants[field];

  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, TideImportColumn, i).field == field
        && *tide_table_get_text (self->work->table, self->row, i) != '\0')
      return tide_table_get_text (self->work->table, self->row, i);

  return constant != NULL ? constant : "";
}

/* The unit of a row stands in a cell of its own, as that of a column stands in its header. */
static void
take_unit (const TideImportSaid *self, TideImportField field, TideColumnFormat *format)
{
  const gboolean is_amount = tide_import_field_get_amount_kind (field) != TIDE_AMOUNT_KIND_UNKNOWN;

  if (is_amount)
    tide_column_format_read_unit (format, find_text (self, TIDE_IMPORT_CURRENCY));
  else if (is_figure (field) && format->kind != TIDE_COLUMN_PERCENT
           && tide_column_format_read_unit (format, find_text (self, TIDE_IMPORT_UNIT)))
    format->kind = TIDE_COLUMN_AMOUNT;
}

/* All cells ----------------------------------------------------------------------------------- */

static void
take_reading (TideImportSaid *self,
              TideImportField field,
              guint column,
              const TideColumnFormat *format,
              const TideCellReading *reading,
              const char *text)
{
  note (self, field, column);
  if (is_figure (field))
    take_figure (self, field, column, format, reading, text);
  else if (tide_import_field_get_amount_kind (field) != TIDE_AMOUNT_KIND_UNKNOWN)
    tide_import_said_take_amount (self, field, column, format, reading);
  else if (tide_import_field_get_column_kind (field) == TIDE_COLUMN_DATE)
    take_date (self, field, column, &reading->date, text);
  else
    take_words (self, field, column, reading->text);
}

static void
take_cell (TideImportSaid *self,
           TideImportField field,
           guint column,
           const TideColumnFormat *format,
           const char *role,
           TideCellKind kind,
           const char *text)
{
  g_auto (TideCellReading) reading = { 0 };
  TideColumnFormat in_unit = *format;
  TideCellState state;

  if (*text == '\0')
    return;
  if (tide_import_field_get_value_kind (field) >= 0)
    {
      take_names (self, field, column, role, text);
      return;
    }

  take_unit (self, field, &in_unit);
  state = tide_column_format_read_text (&in_unit, kind, text, &reading);
  if (state == TIDE_CELL_IS_READ)
    take_reading (self, field, column, &in_unit, &reading, text);
  else if (state == TIDE_CELL_IS_UNREADABLE)
    {
      note (self, field, column);
      refuse_cell (self, field, column, text, tide_cell_reason_dup_sentence (reading.reason, text));
    }
}

static void
take_columns (TideImportSaid *self)
{
  const GArray *columns = self->work->plan->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const TideImportColumn *column = &g_array_index (columns, TideImportColumn, i);

      if (column->field == TIDE_IMPORT_NOTHING)
        continue;

      self->is_mapped[column->field] = TRUE;
      take_cell (self, column->field, i, &column->format, column->role,
                 tide_table_get_kind (self->work->table, self->row, i),
                 tide_table_get_text (self->work->table, self->row, i));
    }
}

static void
take_constants (TideImportSaid *self)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      const TideImportField field = (TideImportField) i;
      const char *text = self->work->plan->constants[i];

      if (text != NULL && !self->is_said[i])
        {
          const TideColumnFormat format = { .kind = tide_import_field_get_column_kind (field) };

          take_cell (self, field, TIDE_IMPORT_NO_ROW, &format, NULL, TIDE_CELL_TEXT, text);
        }
    }
}

/*
 * tide_import_said_read:
 * @self: what rows say
 * @row: a row of the table
 *
 * Reads all that the row says. What cannot be read becomes problems of the work.
 */
void
tide_import_said_read (TideImportSaid *self, guint row)
{
  forget_row (self);
  self->row = row;
  self->first_problem = self->work->problems->len;
  take_columns (self);
  if (self->n_said == 0)
    return;

  take_constants (self);
  tide_import_said_settle_amounts (self);
}

/*
 * tide_import_said_get_target:
 * @self: what a row says
 * @kind: a kind of values of which a row has one
 *
 * Returns: (nullable): id of the record or code that it names
 */
const char *
tide_import_said_get_target (const TideImportSaid *self, TideImportValueKind kind)
{
  const GArray *namings = self->namings[kind];

  if (namings->len == 0)
    return NULL;

  return tide_import_meaning_of (self->work, g_array_index (namings, TideImportNaming, 0).value)
      ->target;
}

/*
 * tide_import_said_is_refused:
 * @self: what a row says
 *
 * Returns: whether anything about it is not right
 */
gboolean
tide_import_said_is_refused (const TideImportSaid *self)
{
  return self->work->problems->len > self->first_problem;
}

/*
 * tide_import_said_use:
 * @self: what a row says that is taken
 *
 * Has the records made that it names and that are new.
 */
void
tide_import_said_use (TideImportSaid *self)
{
  for (guint i = 0; i < TIDE_N_IMPORT_VALUE_KINDS; i++)
    for (guint j = 0; j < self->namings[i]->len; j++)
      {
        const guint value = g_array_index (self->namings[i], TideImportNaming, j).value;

        self->work->meanings[value].is_used = TRUE;
      }
}

/*
 * tide_import_said_judge:
 * @said: what a row says
 * @verdict: what becomes of it
 * @other: the row that it repeats
 * @kind: what @before and @after are
 * @before: (nullable): kept by the work or the snapshot
 * @after: (nullable): kept by the work
 *
 * Notes the verdict.
 */
void
tide_import_said_judge (TideImportSaid *said,
                        TideImportVerdict verdict,
                        guint other,
                        TideRecordKind kind,
                        const TidePayload *before,
                        const TidePayload *after)
{
  const TideImportRow row = {
    .row = said->row,
    .verdict = verdict,
    .other = other,
    .kind = kind,
    .before = before,
    .after = after,
    .n_problems = said->work->problems->len - said->first_problem,
    .first_problem = said->first_problem,
  };

  g_array_append_val (said->work->rows, row);
}
