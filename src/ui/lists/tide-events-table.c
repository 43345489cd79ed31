/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-events-table.h"

#include "stats/tide-breakdown.h"
#include "ui/lists/tide-number-column.h"
#include "ui/lists/tide-table-keys.h"
#include "ui/tide-shortcuts.h"

#include <string.h>

struct _TideEventsTable
{
  AdwBin parent_instance;

  TideRegister *reg;        /* owned; nullable */
  GSignalGroup *links;      /* owned: its target is the register */
  char *search;             /* owned, folded; nullable */
  TideBreakdown *breakdown; /* owned; nullable: agreed amounts by event */
  GCancellable *counting;   /* owned; nullable where nothing is being counted */
  GListStore *items;        /* owned, of TideEventItem */
  GtkPopover *menu;         /* not owned: a child; nullable */

  /* template children */
  GtkColumnView *column_view;
  GtkColumnViewColumn *declared_column;
  GtkColumnViewColumn *recorded_column;
  GtkColumnViewColumn *amount_column;
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkMultiSelection *selection;
};

G_DEFINE_FINAL_TYPE (TideEventsTable, tide_events_table, ADW_TYPE_BIN)

typedef enum
{
  PROP_REGISTER = 1,
  PROP_SEARCH,
} TideEventsTableProperty;

enum
{
  COUNTED,
  ACTIVATED,
  SELECTION_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_SEARCH + 1];
static guint signals[N_SIGNALS];

/* Items ------------------------------------------------------------------------------------- */

static const TideFigure *
find_figure (TideEventsTable *self, const char *id)
{
  const TideGroup *group
      = self->breakdown != NULL ? tide_breakdown_find (self->breakdown, id) : NULL;

  return group != NULL ? group->figure : NULL;
}

static void
select_again (TideEventsTable *self, const char *const *ids)
{
  GListModel *shown = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (TideEventItem) item = g_list_model_get_item (shown, i);

      if (g_strv_contains (ids, tide_event_item_get_id (item)))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
}

static void
fill (TideEventsTable *self)
{
  g_auto (GStrv) selected = tide_events_table_dup_selected (self);
  TideList *list = tide_register_get_list (self->reg, TIDE_RECORD_EVENT);
  const TideUnit unit = tide_unit_get_shown (tide_register_get_settings (self->reg)->unit);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tide_list_get_n (list); i++)
    {
      const TidePayload *event = tide_list_get_payload (list, i);

      g_ptr_array_add (items, tide_event_item_new (event, find_figure (self, event->id), unit,
                                                   tide_language_get_default ()));
    }
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  select_again (self, (const char *const *) selected);
}

/* Counting ---------------------------------------------------------------------------------- */

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const TideValuation valuation = { .kind = TIDE_AMOUNT_KIND_AGREEMENT };
  g_autoptr (TideColumns) columns = tide_columns_new (data, &valuation, NULL);

  g_task_return_pointer (task, tide_breakdown_new (columns, TIDE_GROUPING_EVENT, NULL, NULL),
                         (GDestroyNotify) tide_breakdown_free);
}

static void
on_counted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (TideEventsTable) self = data;
  g_autoptr (TideBreakdown) breakdown = g_task_propagate_pointer (G_TASK (result), NULL);

  if (breakdown == NULL || g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;

  g_clear_object (&self->counting);
  g_clear_pointer (&self->breakdown, tide_breakdown_free);
  self->breakdown = g_steal_pointer (&breakdown);
  fill (self);
  g_signal_emit (self, signals[COUNTED], 0);
}

static void
stop_counting (TideEventsTable *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
start_counting (TideEventsTable *self)
{
  g_autoptr (GTask) task = NULL;

  stop_counting (self);
  self->counting = g_cancellable_new ();
  task = g_task_new (NULL, self->counting, on_counted, g_object_ref (self));
  g_task_set_task_data (task, tide_register_dup_snapshot (self->reg),
                        (GDestroyNotify) tide_snapshot_unref);
  g_task_run_in_thread (task, count);
}

static void
on_register_stepped (TideEventsTable *self)
{
  fill (self);
  start_counting (self);
}

/* Searching --------------------------------------------------------------------------------- */

static gboolean
contains (const char *text, const char *folded)
{
  g_autofree char *found = text != NULL ? tide_text_fold (text) : NULL;

  return found != NULL && strstr (found, folded) != NULL;
}

static gboolean
matches (gpointer object, gpointer data)
{
  TideEventsTable *self = data;
  const TideEventPayload *event = tide_event_item_get_event (object);

  return self->search == NULL || contains (event->name.en, self->search)
         || contains (event->name.zh, self->search) || contains (event->venue, self->search);
}

/* Callbacks --------------------------------------------------------------------------------- */

static void
on_row_activated (TideEventsTable *self, guint position)
{
  g_autoptr (TideEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  g_signal_emit (self, signals[ACTIVATED], 0, tide_event_item_get_id (item));
}

static void
on_selection_changed (TideEventsTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
show_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventsTable *self = TIDE_EVENTS_TABLE (widget);

  if (self->menu != NULL)
    tide_table_popup_menu (widget, self->menu);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_events_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideEventsTable *self = TIDE_EVENTS_TABLE (object);

  switch ((TideEventsTableProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_events_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideEventsTable *self = TIDE_EVENTS_TABLE (object);

  switch ((TideEventsTableProperty) id)
    {
    case PROP_REGISTER:
      tide_events_table_set_register (self, g_value_get_object (value));
      break;
    case PROP_SEARCH:
      tide_events_table_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
tide_events_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TIDE_EVENTS_TABLE (widget)->column_view));
}

static void
tide_events_table_dispose (GObject *object)
{
  TideEventsTable *self = TIDE_EVENTS_TABLE (object);

  stop_counting (self);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_EVENTS_TABLE);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (tide_events_table_parent_class)->dispose (object);
}

static void
tide_events_table_finalize (GObject *object)
{
  TideEventsTable *self = TIDE_EVENTS_TABLE (object);

  g_clear_pointer (&self->breakdown, tide_breakdown_free);
  g_free (self->search);

  G_OBJECT_CLASS (tide_events_table_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/lists/tide-events-table.ui");
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, declared_column);
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, recorded_column);
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, amount_column);
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, sorted);
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, filtered);
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, filter);
  gtk_widget_class_bind_template_child (widget_class, TideEventsTable, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed);
}

static void
install_signals (GType type)
{
  signals[COUNTED]
      = g_signal_new ("counted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_events_table_class_init (TideEventsTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = tide_events_table_get_property;
  object_class->set_property = tide_events_table_set_property;
  object_class->dispose = tide_events_table_dispose;
  object_class->finalize = tide_events_table_finalize;
  widget_class->grab_focus = tide_events_table_grab_focus;

  props[PROP_REGISTER] = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER, flags);
  props[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_signals (G_TYPE_FROM_CLASS (klass));
  g_type_ensure (TIDE_TYPE_EVENT_ITEM);
  install_template (widget_class);
  gtk_widget_class_install_action (widget_class, "event.show-menu", NULL, show_menu);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_EVENTS_TABLE, NULL);
}

static void
tide_events_table_init (TideEventsTable *self)
{
  self->items = g_list_store_new (TIDE_TYPE_EVENT_ITEM);
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, matches, self, NULL);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->items));
  gtk_sort_list_model_set_sorter (self->sorted, gtk_column_view_get_sorter (self->column_view));
  tide_number_column_align_title (self->column_view, self->declared_column);
  tide_number_column_align_title (self->column_view, self->recorded_column);
  tide_number_column_align_title (self->column_view, self->amount_column);
}

/* Public ------------------------------------------------------------------------------------ */

/**
 * tide_events_table_get_register:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the register whose events are shown
 */
TideRegister *
tide_events_table_get_register (TideEventsTable *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), NULL);

  return self->reg;
}

/**
 * tide_events_table_set_register:
 * @self: a table
 * @reg: (nullable): the register whose events are shown
 */
void
tide_events_table_set_register (TideEventsTable *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_EVENTS_TABLE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  stop_counting (self);
  g_clear_pointer (&self->breakdown, tide_breakdown_free);
  g_list_store_remove_all (self->items);
  g_signal_group_set_target (self->links, reg);
  if (reg != NULL)
    on_register_stepped (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_events_table_get_search:
 * @self: a table
 *
 * Returns: (nullable): what a name or venue must contain
 */
const char *
tide_events_table_get_search (TideEventsTable *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), NULL);

  return self->search;
}

/**
 * tide_events_table_set_search:
 * @self: a table
 * @search: (nullable): what a name, in either language, or a venue must contain
 */
void
tide_events_table_set_search (TideEventsTable *self, const char *search)
{
  g_autofree char *folded = search != NULL && *search != '\0' ? tide_text_fold (search) : NULL;

  g_return_if_fail (TIDE_IS_EVENTS_TABLE (self));

  if (!g_set_str (&self->search, folded))
    return;

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SEARCH]);
}

/**
 * tide_events_table_get_n_events:
 * @self: a table
 *
 * Returns: how many events the register has
 */
guint
tide_events_table_get_n_events (TideEventsTable *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/**
 * tide_events_table_get_n_shown:
 * @self: a table
 *
 * Returns: how many of them match the search
 */
guint
tide_events_table_get_n_shown (TideEventsTable *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static GStrv
dup_ids (TideEventsTable *self, gboolean only_selected)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TideEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!only_selected
          || gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_strv_builder_add (ids, tide_event_item_get_id (item));
    }

  return g_strv_builder_end (ids);
}

/**
 * tide_events_table_dup_selected:
 * @self: a table
 *
 * Returns: (transfer full): ids of the selected events, in the order shown
 */
GStrv
tide_events_table_dup_selected (TideEventsTable *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), NULL);

  return dup_ids (self, TRUE);
}

/**
 * tide_events_table_dup_shown:
 * @self: a table
 *
 * Returns: (transfer full): ids of all events that match the search
 */
GStrv
tide_events_table_dup_shown (TideEventsTable *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), NULL);

  return dup_ids (self, FALSE);
}

/**
 * tide_events_table_get_filter:
 * @self: a table
 * @id: id of an event
 *
 * Returns: (transfer none) (nullable): opens the projects that are counted for it; %NULL until they
 *   are counted, and where there are none
 */
const TideFilter *
tide_events_table_get_filter (TideEventsTable *self, const char *id)
{
  const TideFigure *figure;

  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), NULL);

  figure = find_figure (self, id);

  return figure != NULL && figure->n_counted > 0 ? figure->filter : NULL;
}

/**
 * tide_events_table_reveal:
 * @self: a table
 * @id: id of an event
 *
 * Selects the event alone, scrolls to it and moves the focus there.
 *
 * Returns: whether it has a row
 */
gboolean
tide_events_table_reveal (TideEventsTable *self, const char *id)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_TABLE (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (TideEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (!g_str_equal (tide_event_item_get_id (item), id))
        continue;

      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, TRUE);
      gtk_column_view_scroll_to (self->column_view, i, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
      return TRUE;
    }

  return FALSE;
}

/**
 * tide_events_table_set_menu:
 * @self: a table
 * @menu: what can be done with the selected event
 */
void
tide_events_table_set_menu (TideEventsTable *self, GMenuModel *menu)
{
  g_return_if_fail (TIDE_IS_EVENTS_TABLE (self));
  g_return_if_fail (self->menu == NULL);

  self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (menu));
  gtk_popover_set_has_arrow (self->menu, FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
}
