/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-column-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_EXAMPLES 3
#define MAX_EXAMPLE 24

struct _TideImportColumnRow
{
  AdwExpanderRow parent_instance;

  TideImportJob *job; /* owned */
  guint column;
  gboolean is_filling;

  /* owned by the row; nullable until it is opened first */
  AdwComboRow *field_row;
  AdwComboRow *decimal_row;
  AdwComboRow *order_row;
  AdwComboRow *unit_row;
  AdwComboRow *currency_row;
  AdwComboRow *role_row;
  AdwSwitchRow *key_row;
};

G_DEFINE_FINAL_TYPE (TideImportColumnRow, tide_import_column_row, ADW_TYPE_EXPANDER_ROW)

static guint changed_signal;

static const char decimals[] = { 0, '.', ',' };
static const char *const decimal_labels[] = { N_ ("Each by Itself"), N_ ("Point"), N_ ("Comma") };
static const char *const order_labels[]
    = { N_ ("Each by Itself"), N_ ("Day First"), N_ ("Month First") };

static const guint8 exponents[] = { 0, 3, 4, 6, 8, 9 };
static const char *const unit_labels[]
    = { N_ ("As Written"), N_ ("Thousand"),        N_ ("Ten Thousand"),
        N_ ("Million"),    N_ ("Hundred Million"), N_ ("Billion") };

static TideImportColumn *
get_column (TideImportColumnRow *self)
{
  return tide_import_plan_get_column (tide_import_job_get_plan (self->job), self->column);
}

/* What it tells ----------------------------------------------------------------------------- */

static void
append_example (GString *examples, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MAX_EXAMPLE));

  if (examples->len > 0)
    g_string_append (examples, " · ");
  g_string_append (examples, start);
}

static char *
dup_examples (TideImportColumnRow *self)
{
  const TideTable *table = tide_import_job_get_table (self->job);
  const guint first = tide_import_job_get_plan (self->job)->first_row;
  g_autoptr (GString) examples = g_string_new (NULL);
  guint n = 0;

  for (guint i = first; i < MIN (tide_table_get_n_rows (table), first + 20) && n < N_EXAMPLES; i++)
    {
      const char *text = tide_table_get_text (table, i, self->column);

      if (*text == '\0')
        continue;
      append_example (examples, text);
      n++;
    }

  return g_strdup (examples->str);
}

static char *
dup_doubt (TideImportColumnRow *self)
{
  TideColumnGuess guess = *tide_import_job_get_guess (self->job, self->column);
  TideImportColumn *column = get_column (self);
  const TideColumnFormat *format = &column->format;

  tide_column_guess_set_kind (&guess, format->kind);
  if (column->field == TIDE_IMPORT_NOTHING || format->decimal != 0
      || format->date_order != TIDE_DATE_ORDER_EACH)
    return NULL;

  return tide_column_guess_dup_doubt (&guess, tide_import_job_get_table (self->job), self->column);
}

static void
show_texts (TideImportColumnRow *self)
{
  const TideTable *table = tide_import_job_get_table (self->job);
  const char *header
      = tide_table_get_text (table, tide_import_job_get_plan (self->job)->header_row, self->column);
  /* Translators: a column of a table without a name */
  g_autofree char *number = g_strdup_printf (_ ("Column %u"), self->column + 1);
  g_autofree char *examples = dup_examples (self);
  g_autofree char *doubt = dup_doubt (self);
  g_autofree char *subtitle
      = g_strconcat (tide_import_field_get_label (get_column (self)->field), "\n", examples,
                     doubt != NULL ? "\n" : NULL, doubt, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *header != '\0' ? header : number);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

/* Choices ----------------------------------------------------------------------------------- */

static AdwComboRow *
new_combo (const char *title, GtkStringList *names)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));

  return row;
}

static AdwComboRow *
new_fixed_combo (const char *title, const char *const *labels, gsize n)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (gsize i = 0; i < n; i++)
    gtk_string_list_append (names, _ (labels[i]));

  return new_combo (title, names);
}

static AdwComboRow *
new_field_combo (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  AdwComboRow *row;

  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    gtk_string_list_append (names, tide_import_field_get_label ((TideImportField) i));
  row = new_combo (_ ("Taken As"), names);
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_enable_search (row, TRUE);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);

  return row;
}

static AdwComboRow *
new_currency_combo (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *currencies = tide_currency_list ();

  gtk_string_list_append (names, _ ("As Written"));
  for (guint i = 0; currencies[i] != NULL; i++)
    gtk_string_list_append (names, currencies[i]);

  return new_combo (_ ("Currency"), names);
}

static AdwComboRow *
new_role_combo (void)
{
  const TideLanguage language = tide_language_get_default ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < tide_codes_get_n (TIDE_CODES_PARTY_ROLE); i++)
    gtk_string_list_append (
        names, tide_codes_get_label (TIDE_CODES_PARTY_ROLE,
                                     tide_codes_get_code (TIDE_CODES_PARTY_ROLE, i), language));

  /* Translators: what a party does in a project, such as Investor */
  return new_combo (_ ("Role"), names);
}

static guint
find_role (const char *role)
{
  return (guint) MAX (
      0, tide_codes_find (TIDE_CODES_PARTY_ROLE, role != NULL ? role : TIDE_IMPORT_USUAL_ROLE));
}

static guint
find_currency (const char *currency)
{
  const char *const *currencies = tide_currency_list ();

  for (guint i = 0; currencies[i] != NULL; i++)
    if (strcmp (currencies[i], currency) == 0)
      return i + 1;

  return 0;
}

static guint
find_exponent (guint exponent)
{
  for (guint i = 0; i < G_N_ELEMENTS (exponents); i++)
    if (exponents[i] == exponent)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
show_choices (TideImportColumnRow *self)
{
  const TideImportColumn *column = get_column (self);
  const TideColumnKind kind = column->format.kind;
  const gboolean is_taken = column->field != TIDE_IMPORT_NOTHING;
  const gboolean is_number = is_taken && kind != TIDE_COLUMN_TEXT && kind != TIDE_COLUMN_DATE;
  const char *sign = column->format.decimal != 0
                         ? memchr (decimals, column->format.decimal, sizeof decimals)
                         : decimals;

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->field_row, column->field);
  adw_combo_row_set_selected (self->decimal_row, sign != NULL ? (guint) (sign - decimals) : 0);
  adw_combo_row_set_selected (self->order_row, column->format.date_order);
  adw_combo_row_set_selected (self->unit_row, find_exponent (column->format.exponent));
  adw_combo_row_set_selected (self->currency_row, find_currency (column->format.currency));
  adw_combo_row_set_selected (self->role_row, find_role (column->role));
  adw_switch_row_set_active (self->key_row, column->is_key);
  self->is_filling = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->decimal_row), is_number);
  gtk_widget_set_visible (GTK_WIDGET (self->order_row), is_taken && kind == TIDE_COLUMN_DATE);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), is_number && kind != TIDE_COLUMN_PERCENT);
  gtk_widget_set_visible (GTK_WIDGET (self->currency_row), is_taken && kind == TIDE_COLUMN_AMOUNT);
  gtk_widget_set_visible (GTK_WIDGET (self->role_row), column->field == TIDE_IMPORT_PARTY);
  gtk_widget_set_visible (GTK_WIDGET (self->key_row), tide_import_field_can_be_key (column->field));
}

static void
tell_change (TideImportColumnRow *self)
{
  show_choices (self);
  show_texts (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_field_chosen (TideImportColumnRow *self)
{
  TideImportColumn *column = get_column (self);
  TideColumnGuess guess = *tide_import_job_get_guess (self->job, self->column);

  if (self->is_filling)
    return;

  column->field = (TideImportField) adw_combo_row_get_selected (self->field_row);
  tide_import_column_take_guess (column, &guess);
  tell_change (self);
}

static void
on_format_chosen (TideImportColumnRow *self)
{
  TideImportColumn *column = get_column (self);
  const guint unit = adw_combo_row_get_selected (self->unit_row);
  const guint currency = adw_combo_row_get_selected (self->currency_row);

  if (self->is_filling)
    return;

  column->format.decimal = decimals[adw_combo_row_get_selected (self->decimal_row)];
  column->format.date_order = (TideDateOrder) adw_combo_row_get_selected (self->order_row);
  if (unit < G_N_ELEMENTS (exponents))
    column->format.exponent = exponents[unit];
  g_strlcpy (column->format.currency, currency > 0 ? tide_currency_list ()[currency - 1] : "",
             sizeof column->format.currency);
  column->role
      = tide_codes_get_code (TIDE_CODES_PARTY_ROLE, adw_combo_row_get_selected (self->role_row));
  column->is_key = adw_switch_row_get_active (self->key_row);
  tell_change (self);
}

static void
add (TideImportColumnRow *self, gpointer row, const char *signal, GCallback callback)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_signal_connect_object (row, signal, callback, self, G_CONNECT_SWAPPED);
}

/* A table may have many columns, of which few are opened. */
static void
on_expanded (TideImportColumnRow *self)
{
  const char *selected = "notify::selected";

  if (self->field_row != NULL)
    return;

  self->field_row = new_field_combo ();
  self->decimal_row
      = new_fixed_combo (_ ("Decimal Sign"), decimal_labels, G_N_ELEMENTS (decimal_labels));
  self->order_row
      = new_fixed_combo (_ ("Order of Dates"), order_labels, G_N_ELEMENTS (order_labels));
  self->unit_row = new_fixed_combo (_ ("Unit"), unit_labels, G_N_ELEMENTS (unit_labels));
  self->currency_row = new_currency_combo ();
  self->role_row = new_role_combo ();
  self->key_row = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->key_row), _ ("Tells Records Apart"));
  show_choices (self);

  add (self, self->field_row, selected, G_CALLBACK (on_field_chosen));
  add (self, self->decimal_row, selected, G_CALLBACK (on_format_chosen));
  add (self, self->order_row, selected, G_CALLBACK (on_format_chosen));
  add (self, self->unit_row, selected, G_CALLBACK (on_format_chosen));
  add (self, self->currency_row, selected, G_CALLBACK (on_format_chosen));
  add (self, self->role_row, selected, G_CALLBACK (on_format_chosen));
  add (self, self->key_row, "notify::active", G_CALLBACK (on_format_chosen));
}

static void
tide_import_column_row_dispose (GObject *object)
{
  TideImportColumnRow *self = TIDE_IMPORT_COLUMN_ROW (object);

  g_clear_object (&self->job);

  G_OBJECT_CLASS (tide_import_column_row_parent_class)->dispose (object);
}

static void
tide_import_column_row_class_init (TideImportColumnRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_import_column_row_dispose;

  changed_signal = g_signal_new ("changed", TIDE_TYPE_IMPORT_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_import_column_row_init (TideImportColumnRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 5);
}

/**
 * tide_import_column_row_new:
 * @job: a job with a plan
 * @column: a column of its table, from 0
 *
 * Returns: (transfer floating): a row that changes the plan
 */
GtkWidget *
tide_import_column_row_new (TideImportJob *job, guint column)
{
  TideImportColumnRow *self = g_object_new (TIDE_TYPE_IMPORT_COLUMN_ROW, NULL);

  self->job = g_object_ref (job);
  self->column = column;
  show_texts (self);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);

  return GTK_WIDGET (self);
}

/**
 * tide_import_column_row_get_job:
 * @self: a row
 *
 * Returns: (transfer none): the job whose plan it changes
 */
TideImportJob *
tide_import_column_row_get_job (TideImportColumnRow *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_COLUMN_ROW (self), NULL);

  return self->job;
}
