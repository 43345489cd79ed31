/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-history-table.h"

#include <glib/gi18n-lib.h>

#define PROPERTY_DATA "tide-property"

struct _TideHistoryTable
{
  AdwBin parent_instance;

  TideHistoryList *list; /* owned */

  /* template children */
  GtkColumnView *column_view;
  GtkSingleSelection *selection;
  GtkColumnViewColumn *compact_column;
};

/* Where a change stands that is looked for. */
typedef struct
{
  const TideStep *step;
  const TideEdit *edit;
  guint position;
  guint found;
} Wanted;

G_DEFINE_FINAL_TYPE (TideHistoryTable, tide_history_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_SELECTED = 1,
} TideHistoryTableProperty;

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SELECTED + 1];
static guint signals[N_SIGNALS];

static char *
dup_word (TideChange *change, const char *property)
{
  char *text;

  g_object_get (change, property, &text, NULL);

  return text;
}

static GtkWidget *
new_inscription (void)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);

  return text;
}

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, new_inscription ());
}

static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  TideChange *change = gtk_column_view_cell_get_item (cell);
  GtkWidget *child = gtk_column_view_cell_get_child (cell);
  const char *property = g_object_get_data (G_OBJECT (factory), PROPERTY_DATA);
  g_autofree char *text = dup_word (change, property);
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');

  gtk_inscription_set_text (GTK_INSCRIPTION (child), line);
  gtk_widget_set_tooltip_text (child, text);
}

static GtkWidget *
append_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  /* The column is as wide as there is room, not as the text would like it. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
on_compact_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  append_label (box, "heading");
  append_label (box, NULL);
  gtk_widget_add_css_class (append_label (box, "caption"), "dimmed");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_column_view_cell_set_child (cell, box);
}

static char *
dup_caption (TideChange *change)
{
  g_autofree char *time = dup_word (change, "time");
  g_autofree char *author = dup_word (change, "author");
  g_autofree char *isolated = tide_text_dup_isolated (author);

  if (!tide_change_get_saved (change))
    return g_strjoin (" · ", time, isolated, _ ("Not saved yet"), NULL);

  return g_strjoin (" · ", time, isolated, NULL);
}

static char *
dup_line (TideChange *change)
{
  const TideEdit *edit = tide_change_get_edit (change);
  g_autofree char *field = dup_word (change, "field");
  g_autofree char *transition = dup_word (change, "transition");

  if (edit == NULL || edit->kind != TIDE_EDIT_SET)
    return g_strjoin (" · ", field, transition, NULL);

  /* Translators: a field, and how it was changed: Division: East → West */
  return g_strdup_printf (_ ("%s: %s"), field, transition);
}

static void
on_compact_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  TideChange *change = gtk_column_view_cell_get_item (cell);
  GtkWidget *heading = gtk_widget_get_first_child (gtk_column_view_cell_get_child (cell));
  GtkWidget *text = gtk_widget_get_next_sibling (heading);
  const gboolean is_known = tide_change_get_edit (change) != NULL;
  g_autofree char *record = dup_word (change, is_known ? "record" : "act");
  g_autofree char *caption = dup_caption (change);
  g_autofree char *line = dup_line (change);

  gtk_label_set_text (GTK_LABEL (heading), record);
  gtk_label_set_text (GTK_LABEL (text), line);
  gtk_widget_set_visible (text, is_known);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (text)), caption);
}

static GtkWidget *
new_time_cell (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = new_inscription ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (text, "numeric");
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (append_label (box, "caption"), "dimmed");

  return box;
}

static void
on_time_setup (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  gtk_column_view_cell_set_child (cell, new_time_cell ());
}

static void
on_time_bind (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell)
{
  TideChange *change = gtk_column_view_cell_get_item (cell);
  GtkWidget *text = gtk_widget_get_first_child (gtk_column_view_cell_get_child (cell));
  GtkWidget *state = gtk_widget_get_next_sibling (text);
  g_autofree char *time = dup_word (change, "time");

  gtk_inscription_set_text (GTK_INSCRIPTION (text), time);
  gtk_label_set_text (GTK_LABEL (state), _ ("Not saved yet"));
  gtk_widget_set_visible (state, !tide_change_get_saved (change));
}

static void
on_row_bind (GtkSignalListItemFactory *factory, GtkColumnViewRow *row)
{
  TideChange *change = gtk_column_view_row_get_item (row);
  g_autofree char *summary = dup_word (change, "summary");
  g_autofree char *caption = dup_caption (change);

  gtk_column_view_row_set_accessible_label (row, summary);
  gtk_column_view_row_set_accessible_description (row, caption);
}

static GtkListItemFactory *
new_factory (GCallback setup, GCallback bind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  if (setup != NULL)
    g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);

  return factory;
}

static void
set_factories (TideHistoryTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);
  g_autoptr (GtkListItemFactory) rows = new_factory (NULL, G_CALLBACK (on_row_bind));

  gtk_column_view_set_row_factory (self->column_view, rows);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);
      g_autoptr (GtkListItemFactory) factory = NULL;

      if (column == self->compact_column)
        factory = new_factory (G_CALLBACK (on_compact_setup), G_CALLBACK (on_compact_bind));
      else if (g_str_equal (id, "time"))
        factory = new_factory (G_CALLBACK (on_time_setup), G_CALLBACK (on_time_bind));
      else
        factory = new_factory (G_CALLBACK (on_cell_setup), G_CALLBACK (on_cell_bind));
      g_object_set_data_full (G_OBJECT (factory), PROPERTY_DATA, g_strdup (id), g_free);
      gtk_column_view_column_set_factory (column, factory);
    }
}

static void
on_selected (TideHistoryTable *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

static void
on_activated (GtkColumnView *view, guint position, TideHistoryTable *self)
{
  g_autoptr (TideChange) change = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (change != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, change);
}

static void
look_for (TideHistoryNames *names, TideStep *step, const TideEdit *edit, gpointer data)
{
  Wanted *wanted = data;

  if (step == wanted->step && edit == wanted->edit)
    wanted->found = wanted->position;
  wanted->position++;
}

static void
tide_history_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideHistoryTable *self = TIDE_HISTORY_TABLE (object);

  switch ((TideHistoryTableProperty) id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, tide_history_table_get_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
tide_history_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_HISTORY_TABLE (widget)->column_view));
}

static void
tide_history_table_dispose (GObject *object)
{
  TideHistoryTable *self = TIDE_HISTORY_TABLE (object);

  g_clear_object (&self->list);

  G_OBJECT_CLASS (tide_history_table_parent_class)->dispose (object);
}

static void
tide_history_table_class_init (TideHistoryTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_history_table_get_property;
  object_class->dispose = tide_history_table_dispose;
  widget_class->grab_focus = tide_history_table_grab_focus;

  props[PROP_SELECTED]
      = g_param_spec_object ("selected", NULL, NULL, TIDE_TYPE_CHANGE,
                             G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TideHistoryTable::activated:
   * @self: the table
   * @change: a change
   *
   * A person wants to look at @change.
   */
  signals[ACTIVATED] = g_signal_new ("activated", TIDE_TYPE_HISTORY_TABLE, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_CHANGE);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-history-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TideHistoryTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryTable, selection);
  gtk_widget_class_bind_template_child (widget_class, TideHistoryTable, compact_column);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
tide_history_table_init (TideHistoryTable *self)
{
  self->list = tide_history_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
  set_factories (self);
}

/**
 * tide_history_table_get_list:
 * @self: a table
 *
 * Returns: (transfer none): the changes that it shows
 */
TideHistoryList *
tide_history_table_get_list (TideHistoryTable *self)
{
  g_return_val_if_fail (TIDE_IS_HISTORY_TABLE (self), NULL);

  return self->list;
}

/**
 * tide_history_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the change that is selected
 */
TideChange *
tide_history_table_get_selected (TideHistoryTable *self)
{
  g_return_val_if_fail (TIDE_IS_HISTORY_TABLE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * tide_history_table_select:
 * @self: a table
 * @step: a step of the history
 * @edit: (nullable): one of its edits
 *
 * Selects the change, if it is shown.
 */
void
tide_history_table_select (TideHistoryTable *self, const TideStep *step, const TideEdit *edit)
{
  Wanted wanted = { step, edit, 0, GTK_INVALID_LIST_POSITION };

  g_return_if_fail (TIDE_IS_HISTORY_TABLE (self));

  tide_history_list_foreach (self->list, look_for, &wanted);
  gtk_single_selection_set_selected (self->selection, wanted.found);
}
