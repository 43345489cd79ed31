/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/pages/tide-briefing-offers.h"

#include "brief/tide-briefing-options.h"
#include "brief/tide-template.h"
#include "core/tide-code.h"
#include "core/tide-rate-sets.h"

#include <glib/gi18n-lib.h>

static const char *
get_label (const TidePayload *payload)
{
  const char *label = tide_payload_get_label (payload, tide_language_get_default ());

  return label != NULL ? label : payload->id;
}

static gboolean
has_any (TideRegister *reg, TideRecordKind kind)
{
  return tide_list_get_n (tide_register_get_list (reg, kind)) > 0;
}

/**
 * tide_briefing_offer_subjects:
 * @row: a row
 * @reg: a register
 *
 * Offers what a briefing can be about; an event or a saved filter only where there is one.
 */
void
tide_briefing_offer_subjects (TideOptionRow *row, TideRegister *reg)
{
  const char *chosen = tide_option_row_get_value (row);

  tide_option_row_begin_offer (row);
  tide_option_row_offer (row, tide_briefing_subject_get_code (TIDE_SUBJECT_ALL),
                         _ ("The Whole Register"));
  if (has_any (reg, TIDE_RECORD_EVENT) || g_str_equal (chosen, "event"))
    tide_option_row_offer (row, tide_briefing_subject_get_code (TIDE_SUBJECT_EVENT),
                           _ ("An Event"));
  tide_option_row_offer (row, tide_briefing_subject_get_code (TIDE_SUBJECT_PERIOD),
                         _ ("What Was Signed in a Period"));
  if (has_any (reg, TIDE_RECORD_FILTER) || g_str_equal (chosen, "filter"))
    tide_option_row_offer (row, tide_briefing_subject_get_code (TIDE_SUBJECT_FILTER),
                           _ ("The Projects of a Saved Filter"));
  tide_option_row_end_offer (row);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const TideEventPayload *first = *(const TideEventPayload *const *) a;
  const TideEventPayload *second = *(const TideEventPayload *const *) b;
  const int order = tide_date_compare (&second->date, &first->date);

  return order != 0 ? order : g_utf8_collate (get_label (&first->base), get_label (&second->base));
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (get_label (*(const TidePayload *const *) a),
                         get_label (*(const TidePayload *const *) b));
}

static void
offer_records (TideOptionRow *row, TideRegister *reg, TideRecordKind kind, GCompareFunc compare)
{
  TideList *list = tide_register_get_list (reg, kind);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < tide_list_get_n (list); i++)
    g_ptr_array_add (records, (gpointer) tide_list_get_payload (list, i));
  g_ptr_array_sort (records, compare);

  tide_option_row_begin_offer (row);
  for (guint i = 0; i < records->len; i++)
    {
      const TidePayload *record = g_ptr_array_index (records, i);

      tide_option_row_offer (row, record->id, get_label (record));
    }
  if (records->len == 0 && *tide_option_row_get_value (row) == '\0')
    tide_option_row_offer (row, "", "—");
  tide_option_row_end_offer (row);
}

/**
 * tide_briefing_offer_events:
 * @row: a row
 * @reg: a register
 *
 * Offers its events, the latest first.
 */
void
tide_briefing_offer_events (TideOptionRow *row, TideRegister *reg)
{
  offer_records (row, reg, TIDE_RECORD_EVENT, compare_events);
}

/**
 * tide_briefing_offer_filters:
 * @row: a row
 * @reg: a register
 *
 * Offers its saved filters by name.
 */
void
tide_briefing_offer_filters (TideOptionRow *row, TideRegister *reg)
{
  offer_records (row, reg, TIDE_RECORD_FILTER, compare_labels);
}

/**
 * tide_briefing_offer_languages:
 * @row: a row
 *
 * Offers the languages that briefings are written in, each by its own name.
 */
void
tide_briefing_offer_languages (TideOptionRow *row)
{
  tide_option_row_begin_offer (row);
  tide_option_row_offer (row, "en", "English");
  tide_option_row_offer (row, "zh", "中文");
  tide_option_row_end_offer (row);
}

/**
 * tide_briefing_offer_wordings:
 * @row: a row
 * @reg: a register
 * @language: the language that is written in
 *
 * Offers the templates of the program, and those of the register in that language; one that is
 * chosen already is offered in any.
 */
void
tide_briefing_offer_wordings (TideOptionRow *row, TideRegister *reg, TideLanguage language)
{
  const char *const *codes = tide_template_list_built_in ();
  TideList *own = tide_register_get_list (reg, TIDE_RECORD_TEMPLATE);

  tide_option_row_begin_offer (row);
  for (guint i = 0; codes[i] != NULL; i++)
    tide_option_row_offer (
        row, i > 0 ? codes[i] : "",
        tide_template_get_built_in_name (codes[i], tide_language_get_default ()));
  for (guint i = 0; i < tide_list_get_n (own); i++)
    {
      const TideTemplatePayload *wording = TIDE_TEMPLATE_PAYLOAD (tide_list_get_payload (own, i));
      const gboolean is_chinese = g_strcmp0 (wording->language, "zh") == 0;

      if (is_chinese == (language == TIDE_LANGUAGE_ZH)
          || g_str_equal (tide_option_row_get_value (row), wording->base.id))
        tide_option_row_offer (row, wording->base.id, get_label (&wording->base));
    }
  tide_option_row_end_offer (row);
}

static void
offer_codes (TideOptionRow *row, TideCodeSet set)
{
  for (guint i = 0; i < tide_codes_get_n (set); i++)
    {
      const char *code = tide_codes_get_code (set, i);

      tide_option_row_offer (row, code,
                             tide_codes_get_label (set, code, tide_language_get_default ()));
    }
}

/**
 * tide_briefing_offer_amount_kinds:
 * @row: a row
 *
 * Offers the kinds of amounts, and the one that most projects have.
 */
void
tide_briefing_offer_amount_kinds (TideOptionRow *row)
{
  tide_option_row_begin_offer (row);
  tide_option_row_offer (row, "", _ ("What Most Projects Have"));
  offer_codes (row, TIDE_CODES_AMOUNT_KIND);
  tide_option_row_end_offer (row);
}

static void
offer_usual (TideOptionRow *row, const char *label)
{
  g_autofree char *text = NULL;

  if (label == NULL)
    {
      tide_option_row_offer (row, "", _ ("As in the Register"));
      return;
    }

  /* Translators: %s is what the register usually has, such as a unit or a currency */
  text = g_strdup_printf (_ ("As in the Register: %s"), label);
  tide_option_row_offer (row, "", text);
}

/**
 * tide_briefing_offer_units:
 * @row: a row
 * @reg: a register
 *
 * Offers the units in which amounts are told.
 */
void
tide_briefing_offer_units (TideOptionRow *row, TideRegister *reg)
{
  const char *unit = tide_register_get_settings (reg)->unit;

  tide_option_row_begin_offer (row);
  offer_usual (row, unit != NULL
                        ? tide_codes_get_label (TIDE_CODES_UNIT, unit, tide_language_get_default ())
                        : NULL);
  offer_codes (row, TIDE_CODES_UNIT);
  tide_option_row_end_offer (row);
}

static const char *
get_currency_name (const char *currency)
{
  const char *name = tide_currency_get_name (currency, tide_language_get_default ());

  return name != NULL ? name : currency;
}

static void
add_currency (GPtrArray *currencies, char *currency)
{
  if (currency != NULL
      && !g_ptr_array_find_with_equal_func (currencies, currency, g_str_equal, NULL))
    g_ptr_array_add (currencies, currency);
}

static int
compare_currencies (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * tide_briefing_offer_currencies:
 * @row: a row
 * @reg: a register
 *
 * Offers the currencies that the register has rates for, as totals are told in one.
 */
void
tide_briefing_offer_currencies (TideOptionRow *row, TideRegister *reg)
{
  TideList *rates = tide_register_get_list (reg, TIDE_RECORD_RATE);
  const char *usual = tide_register_get_settings (reg)->currency;
  g_autoptr (GPtrArray) currencies = g_ptr_array_new ();

  for (guint i = 0; i < tide_list_get_n (rates); i++)
    {
      const TideRatePayload *rate = (const TideRatePayload *) tide_list_get_payload (rates, i);

      add_currency (currencies, rate->from);
      add_currency (currencies, rate->to);
    }
  g_ptr_array_sort (currencies, compare_currencies);

  tide_option_row_begin_offer (row);
  offer_usual (row, usual != NULL ? get_currency_name (usual) : NULL);
  for (guint i = 0; i < currencies->len; i++)
    {
      const char *currency = g_ptr_array_index (currencies, i);

      if (g_strcmp0 (currency, usual) != 0)
        tide_option_row_offer (row, currency, get_currency_name (currency));
    }
  tide_option_row_end_offer (row);
}

/**
 * tide_briefing_offer_rate_sets:
 * @row: a row
 * @reg: a register
 *
 * Offers its sets of exchange rates.
 */
void
tide_briefing_offer_rate_sets (TideOptionRow *row, TideRegister *reg)
{
  g_auto (GStrv) sets = tide_register_dup_rate_sets (reg);
  const char *usual = tide_register_get_settings (reg)->rate_set;

  tide_option_row_begin_offer (row);
  offer_usual (row, usual != NULL ? tide_register_get_rate_set_label (reg, usual) : NULL);
  for (guint i = 0; sets[i] != NULL; i++)
    if (g_strcmp0 (sets[i], usual) != 0)
      tide_option_row_offer (row, sets[i], tide_register_get_rate_set_label (reg, sets[i]));
  tide_option_row_end_offer (row);
}
