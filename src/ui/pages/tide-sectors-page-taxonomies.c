/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-sectors-page-private.h"

#include "core/tide-taxonomies.h"
#include "stats/tide-main-taxonomy.h"
#include "ui/dialogs/tide-delete-dialog.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/lists/tide-project-text.h"
#include "ui/pages/tide-details-row.h"

#include <glib/gi18n-lib.h>

/* Choosing ---------------------------------------------------------------------------------- */

static const TideTaxonomyPayload *
get_taxonomy (TideSectorsPage *self)
{
  const char *id = tide_sectors_table_get_taxonomy (self->table);
  const TidePayload *payload
      = id != NULL ? tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY, id) : NULL;

  return payload != NULL ? TIDE_TAXONOMY_PAYLOAD (payload) : NULL;
}

static void
join_dates (GString *text, const TideTaxonomyPayload *taxonomy)
{
  char from[TIDE_DATE_TEXT_SIZE], to[TIDE_DATE_TEXT_SIZE];

  if (!tide_date_is_set (&taxonomy->valid_from) && !tide_date_is_set (&taxonomy->valid_to))
    return;

  tide_date_format (&taxonomy->valid_from, from, sizeof from);
  tide_date_format (&taxonomy->valid_to, to, sizeof to);
  g_string_append_printf (text, "%s–%s", tide_date_is_set (&taxonomy->valid_from) ? from : "",
                          tide_date_is_set (&taxonomy->valid_to) ? to : "");
}

/* From when to when it is in force, and who says so. */
static void
show_validity (TideSectorsPage *self)
{
  const TideTaxonomyPayload *taxonomy = get_taxonomy (self);
  g_autoptr (GString) text = g_string_new (NULL);

  if (taxonomy != NULL)
    {
      join_dates (text, taxonomy);
      for (guint i = 0; i < tide_entries_get_n (taxonomy->sources); i++)
        {
          g_autofree char *source = tide_project_text_dup_reference (
              self->reg, TIDE_RECORD_SOURCE, g_ptr_array_index (taxonomy->sources, i));

          tide_details_join (text, source);
        }
    }
  gtk_label_set_text (self->taxonomy_label, text->str);
  if (taxonomy != NULL && taxonomy->notes != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", taxonomy->notes);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->taxonomy_label), text->str);
}

static void
choose_taxonomy (TideSectorsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->taxonomy_drop_down);

  tide_sectors_table_set_taxonomy (self->table, selected < self->taxonomies->len
                                                    ? g_ptr_array_index (self->taxonomies, selected)
                                                    : NULL);
  show_validity (self);
  tide_sectors_page_update (self);
}

static void
on_taxonomy_selected (TideSectorsPage *self)
{
  if (!self->is_filling)
    choose_taxonomy (self);
}

static guint
find_taxonomy (TideSectorsPage *self, const char *id)
{
  guint position;

  if (id == NULL
      || !g_ptr_array_find_with_equal_func (self->taxonomies, id, g_str_equal, &position))
    return GTK_INVALID_LIST_POSITION;

  return position;
}

/* What was chosen stays chosen; else the taxonomy in which most projects are classified is. */
static guint
find_taxonomy_to_show (TideSectorsPage *self, TideSnapshot *snapshot)
{
  guint position = find_taxonomy (self, self->wanted);

  if (position == GTK_INVALID_LIST_POSITION)
    position = find_taxonomy (self, tide_sectors_table_get_taxonomy (self->table));
  if (position == GTK_INVALID_LIST_POSITION)
    position = find_taxonomy (self, tide_snapshot_find_main_taxonomy (snapshot));

  return position;
}

static char *
dup_label (const TidePayload *taxonomy)
{
  const char *label = tide_payload_get_label (taxonomy, tide_language_get_default ());

  if (label == NULL)
    label = _ ("Without a Name");
  if (!TIDE_TAXONOMY_PAYLOAD (taxonomy)->retired)
    return g_strdup (label);

  /* Translators: %s is the name of a classification that is not offered any more */
  return g_strdup_printf (_ ("%s (retired)"), label);
}

/*
 * tide_sectors_page_fill_taxonomies:
 * @self: a page with a register
 *
 * Offers the classifications that there are, and shows one.
 */
void
tide_sectors_page_fill_taxonomies (TideSectorsPage *self)
{
  g_autoptr (TideSnapshot) snapshot = tide_register_dup_snapshot (self->reg);
  const GPtrArray *records = tide_snapshot_get_records (snapshot, TIDE_RECORD_TAXONOMY);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->taxonomies, 0);
  for (guint i = 0; i < tide_entries_get_n (records); i++)
    {
      const TidePayload *taxonomy = g_ptr_array_index (records, i);
      g_autofree char *label = dup_label (taxonomy);

      g_ptr_array_add (self->taxonomies, g_strdup (taxonomy->id));
      gtk_string_list_append (names, label);
    }

  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->taxonomy_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->taxonomy_drop_down, find_taxonomy_to_show (self, snapshot));
  self->is_filling = FALSE;
  choose_taxonomy (self);
}

/* Acts -------------------------------------------------------------------------------------- */

/*
 * tide_sectors_page_show_taxonomy:
 * @self: a page with a register
 * @id: id of a classification; one that is gone changes nothing
 */
void
tide_sectors_page_show_taxonomy (TideSectorsPage *self, const char *id)
{
  g_set_str (&self->wanted, id);
  tide_sectors_page_fill_taxonomies (self);
  g_clear_pointer (&self->wanted, g_free);
}

static void
present_taxonomy (TideSectorsPage *self, const TidePayload *payload)
{
  TideRecordDialog *dialog = tide_record_dialog_new (self->reg, TIDE_RECORD_TAXONOMY, payload);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (tide_sectors_page_show_taxonomy), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_taxonomy (TIDE_SECTORS_PAGE (widget), NULL);
}

static void
edit_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  present_taxonomy (self, &get_taxonomy (self)->base);
}

static void
delete_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  tide_delete_dialog_present (widget, self->reg, TIDE_RECORD_TAXONOMY,
                              tide_sectors_table_get_taxonomy (self->table));
}

static gboolean
apply (TideSectorsPage *self, TideStep *step)
{
  g_autoptr (GError) error = NULL;
  AdwDialog *alert;

  if (tide_register_apply (self->reg, step, &error))
    return TRUE;

  alert = adw_alert_dialog_new (_ ("Classification Not Changed"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, GTK_WIDGET (self));

  return FALSE;
}

static void
copy_taxonomy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);
  g_autofree char *id = NULL;
  g_autoptr (TideStep) step = tide_register_new_duplicate_taxonomy_step (
      self->reg, tide_sectors_table_get_taxonomy (self->table), &id);

  if (apply (self, step))
    tide_sectors_page_show_taxonomy (self, id);
}

static void
retire_or_restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);
  g_autoptr (TideStep) step = tide_register_new_retire_step (
      self->reg, TIDE_RECORD_TAXONOMY, tide_sectors_table_get_taxonomy (self->table),
      g_str_equal (name, "taxonomy.retire"));

  apply (self, step);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideSectorsPage *self = TIDE_SECTORS_PAGE (widget);

  gtk_widget_activate_action (widget, "win.show-history", "(ss)", "taxonomy",
                              tide_sectors_table_get_taxonomy (self->table));
}

/*
 * tide_sectors_page_update_taxonomy_actions:
 * @self: a page
 *
 * Offers what can be done with the classification that is shown.
 */
void
tide_sectors_page_update_taxonomy_actions (TideSectorsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean can_write = self->reg != NULL && !tide_register_get_read_only (self->reg);
  const TideTaxonomyPayload *taxonomy = self->reg != NULL ? get_taxonomy (self) : NULL;
  const gboolean can_edit = can_write && taxonomy != NULL;

  gtk_widget_action_set_enabled (widget, "taxonomy.add", can_write);
  gtk_widget_action_set_enabled (widget, "taxonomy.edit", can_edit);
  gtk_widget_action_set_enabled (widget, "taxonomy.copy", can_edit);
  gtk_widget_action_set_enabled (widget, "taxonomy.retire", can_edit && !taxonomy->retired);
  gtk_widget_action_set_enabled (widget, "taxonomy.restore", can_edit && taxonomy->retired);
  gtk_widget_action_set_enabled (widget, "taxonomy.delete", can_edit);
  gtk_widget_action_set_enabled (widget, "taxonomy.show-history", taxonomy != NULL);
}

/*
 * tide_sectors_page_install_taxonomies:
 * @widget_class: the class of the page
 */
void
tide_sectors_page_install_taxonomies (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, taxonomy_drop_down);
  gtk_widget_class_bind_template_child (widget_class, TideSectorsPage, taxonomy_label);
  gtk_widget_class_bind_template_callback (widget_class, on_taxonomy_selected);

  gtk_widget_class_install_action (widget_class, "taxonomy.add", NULL, add_taxonomy);
  gtk_widget_class_install_action (widget_class, "taxonomy.edit", NULL, edit_taxonomy);
  gtk_widget_class_install_action (widget_class, "taxonomy.copy", NULL, copy_taxonomy);
  gtk_widget_class_install_action (widget_class, "taxonomy.retire", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "taxonomy.restore", NULL, retire_or_restore);
  gtk_widget_class_install_action (widget_class, "taxonomy.delete", NULL, delete_taxonomy);
  gtk_widget_class_install_action (widget_class, "taxonomy.show-history", NULL, show_history);
}
