/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-indicator-text.h"

#include "stats/tide-indicator-share-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define GROUP 3 /* digits that stand together */

/**
 * tide_indicator_get_name:
 * @indicator: an indicator
 * @language: language of the person
 *
 * Returns: (transfer none): what it is called
 */
const char *
tide_indicator_get_name (const TideIndicatorPayload *indicator, TideLanguage language)
{
  const char *name = tide_payload_get_label (&indicator->base, language);

  return name != NULL ? name : _ ("Without a Name");
}

static const char *
find_name (TideRegister *reg, TideRecordKind kind, const char *id, TideLanguage language)
{
  const TidePayload *payload = id != NULL ? tide_register_lookup_payload (reg, kind, id) : NULL;
  const char *label = payload != NULL ? tide_payload_get_label (payload, language) : NULL;

  return label != NULL ? label : id;
}

static void
add (GStrvBuilder *parts, const char *text)
{
  if (text != NULL)
    g_strv_builder_take (parts, tide_text_dup_isolated (text));
}

static void
add_subject (GStrvBuilder *parts,
             TideRegister *reg,
             const TideSubject *subject,
             TideLanguage language)
{
  if (subject == NULL
      || (subject->taxonomy == NULL && subject->sector == NULL && subject->division == NULL))
    {
      add (parts, _ ("All industry"));
      return;
    }

  add (parts, find_name (reg, TIDE_RECORD_TAXONOMY, subject->taxonomy, language));
  add (parts, find_name (reg, TIDE_RECORD_SECTOR, subject->sector, language));
  add (parts, find_name (reg, TIDE_RECORD_DIVISION, subject->division, language));
}

static void
add_code (GStrvBuilder *parts, TideCodeSet set, const char *code, TideLanguage language)
{
  if (code != NULL)
    add (parts, tide_codes_get_label (set, code, language));
}

/**
 * tide_indicator_dup_details:
 * @reg: its register
 * @indicator: an indicator
 * @language: language of the person
 *
 * Returns: (transfer full): what it measures, of what and where, in one line
 */
char *
tide_indicator_dup_details (TideRegister *reg,
                            const TideIndicatorPayload *indicator,
                            TideLanguage language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  add_code (builder, TIDE_CODES_MEASURE, indicator->measure, language);
  add_subject (builder, reg, (const TideSubject *) indicator->subject, language);
  add_code (builder, TIDE_CODES_SCOPE, indicator->scope, language);
  add (builder, find_name (reg, TIDE_RECORD_DIVISION, indicator->division, language));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static gboolean
find_unit (const TideScale *scale, TideUnit *unit)
{
  gint64 factor = 1;

  if (scale->scale.is_set && !tide_decimal_rescale (&scale->scale, 0, &factor))
    return FALSE;

  for (guint i = TIDE_UNIT_ONE; i <= TIDE_UNIT_BILLION; i++)
    if (tide_unit_get_factor ((TideUnit) i) == factor)
      {
        *unit = (TideUnit) i;
        return TRUE;
      }

  return FALSE;
}

/* Thousands are set apart, as the digits of a long number are not read at a glance. */
static char *
dup_grouped (const TideDecimal *decimal)
{
  g_autofree char *text = tide_decimal_dup_text (decimal);
  const char *digits = text + (*text == '-');
  const gsize n_whole = strcspn (digits, ".");
  GString *grouped = g_string_new (*text == '-' ? "−" : "");

  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % GROUP == 0)
        g_string_append_c (grouped, ',');
      g_string_append_c (grouped, digits[i]);
    }
  g_string_append (grouped, digits + n_whole);

  return g_string_free_and_steal (grouped);
}

/**
 * tide_indicator_dup_value:
 * @indicator: an indicator
 * @observation: one of its observations
 * @language: language of the person
 *
 * Returns: (transfer full): its value with the unit: `6,411 100 million yuan`, `35.2 %`; empty
 *   without a value
 */
char *
tide_indicator_dup_value (const TideIndicatorPayload *indicator,
                          const TideObservation *observation,
                          TideLanguage language)
{
  const TideScale *scale = (const TideScale *) indicator->unit;
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  TideUnit factor;
  TideDecimal value = observation->value;
  TideMoney money;

  if (!value.is_set)
    return g_strdup ("");

  if (scale != NULL && scale->currency != NULL && find_unit (scale, &factor)
      && !__builtin_mul_overflow (value.mantissa, tide_unit_get_factor (factor), &value.mantissa)
      && tide_money_init (&money, &value, scale->currency))
    return tide_money_dup_text (&money, factor, language);

  number = dup_grouped (&observation->value);
  unit = tide_indicator_dup_unit (indicator, language);

  return unit != NULL ? g_strconcat (number, " ", unit, NULL) : g_steal_pointer (&number);
}

static void
append_text (GString *text, const char *more)
{
  if (more != NULL)
    g_string_append_printf (text, "\n%s", more);
}

/**
 * tide_indicator_dup_search_text:
 * @reg: its register
 * @indicator: an indicator
 *
 * Returns: (transfer full): the text by which it is found, in both languages, folded
 */
char *
tide_indicator_dup_search_text (TideRegister *reg, const TideIndicatorPayload *indicator)
{
  g_autoptr (GString) text = g_string_new (indicator->name.en);
  g_autofree char *english = tide_indicator_dup_details (reg, indicator, TIDE_LANGUAGE_EN);
  g_autofree char *chinese = tide_indicator_dup_details (reg, indicator, TIDE_LANGUAGE_ZH);
  g_autofree char *unit = tide_indicator_dup_unit (indicator, tide_language_get_default ());

  append_text (text, indicator->name.zh);
  append_text (text, english);
  append_text (text, chinese);
  append_text (text, unit);
  append_text (text, indicator->notes);

  return tide_text_fold (text->str);
}
