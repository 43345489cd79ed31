/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-templates-page.h"

#include "brief/tide-template.h"
#include "ui/dialogs/tide-record-dialog.h"
#include "ui/rows/tide-template-row.h"

#include <glib/gi18n-lib.h>

struct _TideTemplatesPage
{
  AdwNavigationPage parent_instance;

  TideRegister *reg; /* owned */
  char *shown;       /* owned, nullable: id of the template that gets the focus when it is shown */

  /* template children */
  GtkListBox *own_list;
  GtkListBox *built_in_list;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (TideTemplatesPage, tide_templates_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_OPENED,
  SIGNAL_COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Rows -------------------------------------------------------------------------------------- */

static GListModel *
get_templates (TideTemplatesPage *self)
{
  return G_LIST_MODEL (tide_register_get_list (self->reg, TIDE_RECORD_TEMPLATE));
}

static gboolean
can_write (TideTemplatesPage *self)
{
  return !tide_register_get_read_only (self->reg);
}

static TideTemplateRow *
find_row (TideTemplatesPage *self, const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->own_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (tide_template_row_get_payload (TIDE_TEMPLATE_ROW (row))->id, id) == 0)
      return TIDE_TEMPLATE_ROW (row);

  return NULL;
}

static void
on_count_changed (TideTemplatesPage *self)
{
  const gboolean is_empty = g_list_model_get_n_items (get_templates (self)) == 0;

  gtk_widget_set_visible (self->empty_label, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->own_list), !is_empty);
}

/* Acts -------------------------------------------------------------------------------------- */

/* Saved briefings name the template by a word, which may be one of the program's too. */
static guint
count_uses (TideTemplatesPage *self, const char *id)
{
  GListModel *briefings = G_LIST_MODEL (tide_register_get_list (self->reg, TIDE_RECORD_BRIEFING));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (briefings); i++)
    {
      g_autoptr (TideRecord) record = g_list_model_get_item (briefings, i);

      n += g_strcmp0 (TIDE_BRIEFING_PAYLOAD (tide_record_get_payload (record))->wording, id) == 0;
    }

  return n;
}

/* The row that had the focus goes: the next one gets it, or the one before. */
static void
leave_row (TideTemplatesPage *self, const char *id)
{
  TideTemplateRow *row = find_row (self, id);
  GtkWidget *other = row != NULL ? gtk_widget_get_next_sibling (GTK_WIDGET (row)) : NULL;

  if (other == NULL && row != NULL)
    other = gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  if (other == NULL)
    other = gtk_widget_get_first_child (GTK_WIDGET (self->built_in_list));
  gtk_widget_grab_focus (other);
}

static void
delete_template (TideTemplatesPage *self, const char *id)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (TideStep) step
      = tide_register_new_delete_step (self->reg, TIDE_RECORD_TEMPLATE, ids, NULL);
  g_autoptr (GError) error = NULL;

  leave_row (self, id);
  if (!tide_register_apply (self->reg, step, &error))
    {
      AdwDialog *alert = adw_alert_dialog_new (_ ("Not Deleted"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
      adw_dialog_present (alert, GTK_WIDGET (self));
    }
}

static void
on_delete_response (TideTemplatesPage *self, const char *response, AdwAlertDialog *question)
{
  const char *id = g_object_get_data (G_OBJECT (question), "template");

  if (g_str_equal (response, "delete") && find_row (self, id) != NULL)
    delete_template (self, id);
}

static void
ask_before_deleting (TideTemplatesPage *self, const TidePayload *payload, guint n)
{
  g_autofree char *name
      = tide_text_dup_isolated (tide_payload_get_label (payload, tide_language_get_default ()));
  g_autofree char *body = g_strdup_printf (
      /* Translators: the name of a template, and how many saved briefings are written in it */
      ngettext ("%u saved briefing is written with “%s” and cannot be written again without it.",
                "%u saved briefings are written with “%s” and cannot be written again without it.",
                n),
      n, name);
  AdwDialog *question = adw_alert_dialog_new (_ ("Delete Template?"), body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (question);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_object_set_data_full (G_OBJECT (alert), "template", g_strdup (payload->id), g_free);
  g_signal_connect_object (alert, "response", G_CALLBACK (on_delete_response), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
delete_or_ask (TideTemplatesPage *self, const TidePayload *payload)
{
  const guint n = count_uses (self, payload->id);

  if (n > 0)
    ask_before_deleting (self, payload, n);
  else
    delete_template (self, payload->id);
}

static void
on_renamed (TideTemplatesPage *self, const char *id)
{
  tide_templates_page_reveal (self, id);
}

static void
rename_template (TideTemplatesPage *self, const TidePayload *payload)
{
  TideRecordDialog *form = tide_record_dialog_new (self->reg, TIDE_RECORD_TEMPLATE, payload);

  g_signal_connect_object (form, "saved", G_CALLBACK (on_renamed), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (form), GTK_WIDGET (self));
}

static void
on_acted (TideTemplatesPage *self, const char *act, TideTemplateRow *row)
{
  g_autoptr (TidePayload) payload
      = tide_payload_ref ((TidePayload *) tide_template_row_get_payload (row));

  if (g_str_equal (act, "edit"))
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, payload);
  else if (g_str_equal (act, "copy"))
    g_signal_emit (self, signals[SIGNAL_COPIED], 0, payload);
  else if (g_str_equal (act, "rename"))
    rename_template (self, payload);
  else
    delete_or_ask (self, payload);
}

static void
on_row_activated (TideTemplatesPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 tide_template_row_get_payload (TIDE_TEMPLATE_ROW (row)));
}

static void
add_new (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_COPIED], 0, NULL);
}

/* Filling ----------------------------------------------------------------------------------- */

static GtkWidget *
row_new (TideTemplatesPage *self, const TidePayload *payload)
{
  GtkWidget *row = tide_template_row_new (payload, can_write (self));

  g_signal_connect_object (row, "acted", G_CALLBACK (on_acted), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
create_own_row (gpointer record, gpointer self)
{
  return row_new (self, tide_record_get_payload (record));
}

/* Those in the person's language come first. */
static void
fill_built_in (TideTemplatesPage *self)
{
  const TideLanguage first = tide_language_get_default ();
  const TideLanguage languages[]
      = { first, first == TIDE_LANGUAGE_ZH ? TIDE_LANGUAGE_EN : TIDE_LANGUAGE_ZH };
  const char *const *codes = tide_template_list_built_in ();

  gtk_list_box_remove_all (self->built_in_list);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; codes[j] != NULL; j++)
      {
        g_autoptr (TidePayload) payload = tide_template_row_dup_built_in (codes[j], languages[i]);

        gtk_list_box_append (self->built_in_list, row_new (self, payload));
      }
}

static void
fill (TideTemplatesPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "templates.new", can_write (self));
  gtk_list_box_bind_model (self->own_list, get_templates (self), create_own_row, self, NULL);
  fill_built_in (self);
  on_count_changed (self);
}

static void
show_focus (TideTemplatesPage *self)
{
  g_autofree char *id = g_steal_pointer (&self->shown);
  TideTemplateRow *row = id != NULL ? find_row (self, id) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* GObject ----------------------------------------------------------------------------------- */

static void
tide_templates_page_dispose (GObject *object)
{
  TideTemplatesPage *self = TIDE_TEMPLATES_PAGE (object);

  if (self->own_list != NULL)
    gtk_list_box_bind_model (self->own_list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TIDE_TYPE_TEMPLATES_PAGE);
  g_clear_object (&self->reg);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (tide_templates_page_parent_class)->dispose (object);
}

static void
tide_templates_page_class_init (TideTemplatesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_templates_page_dispose;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);
  signals[SIGNAL_COPIED] = g_signal_new ("copied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, TIDE_TYPE_PAYLOAD);

  gtk_widget_class_install_action (widget_class, "templates.new", NULL, add_new);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/dialogs/tide-templates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TideTemplatesPage, own_list);
  gtk_widget_class_bind_template_child (widget_class, TideTemplatesPage, built_in_list);
  gtk_widget_class_bind_template_child (widget_class, TideTemplatesPage, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_focus);
}

static void
tide_templates_page_init (TideTemplatesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_templates_page_set_register:
 * @self: a page without a register
 * @reg: the register whose templates it lists
 */
void
tide_templates_page_set_register (TideTemplatesPage *self, TideRegister *reg)
{
  g_return_if_fail (TIDE_IS_TEMPLATES_PAGE (self));
  g_return_if_fail (TIDE_IS_REGISTER (reg) && self->reg == NULL);

  self->reg = g_object_ref (reg);
  g_signal_connect_object (get_templates (self), "items-changed", G_CALLBACK (on_count_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reg, "notify::read-only", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

/**
 * tide_templates_page_reveal:
 * @self: a page
 * @id: id of a template of the register
 *
 * Moves the focus to the template, as soon as the page is shown.
 */
void
tide_templates_page_reveal (TideTemplatesPage *self, const char *id)
{
  g_return_if_fail (TIDE_IS_TEMPLATES_PAGE (self));

  g_set_str (&self->shown, id);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_focus (self);
}
