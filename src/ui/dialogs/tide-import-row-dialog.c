/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-row-dialog.h"

#include "codec/tide-import-report.h"
#include "ui/dialogs/tide-import-rows.h"
#include "ui/lists/tide-change-text.h"

#include <glib/gi18n-lib.h>

static void
attach (GtkWidget *grid, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static GtkWidget *
new_grid (TideHistoryNames *names, const TideStep *step, gboolean is_like)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  attach (grid, _ ("Field"), 0, 0, "heading");
  attach (grid, is_like ? _ ("Already There") : _ ("Before"), 1, 0, "heading");
  attach (grid, is_like ? _ ("In This Row") : _ ("After"), 2, 0, "heading");
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);
      g_autofree char *field = tide_change_text_dup_field (names, edit);
      g_autofree char *before = tide_change_text_dup_before (names, edit);
      g_autofree char *after = tide_change_text_dup_after (names, edit);

      attach (grid, field, 0, (int) i + 1, "dimmed");
      attach (grid, before, 1, (int) i + 1, NULL);
      attach (grid, after, 2, (int) i + 1, NULL);
    }

  return grid;
}

/* What the project that may be the same says otherwise. */
static TideStep *
dup_differences (const TideImportRow *row)
{
  TideStep *step = tide_step_new ("import", NULL);

  tide_step_add_difference (step, row->kind, row->like, row->after);

  return step;
}

static void
add_differences (AdwAlertDialog *dialog, TideImportTrial *trial, const TideImportRow *row)
{
  g_autoptr (TideStep) step
      = row->like != NULL ? dup_differences (row) : tide_import_row_dup_changes (row);
  g_autoptr (TideHistoryNames) names = NULL;

  if (tide_step_is_empty (step))
    return;

  names = tide_history_names_new (tide_import_trial_get_after (trial),
                                  tide_import_trial_get_before (trial), NULL);
  adw_alert_dialog_set_extra_child (dialog, new_grid (names, step, row->like != NULL));
}

/**
 * tide_import_row_dialog_new:
 * @trial: a trial
 * @row: one of its rows
 *
 * Shows what becomes of a row and why, and what it changes, side by side. Of a row whose key a
 * record has, or that may be the same as a project, it asks what becomes of it: the responses are
 * `update`, `create` and `skip`.
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwAlertDialog *
tide_import_row_dialog_new (TideImportTrial *trial, const TideImportRow *row)
{
  g_autofree char *title = tide_import_row_dup_title (row);
  g_autofree char *reason = tide_import_report_dup_reason (trial, row);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (title, reason));

  adw_alert_dialog_set_prefer_wide_layout (dialog, TRUE);
  add_differences (dialog, trial, row);
  adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_alert_dialog_set_close_response (dialog, "close");
  if (row->verdict == TIDE_IMPORT_ASKED)
    adw_alert_dialog_add_responses (dialog, "skip", _ ("_Skip"), "create", _ ("_Add Another"),
                                    "update", _ ("_Update"), NULL);
  else if (row->like != NULL)
    adw_alert_dialog_add_responses (dialog, "skip", _ ("_Skip"), "create", _ ("_Add Anyway"),
                                    "update", _ ("_Update That One"), NULL);

  return dialog;
}
