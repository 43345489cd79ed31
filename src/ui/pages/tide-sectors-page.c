/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sectors-page-private.h"

#include "ui/pages/tide-page.h"

#include <glib/gi18n-lib.h>

static void tide_sectors_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideSectorsPage,
                               tide_sectors_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_sectors_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideSectorsPageProperty;

enum
{
  FILTER_REQUESTED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_REGISTER + 1];
static guint signals[N_SIGNALS];

/* What is shown ----------------------------------------------------------------------------- */

static void
update_title (TideSectorsPage *self)
{
  const guint n = tide_sectors_table_get_n_shown (self->table);
  const guint n_total = tide_sectors_table_get_n_sectors (self->table);
  g_autofree char *text = NULL;

  if (n != n_total)
    /* Translators: how many sectors match the search, of how many */
    text = g_strdup_printf (ngettext ("%u of %u sector", "%u of %u sectors", n_total), n, n_total);
  else
    /* Translators: how many sectors there are */
    text = g_strdup_printf (ngettext ("%u sector", "%u sectors", n_total), n_total);
  adw_window_title_set_subtitle (self->title, text);
}

static void
update_stack (TideSectorsPage *self)
{
  const char *name = "table";

  if (tide_sectors_table_get_taxonomy (self->table) == NULL)
    name = "no-taxonomy";
  else if (tide_sectors_table_get_n_sectors (self->table) == 0)
    name = "empty";
  else if (tide_sectors_table_get_n_shown (self->table) == 0)
    name = "no-match";

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->chooser, !g_str_equal (name, "no-taxonomy"));
  gtk_widget_set_visible (self->total_bar, g_str_equal (name, "table"));
  update_title (self);
}

/*
 * tide_sectors_page_update_actions:
 * @self: a page
 *
 * Offers what can be done with what is shown.
 */
void
tide_sectors_page_update_actions (TideSectorsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const gboolean has_taxonomy = tide_sectors_table_get_taxonomy (self->table) != NULL;
  const TideSectorPayload *sector = tide_sectors_page_get_sector (self);
  const gboolean can_edit = can_write && sector != NULL;

  tide_sectors_page_update_taxonomy_actions (self);
  gtk_widget_action_set_enabled (widget, "sectors.add", can_write && has_taxonomy);
  gtk_widget_action_set_enabled (widget, "sector.open", sector != NULL);
  gtk_widget_action_set_enabled (widget, "sector.add-below", can_edit);
  gtk_widget_action_set_enabled (widget, "sector.edit", can_edit);
  gtk_widget_action_set_enabled (widget, "sector.retire", can_edit && !sector->retired);
  gtk_widget_action_set_enabled (widget, "sector.restore", can_edit && sector->retired);
  gtk_widget_action_set_enabled (widget, "sector.show-history", sector != NULL);
  gtk_widget_action_set_enabled (widget, "sector.delete", can_edit);
}

/*
 * tide_sectors_page_update:
 * @self: a page
 *
 * Shows the table, or why there is none, and offers what can be done.
 */
void
tide_sectors_page_update (TideSectorsPage *self)
{
  update_stack (self);
  tide_sectors_page_update_actions (self);
}

static gboolean
concerns_taxonomies (const TideStep *step)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      const TideEdit *edit = g_ptr_array_index (step->edits, i);

      if (edit->record_kind == TIDE_RECORD_TAXONOMY)
        return TRUE;
    }

  return FALSE;
}

static void
on_register_stepped (TideSectorsPage *self, TideStep *step)
{
  if (concerns_taxonomies (step))
    tide_sectors_page_fill_taxonomies (self);
  tide_sectors_page_close_gone (self);
  tide_sectors_page_update_actions (self);
}

static void
on_counted (TideSectorsPage *self)
{
  tide_sectors_page_show_total (self);
  tide_sectors_page_update (self);
}

/*
 * tide_sectors_page_request_projects:
 * @self: a page
 * @filter: what lets the projects through that are asked for
 */
void
tide_sectors_page_request_projects (TideSectorsPage *self, const TidePayload *filter)
{
  g_signal_emit (self, signals[FILTER_REQUESTED], 0, filter);
}

static void
on_filter_requested (TideSectorsPage *self, TidePayload *filter)
{
  tide_sectors_page_request_projects (self, filter);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideSectorsPage *self)
{
  tide_sectors_table_set_search (self->table,
                                 gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  update_stack (self);
}

static void
on_search_stopped (TideSectorsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/*
 * tide_sectors_page_clear_search:
 * @self: a page
 */
void
tide_sectors_page_clear_search (TideSectorsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_sectors_page_clear_search (TIDE_SECTORS_PAGE (widget));
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_sectors_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (page);
  const char *taxonomy = tide_sectors_table_get_taxonomy (self->table);
  const TideSectorPayload *sector = tide_sectors_page_get_sector (self);
  TideSectorPage *open = tide_sectors_page_get_open (self);

  if (taxonomy != NULL)
    g_variant_dict_insert (view, "taxonomy", "s", taxonomy);
  g_variant_dict_insert (view, "amount-kind", "s",
                         tide_sectors_table_get_amount_kind (self->table));
  if (open != NULL)
    g_variant_dict_insert (view, "open", "s", tide_sector_page_get_sector (open));
  else if (sector != NULL)
    g_variant_dict_insert (view, "selected", "s", sector->base.id);
}

static void
tide_sectors_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (page);
  const char *text;

  if (g_variant_dict_lookup (view, "amount-kind", "&s", &text))
    tide_sectors_table_set_amount_kind (self->table, text);
  if (g_variant_dict_lookup (view, "taxonomy", "&s", &text))
    tide_sectors_page_show_taxonomy (self, text);
  if (g_variant_dict_lookup (view, "selected", "&s", &text))
    tide_sectors_table_reveal (self->table, text);
  if (g_variant_dict_lookup (view, "open", "&s", &text))
    tide_sectors_page_open (self, text, FALSE);
}

static void
tide_sectors_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_sectors_page_keep_view;
  iface->restore_view = tide_sectors_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_sectors_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  switch ((TideSectorsPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sectors_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  switch ((TideSectorsPageProperty) id)
    {
    case PROP_REGISTER:
      tide_sectors_page_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_sectors_page_dispose (GObject *object)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  /* Its pages go after what they show has gone. */
  if (self->navigation != NULL)
    g_signal_handlers_disconnect_by_func (self->navigation, tide_sectors_page_update_actions, self);
  self->navigation = NULL;
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_SECTORS_PAGE);

  G_OBJECT_CLASS (tide_sectors_page_parent_class)->dispose (object);
}

static void
tide_sectors_page_finalize (GObject *object)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (object);

  g_ptr_array_unref (self->taxonomies);
  g_free (self->wanted);

  G_OBJECT_CLASS (tide_sectors_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "sectors.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "sectors.clear-search", NULL, clear_search);
  tide_sectors_page_install_open (widget_class);
  tide_sectors_page_install_sectors (widget_class);
  tide_sectors_page_install_taxonomies (widget_class);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-sectors-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, sector_menu);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, amount_kinds_section);
  gtk_widget_class_bind_template_callback (widget_class, on_counted);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, tide_sectors_page_update_actions);
  tide_sectors_page_install_total (widget_class);
}

static void
tide_sectors_page_class_init (TideSectorsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_sectors_page_get_property;
  object_class->set_property = tide_sectors_page_set_property;
  object_class->dispose = tide_sectors_page_dispose;
  object_class->finalize = tide_sectors_page_finalize;

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
fill_amount_kinds (TideSectorsPage *self)
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
insert_list_actions (TideSectorsPage *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPropertyAction) action
      = g_property_action_new ("amount-kind", self->table, "amount-kind");

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (group));
}

static void
tide_sectors_page_init (TideSectorsPage *self)
{
  self->taxonomies = g_ptr_array_new_with_free_func (g_free);
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only",
                                  G_CALLBACK (tide_sectors_page_update_actions), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  self->navigation = ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self)));
  g_signal_connect_object (self->navigation, "notify::visible-page",
                           G_CALLBACK (tide_sectors_page_update_actions), self, G_CONNECT_SWAPPED);
  tide_sectors_table_set_menu (self->table, self->sector_menu);
  insert_list_actions (self);
  fill_amount_kinds (self);
  tide_sectors_page_update (self);
}

/**
 * tide_sectors_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose sectors are shown
 */
TideRegister *
tide_sectors_page_get_register (TideSectorsPage *self)
{
  g_return_val_if_fail (TIDE_IS_SECTORS_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_sectors_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose sectors are shown
 */
void
tide_sectors_page_set_register (TideSectorsPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_SECTORS_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  tide_sectors_page_close_all (self);
  fill_amount_kinds (self);
  tide_sectors_page_clear_search (self);
  tide_sectors_table_set_register (self->table, reg);
  g_signal_group_set_target (self->links, reg);
  if (reg != NULL)
    tide_sectors_page_fill_taxonomies (self);
  tide_sectors_page_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}
