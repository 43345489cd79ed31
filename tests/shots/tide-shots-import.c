/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody else's table on its way into the register. */

#include "tide-shots.h"

#include "ui/dialogs/tide-import-dialog.h"

#include "tide-test-widgets.h"

/* One more project than the register has, one that is known, and one that cannot be read. */
static const char table[]
    = "Register of projects;;;;;\n"
      "项目名称;投资额（亿元）;签约时间;所属区县;产业;投资方\n"
      "海上风电叶片基地;1.234,5;2024-03-05;Songlan County;New energy;华东风电\n"
      "AI chip line;17,5;05/06/2024;松兰;Robotics;Qingting Capital\n"
      "Tidal Park: blade workshop;3,2;2023;Wangchao;New energy;\n"
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
  go_on (shots, dialog, "import-names");
  go_on (shots, dialog, "import-check");
  adw_dialog_force_close (dialog);
  shots_settle (400);
  g_file_delete (file, NULL, NULL);
}
