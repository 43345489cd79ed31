/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "tide-codec"

#include "codec/tide-import-plan.h"

#include <glib/gi18n-lib.h>

static char *
dup_date_problem (const char *text)
{
  const TideColumnFormat format = { .kind = TIDE_COLUMN_DATE };
  g_auto (TideCellReading) reading = { 0 };

  if (tide_column_format_read_text (&format, TIDE_CELL_TEXT, text, &reading)
      == TIDE_CELL_IS_UNREADABLE)
    return tide_cell_reason_dup_sentence (reading.reason, text);

  return NULL;
}

static char *
dup_unit_problem (TideImportField field, const char *text)
{
  TideColumnFormat format = { .kind = TIDE_COLUMN_AMOUNT };

  if (tide_column_format_read_unit (&format, text))
    return NULL;

  return g_strdup (field == TIDE_IMPORT_CURRENCY ? _ ("This is not a currency or a unit of money.")
                                                 : _ ("This is not a unit."));
}

/**
 * tide_import_constant_dup_problem:
 * @field: a field that may be constant
 * @text: what every row would say of it
 *
 * Names of records and codes are decided about like those of the table, and so have no problem
 * here.
 *
 * Returns: (transfer full) (nullable): why the text cannot be taken, a translated sentence which
 * may hold @text; %NULL where it can
 */
char *
tide_import_constant_dup_problem (TideImportField field, const char *text)
{
  g_return_val_if_fail (tide_import_field_can_be_constant (field), NULL);

  if (*text == '\0')
    return NULL;
  if (tide_import_field_get_column_kind (field) == TIDE_COLUMN_DATE)
    return dup_date_problem (text);
  if (field == TIDE_IMPORT_CURRENCY || field == TIDE_IMPORT_UNIT)
    return dup_unit_problem (field, text);

  return NULL;
}
