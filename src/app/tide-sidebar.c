/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-sidebar.h"

#include "app/tide-sidebar-filter-row.h"
#include "app/tide-sidebar-row.h"
#include "ui/lists/tide-filter-counts.h"

#define FILTERS_PAGE "projects" /* below it stand the saved filters */

struct _TideSidebar
{
  AdwBin parent_instance;

  /* template children */
  GtkListBox *list;

  GtkStack *stack;
  TideRegister *reg;        /* owned, nullable */
  GListStore *filters;      /* owned: of the one list of saved filters, or of none */
  TideFilterCounts *counts; /* owned */
  GVariant *shown;          /* owned, nullable: what is asked for of the projects */
};

G_DEFINE_FINAL_TYPE (TideSidebar, tide_sidebar, ADW_TYPE_BIN)

typedef enum
{
  PROP_STACK = 1,
  PROP_REGISTER,
} TideSidebarProperty;

enum
{
  PAGE_ACTIVATED,
  FILTER_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* Rows ------------------------------------------------------------------------------------- */

static TideSidebarRow *
find_row (TideSidebar *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (TIDE_IS_SIDEBAR_ROW (row)
        && g_strcmp0 (gtk_stack_page_get_name (tide_sidebar_row_get_page (TIDE_SIDEBAR_ROW (row))),
                      name)
               == 0)
      return TIDE_SIDEBAR_ROW (row);

  return NULL;
}

static gboolean
is_shown (TideSidebar *self, const TideFilter *filter)
{
  g_autoptr (GVariant) asked = g_variant_ref_sink (tide_filter_to_variant (filter));

  return self->shown != NULL && g_variant_equal (asked, self->shown);
}

/* The row of the saved filter that the list of projects is asked for, if it is one. */
static GtkListBoxRow *
find_shown_filter (TideSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (TIDE_IS_SIDEBAR_FILTER_ROW (row)
        && is_shown (self, tide_sidebar_filter_row_get_filter (TIDE_SIDEBAR_FILTER_ROW (row))))
      return row;

  return NULL;
}

/* Arrow keys move the selection before a row is chosen: it goes back with the focus. */
static void
select_shown (TideSidebar *self)
{
  const char *name;
  GtkListBoxRow *row = NULL;

  if (self->stack == NULL)
    return;

  name = gtk_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (name, FILTERS_PAGE) == 0)
    row = find_shown_filter (self);
  if (row == NULL)
    row = GTK_LIST_BOX_ROW (find_row (self, name));
  gtk_list_box_select_row (self->list, row);
}

static void
update_count (TideSidebar *self, TideSidebarFilterRow *row)
{
  guint count;

  if (tide_filter_counts_find (self->counts, tide_sidebar_filter_row_get_filter (row)->base.id,
                               &count))
    tide_sidebar_filter_row_set_count (row, count);
}

static void
update_counts (TideSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (TIDE_IS_SIDEBAR_FILTER_ROW (row))
      update_count (self, TIDE_SIDEBAR_FILTER_ROW (row));
}

static void
on_row_activated (TideSidebar *self, GtkListBoxRow *row)
{
  if (TIDE_IS_SIDEBAR_FILTER_ROW (row))
    {
      g_signal_emit (self, signals[FILTER_ACTIVATED], 0,
                     tide_sidebar_filter_row_get_filter (TIDE_SIDEBAR_FILTER_ROW (row)));
      return;
    }

  gtk_stack_set_visible_child (
      self->stack, gtk_stack_page_get_child (tide_sidebar_row_get_page (TIDE_SIDEBAR_ROW (row))));
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  GtkWidget *row;

  if (GTK_IS_STACK_PAGE (item))
    return tide_sidebar_row_new (item);

  row = tide_sidebar_filter_row_new (item);
  update_count (data, TIDE_SIDEBAR_FILTER_ROW (row));

  return row;
}

/* What the list shows --------------------------------------------------------------------- */

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const TideLanguage language = tide_language_get_default ();

  return g_utf8_collate (
      tide_payload_get_label (tide_record_get_payload ((TideRecord *) a), language),
      tide_payload_get_label (tide_record_get_payload ((TideRecord *) b), language));
}

static GListModel *
create_filters (TideSidebar *self)
{
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_names, NULL, NULL));
  GListModel *lists = g_object_ref (G_LIST_MODEL (self->filters));

  return G_LIST_MODEL (
      gtk_sort_list_model_new (G_LIST_MODEL (gtk_flatten_list_model_new (lists)), sorter));
}

static guint
find_filters_page (GListModel *pages)
{
  const guint n = g_list_model_get_n_items (pages);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStackPage) page = g_list_model_get_item (pages, i);

      if (g_strcmp0 (gtk_stack_page_get_name (page), FILTERS_PAGE) == 0)
        return i;
    }

  return n;
}

/* The pages up to that of projects, the saved filters, and the other pages. Slices add their offset
 * to their size, which must not overflow. */
static GListModel *
create_items (TideSidebar *self, GListModel *pages)
{
  const guint n_above = find_filters_page (pages) + 1;
  g_autoptr (GListStore) parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListModel) above
      = G_LIST_MODEL (gtk_slice_list_model_new (g_object_ref (pages), 0, n_above));
  g_autoptr (GListModel) filters = create_filters (self);
  g_autoptr (GListModel) below = G_LIST_MODEL (
      gtk_slice_list_model_new (g_object_ref (pages), n_above, G_MAXUINT - n_above));

  g_list_store_append (parts, above);
  g_list_store_append (parts, filters);
  g_list_store_append (parts, below);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts))));
}

static void
set_stack (TideSidebar *self, GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = NULL;
  g_autoptr (GListModel) items = NULL;

  if (!g_set_object (&self->stack, stack) || stack == NULL)
    return;

  pages = gtk_stack_get_pages (stack);
  items = create_items (self, G_LIST_MODEL (pages));
  gtk_list_box_bind_model (self->list, items, create_row, self, NULL);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (select_shown), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (select_shown), self,
                           G_CONNECT_SWAPPED);
  select_shown (self);
}

static void
tide_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideSidebar *self = TIDE_SIDEBAR (object);

  switch ((TideSidebarProperty) id)
    {
    case PROP_STACK:
      g_value_set_object (value, self->stack);
      break;
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideSidebar *self = TIDE_SIDEBAR (object);

  switch ((TideSidebarProperty) id)
    {
    case PROP_STACK:
      set_stack (self, g_value_get_object (value));
      break;
    case PROP_REGISTER:
      tide_sidebar_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sidebar_dispose (GObject *object)
{
  TideSidebar *self = TIDE_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SIDEBAR);
  g_clear_object (&self->counts);
  g_clear_object (&self->filters);
  g_clear_object (&self->reg);
  g_clear_object (&self->stack);
  g_clear_pointer (&self->shown, g_variant_unref);

  G_OBJECT_CLASS (tide_sidebar_parent_class)->dispose (object);
}

static void
tide_sidebar_class_init (TideSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_sidebar_get_property;
  object_class->set_property = tide_sidebar_set_property;
  object_class->dispose = tide_sidebar_dispose;

  /**
   * TideSidebar:stack:
   *
   * What holds the pages. Set once.
   */
  props[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, GTK_TYPE_STACK,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * TideSidebar:register:
   *
   * Whose saved filters are listed.
   */
  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TideSidebar::page-activated:
   * @self: the sidebar
   *
   * A person has chosen a page, maybe the one that was shown already.
   */
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", TIDE_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TideSidebar::filter-activated:
   * @self: the sidebar
   * @filter: a #TideFilter as #TidePayload
   *
   * A person has chosen a saved filter.
   */
  signals[FILTER_ACTIVATED]
      = g_signal_new ("filter-activated", TIDE_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, select_shown);
}

static void
tide_sidebar_init (TideSidebar *self)
{
  self->filters = g_list_store_new (G_TYPE_LIST_MODEL);
  self->counts = tide_filter_counts_new ();
  g_signal_connect_object (self->counts, "changed", G_CALLBACK (update_counts), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_sidebar_get_register:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the register whose saved filters are listed
 */
TideRegister *
tide_sidebar_get_register (TideSidebar *self)
{
  g_return_val_if_fail (TIDE_IS_SIDEBAR (self), NULL);

  return self->reg;
}

/**
 * tide_sidebar_set_register:
 * @self: a sidebar
 * @reg: (nullable): the register whose saved filters are listed
 */
void
tide_sidebar_set_register (TideSidebar *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_SIDEBAR (self));

  if (!g_set_object (&self->reg, reg))
    return;

  tide_filter_counts_set_register (self->counts, reg);
  g_list_store_remove_all (self->filters);
  if (reg != NULL)
    g_list_store_append (self->filters, tide_register_get_list (reg, TIDE_RECORD_FILTER));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_sidebar_show_filter:
 * @self: a sidebar
 * @filter: which projects the page of projects shows
 *
 * Selects the saved filter that asks for the same, if there is one, while that page is shown.
 */
void
tide_sidebar_show_filter (TideSidebar *self, const TideFilter *filter)
{
  g_return_if_fail (TIDE_IS_SIDEBAR (self));

  g_clear_pointer (&self->shown, g_variant_unref);
  self->shown = g_variant_ref_sink (tide_filter_to_variant (filter));
  select_shown (self);
}

/**
 * tide_sidebar_focus_shown:
 * @self: a sidebar
 *
 * Gives the focus to the row of the page that is shown.
 */
void
tide_sidebar_focus_shown (TideSidebar *self)
{
  g_return_if_fail (TIDE_IS_SIDEBAR (self));

  gtk_widget_grab_focus (
      GTK_WIDGET (find_row (self, gtk_stack_get_visible_child_name (self->stack))));
}

/**
 * tide_sidebar_set_count:
 * @self: a sidebar
 * @name: a page of its stack
 * @count: how many records the page lists
 */
void
tide_sidebar_set_count (TideSidebar *self, const char *name, guint count)
{
  TideSidebarRow *row;

  g_return_if_fail (TIDE_IS_SIDEBAR (self));

  row = find_row (self, name);
  g_return_if_fail (row != NULL);
  tide_sidebar_row_set_count (row, count);
}
