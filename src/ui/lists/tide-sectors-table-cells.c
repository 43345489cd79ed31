/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-sectors-table-private.h"

#include <glib/gi18n-lib.h>

static TideSectorNode *
get_node (GtkColumnViewCell *cell)
{
  GtkTreeListRow *row = gtk_column_view_cell_get_item (cell);
  g_autoptr (TideSectorNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node;
}

static gboolean
has_nested (TideSectorsTable *self)
{
  GListModel *roots = tide_sector_tree_get_roots (self->tree);

  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (TideSectorNode) node = g_list_model_get_item (roots, i);

      if (g_list_model_get_n_items (G_LIST_MODEL (tide_sector_node_get_children (node))) > 0)
        return TRUE;
    }

  return FALSE;
}

/* How many of a sector's projects another taxonomy has led to it. */
static void
show_mapped (GtkWidget *label, const TideFigure *figure)
{
  const guint n = figure != NULL ? figure->n_mapped : 0;
  g_autofree char *text = NULL;
  g_autofree char *explanation = NULL;

  gtk_widget_set_visible (label, n > 0);
  if (n == 0)
    return;

  /* Translators: how many of a sector's projects belong to it by way of another classification */
  text = g_strdup_printf (ngettext ("%u mapped", "%u mapped", n), n);
  explanation = g_strdup_printf (
      ngettext (
          /* Translators: why a sector counts projects that are not recorded in it */
          "%u project belongs here because its class in another classification maps to this one",
          "%u projects belong here because their classes in another classification map to this one",
          n),
      n);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, explanation);
}

static void
show_name (GtkColumnViewCell *cell)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_column_view_cell_get_child (cell));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  GtkWidget *label = gtk_widget_get_first_child (box);
  TideSectorNode *node = get_node (cell);
  const TideSectorPayload *sector = tide_sector_node_get_sector (node);
  const gboolean is_retired = sector != NULL && sector->retired;
  g_autofree char *text = tide_sector_node_dup_label (node, tide_language_get_default ());

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_visible (gtk_widget_get_next_sibling (label), is_retired);
  show_mapped (gtk_widget_get_last_child (box), tide_sector_node_get_figure (node));
  if (is_retired || sector == NULL)
    gtk_widget_add_css_class (label, "dimmed");
  else
    gtk_widget_remove_css_class (label, "dimmed");
}

static void
show_code (GtkColumnViewCell *cell)
{
  const TideSectorPayload *sector = tide_sector_node_get_sector (get_node (cell));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_column_view_cell_get_child (cell)),
                            sector != NULL ? sector->code : NULL);
}

static void
show_count (GtkColumnViewCell *cell)
{
  GtkWidget *button = gtk_column_view_cell_get_child (cell);
  const TideFigure *figure = tide_sector_node_get_figure (get_node (cell));
  g_autofree char *text = g_strdup_printf ("%u", figure != NULL ? figure->n_counted : 0);

  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (button, figure != NULL);
  gtk_widget_set_sensitive (button, figure != NULL && figure->n_counted > 0);
}

/*
 * tide_sectors_table_dup_amount:
 * @self: a table with a register
 * @figure: (nullable): what was counted
 *
 * Returns: (transfer full) (nullable): its amount in the unit of the column; %NULL for no figure
 */
char *
tide_sectors_table_dup_amount (TideSectorsTable *self, const TideFigure *figure)
{
  const TideSettings *settings = tide_register_get_settings (self->reg);

  if (figure == NULL)
    return NULL;
  if (figure->is_overflow)
    return g_strdup (_ ("Too Large to Add Up"));
  if (figure->n_with_amount == 0 || figure->base.currency[0] == '\0')
    return g_strdup ("—");
  if (figure->n_priced == 0)
    return g_strdup (_ ("No Rate"));

  return tide_money_dup_number (&figure->base, tide_unit_get_shown (settings->unit));
}

static void
show_amount (GtkColumnViewCell *cell, TideSectorsTable *self)
{
  GtkWidget *button = gtk_column_view_cell_get_child (cell);
  const TideFigure *figure = tide_sector_node_get_figure (get_node (cell));
  g_autofree char *text = self->reg != NULL ? tide_sectors_table_dup_amount (self, figure) : NULL;

  gtk_button_set_label (GTK_BUTTON (button), text != NULL ? text : "");
  gtk_widget_set_visible (button, text != NULL);
  gtk_widget_set_sensitive (button, figure != NULL && figure->n_with_amount > 0);
}

static void
on_name_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *retired = gtk_label_new (_ ("Retired"));
  GtkWidget *mapped = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (retired, "caption");
  gtk_widget_add_css_class (retired, "dimmed");
  gtk_widget_add_css_class (mapped, "caption");
  gtk_widget_add_css_class (mapped, "dimmed");
  gtk_widget_add_css_class (mapped, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), retired);
  gtk_box_append (GTK_BOX (box), mapped);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_column_view_cell_set_child (cell, expander);
}

static void
on_name_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, TideSectorsTable *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_column_view_cell_get_child (cell));

  gtk_tree_expander_set_list_row (expander, gtk_column_view_cell_get_item (cell));
  /* A list without any tree needs no room for arrows. */
  gtk_tree_expander_set_indent_for_icon (expander, has_nested (self));
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (show_name), cell,
                           G_CONNECT_SWAPPED);
  show_name (cell);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_handlers_disconnect_by_data (get_node (cell), cell);
}

static GtkWidget *
inscription_new (void)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (text, "numeric");

  return text;
}

static void
on_code_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, inscription_new ());
}

static void
on_code_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (show_code), cell,
                           G_CONNECT_SWAPPED);
  show_code (cell);
}

static void
on_figure_clicked (GtkWidget *button, GtkColumnViewCell *cell)
{
  GtkWidget *self = gtk_widget_get_ancestor (button, TIDE_TYPE_SECTORS_TABLE);

  tide_sectors_table_request_projects (TIDE_SECTORS_TABLE (self), get_node (cell));
}

static GtkWidget *
figure_new (GtkColumnViewCell *cell)
{
  GtkWidget *button = gtk_button_new_with_label ("");

  gtk_widget_add_css_class (button, "figure");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_figure_clicked), cell,
                           G_CONNECT_DEFAULT);

  return button;
}

static void
on_count_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *button = figure_new (cell);

  gtk_widget_set_tooltip_text (button, _ ("Show These Projects"));
  gtk_column_view_cell_set_child (cell, button);
}

static void
on_count_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (show_count), cell,
                           G_CONNECT_SWAPPED);
  show_count (cell);
}

/* All digits, worked out only when they are asked for. */
static gboolean
on_query_amount (GtkWidget *button,
                 int x,
                 int y,
                 gboolean is_keyboard,
                 GtkTooltip *tooltip,
                 GtkColumnViewCell *cell)
{
  TideSectorNode *node = get_node (cell);
  const TideFigure *figure = node != NULL ? tide_sector_node_get_figure (node) : NULL;
  g_autofree char *exact = NULL;

  if (figure == NULL || figure->is_overflow || figure->n_priced == 0)
    return FALSE;

  exact = tide_money_dup_exact (&figure->base, tide_language_get_default ());
  gtk_tooltip_set_text (tooltip, exact);

  return *exact != '\0';
}

static void
on_amount_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *button = figure_new (cell);

  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect_object (button, "query-tooltip", G_CALLBACK (on_query_amount), cell,
                           G_CONNECT_DEFAULT);
  gtk_column_view_cell_set_child (cell, button);
}

static void
on_amount_node_changed (TideSectorNode *node, GtkColumnViewCell *cell)
{
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  GtkWidget *self = gtk_widget_get_ancestor (child, TIDE_TYPE_SECTORS_TABLE);

  if (self != NULL)
    show_amount (cell, TIDE_SECTORS_TABLE (self));
}

static void
on_amount_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, TideSectorsTable *self)
{
  g_signal_connect_object (get_node (cell), "changed", G_CALLBACK (on_amount_node_changed), cell,
                           G_CONNECT_DEFAULT);
  show_amount (cell, self);
}

/*
 * tide_sectors_table_install_cells:
 * @widget_class: the class of the table
 */
void
tide_sectors_table_install_cells (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_amount_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_amount_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_code_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_code_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_count_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_count_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_name_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_name_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind);
}
