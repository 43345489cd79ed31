/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-app"

#include "app/tide-preferences-dialog.h"

struct _TidePreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  /* template children */
  AdwComboRow *language_row;
  AdwComboRow *unit_row;
  AdwSwitchRow *autosave_row;
  AdwEntryRow *author_row;
  GtkLabel *account_label;
};

G_DEFINE_FINAL_TYPE (TidePreferencesDialog, tide_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* The words of the settings, in the order of the rows' models. */
static const char *const languages[] = { "system", "en", "zh", NULL };
static const char *const units[]
    = { "register", "ten-thousand", "million", "100-million", "billion", NULL };

static gboolean
get_index (GValue *value, GVariant *variant, gpointer words)
{
  const char *word = g_variant_get_string (variant, NULL);

  for (guint i = 0; ((const char *const *) words)[i] != NULL; i++)
    {
      if (g_str_equal (((const char *const *) words)[i], word))
        {
          g_value_set_uint (value, i);
          return TRUE;
        }
    }

  return FALSE;
}

static GVariant *
set_index (const GValue *value, const GVariantType *type, gpointer words)
{
  const guint i = g_value_get_uint (value);

  return i < g_strv_length (words) ? g_variant_new_string (((char **) words)[i]) : NULL;
}

static void
tide_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (tide_preferences_dialog_parent_class)->dispose (object);
}

static void
tide_preferences_dialog_class_init (TidePreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/app/tide-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TidePreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, TidePreferencesDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, TidePreferencesDialog, autosave_row);
  gtk_widget_class_bind_template_child (widget_class, TidePreferencesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, TidePreferencesDialog, account_label);
}

static void
tide_preferences_dialog_init (TidePreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_preferences_dialog_new:
 * @context: what the program shares
 *
 * Returns: (transfer floating): the dialog, whose choices take effect at once
 */
AdwDialog *
tide_preferences_dialog_new (TideContext *context)
{
  TidePreferencesDialog *self = g_object_new (TIDE_TYPE_PREFERENCES_DIALOG, NULL);
  GSettings *settings = tide_context_get_settings (context);
  g_autofree char *account = tide_context_dup_account_name (context);

  g_settings_bind_with_mapping (settings, "data-language", self->language_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_index, set_index, (gpointer) languages,
                                NULL);
  g_settings_bind_with_mapping (settings, "amount-unit", self->unit_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_index, set_index, (gpointer) units,
                                NULL);
  g_settings_bind (settings, "autosave", self->autosave_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "author", self->author_row, "text", G_SETTINGS_BIND_DEFAULT);
  gtk_label_set_text (self->account_label, account);

  return ADW_DIALOG (self);
}
