/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-rates-dialog-private.h"

#include "core/tide-rate-rules.h"
#include "ui/rows/tide-rate-row.h"

#include <string.h>

static const TideRatePayload *
get_rate (gconstpointer record)
{
  return TIDE_RATE_PAYLOAD (tide_record_get_payload ((TideRecord *) record));
}

static char *
dup_search_text (const TideRatePayload *rate)
{
  g_autofree char *name = tide_rate_dup_name (rate);
  g_autofree char *value = tide_decimal_dup_text (&rate->value);
  g_autofree char *text
      = g_strjoin ("\n", name, value, tide_currency_get_name (rate->from, TIDE_LANGUAGE_EN),
                   tide_currency_get_name (rate->from, TIDE_LANGUAGE_ZH),
                   tide_currency_get_name (rate->to, TIDE_LANGUAGE_EN),
                   tide_currency_get_name (rate->to, TIDE_LANGUAGE_ZH), NULL);

  return tide_text_fold (text);
}

static gboolean
is_match (gpointer record, gpointer data)
{
  TideRatesDialog *self = data;
  const char *const *words = tide_records_dialog_get_words (data);
  const TideRatePayload *rate = get_rate (record);
  g_autofree char *text = NULL;

  if (g_strcmp0 (rate->set, self->set) != 0)
    return FALSE;

  text = dup_search_text (rate);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* By currencies, the newest first. */
static int
compare_rates (gconstpointer a, gconstpointer b, gpointer data)
{
  const TideRatePayload *rate = get_rate (a);
  const TideRatePayload *other = get_rate (b);
  int order = g_strcmp0 (rate->from, other->from);

  if (order == 0)
    order = g_strcmp0 (rate->to, other->to);

  return order != 0 ? order : tide_date_compare (&other->date, &rate->date);
}

/* Rows -------------------------------------------------------------------------------------- */

static void
on_row_setup (TideRatesDialog *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, tide_rate_row_new (self->reg, self->rate_menu));
}

static void
on_row_bind (TideRatesDialog *self, GtkListItem *list_item)
{
  TideRecord *rate = gtk_list_item_get_item (list_item);
  TideRateRow *row = TIDE_RATE_ROW (gtk_list_item_get_child (list_item));
  g_autofree char *name = tide_rate_dup_name (get_rate (rate));
  g_autofree char *value = tide_decimal_dup_text (&get_rate (rate)->value);
  g_autofree char *details = NULL;
  g_autofree char *description = NULL;

  tide_rate_row_set_rate (row, rate);
  details = tide_rate_row_dup_details (row);
  description = g_strjoin (" · ", value, details, NULL);
  gtk_list_item_set_accessible_label (list_item, name);
  gtk_list_item_set_accessible_description (list_item, description);
}

static void
on_row_unbind (TideRatesDialog *self, GtkListItem *list_item)
{
  tide_rate_row_set_rate (TIDE_RATE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

/*
 * tide_rates_dialog_set_up_list:
 * @self: a dialog
 *
 * Lists the rates of the set that is shown which are searched for.
 */
void
tide_rates_dialog_set_up_list (TideRatesDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_custom_filter_set_filter_func (self->filter, is_match, self, NULL);
  gtk_custom_sorter_set_sort_func (self->sorter, compare_rates, NULL, NULL);
  gtk_filter_list_model_set_model (
      self->matches, G_LIST_MODEL (tide_register_get_list (self->reg, TIDE_RECORD_RATE)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_row_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_row_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_row_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
}

/*
 * tide_rates_dialog_clear_list:
 * @self: a dialog that is going, whose list may outlive it
 */
void
tide_rates_dialog_clear_list (TideRatesDialog *self)
{
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  if (self->matches != NULL)
    gtk_filter_list_model_set_model (self->matches, NULL);
}
