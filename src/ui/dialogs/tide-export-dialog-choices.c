/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-export-dialog-private.h"

#include "ui/dialogs/tide-export-names.h"

#include <glib/gi18n-lib.h>

/* The usual one first. */
static const TideExportFormat formats[TIDE_N_EXPORT_FORMATS]
    = { TIDE_EXPORT_XLSX, TIDE_EXPORT_CSV, TIDE_EXPORT_TSV, TIDE_EXPORT_MARKDOWN };

/* Words of the separators, in the order of their row. */
static const char *const separators[] = { "comma", "semicolon" };

static TideExportPart
get_part (TideExportDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->part_row);

  return selected < self->shown->len ? g_array_index (self->shown, TideExportPart, selected)
                                     : TIDE_EXPORT_WHOLE;
}

static TideExportFormat
get_format (TideExportDialog *self)
{
  return formats[MIN (adw_combo_row_get_selected (self->format_row), TIDE_N_EXPORT_FORMATS - 1)];
}

static gboolean
has_one_sheet (TideExportFormat format)
{
  return format == TIDE_EXPORT_CSV || format == TIDE_EXPORT_TSV;
}

/**
 * tide_export_dialog_read_options:
 * @self: a dialog
 *
 * Returns: what is written, and how
 */
TideExportOptions
tide_export_dialog_read_options (TideExportDialog *self)
{
  const TideExportFormat format = get_format (self);
  const gboolean has_semicolon = adw_combo_row_get_selected (self->separator_row) == 1;

  return (TideExportOptions) {
    .format = format,
    .types = has_one_sheet (format) ? 1u << adw_combo_row_get_selected (self->type_row)
                                    : TIDE_EXPORT_ALL_TYPES,
    .csv = { has_semicolon ? ';' : ',', adw_switch_row_get_active (self->decimal_row) ? ',' : '.',
             adw_switch_row_get_active (self->bom_row) },
    .language = tide_language_get_default (),
    .includes_names = adw_switch_row_get_active (self->names_row),
  };
}

/**
 * tide_export_dialog_get_part:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): the projects that are written; %NULL for the whole register
 */
GPtrArray *
tide_export_dialog_get_part (TideExportDialog *self)
{
  return self->parts[get_part (self)];
}

/**
 * tide_export_dialog_get_projects:
 * @self: a dialog with a register
 *
 * Returns: (transfer none) (nullable): the projects that are written
 */
const GPtrArray *
tide_export_dialog_get_projects (TideExportDialog *self)
{
  const TideExportPart part = get_part (self);

  return part == TIDE_EXPORT_WHOLE ? tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT)
                                   : self->parts[part];
}

/**
 * tide_export_dialog_dup_file_name:
 * @self: a dialog
 *
 * Returns: (transfer full): the name that is proposed for the file
 */
char *
tide_export_dialog_dup_file_name (TideExportDialog *self)
{
  const TideExportFormat format = get_format (self);
  const guint type = adw_combo_row_get_selected (self->type_row);
  const char *stem = has_one_sheet (format) ? tide_export_names_get_type ((TideExportType) type)
                                            : C_ ("file name", "Register");

  return g_strconcat (stem, ".", tide_export_names_get_suffix (format), NULL);
}

/* What is shown ------------------------------------------------------------------------------ */

static gboolean
has_confidential (const GPtrArray *projects)
{
  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    if (TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->confidential)
      return TRUE;

  return FALSE;
}

/**
 * tide_export_dialog_update_names:
 * @self: a dialog with a register
 *
 * Asks for names only where there are some to withhold.
 */
void
tide_export_dialog_update_names (TideExportDialog *self)
{
  const gboolean has_names = has_confidential (tide_export_dialog_get_projects (self));

  gtk_widget_set_visible (GTK_WIDGET (self->names_row), has_names);
  if (!has_names)
    adw_switch_row_set_active (self->names_row, FALSE);
}

/**
 * tide_export_dialog_update_rows:
 * @self: a dialog
 *
 * Shows what the format leaves to choose.
 */
void
tide_export_dialog_update_rows (TideExportDialog *self)
{
  const TideExportFormat format = get_format (self);

  gtk_widget_set_visible (GTK_WIDGET (self->type_row), has_one_sheet (format));
  gtk_widget_set_visible (GTK_WIDGET (self->text_group), has_one_sheet (format));
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), format == TIDE_EXPORT_CSV);
}

/**
 * tide_export_dialog_fill_choices:
 * @self: a new dialog
 *
 * Names the formats and the tables.
 */
void
tide_export_dialog_fill_choices (TideExportDialog *self)
{
  g_autoptr (GtkStringList) format_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) type_names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (format_names, tide_export_names_get_format (formats[i]));
  for (guint i = 0; i < TIDE_N_EXPORT_TYPES; i++)
    gtk_string_list_append (type_names, tide_export_names_get_type ((TideExportType) i));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (format_names));
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (type_names));
}

static char *
dup_part_name (TideExportDialog *self, TideExportPart part)
{
  const guint n = self->parts[part] != NULL ? self->parts[part]->len : 0;

  switch (part)
    {
    case TIDE_EXPORT_FILTERED:
      return g_strdup_printf (
          /* Translators: %u is how many projects a filter lets through */
          ngettext ("%u Project of the Filter", "%u Projects of the Filter", n), n);
    case TIDE_EXPORT_SELECTED:
      return g_strdup_printf (
          /* Translators: %u is how many projects are selected */
          ngettext ("%u Selected Project", "%u Selected Projects", n), n);
    case TIDE_EXPORT_WHOLE:
    case TIDE_N_EXPORT_PARTS:
    default:
      return g_strdup (_ ("Whole Register"));
    }
}

/**
 * tide_export_dialog_fill_parts:
 * @self: a dialog with a register
 *
 * Names the parts of it that there are.
 */
void
tide_export_dialog_fill_parts (TideExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < TIDE_N_EXPORT_PARTS; i++)
    {
      const TideExportPart part = (TideExportPart) i;

      if (part != TIDE_EXPORT_WHOLE && self->parts[part] == NULL)
        continue;
      gtk_string_list_take (names, dup_part_name (self, part));
      g_array_append_val (self->shown, part);
    }
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->part_row, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

/**
 * tide_export_dialog_choose_part:
 * @self: a dialog with a register
 * @part: how much of it is written; where that is not offered, nothing changes
 */
void
tide_export_dialog_choose_part (TideExportDialog *self, TideExportPart part)
{
  g_return_if_fail (TIDE_IS_EXPORT_DIALOG (self));

  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, TideExportPart, i) == part)
      adw_combo_row_set_selected (self->part_row, i);
}

/**
 * tide_export_dialog_choose_format:
 * @self: a dialog
 * @format: the format that is written
 */
void
tide_export_dialog_choose_format (TideExportDialog *self, TideExportFormat format)
{
  g_return_if_fail (TIDE_IS_EXPORT_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i] == format)
      adw_combo_row_set_selected (self->format_row, i);
}

/* What is remembered ------------------------------------------------------------------------- */

static const char *
get_format_word (guint index)
{
  return index < G_N_ELEMENTS (formats) ? tide_export_format_get_code (formats[index]) : NULL;
}

static const char *
get_type_word (guint index)
{
  return index < TIDE_N_EXPORT_TYPES ? tide_export_type_get_name ((TideExportType) index) : NULL;
}

static const char *
get_separator_word (guint index)
{
  return index < G_N_ELEMENTS (separators) ? separators[index] : NULL;
}

typedef const char *(*WordFunc) (guint index);

/* A word that is not known leaves the choice as it is. */
static gboolean
select_word (GValue *value, GVariant *word, gpointer data)
{
  const WordFunc get_word = (WordFunc) data;
  const char *found;

  for (guint i = 0; (found = get_word (i)) != NULL; i++)
    if (g_str_equal (found, g_variant_get_string (word, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
tell_word (const GValue *value, const GVariantType *type, gpointer data)
{
  const WordFunc get_word = (WordFunc) data;
  const char *word = get_word (g_value_get_uint (value));

  return word != NULL ? g_variant_new_string (word) : NULL;
}

static void
remember_word (GSettings *settings, const char *key, AdwComboRow *row, WordFunc get_word)
{
  g_settings_bind_with_mapping (settings, key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                select_word, tell_word, (gpointer) get_word, NULL);
}

/**
 * tide_export_dialog_bind_settings:
 * @self: a dialog
 * @settings: the settings of the program
 *
 * Begins with what was chosen the last time, and remembers what is chosen: the format and how text
 * is written. How much of a register is written is chosen anew each time, and so is whether names
 * are included.
 */
void
tide_export_dialog_bind_settings (TideExportDialog *self, GSettings *settings)
{
  g_return_if_fail (TIDE_IS_EXPORT_DIALOG (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  remember_word (settings, "export-format", self->format_row, get_format_word);
  remember_word (settings, "export-table", self->type_row, get_type_word);
  remember_word (settings, "export-separator", self->separator_row, get_separator_word);
  g_settings_bind (settings, "export-decimal-comma", self->decimal_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "export-byte-order-mark", self->bom_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
}
