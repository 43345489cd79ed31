/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-innovation-page-private.h"

#include "ui/pages/tide-page.h"

#include <glib/gi18n-lib.h>

static void tide_innovation_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideInnovationPage,
                               tide_innovation_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE,
                                                      tide_innovation_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideInnovationPageProperty;

static GParamSpec *props[PROP_REGISTER + 1];

/* What is shown ----------------------------------------------------------------------------- */

static gboolean
is_on (TideInnovationPage *self, const char *tab)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->tabs), tab) == 0;
}

static guint
count (TideInnovationPage *self, TideRecordKind kind)
{
  return self->reg != NULL ? tide_list_get_n (tide_register_get_list (self->reg, kind)) : 0;
}

static char *
dup_numbers (TideInnovationPage *self)
{
  const gboolean is_platforms = is_on (self, "platforms");
  const guint n_total = count (self, is_platforms ? TIDE_RECORD_PLATFORM : TIDE_RECORD_RESULT);
  const guint n = is_platforms ? tide_platforms_list_get_n_shown (self->platforms)
                               : tide_results_board_get_n_shown (self->board);

  if (is_platforms && n != n_total)
    return g_strdup_printf (
        /* Translators: how many platforms of innovation match the search, of how many */
        ngettext ("%u of %u platform", "%u of %u platforms", n_total), n, n_total);
  if (is_platforms)
    /* Translators: how many platforms of innovation there are */
    return g_strdup_printf (ngettext ("%u platform", "%u platforms", n_total), n_total);
  if (n != n_total && is_on (self, "results"))
    return g_strdup_printf (
        /* Translators: how many results of research match the search, of how many */
        ngettext ("%u of %u result", "%u of %u results", n_total), n, n_total);

  /* Translators: how many results of research there are */
  return g_strdup_printf (ngettext ("%u result", "%u results", n_total), n_total);
}

static void
show_stack (GtkStack *stack, guint n_total, guint n_shown)
{
  const char *name = n_total == 0 ? "empty" : n_shown == 0 ? "no-match" : "content";

  gtk_stack_set_visible_child_name (stack, name);
}

static void
update (TideInnovationPage *self)
{
  g_autofree char *numbers = dup_numbers (self);

  show_stack (self->platforms_stack, count (self, TIDE_RECORD_PLATFORM),
              tide_platforms_list_get_n_shown (self->platforms));
  show_stack (self->results_stack, count (self, TIDE_RECORD_RESULT),
              tide_results_board_get_n_shown (self->board));
  adw_window_title_set_subtitle (self->title, numbers);
  tide_innovation_page_update_actions (self);
}

static void
set_enabled (TideInnovationPage *self, const char *action, gboolean enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

/*
 * tide_innovation_page_update_actions:
 * @self: a page
 */
void
tide_innovation_page_update_actions (TideInnovationPage *self)
{
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const gboolean has_platform = tide_innovation_page_get_platform (self) != NULL;
  const TidePayload *payload = tide_innovation_page_get_result (self);
  const TideResultPayload *result = TIDE_RESULT_PAYLOAD (payload);

  set_enabled (self, "innovation.add-platform", can_write);
  set_enabled (self, "innovation.add-result", can_write);
  set_enabled (self, "platform.open", has_platform);
  set_enabled (self, "platform.show-history", has_platform);
  set_enabled (self, "platform.edit", can_write && has_platform);
  set_enabled (self, "platform.delete", can_write && has_platform);
  set_enabled (self, "result.edit", can_write && result != NULL);
  set_enabled (self, "result.delete", can_write && result != NULL);
  set_enabled (self, "result.show-history", result != NULL);
  set_enabled (self, "result.show-platform", result != NULL && result->platform != NULL);
  set_enabled (self, "result.show-project", result != NULL && result->became != NULL);
}

static void
on_tab_changed (TideInnovationPage *self)
{
  gtk_menu_button_set_menu_model (self->menu_button, is_on (self, "platforms") ? self->platform_menu
                                                                               : self->result_menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), !is_on (self, "conversion"));
  update (self);
}

/* Counting ---------------------------------------------------------------------------------- */

static gboolean
on_count_due (gpointer data)
{
  TideInnovationPage *self = data;
  g_autoptr (TideSnapshot) snapshot = NULL;
  g_autoptr (TideResultPipeline) pipeline = NULL;

  self->count_id = 0;
  if (self->reg == NULL)
    return G_SOURCE_REMOVE;

  snapshot = tide_register_dup_snapshot (self->reg);
  pipeline = tide_result_pipeline_new (snapshot, NULL);
  tide_pipeline_group_show (self->pipeline_group, pipeline);
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_count (TideInnovationPage *self)
{
  if (self->count_id == 0)
    self->count_id = g_idle_add (on_count_due, self);
}

/* The pages above the list ------------------------------------------------------------------ */

/*
 * tide_innovation_page_get_open:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the page of the platform that is shown
 */
TidePlatformPage *
tide_innovation_page_get_open (TideInnovationPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  return TIDE_IS_PLATFORM_PAGE (page) ? TIDE_PLATFORM_PAGE (page) : NULL;
}

static void
pop_all (TideInnovationPage *self)
{
  adw_navigation_view_pop_to_tag (self->view, "list");
}

static void
on_popped (TideInnovationPage *self)
{
  tide_innovation_page_update_actions (self);
}

/* A platform that is gone has no page. */
static void
on_register_stepped (TideInnovationPage *self)
{
  if (tide_innovation_page_get_open (self) != NULL
      && tide_innovation_page_get_platform (self) == NULL)
    pop_all (self);
  queue_count (self);
}

static void
on_platform_activated (TideInnovationPage *self, const char *id)
{
  tide_innovation_page_show_platform (self, id);
}

static void
on_result_activated (TideInnovationPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "result.edit", NULL);
}

static void
on_move_requested (TideInnovationPage *self, const char *id, const char *stage)
{
  tide_innovation_page_move_result (self, id, stage);
}

/* Searching --------------------------------------------------------------------------------- */

static void
on_search_changed (TideInnovationPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  tide_platforms_list_set_search (self->platforms, text);
  tide_results_board_set_search (self->board, text);
  update (self);
}

static void
on_search_stopped (TideInnovationPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (is_on (self, "platforms") ? GTK_WIDGET (self->platforms)
                                                   : GTK_WIDGET (self->board));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (widget);

  pop_all (self);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_innovation_page_clear_search (TIDE_INNOVATION_PAGE (widget));
}

/*
 * tide_innovation_page_clear_search:
 * @self: a page
 */
void
tide_innovation_page_clear_search (TideInnovationPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  on_search_changed (self);
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_innovation_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (page);
  TidePlatformPage *open = tide_innovation_page_get_open (self);
  const char *result = tide_results_board_get_selected (self->board);

  g_variant_dict_insert (view, "tab", "s", adw_view_stack_get_visible_child_name (self->tabs));
  if (result != NULL)
    g_variant_dict_insert (view, "result", "s", result);
  if (open != NULL)
    g_variant_dict_insert (view, "open", "s", tide_platform_page_get_platform (open));
}

static void
tide_innovation_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (page);
  const char *text;

  if (self->reg == NULL)
    return;

  if (g_variant_dict_lookup (view, "tab", "&s", &text)
      && adw_view_stack_get_child_by_name (self->tabs, text) != NULL)
    adw_view_stack_set_visible_child_name (self->tabs, text);
  if (g_variant_dict_lookup (view, "result", "&s", &text))
    tide_results_board_select (self->board, text);
  if (g_variant_dict_lookup (view, "open", "&s", &text))
    tide_innovation_page_show_platform (self, text);
}

static void
tide_innovation_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_innovation_page_keep_view;
  iface->restore_view = tide_innovation_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_innovation_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((TideInnovationPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, TIDE_INNOVATION_PAGE (object)->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_innovation_page_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch ((TideInnovationPageProperty) id)
    {
    case PROP_REGISTER:
      tide_innovation_page_set_register (TIDE_INNOVATION_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_innovation_page_dispose (GObject *object)
{
  TideInnovationPage *self = TIDE_INNOVATION_PAGE (object);

  g_clear_handle_id (&self->count_id, g_source_remove);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  /* A child that the template binds would be let go twice. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_INNOVATION_PAGE);

  G_OBJECT_CLASS (tide_innovation_page_parent_class)->dispose (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-innovation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, view);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, tabs);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, platforms_stack);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, platforms);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, results_stack);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, board);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, pipeline_group);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, platform_menu);
  gtk_widget_class_bind_template_child (widget_class, TideInnovationPage, result_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_move_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_platform_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_popped);
  gtk_widget_class_bind_template_callback (widget_class, on_result_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
tide_innovation_page_class_init (TideInnovationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_innovation_page_get_property;
  object_class->set_property = tide_innovation_page_set_property;
  object_class->dispose = tide_innovation_page_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  install_template (widget_class);
  gtk_widget_class_install_action (widget_class, "innovation.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "innovation.clear-search", NULL, clear_search);
  tide_innovation_page_install_acts (widget_class);
}

static void
tide_innovation_page_init (TideInnovationPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  gtk_widget_init_template (GTK_WIDGET (self));
  tide_platforms_list_set_menu (self->platforms, self->platform_menu);
  tide_results_board_set_menu (self->board, self->result_menu);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (on_register_stepped), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only",
                                  G_CALLBACK (tide_innovation_page_update_actions), self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  g_signal_connect_object (self->platforms, "counted", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->platforms, "selection-changed",
                           G_CALLBACK (tide_innovation_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "counted", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "selection-changed",
                           G_CALLBACK (tide_innovation_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tabs, "notify::visible-child-name", G_CALLBACK (on_tab_changed),
                           self, G_CONNECT_SWAPPED);
  on_tab_changed (self);
}

/**
 * tide_innovation_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose platforms and results are shown
 */
TideRegister *
tide_innovation_page_get_register (TideInnovationPage *self)
{
  g_return_val_if_fail (TIDE_IS_INNOVATION_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_innovation_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose platforms and results are shown; the lists are, whatever was
 *   open
 */
void
tide_innovation_page_set_register (TideInnovationPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_INNOVATION_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  pop_all (self);
  tide_innovation_page_clear_search (self);
  tide_platforms_list_set_register (self->platforms, reg);
  tide_results_board_set_register (self->board, reg);
  g_signal_group_set_target (self->links, reg);
  queue_count (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_innovation_page_show_platform:
 * @self: a page
 * @id: id of a platform; one that is not there changes nothing
 *
 * Shows the page of the platform.
 */
void
tide_innovation_page_show_platform (TideInnovationPage *self, const char *id)
{
  g_return_if_fail (TIDE_IS_INNOVATION_PAGE (self));

  if (self->reg == NULL || tide_register_lookup (self->reg, TIDE_RECORD_PLATFORM, id) == NULL)
    return;

  pop_all (self);
  adw_navigation_view_push (self->view,
                            ADW_NAVIGATION_PAGE (tide_platform_page_new (self->reg, id)));
  tide_innovation_page_update_actions (self);
}

/**
 * tide_innovation_page_show_result:
 * @self: a page
 * @id: id of a result; one that is not there changes nothing
 *
 * Shows the board, with the card of the result selected and in focus, whatever was looked for.
 */
void
tide_innovation_page_show_result (TideInnovationPage *self, const char *id)
{
  g_autofree char *wanted = g_strdup (id);

  g_return_if_fail (TIDE_IS_INNOVATION_PAGE (self));

  if (self->reg == NULL || tide_register_lookup (self->reg, TIDE_RECORD_RESULT, wanted) == NULL)
    return;

  pop_all (self);
  adw_view_stack_set_visible_child_name (self->tabs, "results");
  if (!tide_results_board_select (self->board, wanted))
    {
      tide_innovation_page_clear_search (self);
      tide_results_board_select (self->board, wanted);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}
