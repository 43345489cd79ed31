/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-divisions-table-private.h"

#include "ui/lists/tide-vocabulary-item.h"

#include <glib/gi18n-lib.h>

#define INDENT 18
#define MAX_DEPTH 5 /* deeper rows are not indented further */

static TideVocabularyItem *
get_item (GtkColumnViewCell *cell)
{
  return gtk_column_view_cell_get_item (cell);
}

/* Names ------------------------------------------------------------------------------------- */

static void
show_name (GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_column_view_cell_get_child (cell);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *details = gtk_widget_get_last_child (box);
  const TideVocabularyLook *look = tide_vocabulary_item_get_look (get_item (cell));
  g_autofree char *retired = g_strdup_printf (
      "%s%s%s", look->details, *look->details != '\0' && look->is_retired ? " · " : "",
      look->is_retired ? _ ("Retired") : "");

  gtk_widget_set_margin_start (box, (int) MIN (look->depth, MAX_DEPTH) * INDENT);
  gtk_label_set_text (GTK_LABEL (title), look->title);
  gtk_widget_set_tooltip_text (title, look->title);
  gtk_label_set_text (GTK_LABEL (details), retired);
  gtk_widget_set_tooltip_text (details, retired);
  gtk_widget_set_visible (details, *retired != '\0');
}

static GtkWidget *
label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *details = label_new ();

  gtk_widget_add_css_class (details, "caption");
  gtk_widget_add_css_class (details, "dimmed");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label_new ());
  gtk_box_append (GTK_BOX (box), details);
  gtk_column_view_cell_set_child (cell, box);
}

static void
on_name_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_connect_object (get_item (cell), "changed", G_CALLBACK (show_name), cell,
                           G_CONNECT_SWAPPED);
  show_name (cell);
}

static void
on_name_unbind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_handlers_disconnect_by_data (get_item (cell), cell);
}

/* Figures ----------------------------------------------------------------------------------- */

static const TideFigure *
find_figure (TideDivisionsTable *self, GtkColumnViewCell *cell)
{
  return tide_divisions_table_find_figure (self, tide_vocabulary_item_get_id (get_item (cell)));
}

static void
show_count (TideDivisionsTable *self, GtkColumnViewCell *cell)
{
  GtkWidget *button = gtk_column_view_cell_get_child (cell);
  const TideFigure *figure = find_figure (self, cell);
  g_autofree char *text = g_strdup_printf ("%u", figure != NULL ? figure->n_counted : 0);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (button, figure != NULL);
  gtk_widget_set_sensitive (button, figure != NULL && figure->n_counted > 0);
}

static char *
dup_amount (TideDivisionsTable *self, const TideFigure *figure)
{
  const TideSettings *settings = tide_register_get_settings (self->reg);

  if (figure->is_overflow)
    return g_strdup (_ ("Too Large to Add Up"));
  if (figure->n_with_amount == 0 || figure->base.currency[0] == '\0')
    return g_strdup ("—");
  if (figure->n_priced == 0)
    return g_strdup (_ ("No Rate"));

  return tide_money_dup_number (&figure->base, tide_unit_get_shown (settings->unit));
}

static void
show_amount (TideDivisionsTable *self, GtkColumnViewCell *cell)
{
  GtkWidget *button = gtk_column_view_cell_get_child (cell);
  const TideFigure *figure = find_figure (self, cell);
  g_autofree char *text = figure != NULL ? dup_amount (self, figure) : NULL;
  g_autofree char *exact = figure != NULL && !figure->is_overflow && figure->n_priced > 0
                               ? tide_money_dup_exact (&figure->base, tide_language_get_default ())
                               : NULL;

  gtk_button_set_label (GTK_BUTTON (button), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (button, exact);
  gtk_widget_set_visible (button, text != NULL);
  gtk_widget_set_sensitive (button, figure != NULL && figure->n_with_amount > 0);
}

static void
on_figure_clicked (GtkWidget *button, GtkColumnViewCell *cell)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, TIDE_TYPE_DIVISIONS_TABLE);

  tide_divisions_table_request_projects (TIDE_DIVISIONS_TABLE (self),
                                         tide_vocabulary_item_get_id (get_item (cell)));
}

static void
on_figure_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "figure");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Show These Projects"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_figure_clicked), cell,
                           G_CONNECT_DEFAULT);
  gtk_column_view_cell_set_child (cell, button);
}

static void
on_count_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, TideDivisionsTable *self)
{
  g_hash_table_add (self->counts, cell);
  show_count (self, cell);
}

static void
on_count_unbind (GtkSignalListItemFactory *factory,
                 GtkColumnViewCell *cell,
                 TideDivisionsTable *self)
{
  g_hash_table_remove (self->counts, cell);
}

static void
on_amount_bind (GtkSignalListItemFactory *factory,
                GtkColumnViewCell *cell,
                TideDivisionsTable *self)
{
  g_hash_table_add (self->amounts, cell);
  show_amount (self, cell);
}

static void
on_amount_unbind (GtkSignalListItemFactory *factory,
                  GtkColumnViewCell *cell,
                  TideDivisionsTable *self)
{
  g_hash_table_remove (self->amounts, cell);
}

/*
 * tide_divisions_table_show_figures:
 * @self: a table with a register
 *
 * Shows what has been counted in the cells that are there.
 */
void
tide_divisions_table_show_figures (TideDivisionsTable *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    show_count (self, cell);
  g_hash_table_iter_init (&iter, self->amounts);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    show_amount (self, cell);
}

/*
 * tide_divisions_table_install_cells:
 * @widget_class: the class of the table
 */
void
tide_divisions_table_install_cells (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_amount_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_count_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_count_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_figure_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_name_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_name_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_name_unbind);
}
