/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else's table on its way into the register. */

#include "tide-shots.h"

#include "codec/tide-export.h"
#include "ui/dialogs/tide-import-check-page.h"
#include "ui/dialogs/tide-import-constants-group.h"
#include "ui/dialogs/tide-import-dialog.h"

#include "tide-test-widgets.h"

/* One more project than the register has, one that is known, one that may be, and one that cannot
 * be read. */
static const char table[]
    = "Register of projects;;;;;\n"
      "项目名称;投资额（亿元）;签约时间;所属区县;产业;投资方\n"
      "海上风电叶片基地;1.234,5;2024-03-05;Songlan County;New energy;华东风电\n"
      "AI chip line;17,5;05/06/2024;松兰;Robotics;Qingting Capital\n"
      "Tidal Park: blade workshop;3,2;2023;Wangchao;New energy;\n"
      "Servo motor second plant project;2,1;2024;Songlan;Robotics;Linghang Robotics\n"
      "Quay cranes;about 5;soon;Atlantis;Robots;Nobody\n";

static void
go_on (Shots *shots, AdwDialog *dialog, const char *name)
{
  GtkWidget *next = adw_dialog_get_default_widget (dialog);

  for (guint i = 0; i < 50 && !gtk_widget_is_sensitive (next); i++)
    shots_settle (50);
  g_signal_emit_by_name (next, "clicked");
  shots_settle (1000);
  shots_take (shots, name);
}

static void
take_constants (Shots *shots, AdwDialog *dialog)
{
  GtkWidget *group = tide_test_find_child (GTK_WIDGET (dialog), TIDE_TYPE_IMPORT_CONSTANTS_GROUP);
  GtkWidget *row;

  gtk_widget_activate_action (group, "constants.add", "u", (guint) TIDE_IMPORT_AMOUNT_DATE);
  row = tide_test_find_child (group, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "soon");
  shots_settle (600);
  shots_take (shots, "import-constants");
  gtk_editable_set_text (GTK_EDITABLE (row), "2024-06");
}

/* The row that may be the same as a project, beside it. */
static void
take_like (Shots *shots, AdwDialog *dialog)
{
  GtkWidget *page = tide_test_find_child (GTK_WIDGET (dialog), TIDE_TYPE_IMPORT_CHECK_PAGE);
  AdwDialog *alert;

  g_signal_emit_by_name (tide_test_find_child (page, GTK_TYPE_LIST_VIEW), "activate", 3u);
  shots_settle (600);
  shots_take (shots, "import-like");
  alert = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shots->window));
  adw_dialog_force_close (alert);
  shots_settle (400);
}

static GBytes *
write_own (TideRegister *reg)
{
  const TideExportOptions options
      = { .format = TIDE_EXPORT_XLSX, .types = TIDE_EXPORT_ALL_TYPES, .includes_names = TRUE };
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (reg);

  return tide_export_write (snapshot, &options, NULL, NULL, NULL, NULL, NULL);
}

/* What the register itself was written as. */
static void
take_own (Shots *shots, TideRegister *reg)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("register-XXXXXX.xlsx", &stream, NULL);
  g_autoptr (GBytes) bytes = write_own (reg);
  AdwDialog *dialog;

  g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                           FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  dialog = tide_import_dialog_new (reg, file);
  adw_dialog_present (dialog, GTK_WIDGET (shots->window));
  shots_settle (1000);
  shots_take (shots, "import-own-source");
  go_on (shots, dialog, "import-own-check");
  adw_dialog_force_close (dialog);
  shots_settle (400);
  g_file_delete (file, NULL, NULL);
}

/**
 * shots_take_import:
 * @shots: the pictures
 */
void
shots_take_import (Shots *shots)
{
  TideRegister *reg = tide_document_get_register (tide_window_get_document (shots->window));
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("projects-XXXXXX.csv", &stream, NULL);
  AdwDialog *dialog;

  g_file_replace_contents (file, table, sizeof table - 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                           NULL, NULL);
  dialog = tide_import_dialog_new (reg, file);
  adw_dialog_present (dialog, GTK_WIDGET (shots->window));
  shots_settle (1000);
  shots_take (shots, "import-source");
  go_on (shots, dialog, "import-columns");
  take_constants (shots, dialog);
  go_on (shots, dialog, "import-names");
  go_on (shots, dialog, "import-check");
  take_like (shots, dialog);
  adw_dialog_force_close (dialog);
  shots_settle (400);
  g_file_delete (file, NULL, NULL);
  take_own (shots, reg);
}
