/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-divisions-table-private.h"

#include "ui/lists/tide-number-column.h"
#include "ui/lists/tide-vocabulary-list.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TideDivisionsTable, tide_divisions_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_AMOUNT_KIND,
  PROP_SEARCH,
} TideDivisionsTableProperty;

enum
{
  COUNTED,
  CHANGED,
  SELECTION_CHANGED,
  ACTIVATED,
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SEARCH + 1];
static guint signals[N_SIGNALS];

/* Figures ----------------------------------------------------------------------------------- */

/*
 * tide_divisions_table_find_figure:
 * @self: a table
 * @id: id of a division
 *
 * Returns: (transfer none) (nullable): what it has; %NULL until that is counted
 */
const TideFigure *
tide_divisions_table_find_figure (TideDivisionsTable *self, const char *id)
{
  const TideGroup *group
      = self->breakdown != NULL ? tide_breakdown_find (self->breakdown, id) : NULL;

  return group != NULL ? group->figure : NULL;
}

/*
 * tide_divisions_table_request_projects:
 * @self: a table
 * @id: (nullable): id of a division
 *
 * Asks for the projects that were counted for it, if they have been.
 */
void
tide_divisions_table_request_projects (TideDivisionsTable *self, const char *id)
{
  const TideFigure *figure = id != NULL ? tide_divisions_table_find_figure (self, id) : NULL;

  if (figure != NULL)
    g_signal_emit (self, signals[FILTER_REQUESTED], 0, figure->filter);
}

static void
update_amount_title (TideDivisionsTable *self)
{
  const TideLanguage language = tide_language_get_default ();
  const TideSettings *settings = tide_register_get_settings (self->reg);
  g_autofree char *unit
      = tide_unit_dup_label (tide_unit_get_shown (settings->unit), settings->currency, language);
  /* Translators: header of a column of amounts: a kind of amount, and the unit in brackets */
  g_autofree char *title = g_strdup_printf (
      _ ("%s (%s)"),
      tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, tide_divisions_table_get_amount_kind (self),
                            language),
      unit);

  gtk_column_view_column_set_title (self->amount_column, title);
}

/* What the figures are of has changed. */
static void
refresh (TideDivisionsTable *self)
{
  if (self->reg == NULL)
    return;

  update_amount_title (self);
  tide_divisions_table_start_counting (self);
}

static void
on_register_stepped (TideDivisionsTable *self)
{
  refresh (self);
}

/* Rows -------------------------------------------------------------------------------------- */

static gboolean
is_match (gpointer item, gpointer data)
{
  TideDivisionsTable *self = data;

  return tide_vocabulary_item_matches (item, (const char *const *) self->words);
}

static void
on_items_changed (TideDivisionsTable *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_selection_changed (TideDivisionsTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_divisions_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideDivisionsTable *self = TIDE_DIVISIONS_TABLE (object);

  switch ((TideDivisionsTableProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_AMOUNT_KIND:
      g_value_set_string (value, tide_divisions_table_get_amount_kind (self));
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_divisions_table_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TideDivisionsTable *self = TIDE_DIVISIONS_TABLE (object);

  switch ((TideDivisionsTableProperty) id)
    {
    case PROP_REGISTER:
      tide_divisions_table_set_register (self, g_value_get_object (value));
      break;
    case PROP_AMOUNT_KIND:
      tide_divisions_table_set_amount_kind (self, g_value_get_string (value));
      break;
    case PROP_SEARCH:
      tide_divisions_table_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
tide_divisions_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_DIVISIONS_TABLE (widget)->column_view));
}

static void
tide_divisions_table_dispose (GObject *object)
{
  TideDivisionsTable *self = TIDE_DIVISIONS_TABLE (object);

  tide_divisions_table_stop_counting (self);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_DIVISIONS_TABLE);

  G_OBJECT_CLASS (tide_divisions_table_parent_class)->dispose (object);
}

static void
tide_divisions_table_finalize (GObject *object)
{
  TideDivisionsTable *self = TIDE_DIVISIONS_TABLE (object);

  g_clear_pointer (&self->breakdown, tide_breakdown_free);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->amounts);
  g_strfreev (self->words);
  g_free (self->search);

  G_OBJECT_CLASS (tide_divisions_table_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  static const char *const names[] = { "counted", "changed", "selection-changed" };

  for (guint i = COUNTED; i <= SELECTION_CHANGED; i++)
    signals[i]
        = g_signal_new (names[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILTER_REQUESTED] = g_signal_new ("filter-requested", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-divisions-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsTable, count_column);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsTable, amount_column);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsTable, matches);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsTable, filter);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsTable, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
  tide_divisions_table_install_cells (widget_class);
}

static void
tide_divisions_table_class_init (TideDivisionsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_divisions_table_get_property;
  object_class->set_property = tide_divisions_table_set_property;
  object_class->dispose = tide_divisions_table_dispose;
  object_class->finalize = tide_divisions_table_finalize;
  widget_class->grab_focus = tide_divisions_table_grab_focus;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_AMOUNT_KIND] = g_param_spec_string ("amount-kind", NULL, NULL, "agreement", flags);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_signals (G_TYPE_FROM_CLASS (klass));
  install_template (widget_class);
  tide_divisions_table_install_keys (widget_class);
}

static void
tide_divisions_table_init (TideDivisionsTable *self)
{
  self->kind = TIDE_AMOUNT_KIND_AGREEMENT;
  self->counts = g_hash_table_new (NULL, NULL);
  self->amounts = g_hash_table_new (NULL, NULL);
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_match, self, NULL);
  tide_number_column_align_title (self->column_view, self->count_column);
  tide_number_column_align_title (self->column_view, self->amount_column);
}

/* Public ------------------------------------------------------------------------------------ */

/**
 * tide_divisions_table_get_register:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the register whose divisions are shown
 */
TideRegister *
tide_divisions_table_get_register (TideDivisionsTable *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISIONS_TABLE (self), NULL);

  return self->reg;
}

/**
 * tide_divisions_table_set_register:
 * @self: a table
 * @reg: (nullable): the register whose divisions are shown
 */
void
tide_divisions_table_set_register (TideDivisionsTable *self, TideRegister *reg)
{
  g_autoptr (TideVocabularyList) list = NULL;

  g_return_if_fail (TIDE_IS_DIVISIONS_TABLE (self));

  if (self->reg == reg)
    return;

  tide_divisions_table_stop_counting (self);
  gtk_filter_list_model_set_model (self->matches, NULL);
  g_clear_pointer (&self->breakdown, tide_breakdown_free);
  g_set_object (&self->reg, reg);
  g_signal_group_set_target (self->links, reg);
  if (reg != NULL)
    list = tide_vocabulary_list_new (reg, TIDE_RECORD_DIVISION);
  gtk_filter_list_model_set_model (self->matches, (GListModel *) list);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_divisions_table_get_amount_kind:
 * @self: a table
 *
 * Returns: code of the kind of amount that is added up
 */
const char *
tide_divisions_table_get_amount_kind (TideDivisionsTable *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISIONS_TABLE (self), NULL);

  return tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, self->kind);
}

/**
 * tide_divisions_table_set_amount_kind:
 * @self: a table
 * @code: code of a kind of amount; one that there is not changes nothing
 */
void
tide_divisions_table_set_amount_kind (TideDivisionsTable *self, const char *code)
{
  int kind;

  g_return_if_fail (TIDE_IS_DIVISIONS_TABLE (self));

  kind = tide_codes_find (TIDE_CODES_AMOUNT_KIND, code);
  if (kind < 0 || (int) self->kind == kind)
    return;

  self->kind = (TideAmountKind) kind;
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AMOUNT_KIND]);
}

/**
 * tide_divisions_table_get_search:
 * @self: a table
 *
 * Returns: (nullable): what is searched for
 */
const char *
tide_divisions_table_get_search (TideDivisionsTable *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISIONS_TABLE (self), NULL);

  return self->search;
}

/**
 * tide_divisions_table_set_search:
 * @self: a table
 * @search: (nullable): words, each of which a division's name in any language, or what is known of
 *   it, must contain
 */
void
tide_divisions_table_set_search (TideDivisionsTable *self, const char *search)
{
  g_autofree char *folded = search != NULL ? tide_text_fold (search) : NULL;

  g_return_if_fail (TIDE_IS_DIVISIONS_TABLE (self));

  if (!g_set_str (&self->search, search))
    return;

  g_strfreev (self->words);
  self->words = folded != NULL ? g_strsplit (folded, " ", -1) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

/**
 * tide_divisions_table_set_menu:
 * @self: a table
 * @menu: what can be done with the selected division
 */
void
tide_divisions_table_set_menu (TideDivisionsTable *self, GMenuModel *menu)
{
  g_return_if_fail (TIDE_IS_DIVISIONS_TABLE (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}

/**
 * tide_divisions_table_get_n_shown:
 * @self: a table
 *
 * Returns: how many divisions match the search
 */
guint
tide_divisions_table_get_n_shown (TideDivisionsTable *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISIONS_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->matches));
}

/**
 * tide_divisions_table_get_breakdown:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what the figures are made of; %NULL until it is counted
 */
const TideBreakdown *
tide_divisions_table_get_breakdown (TideDivisionsTable *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISIONS_TABLE (self), NULL);

  return self->breakdown;
}

/**
 * tide_divisions_table_get_selected:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): id of the selected division
 */
const char *
tide_divisions_table_get_selected (TideDivisionsTable *self)
{
  TideVocabularyItem *item;

  g_return_val_if_fail (TIDE_IS_DIVISIONS_TABLE (self), NULL);

  item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? tide_vocabulary_item_get_id (item) : NULL;
}

/**
 * tide_divisions_table_reveal:
 * @self: a table
 * @id: id of a division
 *
 * Selects the division, scrolls to it and moves the focus there.
 *
 * Returns: whether it has a row
 */
gboolean
tide_divisions_table_reveal (TideDivisionsTable *self, const char *id)
{
  GListModel *rows;

  g_return_val_if_fail (TIDE_IS_DIVISIONS_TABLE (self), FALSE);

  rows = G_LIST_MODEL (self->selection);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TideVocabularyItem) item = g_list_model_get_item (rows, i);

      if (!g_str_equal (tide_vocabulary_item_get_id (item), id))
        continue;

      gtk_column_view_scroll_to (self->column_view, i, NULL,
                                 GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
      return TRUE;
    }

  return FALSE;
}
