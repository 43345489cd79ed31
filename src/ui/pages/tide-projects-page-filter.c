/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-projects-page-private.h"

/* One filter stands in three places; whichever a person changed, the others follow. */
static void
follow_filter (TideProjectsPage *self, const TideFilter *filter)
{
  if (self->is_following)
    return;

  self->is_following = TRUE;
  tide_view_set_filter (tide_projects_page_get_view (self), filter);
  filter = tide_view_get_filter (tide_projects_page_get_view (self));
  tide_filter_bar_set_filter (self->filter_bar, filter);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), filter->text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry),
                           filter->text != NULL ? filter->text : "");
  self->is_following = FALSE;
  tide_projects_page_update_stack (self);
}

static void
on_filter_bar_changed (TideFilterBar *bar, GParamSpec *pspec, TideProjectsPage *self)
{
  follow_filter (self, tide_filter_bar_get_filter (bar));
}

static TideFilter *
dup_excluded_filter (TideProjectsPage *self)
{
  TideFilter *filter = tide_filter_copy (tide_view_get_filter (tide_projects_page_get_view (self)));

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
  g_autoptr (TideMatcher) matcher = tide_matcher_new (
      TIDE_FILTER (filter), tide_view_get_snapshot (tide_projects_page_get_view (self)));
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
  filter = (TidePayload *) tide_filter_copy (
      tide_view_get_filter (tide_projects_page_get_view (self)));
  tide_filter_set_text ((TideFilter *) filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
  self->is_following = TRUE;
  tide_view_set_filter (tide_projects_page_get_view (self), TIDE_FILTER (filter));
  tide_filter_bar_set_filter (self->filter_bar, TIDE_FILTER (filter));
  self->is_following = FALSE;
  tide_projects_page_update_stack (self);
}

static void
on_search_stopped (GtkSearchEntry *entry, TideProjectsPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  tide_projects_page_focus_list (self);
}

static void
add_filter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_filter_bar_add (TIDE_PROJECTS_PAGE (widget)->filter_bar);
}

static void
clear_filters (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tide_projects_page_clear_filters (TIDE_PROJECTS_PAGE (widget));
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideProjectsPage *self = TIDE_PROJECTS_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/*
 * tide_projects_page_clear_filters:
 * @self: a page that shows all projects from now on
 */
void
tide_projects_page_clear_filters (TideProjectsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  follow_filter (self, NULL);
}

/*
 * tide_projects_page_install_filter:
 * @widget_class: class of the page
 *
 * Installs what search field, filter bar and footer call, and the actions of the filter.
 */
void
tide_projects_page_install_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_excluded_requested);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_bar_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_install_action (widget_class, "projects.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "projects.add-filter", NULL, add_filter);
  gtk_widget_class_install_action (widget_class, "projects.clear-filters", NULL, clear_filters);
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

  return tide_view_get_filter (tide_projects_page_get_view (self));
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
