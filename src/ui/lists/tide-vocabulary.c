/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/lists/tide-vocabulary.h"

#include <glib/gi18n-lib.h>

static const TideVocabulary vocabularies[] = {
  { .kind = TIDE_RECORD_DIVISION,
    .icon = "mark-location-symbolic",
    .title = N_ ("Divisions"),
    .search_label = N_ ("Search Divisions"),
    .empty_title = N_ ("No Divisions"),
    .empty_description = N_ ("Add the districts, counties and zones that projects settle in"),
    .no_match_title = N_ ("No Matching Divisions"),
    .new_tooltip = N_ ("New Division"),
    .new_label = N_ ("_New Division…"),
    .manage_label = N_ ("_Manage Divisions…"),
    .menu_tooltip = N_ ("Add or Manage Divisions"),
    .details = { "kind", "parent", "valid-from", "valid-to" } },
  { .kind = TIDE_RECORD_PARTY,
    .icon = "x-office-address-book-symbolic",
    .title = N_ ("Parties"),
    .search_label = N_ ("Search Parties"),
    .empty_title = N_ ("No Parties"),
    .empty_description = N_ ("Add the investors, operators and hosts of projects"),
    .no_match_title = N_ ("No Matching Parties"),
    .new_tooltip = N_ ("New Party"),
    .new_label = N_ ("_New Party…"),
    .manage_label = N_ ("_Manage Parties…"),
    .menu_tooltip = N_ ("Add or Manage Parties"),
    .details = { "kind", "country", "registration" } },
  { .kind = TIDE_RECORD_SOURCE,
    .icon = "x-office-document-symbolic",
    .title = N_ ("Sources"),
    .search_label = N_ ("Search Sources"),
    .empty_title = N_ ("No Sources"),
    .empty_description = N_ ("Add the papers, reports and pages that figures come from"),
    .no_match_title = N_ ("No Matching Sources"),
    .new_tooltip = N_ ("New Source"),
    .new_label = N_ ("_New Source…"),
    .manage_label = N_ ("_Manage Sources…"),
    .menu_tooltip = N_ ("Add or Manage Sources"),
    .details = { "publisher", "date" } },
  { .kind = TIDE_RECORD_TARGET,
    .icon = "object-select-symbolic",
    .title = N_ ("Targets"),
    .search_label = N_ ("Search Targets"),
    .empty_title = N_ ("No Targets"),
    .empty_description = N_ ("Add what sectors, divisions, events and indicators are to reach"),
    .no_match_title = N_ ("No Matching Targets"),
    .new_tooltip = N_ ("New Target"),
    .new_label = N_ ("_New Target…"),
    .manage_label = N_ ("_Manage Targets…"),
    .menu_tooltip = N_ ("Add or Manage Targets"),
    .details = { "indicator", "sector", "division", "event", "amount-kind", "period", "written" } },
};

static char *
dup_reference_label (TideRegister *reg, const TideMember *member, const char *id)
{
  const TidePayload *payload = tide_register_lookup_payload (reg, member->target, id);
  const char *label
      = payload != NULL ? tide_payload_get_label (payload, tide_language_get_default ()) : NULL;

  return tide_text_dup_isolated (label != NULL ? label : id);
}

static char *
dup_date_label (const TideMember *member, const TideDate *date)
{
  g_autofree char *text = tide_date_dup_text (date);

  if (g_str_equal (member->name, "valid-from"))
    /* Translators: %s is the date from which a division exists */
    return g_strdup_printf (_ ("since %s"), text);
  if (g_str_equal (member->name, "valid-to"))
    /* Translators: %s is the last date on which a division exists */
    return g_strdup_printf (_ ("until %s"), text);

  return g_steal_pointer (&text);
}

static char *
dup_detail (TideRegister *reg, const TidePayload *payload, const TideMember *member)
{
  g_auto (TideValue) value = { 0 };

  tide_payload_get_value (payload, member, &value);
  if (!tide_value_is_set (&value))
    return NULL;

  switch ((guint) member->kind)
    {
    case TIDE_MEMBER_CODE:
      return g_strdup (
          tide_codes_get_label (member->codes, value.as.string, tide_language_get_default ()));
    case TIDE_MEMBER_REFERENCE:
      return dup_reference_label (reg, member, value.as.string);
    case TIDE_MEMBER_DATE:
    case TIDE_MEMBER_PERIOD:
      return dup_date_label (member, &value.as.date);
    case TIDE_MEMBER_STRING:
      return tide_text_dup_isolated (value.as.string);
    default:
      g_assert_not_reached ();
    }
}

/**
 * tide_vocabulary_find:
 * @kind: kind of a record
 *
 * Returns: (transfer none) (nullable): how records of the kind are listed; %NULL where they have no
 *   list of their own
 */
const TideVocabulary *
tide_vocabulary_find (TideRecordKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    if (vocabularies[i].kind == kind)
      return &vocabularies[i];

  return NULL;
}

/**
 * tide_vocabulary_dup_details:
 * @self: a vocabulary
 * @reg: a register
 * @payload: one of its records
 *
 * Returns: (transfer full): what is known of it beside its name, in one line; empty where nothing
 * is
 */
char *
tide_vocabulary_dup_details (const TideVocabulary *self,
                             TideRegister *reg,
                             const TidePayload *payload)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) details = NULL;

  for (guint i = 0; self->details[i] != NULL; i++)
    {
      char *detail = dup_detail (reg, payload, tide_shape_find (payload->shape, self->details[i]));

      if (detail != NULL)
        g_strv_builder_take (builder, detail);
    }

  details = g_strv_builder_end (builder);

  return g_strjoinv (" · ", details);
}
