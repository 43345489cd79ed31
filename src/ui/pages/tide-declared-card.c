/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-declared-card.h"

#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

struct _TideDeclaredCard
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *title_label;
  GtkLabel *place_label;
  AdwWrapBox *figures_box;
  GtkLabel *fields_label;
};

G_DEFINE_FINAL_TYPE (TideDeclaredCard, tide_declared_card, ADW_TYPE_BIN)

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_figure (TideDeclaredCard *self, const char *title, const char *value, const char *exact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title_label = new_label (title, "caption");
  GtkWidget *value_label = new_label (value, "title-4");

  gtk_widget_add_css_class (title_label, "dimmed");
  gtk_widget_add_css_class (value_label, "numeric");
  gtk_widget_set_tooltip_text (value_label, exact);
  gtk_box_append (GTK_BOX (box), title_label);
  gtk_box_append (GTK_BOX (box), value_label);
  adw_wrap_box_append (self->figures_box, box);
}

static void
add_amount (TideDeclaredCard *self, const TideAmount *amount, TideUnit unit, TideLanguage language)
{
  const char *kind = tide_codes_get_label (TIDE_CODES_AMOUNT_KIND, amount->kind, language);
  g_autofree char *title = NULL;
  g_autofree char *value = NULL;
  g_autofree char *exact = NULL;

  if (amount->part != NULL)
    {
      g_autofree char *part
          = g_utf8_strdown (tide_codes_get_label (TIDE_CODES_PART, amount->part, language), -1);

      /* Translators: a kind of amount, and the part of it that is meant: “Intention, of which
       * foreign” */
      title = g_strdup_printf (_ ("%s, of which %s"), kind, part);
    }
  else
    title = g_strdup (kind);

  if (amount->money.currency[0] != '\0')
    {
      value = tide_money_dup_text (&amount->money, unit, language);
      exact = tide_money_dup_exact (&amount->money, language);
    }
  else
    value = g_strdup (amount->written != NULL ? amount->written : "—");

  add_figure (self, title, value, exact);
}

static void
show_fields (TideDeclaredCard *self,
             const TideEventPayload *event,
             TideSnapshot *snapshot,
             TideLanguage language)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (event->sectors); i++)
    {
      const char *id = g_ptr_array_index (event->sectors, i);
      const TidePayload *sector = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, id);

      g_autofree char *label = tide_text_dup_isolated (
          sector != NULL ? tide_payload_get_label (sector, language) : id);

      if (i > 0)
        /* Translators: between the items of a list */
        g_string_append (fields, C_ ("list", ", "));
      g_string_append (fields, label);
    }

  if (fields->len > 0)
    {
      /* Translators: the fields of industry that a meeting named, in a list */
      g_autofree char *text = g_strdup_printf (_ ("Fields: %s"), fields->str);

      gtk_label_set_text (self->fields_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->fields_label), fields->len > 0);
}

static void
show_place (TideDeclaredCard *self, const TideEventPayload *event)
{
  char date[TIDE_DATE_TEXT_SIZE] = "";
  g_autofree char *venue = tide_text_dup_isolated (event->venue != NULL ? event->venue : "");
  g_autoptr (GString) place = g_string_new (venue);

  if (tide_date_is_set (&event->date))
    tide_date_format (&event->date, date, sizeof date);
  if (place->len > 0 && *date != '\0')
    g_string_append (place, " · ");
  g_string_append (place, date);

  gtk_label_set_text (self->place_label, place->str);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), place->len > 0);
}

static void
tide_declared_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TIDE_TYPE_DECLARED_CARD);

  G_OBJECT_CLASS (tide_declared_card_parent_class)->dispose (object);
}

static void
tide_declared_card_class_init (TideDeclaredCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tide_declared_card_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/tideline_app/Tideline/ui/pages/tide-declared-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TideDeclaredCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, TideDeclaredCard, place_label);
  gtk_widget_class_bind_template_child (widget_class, TideDeclaredCard, figures_box);
  gtk_widget_class_bind_template_child (widget_class, TideDeclaredCard, fields_label);
}

static void
tide_declared_card_init (TideDeclaredCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tide_declared_card_new:
 * @event: an event with declared figures
 * @snapshot: the register it is in
 * @unit: unit of the register
 * @language: language of the person
 *
 * Returns: (transfer floating): a card of what was declared at @event
 */
GtkWidget *
tide_declared_card_new (const TideEventPayload *event,
                        TideSnapshot *snapshot,
                        TideUnit unit,
                        TideLanguage language)
{
  const TideDeclared *declared = (const TideDeclared *) event->declared;
  TideDeclaredCard *self = g_object_new (TIDE_TYPE_DECLARED_CARD, NULL);

  gtk_label_set_text (self->title_label,
                      tide_payload_get_label ((const TidePayload *) event, language));
  show_place (self, event);
  if (declared->projects.is_set)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, declared->projects.value);

      add_figure (self, _ ("Declared projects"), n, NULL);
    }
  for (guint i = 0; i < tide_entries_get_n (declared->amounts); i++)
    add_amount (self, g_ptr_array_index (declared->amounts, i), unit, language);
  show_fields (self, event, snapshot, language);

  return GTK_WIDGET (self);
}
