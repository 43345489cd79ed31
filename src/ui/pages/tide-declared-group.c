/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-declared-group.h"

#include "core/tide-record.h"

#include <glib/gi18n-lib.h>

static void
add_row (AdwPreferencesGroup *group, const char *title, const char *value, const char *exact)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (label, exact);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (group, row);
}

static void
add_amount (AdwPreferencesGroup *group,
            const TideAmount *amount,
            TideUnit unit,
            TideLanguage language)
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

  add_row (group, title, value, exact);
}

static void
add_fields (AdwPreferencesGroup *group,
            const TideEventPayload *event,
            TideSnapshot *snapshot,
            TideLanguage language)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  for (guint i = 0; i < tide_entries_get_n (event->sectors); i++)
    {
      const char *id = g_ptr_array_index (event->sectors, i);
      const TidePayload *sector = tide_snapshot_lookup (snapshot, TIDE_RECORD_SECTOR, id);

      if (i > 0)
        /* Translators: between the items of a list */
        g_string_append (fields, C_ ("list", ", "));
      g_string_append (fields, sector != NULL ? tide_payload_get_label (sector, language) : id);
    }

  if (fields->len > 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Fields"));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fields->str);
      gtk_widget_add_css_class (row, "property");
      adw_preferences_group_add (group, row);
    }
}

static char *
dup_place (const TideEventPayload *event)
{
  char date[TIDE_DATE_TEXT_SIZE];
  const gboolean has_date = tide_date_is_set (&event->date);

  if (has_date)
    tide_date_format (&event->date, date, sizeof date);
  if (event->venue != NULL && has_date)
    return g_markup_printf_escaped ("%s · %s", event->venue, date);
  if (event->venue != NULL)
    return g_markup_escape_text (event->venue, -1);

  return has_date ? g_strdup (date) : NULL;
}

/**
 * tide_declared_group_new:
 * @event: an event with declared figures
 * @snapshot: the register it is in
 * @unit: unit of the register
 * @language: language of the person
 *
 * Returns: (transfer floating): a boxed list of what was declared at @event
 */
GtkWidget *
tide_declared_group_new (const TideEventPayload *event,
                         TideSnapshot *snapshot,
                         TideUnit unit,
                         TideLanguage language)
{
  const TideDeclared *declared = (const TideDeclared *) event->declared;
  GtkWidget *widget = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);
  /* The title and the description of a group are markup, whatever is asked for. */
  g_autofree char *title
      = g_markup_escape_text (tide_payload_get_label ((const TidePayload *) event, language), -1);
  g_autofree char *place = dup_place (event);

  adw_preferences_group_set_title (group, title);
  gtk_widget_set_tooltip_text (widget,
                               tide_payload_get_label ((const TidePayload *) event, language));
  adw_preferences_group_set_description (group, place);

  if (declared->projects.is_set)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GINT64_FORMAT, declared->projects.value);

      add_row (group, _ ("Declared projects"), n, NULL);
    }
  for (guint i = 0; i < tide_entries_get_n (declared->amounts); i++)
    add_amount (group, g_ptr_array_index (declared->amounts, i), unit, language);
  add_fields (group, event, snapshot, language);

  return widget;
}
