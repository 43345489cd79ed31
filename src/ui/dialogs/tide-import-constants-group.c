/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-import-constants-group.h"

#include <glib/gi18n-lib.h>

struct _TideImportConstantsGroup
{
  AdwPreferencesGroup parent_instance;

  TideImportPlan *plan; /* not owned; nullable */
  GtkMenuButton *add_button;
  GtkWidget *rows[TIDE_N_IMPORT_FIELDS]; /* nullable: the row of each field */
};

G_DEFINE_FINAL_TYPE (TideImportConstantsGroup,
                     tide_import_constants_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static gboolean
is_offered (TideImportConstantsGroup *self, TideImportField field)
{
  const TideImportSubject subject = tide_import_field_get_subject (field);

  return tide_import_field_can_be_constant (field) && self->rows[field] == NULL
         && (subject == TIDE_IMPORT_ANYTHING || subject == self->plan->subject);
}

static void
fill_menu (TideImportConstantsGroup *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      g_autoptr (GMenuItem) item = NULL;

      if (!is_offered (self, (TideImportField) i))
        continue;
      item = g_menu_item_new (tide_import_field_get_label ((TideImportField) i), NULL);
      g_menu_item_set_action_and_target (item, "constants.add", "u", i);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->add_button, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static TideImportField
find_field (TideImportConstantsGroup *self, gpointer row)
{
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    if (self->rows[i] == row)
      return (TideImportField) i;

  return TIDE_IMPORT_NOTHING;
}

static void
show_problem (GtkWidget *row, TideImportField field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *problem = tide_import_constant_dup_problem (field, text);

  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, problem);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
      problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_typed (TideImportConstantsGroup *self, GtkWidget *row)
{
  const TideImportField field = find_field (self, row);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (field == TIDE_IMPORT_NOTHING)
    return;

  tide_import_plan_set_constant (self->plan, field, text);
  show_problem (row, field);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_remove_button (TideImportField field)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "constants.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", (guint) field);

  return button;
}

static void
add_row (TideImportConstantsGroup *self, TideImportField field)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tide_import_field_get_label (field));
  if (self->plan->constants[field] != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), self->plan->constants[field]);
  show_problem (row, field);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), new_remove_button (field));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  self->rows[field] = row;
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
remove_row (TideImportConstantsGroup *self, TideImportField field)
{
  if (self->rows[field] != NULL)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows[field]);
  self->rows[field] = NULL;
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideImportConstantsGroup *self = TIDE_IMPORT_CONSTANTS_GROUP (widget);
  const TideImportField field = (TideImportField) g_variant_get_uint32 (parameter);

  if (!is_offered (self, field))
    return;

  add_row (self, field);
  fill_menu (self);
  gtk_widget_grab_focus (self->rows[field]);
}

static void
remove_field (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TideImportConstantsGroup *self = TIDE_IMPORT_CONSTANTS_GROUP (widget);
  const TideImportField field = (TideImportField) g_variant_get_uint32 (parameter);

  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  remove_row (self, field);
  tide_import_plan_set_constant (self->plan, field, NULL);
  fill_menu (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
tide_import_constants_group_class_init (TideImportConstantsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", TIDE_TYPE_IMPORT_CONSTANTS_GROUP, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "constants.add", "u", add);
  gtk_widget_class_install_action (widget_class, "constants.remove", "u", remove_field);
}

static void
tide_import_constants_group_init (TideImportConstantsGroup *self)
{
  self->add_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->add_button, "list-add-symbolic");
  gtk_widget_set_valign (GTK_WIDGET (self->add_button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->add_button), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), _ ("Add What Every Row Says"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("What Every Row Says"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("Counts for rows that say nothing else"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self),
                                           GTK_WIDGET (self->add_button));
}

/**
 * tide_import_constants_group_show:
 * @self: a group
 * @plan: a plan, which must live as long as the group shows it
 *
 * Shows what every row says by the plan, and changes it as a person wishes.
 */
void
tide_import_constants_group_show (TideImportConstantsGroup *self, TideImportPlan *plan)
{
  g_return_if_fail (TIDE_IS_IMPORT_CONSTANTS_GROUP (self));

  self->plan = plan;
  for (guint i = 0; i < TIDE_N_IMPORT_FIELDS; i++)
    {
      remove_row (self, (TideImportField) i);
      if (plan->constants[i] != NULL)
        add_row (self, (TideImportField) i);
    }
  fill_menu (self);
}
