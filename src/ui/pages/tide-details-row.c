/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-details-row.h"

#include "core/tide-text.h"

/**
 * tide_details_join:
 * @text: what stands already
 * @part: (nullable): what comes behind it, set apart; nothing where it is empty
 */
void
tide_details_join (GString *text, const char *part)
{
  g_autofree char *isolated = NULL;

  if (part == NULL || *part == '\0')
    return;

  isolated = tide_text_dup_isolated (part);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, isolated);
}

/**
 * tide_details_join_date:
 * @text: what stands already
 * @date: a date; nothing where it is unset
 */
void
tide_details_join_date (GString *text, const TideDate *date)
{
  char buffer[TIDE_DATE_TEXT_SIZE];

  if (tide_date_is_set (date))
    tide_details_join (text, tide_date_format (date, buffer, sizeof buffer));
}

/**
 * tide_details_append_row:
 * @list: a list of rows
 * @title: what it is about
 * @subtitle: (nullable): what is said of it
 * @suffix: (nullable): a number or date at its end
 *
 * Returns: (transfer none): the row, at the end of @list
 */
GtkWidget *
tide_details_append_row (GtkListBox *list,
                         const char *title,
                         const char *subtitle,
                         const char *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  if (suffix != NULL && *suffix != '\0')
    {
      GtkWidget *label = gtk_label_new (suffix);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  gtk_list_box_append (list, row);

  return row;
}
