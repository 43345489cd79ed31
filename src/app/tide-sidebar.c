/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-sidebar.h"

#include "app/tide-sidebar-row.h"

struct _TideSidebar
{
  AdwBin parent_instance;

  /* template children */
  GtkListBox *list;

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (TideSidebar, tide_sidebar, ADW_TYPE_BIN)

typedef enum
{
  PROP_STACK = 1,
} TideSidebarProperty;

enum
{
  PAGE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_STACK + 1];
static guint signals[N_SIGNALS];

static TideSidebarRow *
find_row (TideSidebar *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GtkStackPage *page = tide_sidebar_row_get_page (TIDE_SIDEBAR_ROW (row));

      if (g_strcmp0 (gtk_stack_page_get_name (page), name) == 0)
        return TIDE_SIDEBAR_ROW (row);
    }

  return NULL;
}

/* Arrow keys move the selection before a page is chosen: it goes back with the focus. */
static void
select_shown (TideSidebar *self)
{
  TideSidebarRow *row = find_row (self, gtk_stack_get_visible_child_name (self->stack));

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

static void
on_row_activated (TideSidebar *self, TideSidebarRow *row)
{
  GtkStackPage *page = tide_sidebar_row_get_page (row);

  gtk_stack_set_visible_child (self->stack, gtk_stack_page_get_child (page));
  g_signal_emit (self, signals[PAGE_ACTIVATED], 0);
}

static GtkWidget *
create_row (gpointer item, gpointer data)
{
  return tide_sidebar_row_new (item);
}

static void
set_stack (TideSidebar *self, GtkStack *stack)
{
  g_autoptr (GtkSelectionModel) pages = NULL;

  if (!g_set_object (&self->stack, stack) || stack == NULL)
    return;

  pages = gtk_stack_get_pages (stack);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (pages), create_row, NULL, NULL);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sidebar_dispose (GObject *object)
{
  TideSidebar *self = TIDE_SIDEBAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SIDEBAR);
  g_clear_object (&self->stack);

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
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  /**
   * TideSidebar::page-activated:
   * @self: the sidebar
   *
   * A person has chosen a page, maybe the one that was shown already.
   */
  signals[PAGE_ACTIVATED] = g_signal_new ("page-activated", TIDE_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, select_shown);
}

static void
tide_sidebar_init (TideSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
