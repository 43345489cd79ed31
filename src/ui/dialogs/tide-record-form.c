/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-ui"

#include "ui/dialogs/tide-record-form.h"

#include <glib/gi18n-lib.h>

static const TideRecordForm forms[] = {
  { TIDE_RECORD_TAXONOMY,
    N_ ("New Classification"),
    N_ ("Edit Classification"),
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "valid-from", N_ ("Valid From"), NULL },
      { "valid-to", N_ ("Valid Until"), NULL },
      { "sources", N_ ("Sources"), NULL },
      { "notes", N_ ("Notes"), NULL } } },
  { TIDE_RECORD_SECTOR,
    N_ ("New Sector"),
    N_ ("Edit Sector"),
    { { "name/en", N_ ("Name in English"), NULL },
      { "name/zh", N_ ("Name in Chinese"), NULL },
      { "code", N_ ("Code"), NULL },
      { "parent", N_ ("Part of Sector"), NULL },
      { "tier", N_ ("Tier"), NULL },
      { "retired", N_ ("Retired"), N_ ("Kept where it was chosen, and not offered any more") },
      { "maps-to", N_ ("Classes in Other Classifications"), N_ ("Add _Class") },
      { "notes", N_ ("Notes"), NULL } } },
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
