/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-tool"

#include "tool/tide-tool-figures.h"

#include "codec/tide-json-emitter.h"
#include "stats/tide-figure-note.h"
#include "stats/tide-figure-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The key of the row of the whole, which is the last. */
#define WHOLE "total"

/* Filters have no word for all of them. */
static const char *
get_code (TideExclusion exclusion)
{
  switch ((int) exclusion)
    {
    case TIDE_EXCLUSION_LATER_EVENT:
      return "later-event";
    case TIDE_EXCLUSION_FILTER:
      return "filter";
    default:
      return tide_exclusion_get_code (exclusion);
    }
}

/* Tables ------------------------------------------------------------------------------------- */

/* A table that is being written. */
typedef struct
{
  const TideToolFigures *figures;
  TideToolFormat format;
  TideTableWriter *writer;
  GPtrArray *titles; /* owned, of char */
  GArray *columns;   /* owned, of TideTableColumn */
} Sheet;

static gboolean
is_for_people (TideToolFormat format)
{
  return format == TIDE_TOOL_TABLE || format == TIDE_TOOL_MARKDOWN;
}

static void
add_column (Sheet *self, char *title, TideTableType type)
{
  const TideTableColumn column = { title, type };

  g_ptr_array_add (self->titles, title);
  g_array_append_val (self->columns, column);
}

/* The sums as recorded, which the whole has of all currencies. */
static const TideMoney *
find_sum (const TideFigure *figure, const char *currency)
{
  for (guint i = 0; i < figure->sums->len; i++)
    {
      const TideMoney *sum = &g_array_index (figure->sums, TideMoney, i);

      if (strcmp (sum->currency, currency) == 0)
        return sum;
    }

  return NULL;
}

static void
begin_sheet (Sheet *self)
{
  const TideFigure *total = self->figures->breakdown->total;
  const char *currency = tide_columns_get_currency (self->figures->columns);

  add_column (self, g_strdup ("key"), TIDE_TABLE_TEXT);
  add_column (self, g_strdup ("name-en"), TIDE_TABLE_TEXT);
  add_column (self, g_strdup ("name-zh"), TIDE_TABLE_TEXT);
  add_column (self, g_strdup ("projects"), TIDE_TABLE_NUMBER);
  add_column (self, g_strdup ("with-amount"), TIDE_TABLE_NUMBER);
  add_column (self,
              currency[0] != '\0' ? g_strdup_printf ("value (%s)", currency) : g_strdup ("value"),
              TIDE_TABLE_AMOUNT);
  add_column (self, g_strdup ("unpriced"), TIDE_TABLE_NUMBER);
  for (guint i = 0; i < total->sums->len; i++)
    add_column (
        self, g_strdup_printf ("recorded (%s)", g_array_index (total->sums, TideMoney, i).currency),
        TIDE_TABLE_AMOUNT);
  if (!is_for_people (self->format))
    {
      add_column (self, g_strdup ("vague"), TIDE_TABLE_NUMBER);
      add_column (self, g_strdup ("unclassified"), TIDE_TABLE_NUMBER);
      add_column (self, g_strdup ("too-large"), TIDE_TABLE_BOOLEAN);
      for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
        add_column (self, g_strconcat ("left-out-", get_code ((TideExclusion) i), NULL),
                    TIDE_TABLE_NUMBER);
    }

  tide_table_writer_begin_sheet (self->writer, "totals",
                                 (const TideTableColumn *) self->columns->data, self->columns->len);
}

static void
write_count (Sheet *self, guint n)
{
  const TideDecimal decimal = { .mantissa = n, .is_set = TRUE };

  tide_table_writer_add_decimal (self->writer, &decimal);
}

static void
write_money (Sheet *self, const TideMoney *money)
{
  TideDecimal decimal = { 0 };

  if (money != NULL)
    tide_money_to_decimal (money, &decimal);
  tide_table_writer_add_decimal (self->writer, &decimal);
}

/* What of a figure is no money where none could be told. */
static const TideMoney *
get_value (const TideFigure *figure)
{
  const gboolean has_value
      = !figure->is_overflow && figure->n_priced > 0 && figure->base.currency[0] != '\0';

  return has_value ? &figure->base : NULL;
}

static void
write_row (Sheet *self, const char *key, const TideText *label, const TideFigure *figure)
{
  const GArray *sums = self->figures->breakdown->total->sums;

  tide_table_writer_add_text (self->writer, key);
  tide_table_writer_add_text (self->writer, label->en);
  tide_table_writer_add_text (self->writer, label->zh);
  write_count (self, figure->n_counted);
  write_count (self, figure->n_with_amount);
  write_money (self, get_value (figure));
  write_count (self, figure->n_unpriced);
  for (guint i = 0; i < sums->len; i++)
    write_money (self, figure->is_overflow
                           ? NULL
                           : find_sum (figure, g_array_index (sums, TideMoney, i).currency));
  if (!is_for_people (self->format))
    {
      write_count (self, figure->n_vague);
      write_count (self, figure->n_unclassified);
      tide_table_writer_add_boolean (self->writer, figure->is_overflow);
      for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
        write_count (self, figure->n_excluded[i]);
    }
  tide_table_writer_end_row (self->writer);
}

static void
write_rows (Sheet *self)
{
  const TideText none = { 0 };
  const GPtrArray *groups = self->figures->breakdown->groups;

  begin_sheet (self);
  for (guint i = 0; self->figures->by != NULL && i < groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (groups, i);

      write_row (self, group->key, &group->label, group->figure);
    }
  write_row (self, WHOLE, &none, self->figures->breakdown->total);
}

/* The same sentences that explain a number in the window. */
static char *
dup_notes (const TideToolFigures *self, TideLanguage language, const char *prefix)
{
  const TideFigure *total = self->breakdown->total;
  g_autoptr (GPtrArray) notes = tide_figure_list_count_notes (total, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  tide_figure_add_amount_notes (
      notes, total, tide_columns_get_snapshot (self->columns),
      tide_columns_get_valuation (self->columns),
      self->by != NULL && g_str_has_prefix (self->by, "sector") ? self->taxonomy : NULL, language);
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s\n", prefix,
                            ((const TideFigureNote *) g_ptr_array_index (notes, i))->text);
  if (total->is_overflow)
    g_string_append_printf (text, "%s%s\n", prefix, _ ("Too Large to Add Up"));

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GBytes *
append_notes (GBytes *bytes, const char *notes)
{
  GString *text
      = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_string_append_c (text, '\n');
  g_string_append (text, notes);
  g_bytes_unref (bytes);

  return g_string_free_to_bytes (text);
}

/**
 * tide_tool_figures_write_table:
 * @self: totals
 * @format: a format, but JSON
 * @language: language of the person
 * @error: return location
 *
 * Writes a row a group, and the whole last. What was left out stands below for people; else it has
 * columns, and is told on the standard error too.
 *
 * Returns: (transfer full) (nullable): the text
 */
GBytes *
tide_tool_figures_write_table (const TideToolFigures *self,
                               TideToolFormat format,
                               TideLanguage language,
                               GError **error)
{
  g_autoptr (TideTableWriter) writer = tide_tool_format_new_writer (format, TRUE);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (TideTableColumn));
  g_autofree char *prefix = is_for_people (format)
                                ? g_strdup (format == TIDE_TOOL_MARKDOWN ? "- " : "")
                                : g_strconcat (self->argument, ": ", NULL);
  g_autofree char *notes = dup_notes (self, language, prefix);
  Sheet sheet = { self, format, writer, titles, columns };
  GBytes *bytes;

  write_rows (&sheet);
  bytes = tide_table_writer_end (writer, error);
  if (bytes != NULL && is_for_people (format))
    return append_notes (bytes, notes);

  g_printerr ("%s", notes);

  return bytes;
}

/* JSON --------------------------------------------------------------------------------------- */

static void
emit_text (TideJsonEmitter *self, const char *name, const char *text)
{
  if (text == NULL || text[0] == '\0')
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
emit_money (TideJsonEmitter *self, const TideMoney *money)
{
  g_autofree char *text = NULL;
  TideDecimal decimal;

  tide_money_to_decimal (money, &decimal);
  text = tide_decimal_dup_text (&decimal);
  emit_text (self, "value", text);
  emit_text (self, "currency", money->currency);
}

static void
emit_sums (TideJsonEmitter *self, const TideFigure *figure)
{
  tide_json_emitter_name (self, "recorded");
  tide_json_emitter_begin_array (self);
  for (guint i = 0; i < figure->sums->len && !figure->is_overflow; i++)
    {
      tide_json_emitter_item (self);
      tide_json_emitter_begin_line (self);
      tide_json_emitter_begin_object (self);
      emit_money (self, &g_array_index (figure->sums, TideMoney, i));
      tide_json_emitter_end_object (self);
      tide_json_emitter_end_line (self);
    }
  tide_json_emitter_end_array (self);
}

static void
emit_exclusions (TideJsonEmitter *self, const TideFigure *figure)
{
  tide_json_emitter_name (self, "left-out");
  tide_json_emitter_begin_line (self);
  tide_json_emitter_begin_object (self);
  for (guint i = 0; i < TIDE_N_EXCLUSIONS; i++)
    if (figure->n_excluded[i] > 0)
      emit_count (self, get_code ((TideExclusion) i), figure->n_excluded[i]);
  tide_json_emitter_end_object (self);
  tide_json_emitter_end_line (self);
}

static void
emit_figure (TideJsonEmitter *self, const TideFigure *figure)
{
  const TideMoney *value = get_value (figure);

  emit_count (self, "projects", figure->n_counted);
  emit_count (self, "with-amount", figure->n_with_amount);
  if (value != NULL)
    emit_money (self, value);
  emit_sums (self, figure);
  emit_count (self, "unpriced", figure->n_unpriced);
  emit_count (self, "vague", figure->n_vague);
  emit_count (self, "unclassified", figure->n_unclassified);
  emit_exclusions (self, figure);
  tide_json_emitter_name (self, "too-large");
  tide_json_emitter_raw (self, figure->is_overflow ? "true" : "false", -1);
}

static void
emit_label (TideJsonEmitter *self, const TideText *label)
{
  if (tide_text_is_empty (label))
    return;

  tide_json_emitter_name (self, "name");
  tide_json_emitter_begin_line (self);
  tide_json_emitter_begin_object (self);
  emit_text (self, "en", label->en);
  emit_text (self, "zh", label->zh);
  tide_json_emitter_end_object (self);
  tide_json_emitter_end_line (self);
}

static void
emit_groups (TideJsonEmitter *self, const GPtrArray *groups)
{
  tide_json_emitter_name (self, "groups");
  tide_json_emitter_begin_array (self);
  for (guint i = 0; i < groups->len; i++)
    {
      const TideGroup *group = g_ptr_array_index (groups, i);

      tide_json_emitter_item (self);
      tide_json_emitter_begin_object (self);
      emit_text (self, "key", group->key);
      emit_label (self, &group->label);
      emit_figure (self, group->figure);
      tide_json_emitter_end_object (self);
    }
  tide_json_emitter_end_array (self);
}

static void
emit_valuation (TideJsonEmitter *self, const TideToolFigures *figures)
{
  const TideValuation *valuation = tide_columns_get_valuation (figures->columns);
  const TideSettings *settings
      = tide_snapshot_get_settings (tide_columns_get_snapshot (figures->columns));
  char period[TIDE_DATE_TEXT_SIZE];

  if (valuation->kind >= 0)
    emit_text (self, "amount-kind",
               tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, (guint) valuation->kind));
  emit_text (self, "currency", tide_columns_get_currency (figures->columns));
  emit_text (self, "rate-set",
             valuation->rate_set != NULL ? valuation->rate_set : settings->rate_set);
  if (tide_date_is_set (&valuation->period))
    emit_text (self, "period", tide_date_format (&valuation->period, period, sizeof period));
  emit_text (self, "by", figures->by);
  if (figures->by != NULL && g_str_has_prefix (figures->by, "sector"))
    emit_text (self, "taxonomy", figures->taxonomy);
}

/**
 * tide_tool_figures_write_json:
 * @self: totals
 *
 * Returns: (transfer full): them as one object: how amounts are told, `total`, and `groups`. Money
 *   is decimal text; a figure without `value` has none that could be told.
 */
GBytes *
tide_tool_figures_write_json (const TideToolFigures *self)
{
  TideJsonEmitter emitter;

  tide_json_emitter_init (&emitter);
  tide_json_emitter_begin_object (&emitter);
  emit_valuation (&emitter, self);
  tide_json_emitter_name (&emitter, "total");
  tide_json_emitter_begin_object (&emitter);
  emit_figure (&emitter, self->breakdown->total);
  tide_json_emitter_end_object (&emitter);
  if (self->by != NULL)
    emit_groups (&emitter, self->breakdown->groups);
  tide_json_emitter_end_object (&emitter);
  tide_json_emitter_raw (&emitter, "\n", 1);

  return tide_json_emitter_free_to_bytes (&emitter);
}
