/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page.h"

#include "ui/lists/tide-filter-bar.h"
#include "ui/lists/tide-project-totals.h"
#include "ui/lists/tide-projects-footer.h"
#include "ui/lists/tide-projects-table.h"
#include "ui/pages/tide-page.h"
#include "ui/pages/tide-project-details.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

struct _TideProjectsPage
{
  AdwBin parent_instance;

  TideRegister *reg;            /* owned */
  GSignalGroup *register_links; /* owned */
  TideProjectTotals *totals;    /* owned */
  gboolean is_following;        /* filter bar, search field and view are being made the same */

  /* template children */
  AdwOverlaySplitView *split_view;
  AdwWindowTitle *title;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  TideFilterBar *filter_bar;
  GtkStack *stack;
  TideProjectsTable *table;
  TideProjectsFooter *footer;
  TideProjectDetails *details;
  GtkWidget *edit_button;
  GtkWidget *project_menu_button;
  GMenu *amount_kinds_section;
};

static void tide_projects_page_page_init (TidePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TideProjectsPage,
                               tide_projects_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TIDE_TYPE_PAGE, tide_projects_page_page_init))

typedef enum
{
  PROP_REGISTER = 1,
} TideProjectsPageProperty;

static GParamSpec *props[PROP_REGISTER + 1];

static TideView *
get_view (TideProjectsPage *self)
{
  return tide_projects_table_get_view (self->table);
}

static void
update_title (TideProjectsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_view (self)));
  guint n_total = tide_view_get_n_total (get_view (self));
  g_autofree char *text = NULL;

  if (n != n_total)
    text = g_strdup_printf (
        /* Translators: how many projects match the filter, of how many */
        ngettext ("%u of %u project", "%u of %u projects", n_total), n, n_total);
  else
    /* Translators: how many projects there are */
    text = g_strdup_printf (ngettext ("%u project", "%u projects", n_total), n_total);
  if (g_strcmp0 (adw_window_title_get_subtitle (self->title), text) == 0)
    return;

  adw_window_title_set_subtitle (self->title, text);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
update_stack (TideProjectsPage *self)
{
  const char *name = "table";

  if (tide_view_get_n_total (get_view (self)) == 0)
    name = "empty";
  else if (g_list_model_get_n_items (G_LIST_MODEL (get_view (self))) == 0)
    name = "no-match";
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), !g_str_equal (name, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->footer), g_str_equal (name, "table"));
  update_title (self);
}

static void
update_selection (TideProjectsPage *self)
{
  const guint n = tide_projects_table_get_n_selected (self->table);
  gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);

  tide_project_details_set_n_selected (self->details, n);
  tide_project_details_set_project (self->details, tide_projects_table_get_selected (self->table));
  gtk_widget_set_visible (self->edit_button, n == 1);
  gtk_widget_set_visible (self->project_menu_button, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.open", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.show-details", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.show-history", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.duplicate", n == 1 && can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "project.delete", n > 0 && can_write);
}

static void
update_footer (TideProjectsPage *self)
{
  tide_projects_footer_show (self->footer, self->reg,
                             tide_projects_table_get_amount_kind (self->table),
                             tide_project_totals_get_total (self->totals),
                             tide_project_totals_get_selected (self->totals));
}

static void
update_kind (TideProjectsPage *self)
{
  const char *code = tide_projects_table_get_amount_kind (self->table);

  tide_project_totals_set_kind (self->totals,
                                (TideAmountKind) tide_codes_find (TIDE_CODES_AMOUNT_KIND, code));
}

static void
update_folding (TideProjectsPage *self)
{
  const gboolean is_grouped = !g_str_equal (tide_projects_table_get_group_by (self->table), "none");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projects.fold-all", is_grouped);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "projects.unfold-all", is_grouped);
}

/* One filter stands in three places; whichever a person changed, the others follow. */
static void
follow_filter (TideProjectsPage *self, const TideFilter *filter)
{
  if (self->is_following)
    return;

  self->is_following = TRUE;
  tide_view_set_filter (get_view (self), filter);
  filter = tide_view_get_filter (get_view (self));
  tide_filter_bar_set_filter (self->filter_bar, filter);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), filter->text) != 0
      && filter->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), filter->text);
  self->is_following = FALSE;
  update_stack (self);
}

static void
on_filter_bar_changed (TideFilterBar *bar, GParamSpec *pspec, TideProjectsPage *self)
{
  follow_filter (self, tide_filter_bar_get_filter (bar));
}

static TideFilter *
dup_excluded_filter (TideProjectsPage *self)
{
  TideFilter *filter = tide_filter_copy (tide_view_get_filter (get_view (self)));

  tide_filter_add (filter, "counting", "excluded");

  return filter;
}

/* Of the selected projects, leaves those selected that totals leave out. */
static void
select_excluded (TideProjectsPage *self)
{
  GtkSelectionModel *selection = tide_projects_table_get_selection (self->table);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (selection);
  g_autoptr (GtkBitset) kept = gtk_bitset_new_empty ();
  g_autoptr (TidePayload) filter = (TidePayload *) dup_excluded_filter (self);
  g_autoptr (TideMatcher) matcher
      = tide_matcher_new (TIDE_FILTER (filter), tide_view_get_snapshot (get_view (self)));
  GtkBitsetIter iter;
  guint position;

  for (gboolean has_one = gtk_bitset_iter_init_first (&iter, selected, &position); has_one;
       has_one = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (selection), position);

      if (TIDE_IS_PROJECT (item)
          && tide_matcher_matches (matcher, tide_project_get_payload (TIDE_PROJECT (item))))
        gtk_bitset_add (kept, position);
    }
  gtk_selection_model_set_selection (selection, kept, selected);
}

static void
on_excluded_requested (TideProjectsPage *self)
{
  g_autoptr (TidePayload) filter = NULL;

  if (tide_projects_table_get_n_selected (self->table) > 0)
    {
      select_excluded (self);
      return;
    }

  filter = (TidePayload *) dup_excluded_filter (self);
  tide_projects_page_set_filter (self, TIDE_FILTER (filter));
}

static void
on_search_changed (GtkSearchEntry *entry, TideProjectsPage *self)
{
  g_autoptr (TidePayload) filter = NULL;

  if (self->is_following)
    return;

  /* What is typed is normalised for matching; the field keeps it as typed. */
  filter = (TidePayload *) tide_filter_copy (tide_view_get_filter (get_view (self)));
  tide_filter_set_text ((TideFilter *) filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
  self->is_following = TRUE;
  tide_view_set_filter (get_view (self), TIDE_FILTER (filter));
  tide_filter_bar_set_filter (self->filter_bar, TIDE_FILTER (filter));
  self->is_following = FALSE;
  update_stack (self);
}

static void
on_search_stopped (GtkSearchEntry *entry, TideProjectsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
show_failure (TideProjectsPage *self, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Projects Not Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
apply (TideProjectsPage *self, TideStep *step)
{
  g_autoptr (GError) error = NULL;

  if (tide_register_apply (self->reg, step, &error))
    return TRUE;

  show_failure (self, error);
  return FALSE;
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  follow_filter (self, NULL);
}

static void
fold_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  tide_project_groups_fold_all (tide_projects_table_get_groups (self->table),
                                g_str_equal (name, "projects.fold-all"));
}

static void
show_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view, TRUE);
}

static void
hide_details (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  adw_overlay_split_view_set_show_sidebar (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

static void
duplicate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);
  TideProject *project = tide_projects_table_get_selected (self->table);
  g_autoptr (TideStep) step
      = tide_register_new_duplicate_step (self->reg, tide_record_get_id (TIDE_RECORD (project)));
  const TideEdit *edit = g_ptr_array_index (step->edits, 0);
  g_autofree char *id = g_strdup (edit->record);

  apply (self, step);
  tide_projects_table_reveal (self->table, id);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *id = tide_projects_page_get_selected_id (TIDE_PROJECTS_PAGE (widget));

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.show-history", "(ss)", "project", id);
}

/* The keyboard goes on with the project that comes into the place of those deleted. */
static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);
  g_auto (GStrv) ids = tide_projects_table_dup_selected_ids (self->table);
  g_autofree char *next = tide_projects_table_dup_next_id (self->table);
  g_autoptr (TideStep) step = tide_register_new_delete_step (self->reg, TIDE_RECORD_PROJECT,
                                                             (const char *const *) ids, NULL);

  if (apply (self, step) && next != NULL)
    tide_projects_table_reveal (self->table, next);
}

/* TidePage ---------------------------------------------------------------------------------- */

static void
tide_projects_page_keep_view (TidePage *page, GVariantDict *view)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (page);
  const char *sort_by = tide_projects_table_get_sort_by (self->table);
  const char *selected = tide_projects_page_get_selected_id (self);
  g_auto (GStrv) folded
      = tide_project_groups_dup_folded (tide_projects_table_get_groups (self->table));

  g_variant_dict_insert_value (view, "filter",
                               tide_filter_to_variant (tide_view_get_filter (get_view (self))));
  if (sort_by != NULL)
    g_variant_dict_insert (view, "sort-by", "s", sort_by);
  g_variant_dict_insert (view, "descending", "b", tide_projects_table_get_descending (self->table));
  g_variant_dict_insert (view, "amount-kind", "s",
                         tide_projects_table_get_amount_kind (self->table));
  if (selected != NULL)
    g_variant_dict_insert (view, "selected", "s", selected);
  g_variant_dict_insert (view, "group-by", "s", tide_projects_table_get_group_by (self->table));
  g_variant_dict_insert (view, "folded", "^as", folded);
}

static void
tide_projects_page_restore_view (TidePage *page, GVariantDict *view)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (page);
  g_autoptr (GVariant) kept = g_variant_dict_lookup_value (view, "filter", G_VARIANT_TYPE_VARDICT);
  const char *text;
  gboolean descending;
  g_auto (GStrv) folded = NULL;

  if (kept != NULL)
    {
      g_autoptr (TidePayload) filter = (TidePayload *) tide_filter_new_from_variant (kept);

      tide_projects_page_set_filter (self, TIDE_FILTER (filter));
    }
  if (g_variant_dict_lookup (view, "amount-kind", "&s", &text))
    tide_projects_table_set_amount_kind (self->table, text);
  if (g_variant_dict_lookup (view, "sort-by", "&s", &text))
    tide_projects_table_set_sort_by (self->table, text);
  if (g_variant_dict_lookup (view, "descending", "b", &descending))
    tide_projects_table_set_descending (self->table, descending);
  if (g_variant_dict_lookup (view, "group-by", "&s", &text))
    tide_projects_table_set_group_by (self->table, text);
  if (g_variant_dict_lookup (view, "folded", "^as", &folded))
    tide_project_groups_set_folded (tide_projects_table_get_groups (self->table),
                                    (const char *const *) folded);
  if (g_variant_dict_lookup (view, "selected", "&s", &text))
    tide_projects_page_reveal (self, text);
}

static void
tide_projects_page_page_init (TidePageInterface *iface)
{
  iface->keep_view = tide_projects_page_keep_view;
  iface->restore_view = tide_projects_page_restore_view;
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_projects_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (object);

  switch ((TideProjectsPageProperty) id)
    {
    case PROP_REGISTER:
      g_value_set_object (value, self->reg);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_projects_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (object);

  switch ((TideProjectsPageProperty) id)
    {
    case PROP_REGISTER:
      tide_projects_page_set_register (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tide_projects_page_dispose (GObject *object)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (object);

  if (self->totals != NULL)
    g_signal_handlers_disconnect_by_func (self->totals, update_footer, self);
  g_clear_object (&self->totals);
  g_clear_object (&self->register_links);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_projects_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "projects.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "projects.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "projects.fold-all", NULL, fold_all);
  gtk_widget_class_install_action (widget_class, "projects.unfold-all", NULL, fold_all);
  gtk_widget_class_install_action (widget_class, "project.open", NULL, show_details);
  gtk_widget_class_install_action (widget_class, "project.show-details", NULL, show_details);
  gtk_widget_class_install_action (widget_class, "project.hide-details", NULL, hide_details);
  gtk_widget_class_install_action (widget_class, "project.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "project.show-history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "project.delete", NULL, delete);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_PROJECTS_PAGE, NULL);
}

static void
tide_projects_page_class_init (TideProjectsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tide_projects_page_get_property;
  object_class->set_property = tide_projects_page_set_property;
  object_class->dispose = tide_projects_page_dispose;

  props[PROP_REGISTER]
      = g_param_spec_object ("register", NULL, NULL, TIDE_TYPE_REGISTER,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-projects-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, title);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, amount_kinds_section);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, footer);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, details);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, TideProjectsPage, project_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_excluded_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_bar_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  install_actions (widget_class);
}

static void
insert_list_actions (TideProjectsPage *self)
{
  static const char *const names[] = { "sort-by", "descending", "amount-kind", "group-by" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPropertyAction) action = g_property_action_new (names[i], self->table, names[i]);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (group));
}

static void
fill_amount_kinds (TideProjectsPage *self)
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
tide_projects_page_init (TideProjectsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_amount_kinds (self);
  insert_list_actions (self);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  g_signal_connect_object (tide_projects_table_get_selection (self->table), "selection-changed",
                           G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tide_projects_table_get_selection (self->table), "items-changed",
                           G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_view (self), "notify::n-items", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_view (self), "notify::n-total", G_CALLBACK (update_stack), self,
                           G_CONNECT_SWAPPED);
  self->register_links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->register_links, "notify::read-only",
                                  G_CALLBACK (update_selection), self);
  self->totals = tide_project_totals_new (tide_projects_table_get_groups (self->table),
                                          tide_projects_table_get_selection (self->table));
  g_signal_connect_object (self->totals, "changed", G_CALLBACK (update_footer), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::amount-kind", G_CALLBACK (update_kind), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "notify::group-by", G_CALLBACK (update_folding), self,
                           G_CONNECT_SWAPPED);
  update_stack (self);
  update_selection (self);
  update_folding (self);
}

/**
 * tide_projects_page_get_register:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the register whose projects are shown
 */
TideRegister *
tide_projects_page_get_register (TideProjectsPage *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  return self->reg;
}

/**
 * tide_projects_page_set_register:
 * @self: a page
 * @reg: (nullable): the register whose projects are shown
 *
 * The filter of the register before is dropped.
 */
void
tide_projects_page_set_register (TideProjectsPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_PROJECTS_PAGE (self));

  if (!g_set_object (&self->reg, reg))
    return;

  fill_amount_kinds (self);
  clear_filters (GTK_WIDGET (self), NULL, NULL);
  tide_project_details_set_register (self->details, reg);
  tide_filter_bar_set_register (self->filter_bar, reg);
  tide_projects_table_set_register (self->table, reg);
  g_signal_group_set_target (self->register_links, reg);
  update_stack (self);
  update_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REGISTER]);
}

/**
 * tide_projects_page_get_filter:
 * @self: a page
 *
 * Returns: (transfer none): which projects are shown
 */
const TideFilter *
tide_projects_page_get_filter (TideProjectsPage *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  return tide_view_get_filter (get_view (self));
}

/**
 * tide_projects_page_set_filter:
 * @self: a page
 * @filter: (nullable): which projects to show; %NULL for all
 *
 * Each value of @filter is shown as a chip, its text in the search field; the amounts that it
 * speaks of are those shown.
 */
void
tide_projects_page_set_filter (TideProjectsPage *self, const TideFilter *filter)
{
  g_return_if_fail (TIDE_IS_PROJECTS_PAGE (self));

  if (filter == NULL || filter->text == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else
    gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  if (filter != NULL && filter->amount_kind != NULL)
    tide_projects_table_set_amount_kind (self->table, filter->amount_kind);
  follow_filter (self, filter);
}

/**
 * tide_projects_page_reveal:
 * @self: a page
 * @id: id of a project
 *
 * Selects the project and scrolls to it; does nothing where the filter hides it.
 */
void
tide_projects_page_reveal (TideProjectsPage *self, const char *id)
{
  g_return_if_fail (TIDE_IS_PROJECTS_PAGE (self));

  tide_projects_table_reveal (self->table, id);
}

/**
 * tide_projects_page_dup_selected_ids:
 * @self: a page
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the projects that are selected
 */
GStrv
tide_projects_page_dup_selected_ids (TideProjectsPage *self)
{
  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  return tide_projects_table_dup_selected_ids (self->table);
}

/**
 * tide_projects_page_get_selected_id:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the id of the project that is selected, if it is one
 */
const char *
tide_projects_page_get_selected_id (TideProjectsPage *self)
{
  TideProject *project;

  g_return_val_if_fail (TIDE_IS_PROJECTS_PAGE (self), NULL);

  project = tide_projects_table_get_selected (self->table);

  return project != NULL ? tide_record_get_id (TIDE_RECORD (project)) : NULL;
}
