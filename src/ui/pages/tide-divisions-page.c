/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-divisions-page-private.h"

#include "ui/pages/tide-page.h"

#include <glib/gi18n-lib.h>

static void tide_divisions_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideDivisionsPage,
                               tide_divisions_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE,
                                                      tide_divisions_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideDivisionsPageProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* What is shown ----------------------------------------------------------------------------- */

static guint
count_divisions (TideDivisionsPage *self)
{
  return self->reg != NULL
             ? tide_list_get_n (tide_register_get_list (self->reg, TIDE_RECORD_DIVISION))
             : 0;
}

static void
update_title (TideDivisionsPage *self)
{
  const guint n = tide_divisions_table_get_n_shown (self->table);
  const guint n_total = count_divisions (self);
  g_autofree char *text = NULL;

  if (n != n_total)
    text = g_strdup_printf (
        /* Translators: how many divisions match the search, of how many */
        ngettext ("%u of %u division", "%u of %u divisions", n_total), n, n_total);
  else
    /* Translators: how many divisions there are */
    text = g_strdup_printf (ngettext ("%u division", "%u divisions", n_total), n_total);
  adw_window_title_set_subtitle (self->title, text);
}

static void
update_actions (TideDivisionsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const TideDivisionPayload *division = tide_divisions_page_get_division (self);
  const gboolean can_edit = can_write && division != NULL;

  gtk_widget_action_set_enabled (widget, "divisions.add", can_write);
  gtk_widget_action_set_enabled (widget, "division.open", division != NULL);
  gtk_widget_action_set_enabled (widget, "division.add-below", can_edit);
  gtk_widget_action_set_enabled (widget, "division.edit", can_edit);
  gtk_widget_action_set_enabled (widget, "division.retire", can_edit && !division->retired);
  gtk_widget_action_set_enabled (widget, "division.restore", can_edit && division->retired);
  gtk_widget_action_set_enabled (widget, "division.show-history", division != NULL);
  gtk_widget_action_set_enabled (widget, "division.delete", can_edit);
}

static void
update (TideDivisionsPage *self)
{
  const char *name = "table";

  if (count_divisions (self) == 0)
    name = "empty";
  else if (tide_divisions_table_get_n_shown (self->table) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->summary_bar, g_str_equal (name, "table"));
  update_title (self);
  update_actions (self);
}

/* Divisions are not added up, as each has what those below it have: the whole is told beside. */
static void
on_counted (TideDivisionsPage *self)
{
  const TideBreakdown *breakdown = tide_divisions_table_get_breakdown (self->table);
  const TideGroup *nowhere = tide_breakdown_find (breakdown, TIDE_FILTER_NONE);
  const guint n = breakdown->total->n_counted;
  /* Translators: how many projects there are */
  g_autofree char *all = g_strdup_printf (ngettext ("%u project", "%u projects", n), n);
  const guint n_nowhere = nowhere != NULL ? nowhere->figure->n_counted : 0;
  g_autofree char *none = g_strdup_printf (
      /* Translators: how many projects have no division */
      ngettext ("%u without a division", "%u without a division", n_nowhere), n_nowhere);
  g_autofree char *text = g_strdup_printf (
      "%s · %s\n%s", all, none,
      _ ("Each division has what those below it have. Zones lie within and are never added on "
         "top."));

  gtk_label_set_text (self->summary_label, text);
}

/*
 * tide_divisions_page_request_projects:
 * @self: a page
 * @filter: what lets the projects through that are asked for
 */
void
tide_divisions_page_request_projects (TideDivisionsPage *self, const TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
on_filter_requested (TideDivisionsPage *self, TidePayload *filter)
{
  tide_divisions_page_request_projects (self, filter);
}

static void
on_register_stepped (TideDivisionsPage *self)
{
  tide_divisions_page_close_gone (self);
  update (self);
}

static void
on_division_activated (TideDivisionsPage *self, const char *id)
{
  tide_divisions_page_open (self, id, TRUE);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideDivisionsPage *self)
{
  tide_divisions_table_set_search (self->table,
                                   gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  update (self);
}

static void
on_search_stopped (TideDivisionsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (widget);

  tide_divisions_page_close_all (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/*
 * tide_divisions_page_clear_search:
 * @self: a page
 */
void
tide_divisions_page_clear_search (TideDivisionsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_divisions_page_clear_search (TIDE_DIVISIONS_PAGE (widget));
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_divisions_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (page);
  const char *selected = tide_divisions_table_get_selected (self->table);
  TideDivisionPage *open = tide_divisions_page_get_open (self);

  g_variant_dict_insert (view, "amount-kind", "s",
                         tide_divisions_table_get_amount_kind (self->table));
  if (selected != NULL)
    g_variant_dict_insert (view, "selected", "s", selected);
  if (open != NULL)
    g_variant_dict_insert (view, "open", "s", tide_division_page_get_division (open));
}

static void
tide_divisions_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (page);
  const char *text;

  if (g_variant_dict_lookup (view, "amount-kind", "&s", &text))
    tide_divisions_table_set_amount_kind (self->table, text);
  if (g_variant_dict_lookup (view, "selected", "&s", &text))
    tide_divisions_table_reveal (self->table, text);
  if (g_variant_dict_lookup (view, "open", "&s", &text))
    tide_divisions_page_open (self, text, FALSE);
}

static void
tide_divisions_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_divisions_page_keep_view;
  iface->restore_view = tide_divisions_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_divisions_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideDivisionsPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, TIDE_DIVISIONS_PAGE (object)->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_divisions_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((TideDivisionsPageProperty) id)
    {
    case PROP_REGISTER:
      tide_divisions_page_set_register (TIDE_DIVISIONS_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_divisions_page_dispose (GObject *object)
{
  TideDivisionsPage *self = TIDE_DIVISIONS_PAGE (object);

  /* Its pages go after what they show has gone. */
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, update_actions, self);
  self->view = NULL;
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_DIVISIONS_PAGE);

  G_OBJECT_CLASS (tide_divisions_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "divisions.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "divisions.clear-search", NULL, clear_search);
  tide_divisions_page_install_open (widget_class);
  tide_divisions_page_install_acts (widget_class);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-divisions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, summary_bar);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, division_menu);
  gtk_widget_class_bind_template_child (widget_class, TideDivisionsPage, amount_kinds_section);
  gtk_widget_class_bind_template_callback (widget_class, on_counted);
  gtk_widget_class_bind_template_callback (widget_class, on_division_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
tide_divisions_page_class_init (TideDivisionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_divisions_page_get_property;
  object_class->set_property = tide_divisions_page_set_property;
  object_class->dispose = tide_divisions_page_dispose;

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
fill_amount_kinds (TideDivisionsPage *self)
{
  g_menu_remove_all (self->amount_kinds_section);
  for (guint i = 0; i < TIDE_N_AMOUNT_KINDS; i++)
    {
      const char *code = tide_codes_get_code (TIDE_CODES_AMOUNT_KIND, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (
          tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, code, tide_language_get_default ()), NULL);

      g_menu_item_set_action_and_target (item, "list.amount-kind", "s", code);
      g_menu_append_item (self->amount_kinds_section, item);
    }
}

static void
insert_list_actions (TideDivisionsPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) action
      = g_property_action_new ("amount-kind", self->table, "amount-kind");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (group));
}

static void
tide_divisions_page_init (TideDivisionsPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only", G_CALLBACK (update_actions),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  self->view = ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self)));
  g_signal_connect_object (self->view, "notify::visible-page", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  tide_divisions_table_set_menu (self->table, self->division_menu);
  insert_list_actions (self);
  fill_amount_kinds (self);
  update (self);
}

/**
 * tide_divisions_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose divisions are shown
 */
TideRegister *
tide_divisions_page_get_register (TideDivisionsPage *self)
{
  g_return_val_if_fail (TIDE_IS_DIVISIONS_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_divisions_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose divisions are shown; the table is, whatever was open
 */
void
tide_divisions_page_set_register (TideDivisionsPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_DIVISIONS_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  tide_divisions_page_close_all (self);
  fill_amount_kinds (self);
  tide_divisions_page_clear_search (self);
  tide_divisions_table_set_register (self->table, reg);
  g_signal_group_set_target (self->links, reg);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_divisions_page_show_division:
 * @self: a page
 * @id: id of a division; one that is not there changes nothing
 *
 * Shows the page of the division, right above the table.
 */
void
tide_divisions_page_show_division (TideDivisionsPage *self, const char *id)
{
  g_return_if_fail (TIDE_IS_DIVISIONS_PAGE (self));

  if (tide_divisions_page_find (self, id) == NULL)
    return;

  tide_divisions_page_close_all (self);
  tide_divisions_page_open (self, id, TRUE);
}
