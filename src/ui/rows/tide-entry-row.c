/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/rows/tide-entry-row.h"

#include "ui/rows/tide-entry-field-row.h"
#include "ui/rows/tide-entry-fields.h"
#include "ui/rows/tide-reference-row.h"

#include <glib/gi18n-lib.h>

struct _TideEntryRow
{
  AdwExpanderRow parent_instance;

  TideRegister *reg;         /* owned */
  const TideEntryForm *form; /* of the program */
  TideDraft *entry;          /* owned */
  GtkWidget *first;          /* not owned: the row of the first field */
  GtkWidget *warning;        /* not owned: shown where a field has a problem */
};

G_DEFINE_FINAL_TYPE (TideEntryRow, tide_entry_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A class of another classification is told together with that. */
static char *
dup_reference_label (TideEntryRow *self, const TidePayload *payload)
{
  const TideLanguage language = tide_language_get_default ();
  const char *label = tide_payload_get_label (payload, language);
  g_autofree char *isolated = tide_text_dup_isolated (label);
  const char *id;
  const TidePayload *taxonomy;

  if (self->form->kind != TIDE_RECORD_SECTOR
      || payload->shape != tide_shape_for_kind (TIDE_RECORD_SECTOR))
    return g_strdup (label);

  id = TIDE_SECTOR_PAYLOAD (payload)->taxonomy;
  taxonomy = id != NULL ? tide_register_lookup_payload (self->reg, TIDE_RECORD_TAXONOMY, id) : NULL;
  if (taxonomy == NULL)
    return g_strdup (label);

  return g_strdup_printf ("%s · %s", isolated, tide_payload_get_label (taxonomy, language));
}

static char *
dup_value_label (TideEntryRow *self, const TideMember *member)
{
  TideLanguage language = tide_language_get_default ();
  const char *text = tide_field_get_text (tide_draft_get_field (self->entry, member->name));
  const TidePayload *payload = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  if (member->kind == TIDE_MEMBER_CODE)
    return g_strdup (tide_codes_get_label (member->codes, text, language));
  if (member->kind == TIDE_MEMBER_REFERENCE)
    payload = tide_register_lookup_payload (self->reg, member->target, text);
  if (payload != NULL)
    return dup_reference_label (self, payload);
  if (member->flags & TIDE_MEMBER_SHARE)
    return g_strdup_printf ("%s %%", text);
  if (member->kind == TIDE_MEMBER_STRING)
    return tide_text_dup_isolated (text);

  return g_strdup (text);
}

/* The first value is the title, the others stand below. */
static void
sum_up (TideEntryRow *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *rest = NULL;

  for (const TideEntryField *field = self->form->fields; field->path != NULL; field++)
    {
      const TideMember *member = tide_entry_form_get_member (self->form, field->path);
      g_autofree char *label = field->is_summed_up ? dup_value_label (self, member) : NULL;

      if (label != NULL)
        g_strv_builder_add (labels, label);
    }

  parts = g_strv_builder_end (labels);
  rest = parts[0] != NULL ? g_strjoinv (" · ", parts + 1) : g_strdup ("");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 parts[0] != NULL ? parts[0] : _ (self->form->name));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), rest);
}

static void
show_problem (TideEntryRow *self)
{
  const char *problem = NULL;

  for (const TideEntryField *field = self->form->fields; problem == NULL && field->path != NULL;
       field++)
    problem = tide_field_get_problem (tide_draft_get_field (self->entry, field->path));

  gtk_widget_set_visible (self->warning, problem != NULL);
  gtk_widget_set_tooltip_text (self->warning, problem);
}

static void
on_remove_button_clicked (TideEntryRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
add_fields (TideEntryRow *self)
{
  for (const TideEntryField *spec = self->form->fields; spec->path != NULL; spec++)
    {
      TideField *field = tide_draft_get_field (self->entry, spec->path);
      GtkWidget *row = tide_entry_field_row_new_for (self->reg, self->form, spec, self->entry);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      if (self->first == NULL)
        self->first = row;
      g_signal_connect_object (field, "notify::text", G_CALLBACK (sum_up), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (field, "notify::problem", G_CALLBACK (show_problem), self,
                               G_CONNECT_SWAPPED);
    }
}

static gboolean
tide_entry_row_grab_focus (GtkWidget *widget)
{
  TideEntryRow *self = TIDE_ENTRY_ROW (widget);

  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return gtk_widget_grab_focus (self->first);
  return GTK_WIDGET_CLASS (tide_entry_row_parent_class)->grab_focus (widget);
}

static void
tide_entry_row_dispose (GObject *object)
{
  TideEntryRow *self = TIDE_ENTRY_ROW (object);

  g_clear_object (&self->entry);
  g_clear_object (&self->reg);

  G_OBJECT_CLASS (tide_entry_row_parent_class)->dispose (object);
}

static void
tide_entry_row_class_init (TideEntryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tide_entry_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tide_entry_row_grab_focus;

  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tide_entry_row_init (TideEntryRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * tide_entry_row_new:
 * @list: the entry list that @entry stands in
 * @entry: the draft of the entry
 *
 * Returns: (transfer floating): a folded row
 */
GtkWidget *
tide_entry_row_new (TideRegister *reg, const char *list, TideDraft *entry)
{
  TideEntryRow *self = g_object_new (TIDE_TYPE_ENTRY_ROW, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->reg = g_object_ref (reg);
  self->form = tide_entry_form_find (tide_draft_get_kind (entry), list);
  self->entry = g_object_ref (entry);
  /* A record that it names may be called something else now. */
  g_signal_connect_object (reg, "stepped", G_CALLBACK (sum_up), self, G_CONNECT_SWAPPED);

  gtk_widget_set_tooltip_text (button, _ (self->form->remove));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove_button_clicked), self);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), button);

  self->warning = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->warning, "error");
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), self->warning);

  add_fields (self);
  sum_up (self);
  show_problem (self);
  return GTK_WIDGET (self);
}

/**
 * tide_entry_row_set_filter:
 * @filter: (nullable): which records the first field may choose
 */
void
tide_entry_row_set_filter (TideEntryRow *self, GtkFilter *filter)
{
  g_return_if_fail (TIDE_IS_ENTRY_ROW (self));

  if (TIDE_IS_REFERENCE_ROW (self->first))
    tide_reference_row_set_filter (TIDE_REFERENCE_ROW (self->first), filter);
}

/**
 * tide_entry_row_get_entry:
 * @self: a row
 *
 * Returns: (transfer none): the draft of the entry that it edits
 */
TideDraft *
tide_entry_row_get_entry (TideEntryRow *self)
{
  g_return_val_if_fail (TIDE_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}
