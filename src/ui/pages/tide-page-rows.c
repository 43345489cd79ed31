/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-page-rows.h"

#include "ui/pages/tide-details-row.h"

/**
 * tide_page_rows_append:
 * @rows: a list
 * @row: (transfer floating): a row that only says something
 */
void
tide_page_rows_append (GtkListBox *rows, GtkWidget *row)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (rows, row);
}

/**
 * tide_page_rows_append_link:
 * @rows: a list
 * @row: (transfer floating): a row that leads somewhere
 * @action: the action that does so
 * @target: the id that it is given
 */
void
tide_page_rows_append_link (GtkListBox *rows,
                            GtkWidget *row,
                            const char *action,
                            const char *target)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (rows, row);
}

/**
 * tide_page_rows_append_fact:
 * @rows: a list
 * @title: what is told
 * @value: (nullable): what it is; without any, no row is added
 */
void
tide_page_rows_append_fact (GtkListBox *rows, const char *title, const char *value)
{
  GtkWidget *row = tide_details_row_new_fact (title, value, NULL);

  if (row != NULL)
    tide_page_rows_append (rows, row);
}

/**
 * tide_page_rows_append_empty:
 * @rows: a list
 * @text: what is not there, used where the list is empty
 */
void
tide_page_rows_append_empty (GtkListBox *rows, const char *text)
{
  GtkWidget *row;

  if (gtk_list_box_get_row_at_index (rows, 0) != NULL)
    return;

  row = tide_details_row_new (text, NULL, NULL);
  gtk_widget_add_css_class (row, "unknown-fact");
  tide_page_rows_append (rows, row);
}
