/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-template-row.h"

#include "brief/tide-template-subjects.h"
#include "ui/tide-shortcuts.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _TideTemplateRow
{
  AdwActionRow parent_instance;

  TidePayload *payload; /* owned: without an id where the program has it */

  /* template children */
  GtkWidget *copy_button;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TideTemplateRow, tide_template_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_ACTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What it says ------------------------------------------------------------------------------ */

static const char *
get_language_name (const TideTemplatePayload *payload)
{
  /* Translators: the language of a template of briefings */
  return g_strcmp0 (payload->language, "zh") == 0 ? C_ ("language", "Chinese")
                                                  : C_ ("language", "English");
}

static const char *
get_fitness (const TideTemplatePayload *payload)
{
  g_autoptr (TideTemplate) wording
      = tide_template_new (payload->wording != NULL ? payload->wording : "", NULL);

  if (wording == NULL)
    return _ ("Has mistakes");

  switch (tide_template_get_subjects (wording))
    {
    case TIDE_ALL_SUBJECTS:
      return _ ("For any briefing");
    case 1u << TIDE_SUBJECT_EVENT:
      return _ ("For briefings of an event");
    case 1u << TIDE_SUBJECT_PERIOD:
      return _ ("For briefings of a period");
    case 1u << TIDE_SUBJECT_FILTER:
      return _ ("For briefings of a filter");
    default:
      return _ ("Leaves a gap in every briefing");
    }
}

static void
tell (TideTemplateRow *self)
{
  const TideTemplatePayload *template = TIDE_TEMPLATE_PAYLOAD (self->payload);
  const char *title = tide_payload_get_label (self->payload, tide_language_get_default ());
  g_autofree char *subtitle
      = g_strjoin (" · ", get_language_name (template), get_fitness (template), NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

/* Acts -------------------------------------------------------------------------------------- */

static void
act (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ACTED], 0, strchr (action, '.') + 1);
}

static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (TIDE_TEMPLATE_ROW (widget)->menu_button);
}

static void
on_secondary_pressed (TideTemplateRow *self)
{
  if (self->payload->id != NULL)
    gtk_menu_button_popup (self->menu_button);
}

static void
enable (TideTemplateRow *self, gboolean can_write)
{
  static const char *const acts[] = { "vocabulary.rename", "vocabulary.delete" };
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean is_own = self->payload->id != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (widget, acts[i], is_own && can_write);
  gtk_widget_action_set_enabled (widget, "vocabulary.copy", can_write);
  gtk_widget_action_set_enabled (widget, "vocabulary.show-menu", is_own);
  gtk_widget_set_visible (self->copy_button, !is_own);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), is_own);
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_template_row_dispose (GObject *object)
{
  TideTemplateRow *self = TIDE_TEMPLATE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_TEMPLATE_ROW);
  g_clear_pointer (&self->payload, tide_payload_unref);

  G_OBJECT_CLASS (tide_template_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "vocabulary.edit", NULL, act);
  gtk_widget_class_install_action (widget_class, "vocabulary.rename", NULL, act);
  gtk_widget_class_install_action (widget_class, "vocabulary.copy", NULL, act);
  gtk_widget_class_install_action (widget_class, "vocabulary.delete", NULL, act);
  gtk_widget_class_install_action (widget_class, "vocabulary.show-menu", NULL, show_menu);
  tide_shortcuts_install (widget_class, TIDE_SHORTCUTS_VOCABULARY, NULL);
}

static void
tide_template_row_class_init (TideTemplateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_template_row_dispose;

  signals[SIGNAL_ACTED] = g_signal_new ("acted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/rows/tide-template-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TideTemplateRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TideTemplateRow, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
  install_actions (widget_class);
}

static void
tide_template_row_init (TideTemplateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_template_row_new:
 * @payload: a template; one that the program has is without an id
 * @can_write: whether the register can be changed
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
tide_template_row_new (const TidePayload *payload, gboolean can_write)
{
  TideTemplateRow *self = g_object_new (TIDE_TYPE_TEMPLATE_ROW, NULL);

  self->payload = tide_payload_ref ((TidePayload *) payload);
  tell (self);
  enable (self, can_write);

  return GTK_WIDGET (self);
}

/**
 * tide_template_row_get_payload:
 * @self: a row
 *
 * Returns: (transfer none): its template
 */
const TidePayload *
tide_template_row_get_payload (TideTemplateRow *self)
{
  g_return_val_if_fail (TIDE_IS_TEMPLATE_ROW (self), NULL);

  return self->payload;
}

/**
 * tide_template_row_dup_built_in:
 * @code: word of a template that the program has
 * @language: which of its texts
 *
 * Returns: (transfer full): it as a record would hold it, without an id
 */
TidePayload *
tide_template_row_dup_built_in (const char *code, TideLanguage language)
{
  TidePayload *payload = tide_payload_new (tide_shape_for_kind (TIDE_RECORD_TEMPLATE), NULL);
  TideTemplatePayload *template = (TideTemplatePayload *) payload;
  g_autofree char *wording = tide_template_dup_built_in (code, language);

  tide_text_init (&template->name, tide_template_get_built_in_name (code, TIDE_LANGUAGE_EN),
                  tide_template_get_built_in_name (code, TIDE_LANGUAGE_ZH));
  tide_payload_set_string (&template->language, language == TIDE_LANGUAGE_ZH ? "zh" : "en");
  tide_payload_set_string (&template->wording, wording);

  return tide_payload_seal (payload);
}
