/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-source-page.h"

#include "codec/tide-table-header.h"
#include "ui/dialogs/tide-import-preview.h"

#include <glib/gi18n-lib.h>

struct _TideImportSourcePage
{
  AdwNavigationPage parent_instance;

  TideImportJob *job;         /* owned */
  TideImportReading *reading; /* owned */
  GPtrArray *notes;           /* owned, of rows: borrowed */
  gboolean is_filling;

  /* template children */
  AdwBanner *banner;
  AdwPreferencesGroup *notes_group;
  AdwActionRow *file_row;
  AdwSwitchRow *own_row;
  AdwComboRow *sheet_row;
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  AdwSpinRow *header_row;
  AdwPreferencesGroup *preview_group;
  TideImportPreview *preview;
};

G_DEFINE_FINAL_TYPE (TideImportSourcePage, tide_import_source_page, ADW_TYPE_NAVIGATION_PAGE)

static const struct
{
  char separator;
  const char *label;
} separators[] = {
  { ',', N_ ("Comma") },
  { ';', N_ ("Semicolon") },
  { '\t', N_ ("Tab") },
  { '|', N_ ("Vertical Bar") },
};

static guint
find_separator (char separator)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (separators[i].separator == separator)
      return i;

  return 0;
}

static void
fill_static_rows (TideImportSourcePage *self)
{
  g_autoptr (GtkStringList) encodings = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < TIDE_N_ENCODINGS; i++)
    gtk_string_list_take (encodings, tide_encoding_dup_name ((TideEncoding) i));
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    gtk_string_list_append (names, _ (separators[i].label));

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (encodings));
  adw_combo_row_set_model (self->separator_row, G_LIST_MODEL (names));
  self->is_filling = FALSE;
}

static char *
dup_sheet_label (TideTableSource *source, guint sheet)
{
  g_autofree char *name = tide_table_source_dup_sheet_name (source, sheet);

  if (!tide_table_source_is_sheet_hidden (source, sheet))
    return g_steal_pointer (&name);

  /* Translators: the name of a sheet that is hidden in its spreadsheet */
  return g_strdup_printf (_ ("%s (hidden)"), name);
}

static gboolean
has_sheets (TideImportSourcePage *self)
{
  return tide_table_source_get_n_sheets (tide_import_reading_get_source (self->reading)) > 1;
}

static void
fill_sheets (TideImportSourcePage *self, TideTableSource *source)
{
  const guint n = tide_table_source_get_n_sheets (source);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_take (names, dup_sheet_label (source, i));
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->sheet_row,
                              tide_import_reading_get_choice (self->reading)->sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), has_sheets (self));
}

static void
show_confidence (TideImportSourcePage *self)
{
  TideTableSource *source = tide_import_reading_get_source (self->reading);
  const TideEncoding encoding = tide_import_reading_get_choice (self->reading)->options.encoding;
  g_autofree char *text
      /* Translators: how sure it is that a text is in an encoding */
      = g_strdup_printf (_ ("%u%% sure"), tide_table_source_get_confidence (source, encoding));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->encoding_row), text);
}

static void
forget_notes (TideImportSourcePage *self)
{
  for (guint i = 0; i < self->notes->len; i++)
    adw_preferences_group_remove (self->notes_group, g_ptr_array_index (self->notes, i));
  g_ptr_array_set_size (self->notes, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), FALSE);
}

static void
add_note (TideImportSourcePage *self, const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->notes_group, row);
  g_ptr_array_add (self->notes, row);
}

static void
show_notes (TideImportSourcePage *self)
{
  const char *const *notes = tide_import_reading_get_notes (self->reading);

  forget_notes (self);
  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    add_note (self, notes[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->notes_group), self->notes->len > 0);
}

static void
tell (TideImportSourcePage *self, const char *sentence)
{
  adw_banner_set_title (self->banner, sentence);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
on_opened (TideImportSourcePage *self)
{
  TideTableSource *source = tide_import_reading_get_source (self->reading);
  const TideTableChoice *choice = tide_import_reading_get_choice (self->reading);
  const gboolean is_text = tide_table_source_get_kind (source) == TIDE_TABLE_SOURCE_TEXT;

  adw_banner_set_revealed (self->banner, FALSE);
  self->is_filling = TRUE;
  fill_sheets (self, source);
  adw_combo_row_set_selected (self->encoding_row, choice->options.encoding);
  adw_combo_row_set_selected (self->separator_row, find_separator (choice->options.separator));
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), is_text);
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), is_text);
  show_confidence (self);
}

/* What there is to choose and to see of a table in columns is of no account for what Tideline has
 * written. */
static void
show_way (TideImportSourcePage *self)
{
  const gboolean has_columns = !tide_import_job_takes_own (self->job);

  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), has_columns && has_sheets (self));
  gtk_widget_set_visible (GTK_WIDGET (self->header_row), has_columns);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), has_columns);
}

static void
show_own (TideImportSourcePage *self)
{
  guint n;
  const gboolean has_own = tide_import_reading_get_own (self->reading, &n) != NULL;
  g_autofree char *text = g_strdup_printf (
      /* Translators: how many sheets of a spreadsheet are imported, and how many it has */
      _ ("Records are told apart by their ids. Sheets taken: %u of %u."), n,
      tide_table_source_get_n_sheets (tide_import_reading_get_source (self->reading)));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->own_row), text);
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), has_own);
}

static void
show_table (TideImportSourcePage *self)
{
  const TideTable *table = tide_import_job_get_table (self->job);
  const TideImportPlan *plan = tide_import_job_get_plan (self->job);
  const guint n = tide_table_get_n_rows (table);
  g_autofree char *description
      /* Translators: how much a table has */
      = g_strdup_printf (_ ("Rows: %u. Columns: %u."), n, tide_table_get_n_columns (table));

  self->is_filling = TRUE;
  adw_spin_row_set_range (self->header_row, 0, n);
  adw_spin_row_set_value (self->header_row,
                          plan->header_row == TIDE_IMPORT_NO_ROW ? 0 : plan->header_row + 1);
  self->is_filling = FALSE;
  adw_preferences_group_set_description (self->preview_group, description);
  tide_import_preview_show (self->preview, table, plan);
  show_notes (self);
}

static void
on_planned (TideImportSourcePage *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
  show_table (self);
  show_own (self);
  show_way (self);
}

static void
on_own_switched (TideImportSourcePage *self)
{
  tide_import_job_set_takes_own (self->job, adw_switch_row_get_active (self->own_row));
  if (tide_import_job_get_plan (self->job) != NULL)
    show_way (self);
}

static void
hide_table (TideImportSourcePage *self)
{
  forget_notes (self);
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->header_row), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_group), FALSE);
}

static void
on_failed (TideImportSourcePage *self, const char *title, const GError *error)
{
  if (tide_import_job_get_plan (self->job) != NULL)
    return;

  tell (self, error->message);
  hide_table (self);
}

static void
on_stopped (TideImportSourcePage *self)
{
  if (tide_import_job_get_plan (self->job) != NULL)
    return;

  tell (self, _ ("The file has not been read to its end."));
  hide_table (self);
}

static void
on_again_clicked (TideImportSourcePage *self)
{
  adw_banner_set_revealed (self->banner, FALSE);
  tide_import_reading_open_again (self->reading);
}

static void
read_as_chosen (TideImportSourcePage *self, gboolean has_header_row)
{
  TideTableChoice choice = *tide_import_reading_get_choice (self->reading);
  const guint header = (guint) adw_spin_row_get_value (self->header_row);

  choice.sheet = adw_combo_row_get_selected (self->sheet_row);
  choice.options.encoding = (TideEncoding) adw_combo_row_get_selected (self->encoding_row);
  choice.options.separator = separators[adw_combo_row_get_selected (self->separator_row)].separator;
  choice.has_header_row = has_header_row;
  choice.header_row = header > 0 ? header - 1 : TIDE_IMPORT_NO_ROW;
  tide_import_reading_read (self->reading, &choice);
  show_confidence (self);
}

static void
on_chosen (TideImportSourcePage *self)
{
  if (!self->is_filling && tide_import_reading_get_source (self->reading) != NULL)
    read_as_chosen (self, FALSE);
}

static void
on_header_chosen (TideImportSourcePage *self)
{
  if (!self->is_filling && tide_import_reading_get_source (self->reading) != NULL)
    read_as_chosen (self, TRUE);
}

static void
tide_import_source_page_dispose (GObject *object)
{
  TideImportSourcePage *self = TIDE_IMPORT_SOURCE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_IMPORT_SOURCE_PAGE);
  g_clear_object (&self->job);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (tide_import_source_page_parent_class)->dispose (object);
}

static void
tide_import_source_page_class_init (TideImportSourcePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_import_source_page_dispose;

  g_type_ensure (TIDE_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-import-source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, banner);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, notes_group);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, own_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, separator_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, header_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, preview_group);
  gtk_widget_class_bind_template_child (widget_class, TideImportSourcePage, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_own_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_header_chosen);
}

static void
tide_import_source_page_init (TideImportSourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notes = g_ptr_array_new ();
  fill_static_rows (self);
}

/**
 * tide_import_source_page_set_job:
 * @self: a page
 * @job: a job whose reading has been opened
 *
 * Shows what is imported.
 */
void
tide_import_source_page_set_job (TideImportSourcePage *self, TideImportJob *job)
{
  TideImportReading *reading = tide_import_job_get_reading (job);
  g_autofree char *name = tide_import_reading_dup_name (reading);

  self->job = g_object_ref (job);
  self->reading = g_object_ref (reading);
  adw_action_row_set_subtitle (self->file_row, name);
  g_signal_connect_object (reading, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "planned", G_CALLBACK (on_planned), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "stopped", G_CALLBACK (on_stopped), self, G_CONNECT_SWAPPED);
}
