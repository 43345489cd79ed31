/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-preview.h"

#include "ui/dialogs/tide-import-cell-text.h"

#include <string.h>

#define MAX_ROWS 6
#define MAX_COLUMNS 20
#define MAX_CHARS 18

struct _TideImportPreview
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled; /* child */
};

G_DEFINE_FINAL_TYPE (TideImportPreview, tide_import_preview, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN (MAX_CHARS, (int) g_utf8_strlen (text, -1)));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
new_cell (const TideTable *table, const TideImportPlan *plan, guint row, guint column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *text = tide_table_get_text (table, row, column);
  g_autofree char *reading = tide_import_cell_dup_reading (
      &tide_import_plan_get_column (plan, column)->format, table, row, column);

  gtk_box_append (GTK_BOX (box), new_label (text, NULL));
  if (strcmp (reading, text) != 0)
    gtk_box_append (GTK_BOX (box), new_label (reading, "dimmed"));

  return box;
}

static GtkWidget *
new_header (const TideTable *table, const TideImportPlan *plan, guint column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box),
                  new_label (tide_table_get_text (table, plan->header_row, column), "heading"));
  gtk_box_append (GTK_BOX (box), new_label (tide_import_field_get_label (
                                                tide_import_plan_get_column (plan, column)->field),
                                            "dimmed"));

  return box;
}

/**
 * tide_import_preview_show:
 * @self: a preview
 * @table: (nullable): a table; %NULL for none
 * @plan: (nullable): its plan
 *
 * Shows the beginning of the table.
 */
void
tide_import_preview_show (TideImportPreview *self,
                          const TideTable *table,
                          const TideImportPlan *plan)
{
  GtkWidget *grid = gtk_grid_new ();
  const guint n_columns = plan != NULL ? MIN (plan->columns->len, MAX_COLUMNS) : 0;
  const guint n_rows = table != NULL ? tide_table_get_n_rows (table) : 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint column = 0; column < n_columns; column++)
    {
      gtk_grid_attach (GTK_GRID (grid), new_header (table, plan, column), (int) column, 0, 1, 1);
      for (guint i = 0; i < MAX_ROWS && plan->first_row + i < n_rows; i++)
        gtk_grid_attach (GTK_GRID (grid), new_cell (table, plan, plan->first_row + i, column),
                         (int) column, (int) i + 1, 1, 1);
    }

  gtk_scrolled_window_set_child (self->scrolled, grid);
}

static void
tide_import_preview_class_init (TideImportPreviewClass *klass)
{
}

static void
tide_import_preview_init (TideImportPreview *self)
{
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scrolled, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}
