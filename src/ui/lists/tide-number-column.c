/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-number-column.h"

#include <string.h>

static guint
find_position (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (columns, i);

      if (other == column)
        return i;
    }

  g_return_val_if_reached (0);
}

/* Where text is large, the title may have less room than it needs. */
static void
shorten (GtkWidget *label)
{
  if (!GTK_IS_LABEL (label))
    return;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_bind_property (label, "label", label, "tooltip-text", G_BINDING_SYNC_CREATE);
}

/**
 * tide_number_column_align_title:
 * @view: a table
 * @column: one of its columns, which holds numbers
 *
 * Sets the title of @column above the last digits of its numbers. GTK has no property for it: the
 * titles are the children of the first child of a column view, in the order of the columns. A GTK
 * that builds them in another way leaves the title where it was.
 */
void
tide_number_column_align_title (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  GtkWidget *box;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (GTK_IS_COLUMN_VIEW_COLUMN (column));

  for (guint i = find_position (view, column); i > 0 && title != NULL; i--)
    title = gtk_widget_get_next_sibling (title);

  box = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  if (!GTK_IS_BOX (box))
    return;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  shorten (gtk_widget_get_first_child (box));
}

/**
 * tide_number_column_dup_cell:
 * @number: a number with at most two decimals, or other text
 *
 * Words a cell that ends the line: a number is followed by spaces as wide as the point and the
 * digits that it lacks, so that the points of a column are below each other without any digit being
 * claimed. The font has to have tabular digits.
 *
 * Returns: (transfer full): the text; @number itself if it is none
 */
char *
tide_number_column_dup_cell (const char *number)
{
  const char *point;
  GString *text;

  g_return_val_if_fail (number != NULL, NULL);

  text = g_string_new (number);
  if (text->len == 0 || strspn (number, "-0123456789,.") < text->len)
    return g_string_free (text, FALSE);

  point = strchr (number, '.');
  if (point == NULL)
    g_string_append (text, "\u2008");
  for (gsize i = point != NULL ? strlen (point + 1) : 0; i < 2; i++)
    g_string_append (text, "\u2007");

  return g_string_free (text, FALSE);
}
