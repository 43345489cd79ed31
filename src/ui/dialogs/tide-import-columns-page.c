/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-columns-page.h"

#include "core/tide-record.h"
#include "ui/dialogs/tide-import-column-row.h"
#include "ui/dialogs/tide-import-constants-group.h"

#include <glib/gi18n-lib.h>

/* Nobody goes through more; the others stay as they are guessed. */
#define MAX_COLUMNS 200

struct _TideImportColumnsPage
{
  AdwNavigationPage parent_instance;

  TideImportJob *job;    /* owned */
  GPtrArray *rows;       /* of the columns, not owned */
  GPtrArray *taxonomies; /* owned: ids, in the order of the row, after the first, which is none */
  gboolean is_filling;

  /* template children */
  AdwBanner *banner;
  AdwPreferencesGroup *columns_group;
  TideImportConstantsGroup *constants_group;
  AdwComboRow *policy_row;
  AdwComboRow *repeats_row;
  AdwSwitchRow *clears_row;
  AdwComboRow *taxonomy_row;
  AdwSwitchRow *remember_row;
};

G_DEFINE_FINAL_TYPE (TideImportColumnsPage, tide_import_columns_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_problem (TideImportColumnsPage *self)
{
  g_autofree char *problem = tide_import_plan_dup_problem (tide_import_job_get_plan (self->job));

  if (problem != NULL)
    adw_banner_set_title (self->banner, problem);
  adw_banner_set_revealed (self->banner, problem != NULL);
}

static void
on_changed (TideImportColumnsPage *self)
{
  tide_import_job_touch (self->job);
  show_problem (self);
}

static const char *
get_taxonomy (TideImportColumnsPage *self)
{
  const guint selected = adw_combo_row_get_selected (self->taxonomy_row);

  return selected > 0 && selected <= self->taxonomies->len
             ? g_ptr_array_index (self->taxonomies, selected - 1)
             : NULL;
}

/* Names of taxonomies are often longer than the row has room for. */
static void
show_taxonomy (TideImportColumnsPage *self)
{
  GtkStringObject *selected = adw_combo_row_get_selected_item (self->taxonomy_row);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->taxonomy_row),
                               selected != NULL ? gtk_string_object_get_string (selected) : NULL);
}

static void
on_policy_chosen (TideImportColumnsPage *self)
{
  TideImportPlan *plan;

  if (self->is_filling || self->job == NULL)
    return;

  plan = tide_import_job_get_plan (self->job);
  plan->policy = (TideImportPolicy) adw_combo_row_get_selected (self->policy_row);
  plan->repeats = (TideImportRepeat) adw_combo_row_get_selected (self->repeats_row);
  plan->clears = adw_switch_row_get_active (self->clears_row);
  g_set_str (&plan->taxonomy, get_taxonomy (self));
  show_taxonomy (self);
  on_changed (self);
}

static void
remove_rows (TideImportColumnsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->columns_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_left_out (TideImportColumnsPage *self, guint n)
{
  g_autofree char *text = NULL;

  if (n > MAX_COLUMNS)
    text = g_strdup_printf (
        /* Translators: %u is a number of columns, never below 200 */
        _ ("The first %u columns are shown; the others are taken as their names say."),
        (guint) MAX_COLUMNS);
  adw_preferences_group_set_description (self->columns_group, text);
}

/* A retired one is offered only where the plan has it. */
static void
fill_taxonomies (TideImportColumnsPage *self, const TideImportPlan *plan)
{
  g_autoptr (TideSnapshot) snapshot
      = tide_register_dup_snapshot (tide_import_job_get_register (self->job));
  const GPtrArray *taxonomies = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->taxonomies, 0);
  /* Translators: no taxonomy */
  gtk_string_list_append (names, C_ ("taxonomy", "None"));
  for (guint i = 0; i < tide_entries_get_n (taxonomies); i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (taxonomies, i);
      const gboolean is_chosen = g_strcmp0 (taxonomy->id, plan->taxonomy) == 0;

      if (TIDE_TAXONOMY_PAYLOAD (taxonomy)->retired && !is_chosen)
        continue;
      g_ptr_array_add (self->taxonomies, g_strdup (taxonomy->id));
      gtk_string_list_append (names,
                              tide_payload_get_label (taxonomy, tide_language_get_default ()));
      if (is_chosen)
        selected = self->taxonomies->len;
    }
  adw_combo_row_set_model (self->taxonomy_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->taxonomy_row, selected);
  show_taxonomy (self);
  gtk_widget_set_visible (GTK_WIDGET (self->taxonomy_row),
                          self->taxonomies->len > 0 && plan->subject == TIDE_IMPORT_PROJECTS);
}

static void
fill (TideImportColumnsPage *self)
{
  const TideImportPlan *plan = tide_import_job_get_plan (self->job);

  remove_rows (self);
  for (guint i = 0; i < MIN (plan->columns->len, MAX_COLUMNS); i++)
    {
      GtkWidget *row = tide_import_column_row_new (self->job, i);

      g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->columns_group, row);
      g_ptr_array_add (self->rows, row);
    }
  show_left_out (self, plan->columns->len);

  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->policy_row, plan->policy);
  adw_combo_row_set_selected (self->repeats_row, plan->repeats);
  adw_switch_row_set_active (self->clears_row, plan->clears);
  fill_taxonomies (self, plan);
  self->is_filling = FALSE;
  tide_import_constants_group_show (self->constants_group, tide_import_job_get_plan (self->job));
  show_problem (self);
}

static void
tide_import_columns_page_dispose (GObject *object)
{
  TideImportColumnsPage *self = TIDE_IMPORT_COLUMNS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_IMPORT_COLUMNS_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->taxonomies, g_ptr_array_unref);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (tide_import_columns_page_parent_class)->dispose (object);
}

static void
tide_import_columns_page_class_init (TideImportColumnsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_import_columns_page_dispose;

  g_type_ensure (TIDE_TYPE_IMPORT_CONSTANTS_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-import-columns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, columns_group);
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, policy_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, repeats_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, constants_group);
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, clears_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, taxonomy_row);
  gtk_widget_class_bind_template_child (widget_class, TideImportColumnsPage, remember_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_policy_chosen);
}

static void
tide_import_columns_page_init (TideImportColumnsPage *self)
{
  self->rows = g_ptr_array_new ();
  self->taxonomies = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_import_columns_page_set_job:
 * @self: a page
 * @job: a job
 *
 * Shows the plan of the job, and every one that follows it.
 */
void
tide_import_columns_page_set_job (TideImportColumnsPage *self, TideImportJob *job)
{
  self->job = g_object_ref (job);
  g_signal_connect_object (job, "planned", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
}

/**
 * tide_import_columns_page_get_remembers:
 * @self: a page
 *
 * Returns: whether the plan is to be kept for tables with the same headers
 */
gboolean
tide_import_columns_page_get_remembers (TideImportColumnsPage *self)
{
  g_return_val_if_fail (TIDE_IS_IMPORT_COLUMNS_PAGE (self), FALSE);

  return adw_switch_row_get_active (self->remember_row);
}
