/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-record-form.h"

#include <glib/gi18n-lib.h>

static const TideRecordForm forms[] = {
  { TIDE_RECORD_REGISTER,
    N_ ("Register Properties"),
    N_ ("Register Properties"),
    FALSE,
    { { "title/en", N_ ("Title in English"), NULL },
      { "title/zh", N_ ("Title in Chinese"), NULL },
      { "division", N_ ("Division"), NULL },
      { "currency", N_ ("Currency of Totals"), NULL },
      { "unit", N_ ("Unit of Amounts"), NULL },
      { "rate-set", N_ ("Set of Exchange Rates"), NULL },
      { "overdue-days", N_ ("Days Without a Change Until Overdue"), NULL },
      { "stage-limits", N_ ("Longest Stay in a Stage"), N_ ("Add _Limit") },
      { "time-zone", N_ ("Time Zone"), NULL },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_TAXONOMY,
    N_ ("New Classification"),
    N_ ("Edit Classification"),
    FALSE,
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "valid-from", N_ ("Valid From"), NULL },
      { "valid-to", N_ ("Valid Until"), NULL },
      { "sources", N_ ("Sources"), NULL },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_SECTOR,
    N_ ("New Sector"),
    N_ ("Edit Sector"),
    FALSE,
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "code", N_ ("Code"), NULL },
      { "parent", N_ ("Part of Sector"), NULL },
      { "tier", N_ ("Tier"), NULL },
      { "retired", N_ ("Retired"), N_ ("Kept where it was chosen, and not offered any more") },
      { "maps-to", N_ ("Classes in Other Classifications"), N_ ("Add _Class") },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_DIVISION,
    N_ ("New Division"),
    N_ ("Edit Division"),
    FALSE,
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "kind", N_ ("Kind"), NULL },
      { "parent", N_ ("Part of Division"), NULL },
      { "valid-from", N_ ("Valid From"), NULL },
      { "valid-to", N_ ("Valid Until"), NULL },
      { "retired", N_ ("Retired"), N_ ("Kept where it was chosen, and not offered any more") },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_PARTY,
    N_ ("New Party"),
    N_ ("Edit Party"),
    FALSE,
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "kind", N_ ("Kind"), NULL },
      { "country", N_ ("Country Code"), NULL },
      { "registration", N_ ("Registration Number"), NULL },
      { "retired", N_ ("Retired"), N_ ("Kept where it was chosen, and not offered any more") },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_SOURCE,
    N_ ("New Source"),
    N_ ("Edit Source"),
    FALSE,
    { { "title", N_ ("Title"), NULL },
      { "publisher", N_ ("Publisher"), NULL },
      { "date", N_ ("Date"), NULL },
      { "uri", N_ ("Web Address"), NULL },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_RATE_SET,
    N_ ("New Set of Exchange Rates"),
    N_ ("Edit Set of Exchange Rates"),
    FALSE,
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "date", N_ ("Fixed Date"),
        N_ ("With it, all amounts are converted at the rates of that date; without it, each at the "
            "rate of its own date") },
      { "sources", N_ ("Sources"), NULL },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_RATE,
    N_ ("New Exchange Rate"),
    N_ ("Edit Exchange Rate"),
    TRUE,
    { { "from", N_ ("Of Currency"), NULL },
      { "to", N_ ("In Currency"), NULL },
      { "date", N_ ("Date"), NULL },
      { "value", N_ ("Exchange Rate"), NULL },
      { "kind", N_ ("Kind"), NULL },
      { "source", N_ ("Source"), NULL },
      { "set", N_ ("Set of Exchange Rates"), NULL } } },
  { TIDE_RECORD_TARGET,
    N_ ("New Target"),
    N_ ("Edit Target"),
    TRUE,
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "sector", N_ ("Sector"), NULL },
      { "division", N_ ("Division"), NULL },
      { "event", N_ ("Event"), NULL },
      { "indicator", N_ ("Indicator"), NULL },
      { "amount-kind", N_ ("Kind of Amounts"), NULL },
      { "period", N_ ("Year or Period"), NULL },
      { "written", N_ ("Value"), NULL },
      { "sources", N_ ("Sources"), NULL },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_FILTER,
    N_ ("Save Filter"),
    N_ ("Rename Filter"),
    FALSE,
    { { "name/en", N_ ("Name in English"), NULL }, { "name/zh", N_ ("Name in Chinese"), NULL } } },
};

/**
 * tide_record_form_find:
 * @kind: kind of a record
 *
 * Returns: (transfer none) (nullable): how records of the kind are edited
 */
const TideRecordForm *
tide_record_form_find (TideRecordKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].kind == kind)
      return &forms[i];

  return NULL;
}
