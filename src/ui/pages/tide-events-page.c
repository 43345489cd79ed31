/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-events-page.h"

#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-events-table.h"
#include "ui/pages/tide-event-page.h"
#include "ui/pages/tide-events-comparison-page.h"
#include "ui/pages/tide-page.h"

#include <glib/gi18n-lib.h>

struct _TideEventsPage
{
  AdwBin parent_instance;

  TideRegister *reg;   /* owned; nullable */
  GSignalGroup *links; /* owned: its target is the register */

  /* template children */
  AdwNavigationView *view;
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  TideEventsTable *table;
  GMenuModel *event_menu;
};

static void tide_events_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideEventsPage,
                               tide_events_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_events_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideEventsPageProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* What is shown ----------------------------------------------------------------------------- */

static const TidePayload *
find_event (TideEventsPage *self, const char *id)
{
  return self->reg != NULL && id != NULL
             ? tide_register_lookup_payload (self->reg, TIDE_RECORD_EVENT, id)
             : NULL;
}

/* The event whose page is open; else the one that is selected alone. */
static char *
dup_event (TideEventsPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);
  g_auto (GStrv) selected = NULL;

  if (TIDE_IS_EVENT_PAGE (page))
    return g_strdup (tide_event_page_get_event (TIDE_EVENT_PAGE (page)));

  selected = tide_events_table_dup_selected (self->table);

  return selected[0] != NULL && selected[1] == NULL ? g_strdup (selected[0]) : NULL;
}

static void
update_title (TideEventsPage *self)
{
  const guint n = tide_events_table_get_n_shown (self->table);
  const guint n_total = tide_events_table_get_n_events (self->table);
  g_autofree char *text = NULL;

  if (n != n_total)
    /* Translators: how many events match the search, of how many */
    text = g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", n_total), n, n_total);
  else
    /* Translators: how many events there are */
    text = g_strdup_printf (ngettext ("%u event", "%u events", n_total), n_total);
  adw_window_title_set_subtitle (self->title, text);
}

static void
update_actions (TideEventsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  g_autofree char *id = dup_event (self);

  gtk_widget_action_set_enabled (widget, "events.add", can_write);
  gtk_widget_action_set_enabled (widget, "events.compare",
                                 tide_events_table_get_n_shown (self->table) > 0);
  gtk_widget_action_set_enabled (widget, "event.open", id != NULL);
  gtk_widget_action_set_enabled (widget, "event.show-projects", id != NULL);
  gtk_widget_action_set_enabled (widget, "event.show-history", id != NULL);
  gtk_widget_action_set_enabled (widget, "event.edit", can_write && id != NULL);
  gtk_widget_action_set_enabled (widget, "event.delete", can_write && id != NULL);
}

static void
update (TideEventsPage *self)
{
  const char *name = "table";

  if (tide_events_table_get_n_events (self->table) == 0)
    name = "empty";
  else if (tide_events_table_get_n_shown (self->table) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->stack, name);
  update_title (self);
  update_actions (self);
}

/* The pages above the list ------------------------------------------------------------------ */

static void
on_filter_requested (TideEventsPage *self, TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
push (TideEventsPage *self, AdwNavigationPage *page)
{
  g_signal_connect_object (page, "filter-requested", G_CALLBACK (on_filter_requested), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->view, page);
  update_actions (self);
}

static void
pop_all (TideEventsPage *self)
{
  while (adw_navigation_view_get_previous_page (self->view,
                                                adw_navigation_view_get_visible_page (self->view))
         != NULL)
    adw_navigation_view_pop (self->view);
}

static void
on_popped (TideEventsPage *self)
{
  update_actions (self);
}

/* An event that is gone has no page. */
static void
on_register_stepped (TideEventsPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  if (TIDE_IS_EVENT_PAGE (page)
      && find_event (self, tide_event_page_get_event (TIDE_EVENT_PAGE (page))) == NULL)
    pop_all (self);
  update (self);
}

static void
compare (TideEventsPage *self, const char *const *ids, gboolean by_year)
{
  TideEventsComparisonPage *page = tide_events_comparison_page_new (self->reg, ids, by_year);

  push (self, ADW_NAVIGATION_PAGE (page));
}

/* Those selected, where there are several; else all that are shown. */
static void
compare_events (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (widget);
  g_auto (GStrv) selected = tide_events_table_dup_selected (self->table);
  g_auto (GStrv) shown = tide_events_table_dup_shown (self->table);
  const gboolean has_several = selected[0] != NULL && selected[1] != NULL;

  compare (self, (const char *const *) (has_several ? selected : shown), FALSE);
}

static void
open_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (widget);
  g_autofree char *id = dup_event (self);

  if (id != NULL)
    tide_events_page_show_event (self, id);
}

static void
on_event_activated (TideEventsPage *self, const char *id)
{
  tide_events_page_show_event (self, id);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideEventsPage *self)
{
  tide_events_table_set_search (self->table,
                                gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  update (self);
}

static void
on_search_stopped (TideEventsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (widget);

  pop_all (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (TIDE_EVENTS_PAGE (widget)->search_entry), "");
}

/* Events ------------------------------------------------------------------------------------ */

static void
on_event_saved (TideEventsPage *self, const char *id)
{
  if (TIDE_IS_EVENT_PAGE (adw_navigation_view_get_visible_page (self->view))
      || tide_events_table_reveal (self->table, id))
    return;

  clear_search (GTK_WIDGET (self), NULL, NULL);
  tide_events_table_reveal (self->table, id);
}

static void
present (TideEventsPage *self, const TidePayload *event)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_EVENT, event);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (on_event_saved), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (TIDE_EVENTS_PAGE (widget), NULL);
}

static void
edit_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (widget);
  g_autofree char *id = dup_event (self);

  if (find_event (self, id) != NULL)
    present (self, find_event (self, id));
}

static void
delete_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (widget);
  g_autofree char *id = dup_event (self);

  if (find_event (self, id) != NULL)
    tide_delete_dialog_present (widget, self->reg, TIDE_RECORD_EVENT, id);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *id = dup_event (TIDE_EVENTS_PAGE (widget));

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.show-history", "(ss)", "event", id);
}

static void
show_projects (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (widget);
  g_autofree char *id = dup_event (self);
  TideFilter *filter;
  g_autoptr (TidePayload) owner = NULL;

  if (id == NULL)
    return;

  filter = tide_filter_new ();
  owner = &filter->base;
  tide_filter_add (filter, "events", id);
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, tide_payload_seal (&filter->base));
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_events_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (page);
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->view);
  g_auto (GStrv) selected = tide_events_table_dup_selected (self->table);

  if (selected[0] != NULL)
    g_variant_dict_insert (view, "selected", "s", selected[0]);
  if (TIDE_IS_EVENT_PAGE (visible))
    g_variant_dict_insert (view, "open", "s",
                           tide_event_page_get_event (TIDE_EVENT_PAGE (visible)));
  else if (TIDE_IS_EVENTS_COMPARISON_PAGE (visible))
    {
      TideEventsComparisonPage *comparison = TIDE_EVENTS_COMPARISON_PAGE (visible);

      g_variant_dict_insert (view, "compared", "^as",
                             tide_events_comparison_page_get_events (comparison));
      g_variant_dict_insert (view, "by-year", "b",
                             tide_events_comparison_page_get_by_year (comparison));
    }
}

static void
tide_events_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (page);
  g_autofree const char **compared = NULL;
  gboolean by_year = FALSE;
  const char *text;

  if (self->reg == NULL)
    return;

  if (g_variant_dict_lookup (view, "selected", "&s", &text))
    tide_events_table_reveal (self->table, text);
  g_variant_dict_lookup (view, "by-year", "b", &by_year);
  if (g_variant_dict_lookup (view, "open", "&s", &text))
    tide_events_page_show_event (self, text);
  else if (g_variant_dict_lookup (view, "compared", "^a&s", &compared))
    compare (self, compared, by_year);
}

static void
tide_events_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_events_page_keep_view;
  iface->restore_view = tide_events_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_events_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideEventsPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, TIDE_EVENTS_PAGE (object)->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_events_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideEventsPageProperty) id)
    {
    case PROP_REGISTER:
      tide_events_page_set_register (TIDE_EVENTS_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_events_page_dispose (GObject *object)
{
  TideEventsPage *self = TIDE_EVENTS_PAGE (object);

  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  /* A child that the template binds would be let go twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_EVENTS_PAGE);

  G_OBJECT_CLASS (tide_events_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "events.add", NULL, add_event);
  gtk_widget_class_install_action (widget_class, "events.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "events.clear-search", NULL, clear_search);
  gtk_widget_class_install_action (widget_class, "events.compare", NULL, compare_events);
  gtk_widget_class_install_action (widget_class, "event.open", NULL, open_event);
  gtk_widget_class_install_action (widget_class, "event.edit", NULL, edit_event);
  gtk_widget_class_install_action (widget_class, "event.delete", NULL, delete_event);
  gtk_widget_class_install_action (widget_class, "event.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "event.show-projects", NULL, show_projects);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-events-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideEventsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TideEventsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideEventsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideEventsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideEventsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideEventsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TideEventsPage, event_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_event_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_popped);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
tide_events_page_class_init (TideEventsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_events_page_get_property;
  object_class->set_property = tide_events_page_set_property;
  object_class->dispose = tide_events_page_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[FILTER_REQUESTED]
      = g_signal_new ("filter-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  install_template (widget_class);
  install_actions (widget_class);
}

static void
tide_events_page_init (TideEventsPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only", G_CALLBACK (update_actions),
                                  self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  tide_events_table_set_menu (self->table, self->event_menu);
  update (self);
}

/**
 * tide_events_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose events are shown
 */
TideRegister *
tide_events_page_get_register (TideEventsPage *self)
{
  g_return_val_if_fail (TIDE_IS_EVENTS_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_events_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose events are shown; the list is, whatever was open
 */
void
tide_events_page_set_register (TideEventsPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_EVENTS_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  pop_all (self);
  clear_search (GTK_WIDGET (self), NULL, NULL);
  tide_events_table_set_register (self->table, reg);
  g_signal_group_set_target (self->links, reg);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_events_page_show_event:
 * @self: a page
 * @id: id of an event; one that is not there changes nothing
 *
 * Shows the page of the event.
 */
void
tide_events_page_show_event (TideEventsPage *self, const char *id)
{
  g_return_if_fail (TIDE_IS_EVENTS_PAGE (self));

  if (find_event (self, id) == NULL)
    return;

  pop_all (self);
  push (self, ADW_NAVIGATION_PAGE (tide_event_page_new (self->reg, id)));
}
