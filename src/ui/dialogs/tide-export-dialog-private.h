/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/dialogs/tide-export-dialog.h"

G_BEGIN_DECLS

typedef struct _TideExportSaving TideExportSaving;

struct _TideExportDialog
{
  AdwDialog parent_instance;

  TideSnapshot *snapshot;                /* owned, nullable before it is set */
  GPtrArray *parts[TIDE_N_EXPORT_PARTS]; /* owned, nullable: projects, which the snapshot holds */
  GArray *shown;                         /* owned, of TideExportPart: those to choose from */
  GPtrArray *loss_rows;                  /* owned, of GtkWidget that its group owns */
  TideExportSaving *saving;              /* its own owner, nullable: what is being written */
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

/* tide-export-dialog.c */
void tide_export_dialog_tell_exported (TideExportDialog *self, const char *sentence);

/* tide-export-dialog-choices.c */
void tide_export_dialog_fill_choices (TideExportDialog *self);
void tide_export_dialog_fill_parts (TideExportDialog *self);
const GPtrArray *tide_export_dialog_get_projects (TideExportDialog *self);
GPtrArray *tide_export_dialog_get_part (TideExportDialog *self);
TideExportOptions tide_export_dialog_read_options (TideExportDialog *self);
char *tide_export_dialog_dup_file_name (TideExportDialog *self);
void tide_export_dialog_update_names (TideExportDialog *self);
void tide_export_dialog_update_rows (TideExportDialog *self);

/* tide-export-dialog-losses.c */
void tide_export_dialog_look_for_losses (TideExportDialog *self);

/* tide-export-dialog-saving.c */
void tide_export_dialog_install_saving_actions (GtkWidgetClass *widget_class);
void tide_export_dialog_stop (TideExportDialog *self);

G_END_DECLS
