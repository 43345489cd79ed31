/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of the list of projects being edited. */

#include "tide-shots.h"

#include "ui/lists/tide-cell-editor.h"
#include "ui/lists/tide-projects-table-private.h"

#include "tide-test-widgets.h"

/* NULL where the column has no room. */
static GtkWidget *
open_editor (TideProjectsTable *table, const char *id, TideOrderKey key)
{
  tide_projects_table_edit_at (table, id, key);
  shots_settle (300);

  return tide_test_find_child (GTK_WIDGET (table), TIDE_TYPE_CELL_EDITOR);
}

static void
take_wrong (
    Shots *shots, TideProjectsTable *table, const char *id, TideOrderKey key, const char *text)
{
  GtkWidget *editor = open_editor (table, id, key);
  GtkWidget *row = editor != NULL ? tide_test_find_child (editor, ADW_TYPE_ENTRY_ROW) : NULL;
  g_autofree char *scene = g_strdup_printf ("cell-%s-wrong", tide_order_key_to_code (key));

  if (row == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  shots_settle (200);
  shots_take (shots, scene);
  tide_projects_table_stop_editing (table);
}

static void
take_open (Shots *shots, TideProjectsTable *table, const char *id, TideOrderKey key)
{
  g_autofree char *scene = g_strdup_printf ("cell-%s", tide_order_key_to_code (key));

  if (open_editor (table, id, key) != NULL)
    shots_take (shots, scene);
  tide_projects_table_stop_editing (table);
}

/**
 * shots_take_cells:
 * @shots: the pictures
 * @page: the projects of a register, which are on view
 *
 * Takes the editor of a cell, with what is wrong in it, and with something to choose.
 */
void
shots_take_cells (Shots *shots, TideProjectsPage *page)
{
  TideProjectsTable *table
      = TIDE_PROJECTS_TABLE (tide_test_find_child (GTK_WIDGET (page), TIDE_TYPE_PROJECTS_TABLE));
  g_autoptr (GObject) first
      = g_list_model_get_item (G_LIST_MODEL (tide_projects_table_get_view (table)), 0);
  const char *id = tide_record_get_id (TIDE_RECORD (first));

  tide_projects_page_reveal (page, id);
  shots_settle (200);
  take_open (shots, table, id, TIDE_ORDER_NAME);
  take_wrong (shots, table, id, TIDE_ORDER_AMOUNT, "16 billiards");
  take_open (shots, table, id, TIDE_ORDER_DIVISION);
}
