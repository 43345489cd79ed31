/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-export-dialog.h"

#include "codec/tide-export-thread.h"
#include "store/tide-safe-writer.h"
#include "store/tide-store-error.h"
#include "ui/dialogs/tide-export-names.h"

#include <glib/gi18n-lib.h>

/* Milliseconds between two looks at how far the writing has come. */
#define PROGRESS_PERIOD 100

struct _TideExportDialog
{
  AdwDialog parent_instance;

  TideSnapshot *snapshot;                /* owned, nullable before it is set */
  GPtrArray *parts[TIDE_N_EXPORT_PARTS]; /* owned, nullable: projects, which the snapshot holds */
  GArray *shown;                         /* owned, of TideExportPart: those to choose from */
  GPtrArray *loss_rows;                  /* owned, of GtkWidget that its group owns */
  GCancellable *writing;                 /* owned, nullable: of what is being written */
  gint done;                             /* atomic, per mille: set by the thread that writes */
  guint progress_id;
  gboolean is_filling;
  gboolean is_looking; /* a thread looks for what the file will not hold */
  gboolean is_stale;   /* and something else is wanted by now */

  /* template children */
  GtkStack *stack;
  AdwComboRow *part_row;
  AdwComboRow *format_row;
  AdwComboRow *type_row;
  AdwSwitchRow *names_row;
  AdwPreferencesGroup *text_group;
  AdwComboRow *separator_row;
  AdwSwitchRow *decimal_row;
  AdwSwitchRow *bom_row;
  AdwPreferencesGroup *losses_group;
  AdwSpinner *spinner;
  GtkProgressBar *progress_bar;
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (TideExportDialog, tide_export_dialog, ADW_TYPE_DIALOG)

enum
{
  EXPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The usual one first. */
static const TideExportFormat formats[TIDE_N_EXPORT_FORMATS]
    = { TIDE_EXPORT_XLSX, TIDE_EXPORT_CSV, TIDE_EXPORT_TSV, TIDE_EXPORT_MARKDOWN };

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

static TideExportOptions
read_options (TideExportDialog *self)
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

/* What is asked for -------------------------------------------------------------------------- */

static const GPtrArray *
get_projects (TideExportDialog *self)
{
  const TideExportPart part = get_part (self);

  return part == TIDE_EXPORT_WHOLE ? tide_snapshot_get_records (self->snapshot, TIDE_RECORD_PROJECT)
                                   : self->parts[part];
}

static gboolean
has_confidential (const GPtrArray *projects)
{
  for (guint i = 0; i < tide_entries_get_n (projects); i++)
    if (TIDE_PROJECT_PAYLOAD (g_ptr_array_index (projects, i))->confidential)
      return TRUE;

  return FALSE;
}

static void
update_names (TideExportDialog *self)
{
  const gboolean has_names = has_confidential (get_projects (self));

  gtk_widget_set_visible (GTK_WIDGET (self->names_row), has_names);
  if (!has_names)
    adw_switch_row_set_active (self->names_row, FALSE);
}

static void
update_rows (TideExportDialog *self)
{
  const TideExportFormat format = get_format (self);

  gtk_widget_set_visible (GTK_WIDGET (self->type_row), has_one_sheet (format));
  gtk_widget_set_visible (GTK_WIDGET (self->text_group), has_one_sheet (format));
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), format == TIDE_EXPORT_CSV);
}

/* What the file will not hold ---------------------------------------------------------------- */

static void
add_loss (TideExportDialog *self, const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->losses_group, row);
  g_ptr_array_add (self->loss_rows, row);
}

static void
show_losses (TideExportDialog *self, char **losses)
{
  for (guint i = 0; i < self->loss_rows->len; i++)
    adw_preferences_group_remove (self->losses_group, g_ptr_array_index (self->loss_rows, i));
  g_ptr_array_set_size (self->loss_rows, 0);
  for (guint i = 0; losses[i] != NULL; i++)
    add_loss (self, losses[i]);
}

/* One thread at a time: it cannot be stopped. */
static void
look_for_losses (TideExportDialog *self, GAsyncReadyCallback on_found)
{
  const TideExportOptions options = read_options (self);

  self->is_stale = self->is_looking;
  if (self->is_looking)
    return;

  self->is_looking = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  tide_export_list_losses_async (self->snapshot, self->parts[get_part (self)], &options, on_found,
                                 g_object_ref (self));
}

static void
on_losses_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideExportDialog) self = data;
  g_auto (GStrv) losses = tide_export_list_losses_finish (result);

  self->is_looking = FALSE;
  if (self->stack == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  if (self->is_stale)
    look_for_losses (self, on_losses_found);
  else
    show_losses (self, losses);
}

static void
on_choice_changed (TideExportDialog *self)
{
  if (!self->is_filling && self->snapshot != NULL)
    look_for_losses (self, on_losses_found);
}

static void
on_part_changed (TideExportDialog *self)
{
  if (!self->is_filling)
    update_names (self);
  on_choice_changed (self);
}

static void
on_format_changed (TideExportDialog *self)
{
  update_rows (self);
  on_choice_changed (self);
}

/* Writing ------------------------------------------------------------------------------------ */

/* A file on its way. */
typedef struct
{
  TideExportDialog *dialog;  /* owned */
  GFile *file;               /* owned */
  GCancellable *cancellable; /* owned */
  gboolean has_projects;     /* they are what is counted, instead of rows */
  guint n;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->dialog);
  g_object_unref (saving->file);
  g_object_unref (saving->cancellable);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_progress (gsize done, gsize total, gpointer data)
{
  TideExportDialog *self = data;

  g_atomic_int_set (&self->done, (gint) (1000.0 * (double) done / (double) total));
}

static gboolean
on_progress_due (gpointer data)
{
  TideExportDialog *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->done) / 1000.0);

  return G_SOURCE_CONTINUE;
}

static void
stop (TideExportDialog *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
  g_clear_object (&self->writing);
}

static void
show_choices (TideExportDialog *self)
{
  gtk_stack_set_visible_child_name (self->stack, "choices");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->part_row));
}

static void
show_progress (TideExportDialog *self)
{
  g_atomic_int_set (&self->done, 0);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "writing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", FALSE);
  gtk_widget_grab_focus (self->cancel_button);
  self->progress_id = g_timeout_add (PROGRESS_PERIOD, on_progress_due, self);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideExportDialog *self = TIDE_EXPORT_DIALOG (widget);

  stop (self);
  show_choices (self);
}

static void
tell_failure (TideExportDialog *self, const GError *error)
{
  const TideStoreError code
      = error->domain == TIDE_STORE_ERROR ? (TideStoreError) error->code : TIDE_STORE_ERROR_FAILED;
  g_autofree char *body
      = g_strconcat (error->message, "\n\n", tide_store_error_get_advice (code), NULL);
  AdwDialog *alert = adw_alert_dialog_new (_ ("Not Exported"), body);

  stop (self);
  show_choices (self);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
tell_success (const Saving *saving)
{
  const guint n = saving->n;
  g_autofree char *sentence = NULL;

  if (saving->has_projects)
    sentence = g_strdup_printf (
        /* Translators: %u is how many */
        ngettext ("%u project exported", "%u projects exported", n), n);
  else
    sentence = g_strdup_printf (
        /* Translators: %u is how many */
        ngettext ("%u row exported", "%u rows exported", n), n);

  g_signal_emit (saving->dialog, signals[EXPORTED], 0, sentence);
  adw_dialog_close (ADW_DIALOG (saving->dialog));
}

/* Whether it was given up meanwhile. */
static gboolean
is_over (const Saving *saving)
{
  return saving->dialog->writing != saving->cancellable;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  const gboolean is_written = tide_safe_writer_write_finish (result, &error);

  if (is_over (saving))
    return;

  if (is_written)
    tell_success (saving);
  else
    tell_failure (saving->dialog, error);
}

static void
on_tables_made (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  guint n_rows;
  g_autoptr (GBytes) bytes = tide_export_write_finish (result, &n_rows, &error);
  GFile *file = saving->file;
  GCancellable *cancellable = saving->cancellable;

  if (is_over (saving))
    return;

  if (!saving->has_projects)
    saving->n = n_rows;
  if (bytes == NULL)
    tell_failure (saving->dialog, error);
  else
    tide_safe_writer_write_async (file, bytes, cancellable, on_written, g_steal_pointer (&saving));
}

/* Choosing a file ---------------------------------------------------------------------------- */

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideExportDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->stack != NULL)
    tide_export_dialog_save (self, file);
}

static GListModel *
create_filters (TideExportFormat format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, tide_export_names_get_format (format));
  gtk_file_filter_add_suffix (filter, tide_export_names_get_suffix (format));
  g_list_store_append (filters, filter);

  return G_LIST_MODEL (filters);
}

static char *
dup_file_name (TideExportDialog *self)
{
  const TideExportFormat format = get_format (self);
  const guint type = adw_combo_row_get_selected (self->type_row);
  const char *stem = has_one_sheet (format) ? tide_export_names_get_type ((TideExportType) type)
                                            : C_ ("file name", "Register");

  return g_strconcat (stem, ".", tide_export_names_get_suffix (format), NULL);
}

static void
choose_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideExportDialog *self = TIDE_EXPORT_DIALOG (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (get_format (self));
  g_autofree char *file_name = dup_file_name (self);

  gtk_file_dialog_set_title (dialog, _ ("Export Tables"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, on_file_chosen,
                        g_object_ref (self));
}

/* GObject ------------------------------------------------------------------------------------- */

static void
tide_export_dialog_closed (AdwDialog *dialog)
{
  stop (TIDE_EXPORT_DIALOG (dialog));
}

static void
tide_export_dialog_dispose (GObject *object)
{
  stop (TIDE_EXPORT_DIALOG (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (tide_export_dialog_parent_class)->dispose (object);
}

static void
tide_export_dialog_finalize (GObject *object)
{
  TideExportDialog *self = TIDE_EXPORT_DIALOG (object);

  for (guint i = 0; i < TIDE_N_EXPORT_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_clear_pointer (&self->snapshot, tide_snapshot_unref);
  g_array_unref (self->shown);
  g_ptr_array_unref (self->loss_rows);

  G_OBJECT_CLASS (tide_export_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, part_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, type_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, names_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, text_group);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, separator_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, bom_row);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, losses_group);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, TideExportDialog, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_part_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_format_changed);
}

static void
tide_export_dialog_class_init (TideExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_export_dialog_dispose;
  object_class->finalize = tide_export_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = tide_export_dialog_closed;

  /**
   * TideExportDialog::exported:
   * @sentence: how much was exported
   *
   * A file was written.
   */
  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "export.choose-file", NULL, choose_file);
  gtk_widget_class_install_action (widget_class, "export.cancel", NULL, cancel);
}

static void
fill_choices (TideExportDialog *self)
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

static void
tide_export_dialog_init (TideExportDialog *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (TideExportPart));
  self->loss_rows = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  self->is_filling = FALSE;
  update_rows (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", FALSE);
}

/**
 * tide_export_dialog_new:
 *
 * Returns: (transfer floating): a dialog without a register
 */
AdwDialog *
tide_export_dialog_new (void)
{
  return g_object_new (TIDE_TYPE_EXPORT_DIALOG, NULL);
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

static void
fill_parts (TideExportDialog *self)
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
 * tide_export_dialog_set_register:
 * @self: a dialog that has no register yet
 * @snapshot: a register at one moment
 * @filtered: (nullable) (element-type TideProjectPayload): the projects of a filter; %NULL for no
 *   filter. Must not change any more
 * @selected: (nullable) (element-type TideProjectPayload): the selected projects; %NULL for none.
 *   Must not change any more
 *
 * Says what there is to choose from.
 */
void
tide_export_dialog_set_register (TideExportDialog *self,
                                 TideSnapshot *snapshot,
                                 GPtrArray *filtered,
                                 GPtrArray *selected)
{
  g_return_if_fail (TIDE_IS_EXPORT_DIALOG (self) && self->snapshot == NULL);

  self->snapshot = tide_snapshot_ref (snapshot);
  self->parts[TIDE_EXPORT_FILTERED] = filtered != NULL ? g_ptr_array_ref (filtered) : NULL;
  self->parts[TIDE_EXPORT_SELECTED] = selected != NULL ? g_ptr_array_ref (selected) : NULL;
  fill_parts (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-file", TRUE);
  on_part_changed (self);
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

/**
 * tide_export_dialog_is_busy:
 * @self: a dialog
 *
 * Returns: whether it still looks for what the file will not hold, or writes
 */
gboolean
tide_export_dialog_is_busy (TideExportDialog *self)
{
  g_return_val_if_fail (TIDE_IS_EXPORT_DIALOG (self), FALSE);

  return self->is_looking || self->writing != NULL;
}

/**
 * tide_export_dialog_save:
 * @self: a dialog with a register
 * @file: where to
 *
 * Writes what is chosen in threads; the signal `exported` or a dialog tells how that went.
 */
void
tide_export_dialog_save (TideExportDialog *self, GFile *file)
{
  const TideExportOptions options = read_options (self);
  Saving *saving = g_new0 (Saving, 1);

  g_return_if_fail (TIDE_IS_EXPORT_DIALOG (self) && self->snapshot != NULL);

  stop (self);
  self->writing = g_cancellable_new ();
  saving->dialog = g_object_ref (self);
  saving->file = g_object_ref (file);
  saving->cancellable = g_object_ref (self->writing);
  saving->has_projects = (options.types & (1u << TIDE_EXPORT_PROJECTS)) != 0;
  saving->n = tide_entries_get_n (get_projects (self));
  show_progress (self);
  tide_export_write_async (self->snapshot, self->parts[get_part (self)], &options, on_progress,
                           self, self->writing, on_tables_made, saving);
}
