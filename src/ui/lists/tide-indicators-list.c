/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-indicators-list.h"

#include "core/tide-search.h"
#include "ui/lists/tide-indicator-text.h"
#include "ui/rows/tide-indicator-row.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TideIndicatorsList
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  char *typed;         /* owned; empty for no search */
  TideSearch *search;  /* owned; NULL for no search */
  GHashTable *chosen;  /* owned: ids, which the register may have no more */
  gboolean is_binding; /* a tick follows the list, not the person */

  /* template children */
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *matches;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (TideIndicatorsList, tide_indicators_list, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_SEARCH,
} TideIndicatorsListProperty;

static GParamSpec *props[PROP_SEARCH + 1];

enum
{
  SELECTION_CHANGED,
  CHOSEN_CHANGED,
  ACTIVATED,
  SHOWN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_match (gpointer record, gpointer data)
{
  TideIndicatorsList *self = data;
  g_autofree char *text = NULL;

  if (self->search == NULL)
    return TRUE;

  text = tide_indicator_dup_search_text (self->reg,
                                         TIDE_INDICATOR_PAYLOAD (tide_record_get_payload (record)));

  return tide_search_rank (self->search, text) != TIDE_SEARCH_NO_RANK;
}

static void
on_row_chosen (TideIndicatorsList *self, GParamSpec *pspec, TideIndicatorRow *row)
{
  TideRecord *record = tide_indicator_row_get_record (row);

  if (self->is_binding || record == NULL)
    return;

  if (tide_indicator_row_get_chosen (row))
    g_hash_table_add (self->chosen, g_strdup (tide_record_get_id (record)));
  else
    g_hash_table_remove (self->chosen, tide_record_get_id (record));
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
on_row_setup (TideIndicatorsList *self, GtkListItem *item)
{
  GtkWidget *row = tide_indicator_row_new ();

  g_signal_connect_object (row, "notify::chosen", G_CALLBACK (on_row_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
on_row_bind (TideIndicatorsList *self, GtkListItem *item)
{
  TideIndicatorRow *row = TIDE_INDICATOR_ROW (gtk_list_item_get_child (item));
  TideRecord *record = gtk_list_item_get_item (item);
  const TideIndicatorPayload *indicator = TIDE_INDICATOR_PAYLOAD (tide_record_get_payload (record));
  const TideLanguage language = tide_language_get_default ();
  g_autofree char *details = tide_indicator_dup_details (self->reg, indicator, language);

  self->is_binding = TRUE;
  tide_indicator_row_set_record (row, self->reg, record);
  tide_indicator_row_set_chosen (row,
                                 g_hash_table_contains (self->chosen, tide_record_get_id (record)));
  self->is_binding = FALSE;
  gtk_list_item_set_accessible_label (item, tide_indicator_get_name (indicator, language));
  gtk_list_item_set_accessible_description (item, details);
}

static void
on_row_unbind (TideIndicatorsList *self, GtkListItem *item)
{
  tide_indicator_row_set_record (TIDE_INDICATOR_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
on_selection_changed (TideIndicatorsList *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
on_row_activated (TideIndicatorsList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* After the row, which selects itself. */
static void
on_released (TideIndicatorsList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_items_changed (TideIndicatorsList *self)
{
  g_signal_emit (self, signals[SHOWN_CHANGED], 0);
}

static gboolean
tide_indicators_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_INDICATORS_LIST (widget)->view));
}

static void
tide_indicators_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideIndicatorsList *self = TIDE_INDICATORS_LIST (object);

  switch ((TideIndicatorsListProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->typed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicators_list_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TideIndicatorsList *self = TIDE_INDICATORS_LIST (object);

  switch ((TideIndicatorsListProperty) id)
    {
    case PROP_REGISTER:
      tide_indicators_list_set_register (self, g_value_get_object (value));
      break;
    case PROP_SEARCH:
      tide_indicators_list_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_indicators_list_dispose (GObject *object)
{
  TideIndicatorsList *self = TIDE_INDICATORS_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->matches != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->matches, self);
      gtk_filter_list_model_set_model (self->matches, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_INDICATORS_LIST);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_indicators_list_parent_class)->dispose (object);
}

static void
tide_indicators_list_finalize (GObject *object)
{
  TideIndicatorsList *self = TIDE_INDICATORS_LIST (object);

  g_hash_table_unref (self->chosen);
  g_clear_pointer (&self->search, tide_search_free);
  g_free (self->typed);

  G_OBJECT_CLASS (tide_indicators_list_parent_class)->finalize (object);
}

static void
install_signals (TideIndicatorsListClass *klass)
{
  static const char *const names[N_SIGNALS] = {
    [SELECTION_CHANGED] = "selection-changed",
    [CHOSEN_CHANGED] = "chosen-changed",
    [ACTIVATED] = "activated",
    [SHOWN_CHANGED] = "shown-changed",
  };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-indicators-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsList, view);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsList, selection);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsList, matches);
  gtk_widget_class_bind_template_child (widget_class, TideIndicatorsList, filter);
  gtk_widget_class_bind_template_callback (widget_class, on_items_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_released);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_unbind);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_INDICATORS_LIST, NULL);
}

static void
tide_indicators_list_class_init (TideIndicatorsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_indicators_list_get_property;
  object_class->set_property = tide_indicators_list_set_property;
  object_class->dispose = tide_indicators_list_dispose;
  object_class->finalize = tide_indicators_list_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = tide_indicators_list_grab_focus;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_signals (klass);
  install_template (GTK_WIDGET_CLASS (klass));
}

static void
tide_indicators_list_init (TideIndicatorsList *self)
{
  self->typed = g_strdup ("");
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_match, self, NULL);
}

/**
 * tide_indicators_list_get_register:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the register whose indicators it shows
 */
TideRegister *
tide_indicators_list_get_register (TideIndicatorsList *self)
{
  g_return_val_if_fail (TIDE_IS_INDICATORS_LIST (self), NULL);

  return self->reg;
}

/**
 * tide_indicators_list_set_register:
 * @self: a list
 * @reg: (nullable): the register whose indicators it shows
 */
void
tide_indicators_list_set_register (TideIndicatorsList *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_INDICATORS_LIST (self));

  if (self->reg == reg)
    return;

  gtk_filter_list_model_set_model (self->matches, NULL);
  g_set_object (&self->reg, reg);
  g_hash_table_remove_all (self->chosen);
  if (reg != NULL)
    gtk_filter_list_model_set_model (
        self->matches, G_LIST_MODEL (tide_register_get_list (reg, TIDE_RECORD_INDICATOR)));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_indicators_list_get_search:
 * @self: a list
 *
 * Returns: (transfer none): what is looked for, empty for nothing
 */
const char *
tide_indicators_list_get_search (TideIndicatorsList *self)
{
  g_return_val_if_fail (TIDE_IS_INDICATORS_LIST (self), NULL);

  return self->typed;
}

/**
 * tide_indicators_list_set_search:
 * @self: a list
 * @search: (nullable): words that must be found in an indicator; empty or %NULL for none
 */
void
tide_indicators_list_set_search (TideIndicatorsList *self, const char *search)
{
  g_return_if_fail (TIDE_IS_INDICATORS_LIST (self));

  if (!g_set_str (&self->typed, search != NULL ? search : ""))
    return;

  g_clear_pointer (&self->search, tide_search_free);
  if (*self->typed != '\0')
    self->search = tide_search_new (self->typed);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

/**
 * tide_indicators_list_get_n_shown:
 * @self: a list
 *
 * Returns: how many indicators are found
 */
guint
tide_indicators_list_get_n_shown (TideIndicatorsList *self)
{
  g_return_val_if_fail (TIDE_IS_INDICATORS_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->matches));
}

/**
 * tide_indicators_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the indicator that is selected
 */
const TideIndicatorPayload *
tide_indicators_list_get_selected (TideIndicatorsList *self)
{
  TideRecord *record;

  g_return_val_if_fail (TIDE_IS_INDICATORS_LIST (self), NULL);

  record = gtk_single_selection_get_selected_item (self->selection);

  return record != NULL ? TIDE_INDICATOR_PAYLOAD (tide_record_get_payload (record)) : NULL;
}

/**
 * tide_indicators_list_select:
 * @self: a list
 * @id: id of an indicator
 *
 * Returns: whether it is found, and selected and in sight now
 */
gboolean
tide_indicators_list_select (TideIndicatorsList *self, const char *id)
{
  GListModel *model;

  g_return_val_if_fail (TIDE_IS_INDICATORS_LIST (self), FALSE);

  model = G_LIST_MODEL (self->matches);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TideRecord) record = g_list_model_get_item (model, i);

      if (g_str_equal (tide_record_get_id (record), id))
        {
          gtk_list_view_scroll_to (self->view, i, GTK_LIST_SCROLL_SELECT, NULL);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tide_indicators_list_dup_chosen:
 * @self: a list
 *
 * Returns: (transfer full): ids of those that are ticked, in the order of the register
 */
GStrv
tide_indicators_list_dup_chosen (TideIndicatorsList *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  TideList *list;

  g_return_val_if_fail (TIDE_IS_INDICATORS_LIST (self), NULL);

  list = self->reg != NULL ? tide_register_get_list (self->reg, TIDE_RECORD_INDICATOR) : NULL;
  for (guint i = 0; list != NULL && i < tide_list_get_n (list); i++)
    {
      const char *id = tide_list_get_payload (list, i)->id;

      if (g_hash_table_contains (self->chosen, id))
        g_strv_builder_add (ids, id);
    }

  return g_strv_builder_end (ids);
}

/**
 * tide_indicators_list_set_chosen:
 * @self: a list
 * @ids: ids of those that are to be ticked; what the register does not have is ignored
 */
void
tide_indicators_list_set_chosen (TideIndicatorsList *self, const char *const *ids)
{
  g_return_if_fail (TIDE_IS_INDICATORS_LIST (self));

  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (self->chosen, g_strdup (ids[i]));

  /* The rows are bound anew. */
  gtk_list_view_set_model (self->view, NULL);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}
