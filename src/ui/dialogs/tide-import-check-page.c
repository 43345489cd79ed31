/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-check-page.h"

#include "codec/tide-import-report.h"
#include "stats/tide-import-totals.h"
#include "store/tide-safe-writer.h"
#include "ui/dialogs/tide-import-row-dialog.h"
#include "ui/dialogs/tide-import-rows.h"
#include "ui/tide-toast.h"

#include <glib/gi18n-lib.h>

struct _TideImportCheckPage
{
  AdwNavigationPage parent_instance;

  TideImportJob *job;   /* owned */
  TideImportRows *rows; /* owned */
  GArray *verdicts;     /* of guint, see tide_import_rows_show(), in the drop-down */
  guint asked_row;      /* of the table, that an answer is for */
  guint asked_other;    /* the row that it may be the same as */
  char *asked_like;     /* owned; nullable: id of the project that it may be the same as */
  gboolean is_filling;

  /* template children */
  GtkListView *list_view;
  GtkLabel *counts_label;
  GtkLabel *totals_label;
  GtkDropDown *verdict_drop_down;
  GtkButton *save_button;
};

G_DEFINE_FINAL_TYPE (TideImportCheckPage, tide_import_check_page, ADW_TYPE_NAVIGATION_PAGE)

/* What comes of it -------------------------------------------------------------------------- */

static char *
dup_count (const char *label, guint n)
{
  /* Translators: what becomes of rows, and how many they are */
  return g_strdup_printf (_ ("%s: %u"), label, n);
}

static void
append_verdict (TideImportCheckPage *self, GtkStringList *names, guint which, const char *text)
{
  gtk_string_list_append (names, text);
  g_array_append_val (self->verdicts, which);
}

static void
append_count (
    TideImportCheckPage *self, GtkStringList *names, GString *counts, guint which, const char *text)
{
  append_verdict (self, names, which, text);
  if (counts->len > 0)
    g_string_append (counts, " · ");
  g_string_append (counts, text);
}

static void
fill_verdicts (TideImportCheckPage *self, const TideImportTrial *trial)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GString) counts = g_string_new (NULL);
  g_autofree char *all = dup_count (_ ("All Rows"), tide_import_trial_get_n_rows (trial));

  g_array_set_size (self->verdicts, 0);
  append_verdict (self, names, TIDE_IMPORT_ALL_VERDICTS, all);
  for (guint i = 0; i < TIDE_N_IMPORT_VERDICTS; i++)
    {
      const TideImportVerdict verdict = (TideImportVerdict) i;
      const guint n = tide_import_trial_count (trial, verdict);
      g_autofree char *text = dup_count (tide_import_verdict_get_label (verdict), n);

      if (n == 0)
        continue;
      append_count (self, names, counts, verdict, text);
    }
  if (tide_import_trial_count_likes (trial) > 0)
    {
      g_autofree char *likes
          = dup_count (_ ("May Be the Same"), tide_import_trial_count_likes (trial));

      append_count (self, names, counts, TIDE_IMPORT_LIKE_ROWS, likes);
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->verdict_drop_down, G_LIST_MODEL (names));
  self->is_filling = FALSE;
  gtk_label_set_label (self->counts_label, counts->str);
}

static gboolean
is_changed (const TideImportTotal *total)
{
  return total->is_overflow || total->n_before != total->n_after
         || total->before.minor != total->after.minor;
}

static void
append_total (GString *text, const TideImportTotal *total)
{
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *before = tide_money_dup_exact (&total->before, language);
  g_autofree char *after = tide_money_dup_exact (&total->after, language);
  const char *kind = tide_codes_get_label (
      TIDE_CODES_AMOUNT_KIND, tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, total->kind), language);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (total->is_overflow)
    /* Translators: %s is a kind of amounts */
    g_string_append_printf (text, _ ("%s: too large to add up"), kind);
  else
    g_string_append_printf (
        text,
        /* Translators: a kind of amounts; their total, of how many projects; the same afterwards */
        _ ("%s: %s (%u) before, %s (%u) after"), kind, before, total->n_before, after,
        total->n_after);
}

static void
show_totals (TideImportCheckPage *self)
{
  const GArray *totals = tide_import_job_get_totals (self->job);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < totals->len; i++)
    if (is_changed (&g_array_index (totals, TideImportTotal, i)))
      append_total (text, &g_array_index (totals, TideImportTotal, i));
  gtk_label_set_label (self->totals_label, text->len > 0 ? text->str : _ ("No total changes."));
}

static void
on_tried (TideImportCheckPage *self)
{
  TideImportTrial *trial = tide_import_job_get_trial (self->job);

  fill_verdicts (self, trial);
  show_totals (self);
  tide_import_rows_show (self->rows, trial, TIDE_IMPORT_ALL_VERDICTS);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), !tide_import_report_is_empty (trial));
}

static void
on_outdated (TideImportCheckPage *self)
{
  tide_import_rows_show (self->rows, NULL, TIDE_IMPORT_ALL_VERDICTS);
  gtk_label_set_label (self->counts_label, "");
  gtk_label_set_label (self->totals_label, "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->save_button), FALSE);
}

static void
on_verdict_chosen (TideImportCheckPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->verdict_drop_down);

  if (self->is_filling || selected >= self->verdicts->len)
    return;

  tide_import_rows_show (self->rows, tide_import_job_get_trial (self->job),
                         g_array_index (self->verdicts, guint, selected));
}

/* Rows -------------------------------------------------------------------------------------- */

static void
on_row_setup (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_item_set_child (cell, label);
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (cell));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (cell)), text);
  gtk_list_item_set_accessible_label (cell, text);
}

static void
on_response (TideImportCheckPage *self, const char *response)
{
  TideImportPlan *plan = tide_import_job_get_plan (self->job);
  TideImportPolicy policy;

  if (g_str_equal (response, "update"))
    policy = TIDE_IMPORT_UPDATE;
  else if (g_str_equal (response, "create"))
    policy = TIDE_IMPORT_CREATE;
  else if (g_str_equal (response, "skip"))
    policy = TIDE_IMPORT_SKIP;
  else
    return;

  if (self->asked_like == NULL)
    tide_import_plan_answer (plan, self->asked_row, policy);
  else
    tide_import_plan_settle (plan, self->asked_row, policy,
                             self->asked_other == TIDE_IMPORT_NO_ROW ? self->asked_like : NULL,
                             self->asked_other);

  tide_import_job_try (self->job);
}

static void
on_activated (TideImportCheckPage *self, guint position)
{
  const TideImportRow *row = tide_import_rows_get_row (self->rows, position);
  AdwAlertDialog *dialog;

  if (row == NULL)
    return;

  self->asked_row = row->row;
  self->asked_other = row->other;
  g_set_str (&self->asked_like, row->like != NULL ? row->like->id : NULL);
  dialog = tide_import_row_dialog_new (tide_import_job_get_trial (self->job), row);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* Report ------------------------------------------------------------------------------------ */

/* What a report is made of. */
typedef struct
{
  TideImportTrial *trial;
  TideTable *table;
  GFile *file;
} Report;

static void
report_free (Report *report)
{
  tide_import_trial_unref (report->trial);
  tide_table_unref (report->table);
  g_object_unref (report->file);
  g_free (report);
}

static void
tell_not_saved (TideImportCheckPage *self, const GError *error)
{
  AdwDialog *alert = adw_alert_dialog_new (_ ("Report Not Saved"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideImportCheckPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!tide_safe_writer_write_finish (result, &error))
    tell_not_saved (self, error);
  else
    tide_toast_show (ADW_TOAST_OVERLAY (adw_navigation_page_get_child (ADW_NAVIGATION_PAGE (self))),
                     _ ("Report saved"), NULL);
}

static void
make_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Report *report = data;

  g_task_return_pointer (task, tide_import_report_new_csv (report->trial, report->table),
                         (GDestroyNotify) g_bytes_unref);
}

static void
on_report_made (GObject *source, GAsyncResult *result, gpointer data)
{
  const Report *report = g_task_get_task_data (G_TASK (result));
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), NULL);

  tide_safe_writer_write_async (report->file, bytes, NULL, on_written, g_object_ref (source));
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideImportCheckPage) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && tide_import_job_get_trial (self->job) != NULL)
    tide_import_check_page_save (self, file);
}

static void
on_save_clicked (TideImportCheckPage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Save Report"));
  /* Translators: the name of a file */
  gtk_file_dialog_set_initial_name (dialog, _ ("left-out.csv"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        on_file_chosen, g_object_ref (self));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_import_check_page_dispose (GObject *object)
{
  TideImportCheckPage *self = TIDE_IMPORT_CHECK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_IMPORT_CHECK_PAGE);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->verdicts, g_array_unref);
  g_clear_pointer (&self->asked_like, g_free);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (tide_import_check_page_parent_class)->dispose (object);
}

static void
tide_import_check_page_class_init (TideImportCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_import_check_page_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-import-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideImportCheckPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, TideImportCheckPage, counts_label);
  gtk_widget_class_bind_template_child (widget_class, TideImportCheckPage, totals_label);
  gtk_widget_class_bind_template_child (widget_class, TideImportCheckPage, verdict_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TideImportCheckPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_verdict_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
}

static void
tide_import_check_page_init (TideImportCheckPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->rows = tide_import_rows_new ();
  self->verdicts = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (on_row_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_row_bind), NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

/**
 * tide_import_check_page_set_job:
 * @self: a page
 * @job: a job
 *
 * Shows what comes of its trials.
 */
void
tide_import_check_page_set_job (TideImportCheckPage *self, TideImportJob *job)
{
  self->job = g_object_ref (job);
  g_signal_connect_object (job, "tried", G_CALLBACK (on_tried), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "outdated", G_CALLBACK (on_outdated), self, G_CONNECT_SWAPPED);
}

/**
 * tide_import_check_page_save:
 * @self: a page whose job has a trial
 * @file: where to
 *
 * Saves the rows that are left out, with the reasons.
 */
void
tide_import_check_page_save (TideImportCheckPage *self, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_report_made, NULL);
  Report *report = g_new0 (Report, 1);

  report->trial = tide_import_trial_ref (tide_import_job_get_trial (self->job));
  report->table = tide_table_ref (tide_import_job_get_tried_table (self->job));
  report->file = g_object_ref (file);
  g_task_set_static_name (task, "tide-import-report");
  g_task_set_task_data (task, report, (GDestroyNotify) report_free);
  g_task_run_in_thread (task, make_report);
}
