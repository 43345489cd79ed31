/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-platform-page-private.h"

#include "ui/lists/tide-innovation-text.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TidePlatformPage, tide_platform_page, ADW_TYPE_NAVIGATION_PAGE)

/* Rows -------------------------------------------------------------------------------------- */

/*
 * tide_platform_page_get_payload:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): its platform; %NULL once that is gone
 */
const TidePlatformPayload *
tide_platform_page_get_payload (TidePlatformPage *self)
{
  return TIDE_PLATFORM_PAYLOAD (
      tide_register_lookup_payload (self->reg, TIDE_RECORD_PLATFORM, self->id));
}

/*
 * tide_platform_page_append:
 * @rows: a list
 * @row: (transfer floating) (nullable): a row that only says something; %NULL for none
 */
void
tide_platform_page_append (GtkListBox *rows, GtkWidget *row)
{
  if (row == NULL)
    return;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (rows, row);
}

/*
 * tide_platform_page_append_empty:
 * @rows: a list
 * @text: what is not there, used where the list is empty
 */
void
tide_platform_page_append_empty (GtkListBox *rows, const char *text)
{
  GtkWidget *row;

  if (gtk_list_box_get_row_at_index (rows, 0) != NULL)
    return;

  row = tide_details_row_new (text, NULL, NULL);
  gtk_widget_add_css_class (row, "unknown-fact");
  tide_platform_page_append (rows, row);
}

/* What it is -------------------------------------------------------------------------------- */

static void
append_fact (TidePlatformPage *self, const char *title, const char *value)
{
  tide_platform_page_append (self->about_rows, tide_details_row_new_fact (title, value, NULL));
}

static void
append_reference (TidePlatformPage *self, const char *title, TideRecordKind kind, const char *id)
{
  g_autofree char *label = tide_project_text_dup_reference (self->reg, kind, id);

  append_fact (self, title, label);
}

static void
fill_about (TidePlatformPage *self, const TidePlatformPayload *platform)
{
  g_autofree char *fields = tide_innovation_dup_fields (self->reg, platform->sectors);

  gtk_list_box_remove_all (self->about_rows);
  if (platform->kind != NULL)
    append_fact (self, _ ("Kind"),
                 tide_codes_get_label (TIDE_CODES_PLATFORM_KIND, platform->kind,
                                       tide_language_get_default ()));
  append_reference (self, _ ("Division"), TIDE_RECORD_DIVISION, platform->division);
  append_reference (self, _ ("Host"), TIDE_RECORD_PARTY, platform->host);
  append_fact (self, _ ("Fields of Industry"), fields);
  append_fact (self, _ ("Notes"), platform->notes);
  tide_platform_page_append_empty (self->about_rows, _ ("Nothing is recorded but the name"));
}

static void
show_title (TidePlatformPage *self, const TidePlatformPayload *platform)
{
  g_autofree char *name = tide_innovation_dup_name (&platform->base);
  g_autofree char *details = tide_innovation_dup_details (self->reg, platform);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, details);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), name);
}

static void
update_actions (TidePlatformPage *self)
{
  const gboolean can_write = !tide_register_get_read_only (self->reg);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "platform.add-count", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "platform.add-result", can_write);
  gtk_widget_set_visible (self->add_count_button, can_write);
  gtk_widget_set_visible (self->add_result_button, can_write);
}

static void
refresh (TidePlatformPage *self)
{
  const TidePlatformPayload *platform = tide_platform_page_get_payload (self);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  if (platform == NULL)
    return;

  show_title (self, platform);
  fill_about (self, platform);
  tide_platform_chart_show (self->chart, platform);
  tide_platform_page_fill_counts (self, platform);
  tide_platform_page_fill_results (self);
  tide_platform_page_fill_sources (self, platform);
  update_actions (self);
}

static gboolean
on_refresh_due (gpointer data)
{
  TidePlatformPage *self = data;

  self->refresh_id = 0;
  refresh (self);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (TidePlatformPage *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add (on_refresh_due, self);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_platform_page_dispose (GObject *object)
{
  TidePlatformPage *self = TIDE_PLATFORM_PAGE (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->links);
  g_clear_object (&self->reg);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_PLATFORM_PAGE);

  G_OBJECT_CLASS (tide_platform_page_parent_class)->dispose (object);
}

static void
tide_platform_page_finalize (GObject *object)
{
  g_free (TIDE_PLATFORM_PAGE (object)->id);

  G_OBJECT_CLASS (tide_platform_page_parent_class)->finalize (object);
}

static void
install_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-platform-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, title);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, about_rows);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, count_rows);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, add_count_button);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, result_rows);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, add_result_button);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, pipeline_group);
  gtk_widget_class_bind_template_child (widget_class, TidePlatformPage, source_rows);
}

static void
tide_platform_page_class_init (TidePlatformPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tide_platform_page_dispose;
  object_class->finalize = tide_platform_page_finalize;

  g_type_ensure (TIDE_TYPE_PLATFORM_CHART);
  g_type_ensure (TIDE_TYPE_PIPELINE_GROUP);
  install_template (widget_class);
  tide_platform_page_install_counts (widget_class);
  tide_platform_page_install_results (widget_class);
}

static void
tide_platform_page_init (TidePlatformPage *self)
{
  self->links = g_signal_group_new (TIDE_TYPE_REGISTER);
  g_signal_group_connect_swapped (self->links, "stepped", G_CALLBACK (queue_refresh), self);
  g_signal_group_connect_swapped (self->links, "notify::read-only", G_CALLBACK (queue_refresh),
                                  self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_platform_page_new:
 * @reg: a register
 * @id: id of one of its platforms
 *
 * Returns: (transfer floating): a page to push
 */
TidePlatformPage *
tide_platform_page_new (TideRegister *reg, const char *id)
{
  TidePlatformPage *self = g_object_new (TIDE_TYPE_PLATFORM_PAGE, NULL);

  self->reg = g_object_ref (reg);
  self->id = g_strdup (id);
  g_signal_group_set_target (self->links, reg);
  refresh (self);

  return self;
}

/**
 * tide_platform_page_get_platform:
 * @self: a page
 *
 * Returns: (transfer none): id of the platform, which may be gone from the register
 */
const char *
tide_platform_page_get_platform (TidePlatformPage *self)
{
  g_return_val_if_fail (TIDE_IS_PLATFORM_PAGE (self), NULL);

  return self->id;
}
